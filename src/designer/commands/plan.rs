//! What commands of the document would do to the selection.

use palier_contract::document::{Lock, Node};
use palier_contract::ids::NodeId;
use palier_edit::{Intention, Op, Position, Rules, Tree, moves};

use super::Command;
use super::selection::successor;
use crate::designer::canvas::span;
use crate::designer::session::{Session, dice};
use crate::designer::{breakpoint, visibility};

impl Command {
    /// What a command of the document would do to the selection.
    pub(in crate::designer) fn plan(self, session: Session) -> Option<(Intention, Vec<Op>)> {
        let ids = session.selection.get_untracked();
        let id = ids.first()?;
        let widths: Vec<(&NodeId, &str)> = match self {
            Self::Wider | Self::Narrower => ids
                .iter()
                .map(|id| (id, breakpoint::of_width(session, id)))
                .collect(),
            _ => Vec::new(),
        };
        session.read(|tree, rules| match self {
            Self::Up | Self::Down | Self::First | Self::Last | Self::Out | Self::Into => {
                Some(("move".into(), vec![self.shift(tree, rules, &ids)?]))
            }
            Self::Wider | Self::Narrower => {
                let ops = self.stretch(tree, rules, &widths).into_iter();
                let ops: Vec<Op> = ops.flat_map(|op| alone(session, op)).collect();
                (!ops.is_empty()).then(|| ("width".into(), ops))
            }
            Self::Remove => Some((
                Intention::new("remove").select(successor(tree, &ids)),
                vec![Op::Remove { ids: ids.clone() }],
            )),
            Self::Duplicate => {
                let copies = palier_edit::clipboard::duplicate(
                    tree,
                    &ids,
                    &rules.blocks,
                    rules.role,
                    &mut dice,
                );
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
            Self::Hide => Some(("hide".into(), hide(tree, &ids, session))),
            Self::Lock => {
                let entry = tree.node(id)?;
                let on = entry.node.lock.is_empty();
                Some(("lock".into(), ids.iter().map(|id| lock(id, on)).collect()))
            }
            _ => None,
        })
    }

    /// Moves blocks together: in the order in which they stand, with what they hold.
    fn shift(self, tree: &Tree, rules: &Rules, ids: &[NodeId]) -> Option<Op> {
        let ids = tree.outermost(ids, &rules.blocks);
        let (first, last) = (ids.first()?, ids.last()?);
        let stays = |to: &Position| to.slot.node.as_ref().is_none_or(|id| !ids.contains(id));
        let to = match self {
            Self::Up => moves::up(tree, first),
            Self::Down => moves::down(tree, last),
            Self::First => moves::first(tree, first),
            Self::Last => moves::last(tree, last),
            Self::Out => moves::out(tree, first),
            _ => {
                let neighbours = moves::into(tree, rules, first).into_iter();
                let mut neighbours = neighbours.chain(moves::into(tree, rules, last));
                neighbours.find(stays)
            }
        }?;
        Some(Op::Move { ids, to })
    }

    /// Makes each block a column wider or narrower at its breakpoint, as far as that goes.
    fn stretch(self, tree: &Tree, rules: &Rules, widths: &[(&NodeId, &str)]) -> Vec<Op> {
        let step = match self {
            Self::Wider => moves::wider,
            _ => moves::narrower,
        };
        let ops = widths
            .iter()
            .filter_map(|(id, at)| step(tree, rules, id, at));
        ops.collect()
    }
}

/// Whether the selection is left out at the width that is edited. Not tracked.
pub(super) fn is_hidden(session: Session) -> bool {
    let at = session.view.seen_now();
    first(session, |node| node.is_hidden_at(at))
}

/// Whether the selection is locked in its place. Not tracked.
pub(super) fn is_locked(session: Session) -> bool {
    first(session, |node| !node.lock.is_empty())
}

fn first(session: Session, is: impl FnOnce(&Node) -> bool) -> bool {
    let ids = session.selection.get_untracked();
    session.read(|tree, _| {
        ids.first()
            .and_then(|id| tree.node(id))
            .is_some_and(|entry| is(&entry.node))
    })
}

/// Does to all what the first needs.
fn hide(tree: &Tree, ids: &[NodeId], session: Session) -> Vec<Op> {
    let view = session.view;
    let (at, seen) = (view.width.get_untracked().breakpoint(), view.seen_now());
    let nodes: Vec<&Node> = ids
        .iter()
        .filter_map(|id| Some(&tree.node(id)?.node))
        .collect();
    let hidden = nodes.first().is_some_and(|node| !node.is_hidden_at(seen));
    nodes
        .into_iter()
        .flat_map(|node| visibility::ops(node, at, hidden))
        .collect()
}

/// A change of width, which leaves wider pages as they are where it is for one width alone.
fn alone(session: Session, op: Op) -> Vec<Op> {
    match op {
        Op::SetSpan {
            id,
            breakpoint,
            columns,
        } => span::edit(session, &id, &breakpoint, columns),
        other => vec![other],
    }
}

/// Locks a block where it is, or takes every lock off it.
pub(in crate::designer) fn lock(id: &NodeId, on: bool) -> Op {
    let lock = match on {
        true => vec![Lock::Move, Lock::Remove],
        false => Vec::new(),
    };
    Op::SetLock {
        id: id.clone(),
        lock,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::designer::canvas;
    use palier_contract::document::PortalDocument;
    use palier_edit::{Role, apply};
    use serde_json::json;

    fn tree() -> Tree {
        let block = |id: &str| json!({ "id": id, "type": "spacer", "v": 1, "span": { "base": 6 } });
        let shelf = json!({ "id": "s", "type": "section", "v": 1,
            "slots": { "main": [block("x"), block("y")] } });
        let root = [block("a"), block("b"), block("c"), block("d"), shelf];
        let document = json!({ "schema": 1, "id": "p", "title": {}, "theme": {}, "root": root });
        Tree::new(serde_json::from_value::<PortalDocument>(document).unwrap()).unwrap()
    }

    /// The blocks in reading order after a command.
    fn after(command: Command, selected: &[&str]) -> String {
        let (mut tree, rules) = (tree(), Rules::new(Role::Admin));
        let ids: Vec<NodeId> = selected.iter().map(|id| NodeId::from(*id)).collect();
        if let Some(op) = command.shift(&tree, &rules, &ids) {
            apply(&mut tree, &op, &rules).unwrap();
        }
        let walked = tree.walk(&rules.blocks);
        walked.iter().map(NodeId::as_str).collect()
    }

    #[test]
    fn several_move_in_the_order_in_which_they_stand() {
        for selected in [["b", "c"], ["c", "b"]] {
            for (command, expected) in [
                (Command::Up, "bcadsxy"),
                (Command::Down, "adbcsxy"),
                (Command::First, "bcadsxy"),
                (Command::Last, "adsxybc"),
            ] {
                assert_eq!(after(command, &selected), expected, "{command:?}");
            }
        }
        assert_eq!(after(Command::Into, &["d", "c"]), "absxycd");
        assert_eq!(after(Command::Out, &["y", "x"]), "abcdsxy");
    }

    #[test]
    fn what_a_selected_block_holds_stays_in_it() {
        for selected in [["s", "x"], ["x", "s"]] {
            assert_eq!(after(Command::Up, &selected), "abcsxyd");
            assert_eq!(after(Command::First, &selected), "sxyabcd");
        }
        // A block goes into none that moves with it.
        assert_eq!(after(Command::Into, &["d", "s"]), "abcdsxy");
    }

    #[test]
    fn every_block_becomes_wider_where_its_width_is_decided() {
        let (tree, rules) = (tree(), Rules::new(Role::Admin));
        let (a, b, s) = (NodeId::from("a"), NodeId::from("b"), NodeId::from("s"));
        let widths = [(&a, "base"), (&s, "base"), (&b, "md")];
        let ops = Command::Wider.stretch(&tree, &rules, &widths);
        // The section is as wide as anything.
        let expected = [
            canvas::span::set(&a, "base", Some(7)),
            canvas::span::set(&b, "md", Some(7)),
        ];
        assert_eq!(ops, expected);
        let ops = Command::Narrower.stretch(&tree, &rules, &widths);
        assert_eq!(ops.len(), 3);
    }
}
