//! Where the selection may be moved to, as a tree of places.

use std::rc::Rc;

use palier_contract::ids::NodeId;
use palier_edit::{Intention, Op, Position, SlotRef};

use super::{Choice, Finder, blocks, fuzzy};
use crate::designer::session::Session;
use crate::designer::{dialogs, icons, words};
use crate::dom::El;
use crate::i18n::keys;

/// Draws it.
pub(in crate::designer) fn draw(session: Session) -> El {
    let i18n = session.i18n;
    let ids = moving(session);
    let targets: Vec<Position> = session
        .editor(palier_edit::Editor::targets)
        .into_iter()
        .map(|target| target.position)
        .collect();
    let targets = Rc::new(targets);
    let chosen = Rc::clone(&targets);
    let finder = Finder {
        label: i18n.t(keys::DESIGNER_MENUS_SEARCH_PLACES),
        is_tree: true,
        find: Rc::new(move |wanted| rows(session, wanted, &targets)),
        choose: Rc::new(move |key| {
            let to = key.parse().ok().and_then(|index: usize| chosen.get(index));
            let Some(to) = to.cloned() else { return };
            dialogs::close();
            let op = Op::Move {
                ids: ids.clone(),
                to,
            };
            if session.perform(Intention::new("move"), vec![op]).is_ok() {
                let place = session.read(|tree, rules| {
                    let id = ids.first()?;
                    Some(words::place(tree, rules, id, i18n))
                });
                let place = place.unwrap_or_default();
                session.say(i18n.with(keys::DESIGNER_MENUS_SAID_MOVED, &[("place", &place)]));
            }
        }),
    };
    let title = i18n.t(keys::DESIGNER_MENUS_MOVE_TO);
    dialogs::finder(session, "places", &title, super::draw(session, finder))
}

/// What is moved: the selected blocks in the order in which they stand, with what they hold.
fn moving(session: Session) -> Vec<NodeId> {
    let selected = session.selection.get_untracked();
    session.read(|tree, rules| tree.outermost(&selected, &rules.blocks))
}

/// A row per slot, and below it one per gap in it.
fn rows(session: Session, wanted: &str, targets: &[Position]) -> Vec<Choice> {
    session.read(|tree, rules| {
        let mut rows = Vec::new();
        let mut slot: Option<&SlotRef> = None;
        let moving = moving(session);
        for (index, target) in targets.iter().enumerate() {
            let within = words::slot(tree, rules, &target.slot, session.i18n);
            let level = tree.depth_in(&target.slot) + 1;
            if slot != Some(&target.slot) {
                slot = Some(&target.slot);
                rows.push(Choice {
                    label: within.clone(),
                    level,
                    is_off: true,
                    drawing: Some(icons::LAYERS),
                    ..Choice::default()
                });
            }
            let label = gap(session, tree, rules, target, &moving);
            rows.push(Choice {
                key: index.to_string(),
                label,
                level: level + 1,
                ..Choice::default()
            });
        }
        if !wanted.trim().is_empty() {
            rows.retain(|row| !row.is_off && fuzzy::distance(wanted, &row.label).is_some());
        }
        rows
    })
}

/// Names a gap by the block before it that stays, else by the one after it.
pub(in crate::designer) fn gap(
    session: Session,
    tree: &palier_edit::Tree,
    rules: &palier_edit::Rules,
    at: &Position,
    moving: &[NodeId],
) -> String {
    let children = tree.children(&at.slot);
    let end = at
        .before
        .as_ref()
        .and_then(|id| children.iter().position(|child| child == id))
        .unwrap_or(children.len());
    let stays = children
        .iter()
        .take(end)
        .rev()
        .find(|id| !moving.contains(id));
    let i18n = session.i18n;
    let name = |id| {
        tree.node(id)
            .map(|entry| words::block(&entry.node, i18n))
            .unwrap_or_default()
    };
    let slot = words::slot(tree, rules, &at.slot, i18n);
    let say = |key, block: &str| i18n.with(key, &[("block", block), ("slot", &slot)]);
    match (stays, &at.before) {
        (Some(id), _) => say(keys::DESIGNER_MENUS_PLACE_AFTER, &name(id)),
        _ => blocks::place(tree, rules, at, i18n),
    }
}
