//! What differs between two states of a document, block by block.

use std::collections::BTreeSet;

use palier_contract::{
    Keyed,
    document::{Node, PortalDocument},
    ids::NodeId,
};
use serde_json::{Map, Value};

use crate::{Entry, Refusal, SlotRef, Tree, permits::differing};

/// One difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// A block is new. Those that it holds are listed by themselves.
    Added {
        /// Which block.
        id: NodeId,
        /// Its document type.
        kind: String,
        /// Where it is now.
        to: (SlotRef, usize),
    },
    /// A block is gone. Those that it held are listed by themselves.
    Removed {
        /// Which block.
        id: NodeId,
        /// Its document type.
        kind: String,
        /// Where it was.
        from: (SlotRef, usize),
    },
    /// A block is somewhere else, or in another order among its neighbours.
    Moved {
        /// Which block.
        id: NodeId,
        /// Its document type.
        kind: String,
        /// Where it was.
        from: (SlotRef, usize),
        /// Where it is now.
        to: (SlotRef, usize),
    },
    /// A block says something else of itself.
    Changed {
        /// Which block.
        id: NodeId,
        /// Its document type, as it is now.
        kind: String,
        /// What, in order: `type`, `v`, `props/title`, `span/md`, `at/md/gap`, `hidden/base`,
        /// `lock`, `name`, `when`, or the name of a key that is not known.
        fields: Vec<String>,
    },
    /// The page looks different.
    Theme {
        /// What: `ref`, `scheme`, `tokens/color.accent`, `locked`.
        fields: Vec<String>,
    },
    /// The page has another title.
    Title {
        /// In these languages.
        locales: Vec<String>,
    },
}

/// What became of `before`: title and theme, then what was removed, then the rest in the
/// order of `after`'s page.
///
/// # Errors
/// [`Refusal::DuplicateId`] and [`Refusal::EmptyId`] when a document has such blocks.
pub fn diff(before: &PortalDocument, after: &PortalDocument) -> Result<Vec<Change>, Refusal> {
    let (before, after) = (Tree::new(before.clone())?, Tree::new(after.clone())?);
    Ok(between(&before, &after))
}

/// The same of documents that were taken apart.
pub(crate) fn between(before: &Tree, after: &Tree) -> Vec<Change> {
    let mut changes = page(before, after);
    let stayed = unmoved(before, after);
    for id in before.walk(&[]) {
        if after.node(&id).is_none()
            && let (Some(entry), Some(from)) = (before.node(&id), before.place_of(&id))
        {
            let kind = entry.node.kind.clone();
            changes.push(Change::Removed { id, kind, from });
        }
    }
    for id in after.walk(&[]) {
        let (Some(new), Some(to)) = (after.node(&id), after.place_of(&id)) else {
            continue;
        };
        let kind = new.node.kind.clone();
        let (Some(old), Some(from)) = (before.node(&id), before.place_of(&id)) else {
            changes.push(Change::Added { id, kind, to });
            continue;
        };
        if !stayed.contains(&id) {
            let (id, kind) = (id.clone(), kind.clone());
            changes.push(Change::Moved { id, kind, from, to });
        }
        let fields = fields(old, new);
        if !fields.is_empty() {
            changes.push(Change::Changed { id, kind, fields });
        }
    }
    changes
}

fn page(before: &Tree, after: &Tree) -> Vec<Change> {
    let mut changes = Vec::new();
    let locales = keys(before.title(), after.title(), "");
    if !locales.is_empty() {
        changes.push(Change::Title { locales });
    }
    let (old, new) = (before.theme(), after.theme());
    let mut fields = Vec::new();
    let mut note = |differs: bool, name: &str| {
        if differs {
            fields.push(name.to_owned());
        }
    };
    note(old.preset != new.preset, "ref");
    note(old.scheme != new.scheme, "scheme");
    note(old.locked != new.locked, "locked");
    fields.extend(keys(&old.tokens, &new.tokens, "tokens/"));
    fields.extend(named(&old.rest, &new.rest, ""));
    if !fields.is_empty() {
        changes.push(Change::Theme { fields });
    }
    changes
}

fn fields(old: &Entry, new: &Entry) -> Vec<String> {
    let (old, new): (&Node, &Node) = (&old.node, &new.node);
    let mut fields = Vec::new();
    let mut note = |differs: bool, name: &str| {
        if differs {
            fields.push(name.to_owned());
        }
    };
    note(old.kind != new.kind, "type");
    note(old.v != new.v, "v");
    note(old.lock != new.lock, "lock");
    note(old.name != new.name, "name");
    note(old.when != new.when, "when");
    fields.extend(named(&old.props, &new.props, "props/"));
    fields.extend(keys(&old.span, &new.span, "span/"));
    fields.extend(keys(&old.hidden, &new.hidden, "hidden/"));
    let none = Map::new();
    let breakpoints: BTreeSet<&String> = old.at.keys().chain(new.at.keys()).collect();
    for breakpoint in breakpoints {
        let was = old.at.get(breakpoint).unwrap_or(&none);
        let is = new.at.get(breakpoint).unwrap_or(&none);
        fields.extend(named(was, is, &format!("at/{breakpoint}/")));
    }
    fields.extend(named(&old.rest, &new.rest, ""));
    fields
}

fn named(old: &Map<String, Value>, new: &Map<String, Value>, path: &str) -> Vec<String> {
    let names = differing(old, new).map(|name| format!("{path}{name}"));
    let sorted: BTreeSet<String> = names.collect();
    sorted.into_iter().collect()
}

fn keys<T: PartialEq>(old: &Keyed<T>, new: &Keyed<T>, path: &str) -> Vec<String> {
    let all: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
    let differing = all.into_iter().filter(|key| old.get(key) != new.get(key));
    differing.map(|key| format!("{path}{key}")).collect()
}

/// The blocks that are in the same slot as before and in the same order among the most of
/// their neighbours, so that taking one block up lists one move and not all it passed.
pub(crate) fn unmoved(before: &Tree, after: &Tree) -> BTreeSet<NodeId> {
    let slots: BTreeSet<&SlotRef> = after.nodes.values().map(|entry| &entry.within).collect();
    let mut stayed = BTreeSet::new();
    for slot in slots {
        let old = before.children(slot);
        let new = after.children(slot);
        let place = |id: &NodeId| old.iter().position(|other| other == id);
        let kept: Vec<(usize, &NodeId)> =
            new.iter().filter_map(|id| Some((place(id)?, id))).collect();
        stayed.extend(longest_rise(&kept).into_iter().cloned());
    }
    stayed
}

/// The longest run of items, not necessarily side by side, whose numbers rise.
fn longest_rise<'n>(items: &[(usize, &'n NodeId)]) -> Vec<&'n NodeId> {
    // Per item: the length of the best run that ends with it, and the item before it there.
    let mut best: Vec<(usize, Option<usize>)> = Vec::new();
    for (index, (number, _)) in items.iter().enumerate() {
        let earlier = items.iter().zip(&best).enumerate().take(index);
        let rising = earlier.filter(|(_, ((other, _), _))| other < number);
        let longest = rising.max_by_key(|(_, (_, (length, _)))| *length);
        let (length, from) = longest.map_or((0, None), |(i, (_, (length, _)))| (*length, Some(i)));
        best.push((length.saturating_add(1), from));
    }
    let last = best
        .iter()
        .enumerate()
        .max_by_key(|(_, (length, _))| *length);
    let mut next = last.map(|(index, _)| index);
    let mut run = Vec::new();
    while let Some(index) = next {
        run.extend(items.get(index).map(|(_, id)| *id));
        next = best.get(index).and_then(|(_, from)| *from);
    }
    run.reverse();
    run
}
