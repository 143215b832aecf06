//! What members are shown, beside what the model says.

use std::collections::BTreeMap;

use palier_server::{engine::tier_view, time::timestamp};
use serde_json::{Value, json};

use super::{
    model::Model,
    person::{Kind, Person},
    real::Real,
};

/// Everything about a member, read by the routes where they show it.
pub(crate) async fn member(model: &mut Model, real: &Real, who: &str) {
    let now = real.app.clock.now();
    model.turn(who, now, |turn| turn.settle(now));
    let expected = &model.people[who];
    let shown = real.get("/v1/me/balances", who).await;
    for currency in &model.programme.currencies {
        let id = currency.id.as_str();
        let balances = shown["balances"].as_array().unwrap().iter();
        let balance = balances.clone().find(|one| one["currency"] == id).unwrap();
        assert_eq!(*balance, expected_balance(expected, id), "{who}'s {id}");
    }
    tier(model, real, who, now).await;
    ledger(model, real, who).await;
}

fn expected_balance(person: &Person, currency: &str) -> Value {
    let mut expiring: BTreeMap<i64, i64> = BTreeMap::new();
    let mut pending: BTreeMap<i64, Vec<i64>> = BTreeMap::new();
    for ((opens, lapses), amount) in person.batches(currency) {
        match (opens, lapses) {
            (Some(opens), _) => pending.entry(opens).or_default().push(amount),
            (None, Some(lapses)) => *expiring.entry(lapses).or_default() += amount,
            (None, None) => {}
        }
    }
    let expiring: Vec<Value> = expiring
        .into_iter()
        .map(|(at, amount)| json!({ "amount": amount, "at": timestamp(at).0 }))
        .collect();
    let pending: Vec<Value> = pending
        .into_iter()
        .flat_map(|(at, amounts)| amounts.into_iter().map(move |amount| (at, amount)))
        .map(|(at, amount)| json!({ "amount": amount, "available_at": timestamp(at).0 }))
        .collect();
    json!({
        "currency": currency,
        "available": person.available(currency),
        "pending": person.pending(currency),
        "reserved": 0,
        "lifetime_earned": person.total(currency, Kind::Earn),
        "lifetime_spent": -person.total(currency, Kind::Spend) - person.total(currency, Kind::Refund),
        "lifetime_expired": -person.total(currency, Kind::Expire),
        "expiring": expiring,
        "pending_batches": pending,
    })
}

async fn tier(model: &mut Model, real: &Real, who: &str, now: i64) {
    let stored = real.member(who).await;
    let held = stored.tier.clone().unwrap();
    let (place, badges) = {
        let person = &model.people[who];
        (person.place.unwrap(), person.badges.clone())
    };
    let tiers = &model.programme.tiers;
    let until =
        (held.keep_until < palier_server::engine::calendar::NEVER).then_some(held.keep_until);
    assert_eq!(
        (held.tier.as_str(), held.since, until),
        (tiers[place.tier].id.as_str(), place.since, place.keep_until),
        "{who}'s tier at {}",
        timestamp(now).0
    );
    let view = tier_view(&real.app.programme, &stored, now);
    let projected = view.projected.unwrap().id.clone();
    let asked: Vec<i64> = view.requirements.iter().map(|one| one.1).collect();
    let (decided, values) = model.turn(who, now, |turn| {
        let decided = place
            .keep_until
            .map_or(place.tier, |at| turn.decided(place.tier, at));
        let next = turn.programme.tiers.get(place.tier + 1);
        let asks = next.map_or(&[][..], |tier| &tier.requirements);
        let values: Vec<i64> = asks
            .iter()
            .map(|one| turn.value(&one.metric, now))
            .collect();
        (decided, values)
    });
    assert_eq!(
        projected, model.programme.tiers[decided].id,
        "{who}'s projected tier"
    );
    assert_eq!(asked, values, "{who}'s way to the next tier");
    let given: BTreeMap<String, (Option<i64>, i64)> = stored
        .badges
        .into_iter()
        .map(|(id, held)| (id, (held.edition, held.earned_at)))
        .collect();
    assert_eq!(given, badges, "{who}'s badges");
    assert_eq!(
        stored.completed_series, model.people[who].series,
        "{who}'s series"
    );
}

async fn ledger(model: &Model, real: &Real, who: &str) {
    let mut sums = BTreeMap::new();
    let mut newest = BTreeMap::new();
    let mut cursor = String::new();
    loop {
        let page = real
            .get(&format!("/v1/me/ledger?limit=100{cursor}"), who)
            .await;
        for entry in page["items"].as_array().unwrap() {
            let kind = match entry["kind"].as_str().unwrap() {
                "earn" => Kind::Earn,
                "spend" => Kind::Spend,
                "refund" => Kind::Refund,
                "expire" => Kind::Expire,
                "reverse" => Kind::Reverse,
                other => panic!("{other}"),
            };
            let currency = entry["currency"].as_str().unwrap().to_owned();
            *sums.entry((currency.clone(), kind)).or_insert(0) += entry["amount"].as_i64().unwrap();
            newest
                .entry(currency)
                .or_insert_with(|| entry["balance_after"].clone());
        }
        match page["next_cursor"].as_str() {
            Some(next) => cursor = format!("&cursor={next}"),
            None => break,
        }
    }
    let person = &model.people[who];
    let nonzero = |sums: &BTreeMap<(String, Kind), i64>| {
        let sums = sums.clone().into_iter();
        sums.filter(|(_, sum)| *sum != 0)
            .collect::<BTreeMap<_, _>>()
    };
    assert_eq!(nonzero(&sums), nonzero(&person.moved), "{who}'s ledger");
    // Points are never pending: nothing opens after the newest entry, and without one.
    if let Some(after) = newest.get("points") {
        assert_eq!(*after, person.available("points"), "{who}'s newest entry");
    }
}

/// Every period of every board.
pub(crate) async fn boards(model: &Model, real: &Real) {
    let list = real.get("/v1/leaderboards", "ann").await;
    for board in list["items"].as_array().unwrap() {
        let id = board["id"].as_str().unwrap();
        for period in board["periods"].as_array().unwrap() {
            let key = period["key"].as_str().unwrap();
            let starts: jiff::Timestamp = period["starts_at"].as_str().unwrap().parse().unwrap();
            let path = format!("/v1/leaderboards/{id}?period={key}&limit=100");
            let shown = real.get(&path, "ann").await;
            let entry = |one: &Value| {
                let name = one["name"].as_str().unwrap().to_owned();
                (
                    name,
                    (
                        one["rank"].as_u64().unwrap() as u32,
                        one["score"].as_i64().unwrap(),
                    ),
                )
            };
            let shown: BTreeMap<_, _> = shown["entries"]
                .as_array()
                .unwrap()
                .iter()
                .map(entry)
                .collect();
            let expected = model.periods.get(&(id.to_owned(), starts.as_millisecond()));
            let expected = expected
                .map(|period| model.ranks(period))
                .unwrap_or_default();
            assert_eq!(shown, expected, "{id} {key}");
        }
    }
}
