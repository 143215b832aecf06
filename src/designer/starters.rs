//! What a new block holds when it is inserted: what its schema needs, so that it can be seen.

use palier_contract::document::{Node, PropKind, PropSchema};
use palier_contract::ids::NodeId;
use palier_edit::clipboard;
use serde_json::{Map, Value, json};

use super::session::{Session, dice};
use super::{templates, words};

/// A new block of a type, alone in a list.
pub(super) fn block(session: Session, kind: &str) -> Vec<Node> {
    if let Some(name) = kind.strip_prefix(templates::SOURCE) {
        let text = templates::section(name);
        return text
            .and_then(|text| templates::blocks_of(session, &text))
            .unwrap_or_default();
    }
    let id = session.fresh_id();
    session.read(|_, rules| {
        let Some(schema) = rules.block(kind) else {
            return Vec::new();
        };
        let needed = schema.props.iter().filter(|prop| prop.required);
        let name = words::kind(kind, session.i18n);
        let props: Map<String, Value> = needed
            .filter_map(|prop| {
                Some((
                    prop.name.to_owned(),
                    first(prop, &name, &rules.default_locale)?,
                ))
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

/// The first value of a prop that is needed; `None` where only a person can give one.
fn first(prop: &PropSchema, name: &str, locale: &str) -> Option<Value> {
    Some(match prop.kind {
        PropKind::Texts => json!({ locale: name }),
        PropKind::RichTexts => {
            let text = json!({ "kind": "text", "text": name });
            json!({ locale: [{ "kind": "paragraph", "children": [text] }] })
        }
        PropKind::Word(words) => json!(words.first()?),
        PropKind::Integer(min, _) => json!(min),
        PropKind::Flag => json!(false),
        PropKind::List { of, .. } => {
            let row: Map<String, Value> = of
                .iter()
                .filter_map(|prop| Some((prop.name.to_owned(), first(prop, name, locale)?)))
                .collect();
            json!([row])
        }
        _ => return None,
    })
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
