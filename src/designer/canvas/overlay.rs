//! What lies over the page: frames around the selected blocks, and for the one that has the
//! focus a handle to drag it by, its buttons, and a grip for its width.

use leptos::prelude::{Get, RwSignal, Set, With, WithUntracked};
use palier_contract::ids::NodeId;

use super::{Canvas, Frame};
use crate::blocks::icon::{Icon, icon};
use crate::designer::commands::{self, Command};
use crate::designer::drag::Drag;
use crate::designer::session::Session;
use crate::designer::{icons, words};
use crate::dom::{self, Dom, El};
use crate::i18n::keys;
use crate::style::{Sheet, sheets};

const SHEET: &Sheet = &sheets::CANVAS;
const SIDES: [(&str, &str); 4] = [
    ("left", "style:left"),
    ("top", "style:top"),
    ("width", "style:width"),
    ("height", "style:height"),
];

/// Draws it.
pub(super) fn draw(canvas: &Canvas, drag: &Drag) -> El {
    let frames = RwSignal::new(Vec::<Frame>::new());
    let session = canvas.session;
    let measured = canvas.clone();
    dom::watch(move || {
        session.moved.get();
        let now: Vec<Frame> = session
            .selection
            .with(|ids| ids.iter().filter_map(|id| measured.frame(id)).collect());
        if frames.with_untracked(|before| *before != now) {
            frames.set(now);
        }
    });
    SHEET
        .el("div", "over")
        .slot(move || {
            frames.with(|frames| {
                let rest = frames.iter().skip(1);
                rest.map(|frame| Dom::from(at(SHEET.el("div", "frame"), *frame)))
                    .collect::<Vec<_>>()
            })
        })
        .slot(carried(canvas, drag))
        .slot({
            let canvas = canvas.clone();
            move || crate::designer::preview::badges(&canvas)
        })
        .child(main_frame(canvas, drag, frames))
}

/// A veil over what is being carried: it stays where it is until it is dropped.
fn carried(canvas: &Canvas, drag: &Drag) -> impl Fn() -> Vec<Dom> + 'static {
    let (canvas, drawn) = (canvas.clone(), drag.drawn());
    // Measured when something is taken up, not with every move.
    let carried = dom::memo(move || drawn.with(|drawn| drawn.carried.clone()));
    move || {
        let ids = carried.get();
        let frames = ids.iter().filter_map(|id| canvas.frame(id));
        frames
            .map(|frame| at(SHEET.el("div", "lifted"), frame).into())
            .collect()
    }
}

/// The frame of the block that has the focus. One element for all of them, so that the focus
/// stays where it is when another block is selected.
fn main_frame(canvas: &Canvas, drag: &Drag, frames: RwSignal<Vec<Frame>>) -> El {
    let session = canvas.session;
    let first = move || frames.with(|frames| frames.first().copied());
    let inside = dom::memo(move || first().is_some_and(|frame| frame.top < 44.0));
    let (keyed, walked) = (drag.clone(), canvas.clone());
    let frame = SHEET
        .el("div", "frame")
        .attr("data-main", "")
        .flag_of("data-page-itself", move || {
            session.selection.with(Vec::is_empty)
        })
        .flag_of("hidden", move || {
            first().is_none() && session.selection.with(|ids| !ids.is_empty())
        });
    let frame = SIDES.iter().fold(frame, |frame, (side, property)| {
        frame.attr_of(property, move || match first() {
            Some(frame) => Some(frame.side(side)),
            // Nothing is selected: the page itself can have the focus.
            None if matches!(*side, "left" | "top") => Some(String::from("0")),
            None => Some(String::from("100%")),
        })
    });
    frame
        .child(
            SHEET
                .el("button", "focus")
                .attr("type", "button")
                .attr("data-focus", "")
                .attr(
                    "aria-roledescription",
                    &session.i18n.t(keys::DESIGNER_BLOCK),
                )
                .attr_of("aria-label", move || {
                    session.version.get();
                    let ids = session.selection.get();
                    Some(session.read(|tree, rules| match ids.first() {
                        Some(id) => words::place(tree, rules, id, session.i18n),
                        None => session.i18n.count(
                            keys::DESIGNER_MENUS_PAGE_OF,
                            i64::try_from(tree.len()).unwrap_or(0),
                            &[],
                        ),
                    }))
                })
                .on("keydown", move |event| {
                    super::keyboard::pressed(&walked, &keyed, &event)
                }),
        )
        .slot(move || {
            let ids = session.selection.get();
            ids.first().map(|id| tools(session, id, inside.get()))
        })
}

/// Handle, name and buttons of the block that has the focus.
fn tools(session: Session, id: &NodeId, inside: bool) -> Dom {
    let name = session.read(|tree, _| {
        let entry = tree.node(id);
        entry
            .map(|entry| words::block(&entry.node, session.i18n))
            .unwrap_or_default()
    });
    let bar = SHEET
        .el("div", "tools")
        .flag("data-inside", inside)
        .attr("role", "toolbar")
        .attr(
            "aria-label",
            &session.i18n.with(keys::DESIGNER_TOOLS, &[("block", &name)]),
        )
        .child(
            tool(
                icons::GRIP,
                &session.i18n.t(keys::DESIGNER_DRAG),
                "tool grip",
            )
            .attr("data-grip", "handle")
            .attr("data-source", id.as_str()),
        )
        .child(SHEET.el("span", "tools-name").text(&name))
        .child(command(session, Command::Up, Icon::ARROW_UP))
        .child(command(session, Command::Down, Icon::ARROW_DOWN))
        .child(command(session, Command::Duplicate, Icon::COPY))
        .child(command(session, Command::Remove, icons::TRASH))
        .child(
            tool(icons::MORE, &session.i18n.t(keys::DESIGNER_MORE), "tool")
                .attr("aria-haspopup", "menu")
                .attr("data-opens", "menu")
                .on("click", move |event| {
                    crate::designer::menu::open(session, &event)
                }),
        );
    Dom::from(vec![
        Dom::from(bar),
        SHEET
            .el("button", "add")
            .attr("type", "button")
            .attr("data-grip", "interactive")
            .attr("aria-label", &session.i18n.t(keys::DESIGNER_ADD_AFTER))
            .on("click", move |_| Command::Insert.run(session))
            .child(icon(icons::PLUS))
            .into(),
    ])
}

fn tool(drawing: Icon, label: &str, class: &str) -> El {
    SHEET
        .el("button", class)
        .attr("type", "button")
        .attr("aria-label", label)
        .attr("title", label)
        .child(icon(drawing))
}

fn command(session: Session, command: Command, drawing: Icon) -> El {
    let label = commands::of(command)
        .map(|row| session.i18n.t(row.label))
        .unwrap_or_default();
    tool(drawing, &label, "tool")
        .attr("data-grip", "interactive")
        .attr_of("aria-disabled", move || {
            session.version.get();
            (!command.is_possible(session)).then(|| String::from("true"))
        })
        .on("click", move |_| command.run(session))
}

fn at(element: El, frame: Frame) -> El {
    SIDES.iter().fold(element, |element, (side, property)| {
        element.attr(property, &frame.side(side))
    })
}
