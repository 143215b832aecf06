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
    /// The rewards, in the order asked for.
    pub items: Vec<Reward>,
    /// Where the next page begins; `null` on the last one.
    pub next_cursor: Option<String>,
    /// How many match in all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total: Option<Quantity>,
    /// When the server read them.
    pub as_of: Timestamp,
    /// Every category that has a visible reward, whatever the filter.
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
        /// Given to somebody else.
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
    /// Pictures, the first one for cards.
    #[serde(default)]
    pub media: Vec<Media>,
    /// Where it is filed.
    #[serde(default)]
    pub category_ids: Vec<CategoryId>,
    /// A short flag such as "New", in the reader's language.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ribbon: Option<String>,
    /// Ways to pay; any one suffices.
    pub prices: Vec<Price>,
    /// Changes whenever a price does. A quote is bound to it, so that nobody pays a price
    /// they did not see.
    pub price_version: String,
    /// What is left.
    pub stock: Stock,
    /// How many one member may have.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<MemberLimit>,
    /// In what it varies; empty when it does not.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub axes: Vec<VariantAxis>,
    /// Which combinations exist, with their stock.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub combinations: Vec<Combination>,
    /// Texts to print or engrave.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub personalisation: Vec<PersonalisationField>,
    /// When it can be redeemed (apart from when it can be seen).
    #[serde(default)]
    pub availability: Window,
    /// Whether a delivery address is needed.
    #[serde(default)]
    pub needs_address: bool,
    /// Conditions in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub terms: Option<String>,
    /// Materials, care, what to do at its end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sustainability: Option<String>,
    /// May this reader redeem it now, and if not, why.
    pub eligibility: Verdict,
    /// Legal next steps: `quote`, `redeem`, `sign_in`, `join`. What is eligible has `redeem`.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schema(value_type = std::collections::BTreeMap<String, crate::Action>))]
    pub actions: Actions,
}

/// One way to pay: all of its amounts together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, crate::wire::Wire)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Price {
    /// Which option.
    pub id: PriceId,
    /// What it takes, one amount per currency.
    pub amounts: Vec<Amount>,
    /// What it took before a discount.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub original: Vec<Amount>,
    /// Whether the reader's balance covers it.
    #[serde(default)]
    pub affordable: bool,
}

open_enum! {
    /// Whether stock is counted. An explicit mode: no magic nought or null.
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
        /// Enough.
        Plenty = "plenty",
        /// Not for long.
        Low = "low",
        /// Nothing.
        None = "none",
    }
}

/// What is left of a reward.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, crate::wire::Wire)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Stock {
    /// Whether it is counted.
    pub mode: StockMode,
    /// Exact count, where the backend shows it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remaining: Option<Quantity>,
    /// Rough count.
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
    /// In all, per window.
    pub per_member: Quantity,
    /// Still open to this reader.
    pub remaining: Quantity,
    /// When the count starts afresh; absent for once and for all.
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

/// A text that a member may have printed or engraved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, crate::wire::Wire)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct PersonalisationField {
    /// Which field.
    pub id: PersonalisationId,
    /// Its label.
    pub label: String,
    /// Longest text, in characters.
    pub max_length: Quantity,
    /// Whether it must be filled in.
    #[serde(default)]
    pub required: bool,
    /// What is allowed, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
}
