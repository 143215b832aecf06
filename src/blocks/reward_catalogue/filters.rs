//! What of the catalogue is asked for: category, words, order, what the balance covers; and how
//! it is laid out.

use std::time::Duration;

use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle};
use leptos::prelude::*;
use palier_contract::member::MemberState;
use palier_contract::reward::Category;

use crate::blocks::Block;
use crate::blocks::icon::{Icon, icon};
use crate::blocks::ui::{Choice, menu};
use crate::i18n::{I18n, Key, keys};
use crate::style::sheets::REWARD_CATALOGUE;

/// How long typing must rest before it is searched for.
const REST: Duration = Duration::from_millis(250);

/// The member's picks. Copy it freely.
#[derive(Clone, Copy)]
pub(super) struct Filters {
    own_category: RwSignal<Option<String>>,
    own_layout: RwSignal<Option<String>>,
    typed: RwSignal<String>,
    pub(super) category: Memo<String>,
    pub(super) layout: Memo<String>,
    pub(super) words: RwSignal<String>,
    pub(super) sort: RwSignal<String>,
    pub(super) affordable: RwSignal<bool>,
}

impl Filters {
    pub(super) fn new(block: &Block) -> Self {
        let (own_category, own_layout) = (RwSignal::new(None), RwSignal::new(None));
        // A page that sets an attribute means it: the member's earlier pick gives way.
        let value = |name: &'static str, own: RwSignal<Option<String>>| {
            let props = block.props.clone();
            Effect::new(move |before: Option<String>| {
                let now = props.get(name);
                if before.is_some_and(|before| before != now) {
                    own.set(None);
                }
                now
            });
            let props = block.props.clone();
            Memo::new(move |_| own.get().unwrap_or_else(|| props.get(name)))
        };
        Self {
            own_category,
            own_layout,
            typed: RwSignal::new(String::new()),
            category: value("category", own_category),
            layout: value("layout", own_layout),
            words: RwSignal::new(String::new()),
            sort: RwSignal::new(String::new()),
            affordable: RwSignal::new(false),
        }
    }

    /// Whether anything narrows the catalogue.
    pub(super) fn narrow(self) -> bool {
        self.affordable.get()
            || self.category.with(|id| !id.is_empty())
            || self.words.with(|words| !words.is_empty())
    }

    /// Shows everything again.
    pub(super) fn clear(self) {
        self.own_category.set(Some(String::new()));
        self.typed.set(String::new());
        self.words.set(String::new());
        self.affordable.set(false);
    }
}

/// Draws the controls.
pub(super) fn controls(
    block: &Block,
    filters: Filters,
    categories: Memo<Vec<Category>>,
) -> impl IntoView {
    let i18n = block.i18n();
    let scope = REWARD_CATALOGUE.class;
    let me = block.store.me();
    let member = Memo::new(move |_| {
        me.with(|me| {
            let me = me.value.as_ref();
            me.is_some_and(|me| me.state == MemberState::Member)
        })
    });
    view! { class = scope,
        <div class="filters" part="filters">
            {search(i18n, filters)}
            {sort(i18n, filters)}
            {move || member.get().then(|| affordable(i18n, filters))}
            {layouts(i18n, filters)}
        </div>
        {move || (categories.with(Vec::len) > 1).then(|| category(i18n, filters, categories))}
    }
}

fn search(i18n: I18n, filters: Filters) -> impl IntoView {
    let scope = REWARD_CATALOGUE.class;
    let timer = StoredValue::new(None::<TimeoutHandle>);
    let stop = move || {
        if let Some(Some(timer)) = timer.try_update_value(Option::take) {
            timer.clear();
        }
    };
    on_cleanup(stop);
    let search = move || {
        drop(
            filters
                .words
                .try_set(filters.typed.get_untracked().trim().to_owned()),
        );
    };
    let typed = move |event: leptos::ev::Event| {
        filters.typed.set(event_target_value(&event));
        stop();
        timer.set_value(set_timeout_with_handle(search, REST).ok());
    };
    view! { class = scope,
        <form class="search" role="search" on:submit=move |event| {
            event.prevent_default();
            stop();
            search();
        }>
            {icon(scope, Icon::SEARCH)}
            <input
                class="pl-input search-words"
                type="search"
                enterkeyhint="search"
                autocomplete="off"
                aria-label=i18n.t(keys::REWARD_CATALOGUE_SEARCH)
                placeholder=i18n.t(keys::REWARD_CATALOGUE_SEARCH)
                prop:value=move || filters.typed.get()
                on:input=typed
            />
        </form>
    }
}

fn sort(i18n: I18n, filters: Filters) -> impl IntoView {
    const ORDERS: [(&str, Key); 4] = [
        ("", keys::REWARD_CATALOGUE_SORT_FEATURED),
        ("price", keys::REWARD_CATALOGUE_SORT_PRICE),
        ("newest", keys::REWARD_CATALOGUE_SORT_NEWEST),
        ("ending", keys::REWARD_CATALOGUE_SORT_ENDING),
    ];
    let choices = Signal::derive(move || {
        ORDERS
            .iter()
            .map(|(value, key)| Choice {
                value: (*value).to_owned(),
                label: i18n.t(*key),
            })
            .collect::<Vec<_>>()
    });
    menu(
        i18n.t(keys::REWARD_CATALOGUE_SORT),
        choices,
        filters.sort.into(),
        move |order| filters.sort.set(order),
    )
}

fn affordable(i18n: I18n, filters: Filters) -> impl IntoView {
    let scope = REWARD_CATALOGUE.class;
    view! { class = scope,
        <button
            type="button"
            class="toggle"
            aria-pressed=move || filters.affordable.get().to_string()
            on:click=move |_| filters.affordable.update(|on| *on = !*on)
        >
            {icon(scope, Icon::COIN)} {i18n.t(keys::REWARD_CATALOGUE_AFFORDABLE)}
        </button>
    }
}

fn layouts(i18n: I18n, filters: Filters) -> impl IntoView {
    let scope = REWARD_CATALOGUE.class;
    let one = move |name: &'static str, label: Key, sign: Icon| {
        view! { class = scope,
            <button
                type="button"
                class="pl-segment layout"
                aria-label=i18n.t(label)
                aria-pressed=move || filters.layout.with(|layout| layout == name).to_string()
                on:click=move |_| filters.own_layout.set(Some(name.to_owned()))
            >
                {icon(scope, sign)}
            </button>
        }
    };
    view! { class = scope,
        <div class="pl-segments layouts" role="group" aria-label=i18n.t(keys::REWARD_CATALOGUE_LAYOUT)>
            {one("grid", keys::REWARD_CATALOGUE_GRID, Icon::GRID)}
            {one("list", keys::REWARD_CATALOGUE_LIST, Icon::LIST)}
        </div>
    }
}

fn category(i18n: I18n, filters: Filters, categories: Memo<Vec<Category>>) -> impl IntoView {
    let scope = REWARD_CATALOGUE.class;
    let one = move |id: String, name: String| {
        let mine = id.clone();
        view! { class = scope,
            <button
                type="button"
                class="toggle"
                aria-pressed=move || filters.category.with(|chosen| *chosen == mine).to_string()
                on:click=move |_| filters.own_category.set(Some(id.clone()))
            >
                {name}
            </button>
        }
    };
    let rest = move || {
        categories
            .get()
            .into_iter()
            .map(|category| one(category.id.0, category.name))
            .collect_view()
    };
    view! { class = scope,
        <div class="categories" part="categories" role="group" aria-label=i18n.t(keys::REWARD_CATALOGUE_CATEGORY)>
            {one(String::new(), i18n.t(keys::REWARD_CATALOGUE_ALL))}
            {rest}
        </div>
    }
}
