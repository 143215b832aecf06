//! Publishing: what members will see otherwise, what hinders it, and the result.

mod mending;

use palier_contract::document::{PortalDocument, Severity};
use palier_contract::problem::FieldError;
use palier_edit::{Editor, Role};

use super::compare;
use super::dialogs::{self, button};
use super::extend;
use super::port::{Trouble, Why};
use super::problems::{self, Problem};
use super::save::{self, State};
use super::session::Session;
use super::view::Dialog;
use super::window;
use crate::dom::{self, Dom, El, el, value_of};
use crate::i18n::keys;
use crate::reactive::RwSignal;
use crate::style::sheets::PUBLISH as SHEET;

/// How far publishing has come.
#[derive(Clone, PartialEq)]
enum Stage {
    /// Reading what members see now.
    Reading,
    /// It may be confirmed; `None` when the portal was never published.
    Ready(Option<Box<PortalDocument>>),
    Publishing,
    Done,
    /// It did not work, in words; with what the backend found in the document.
    Failed(String, Vec<FieldError>),
}

/// Whether somebody of this role publishes.
pub(super) fn may(session: Session) -> bool {
    session.role() != Role::ContentEditor && session.saving.read_only.is_none()
}

/// Draws the dialog.
pub(super) fn draw(session: Session) -> El {
    let i18n = session.i18n;
    session.ask_for_all();
    let stage = RwSignal::new(Stage::Reading);
    let note = RwSignal::new(String::new());
    // As of which edit the changes are shown.
    let shown = RwSignal::new(0);
    let found = RwSignal::new(Vec::new());
    if may(session) {
        wasm_bindgen_futures::spawn_local(async move {
            let ready = read(session).await;
            let add = move |_: &str, theirs| found.update(|found| found.extend(theirs));
            extend::check(session, add).await;
            found.update(|found| found.splice(0..0, problems::now(session)).for_each(drop));
            stage.set(ready);
        });
    }
    // Whether somebody has to decide first what the draft is.
    let state = session.saving.state;
    let is_undecided = dom::memo(move || may(session) && state.get() == State::Conflict);
    let body = el("div", "ds-group").slot(move || match stage.get() {
        _ if is_undecided.get() => Dom::from(
            el("p", "")
                .attr("data-undecided", "")
                .text(&i18n.t(keys::DESIGNER_PUBLISH_UNDECIDED)),
        ),
        _ if !may(session) => Dom::from(
            el("p", "")
                .attr("data-refused", "")
                .text(&i18n.t(keys::DESIGNER_PUBLISH_NOT_YOURS)),
        ),
        Stage::Reading => {
            Dom::from(el("p", "ds-soft").text(&i18n.t(keys::DESIGNER_PUBLISH_READING)))
        }
        Stage::Ready(public) => {
            shown.set(session.editor(Editor::edits));
            let found = found.get_untracked();
            ready(session, public.as_deref(), &found, note)
        }
        Stage::Publishing => Dom::from(
            el("p", "ds-soft")
                .attr("role", "status")
                .text(&i18n.t(keys::DESIGNER_PUBLISH_RUNNING))
                .node(|told| dom::focus(&told)),
        ),
        Stage::Done => Dom::from(done(session)),
        Stage::Failed(words, faults) => mending::failed(session, &words, &faults),
    });
    let foot = el("div", "").slot(move || {
        let button = match stage.get() {
            _ if is_undecided.get() => deciding(session),
            // The cross is not the only way out of what can only be read.
            _ if !may(session) => closing(session),
            Stage::Done | Stage::Failed(..) => closing(session),
            Stage::Reading | Stage::Publishing => return None,
            Stage::Ready(_) => {
                let is_error = |one: &Problem| one.severity == Severity::Error;
                let has_errors = found.with_untracked(|found| found.iter().any(is_error));
                confirming(session, stage, (note, shown), has_errors)
            }
        };
        Some(button)
    });
    let title = i18n.t(keys::DESIGNER_PUBLISH_TITLE);
    dialogs::frame(session, "publish", &title, body, foot)
}

fn deciding(session: Session) -> El {
    let label = session.i18n.t(keys::DESIGNER_SAVE_DECIDE);
    button(&label, "ds-button ds-primary", move || {
        session.view.dialog.set(Some(Dialog::Conflict));
    })
}

fn closing(session: Session) -> El {
    let label = session.i18n.t(keys::DESIGNER_SAVE_CLOSE);
    button(&label, "ds-button", dialogs::close)
}

/// The button that publishes.
fn confirming(
    session: Session,
    stage: RwSignal<Stage>,
    (note, shown): (RwSignal<String>, RwSignal<u64>),
    has_errors: bool,
) -> El {
    let i18n = session.i18n;
    let label = i18n.t(keys::DESIGNER_PUBLISH_NOW);
    button(&label, "ds-button ds-primary", move || {
        if has_errors {
            return session.say(i18n.t(keys::DESIGNER_PUBLISH_ERRORS_FIRST));
        }
        stage.set(Stage::Publishing);
        wasm_bindgen_futures::spawn_local(async move {
            let note = note.get_untracked();
            stage.set(publish(session, note.trim(), shown.get_untracked()).await);
        });
    })
    .attr_of("aria-disabled", move || {
        has_errors.then(|| "true".to_owned())
    })
}

async fn read(session: Session) -> Stage {
    let Some(port) = session.port() else {
        return Stage::Reading;
    };
    match port.published(&save::portal(session)).await {
        Ok(public) => {
            save::know_public(session, public.clone());
            Stage::Ready(public.map(Box::new))
        }
        Err(trouble) => Stage::Failed(super::start::told(&trouble, session.i18n), Vec::new()),
    }
}

fn ready(
    session: Session,
    public: Option<&PortalDocument>,
    found: &[Problem],
    note: RwSignal<String>,
) -> Dom {
    let i18n = session.i18n;
    let t = |key| i18n.t(key);
    let draft = session.read(|tree, _| Some(tree.to_document()));
    let changes = match (public, &draft) {
        (Some(public), Some(draft)) => compare::draw(public, draft, session),
        _ => el("p", "").text(&t(keys::DESIGNER_PUBLISH_FIRST)),
    };
    let field = el("label", "ds-field")
        .child(el("span", "ds-label").text(&t(keys::DESIGNER_PUBLISH_NOTE)))
        .child(
            el("input", "ds-input")
                .attr("type", "text")
                .attr("maxlength", "200")
                .attr("autocomplete", "off")
                .attr(".value", "")
                .on("input", move |event| note.set(value_of(&event))),
        );
    Dom::from(vec![
        Dom::from(mending::list(session, found)),
        Dom::from(
            el("section", "ds-group")
                .child(el("h3", "ds-group-title").text(&t(keys::DESIGNER_PUBLISH_CHANGES)))
                .child(changes),
        ),
        Dom::from(field),
    ])
}

async fn publish(session: Session, note: &str, shown: u64) -> Stage {
    let i18n = session.i18n;
    let is_saved = save::flush(session).await;
    if session.editor(Editor::edits) != shown {
        // What others did came along, now or while the dialog was open: it has not been looked at.
        return Stage::Failed(i18n.t(keys::DESIGNER_PUBLISH_OVERTAKEN), Vec::new());
    }
    if !is_saved {
        return Stage::Failed(i18n.t(keys::DESIGNER_PUBLISH_NOT_SAVED), Vec::new());
    }
    let Some(port) = session.port() else {
        return Stage::Reading;
    };
    let (portal, version) = (save::portal(session), session.saving.etag());
    let mut sent = port.publish(&portal, note, &version).await;
    if let Err(trouble) = &sent
        && trouble.is_unsure()
        && let Some(draft) = session.document()
    {
        match is_public_now(session, &draft).await {
            Some(true) => sent = Ok(()),
            Some(false) => {}
            None => return Stage::Failed(i18n.t(keys::DESIGNER_PUBLISH_UNSURE), Vec::new()),
        }
    }
    match sent {
        Ok(()) => {
            renew(session).await;
            tell(session);
            session.say(i18n.t(keys::DESIGNER_PUBLISH_DONE));
            Stage::Done
        }
        Err(Trouble::Refused(Why::Overtaken, _)) => {
            Stage::Failed(i18n.t(keys::DESIGNER_PUBLISH_OVERTAKEN), Vec::new())
        }
        Err(trouble) => {
            let faults = match &trouble {
                Trouble::Refused(_, told) => told.faults.clone(),
                _ => Vec::new(),
            };
            Stage::Failed(super::start::told(&trouble, i18n), faults)
        }
    }
}

/// Whether members see that document by now, where an answer was lost; `None` when nobody tells.
pub(super) async fn is_public_now(session: Session, document: &PortalDocument) -> Option<bool> {
    match read(session).await {
        Stage::Ready(public) => Some(public.is_some_and(|public| save::same(&public, document))),
        _ => None,
    }
}

/// Whether members see anything of the portal. Who cannot be asked is taken to have it.
pub(super) async fn is_public(session: Session) -> bool {
    !matches!(read(session).await, Stage::Ready(None))
}

/// Asks for the published document, so that this browser's cache has the new one: who publishes
/// looks at the page next, and without it would see the old one for as long as the backend lets
/// caches keep it.
pub(super) async fn renew(session: Session) {
    drop(read(session).await);
}

/// Tells whoever shows versions that members see another one now.
pub(super) fn tell(session: Session) {
    let published = session.view.published;
    published.update(|times| *times = times.wrapping_add(1));
}

fn done(session: Session) -> El {
    let t = |key| session.i18n.t(key);
    let address = window::portal_url(&save::portal(session));
    SHEET
        .el("div", "done")
        .attr("role", "status")
        .child(el("p", "").text(&t(keys::DESIGNER_PUBLISH_DONE)))
        .child(el("p", "ds-soft").text(&address))
        .child(
            SHEET
                .el("div", "ways")
                .child(
                    el("a", "ds-button ds-primary")
                        .attr("href", &address)
                        .attr("target", "_blank")
                        .attr("data-address", "")
                        .text(&t(keys::DESIGNER_PUBLISH_OPEN_PORTAL)),
                )
                .child(button(
                    &t(keys::DESIGNER_PUBLISH_GET),
                    "ds-button",
                    move || session.view.dialog.set(Some(Dialog::Snippet)),
                )),
        )
        // The button that was pressed is gone.
        .node(|told| dom::focus(&told))
}
