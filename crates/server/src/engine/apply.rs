//! Applies events and the passing of time to a member.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use palier_contract::stream::Topic;

use super::{
    BatchKey, Change, MemberStatus, TakenBack,
    calendar::{NEVER, add_months, date, next_anniversary, next_day_of_year, start_of_day},
    effects::{LedgerEntry, TierChangeKind},
    tiers,
};
use crate::programme::{TierMetric, Trigger};

/// Something a member did, as the brand's systems report it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// The reporter's id; makes the report idempotent.
    pub id: String,
    /// The contract's member id.
    pub member: String,
    /// One of the programme's event kinds.
    pub kind: String,
    /// Milliseconds since the epoch.
    pub occurred_at: i64,
    /// Money in minor units.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<i64>,
    /// Items; 1 when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quantity: Option<i64>,
    /// Further facts that conditions may test.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub properties: BTreeMap<String, String>,
    /// The id of an earlier event of the same member that this one takes back, such as
    /// a purchase that was returned. Such an event earns nothing itself; it takes back the
    /// points that rules paid, and the money that counted towards tiers: all of it, or with an
    /// `amount` that part of the purchase. Badges, and counts of events, stay as they are; a tier
    /// stays until its keep period ends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reverses: Option<String>,
}

/// What an event brought; stored, so that a retry gets the same answer.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// What was credited (or taken back), by rule, badge, series.
    pub entries: Vec<OutcomeEntry>,
    /// Badge ids earned.
    pub badges: Vec<String>,
    /// The tier reached, if it changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tier: Option<String>,
}

/// One movement an event brought.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutcomeEntry {
    /// Currency id.
    pub currency: String,
    /// Signed.
    pub amount: i64,
    /// See [`super::Reason`].
    pub reason: String,
    /// Id of the rule, badge or series.
    pub source: String,
    /// When pending points open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub available_at: Option<i64>,
}

/// Why an event is not accepted.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The programme does not know the kind.
    #[error("`{kind}` is not an event kind of this programme; known: {known}")]
    UnknownKind {
        /// As reported.
        kind: String,
        /// The kinds it could be.
        known: String,
    },
    /// Nobody has that id.
    #[error("no member has the id `{0}`")]
    UnknownMember(String),
    /// The member is not active. A suspended member earns nothing, but gives back what they return.
    #[error("the member is {0}, and only active members take part")]
    NotActive(&'static str),
    /// The event lies ahead of the server's clock by more than five minutes.
    #[error("`occurred_at` lies in the future")]
    InFuture,
    /// The event is from before the member joined.
    #[error("`occurred_at` is before the member joined")]
    BeforeJoining,
    /// The event takes back what had not happened yet.
    #[error("`occurred_at` is before the event `{0}`, which it takes back")]
    BeforeOriginal(String),
    /// An amount is negative, or too large for the contract.
    #[error("`{0}` must be from 0 to 9007199254740991")]
    OutOfRange(&'static str),
    /// The same id was used for a different event.
    #[error("the event id `{0}` was already used for a different event")]
    IdReused(String),
    /// The event to take back is unknown, another member's, or taken back already.
    #[error(
        "the event `{0}` cannot be taken back: it is unknown, another member's, or already taken back"
    )]
    NotReversible(String),
    /// The event to take back has less money left than that.
    #[error("{}", too_much(.event, *.left))]
    TooMuchBack {
        /// Which event.
        event: String,
        /// What is left of its money.
        left: i64,
    },
}

fn too_much(event: &str, left: i64) -> String {
    if left == 0 {
        format!("the event `{event}` has no money that could be taken back; leave `amount` out")
    } else {
        format!("`amount` must be from 1 to {left}, what is left of the event `{event}`")
    }
}

const DAY_MS: i64 = 24 * 60 * 60 * 1000;
/// How far ahead of the server's clock a reporter's may be.
const CLOCK_TOLERANCE_MS: i64 = 5 * 60 * 1000;

impl Change<'_> {
    /// Starts the membership: entry tier, welcome rules, yearly occasions.
    pub fn enrol(&mut self) {
        let at = self.member.joined_at;
        let zone = &self.programme.time_zone;
        self.member.anniversary_due = next_anniversary(zone, at, at);
        self.member.birthday_due = self
            .member
            .birthday
            .map_or(NEVER, |month_day| next_day_of_year(zone, month_day, at));
        self.upgrade(at);
        self.run_rules(
            &Trigger::Enrolment,
            &Event {
                occurred_at: at,
                ..Event::default()
            },
        );
        self.upgrade(at);
    }

    /// Applies an event. `taken_back` is the one it [reverses](Event::reverses), if any.
    ///
    /// # Errors
    /// [`Refusal`], with nothing changed but what time brought up to the event.
    pub fn apply(
        &mut self,
        event: &Event,
        taken_back: &TakenBack,
        now: i64,
    ) -> Result<Outcome, Refusal> {
        self.admit(event, now)?;
        let back = match &event.reverses {
            Some(original) if event.occurred_at < taken_back.occurred_at => {
                return Err(Refusal::BeforeOriginal(original.clone()));
            }
            Some(original) => Some(taken_back.part(original, event.amount)?),
            None => None,
        };
        self.settle(event.occurred_at);
        let before = (
            self.effects.ledger.len(),
            self.effects.badges.len(),
            self.effects.tier_changes.len(),
        );
        if let Some(part) = back {
            self.take_back(taken_back, part, event);
            return Ok(self.outcome_since(before));
        }
        self.count_event(event);
        self.score_event(event);
        self.run_rules(&Trigger::Event(event.kind.clone()), event);
        self.collect(event);
        self.upgrade(event.occurred_at);
        let outcome = self.outcome_since(before);
        let restored = self.restore(event.occurred_at);
        let reached = self.upgrade_since(event.occurred_at, now);
        Ok(Outcome {
            tier: reached.or(restored).or(outcome.tier.clone()),
            ..outcome
        })
    }

    /// What is told late may complete a tier together with what happened after it: looks at the
    /// end of each month from `then` on, and at `now`. Gives the tier reached, if any.
    fn upgrade_since(&mut self, then: i64, now: i64) -> Option<String> {
        let zone = &self.programme.time_zone;
        let before = self.effects.tier_changes.len();
        let mut month = date(zone, then).first_of_month();
        let mut at = then;
        while at < now {
            month = add_months(month, 1);
            at = now.min(start_of_day(zone, month) - 1);
            self.settle(at);
            self.upgrade(at);
        }
        let since = self.effects.tier_changes.iter().skip(before);
        since
            .rev()
            .find(|change| change.kind == TierChangeKind::Upgrade)
            .map(|change| change.to.clone())
    }

    fn admit(&self, event: &Event, now: i64) -> Result<(), Refusal> {
        let programme = self.programme;
        if !programme.events.contains(&event.kind) {
            let known = programme.events.join(", ");
            return Err(Refusal::UnknownKind {
                kind: event.kind.clone(),
                known,
            });
        }
        let gives_back = self.member.status == MemberStatus::Suspended && event.reverses.is_some();
        if self.member.status != MemberStatus::Member && !gives_back {
            return Err(Refusal::NotActive(self.member.status.as_str()));
        }
        if event.occurred_at > now.saturating_add(CLOCK_TOLERANCE_MS) {
            return Err(Refusal::InFuture);
        }
        if event.occurred_at < self.member.joined_at {
            return Err(Refusal::BeforeJoining);
        }
        let in_range = |value: Option<i64>| value.is_none_or(|value| (0..=NEVER).contains(&value));
        if !in_range(event.amount) {
            return Err(Refusal::OutOfRange("amount"));
        }
        if !in_range(event.quantity) {
            return Err(Refusal::OutOfRange("quantity"));
        }
        Ok(())
    }

    fn count_event(&mut self, event: &Event) {
        let at = event.occurred_at;
        tiers::count(
            self.programme,
            self.member,
            &TierMetric::Events(event.kind.clone()),
            1,
            at,
        );
        self.count_money(event.amount.unwrap_or(0), at);
        self.effects.topics.insert(Topic::Tier);
    }

    pub(super) fn count_money(&mut self, amount: i64, at: i64) {
        if amount != 0 {
            tiers::count(self.programme, self.member, &TierMetric::Spend, amount, at);
            self.effects.topics.insert(Topic::Tier);
        }
    }

    fn outcome_since(&self, (entries, badges, changes): (usize, usize, usize)) -> Outcome {
        let entry = |entry: &LedgerEntry| OutcomeEntry {
            currency: entry.currency.clone(),
            amount: entry.amount,
            reason: entry.source.reason.as_str().to_owned(),
            source: entry.source.id.clone(),
            available_at: entry.available_at,
        };
        Outcome {
            entries: self
                .effects
                .ledger
                .iter()
                .skip(entries)
                .map(entry)
                .collect(),
            badges: self.effects.badges.iter().skip(badges).cloned().collect(),
            tier: self
                .effects
                .tier_changes
                .iter()
                .skip(changes)
                .next_back()
                .map(|change| change.to.clone()),
        }
    }

    /// Brings the member up to `now`: opens pending points, lets points expire, decides
    /// on keeping the tier, celebrates yearly occasions; each at its own instant and in
    /// the order of time.
    pub fn settle(&mut self, now: i64) {
        while let Some((at, due)) = self.next_due().filter(|(at, _)| *at <= now) {
            match due {
                Due::Release(key) => self.release(&key),
                Due::Expire(key) => self.expire(&key),
                Due::Keep => self.evaluate_keeping(at),
                Due::Birthday => self.celebrate(&Trigger::Birthday, at),
                Due::Anniversary => self.celebrate(&Trigger::Anniversary, at),
            }
        }
    }

    fn next_due(&self) -> Option<(i64, Due)> {
        let member = &*self.member;
        let batch = member.batches.keys().map(|key| {
            if key.available_at > 0 && key.available_at < key.expires_at {
                (key.available_at, false, key)
            } else {
                (key.expires_at, true, key)
            }
        });
        let batch = batch.min_by_key(|(at, expires, _)| (*at, *expires));
        let first_batch = batch.map(|(at, expires, key)| {
            (
                at,
                if expires {
                    Due::Expire(key.clone())
                } else {
                    Due::Release(key.clone())
                },
            )
        });
        let occasions = [
            (
                member.tier.as_ref().map_or(NEVER, |tier| tier.keep_until),
                Due::Keep,
            ),
            (member.birthday_due, Due::Birthday),
            (member.anniversary_due, Due::Anniversary),
        ];
        // `min_by_key` keeps the first of equals: points open or lapse before anything else.
        let all = first_batch.into_iter().chain(occasions);
        all.filter(|(at, _)| *at < NEVER).min_by_key(|(at, _)| *at)
    }

    fn celebrate(&mut self, trigger: &Trigger, at: i64) {
        let zone = &self.programme.time_zone;
        // A day on: where the programme has moved to a zone further west, the day itself has yet to come.
        let after = at + DAY_MS;
        match (trigger, self.member.birthday) {
            (Trigger::Birthday, Some(month_day)) => {
                self.member.birthday_due = next_day_of_year(zone, month_day, after);
            }
            (Trigger::Birthday, None) => self.member.birthday_due = NEVER,
            _ => {
                self.member.anniversary_due = next_anniversary(zone, self.member.joined_at, after);
            }
        }
        if self.member.status == MemberStatus::Member {
            self.run_rules(
                trigger,
                &Event {
                    occurred_at: at,
                    ..Event::default()
                },
            );
            self.upgrade(at);
        }
    }
}

/// What time may bring.
enum Due {
    Release(BatchKey),
    Expire(BatchKey),
    Keep,
    Birthday,
    Anniversary,
}
