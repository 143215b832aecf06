//! The room that blocks take where they are put: beside others in a row, or in one of their own.
//! How wide that makes them is decided at the width at which the page is seen, and written where
//! it changes nothing at narrower ones.

use palier_contract::Keyed;
use palier_contract::document::{BREAKPOINTS, Node, cascade};
use palier_contract::ids::NodeId;
use palier_dnd::gap::{Fit, Room};
use palier_dnd::resize::{COLUMNS, SpanLimits};
use palier_dnd::row::{self, Member};
use palier_edit::{Op, Position, Rules, SlotRef};

use crate::designer::breakpoint;
use crate::designer::canvas::span;
use crate::designer::session::Session;
use crate::portal::layout;

/// Where blocks are put, and in which row they come to stand.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::designer) struct Spot {
    /// Where in the order.
    pub(in crate::designer) at: Position,
    /// Where in the flow; indices count the slot's blocks as they are.
    pub(in crate::designer) room: Room,
}

impl From<Position> for Spot {
    fn from(at: Position) -> Self {
        let room = Room::Any;
        Self { at, room }
    }
}

/// A block, as far as its width goes.
#[derive(Clone)]
pub(super) struct Piece {
    id: NodeId,
    span: Keyed<u8>,
    /// None where its width is not to be changed.
    limits: Option<SpanLimits>,
    bleeds: bool,
}

impl Piece {
    /// A block that comes from elsewhere.
    pub(super) fn new(node: &Node, rules: &Rules) -> Self {
        let (min, max) = rules.widths(&node.kind);
        Self {
            id: node.id.clone(),
            span: node.span.clone(),
            limits: Some(SpanLimits { min, max }),
            bleeds: layout::bleeds(node),
        }
    }

    /// A block that may be as wide as anything.
    pub(super) fn any() -> Self {
        Self {
            id: NodeId::default(),
            span: Keyed::new(),
            limits: Some(SpanLimits::default()),
            bleeds: false,
        }
    }

    /// A block of the document, whose width may be locked.
    pub(super) fn of(session: Session, id: &NodeId) -> Option<Self> {
        session.editor(|editor| {
            let node = &editor.tree().node(id)?.node;
            let mut piece = Self::new(node, editor.rules());
            if editor.would(&[span::set(id, "base", None)]).is_err() {
                piece.limits = None;
            }
            Some(piece)
        })
    }

    fn member(&self, breakpoint: &str) -> Member {
        let span =
            cascade(&self.span, breakpoint).map_or(COLUMNS, |span| (*span).clamp(1, COLUMNS));
        let limits = self.limits.unwrap_or(SpanLimits {
            min: span,
            max: span,
        });
        Member { span, limits }
    }

    /// Whether it fills its row at every width.
    pub(super) fn is_whole(&self) -> bool {
        self.span.values().all(|span| *span >= COLUMNS)
    }

    /// Which breakpoint decides its width at `shown`.
    fn source(&self, shown: usize) -> usize {
        let own = |at: &usize| {
            BREAKPOINTS
                .get(*at)
                .is_some_and(|name| self.span.contains_key(name))
        };
        (0..=shown).rev().find(own).unwrap_or(0)
    }
}

/// The blocks of a slot as they flow where it is seen.
pub(super) struct Rows {
    pieces: Vec<Piece>,
    /// The breakpoint that holds there, and the one that is edited, by number.
    shown: usize,
    edited: usize,
    is_page: bool,
}

/// A block, a breakpoint, and how wide it becomes there.
type Resize = (NodeId, &'static str, u8);

impl Rows {
    pub(super) fn new(session: Session, slot: &SlotRef) -> Self {
        let ids = session.read(|tree, _| tree.children(slot).to_vec());
        let place = |name: &str| BREAKPOINTS.iter().position(|known| *known == name);
        let shown = ids
            .first()
            .and_then(|id| place(&breakpoint::shown_at(id.as_str())));
        let edited = session.view.width.get_untracked().of_rows();
        let shown = shown.unwrap_or(0);
        Self {
            pieces: ids.iter().filter_map(|id| Piece::of(session, id)).collect(),
            shown,
            edited: place(edited).unwrap_or(0).min(shown),
            is_page: slot.node.is_none(),
        }
    }

    /// What becomes how wide so that `new` have that room before the block at `at`; `None` when
    /// they have not. Blocks of theirs that stand in the slot leave it first.
    pub(super) fn widths(&self, at: usize, room: Room, new: &[Piece]) -> Option<Vec<Resize>> {
        let name = BREAKPOINTS.get(self.shown).copied()?;
        let stays = |piece: &&Piece| new.iter().all(|one| one.id != piece.id);
        let staying: Vec<&Piece> = self.pieces.iter().filter(stays).collect();
        let before = |end: usize| self.pieces.iter().take(end).filter(stays).count();
        let flow: Vec<Member> = staying
            .iter()
            .map(|piece| self.member(piece, name))
            .collect();
        let come: Vec<Member> = new.iter().map(|piece| self.member(piece, name)).collect();
        let (row, spans) = match room {
            Room::Any => return Some(Vec::new()),
            Room::Own => {
                let new = row::alone(&flow, before(at), &come);
                (
                    0..0,
                    row::Spans {
                        new,
                        row: Vec::new(),
                    },
                )
            }
            Room::Beside(from, to) => {
                if self.is_page && new.iter().any(|piece| piece.bleeds) {
                    return None;
                }
                let row = before(from)..before(to);
                let spans = row::beside(&flow, row.clone(), before(at), &come)?;
                (row, spans)
            }
        };
        let held = staying.get(row)?;
        let level = self.level(held);
        let all = held.iter().copied().zip(&spans.row);
        let all = all.chain(new.iter().zip(&spans.new));
        let changed = all.filter(|(piece, span)| self.member(piece, name).span != **span);
        let set = changed.filter_map(|(piece, span)| {
            let at = piece.source(self.shown).max(level);
            Some((piece.id.clone(), *BREAKPOINTS.get(at)?, *span))
        });
        Some(set.collect())
    }

    fn member(&self, piece: &Piece, breakpoint: &str) -> Member {
        let member = piece.member(breakpoint);
        match self.is_page && piece.bleeds {
            true => Member {
                span: COLUMNS,
                ..member
            },
            false => member,
        }
    }

    /// From which breakpoint on a row is changed: where its blocks stand side by side, and at the
    /// one that is edited at least, so that narrower pages keep their rows.
    fn level(&self, row: &[&Piece]) -> usize {
        let sources = row.iter().map(|piece| piece.source(self.shown));
        sources.fold(self.edited, usize::max)
    }

    /// Whether `new` have that room.
    pub(super) fn fit(&self, at: usize, room: Room, new: &[Piece]) -> Fit {
        match self.widths(at, room, new) {
            None => Fit::No,
            Some(widths) if widths.is_empty() => Fit::AsIs,
            Some(_) => Fit::Resized,
        }
    }
}

fn widths(session: Session, spot: &Spot, new: &[Piece]) -> Vec<Resize> {
    if spot.room == Room::Any {
        return Vec::new();
    }
    let at = session.read(|tree, _| {
        let children = tree.children(&spot.at.slot);
        let next = spot.at.before.as_ref();
        let found = next.and_then(|id| children.iter().position(|child| child == id));
        found.unwrap_or(children.len())
    });
    let rows = Rows::new(session, &spot.at.slot);
    rows.widths(at, spot.room, new).unwrap_or_default()
}

/// Puts new blocks into a place, with the room that they have there.
pub(in crate::designer) fn insert(session: Session, spot: Spot, mut nodes: Vec<Node>) -> Vec<Op> {
    let new = session.read(|_, rules| {
        let pieces = nodes.iter().map(|node| Piece::new(node, rules));
        pieces.collect::<Vec<_>>()
    });
    let mut ops = Vec::new();
    for (id, breakpoint, columns) in widths(session, &spot, &new) {
        match nodes.iter_mut().find(|node| node.id == id) {
            Some(node) => drop(node.span.insert(breakpoint.to_owned(), columns)),
            None => ops.push(span::set(&id, breakpoint, Some(columns))),
        }
    }
    ops.insert(0, Op::Insert { at: spot.at, nodes });
    ops
}

/// Moves blocks into a place, with the room that they have there.
pub(super) fn shift(session: Session, spot: Spot, ids: Vec<NodeId>) -> Vec<Op> {
    let moved: Vec<Piece> = ids.iter().filter_map(|id| Piece::of(session, id)).collect();
    let widths = widths(session, &spot, &moved).into_iter();
    let set = widths.map(|(id, breakpoint, columns)| span::set(&id, breakpoint, Some(columns)));
    let to = spot.at;
    std::iter::once(Op::Move { ids, to }).chain(set).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn piece(id: &str, spans: &[(&str, u8)]) -> Piece {
        let span = spans.iter().map(|(at, span)| ((*at).to_owned(), *span));
        Piece {
            id: id.into(),
            span: span.collect(),
            ..Piece::any()
        }
    }

    fn rows(pieces: Vec<Piece>, shown: usize, edited: usize) -> Rows {
        Rows {
            pieces,
            shown,
            edited,
            is_page: true,
        }
    }

    fn told(found: Option<Vec<Resize>>) -> Vec<String> {
        let found = found.unwrap().into_iter();
        let words = found.map(|(id, at, span)| format!("{} {at} {span}", id.as_str()));
        words.collect()
    }

    #[test]
    fn a_row_is_changed_where_its_blocks_stand_side_by_side() {
        let new = [piece("x", &[])];
        let beside = Room::Beside(0, 2);
        // Halves from `lg` on, looked at there and edited at `base`.
        let halves = || vec![piece("a", &[("lg", 6)]), piece("b", &[("lg", 6)])];
        let found = rows(halves(), 3, 0).widths(2, beside, &new);
        assert_eq!(told(found), ["a lg 4", "b lg 4", "x lg 4"]);
        // Halves everywhere: from the width on that is edited.
        let halves = || vec![piece("a", &[("base", 6)]), piece("b", &[("base", 6)])];
        let found = rows(halves(), 3, 2).widths(2, beside, &new);
        assert_eq!(told(found), ["a md 4", "b md 4", "x md 4"]);
        let found = rows(halves(), 0, 0).widths(2, beside, &new);
        assert_eq!(told(found), ["a base 4", "b base 4", "x base 4"]);
        // A width of its own that is nearer to what is seen would hide one at `md`.
        let new = [piece("x", &[("lg", 12)])];
        let found = rows(halves(), 3, 2).widths(2, beside, &new);
        assert_eq!(told(found), ["a md 4", "b md 4", "x lg 4"]);
    }

    #[test]
    fn what_moves_leaves_its_row_first() {
        let row = vec![piece("a", &[("base", 6)]), piece("b", &[("base", 6)])];
        let rows = rows(row, 3, 2);
        let own = [piece("b", &[("base", 6)])];
        assert_eq!(rows.fit(0, Room::Beside(0, 2), &own), Fit::AsIs);
        assert_eq!(told(rows.widths(2, Room::Own, &own)), ["b md 12"]);
    }

    #[test]
    fn a_block_from_edge_to_edge_stands_beside_none() {
        let rows = rows(vec![piece("a", &[("base", 6)])], 3, 2);
        let hero = Piece {
            bleeds: true,
            ..piece("h", &[])
        };
        let beside = Room::Beside(0, 1);
        assert_eq!(rows.fit(1, beside, &[hero]), Fit::No);
        assert_eq!(rows.fit(1, beside, &[piece("x", &[])]), Fit::Resized);
    }
}
