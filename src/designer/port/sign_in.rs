//! Signing in anew while there is work on the desk.

use js_sys::Promise;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen(module = "/src/designer/port/sign_in.js")]
extern "C" {
    #[wasm_bindgen(js_name = way)]
    fn way_js() -> String;
    /// Opens the sign-in in another tab, which hands it back; false when the browser does not let us.
    #[wasm_bindgen(js_name = elsewhere)]
    pub(in crate::designer) fn sign_in_elsewhere() -> bool;
    fn wait(signed: &JsValue);
    #[wasm_bindgen(js_name = handBack)]
    fn hand_back_js() -> Option<Promise>;
    /// Goes to the sign-in in this tab. What is on the desk has to be kept before.
    #[wasm_bindgen(js_name = leave)]
    pub(in crate::designer) fn leave_to_sign_in();
}

/// How somebody signs in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::designer) enum Way {
    /// The hosting page gives tokens, and is asked again.
    Ask,
    /// The same; where that does not help, it has a page for it.
    AskThenLeave,
    /// Another tab, which hands back who signed in there.
    Elsewhere,
    /// The hosting page's own page for it.
    Leave,
}

/// How somebody signs in here.
pub(in crate::designer) fn sign_in_way() -> Way {
    match way_js().as_str() {
        "ask" => Way::Ask,
        "ask, leave" => Way::AskThenLeave,
        "leave" => Way::Leave,
        _ => Way::Elsewhere,
    }
}

/// Calls `signed` once, when somebody has signed in for this portal in another tab.
pub(in crate::designer) fn wait_for_sign_in(signed: impl FnOnce() + 'static) {
    wait(&Closure::once_into_js(signed));
}

/// Whether this tab was only to sign in, and another has taken that over.
pub(in crate::designer) async fn hand_back() -> bool {
    let Some(handed) = hand_back_js() else {
        return false;
    };
    let taken = JsFuture::from(handed).await;
    taken.is_ok_and(|taken| taken.is_truthy())
}
