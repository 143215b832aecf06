//! The menu of the selected block: every command that its keys have, by single clicks.
//!
//! After the ARIA menu pattern: arrows walk, letters find, Escape closes and gives the focus
//! back. A command that cannot be done is there all the same, and says why.

use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Element, Event};

use super::commands::{self, Command};
use super::find::written;
use super::session::Session;
use super::{dialogs, words};
use crate::dom::{Dom, El, el};
use crate::i18n::keys;
use crate::style::{Sheet, sheets};

const SHEET: &Sheet = &sheets::MENU;

#[wasm_bindgen(module = "/src/designer/menu.js")]
extern "C" {
    pub(super) fn corner(event: &Event) -> Vec<f64>;
    #[wasm_bindgen(js_name = open)]
    fn show(menu: &Element, x: f64, y: f64);
    fn walk(event: &Event);
    fn closed(event: &Event) -> bool;
}

/// The commands, in groups.
const GROUPS: &[&[Command]] = &[
    &[
        Command::Duplicate,
        Command::Copy,
        Command::Cut,
        Command::Paste,
        Command::Remove,
    ],
    &[
        Command::Write,
        Command::Insert,
        Command::MoveTo,
        Command::Place,
    ],
    &[
        Command::Up,
        Command::Down,
        Command::First,
        Command::Last,
        Command::Into,
        Command::Out,
    ],
    &[Command::Wider, Command::Narrower],
    &[Command::ShowAs],
    &[
        Command::Rename,
        Command::Hide,
        Command::Lock,
        Command::Section,
    ],
    &[Command::SelectParent, Command::SelectAll, Command::Commands],
];

/// Opens it beside the button that was pressed, or where the pointer is.
pub(super) fn open(session: Session, event: &Event) {
    if let &[x, y] = corner(event).as_slice() {
        open_at(session, x, y);
    }
}

/// Opens it at a point of the window.
pub(super) fn open_at(session: Session, x: f64, y: f64) {
    dialogs::close();
    session.view.menu.set(Some((x, y)));
}

/// Draws it while it is open.
pub(super) fn draw(session: Session) -> Option<El> {
    let (x, y) = session.view.menu.get()?;
    let groups = GROUPS.iter().enumerate().flat_map(|(index, commands)| {
        let line = (index > 0).then(|| el("div", "ds-menu-line").attr("role", "separator").into());
        let items = commands.iter().map(move |command| item(session, *command));
        line.into_iter().chain(items)
    });
    let groups: Vec<Dom> = groups.collect();
    Some(
        popover(x, y, move || {
            if session.view.menu.get_untracked() == Some((x, y)) {
                session.view.menu.set(None);
            }
        })
        .attr("data-menu", "")
        .attr("aria-label", &label(session))
        .child(groups),
    )
}

/// A menu without items yet, open with its corner at a point of the window.
pub(super) fn popover(x: f64, y: f64, ended: impl Fn() + 'static) -> El {
    el("div", "ds-menu")
        .attr("role", "menu")
        .attr("popover", "auto")
        .on("keydown", |event| walk(&event))
        .on("toggle", move |event| {
            if closed(&event) {
                ended();
            }
        })
        .node(move |menu| show(&menu, x, y))
}

fn label(session: Session) -> String {
    let name = session.read(|tree, _| {
        let id = session.selection.get_untracked().into_iter().next()?;
        Some(words::block(&tree.node(&id)?.node, session.i18n))
    });
    name.unwrap_or_else(|| session.i18n.t(keys::DESIGNER_PAGE))
}

/// The words of an item that cannot be chosen, with the reason.
pub(super) fn refused(label: &str, why: &str) -> El {
    SHEET
        .el("span", "words")
        .child(SHEET.el("span", "").text(label))
        .child(SHEET.el("span", "why").text(why))
}

fn item(session: Session, command: Command) -> Dom {
    let Some(row) = commands::of(command) else {
        return crate::dom::nothing();
    };
    let why = command.why_not(session);
    let stroke = row.keys.split(' ').next().unwrap_or_default();
    let item = el("button", "ds-menu-item")
        .attr("type", "button")
        .attr("role", "menuitem")
        .attr("tabindex", "-1")
        .attr("data-command", &format!("{command:?}"));
    let id = format!("ds-why-{command:?}");
    let item = match &why {
        Some(why) => item
            .attr("aria-disabled", "true")
            .attr("aria-describedby", &id)
            .attr("title", why),
        None => item,
    };
    let told = why.clone();
    item.on("click", move |_| match &told {
        Some(why) => session.say(why.clone()),
        None => {
            dialogs::close();
            command.run(session);
        }
    })
    .child(
        SHEET
            .el("span", "words")
            .text(&session.i18n.t(command.label(session))),
    )
    // A menu with a line for each reason would be longer than the window.
    .child(why.map(|why| el("span", "").attr("id", &id).attr("hidden", "").text(&why)))
    .child((!stroke.is_empty()).then(|| {
        el("kbd", "ds-key")
            .attr("aria-hidden", "true")
            .text(&written(stroke))
    }))
    .into()
}
