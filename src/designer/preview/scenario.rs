//! The states that a block can be shown in on the canvas, without editing anything.
//!
//! They are those of [`demo`], and a few whose data is made from them: the same list with very
//! many rows, with long German words, for somebody who has just joined or stands at the top.

use crate::blocks::demo::{self, State, get};
use crate::i18n::{Key, keys};

/// Real data of the backend.
pub(in crate::designer) const LIVE: &str = "";

/// The block that layout follows where everything is shown in a state: it holds the reader.
pub(super) const READER: &str = "member-header";

/// A state with its name for people.
pub(super) type Row = (&'static str, Key);

/// The states that every member's block has.
pub(super) const COMMON: &[Row] = &[
    ("sample", keys::DESIGNER_PREVIEW_SAMPLE),
    ("loading", keys::DESIGNER_PREVIEW_LOADING),
    ("empty", keys::DESIGNER_PREVIEW_EMPTY),
    ("failed", keys::DESIGNER_PREVIEW_FAILED),
    ("offline", keys::DESIGNER_PREVIEW_OFFLINE),
    ("signed-out", keys::DESIGNER_PREVIEW_SIGNED_OUT),
    ("new-member", keys::DESIGNER_PREVIEW_NEW_MEMBER),
    ("top-tier", keys::DESIGNER_PREVIEW_TOP_TIER),
    ("long-list", keys::DESIGNER_PREVIEW_LONG_LIST),
    ("long-words", keys::DESIGNER_PREVIEW_LONG_WORDS),
    ("right-to-left", keys::DESIGNER_PREVIEW_RIGHT_TO_LEFT),
];

/// Those that only some blocks have, or that few ask for.
const FURTHER: &[Row] = &[
    ("final", keys::DESIGNER_PREVIEW_FINAL),
    ("ties", keys::DESIGNER_PREVIEW_TIES),
    ("fewer-than-three", keys::DESIGNER_PREVIEW_FEW),
    ("opted-out", keys::DESIGNER_PREVIEW_OPTED_OUT),
    ("no-entries-yet", keys::DESIGNER_PREVIEW_NO_ENTRIES),
    ("below-zero", keys::DESIGNER_PREVIEW_BELOW_ZERO),
    ("entries-failed", keys::DESIGNER_PREVIEW_ENTRIES_FAILED),
    ("balances-failed", keys::DESIGNER_PREVIEW_BALANCES_FAILED),
    ("candidate", keys::DESIGNER_PREVIEW_CANDIDATE),
    ("paused", keys::DESIGNER_PREVIEW_PAUSED),
    ("guest", keys::DESIGNER_PREVIEW_GUEST),
    ("at-risk", keys::DESIGNER_PREVIEW_AT_RISK),
    ("grace", keys::DESIGNER_PREVIEW_GRACE),
    ("at-threshold", keys::DESIGNER_PREVIEW_AT_THRESHOLD),
    ("upgraded", keys::DESIGNER_PREVIEW_UPGRADED),
    ("one-tier", keys::DESIGNER_PREVIEW_ONE_TIER),
    ("place-failed", keys::DESIGNER_PREVIEW_PLACE_FAILED),
    ("expired", keys::DESIGNER_PREVIEW_EXPIRED),
    ("not-enrolled", keys::DESIGNER_PREVIEW_NOT_ENROLLED),
    ("suspended", keys::DESIGNER_PREVIEW_SUSPENDED),
    ("not-offered", keys::DESIGNER_PREVIEW_NOT_OFFERED),
];

/// Whether a type of block shows what a backend says.
pub(in crate::designer) fn has_states(kind: &str) -> bool {
    kind == READER || demo::find(kind, "").is_some()
}

/// The states of a type of block beyond [`COMMON`].
pub(super) fn further(kind: &str) -> impl Iterator<Item = Row> {
    FURTHER
        .iter()
        .copied()
        .filter(move |(name, _)| kind != READER && demo::find(kind, name).is_some())
}

/// What a state is called.
pub(super) fn label(name: &str) -> Key {
    let rows = COMMON.iter().chain(FURTHER);
    let mut found = rows.filter(|(known, _)| *known == name);
    found
        .next()
        .map_or(keys::DESIGNER_PREVIEW_LIVE, |(_, label)| *label)
}

/// The state of that name, as it is written here.
pub(super) fn known(name: &str) -> Option<&'static str> {
    let mut rows = COMMON.iter().chain(FURTHER);
    rows.find(|(known, _)| *known == name)
        .map(|(known, _)| *known)
}

/// What the backend of a block in a state answers.
pub(super) fn state(kind: &str, name: &str) -> Option<State> {
    if kind == READER {
        return Some(reader(name));
    }
    let (_, state) = demo::find(kind, demo_of(kind, name))?;
    Some(state)
}

/// The demo that a state of [`COMMON`] begins from.
fn demo_of<'n>(kind: &str, name: &'n str) -> &'n str {
    match (name, kind) {
        ("new-member", "leaderboard") => "unranked",
        ("new-member", "points-history") => "empty",
        ("new-member", "tier-progress") => "no-tier",
        ("new-member", "badge-collection") => "none-yet",
        ("new-member", "balance") => "zero",
        ("top-tier", "leaderboard") => "among-the-first",
        ("top-tier", "tier-progress") => "top",
        (
            "sample" | "new-member" | "top-tier" | "long-list" | "long-words" | "right-to-left",
            _,
        ) => "",
        (name, _) => name,
    }
}

fn reader(name: &str) -> State {
    let fair = demo::common(name).unwrap_or(demo::FAIR);
    let answers: &[demo::Answer] = match name {
        "empty" | "new-member" => const { &[get("/me/balances", "balances_empty")] },
        _ => const { &[get("/me/balances", "balances")] },
    };
    State { answers, ..fair }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blocks::registry;

    #[test]
    fn every_block_has_every_common_state() {
        let kinds = registry::BLOCKS.iter().map(|spec| spec.kind);
        for kind in kinds.chain([READER]) {
            for (name, _) in COMMON {
                assert!(state(kind, name).is_some(), "{kind} {name}");
            }
        }
    }

    #[test]
    fn every_further_state_is_that_of_a_block_and_none_is_listed_twice() {
        for (at, (name, _)) in FURTHER.iter().enumerate() {
            let mut blocks = registry::BLOCKS.iter();
            assert!(
                blocks.any(|spec| demo::find(spec.kind, name).is_some()),
                "{name}"
            );
            assert!(!COMMON.iter().any(|(known, _)| known == name), "{name}");
            assert_eq!(
                FURTHER.iter().position(|(known, _)| known == name),
                Some(at)
            );
        }
    }

    #[test]
    fn no_state_needs_clicks_or_props_to_be_reached() {
        for spec in registry::BLOCKS {
            let rows = COMMON.iter().copied().chain(further(spec.kind));
            for (name, _) in rows.filter(|(name, _)| *name != "top-tier") {
                let state = state(spec.kind, name).unwrap();
                assert!(state.clicks.is_empty() && state.then.is_none(), "{name}");
                assert!(state.attrs.is_empty(), "{} {name}", spec.kind);
            }
        }
    }
}
