//! Last step: what became of the order.

use leptos::prelude::*;
use palier_contract::problem::{Problem, ProblemType};
use palier_contract::redemption::{Redemption, RedemptionState, Shipment};

use super::code;
use super::desk::Desk;
use super::flow::Input;
use crate::blocks::frame;
use crate::blocks::icon::{Icon, icon};
use crate::blocks::ui::headline;
use crate::i18n::{DateStyle, keys};
use crate::style::sheets::REWARD_CATALOGUE;

fn close(desk: Desk) -> AnyView {
    let scope = REWARD_CATALOGUE.class;
    view! { class = scope,
        <button type="button" class="pl-button pl-wide" on:click=move |_| desk.open.set(false)>
            {desk.i18n.t(keys::REWARD_CATALOGUE_CLOSE)}
        </button>
    }
    .into_any()
}

/// A result: sign, heading, text, what belongs to it, ways on.
fn result(
    desk: Desk,
    tone: &'static str,
    sign: Icon,
    words: (String, String),
    more: AnyView,
    ways: AnyView,
) -> AnyView {
    let scope = REWARD_CATALOGUE.class;
    view! { class = scope,
        <div class="step result" data-tone=tone>
            <span class="result-sign">{icon(scope, sign)}</span>
            {headline(words.0, desk.level)}
            <p class="result-text pl-soft" role="status">{words.1}</p>
            {more}
            <div class="foot">{ways}</div>
        </div>
    }
    .into_any()
}

/// Nobody knows yet; the store keeps asking with the same key.
pub(super) fn checking(desk: Desk, busy: bool, signed_out: bool) -> AnyView {
    let i18n = desk.i18n;
    let scope = REWARD_CATALOGUE.class;
    let text = if signed_out {
        keys::REWARD_CATALOGUE_CHECKING_SESSION
    } else {
        keys::REWARD_CATALOGUE_CHECKING_TEXT
    };
    let way = match desk.block.try_get_value().filter(|_| signed_out) {
        Some(block) => frame::sign_in(&block),
        None => view! { class = scope,
            <button
                type="button"
                class="pl-button pl-primary pl-wide"
                aria-disabled=busy.then_some("true")
                on:click=move |_| desk.store.check_order()
            >
                {icon(scope, Icon::REFRESH)} {i18n.t(keys::REWARD_CATALOGUE_CHECK_NOW)}
            </button>
        }
        .into_any(),
    };
    let words = (i18n.t(keys::REWARD_CATALOGUE_CHECKING_TITLE), i18n.t(text));
    result(
        desk,
        "calm",
        Icon::CLOCK,
        words,
        ().into_any(),
        (close(desk), way).into_any(),
    )
}

/// Ordered.
pub(super) fn done(desk: Desk, order: Redemption) -> AnyView {
    let i18n = desk.i18n;
    let scope = REWARD_CATALOGUE.class;
    let failed = order.state == RedemptionState::Failed;
    let last = order.history.last().and_then(|step| step.message.clone());
    let text = match () {
        () if failed => last.unwrap_or_else(|| i18n.t(keys::REWARD_CATALOGUE_DELIVERY_TEXT)),
        () if order.code.is_some() => i18n.t(keys::REWARD_CATALOGUE_DONE_CODE),
        () if order.state == RedemptionState::Issued => last.unwrap_or_default(),
        () => i18n.t(keys::REWARD_CATALOGUE_DONE_SHIPPING),
    };
    let (tone, sign, title) = if failed {
        ("warn", Icon::WARNING, keys::REWARD_CATALOGUE_FAILED_TITLE)
    } else {
        (
            "good",
            Icon::CHECK_CIRCLE,
            keys::REWARD_CATALOGUE_DONE_TITLE,
        )
    };
    let paid = desk
        .currencies
        .with_untracked(|currencies| i18n.amounts(&order.charged, currencies));
    let named = [Some(order.reward.title.clone()), order.variant.clone()];
    let named = named.into_iter().flatten().collect::<Vec<_>>().join(", ");
    let number = i18n.with(keys::REWARD_CATALOGUE_ORDER, &[("id", order.id.as_str())]);
    // A code is there at once: its way through the house interests nobody.
    let steps = order.code.is_none().then(|| progress(desk, &order));
    let help = order.actions.get("contact").map(|action| {
        view! { class = scope,
            <a class="help-link pl-small" href=desk.store.media_url(&action.href)>{i18n.t(keys::REWARD_CATALOGUE_HELP)}</a>
        }
    });
    let more = view! { class = scope,
        <dl class="sums pl-num">
            <div class="sum"><dt>{number}</dt><dd>{named}</dd></div>
            <div class="sum"><dt>{i18n.t(keys::REWARD_CATALOGUE_CHARGED)}</dt><dd>{paid}</dd></div>
        </dl>
        {order.code.clone().map(|code| code::code(desk, &order, code))}
        {steps}
        {order.shipments.iter().map(|parcel| shipment(desk, parcel)).collect_view()}
        {help}
    };
    result(
        desk,
        tone,
        sign,
        (i18n.t(title), text),
        more.into_any(),
        close(desk),
    )
}

/// The order's states so far, the last one marked in words.
fn progress(desk: Desk, order: &Redemption) -> AnyView {
    let i18n = desk.i18n;
    let scope = REWARD_CATALOGUE.class;
    let last = order.history.len().saturating_sub(1);
    let steps = order.history.iter().enumerate().map(|(place, step)| {
        let words = step.message.clone().unwrap_or_else(|| step.state.as_str().to_owned());
        let current = place == last;
        view! { class = scope,
            <li class="track-step" data-current=current.to_string() aria-current=current.then_some("step")>
                <span class="track-words">
                    {words}
                    {current.then(|| view! { class = scope, <span class="pl-chip" data-tone="accent">{i18n.t(keys::REWARD_CATALOGUE_NOW)}</span> })}
                </span>
                <span class="pl-small pl-soft pl-num">{i18n.date(&step.at, DateStyle::Moment)}</span>
            </li>
        }
    });
    view! { class = scope,
        <ol class="track" role="list" aria-label=i18n.t(keys::REWARD_CATALOGUE_PROGRESS_TITLE)>{steps.collect_view()}</ol>
    }
    .into_any()
}

fn shipment(desk: Desk, parcel: &Shipment) -> AnyView {
    let i18n = desk.i18n;
    let scope = REWARD_CATALOGUE.class;
    let label = i18n.with(
        keys::REWARD_CATALOGUE_TRACK,
        &[("carrier", &parcel.carrier)],
    );
    let due = parcel.eta.as_ref().map(|at| {
        let when = i18n.date(at, DateStyle::Long);
        i18n.with(keys::REWARD_CATALOGUE_ARRIVES, &[("when", &when)])
    });
    let (url, number) = (parcel.url.clone(), parcel.number.clone());
    let link = match url {
        Some(url) => {
            view! { class = scope, <a href=url target="_blank" rel="noopener">{label}</a> }
                .into_any()
        }
        None => view! { class = scope, <span>{parcel.carrier.clone()}</span> }.into_any(),
    };
    view! { class = scope,
        <div class="fact pl-small">
            {icon(scope, Icon::TRUCK)}
            <div><p class="fact-name">{link}</p><p class="pl-num">{number}</p><p>{due}</p></div>
        </div>
    }
    .into_any()
}

/// Not ordered; or paid, and not handed over.
pub(super) fn refused(desk: Desk, problem: &Problem) -> AnyView {
    let i18n = desk.i18n;
    let scope = REWARD_CATALOGUE.class;
    let paid = problem.kind == ProblemType::DeliveryFailed;
    let (sign, title) = match problem.kind {
        ProblemType::DeliveryFailed => (Icon::WARNING, keys::REWARD_CATALOGUE_DELIVERY_TITLE),
        ProblemType::Short => (Icon::COIN, keys::REWARD_CATALOGUE_SHORT_TITLE),
        ProblemType::SoldOut => (Icon::SOLD_OUT, keys::REWARD_CATALOGUE_SOLD_OUT_TITLE),
        ProblemType::LimitReached => (Icon::CHECK_CIRCLE, keys::REWARD_CATALOGUE_LIMIT_TITLE),
        _ => (Icon::INFO, keys::REWARD_CATALOGUE_REFUSED_TITLE),
    };
    let fallback = if paid {
        keys::REWARD_CATALOGUE_DELIVERY_TEXT
    } else {
        keys::REWARD_CATALOGUE_REFUSED_TEXT
    };
    let detail = problem.detail.clone();
    let untouched =
        (!paid && detail.is_some()).then(|| i18n.t(keys::REWARD_CATALOGUE_REFUSED_TEXT));
    let again = problem.retry_at.as_ref().map(|at| {
        let when = i18n.date(at, DateStyle::Moment);
        i18n.with(keys::REWARD_CATALOGUE_AGAIN_FROM, &[("when", &when)])
    });
    let note =
        move |text: String| view! { class = scope, <p class="result-text pl-soft">{text}</p> };
    let more = view! { class = scope, {again.map(note)} {untouched.map(note)} };
    let back = (!paid && desk.reward.with_untracked(Option::is_some)).then(|| {
        view! { class = scope,
            <button type="button" class="pl-button pl-primary pl-wide" on:click=move |_| desk.go(Input::Back { address: false })>
                {i18n.t(keys::REWARD_CATALOGUE_BACK_TO_REWARD)}
            </button>
        }
    });
    let words = (i18n.t(title), detail.unwrap_or_else(|| i18n.t(fallback)));
    result(
        desk,
        "warn",
        sign,
        words,
        more.into_any(),
        (close(desk), back).into_any(),
    )
}
