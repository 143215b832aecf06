//! A reward as its reader may see it.

use palier_contract::{
    Actions, Quantity, VerdictState, Window,
    reward::{
        AxisValue, Combination, MemberLimit, PersonalisationField, Price, Reward, RewardKind,
        Stock, StockBand, StockMode, VariantAxis,
    },
    rich_text::{RichKind, RichNode, RichText},
};

use crate::{
    app::{App, action},
    programme::{self, Fulfilment, Ribbon},
    redeem::{Shop, price_version},
    time::{if_ever, timestamp},
    words::{amounts::contract, pick},
};

/// Stock at or below this many is low, whatever there was to begin with.
const LOW: i64 = 5;

/// The reward with its long texts.
pub(super) fn whole(app: &App, shop: &Shop<'_>, reward: &programme::Reward) -> Reward {
    let text = |texts: &programme::TextMap| app.text_if_any(texts, shop.locale);
    Reward {
        description: paragraphs(text(&reward.description)),
        terms: text(&reward.terms),
        sustainability: sustainability(app, shop, reward),
        ..listed(app, shop, reward)
    }
}

/// The reward as lists have it: its long texts are left out.
pub(super) fn listed(app: &App, shop: &Shop<'_>, reward: &programme::Reward) -> Reward {
    let text = |texts: &programme::TextMap| app.text_if_any(texts, shop.locale);
    let eligibility = shop.verdict(reward, None, None);
    Reward {
        id: reward.id.as_str().into(),
        title: app.text(&reward.name, shop.locale),
        summary: text(&reward.summary),
        description: Vec::new(),
        kind: RewardKind::from(reward.kind.as_str()),
        media: reward
            .media
            .iter()
            .map(|media| app.media(media, shop.locale))
            .collect(),
        category_ids: reward
            .categories
            .iter()
            .map(|id| id.as_str().into())
            .collect(),
        ribbon: reward
            .ribbon
            .map(|ribbon| ribbon_word(ribbon, &shop.locale.0).to_owned()),
        prices: reward
            .prices
            .iter()
            .map(|price| price_option(shop, price))
            .collect(),
        price_version: price_version(reward),
        stock: stock(initial(reward, None), shop.left(reward, None)),
        limit: limit(shop, reward),
        axes: axes(app, shop, reward),
        combinations: combinations(shop, reward),
        personalisation: personalisation(app, shop, reward),
        availability: Window {
            starts_at: reward.availability.starts_at.map(timestamp),
            ends_at: reward.availability.ends_at.map(timestamp),
        },
        needs_address: reward.fulfilment == Fulfilment::Ship,
        terms: None,
        sustainability: None,
        actions: actions(app, &eligibility.state),
        eligibility,
    }
}

fn actions(app: &App, state: &VerdictState) -> Actions {
    let links = &app.programme.links;
    match state {
        VerdictState::Eligible => Actions::from([
            action("quote", "POST", "/v1/redemptions/quote"),
            action("redeem", "POST", "/v1/redemptions"),
        ]),
        VerdictState::SignInRequired => links
            .sign_in
            .as_deref()
            .map(|url| action("sign_in", "GET", url))
            .into_iter()
            .collect(),
        VerdictState::NotEnrolled => links
            .join
            .as_deref()
            .map(|url| action("join", "GET", url))
            .into_iter()
            .collect(),
        _ => Actions::new(),
    }
}

fn price_option(shop: &Shop<'_>, price: &programme::Price) -> Price {
    Price {
        id: price.id.as_str().into(),
        amounts: contract(&price.amounts),
        original: Vec::new(),
        affordable: shop.missing(price).is_empty(),
    }
}

fn initial(reward: &programme::Reward, variant: Option<&str>) -> i64 {
    let counts = reward.initial_stock();
    match variant {
        Some(key) => counts.get(key).copied().unwrap_or(0),
        None => counts
            .values()
            .fold(0, |sum, count| sum.saturating_add(*count)),
    }
}

fn stock(initial: i64, left: Option<i64>) -> Stock {
    let Some(left) = left else {
        return Stock {
            mode: StockMode::Unlimited,
            remaining: None,
            band: None,
            restock_at: None,
        };
    };
    let band = if left <= 0 {
        StockBand::None
    } else if left <= LOW.max(initial / 10) {
        StockBand::Low
    } else {
        StockBand::Plenty
    };
    Stock {
        mode: StockMode::Limited,
        remaining: Some(Quantity::saturating(left)),
        band: Some(band),
        restock_at: None,
    }
}

fn limit(shop: &Shop<'_>, reward: &programme::Reward) -> Option<MemberLimit> {
    let limit = reward.limit?;
    let (left, resets_at) = shop.buyer.left(shop.programme, reward, shop.now)?;
    Some(MemberLimit {
        per_member: limit.count.into(),
        remaining: Quantity::saturating(left),
        resets_at: if_ever(resets_at),
    })
}

fn axes(app: &App, shop: &Shop<'_>, reward: &programme::Reward) -> Vec<VariantAxis> {
    let value = |value: &programme::VariantValue| AxisValue {
        id: value.id.as_str().into(),
        label: app.text(&value.label, shop.locale),
        swatch: value.swatch.clone(),
    };
    let axis = |axis: &programme::VariantAxis| VariantAxis {
        id: axis.id.as_str().into(),
        label: app.text(&axis.label, shop.locale),
        values: axis.values.iter().map(value).collect(),
    };
    reward
        .variants
        .iter()
        .flat_map(|variants| &variants.axes)
        .map(axis)
        .collect()
}

fn combinations(shop: &Shop<'_>, reward: &programme::Reward) -> Vec<Combination> {
    let combination = |variant: &programme::Variant| {
        let key = variant.key();
        Combination {
            value_ids: variant.values.iter().map(|id| id.as_str().into()).collect(),
            stock: stock(initial(reward, Some(&key)), shop.left(reward, Some(&key))),
        }
    };
    reward
        .variants
        .iter()
        .flat_map(|variants| &variants.combinations)
        .map(combination)
        .collect()
}

fn personalisation(
    app: &App,
    shop: &Shop<'_>,
    reward: &programme::Reward,
) -> Vec<PersonalisationField> {
    let help = |field: &programme::PersonalisationField| {
        let signs = field.allowed.as_ref()?;
        let words = pick(
            &shop.locale.0,
            "Letters, digits and",
            "Lettres, chiffres et",
        );
        Some(format!("{words} {signs}"))
    };
    let field = |field: &programme::PersonalisationField| PersonalisationField {
        id: field.id.as_str().into(),
        label: app.text(&field.label, shop.locale),
        max_length: field.max_length.into(),
        required: field.min_length > 0,
        help: help(field),
    };
    reward.personalisation.iter().map(field).collect()
}

fn sustainability(app: &App, shop: &Shop<'_>, reward: &programme::Reward) -> Option<String> {
    let facts = reward.sustainability.as_ref()?;
    let texts = [&facts.materials, &facts.care, &facts.end_of_life];
    let said: Vec<String> = texts
        .into_iter()
        .filter_map(|text| app.text_if_any(text, shop.locale))
        .collect();
    (!said.is_empty()).then(|| said.join(" "))
}

/// Plain text, a paragraph per blank line.
fn paragraphs(text: Option<String>) -> RichText {
    let node = |kind, text: Option<&str>, children| RichNode {
        kind,
        text: text.map(str::to_owned),
        href: None,
        children,
    };
    text.iter()
        .flat_map(|text| text.split("\n\n"))
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .map(|part| {
            let run = node(RichKind::Text, Some(part), Vec::new());
            node(RichKind::Paragraph, None, vec![run])
        })
        .collect()
}

fn ribbon_word(ribbon: Ribbon, locale: &str) -> &'static str {
    match ribbon {
        Ribbon::New => pick(locale, "New", "Nouveau"),
        Ribbon::Limited => pick(locale, "Limited edition", "Édition limitée"),
        Ribbon::Popular => pick(locale, "Popular", "Populaire"),
    }
}
