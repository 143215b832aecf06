//! The running balance of a ledger page, against adding everything up for every line.
#![cfg(test)]

mod store;

use palier_server::{
    db::{
        members,
        read_ledger::{self, Filter, LedgerRow},
    },
    engine::{Event, Reason, Source},
    programme::{Amount, Programme},
};
use sqlx::{AssertSqlSafe, Row};
use store::{DAY, HOUR, MONDAY, Store, club, purchase};

/// From the newest line on.
const START: (i64, i64) = (i64::MAX, i64::MAX);

async fn page(
    store: &Store,
    member: i64,
    filter: &Filter,
    from: (i64, i64),
    limit: i64,
) -> Vec<LedgerRow> {
    let mut conn = store.db.reader().acquire().await.unwrap();
    read_ledger::page(&mut conn, member, filter, from, limit)
        .await
        .unwrap()
}

/// Every line of a filter, read in pages of `limit`.
async fn walk(store: &Store, member: i64, filter: &Filter, limit: i64) -> Vec<LedgerRow> {
    let (mut all, mut from) = (Vec::new(), START);
    loop {
        let rows = page(store, member, filter, from, limit).await;
        let Some(last) = rows.last() else { return all };
        from = (last.occurred_at, last.id);
        all.extend(rows);
    }
}

/// What was held and what of it pending after `line`, by its definition.
fn plainly(all: &[LedgerRow], line: &LedgerRow) -> (i64, i64) {
    let by_then = |other: &&LedgerRow| (other.occurred_at, other.id) <= (line.occurred_at, line.id);
    let so_far: Vec<&LedgerRow> = all.iter().filter(by_then).collect();
    let undone: Vec<i64> = so_far.iter().filter_map(|one| one.reverses).collect();
    let of_it = so_far.iter().filter(|one| one.currency == line.currency);
    let pending = of_it.clone().filter(|one| {
        one.available_at
            .is_some_and(|opens| opens > line.occurred_at)
            && !undone.contains(&one.id)
    });
    let sum = |amounts: Vec<i64>| amounts.into_iter().sum::<i64>();
    (
        sum(of_it.map(|one| one.amount).collect()),
        sum(pending.map(|one| one.amount).collect()),
    )
}

fn visit(id: &str, at: i64) -> Event {
    let mut event = purchase(id, "ann", 0, at);
    (event.kind, event.amount) = ("visit".into(), None);
    event
}

/// Purchases, visits that pay later, returns, orders; a third of it told days late.
async fn lived(store: &Store, programme: &Programme, rounds: i64) -> i64 {
    let key = store.enrol(programme, "ann", MONDAY).await;
    let mut seed = 11_u64;
    let mut random = |end: u64| {
        seed = seed
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        i64::try_from((seed >> 33) % end).unwrap()
    };
    let mut tx = store.db.begin().await.unwrap();
    let mut given = Vec::new();
    for round in 0..rounds {
        let now = MONDAY + 5 * DAY + round * 7 * HOUR;
        let at = now - if random(3) == 0 { random(4) * DAY } else { 0 };
        let id = format!("e{round}");
        let event = match random(5) {
            0 | 1 => purchase(&id, "ann", random(400) * 100, at),
            2 => visit(&id, at),
            3 if !given.is_empty() => {
                let which = usize::try_from(random(u64::try_from(given.len()).unwrap())).unwrap();
                let mut back: Event = given.swap_remove(which);
                back.reverses = Some(std::mem::replace(&mut back.id, id));
                // Nothing goes back before it was bought.
                back.occurred_at = at.max(back.occurred_at);
                back
            }
            _ => {
                let (source, value) = (Source::new(Reason::Redemption, "mug"), random(60));
                let price = [Amount {
                    currency: "points".into(),
                    value,
                }];
                members::change(&mut tx, programme, key, now, |change| {
                    change.settle(now);
                    let _ = change.spend(&price, now, &source);
                })
                .await
                .unwrap();
                continue;
            }
        };
        palier_server::db::events::ingest(&mut tx, programme, &event, now)
            .await
            .unwrap();
        if event.reverses.is_none() {
            given.push(event);
        }
    }
    tx.commit().await.unwrap();
    key
}

#[tokio::test]
async fn every_page_of_every_filter_has_the_balances_of_adding_everything_up() {
    let (store, programme) = (Store::new().await, club());
    let key = lived(&store, &programme, 240).await;
    let all = walk(&store, key, &Filter::default(), 1_000).await;
    assert!(all.len() > 200, "{}", all.len());
    for kind in ["earn", "spend", "reverse", "expire"] {
        assert!(
            all.iter().any(|line| line.kind.as_str() == kind),
            "no {kind}"
        );
    }
    assert!(all.iter().any(|line| line.pending_after > 0));
    let middle = all[all.len() / 2].occurred_at;
    let named = |text: &str| Some(text.to_owned());
    let everything = Filter::default();
    let filters = [
        everything.clone(),
        Filter {
            currency: named("gems"),
            ..everything.clone()
        },
        Filter {
            currency: named("points"),
            kind: named("earn"),
            ..everything.clone()
        },
        Filter {
            kind: named("reverse"),
            ..everything.clone()
        },
        Filter {
            from: Some(middle),
            ..everything.clone()
        },
        Filter {
            to: Some(middle),
            ..everything.clone()
        },
        Filter {
            currency: named("gems"),
            from: Some(middle - 20 * DAY),
            to: Some(middle),
            ..everything
        },
    ];
    for filter in &filters {
        let kept = all.iter().filter(|line| {
            filter
                .currency
                .as_ref()
                .is_none_or(|one| *one == line.currency)
                && filter
                    .kind
                    .as_ref()
                    .is_none_or(|one| one == line.kind.as_str())
                && filter.from.is_none_or(|from| line.occurred_at >= from)
                && filter.to.is_none_or(|to| line.occurred_at < to)
        });
        let expected: Vec<(i64, (i64, i64))> =
            kept.map(|line| (line.id, plainly(&all, line))).collect();
        assert!(!expected.is_empty(), "{filter:?}");
        for limit in [1, 7, 100] {
            let rows = walk(&store, key, filter, limit).await;
            let found: Vec<(i64, (i64, i64))> = rows
                .iter()
                .map(|line| (line.id, (line.balance_after, line.pending_after)))
                .collect();
            assert_eq!(found, expected, "{filter:?} by {limit}");
        }
    }
}

#[tokio::test]
async fn every_question_about_a_ledger_is_answered_by_an_index_and_once() {
    let store = Store::new().await;
    for sql in [
        read_ledger::SQL_LINES,
        read_ledger::SQL_BEFORE,
        read_ledger::SQL_BETWEEN,
    ] {
        let plan = sqlx::query(AssertSqlSafe(format!("EXPLAIN QUERY PLAN {sql}")))
            .fetch_all(store.db.reader())
            .await
            .unwrap();
        let steps: Vec<String> = plan.iter().map(|row| row.get("detail")).collect();
        assert!(
            !steps.iter().any(|step| step.starts_with("SCAN")),
            "{steps:?}"
        );
        // Nothing walks a member's history again for every line.
        let walks = steps
            .iter()
            .filter(|step| step.contains("ledger_member"))
            .count();
        assert_eq!(walks, 1, "{steps:?}");
    }
}
