//! The theme as a file of design tokens, and back.

use wasm_bindgen_futures::JsFuture;

use super::{SHEET, edit};
use crate::designer::reasons;
use crate::designer::session::Session;
use crate::designer::window;
use crate::dom::{Dom, el};
use crate::i18n::keys;
use crate::reactive::RwSignal;
use crate::theme::exchange::{self, ImportError};

/// Draws the two buttons, and what was not understood of the last file.
pub(super) fn draw(session: Session) -> Vec<Dom> {
    let i18n = session.i18n;
    let rejected = RwSignal::new(Vec::<String>::new());
    let export = el("button", "ds-button")
        .attr("type", "button")
        .attr("data-export", "")
        .on("click", move |_| {
            let tokens = exchange::export(&edit::theme_of(session));
            // A value that was made here can always be written.
            let text = serde_json::to_string_pretty(&tokens).unwrap_or_default();
            window::download("theme.tokens.json", &text);
            session.say(i18n.t(keys::DESIGNER_THEME_SAID_EXPORTED));
        })
        .text(&i18n.t(keys::DESIGNER_THEME_EXPORT));
    let label = SHEET.el("label", "file ds-button");
    let is_refused = reasons::structure(session).is_some();
    let label = match is_refused {
        true => reasons::refused(label),
        false => label,
    };
    let import = label
        .child(
            el("input", "ds-sr")
                .attr("type", "file")
                .attr("accept", ".json,.tokens,application/json")
                .attr("data-import", "")
                .flag("disabled", is_refused)
                .on("change", move |event| {
                    let text = window::chosen(&event);
                    wasm_bindgen_futures::spawn_local(async move {
                        let text = JsFuture::from(text).await.ok();
                        if let Some(text) = text.and_then(|text| text.as_string()) {
                            rejected.set(import(session, &text));
                        }
                    });
                }),
        )
        .text(&i18n.t(keys::DESIGNER_THEME_IMPORT));
    let list = el("div", "").attr("data-rejected", "").slot(move || {
        let paths = rejected.get();
        (!paths.is_empty()).then(|| {
            let items = paths.iter().map(|path| Dom::from(el("li", "").text(path)));
            el("div", "ds-field")
                .child(el("p", "ds-label").text(&i18n.t(keys::DESIGNER_THEME_REJECTED)))
                .child(SHEET.el("ul", "rejected").child(items.collect::<Vec<_>>()))
        })
    });
    vec![
        SHEET
            .el("div", "exchange")
            .child(export)
            .child(import)
            .into(),
        el("p", "ds-hint")
            .text(&i18n.t(keys::DESIGNER_THEME_EXCHANGE_HINT))
            .into(),
        list.into(),
    ]
}

/// Puts a file's tokens over the theme; what was not understood of it.
fn import(session: Session, text: &str) -> Vec<String> {
    let i18n = session.i18n;
    match exchange::import(&edit::theme_of(session), text) {
        Ok(found) => {
            if edit::replace(session, &found.theme) {
                let count = i64::try_from(found.understood).unwrap_or(i64::MAX);
                session.say(i18n.count(keys::DESIGNER_THEME_SAID_IMPORTED, count, &[]));
            }
            found.rejected
        }
        Err(why) => {
            session.say(i18n.t(match why {
                ImportError::NotJson => keys::DESIGNER_THEME_SAID_NOT_JSON,
                ImportError::NoTokens => keys::DESIGNER_THEME_SAID_NO_TOKENS,
            }));
            Vec::new()
        }
    }
}
