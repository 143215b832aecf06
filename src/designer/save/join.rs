//! What others save goes with what is done here: nobody is asked where nothing contradicts, and
//! nothing moves under a hand that is down or a text that is being written.

use palier_edit::{Editor, merge};
use wasm_bindgen_futures::JsFuture;

use super::queue::Queue;
use super::{State, is_dirty, is_held, pause, portal};
use crate::designer::dialogs;
use crate::designer::inline;
use crate::designer::port::Draft;
use crate::designer::session::Session;
use crate::designer::view::Dialog;
use crate::i18n::keys;

/// How often a hand is looked after, in milliseconds.
const LOOK_MS: u32 = 200;

/// Waits until no hand is down, nothing is carried, and no text is written on the canvas: its next
/// stroke would put the old words in place of new ones.
pub(super) async fn rest() {
    while inline::is_open() || is_held() {
        drop(JsFuture::from(pause(LOOK_MS)).await);
    }
}

/// Joins what others have saved with what is done here; whether nothing contradicts. What comes of
/// it is still to be sent.
pub(super) fn join(session: Session, theirs: &Draft) -> bool {
    let saving = session.saving;
    let found = &theirs.loaded.document;
    let Some((base, mine)) = saving.base().zip(session.document()) else {
        return false;
    };
    let merged = match merge(&base, found, &mine) {
        Ok(merged) if merged.conflicts.is_empty() && theirs.loaded.read_only.is_none() => merged,
        _ => return false,
    };
    session.adopt(merged.document, &base, found);
    saving.rebase(&theirs.text, &theirs.etag);
    session.say(session.i18n.t(keys::DESIGNER_SAVE_JOINED));
    true
}

/// Takes over what another tab has saved, where this one has nothing of its own.
pub(super) async fn take_over(session: Session) {
    let saving = session.saving;
    let Some(port) = session.port() else { return };
    rest().await;
    // A tab that cannot read it now will meet it when it next saves.
    let Ok(draft) = port.draft(&portal(session)).await else {
        return;
    };
    let is_busy = inline::is_open() || is_held();
    if is_dirty(session) || is_busy || draft.loaded.read_only.is_some() {
        return;
    }
    // A conflict that waits is none any more: nothing of this side is left to decide about.
    if saving.conflict.get_untracked().is_some() {
        saving.conflict.set(None);
        saving.queue(Queue::release);
        if session.view.dialog.get_untracked() == Some(Dialog::Conflict) {
            dialogs::close();
        }
    }
    let found = draft.loaded.document;
    let base = saving.base();
    session.adopt(found.clone(), base.as_ref().unwrap_or(&found), &found);
    saving.rebase(&draft.text, &draft.etag);
    let state = session.editor(Editor::state);
    session.editor_mut(|editor| editor.saved(state));
    saving.state.set(State::Saved);
    super::public::saved(session, &super::text(session));
    session.say(session.i18n.t(keys::DESIGNER_SAVE_ARRIVED));
}
