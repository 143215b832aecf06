//! Somebody else has saved since: what each of the two did, and which is to stay.

use std::rc::Rc;

use palier_contract::document::{PortalDocument, write};
use palier_edit::{Merged, contains, merge};

use super::{State, portal, queue::Queue};
use crate::designer::compare;
use crate::designer::dialogs::{self, button};
use crate::designer::port::Draft;
use crate::designer::session::Session;
use crate::designer::view::Dialog;
use crate::designer::window;
use crate::dom::{Dom, El, el};
use crate::i18n::keys;
use crate::reactive::RwSignal;
use crate::style::sheets::SAVE as SHEET;

/// Two documents made of one.
pub(super) struct Conflict {
    base: PortalDocument,
    theirs: PortalDocument,
    etag: String,
}

/// What is to stay.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Choice {
    /// Both; where they contradict each other, mine.
    BothMine,
    /// Both; where they contradict each other, theirs.
    BothTheirs,
    Mine,
    Theirs,
}

/// Whether nothing of `theirs` would be lost by `mine`, so that nobody has to decide anything: it
/// is what this side had sent itself, or made the same way.
pub(super) fn is_none(
    base: &PortalDocument,
    mine: &PortalDocument,
    theirs: &PortalDocument,
) -> bool {
    contains(base, mine, theirs).unwrap_or(false)
}

/// Keeps both, until a person decides: the banner leads there, and nothing comes in the way of what
/// they are doing.
pub(super) fn arise(session: Session, theirs: Draft) {
    let saving = session.saving;
    let Some(base) = saving.base() else { return };
    saving.conflict.set(Some(Rc::new(Conflict {
        base,
        theirs: theirs.loaded.document,
        etag: theirs.etag,
    })));
}

/// The same for work that was left behind on this device, made from a draft that others have
/// changed since.
pub(super) fn arise_from(session: Session, base: PortalDocument, theirs: PortalDocument) {
    let saving = session.saving;
    let etag = saving.etag();
    saving.state.set(State::Conflict);
    // Nothing is written before the reader has decided.
    saving.queue(|queue| {
        if queue.start() {
            queue.ended(super::queue::End::Conflict, true);
        }
    });
    saving
        .conflict
        .set(Some(Rc::new(Conflict { base, theirs, etag })));
    session.view.dialog.set(Some(Dialog::Conflict));
}

/// The document that a choice leads to.
fn result(conflict: &Conflict, mine: PortalDocument, choice: Choice) -> Option<PortalDocument> {
    let (base, theirs) = (&conflict.base, &conflict.theirs);
    match choice {
        Choice::Mine => Some(mine),
        Choice::Theirs => Some(theirs.clone()),
        // What contradicts is in the merged document as the third says.
        Choice::BothTheirs => merge(base, &mine, theirs)
            .ok()
            .map(|merged| merged.document),
        Choice::BothMine => merge(base, theirs, &mine)
            .ok()
            .map(|merged| merged.document),
    }
}

fn choose(session: Session, choice: Choice) {
    let saving = session.saving;
    let Some(conflict) = saving.conflict.get_untracked() else {
        return dialogs::close();
    };
    let Some(chosen) = session
        .document()
        .and_then(|mine| result(&conflict, mine, choice))
    else {
        return session.say(session.i18n.t(keys::DESIGNER_REFUSED_OTHERWISE));
    };
    saving.conflict.set(None);
    // Whatever was read from JSON can be written as JSON.
    let theirs = write(&conflict.theirs).unwrap_or_default();
    saving.rebase(&theirs, &conflict.etag);
    saving.queue(Queue::release);
    saving.state.set(State::Saving);
    if choice != Choice::Mine {
        session.adopt(chosen, &conflict.base, &conflict.theirs);
    }
    if choice == Choice::Theirs {
        let state = session.editor(palier_edit::Editor::state);
        session.editor_mut(|editor| editor.saved(state));
    }
    super::write::due(session);
    dialogs::close();
    session.say(session.i18n.t(keys::DESIGNER_SAVE_DECIDED));
}

/// Draws the dialog; nothing without a conflict.
pub(in crate::designer) fn draw(session: Session) -> Option<El> {
    let i18n = session.i18n;
    let conflict = session.saving.conflict.get_untracked()?;
    let mine = session.document()?;
    let merged = merge(&conflict.base, &mine, &conflict.theirs).ok();
    let first = match merged {
        Some(_) => Choice::BothMine,
        None => Choice::Mine,
    };
    let choice = RwSignal::new(first);
    let sides = SHEET
        .el("div", "sides")
        .child(side(
            session,
            keys::DESIGNER_SAVE_MINE,
            "mine",
            &conflict.base,
            &mine,
        ))
        .child(side(
            session,
            keys::DESIGNER_SAVE_THEIRS,
            "theirs",
            &conflict.base,
            &conflict.theirs,
        ));
    let body: Vec<Dom> = vec![
        el("p", "")
            .text(&i18n.t(keys::DESIGNER_SAVE_CONFLICT_ASK))
            .into(),
        sides.into(),
        Dom::from(contradictions(session, &conflict, &mine, merged.as_ref())),
        choices(session, merged.as_ref(), choice).into(),
    ];
    let foot: Vec<Dom> = vec![
        button(
            &i18n.t(keys::DESIGNER_SAVE_LATER),
            "ds-button",
            dialogs::close,
        )
        .into(),
        button(
            &i18n.t(keys::DESIGNER_SAVE_KEEP_CHOICE),
            "ds-button ds-primary",
            move || {
                choose(session, choice.get_untracked());
            },
        )
        .into(),
    ];
    let title = i18n.t(keys::DESIGNER_SAVE_CONFLICT_TITLE);
    Some(dialogs::frame(session, "conflict", &title, body, foot))
}

fn side(
    session: Session,
    title: crate::i18n::Key,
    name: &'static str,
    base: &PortalDocument,
    document: &PortalDocument,
) -> El {
    let i18n = session.i18n;
    let title = i18n.t(title);
    let text = write(document).unwrap_or_default();
    let file = format!("{}-{name}.json", portal(session));
    SHEET
        .el("section", "side")
        .attr("aria-label", &title)
        .child(el("h3", "ds-group-title").text(&title))
        .child(compare::draw(base, document, session))
        .child(
            button(
                &i18n.t(keys::DESIGNER_SAVE_DOWNLOAD),
                "ds-button",
                move || {
                    window::download(&file, &text);
                },
            )
            .attr("data-download", name),
        )
}

/// Where the two contradict each other; nothing where they do not.
fn contradictions(
    session: Session,
    conflict: &Conflict,
    mine: &PortalDocument,
    merged: Option<&Merged>,
) -> Option<El> {
    let found = &merged?.conflicts;
    if found.is_empty() {
        return None;
    }
    let count = i64::try_from(found.len()).unwrap_or(i64::MAX);
    let title = session
        .i18n
        .count(keys::DESIGNER_SAVE_CONTRADICTIONS, count, &[]);
    let three = [&conflict.base, mine, &conflict.theirs];
    let list = compare::draw_contradictions(three, found, session);
    let list = el("section", "ds-group")
        .attr("aria-label", &title)
        .child(el("h3", "ds-group-title").text(&title))
        .child(list);
    Some(list)
}

fn choices(session: Session, merged: Option<&Merged>, choice: RwSignal<Choice>) -> El {
    let i18n = session.i18n;
    let t = |key| i18n.t(key);
    let mut rows: Vec<(Choice, String)> = Vec::new();
    match merged.map(|merged| merged.conflicts.len()) {
        None => {}
        Some(0) => rows.push((Choice::BothMine, t(keys::DESIGNER_SAVE_BOTH))),
        Some(_) => {
            rows.push((Choice::BothMine, t(keys::DESIGNER_SAVE_BOTH_MINE)));
            rows.push((Choice::BothTheirs, t(keys::DESIGNER_SAVE_BOTH_THEIRS)));
        }
    }
    rows.push((Choice::Mine, t(keys::DESIGNER_SAVE_ONLY_MINE)));
    rows.push((Choice::Theirs, t(keys::DESIGNER_SAVE_ONLY_THEIRS)));
    let radios = rows.into_iter().map(|(one, label)| {
        let radio = el("input", "")
            .attr("type", "radio")
            .attr("name", "ds-choice")
            .attr_of(".checked", move || Some((choice.get() == one).to_string()))
            .on("change", move |_| choice.set(one));
        Dom::from(
            el("label", "ds-check")
                .child(radio)
                .child(el("span", "").text(&label)),
        )
    });
    el("fieldset", "ds-group")
        .child(el("legend", "ds-group-title").text(&t(keys::DESIGNER_SAVE_WHICH)))
        .child(radios.collect::<Vec<_>>())
}
