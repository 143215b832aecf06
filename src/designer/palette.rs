//! The palette: every block there is, to drag, to click or to take up by key; as cards, and as a
//! strip of pictures beside the outline.

use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Event;

use super::canvas::rove;
use super::drag::Drag;
use super::session::Session;
use super::{commands, custom, icons, reasons, starters, words};
use crate::blocks::icon::{Icon, icon};
use crate::dom::{Dom, El, el, value_of};
use crate::i18n::{Key, keys};
use crate::reactive::RwSignal;
use crate::style::{Sheet, sheets};

const SHEET: &Sheet = &sheets::PALETTE;

#[wasm_bindgen(module = "/src/designer/palette.js")]
extern "C" {
    #[wasm_bindgen(js_name = fieldKey)]
    fn field_key(event: &Event) -> String;
    fn clear(event: &Event);
    fn walk(event: &Event);
}

/// Groups of the palette, with the types in them. What the page brings of its own is in the last
/// one, every other block in the one for members.
const GROUPS: &[(Key, &[&str])] = &[
    (keys::DESIGNER_GROUP_MEMBER, &[]),
    (
        keys::DESIGNER_GROUP_CONTENT,
        &["hero", "rich-text", "image", "button"],
    ),
    (
        keys::DESIGNER_GROUP_LAYOUT,
        &["section", "columns", "tabs", "spacer"],
    ),
    (keys::DESIGNER_GROUP_OWN, &[]),
];

/// The place of the group for members among them.
const MEMBER: usize = 0;
/// The place of the group for the page's own blocks.
const OWN: usize = 3;

/// Draws it.
pub(super) fn draw(session: Session, drag: &Drag) -> El {
    let i18n = session.i18n;
    let wanted = RwSignal::new(String::new());
    let drag = drag.clone();
    el("div", "ds-panel-body")
        .attr("data-palette", "")
        .on("keydown", |event| walk(&event))
        .child(reasons::note(session))
        .child(search(session, wanted))
        .child(
            el("p", "ds-hint")
                .attr("id", "ds-blocks-found")
                .attr("role", "status")
                .text_of(move || told(session, &wanted.get())),
        )
        .slot(move || {
            session.known.track();
            let found = groups(session, &wanted.get(), &drag);
            match found.is_empty() {
                true => {
                    Dom::from(el("p", "ds-empty").text(&i18n.t(keys::DESIGNER_NO_BLOCKS_FOUND)))
                }
                false => found.into(),
            }
        })
        .child(
            reasons::structure(session)
                .is_none()
                .then(|| el("p", "ds-hint").text(&i18n.t(keys::DESIGNER_DRAG_OR_ENTER))),
        )
}

fn search(session: Session, wanted: RwSignal<String>) -> El {
    let label = session.i18n.t(keys::DESIGNER_SEARCH_BLOCKS);
    let field = el("input", "ds-input")
        .attr("type", "search")
        .attr("placeholder", &label)
        .attr("aria-describedby", "ds-blocks-found")
        .on("input", move |event| wanted.set(value_of(&event)))
        .on("keydown", move |event| {
            match field_key(&event).as_str() {
                "add" => {
                    if let Some(kind) = found(session, &wanted.get_untracked()).first() {
                        commands::insert(session, "insert", starters::block(session, kind));
                    }
                }
                "clear" => clear(&event),
                // Over the page it lies in a drawer, which its own Escape closes.
                "leave" if !super::shell::is_narrow() => super::shell::focus_canvas(),
                _ => return,
            }
            event.prevent_default();
            event.stop_propagation();
        });
    el("label", "ds-field")
        .child(el("span", "ds-sr").text(&label))
        .child(field)
}

/// How many blocks were found, and what Enter does; nothing while nothing is searched for.
fn told(session: Session, wanted: &str) -> String {
    session.known.track();
    let found = found(session, wanted);
    let first = found.first().filter(|_| !wanted.trim().is_empty());
    let name = first.filter(|_| reasons::structure(session).is_none());
    let count = i64::try_from(found.len()).unwrap_or(i64::MAX);
    name.map_or_else(String::new, |kind| {
        let name = words::kind(kind, session.i18n);
        let key = keys::DESIGNER_BLOCKS_FOUND;
        session.i18n.count(key, count, &[("block", &name)])
    })
}

/// The types of blocks that are called so, in the order of the groups.
fn found(session: Session, wanted: &str) -> Vec<&'static str> {
    let wanted = wanted.trim().to_lowercase();
    let blocks = session.blocks();
    let kinds = blocks.iter().map(|block| block.kind);
    let fits = |kind: &&str| {
        let name = words::kind(kind, session.i18n).to_lowercase();
        name.contains(&wanted)
    };
    let mut found: Vec<&'static str> = kinds.filter(fits).collect();
    found.sort_by_key(|kind| group_of(kind).0);
    found
}

fn groups(session: Session, wanted: &str, drag: &Drag) -> Vec<Dom> {
    let i18n = session.i18n;
    let found = found(session, wanted);
    let group = |place: usize, title: Key| {
        let kinds = found.iter().filter(|kind| group_of(kind).0 == place);
        let items: Vec<Dom> = kinds.map(|kind| item(session, kind, drag).into()).collect();
        (!items.is_empty()).then(|| {
            el("div", "ds-group")
                .child(el("h3", "ds-group-title").text(&i18n.t(title)))
                .child(SHEET.el("ul", "items").child(items))
                .into()
        })
    };
    let groups = GROUPS.iter().enumerate();
    groups
        .filter_map(|(place, (title, _))| group(place, *title))
        .collect()
}

/// Every block as a small picture, beside the outline: to drag onto it, or to click.
pub(super) fn strip(session: Session, drag: &Drag) -> El {
    let blocks = session.blocks();
    let items = blocks.iter().map(|block| {
        let name = words::kind(block.kind, session.i18n);
        let button = SHEET.el("button", "pick ds-icon-button");
        let item = source(button, session, block.kind, drag)
            .attr("aria-label", &name)
            .attr("title", &name)
            .child(icon(drawing(block.kind)));
        Dom::from(item)
    });
    SHEET
        .el("div", "strip")
        .attr("role", "toolbar")
        .attr("aria-label", &session.i18n.t(keys::DESIGNER_PANEL_ADD))
        .child(items.collect::<Vec<_>>())
        .node(|toolbar| rove(&toolbar))
}

fn item(session: Session, kind: &'static str, drag: &Drag) -> El {
    let name = words::kind(kind, session.i18n);
    SHEET.el("li", "").child(
        source(SHEET.el("button", "item"), session, kind, drag)
            .child(SHEET.el("span", "picture").child(icon(drawing(kind))))
            .child(SHEET.el("span", "name").text(&name)),
    )
}

/// Makes a button from which new blocks of a type are taken: dragged, clicked, or by key.
fn source(button: El, session: Session, kind: &'static str, drag: &Drag) -> El {
    let drag = drag.clone();
    let button = button.attr("type", "button").attr("data-kind", kind);
    reasons::usable(button, session, |button| {
        button
            .attr("data-grip", "body")
            .attr("data-source", &["new:", kind].concat())
            .on("keydown", move |event| {
                use wasm_bindgen::JsCast;
                let Some(event) = event.dyn_ref::<web_sys::KeyboardEvent>() else {
                    return;
                };
                match event.key().as_str() {
                    "Enter" => {
                        event.prevent_default();
                        commands::insert(session, "insert", starters::block(session, kind));
                    }
                    " " if session.refuses_edits() => event.prevent_default(),
                    " " => {
                        event.prevent_default();
                        drag.pick_new(kind);
                        super::shell::focus_canvas();
                    }
                    _ => {}
                }
            })
    })
}

/// The group of a type of block: its place among the groups, and its title.
pub(super) fn group_of(kind: &str) -> (usize, Key) {
    let listed = GROUPS.iter().position(|(_, kinds)| kinds.contains(&kind));
    let listed = listed.unwrap_or(match custom::find(kind) {
        Some(_) => OWN,
        None => MEMBER,
    });
    let title = GROUPS.get(listed).map(|(title, _)| *title);
    (listed, title.unwrap_or(keys::DESIGNER_GROUP_MEMBER))
}

/// The drawing that stands for a type of block.
pub(super) fn drawing(kind: &str) -> Icon {
    match kind {
        "section" => icons::TEMPLATE,
        "columns" => icons::FIT,
        "tabs" => Icon::LIST,
        "spacer" => Icon::MINUS,
        "hero" => Icon::FLAG,
        "rich-text" => Icon::PENCIL,
        "image" => icons::PICTURE,
        "button" => Icon::CHECK_CIRCLE,
        "member-header" => Icon::USER,
        "leaderboard" => Icon::TROPHY,
        "points-history" => Icon::CLOCK,
        "reward-catalogue" => Icon::GIFT,
        "tier-progress" => Icon::STAR,
        "badge-collection" => Icon::MEDAL,
        "balance" => Icon::COIN,
        _ => custom::find(kind)
            .and_then(|own| own.icon)
            .map_or(Icon::GRID, Icon),
    }
}
