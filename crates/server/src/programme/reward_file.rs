//! Reads rewards from the programme file, with the checks that need the whole reward.

use std::collections::BTreeSet;

use super::{
    Amount, Category, Fulfilment, LimitWindow, MemberLimit, PersonalisationField, Price, Reward,
    RewardKind, Ribbon, Stock, Sustainability, Variant, VariantAxis, VariantValue, Variants,
    reader::Table,
};

impl Category {
    pub(super) fn read(table: &Table<'_>) -> Self {
        Self {
            id: table.id("category"),
            name: table.text("name"),
        }
    }
}

impl Reward {
    pub(super) fn read(table: &Table<'_>) -> Self {
        let kind = RewardKind::read(table);
        let variants = table.child("variants", Variants::read);
        let reward = Self {
            id: table.id("reward"),
            name: table.text("name"),
            summary: table.text("summary"),
            description: table.optional_text("description"),
            kind,
            fulfilment: Fulfilment::read(table, kind),
            categories: table.references("categories", "category"),
            prices: Price::read_all(table),
            stock: Stock::read(table, variants.is_some()),
            limit: table.child("limit", MemberLimit::read),
            variants,
            personalisation: table.list("personalisation", PersonalisationField::read),
            availability: table.window("availability"),
            visibility: table.window("visibility"),
            min_tier: table
                .has("min_tier")
                .then(|| table.reference("min_tier", "tier")),
            ribbon: Ribbon::read(table),
            terms: table.optional_text("terms"),
            sustainability: table.child("sustainability", Sustainability::read),
            media: table.list("media", |inner| inner.as_media()),
            code_valid_days: table.optional_u32("code_valid_days", 1..=3650),
        };
        let with_code = matches!(reward.fulfilment, Fulfilment::Code | Fulfilment::Download);
        if reward.code_valid_days.is_some() && !with_code {
            let message = "is only for `fulfilment = \"code\"` and `\"download\"`";
            table.wrong("code_valid_days", message);
        }
        if !reward.availability.meets(&reward.visibility) {
            let message = "lies outside `visibility`: nobody could redeem the reward";
            table.wrong("availability", message);
        }
        reward
    }
}

impl RewardKind {
    fn read(table: &Table<'_>) -> Self {
        let kinds = [
            Self::Physical,
            Self::Code,
            Self::Experience,
            Self::Donation,
            Self::Download,
        ];
        table
            .required_choice("kind", &kinds.map(|kind| (kind.as_str(), kind)))
            .unwrap_or(Self::Code)
    }
}

impl Fulfilment {
    fn read(table: &Table<'_>, kind: RewardKind) -> Self {
        let all = [
            Self::Ship,
            Self::Code,
            Self::Download,
            Self::Booking,
            Self::Grant,
        ];
        let usual = match kind {
            RewardKind::Physical => Self::Ship,
            RewardKind::Code => Self::Code,
            RewardKind::Experience => Self::Booking,
            RewardKind::Donation => Self::Grant,
            RewardKind::Download => Self::Download,
        };
        table
            .choice("fulfilment", &all.map(|way| (way.as_str(), way)))
            .unwrap_or(usual)
    }
}

impl Price {
    fn read_all(table: &Table<'_>) -> Vec<Self> {
        let before = table.reader.mistakes();
        let sets = table.amount_sets("prices");
        if sets.is_empty() && table.reader.mistakes() == before {
            table.wrong(
                "prices",
                "needs at least one price, such as [{ points = 100 }]",
            );
        }
        let prices: Vec<Self> = sets.into_iter().map(Self::new).collect();
        let ids: BTreeSet<&str> = prices.iter().map(|price| price.id.as_str()).collect();
        if ids.len() < prices.len() && table.reader.mistakes() == before {
            table.wrong(
                "prices",
                "two prices use the same currencies; a member could not tell them apart",
            );
        }
        prices
    }

    /// Named after its currencies, e.g. `points+gems`.
    fn new(amounts: Vec<Amount>) -> Self {
        let id = amounts
            .iter()
            .map(|amount| amount.currency.as_str())
            .collect::<Vec<_>>()
            .join("+");
        Self { id, amounts }
    }
}

impl Stock {
    fn read(table: &Table<'_>, has_variants: bool) -> Self {
        match (
            table.optional_integer("stock", 0..=1_000_000_000),
            has_variants,
        ) {
            (Some(_), true) => {
                table.wrong(
                    "stock",
                    "belongs to each combination of a reward with variants",
                );
                Self::PerVariant
            }
            (Some(count), false) => Self::Limited(count),
            (None, true) => Self::PerVariant,
            (None, false) => Self::Unlimited,
        }
    }
}

impl MemberLimit {
    fn read(table: &Table<'_>) -> Self {
        let windows = [
            ("ever", LimitWindow::Ever),
            ("day", LimitWindow::Day),
            ("week", LimitWindow::Week),
            ("month", LimitWindow::Month),
            ("year", LimitWindow::Year),
        ];
        Self {
            count: table.optional_u32("count", 1..=1_000_000).unwrap_or(1),
            window: table
                .choice("window", &windows)
                .unwrap_or(LimitWindow::Ever),
        }
    }
}

impl Variants {
    fn read(table: &Table<'_>) -> Self {
        let axes = table.list("axes", VariantAxis::read);
        let combinations = table.list("combinations", |inner| Variant::read(inner, &axes));
        let keys: BTreeSet<String> = combinations.iter().map(Variant::key).collect();
        if axes.is_empty() || combinations.is_empty() {
            table.wrong(
                "combinations",
                "variants need at least one axis and one combination",
            );
        }
        if keys.len() < combinations.len() {
            table.wrong("combinations", "a combination is listed twice");
        }
        Self { axes, combinations }
    }
}

impl VariantAxis {
    fn read(table: &Table<'_>) -> Self {
        let values = table.list("values", |inner| VariantValue {
            id: inner.id("value"),
            label: inner.text("label"),
            swatch: inner.colour("swatch"),
        });
        Self {
            id: table.id("axis"),
            label: table.text("label"),
            values,
        }
    }
}

impl Variant {
    fn read(table: &Table<'_>, axes: &[VariantAxis]) -> Self {
        let values = table.strings("values", |_, _, _, _| {});
        let fits = values.len() == axes.len()
            && values
                .iter()
                .zip(axes)
                .all(|(id, axis)| axis.values.iter().any(|value| value.id == *id));
        if !fits {
            let order = axes
                .iter()
                .map(|axis| axis.id.as_str())
                .collect::<Vec<_>>()
                .join(", ");
            table.wrong(
                "values",
                format!("must name one value of each axis, in this order: {order}"),
            );
        }
        Self {
            values,
            stock: table.integer("stock", 0..=1_000_000_000),
        }
    }
}

impl PersonalisationField {
    fn read(table: &Table<'_>) -> Self {
        let min_length = table.optional_u32("min_length", 0..=1000).unwrap_or(1);
        let max_length = table.optional_u32("max_length", 1..=1000).unwrap_or(20);
        if max_length < min_length {
            table.wrong("max_length", "must not be below min_length");
        }
        Self {
            id: table.id("field"),
            label: table.text("label"),
            min_length,
            max_length,
            allowed: table.optional_string("allowed"),
        }
    }
}

impl Ribbon {
    fn read(table: &Table<'_>) -> Option<Self> {
        let all = [Self::New, Self::Limited, Self::Popular];
        table.choice("ribbon", &all.map(|ribbon| (ribbon.as_str(), ribbon)))
    }
}

impl Sustainability {
    fn read(table: &Table<'_>) -> Self {
        Self {
            materials: table.optional_text("materials"),
            care: table.optional_text("care"),
            end_of_life: table.optional_text("end_of_life"),
        }
    }
}
