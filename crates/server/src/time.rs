//! Milliseconds since the epoch ⇄ the contract's RFC 3339 text.

use std::time::{SystemTime, UNIX_EPOCH};

use palier_contract::Timestamp;

use crate::engine::calendar::NEVER;

/// Milliseconds since the epoch; 0 on a clock set before it.
pub fn now() -> i64 {
    SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(0, |passed| {
            i64::try_from(passed.as_millis()).unwrap_or(i64::MAX)
        })
}

/// The instant as RFC 3339 in UTC, with milliseconds when there are any.
pub fn timestamp(at: i64) -> Timestamp {
    let text = jiff::Timestamp::from_millisecond(at)
        .unwrap_or_default()
        .to_string();
    Timestamp(text)
}

/// The instant, unless it never comes.
pub fn if_ever(at: i64) -> Option<Timestamp> {
    (at < NEVER).then(|| timestamp(at))
}
