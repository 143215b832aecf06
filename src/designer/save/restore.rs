//! Work that was left behind on this device by a tab that is gone.

use std::rc::Rc;

use js_sys::Array;
use palier_contract::Timestamp;
use palier_contract::document::{PortalDocument, blocks, load, write};
use palier_edit::{Intention, Op, Role, merge};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

use super::{conflict, forget, kept, portal, same};
use crate::designer::compare;
use crate::designer::dialogs::{self, button};
use crate::designer::session::Session;
use crate::designer::view::Dialog;
use crate::designer::window;
use crate::dom::{self, Dom, El, el};
use crate::i18n::{DateStyle, keys};
use crate::reactive::RwSignal;
use crate::style::sheets::PUBLISH as SHEET;

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
    let now = session.document()?;
    let time = window::date(i18n, &lost.at, DateStyle::Moment);
    let title = i18n.with(keys::DESIGNER_SAVE_RESTORE_TITLE, &[("time", &time)]);
    let is_asked = RwSignal::new(false);
    let body = vec![
        Dom::from(el("p", "").text(&i18n.t(keys::DESIGNER_SAVE_RESTORE_TEXT))),
        told(session, &lost, &now).into(),
        Dom::from(el("div", "").slot(move || is_asked.get().then(|| sure(session)))),
    ];
    let foot = SHEET
        .el("div", "foot")
        .slot(move || buttons(session, &lost, is_asked));
    Some(dialogs::frame(session, "restore", &title, body, foot))
}

/// What was done, and what has become of the draft since; they may both have begun with another one.
fn told(session: Session, lost: &Lost, now: &PortalDocument) -> El {
    let part = |title, of: &PortalDocument, to: &PortalDocument| {
        let title = session.i18n.t(title);
        el("section", "ds-group")
            .attr("aria-label", &title)
            .child(el("h3", "ds-group-title").text(&title))
            .child(compare::draw(of, to, session))
    };
    let base = lost.base.as_ref().unwrap_or(now);
    let meanwhile = (!same(base, now)).then(|| part(keys::DESIGNER_SAVE_MEANWHILE, base, now));
    el("div", "ds-group")
        .child(part(keys::DESIGNER_SAVE_MINE, base, &lost.document))
        .child(meanwhile)
}

fn sure(session: Session) -> El {
    el("p", "")
        .attr("role", "status")
        .text(&session.i18n.t(keys::DESIGNER_SAVE_DISCARD_SURE))
        .node(|ask| dom::focus(&ask))
}

/// The way out is where the pointer is, and what cannot be undone as far from it as the dialog is
/// wide: a double click has decided nothing.
fn buttons(session: Session, lost: &Lost, is_asked: RwSignal<bool>) -> Vec<Dom> {
    let t = |key| session.i18n.t(key);
    let text = write(&lost.document).unwrap_or_default();
    let file = format!("{}-unsaved.json", portal(session));
    let download = button(&t(keys::DESIGNER_SAVE_DOWNLOAD), "ds-button", move || {
        window::download(&file, &text);
    });
    if is_asked.get() {
        let yes = button(
            &t(keys::DESIGNER_SAVE_DISCARD_YES),
            "ds-button ds-danger",
            move || settle(session, false),
        );
        let no = button(&t(keys::DESIGNER_CANCEL), "ds-button", move || {
            is_asked.set(false);
        });
        return vec![
            yes.into(),
            SHEET.el("span", "apart").into(),
            download.into(),
            no.into(),
        ];
    }
    let discard = button(
        &t(keys::DESIGNER_SAVE_DISCARD),
        "ds-button ds-danger",
        move || is_asked.set(true),
    );
    let restore = button(
        &t(keys::DESIGNER_SAVE_RESTORE),
        "ds-button ds-primary",
        move || settle(session, true),
    );
    vec![download.into(), discard.into(), restore.into()]
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
    let is_behind = lost.etag != session.saving.etag();
    let mut wanted = lost.document.clone();
    let mut undecided = None;
    if let (true, Some(theirs), Some(base)) = (is_behind, theirs, lost.base.clone()) {
        match merge(&base, &theirs, &lost.document) {
            Ok(merged) if merged.conflicts.is_empty() => wanted = merged.document,
            _ => undecided = Some((base, theirs)),
        }
    }
    replace(session, wanted);
    session.say(session.i18n.t(keys::DESIGNER_SAVE_RESTORED));
    if let Some((base, theirs)) = undecided {
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
