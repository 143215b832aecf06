//! The inserter: a search for a block, and where it will go.

use std::rc::Rc;

use palier_edit::{Op, Position, Rules, SlotRef, Tree};

use super::{Choice, Finder, fuzzy};
use crate::designer::drag::Spot;
use crate::designer::session::Session;
use crate::designer::{commands, dialogs, palette, starters, words};
use crate::dom::{Dom, El, el};
use crate::i18n::{I18n, Key, keys};
use crate::reactive::RwSignal;

/// Where it goes, from the selected block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Before,
    After,
    Inside,
}

const SIDES: [(Side, Key); 3] = [
    (Side::Before, keys::DESIGNER_MENUS_BEFORE),
    (Side::After, keys::DESIGNER_MENUS_AFTER),
    (Side::Inside, keys::DESIGNER_MENUS_INSIDE),
];

/// Draws it.
pub(in crate::designer) fn draw(session: Session) -> El {
    let i18n = session.i18n;
    let fixed = session.view.place.get_untracked();
    let side = RwSignal::new(first(session));
    let at = {
        let fixed = fixed.clone();
        move || {
            let beside = || position(session, side.get()).map(Spot::from);
            fixed.clone().or_else(beside)
        }
    };
    let (found, chosen, told) = (at.clone(), at.clone(), at);
    let finder = Finder {
        label: i18n.t(keys::DESIGNER_SEARCH_BLOCKS),
        is_tree: false,
        find: Rc::new(move |wanted| rows(session, wanted, found().map(|spot| spot.at))),
        choose: Rc::new(move |kind| {
            if let Some(at) = chosen() {
                dialogs::close();
                commands::insert_at(session, "insert", at, starters::block(session, kind));
            }
        }),
    };
    let choice = fixed
        .is_none()
        .then(|| sides(session, side))
        .filter(|_| !session.selection.get_untracked().is_empty());
    let head = el("div", "ds-field").child(choice).child(
        el("p", "ds-hint")
            .attr("data-where", "")
            .text_of(move || where_to(session, told().map(|spot| spot.at))),
    );
    let body = Dom::from(vec![Dom::from(head), super::draw(session, finder)]);
    let title = i18n.t(keys::DESIGNER_MENUS_INSERTER);
    dialogs::finder(session, "inserter", &title, body)
}

/// Inside a container with an empty part that takes something, else after the selection.
fn first(session: Session) -> Side {
    let selected = session.selection.get_untracked();
    let is_hollow = session.read(|tree, rules| {
        let slot = session.inside(tree, rules, selected.first()?)?;
        Some(tree.children(&slot).is_empty())
    }) == Some(true);
    let inside = position(session, Side::Inside);
    if is_hollow && !rows(session, "", inside).is_empty() {
        Side::Inside
    } else {
        Side::After
    }
}

fn position(session: Session, side: Side) -> Option<Position> {
    let selected = session.selection.get_untracked();
    session.read(|tree, rules| {
        let Some(id) = selected.first() else {
            return Some(Position::end(SlotRef::page()));
        };
        match side {
            Side::Before => Some(Position::before(tree.place_of(id)?.0, id)),
            Side::After => tree.position_of(id),
            Side::Inside => session.inside(tree, rules, id).map(Position::end),
        }
    })
}

fn sides(session: Session, side: RwSignal<Side>) -> El {
    let buttons = SIDES.map(|(wanted, label)| {
        let off = position(session, wanted).is_none();
        let button = el("button", "ds-segment")
            .attr("type", "button")
            .attr_of("aria-pressed", move || {
                Some((side.get() == wanted).to_string())
            })
            .flag("disabled", off)
            .on("click", move |_| side.set(wanted))
            .text(&session.i18n.t(label));
        Dom::from(button)
    });
    el("div", "ds-segments")
        .attr("role", "group")
        .attr("aria-label", &session.i18n.t(keys::DESIGNER_MENUS_WHERE))
        .child(Vec::from(buttons))
}

/// The blocks that may go there, in the palette's groups.
fn rows(session: Session, wanted: &str, at: Option<Position>) -> Vec<Choice> {
    let Some(at) = at else {
        return Vec::new();
    };
    let may = |kind: &str| {
        let op = Op::Insert {
            at: at.clone(),
            nodes: starters::block(session, kind),
        };
        session.editor(|editor| editor.would(&[op]).is_ok())
    };
    let mut found: Vec<(usize, usize, Choice)> = session
        .blocks()
        .iter()
        .filter_map(|block| {
            let label = words::kind(block.kind, session.i18n);
            let distance = fuzzy::distance(wanted, &label)?;
            let (order, group) = palette::group_of(block.kind);
            may(block.kind).then(|| {
                let choice = Choice {
                    key: block.kind.to_owned(),
                    label,
                    group: session.i18n.t(group),
                    drawing: Some(palette::drawing(block.kind)),
                    ..Choice::default()
                };
                (order, distance, choice)
            })
        })
        .collect();
    found.sort_by_key(|(order, distance, _)| (*order, *distance));
    found.into_iter().map(|(.., choice)| choice).collect()
}

fn where_to(session: Session, at: Option<Position>) -> String {
    session.read(|tree, rules| {
        at.map(|at| place(tree, rules, &at, session.i18n))
            .unwrap_or_default()
    })
}

/// "After Leaderboard, in Section".
pub(in crate::designer) fn place(tree: &Tree, rules: &Rules, at: &Position, i18n: I18n) -> String {
    let slot = words::slot(tree, rules, &at.slot, i18n);
    let children = tree.children(&at.slot);
    let next = at
        .before
        .as_ref()
        .and_then(|id| children.iter().position(|child| child == id));
    let previous = next
        .unwrap_or(children.len())
        .checked_sub(1)
        .and_then(|index| children.get(index));
    let name = |id| {
        tree.node(id)
            .map(|entry| words::block(&entry.node, i18n))
            .unwrap_or_default()
    };
    let say = |key, block: &str| i18n.with(key, &[("block", block), ("slot", &slot)]);
    match (previous, &at.before) {
        (Some(id), _) => say(keys::DESIGNER_MENUS_PLACE_AFTER, &name(id)),
        (None, Some(id)) => say(keys::DESIGNER_MENUS_PLACE_BEFORE, &name(id)),
        (None, None) => say(keys::DESIGNER_MENUS_PLACE_FIRST, ""),
    }
}
