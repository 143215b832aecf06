//! How wide blocks become when others come into their row, in the grid of 12 columns.

use core::ops::Range;

use crate::resize::{COLUMNS, SpanLimits};

/// What is left free in a row is room enough from this many columns on.
const ENOUGH: u8 = 3;

/// A block in the flow: how many columns it spans, and may span.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Member {
    /// How many it spans.
    pub span: u8,
    /// How many it may span.
    pub limits: SpanLimits,
}

/// How many columns each block spans afterwards.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spans {
    /// Those of the row, in order.
    pub row: Vec<u8>,
    /// Those that came.
    pub new: Vec<u8>,
}

/// Room in a row for blocks that come before the one at `at`, or at the row's end: as wide as they
/// are where that is free; else as wide as what is free; else the row is shared out, which keeps
/// its blocks' proportions. `flow` are the blocks of the slot without those that come, `row` which
/// of them are in the row. `None` when there is no such room.
#[must_use]
pub fn beside(flow: &[Member], row: Range<usize>, at: usize, new: &[Member]) -> Option<Spans> {
    let held = flow.get(row.clone())?;
    if held.is_empty() {
        return Some(Spans {
            row: Vec::new(),
            new: spans(new),
        });
    }
    let as_it_is = |new: Vec<u8>| Spans {
        row: spans(held),
        new,
    };
    let free = COLUMNS.saturating_sub(total(held));
    let plans = [
        (total(new) <= free).then(|| as_it_is(spans(new))),
        (free >= enough(held.len(), new.len()))
            .then(|| share(free, 1, new.iter().map(|one| (1, one.limits))))
            .flatten()
            .map(as_it_is),
        shared_out(held, new),
    ];
    let stands = |plan: &Spans| stand_together(flow, &row, at, plan);
    plans.into_iter().flatten().find(stands)
}

/// How many columns blocks span that get a row of their own before the one at `at`: as many as
/// they do, unless they would then come beside others. `flow` as for [`beside`].
#[must_use]
pub fn alone(flow: &[Member], at: usize, new: &[Member]) -> Vec<u8> {
    let own = spans(new);
    let (before, after) = flow.split_at(at.min(flow.len()));
    let all: Vec<u8> = spans(before)
        .into_iter()
        .chain(own.iter().copied())
        .chain(after.first().map(|next| next.span))
        .collect();
    let rows = rows(&all);
    let apart = |one: usize, next: usize| match (rows.get(one), rows.get(next)) {
        (Some(one), Some(next)) => one != next,
        _ => true,
    };
    let end = before.len() + new.len();
    let starts = before.is_empty() || apart(before.len() - 1, before.len());
    if starts && (new.is_empty() || apart(end - 1, end)) {
        return own;
    }
    let whole = |one: &Member| one.limits.nearest(COLUMNS);
    new.iter().map(whole).collect()
}

fn spans(members: &[Member]) -> Vec<u8> {
    members.iter().map(|one| one.span).collect()
}

fn total(members: &[Member]) -> u8 {
    members
        .iter()
        .fold(0, |sum: u8, one| sum.saturating_add(one.span))
}

/// How much has to be free for others not to make room: a quarter, or an equal share.
fn enough(held: usize, new: usize) -> u8 {
    let all = u8::try_from(held + new).unwrap_or(COLUMNS);
    let new = u8::try_from(new).unwrap_or(COLUMNS);
    ENOUGH.min(COLUMNS / all.max(1)).saturating_mul(new)
}

/// The whole row among all: equal shares for those that come, the rest as it was shared before.
fn shared_out(held: &[Member], new: &[Member]) -> Option<Spans> {
    let had = u32::from(total(held)).max(1);
    let (kept, all) = (
        u32::try_from(held.len()).ok()?,
        u32::try_from(held.len() + new.len()).ok()?,
    );
    // In parts of a column that all shares are whole numbers of.
    let columns = u32::from(COLUMNS);
    let wished = held
        .iter()
        .map(|one| (u32::from(one.span) * columns * kept, one.limits));
    let wished = wished.chain(new.iter().map(|one| (columns * had, one.limits)));
    let mut row = share(COLUMNS, all * had, wished)?;
    let new = row.split_off(held.len());
    Some(Spans { row, new })
}

/// Shares columns out by what each wishes, in parts of a column; each as far as it may.
fn share(
    columns: u8,
    parts: u32,
    wished: impl Iterator<Item = (u32, SpanLimits)>,
) -> Option<Vec<u8>> {
    let wished: Vec<(u32, SpanLimits)> = wished.collect();
    let least = |limits: SpanLimits| limits.nearest(0);
    let mut spans: Vec<u8> = wished.iter().map(|(_, limits)| least(*limits)).collect();
    let taken = spans
        .iter()
        .fold(0, |sum: u8, one| sum.saturating_add(*one));
    for _ in 0..columns.checked_sub(taken)? {
        let lacks = |(wish, span): (u32, u8)| i64::from(wish) - i64::from(parts * u32::from(span));
        let open = wished.iter().zip(spans.iter_mut());
        let open = open.filter(|((_, limits), span)| **span < limits.nearest(COLUMNS));
        // Of several the first.
        let next = open
            .rev()
            .max_by_key(|((wish, _), span)| lacks((*wish, **span)));
        match next {
            Some((_, span)) => *span += 1,
            None => break,
        }
    }
    Some(spans)
}

/// Whether the row and what came into it are in one row.
fn stand_together(flow: &[Member], row: &Range<usize>, at: usize, plan: &Spans) -> bool {
    let before = flow.get(..row.start).unwrap_or_default();
    let split = at.saturating_sub(row.start).min(plan.row.len());
    let (first, last) = plan.row.split_at(split);
    let all: Vec<u8> = spans(before)
        .into_iter()
        .chain(first.iter().chain(&plan.new).chain(last).copied())
        .collect();
    let rows = rows(&all);
    let mut own = rows.iter().skip(before.len());
    let one = own.next();
    own.all(|other| Some(other) == one)
}

/// In which row each block stands.
fn rows(spans: &[u8]) -> Vec<usize> {
    let mut row = 0;
    let mut used: u8 = 0;
    let place = |span: &u8| {
        used = used.saturating_add(*span);
        if used > COLUMNS {
            row += 1;
            used = *span;
        }
        row
    };
    spans.iter().map(place).collect()
}
