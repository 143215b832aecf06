//! Reads a standing: which step is where, and in which mood the present tier is kept. Decides
//! nothing that the backend has not said.

use palier_contract::ids::TierId;
use palier_contract::tier::{KeepRule, Standing, StandingState, Tier};

/// A tier, as seen from the member's place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// Below the present one.
    Reached,
    /// The present one.
    Current,
    /// The one to come.
    Next,
    /// Above the next.
    Ahead,
    /// Nobody's place is known.
    Open,
}

impl Step {
    /// The word for `data-step`.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Reached => "reached",
            Self::Current => "current",
            Self::Next => "next",
            Self::Ahead => "ahead",
            Self::Open => "open",
        }
    }
}

/// Every tier's step, lowest first.
pub(super) fn steps(tiers: &[Tier], standing: Option<&Standing>) -> Vec<Step> {
    let place = |id: &Option<TierId>| tiers.iter().position(|tier| Some(&tier.id) == id.as_ref());
    let held = standing.and_then(|standing| place(&standing.current));
    let next = standing.and_then(|standing| place(&standing.next));
    let step = |at: usize| match standing {
        None => Step::Open,
        Some(_) if held == Some(at) => Step::Current,
        Some(_) if next == Some(at) => Step::Next,
        Some(_) if held.is_some_and(|held| at < held) => Step::Reached,
        Some(_) => Step::Ahead,
    };
    (0..tiers.len()).map(step).collect()
}

/// The tier with that id.
pub(super) fn find<'a>(tiers: &'a [Tier], id: Option<&TierId>) -> Option<&'a Tier> {
    let id = id?;
    tiers.iter().find(|tier| tier.id == *id)
}

/// How safe the present tier is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mood {
    /// What it takes is there already.
    Safe,
    /// Something is missing, and there is time.
    Open,
    /// The backend sees it in danger.
    Risk,
    /// Below the rule, kept for now.
    Grace,
}

/// The mood of a standing, and the rule it comes from. `None` where nothing has to be kept.
pub(super) fn mood(standing: &Standing) -> Option<(Mood, Option<&KeepRule>)> {
    let keep = standing.keep.as_ref();
    match keep {
        _ if standing.current.is_none() => None,
        _ if standing.state == StandingState::Grace => Some((Mood::Grace, keep)),
        Some(rule) if rule.met => Some((Mood::Safe, keep)),
        Some(rule) if rule.at_risk => Some((Mood::Risk, keep)),
        Some(_) => Some((Mood::Open, keep)),
        None => None,
    }
}

#[cfg(test)]
mod tests {
    use palier_contract::tier::{Standing, TierLadder};

    use super::{Mood, Step, mood, steps};

    fn ladder() -> TierLadder {
        serde_json::from_str(include_str!("../../../crates/contract/fixtures/tiers.json")).unwrap()
    }

    fn standing(json: &str) -> Standing {
        serde_json::from_str(json).unwrap()
    }

    const IN_PROGRESS: &str = include_str!("../../../crates/contract/fixtures/standing.json");
    const TOP: &str = include_str!("../../../crates/contract/fixtures/standing_top.json");
    const NONE: &str = include_str!("../../../crates/contract/fixtures/standing_none.json");
    const RISK: &str = include_str!("../../../crates/contract/fixtures/standing_at_risk.json");
    const GRACE: &str = include_str!("../../../crates/contract/fixtures/standing_grace.json");

    #[test]
    fn steps_are_told_from_the_members_place() {
        let tiers = ladder().tiers;
        let of = |json: &str| steps(&tiers, Some(&standing(json)));
        assert_eq!(
            of(IN_PROGRESS),
            [Step::Reached, Step::Current, Step::Next, Step::Ahead]
        );
        assert_eq!(
            of(TOP),
            [Step::Reached, Step::Reached, Step::Reached, Step::Current]
        );
        assert_eq!(
            of(NONE),
            [Step::Next, Step::Ahead, Step::Ahead, Step::Ahead]
        );
        assert_eq!(steps(&tiers, None), [Step::Open; 4]);
    }

    #[test]
    fn a_tier_that_the_ladder_does_not_list_leaves_every_step_ahead() {
        let tiers = ladder().tiers;
        let stranger = standing(r#"{"as_of":"","state":"in_progress","current":"comet"}"#);
        assert_eq!(steps(&tiers, Some(&stranger)), [Step::Ahead; 4]);
    }

    #[test]
    fn the_backend_says_how_safe_a_tier_is() {
        let of = |json: &str| mood(&standing(json)).map(|(mood, _)| mood);
        assert_eq!(of(IN_PROGRESS), Some(Mood::Safe));
        assert_eq!(of(RISK), Some(Mood::Risk));
        assert_eq!(of(GRACE), Some(Mood::Grace));
        assert_eq!(of(NONE), None);
    }
}
