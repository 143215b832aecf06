//! Whether members see what is saved.

use palier_contract::document::{PortalDocument, into_text};
use wasm_bindgen::closure::Closure;

use super::{is_dirty, later, portal, text};
use crate::designer::late;
use crate::designer::session::Session;

/// How long after the desk is there it is asked, in milliseconds: nothing waits for it.
const PAUSE_MS: u32 = 3_000;

/// Finds out, once nothing else is to be done.
pub(super) fn begin(session: Session) {
    let run = Closure::once_into_js(move || wasm_bindgen_futures::spawn_local(ask(session)));
    later(PAUSE_MS, &run);
}

async fn ask(session: Session) {
    let Some(port) = session.port() else { return };
    late::whole().await;
    // Without an answer nothing is said.
    if let Ok(public) = port.published(&portal(session)).await {
        know(session, public);
    }
}

/// This is what members see; `None` for nothing.
pub(in crate::designer) fn know(session: Session, public: Option<PortalDocument>) {
    // As text it is compared at every save, at no cost.
    let public = public.map(|document| into_text(document).unwrap_or_default());
    session
        .saving
        .with(|inner| *inner.public.borrow_mut() = Some(public));
    if !is_dirty(session) {
        saved(session, &text(session));
    }
}

/// The draft is that text now.
pub(super) fn saved(session: Session, draft: &str) {
    let saving = session.saving;
    let is_ahead = saving.with(|inner| {
        let public = inner.public.borrow();
        public
            .as_ref()
            .map(|public| public.as_deref() != Some(draft))
    });
    saving.is_ahead.set(is_ahead);
}
