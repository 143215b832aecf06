//! The theme panel: presets, colours in both schemes, type and shape, contrast, import and
//! export.
//!
//! [`crate::theme`] decides what a theme means; its tokens are shown and changed here.

mod colours;
mod edit;
mod exchange;
mod fonts;
mod measures;
mod presets;
pub(super) mod preview;
mod reading;

use wasm_bindgen::prelude::wasm_bindgen;

use super::drag::Drag;
use super::reasons;
use super::session::Session;
use crate::dom::{Dom, El, el};
use crate::i18n::{Key, keys};
use crate::style::{Sheet, sheets};
pub(super) use edit::{mend, set_scheme};
pub(super) use reading::{pair, ratio, scheme_name, token as token_name};

const SHEET: &Sheet = &sheets::THEME;

#[wasm_bindgen(module = "/src/designer/theme/theme.js")]
extern "C" {
    #[wasm_bindgen(js_name = prefersDark)]
    fn prefers_dark() -> bool;
    #[wasm_bindgen(js_name = setValue)]
    fn set_value(event: &web_sys::Event, value: &str);
}

/// Draws it.
pub(super) fn draw(session: Session, _drag: &Drag) -> El {
    let seen = edit::Seen::of(session);
    el("div", "ds-panel-body")
        .child(reasons::note(session))
        .child(scheme(session, seen))
        .child(group(
            session,
            keys::DESIGNER_THEME_PRESETS,
            presets::draw(session, seen),
        ))
        .child(colours::draw(session, seen))
        .child(reading::draw(session, seen))
        .child(measures::draw(session, seen))
        .child(group(
            session,
            keys::DESIGNER_THEME_EXCHANGE,
            exchange::draw(session),
        ))
}

fn group(session: Session, title: Key, content: impl Into<Dom>) -> El {
    el("section", "ds-group")
        .child(el("h3", "ds-group-title").text(&session.i18n.t(title)))
        .child(content)
}

/// Which scheme members get.
fn scheme(session: Session, seen: edit::Seen) -> El {
    let i18n = session.i18n;
    let words = [
        ("auto", keys::DESIGNER_THEME_AUTO),
        ("light", keys::DESIGNER_THEME_LIGHT),
        ("dark", keys::DESIGNER_THEME_DARK),
    ];
    let buttons = words.map(|(word, label)| {
        let button = el("button", "ds-segment")
            .attr("type", "button")
            .attr("data-scheme", word)
            .attr_of("aria-pressed", move || {
                let now = seen.theme().scheme.unwrap_or_else(|| "auto".to_owned());
                Some((now == word).to_string())
            })
            .text(&i18n.t(label));
        let set = move || edit::set_scheme(session, word);
        Dom::from(reasons::guarded(button, session, set))
    });
    el("div", "ds-field")
        .child(el("span", "ds-label").text(&i18n.t(keys::DESIGNER_THEME_SCHEME)))
        .child(
            el("div", "ds-segments")
                .attr("role", "group")
                .attr("aria-label", &i18n.t(keys::DESIGNER_THEME_SCHEME))
                .child(Vec::from(buttons)),
        )
        .child(el("span", "ds-hint").text(&i18n.t(keys::DESIGNER_THEME_SCHEME_HINT)))
}

/// The scheme that the canvas shows now. Not tracked.
pub(super) fn shown_now(session: Session) -> crate::theme::Scheme {
    leptos::prelude::untrack(|| shown(session))
}

/// The scheme that the canvas shows now. Tracked.
pub(super) fn shown(session: Session) -> crate::theme::Scheme {
    use crate::theme::Scheme;
    session.version.track();
    let wanted = session.view.scheme.get();
    wanted.unwrap_or_else(|| {
        let own = session.read(|tree, _| tree.theme().scheme.clone());
        match own.as_deref() {
            Some("dark") => Scheme::Dark,
            Some("light") => Scheme::Light,
            _ if prefers_dark() => Scheme::Dark,
            _ => Scheme::Light,
        }
    })
}
