//! Demo members in telling situations, by stable id. Their situations are not set, they
//! follow from what these members did.

use super::people::{Act, DAY, HOUR, MINUTE, Person};
use crate::engine::{Event, MemberState};

/// A demo member worth signing in as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Situation {
    /// Public member id.
    pub id: &'static str,
    /// Alias shown to others.
    pub alias: &'static str,
    /// What one sees as this member, in English.
    pub en: &'static str,
    /// The same in French.
    pub fr: &'static str,
}

/// All of them, in the order to list them.
pub const SITUATIONS: [Situation; 8] = [
    Situation {
        id: "new",
        alias: "New Acorn",
        en: "Joined two hours ago: entry tier, welcome points, nothing else yet.",
        fr: "Inscrit il y a deux heures : premier palier, points de bienvenue, rien d’autre encore.",
    },
    Situation {
        id: "expiring",
        alias: "Late Leaf",
        en: "About to lose points: several batches expire in the coming months, the first very soon.",
        fr: "Va perdre des points : plusieurs lots expirent dans les mois à venir, le premier très bientôt.",
    },
    Situation {
        id: "almost",
        alias: "Budding Rose",
        en: "One purchase away from the next tier.",
        fr: "À un achat du palier suivant.",
    },
    Situation {
        id: "top",
        alias: "Tall Oak",
        en: "Top tier, a large balance, every reward unlocked, high on the leaderboards.",
        fr: "Dernier palier, solde élevé, toutes les récompenses ouvertes, en tête des classements.",
    },
    Situation {
        id: "suspended",
        alias: "Resting Fern",
        en: "Suspended: sees everything, can neither earn nor redeem.",
        fr: "Suspendu : voit tout, ne peut ni gagner ni échanger.",
    },
    Situation {
        id: "opted_out",
        alias: "Hidden Hazel",
        en: "Out of the leaderboards by choice: own score visible, no rank, in nobody's list.",
        fr: "Hors classement par choix : score visible pour soi, sans rang, dans aucune liste.",
    },
    Situation {
        id: "collector",
        alias: "Patient Magpie",
        en: "One badge short of a complete series, and two thirds of the way to it.",
        fr: "À un badge d’une série complète, et déjà aux deux tiers du chemin.",
    },
    Situation {
        id: "orders",
        alias: "Busy Beaver",
        en: "Orders in every state, from requested to delivered, cancelled and returned.",
        fr: "Des commandes dans tous les états, de demandée à livrée, annulée et retournée.",
    },
];

/// The member of a situation with the acts that lead to it.
pub(super) fn person(situation: &Situation, id: i64, today: i64, now: i64) -> Person {
    let joined_at = match situation.id {
        "new" => now - 2 * HOUR,
        // A year ago to the day: the first points lapse at the end of this month.
        "expiring" => today - 365 * DAY + 9 * HOUR,
        _ => today - 330 * DAY + 9 * HOUR,
    };
    let mut member = MemberState::new(id, situation.id, situation.alias, joined_at);
    member.opted_out = situation.id == "opted_out";
    let mut life = Life {
        member: situation.id,
        today,
        now,
        acts: Vec::new(),
    };
    match situation.id {
        "new" => life.at(now - HOUR, "visit", None, &[]),
        "expiring" => expiring(&mut life),
        "almost" => almost(&mut life),
        "top" => top(&mut life),
        "collector" => collector(&mut life),
        "orders" => top(&mut life),
        _ => regular(&mut life),
    }
    let mut acts = life.acts;
    acts.sort_by_key(|(at, _)| *at);
    Person { member, acts }
}

fn expiring(life: &mut Life) {
    life.purchase(364, 26_000, "web");
    life.purchase(330, 9_500, "store");
    life.purchase(290, 14_000, "web");
    life.purchase(200, 4_200, "web");
    life.day(40, "review");
    life.day(3, "visit");
}

/// Enough points for the third tier, but five purchases where it asks for six.
fn almost(life: &mut Life) {
    for (days, cents) in [
        (300, 14_800),
        (240, 16_500),
        (180, 15_900),
        (110, 17_200),
        (45, 16_800),
    ] {
        life.purchase(days, cents, "web");
    }
    for days in [200, 90, 20, 5] {
        life.day(days, "review");
        life.day(days - 1, "quiz");
    }
    life.today("visit");
}

fn top(life: &mut Life) {
    for step in 0..24 {
        life.purchase(
            320 - step * 13,
            14_000 + step * 350,
            if step % 2 == 0 { "web" } else { "store" },
        );
    }
    for step in 0..40 {
        life.day(318 - step * 8, "visit");
        life.day(316 - step * 8, "quiz");
    }
    for days in [280, 190, 100, 30] {
        life.day(days, "workshop");
        life.day(days + 2, "photo");
        life.day(days + 1, "review");
    }
    for days in [250, 130] {
        life.day(days, "referral");
    }
    // Returned: earned, then taken back.
    life.purchase(27, 8_900, "web");
    life.take_back(19);
    // Within the return period: earned, still pending.
    life.purchase(6, 21_500, "web");
    life.purchase(1, 46_000, "store");
    regular_week(life);
}

/// All explorer badges but the last, which asks for three friends.
fn collector(life: &mut Life) {
    for step in 0..42 {
        life.day(320 - step * 7, "visit");
    }
    for step in 0..8 {
        let at = life.today - (300 - i64::from(step) * 20) * DAY + 22 * HOUR;
        life.at(at, "visit", None, &[("part", "night")]);
        life.purchase(
            290 - i64::from(step) * 30,
            3_200,
            if step % 2 == 0 { "web" } else { "store" },
        );
    }
    for days in [210, 60] {
        life.day(days, "referral");
    }
    regular_week(life);
}

fn regular(life: &mut Life) {
    for step in 0..8 {
        life.purchase(300 - step * 36, 5_500, "web");
        life.day(298 - step * 36, "review");
    }
    regular_week(life);
}

/// Something on each of the last days, so that every board has them.
fn regular_week(life: &mut Life) {
    for days in 1..7 {
        life.day(days, "visit");
    }
    life.today("visit");
    life.today("review");
}

/// A list of acts in the making.
struct Life {
    member: &'static str,
    today: i64,
    now: i64,
    acts: Vec<(i64, Act)>,
}

impl Life {
    fn purchase(&mut self, days_ago: i64, cents: i64, channel: &str) {
        self.at(
            self.today - days_ago * DAY + 11 * HOUR,
            "purchase",
            Some(cents),
            &[("channel", channel)],
        );
    }

    /// Takes the latest act back.
    fn take_back(&mut self, days_ago: i64) {
        let Some((_, Act::Event(original))) = self.acts.last() else {
            return;
        };
        let at = self.today - days_ago * DAY + 16 * HOUR;
        let reverses = Some(original.id.clone());
        let id = format!("{}-back", original.id);
        let event = Event {
            id,
            reverses,
            occurred_at: at,
            ..original.clone()
        };
        self.acts.push((at, Act::Event(event)));
    }

    fn day(&mut self, days_ago: i64, kind: &str) {
        self.at(self.today - days_ago * DAY + 15 * HOUR, kind, None, &[]);
    }

    /// Half an hour ago, or when today began: a week that is younger than that is this one already.
    fn today(&mut self, kind: &str) {
        let at = self.today.max(self.now - 30 * MINUTE);
        self.at(at, kind, None, &[]);
    }

    fn at(&mut self, at: i64, kind: &str, amount: Option<i64>, properties: &[(&str, &str)]) {
        let event = Event {
            id: format!("demo-{}-{}", self.member, self.acts.len()),
            member: self.member.to_owned(),
            kind: kind.to_owned(),
            occurred_at: at,
            amount,
            properties: properties
                .iter()
                .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
                .collect(),
            ..Event::default()
        };
        self.acts.push((at, Act::Event(event)));
    }
}
