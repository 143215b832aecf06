//! Everything that can be done by key, from a menu or from the list of commands.

mod clipboard;
mod insert;
mod list;
mod plan;
mod selection;

use palier_contract::ids::NodeId;
use palier_edit::{Op, Refusal, Tree};

use super::canvas;
use super::inline;
use super::naming;
use super::preview;
use super::publish;
use super::reasons;
use super::save;
use super::session::Session;
use super::shell;
use super::theme;
use super::view::{Dialog, Mode};
use super::visibility;
use super::words;
use crate::i18n::keys;
use crate::reactive::untrack;
use crate::theme::Scheme;
pub(super) use clipboard::{blocks_of, paste};
use insert::inserted;
pub(super) use insert::{insert, insert_at};
pub(super) use list::{ALL, of};
pub(super) use plan::lock;
use selection::{select_all, select_parent};

/// Something to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Command {
    Undo,
    Redo,
    Cut,
    Copy,
    Paste,
    Duplicate,
    Remove,
    Up,
    Down,
    First,
    Last,
    Into,
    Out,
    MoveTo,
    Place,
    Wider,
    Narrower,
    ShowAs,
    SelectAll,
    SelectParent,
    Insert,
    /// Edits a text of the block where it stands.
    Write,
    /// Asks for the block's name.
    Rename,
    /// Leaves it out at this width, or shows it there.
    Hide,
    /// Locks it in its place, or lets go of it.
    Lock,
    /// Saves the selection to be used again.
    Section,
    Commands,
    /// Saves at once what would be saved in a moment.
    Save,
    /// Tries the page out, or goes back to editing.
    Try,
    Light,
    Dark,
    /// Leads to the next area of the desk.
    Area,
    /// Gets the portal onto a page.
    Share,
    Publish,
}

impl Command {
    /// Whether its keys work wherever the focus is; the others need a block to have it.
    pub(super) fn is_global(self) -> bool {
        !matches!(self, Self::SelectParent | Self::Write)
    }

    /// Whether it changes the document or what is selected in it, which nothing does while the page
    /// is tried out.
    pub(super) fn is_edit(self) -> bool {
        !matches!(
            self,
            Self::Commands
                | Self::Save
                | Self::Try
                | Self::Light
                | Self::Dark
                | Self::Area
                | Self::Share
                | Self::Publish
        )
    }

    /// Whether it changes what the page is made of.
    pub(super) fn is_structural(self) -> bool {
        self.is_edit()
            && !matches!(
                self,
                Self::Undo
                    | Self::Redo
                    | Self::Copy
                    | Self::Write
                    | Self::Section
                    | Self::ShowAs
                    | Self::SelectAll
                    | Self::SelectParent
            )
    }

    /// Whether it would do something now. Not tracked.
    pub(super) fn is_possible(self, session: Session) -> bool {
        let has_selection = || !session.selection.get_untracked().is_empty();
        match self {
            Self::Undo => session.editor(|editor| editor.can_undo().is_some()),
            Self::Redo => session.editor(|editor| editor.can_redo().is_some()),
            Self::Commands | Self::Save | Self::Try | Self::Area | Self::Share => true,
            Self::Publish => publish::may(session),
            Self::Light => theme::shown_now(session) != Scheme::Light,
            Self::Dark => theme::shown_now(session) != Scheme::Dark,
            Self::Rename => naming::why_not(session).is_none(),
            Self::Insert | Self::Paste => reasons::structure(session).is_none(),
            Self::MoveTo | Self::Place => has_selection() && reasons::structure(session).is_none(),
            Self::Copy | Self::Section | Self::SelectAll | Self::SelectParent => has_selection(),
            Self::Write => inline::can_write(session),
            Self::ShowAs => preview::shows_states(session).is_some(),
            Self::Cut => Self::Remove.is_possible(session),
            _ => match self.plan(session) {
                Some((_, ops)) => session.editor(|editor| editor.would(&ops).is_ok()),
                None => false,
            },
        }
    }

    /// Does it. Says why when it cannot be done.
    pub(super) fn run(self, session: Session) {
        if self.is_edit() && session.refuses_edits() {
            return;
        }
        if self.is_structural()
            && let Some(why) = reasons::structure(session)
        {
            return session.say(why);
        }
        session.editor_mut(palier_edit::Editor::settle);
        let open = |dialog| session.view.dialog.set(Some(dialog));
        match self {
            Self::Undo => session.undo(),
            Self::Redo => session.redo(),
            Self::Insert => {
                session.view.place.set(None);
                open(Dialog::Inserter);
            }
            Self::Place => session.view.picked.update(|times| *times += 1),
            Self::Write => session.view.written.update(|times| *times += 1),
            Self::ShowAs => preview::open_states(session),
            Self::MoveTo => open(Dialog::MoveTo),
            Self::Commands => open(Dialog::Commands),
            Self::Save => save_now(session),
            Self::Rename => match naming::why_not(session) {
                Some(why) => session.say(why),
                None => open(Dialog::Rename),
            },
            Self::Section => open(Dialog::Section),
            Self::Try => session.look_as(match session.view.mode.get_untracked() {
                Mode::Edit => Mode::Try,
                Mode::Try => Mode::Edit,
            }),
            Self::Light => session.view.scheme.set(Some(Scheme::Light)),
            Self::Dark => session.view.scheme.set(Some(Scheme::Dark)),
            Self::Area => shell::next_area(false),
            Self::Share => open(Dialog::Snippet),
            Self::Publish => open(Dialog::Publish),
            Self::Copy => clipboard::copy(session, || {}),
            Self::Cut => clipboard::copy(session, move || Self::Remove.run(session)),
            // The browser's own event brings the text; see the desk's keys.
            Self::Paste => clipboard::paste_read(session),
            Self::SelectAll => select_all(session),
            Self::SelectParent => select_parent(session),
            _ => match self.plan(session) {
                Some((intention, ops)) => {
                    let ids = session.selection.get_untracked();
                    let name = session.read(|tree, _| words::all(tree, &ids, session.i18n));
                    if session.perform(intention, ops).is_ok() {
                        self.say(session, &name);
                    }
                }
                None => session.say(self.why_not(session).unwrap_or_default()),
            },
        }
    }

    /// Says where the selection is now, or that what was called `name` is gone.
    fn say(self, session: Session, name: &str) {
        let ids = session.selection.get_untracked();
        if let (Self::Wider | Self::Narrower, Some(id)) = (self, ids.first()) {
            return canvas::span::say(session, id);
        }
        let said = session.read(|tree, rules| match (self, ids.first()) {
            (Self::Remove, _) => session
                .i18n
                .with(keys::DESIGNER_SAID_REMOVED, &[("what", name)]),
            (Self::Duplicate, Some(_)) => inserted(tree, rules, &ids, session.i18n),
            (Self::Hide | Self::Lock, Some(_)) => self.said_of_all(tree, &ids, session),
            (_, Some(id)) => words::place(tree, rules, id, session.i18n),
            (_, None) => String::new(),
        });
        session.say(said);
    }

    fn said_of_all(self, tree: &Tree, ids: &[NodeId], session: Session) -> String {
        let key = match self {
            Self::Hide => {
                let at = session.view.width.get_untracked().breakpoint();
                visibility::said(at, plan::is_hidden(session))
            }
            _ if plan::is_locked(session) => keys::DESIGNER_OUTLINE_SAID_LOCKED,
            _ => keys::DESIGNER_OUTLINE_SAID_UNLOCKED,
        };
        let name = words::all(tree, ids, session.i18n);
        session.i18n.with(key, &[("block", &name)])
    }
}

/// Saves at once, and says how it stands: there is a key for it that everybody knows.
fn save_now(session: Session) {
    wasm_bindgen_futures::spawn_local(async move {
        save::flush(session).await;
        session.say(untrack(|| save::said(session)));
    });
}

/// Why something cannot be done; `None` when it can.
pub(super) fn why_not(session: Session, ops: &[Op]) -> Option<Refusal> {
    session.editor(|editor| editor.would(ops).err())
}
