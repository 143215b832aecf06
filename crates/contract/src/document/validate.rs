//! What a designer should mend before a document is published.

use std::collections::BTreeSet;

use super::{
    BlockSchema, Finding, FindingCode, MAX_DEPTH, Node, PortalDocument, SlotSchema, Theme,
    TokenKind, finding::below, props, token::is_css_text,
};
use crate::ids::NodeId;

/// What validation measures a document by.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    /// The block types there are; see [`super::blocks::ALL`].
    pub blocks: &'a [BlockSchema],
    /// The language in which every text must be there, BCP 47.
    pub default_locale: &'a str,
}

const BREAKPOINTS: &[&str] = &["base", "sm", "md", "lg"];
const SCHEMES: &[&str] = &["light", "dark", "auto"];

/// Everything that is wrong with a document, in reading order; empty when nothing is.
///
/// Unknown blocks, props, breakpoints and tokens only warn: they may come from a newer kit.
#[must_use]
pub fn validate(document: &PortalDocument, known: &Known<'_>) -> Vec<Finding> {
    let mut walk = Walk {
        known,
        seen: BTreeSet::new(),
        findings: Vec::new(),
    };
    walk.title(document);
    walk.theme(&document.theme);
    for (index, node) in document.root.iter().enumerate() {
        walk.node(node, &format!("/root/{index}"), 0);
    }
    walk.findings
}

struct Walk<'a> {
    known: &'a Known<'a>,
    seen: BTreeSet<&'a NodeId>,
    findings: Vec<Finding>,
}

impl<'a> Walk<'a> {
    fn report(&mut self, node: Option<&Node>, path: String, code: FindingCode, message: String) {
        self.findings.push(Finding {
            severity: code.severity(),
            node: node.map(|node| node.id.clone()),
            path,
            code,
            message,
        });
    }

    fn title(&mut self, document: &PortalDocument) {
        let locale = self.known.default_locale;
        let title = document.title.get(locale).map_or("", |title| title.trim());
        if title.is_empty() {
            let message = format!("the page has no title in {locale}; write one");
            self.report(
                None,
                below("/title", locale),
                FindingCode::TextMissing,
                message,
            );
        }
    }

    fn theme(&mut self, theme: &Theme) {
        if let Some(scheme) = theme.scheme.as_deref()
            && !SCHEMES.contains(&scheme)
        {
            let message = format!("the scheme {scheme:?} is none of light, dark, auto");
            self.report(
                None,
                "/theme/scheme".into(),
                FindingCode::SchemeInvalid,
                message,
            );
        }
        for (name, value) in &theme.tokens {
            self.token(name, value);
        }
    }

    fn token(&mut self, name: &str, value: &str) {
        let path = below("/theme/tokens", name);
        if is_css_text(value) {
            let message = format!("the token {name} holds CSS text; give a plain value");
            return self.report(None, path, FindingCode::CssText, message);
        }
        match TokenKind::of(name) {
            None => {
                let message = format!("the token {name} is not known; it has no effect");
                self.report(None, path, FindingCode::UnknownToken, message);
            }
            Some(kind) if !kind.admits(value) => {
                let message = format!("{name} is {value:?}; give {}", kind.expects());
                self.report(None, path, FindingCode::TokenInvalid, message);
            }
            Some(_) => {}
        }
    }

    fn node(&mut self, node: &'a Node, path: &str, depth: usize) {
        self.id(node, path);
        self.span(node, path);
        if depth > MAX_DEPTH {
            let message = format!("slots nest {depth} deep; the limit is {MAX_DEPTH}");
            self.report(Some(node), path.into(), FindingCode::TooDeep, message);
        }
        let known = self.known.blocks;
        let schema = known.iter().find(|block| block.kind == node.kind);
        match schema {
            Some(schema) if node.v <= schema.v() => self.props(node, schema, path),
            Some(_) => {} // Newer than this version: its props are not ours to judge.
            None => {
                let message = format!("the block type {:?} is not known; it is kept", node.kind);
                self.report(
                    Some(node),
                    below(path, "type"),
                    FindingCode::UnknownBlock,
                    message,
                );
            }
        }
        for (name, children) in &node.slots {
            let path = below(&below(path, "slots"), name);
            if let Some(schema) = schema {
                self.slot(node, schema.slot(name), name, children, &path);
            }
            for (index, child) in children.iter().enumerate() {
                self.node(child, &format!("{path}/{index}"), depth.saturating_add(1));
            }
        }
    }

    fn id(&mut self, node: &'a Node, path: &str) {
        let path = below(path, "id");
        if node.id.as_str().is_empty() {
            let message = "the block has no id; give it one that was never used".into();
            self.report(Some(node), path, FindingCode::EmptyId, message);
        } else if !self.seen.insert(&node.id) {
            let message = format!("two blocks have the id {:?}; rename one", node.id.as_str());
            self.report(Some(node), path, FindingCode::DuplicateId, message);
        }
    }

    fn span(&mut self, node: &Node, path: &str) {
        for (breakpoint, columns) in &node.span {
            let path = below(&below(path, "span"), breakpoint);
            if !(1..=12).contains(columns) {
                let message = format!("a span of {columns} columns; give 1 to 12");
                self.report(Some(node), path, FindingCode::SpanOutOfRange, message);
            } else if !BREAKPOINTS.contains(&breakpoint.as_str()) {
                let message = format!("there is no breakpoint {breakpoint:?}; it has no effect");
                self.report(Some(node), path, FindingCode::UnknownBreakpoint, message);
            }
        }
    }

    fn slot(
        &mut self,
        node: &Node,
        slot: Option<&SlotSchema>,
        name: &str,
        children: &[Node],
        path: &str,
    ) {
        let Some(slot) = slot else {
            let message = format!("{} has no slot {name:?}; move its blocks", node.kind);
            return self.report(Some(node), path.into(), FindingCode::UnknownSlot, message);
        };
        if let Some(max) = slot.max.filter(|max| children.len() > *max) {
            let message = format!("{name} holds {} blocks; the limit is {max}", children.len());
            self.report(Some(node), path.into(), FindingCode::SlotFull, message);
        }
        for (index, child) in children.iter().enumerate() {
            if !slot.takes(&child.kind) {
                let message = format!(
                    "{name} takes {}, not {}",
                    slot.accepts.join(", "),
                    child.kind
                );
                let path = format!("{path}/{index}");
                self.report(Some(child), path, FindingCode::SlotRefuses, message);
            }
        }
    }

    fn props(&mut self, node: &Node, schema: &BlockSchema, path: &str) {
        let path = below(path, "props");
        for prop in schema.props.iter().filter(|prop| prop.required) {
            if !node.props.contains_key(prop.name) {
                let message = format!("{} needs {}", schema.kind, prop.name);
                self.report(
                    Some(node),
                    below(&path, prop.name),
                    FindingCode::PropMissing,
                    message,
                );
            }
        }
        for (name, value) in &node.props {
            let path = below(&path, name);
            let Some(prop) = schema.prop(name) else {
                let message = format!("{} has no {name}; it has no effect", schema.kind);
                self.report(Some(node), path, FindingCode::UnknownProp, message);
                continue;
            };
            match props::check(prop.kind, value, self.known.default_locale) {
                Ok(()) => {}
                Err(props::Misfit::Expected(what)) => {
                    let message = format!("{name} should be {what}");
                    self.report(Some(node), path, FindingCode::PropInvalid, message);
                }
                Err(props::Misfit::NoText(locale)) => {
                    let message = format!("{name} has no text in {locale}; write one");
                    self.report(Some(node), path, FindingCode::TextMissing, message);
                }
            }
        }
    }
}
