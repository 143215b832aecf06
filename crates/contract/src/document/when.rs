//! Who sees a block, and when.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::instant;
use crate::{Timestamp, ids::TierId, member::MemberState};

/// Who sees a block, and when. Every condition must hold.
///
/// This decides what is drawn, not what is secret: everybody can read a published document.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct When {
    /// The reader's relation to the programme is one of these; empty for everybody.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub audience: Vec<MemberState>,
    /// The reader's tier is one of these; empty for every tier and for none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tiers: Vec<TierId>,
    /// Not before this instant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Timestamp>,
    /// Only before this instant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Timestamp>,
    /// Keys that this version does not know, kept unchanged.
    #[serde(flatten)]
    #[cfg_attr(feature = "schema", schema(value_type = Object))]
    pub rest: Map<String, Value>,
}

impl When {
    /// Whether it asks for nothing, so that leaving it out says the same.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether it asks who the reader is.
    #[must_use]
    pub fn asks_for_the_reader(&self) -> bool {
        !self.audience.is_empty() || !self.tiers.is_empty()
    }

    /// Whether a reader in that state and tier is among those it names.
    #[must_use]
    pub fn admits(&self, state: &MemberState, tier: Option<&TierId>) -> bool {
        let audience = self.audience.is_empty() || self.audience.contains(state);
        let tiers = self.tiers.is_empty() || tier.is_some_and(|tier| self.tiers.contains(tier));
        audience && tiers
    }

    /// Whether that instant, in milliseconds since 1970, is within its times. A time that cannot
    /// be read never holds: what was meant for some days is better missed than shown for good.
    #[must_use]
    pub fn is_on(&self, now_ms: i64) -> bool {
        let reached = |bound: &Option<Timestamp>| {
            let bound = bound.as_ref();
            bound.map(|at| milliseconds(at).map(|at| at <= now_ms))
        };
        let (begun, over) = (reached(&self.from), reached(&self.until));
        matches!(begun, None | Some(Some(true))) && matches!(over, None | Some(Some(false)))
    }

    /// The next instant after `now_ms` at which [`When::is_on`] may change.
    #[must_use]
    pub fn turns_after(&self, now_ms: i64) -> Option<i64> {
        let bounds = [self.from.as_ref(), self.until.as_ref()];
        let bounds = bounds.into_iter().flatten().filter_map(milliseconds);
        bounds.filter(|at| *at > now_ms).min()
    }
}

/// Rounded up, so that an instant within a millisecond is not reached before its time.
fn milliseconds(at: &Timestamp) -> Option<i64> {
    let (seconds, nanos) = instant::read(&at.0)?;
    Some(seconds * 1_000 + i64::from(nanos.div_ceil(1_000_000)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn when(json: &str) -> When {
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn all_that_is_said_of_the_reader_must_hold() {
        let (gold, new) = (TierId::from("gold"), TierId::from("new"));
        for (condition, state, tier, expected) in [
            ("{}", MemberState::Anonymous, None, true),
            (
                r#"{"audience":["member"]}"#,
                MemberState::Member,
                None,
                true,
            ),
            (
                r#"{"audience":["member"]}"#,
                MemberState::Suspended,
                None,
                false,
            ),
            (
                r#"{"audience":["anonymous","candidate"]}"#,
                MemberState::Candidate,
                None,
                true,
            ),
            (
                r#"{"audience":["anonymous","candidate"]}"#,
                MemberState::Member,
                None,
                false,
            ),
            (
                r#"{"audience":["visitor"]}"#,
                MemberState::Anonymous,
                None,
                false,
            ),
            (
                r#"{"tiers":["gold"]}"#,
                MemberState::Member,
                Some(&gold),
                true,
            ),
            (
                r#"{"tiers":["gold"]}"#,
                MemberState::Member,
                Some(&new),
                false,
            ),
            (r#"{"tiers":["gold"]}"#, MemberState::Member, None, false),
            (
                r#"{"tiers":["gold"],"audience":["member"]}"#,
                MemberState::Suspended,
                Some(&gold),
                false,
            ),
            (
                r#"{"tiers":["gold","new"],"audience":["member"]}"#,
                MemberState::Member,
                Some(&new),
                true,
            ),
        ] {
            assert_eq!(
                when(condition).admits(&state, tier),
                expected,
                "{condition} for {state:?}"
            );
        }
    }

    #[test]
    fn times_begin_at_their_instant_and_end_before_it() {
        let both = r#"{"from":"1970-01-01T00:00:10Z","until":"1970-01-01T00:00:20Z"}"#;
        for (condition, now_ms, on, turns) in [
            ("{}", 0, true, None),
            (both, 9_999, false, Some(10_000)),
            (both, 10_000, true, Some(20_000)),
            (both, 19_999, true, Some(20_000)),
            (both, 20_000, false, None),
            (
                r#"{"from":"1970-01-01T01:00:10+01:00"}"#,
                10_000,
                true,
                None,
            ),
            (r#"{"until":"1970-01-01T00:00:00.0001Z"}"#, 0, true, Some(1)),
            (r#"{"from":"soon"}"#, 10_000, false, None),
            (r#"{"until":"later"}"#, 10_000, false, None),
        ] {
            let when = when(condition);
            assert_eq!(when.is_on(now_ms), on, "{condition} at {now_ms}");
            assert_eq!(when.turns_after(now_ms), turns, "{condition} at {now_ms}");
        }
    }
}
