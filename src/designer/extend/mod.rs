//! What the page that hosts the designer adds to it besides blocks: checks and commands. What is public
//! of the designer is here; the rest stays its own.
//!
//! | file | job |
//! |---|---|
//! | `extend.js` | who registered what; runs it, guarded |
//! | `answer` | what a check answered, read |
//! | `command` | runs a command, and edits for it |
//! | `changes`, `values` | what it asks for, as ops; whether values are of their kinds |

mod answer;
mod changes;
pub(super) mod command;
mod values;

use palier_contract::document::write;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use wasm_bindgen_futures::JsFuture;

use super::problems::Problem;
use super::session::Session;

#[wasm_bindgen(module = "/src/designer/extend/extend.js")]
extern "C" {
    #[wasm_bindgen(js_name = begin)]
    fn begin_js(again: &JsValue);
    /// Whether the page has checks.
    #[wasm_bindgen(js_name = hasChecks)]
    pub(super) fn has_checks() -> bool;
    #[wasm_bindgen(js_name = runChecks)]
    fn run_checks(document: &str, locale: &str, hear: &JsValue) -> js_sys::Promise;
    fn tell(name: &str, words: &str);
}

/// Takes over what the page has registered, and what it will while this session lasts.
pub(super) fn begin(session: Session) {
    let again = Closure::<dyn Fn()>::new(move || session.problems.again());
    begin_js(again.into_js_value().as_ref());
}

/// The document as the page gets it.
fn document(session: Session) -> String {
    // A document is plain data: writing it cannot fail.
    session.read(|tree, _| write(&tree.to_document()).unwrap_or_default())
}

/// Has the page's checks look at the document as it is at this moment; `hear` is given the name of each
/// and what it found, as soon as it has answered. Waits for all of them.
pub(super) async fn check(session: Session, hear: impl Fn(&str, Vec<Problem>) + 'static) {
    if !has_checks() {
        return;
    }
    let read = Closure::<dyn Fn(String, String)>::new(move |name: String, json: String| {
        let answer = session.read(|tree, rules| answer::read(&name, &json, tree, rules));
        tell(&name, &answer.faults.join("; "));
        hear(&name, answer.problems);
    });
    let asked = run_checks(&document(session), &session.i18n.locale(), read.as_ref());
    // What one does wrong is told where it is run.
    drop(JsFuture::from(asked).await);
}
