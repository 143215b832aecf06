//! Names of blocks, slots and places, as people say them: never an id.

use palier_contract::Timestamp;
use palier_contract::document::{BlockSchema, Lock, Node, When};
use palier_contract::ids::NodeId;
use palier_contract::member::MemberState;
use palier_edit::{Changes, Refusal, Role, Rules, SlotRef, Tree};

use super::properties::names;
use super::{custom, excerpt, templates};
use crate::i18n::{DateStyle, I18n, Key, keys};

/// What a block is called: the name its designer gave it, or its type and its first words.
pub(super) fn block(node: &Node, i18n: I18n) -> String {
    if let Some(name) = own_name(node) {
        return name.to_owned();
    }
    let kind = kind(&node.kind, i18n);
    // What a new block says is often what it is called.
    match excerpt::of(node, &i18n.locale()).filter(|words| *words != kind) {
        Some(words) => i18n.with(
            keys::DESIGNER_BLOCK_SAYS,
            &[("block", &kind), ("words", &words)],
        ),
        None => kind,
    }
}

/// What several blocks are called together: one by its name, more by how many they are.
pub(super) fn all(tree: &Tree, ids: &[NodeId], i18n: I18n) -> String {
    match ids {
        [id] => tree
            .node(id)
            .map_or_else(String::new, |entry| block(&entry.node, i18n)),
        ids => {
            let count = i64::try_from(ids.len()).unwrap_or(i64::MAX);
            i18n.count(keys::DESIGNER_BLOCKS, count, &[])
        }
    }
}

/// What is other than it was; `None` where only places are, or what is gone.
pub(super) fn changed(tree: &Tree, rules: &Rules, changes: &Changes, i18n: I18n) -> Option<String> {
    let back: Vec<NodeId> = changes.added.iter().cloned().collect();
    let back = tree.outermost(&back, &rules.blocks);
    let other: Vec<NodeId> = changes.nodes.keys().cloned().collect();
    match (back.is_empty(), other.is_empty()) {
        (false, _) => Some(all(tree, &back, i18n)),
        (_, false) => Some(all(tree, &other, i18n)),
        _ if changes.theme => Some(i18n.t(keys::DESIGNER_PANEL_THEME)),
        _ if changes.title => Some(i18n.t(keys::DESIGNER_PROPERTIES_PROP_TITLE)),
        _ if changes.all => Some(i18n.t(keys::DESIGNER_PAGE)),
        _ => None,
    }
}

/// The name that somebody gave a block.
pub(super) fn own_name(node: &Node) -> Option<&str> {
    let name = node.name.as_deref();
    name.filter(|name| !name.trim().is_empty())
}

/// What a type of block is called.
pub(super) fn kind(kind: &str, i18n: I18n) -> String {
    match KINDS.iter().find(|(known, _)| *known == kind) {
        Some((_, key)) => i18n.t(*key),
        None => custom::name(kind, i18n).map_or_else(|| kind.replace('-', " "), str::to_owned),
    }
}

/// What is called that is taken from a panel: a type of block, or a section.
pub(super) fn source(source: &str, i18n: I18n) -> String {
    match templates::Section::of(source) {
        Some(section) => section.title(i18n),
        None => kind(source, i18n),
    }
}

/// What a slot is called: the page, the block that it is in, or one of that block's several.
pub(super) fn slot(tree: &Tree, rules: &Rules, slot: &SlotRef, i18n: I18n) -> String {
    let Some(id) = &slot.node else {
        return i18n.t(keys::DESIGNER_PAGE);
    };
    let Some(owner) = tree.node(id).map(|entry| &entry.node) else {
        return String::new();
    };
    let name = block(owner, i18n);
    let slots = tree.slots(id, &rules.blocks);
    let index = slots.iter().position(|known| known == slot);
    let schema = rules.block(&owner.kind);
    match index.map(|index| part(owner, schema, index, i18n)) {
        Some(part) if !part.is_empty() => {
            i18n.with(keys::DESIGNER_PART, &[("block", &name), ("part", &part)])
        }
        _ => name,
    }
}

/// Where a block stands: "Leaderboard, 2 of 6 in Section".
pub(super) fn place(tree: &Tree, rules: &Rules, id: &NodeId, i18n: I18n) -> String {
    let (Some(entry), Some((within, index))) = (tree.node(id), tree.place_of(id)) else {
        return String::new();
    };
    let position = i18n.with(
        keys::DESIGNER_POSITION,
        &[
            ("position", &number(index.saturating_add(1), i18n)),
            ("count", &number(tree.children(&within).len(), i18n)),
            ("slot", &slot(tree, rules, &within, i18n)),
        ],
    );
    i18n.with(
        keys::DESIGNER_PLACE,
        &[
            ("block", &block(&entry.node, i18n)),
            ("position", &position),
        ],
    )
}

/// What one of a block's several parts is called: a tab by its label, else by its number; empty for
/// a block that has but one.
pub(super) fn part(owner: &Node, schema: Option<&BlockSchema>, index: usize, i18n: I18n) -> String {
    let Some(schema) = schema.filter(|schema| schema.slots.len() > 1) else {
        return String::new();
    };
    let labels = schema.labels.and_then(|name| owner.props.get(name));
    let label = labels.and_then(|labels| excerpt::of_item(labels.get(index)?, &i18n.locale()));
    let number = [("number", &*number(index.saturating_add(1), i18n))];
    label.unwrap_or_else(|| match owner.kind.as_str() {
        "columns" => i18n.with(keys::DESIGNER_OUTLINE_COLUMN, &number),
        _ => i18n.with(keys::DESIGNER_OUTLINE_PART, &number),
    })
}

/// Who sees a block, and when: "Members · until 24 Dec 2020"; empty for everybody at all times.
pub(super) fn when(node: &Node, i18n: I18n) -> String {
    let when = node.when.as_ref();
    when.map_or_else(String::new, |when| condition(when, i18n))
}

/// What a condition comes to, as [`when`] says it of a block.
pub(super) fn condition(when: &When, i18n: I18n) -> String {
    let date = |at: &Timestamp| i18n.date(at, DateStyle::Medium);
    let on = |key, at: &Option<Timestamp>| Some(i18n.with(key, &[("date", &date(at.as_ref()?))]));
    let audience = when.audience.iter().map(MemberState::as_str);
    let tiers = when.tiers.iter().map(|tier| names::readable(tier.as_str()));
    let parts = audience.map(|word| names::word(word, i18n)).chain(tiers);
    let parts = parts.chain(on(keys::DESIGNER_OUTLINE_FROM, &when.from));
    let parts = parts.chain(on(keys::DESIGNER_OUTLINE_UNTIL, &when.until));
    parts.collect::<Vec<_>>().join(" · ")
}

fn number(n: usize, i18n: I18n) -> String {
    i18n.number(i64::try_from(n).unwrap_or(i64::MAX))
}

/// Why something may not be done.
pub(super) fn refusal(refusal: &Refusal, i18n: I18n) -> String {
    let count = |n: usize| number(n, i18n);
    match refusal {
        Refusal::ReadOnly => i18n.t(keys::DESIGNER_SAVE_REFUSED_READ_ONLY),
        Refusal::Role { role } => i18n.t(match role {
            Role::ContentEditor => keys::DESIGNER_REFUSED_CONTENT,
            _ => keys::DESIGNER_REFUSED_ROLE,
        }),
        Refusal::Locked { kind: of, lock, .. } => {
            let words = match lock {
                Lock::Move => keys::DESIGNER_REFUSED_LOCKED_MOVE,
                Lock::Remove => keys::DESIGNER_REFUSED_LOCKED_REMOVE,
                Lock::Insert => keys::DESIGNER_REFUSED_LOCKED_INSERT,
                Lock::EditByContentEditors => keys::DESIGNER_REFUSED_LOCKED_CONTENT,
                _ => keys::DESIGNER_REFUSED_LOCKED_EDIT,
            };
            i18n.with(words, &[("block", &kind(of, i18n))])
        }
        Refusal::TokenLocked { .. } => i18n.t(keys::DESIGNER_REFUSED_TOKEN),
        Refusal::SlotRefuses {
            kind: of, within, ..
        } => i18n.with(
            keys::DESIGNER_REFUSED_SLOT,
            &[("block", &kind(of, i18n)), ("slot", &kind(within, i18n))],
        ),
        Refusal::SlotFull { within, max, .. } => i18n.with(
            keys::DESIGNER_REFUSED_FULL,
            &[("slot", &kind(within, i18n)), ("max", &count(*max))],
        ),
        Refusal::TooDeep { max, .. } => {
            i18n.with(keys::DESIGNER_REFUSED_DEEP, &[("max", &count(*max))])
        }
        Refusal::InsideItself { .. } => i18n.t(keys::DESIGNER_REFUSED_INSIDE_ITSELF),
        Refusal::UnknownBlock { .. } => i18n.t(keys::DESIGNER_REFUSED_UNKNOWN),
        Refusal::NewerBlock { .. } => i18n.t(keys::DESIGNER_REFUSED_NEWER),
        Refusal::SpanOutOfRange { min, max, .. } => i18n.with(
            keys::DESIGNER_REFUSED_SPAN,
            &[
                ("min", &count(usize::from(*min))),
                ("max", &count(usize::from(*max))),
            ],
        ),
        Refusal::NoBlocks | Refusal::Malformed { .. } => i18n.t(keys::DESIGNER_REFUSED_NO_BLOCKS),
        Refusal::OtherDocument => i18n.t(keys::DESIGNER_REFUSED_OTHER),
        _ => i18n.t(keys::DESIGNER_REFUSED_OTHERWISE),
    }
}

const KINDS: &[(&str, Key)] = &[
    ("section", keys::DESIGNER_KIND_SECTION),
    ("columns", keys::DESIGNER_KIND_COLUMNS),
    ("tabs", keys::DESIGNER_KIND_TABS),
    ("hero", keys::DESIGNER_KIND_HERO),
    ("rich-text", keys::DESIGNER_KIND_RICH_TEXT),
    ("image", keys::DESIGNER_KIND_IMAGE),
    ("button", keys::DESIGNER_KIND_BUTTON),
    ("spacer", keys::DESIGNER_KIND_SPACER),
    ("member-header", keys::DESIGNER_KIND_MEMBER_HEADER),
    ("leaderboard", keys::DESIGNER_KIND_LEADERBOARD),
    ("points-history", keys::DESIGNER_KIND_POINTS_HISTORY),
    ("reward-catalogue", keys::DESIGNER_KIND_REWARD_CATALOGUE),
    ("tier-progress", keys::DESIGNER_KIND_TIER_PROGRESS),
    ("badge-collection", keys::DESIGNER_KIND_BADGE_COLLECTION),
    ("balance", keys::DESIGNER_KIND_BALANCE),
];
