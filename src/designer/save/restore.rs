//! Work that was left behind on this device by a tab that is gone.

use std::rc::Rc;

use js_sys::Array;
use leptos::prelude::{GetUntracked, Set};
use palier_contract::Timestamp;
use palier_contract::document::{PortalDocument, blocks, load, write};
use palier_edit::{Intention, Op, Role};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

use super::{conflict, forget, kept, portal, same};
use crate::designer::compare;
use crate::designer::dialogs::{self, button};
use crate::designer::session::Session;
use crate::designer::view::Dialog;
use crate::designer::window;
use crate::dom::{Dom, El, el};
use crate::i18n::{DateStyle, keys};

/// What a tab left behind.
pub(super) struct Lost {
    tab: String,
    document: PortalDocument,
    base: Option<PortalDocument>,
    etag: String,
    at: Timestamp,
}

/// Looks for work that never reached the backend, and offers the newest.
pub(in crate::designer) async fn look(session: Session) {
    if session.saving.read_only.is_some() {
        return;
    }
    let Ok(found) = JsFuture::from(kept(&portal(session))).await else {
        return;
    };
    let now = session.read(|tree, _| Some(tree.to_document()));
    for row in Array::from(&found).iter() {
        let Some(lost) = row.dyn_ref::<Array>().and_then(read) else {
            continue;
        };
        if now.as_ref().is_some_and(|now| same(now, &lost.document)) {
            // It reached the backend after all.
            drop(JsFuture::from(forget(Some(&lost.tab))).await);
            continue;
        }
        session.saving.lost.set(Some(Rc::new(lost)));
        return session.view.dialog.set(Some(Dialog::Restore));
    }
}

fn read(row: &Array) -> Option<Lost> {
    let text = |index| row.get(index).as_string();
    let document = |index| Some(load(&text(index)?, blocks::ALL).ok()?.document);
    Some(Lost {
        tab: text(0)?,
        document: document(1)?,
        base: document(2),
        etag: text(3)?,
        at: Timestamp(text(4)?),
    })
}

/// Draws the dialog; nothing when nothing was left behind.
pub(in crate::designer) fn draw(session: Session) -> Option<El> {
    let i18n = session.i18n;
    let lost = session.saving.lost.get_untracked()?;
    let now = session.read(|tree, _| Some(tree.to_document()))?;
    let time = i18n.date(&lost.at, DateStyle::Moment);
    let title = i18n.with(keys::DESIGNER_SAVE_RESTORE_TITLE, &[("time", &time)]);
    let body: Vec<Dom> = vec![
        el("p", "")
            .text(&i18n.t(keys::DESIGNER_SAVE_RESTORE_TEXT))
            .into(),
        compare::draw(&now, &lost.document, session).into(),
    ];
    let text = write(&lost.document).unwrap_or_default();
    let file = format!("{}-unsaved.json", portal(session));
    let foot: Vec<Dom> = vec![
        button(
            &i18n.t(keys::DESIGNER_SAVE_DOWNLOAD),
            "ds-button",
            move || {
                window::download(&file, &text);
            },
        )
        .into(),
        button(
            &i18n.t(keys::DESIGNER_SAVE_DISCARD),
            "ds-button ds-danger",
            move || {
                settle(session, false);
            },
        )
        .into(),
        button(
            &i18n.t(keys::DESIGNER_SAVE_RESTORE),
            "ds-button ds-primary",
            move || {
                settle(session, true);
            },
        )
        .into(),
    ];
    Some(dialogs::frame(session, "restore", &title, body, foot))
}

fn settle(session: Session, wanted: bool) {
    let Some(lost) = session.saving.lost.get_untracked() else {
        return dialogs::close();
    };
    session.saving.lost.set(None);
    dialogs::close();
    wasm_bindgen_futures::spawn_local(async move {
        if wanted {
            bring_back(session, &lost);
            if !super::device::write(session).await {
                // Its old place is the only one there is: it stays there.
                return;
            }
        }
        drop(JsFuture::from(forget(Some(&lost.tab))).await);
        if !wanted {
            look(session).await;
        }
    });
}

fn bring_back(session: Session, lost: &Lost) {
    let theirs = session.saving.base();
    replace(session, lost.document.clone());
    session.say(session.i18n.t(keys::DESIGNER_SAVE_RESTORED));
    let is_behind = lost.etag != session.saving.etag();
    if let (true, Some(theirs), Some(base)) = (is_behind, theirs, lost.base.clone())
        && !conflict::is_none(&base, &lost.document, &theirs)
    {
        conflict::arise_from(session, base, theirs);
    }
}

/// Puts the work in place of the open document, as one edit that can be undone. Locks and roles do not
/// hold it: it was permitted before.
fn replace(session: Session, document: PortalDocument) {
    let role = session.role();
    session.set_role(Role::Admin);
    let document = Box::new(document);
    session.attempt(Intention::new("restore"), vec![Op::Replace { document }]);
    session.set_role(role);
}
