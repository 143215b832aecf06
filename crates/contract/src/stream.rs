//! `GET /v1/me/stream`: server-sent hints that something changed. Hints carry no data.

use serde::{Deserialize, Serialize};

use crate::open_enum;

open_enum! {
    /// A group of resources to fetch again.
    pub enum Topic {
        /// `/portal`
        Portal = "portal",
        /// `/me`
        Me = "me",
        /// `/me/balances`
        Balances = "balances",
        /// `/me/ledger`
        Ledger = "ledger",
        /// `/rewards`
        Rewards = "rewards",
        /// `/me/redemptions`
        Redemptions = "redemptions",
        /// `/me/tier`
        Tier = "tier",
        /// `/me/badges`
        Badges = "badges",
        /// `/leaderboards`
        Leaderboards = "leaderboards",
    }
}

/// One hint: the `data:` of a server-sent event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, crate::wire::Wire)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Hint {
    /// What to fetch again.
    pub topic: Topic,
}
