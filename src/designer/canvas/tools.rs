//! Handle, name and buttons of the block that has the focus.

use palier_contract::ids::NodeId;
use palier_edit::Tree;

use super::{SHEET, span};
use crate::blocks::icon::{Icon, icon};
use crate::designer::commands::{self, Command};
use crate::designer::session::Session;
use crate::designer::{icons, reasons, words};
use crate::dom::{self, Dom, El, el};
use crate::i18n::keys;
use crate::reactive::Memo;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;

#[wasm_bindgen(module = "/src/designer/rove.js")]
extern "C" {
    /// Makes one Tab stop of a toolbar: arrows walk its buttons.
    pub(in crate::designer) fn rove(toolbar: &Element);
}

/// Draws them. Above the page is room for those of its first block.
pub(super) fn draw(session: Session, id: &NodeId) -> Dom {
    let name = name(session, id);
    // Of several, none is as wide as another or shown to the same people.
    let is_one = session.selection.get_untracked().len() < 2;
    let bar = SHEET
        .el("div", "tools")
        // A press beside its buttons is no press on what lies beneath.
        .attr("data-grip", "interactive")
        .attr("role", "toolbar")
        .attr_of("aria-label", move || {
            let name = name.get();
            Some(session.i18n.with(keys::DESIGNER_TOOLS, &[("block", &name)]))
        })
        .child(grip(session, id, name))
        .child(SHEET.el("span", "tools-name").text_of(move || name.get()))
        .child(is_one.then(|| columns(session, id)))
        .child(is_one.then(|| locked(session, id)))
        .child(is_one.then(|| when(session, id)))
        .child(command(session, Command::Up, Icon::ARROW_UP))
        .child(command(session, Command::Down, Icon::ARROW_DOWN))
        .child(command(session, Command::Duplicate, Icon::COPY))
        .child(command(session, Command::Remove, icons::TRASH))
        .child(more(session))
        .node(|toolbar| rove(&toolbar));
    let add = reasons::structure(session).is_none().then(|| add(session));
    Dom::from(vec![Dom::from(bar), add.into()])
}

/// What the tools are for: the block, or how many.
fn name(session: Session, id: &NodeId) -> Memo<String> {
    let (count, id) = (session.selection.get_untracked().len(), id.clone());
    dom::memo(move || {
        session.version.track();
        match count {
            0 | 1 => session.read(|tree, _| {
                let entry = tree.node(&id)?;
                Some(words::block(&entry.node, session.i18n))
            }),
            // What the buttons do, they do to all.
            _ => i64::try_from(count)
                .ok()
                .map(|count| session.i18n.count(keys::DESIGNER_BLOCKS, count, &[])),
        }
        .unwrap_or_default()
    })
}

fn grip(session: Session, id: &NodeId, name: Memo<String>) -> El {
    tool(icons::GRIP, "", "tool grip")
        .attr_of("aria-label", move || {
            let facts = [("block", &*name.get())];
            Some(session.i18n.with(keys::DESIGNER_DRAG, &facts))
        })
        .attr("title", &session.i18n.t(keys::DESIGNER_DRAG_TITLE))
        .attr("data-grip", "handle")
        .attr("data-source", id.as_str())
}

/// How many of the twelve columns it spans.
fn columns(session: Session, id: &NodeId) -> El {
    let id = id.clone();
    let columns = dom::memo(move || {
        session.version.track();
        span::columns(session, &id)
    });
    SHEET
        .el("span", "tools-span")
        .child(
            el("span", "")
                .attr("data-columns", "")
                .attr("aria-hidden", "true")
                .text_of(move || span::fraction(columns.get())),
        )
        .child(el("span", "ds-sr").text_of(move || span::words(session, columns.get())))
}

/// That some of it may not be changed by everybody.
fn locked(session: Session, id: &NodeId) -> El {
    let id = id.clone();
    let label = session.i18n.t(keys::DESIGNER_OUTLINE_LOCKED);
    let is_locked = move || {
        session.version.track();
        session.read(|tree, rules| {
            let locks = tree.node(&id).map(|entry| &entry.node.lock);
            locks.is_some_and(|locks| locks.iter().any(|lock| rules.role.heeds(lock)))
        })
    };
    SHEET
        .el("span", "tools-lock")
        .attr("data-locked", "")
        .attr("role", "img")
        .attr("aria-label", &label)
        .attr("title", &label)
        .flag_of("hidden", move || !is_locked())
        .child(icon(Icon::LOCK))
}

/// For whom and until when it is shown.
fn when(session: Session, id: &NodeId) -> El {
    let id = id.clone();
    SHEET
        .el("span", "tools-span")
        .attr("data-when", "")
        .text_of(move || {
            session.version.track();
            let node = |tree: &Tree| Some(words::when(&tree.node(&id)?.node, session.i18n));
            session.read(|tree, _| node(tree)).unwrap_or_default()
        })
}

fn more(session: Session) -> El {
    let label = session.i18n.t(keys::DESIGNER_MORE);
    tool(icons::MORE, &label, "tool more")
        .attr("aria-haspopup", "menu")
        .attr("data-opens", "menu")
        .on("click", move |event| {
            crate::designer::menu::open(session, &event)
        })
}

/// The plus after the block.
fn add(session: Session) -> El {
    let label = session.i18n.t(keys::DESIGNER_ADD_AFTER);
    tool(icons::PLUS, &label, "add")
        .attr("data-near", "")
        .on("click", move |_| Command::Insert.run(session))
}

/// A button with a drawing for its name; `class` is one of the canvas' sheet.
fn tool(drawing: Icon, label: &str, class: &str) -> El {
    named(SHEET.el("button", class), label).child(icon(drawing))
}

/// A button that is called so, for readers of the screen and for those who point at it. What lies
/// below it is not dragged by it.
pub(in crate::designer) fn named(button: El, label: &str) -> El {
    button
        .attr("type", "button")
        .attr("data-grip", "interactive")
        .attr("aria-label", label)
        .attr("title", label)
}

fn command(session: Session, command: Command, drawing: Icon) -> El {
    let label = commands::of(command)
        .map(|row| session.i18n.t(row.label))
        .unwrap_or_default();
    tool(drawing, &label, "tool")
        .attr_of("aria-disabled", move || {
            session.version.track();
            (!command.is_possible(session)).then(|| String::from("true"))
        })
        .on("click", move |_| command.run(session))
}
