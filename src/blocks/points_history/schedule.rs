//! What is scheduled: releases and lapses of every currency, soonest first.

use palier_contract::Timestamp;
use palier_contract::balance::Balances;
use palier_contract::ids::CurrencyId;

/// One scheduled change of a balance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Change {
    pub(super) currency: CurrencyId,
    pub(super) amount: i64,
    pub(super) at: Timestamp,
    /// A pending amount is released; otherwise a batch lapses.
    pub(super) is_release: bool,
    /// What it is for, in the reader's language.
    pub(super) reason: Option<String>,
}

/// Every scheduled change. `instant` reads a time as a number that grows with it.
pub(super) fn schedule(
    balances: &Balances,
    instant: impl Fn(&Timestamp) -> Option<f64>,
) -> Vec<Change> {
    let mut changes = Vec::new();
    for balance in &balances.balances {
        changes.extend(balance.pending_batches.iter().map(|batch| Change {
            currency: balance.currency.clone(),
            amount: batch.amount.get(),
            at: batch.available_at.clone(),
            is_release: true,
            reason: batch.reason.clone(),
        }));
        changes.extend(balance.expiring.iter().map(|batch| Change {
            currency: balance.currency.clone(),
            amount: batch.amount.get(),
            at: batch.at.clone(),
            is_release: false,
            reason: None,
        }));
    }
    changes.sort_by(|a, b| {
        let [a, b] = [a, b].map(|change| instant(&change.at).unwrap_or(f64::INFINITY));
        a.total_cmp(&b)
    });
    changes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(at: &Timestamp) -> Option<f64> {
        let digits: String = at.0.chars().filter(char::is_ascii_digit).take(8).collect();
        digits.parse().ok()
    }

    #[test]
    fn releases_and_lapses_are_merged_soonest_first() {
        let text = palier_contract::fixtures::get("balances").unwrap();
        let changes = schedule(&serde_json::from_str(text).unwrap(), day);
        let told: Vec<_> = changes
            .iter()
            .map(|change| (change.amount, change.is_release))
            .collect();
        assert_eq!(
            told,
            [
                (180, false),
                (140, true),
                (320, false),
                (260, false),
                (400, false),
                (520, false),
                (920, false)
            ]
        );
    }
}
