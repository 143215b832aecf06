//! The entries of the pages read so far, as one list.

use palier_contract::ledger::LedgerEntry;
use palier_contract::{Page, Timestamp};

use super::filter::Filter;
use crate::client::Error;
use crate::store::Load;

/// What is known of the pages asked for.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Listing {
    /// What they answer.
    pub(super) filter: Filter,
    pub(super) entries: Vec<LedgerEntry>,
    /// How many pages are wanted.
    pub(super) wanted: usize,
    /// How many pages there are an answer of.
    pub(super) pages: usize,
    /// Where the next page begins.
    pub(super) next: Option<String>,
    /// How many entries there are in all, where the backend says so.
    pub(super) total: Option<i64>,
    pub(super) as_of: Option<Timestamp>,
    /// Why the last try failed.
    pub(super) error: Option<Error>,
    pub(super) busy: bool,
}

impl Listing {
    pub(super) fn of(filter: &Filter, wanted: usize) -> Self {
        Self {
            filter: filter.clone(),
            wanted,
            ..Self::default()
        }
    }

    /// Appends a page.
    pub(super) fn take(&mut self, load: &Load<Page<LedgerEntry>>) {
        self.busy |= load.busy;
        if self.error.is_none() {
            self.error.clone_from(&load.error);
        }
        let Some(page) = &load.value else {
            return;
        };
        // Entries that came in between two readings push others onto the next page.
        for entry in &page.items {
            if !self.entries.iter().any(|known| known.id == entry.id) {
                self.entries.push(entry.clone());
            }
        }
        self.pages += 1;
        self.next.clone_from(&page.next_cursor);
        self.total = page.total.map(palier_contract::Quantity::get);
        if self.as_of.is_none() {
            self.as_of = Some(page.as_of.clone());
        }
    }

    /// Whether there is an answer for each page that is wanted, or for the last one there is.
    pub(super) fn is_complete(&self) -> bool {
        self.pages > 0 && (self.pages >= self.wanted || self.next.is_none())
    }

    /// Whether waiting longer will not bring more.
    pub(super) fn is_settled(&self) -> bool {
        self.is_complete() || (self.error.is_some() && !self.busy)
    }

    /// Whether there is no answer at all, and why not is known.
    pub(super) fn has_failed(&self) -> bool {
        self.pages == 0 && self.error.is_some()
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;

    fn page(name: &str) -> Load<Page<LedgerEntry>> {
        let text = palier_contract::fixtures::get(name).unwrap();
        Load {
            value: Some(Rc::new(serde_json::from_str(text).unwrap())),
            ..Load::default()
        }
    }

    fn listing(wanted: usize, pages: &[Load<Page<LedgerEntry>>]) -> Listing {
        let mut listing = Listing::of(&Filter::default(), wanted);
        for page in pages {
            listing.take(page);
        }
        listing
    }

    #[test]
    fn pages_follow_each_other_and_the_last_one_ends_the_list() {
        assert!(!listing(2, &[page("ledger")]).is_complete());
        let whole = listing(5, &[page("ledger"), page("ledger_page2")]);
        assert_eq!((whole.entries.len(), whole.pages), (19, 2));
        assert!(whole.is_complete());
    }

    #[test]
    fn an_entry_on_two_pages_is_listed_once() {
        let twice = listing(2, &[page("ledger"), page("ledger")]);
        assert_eq!(twice.entries.len(), 13);
    }

    #[test]
    fn a_page_that_failed_settles_the_list_without_completing_it() {
        let failed = Load {
            error: Some(Error::Timeout),
            ..Load::default()
        };
        let half = listing(2, &[page("ledger"), failed.clone()]);
        assert!(half.is_settled() && !half.is_complete() && !half.has_failed());
        assert!(listing(1, &[failed]).has_failed());
    }

    #[test]
    fn while_a_page_is_on_its_way_nothing_is_settled() {
        let coming = Load {
            busy: true,
            ..Load::default()
        };
        assert!(!listing(2, &[page("ledger"), coming]).is_settled());
    }
}
