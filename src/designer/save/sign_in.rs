//! Somebody who is signed out goes on where they are: what is on the desk is not lost.

use super::{State, device, is_dirty, may_leave, write};
use crate::designer::port::{
    Way, leave_to_sign_in, sign_in_elsewhere, sign_in_way, wait_for_sign_in,
};
use crate::designer::session::Session;

/// Goes on once somebody has signed in elsewhere.
pub(super) fn wait(session: Session) {
    wait_for_sign_in(move || write::due(session));
}

/// Asks who is there.
pub(super) fn ask(session: Session) {
    let way = sign_in_way();
    if way == Way::Elsewhere && sign_in_elsewhere() {
        return;
    }
    wasm_bindgen_futures::spawn_local(async move {
        if matches!(way, Way::Ask | Way::AskThenLeave) {
            write::flush(session).await;
            let state = session.saving.state.get_untracked();
            if way == Way::Ask || state != State::SignedOut {
                return;
            }
        }
        // The next visit offers it.
        if !is_dirty(session) || device::write(session).await {
            may_leave();
        }
        leave_to_sign_in();
    });
}
