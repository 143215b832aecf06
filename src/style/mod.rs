//! Style sheets: generated scoped sheets and their adoption. Nothing else touches a style sheet.
//!
//! Sheets are constructed once per document and shared by every root, because a strict
//! `style-src 'self'` blocks `<style>` elements but not adopted sheets.

use std::cell::RefCell;

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CssStyleSheet, Document, ShadowRoot};

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

thread_local! {
    static BUILT: RefCell<Vec<(usize, CssStyleSheet)>> = const { RefCell::new(Vec::new()) };
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
    let list = match root {
        Root::Page(page) => page.adopted_style_sheets(),
        Root::Shadow(shadow) => shadow.adopted_style_sheets(),
    };
    for text in texts {
        let sheet = built(text)?;
        if !list.includes(&sheet, 0) {
            list.push(&sheet);
        }
    }
    Ok(())
}

fn built(text: &'static str) -> Result<CssStyleSheet, JsValue> {
    // A `&'static str` is one constant, so its address names it.
    let key = text.as_ptr() as usize;
    if let Some(sheet) = BUILT.with_borrow(|built| {
        built
            .iter()
            .find(|(known, _)| *known == key)
            .map(|(_, sheet)| sheet.clone())
    }) {
        return Ok(sheet);
    }
    let sheet = CssStyleSheet::new()?;
    sheet.replace_sync(text)?;
    BUILT.with_borrow_mut(|built| built.push((key, sheet.clone())));
    Ok(sheet.unchecked_into())
}
