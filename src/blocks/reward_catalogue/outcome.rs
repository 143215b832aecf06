//! Last step: what became of the order.

use palier_contract::problem::{Problem, ProblemType};
use palier_contract::redemption::{Redemption, RedemptionState, Shipment};

use super::flow::Input;
use super::redeem_dialog::RedeemDialog;
use super::state::stands;
use super::{cancel, code, dialog, review};
use crate::blocks::frame;
use crate::blocks::icon::{Icon, icon};
use crate::blocks::ui::{address, beside, headline};
use crate::dom::{Dom, El, el};
use crate::i18n::{DateStyle, Key, keys};
use crate::store::{Order, Unsent};
use crate::style::sheets::REWARD_CATALOGUE as S;

pub(super) fn button(
    dialog: RedeemDialog,
    class: &str,
    label: Key,
    run: impl FnMut(web_sys::Event) + 'static,
) -> El {
    el("button", class)
        .attr("type", "button")
        .on("click", run)
        .text(&dialog.i18n.t(label))
}

pub(super) fn close(dialog: RedeemDialog) -> El {
    let close = keys::REWARD_CATALOGUE_CLOSE;
    button(dialog, "pl-button pl-wide", close, move |_| {
        dialog.open.set(false);
    })
}

/// A result: sign, heading, text, what belongs to it, ways on.
fn result(
    dialog: RedeemDialog,
    (tone, sign): (&'static str, Icon),
    (title, text): (Key, String),
    more: Dom,
    ways: Vec<El>,
) -> El {
    dialog.said.set(text.clone());
    S.el("div", "step result")
        .attr("data-tone", tone)
        .child(S.el("span", "result-sign").child(icon(sign)))
        .child(headline(&dialog.i18n.t(title), dialog.level.get()))
        .child(S.el("p", "result-text pl-soft").text(&text))
        .child(more)
        .child(dialog::foot().child(ways))
}

/// Not sent; the dialog waits for nothing.
pub(super) fn unsent(dialog: RedeemDialog, why: &Unsent) -> El {
    let text = match why {
        Unsent::UnknownMember => dialog.i18n.t(keys::REWARD_CATALOGUE_UNQUOTED_TEXT),
        Unsent::OtherOrderOpen(title) => {
            let named = [("title", title.as_str())];
            dialog.i18n.with(keys::REWARD_CATALOGUE_UNSENT_TEXT, &named)
        }
    };
    let again = button(
        dialog,
        "pl-button pl-primary pl-wide",
        keys::FRAME_RETRY,
        move |_| dialog.go(Input::Again),
    );
    let words = (keys::REWARD_CATALOGUE_UNSENT_TITLE, text);
    let ways = vec![close(dialog), again];
    result(dialog, ("warn", Icon::INFO), words, Dom::default(), ways)
}

/// Nobody knows yet; the store keeps asking with the same key.
pub(super) fn checking(dialog: RedeemDialog, signed_out: bool) -> El {
    let text = if signed_out {
        keys::REWARD_CATALOGUE_CHECKING_SESSION
    } else {
        keys::REWARD_CATALOGUE_CHECKING_TEXT
    };
    let way = match dialog.block.try_get_value().filter(|_| signed_out) {
        Some(block) => frame::sign_in(&block),
        None => button(
            dialog,
            "pl-button pl-primary pl-wide",
            keys::REWARD_CATALOGUE_CHECK_NOW,
            move |_| dialog.store.check_order(),
        )
        .attr_of("aria-disabled", move || {
            let busy = |order: &Order| matches!(order, Order::Unknown { busy: true, .. });
            Some(dialog.order.with(busy).to_string())
        }),
    };
    let words = (keys::REWARD_CATALOGUE_CHECKING_TITLE, dialog.i18n.t(text));
    let ways = vec![close(dialog), way];
    result(dialog, ("calm", Icon::CLOCK), words, Dom::default(), ways)
}

/// Nobody can tell; the list of orders may.
pub(super) fn lost(dialog: RedeemDialog, title: &str) -> El {
    let orders = button(
        dialog,
        "pl-button pl-primary pl-wide",
        keys::REWARD_CATALOGUE_ORDERS,
        move |_| dialog.show_orders(),
    );
    let named = [("title", title)];
    let text = dialog.i18n.with(keys::REWARD_CATALOGUE_NOTICE_LOST, &named);
    let words = (keys::REWARD_CATALOGUE_LOST_TITLE, text);
    let ways = vec![close(dialog), orders];
    result(dialog, ("warn", Icon::WARNING), words, Dom::default(), ways)
}

/// Ordered.
pub(super) fn done(dialog: RedeemDialog, order: &Redemption) -> El {
    let i18n = dialog.i18n;
    let failed = order.state == RedemptionState::Failed;
    let last = order.history.last().and_then(|step| step.message.clone());
    let text = match () {
        () if failed => last.unwrap_or_else(|| i18n.t(keys::REWARD_CATALOGUE_DELIVERY_TEXT)),
        () if order.code.is_some() => i18n.t(keys::REWARD_CATALOGUE_DONE_CODE),
        () if order.state == RedemptionState::Issued => last.unwrap_or_default(),
        () => i18n.t(keys::REWARD_CATALOGUE_DONE_SHIPPING),
    };
    let (look, title) = if failed {
        (("warn", Icon::WARNING), keys::REWARD_CATALOGUE_FAILED_TITLE)
    } else {
        (
            ("good", Icon::CHECK_CIRCLE),
            keys::REWARD_CATALOGUE_DONE_TITLE,
        )
    };
    let mut more = vec![S.el("p", "subject-name").text(&what(order))];
    more.extend(facts(dialog, order));
    let ways = cancel::way(dialog, order).into_iter();
    let ways = ways.chain([close(dialog)]).collect();
    result(dialog, look, (title, text), more.into(), ways)
}

/// The reward, with the variant that was chosen.
pub(super) fn what(order: &Redemption) -> String {
    let named = [Some(order.reward.title.as_str()), order.variant.as_deref()];
    named.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// What an order took, its code or its way so far, and help with it.
pub(super) fn facts(dialog: RedeemDialog, order: &Redemption) -> Vec<El> {
    let i18n = dialog.i18n;
    let paid = dialog
        .currencies
        .with_untracked(|currencies| i18n.amounts(&order.charged, currencies));
    let sum = |key: Key, text: &str| review::sum(&i18n.t(key), text);
    let sums = S
        .el("dl", "sums pl-num")
        .child(sum(keys::REWARD_CATALOGUE_CHARGED, &paid))
        .child(sum(keys::REWARD_CATALOGUE_ORDER, order.id.as_str()));
    let mut more = vec![sums];
    match &order.code {
        Some(code) => more.push(code::code(dialog, order, code)),
        // A code is there at once: its way through the house interests nobody.
        None => more.push(progress(dialog, order)),
    }
    more.extend(
        order
            .shipments
            .iter()
            .map(|parcel| shipment(dialog, parcel)),
    );
    let contact = order.actions.get("contact");
    if let Some(at) = contact.and_then(|action| address(dialog.store, &action.href)) {
        let link = S
            .el("a", "help-link pl-small")
            .attr("part", "link")
            .attr("href", &at)
            .text(&i18n.t(keys::REWARD_CATALOGUE_HELP));
        more.push(link);
    }
    more
}

/// The order's states so far, the last one marked in words.
fn progress(dialog: RedeemDialog, order: &Redemption) -> El {
    let i18n = dialog.i18n;
    let last = order.history.len().saturating_sub(1);
    let steps: Vec<El> = order
        .history
        .iter()
        .enumerate()
        .map(|(place, step)| {
            let words = stands(i18n, &step.state, step.message.as_ref());
            let item = S.el("li", "track-step").attr("part", "step");
            let (item, now) = if place == last {
                let now = el("span", "pl-chip")
                    .attr("data-tone", "accent")
                    .text(&i18n.t(keys::REWARD_CATALOGUE_NOW));
                (item.attr("aria-current", "step"), Some(now))
            } else {
                (item, None)
            };
            let at = el("span", "pl-small pl-soft pl-num");
            item.child(S.el("span", "track-words").text(&words).child(now))
                .child(at.text(&i18n.date(&step.at, DateStyle::Moment)))
        })
        .collect();
    S.el("ol", "track")
        .attr("role", "list")
        .attr("aria-label", &i18n.t(keys::REWARD_CATALOGUE_PROGRESS_TITLE))
        .child(steps)
}

fn shipment(dialog: RedeemDialog, parcel: &Shipment) -> El {
    let i18n = dialog.i18n;
    let carrier = [("carrier", parcel.carrier.as_str())];
    let url = parcel.url.as_deref();
    let link = match url.and_then(|url| address(dialog.store, url)) {
        Some(url) => {
            let words = i18n.with(keys::REWARD_CATALOGUE_TRACK, &carrier);
            beside(el("a", "").attr("part", "link"), i18n, &url, &words)
        }
        None => el("span", "").text(&parcel.carrier),
    };
    let due = parcel.eta.as_ref().map(|at| {
        let when = i18n.date(at, DateStyle::Long);
        let text = i18n.with(keys::REWARD_CATALOGUE_ARRIVES, &[("when", &when)]);
        el("p", "").text(&text)
    });
    let words = el("div", "")
        .child(S.el("p", "fact-name").child(link))
        .child(el("p", "pl-num").text(&parcel.number))
        .child(due);
    S.el("div", "fact pl-small")
        .child(icon(Icon::TRUCK))
        .child(words)
}

/// Not ordered; or paid, and not handed over.
pub(super) fn refused(dialog: RedeemDialog, problem: &Problem) -> El {
    let i18n = dialog.i18n;
    let paid = problem.kind == ProblemType::DeliveryFailed;
    let (sign, title) = match problem.kind {
        ProblemType::DeliveryFailed => (Icon::WARNING, keys::REWARD_CATALOGUE_DELIVERY_TITLE),
        ProblemType::Short => (Icon::COIN, keys::REWARD_CATALOGUE_SHORT_TITLE),
        ProblemType::SoldOut => (Icon::SOLD_OUT, keys::REWARD_CATALOGUE_SOLD_OUT_TITLE),
        ProblemType::LimitReached => (Icon::CHECK_CIRCLE, keys::REWARD_CATALOGUE_LIMIT_TITLE),
        _ => (Icon::INFO, keys::REWARD_CATALOGUE_REFUSED_TITLE),
    };
    let fallback = i18n.t(if paid {
        keys::REWARD_CATALOGUE_DELIVERY_TEXT
    } else {
        keys::REWARD_CATALOGUE_REFUSED_TEXT
    });
    let note = |text: &str| S.el("p", "result-text pl-soft").text(text);
    let again = problem.retry_at.as_ref().map(|at| {
        let when = i18n.date(at, DateStyle::Moment);
        note(&i18n.with(keys::REWARD_CATALOGUE_AGAIN_FROM, &[("when", &when)]))
    });
    let untouched = (!paid && problem.detail.is_some()).then(|| note(&fallback));
    let more: Vec<El> = again.into_iter().chain(untouched).collect();
    let mut ways = vec![close(dialog)];
    if !paid && dialog.reward.with_untracked(Option::is_some) {
        ways.push(button(
            dialog,
            "pl-button pl-primary pl-wide",
            keys::REWARD_CATALOGUE_BACK_TO_REWARD,
            move |_| dialog.go(Input::Back { address: false }),
        ));
    }
    let text = problem.detail.clone().unwrap_or(fallback);
    result(dialog, ("warn", sign), (title, text), more.into(), ways)
}
