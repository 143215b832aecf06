//! Chooses what to read, and draws the series.

use std::rc::Rc;

use palier_contract::Timestamp;
use palier_contract::badge::{Collection, Series};
use palier_contract::member::{Me, MemberState};
use palier_contract::portal::Portal;
use palier_contract::wire;

use super::{detail, series};
use crate::blocks::frame::{Frame, Subject, frame, join, left, notice, sign_in, tell_unknown};
use crate::blocks::icon::Icon;
use crate::blocks::{Block, Host};
use crate::client::{Error, resources};
use crate::dom::{Dom, El, later, memo, nothing};
use crate::i18n::keys;
use crate::reactive::*;
use crate::store::{Load, Store};
use crate::style::sheets::BADGE_COLLECTION as S;

/// What every part of the block works with.
#[derive(Clone, Copy)]
pub(super) struct CollectionView {
    pub(super) store: Store,
    pub(super) host: Host,
    /// What is on screen.
    pub(super) shown: Memo<Load<Collection>>,
    /// Whether it is the reader's own.
    pub(super) personal: Memo<bool>,
    /// Whether the page asks for one series.
    pub(super) alone: Memo<bool>,
    /// Level of the headings below the block's own.
    pub(super) level: Memo<u8>,
    /// The badge in the dialog.
    pub(super) chosen: RwSignal<String>,
    pub(super) open: RwSignal<bool>,
    /// Series as claims have answered them, good for the collection of that moment.
    claimed: RwSignal<Vec<(Timestamp, Series)>>,
    /// Whether the backend can be told that the reader has looked.
    markable: Memo<bool>,
    /// The collection whose new badges the backend knows to be seen.
    seen: StoredValue<Option<Timestamp>>,
}

impl CollectionView {
    /// Opens the dialog on a badge.
    pub(super) fn show(self, id: &str) {
        self.chosen.set(id.to_owned());
        self.open.set(true);
        let badge = wire::to_string(&id.to_owned());
        self.host.act("open_badge", &[("badge", badge)]);
    }

    fn as_of(self) -> Option<Timestamp> {
        self.shown
            .try_with_untracked(|load| load.value.as_ref().map(|value| value.as_of.clone()))
            .flatten()
    }

    /// Puts a series in place until the next reading brings it.
    pub(super) fn settle(self, series: Series) {
        if let Some(as_of) = self.as_of() {
            self.claimed.update(|claimed| claimed.push((as_of, series)));
        }
    }

    /// Tells the backend that the member has seen what is new; once per reading.
    pub(super) fn acknowledge(self) {
        let now = self.as_of();
        if !self.markable.get_untracked() || self.seen.get_value() == now {
            return;
        }
        self.seen.set_value(now);
        wasm_bindgen_futures::spawn_local(async move {
            // Lost, it only means that the badges are new once more next time.
            let _told: Result<(), Error> = self
                .store
                .change("POST", "/me/badges/seen", &(), None)
                .await;
        });
    }
}

/// Whether the reader has badges of their own; `None` while nobody knows who it is.
fn has_own(me: &Load<Me>) -> Option<bool> {
    let state = &me.value.as_ref()?.state;
    Some(!matches!(
        state,
        MemberState::Anonymous | MemberState::Candidate
    ))
}

fn can_mark(portal: &Load<Portal>) -> bool {
    let portal = portal.value.as_ref();
    portal.is_some_and(|portal| portal.capabilities.offers("mark_badges_seen"))
}

fn follow(block: &Block) -> (CollectionView, Memo<Option<bool>>) {
    let (store, me) = (block.store, block.store.me());
    let (known, enrolled, portal) = (me.clone(), me.clone(), store.portal());
    let own = memo(move || known.with(has_own));
    let load = memo(move || {
        own.get().map(|own| {
            store.read(&if own {
                resources::badges()
            } else {
                resources::series()
            })
        })
    });
    let claimed = RwSignal::new(Vec::<(Timestamp, Series)>::new());
    let picked = block.props.clone();
    let one = memo(move || picked.get("series"));
    let shown = memo(move || {
        let mut load = load.get().map(|load| load.get()).unwrap_or_else(|| Load {
            error: me.with(|me| me.error.clone()),
            ..Load::default()
        });
        let (claimed, one) = (claimed.get(), one.get());
        if let Some(collection) = &mut load.value
            && !(claimed.is_empty() && one.is_empty())
        {
            let all = collection.series.iter().map(|series| series.id.as_str());
            tell_unknown(super::SPEC.kind, "series", &one, &all.collect::<Vec<_>>());
            let collection = Rc::make_mut(collection);
            put_in_place(collection, &claimed);
            collection
                .series
                .retain(|series| one.is_empty() || series.id.0 == one);
        }
        load
    });
    let view = CollectionView {
        store,
        host: block.host,
        shown,
        personal: memo(move || own.get() == Some(true)),
        alone: memo(move || one.with(|one| !one.is_empty())),
        level: block.sub_level(),
        chosen: RwSignal::new(String::new()),
        open: RwSignal::new(false),
        claimed,
        markable: memo(move || {
            let member = enrolled.with(|me| {
                me.value
                    .as_ref()
                    .is_some_and(|me| me.state == MemberState::Member)
            });
            member && portal.with(can_mark)
        }),
        seen: StoredValue::new(None),
    };
    store.on_forgotten(move || {
        view.open.set(false);
        claimed.set(Vec::new());
    });
    (view, own)
}

/// Puts what claims have answered in the place of what was read before them.
fn put_in_place(collection: &mut Collection, claimed: &[(Timestamp, Series)]) {
    for (as_of, fresh) in claimed {
        if *as_of == collection.as_of
            && let Some(old) = collection.series.iter_mut().find(|old| old.id == fresh.id)
        {
            *old = fresh.clone();
        }
    }
}

pub(super) fn draw(block: &Block) -> El {
    let i18n = block.i18n();
    let store = block.store;
    let (view, own) = follow(block);
    let shown = view.shown;
    let title = move || {
        let named = shown.with(|load| {
            let series = load.value.as_ref()?.series.first()?;
            view.alone.get().then(|| series.title.clone())
        });
        named.unwrap_or_else(|| i18n.t(keys::BADGE_COLLECTION_TITLE))
    };
    let retry = move || match own.get_untracked() {
        Some(true) => store.retry(&resources::badges()),
        Some(false) => store.retry(&resources::series()),
        None => store.retry(&resources::me()),
    };
    let said = RwSignal::new(String::new());
    let ready = {
        let block = block.clone();
        move || content(&block, view, said)
    };
    frame(
        block,
        Frame {
            spec: &super::SPEC,
            title: Signal::derive(title),
            subject: Signal::derive(move || {
                shown.with(|load| Subject::of(load, |collection| collection.series.is_empty()))
            }),
            as_of: Signal::derive(move || {
                shown.with(|load| load.value.as_ref().map(|value| value.as_of.clone()))
            }),
            retry: Rc::new(retry),
            controls: nothing(),
            skeleton,
            ready: Box::new(ready),
            empty: (
                Icon::MEDAL,
                keys::BADGE_COLLECTION_EMPTY_TITLE,
                keys::BADGE_COLLECTION_EMPTY_TEXT,
            ),
            said,
        },
    )
}

fn content(block: &Block, view: CollectionView, said: RwSignal<String>) -> Dom {
    let ids = memo(move || {
        view.shown.with(|load| {
            let series = load.value.as_ref().map(|value| value.series.as_slice());
            series
                .unwrap_or_default()
                .iter()
                .map(|series| series.id.0.clone())
                .collect::<Vec<_>>()
        })
    });
    let all = move || {
        ids.with(|ids| {
            let each = ids.iter().cloned();
            each.map(|id| later(move || series::series(view, &id)))
                .collect::<Vec<_>>()
        })
    };
    let block = block.clone();
    let me = block.store.me();
    let reader = memo(move || me.with(|me| Some(me.value.as_ref()?.state.clone())));
    let invitation = move || {
        let (words, action) = match reader.get()? {
            MemberState::Anonymous => (keys::BADGE_COLLECTION_GUEST, Some(sign_in(&block))),
            MemberState::Candidate => (keys::BADGE_COLLECTION_CANDIDATE, join(&block, said)),
            _ => return None,
        };
        let words = left(block.store).unwrap_or_else(|| block.i18n().t(words));
        Some(notice("calm", Icon::USER, &words, action))
    };
    S.el("div", "shelf")
        .slot(invitation)
        .slot(all)
        .child(detail::detail(view))
        .into()
}

/// Series in outline: name, bar, badges, reward.
fn skeleton() -> Dom {
    let bone = |class| S.el("span", class);
    let tile = |_| {
        S.el("span", "ghost")
            .child(bone("pl-bone ghost-picture"))
            .child(bone("pl-bone ghost-words"))
            .child(bone("pl-bone ghost-words"))
    };
    let series = |_| {
        S.el("div", "series")
            .child(bone("pl-bone ghost-title"))
            .child(bone("pl-bone ghost-bar"))
            .child(
                S.el("div", "grid")
                    .child((0..6).map(tile).collect::<Vec<_>>()),
            )
            .child(bone("pl-bone ghost-reward"))
    };
    S.el("div", "shelf")
        .attr("aria-hidden", "true")
        .child((0..3).map(series).collect::<Vec<_>>())
        .into()
}

#[cfg(test)]
mod tests {
    use palier_contract::badge::CompletionState;

    use super::*;

    fn collection() -> Collection {
        let json = include_str!("../../../crates/contract/fixtures/collection.json");
        serde_json::from_str(json).unwrap()
    }

    fn claimed() -> Series {
        let json = include_str!("../../../crates/contract/fixtures/series_claimed.json");
        serde_json::from_str(json).unwrap()
    }

    fn state(collection: &Collection) -> CompletionState {
        let maker = collection
            .series
            .iter()
            .find(|series| series.id.0 == "maker")
            .unwrap();
        maker.completion.last().unwrap().state.clone()
    }

    fn me(state: &str) -> Load<Me> {
        Load {
            value: serde_json::from_str(&format!(r#"{{"state":"{state}"}}"#))
                .ok()
                .map(Rc::new),
            ..Load::default()
        }
    }

    #[test]
    fn a_claim_shows_until_the_next_reading() {
        let mut now = collection();
        let answers = [(now.as_of.clone(), claimed())];
        put_in_place(&mut now, &answers);
        assert_eq!(state(&now), CompletionState::Claimed);
        let mut later = collection();
        later.as_of = Timestamp("2026-11-22T17:00:00Z".to_owned());
        put_in_place(&mut later, &answers);
        assert_eq!(state(&later), CompletionState::Claimable);
    }

    #[test]
    fn only_enrolled_readers_have_badges_of_their_own() {
        assert_eq!(has_own(&Load::default()), None);
        assert_eq!(has_own(&me("anonymous")), Some(false));
        assert_eq!(has_own(&me("candidate")), Some(false));
        assert_eq!(has_own(&me("member")), Some(true));
        assert_eq!(has_own(&me("suspended")), Some(true));
    }
}
