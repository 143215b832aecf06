//! Which part of the history is asked for: the member's picks over the page's attributes.

use palier_contract::Page;
use palier_contract::ledger::LedgerEntry;

use crate::blocks::{Block, Pick};
use crate::client::{Resource, resources};
use crate::dom::memo;
use crate::reactive::*;

/// A question to the ledger. Empty texts leave their side open.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Filter {
    pub(super) currency: String,
    pub(super) kind: String,
    /// First instant within, RFC 3339.
    pub(super) from: String,
    pub(super) limit: String,
}

impl Filter {
    /// The page that `cursor` names; the first one when it is empty.
    pub(super) fn page(&self, cursor: &str) -> Resource<Page<LedgerEntry>> {
        resources::ledger(&self.currency, &self.kind, &self.from, &self.limit, cursor)
    }

    /// Whether some entries are left out.
    pub(super) fn narrows(&self) -> bool {
        [&self.currency, &self.kind, &self.from]
            .iter()
            .any(|side| !side.is_empty())
    }
}

/// What the member picked. Copy it freely.
#[derive(Debug, Clone, Copy)]
pub(super) struct Picks {
    currency: Pick,
    kind: RwSignal<String>,
    period: RwSignal<String>,
    /// What is asked for now.
    pub(super) filter: Memo<Filter>,
}

impl Picks {
    pub(super) fn from(block: &Block) -> Self {
        let currency = block.props.pick("currency");
        let (kind, period) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
        let filter = filter(block.rows("page-size"), currency, kind, period);
        Self {
            currency,
            kind,
            period,
            filter,
        }
    }

    pub(super) fn pick_currency(self, id: String) {
        self.currency.choose(id);
    }

    pub(super) fn pick_kind(self, kind: String) {
        self.kind.set(kind);
    }

    pub(super) fn pick_period(self, period: String) {
        self.period.set(period);
    }

    /// Shows everything, the page's own pre-filter included.
    pub(super) fn clear(self) {
        self.currency.choose(String::new());
        self.kind.set(String::new());
        self.period.set(String::new());
    }

    pub(super) fn kind(self) -> Signal<String> {
        self.kind.into()
    }

    pub(super) fn period(self) -> Signal<String> {
        self.period.into()
    }

    pub(super) fn currency(self) -> Signal<String> {
        let filter = self.filter;
        Signal::derive(move || filter.with(|filter| filter.currency.clone()))
    }
}

fn filter(
    limit: Memo<String>,
    currency: Pick,
    kind: RwSignal<String>,
    period: RwSignal<String>,
) -> Memo<Filter> {
    memo(move || Filter {
        currency: currency.value.get(),
        kind: kind.get(),
        from: period.with(|period| first_instant(period)),
        limit: limit.get(),
    })
}

/// The reader's midnight that a period such as `30d` or `12m` begins with; empty for all time.
/// Midnight, so that equal questions have equal addresses all day.
fn first_instant(period: &str) -> String {
    let Some((count, unit)) = split(period) else {
        return String::new();
    };
    let (days, months) = if unit == 'm' { (0, count) } else { (count, 0) };
    let now = js_sys::Date::new(&crate::i18n::clock::now().into());
    let month = i32::try_from(now.get_month()).unwrap_or_default();
    let day = i32::try_from(now.get_date()).unwrap_or_default();
    let start = js_sys::Date::new_with_year_month_day(
        now.get_full_year(),
        month.saturating_sub(months),
        day.saturating_sub(days),
    );
    start.to_iso_string().into()
}

/// The number and the unit of a period.
pub(super) fn split(period: &str) -> Option<(i32, char)> {
    let unit = period.chars().last()?;
    let count = period.strip_suffix(unit)?.parse().ok()?;
    Some((count, unit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_is_a_number_and_a_unit() {
        assert_eq!(split("30d"), Some((30, 'd')));
        assert_eq!(split("12m"), Some((12, 'm')));
        assert_eq!(split(""), None);
        assert_eq!(split("d"), None);
    }

    #[test]
    fn the_page_size_alone_leaves_nothing_out() {
        let mut filter = Filter {
            limit: "10".to_owned(),
            ..Filter::default()
        };
        assert!(!filter.narrows());
        filter.kind = "earn".to_owned();
        assert!(filter.narrows());
    }
}
