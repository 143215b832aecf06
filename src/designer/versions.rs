//! The versions that members have seen: when, by whom, what differs; back into the draft, or
//! back to the public.

use std::rc::Rc;

use leptos::prelude::{Get, GetUntracked, LocalStorage, RwSignal, Set};
use palier_contract::Page;
use palier_contract::document::{PortalDocument, blocks, load};
use palier_contract::revision::Revision;
use palier_edit::{Intention, Op};

use super::compare;
use super::dialogs::{self, button};
use super::drag::Drag;
use super::port::Trouble;
use super::publish;
use super::save;
use super::session::Session;
use super::view::Dialog;
use crate::dom::{Dom, El, el};
use crate::i18n::{DateStyle, keys};
use crate::style::sheets::PUBLISH as SHEET;

/// What the panel knows.
#[derive(Clone)]
enum Known {
    Nothing,
    Failed(String),
    List(Rc<Vec<Revision>>),
}

/// Draws the panel.
pub(super) fn draw(session: Session, _drag: &Drag) -> El {
    let i18n = session.i18n;
    let known = RwSignal::new_local(Known::Nothing);
    wasm_bindgen_futures::spawn_local(async move {
        let read = list(session).await;
        known.set(match read {
            Ok(revisions) => Known::List(Rc::new(revisions)),
            Err(trouble) => Known::Failed(super::start::told(&trouble, i18n)),
        });
    });
    el("div", "ds-panel-body").slot(move || match known.get() {
        Known::Nothing => el("p", "ds-soft").text(&i18n.t(keys::DESIGNER_PUBLISH_READING)),
        Known::Failed(words) => el("p", "ds-error").text(&words),
        Known::List(list) if list.is_empty() => {
            el("p", "ds-empty").text(&i18n.t(keys::DESIGNER_PUBLISH_NO_VERSIONS))
        }
        Known::List(list) => {
            let rows = list.iter().map(|one| Dom::from(row(session, one)));
            SHEET.el("ol", "versions").child(rows.collect::<Vec<_>>())
        }
    })
}

async fn list(session: Session) -> Result<Vec<Revision>, Trouble> {
    let Some(port) = session.port() else {
        return Ok(Vec::new());
    };
    let path = format!("/portals/{}/revisions", save::portal(session));
    match port.read::<Page<Revision>>(&path).await {
        Ok(page) => Ok(page.items),
        Err(Trouble::Refused(problem)) if problem.status == 404 => Ok(Vec::new()),
        Err(trouble) => Err(trouble),
    }
}

fn row(session: Session, one: &Revision) -> El {
    let i18n = session.i18n;
    let time = i18n.date(&one.published_at, DateStyle::Moment);
    let when = match &one.published_by {
        Some(who) => i18n.with(
            keys::DESIGNER_PUBLISH_WHEN_BY,
            &[("time", &time), ("who", who)],
        ),
        None => time,
    };
    let title = title(session, one.revision.get());
    let number = one.revision.get();
    SHEET
        .el("li", "version")
        .attr("data-revision", &number.to_string())
        .child(
            SHEET
                .el("div", "version-head")
                .child(SHEET.el("h3", "version-title").text(&title))
                .child(one.current.then(|| {
                    el("span", "ds-chip")
                        .attr("data-tone", "good")
                        .text(&i18n.t(keys::DESIGNER_PUBLISH_CURRENT))
                })),
        )
        .child(el("p", "ds-soft").text(&when))
        .child(one.note.as_ref().map(|note| el("p", "").text(note)))
        .child(
            button(
                &i18n.t(keys::DESIGNER_PUBLISH_COMPARE),
                "ds-button",
                move || {
                    session.view.dialog.set(Some(Dialog::Revision(number)));
                },
            )
            .attr(
                "aria-label",
                &i18n.with(keys::DESIGNER_PUBLISH_COMPARE_OF, &[("version", &title)]),
            ),
        )
}

fn title(session: Session, number: i64) -> String {
    let i18n = session.i18n;
    i18n.with(
        keys::DESIGNER_PUBLISH_VERSION,
        &[("number", &i18n.number(number))],
    )
}

type Read = RwSignal<Option<Result<Rc<PortalDocument>, String>>, LocalStorage>;

/// Draws one version beside the draft.
pub(super) fn compared(session: Session, number: i64) -> El {
    let i18n = session.i18n;
    let read: Read = RwSignal::new_local(None);
    let asking = RwSignal::new(false);
    let fault = RwSignal::new(String::new());
    wasm_bindgen_futures::spawn_local(async move {
        read.set(Some(document(session, number).await.map(Rc::new)));
    });
    let body = el("div", "ds-group").slot(move || match read.get() {
        None => Dom::from(el("p", "ds-soft").text(&i18n.t(keys::DESIGNER_PUBLISH_READING))),
        Some(Err(words)) => Dom::from(el("p", "ds-error").text(&words)),
        Some(Ok(earlier)) => {
            let draft = session.read(|tree, _| Some(tree.to_document()));
            Dom::from(vec![
                Dom::from(el("p", "").text(&i18n.t(keys::DESIGNER_PUBLISH_SINCE_THEN))),
                Dom::from(draft.map(|draft| compare::draw(&earlier, &draft, session))),
                Dom::from(
                    el("p", "ds-error")
                        .attr("role", "alert")
                        .text_of(move || fault.get()),
                ),
                Dom::from(el("div", "").slot(move || {
                    asking.get().then(|| {
                        el("p", "").attr("role", "status").text(&i18n.with(
                            keys::DESIGNER_PUBLISH_BACK_SURE,
                            &[("version", &title(session, number))],
                        ))
                    })
                })),
            ])
        }
    });
    let foot = el("div", "ds-foot").slot(move || {
        let Some(Ok(earlier)) = read.get() else {
            return Vec::new();
        };
        let mut buttons = Vec::new();
        if session.saving.read_only.is_none() {
            buttons.push(Dom::from(button(
                &i18n.t(keys::DESIGNER_PUBLISH_INTO_DRAFT),
                "ds-button",
                move || into_draft(session, number, &earlier),
            )));
        }
        if publish::may(session) {
            let label = if asking.get() {
                keys::DESIGNER_PUBLISH_BACK_YES
            } else {
                keys::DESIGNER_PUBLISH_BACK
            };
            buttons.push(Dom::from(button(
                &i18n.t(label),
                "ds-button ds-danger",
                move || {
                    if !asking.get_untracked() {
                        return asking.set(true);
                    }
                    wasm_bindgen_futures::spawn_local(async move {
                        match roll_back(session, number).await {
                            Ok(()) => {
                                session.say(i18n.t(keys::DESIGNER_PUBLISH_BACK_DONE));
                                dialogs::close();
                            }
                            Err(trouble) => fault.set(super::start::told(&trouble, i18n)),
                        }
                    });
                },
            )));
        }
        buttons
    });
    dialogs::frame(session, "revision", &title(session, number), body, foot)
}

async fn document(session: Session, number: i64) -> Result<PortalDocument, String> {
    let Some(port) = session.port() else {
        return Err(String::new());
    };
    let path = format!("/portals/{}/revisions/{number}", save::portal(session));
    let answer = port.send("GET", &path, None, None).await;
    let answer = answer.map_err(|trouble| super::start::told(&trouble, session.i18n))?;
    match load(&answer.body, blocks::ALL) {
        Ok(loaded) => Ok(loaded.document),
        Err(error) => Err(error.to_string()),
    }
}

/// One edit, which can be undone; held to the editor's role like any other.
fn into_draft(session: Session, number: i64, earlier: &PortalDocument) {
    let op = Op::Replace {
        document: Box::new(earlier.clone()),
    };
    if session
        .perform(Intention::new("revision"), vec![op])
        .is_ok()
    {
        dialogs::close();
        session.say(session.i18n.with(
            keys::DESIGNER_PUBLISH_INTO_DRAFT_DONE,
            &[("version", &title(session, number))],
        ));
    }
}

async fn roll_back(session: Session, number: i64) -> Result<(), Trouble> {
    let Some(port) = session.port() else {
        return Err(Trouble::Offline);
    };
    let portal = save::portal(session);
    let path = format!("/portals/{portal}/revisions/{number}/rollback");
    port.send("POST", &path, Some("{}"), None).await?;
    publish::renew(session).await;
    // The panel reads the list again when it is drawn again.
    let open = session.view.panel.get_untracked();
    session.view.panel.set(None);
    session.view.panel.set(open);
    Ok(())
}
