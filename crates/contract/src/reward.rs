//! `GET /v1/rewards`, `/v1/rewards/{id}`: the catalogue.
//!
//! Query of the list: `category`, `q`, `sort` (`featured`, `price`, `newest`, `ending`),
//! `affordable=true`, `cursor`, `limit`.

use serde::{Deserialize, Serialize};

use crate::{
    Actions, Amount, Media, Quantity, Timestamp, Verdict, Window,
    ids::{AxisId, AxisValueId, CategoryId, PersonalisationId, PriceId, RewardId},
    open_enum,
    rich_text::RichText,
};

/// A page of the catalogue, with the categories to filter by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, crate::wire::Wire)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct RewardPage {
    /// The rewards, in the requested order.
    pub items: Vec<Reward>,
    /// Where the next page begins; `null` on the last one.
    pub next_cursor: Option<String>,
    /// How many rewards match, on all pages.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total: Option<Quantity>,
    /// When the server read them.
    pub as_of: Timestamp,
    /// Every category with a visible reward, whatever the filter.
    #[serde(default)]
    pub categories: Vec<Category>,
}

/// A category of rewards.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, crate::wire::Wire)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Category {
    /// Which category.
    pub id: CategoryId,
    /// Its name in the reader's language.
    pub name: String,
}

open_enum! {
    /// What a reward is.
    pub enum RewardKind {
        /// A thing that is shipped.
        Physical = "physical",
        /// A code to use elsewhere.
        Code = "code",
        /// A file.
        Download = "download",
        /// Something to attend.
        Experience = "experience",
        /// A donation to somebody else.
        Donation = "donation",
    }
}

/// A reward as this reader may see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, crate::wire::Wire)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Reward {
    /// Which reward.
    pub id: RewardId,
    /// Its name.
    pub title: String,
    /// One line for cards.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    /// The full text; may be left out of lists.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schema(value_type = Vec<crate::rich_text::RichNode>))]
    pub description: RichText,
    /// What it is.
    pub kind: RewardKind,
    /// Pictures; cards show the first one.
    #[serde(default)]
    pub media: Vec<Media>,
    /// Its categories.
    #[serde(default)]
    pub category_ids: Vec<CategoryId>,
    /// A short flag such as "New", in the reader's language.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ribbon: Option<String>,
    /// Ways to pay, any one of which suffices.
    pub prices: Vec<Price>,
    /// Changes whenever a price does. Quotes are bound to it, so that nobody pays a price that
    /// they have not seen.
    pub price_version: String,
    /// What is left.
    pub stock: Stock,
    /// How many of it one member may redeem.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<MemberLimit>,
    /// The dimensions in which it varies; empty if it does not.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub axes: Vec<VariantAxis>,
    /// The combinations that exist, with their stock.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub combinations: Vec<Combination>,
    /// Texts that can be printed or engraved.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub personalisation: Vec<PersonalisationField>,
    /// When it can be redeemed, which may differ from when it can be seen.
    #[serde(default)]
    pub availability: Window,
    /// Whether a delivery address is needed.
    #[serde(default)]
    pub needs_address: bool,
    /// Conditions in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub terms: Option<String>,
    /// Materials, care and disposal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sustainability: Option<String>,
    /// Whether this reader may redeem it now, and if not, why.
    pub eligibility: Verdict,
    /// Legal next steps: `quote`, `redeem`, `sign_in`, `join`. Every eligible reward has `redeem`.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schema(value_type = std::collections::BTreeMap<String, crate::Action>))]
    pub actions: Actions,
}

/// One way to pay: it takes all of its amounts together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, crate::wire::Wire)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Price {
    /// Which option.
    pub id: PriceId,
    /// What it takes, one amount per currency.
    pub amounts: Vec<Amount>,
    /// What it took before the discount; no less.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub original: Vec<Amount>,
    /// Whether the reader's balance covers it.
    #[serde(default)]
    pub affordable: bool,
}

open_enum! {
    /// Whether stock is counted. The mode is explicit: neither zero nor null has a special meaning.
    pub enum StockMode {
        /// Never runs out.
        Unlimited = "unlimited",
        /// `remaining` or `band` says what is left.
        Limited = "limited",
    }
}

open_enum! {
    /// How much is left, roughly.
    pub enum StockBand {
        /// Plenty.
        Plenty = "plenty",
        /// Few.
        Low = "low",
        /// None.
        None = "none",
    }
}

/// The stock of a reward.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, crate::wire::Wire)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Stock {
    /// Whether it is counted.
    pub mode: StockMode,
    /// The exact number left, if the backend shows it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remaining: Option<Quantity>,
    /// The rough number left.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub band: Option<StockBand>,
    /// When more is expected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub restock_at: Option<Timestamp>,
}

/// How many one member may redeem.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, crate::wire::Wire)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct MemberLimit {
    /// How many in all, per window.
    pub per_member: Quantity,
    /// How many this reader may still redeem.
    pub remaining: Quantity,
    /// When the count starts again; absent if it never does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resets_at: Option<Timestamp>,
}

/// A dimension in which a reward varies.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, crate::wire::Wire)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct VariantAxis {
    /// Which axis.
    pub id: AxisId,
    /// Its name, for instance "Size".
    pub label: String,
    /// Its values in order.
    pub values: Vec<AxisValue>,
}

/// One value on an axis.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, crate::wire::Wire)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct AxisValue {
    /// Which value.
    pub id: AxisValueId,
    /// Its name, for instance "XL".
    pub label: String,
    /// A colour to show beside the name, `#rrggbb`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub swatch: Option<String>,
}

/// A combination of values that exists.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, crate::wire::Wire)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Combination {
    /// One value per axis, in the order of the axes.
    pub value_ids: Vec<AxisValueId>,
    /// What is left of it.
    pub stock: Stock,
}

/// A text that members can have printed or engraved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, crate::wire::Wire)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct PersonalisationField {
    /// Which field.
    pub id: PersonalisationId,
    /// Its label.
    pub label: String,
    /// The longest text allowed, in characters.
    pub max_length: Quantity,
    /// Whether it must be filled in.
    #[serde(default)]
    pub required: bool,
    /// What is allowed, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
}
