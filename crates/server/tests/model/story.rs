//! Stories of a programme: what is told, when, and what members do in between.

use palier_server::{engine::Event, programme::Programme};
use proptest::prelude::*;

use super::{compare, model::Model, real::Real};

pub(crate) const HOUR: i64 = 3_600_000;
/// 2025-12-29, a Monday, at midnight in Paris.
pub(crate) const START: i64 = 1_766_962_800_000;

pub(crate) const PEOPLE: [(&str, Option<(i8, i8)>); 3] = [
    ("ann", Some((2, 29))),
    ("bob", Some((1, 1))),
    ("cleo", None),
];
const KINDS: [&str; 3] = ["purchase", "visit", "review"];

/// One step of a story.
#[derive(Debug, Clone)]
pub(crate) enum Step {
    /// An event of a kind that happened so many hours ago.
    Tell {
        who: usize,
        kind: usize,
        cents: Option<i64>,
        items: Option<i64>,
        photo: bool,
        ago: i64,
    },
    /// An event told before is told again, as it was or changed.
    Again {
        which: usize,
        changed: bool,
    },
    /// An event is taken back: quarters of its money (0: whatever is left; 5: too much).
    Return {
        which: usize,
        quarters: i64,
        by: Option<usize>,
        ago: i64,
    },
    /// Hours pass; the clock may be put back, too.
    Wait(i64),
    /// The duties that time brings.
    Sweep,
    /// A member looks at what they have.
    Look(usize),
    Redeem {
        who: usize,
        price: usize,
    },
    Cancel(usize),
    /// A member goes off the boards, or back onto them.
    Hide(usize),
    /// A member is suspended, or takes part again.
    Suspend(usize),
}

pub(crate) fn step() -> impl Strategy<Value = Step> {
    // Most of a story is one member's, so that much happens to somebody.
    let who = prop_oneof![4 => Just(0_usize), 1 => Just(1), 1 => Just(2)];
    let cents = prop_oneof![
        1 => Just(None),
        4 => prop::sample::select(vec![0, 99, 100, 1_999, 2_000, 5_000, 12_345, 12_345, 30_000]).prop_map(Some),
    ];
    let items = prop_oneof![2 => Just(None), 1 => (0..4_i64).prop_map(Some)];
    let ago = || prop_oneof![6 => Just(0), 2 => 1..200_i64, 3 => 200..4_000_i64];
    prop_oneof![
        10 => (who.clone(), 0..3_usize, cents, items, any::<bool>(), ago()).prop_map(
            |(who, kind, cents, items, photo, ago)| Step::Tell { who, kind, cents, items, photo, ago }
        ),
        1 => (any::<usize>(), any::<bool>()).prop_map(|(which, changed)| Step::Again { which, changed }),
        4 => (any::<usize>(), 0..6_i64, prop::option::weighted(0.1, who.clone()), ago()).prop_map(
            |(which, quarters, by, ago)| Step::Return { which, quarters, by, ago }
        ),
        8 => prop_oneof![
            3 => 1..72_i64,
            2 => 300..1_500_i64,
            1 => -100..0_i64,
        ].prop_map(Step::Wait),
        3 => Just(Step::Sweep),
        3 => who.clone().prop_map(Step::Look),
        3 => (who.clone(), 0..3_usize).prop_map(|(who, price)| Step::Redeem { who, price }),
        2 => any::<usize>().prop_map(Step::Cancel),
        1 => who.clone().prop_map(Step::Hide),
        1 => who.prop_map(Step::Suspend),
    ]
}

/// How tiers are kept, in words of the programme file.
pub(crate) const POLICIES: [&str; 4] = [
    "window = \"rolling_months\"\nmonths = 3\nkeep_months = 2\none_step_down = false",
    "window = \"rolling_months\"\nmonths = 2\nkeep_months = 1\none_step_down = true",
    "window = \"calendar_year\"\nkeep_months = 6",
    "window = \"lifetime\"",
];

pub(crate) fn programme(policy: usize) -> Programme {
    let file = include_str!("club.toml").replace(POLICIES[0], POLICIES[policy]);
    Programme::from_toml("club.toml", &file, START).unwrap()
}

/// Lives through a story twice, in the model and in the server, and compares.
pub(crate) async fn live(policy: usize, steps: &[Step]) {
    let programme = programme(policy);
    let mut story = Story {
        model: Model::new(programme.clone()),
        real: Real::new(programme).await,
        told: Vec::new(),
        now: START,
    };
    story.real.app.clock.stop_at(START);
    for (who, birthday) in PEOPLE {
        story.model.join(who, birthday, START);
        story.real.join(who, birthday, START).await;
    }
    for step in steps {
        story.live(step).await;
    }
    story.live(&Step::Sweep).await;
    for (who, _) in PEOPLE {
        compare::member(&mut story.model, &story.real, who).await;
    }
    compare::boards(&story.model, &story.real).await;
    story.real.close().await;
}

struct Story {
    model: Model,
    real: Real,
    told: Vec<Event>,
    now: i64,
}

impl Story {
    async fn live(&mut self, step: &Step) {
        match step.clone() {
            Step::Tell {
                who,
                kind,
                cents,
                items,
                photo,
                ago,
            } => {
                let photo = photo.then(|| ("photo".to_owned(), "yes".to_owned()));
                let event = Event {
                    id: format!("e{}", self.told.len()),
                    member: PEOPLE[who].0.to_owned(),
                    kind: KINDS[kind].to_owned(),
                    occurred_at: self.now - ago * HOUR,
                    amount: cents,
                    quantity: items,
                    properties: photo.into_iter().collect(),
                    reverses: None,
                };
                self.tell(event).await;
            }
            Step::Again { which, changed } => {
                if let Some(mut event) = self.pick(which) {
                    event.occurred_at += i64::from(changed);
                    self.tell(event).await;
                }
            }
            Step::Return {
                which,
                quarters,
                by,
                ago,
            } => {
                let Some(original) = self.pick(which) else {
                    return;
                };
                let member = by.map(|who| PEOPLE[who].0.to_owned());
                let amount = original.amount.filter(|_| quarters > 0);
                let back = Event {
                    id: format!("e{}", self.told.len()),
                    member: member.unwrap_or(original.member),
                    kind: original.kind,
                    occurred_at: self.now - ago * HOUR,
                    amount: amount.map(|cents| cents * quarters / 4),
                    reverses: Some(original.id),
                    ..Event::default()
                };
                self.tell(back).await;
            }
            Step::Wait(hours) => {
                self.now += hours * HOUR;
                self.real.app.clock.stop_at(self.now);
            }
            Step::Hide(who) => {
                let who = PEOPLE[who].0;
                let person = self.model.people.get_mut(who).unwrap();
                if !person.is_suspended {
                    person.is_hidden = !person.is_hidden;
                    self.real.hide(who, person.is_hidden).await;
                    // The reply shows the member, for which what is due has happened.
                    let now = self.now;
                    self.model.turn(who, now, |turn| turn.settle(now));
                }
            }
            Step::Suspend(who) => {
                let who = PEOPLE[who].0;
                let person = self.model.people.get_mut(who).unwrap();
                person.is_suspended = !person.is_suspended;
                self.real.suspend(who, person.is_suspended).await;
            }
            Step::Sweep => {
                self.model.sweep(self.now);
                self.real.sweep().await;
            }
            Step::Look(who) => compare::member(&mut self.model, &self.real, PEOPLE[who].0).await,
            Step::Redeem { who, price } => {
                let who = PEOPLE[who].0;
                let expected = self.model.redeem(who, price, self.now);
                assert_eq!(
                    self.real.redeem(who, price).await,
                    expected,
                    "{who} redeems"
                );
            }
            Step::Cancel(which) => {
                if let Some(order) = which.checked_rem(self.model.orders.len()) {
                    self.model.cancel(order, self.now);
                    self.real.cancel(order).await;
                }
            }
        }
    }

    fn pick(&self, which: usize) -> Option<Event> {
        let place = which.checked_rem(self.told.len())?;
        self.told.get(place).cloned()
    }

    async fn tell(&mut self, event: Event) {
        let expected = self.model.tell(&event, self.now);
        assert_eq!(self.real.tell(&event).await, expected, "{event:?}");
        self.told.push(event);
    }
}
