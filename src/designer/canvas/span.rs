//! How many of the twelve columns a block spans: where that is decided, within what limits, and
//! how it is said.

use leptos::prelude::GetUntracked;
use palier_contract::document::{BREAKPOINTS, Node};
use palier_contract::ids::NodeId;
use palier_dnd::resize::{COLUMNS, SpanLimits};
use palier_edit::Op;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::designer::session::Session;
use crate::designer::words;
use crate::i18n::keys;

#[wasm_bindgen(module = "/src/designer/canvas/span.js")]
extern "C" {
    #[wasm_bindgen(js_name = shownAt)]
    fn shown_at(id: &str) -> String;
}

/// Sets how many columns a block spans; none takes its own width at the breakpoint away.
pub(super) fn set(id: &NodeId, breakpoint: &str, columns: Option<u8>) -> Op {
    Op::SetSpan {
        id: id.clone(),
        breakpoint: breakpoint.to_owned(),
        columns,
    }
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
        max: open.last().unwrap_or(min),
    }
}

/// "7/12".
pub(super) fn fraction(columns: u8) -> String {
    [&columns.to_string(), "/", &COLUMNS.to_string()].concat()
}

/// How many columns a block spans where it stands. Not tracked.
pub(super) fn columns(session: Session, id: &NodeId) -> u8 {
    columns_at(session, id, breakpoint(session, id))
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
        ("columns", i18n.number(columns(session, id).into())),
        ("all", i18n.number(COLUMNS.into())),
    ];
    let facts = facts.each_ref().map(|(name, fact)| (*name, fact.as_str()));
    session.say(i18n.with(keys::DESIGNER_SAID_WIDTH, &facts));
}

/// The breakpoint at which a change of a block's width is seen.
pub(in crate::designer) fn breakpoint(session: Session, id: &NodeId) -> &'static str {
    let edited = session.view.width.get_untracked().breakpoint();
    let shown = shown_at(id.as_str());
    session
        .read(|tree, _| Some(seen(&tree.node(id)?.node, edited, &shown)))
        .unwrap_or(edited)
}

/// The breakpoint that is edited, unless another one decides where the block stands: in a slot
/// that is narrower than the page, or because the block has a width of its own there.
fn seen(node: &Node, edited: &'static str, shown: &str) -> &'static str {
    let place = |name: &str| BREAKPOINTS.iter().position(|known| *known == name);
    let (Some(from), Some(to)) = (place(edited), place(shown)) else {
        return edited;
    };
    let wider = BREAKPOINTS.iter().take(to + 1).skip(from + 1);
    let own = wider.rev().find(|name| node.span.contains_key(**name));
    match own {
        Some(own) => own,
        None => BREAKPOINTS.get(from.min(to)).copied().unwrap_or(edited),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_width_is_changed_at_the_breakpoint_where_that_is_seen() {
        for (span, edited, shown, expected) in [
            (r"{}", "base", "lg", "base"),
            (r#"{"md":7}"#, "base", "lg", "md"),
            (r#"{"md":7,"lg":4}"#, "base", "md", "md"),
            (r#"{"base":6}"#, "md", "lg", "md"),
            (r#"{"sm":6}"#, "md", "base", "base"),
            (r#"{"md":6}"#, "base", "", "base"),
        ] {
            let node = format!(r#"{{"id":"b1","type":"image","span":{span}}}"#);
            let node: Node = serde_json::from_str(&node).unwrap();
            assert_eq!(seen(&node, edited, shown), expected, "{span} {shown}");
        }
    }
}
