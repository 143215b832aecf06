//! What the engine announces, in words: names and places, never ids.

use palier_contract::ids::NodeId;
use palier_dnd::announce::{Announcement, Place};
use palier_dnd::load::Load;
use palier_dnd::target::Refusal;
use palier_dnd::zone::ItemKey;
use palier_edit::Op;

use super::scene::Stage;
use crate::designer::words;
use crate::i18n::keys;

/// The sentence for an announcement.
pub(super) fn words(stage: &Stage, announcement: &Announcement<String>) -> String {
    let i18n = stage.session.i18n;
    let say = |key, name: &str, place: &str| i18n.with(key, &[("block", name), ("place", place)]);
    match announcement {
        Announcement::Lifted {
            load: carried,
            place,
        } => {
            let place = place
                .map(|place| position(stage, &place))
                .unwrap_or_default();
            say(keys::DESIGNER_SAID_LIFTED, &load(stage, carried), &place)
        }
        Announcement::Moved { place, .. } => {
            let neighbours = beside(stage, place, between(stage, place));
            say(
                keys::DESIGNER_SAID_MOVED,
                &neighbours,
                &position(stage, place),
            )
        }
        Announcement::Ended => i18n.t(keys::DESIGNER_SAID_ENDED),
        Announcement::Dropped {
            load: carried,
            place,
            ..
        } => say(
            keys::DESIGNER_SAID_DROPPED,
            &load(stage, carried),
            &beside(stage, place, position(stage, place)),
        ),
        Announcement::Cancelled {
            back: Some(back), ..
        } => say(
            keys::DESIGNER_SAID_CANCELLED_BACK,
            "",
            &position(stage, back),
        ),
        Announcement::Cancelled { back: None, .. } => i18n.t(keys::DESIGNER_SAID_CANCELLED),
        Announcement::Refused { reason, .. } => match reason {
            Refusal::Itself => i18n.t(keys::DESIGNER_REFUSED_INSIDE_ITSELF),
            Refusal::Reason(words) => i18n.with(keys::DESIGNER_SAID_REFUSED, &[("reason", words)]),
        },
    }
}

/// What is carried.
pub(super) fn load(stage: &Stage, load: &Load) -> String {
    let i18n = stage.session.i18n;
    match load {
        Load::New(key) => stage
            .kind(*key)
            .map(|kind| words::source(kind, i18n))
            .unwrap_or_default(),
        Load::Items(keys) => {
            let ids = stage.ids(keys);
            stage.session.read(|tree, _| words::all(tree, &ids, i18n))
        }
    }
}

fn name(stage: &Stage, key: ItemKey) -> String {
    let Some(id) = stage.numbers.id(key) else {
        return String::new();
    };
    stage.session.read(|tree, _| {
        tree.node(id)
            .map(|entry| words::block(&entry.node, stage.session.i18n))
            .unwrap_or_default()
    })
}

/// "2 of 6 in Main".
fn position(stage: &Stage, place: &Place) -> String {
    let i18n = stage.session.i18n;
    let slot = stage.numbers.slot(place.zone).cloned();
    let slot = stage.session.read(|tree, rules| {
        slot.map(|slot| words::slot(tree, rules, &slot, i18n))
            .unwrap_or_default()
    });
    let number = |n: usize| i18n.number(i64::try_from(n).unwrap_or(i64::MAX));
    let facts = [
        ("position", number(place.position)),
        ("count", number(place.count)),
        ("slot", slot),
    ];
    let facts = facts
        .each_ref()
        .map(|(name, value)| (*name, value.as_str()));
    i18n.with(keys::DESIGNER_POSITION, &facts)
}

/// The place, and that it is in a row of others, if it is.
fn beside(stage: &Stage, place: &Place, words: String) -> String {
    let i18n = stage.session.i18n;
    match place.beside {
        true => i18n.with(keys::DESIGNER_BESIDE, &[("place", &words)]),
        false => words,
    }
}

/// "between Badges and Text".
fn between(stage: &Stage, place: &Place) -> String {
    let i18n = stage.session.i18n;
    match (place.previous, place.next) {
        (Some(before), Some(after)) => i18n.with(
            keys::DESIGNER_BETWEEN,
            &[
                ("before", &name(stage, before)),
                ("after", &name(stage, after)),
            ],
        ),
        (Some(before), None) => i18n.with(keys::DESIGNER_AFTER, &[("block", &name(stage, before))]),
        (None, Some(after)) => i18n.with(keys::DESIGNER_BEFORE, &[("block", &name(stage, after))]),
        (None, None) => i18n.t(keys::DESIGNER_ALONE),
    }
}

/// The blocks that an op puts somewhere.
pub(super) fn subjects(op: &Op) -> Vec<NodeId> {
    match op {
        Op::Insert { nodes, .. } => nodes.iter().map(|node| node.id.clone()).collect(),
        Op::Move { ids, .. } => ids.clone(),
        _ => Vec::new(),
    }
}
