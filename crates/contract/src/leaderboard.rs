//! `GET /v1/leaderboards`, `/v1/leaderboards/{id}`: rankings that do not shame.
//!
//! Query of one board: `period` (a key of `periods`), `view` (`top`, `around_me`), `limit`,
//! `cursor` (top only). The id `default` is the programme's first board: a page can ask for it
//! before it knows which boards there are, so that requests need not wait for one another.

use serde::{Deserialize, Serialize};

use crate::{
    Media, Quantity, Timestamp,
    ids::{BoardEntryId, BoardId, CurrencyId},
    open_enum,
};

/// Every board of the programme.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, crate::wire::Wire)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct BoardList {
    /// The boards, in the programme's order.
    pub items: Vec<BoardSummary>,
}

/// A board without its rows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, crate::wire::Wire)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct BoardSummary {
    /// Which board.
    pub id: BoardId,
    /// Its name.
    pub title: String,
    /// Its periods, current first: that one is shown when none is asked for.
    pub periods: Vec<Period>,
}

open_enum! {
    /// Where a period stands.
    pub enum PeriodState {
        /// Has not begun.
        Upcoming = "upcoming",
        /// Scores still move.
        Live = "live",
        /// Closed; nothing moves any more.
        Final = "final",
    }
}

/// A calendar period over which a board counts; never a sliding window.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, crate::wire::Wire)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Period {
    /// A stable key, for instance `2026-W47`.
    pub key: String,
    /// Its name in the reader's language, for instance "This week".
    pub label: String,
    /// First instant.
    pub starts_at: Timestamp,
    /// First instant after.
    pub ends_at: Timestamp,
    /// Where it stands.
    pub state: PeriodState,
}

open_enum! {
    /// Which part of a board is shown.
    pub enum BoardView {
        /// From the first rank down.
        Top = "top",
        /// The member's neighbours.
        AroundMe = "around_me",
    }
}

open_enum! {
    /// How equal scores are ranked.
    pub enum TiePolicy {
        /// 1, 2, 2, 4.
        Competition = "competition",
        /// 1, 2, 2, 3.
        Dense = "dense",
    }
}

/// A part of a board.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, crate::wire::Wire)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Board {
    /// Which board.
    pub id: BoardId,
    /// Its name.
    pub title: String,
    /// What is counted, in words.
    pub metric: String,
    /// The currency that is counted, if it is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub currency: Option<CurrencyId>,
    /// Which period.
    pub period: Period,
    /// Which part.
    pub view: BoardView,
    /// The rows, best first.
    pub entries: Vec<BoardEntry>,
    /// The reader's own place; absent for anonymous readers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub me: Option<MyPlace>,
    /// How many are ranked.
    pub total: Quantity,
    /// How equal scores are ranked.
    pub tie_policy: TiePolicy,
    /// What the ranks win, from rank 1 on; no rank is in two of them.
    #[serde(default)]
    pub prizes: Vec<Prize>,
    /// How it works, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rules: Option<String>,
    /// When the server read it.
    pub as_of: Timestamp,
    /// Where the next rows begin (top view); `null` at the end.
    #[serde(default)]
    pub next_cursor: Option<String>,
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, crate::wire::Wire)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct BoardEntry {
    /// A pseudonym that is stable within board and period.
    pub id: BoardEntryId,
    /// The rank, from 1.
    pub rank: Quantity,
    /// The alias; absent when the member hides it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The picture.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub avatar: Option<Media>,
    /// The score.
    pub score: Quantity,
    /// Name of the member's tier, if they show it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tier: Option<String>,
    /// Whether it is the reader's own row.
    #[serde(default)]
    pub is_me: bool,
    /// Places gained (positive) or lost since the last snapshot; absent for newcomers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub movement: Option<Quantity>,
}

/// The reader's own place, whatever part is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, crate::wire::Wire)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct MyPlace {
    /// Their row; absent when unranked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entry: Option<BoardEntry>,
    /// Whether they chose not to be ranked.
    #[serde(default)]
    pub opted_out: bool,
    /// Their score if they have one but no row, as after opting out; nobody else is told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub score: Option<Quantity>,
    /// How far ahead the next better rank is: its score less one's own. Nothing is ahead of rank 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gap_to_next: Option<Quantity>,
}

/// What a range of ranks wins.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, crate::wire::Wire)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Prize {
    /// First rank that wins it.
    pub from_rank: Quantity,
    /// Last rank that wins it.
    pub to_rank: Quantity,
    /// What it is.
    pub title: String,
}
