//! The pages of the catalogue read so far, as one list.

use std::rc::Rc;

use palier_contract::Timestamp;
use palier_contract::problem::ProblemType;
use palier_contract::reward::{Category, Reward, RewardPage};
use palier_contract::stream::Topic;

use super::filters::Filters;
use crate::blocks::Block;
use crate::blocks::pages::{chain, is_settled};
use crate::client::resources;
use crate::dom::{memo, watch};
use crate::reactive::*;
use crate::store::{Load, Store};

/// Every page read so far.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Listing {
    pub(super) items: Vec<Rc<Reward>>,
    /// How many pages they are.
    pages: usize,
    pub(super) next: Option<String>,
    pub(super) total: Option<i64>,
    pub(super) as_of: Timestamp,
    pub(super) categories: Vec<Category>,
    /// Whether it answers filters that leave something out.
    pub(super) narrow: bool,
}

/// Reads the catalogue page by page. Copy it freely.
#[derive(Clone, Copy)]
pub(super) struct Pages {
    store: Store,
    /// How many pages are wanted.
    wanted: RwSignal<usize>,
    /// What is known; old cards stay while others are on their way.
    pub(super) shown: RwSignal<Load<Listing>>,
    /// Whether the member has asked for a page that has not come yet.
    pub(super) asked: RwSignal<bool>,
}

impl Pages {
    pub(super) fn new(block: &Block, filters: Filters) -> Self {
        let store = block.store;
        let limit = block.rows("page-size");
        let wanted = RwSignal::new(1);
        // Another question begins with its first page.
        let question = memo(move || {
            (
                filters.category.value.get(),
                filters.words.get(),
                filters.sort.get(),
                filters.affordable.get(),
                limit.get(),
            )
        });
        watch(move || {
            question.with(|_| ());
            if wanted.get_untracked() > 1 {
                wanted.set(1);
            }
        });
        let shown = RwSignal::new(Load::<Listing>::default());
        let pages = Self {
            store,
            wanted,
            shown,
            asked: RwSignal::new(false),
        };
        store.on_forgotten(move || shown.set(Load::default()));
        watch(move || {
            let loads = question.with(|(category, words, sort, affordable, limit)| {
                chain(store, wanted.get(), |cursor| {
                    resources::rewards(category, words, sort, *affordable, limit, cursor)
                })
            });
            pages.take(&loads, filters.narrow());
        });
        pages
    }

    fn take(self, loads: &[Load<RewardPage>], narrow: bool) {
        let stale_cursor = |load: &Load<RewardPage>| {
            let error = load.error.as_ref();
            error.is_some_and(|error| error.problem() == Some(&ProblemType::CursorInvalid))
        };
        // The first page has none.
        if loads.iter().skip(1).any(stale_cursor) {
            self.wanted.set(1);
            return;
        }
        self.shown.update(|shown| {
            shown.busy = loads.iter().any(|load| load.busy);
            shown.error = loads.iter().find_map(|load| load.error.clone());
            if is_settled(loads)
                && let Some(listing) = join(loads, narrow)
            {
                shown.value = Some(Rc::new(listing));
            }
        });
    }

    /// Asks for the next page, or again for the one that failed.
    pub(super) fn more(self) {
        let (pages, failed) = self.shown.with_untracked(|load| {
            let pages = load.value.as_ref().map_or(0, |listing| listing.pages);
            (pages, load.error.is_some())
        });
        self.asked.set(true);
        self.wanted.set(pages.saturating_add(1));
        if failed {
            self.retry();
        }
    }

    /// Asks again for what is shown.
    pub(super) fn retry(self) {
        self.store.refresh(&[Topic::Rewards]);
    }
}

/// One list of the pages that have come; `None` before the first.
fn join(loads: &[Load<RewardPage>], narrow: bool) -> Option<Listing> {
    let mut pages = loads.iter().map_while(|load| load.value.as_deref());
    let first = pages.next()?;
    let mut listing = Listing {
        items: first.items.iter().cloned().map(Rc::new).collect(),
        pages: 1,
        next: first.next_cursor.clone(),
        total: first.total.map(|total| total.get()),
        as_of: first.as_of.clone(),
        categories: first.categories.clone(),
        narrow,
    };
    for page in pages {
        // A reward that moved between pages meanwhile is shown once.
        for reward in &page.items {
            if !listing.items.iter().any(|known| known.id == reward.id) {
                listing.items.push(Rc::new(reward.clone()));
            }
        }
        listing.pages = listing.pages.saturating_add(1);
        listing.next.clone_from(&page.next_cursor);
    }
    Some(listing)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(json: &str) -> Load<RewardPage> {
        Load {
            value: Some(Rc::new(serde_json::from_str(json).unwrap())),
            error: None,
            busy: false,
        }
    }

    fn pages() -> [Load<RewardPage>; 2] {
        [
            page(include_str!(
                "../../../crates/contract/fixtures/rewards_page1.json"
            )),
            page(include_str!(
                "../../../crates/contract/fixtures/rewards_page2.json"
            )),
        ]
    }

    #[test]
    fn pages_follow_each_other_and_the_last_says_where_to_go_on() {
        let [one, two] = pages();
        let listing = join(&[one, two], false).unwrap();
        assert_eq!((listing.items.len(), listing.pages), (12, 2));
        assert_eq!(listing.next.as_deref(), Some("YWZ0ZXItMTI"));
        assert_eq!(listing.total, Some(21));
    }

    #[test]
    fn a_reward_on_two_pages_is_shown_once() {
        let [one, _] = pages();
        let listing = join(&[one.clone(), one], false).unwrap();
        assert_eq!(listing.items.len(), 6);
    }

    #[test]
    fn nothing_is_shown_before_the_first_page() {
        let [_, two] = pages();
        assert_eq!(join(&[Load::default(), two], false), None);
    }
}
