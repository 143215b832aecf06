//! The ladder as somebody who is described stands on it.

use serde_json::{Value, json};

use super::super::fields::{list, number, set, word};
use super::{Eyes, since};
use crate::designer::preview::persona::Persona;

/// Every tier, and which one is held.
pub(super) struct Ladder<'a> {
    reply: &'a Value,
    tiers: &'a [Value],
    /// The place of the tier that they hold.
    at: Option<usize>,
}

impl<'a> Ladder<'a> {
    /// `reply` is the backend's. A tier that it does not know any more is none.
    pub(super) fn of(reply: &'a Value, persona: &Persona) -> Self {
        let tiers = list(reply, "tiers");
        let at = persona.tier.as_deref().and_then(|id| place(tiers, id));
        Self { reply, tiers, at }
    }

    /// The tier that they hold.
    pub(super) fn held(&self) -> Option<&'a Value> {
        self.tiers.get(self.at?)
    }

    fn next(&self) -> Option<&'a Value> {
        self.tiers.get(self.at.map_or(0, |at| at + 1))
    }

    /// Whether they hold this tier or one above.
    pub(super) fn reaches(&self, id: &str) -> bool {
        place(self.tiers, id).is_some_and(|wanted| self.at >= Some(wanted))
    }

    /// The ladder with the benefits of what they hold and of all below it.
    pub(super) fn opened(&self) -> Value {
        let mut reply = self.reply.clone();
        let tiers = reply.get_mut("tiers").and_then(Value::as_array_mut);
        let reached = self.at.map_or(0, |at| at + 1);
        for tier in tiers.into_iter().flatten().take(reached) {
            let benefits = tier.get_mut("benefits").and_then(Value::as_array_mut);
            for benefit in benefits.into_iter().flatten() {
                set(benefit, "state", json!("available"));
            }
        }
        reply
    }

    /// Where they stand. What keeping a tier takes the ladder does not say.
    pub(super) fn standing(&self, eyes: &Eyes<'_>) -> Value {
        let mut standing = json!({
            "as_of": eyes.instant(0.0),
            "state": match (self.at, self.next()) {
                (None, _) => "no_tier",
                (_, Some(_)) => "in_progress",
                (_, None) => "top",
            },
            "requirements": self.progress(eyes.persona),
            "just_upgraded": false,
        });
        let id = |tier: &Value| tier.get("id").cloned();
        for (name, tier) in [("current", self.held()), ("next", self.next())] {
            if let Some(id) = tier.and_then(id) {
                set(&mut standing, name, id);
            }
        }
        if let (Some(since), Some(_)) = (since(eyes.persona), self.at) {
            set(&mut standing, "since", json!(since));
        }
        standing
    }

    /// What the next tier takes, with how far they are.
    fn progress(&self, persona: &Persona) -> Vec<Value> {
        let asked = self.next().map(|tier| list(tier, "requirements"));
        let asked = asked.unwrap_or_default().iter().map(|one| {
            let mut one = one.clone();
            let current = self.current(persona, &one);
            set(&mut one, "current", json!(current));
            one
        });
        asked.collect()
    }

    /// What they hold, where that lies between the two tiers; otherwise they are half-way.
    fn current(&self, persona: &Persona, asked: &Value) -> i64 {
        let (floor, target) = (self.floor(asked), number(asked, "target"));
        let holds = persona.amounts.get(word(asked, "currency")).copied();
        holds
            .filter(|holds| (floor..target).contains(holds))
            .unwrap_or_else(|| floor.saturating_add(target.saturating_sub(floor).max(0) / 2))
    }

    /// What their own tier took of the same measure.
    fn floor(&self, asked: &Value) -> i64 {
        let own = self.held().map(|tier| list(tier, "requirements"));
        let mut same = own.unwrap_or_default().iter().filter(|one| {
            word(one, "metric") == word(asked, "metric")
                && word(one, "currency") == word(asked, "currency")
        });
        same.next().map_or(0, |one| number(one, "target"))
    }

    /// How much of a currency they must have earned to stand where they stand.
    pub(super) fn earned(&self, persona: &Persona, currency: &str) -> i64 {
        let own = self.held().map(|tier| list(tier, "requirements"));
        let own = own.unwrap_or_default().iter();
        let taken = own.filter(|one| word(one, "currency") == currency);
        let taken = taken.map(|one| number(one, "target"));
        let ahead = self.progress(persona).into_iter();
        let ahead = ahead.filter(|one| word(one, "currency") == currency);
        let ahead = ahead.map(|one| number(&one, "current"));
        taken.chain(ahead).max().unwrap_or_default()
    }
}

fn place(tiers: &[Value], id: &str) -> Option<usize> {
    tiers.iter().position(|tier| word(tier, "id") == id)
}
