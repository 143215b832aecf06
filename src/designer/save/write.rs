//! One write: to the device, then to the backend.

use js_sys::Promise;
use palier_contract::document::{blocks, load, write};
use palier_edit::Editor;
use wasm_bindgen_futures::JsFuture;

use super::queue::End;
use super::{State, conflict, device, is_dirty, join, portal, public, same, sign_in, tell, text};
use crate::designer::port::{Trouble, Why};
use crate::designer::session::Session;
use crate::i18n::keys;

/// The time has come: writes, unless a write is under way or a person has to decide first.
pub(super) fn due(session: Session) {
    if session.saving.queue(|queue| queue.start()) {
        wasm_bindgen_futures::spawn_local(run(session));
    }
}

async fn run(session: Session) {
    let saving = session.saving;
    let end = if is_dirty(session) {
        // Written once for both places.
        let (state, text) = (session.editor(Editor::state), text(session));
        let kept = device::write_text(session, state, &text).await;
        send(session, kept, state, &text).await
    } else {
        End::Saved
    };
    if end == End::Saved && !is_dirty(session) {
        device::clear(session).await;
    }
    let is_dirty = is_dirty(session);
    if end == End::Saved {
        settle(
            session,
            if is_dirty {
                State::Saving
            } else {
                State::Saved
            },
        );
    }
    let pause = saving.queue(|queue| queue.ended(end, is_dirty));
    saving.set_timer(session, pause);
    for done in saving.with(|inner| inner.waiting.take()) {
        // Nobody else calls it, and it is no code of ours that could fail.
        drop(done.call0(&wasm_bindgen::JsValue::NULL));
    }
}

/// Sends the document as it was in that `state`; `kept` when it is on this device.
async fn send(session: Session, kept: bool, state: u64, sent: &str) -> End {
    let saving = session.saving;
    let Some(port) = session.port() else {
        return End::Failed;
    };
    match port.put_draft(&portal(session), sent, &saving.etag()).await {
        Ok(version) => {
            arrived(session, sent, state, &version);
            End::Saved
        }
        Err(Trouble::Refused(Why::Overtaken, _)) => resolve(session, kept, sent, state).await,
        Err(trouble) => {
            saving.with(|inner| inner.unanswered.borrow_mut().insert(super::hash(sent)));
            failed(session, kept, &trouble)
        }
    }
}

/// The backend has what was sent.
fn arrived(session: Session, sent: &str, state: u64, version: &str) {
    session.saving.rebase(sent, version);
    session.editor_mut(|editor| editor.saved(state));
    public::saved(session, sent);
    tell(version);
}

/// Somebody has saved since; it may have been this tab, in an answer that never came.
async fn resolve(session: Session, kept: bool, sent: &str, state: u64) -> End {
    let Some(port) = session.port() else {
        return End::Failed;
    };
    let theirs = match port.draft(&portal(session)).await {
        Ok(theirs) => theirs,
        Err(trouble) => return failed(session, kept, &trouble),
    };
    let mine = load(sent, blocks::ALL).ok().map(|loaded| loaded.document);
    let found = &theirs.loaded.document;
    if mine.as_ref().is_some_and(|mine| same(mine, found)) {
        arrived(session, sent, state, &theirs.etag);
        return End::Saved;
    }
    let is_own = write(found).is_ok_and(|found| session.saving.has_sent(&found));
    let base = session.saving.base();
    let goes_on = base
        .zip(mine)
        .is_some_and(|(base, mine)| conflict::is_none(&base, &mine, found));
    if is_own || goes_on {
        // What came after it is still to be sent, on top of it.
        session.saving.rebase(&theirs.text, &theirs.etag);
        tell(&theirs.etag);
        return End::Saved;
    }
    join::rest().await;
    if join::join(session, &theirs) {
        return End::Saved;
    }
    settle(session, State::Conflict);
    conflict::arise(session, theirs);
    End::Conflict
}

fn failed(session: Session, kept: bool, trouble: &Trouble) -> End {
    match trouble {
        Trouble::SignedOut => {
            settle(session, State::SignedOut);
            sign_in::wait(session);
            End::Failed
        }
        Trouble::Refused(Why::NotFound, _) => {
            settle(session, State::Gone);
            End::Refused
        }
        Trouble::Refused(why, told) if *why != Why::Failing => {
            settle(session, State::Refused(told.words.clone()));
            End::Refused
        }
        _ => {
            settle(session, State::Offline(kept));
            End::Failed
        }
    }
}

/// Notes how it stands. Only what a person should know of is said: trouble, and its end.
pub(super) fn settle(session: Session, state: State) {
    let saving = session.saving;
    let before = saving.state.get_untracked();
    if before == state {
        return;
    }
    let calm = |state: &State| matches!(state, State::Saved | State::Saving);
    let said = (!calm(&state)).then(|| super::state::words(session, &state));
    let relieved = state == State::Saved && !calm(&before);
    saving.state.set(state);
    if let Some(words) = said {
        session.say(words);
    } else if relieved {
        session.say(session.i18n.t(keys::DESIGNER_SAVE_STATE_SAVED));
    }
}

/// Saves now; whether the backend has everything afterwards.
pub(in crate::designer) async fn flush(session: Session) -> bool {
    session.editor_mut(Editor::settle);
    let saving = session.saving;
    // A write that is under way may have begun before the last edit; another may only find out that
    // others have saved.
    for _ in 0..3 {
        if saving.queue(|queue| queue.is_running()) {
            let ended = Promise::new(&mut |done, _| {
                saving.with(|inner| inner.waiting.borrow_mut().push(done));
            });
            drop(JsFuture::from(ended).await);
        }
        if !is_dirty(session) {
            return true;
        }
        if saving.queue(|queue| queue.start()) {
            run(session).await;
        }
    }
    !is_dirty(session)
}
