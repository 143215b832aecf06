//! Choosing one of a few: a row of toggle buttons, or a native menu.

use leptos::prelude::*;

use crate::blocks::icon::{Icon, icon};

/// A value and the words for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What is chosen.
    pub value: String,
    /// What is shown.
    pub label: String,
}

/// A row of toggle buttons, for two to four short labels.
pub fn segments(
    name: String,
    choices: Vec<Choice>,
    chosen: Signal<String>,
    choose: impl Fn(String) + Clone + Send + Sync + 'static,
) -> impl IntoView {
    let scope = "palier-ui";
    let buttons = choices
        .into_iter()
        .map(|Choice { value, label }| {
            let (choose, mine) = (choose.clone(), value.clone());
            view! { class = scope,
                <button
                    type="button"
                    class="pl-segment"
                    aria-pressed=move || (chosen.get() == mine).to_string()
                    on:click=move |_| choose(value.clone())
                >
                    {label}
                </button>
            }
        })
        .collect_view();
    view! { class = scope, <div class="pl-segments" part="segments" role="group" aria-label=name>{buttons}</div> }
}

/// A native menu, for longer lists. Its label is for assistive technology only.
pub fn menu(
    name: String,
    choices: Signal<Vec<Choice>>,
    chosen: Signal<String>,
    choose: impl Fn(String) + Clone + Send + Sync + 'static,
) -> impl IntoView {
    let scope = "palier-ui";
    let options = move || {
        let now = chosen.get();
        choices
            .get()
            .into_iter()
            .map(|Choice { value, label }| {
                let selected = value == now;
                view! { class = scope, <option value=value selected=selected>{label}</option> }
            })
            .collect_view()
    };
    view! { class = scope,
        <span class="pl-menu">
            <select
                class="pl-input pl-select"
                part="menu"
                aria-label=name
                on:change=move |event| choose(event_target_value(&event))
            >
                {options}
            </select>
            {icon(scope, Icon::CHEVRON_DOWN)}
        </span>
    }
}
