//! Codes that a redemption hands out.

use super::id;
use crate::{
    auth::SecretError,
    db::orders::NewCode,
    programme::{Fulfilment, Reward},
};

const DAY_MS: i64 = 24 * 60 * 60 * 1000;

/// A new code for a reward that is handed over as one: `XXXX-XXXX-XXXX`, 60 random bits.
///
/// # Errors
/// As [`id::characters`].
pub(crate) fn issue(reward: &Reward, now: i64) -> Result<Option<NewCode>, SecretError> {
    if !matches!(reward.fulfilment, Fulfilment::Code | Fulfilment::Download) {
        return Ok(None);
    }
    let letters = id::characters(12)?;
    let groups = [letters.get(..4), letters.get(4..8), letters.get(8..)];
    let valid = reward
        .code_valid_days
        .map(|days| now.saturating_add(i64::from(days) * DAY_MS));
    Ok(Some(NewCode {
        value: groups.into_iter().flatten().collect::<Vec<_>>().join("-"),
        format: "text",
        valid_from: now,
        expires_at: valid,
        use_limit: 1,
    }))
}

/// What anybody looking over a shoulder may see: the last four characters.
pub(super) fn mask(code: &str) -> String {
    let tail: Vec<char> = code.chars().rev().take(4).collect();
    format!("••••-{}", tail.into_iter().rev().collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::mask;

    #[test]
    fn a_masked_code_shows_four_characters() {
        assert_eq!(mask("ABCD-EFGH-7Q2M"), "••••-7Q2M");
        assert_eq!(mask("é"), "••••-é");
    }
}
