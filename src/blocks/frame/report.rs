//! Tells the page how a block goes: `palier-state` always, `palier-ready` once, `palier-error` on each
//! failure.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use palier_contract::portal::Portal;
use palier_contract::wire;
use wasm_bindgen::JsValue;

use super::fault;
use super::phase::{Phase, Subject};
use crate::blocks::{Block, Spec};
use crate::client::Error;
use crate::dom::watch;
use crate::reactive::*;
use crate::store::Load;

/// Follows `phase` for as long as the current owner lives.
pub(super) fn report(
    block: &Block,
    spec: &'static Spec,
    phase: Memo<Phase>,
    subject: Signal<Subject>,
) {
    let reporter = Rc::new(Reporter {
        block: block.clone(),
        spec,
        subject,
        portal: block.store.portal(),
        is_announced: Cell::new(false),
    });
    let before = RefCell::new(None);
    watch_later(move || {
        let now = phase.get();
        let error = reporter.fault(&now);
        let code = error.as_ref().map(|error| error.code().to_owned());
        let news = Some((now.clone(), code));
        if before.replace(news.clone()) == news {
            return;
        }
        if now != Phase::Ready {
            return reporter.tell(&now, error);
        }
        // Only when the parts that are drawn in their turn are there too.
        let (all, reporter) = (turn(), Rc::clone(&reporter));
        watch(move || {
            if all.get() {
                reporter.tell(&Phase::Ready, None);
            }
        });
    });
}

struct Reporter {
    block: Block,
    spec: &'static Spec,
    subject: Signal<Subject>,
    portal: RcSignal<Load<Portal>>,
    is_announced: Cell<bool>,
}

impl Reporter {
    /// Why there is nothing to show. Tracked.
    fn fault(&self, now: &Phase) -> Option<Error> {
        match now {
            Phase::Failed | Phase::Broken | Phase::Offline | Phase::Expired => self
                .subject
                .with(|subject| subject.error.clone())
                .or_else(|| self.portal.with(|load| load.error.clone())),
            _ => None,
        }
    }

    fn tell(&self, now: &Phase, error: Option<Error>) {
        let host = self.block.host;
        host.emit("palier-state", &JsValue::from_str(word(now)));
        match now {
            // Whoever has no access is told what to do: that is all there is to show.
            Phase::Ready
            | Phase::Empty
            | Phase::SignedOut
            | Phase::NotEnrolled
            | Phase::Suspended
                if !self.is_announced.replace(true) =>
            {
                host.emit("palier-ready", &JsValue::NULL);
            }
            Phase::NotOffered => self.tell_not_offered(),
            _ => {
                if let Some(error) = error {
                    self.tell_failure(now, &error);
                }
            }
        }
    }

    fn tell_not_offered(&self) {
        let Spec { kind, needs, .. } = self.spec;
        let needs = needs.join(", ");
        let message = format!(
            "the backend does not offer \"{kind}\" (/portal: disabled_blocks, min_kit_version, \
             capabilities.blocks, capabilities.operations: {needs}), or answers \"not-offered\"."
        );
        let told = detail("not-offered", &message, false);
        self.block.host.tell_json("palier-error", &told);
        leptos::logging::warn!("{}: {message}", self.tag());
    }

    fn tell_failure(&self, now: &Phase, error: &Error) {
        let message = error.message();
        let told = detail(error.code(), &message, error.is_retryable());
        self.block.host.tell_json("palier-error", &told);
        let is_news = fault::is_news(&message);
        if *now == Phase::Broken || error.is_foreign() {
            leptos::logging::error!("{}: {message}", self.tag());
        } else if is_news && matches!(error, Error::Token(_)) {
            leptos::logging::error!("{message}");
        }
    }

    /// The tag as the page has it, with what it has set.
    fn tag(&self) -> String {
        let set = self.spec.attrs.iter().filter_map(|attr| {
            let value = untrack(|| self.block.props.get(attr.name));
            (value != attr.default).then(|| format!(" {}=\"{value}\"", attr.name))
        });
        format!("<palier-{}{}>", self.spec.kind, set.collect::<String>())
    }
}

/// The detail of `palier-error`: `{code, message, retryable}`.
pub(crate) fn detail(code: &str, message: &str, retryable: bool) -> String {
    let (mut json, mut first) = (String::from("{"), true);
    wire::member(&mut json, &mut first, "code", &code.to_owned());
    wire::member(&mut json, &mut first, "message", &message.to_owned());
    wire::member(&mut json, &mut first, "retryable", &retryable);
    json.push('}');
    json
}

/// The word for `data-state`, `:state()` and tests.
pub(super) fn word(phase: &Phase) -> &'static str {
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
