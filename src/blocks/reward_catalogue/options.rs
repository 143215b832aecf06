//! Variants, personal texts and ways to pay.

use palier_contract::VerdictState;
use palier_contract::reward::{AxisValue, PersonalisationField, Price, VariantAxis};

use super::address::{fault, labelled};
use super::choice::{Draft, Offer};
use super::detail::Form;
use super::field_errors::{FieldErrors, TEXTS, VARIANT};
use super::redeem_dialog::RedeemDialog;
use super::{card, verdict};
use crate::blocks::ui::{focus_invalid, unique};
use crate::dom::{Dom, El, el, memo, value_of};
use crate::i18n::{DateStyle, I18n, keys};
use crate::reactive::*;
use crate::style::sheets::REWARD_CATALOGUE as S;

/// Draws the options of the open reward; `wrong` is what the server did not accept of them.
pub(super) fn options(dialog: RedeemDialog, wrong: FieldErrors, form: Form) -> El {
    // Whatever does not change leaves focus and typing alone.
    let made = memo(move || {
        dialog.reward.with(|reward| {
            let reward = reward.as_ref()?;
            let axes = reward.axes.clone();
            Some((axes, reward.personalisation.clone(), reward.prices.clone()))
        })
    });
    let stock = move || {
        dialog
            .reward
            .with(|reward| {
                let reward = reward.as_ref().filter(|reward| !reward.axes.is_empty())?;
                dialog
                    .draft
                    .with(|draft| verdict::left(dialog.i18n, draft.stock(reward)?))
            })
            .unwrap_or_default()
    };
    // What the server did not accept is where the member goes on.
    let refused = !wrong.options.is_empty();
    let groups = move || {
        let mut all = Vec::new();
        if let Some((axes, fields, prices)) = made.get() {
            for (place, axis) in axes.iter().enumerate() {
                all.push(variant(
                    dialog,
                    place,
                    axis,
                    wrong.word(VARIANT, &axis.id.0),
                ));
            }
            for one in &fields {
                all.push(field(dialog, one, wrong.word(TEXTS, &one.id.0)));
            }
            if prices.len() > 1 {
                all.push(pay(dialog, &prices));
            }
        }
        all
    };
    let any = move || {
        made.with(|made| {
            let made = made.as_ref();
            made.is_some_and(|(axes, fields, prices)| {
                !axes.is_empty() || !fields.is_empty() || prices.len() > 1
            })
        })
    };
    S.el("div", "options")
        .flag_of("hidden", move || !any())
        .node(move |element| {
            if refused {
                focus_invalid(&element);
            }
            form.set_value(Some(element));
        })
        .slot(groups)
        .child(
            S.el("p", "stock pl-small")
                .attr("role", "status")
                .text_of(stock),
        )
}

fn group(label: &str) -> El {
    let legend = S
        .el("legend", "legend")
        .attr("part", "subheading")
        .text(label);
    S.el("fieldset", "group")
        .attr("role", "radiogroup")
        .attr("aria-label", label)
        .child(legend)
}

/// A radio button that looks like a tile.
fn tile(class: &str, radio: El, chosen: Memo<bool>) -> El {
    let radio = radio
        .attr("part", "radio")
        .attr("type", "radio")
        .attr_of(".checked", move || Some(chosen.get().to_string()));
    S.el("label", class)
        .attr("part", "option")
        .attr_of("data-chosen", move || Some(chosen.get().to_string()))
        .child(radio)
}

fn variant(dialog: RedeemDialog, place: usize, axis: &VariantAxis, refused: Option<String>) -> El {
    let id = axis.id.0.clone();
    let error = unique();
    let named = [("label", axis.label.as_str())];
    let text = dialog.i18n.with(keys::REWARD_CATALOGUE_CHOOSE, &named);
    let wrong = {
        let id = id.clone();
        let value = move |draft: &Draft| draft.value(&id).map(str::to_owned);
        // The refusal is about the value as it was sent.
        let sent = dialog.draft.with_untracked(&value);
        memo(move || match dialog.draft.with(&value) {
            None => dialog.tried.get().then(|| text.clone()),
            now => refused.clone().filter(|_| now == sent),
        })
    };
    let described = || {
        let error = error.clone();
        move || wrong.with(Option::is_some).then(|| error.clone())
    };
    let values: Vec<El> = axis
        .values
        .iter()
        .map(|value| {
            // Some readers tell nothing of a group but its name.
            let radio = S
                .el("input", "radio")
                .attr("name", &format!("pl-axis-{id}"))
                .attr_of("aria-describedby", described());
            choice(dialog, place, &id, value, radio)
        })
        .collect();
    group(&axis.label)
        .attr("aria-required", "true")
        .attr_of("aria-invalid", move || {
            wrong.with(Option::is_some).then(|| "true".to_owned())
        })
        .attr_of("aria-describedby", described())
        .child(S.el("div", "values").child(values))
        .slot(move || {
            let words = |text: String| el("p", "pl-error-text").attr("id", &error).text(&text);
            wrong.get().map(words)
        })
}

/// A value as a radio button; what is sold out stays readable and cannot be chosen.
fn choice(dialog: RedeemDialog, place: usize, axis: &str, value: &AxisValue, radio: El) -> El {
    let i18n = dialog.i18n;
    let id = value.id.0.clone();
    let offered = {
        let id = id.clone();
        memo(move || {
            dialog.reward.with(|reward| {
                let reward = reward.as_ref();
                dialog.draft.with(|draft| {
                    reward.map_or(Offer::NotMade, |reward| draft.offer(reward, place, &id))
                })
            })
        })
    };
    let out = move || offered.with(|offer| *offer != Offer::Open);
    let (mine, on) = (id.clone(), axis.to_owned());
    let chosen = memo(move || {
        dialog
            .draft
            .with(|draft| draft.value(&on) == Some(mine.as_str()))
    });
    let on = axis.to_owned();
    let radio = radio
        .attr_of("aria-disabled", move || out().then(|| "true".to_owned()))
        // Refusing the click takes the choice back, and leaves the focus.
        .on("click", move |event| {
            if offered.with_untracked(|offer| *offer != Offer::Open) {
                event.prevent_default();
            }
        })
        .on("change", move |_| {
            dialog.reward.with_untracked(|reward| {
                if let Some(reward) = reward {
                    dialog.draft.update(|draft| draft.pick(reward, &on, &id));
                }
            });
        });
    let colour = value.swatch.as_deref();
    let swatch = colour.map(|colour| {
        S.el("span", "swatch")
            .attr("aria-hidden", "true")
            .attr("style:background", colour)
    });
    let note = move || {
        let text = offered.with(|offer| note(i18n, offer));
        text.map(|text| S.el("span", "value-note").text(&text))
    };
    let words = S
        .el("span", "value-words")
        .child(S.el("span", "value-name").text(&value.label))
        .slot(note);
    tile("value", radio, chosen)
        .attr_of("data-out", move || Some(out().to_string()))
        .child(swatch)
        .child(words)
}

fn note(i18n: I18n, offer: &Offer) -> Option<String> {
    match offer {
        Offer::Open => None,
        Offer::NotMade => Some(i18n.t(keys::REWARD_CATALOGUE_NOT_MADE)),
        Offer::SoldOut(None) => Some(i18n.t(keys::REWARD_CATALOGUE_SOLD_OUT)),
        Offer::SoldOut(Some(at)) => {
            let when = i18n.date(at, DateStyle::Short);
            let back = i18n.with(keys::REWARD_CATALOGUE_RESTOCK, &[("when", &when)]);
            let out = i18n.t(keys::REWARD_CATALOGUE_SOLD_OUT);
            Some(format!("{out}, {back}"))
        }
    }
}

fn field(dialog: RedeemDialog, field: &PersonalisationField, refused: Option<String>) -> El {
    let i18n = dialog.i18n;
    let id = field.id.0.clone();
    let (required, max) = (field.required, field.max_length.get());
    // The refusal is about the text as it was sent: another text is no longer wrong.
    let sent = dialog
        .draft
        .with_untracked(|draft| draft.text(&id).to_owned());
    let text = {
        let id = id.clone();
        memo(move || dialog.draft.with(|draft| draft.text(&id).to_owned()))
    };
    let error = memo(move || {
        text.with(|text| {
            if required && dialog.tried.get() && text.trim().is_empty() {
                Some(i18n.t(keys::REWARD_CATALOGUE_WRITE))
            } else {
                refused.clone().filter(|_| *text == sent)
            }
        })
    });
    let length = move || text.with(|text| i64::try_from(text.chars().count()).unwrap_or_default());
    let used = move || {
        let (used, max) = (i18n.number(length()), i18n.number(max));
        i18n.with(
            keys::REWARD_CATALOGUE_CHARACTERS,
            &[("used", &used), ("max", &max)],
        )
    };
    // Heard only once it matters, and not at every letter before.
    let is_near_end = move || length().saturating_mul(5) >= max.saturating_mul(4);
    let heard = move || if is_near_end() { used() } else { String::new() };
    let label = if required {
        field.label.clone()
    } else {
        let optional = i18n.t(keys::REWARD_CATALOGUE_OPTIONAL);
        format!("{} ({optional})", field.label)
    };
    let (help_id, error_id) = (unique(), unique());
    let input = el("input", "pl-input")
        .attr("maxlength", &max.to_string())
        .attr("autocomplete", "off")
        .attr("aria-required", &required.to_string())
        .attr("aria-describedby", &format!("{help_id} {error_id}"))
        .attr_of("aria-invalid", move || {
            Some(error.with(Option::is_some).to_string())
        })
        .attr_of(".value", move || Some(text.get()))
        .on("input", move |event| {
            let text = value_of(&event);
            dialog.draft.update(|draft| draft.write(&id, &text));
        });
    let told = el("span", "").attr("id", &help_id);
    let help = S
        .el("span", "help pl-soft pl-small")
        .child(told.child(field.help.as_deref()))
        .child(el("span", "pl-num").text_of(used));
    S.el("div", "field")
        .child(labelled(&label, input))
        .child(help)
        .child(fault(&error_id, error))
        .child(el("span", "pl-sr").attr("role", "status").text_of(heard))
}

fn pay(dialog: RedeemDialog, prices: &[Price]) -> El {
    let i18n = dialog.i18n;
    // Without a member there is no balance that could be too small.
    let known = dialog.reward.with_untracked(|reward| {
        reward.as_ref().is_some_and(|reward| {
            !matches!(
                reward.eligibility.state,
                VerdictState::SignInRequired | VerdictState::NotEnrolled
            )
        })
    });
    let one = |price: &Price| {
        let (id, mine) = (price.id.0.clone(), price.id.0.clone());
        let chosen = memo(move || {
            dialog.reward.with(|reward| {
                let reward = reward.as_ref();
                reward.is_some_and(|reward| dialog.draft.with(|draft| draft.price(reward) == mine))
            })
        });
        let radio = S
            .el("input", "radio")
            .attr("name", "pl-price")
            .on("change", move |_| {
                dialog.draft.update(|draft| draft.price.clone_from(&id));
            });
        let words: Dom = dialog
            .currencies
            .with(|currencies| card::price_words(i18n, price, currencies));
        let short = || {
            let text = i18n.t(keys::REWARD_CATALOGUE_NOT_COVERED);
            S.el("span", "value-note").text(&text)
        };
        let words = S
            .el("span", "value-words")
            .child(S.el("span", "price pl-num").child(words))
            .child((known && !price.affordable).then(short));
        tile("value wide", radio, chosen).child(words)
    };
    let all: Vec<El> = prices.iter().map(one).collect();
    group(&i18n.t(keys::REWARD_CATALOGUE_PRICE_OPTION)).child(S.el("div", "values").child(all))
}
