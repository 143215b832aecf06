//! What the page that hosts the designer may ask it: `globalThis.palierDesigner`.
//!
//! | member | whose | what |
//! |---|---|---|
//! | `getToken({ reason })` | the page's | the editor's bearer token; `reason` is `first` or `expired` |
//! | `role` | the page's | holds the editor to `designer` or `content_editor`; the backend decides anyway |
//! | `pickImage({ current, alt, locale, signal })` | the page's | opens the brand's library; promises `{ src, alt }`, or null |
//! | `edited({ intention, operations })` | the page's | hears of each edit, see [`Edit`] |
//! | `document()` | the designer's | the document as it is being edited, an object of the contract's `PortalDocument` |

use palier_contract::document::write;
use palier_edit::Op;
use serde::Serialize;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use super::session::Session;

#[wasm_bindgen(module = "/src/designer/host.js")]
extern "C" {
    #[wasm_bindgen(js_name = offer)]
    fn offer_js(document: &JsValue);
    /// Whether the page has a library of pictures.
    #[wasm_bindgen(js_name = hasLibrary)]
    pub(super) fn has_library() -> bool;
    /// Whether the page wants to hear of edits.
    #[wasm_bindgen(js_name = hearsEdits)]
    pub(super) fn hears_edits() -> bool;
    #[wasm_bindgen(js_name = tellEdited)]
    fn tell_edited(edit: &str);
}

/// One step of the history, as the hosting page hears of it: done to the document before it, the
/// operations give the one after it.
#[derive(Serialize)]
pub(super) struct Edit {
    intention: String,
    operations: Vec<Op>,
}

impl Edit {
    /// A step that is about to be taken.
    pub(super) fn new(intention: &str, operations: &[Op]) -> Self {
        Self {
            intention: intention.to_owned(),
            operations: operations.to_vec(),
        }
    }

    /// Tells the page that it was.
    pub(super) fn tell(&self) {
        // Ops are plain data: writing them cannot fail.
        tell_edited(&serde_json::to_string(self).unwrap_or_default());
    }
}

/// Offers the designer's members, beside what the page put there.
pub(super) fn offer(session: Session) {
    let document: Box<dyn Fn() -> String> = Box::new(move || {
        session.read(|tree, _| {
            // A document is plain data: writing it cannot fail.
            write(&tree.to_document()).unwrap_or_default()
        })
    });
    offer_js(Closure::wrap(document).into_js_value().as_ref());
}
