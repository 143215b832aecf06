//! Leaving a block out at one width of the page, and at that one only; or at all of them.

use palier_contract::document::{BREAKPOINTS, Node};
use palier_edit::Op;

use crate::i18n::{Key, keys};

/// What a block has at a breakpoint when nothing is said there; `None`: anywhere.
pub(super) fn inherited(node: &Node, breakpoint: Option<&str>) -> bool {
    let narrower = BREAKPOINTS.iter().rev();
    let mut narrower = narrower
        .skip_while(|step| Some(**step) != breakpoint)
        .skip(1);
    narrower.next().is_some_and(|step| node.is_hidden_at(step))
}

/// What leaves a block out at one breakpoint, or shows it there; every other one stays as it is.
/// `None`: at all of them.
///
/// Values reach up to the next wider breakpoint that says something, so that one has to say what
/// it was. What says the same as the narrower one is taken back.
pub(super) fn ops(node: &Node, breakpoint: Option<&str>, hidden: bool) -> Vec<Op> {
    let mut narrower = false;
    let mut ops = Vec::new();
    for step in BREAKPOINTS.iter().copied() {
        let wanted = if breakpoint.is_none_or(|only| only == step) {
            hidden
        } else {
            node.is_hidden_at(step)
        };
        let said = (wanted != narrower).then_some(wanted);
        narrower = wanted;
        if node.hidden.get(step).copied() != said {
            ops.push(Op::SetHidden {
                id: node.id.clone(),
                breakpoint: step.to_owned(),
                hidden: said,
            });
        }
    }
    ops
}

/// What the command that does so is called.
pub(super) fn command(breakpoint: Option<&str>, hidden: bool) -> Key {
    match (breakpoint, hidden) {
        (Some(_), true) => keys::DESIGNER_COMMAND_HIDE,
        (Some(_), false) => keys::DESIGNER_COMMAND_SHOW,
        (None, true) => keys::DESIGNER_COMMAND_HIDE_ALL,
        (None, false) => keys::DESIGNER_COMMAND_SHOW_ALL,
    }
}

/// What is said once that is done.
pub(super) fn said(breakpoint: Option<&str>, hidden: bool) -> Key {
    match (breakpoint, hidden) {
        (Some(_), true) => keys::DESIGNER_OUTLINE_SAID_HIDDEN,
        (Some(_), false) => keys::DESIGNER_OUTLINE_SAID_SHOWN,
        (None, true) => keys::DESIGNER_OUTLINE_SAID_HIDDEN_ALL,
        (None, false) => keys::DESIGNER_OUTLINE_SAID_SHOWN_ALL,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn node(hidden: &str) -> Node {
        let text = format!(r#"{{"id":"a","type":"image","v":1,"hidden":{hidden}}}"#);
        serde_json::from_str(&text).unwrap()
    }

    fn after(node: Node, breakpoint: &str, hidden: bool) -> Node {
        let ops = ops(&node, Some(breakpoint), hidden);
        done(node, ops)
    }

    fn done(mut node: Node, ops: Vec<Op>) -> Node {
        for op in ops {
            let Op::SetHidden {
                breakpoint, hidden, ..
            } = op
            else {
                panic!("{op:?}")
            };
            match hidden {
                Some(hidden) => drop(node.hidden.insert(breakpoint, hidden)),
                None => drop(node.hidden.remove(&breakpoint)),
            }
        }
        node
    }

    #[test]
    fn one_width_is_changed_and_no_other() {
        let before = [
            "{}",
            r#"{"base":true}"#,
            r#"{"base":true,"md":false}"#,
            r#"{"sm":true,"lg":false}"#,
            r#"{"base":false,"sm":false,"md":true}"#,
        ];
        for text in before {
            for at in BREAKPOINTS.iter().copied() {
                for hidden in [true, false] {
                    let (old, new) = (node(text), after(node(text), at, hidden));
                    assert_eq!(new.is_hidden_at(at), hidden, "{text} {at}");
                    for other in BREAKPOINTS.iter().copied().filter(|step| *step != at) {
                        let kept = (new.is_hidden_at(other), old.is_hidden_at(other));
                        assert_eq!(kept.0, kept.1, "{text} {at} {other}");
                    }
                }
            }
        }
    }

    #[test]
    fn every_width_is_changed_at_once() {
        for text in [
            "{}",
            r#"{"base":true}"#,
            r#"{"base":true,"sm":false}"#,
            r#"{"lg":true}"#,
        ] {
            let hidden = done(node(text), ops(&node(text), None, true));
            assert_eq!(hidden.hidden, node(r#"{"base":true}"#).hidden, "{text}");
            let shown = done(node(text), ops(&node(text), None, false));
            assert!(shown.hidden.is_empty(), "{text}");
        }
    }

    #[test]
    fn there_and_back_says_nothing() {
        let hidden = after(node("{}"), "base", true);
        assert_eq!(hidden.hidden, node(r#"{"base":true,"sm":false}"#).hidden);
        assert_eq!(after(hidden, "base", false).hidden, node("{}").hidden);
    }

    #[test]
    fn what_is_inherited_is_what_the_narrower_width_has() {
        let node = node(r#"{"sm":true,"lg":false}"#);
        let found: Vec<bool> = BREAKPOINTS
            .iter()
            .map(|step| inherited(&node, Some(step)))
            .collect();
        assert_eq!(found, [false, false, true, true]);
    }
}
