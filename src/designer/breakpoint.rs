//! Which breakpoint an edit of a block is written at: the one that decides what is seen of it.

use palier_contract::document::{BREAKPOINTS, Node};
use palier_contract::ids::NodeId;
use wasm_bindgen::prelude::wasm_bindgen;

use super::session::Session;

#[wasm_bindgen(module = "/src/designer/canvas/span.js")]
extern "C" {
    #[wasm_bindgen(js_name = shownAt)]
    /// The breakpoint that holds where a block stands; empty for one that is not on the page.
    pub(super) fn shown_at(id: &str) -> String;
}

/// The breakpoint that decides how wide a block is. Not tracked.
pub(super) fn of_width(session: Session, id: &NodeId) -> &'static str {
    of(session, id, |node, breakpoint| {
        node.span.contains_key(breakpoint)
    })
}

/// The breakpoint that decides a prop of a block. Not tracked.
pub(super) fn of_prop(session: Session, id: &NodeId, prop: &str) -> &'static str {
    of(session, id, |node, breakpoint| {
        let own = node.at.get(breakpoint);
        own.is_some_and(|own| own.contains_key(prop))
    })
}

/// The next wider breakpoint.
pub(super) fn wider(at: &str) -> Option<&'static str> {
    let mut wider = BREAKPOINTS.iter().skip_while(|known| **known != at);
    wider.nth(1).copied()
}

/// Where wider pages have to be told what they have, for an edit at `at` to hold there alone: at the
/// next wider breakpoint, unless the block says something of its own there. `None` where edits hold
/// on wider pages too. Not tracked.
pub(super) fn kept(session: Session, at: &str, own: impl Fn(&str) -> bool) -> Option<&'static str> {
    let is_alone = session.view.narrow().is_some() && session.view.alone.get_untracked();
    wider(at).filter(|next| is_alone && !own(next))
}

/// Follows what may make it another one: the width that is edited, how wide the page is, and what
/// the document says.
pub(super) fn track(session: Session) {
    session.view.width.track();
    session.view.pixels.track();
    session.version.track();
}

fn of(session: Session, id: &NodeId, own: impl Fn(&Node, &str) -> bool) -> &'static str {
    let edited = session.view.width.get_untracked().breakpoint();
    let edited = edited.unwrap_or("base");
    let shown = shown_at(id.as_str());
    session
        .read(|tree, _| {
            let node = &tree.node(id)?.node;
            Some(decides(edited, &shown, |breakpoint| own(node, breakpoint)))
        })
        .unwrap_or(edited)
}

/// The breakpoint that is edited, unless another one decides where the block stands: in a slot
/// that is narrower than the page, or because the block says something of its own there.
fn decides(edited: &'static str, shown: &str, own: impl Fn(&str) -> bool) -> &'static str {
    let place = |name: &str| BREAKPOINTS.iter().position(|known| *known == name);
    let (Some(from), Some(to)) = (place(edited), place(shown)) else {
        return edited;
    };
    let wider = BREAKPOINTS.iter().take(to + 1).skip(from + 1);
    match wider.rev().find(|name| own(name)) {
        Some(own) => own,
        None => BREAKPOINTS.get(from.min(to)).copied().unwrap_or(edited),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_breakpoint_but_the_widest_has_a_wider_one() {
        let found: Vec<_> = BREAKPOINTS.iter().map(|at| wider(at)).collect();
        assert_eq!(found, [Some("sm"), Some("md"), Some("lg"), None]);
        assert_eq!(wider("xl"), None);
    }

    #[test]
    fn an_edit_is_written_at_the_breakpoint_where_it_is_seen() {
        for (own, edited, shown, expected) in [
            (&[][..], "base", "lg", "base"),
            (&["md"], "base", "lg", "md"),
            (&["md", "lg"], "base", "md", "md"),
            (&["base"], "md", "lg", "md"),
            (&["sm"], "md", "base", "base"),
            (&["md"], "base", "", "base"),
        ] {
            let found = decides(edited, shown, |name| own.contains(&name));
            assert_eq!(found, expected, "{own:?} {shown}");
        }
    }
}
