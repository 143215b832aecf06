//! What a verdict needs to know about whoever looks at a reward.

use std::collections::BTreeMap;

use sqlx::SqliteConnection;

use crate::{
    db::{Error, read_orders},
    engine::{self, MemberState, calendar},
    programme::{Programme, Reward},
};

/// Where the reader stands with the programme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BuyerStatus {
    /// Nobody is signed in.
    Anonymous,
    /// Signed in, not enrolled.
    NotEnrolled,
    /// Enrolled.
    Member,
    /// Enrolled, but may not act.
    Suspended,
}

/// Whoever looks at a reward.
#[derive(Debug, Clone)]
pub struct Buyer {
    /// Where they stand.
    pub status: BuyerStatus,
    /// Currency → what they can spend.
    pub available: BTreeMap<String, i64>,
    /// The tier they hold.
    pub tier: Option<String>,
    /// Reward → when they redeemed it, orders that came to nothing left out.
    pub orders: BTreeMap<String, Vec<i64>>,
}

impl Buyer {
    /// Somebody who is no member.
    pub fn outside(status: BuyerStatus) -> Self {
        Self {
            status,
            available: BTreeMap::new(),
            tier: None,
            orders: BTreeMap::new(),
        }
    }

    /// A member, settled to the moment of the request.
    ///
    /// # Errors
    /// The database's.
    pub async fn of(conn: &mut SqliteConnection, member: &MemberState) -> Result<Self, Error> {
        let mut orders = BTreeMap::<String, Vec<i64>>::new();
        for (reward, at) in read_orders::counted(conn, member.id).await? {
            orders.entry(reward).or_default().push(at);
        }
        Ok(Self {
            status: match member.status {
                engine::MemberStatus::Member => BuyerStatus::Member,
                engine::MemberStatus::Suspended => BuyerStatus::Suspended,
                engine::MemberStatus::Candidate | engine::MemberStatus::Closed => {
                    BuyerStatus::NotEnrolled
                }
            },
            available: member
                .balances
                .iter()
                .map(|(currency, balance)| (currency.clone(), balance.available))
                .collect(),
            tier: member.tier.as_ref().map(|state| state.tier.clone()),
            orders,
        })
    }

    /// What can be spent of a currency.
    pub fn balance(&self, currency: &str) -> i64 {
        self.available.get(currency).copied().unwrap_or(0)
    }

    /// How many of a limited reward are still open to them, and when the count starts afresh.
    pub fn left(&self, programme: &Programme, reward: &Reward, now: i64) -> Option<(i64, i64)> {
        let limit = reward.limit?;
        let (from, until) = calendar::limit_window(&programme.time_zone, limit.window, now);
        let had = self.orders.get(&reward.id).map_or(0, |orders| {
            orders
                .iter()
                .filter(|at| (from..until).contains(*at))
                .count()
        });
        let had = i64::try_from(had).unwrap_or(i64::MAX);
        Some((i64::from(limit.count).saturating_sub(had).max(0), until))
    }
}
