//! Walks along cursors: nothing is missed, nothing comes twice.

use std::collections::BTreeSet;

use palier_contract::{
    Page,
    ledger::{LedgerEntry, LedgerKind},
    problem::ProblemType,
    reward::RewardPage,
};
use serde_json::Value;

use super::read;
use crate::{
    scenario::{Context, Scenario},
    stop::{Stop, Verdict, ensure, skip},
};

pub(super) const SCENARIOS: &[Scenario] = &[
    read(
        "a walk through the ledger has no gap and no duplicate",
        &["list_ledger"],
        ledger_walk,
    ),
    read(
        "a walk through the catalogue has no gap and no duplicate, however sorted",
        &["list_rewards"],
        reward_walk,
    ),
    read("the ledger is newest first", &["list_ledger"], newest_first),
    read(
        "the ledger can be filtered by currency and kind",
        &["list_ledger"],
        filters,
    ),
    read(
        "a cursor that is none is refused as such",
        &["list_rewards"],
        bad_cursor,
    ),
];

/// Most pages of one walk: a cursor that leads in a circle must not keep us for ever.
const MOST_PAGES: usize = 200;

/// The ids of all rows, page by page.
fn walk(
    context: &Context,
    token: Option<&str>,
    path: &str,
    limit: usize,
) -> Result<Vec<String>, Stop> {
    let mut ids = Vec::new();
    let mut cursor = String::new();
    for _ in 0..MOST_PAGES {
        let mut ask = context.client.get(format!("{path}limit={limit}{cursor}"));
        if let Some(token) = token {
            ask = ask.bearer(token);
        }
        let page: Page<Value> = ask.send()?.read(200)?;
        ensure!(
            page.items.len() <= limit,
            "{path}: {} rows where {limit} were asked for",
            page.items.len()
        );
        ids.extend(
            page.items
                .iter()
                .filter_map(|row| row.get("id")?.as_str().map(str::to_owned)),
        );
        let Some(next) = page.next_cursor else {
            return Ok(ids);
        };
        ensure!(
            !page.items.is_empty(),
            "{path}: an empty page that is not the last"
        );
        cursor = format!("&cursor={}", encode(&next));
    }
    skip!("{path}: more than {MOST_PAGES} pages of {limit}")
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

/// Walks in small and in large steps; both must see the same rows, each once.
fn compare(context: &Context, token: Option<&str>, path: &str, small: usize) -> Verdict {
    let large = usize::try_from(context.portal.limits.max_page_size.get()).unwrap_or(100);
    let whole = walk(context, token, path, large.min(100))?;
    let pieces = walk(context, token, path, small)?;
    let distinct: BTreeSet<_> = pieces.iter().collect();
    ensure!(
        distinct.len() == pieces.len(),
        "{path}: a row comes twice in steps of {small}"
    );
    ensure!(
        pieces == whole,
        "{path}: {} rows in steps of {small}, {} in large ones, or in another order",
        pieces.len(),
        whole.len()
    );
    Ok(())
}

fn ledger_walk(context: &Context) -> Verdict {
    compare(context, Some(context.member()?), "/v1/me/ledger?", 7)
}

fn reward_walk(context: &Context) -> Verdict {
    for sort in ["featured", "price", "newest", "ending"] {
        compare(context, None, &format!("/v1/rewards?sort={sort}&"), 5)?;
    }
    Ok(())
}

fn ledger(context: &Context, query: &str) -> Result<Vec<LedgerEntry>, Stop> {
    let path = format!("/v1/me/ledger?limit=100{query}");
    let page: Page<LedgerEntry> = context.get_mine(path)?.send()?.read(200)?;
    Ok(page.items)
}

fn newest_first(context: &Context) -> Verdict {
    let entries = ledger(context, "")?;
    for pair in entries.windows(2) {
        if let [newer, older] = pair {
            let ordered = instant(newer)? >= instant(older)?;
            ensure!(ordered, "{} comes before the newer {}", newer.id, older.id);
        }
    }
    Ok(())
}

fn instant(entry: &LedgerEntry) -> Result<jiff::Timestamp, Stop> {
    let text = &entry.occurred_at.0;
    text.parse()
        .map_err(|error| Stop::Broken(format!("{}: {text:?}: {error}", entry.id)))
}

fn filters(context: &Context) -> Verdict {
    for currency in &context.portal.currencies {
        let entries = ledger(
            context,
            &format!("&currency={}", encode(currency.id.as_str())),
        )?;
        let stray = entries.iter().find(|entry| entry.currency != currency.id);
        ensure!(stray.is_none(), "currency={} gives {stray:?}", currency.id);
    }
    for kind in LedgerKind::WORDS {
        let entries = ledger(context, &format!("&kind={kind}"))?;
        let stray = entries.iter().find(|entry| entry.kind.as_str() != *kind);
        ensure!(stray.is_none(), "kind={kind} gives {stray:?}");
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
