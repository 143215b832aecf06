//! What is wrong with one block, by the contract's own checks.

use palier_contract::document::{
    FindingCode, Known, Node, PortalDocument, PropKind, PropSchema, SCHEMA, SPACES, Severity,
    Theme, validate,
};
use palier_contract::ids::NodeId;
use palier_edit::{Rules, Tree};
use serde_json::Map;

use crate::i18n::{I18n, keys};

/// Something wrong, and where in the block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Note {
    /// JSON pointer below the block.
    pub(super) pointer: String,
    pub(super) code: FindingCode,
    pub(super) severity: Severity,
}

impl Note {
    /// Whether something is only missing.
    pub(super) fn is_lack(&self) -> bool {
        matches!(
            self.code,
            FindingCode::PropMissing | FindingCode::TextMissing | FindingCode::AltMissing
        )
    }
}

/// What is wrong with a block's own props. Of the other blocks only the places that links can
/// lead to are looked at, so that it costs as little on a long page.
pub(super) fn of(tree: &Tree, rules: &Rules, id: &NodeId) -> Vec<Note> {
    let Some(entry) = tree.node(id) else {
        return Vec::new();
    };
    let others = tree.entries().map(|other| &other.node);
    let others = others
        .filter(|other| other.id != *id)
        .filter_map(|other| anchors(other, rules));
    // The others come first: of two places with one name, the second is the one that is wrong.
    let mut root: Vec<Node> = others.collect();
    let prefix = ["/root/", &root.len().to_string()].concat();
    root.push(entry.node.clone());
    let document = PortalDocument {
        schema: SCHEMA,
        id: tree.page().id.clone(),
        title: tree.title().clone(),
        theme: Theme::default(),
        root,
        rest: Map::new(),
    };
    let known = Known::new(&rules.blocks, &rules.default_locale).locales(&rules.locales);
    let found = validate(&document, &known).into_iter();
    found
        .filter_map(|finding| {
            let pointer = finding.path.strip_prefix(&prefix)?;
            let ours = pointer.starts_with("/props") || pointer.starts_with("/at");
            ours.then(|| Note {
                pointer: pointer.to_owned(),
                code: finding.code,
                severity: finding.severity,
            })
        })
        .collect()
}

/// A block with nothing but the places that it gives names to.
fn anchors(node: &Node, rules: &Rules) -> Option<Node> {
    let schema = rules.block(&node.kind)?;
    let is_anchor = |prop: &&PropSchema| matches!(prop.kind, PropKind::Anchor);
    let names = schema.props.iter().filter(is_anchor).map(|prop| prop.name);
    let held = names.filter_map(|name| Some((name.to_owned(), node.props.get(name)?.clone())));
    let props: Map<_, _> = held.collect();
    (!props.is_empty()).then(|| Node {
        props,
        ..Node::new(node.id.clone(), node.kind.clone(), node.v)
    })
}

/// What is wrong, and what to do.
pub(super) fn words(note: &Note, schema: &PropSchema, i18n: I18n) -> String {
    match note.code {
        FindingCode::PropMissing => i18n.t(keys::DESIGNER_PROPERTIES_NOTE_NEEDED),
        FindingCode::TextMissing => i18n.t(keys::DESIGNER_PROPERTIES_NOTE_TEXT),
        FindingCode::AltMissing => i18n.t(keys::DESIGNER_PROPERTIES_NOTE_ALT),
        FindingCode::TranslationMissing => i18n.t(keys::DESIGNER_PROPERTIES_NOTE_TRANSLATION),
        FindingCode::DeadReference => i18n.t(keys::DESIGNER_PROPERTIES_NOTE_REFERENCE),
        FindingCode::DeadLink => i18n.t(keys::DESIGNER_PROPERTIES_NOTE_DEAD_LINK),
        FindingCode::DuplicateAnchor => i18n.t(keys::DESIGNER_PROPERTIES_NOTE_ANCHOR_TWICE),
        FindingCode::NotResponsive => i18n.t(keys::DESIGNER_PROPERTIES_NOTE_SAME_EVERYWHERE),
        _ => expected(schema.kind, i18n),
    }
}

fn expected(kind: PropKind, i18n: I18n) -> String {
    let range = |min, max| {
        i18n.with(
            keys::DESIGNER_PROPERTIES_NOTE_NUMBER,
            &[("min", &i18n.number(min)), ("max", &i18n.number(max))],
        )
    };
    match kind {
        PropKind::Media => i18n.t(keys::DESIGNER_PROPERTIES_NOTE_MEDIA),
        PropKind::Link => i18n.t(keys::DESIGNER_PROPERTIES_NOTE_LINK),
        PropKind::RichTexts => i18n.t(keys::DESIGNER_PROPERTIES_NOTE_RICH_LINK),
        PropKind::Anchor => i18n.t(keys::DESIGNER_PROPERTIES_NOTE_ANCHOR),
        PropKind::Integer(min, max) | PropKind::Measure { min, max, .. } => range(min, max),
        PropKind::List { max, .. } => i18n.with(
            keys::DESIGNER_PROPERTIES_NOTE_LIST,
            &[("max", &i18n.number(i64::try_from(max).unwrap_or(i64::MAX)))],
        ),
        PropKind::Word(words) => i18n.with(
            keys::DESIGNER_PROPERTIES_NOTE_WORD,
            &[("words", &words.join(", "))],
        ),
        PropKind::Space => i18n.with(
            keys::DESIGNER_PROPERTIES_NOTE_WORD,
            &[("words", &SPACES.join(", "))],
        ),
        _ => i18n.t(keys::DESIGNER_PROPERTIES_NOTE_INVALID),
    }
}
