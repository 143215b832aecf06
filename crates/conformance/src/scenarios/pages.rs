//! Walks along cursors: nothing is missed, nothing comes twice.

use std::collections::BTreeSet;

use palier_contract::{
    Page,
    leaderboard::BoardList,
    ledger::{LedgerEntry, LedgerKind},
    problem::ProblemType,
    redemption::Redemption,
    reward::RewardPage,
};
use serde_json::Value;

use super::read;
use crate::{
    instants,
    scenario::{Context, Scenario},
    stop::{Stop, Verdict, ensure, skip},
};

pub(super) const SCENARIOS: &[Scenario] = &[
    read(
        "pages",
        "a walk through the ledger has no gap and no duplicate",
        &["list_ledger"],
        ledger_walk,
    ),
    read(
        "pages",
        "a walk through the catalogue has no gap and no duplicate, however sorted",
        &["list_rewards"],
        reward_walk,
    ),
    read(
        "pages",
        "a walk through the orders has no gap and no duplicate, newest first",
        &["list_redemptions"],
        order_walk,
    ),
    read(
        "pages",
        "a total is how many rows a walk finds",
        &[],
        totals,
    ),
    read(
        "pages",
        "a list that is narrowed down stays so from page to page",
        &[],
        narrowed,
    ),
    read(
        "points",
        "the ledger is newest first",
        &["list_ledger"],
        newest_first,
    ),
    read(
        "points",
        "the ledger can be filtered by currency and kind",
        &["list_ledger"],
        filters,
    ),
    read(
        "pages",
        "a cursor that is none is refused as such",
        &["list_rewards"],
        bad_cursor,
    ),
];

/// So often is what may change meanwhile looked at.
const TRIES: usize = 3;
/// Most pages of one walk: a cursor that leads in a circle must not keep us for ever.
const MOST_PAGES: usize = 200;

/// What a walk finds.
struct Walk {
    /// The ids of all rows.
    ids: Vec<String>,
    /// How many there are by the first page, and by the last.
    totals: [Option<i64>; 2],
}

/// The ids of all rows, page by page. A walk that does not end, or sees a row twice, is broken.
fn walk(context: &Context, token: Option<&str>, path: &str, limit: i64) -> Result<Walk, Stop> {
    let (mut ids, mut seen) = (Vec::new(), BTreeSet::new());
    let mut first = None;
    let (mut cursor, mut cursors) = (String::new(), BTreeSet::new());
    for _ in 0..MOST_PAGES {
        let mut ask = context.client.get(format!("{path}limit={limit}{cursor}"));
        if let Some(token) = token {
            ask = ask.bearer(token);
        }
        let page = ask.send()?.read_json(200)?;
        let rows = rows(path, limit, &page)?;
        for id in &rows {
            // On a board, whoever loses places while it is read is met again.
            let is_new = seen.insert(id.clone()) || path.starts_with("/v1/leaderboards/");
            ensure!(is_new, "{path}limit={limit}: the row {id} comes twice");
        }
        let is_empty = rows.is_empty();
        ids.extend(rows);
        let total = page.get("total").and_then(Value::as_i64);
        let totals = [*first.get_or_insert(total), total];
        let Some(next) = page.get("next_cursor").and_then(Value::as_str) else {
            return Ok(Walk { ids, totals });
        };
        ensure!(!is_empty, "{path}: an empty page that is not the last");
        ensure!(
            cursors.insert(next.to_owned()),
            "{path}limit={limit}: the cursor {next:?} comes twice, so the walk never ends"
        );
        cursor = format!("&cursor={}", encode(next));
    }
    skip!("{path}: more than {MOST_PAGES} pages of {limit}")
}

/// The ids of one page.
fn rows(path: &str, limit: i64, page: &Value) -> Result<Vec<String>, Stop> {
    let listed = page.get("items").or_else(|| page.get("entries"));
    let items = listed.and_then(Value::as_array);
    let Some(items) = items else {
        return Err(Stop::Broken(format!("{path}: a page without items")));
    };
    let count = items.len();
    ensure!(
        i64::try_from(count).is_ok_and(|count| count <= limit),
        "{path}: {count} rows where {limit} were asked for"
    );
    let ids = items.iter().map(|row| row.get("id")?.as_str());
    let ids: Option<Vec<_>> = ids.map(|id| id.map(str::to_owned)).collect();
    ids.ok_or_else(|| Stop::Broken(format!("{path}: a row without an id")))
}

/// Percent-encodes a query value (RFC 3986 §2.1).
pub(super) fn encode(text: &str) -> String {
    text.bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                char::from(byte).to_string()
            }
            _ => format!("%{byte:02X}"),
        })
        .collect()
}

/// Walks in small and in large steps; both must see the same rows.
fn compare(context: &Context, token: Option<&str>, path: &str, small: i64) -> Verdict {
    let whole = walk(context, token, path, context.limit(100))?.ids;
    let pieces = walk(context, token, path, context.limit(small))?.ids;
    ensure!(
        pieces == whole,
        "{path}: {} rows in steps of {small}, {} in large ones, or in another order",
        pieces.len(),
        whole.len()
    );
    Ok(())
}

/// Where lists are, and whether they are the member's own. Boards tell their total with each part.
fn lists(context: &Context) -> Result<Vec<(String, bool)>, Stop> {
    let mut lists = Vec::new();
    for (id, path, is_mine) in [
        ("list_rewards", "/v1/rewards?", false),
        ("list_rewards", "/v1/rewards?", true),
        ("list_ledger", "/v1/me/ledger?", true),
        ("list_redemptions", "/v1/me/redemptions?", true),
    ] {
        if context.offers(id) {
            lists.push((path.to_owned(), is_mine));
        }
    }
    if context.offers("list_leaderboards") && context.offers("get_leaderboard") {
        let boards: BoardList = context.client.get("/v1/leaderboards").send()?.read(200)?;
        let paths = boards.items.into_iter();
        let paths = paths.map(|board| format!("/v1/leaderboards/{}?view=top&", board.id));
        lists.extend(paths.map(|path| (path, false)));
    }
    Ok(lists)
}

fn totals(context: &Context) -> Verdict {
    for (path, is_mine) in lists(context)? {
        let token = context.people.member.as_deref().filter(|_| is_mine);
        if is_mine && token.is_none() {
            continue;
        }
        // Somebody may come or go while it is read.
        let mut found = total(context, token, &path);
        for _ in 1..TRIES {
            if found.is_err() {
                found = total(context, token, &path);
            }
        }
        found?;
    }
    Ok(())
}

fn total(context: &Context, token: Option<&str>, path: &str) -> Verdict {
    let limit = context.limit(100);
    let Walk { ids, totals } = walk(context, token, path, limit)?;
    let [Some(first), Some(last)] = totals else {
        return Ok(());
    };
    ensure!(
        first == last && usize::try_from(last).is_ok_and(|total| total == ids.len()),
        "{path}limit={limit}: total is {first} on the first page, {last} on the last, and a walk finds \
         {} rows",
        ids.len()
    );
    Ok(())
}

fn narrowed(context: &Context) -> Verdict {
    if context.offers("list_rewards") {
        let page: RewardPage = context.client.get("/v1/rewards").send()?.read(200)?;
        for category in page.categories {
            let id = encode(category.id.as_str());
            compare(context, None, &format!("/v1/rewards?category={id}&"), 2)?;
        }
    }
    let Some(token) = context.people.member.as_deref() else {
        return Ok(());
    };
    for currency in &context.portal.currencies {
        if context.offers("list_ledger") {
            let path = format!("/v1/me/ledger?currency={}&", encode(currency.id.as_str()));
            compare(context, Some(token), &path, 7)?;
        }
    }
    Ok(())
}

fn ledger_walk(context: &Context) -> Verdict {
    compare(context, Some(context.member()?), "/v1/me/ledger?", 7)
}

/// Also after orders were made: before, there may have been none.
pub(super) fn order_walk(context: &Context) -> Verdict {
    compare(context, Some(context.member()?), "/v1/me/redemptions?", 3)?;
    let path = format!("/v1/me/redemptions?limit={}", context.limit(100));
    let page: Page<Redemption> = context.get_mine(path)?.send()?.read(200)?;
    let made = page
        .items
        .iter()
        .map(|order| (&order.id, &order.created_at.0));
    for pair in made.collect::<Vec<_>>().windows(2) {
        if let [(newer, late), (older, early)] = pair {
            let ordered = instants::of(late)? >= instants::of(early)?;
            ensure!(ordered, "the order {newer} comes before the newer {older}");
        }
    }
    page.items.iter().try_for_each(steps)
}

/// The history of an order leads to where it stands.
fn steps(order: &Redemption) -> Verdict {
    let (id, state) = (&order.id, &order.state);
    for pair in order.history.windows(2) {
        if let [first, next] = pair {
            let ordered = instants::of(&first.at.0)? <= instants::of(&next.at.0)?;
            ensure!(ordered, "the order {id}: its history is not oldest first");
        }
    }
    let last = order.history.last().map(|step| &step.state);
    ensure!(
        last.is_none_or(|last| last == state),
        "the order {id} is {state}, and its history ends with {}",
        last.map_or("nothing", |last| last.as_str())
    );
    Ok(())
}

fn reward_walk(context: &Context) -> Verdict {
    for sort in ["featured", "price", "newest", "ending"] {
        compare(context, None, &format!("/v1/rewards?sort={sort}&"), 5)?;
    }
    Ok(())
}

fn ledger(context: &Context, query: &str) -> Result<Vec<LedgerEntry>, Stop> {
    let path = format!("/v1/me/ledger?limit={}{query}", context.limit(100));
    let page: Page<LedgerEntry> = context.get_mine(path)?.send()?.read(200)?;
    Ok(page.items)
}

fn newest_first(context: &Context) -> Verdict {
    let entries = ledger(context, "")?;
    for pair in entries.windows(2) {
        if let [newer, older] = pair {
            let at = |entry: &LedgerEntry| instants::of(&entry.occurred_at.0);
            let ordered = at(newer)? >= at(older)?;
            ensure!(ordered, "{} comes before the newer {}", newer.id, older.id);
        }
    }
    Ok(())
}

fn filters(context: &Context) -> Verdict {
    for currency in &context.portal.currencies {
        let entries = ledger(
            context,
            &format!("&currency={}", encode(currency.id.as_str())),
        )?;
        let stray = entries.iter().find(|entry| entry.currency != currency.id);
        ensure!(
            stray.is_none(),
            "currency={} gives a row of {}",
            currency.id,
            stray.map_or("", |row| row.currency.as_str())
        );
    }
    for kind in LedgerKind::WORDS {
        let entries = ledger(context, &format!("&kind={kind}"))?;
        let stray = entries.iter().find(|entry| entry.kind.as_str() != *kind);
        ensure!(
            stray.is_none(),
            "kind={kind} gives a row of kind {}",
            stray.map_or("", |row| row.kind.as_str())
        );
    }
    Ok(())
}

fn bad_cursor(context: &Context) -> Verdict {
    let first: RewardPage = context
        .client
        .get("/v1/rewards?limit=1")
        .send()?
        .read(200)?;
    let mut cursors = vec!["nonsense".to_owned(), "%00%C3%BF".to_owned()];
    if let Some(real) = first.next_cursor {
        let turned: String = real.chars().rev().collect();
        cursors.push(encode(&turned));
    }
    for cursor in cursors {
        let reply = context
            .client
            .get(format!("/v1/rewards?limit=1&cursor={cursor}"))
            .send()?;
        reply.problem(&ProblemType::CursorInvalid)?;
    }
    Ok(())
}
