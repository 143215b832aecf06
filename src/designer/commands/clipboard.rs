//! Copying and pasting, as text on the clipboard.

use palier_contract::document::Node;
use palier_edit::{Refusal, clipboard};
use wasm_bindgen::prelude::wasm_bindgen;

use super::insert::insert;
use crate::designer::session::{Session, dice};
use crate::designer::{starters, words};
use crate::i18n::keys;

#[wasm_bindgen(module = "/src/designer/shell/desk.js")]
extern "C" {
    #[wasm_bindgen(js_name = copy)]
    fn copy_text(text: &str) -> js_sys::Promise;
    fn read() -> js_sys::Promise;
}

/// Pastes from a menu, where the browser lets a click read the clipboard.
pub(super) fn paste_read(session: Session) {
    wasm_bindgen_futures::spawn_local(async move {
        let text = wasm_bindgen_futures::JsFuture::from(read()).await;
        match text.ok().and_then(|text| text.as_string()) {
            Some(text) => paste(session, &text),
            None => session.say(session.i18n.t(keys::DESIGNER_SAID_PASTE_BY_KEY)),
        }
    });
}

/// Puts the selected blocks on the clipboard; `then`, once they are there, while they are still
/// selected. Where the browser lets no button do that, the reader is told the key.
pub(super) fn copy(session: Session, then: impl FnOnce() + 'static) {
    let ids = session.selection.get_untracked();
    let text = session.read(|tree, rules| clipboard::copy(tree, &ids, &rules.blocks));
    let copied = copy_text(&text);
    wasm_bindgen_futures::spawn_local(async move {
        let copied = wasm_bindgen_futures::JsFuture::from(copied).await;
        if !copied.is_ok_and(|is_there| is_there.is_truthy()) {
            return session.say(session.i18n.t(keys::DESIGNER_SAID_COPY_BY_KEY));
        }
        session.say(session.i18n.t(keys::DESIGNER_SAID_COPIED));
        if session.selection.get_untracked() == ids {
            then();
        }
    });
}

/// Puts the blocks of a text after the selection; words that are none become a block of text.
pub(in crate::designer) fn paste(session: Session, text: &str) {
    let nodes = match read_blocks(session, text) {
        Err(Refusal::NoBlocks) if are_words(text) => starters::words(session, text),
        read => said(session, read).unwrap_or_default(),
    };
    if !nodes.is_empty() {
        insert(session, "paste", nodes);
    }
}

/// Whether a text is no copy of blocks, not even one that was spoilt on its way.
fn are_words(text: &str) -> bool {
    let text = text.trim_start();
    !text.is_empty() && !text.starts_with(r#"{"palier""#)
}

/// The blocks of a text, with ids of their own; `None` after saying why not.
pub(in crate::designer) fn blocks_of(session: Session, text: &str) -> Option<Vec<Node>> {
    said(session, read_blocks(session, text))
}

fn read_blocks(session: Session, text: &str) -> Result<Vec<Node>, Refusal> {
    let read = session.read(|tree, rules| {
        Some(clipboard::paste(
            text,
            tree,
            &rules.blocks,
            rules.role,
            &mut dice,
        ))
    });
    read.unwrap_or(Err(Refusal::NoBlocks))
}

fn said(session: Session, read: Result<Vec<Node>, Refusal>) -> Option<Vec<Node>> {
    read.map_err(|refusal| session.say(words::refusal(&refusal, session.i18n)))
        .ok()
}
