//! Where blocks may go and how wide they may be: what a block's menu, the keyboard and a
//! dialog of destinations offer.

use palier_contract::{document::cascade, ids::NodeId};

use crate::{Editor, Op, Position, Rules, SlotRef, Tree, check::check};

/// A place that blocks may be put to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// The place.
    pub position: Position,
    /// How many blocks are before it in its slot, not counting those that would move.
    pub index: usize,
    /// How many there would be in the slot afterwards.
    pub count: usize,
}

/// Before the block before it; `None` for the first.
#[must_use]
pub fn up(tree: &Tree, id: &NodeId) -> Option<Position> {
    let (slot, index) = tree.place_of(id)?;
    let before = tree.children(&slot).get(index.checked_sub(1)?)?.clone();
    Some(Position::before(slot, &before))
}

/// After the block after it; `None` for the last.
#[must_use]
pub fn down(tree: &Tree, id: &NodeId) -> Option<Position> {
    let (slot, index) = tree.place_of(id)?;
    let children = tree.children(&slot);
    children.get(index.checked_add(1)?)?;
    let before = children.get(index.checked_add(2)?).cloned();
    Some(Position { slot, before })
}

/// The beginning of its slot; `None` when it is there.
#[must_use]
pub fn first(tree: &Tree, id: &NodeId) -> Option<Position> {
    let (slot, _) = tree.place_of(id)?;
    let before = tree
        .children(&slot)
        .first()
        .filter(|first| *first != id)?
        .clone();
    Some(Position::before(slot, &before))
}

/// The end of its slot; `None` when it is there.
#[must_use]
pub fn last(tree: &Tree, id: &NodeId) -> Option<Position> {
    let (slot, _) = tree.place_of(id)?;
    tree.children(&slot).last().filter(|last| *last != id)?;
    Some(Position::end(slot))
}

/// After the block that holds it; `None` when the page itself does.
#[must_use]
pub fn out(tree: &Tree, id: &NodeId) -> Option<Position> {
    tree.position_of(tree.parent(id)?)
}

/// The ends of all slots of its neighbours, before and after it, that take it.
#[must_use]
pub fn into(tree: &Tree, rules: &Rules, id: &NodeId) -> Vec<Position> {
    let Some((slot, index)) = tree.place_of(id) else {
        return Vec::new();
    };
    let children = tree.children(&slot);
    let before = index.checked_sub(1).and_then(|i| children.get(i));
    let after = index.checked_add(1).and_then(|i| children.get(i));
    let neighbours = before.into_iter().chain(after);
    let slots = neighbours.flat_map(|holder| tree.slots(holder, &rules.blocks));
    let ends = slots.map(Position::end);
    ends.filter(|to| may_move(tree, rules, core::slice::from_ref(id), to))
        .collect()
}

fn may_move(tree: &Tree, rules: &Rules, ids: &[NodeId], to: &Position) -> bool {
    let op = Op::Move {
        ids: ids.to_vec(),
        to: to.clone(),
    };
    check(tree, &op, rules).is_ok()
}

/// Every place that these blocks may be moved to together, in reading order; not those where
/// they are.
#[must_use]
pub fn targets(tree: &Tree, rules: &Rules, ids: &[NodeId]) -> Vec<Target> {
    let ids = tree.outermost(ids, &rules.blocks);
    let legal = |slot: &SlotRef| {
        let end = Position::end(slot.clone());
        !ids.is_empty() && may_move(tree, rules, &ids, &end)
    };
    let mut found = gaps(tree, rules, &ids, legal);
    found.retain(|target| !is_here(tree, &ids, &target.position));
    found
}

/// Every place that new blocks of these types may be put to, in reading order.
#[must_use]
pub fn places(
    tree: &Tree,
    rules: &Rules,
    nodes: &[palier_contract::document::Node],
) -> Vec<Target> {
    let legal = |slot: &SlotRef| {
        let op = Op::Insert {
            at: Position::end(slot.clone()),
            nodes: nodes.to_vec(),
        };
        check(tree, &op, rules).is_ok()
    };
    let mut found = gaps(tree, rules, &[], legal);
    for target in &mut found {
        target.count = target.count.saturating_add(nodes.len());
    }
    found
}

/// All gaps of all slots that are legal, leaving out the blocks that would move.
fn gaps(
    tree: &Tree,
    rules: &Rules,
    moving: &[NodeId],
    legal: impl Fn(&SlotRef) -> bool,
) -> Vec<Target> {
    let holders = tree.walk(&rules.blocks);
    let inner = holders.iter().flat_map(|id| tree.slots(id, &rules.blocks));
    let mut found = Vec::new();
    for slot in core::iter::once(SlotRef::page()).chain(inner) {
        if !legal(&slot) {
            continue;
        }
        let staying = tree
            .children(&slot)
            .iter()
            .filter(|id| !moving.contains(id));
        let staying: Vec<&NodeId> = staying.collect();
        let count = staying.len().saturating_add(moving.len());
        for (index, before) in staying.iter().enumerate() {
            let position = Position::before(slot.clone(), before);
            found.push(Target {
                position,
                index,
                count,
            });
        }
        found.push(Target {
            position: Position::end(slot),
            index: staying.len(),
            count,
        });
    }
    found
}

/// Whether blocks side by side would not move at all.
fn is_here(tree: &Tree, ids: &[NodeId], to: &Position) -> bool {
    let children = tree.children(&to.slot);
    let start = ids
        .first()
        .and_then(|id| children.iter().position(|child| child == id));
    let Some(start) = start else {
        return false;
    };
    let side_by_side = children.iter().skip(start).take(ids.len()).eq(ids);
    side_by_side && children.get(start.saturating_add(ids.len())) == to.before.as_ref()
}

/// Makes a block one column wider at a breakpoint; `None` when it is as wide as it may be.
#[must_use]
pub fn wider(tree: &Tree, rules: &Rules, id: &NodeId, breakpoint: &str) -> Option<Op> {
    let columns = span(tree, id, breakpoint)?;
    let (_, widest) = rules.widths(&tree.node(id)?.node.kind);
    (columns < widest).then(|| set_span(id, breakpoint, columns.saturating_add(1)))
}

/// Makes a block one column narrower at a breakpoint; `None` when it is as narrow as it can
/// be drawn.
#[must_use]
pub fn narrower(tree: &Tree, rules: &Rules, id: &NodeId, breakpoint: &str) -> Option<Op> {
    let columns = span(tree, id, breakpoint)?;
    let (narrowest, _) = rules.widths(&tree.node(id)?.node.kind);
    (columns > narrowest).then(|| set_span(id, breakpoint, columns.saturating_sub(1)))
}

fn span(tree: &Tree, id: &NodeId, breakpoint: &str) -> Option<u8> {
    let span = &tree.node(id)?.node.span;
    Some(cascade(span, breakpoint).map_or(12, |columns| (*columns).clamp(1, 12)))
}

fn set_span(id: &NodeId, breakpoint: &str, columns: u8) -> Op {
    Op::SetSpan {
        id: id.clone(),
        breakpoint: breakpoint.to_owned(),
        columns: Some(columns),
    }
}

impl Editor {
    /// Every place that the selected blocks may be moved to; see [`targets`].
    #[must_use]
    pub fn targets(&self) -> Vec<Target> {
        targets(self.tree(), self.rules(), self.selection())
    }
}
