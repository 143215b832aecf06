//! Keys on the block that has the focus: arrows walk the page, Space takes it up, the rest are
//! commands.

use palier_contract::ids::NodeId;
use palier_dnd::keyboard::Arrow;
use palier_dnd::machine::Key;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Event, KeyboardEvent};

use super::Canvas;
use crate::designer::commands::Command;
use crate::designer::drag::Drag;
use crate::designer::inline;
use crate::designer::session::Session;

#[wasm_bindgen(module = "/src/designer/stroke.js")]
extern "C" {
    fn stroke(event: &KeyboardEvent) -> String;
}

/// Answers a key.
pub(super) fn pressed(canvas: &Canvas, drag: &Drag, event: &Event) {
    let Some(event) = event.dyn_ref::<KeyboardEvent>() else {
        return;
    };
    let session = canvas.session;
    let stroke = stroke(event);
    let selected = session.selection.get_untracked();
    if matches!(stroke.as_str(), "Shift+F10" | "ContextMenu") {
        event.prevent_default();
        event.stop_propagation();
        return crate::designer::menu::open(session, event);
    }
    let taken = engine_key(&stroke).is_some_and(|key| drag.key(key, selected.first()))
        || (stroke == "F2" && inline::at_selection(canvas))
        || walk(session, &stroke)
        || turn(session, &stroke)
        || run(session, &stroke);
    if taken {
        event.prevent_default();
        event.stop_propagation();
        if let Some(cell) = session
            .selection
            .get_untracked()
            .first()
            .and_then(|id| canvas.element(id))
        {
            super::reveal(&cell);
        }
    }
}

fn engine_key(stroke: &str) -> Option<Key> {
    Some(match stroke {
        " " => Key::Space,
        "Enter" => Key::Enter,
        "Escape" => Key::Escape,
        "Tab" => Key::Tab,
        "ArrowUp" => Key::Walk(Arrow::Up),
        "ArrowDown" => Key::Walk(Arrow::Down),
        "ArrowLeft" => Key::Walk(Arrow::Left),
        "ArrowRight" => Key::Walk(Arrow::Right),
        "Home" => Key::Walk(Arrow::Home),
        "End" => Key::Walk(Arrow::End),
        _ => return None,
    })
}

/// Whether the key selected another block: up and down within the slot, left out of it, right
/// into the block's own.
fn walk(session: Session, stroke: &str) -> bool {
    let selected = session.selection.get_untracked();
    let Some(id) = selected.first() else {
        return enter(session, stroke);
    };
    let rtl = session.i18n.direction() == "rtl";
    let next = session.read(|tree, rules| {
        let (slot, index) = tree.place_of(id)?;
        let beside = tree.children(&slot);
        let inner = || {
            let slots = session.seen_slots(tree, rules, id);
            slots
                .iter()
                .find_map(|slot| tree.children(slot).first())
                .cloned()
        };
        let outer = || slot.node.clone();
        match stroke {
            "ArrowDown" => beside.get(index + 1).cloned(),
            "ArrowUp" => index
                .checked_sub(1)
                .and_then(|before| beside.get(before))
                .cloned(),
            "Home" => beside.first().cloned(),
            "End" => beside.last().cloned(),
            "ArrowRight" if !rtl => inner(),
            "ArrowLeft" if rtl => inner(),
            "ArrowLeft" | "ArrowRight" => outer(),
            _ => None,
        }
    });
    let walked = next.is_some() || stroke.starts_with("Arrow");
    if let Some(id) = next {
        select(session, id);
    }
    walked
}

/// Whether the key showed another part of the selected tabs.
fn turn(session: Session, stroke: &str) -> bool {
    match stroke {
        "PageDown" => session.turn_part(false),
        "PageUp" => session.turn_part(true),
        _ => false,
    }
}

/// Goes from the page itself to its first or its last block.
fn enter(session: Session, stroke: &str) -> bool {
    let next = session.read(|tree, _| {
        let blocks = tree.children(&palier_edit::SlotRef::page());
        match stroke {
            "ArrowDown" | "ArrowRight" | "Home" => blocks.first().cloned(),
            "ArrowUp" | "End" => blocks.last().cloned(),
            _ => None,
        }
    });
    let found = next.is_some();
    if let Some(id) = next {
        select(session, id);
    }
    found
}

fn select(session: Session, id: NodeId) {
    session.select(vec![id]);
}

fn run(session: Session, stroke: &str) -> bool {
    // The browser's own copy, cut and paste events carry the clipboard; the desk hears them.
    match Command::by_key(stroke) {
        None | Some(Command::Copy | Command::Cut | Command::Paste) => false,
        Some(command) => {
            command.run(session);
            true
        }
    }
}
