//! Draws the frame: heading, notices, and the states that are not the block's own.

use std::sync::Arc;

use leptos::prelude::*;
use palier_contract::member::MemberState;
use palier_contract::portal::Programme;
use wasm_bindgen::JsValue;

use super::phase::{Phase, Subject, judge};
use crate::blocks::icon::{Icon, icon};
use crate::blocks::{Block, Spec};
use crate::i18n::{DateStyle, Key, keys};

/// What a block hands to its frame.
pub struct Frame {
    /// The block's own declaration.
    pub spec: &'static Spec,
    /// The heading, unless the page sets one.
    pub title: Signal<String>,
    /// What is known of the block's data.
    pub subject: Signal<Subject>,
    /// When the data was read, for the notice on stale data.
    pub as_of: Signal<Option<palier_contract::Timestamp>>,
    /// Asks again.
    pub retry: Arc<dyn Fn() + Send + Sync>,
    /// Controls beside the heading; drawn once.
    pub controls: AnyView,
    /// A placeholder of the final shape.
    pub skeleton: fn() -> AnyView,
    /// The block itself; drawn each time it becomes ready.
    pub ready: Arc<dyn Fn() -> AnyView + Send + Sync>,
    /// Icon, title and text when there is nothing.
    pub empty: (Icon, Key, Key),
}

/// Draws `parts` with heading and common states.
pub fn frame(block: &Block, parts: Frame) -> AnyView {
    let Frame {
        spec,
        title,
        subject,
        as_of,
        retry,
        controls,
        skeleton,
        ready,
        empty,
    } = parts;
    let (portal, me) = (block.store.portal(), block.store.me());
    let judged = me.clone();
    let phase = Memo::new(move |_| {
        subject.with(|subject| {
            portal.with(|portal| {
                judged.with(|me| judge(spec.kind, spec.member_only, portal, me, subject))
            })
        })
    });
    report(block, spec, phase, subject);
    let i18n = block.i18n();
    let (heading, level) = (block.props.clone(), block.props.clone());
    let (named, hidden) = (heading.clone(), heading.clone());
    let body = {
        let block = block.clone();
        let retry = retry.clone();
        move || match phase.get() {
            Phase::Ready => ready(),
            Phase::Loading => skeleton(),
            Phase::NotOffered => ().into_any(),
            Phase::Empty => state(empty.0, i18n.t(empty.1), i18n.t(empty.2), "calm", ()),
            other => trouble(&block, &other, retry.clone()),
        }
    };
    let stale = move || {
        (phase.get() == Phase::Ready)
            .then(|| subject.with(|subject| subject.error.clone()))
            .flatten()
    };
    let suspended = move || {
        me.with(|me| {
            me.value
                .as_ref()
                .filter(|me| me.state == MemberState::Suspended && phase.get() == Phase::Ready)
                .map(|me| {
                    me.message
                        .clone()
                        .unwrap_or_else(|| i18n.t(keys::FRAME_SUSPENDED_TEXT))
                })
        })
    };
    let scope = "palier-frame";
    view! { class = scope,
        <section
            part="base"
            class="pl-block"
            lang=i18n.locale()
            dir=i18n.direction()
            data-block=spec.kind
            data-state=move || word(&phase.get())
            aria-busy=move || (phase.get() == Phase::Loading || subject.with(|subject| subject.busy)).to_string()
            hidden=move || phase.get() == Phase::NotOffered
        >
            <header class="pl-head">
                <div
                    part="heading"
                    class="pl-title"
                    class:pl-sr=move || hidden.get("heading") == "-"
                    role="heading"
                    attr:aria-level=move || level.get("heading-level")
                >
                    {move || {
                        let own = named.get("heading");
                        if own.is_empty() || own == "-" { title.get() } else { own }
                    }}
                </div>
                {controls}
            </header>
            {move || suspended().map(|text| notice("warn", Icon::LOCK, text, ()))}
            {move || stale().map(|error| {
                let when = as_of.get().map(|at| i18n.date(&at, DateStyle::Moment)).unwrap_or_default();
                let key = if error.code() == "offline" { keys::FRAME_STALE_OFFLINE } else { keys::FRAME_STALE };
                let again = retry.clone();
                notice("warn", Icon::OFFLINE, i18n.with(key, &[("when", &when)]), view! { class = scope,
                    <button type="button" class="pl-button pl-quiet" on:click=move |_| again()>
                        {i18n.t(keys::FRAME_RETRY)}
                    </button>
                })
            })}
            {body}
        </section>
    }
    .into_any()
}

/// Tells the host how it goes: `palier-ready` once, `palier-error` on each failure.
fn report(block: &Block, spec: &'static Spec, phase: Memo<Phase>, subject: Signal<Subject>) {
    let host = block.host;
    let announced = StoredValue::new(false);
    Effect::new(move |before: Option<Phase>| {
        let now = phase.get();
        if before.as_ref() == Some(&now) {
            return now;
        }
        host.emit("palier-state", &JsValue::from_str(word(&now)));
        match now {
            Phase::Ready | Phase::Empty if !announced.get_value() => {
                announced.set_value(true);
                host.emit("palier-ready", &JsValue::NULL);
            }
            Phase::Failed | Phase::Broken | Phase::Offline => {
                if let Some(error) = subject.with_untracked(|subject| subject.error.clone()) {
                    host.tell(
                        "palier-error",
                        &Trouble {
                            code: error.code(),
                            message: &error.message(),
                            retryable: error.is_retryable(),
                        },
                    );
                    if now == Phase::Broken {
                        leptos::logging::error!("<palier-{}>: {}", spec.kind, error.message());
                    }
                }
            }
            _ => {}
        }
        now
    });
}

#[derive(serde::Serialize)]
struct Trouble<'a> {
    code: &'a str,
    message: &'a str,
    retryable: bool,
}

/// The word for `data-state`, `:state()` and tests.
fn word(phase: &Phase) -> &'static str {
    match phase {
        Phase::Loading => "loading",
        Phase::Ready => "ready",
        Phase::Empty => "empty",
        Phase::SignedOut => "signed-out",
        Phase::Expired => "expired",
        Phase::NotEnrolled => "not-enrolled",
        Phase::Suspended => "suspended",
        Phase::NotOffered => "not-offered",
        Phase::Offline => "offline",
        Phase::Failed => "failed",
        Phase::Broken => "broken",
    }
}

/// The states in which there is nothing of the block's own to show.
fn trouble(block: &Block, phase: &Phase, retry: Arc<dyn Fn() + Send + Sync>) -> AnyView {
    let i18n = block.i18n();
    let (sign, title, text, tone) = match phase {
        Phase::SignedOut => (
            Icon::SIGN_IN,
            keys::FRAME_SIGNED_OUT_TITLE,
            keys::FRAME_SIGNED_OUT_TEXT,
            "calm",
        ),
        Phase::Expired => (
            Icon::CLOCK,
            keys::FRAME_EXPIRED_TITLE,
            keys::FRAME_EXPIRED_TEXT,
            "calm",
        ),
        Phase::NotEnrolled => (
            Icon::USER,
            keys::FRAME_NOT_ENROLLED_TITLE,
            keys::FRAME_NOT_ENROLLED_TEXT,
            "calm",
        ),
        Phase::Suspended => (
            Icon::LOCK,
            keys::FRAME_SUSPENDED_TITLE,
            keys::FRAME_SUSPENDED_TEXT,
            "bad",
        ),
        Phase::Offline => (
            Icon::OFFLINE,
            keys::FRAME_OFFLINE_TITLE,
            keys::FRAME_OFFLINE_TEXT,
            "calm",
        ),
        Phase::Failed => (
            Icon::WARNING,
            keys::FRAME_FAILED_TITLE,
            keys::FRAME_FAILED_TEXT,
            "bad",
        ),
        _ => (
            Icon::INFO,
            keys::FRAME_BROKEN_TITLE,
            keys::FRAME_BROKEN_TEXT,
            "calm",
        ),
    };
    let scope = "palier-frame";
    let action = match phase {
        Phase::SignedOut | Phase::Expired => sign_in(block),
        Phase::NotEnrolled => join(block),
        Phase::Offline | Phase::Failed => view! { class = scope,
            <button type="button" class="pl-button" on:click=move |_| retry()>
                {icon(scope, Icon::REFRESH)} {i18n.t(keys::FRAME_RETRY)}
            </button>
        }
        .into_any(),
        _ => ().into_any(),
    };
    state(sign, i18n.t(title), i18n.t(text), tone, action)
}

/// The way in for somebody who is not signed in. The page may take it over: `palier-sign-in`.
pub(crate) fn sign_in(block: &Block) -> AnyView {
    way_in(
        block,
        keys::FRAME_SIGN_IN,
        |programme| programme.sign_in_url.as_ref(),
        "palier-sign-in",
    )
}

/// The way in for somebody who is signed in and not enrolled.
pub(crate) fn join(block: &Block) -> AnyView {
    way_in(
        block,
        keys::FRAME_JOIN,
        |programme| programme.join_url.as_ref(),
        "palier-action",
    )
}

fn way_in(
    block: &Block,
    key: Key,
    url: fn(&Programme) -> Option<&String>,
    event: &'static str,
) -> AnyView {
    let scope = "palier-frame";
    let host = block.host;
    let label = block.i18n().t(key);
    let href = block.store.portal().with_untracked(|portal| {
        portal
            .value
            .as_ref()
            .and_then(|portal| url(&portal.programme).cloned())
    });
    match href {
        Some(href) => view! { class = scope,
            <a class="pl-button pl-primary" href=href on:click=move |click| {
                if !host.emit(event, &JsValue::NULL) {
                    click.prevent_default();
                }
            }>{label}</a>
        }
        .into_any(),
        None => view! { class = scope,
            <button type="button" class="pl-button pl-primary" on:click=move |_| {
                host.emit(event, &JsValue::NULL);
            }>{label}</button>
        }
        .into_any(),
    }
}

/// A centred picture of a state: icon, title, text, actions. Announced politely.
pub(crate) fn state(
    sign: Icon,
    title: String,
    text: String,
    tone: &'static str,
    actions: impl IntoView + 'static,
) -> AnyView {
    let scope = "palier-frame";
    view! { class = scope,
        <div class="pl-state" part="state" role="status" data-tone=tone>
            <span class="pl-state-icon">{icon(scope, sign)}</span>
            <p class="pl-state-title">{title}</p>
            <p class="pl-state-text">{text}</p>
            <div class="pl-state-actions">{actions}</div>
        </div>
    }
    .into_any()
}

/// One line above the block's content.
pub(crate) fn notice(
    tone: &'static str,
    sign: Icon,
    text: String,
    action: impl IntoView + 'static,
) -> AnyView {
    let scope = "palier-frame";
    view! { class = scope,
        <div class="pl-notice" part="notice" role="status" data-tone=tone>
            {icon(scope, sign)} <span>{text}</span> {action}
        </div>
    }
    .into_any()
}
