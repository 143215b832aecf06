//! Variants, personal texts and ways to pay.

use leptos::html;
use leptos::prelude::*;
use palier_contract::problem::FieldError;
use palier_contract::reward::{AxisValue, PersonalisationField, Price, Reward, VariantAxis};

use super::choice::{Draft, Offer};
use super::desk::Desk;
use super::{card, verdict};
use crate::blocks::ui::focus_invalid;
use crate::i18n::{DateStyle, keys};
use crate::style::sheets::REWARD_CATALOGUE;

/// Draws the options of the open reward; `wrong` is what the server did not accept of them.
pub(super) fn options(desk: Desk, wrong: Vec<FieldError>, node: NodeRef<html::Div>) -> AnyView {
    let scope = REWARD_CATALOGUE.class;
    // What the server did not accept is where the member goes on.
    let refused = !wrong.is_empty();
    Effect::new(move || {
        if let Some(node) = node.get().filter(|_| refused) {
            focus_invalid(&node);
        }
    });
    // Whatever does not change leaves focus and typing alone.
    let made = Memo::new(move |_| {
        desk.reward.with(|reward| {
            let reward = reward.as_ref()?;
            let axes = reward.axes.clone();
            Some((axes, reward.personalisation.clone(), reward.prices.clone()))
        })
    });
    let stock = move || {
        desk.reward.with(|reward| {
            let reward = reward.as_ref().filter(|reward| !reward.axes.is_empty())?;
            desk.draft
                .with(|draft| verdict::left(desk.i18n, draft.stock(reward)?))
        })
    };
    view! { class = scope,
        <div class="options" node_ref=node>
            {move || made.get().map(|(axes, fields, prices)| (
                axes.into_iter().enumerate().map(|(place, axis)| variant(desk, place, axis)).collect_view(),
                fields.into_iter().enumerate().map(|(place, one)| field(desk, place, one, &wrong)).collect_view(),
                (prices.len() > 1).then(|| pay(desk, prices)),
            ))}
            <p class="stock pl-small" role="status">{stock}</p>
        </div>
    }
    .into_any()
}

fn offer(desk: Desk, place: usize, value: &str) -> Offer {
    desk.reward.with(|reward| {
        desk.draft.with(|draft| {
            reward
                .as_ref()
                .map_or(Offer::NotMade, |reward| draft.offer(reward, place, value))
        })
    })
}

fn variant(desk: Desk, place: usize, axis: VariantAxis) -> AnyView {
    let i18n = desk.i18n;
    let scope = REWARD_CATALOGUE.class;
    let id = axis.id.0.clone();
    let error = format!("pl-missing-{id}");
    let (named, described) = (error.clone(), error);
    let missing = {
        let id = id.clone();
        Memo::new(move |_| desk.tried.get() && desk.draft.with(|draft| draft.value(&id).is_none()))
    };
    let values = axis
        .values
        .into_iter()
        .map(|value| choice(desk, place, &id, value));
    view! { class = scope,
        <fieldset
            class="group"
            aria-invalid=move || missing.get().then_some("true")
            aria-describedby=move || missing.get().then(|| described.clone())
        >
            <legend class="legend">{axis.label}</legend>
            <div class="values">{values.collect_view()}</div>
            {move || missing.get().then(|| view! { class = scope,
                <p class="pl-error-text" id=named.clone()>{i18n.t(keys::REWARD_CATALOGUE_CHOOSE)}</p>
            })}
        </fieldset>
    }
    .into_any()
}

/// A value as a radio button; what is sold out stays readable and cannot be chosen.
fn choice(desk: Desk, place: usize, axis: &str, value: AxisValue) -> AnyView {
    let i18n = desk.i18n;
    let scope = REWARD_CATALOGUE.class;
    let id = value.id.0.clone();
    let offered = {
        let id = id.clone();
        Memo::new(move |_| offer(desk, place, &id))
    };
    let out = move || offered.with(|offer| *offer != Offer::Open);
    let (mine, on, axis_name, name) = (
        id.clone(),
        axis.to_owned(),
        axis.to_owned(),
        format!("pl-axis-{axis}"),
    );
    let chosen = Memo::new(move |_| {
        desk.draft
            .with(|draft| draft.value(&on) == Some(mine.as_str()))
    });
    let words = move || match offered.get() {
        Offer::Open => None,
        Offer::NotMade => Some(i18n.t(keys::REWARD_CATALOGUE_NOT_MADE)),
        Offer::SoldOut(None) => Some(i18n.t(keys::REWARD_CATALOGUE_SOLD_OUT)),
        Offer::SoldOut(Some(at)) => {
            let when = i18n.date(&at, DateStyle::Short);
            let back = i18n.with(keys::REWARD_CATALOGUE_RESTOCK, &[("when", &when)]);
            Some(format!(
                "{}, {back}",
                i18n.t(keys::REWARD_CATALOGUE_SOLD_OUT)
            ))
        }
    };
    let pick = move |_| {
        desk.reward.with_untracked(|reward| {
            if let Some(reward) = reward {
                desk.draft
                    .update(|draft: &mut Draft| draft.pick(reward, &axis_name, &id));
            }
        });
    };
    view! { class = scope,
        <label class="value" data-chosen=move || chosen.get().to_string() data-out=move || out().to_string()>
            <input
                type="radio"
                class="radio"
                name=name
                prop:checked=move || chosen.get()
                aria-disabled=move || out().then_some("true")
                // Refusing the click takes the choice back, and leaves the focus.
                on:click=move |event| if out() { event.prevent_default() }
                on:change=pick
            />
            {value.swatch.map(|colour| view! { class = scope, <span class="swatch" aria-hidden="true" style:background=colour></span> })}
            <span class="value-words">
                <span class="value-name">{value.label}</span>
                {move || words().map(|words| view! { class = scope, <span class="value-note">{words}</span> })}
            </span>
        </label>
    }
    .into_any()
}

/// The server's word on a field: by its id or by its place.
fn refusal(wrong: &[FieldError], id: &str, place: usize) -> Option<String> {
    let place = place.to_string();
    let about = |error: &&FieldError| {
        let (_, path) = error
            .pointer
            .split_once("personalisation/")
            .unwrap_or_default();
        let first = path.split('/').next().unwrap_or_default();
        first == id || first == place
    };
    wrong.iter().find(about).map(|error| error.detail.clone())
}

fn field(desk: Desk, place: usize, field: PersonalisationField, wrong: &[FieldError]) -> AnyView {
    let i18n = desk.i18n;
    let scope = REWARD_CATALOGUE.class;
    let id = field.id.0.clone();
    let max = field.max_length.get();
    let refused = refusal(wrong, &id, place);
    // The refusal is about the text as it was sent: another text is no longer wrong.
    let sent = desk
        .draft
        .with_untracked(|draft| draft.text(&id).to_owned());
    let text = {
        let id = id.clone();
        Memo::new(move |_| desk.draft.with(|draft| draft.text(&id).to_owned()))
    };
    let required = field.required;
    let error = Memo::new(move |_| {
        text.with(|text| {
            if required && desk.tried.get() && text.trim().is_empty() {
                Some(i18n.t(keys::REWARD_CATALOGUE_WRITE))
            } else {
                refused.clone().filter(|_| *text == sent)
            }
        })
    });
    let used = move || {
        let used = text.with(|text| i64::try_from(text.chars().count()).unwrap_or_default());
        let args: [(&str, &str); 2] = [("used", &i18n.number(used)), ("max", &i18n.number(max))];
        i18n.with(keys::REWARD_CATALOGUE_CHARACTERS, &args)
    };
    let (help_id, error_id) = (format!("pl-help-{id}"), format!("pl-missing-{id}"));
    let described = format!("{help_id} {error_id}");
    view! { class = scope,
        <label class="pl-field">
            <span>
                {field.label}
                {(!required).then(|| view! { class = scope, <span class="pl-soft"> " (" {i18n.t(keys::REWARD_CATALOGUE_OPTIONAL)} ")"</span> })}
            </span>
            <input
                class="pl-input"
                maxlength=max.to_string()
                autocomplete="off"
                aria-required=required.to_string()
                aria-invalid=move || error.with(Option::is_some).to_string()
                aria-describedby=described
                prop:value=move || text.get()
                on:input=move |event| desk.draft.update(|draft| draft.write(&id, &event_target_value(&event)))
            />
            <span class="help pl-soft" id=help_id>
                <span>{field.help}</span>
                <span class="pl-num">{used}</span>
            </span>
            <span class="pl-error-text" id=error_id>{move || error.get()}</span>
        </label>
    }
    .into_any()
}

fn pay(desk: Desk, prices: Vec<Price>) -> AnyView {
    let i18n = desk.i18n;
    let scope = REWARD_CATALOGUE.class;
    let one = move |price: Price| {
        let id = price.id.0.clone();
        let mine = id.clone();
        let chosen = Memo::new(move |_| {
            desk.reward.with(|reward| {
                let reward: &Option<Reward> = reward;
                reward
                    .as_ref()
                    .is_some_and(|reward| desk.draft.with(|draft| draft.price(reward) == mine))
            })
        });
        view! { class = scope,
            <label class="value wide" data-chosen=move || chosen.get().to_string()>
                <input
                    type="radio"
                    class="radio"
                    name="pl-price"
                    prop:checked=move || chosen.get()
                    on:change=move |_| desk.draft.update(|draft| draft.price.clone_from(&id))
                />
                <span class="value-words pl-num">
                    {price_words(desk, Some(&price))}
                    {(!price.affordable).then(|| view! { class = scope, <span class="value-note">{i18n.t(keys::REWARD_CATALOGUE_NOT_COVERED)}</span> })}
                </span>
            </label>
        }
    };
    view! { class = scope,
        <fieldset class="group">
            <legend class="legend">{i18n.t(keys::REWARD_CATALOGUE_PRICE_OPTION)}</legend>
            <div class="values">{prices.into_iter().map(one).collect_view()}</div>
        </fieldset>
    }
    .into_any()
}

/// A price, with what it was before.
pub(super) fn price_words(desk: Desk, price: Option<&Price>) -> Option<AnyView> {
    let scope = REWARD_CATALOGUE.class;
    let price = price?;
    Some(desk.currencies.with(|currencies| {
        let words = desk.i18n.amounts(&price.amounts, currencies);
        view! { class = scope,
            <span class="price pl-num">
                <span class="price-main">{words}</span>
                {card::was(desk.i18n, price, currencies)}
            </span>
        }
        .into_any()
    }))
}
