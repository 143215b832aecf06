//! What of the catalogue is asked for: category, words, order, what the balance covers; and how
//! it is laid out.

use std::time::Duration;

use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle};
use palier_contract::member::MemberState;
use palier_contract::reward::Category;

use super::SPEC;
use crate::blocks::frame::tell_unknown;
use crate::blocks::icon::{Icon, icon, sign};
use crate::blocks::ui::{Choice, menu};
use crate::blocks::{Block, Pick};
use crate::dom::{Dom, El, key_of, memo, value_of, watch};
use crate::i18n::{I18n, Key, keys};
use crate::reactive::*;
use crate::style::sheets::REWARD_CATALOGUE as S;

/// How long typing must rest before it is searched for.
const REST: Duration = Duration::from_millis(250);

/// The member's picks. Copy it freely.
#[derive(Clone, Copy)]
pub(super) struct Filters {
    typed: RwSignal<String>,
    pub(super) category: Pick,
    pub(super) layout: Pick,
    pub(super) words: RwSignal<String>,
    pub(super) sort: RwSignal<String>,
    pub(super) affordable: RwSignal<bool>,
}

impl Filters {
    pub(super) fn new(block: &Block) -> Self {
        Self {
            typed: RwSignal::new(String::new()),
            category: block.props.pick("category"),
            layout: block.props.pick("layout"),
            words: RwSignal::new(String::new()),
            sort: RwSignal::new(String::new()),
            affordable: RwSignal::new(false),
        }
    }

    /// Whether anything narrows the catalogue.
    pub(super) fn narrow(self) -> bool {
        self.affordable.get()
            || self.category.value.with(|id| !id.is_empty())
            || self.words.with(|words| !words.is_empty())
    }

    /// Shows everything again.
    pub(super) fn clear(self) {
        self.category.choose(String::new());
        self.typed.set(String::new());
        self.words.set(String::new());
        self.affordable.set(false);
    }
}

/// Draws the controls.
pub(super) fn controls(block: &Block, filters: Filters, categories: Memo<Vec<Category>>) -> Dom {
    let i18n = block.i18n();
    let me = block.store.me();
    let member = memo(move || {
        me.with(|me| {
            let me = me.value.as_ref();
            me.is_some_and(|me| me.state == MemberState::Member)
        })
    });
    let tools = S
        .el("div", "filters")
        .attr("part", "filters")
        .child(search(i18n, filters))
        .child(sort(i18n, filters))
        .child(layouts(i18n, filters));
    let asked = filters.category.value;
    watch(move || {
        categories.with(|all| {
            let ids = all.iter().map(|category| category.id.as_str());
            asked.with(|id| tell_unknown(SPEC.kind, "category", id, &ids.collect::<Vec<_>>()));
        });
    });
    let several = memo(move || categories.with(Vec::len) > 1);
    let chips = S
        .el("div", "chips")
        .slot(move || member.get().then(|| affordable(i18n, filters)))
        .slot(move || several.get().then(|| category(i18n, filters, categories)));
    vec![tools, chips].into()
}

fn search(i18n: I18n, filters: Filters) -> El {
    let timer = StoredValue::new(None::<TimeoutHandle>);
    let stop = move || {
        if let Some(Some(timer)) = timer.try_update_value(Option::take) {
            timer.clear();
        }
    };
    on_cleanup(stop);
    let search = move || {
        let words = filters.typed.get_untracked().trim().to_owned();
        filters.words.set(words);
    };
    let label = i18n.t(keys::REWARD_CATALOGUE_SEARCH);
    let field = S
        .el("input", "pl-input search-words")
        .attr("part", "search")
        .attr("type", "search")
        .attr("enterkeyhint", "search")
        .attr("autocomplete", "off")
        .attr("aria-label", &label)
        .attr("placeholder", &label)
        .attr_of(".value", move || Some(filters.typed.get()))
        .on("input", move |event| {
            filters.typed.set(value_of(&event));
            stop();
            timer.set_value(set_timeout_with_handle(search, REST).ok());
        });
    S.el("form", "search")
        .attr("role", "search")
        .on("submit", move |event| {
            event.prevent_default();
            stop();
            search();
        })
        .child(sign(&S, "search-sign", Icon::SEARCH))
        .child(field)
}

fn sort(i18n: I18n, filters: Filters) -> El {
    const ORDERS: [(&str, Key); 4] = [
        ("", keys::REWARD_CATALOGUE_SORT_FEATURED),
        ("price", keys::REWARD_CATALOGUE_SORT_PRICE),
        ("newest", keys::REWARD_CATALOGUE_SORT_NEWEST),
        ("ending", keys::REWARD_CATALOGUE_SORT_ENDING),
    ];
    let choice = move |(value, key): &(&str, Key)| Choice {
        value: (*value).to_owned(),
        label: i18n.t(*key),
    };
    menu(
        &i18n.t(keys::REWARD_CATALOGUE_SORT),
        Signal::derive(move || ORDERS.iter().map(choice).collect::<Vec<_>>()),
        filters.sort.into(),
        move |order| filters.sort.set(order),
    )
}

fn affordable(i18n: I18n, filters: Filters) -> El {
    S.el("button", "toggle")
        .attr("part", "toggle")
        .attr("type", "button")
        .attr_of("aria-pressed", move || {
            Some(filters.affordable.get().to_string())
        })
        .on("click", move |_| filters.affordable.update(|on| *on = !*on))
        .child(icon(Icon::COIN))
        .text(&i18n.t(keys::REWARD_CATALOGUE_AFFORDABLE))
}

fn layouts(i18n: I18n, filters: Filters) -> El {
    let one = |name: &'static str, label: Key, drawing: Icon| {
        S.el("button", "pl-segment layout")
            .attr("type", "button")
            .attr("data-key", name)
            .attr("aria-label", &i18n.t(label))
            .attr_of("aria-pressed", move || {
                let layout = filters.layout.value;
                Some(layout.with(|layout| layout == name).to_string())
            })
            .child(icon(drawing))
    };
    S.el("div", "pl-segments layouts")
        .attr("role", "group")
        .attr("aria-label", &i18n.t(keys::REWARD_CATALOGUE_LAYOUT))
        .on("click", move |event| {
            if let Some(name) = key_of(&event) {
                filters.layout.choose(name);
            }
        })
        .child(one("grid", keys::REWARD_CATALOGUE_GRID, Icon::GRID))
        .child(one("list", keys::REWARD_CATALOGUE_LIST, Icon::LIST))
}

fn category(i18n: I18n, filters: Filters, categories: Memo<Vec<Category>>) -> El {
    let one = move |id: &str, name: &str| {
        let mine = id.to_owned();
        S.el("button", "toggle")
            .attr("part", "toggle")
            .attr("type", "button")
            .attr("data-key", id)
            .attr_of("aria-pressed", move || {
                let chosen = filters.category.value;
                Some(chosen.with(|chosen| *chosen == mine).to_string())
            })
            .text(name)
    };
    let rest = move || {
        categories.with(|all| {
            let each = all.iter();
            each.map(|category| one(category.id.as_str(), &category.name))
                .collect::<Vec<_>>()
        })
    };
    S.el("div", "categories")
        .attr("part", "categories")
        .attr("role", "group")
        .attr("aria-label", &i18n.t(keys::REWARD_CATALOGUE_CATEGORY))
        .on("click", move |event| {
            if let Some(id) = key_of(&event) {
                filters.category.choose(id);
            }
        })
        .child(one("", &i18n.t(keys::REWARD_CATALOGUE_ALL)))
        .slot(rest)
}
