//! Style sheets: generated scoped sheets and their adoption. Nothing else touches a style sheet.
//!
//! Sheets are constructed once per document and shared by every root, because a strict
//! `style-src 'self'` blocks `<style>` elements but not adopted sheets.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Document, ShadowRoot};

pub mod sheets;

/// A style sheet and the class that scopes it.
#[derive(Debug, Clone, Copy)]
pub struct Sheet {
    /// The scope class, `palier-<stem>`.
    pub class: &'static str,
    /// The scoped text.
    pub css: &'static str,
}

impl Sheet {
    /// An element of the block that this sheet is for: `class` and the scope class.
    #[must_use]
    pub fn el(&self, tag: &'static str, class: &str) -> crate::dom::El {
        crate::dom::scoped(self.class, tag, class)
    }
}

#[wasm_bindgen(module = "/src/style/adopt.js")]
extern "C" {
    #[wasm_bindgen(js_name = adopt, catch)]
    fn take(root: &JsValue, key: usize, text: Option<&str>) -> Result<bool, JsValue>;
}

/// Something that can adopt style sheets.
#[derive(Debug)]
pub enum Root<'a> {
    /// The page itself, for the portal.
    Page(&'a Document),
    /// An element's own tree, for the embed.
    Shadow(&'a ShadowRoot),
}

/// Adopts `css` texts in order; a text adopted before by the same root is not adopted again.
///
/// # Errors
/// The browser's exception when it cannot construct a sheet.
pub fn adopt(root: &Root<'_>, texts: &[&'static str]) -> Result<(), JsValue> {
    let root: &JsValue = match root {
        Root::Page(page) => page.as_ref(),
        Root::Shadow(shadow) => shadow.as_ref(),
    };
    for text in texts {
        // A `&'static str` is one constant, so its address names it.
        let key = text.as_ptr() as usize;
        if !take(root, key, None)? {
            take(root, key, Some(text))?;
        }
    }
    Ok(())
}
