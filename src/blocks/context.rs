//! What a block is given: the page's store, its props, and its host.

use palier_contract::portal::{Currency, Portal};
use palier_contract::wire::{self, Wire};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CustomEvent, CustomEventInit, EventTarget};

use super::Props;
use crate::i18n::I18n;
use crate::reactive::{Memo, StoredValue, memo};
use crate::store::Store;

#[wasm_bindgen(module = "/src/blocks/ask.js")]
extern "C" {
    fn ask(target: &EventTarget, name: &str, detail: &JsValue) -> JsValue;
}

/// Everything a block's view gets.
#[derive(Debug, Clone)]
pub struct Block {
    /// The page's state.
    pub store: Store,
    /// The block's attributes.
    pub props: Props,
    /// Where it stands.
    pub host: Host,
}

impl Block {
    /// The words and formats of the block's language.
    #[must_use]
    pub fn i18n(&self) -> I18n {
        self.store.i18n()
    }

    /// Level of the headings below the block's own.
    #[must_use]
    pub fn sub_level(&self) -> Memo<u8> {
        let props = self.props.clone();
        memo(move || {
            let own: u8 = props.get("heading-level").parse().unwrap_or(2);
            own.saturating_add(1).min(6)
        })
    }

    /// The attribute `name`, a number of rows, as far as the backend gives so many at once
    /// (`limits.max_page_size`); as it is until the backend has said so.
    #[must_use]
    pub fn rows(&self, name: &'static str) -> Memo<String> {
        let (props, portal) = (self.props.clone(), self.store.portal());
        memo(move || {
            let most = |portal: &Portal| portal.limits.max_page_size.get();
            bounded(props.get(name), portal.with(|load| load.read(most)))
        })
    }

    /// The programme's currencies.
    #[must_use]
    pub fn currencies(&self) -> Memo<Vec<Currency>> {
        let portal = self.store.portal();
        memo(move || {
            portal.with(|load| {
                let portal = load.value.as_ref();
                portal
                    .map(|portal| portal.currencies.clone())
                    .unwrap_or_default()
            })
        })
    }
}

/// So many rows, and `most` at the most, where that is known.
fn bounded(rows: String, most: i64) -> String {
    match rows.parse::<i64>() {
        Ok(wanted) if most > 0 && wanted > most => most.to_string(),
        _ => rows,
    }
}

/// Where a block stands: the element that its events start from.
#[derive(Debug, Clone, Copy)]
pub struct Host(StoredValue<EventTarget>);

impl Host {
    /// A host whose events start from `target`.
    #[must_use]
    pub fn new(target: EventTarget) -> Self {
        Self(StoredValue::new(target))
    }

    /// Dispatches `name`, bubbling and composed. False when a listener called `preventDefault`.
    pub fn emit(self, name: &str, detail: &JsValue) -> bool {
        let init = CustomEventInit::new();
        init.set_bubbles(true);
        init.set_composed(true);
        init.set_cancelable(true);
        init.set_detail(detail);
        let Ok(event) = CustomEvent::new_with_event_init_dict(name, &init) else {
            return true;
        };
        self.0
            .try_with_value(|target| target.dispatch_event(event.unchecked_ref()).unwrap_or(true))
            .unwrap_or(true)
    }

    /// Dispatches `name` with what `json` says as its detail.
    pub fn tell_json(self, name: &str, json: &str) -> bool {
        self.emit(
            name,
            &js_sys::JSON::parse(json).unwrap_or(JsValue::UNDEFINED),
        )
    }

    /// Tells the page, for its figures, what a member did: `palier-action` with
    /// `{action, …more}`, where `more` are names and what they are in JSON. False when a listener
    /// called `preventDefault`.
    pub fn act(self, action: &str, more: &[(&str, String)]) -> bool {
        let mut detail = format!(r#"{{"action":"{action}""#);
        for (name, json) in more {
            detail.push_str(&[",\"", name, "\":", json].concat());
        }
        detail.push('}');
        self.tell_json("palier-action", &detail)
    }

    /// As [`Host::tell`], where listeners may answer later: `event.waitUntil(promise)`, as of the
    /// events of service workers. A promise then, which never rejects: of true, of false, or of words
    /// why not (perhaps none). It is no property of the detail, which is what the contract says and
    /// nothing else, also where it is copied into another document.
    pub fn ask<T: Wire>(self, name: &str, detail: &T) -> JsValue {
        let detail = js_sys::JSON::parse(&wire::to_string(detail)).unwrap_or_default();
        let answer = |target: &EventTarget| ask(target, name, &detail);
        self.0.try_with_value(answer).unwrap_or(JsValue::TRUE)
    }

    /// Dispatches `name` with a contract value as its detail.
    pub fn tell<T: Wire>(self, name: &str, detail: &T) -> bool {
        self.tell_json(name, &wire::to_string(detail))
    }
}

#[cfg(test)]
mod tests {
    use super::bounded;

    #[test]
    fn no_more_rows_are_asked_for_than_the_backend_gives() {
        for (rows, most, asked) in [
            ("12", 100, "12"),
            ("48", 20, "20"),
            ("20", 20, "20"),
            // Not known yet, or nonsense.
            ("48", 0, "48"),
            ("", 20, ""),
        ] {
            assert_eq!(bounded(rows.to_owned(), most), asked, "{rows} of {most}");
        }
    }
}
