//! Orders of demo members: what they redeem and how far each order has come.

use std::collections::BTreeMap;

use palier_contract::redemption::RedemptionState as S;

use super::people::{DAY, HOUR, MINUTE};
use crate::{
    db::{
        bulk::PlacedOrder,
        orders::{NewCode, NewOrder},
    },
    engine::{Change, MemberState, Reason, Source, calendar},
    programme::{Fulfilment, Price, Programme, Reward, Stock},
};

/// Stock that random members leave for visitors of the demo, so that what the programme
/// file calls scarce stays as scarce as it says.
const LEFT_FOR_VISITORS: i64 = 60;

/// The demo's shelves and order numbers.
#[derive(Debug, Default)]
pub(super) struct Shop {
    /// (reward, variant) → what is left.
    pub(super) stock: BTreeMap<(String, String), i64>,
    /// Member → (reward, when), for limits.
    bought: BTreeMap<i64, Vec<(String, i64)>>,
    orders: u64,
}

impl Shop {
    pub(super) fn new(programme: &Programme, orders: u64) -> Self {
        let shelves = programme.rewards.iter().flat_map(|reward| {
            reward
                .initial_stock()
                .into_iter()
                .map(|(variant, count)| ((reward.id.clone(), variant), count))
        });
        Self {
            stock: shelves.collect(),
            bought: BTreeMap::new(),
            orders,
        }
    }

    /// How many orders have been numbered.
    pub(super) fn orders(&self) -> u64 {
        self.orders
    }

    /// What a member redeems who looks around from shelf number `start`; `None` when
    /// nothing suits or is affordable.
    pub(super) fn choose<'p>(
        &self,
        programme: &'p Programme,
        member: &MemberState,
        start: u64,
        at: i64,
    ) -> Option<(&'p Reward, &'p Price, String)> {
        let count = programme.rewards.len();
        let start = usize::try_from(start).unwrap_or(0) % count.max(1);
        let around = programme.rewards.iter().cycle().skip(start).take(count);
        around
            .filter(|reward| self.suits(programme, member, reward, at))
            .find_map(|reward| {
                Some((
                    reward,
                    affordable(member, reward)?,
                    self.shelf(reward, LEFT_FOR_VISITORS)?,
                ))
            })
    }

    fn suits(&self, programme: &Programme, member: &MemberState, reward: &Reward, at: i64) -> bool {
        let position = |tier: &str| programme.tier_position(tier);
        let held = member.tier.as_ref().and_then(|tier| position(&tier.tier));
        let unlocked = reward
            .min_tier
            .as_deref()
            .is_none_or(|least| held >= position(least));
        let within_limit = reward.limit.is_none_or(|limit| {
            let (from, _) = calendar::limit_window(&programme.time_zone, limit.window, at);
            let before = self.bought.get(&member.id).into_iter().flatten();
            let count = before
                .filter(|(bought, when)| *bought == reward.id && *when >= from)
                .count();
            count < usize::try_from(limit.count).unwrap_or(usize::MAX)
        });
        unlocked
            && within_limit
            && reward.personalisation.is_empty()
            && reward.availability.contains(at)
    }

    /// A variant of which more than `least` are left; '' where there is nothing to choose.
    fn shelf(&self, reward: &Reward, least: i64) -> Option<String> {
        if reward.stock == Stock::Unlimited {
            return Some(String::new());
        }
        let mut shelves = self
            .stock
            .iter()
            .filter(|((id, _), left)| *id == reward.id && **left > least);
        shelves.next().map(|((_, variant), _)| variant.clone())
    }

    /// Redeems a reward by name with its first affordable price, whatever is left.
    pub(super) fn pick<'p>(
        &self,
        programme: &'p Programme,
        member: &MemberState,
        reward: &str,
    ) -> Option<(&'p Reward, &'p Price, String)> {
        let reward = programme.reward(reward)?;
        Some((reward, affordable(member, reward)?, self.shelf(reward, 0)?))
    }

    /// Pays through the engine and writes the order with the states it has gone through.
    /// `None` when the points do not suffice after all.
    pub(super) fn place(
        &mut self,
        change: &mut Change<'_>,
        (reward, price, variant): (&Reward, &Price, String),
        states: &[(S, i64)],
        at: i64,
    ) -> Option<PlacedOrder> {
        let id = format!("rd_demo{:06}", self.orders + 1);
        let source = Source::new(Reason::Redemption, &id);
        let paid = change.spend(&price.amounts, at, &source).ok()?;
        let last = states.last().map_or(&S::Requested, |(state, _)| state);
        if !matches!(last, S::Requested | S::Reserved) {
            change.confirm_spent(&price.amounts);
        }
        if matches!(last, S::Failed | S::Cancelled | S::Refunded) {
            let when = states.last().map_or(at, |(_, when)| *when);
            change.refund(&paid, false, when, &Source::new(Reason::Refund, &id));
        } else if let Some(left) = self.stock.get_mut(&(reward.id.clone(), variant.clone())) {
            *left -= 1;
        }
        self.orders += 1;
        self.bought
            .entry(change.member.id)
            .or_default()
            .push((reward.id.clone(), at));
        let shipped = states.iter().any(|(state, _)| *state == S::Shipped);
        let issued = states
            .iter()
            .find(|(state, _)| *state == S::Issued)
            .map(|(_, when)| *when);
        Some(PlacedOrder {
            code: issued.and_then(|when| code(reward, self.orders, when)),
            tracking: shipped.then(|| tracking(self.orders)),
            order: NewOrder {
                id,
                member: change.member.id,
                reward: reward.id.clone(),
                variant,
                price: price.amounts.clone(),
                personalisation: engraving(reward),
                address: (reward.fulfilment == Fulfilment::Ship).then(address),
                at,
            },
            paid,
            states: states.to_vec(),
        })
    }
}

fn affordable<'p>(member: &MemberState, reward: &'p Reward) -> Option<&'p Price> {
    reward.prices.iter().find(|price| {
        price
            .amounts
            .iter()
            .all(|amount| member.balance(&amount.currency).available >= amount.value)
    })
}

/// How far an order placed at `at` has come by `now`.
pub(super) fn progress(reward: &Reward, at: i64, now: i64) -> Vec<(S, i64)> {
    let path: &[(S, i64)] = match reward.fulfilment {
        Fulfilment::Ship => &[
            (S::Requested, 0),
            (S::Confirmed, MINUTE),
            (S::Preparing, DAY),
            (S::Shipped, 2 * DAY),
            (S::Delivered, 5 * DAY),
        ],
        Fulfilment::Booking => &[(S::Requested, 0), (S::Confirmed, MINUTE)],
        Fulfilment::Code | Fulfilment::Download | Fulfilment::Grant => {
            &[(S::Requested, 0), (S::Confirmed, 0), (S::Issued, 0)]
        }
    };
    let lapses = has_code(reward).then_some(reward.code_valid_days).flatten();
    let lapses = lapses.map(|days| (S::Expired, i64::from(days) * DAY));
    path.iter()
        .cloned()
        .chain(lapses)
        .map(|(state, after)| (state, at + after))
        .filter(|(_, when)| *when <= now)
        .collect()
}

/// A reward, how many hours ago it was ordered, and its states with hours after that.
type Ordered = (&'static str, i64, &'static [(S, i64)]);

/// One order per state: reward, hours ago, and the states it went through with hours
/// after the order.
pub(super) const EVERY_STATE: [Ordered; 13] = [
    (
        "coffee-voucher",
        2400,
        &[
            (S::Requested, 0),
            (S::Confirmed, 0),
            (S::Issued, 0),
            (S::Expired, 2160),
        ],
    ),
    (
        "notebook",
        1100,
        &[
            (S::Requested, 0),
            (S::Confirmed, 1),
            (S::Preparing, 20),
            (S::Shipped, 45),
            (S::Delivered, 120),
            (S::Returned, 400),
        ],
    ),
    (
        "tote-bag",
        1000,
        &[
            (S::Requested, 0),
            (S::Confirmed, 1),
            (S::Preparing, 20),
            (S::Shipped, 44),
            (S::Delivered, 100),
            (S::Returned, 300),
            (S::Refunded, 340),
        ],
    ),
    (
        "ebook",
        720,
        &[(S::Requested, 0), (S::Confirmed, 0), (S::Failed, 1)],
    ),
    ("beanie", 500, &[(S::Requested, 0), (S::Cancelled, 3)]),
    (
        "enamel-mug",
        400,
        &[
            (S::Requested, 0),
            (S::Confirmed, 1),
            (S::Preparing, 24),
            (S::Shipped, 48),
            (S::Delivered, 110),
        ],
    ),
    (
        "tote-bag",
        260,
        &[
            (S::Requested, 0),
            (S::Confirmed, 1),
            (S::Preparing, 24),
            (S::Shipped, 50),
            (S::Delayed, 170),
        ],
    ),
    (
        "gift-card-10",
        190,
        &[(S::Requested, 0), (S::Confirmed, 0), (S::Issued, 0)],
    ),
    (
        "water-bottle",
        75,
        &[
            (S::Requested, 0),
            (S::Confirmed, 1),
            (S::Preparing, 24),
            (S::Shipped, 50),
        ],
    ),
    (
        "t-shirt",
        40,
        &[(S::Requested, 0), (S::Confirmed, 1), (S::Preparing, 26)],
    ),
    ("studio-tour", 20, &[(S::Requested, 0), (S::Confirmed, 1)]),
    ("engraved-pen", 3, &[(S::Requested, 0), (S::Reserved, 0)]),
    ("coaching-session", 1, &[(S::Requested, 0)]),
];

/// The absolute instants of an order of [`EVERY_STATE`].
pub(super) fn timed(states: &[(S, i64)], at: i64) -> Vec<(S, i64)> {
    states
        .iter()
        .map(|(state, hours)| (state.clone(), at + hours * HOUR))
        .collect()
}

fn has_code(reward: &Reward) -> bool {
    matches!(reward.fulfilment, Fulfilment::Code | Fulfilment::Download)
}

fn code(reward: &Reward, number: u64, at: i64) -> Option<NewCode> {
    const LETTERS: [char; 32] = [
        'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'J', 'K', 'L', 'M', 'N', 'P', 'Q', 'R', 'S', 'T',
        'U', 'V', 'W', 'X', 'Y', 'Z', '2', '3', '4', '5', '6', '7', '8', '9',
    ];
    if !has_code(reward) {
        return None;
    }
    let mut left = number.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let mut group = || -> String {
        (0..4)
            .filter_map(|_| {
                let letter = LETTERS
                    .get(usize::try_from(left % 32).unwrap_or(0))
                    .copied();
                left /= 32;
                letter
            })
            .collect()
    };
    let value = format!("DEMO-{}-{}-{number}", group(), group());
    let expires_at = reward
        .code_valid_days
        .map(|days| at + i64::from(days) * DAY);
    Some(NewCode {
        value,
        format: "text",
        valid_from: at,
        expires_at,
        use_limit: 1,
    })
}

fn tracking(number: u64) -> String {
    serde_json::json!({ "carrier": "Demo Post", "number": format!("DP{number:09}") }).to_string()
}

fn address() -> String {
    serde_json::json!({
        "name": "Demo Member", "street": "1 Demo Street", "postal_code": "00000", "city": "Demo", "country": "FR"
    })
    .to_string()
}

fn engraving(reward: &Reward) -> BTreeMap<String, String> {
    reward
        .personalisation
        .iter()
        .map(|field| (field.id.clone(), "Grow slowly".to_owned()))
        .collect()
}
