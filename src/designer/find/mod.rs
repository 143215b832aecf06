//! Lists searched by typing: commands, blocks to insert, places to move to.
//!
//! A combobox with its list always open (ARIA APG, combobox with list autocomplete): the focus
//! stays in the field, arrows walk, Enter chooses.

pub(super) mod blocks;
pub(super) mod commands;
mod fuzzy;
pub(super) mod places;

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Element, Event};

use super::session::Session;
use crate::blocks::icon::{Icon, icon};
use crate::dom::{self, Dom, El, el, key_of, value_of};
use crate::i18n::keys;
use crate::reactive::RwSignal;
use crate::style::{Sheet, sheets};

const SHEET: &Sheet = &sheets::FIND;
/// Rows that Page Up and Page Down pass.
const PAGE: usize = 8;

#[wasm_bindgen(module = "/src/designer/find/find.js")]
extern "C" {
    fn follow(list: &Element);
    fn walked(event: &Event) -> String;
    /// Keys as this machine writes them.
    pub(super) fn written(stroke: &str) -> String;
}

/// One row.
#[derive(Clone, Debug, Default)]
pub(super) struct Choice {
    /// Names it to the list's owner.
    pub(super) key: String,
    pub(super) label: String,
    /// Said beside it: where it is, or why it cannot be chosen.
    pub(super) note: String,
    /// Its keys, as commands write them.
    pub(super) keys: &'static str,
    /// Whether it cannot be chosen now.
    pub(super) is_off: bool,
    /// How deep it is in a tree, from 1.
    pub(super) level: usize,
    /// What it stands under; rows of one group follow each other.
    pub(super) group: String,
    pub(super) drawing: Option<Icon>,
}

/// Gives the rows for what was typed.
type Find = Rc<dyn Fn(&str) -> Vec<Choice>>;

/// A list, and what to do with the row that is chosen.
#[derive(Clone)]
pub(super) struct Finder {
    /// What the field asks for.
    pub(super) label: String,
    /// Whether the rows are a tree.
    pub(super) is_tree: bool,
    pub(super) find: Find,
    pub(super) choose: Rc<dyn Fn(&str)>,
}

/// A finder on the page.
#[derive(Clone)]
struct Shown {
    finder: Finder,
    rows: Rc<RefCell<Vec<Choice>>>,
    active: RwSignal<usize>,
}

/// Draws field and list.
pub(super) fn draw(session: Session, finder: Finder) -> Dom {
    let wanted = RwSignal::new(String::new());
    let shown = Shown {
        finder,
        rows: Rc::default(),
        active: RwSignal::new(0),
    };
    Dom::from(vec![
        Dom::from(field(&shown, wanted)),
        list(session, &shown, wanted).into(),
    ])
}

fn field(shown: &Shown, wanted: RwSignal<String>) -> El {
    let (active, heard) = (shown.active, shown.clone());
    el("input", "ds-input")
        .attr("type", "text")
        .attr("role", "combobox")
        .attr("autofocus", "")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .attr("aria-label", &shown.finder.label)
        .attr("placeholder", &shown.finder.label)
        .attr("aria-expanded", "true")
        .attr("aria-autocomplete", "list")
        .attr(
            "aria-haspopup",
            if shown.finder.is_tree {
                "tree"
            } else {
                "listbox"
            },
        )
        .attr("aria-controls", "ds-found")
        .attr_of("aria-activedescendant", move || Some(row_id(active.get())))
        .on("input", move |event| wanted.set(value_of(&event)))
        .on("keydown", move |event| heard.key(&event))
}

fn list(session: Session, shown: &Shown, wanted: RwSignal<String>) -> El {
    let (drawn, clicked, active) = (shown.clone(), shown.clone(), shown.active);
    let (role, none) = match shown.finder.is_tree {
        true => ("tree", keys::DESIGNER_MENUS_NO_PLACE),
        false => ("listbox", keys::DESIGNER_MENUS_NOTHING_FOUND),
    };
    SHEET
        .el("div", "list")
        .attr("id", "ds-found")
        .attr("role", role)
        .attr("aria-label", &shown.finder.label)
        .on("click", move |event| {
            if let Some(index) = key_of(&event).and_then(|key| key.parse().ok()) {
                clicked.choose(index);
            }
        })
        .node(move |list| {
            dom::watch(move || {
                active.track();
                follow(&list);
            });
        })
        .slot(move || {
            let rows = (drawn.finder.find)(&wanted.get());
            let first = rows.iter().position(|row| !row.is_off).unwrap_or(0);
            let dom = groups(&drawn, &rows);
            let is_empty = rows.is_empty();
            *drawn.rows.borrow_mut() = rows;
            drawn.active.set(first);
            if is_empty {
                let text = session.i18n.t(none);
                return Dom::from(el("p", "ds-empty").attr("role", "presentation").text(&text));
            }
            dom
        })
}

fn row_id(index: usize) -> String {
    ["ds-found-", &index.to_string()].concat()
}

/// Rows, those of one group under its name.
fn groups(shown: &Shown, rows: &[Choice]) -> Dom {
    let mut parts: Vec<Dom> = Vec::new();
    let mut from = 0;
    while let Some(first) = rows.get(from) {
        let until = rows
            .iter()
            .skip(from)
            .position(|row| row.group != first.group)
            .map_or(rows.len(), |count| from + count);
        let inner = rows.iter().enumerate().take(until).skip(from);
        let inner: Vec<Dom> = inner
            .map(|(index, choice)| row(shown, index, choice).into())
            .collect();
        parts.push(if first.group.is_empty() {
            inner.into()
        } else {
            SHEET
                .el("div", "group")
                .attr("role", "group")
                .attr("aria-label", &first.group)
                .child(
                    SHEET
                        .el("div", "group-name")
                        .attr("aria-hidden", "true")
                        .text(&first.group),
                )
                .child(inner)
                .into()
        });
        from = until;
    }
    parts.into()
}

fn row(shown: &Shown, index: usize, choice: &Choice) -> El {
    let active = shown.active;
    let stroke = choice.keys.split(' ').next().unwrap_or_default();
    let row = SHEET
        .el("div", "row")
        .attr(
            "role",
            if shown.finder.is_tree {
                "treeitem"
            } else {
                "option"
            },
        )
        .attr("id", &row_id(index))
        .attr("data-key", &index.to_string())
        .attr("data-choice", &choice.key)
        .attr_of("aria-selected", move || {
            Some((active.get() == index).to_string())
        })
        .attr("--level", &choice.level.saturating_sub(1).to_string());
    let row = match (shown.finder.is_tree, choice.is_off) {
        (true, _) => row.attr("aria-level", &choice.level.max(1).to_string()),
        (false, _) => row,
    };
    let row = if choice.is_off {
        row.attr("aria-disabled", "true")
    } else {
        row
    };
    row.child(choice.drawing.map(icon))
        .child(SHEET.el("span", "label").text(&choice.label))
        .child((!choice.note.is_empty()).then(|| SHEET.el("span", "note").text(&choice.note)))
        .child((!stroke.is_empty()).then(|| el("kbd", "ds-key").text(&written(stroke))))
}

impl Shown {
    fn key(&self, event: &Event) {
        let key = walked(event);
        if key.is_empty() {
            return;
        }
        event.prevent_default();
        let at = self.active.get_untracked();
        match key.as_str() {
            "Enter" => self.choose(at),
            "ArrowDown" => self.walk(at, 1, true),
            "ArrowUp" => self.walk(at, 1, false),
            "PageDown" => self.walk(at, PAGE, true),
            _ => self.walk(at, PAGE, false),
        }
    }

    /// Goes to the row so many further on; from the end to the beginning and back.
    fn walk(&self, at: usize, by: usize, forward: bool) {
        let count = self.rows.borrow().len();
        let Some(last) = count.checked_sub(1) else {
            return;
        };
        let next = match forward {
            true if at == last => 0,
            true => at.saturating_add(by).min(last),
            false if at == 0 => last,
            false => at.saturating_sub(by),
        };
        self.active.set(next);
    }

    fn choose(&self, index: usize) {
        let chosen = self.rows.borrow().get(index).cloned();
        if let Some(choice) = chosen.filter(|choice| !choice.is_off) {
            (self.finder.choose)(&choice.key);
        }
    }
}
