//! Rewards: what points can buy.

use std::collections::BTreeMap;

use super::{Amount, Media, TextMap, Window};

/// A shelf of the catalogue.
#[derive(Debug, Clone, PartialEq)]
pub struct Category {
    /// Stable id.
    pub id: String,
    /// Shown to members.
    pub name: TextMap,
}

/// Something a member can redeem points for.
#[derive(Debug, Clone, PartialEq)]
pub struct Reward {
    /// Stable id.
    pub id: String,
    /// Shown to members.
    pub name: TextMap,
    /// One line for the card.
    pub summary: TextMap,
    /// Paragraphs for the detail view, plain text, split at blank lines.
    pub description: TextMap,
    /// What it is.
    pub kind: RewardKind,
    /// How the member gets it.
    pub fulfilment: Fulfilment,
    /// Category ids.
    pub categories: Vec<String>,
    /// Any one of them buys it.
    pub prices: Vec<Price>,
    /// How many there are.
    pub stock: Stock,
    /// How many one member may have.
    pub limit: Option<MemberLimit>,
    /// Size, colour …; `None` when there is nothing to choose.
    pub variants: Option<Variants>,
    /// Texts to engrave or print.
    pub personalisation: Vec<PersonalisationField>,
    /// When it can be redeemed.
    pub availability: Window,
    /// When it is in the catalogue, which may begin earlier and end later.
    pub visibility: Window,
    /// The lowest tier that may redeem it.
    pub min_tier: Option<String>,
    /// A small label on the card.
    pub ribbon: Option<Ribbon>,
    /// Conditions in plain words.
    pub terms: TextMap,
    /// What it is made of and what becomes of it.
    pub sustainability: Option<Sustainability>,
    /// Pictures, the first is the main one.
    pub media: Vec<Media>,
    /// Days a code stays valid after it was issued; `None`: no end.
    pub code_valid_days: Option<u32>,
}

/// What a reward is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RewardKind {
    /// A thing that is shipped.
    Physical,
    /// A code to use elsewhere.
    Code,
    /// Something that happens at a place and time.
    Experience,
    /// The brand gives on the member's behalf.
    Donation,
    /// A file.
    Download,
}

impl RewardKind {
    /// The contract's word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Physical => "physical",
            Self::Code => "code",
            Self::Experience => "experience",
            Self::Donation => "donation",
            Self::Download => "download",
        }
    }
}

/// How a reward reaches the member.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fulfilment {
    /// Needs an address, then shipping.
    Ship,
    /// A code is issued at once.
    Code,
    /// A link is issued at once.
    Download,
    /// A place is booked.
    Booking,
    /// Nothing more to do.
    Grant,
}

impl Fulfilment {
    /// The contract's word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ship => "ship",
            Self::Code => "code",
            Self::Download => "download",
            Self::Booking => "booking",
            Self::Grant => "grant",
        }
    }
}

/// One way to pay: all of its amounts together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Price {
    /// Stable within the reward: a member picks a price by it.
    pub id: String,
    /// At most one amount per currency.
    pub amounts: Vec<Amount>,
}

/// How many there are to begin with; what is left lives in the database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stock {
    /// Never runs out.
    Unlimited,
    /// So many in all. With variants the combinations carry the numbers instead.
    Limited(i64),
    /// Each variant combination has its own number.
    PerVariant,
}

/// A ceiling per member.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MemberLimit {
    /// So many, from 1.
    pub count: u32,
    /// In this period.
    pub window: LimitWindow,
}

/// The period a member limit counts in, in the programme's time zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LimitWindow {
    /// The whole membership.
    Ever,
    /// A day.
    Day,
    /// Monday to Sunday.
    Week,
    /// A month.
    Month,
    /// A calendar year.
    Year,
}

/// Choices to make before redeeming.
#[derive(Debug, Clone, PartialEq)]
pub struct Variants {
    /// In the order they are asked.
    pub axes: Vec<VariantAxis>,
    /// Those that exist; any other is not offered.
    pub combinations: Vec<Variant>,
}

/// One choice, e.g. size.
#[derive(Debug, Clone, PartialEq)]
pub struct VariantAxis {
    /// Stable id.
    pub id: String,
    /// Shown to members.
    pub label: TextMap,
    /// What can be picked.
    pub values: Vec<VariantValue>,
}

/// One possible pick.
#[derive(Debug, Clone, PartialEq)]
pub struct VariantValue {
    /// Stable id.
    pub id: String,
    /// Shown to members.
    pub label: TextMap,
    /// `#rrggbb` for colours.
    pub swatch: Option<String>,
}

/// One combination of picks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Variant {
    /// One value id per axis, in the order of the axes.
    pub values: Vec<String>,
    /// Initial stock.
    pub stock: i64,
}

impl Variant {
    /// The key of its stock row: value ids joined by `/`.
    pub fn key(&self) -> String {
        self.values.join("/")
    }
}

/// A text the member writes, to be engraved or printed.
#[derive(Debug, Clone, PartialEq)]
pub struct PersonalisationField {
    /// Stable id.
    pub id: String,
    /// Shown to members.
    pub label: TextMap,
    /// Characters, at least.
    pub min_length: u32,
    /// Characters, at most.
    pub max_length: u32,
    /// The characters allowed besides letters and digits of any script; `None`: any.
    pub allowed: Option<String>,
}

impl PersonalisationField {
    /// Whether `text` may be engraved: length in characters, then the alphabet.
    pub fn accepts(&self, text: &str) -> bool {
        let length = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
        let fits = (self.min_length..=self.max_length).contains(&length);
        let known = self.allowed.as_ref().is_none_or(|allowed| {
            text.chars()
                .all(|letter| letter.is_alphanumeric() || allowed.contains(letter))
        });
        fits && known && !text.chars().any(char::is_control)
    }
}

/// A small label on a reward's card. Urgency is never invented: these are facts the
/// brand states.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ribbon {
    /// Newly in the catalogue.
    New,
    /// A limited edition.
    Limited,
    /// Chosen often.
    Popular,
}

impl Ribbon {
    /// The contract's word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Limited => "limited",
            Self::Popular => "popular",
        }
    }
}

/// What a reward is made of and what becomes of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sustainability {
    /// Materials and origin.
    pub materials: TextMap,
    /// How to make it last.
    pub care: TextMap,
    /// How to return, recycle or reuse it.
    pub end_of_life: TextMap,
}

impl Reward {
    /// Stock rows to create: variant key ('' without variants) → initial number.
    /// Empty when stock is unlimited.
    pub fn initial_stock(&self) -> BTreeMap<String, i64> {
        match (self.stock, &self.variants) {
            (Stock::Unlimited, _) => BTreeMap::new(),
            (Stock::Limited(count), _) => BTreeMap::from([(String::new(), count)]),
            (Stock::PerVariant, Some(variants)) => variants
                .combinations
                .iter()
                .map(|variant| (variant.key(), variant.stock))
                .collect(),
            (Stock::PerVariant, None) => BTreeMap::new(),
        }
    }
}
