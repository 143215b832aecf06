//! What a new block holds when it is inserted: what its schema needs, so that it can be seen.

use palier_contract::document::{Node, PropKind, PropSchema};
use palier_contract::ids::NodeId;
use palier_edit::{Rules, SlotRef, Tree, clipboard};
use serde_json::{Map, Value, json};

use super::session::{Session, dice};
use super::{commands, templates, words};
use crate::i18n::keys;

/// A new block of a type, alone in a list.
pub(super) fn block(session: Session, kind: &str) -> Vec<Node> {
    if let Some(section) = templates::Section::of(kind) {
        return section
            .text()
            .and_then(|text| commands::blocks_of(session, &text))
            .unwrap_or_default();
    }
    let id = session.fresh_id();
    session.read(|tree, rules| {
        let Some(schema) = rules.block(kind) else {
            return Vec::new();
        };
        let needed = schema.props.iter().filter(|prop| prop.required);
        let name = words::kind(kind, session.i18n);
        let props: Map<String, Value> = needed
            .filter_map(|prop| {
                let value = if schema.labels == Some(prop.name) {
                    Some(parts(session, prop, &rules.default_locale))
                } else if prop.heads && is_unheaded(tree, rules) {
                    Some(json!(tree.title()))
                } else {
                    first(prop, &name, &rules.default_locale)
                };
                Some((prop.name.to_owned(), value?))
            })
            .collect();
        let mut node = Node::new(id, kind, schema.v());
        node.props = props;
        if schema.widest < 12 {
            node.span.insert("base".to_owned(), schema.widest);
        }
        vec![node]
    })
}

/// Whether a new heading takes over what heads the page, its title in every language that it has:
/// until then no block of the page has one.
fn is_unheaded(tree: &Tree, rules: &Rules) -> bool {
    let heads = |id: &NodeId| {
        let entry = tree.node(id)?;
        let block = rules.block(&entry.node.kind)?;
        Some(block.props.iter().any(|prop| prop.heads))
    };
    let mut root = tree.children(&SlotRef::page()).iter();
    !tree.title().is_empty() && !root.any(|id| heads(id) == Some(true))
}

/// A new block of text that says these words, line by line.
pub(super) fn words(session: Session, text: &str) -> Vec<Node> {
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    let lines = lines.map(|line| json!({ "kind": "paragraph", "text": line.trim() }));
    let lines = Value::Array(lines.collect());
    let locale = session.read(|_, rules| rules.default_locale.clone());
    let mut nodes = block(session, "rich-text");
    for node in &mut nodes {
        let text = json!({ &*locale: lines });
        node.props.insert(String::from("text"), text);
    }
    nodes
}

/// How many parts a new block begins with whose parts have names: with one there is no choice.
const PARTS: i64 = 2;

/// The names of the parts of a new block: "Tab 1", "Tab 2".
fn parts(session: Session, prop: &PropSchema, locale: &str) -> Value {
    let PropKind::List { of, .. } = prop.kind else {
        return Value::Null;
    };
    let rows = (1..=PARTS).map(|number| {
        let number = session.i18n.number(number);
        let name = session
            .i18n
            .with(keys::DESIGNER_STARTER_TAB, &[("number", &number)]);
        row(of, &name, locale)
    });
    Value::Array(rows.collect())
}

/// The first value of a prop that is needed; `None` where only a person can give one.
fn first(prop: &PropSchema, name: &str, locale: &str) -> Option<Value> {
    // Of a picture that is not chosen yet, nobody can say what it shows.
    if prop.name == "alt" {
        return None;
    }
    Some(match prop.kind {
        PropKind::Texts => json!({ locale: name }),
        PropKind::RichTexts => {
            let text = json!({ "kind": "text", "text": name });
            json!({ locale: [{ "kind": "paragraph", "children": [text] }] })
        }
        PropKind::Word(words) => json!(words.first()?),
        PropKind::Integer(min, _) => json!(min),
        PropKind::Flag => json!(false),
        PropKind::List { of, .. } => json!([row(of, name, locale)]),
        _ => return None,
    })
}

fn row(of: &[PropSchema], name: &str, locale: &str) -> Value {
    let props = of.iter();
    let props = props.filter_map(|prop| Some((prop.name.to_owned(), first(prop, name, locale)?)));
    Value::Object(props.collect())
}

/// Copies of these blocks, with ids of their own.
pub(super) fn copies(session: Session, ids: &[NodeId]) -> Vec<Node> {
    session.read(|tree, rules| {
        clipboard::duplicate(tree, ids, &rules.blocks, rules.role, &mut dice)
            .into_iter()
            .map(|(_, node)| node)
            .collect()
    })
}
