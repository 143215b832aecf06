//! Keys on the tree: arrows, Home, End, letters, F2, Enter, Space.

use std::collections::BTreeSet;

use palier_contract::ids::NodeId;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Event;

use super::Outline;
use crate::designer::commands::Command;
use crate::designer::reveal;

#[wasm_bindgen(module = "/src/designer/outline/outline.js")]
extern "C" {
    #[wasm_bindgen(js_name = treeKey)]
    fn tree_key(event: &Event) -> String;
    #[wasm_bindgen(js_name = fieldKey)]
    fn field_key(event: &Event) -> String;
}

impl Outline {
    pub(super) fn key(&self, event: &Event) {
        match field_key(event).as_str() {
            "take" => {
                event.prevent_default();
                event.stop_propagation();
                // Leaving the field takes the name.
                return self.focus();
            }
            "leave" => {
                event.prevent_default();
                event.stop_propagation();
                self.renaming.set(None);
                return self.focus();
            }
            _ => {}
        }
        let key = tree_key(event);
        if key.is_empty() {
            return;
        }
        event.prevent_default();
        event.stop_propagation();
        match key.strip_prefix("type:") {
            Some(typed) => self.find(typed),
            None => self.walk(&key),
        }
    }

    fn find(&self, typed: &str) {
        let from = self.active().map_or(0, |at| {
            // One letter goes on to the next; more stay where they fit.
            if typed.chars().count() == 1 {
                at + 1
            } else {
                at
            }
        });
        let rows = self.rows.borrow();
        let order = rows.iter().skip(from).chain(rows.iter().take(from));
        let found = order
            .map(|row| (&row.id, row.name.to_lowercase()))
            .find(|(_, name)| name.starts_with(typed))
            .map(|(id, _)| id.clone());
        drop(rows);
        if let Some(id) = found {
            self.session.select(vec![id]);
        }
    }

    fn active(&self) -> Option<usize> {
        self.index_of(self.session.selection.get_untracked().last())
    }

    fn walk(&self, key: &str) {
        let rows = self.rows.borrow().clone();
        let last = rows.len().saturating_sub(1);
        let at = self.active();
        let row = at.and_then(|at| rows.get(at));
        let (inner, outer) = match self.session.i18n.direction() {
            "rtl" => ("ArrowLeft", "ArrowRight"),
            _ => ("ArrowRight", "ArrowLeft"),
        };
        let next = match (key, row) {
            ("F2", Some(row)) => return self.rename(row),
            ("Enter", _) => return reveal::properties(self.session),
            // As on the page: its keys carry on from here.
            (" ", Some(_)) => return Command::Place.run(self.session),
            ("*", _) => return self.closed.set(BTreeSet::new()),
            ("Shift+ArrowDown", Some(_)) => return self.extend(at.map(|at| at + 1)),
            ("Shift+ArrowUp", Some(_)) => return self.extend(at.and_then(|at| at.checked_sub(1))),
            ("ArrowDown", _) => at.map_or(Some(0), |at| Some((at + 1).min(last))),
            ("ArrowUp", _) => at.map_or(Some(last), |at| Some(at.saturating_sub(1))),
            ("Home", _) => Some(0),
            ("End", _) => Some(last),
            (key, Some(row)) if key == inner => match row.open {
                Some(false) => return self.turn(row, true),
                Some(true) => at.map(|at| at + 1),
                None => None,
            },
            (key, Some(row)) if key == outer => match row.open {
                Some(true) => return self.turn(row, false),
                _ => self.index_of(self.parent(&row.id).as_ref()),
            },
            _ => None,
        };
        if let Some(row) = next.and_then(|index| rows.get(index)) {
            self.session.select(vec![row.id.clone()]);
        }
    }

    fn parent(&self, id: &NodeId) -> Option<NodeId> {
        self.session.read(|tree, _| tree.parent(id).cloned())
    }

    /// Selects one row more, or the last one no longer.
    fn extend(&self, to: Option<usize>) {
        let next = to.and_then(|to| self.rows.borrow().get(to).map(|row| row.id.clone()));
        let Some(next) = next else { return };
        let mut ids = self.session.selection.get_untracked();
        if ids.contains(&next) {
            ids.pop();
        } else {
            ids.push(next);
        }
        self.session.select(ids);
    }
}
