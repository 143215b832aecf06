//! How many of the twelve columns a block spans: within what limits, and how it is said.

use palier_contract::ids::NodeId;
use palier_dnd::resize::{COLUMNS, SpanLimits};
use palier_edit::Op;

use crate::designer::breakpoint;
use crate::designer::session::Session;
use crate::designer::words;
use crate::i18n::keys;

/// Sets how many columns a block spans; none takes its own width at the breakpoint away.
pub(in crate::designer) fn set(id: &NodeId, breakpoint: &str, columns: Option<u8>) -> Op {
    Op::SetSpan {
        id: id.clone(),
        breakpoint: breakpoint.to_owned(),
        columns,
    }
}

/// The same, as an edit: wider pages stay as they are where it is for one width alone.
pub(in crate::designer) fn edit(
    session: Session,
    id: &NodeId,
    at: &str,
    columns: Option<u8>,
) -> Vec<Op> {
    let kept = session.read(|tree, _| {
        let node = &tree.node(id).filter(|_| columns.is_some())?.node;
        let next = breakpoint::kept(session, at, |step| node.span.contains_key(step))?;
        Some(set(id, next, Some(node.span_at(next))))
    });
    kept.into_iter().chain([set(id, at, columns)]).collect()
}

/// What a block may span, asked of those who decide it.
pub(super) fn limits(session: Session, id: &NodeId, breakpoint: &str) -> SpanLimits {
    let is_open = |columns: &u8| {
        let op = set(id, breakpoint, Some(*columns));
        session.editor(|editor| editor.would(&[op]).is_ok())
    };
    let mut open = (1..=COLUMNS).filter(is_open);
    let min = open.next().unwrap_or(COLUMNS);
    SpanLimits {
        min,
        max: open.next_back().unwrap_or(min),
    }
}

/// "7/12".
pub(in crate::designer) fn fraction(columns: u8) -> String {
    [&columns.to_string(), "/", &COLUMNS.to_string()].concat()
}

/// "7 of 12 columns".
pub(in crate::designer) fn words(session: Session, columns: u8) -> String {
    let (columns, all) = (
        session.i18n.number(columns.into()),
        session.i18n.number(COLUMNS.into()),
    );
    let facts = [("columns", columns.as_str()), ("all", all.as_str())];
    session.i18n.with(keys::DESIGNER_COLUMNS_OF, &facts)
}

/// How many columns a block spans where it stands. Not tracked.
pub(super) fn columns(session: Session, id: &NodeId) -> u8 {
    columns_at(session, id, breakpoint::of_width(session, id))
}

/// How many columns a block spans at a breakpoint. Not tracked.
pub(super) fn columns_at(session: Session, id: &NodeId, breakpoint: &str) -> u8 {
    let columns = session.read(|tree, _| Some(tree.node(id)?.node.span_at(breakpoint)));
    columns.unwrap_or(COLUMNS)
}

/// Says how wide a block is now.
pub(in crate::designer) fn say(session: Session, id: &NodeId) {
    let i18n = session.i18n;
    let name = session.read(|tree, _| Some(words::block(&tree.node(id)?.node, i18n)));
    let facts = [
        ("block", name.unwrap_or_default()),
        ("columns", words(session, columns(session, id))),
    ];
    let facts = facts.each_ref().map(|(name, fact)| (*name, fact.as_str()));
    session.say(i18n.with(keys::DESIGNER_SAID_WIDTH, &facts));
}
