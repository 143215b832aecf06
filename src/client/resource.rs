//! Every address that the kit reads, typed by what it answers.

use std::marker::PhantomData;

use palier_contract::{
    Page,
    badge::Collection,
    balance::Balances,
    leaderboard::{Board, BoardList},
    ledger::LedgerEntry,
    member::Me,
    portal::Portal,
    redemption::Redemption,
    reward::{Reward, RewardPage},
    stream::Topic,
    theme::PortalTheme,
    tier::{Standing, TierLadder},
};

/// A readable address and the hint topic that makes it stale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resource<T> {
    pub(crate) path: String,
    pub(crate) topic: Topic,
    marker: PhantomData<fn() -> T>,
}

impl<T> Resource<T> {
    fn new(path: impl Into<String>, topic: Topic) -> Self {
        Self {
            path: path.into(),
            topic,
            marker: PhantomData,
        }
    }

    /// Adds query parameters in the order given; empty values are left out, so that equal
    /// questions have equal addresses.
    fn query(mut self, pairs: &[(&str, &str)]) -> Self {
        let mut mark = '?';
        for (name, value) in pairs.iter().filter(|(_, value)| !value.is_empty()) {
            self.path.push(mark);
            self.path.push_str(name);
            self.path.push('=');
            self.path
                .push_str(&String::from(js_sys::encode_uri_component(value)));
            mark = '&';
        }
        self
    }
}

/// The addresses themselves.
pub mod resources {
    use super::*;

    /// The address of a published portal document, which is read as text: see
    /// [`palier_contract::document::load`].
    #[must_use]
    pub fn portal_document(id: &str) -> String {
        format!("/portals/{}", js_sys::encode_uri_component(id))
    }

    /// How a published portal looks.
    #[must_use]
    pub fn theme(id: &str) -> Resource<PortalTheme> {
        let path = format!("/portals/{}/theme", js_sys::encode_uri_component(id));
        Resource::new(path, Topic::Portal)
    }

    /// The discovery document.
    #[must_use]
    pub fn portal() -> Resource<Portal> {
        Resource::new("/portal", Topic::Portal)
    }

    /// The reader.
    #[must_use]
    pub fn me() -> Resource<Me> {
        Resource::new("/me", Topic::Me)
    }

    /// The reader's balances.
    #[must_use]
    pub fn balances() -> Resource<Balances> {
        Resource::new("/me/balances", Topic::Balances)
    }

    /// The reader's movements.
    #[must_use]
    pub fn ledger(
        currency: &str,
        kind: &str,
        from: &str,
        limit: &str,
        cursor: &str,
    ) -> Resource<Page<LedgerEntry>> {
        Resource::new("/me/ledger", Topic::Ledger).query(&[
            ("currency", currency),
            ("kind", kind),
            ("from", from),
            ("limit", limit),
            ("cursor", cursor),
        ])
    }

    /// The catalogue. `sort` is `featured`, `price`, `newest` or `ending`.
    #[must_use]
    pub fn rewards(
        category: &str,
        q: &str,
        sort: &str,
        affordable: bool,
        limit: &str,
        cursor: &str,
    ) -> Resource<RewardPage> {
        Resource::new("/rewards", Topic::Rewards).query(&[
            ("category", category),
            ("q", q),
            ("sort", sort),
            ("affordable", if affordable { "true" } else { "" }),
            ("limit", limit),
            ("cursor", cursor),
        ])
    }

    /// One reward, with its full text.
    #[must_use]
    pub fn reward(id: &str) -> Resource<Reward> {
        Resource::new(
            format!("/rewards/{}", js_sys::encode_uri_component(id)),
            Topic::Rewards,
        )
    }

    /// The reader's orders.
    #[must_use]
    pub fn redemptions(cursor: &str) -> Resource<Page<Redemption>> {
        Resource::new("/me/redemptions", Topic::Redemptions).query(&[("cursor", cursor)])
    }

    /// One order.
    #[must_use]
    pub fn redemption(id: &str) -> Resource<Redemption> {
        Resource::new(
            format!("/me/redemptions/{}", js_sys::encode_uri_component(id)),
            Topic::Redemptions,
        )
    }

    /// The ladder.
    #[must_use]
    pub fn tiers() -> Resource<TierLadder> {
        Resource::new("/tiers", Topic::Tier)
    }

    /// The reader's place on the ladder.
    #[must_use]
    pub fn standing() -> Resource<Standing> {
        Resource::new("/me/tier", Topic::Tier)
    }

    /// Every series, as anybody may see it.
    #[must_use]
    pub fn series() -> Resource<Collection> {
        Resource::new("/series", Topic::Badges)
    }

    /// Every series with the reader's progress.
    #[must_use]
    pub fn badges() -> Resource<Collection> {
        Resource::new("/me/badges", Topic::Badges)
    }

    /// Every board.
    #[must_use]
    pub fn boards() -> Resource<BoardList> {
        Resource::new("/leaderboards", Topic::Leaderboards)
    }

    /// A part of a board. `id` may be `default`, the programme's first board.
    #[must_use]
    pub fn board(id: &str, period: &str, view: &str, limit: &str, cursor: &str) -> Resource<Board> {
        Resource::new(
            format!("/leaderboards/{}", js_sys::encode_uri_component(id)),
            Topic::Leaderboards,
        )
        .query(&[
            ("period", period),
            ("view", view),
            ("limit", limit),
            ("cursor", cursor),
        ])
    }
}
