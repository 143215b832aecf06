//! What a press on a row does: its buttons, its menu, its name.

use palier_edit::{Intention, Op};
use web_sys::Event;

use super::{Outline, Row, act, corner, edit};
use crate::designer::view::Mode;
use crate::designer::{canvas, commands, menu, naming, visibility};
use crate::dom::{self, value_of};
use crate::i18n::keys;

impl Outline {
    pub(super) fn click(&self, event: &Event) {
        let Some(row) = self.at(event) else { return };
        match act(event).as_str() {
            "twist" => self.turn(&row, row.open != Some(true)),
            "hide" => self.toggle_hidden(&row),
            "lock" => self.toggle_lock(&row),
            _ => canvas::scroll_to_block(row.id.as_str()),
        }
        if self.renaming.get_untracked().is_none() {
            self.focus();
        }
    }

    pub(super) fn focus(&self) {
        if let Some(tree) = self.tree.borrow().as_ref() {
            dom::focus(tree);
        }
    }

    pub(super) fn turn(&self, row: &Row, open: bool) {
        self.closed.update(|closed| {
            if open {
                closed.remove(&row.id);
            } else {
                closed.insert(row.id.clone());
            }
        });
    }

    pub(super) fn toggle_hidden(&self, row: &Row) {
        let session = self.session;
        let at = session.view.width.get_untracked().breakpoint();
        let ops = session.read(|tree, _| {
            let entry = tree.node(&row.id)?;
            Some(visibility::ops(&entry.node, at, !row.is_hidden))
        });
        let ops = ops.unwrap_or_default();
        if session.perform(Intention::new("hide"), ops).is_ok() {
            let key = visibility::said(at, !row.is_hidden);
            session.say(session.i18n.with(key, &[("block", &row.name)]));
        }
    }

    /// Locks a block where it is, or takes every lock off it.
    pub(super) fn toggle_lock(&self, row: &Row) {
        let session = self.session;
        let op = commands::lock(&row.id, !row.is_locked);
        if session.perform(Intention::new("lock"), vec![op]).is_ok() {
            let key = match row.is_locked {
                true => keys::DESIGNER_OUTLINE_SAID_UNLOCKED,
                false => keys::DESIGNER_OUTLINE_SAID_LOCKED,
            };
            session.say(session.i18n.with(key, &[("block", &row.name)]));
        }
    }

    /// Opens the menu of the row that was pressed, or by keys of the active one.
    pub(super) fn menu(&self, event: &Event) {
        let is_edited = self.session.view.mode.get_untracked() == Mode::Edit;
        if event.default_prevented() || !is_edited {
            return;
        }
        event.prevent_default();
        if let Some(row) = self.at(event)
            && !self.session.selection.get_untracked().contains(&row.id)
        {
            self.session.select(vec![row.id]);
        }
        if let &[x, y] = corner(event).as_slice() {
            menu::open_at(self.session, x, y);
        }
    }

    pub(super) fn begin(&self, event: &Event) {
        if let Some(row) = self.at(event)
            && act(event).is_empty()
        {
            self.rename(&row);
        }
    }

    pub(super) fn rename(&self, row: &Row) {
        if let Some(why) = naming::why_not_of(self.session, row.id.clone()) {
            return self.session.say(why);
        }
        self.renaming.set(Some(row.id.clone()));
        if let Some(tree) = self.tree.borrow().as_ref() {
            edit(tree);
        }
    }

    /// Takes the name that was typed, when its field is left.
    pub(super) fn take(&self, event: &Event) {
        let Some(id) = self.renaming.get_untracked() else {
            return;
        };
        let Some(row) = self.at(event).filter(|row| row.id == id) else {
            return;
        };
        self.renaming.set(None);
        let name = value_of(event);
        let name = name.trim();
        if name == row.own {
            return;
        }
        let op = Op::Rename {
            id,
            name: (!name.is_empty()).then(|| name.to_owned()),
        };
        self.session.attempt(Intention::new("rename"), vec![op]);
    }
}
