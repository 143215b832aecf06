//! Somebody on each step of the ladder, with nothing, with enough, and in several currencies.

mod rewards;

use palier_contract::badge::Collection;
use palier_contract::balance::Balances;
use palier_contract::leaderboard::Board;
use palier_contract::ledger::LedgerEntry;
use palier_contract::member::Me;
use palier_contract::page::Page;
use palier_contract::portal::Portal;
use palier_contract::problem::{Problem, ProblemType};
use palier_contract::redemption::Redemption;
use palier_contract::reward::RewardPage;
use palier_contract::tier::{BenefitState, Standing, StandingState, TierLadder};
use palier_contract::{fixtures, wire};
use serde_json::{Value, json};

use super::*;

/// 2026-11-22T16:00:00Z, and so many milliseconds a day.
const NOW: f64 = 1_795_363_200_000.0;
const DAY: f64 = 86_400_000.0;

/// Days of one month are enough for what is compared here.
fn read(text: &str) -> Option<f64> {
    let date = text.get(..10)?;
    let (month, day) = (date.get(..7)?, date.get(8..)?.parse::<f64>().ok()?);
    let months = match month {
        "2026-11" => 0.0,
        "2026-12" => 30.0,
        month if month < "2026-11" => -3_000.0,
        _ => 3_000.0,
    };
    Some(NOW + (months + day - 22.0) * DAY)
}

fn write(at: f64) -> String {
    let day = 22.0 + ((at - NOW) / DAY).floor();
    match day {
        1.0..31.0 => format!("2026-11-{day:02}T16:00:00Z"),
        day if day < 1.0 => format!("2026-{:02}-10T16:00:00Z", 10 + (day / 30.0) as i64),
        _ => String::from("2026-12-10T16:00:00Z"),
    }
}

fn fixture(name: &str) -> Value {
    serde_json::from_str(fixtures::get(name).unwrap()).unwrap()
}

fn who(tier: &str, amounts: &[(&str, i64)]) -> Persona {
    let amounts = amounts.iter().map(|(id, held)| ((*id).to_owned(), *held));
    Persona {
        tier: (!tier.is_empty()).then(|| tier.to_owned()),
        amounts: amounts.collect(),
        alias: String::from("Camille"),
        since: String::from("2026-11-02"),
    }
}

/// What they are answered, by what the backend of the fixtures tells anybody.
fn seen_of(persona: &Persona, address: &str, body: &str, reply: impl Fn(&str) -> Value) -> Value {
    let eyes = Eyes {
        persona,
        now: NOW,
        read: &read,
        write: &write,
        word: &|kind| kind.to_uppercase(),
    };
    let method = if body.is_empty() { "GET" } else { "POST" };
    let asked = sources(method, address, body).unwrap();
    let replies = asked.iter().map(|source| reply(source)).collect();
    let (status, value) = answer(&eyes, address, body, replies);
    assert_eq!(status, 200, "{address}");
    value
}

fn anybody(source: &str) -> Value {
    fixture(match source.split('?').next().unwrap() {
        "/portal" => "portal",
        "/me" => "me_anonymous",
        "/tiers" => "tiers_public",
        "/series" => "collection_public",
        "/rewards" => "rewards_anonymous",
        path if path.starts_with("/leaderboards/") => "board_anonymous",
        other => panic!("{other}"),
    })
}

fn seen(persona: &Persona, address: &str) -> Value {
    seen_of(persona, address, "", anybody)
}

fn typed<T: wire::Wire>(value: &Value) -> T {
    wire::from_str(&value.to_string()).unwrap()
}

#[test]
fn every_answer_is_what_the_contract_says() {
    for persona in [
        who("", &[]),
        who("sprout", &[("points", 1200)]),
        who("canopy", &[("gems", 9)]),
    ] {
        typed::<Portal>(&seen(&persona, "/portal"));
        typed::<Me>(&seen(&persona, "/me"));
        typed::<Balances>(&seen(&persona, "/me/balances"));
        typed::<Standing>(&seen(&persona, "/me/tier"));
        typed::<TierLadder>(&seen(&persona, "/tiers"));
        typed::<Collection>(&seen(&persona, "/me/badges"));
        typed::<RewardPage>(&seen(&persona, "/rewards?limit=12"));
        typed::<Page<LedgerEntry>>(&seen(&persona, "/me/ledger?limit=20"));
        typed::<Page<Redemption>>(&seen(&persona, "/me/redemptions"));
        let board: Board = typed(&seen(&persona, "/leaderboards/week?view=around_me"));
        let me = board.me.unwrap();
        assert!(me.entry.is_none() && !me.opted_out);
        assert!(!board.entries.is_empty());
    }
}

#[test]
fn what_is_everybodys_is_asked_as_it_is_and_writing_is_nobodys() {
    for (method, address) in [
        ("GET", "/portals/main"),
        ("GET", "/series"),
        ("GET", "/leaderboards"),
        ("PATCH", "/me/preferences"),
        ("POST", "/redemptions"),
        ("POST", "/me/tier/seen"),
    ] {
        let body = r#"{"reward_id":"tree"}"#;
        assert_eq!(sources(method, address, body), None, "{method} {address}");
    }
    let asked = sources("GET", "/rewards?category=wear&affordable=true&limit=12", "");
    let asked = asked.unwrap();
    assert_eq!(asked, ["/rewards?category=wear&limit=12", "/tiers"]);
    let nobody = who("", &[]);
    let eyes = Eyes {
        persona: &nobody,
        now: NOW,
        read: &read,
        write: &write,
        word: &|_| String::new(),
    };
    assert_eq!(answer(&eyes, "/me/stream", "", Vec::new()).0, 404);
    let (status, missing) = answer(&eyes, "/me/redemptions/or_1", "", Vec::new());
    let problem: Problem = serde_json::from_value(missing).unwrap();
    assert_eq!((status, problem.kind), (404, ProblemType::NotFound));
    let portal: Portal = typed(&seen(&nobody, "/portal"));
    assert!(!portal.capabilities.offers("stream_hints"));
    assert!(portal.capabilities.offers("list_rewards"));
}

#[test]
fn the_ladder_is_stood_on_at_every_step() {
    let points = |held| who("sprout", &[("points", held)]);
    type Row = (
        Persona,
        StandingState,
        Option<&'static str>,
        Vec<(i64, i64)>,
    );
    let table: [Row; 7] = [
        (
            who("", &[("points", 50)]),
            StandingState::NoTier,
            Some("seed"),
            vec![],
        ),
        (
            who("gone", &[]),
            StandingState::NoTier,
            Some("seed"),
            vec![],
        ),
        (
            who("seed", &[("points", 0)]),
            StandingState::InProgress,
            Some("sprout"),
            vec![(0, 1000)],
        ),
        // Between the two tiers it is what they hold; otherwise half of the way.
        (
            points(1200),
            StandingState::InProgress,
            Some("bloom"),
            vec![(1200, 2500), (5, 10)],
        ),
        (
            points(0),
            StandingState::InProgress,
            Some("bloom"),
            vec![(1750, 2500), (5, 10)],
        ),
        (
            points(2500),
            StandingState::InProgress,
            Some("bloom"),
            vec![(1750, 2500), (5, 10)],
        ),
        (
            who("canopy", &[("points", 3)]),
            StandingState::Top,
            None,
            vec![],
        ),
    ];
    for (persona, state, next, steps) in table {
        let standing: Standing = typed(&seen(&persona, "/me/tier"));
        let told = &persona;
        assert_eq!(standing.state, state, "{told:?}");
        assert_eq!(
            standing.next.as_ref().map(|id| id.as_str()),
            next,
            "{told:?}"
        );
        let found = standing.requirements.iter();
        let found = found.map(|one| (one.current.unwrap().get(), one.target.get()));
        assert_eq!(found.collect::<Vec<_>>(), steps, "{told:?}");
        let me: Me = typed(&seen(&persona, "/me"));
        let tier = me.tier.map(|tier| tier.id);
        assert_eq!(tier, standing.current, "{told:?}");
        assert_eq!(me.alias.as_deref(), Some("Camille"));
        assert!(!me.actions.contains_key("sign_in"));
    }
}

#[test]
fn benefits_are_open_up_to_the_tier_that_is_held() {
    let open = |tier| {
        let ladder: TierLadder = typed(&seen(&who(tier, &[]), "/tiers"));
        let tiers = ladder.tiers.iter();
        let open = tiers.filter(|tier| {
            let mut benefits = tier.benefits.iter();
            benefits.all(|one| one.state == BenefitState::Available)
        });
        open.count()
    };
    assert_eq!(
        [open(""), open("seed"), open("bloom"), open("canopy")],
        [0, 1, 3, 4]
    );
}

#[test]
fn movements_add_up_to_what_is_held() {
    for (tier, points) in [
        ("", 0),
        ("", 10),
        ("sprout", 1200),
        ("bloom", 0),
        ("canopy", 7),
    ] {
        let persona = who(tier, &[("points", points), ("gems", 4)]);
        let balances: Balances = typed(&seen(&persona, "/me/balances"));
        let ledger: Page<LedgerEntry> = typed(&seen(&persona, "/me/ledger"));
        assert_eq!(balances.balances.len(), 2);
        for (balance, held) in balances.balances.iter().zip([points, 4]) {
            assert_eq!(balance.available.get(), held, "{tier} {points}");
            let (earned, spent) = (balance.lifetime_earned.get(), balance.lifetime_spent.get());
            assert_eq!(earned - spent, held);
            let own = ledger.items.iter();
            let own: Vec<&LedgerEntry> =
                own.filter(|one| one.currency == balance.currency).collect();
            let sum: i64 = own.iter().map(|one| one.amount.get()).sum();
            assert_eq!(sum, held, "{tier} {points}");
            let last = own.first().map(|one| one.balance_after.unwrap().get());
            assert_eq!(last.unwrap_or_default(), held);
        }
        // What counts towards a tier was earned by who holds it.
        let floor = match tier {
            "canopy" => 6000,
            "bloom" => 2500,
            _ => 0,
        };
        assert!(
            balances.balances[0].lifetime_earned.get() >= floor,
            "{tier}"
        );
    }
}

#[test]
fn movements_are_narrowed_as_asked_and_none_is_from_before_they_joined() {
    let persona = who("bloom", &[("points", 100), ("gems", 4)]);
    let entries = |query: &str| {
        let page: Page<LedgerEntry> = typed(&seen(&persona, &["/me/ledger", query].concat()));
        page.items
    };
    let all = entries("");
    assert_eq!(all.len(), 5);
    assert!(
        all.iter()
            .all(|one| one.occurred_at.0.as_str() >= "2026-11-02")
    );
    assert!(all.is_sorted_by(|one, other| one.occurred_at >= other.occurred_at));
    assert_eq!(all[0].label, "SPEND");
    assert_eq!(entries("?currency=gems").len(), 2);
    assert_eq!(entries("?kind=spend&limit=20").len(), 1);
    assert_eq!(entries("?from=2026-11-12T00%3A00%3A00Z").len(), 3);
}

#[test]
fn what_cannot_be_spent_is_what_counts_for_the_tier() {
    let reply = |source: &str| match source {
        "/portal" => json!({"currencies": [{"id": "status", "spendable": false}]}),
        _ => json!({"tiers": [
            {"id": "one", "name": "One", "requirements": []},
            {"id": "two", "name": "Two", "requirements": [{"metric": "m", "target": 80, "currency": "status"}]},
        ]}),
    };
    for (tier, held) in [("one", 40), ("two", 80), ("", 0)] {
        let balances = seen_of(&who(tier, &[]), "/me/balances", "", reply);
        assert_eq!(balances["balances"][0]["available"], json!(held), "{tier}");
    }
}

#[test]
fn without_a_ladder_there_is_no_tier_and_everything_else_is_there() {
    let of = |source: &str| match source {
        "/tiers" => Value::Null,
        other => anybody(other),
    };
    let persona = who("bloom", &[("points", 900)]);
    let me: Me = typed(&seen_of(&persona, "/me", "", of));
    assert_eq!((me.tier, me.alias.as_deref()), (None, Some("Camille")));
    let balances: Balances = typed(&seen_of(&persona, "/me/balances", "", of));
    assert_eq!(balances.balances[0].available.get(), 900);
    let rewards: RewardPage = typed(&seen_of(&persona, "/rewards", "", of));
    assert_eq!(rewards.items.len(), 6);
}
