//! What lies over the page: frames around the selected blocks, for the one that has the focus its
//! tools and a grip for its width, and whatever else the page shows of what could be done.

use super::grip::Grip;
use super::{Canvas, Frame, SHEET, empty, hover, places, tools};
use crate::designer::drag::Drag;
use crate::designer::view::Mode;
use crate::designer::words;
use crate::dom::{self, Dom, El};
use crate::i18n::keys;
use crate::reactive::RwSignal;

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
        session.moved.track();
        let now: Vec<Frame> = session
            .selection
            .with(|ids| ids.iter().filter_map(|id| measured.frame(id)).collect());
        if frames.with_untracked(|before| *before != now) {
            frames.set(now);
        }
    });
    let grip = Grip::new(canvas);
    let drawn = drag.drawn();
    SHEET
        .el("div", "over")
        .flag_of("hidden", move || session.view.mode.get() == Mode::Try)
        .flag_of("data-carrying", move || {
            drawn.with(|drawn| !drawn.label.is_empty())
        })
        .slot(grip.guides())
        .slot(empty::draw(canvas))
        .slot(hover::frame(canvas, drag))
        .slot(move || {
            frames.with(|frames| {
                let rest = frames.iter().skip(1);
                rest.map(|frame| Dom::from(at(SHEET.el("div", "frame"), *frame)))
                    .collect::<Vec<_>>()
            })
        })
        .slot(carried(canvas, drag))
        .slot(receiving(canvas, drag))
        .slot({
            let canvas = canvas.clone();
            move || crate::designer::preview::badges(&canvas)
        })
        .child(main_frame(canvas, drag, frames, &grip))
        .slot(hover::gap(drag, session))
        .slot(places::marks(drag))
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

/// A frame around the block that what is carried would come into.
fn receiving(canvas: &Canvas, drag: &Drag) -> impl Fn() -> Option<El> + 'static {
    let (canvas, drawn) = (canvas.clone(), drag.drawn());
    let into = dom::memo(move || drawn.with(|drawn| drawn.into.clone()?.0));
    move || {
        let frame = canvas.frame(&into.get()?)?;
        Some(at(SHEET.el("div", "into"), frame).attr("data-receives", ""))
    }
}

/// The frame of the block that has the focus. One element for all of them, so that the focus
/// stays where it is when another block is selected.
fn main_frame(canvas: &Canvas, drag: &Drag, frames: RwSignal<Vec<Frame>>, grip: &Grip) -> El {
    let session = canvas.session;
    let first = move || frames.with(|frames| frames.first().copied());
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
    // Where the tools would go beyond the page's right edge, they move back by what is missing.
    let frame = frame.attr_of("style:--left", move || {
        Some(first().map_or_else(|| String::from("0px"), |frame| frame.side("left")))
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
                    session.version.track();
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
            ids.first().map(|id| tools::draw(session, id))
        })
        .slot(grip.draw())
}

/// Gives an element a place on the page.
pub(super) fn at(element: El, frame: Frame) -> El {
    SIDES.iter().fold(element, |element, (side, property)| {
        element.attr(property, &frame.side(side))
    })
}
