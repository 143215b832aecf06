//! What every block may say of itself, whatever its type: widths, visibility, locks.

use super::Walk;
use crate::document::{
    BREAKPOINTS, FindingCode, Lock, Node, When, finding::below, instant, props::RefKind,
    references::References,
};
use crate::member::MemberState;

impl<'a> Walk<'a> {
    pub(super) fn block(&mut self, node: &'a Node, path: &str) {
        self.span(node, path);
        for breakpoint in node.hidden.keys() {
            self.breakpoint(node, breakpoint, &below(path, "hidden"));
        }
        for breakpoint in node.at.keys() {
            self.breakpoint_of_props(node, breakpoint, &below(path, "at"));
        }
        for (index, lock) in node.lock.iter().enumerate() {
            if let Lock::Unknown(word) = lock {
                let message = format!("there is no lock {word:?}; it has no effect");
                let path = format!("{path}/lock/{index}");
                self.report(Some(node), path, FindingCode::UnknownLock, message);
            }
        }
        if let Some(when) = &node.when {
            self.when(node, when, &below(path, "when"));
        }
    }

    fn span(&mut self, node: &Node, path: &str) {
        let path = below(path, "span");
        for (breakpoint, columns) in &node.span {
            if (1..=12).contains(columns) {
                self.breakpoint(node, breakpoint, &path);
            } else {
                let message = format!("a span of {columns} columns; give 1 to 12");
                let path = below(&path, breakpoint);
                self.report(Some(node), path, FindingCode::SpanOutOfRange, message);
            }
        }
    }

    fn breakpoint(&mut self, node: &Node, breakpoint: &str, path: &str) {
        if !BREAKPOINTS.contains(&breakpoint) {
            let message = format!("there is no breakpoint {breakpoint:?}; it has no effect");
            let path = below(path, breakpoint);
            self.report(Some(node), path, FindingCode::UnknownBreakpoint, message);
        }
    }

    fn breakpoint_of_props(&mut self, node: &Node, breakpoint: &str, path: &str) {
        if breakpoint == "base" {
            let message = "what holds at base belongs into props; here it has no effect".into();
            let path = below(path, breakpoint);
            self.report(Some(node), path, FindingCode::UnknownBreakpoint, message);
        } else {
            self.breakpoint(node, breakpoint, path);
        }
    }

    fn when(&mut self, node: &Node, when: &When, path: &str) {
        for (index, audience) in when.audience.iter().enumerate() {
            if let MemberState::Unknown(word) = audience {
                let message = format!("there is no audience {word:?}; nobody is of it");
                let path = format!("{path}/audience/{index}");
                self.report(Some(node), path, FindingCode::UnknownAudience, message);
            }
        }
        for (index, tier) in when.tiers.iter().enumerate() {
            let path = format!("{path}/tiers/{index}");
            self.reference(node, RefKind::Tier, tier.as_str(), path);
        }
        let mut read = |name: &str, text: Option<&str>| {
            let instant = instant::read(text?);
            if instant.is_none() {
                let message = format!("{name} is no time such as 2026-11-22T16:00:00Z");
                self.report(
                    Some(node),
                    below(path, name),
                    FindingCode::WhenInvalid,
                    message,
                );
            }
            instant
        };
        let from = read("from", when.from.as_ref().map(|from| from.0.as_str()));
        let until = read("until", when.until.as_ref().map(|until| until.0.as_str()));
        if let (Some(from), Some(until)) = (from, until)
            && from >= until
        {
            let message = "it ends before it begins; put until after from".into();
            self.report(
                Some(node),
                below(path, "until"),
                FindingCode::WhenInvalid,
                message,
            );
        }
    }

    pub(super) fn reference(&mut self, node: &Node, kind: RefKind, id: &str, path: String) {
        let known: Option<&References> = self.known.references;
        if known.is_some_and(|known| !known.admits(kind, id)) {
            let message = format!("there is no {} {id:?}; choose another", kind.word());
            self.report(Some(node), path, FindingCode::DeadReference, message);
        }
    }
}
