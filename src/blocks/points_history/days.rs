//! Entries by calendar day.

use palier_contract::Timestamp;
use palier_contract::ledger::LedgerEntry;

/// The entries of one calendar day, in the order they came.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Day {
    /// `2026-11-22`.
    pub(super) date: String,
    pub(super) entries: Vec<LedgerEntry>,
}

/// Groups by day, the days in the order they first came in: pages read at different times need not
/// follow each other without a gap. `day_of` names the calendar day of an instant.
pub(super) fn by_day(entries: &[LedgerEntry], day_of: impl Fn(&Timestamp) -> String) -> Vec<Day> {
    let mut days: Vec<Day> = Vec::new();
    for entry in entries {
        let date = day_of(&entry.occurred_at);
        match days.iter_mut().rfind(|day| day.date == date) {
            Some(day) => day.entries.push(entry.clone()),
            None => days.push(Day {
                date,
                entries: vec![entry.clone()],
            }),
        }
    }
    days
}

#[cfg(test)]
mod tests {
    use palier_contract::Page;

    use super::*;

    fn entries() -> Vec<LedgerEntry> {
        let text = palier_contract::fixtures::get("ledger").unwrap();
        let page: Page<LedgerEntry> = serde_json::from_str(text).unwrap();
        page.items
    }

    fn days(entries: &[LedgerEntry]) -> Vec<Day> {
        by_day(entries, |at| at.0.chars().take(10).collect())
    }

    #[test]
    fn entries_of_one_day_stand_together() {
        let counts: Vec<_> = days(&entries())
            .iter()
            .take(3)
            .map(|day| (day.date.clone(), day.entries.len()))
            .collect();
        let expected = [("2026-11-22", 2), ("2026-11-21", 3), ("2026-11-20", 1)];
        assert_eq!(
            counts,
            expected.map(|(date, count)| (date.to_owned(), count))
        );
    }
    #[test]
    fn a_day_that_comes_up_again_further_down_is_no_second_day() {
        let mut mixed = entries();
        let first = mixed.remove(0);
        mixed.push(first);
        let (sorted, mixed) = (days(&entries()), days(&mixed));
        assert_eq!(mixed.len(), sorted.len());
        assert_eq!(mixed[0].date, sorted[0].date);
        assert_eq!(mixed[0].entries.len(), 2);
    }
}
