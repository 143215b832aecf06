//! What is chosen for the canvas: which states, whose eyes, which words, which time. None of it
//! is part of the document or of its history.
//!
//! Each choice of a state and of a language has a store of its own, so that nothing leaks from
//! one into the other; blocks in the same state share theirs.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use js_sys::Array;
use palier_contract::ids::NodeId;

use super::persona::Persona;
use super::scenario::{self, LIVE};
use crate::client::Client;
use crate::designer::port;
use crate::i18n::{I18n, clock, pseudo};
use crate::reactive::{Owner, RwSignal, StoredValue};
use crate::store::Store;

/// English or French words with accents and a third more of them.
pub(super) const LONG: &str = "xa";
/// The same words with Arabic formats, from right to left.
pub(super) const RIGHT_TO_LEFT: &str = "ar";

/// What makes the drawing of a block out of date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::designer) struct Shown {
    turn: u32,
    scenario: &'static str,
}

impl Shown {
    /// The state that a block of that type is shown in.
    pub(in crate::designer) fn of(self, kind: &str) -> &'static str {
        match scenario::has_states(kind) {
            true => self.scenario,
            false => LIVE,
        }
    }
}

struct Inner {
    /// Stores outlive whoever asked for them first.
    owner: Owner,
    /// The designer's own language, and its words.
    language: String,
    words: Array,
    languages: RefCell<BTreeMap<String, I18n>>,
    stores: RefCell<BTreeMap<String, Store>>,
}

/// What is chosen. Copy it freely.
#[derive(Clone, Copy)]
pub(in crate::designer) struct Stage {
    inner: StoredValue<Rc<Inner>>,
    /// The state that everything is shown in.
    everywhere: RwSignal<&'static str>,
    /// The states of single blocks.
    own: RwSignal<BTreeMap<NodeId, &'static str>>,
    /// A demo member, or [`DESCRIBED`](super::persona::DESCRIBED); empty for nobody.
    pub(super) member: RwSignal<String>,
    /// Whoever is described, also while somebody else looks.
    pub(super) persona: RwSignal<Persona>,
    /// The language, or one that checks.
    pub(super) language: RwSignal<String>,
    /// The time, in milliseconds since 1970; `None` for now.
    pub(super) instant: RwSignal<Option<f64>>,
    turn: RwSignal<u32>,
    /// Where the menu of states is open: a point of the window.
    pub(in crate::designer) states: RwSignal<Option<(f64, f64)>>,
}

impl Stage {
    /// Everything live, in `language`, whose messages are `words`; `live` reads the backend in it.
    pub(in crate::designer) fn new(
        owner: Owner,
        language: &str,
        words: Array,
        live: Store,
    ) -> Self {
        let languages = BTreeMap::from([(language.to_owned(), live.i18n())]);
        let stores = BTreeMap::from([(key("", LIVE, language), live)]);
        let inner = Inner {
            owner,
            language: language.to_owned(),
            words,
            languages: RefCell::new(languages),
            stores: RefCell::new(stores),
        };
        Self {
            inner: StoredValue::new(Rc::new(inner)),
            everywhere: RwSignal::new(LIVE),
            own: RwSignal::default(),
            member: RwSignal::default(),
            persona: RwSignal::default(),
            language: RwSignal::new(language.to_owned()),
            instant: RwSignal::new(None),
            turn: RwSignal::new(0),
            states: RwSignal::new(None),
        }
    }

    /// The state that everything is shown in. Tracked.
    pub(super) fn everywhere(self) -> &'static str {
        self.everywhere.get()
    }

    /// The state of a block of that type. Tracked.
    pub(in crate::designer) fn of(self, id: &NodeId, kind: &str) -> &'static str {
        let everywhere = self.everywhere.get();
        if !scenario::has_states(kind) {
            return LIVE;
        }
        self.own
            .with(|own| own.get(id).copied())
            .unwrap_or(everywhere)
    }

    /// What the drawing of a block depends on. Not tracked.
    pub(in crate::designer) fn shown(self, id: &NodeId, kind: &str) -> Shown {
        let own = scenario::has_states(kind)
            .then(|| self.own.with_untracked(|own| own.get(id).copied()))
            .flatten();
        Shown {
            turn: self.turn.get_untracked(),
            scenario: own.unwrap_or_else(|| self.everywhere.get_untracked()),
        }
    }

    /// Follows everything that may make a drawing out of date.
    pub(in crate::designer) fn track(self) {
        self.turn.track();
        self.everywhere.track();
        self.own.with(|_| ());
    }

    /// Shows everything in a state; what single blocks were shown in is over.
    pub(super) fn show_all(self, scenario: &str) {
        self.own.set(BTreeMap::new());
        self.everywhere
            .set(scenario::known(scenario).unwrap_or(LIVE));
    }

    /// Shows a block in a state.
    pub(super) fn show(self, id: &NodeId, scenario: &str) {
        let scenario = scenario::known(scenario).unwrap_or(LIVE);
        let is_same = scenario == self.everywhere.get_untracked();
        self.own.update(|own| {
            match is_same {
                true => own.remove(id),
                false => own.insert(id.clone(), scenario),
            };
        });
    }

    /// Whether anything but what members see now is shown. Tracked.
    pub(super) fn is_changed(self) -> bool {
        let language = self.with(|inner| inner.language.clone());
        self.everywhere.get() != LIVE
            || self.own.with(|own| !own.is_empty())
            || self.member.with(|member| !member.is_empty())
            || self.instant.get().is_some()
            || self.language.get() != language.unwrap_or_default()
    }

    /// Whether somebody was chosen to look, or a time to look at: conditions are then shown as
    /// they hold. Tracked.
    pub(in crate::designer) fn has_reader(self) -> bool {
        let member = self.member.with(|member| !member.is_empty());
        member || self.instant.get().is_some() || self.everywhere.get() != LIVE
    }

    /// Shows the page as of a time.
    pub(super) fn go_to(self, instant: Option<f64>) {
        clock::set(instant);
        self.instant.set(instant);
        self.redraw();
    }

    /// Draws everything anew.
    fn redraw(self) {
        self.turn.update(|turn| *turn = turn.wrapping_add(1));
    }

    /// Shows another language, whose messages are `words`; none for those that only check.
    pub(super) fn set_language(self, tag: &str, words: Option<Array>) {
        let made = self.with(|inner| {
            if inner.languages.borrow().contains_key(tag) {
                return;
            }
            let i18n = inner.owner.with(|| match (tag, words) {
                (_, Some(words)) => I18n::new(tag, words),
                (LONG, None) => I18n::new(&inner.language, pseudo::lengthen(&inner.words)),
                (_, None) => I18n::new(tag, inner.words.clone()),
            });
            inner.languages.borrow_mut().insert(tag.to_owned(), i18n);
        });
        if made.is_none() || self.language.get_untracked() == tag {
            return;
        }
        let before = self.live();
        self.language.set(tag.to_owned());
        let now = self.live();
        if let (Some(before), Some(now)) = (before, now)
            && !self.member.with_untracked(String::is_empty)
        {
            before.leave();
            now.follow();
        }
        self.redraw();
    }

    /// The language that is shown, or one that checks. Tracked.
    pub(in crate::designer) fn language(self) -> String {
        self.language.get()
    }

    /// Whether a language has been shown.
    pub(super) fn has_language(self, tag: &str) -> bool {
        let known = self.with(|inner| inner.languages.borrow().contains_key(tag));
        known.unwrap_or(false)
    }

    /// The store that shows what the backend says. Not tracked.
    pub(in crate::designer) fn live(self) -> Option<Store> {
        self.store("", LIVE)
    }

    /// The store of whoever reads the page, for layout. Not tracked.
    pub(in crate::designer) fn reader(self) -> Option<Store> {
        self.store(scenario::READER, self.everywhere.get_untracked())
    }

    /// The store of blocks of a type in a state. Not tracked.
    pub(in crate::designer) fn store(self, kind: &str, scenario: &str) -> Option<Store> {
        let language = match scenario {
            "right-to-left" => String::from(RIGHT_TO_LEFT),
            _ => self.language.get_untracked(),
        };
        if scenario == "right-to-left" && !self.has_language(RIGHT_TO_LEFT) {
            self.add_language(RIGHT_TO_LEFT);
        }
        let kind = if scenario == LIVE { "" } else { kind };
        let key = key(kind, scenario, &language);
        self.with(|inner| {
            if let Some(known) = inner.stores.borrow().get(&key) {
                return Some(*known);
            }
            let i18n = *inner.languages.borrow().get(&language)?;
            let base = match scenario {
                LIVE => port::endpoint(),
                // Answered on this page: see `preview.js`.
                _ => [&port::endpoint(), "/~shown/", kind, "/", scenario].concat(),
            };
            let made = inner
                .owner
                .with(|| Store::new(Client::new(&base, &i18n.locale()), i18n));
            inner.stores.borrow_mut().insert(key, made);
            Some(made)
        })
        .flatten()
    }

    /// Every store that was asked for.
    pub(super) fn every_store(self) -> Vec<Store> {
        let all = self.with(|inner| inner.stores.borrow().values().copied().collect());
        all.unwrap_or_default()
    }

    /// Makes the words of a language that only checks, without showing it.
    fn add_language(self, tag: &str) {
        self.with(|inner| {
            let i18n = inner.owner.with(|| I18n::new(tag, inner.words.clone()));
            inner.languages.borrow_mut().insert(tag.to_owned(), i18n);
        });
    }

    /// The language of the document's texts on the canvas. Not tracked.
    pub(in crate::designer) fn locale(self) -> String {
        let i18n = self.live().map(Store::i18n);
        i18n.map(I18n::locale).unwrap_or_default()
    }

    /// The words of a language that was spoken, or else the designer's own. Not tracked.
    pub(super) fn words_of(self, locale: &str) -> Option<I18n> {
        self.with(|inner| {
            let languages = inner.languages.borrow();
            let mut shown = languages.values().copied();
            let own = || languages.get(&inner.language).copied();
            shown.find(|i18n| i18n.locale() == locale).or_else(own)
        })
        .flatten()
    }

    /// `rtl` or `ltr`. Not tracked.
    pub(in crate::designer) fn direction(self) -> &'static str {
        let i18n = self.live().map(Store::i18n);
        i18n.map_or("ltr", I18n::direction)
    }

    /// Whether texts are shown longer than they are. Not tracked.
    pub(in crate::designer) fn is_long(self) -> bool {
        self.language.with_untracked(|language| language == LONG)
    }

    /// The designer's own language.
    pub(super) fn own_language(self) -> String {
        self.with(|inner| inner.language.clone())
            .unwrap_or_default()
    }

    fn with<T>(self, run: impl FnOnce(&Inner) -> T) -> Option<T> {
        self.inner.try_get_value().map(|inner| run(&inner))
    }
}

fn key(kind: &str, scenario: &str, language: &str) -> String {
    [kind, "/", scenario, "/", language].concat()
}
