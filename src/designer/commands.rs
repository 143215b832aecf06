//! Everything that can be done with a key, from a menu or from the list of commands.

use leptos::prelude::{GetUntracked, Set, Update};
use palier_contract::ids::NodeId;
use palier_edit::{Intention, Op, Position, Refusal, SlotRef, clipboard, moves};

use super::canvas;
use super::preview;
use super::session::{Session, dice};
use super::view::Dialog;
use super::words;
use crate::i18n::{Key, keys};
use wasm_bindgen::prelude::wasm_bindgen;

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
    Commands,
}

/// A command with its words and its keys; several key strokes are separated by a blank.
pub(super) struct Row {
    pub(super) command: Command,
    pub(super) label: Key,
    /// As `aria-keyshortcuts` writes them; `Mod` is Control, and Command on a Mac.
    pub(super) keys: &'static str,
}

const fn row(command: Command, label: Key, keys: &'static str) -> Row {
    Row {
        command,
        label,
        keys,
    }
}

/// All commands, in the order of menus.
pub(super) const ALL: &[Row] = &[
    row(Command::Undo, keys::DESIGNER_COMMAND_UNDO, "Mod+Z"),
    row(
        Command::Redo,
        keys::DESIGNER_COMMAND_REDO,
        "Mod+Shift+Z Mod+Y",
    ),
    row(Command::Insert, keys::DESIGNER_COMMAND_INSERT, "/"),
    row(Command::Cut, keys::DESIGNER_COMMAND_CUT, "Mod+X"),
    row(Command::Copy, keys::DESIGNER_COMMAND_COPY, "Mod+C"),
    row(Command::Paste, keys::DESIGNER_COMMAND_PASTE, "Mod+V"),
    row(
        Command::Duplicate,
        keys::DESIGNER_COMMAND_DUPLICATE,
        "Mod+D",
    ),
    row(
        Command::Remove,
        keys::DESIGNER_COMMAND_REMOVE,
        "Delete Backspace",
    ),
    row(Command::Up, keys::DESIGNER_COMMAND_UP, "Alt+ArrowUp"),
    row(Command::Down, keys::DESIGNER_COMMAND_DOWN, "Alt+ArrowDown"),
    row(Command::First, keys::DESIGNER_COMMAND_FIRST, "Alt+Home"),
    row(Command::Last, keys::DESIGNER_COMMAND_LAST, "Alt+End"),
    row(Command::Into, keys::DESIGNER_COMMAND_INTO, "Alt+ArrowRight"),
    row(Command::Out, keys::DESIGNER_COMMAND_OUT, "Alt+ArrowLeft"),
    row(Command::MoveTo, keys::DESIGNER_COMMAND_MOVE_TO, "Mod+M"),
    row(Command::Place, keys::DESIGNER_MENUS_PLACE, "Mod+Shift+M"),
    row(
        Command::Wider,
        keys::DESIGNER_COMMAND_WIDER,
        "Alt+Shift+ArrowRight",
    ),
    row(
        Command::Narrower,
        keys::DESIGNER_COMMAND_NARROWER,
        "Alt+Shift+ArrowLeft",
    ),
    row(Command::ShowAs, keys::DESIGNER_PREVIEW_COMMAND, ""),
    row(
        Command::SelectAll,
        keys::DESIGNER_COMMAND_SELECT_ALL,
        "Mod+A",
    ),
    row(
        Command::SelectParent,
        keys::DESIGNER_COMMAND_SELECT_PARENT,
        "Escape",
    ),
    row(Command::Commands, keys::DESIGNER_COMMAND_COMMANDS, "Mod+K"),
];

/// The words and keys of a command.
pub(super) fn of(command: Command) -> Option<&'static Row> {
    ALL.iter().find(|row| row.command == command)
}

impl Command {
    /// The command that a key stroke stands for, written as in [`Row::keys`].
    pub(super) fn by_key(stroke: &str) -> Option<Self> {
        let row = ALL
            .iter()
            .find(|row| row.keys.split(' ').any(|known| known == stroke))?;
        Some(row.command)
    }

    /// Whether its keys work wherever the focus is; the others need a block to have it.
    pub(super) fn is_global(self) -> bool {
        !matches!(self, Self::SelectParent)
    }

    /// Whether it would do something now. Not tracked.
    pub(super) fn is_possible(self, session: Session) -> bool {
        match self {
            Self::Undo => session.editor(|editor| editor.can_undo().is_some()),
            Self::Redo => session.editor(|editor| editor.can_redo().is_some()),
            Self::Insert | Self::Paste | Self::Commands => true,
            Self::Copy | Self::SelectAll | Self::MoveTo | Self::Place => {
                !session.selection.get_untracked().is_empty()
            }
            Self::ShowAs => preview::shows_states(session).is_some(),
            Self::SelectParent => !session.selection.get_untracked().is_empty(),
            Self::Cut => Self::Remove.is_possible(session),
            _ => match self.plan(session) {
                Some((_, ops)) => session.editor(|editor| editor.would(&ops).is_ok()),
                None => false,
            },
        }
    }

    /// Does it. Says why when it cannot be done.
    pub(super) fn run(self, session: Session) {
        session.editor_mut(palier_edit::Editor::settle);
        match self {
            Self::Undo => session.undo(),
            Self::Redo => session.redo(),
            Self::Insert => {
                session.view.place.set(None);
                session.view.dialog.set(Some(Dialog::Inserter));
            }
            Self::Place => session.view.picked.update(|times| *times += 1),
            Self::ShowAs => preview::open_states(session),
            Self::MoveTo => session.view.dialog.set(Some(Dialog::MoveTo)),
            Self::Commands => session.view.dialog.set(Some(Dialog::Commands)),
            Self::Copy => copy(session),
            Self::Cut => {
                copy(session);
                Self::Remove.run(session);
            }
            // The browser's own event brings the text; see the desk's keys.
            Self::Paste => paste_read(session),
            Self::SelectAll => select_all(session),
            Self::SelectParent => select_parent(session),
            _ => match self.plan(session) {
                Some((intention, ops)) => {
                    if session.perform(intention, ops).is_ok() {
                        self.say(session);
                    }
                }
                None => session.say(session.i18n.t(keys::DESIGNER_SAID_NOTHING)),
            },
        }
    }

    /// What a command of the document would do to the selection.
    pub(super) fn plan(self, session: Session) -> Option<(Intention, Vec<Op>)> {
        let ids = session.selection.get_untracked();
        let id = ids.first()?;
        let breakpoint = match self {
            Self::Wider | Self::Narrower => canvas::span::breakpoint(session, id),
            _ => "",
        };
        session.read(|tree, rules| {
            let moved = |to: Option<Position>| {
                let op = Op::Move {
                    ids: ids.clone(),
                    to: to?,
                };
                Some((Intention::new("move"), vec![op]))
            };
            match self {
                Self::Up => moved(moves::up(tree, id)),
                Self::Down => moved(moves::down(tree, ids.last().unwrap_or(id))),
                Self::First => moved(moves::first(tree, id)),
                Self::Last => moved(moves::last(tree, id)),
                Self::Out => moved(moves::out(tree, id)),
                Self::Into => moved(moves::into(tree, rules, id).into_iter().next()),
                Self::Wider => Some((
                    "width".into(),
                    vec![moves::wider(tree, rules, id, breakpoint)?],
                )),
                Self::Narrower => Some((
                    "width".into(),
                    vec![moves::narrower(tree, rules, id, breakpoint)?],
                )),
                Self::Remove => Some((
                    Intention::new("remove").select(successor(tree, &ids)),
                    vec![Op::Remove { ids: ids.clone() }],
                )),
                Self::Duplicate => {
                    let copies =
                        clipboard::duplicate(tree, &ids, &rules.blocks, rules.role, &mut dice);
                    let select = copies.iter().map(|(_, node)| node.id.clone()).collect();
                    let ops = copies.into_iter().filter_map(|(original, node)| {
                        let at = tree.position_of(&original)?;
                        Some(Op::Insert {
                            at,
                            nodes: vec![node],
                        })
                    });
                    Some((Intention::new("duplicate").select(select), ops.collect()))
                }
                _ => None,
            }
        })
    }

    /// Says where the selection is now.
    fn say(self, session: Session) {
        let ids = session.selection.get_untracked();
        if let (Self::Wider | Self::Narrower, Some(id)) = (self, ids.first()) {
            return canvas::span::say(session, id);
        }
        let said = session.read(|tree, rules| match (self, ids.first()) {
            (Self::Remove, _) => session.i18n.t(keys::DESIGNER_SAID_REMOVED),
            (_, Some(id)) => words::place(tree, rules, id, session.i18n),
            (_, None) => String::new(),
        });
        session.say(said);
    }
}

/// What has the focus once these blocks are gone: the next one, else the one before, else what
/// holds them.
fn successor(tree: &palier_edit::Tree, ids: &[NodeId]) -> Vec<NodeId> {
    let Some((slot, index)) = ids.first().and_then(|id| tree.place_of(id)) else {
        return Vec::new();
    };
    let children = tree.children(&slot);
    let stays = |id: &&NodeId| !ids.contains(id);
    let next = children.iter().skip(index).find(stays);
    let before = || children.iter().take(index).rev().find(stays);
    let found = next.or_else(before).or(slot.node.as_ref());
    found.cloned().into_iter().collect()
}

#[wasm_bindgen(module = "/src/designer/shell/desk.js")]
extern "C" {
    #[wasm_bindgen(js_name = copy)]
    fn copy_text(text: &str);
    fn read() -> js_sys::Promise;
}

/// Pastes from a menu, where the browser lets a click read the clipboard.
fn paste_read(session: Session) {
    wasm_bindgen_futures::spawn_local(async move {
        let text = wasm_bindgen_futures::JsFuture::from(read()).await;
        match text.ok().and_then(|text| text.as_string()) {
            Some(text) => paste(session, &text),
            None => session.say(session.i18n.t(keys::DESIGNER_SAID_PASTE_BY_KEY)),
        }
    });
}

fn copy(session: Session) {
    let ids = session.selection.get_untracked();
    let text = session.read(|tree, rules| clipboard::copy(tree, &ids, &rules.blocks));
    copy_text(&text);
    session.say(session.i18n.t(keys::DESIGNER_SAID_COPIED));
}

/// Puts the blocks of a text after the selection.
pub(super) fn paste(session: Session, text: &str) {
    let pasted = session.read(|tree, rules| {
        Some(clipboard::paste(
            text,
            tree,
            &rules.blocks,
            rules.role,
            &mut dice,
        ))
    });
    match pasted {
        Some(Ok(nodes)) => insert(session, "paste", nodes),
        Some(Err(refusal)) => session.say(words::refusal(&refusal, session.i18n)),
        None => {}
    }
}

/// Puts blocks after the selection, inside what is selected when it is empty and takes them, or
/// at the end of the page.
pub(super) fn insert(session: Session, name: &str, nodes: Vec<palier_contract::document::Node>) {
    let Some(at) = place_for(session, &nodes) else {
        return session.say(session.i18n.t(keys::DESIGNER_SAID_NO_PLACE));
    };
    insert_at(session, name, at, nodes);
}

/// Puts blocks there, selects them and says so.
pub(super) fn insert_at(
    session: Session,
    name: &str,
    at: Position,
    nodes: Vec<palier_contract::document::Node>,
) {
    let select: Vec<NodeId> = nodes.iter().map(|node| node.id.clone()).collect();
    let intention = Intention::new(name).select(select.clone());
    if session
        .perform(intention, vec![Op::Insert { at, nodes }])
        .is_ok()
    {
        let said = session.read(|tree, rules| {
            let id = select.first()?;
            let place = words::place(tree, rules, id, session.i18n);
            Some(
                session
                    .i18n
                    .with(keys::DESIGNER_SAID_INSERTED, &[("place", &place)]),
            )
        });
        session.say(said.unwrap_or_default());
    }
}

fn place_for(session: Session, nodes: &[palier_contract::document::Node]) -> Option<Position> {
    let selected = session.selection.get_untracked();
    session.editor(|editor| {
        let (tree, rules) = (editor.tree(), editor.rules());
        let mut wished = Vec::new();
        if let Some(id) = selected.last() {
            let empty = tree.slots(id, &rules.blocks).into_iter();
            wished.extend(
                empty
                    .filter(|slot| tree.children(slot).is_empty())
                    .map(Position::end),
            );
            let around = core::iter::once(id).chain(tree.ancestors(id));
            wished.extend(around.filter_map(|id| tree.position_of(id)));
        }
        wished.push(Position::end(SlotRef::page()));
        wished.into_iter().find(|at| {
            let op = Op::Insert {
                at: at.clone(),
                nodes: nodes.to_vec(),
            };
            editor.would(&[op]).is_ok()
        })
    })
}

fn select_all(session: Session) {
    let ids = session.selection.get_untracked();
    let all = session.read(|tree, _| {
        let slot = ids
            .first()
            .and_then(|id| tree.place_of(id))
            .map_or_else(SlotRef::page, |(slot, _)| slot);
        tree.children(&slot).to_vec()
    });
    session.select(all);
}

fn select_parent(session: Session) {
    let ids = session.selection.get_untracked();
    let parent = session.read(|tree, _| ids.first().and_then(|id| tree.parent(id)).cloned());
    session.select(parent.into_iter().collect());
}

/// Why something cannot be done, in words; empty when it can.
pub(super) fn why_not(session: Session, ops: &[Op]) -> Option<Refusal> {
    session.editor(|editor| editor.would(ops).err())
}
