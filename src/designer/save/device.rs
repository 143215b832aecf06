//! What is kept on this device: soon after every edit, whatever becomes of the backend.

use palier_edit::Editor;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::JsFuture;

use super::{State, forget, is_dirty, keep, later, portal, text};
use crate::designer::session::Session;

/// How long after an edit it is on the device at the latest, in milliseconds. A write to the
/// backend keeps it before that, where one is due: then there is nothing left to do.
const PAUSE_MS: u32 = 1_000;

/// What this tab has on the device.
#[derive(Debug, Default)]
pub(super) struct Device {
    is_set: bool,
    /// The state of the document that is there, and the version of the draft it is made from.
    there: Option<(u64, String)>,
    /// How often it was forgotten: a write that began before that is not there after all.
    clears: u32,
}

/// There was an edit.
pub(super) fn edited(session: Session) {
    let is_set = session
        .saving
        .with(|inner| std::mem::replace(&mut inner.device.borrow_mut().is_set, true));
    if is_set {
        return;
    }
    let run = Closure::once_into_js(move || {
        session
            .saving
            .with(|inner| inner.device.borrow_mut().is_set = false);
        wasm_bindgen_futures::spawn_local(due(session));
    });
    later(PAUSE_MS, &run);
}

async fn due(session: Session) {
    let saving = session.saving;
    if !is_dirty(session) {
        // Everything was undone: there is nothing to offer on the next visit.
        if saving.with(|inner| inner.device.borrow().there.is_some()) {
            clear(session).await;
        }
        return;
    }
    let kept = write(session).await;
    // What the bar says of this device has to stay true.
    if matches!(saving.state.get_untracked(), State::Offline(_)) {
        super::write::settle(session, State::Offline(kept));
    }
}

/// Keeps the document on this device; says whether it is there.
pub(super) async fn write(session: Session) -> bool {
    let state = session.editor(Editor::state);
    is_there(session, state) || put(session, state, &text(session)).await
}

/// The same where the document is a text already.
pub(super) async fn write_text(session: Session, state: u64, text: &str) -> bool {
    is_there(session, state) || put(session, state, text).await
}

fn is_there(session: Session, state: u64) -> bool {
    let now = Some((state, session.saving.etag()));
    session
        .saving
        .with(|inner| inner.device.borrow().there == now)
}

async fn put(session: Session, state: u64, text: &str) -> bool {
    let saving = session.saving;
    let (base, etag) = (saving.base_text(), saving.etag());
    let clears = saving.with(|inner| inner.device.borrow().clears);
    let kept = JsFuture::from(keep(&portal(session), text, &base, &etag)).await;
    let kept = kept.ok().and_then(|kept| kept.as_bool()).unwrap_or(false);
    if kept {
        saving.with(|inner| {
            let mut device = inner.device.borrow_mut();
            if device.clears == clears {
                device.there = Some((state, etag));
            }
        });
    }
    kept
}

/// Forgets what this tab has kept.
pub(super) async fn clear(session: Session) {
    session.saving.with(|inner| {
        let mut device = inner.device.borrow_mut();
        device.there = None;
        device.clears = device.clears.wrapping_add(1);
    });
    // What cannot be forgotten is found equal to the draft on the next visit, and goes then.
    drop(JsFuture::from(forget(None)).await);
}
