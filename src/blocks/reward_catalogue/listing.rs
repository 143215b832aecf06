//! The pages of the catalogue read so far, as one list.

use std::rc::Rc;

use palier_contract::Timestamp;
use palier_contract::problem::ProblemType;
use palier_contract::reward::{Category, Reward, RewardPage};

use super::filters::Filters;
use crate::blocks::Block;
use crate::client::{Resource, resources};
use crate::dom::{memo, watch};
use crate::reactive::*;
use crate::store::{Load, Store};

/// Every page read so far.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Listing {
    pub(super) items: Vec<Rc<Reward>>,
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
    cursors: RwSignal<Vec<String>>,
    resources: Memo<Vec<Resource<RewardPage>>>,
    /// What is known; old cards stay while others are on their way.
    pub(super) shown: RwSignal<Load<Listing>>,
    /// Whether the member has asked for a page that has not come yet.
    pub(super) asked: RwSignal<bool>,
}

impl Pages {
    pub(super) fn new(block: &Block, filters: Filters) -> Self {
        let store = block.store;
        let props = block.props.clone();
        let cursors = RwSignal::new(Vec::<String>::new());
        // Cursors belong to their question: another question begins with its first page.
        let question = memo(move || {
            (
                filters.category.value.get(),
                filters.words.get(),
                filters.sort.get(),
                filters.affordable.get(),
                props.get("page-size"),
            )
        });
        watch(move || {
            question.with(|_| ());
            if cursors.with_untracked(|cursors| !cursors.is_empty()) {
                cursors.set(Vec::new());
            }
        });
        let resources = memo(move || {
            question.with(|(category, words, sort, affordable, limit)| {
                let page = |cursor: &str| {
                    resources::rewards(category, words, sort, *affordable, limit, cursor)
                };
                let first = std::iter::once(page(""));
                cursors.with(|cursors| {
                    first
                        .chain(cursors.iter().map(|cursor| page(cursor)))
                        .collect::<Vec<_>>()
                })
            })
        });
        let loads = memo(move || {
            resources.with(|all| all.iter().map(|one| store.read(one)).collect::<Vec<_>>())
        });
        let shown = RwSignal::new(Load::<Listing>::default());
        let pages = Self {
            store,
            cursors,
            resources,
            shown,
            asked: RwSignal::new(false),
        };
        let forgotten = store.forgotten();
        watch(move || {
            forgotten.track();
            shown.set(Load::default());
        });
        watch(move || {
            let loads: Vec<Load<RewardPage>> = loads.get().iter().map(|load| load.get()).collect();
            pages.take(loads, filters.narrow());
        });
        pages
    }

    fn take(self, loads: Vec<Load<RewardPage>>, narrow: bool) {
        let stale_cursor = |load: &Load<RewardPage>| {
            let error = load.error.as_ref();
            error.is_some_and(|error| error.problem() == Some(&ProblemType::CursorInvalid))
        };
        if loads.iter().any(stale_cursor) {
            self.cursors.set(Vec::new());
            return;
        }
        self.shown.update(|shown| {
            shown.busy = loads.iter().any(|load| load.busy);
            shown.error = loads.iter().find_map(|load| load.error.clone());
            if let Some(listing) = join(loads, narrow) {
                shown.value = Some(Rc::new(listing));
            }
        });
    }

    /// Asks for the next page.
    pub(super) fn more(self) {
        let next = self
            .shown
            .with_untracked(|load| load.value.as_ref()?.next.clone());
        self.asked.set(true);
        self.cursors.update(|cursors| {
            cursors.extend(next.filter(|next| !cursors.contains(next)));
        });
    }

    /// Asks again for what is shown.
    pub(super) fn retry(self) {
        self.resources
            .with_untracked(|all| all.iter().for_each(|one| self.store.retry(one)));
    }
}

/// One list of the pages that have come; `None` before the first.
fn join(loads: Vec<Load<RewardPage>>, narrow: bool) -> Option<Listing> {
    let mut pages = loads.into_iter().map_while(|load| load.value);
    let first = pages.next()?;
    let mut listing = Listing {
        items: first.items.iter().cloned().map(Rc::new).collect(),
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
        let listing = join(vec![one, two], false).unwrap();
        assert_eq!(listing.items.len(), 12);
        assert_eq!(listing.next.as_deref(), Some("YWZ0ZXItMTI"));
        assert_eq!(listing.total, Some(21));
    }

    #[test]
    fn a_reward_on_two_pages_is_shown_once() {
        let [one, _] = pages();
        let listing = join(vec![one.clone(), one], false).unwrap();
        assert_eq!(listing.items.len(), 6);
    }

    #[test]
    fn nothing_is_shown_before_the_first_page() {
        let [_, two] = pages();
        assert_eq!(join(vec![Load::default(), two], false), None);
    }
}
