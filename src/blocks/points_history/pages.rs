//! Reads the pages: the first one, and one more each time the member asks.

use palier_contract::stream::Topic;
use web_sys::Element;

use super::filter::{Filter, Picks};
use super::listing::Listing;
use crate::blocks::Block;
use crate::blocks::pages::chain;
use crate::i18n::{I18n, keys};
use crate::reactive::*;
use crate::store::Store;

/// The list on screen, and what it is waiting for. Copy it freely.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pages {
    store: Store,
    i18n: I18n,
    filter: Memo<Filter>,
    /// Pages wanted, for one filter; another filter begins with one.
    wanted: RwSignal<(Filter, usize)>,
    /// What is on screen: the last list that was whole.
    pub(super) shown: RwSignal<Listing>,
    /// Entries are on their way that the member asked for.
    pub(super) waiting: RwSignal<bool>,
    /// What assistive technology is told.
    pub(super) said: RwSignal<String>,
    /// The button that asks for more.
    pub(super) button: StoredValue<Option<Element>>,
    /// The last page came while that button, now gone, had the focus.
    pub(super) focus_end: RwSignal<bool>,
}

impl Pages {
    pub(super) fn follow(block: &Block, picks: Picks) -> Self {
        let pages = Self {
            store: block.store,
            i18n: block.i18n(),
            filter: picks.filter,
            wanted: RwSignal::new((Filter::default(), 1)),
            shown: RwSignal::new(Listing::default()),
            waiting: RwSignal::new(true),
            said: RwSignal::new(String::new()),
            button: StoredValue::new(None),
            focus_end: RwSignal::new(false),
        };
        pages.store.on_forgotten(move || {
            pages.waiting.set(true);
            pages.shown.set(Listing::default());
        });
        watch_later(move || pages.read());
        pages
    }

    /// Asks for the next page, or again for the one that failed.
    pub(super) fn more(self) {
        if self.waiting.get_untracked() {
            return;
        }
        if self.shown.with_untracked(|shown| !shown.is_complete()) {
            return self.retry();
        }
        let filter = self.filter.get_untracked();
        let next = self.shown.with_untracked(|shown| shown.pages + 1);
        self.wanted.set((filter, next));
    }

    /// Asks again for every page that is wanted.
    pub(super) fn retry(self) {
        self.store.refresh(&[Topic::Ledger]);
    }

    /// How many pages are wanted.
    fn wanted(self) -> usize {
        self.filter.with(|filter| {
            self.wanted
                .with(|(of, count)| if of == filter { *count } else { 1 })
        })
    }

    fn read(self) {
        let (filter, wanted) = (self.filter.get(), self.wanted());
        let mut next = Listing::of(&filter, wanted);
        for load in &chain(self.store, wanted, |cursor| filter.page(cursor)) {
            next.take(load);
        }
        if next.is_settled() {
            self.show(next);
        } else {
            self.waiting.set(true);
        }
    }

    fn show(self, next: Listing) {
        self.shown.with_untracked(|before| {
            if before.pages > 0 && next.pages > 0 {
                self.tell(&next, before);
            }
        });
        if next.next.is_none() && self.has_focus() {
            self.focus_end.set(true);
        }
        self.waiting.set(false);
        self.shown.set(next);
    }

    /// Says what has come in place of what was there `before`; once that has changed by itself, what
    /// was said of it is right no longer.
    fn tell(self, next: &Listing, before: &Listing) {
        let i18n = self.i18n;
        let count = |count: usize| i64::try_from(count).unwrap_or_default();
        let total = next.entries.len();
        let words = if next.filter != before.filter {
            if total == 0 {
                i18n.t(keys::POINTS_HISTORY_NO_MATCH_TITLE)
            } else {
                let all = next.total.unwrap_or_else(|| count(total));
                i18n.count(keys::POINTS_HISTORY_ENTRIES, all, &[])
            }
        } else if next.pages > before.pages {
            let added = count(total.saturating_sub(before.entries.len()));
            let total = i18n.number(count(total));
            i18n.count(keys::POINTS_HISTORY_ADDED, added, &[("total", &total)])
        } else if total != before.entries.len() {
            String::new()
        } else {
            return;
        };
        self.said.set(words);
    }

    fn has_focus(self) -> bool {
        self.button.with_value(|button| {
            button
                .as_ref()
                .is_some_and(|button| button.matches(":focus").unwrap_or(false))
        })
    }
}
