//! The ledger: pages without gap or duplicate, filters, words.

use palier_contract::{
    Page,
    balance::Balances,
    event::{EventOutcome, EventReceipt},
    ledger::LedgerEntry,
};
use serde_json::json;

use crate::harness::Server;

async fn walk(server: &Server, query: &str, limit: usize) -> Vec<LedgerEntry> {
    let mut all = Vec::new();
    let mut cursor = String::new();
    loop {
        let path = format!("/v1/me/ledger?limit={limit}{query}{cursor}");
        let page: Page<LedgerEntry> = server.get(&path).member("top").read().await;
        assert!(page.items.len() <= limit);
        all.extend(page.items);
        match page.next_cursor {
            Some(next) => cursor = format!("&cursor={next}"),
            None => return all,
        }
    }
}

#[tokio::test]
async fn pages_of_any_size_hold_the_same_entries_once() {
    let server = Server::new().await;
    let large = walk(&server, "", 100).await;
    let small = walk(&server, "", 7).await;
    assert!(large.len() > 50);
    assert_eq!(large, small);
}

#[tokio::test]
async fn filters_keep_only_what_they_name() {
    let server = Server::new().await;
    let all = walk(&server, "", 100).await;
    let gems = walk(&server, "&currency=gems", 100).await;
    assert!(!gems.is_empty() && gems.iter().all(|entry| entry.currency.as_str() == "gems"));
    let from = &all[all.len() / 2].occurred_at.0;
    let recent = walk(&server, &format!("&from={from}"), 100).await;
    let expected = all
        .iter()
        .filter(|entry| entry.occurred_at.0 >= *from)
        .count();
    assert_eq!(recent.len(), expected);
    let earlier = walk(&server, &format!("&to={from}"), 100).await;
    assert_eq!(recent.len() + earlier.len(), all.len());
}

#[tokio::test]
async fn a_filter_that_cannot_be_read_is_named() {
    let server = Server::new().await;
    for (query, pointer) in [
        ("kind=earned", "kind"),
        ("currency=euros", "currency"),
        ("from=yesterday", "from"),
        ("limit=0", "limit"),
        ("limit=101", "limit"),
        ("limit=ten", "limit"),
    ] {
        let reply = server
            .get(&format!("/v1/me/ledger?{query}"))
            .member("top")
            .send()
            .await;
        assert_eq!(reply.problem(), "bad-request", "{query}");
        assert_eq!(reply.json()["errors"][0]["pointer"], pointer, "{query}");
    }
    let query = "limit=0&to=never&kind=earned";
    let reply = server
        .get(&format!("/v1/me/ledger?{query}"))
        .member("top")
        .send()
        .await;
    assert_eq!(
        reply.pointers(),
        ["kind", "to", "limit"],
        "all of them at once"
    );
}

#[tokio::test]
async fn a_cursor_is_good_for_its_own_list_and_reader_only() {
    let server = Server::new().await;
    let page: Page<LedgerEntry> = server
        .get("/v1/me/ledger?limit=2")
        .member("top")
        .read()
        .await;
    let cursor = page.next_cursor.unwrap();
    for (member, path) in [
        (
            "top",
            format!("/v1/me/ledger?currency=points&cursor={cursor}"),
        ),
        ("almost", format!("/v1/me/ledger?cursor={cursor}")),
        ("top", "/v1/me/ledger?cursor=bm9uc2Vuc2U".to_owned()),
        ("top", format!("/v1/me/redemptions?cursor={cursor}")),
    ] {
        assert_eq!(
            server.get(&path).member(member).send().await.problem(),
            "cursor-invalid"
        );
    }
}

#[tokio::test]
async fn the_newest_posted_entry_tells_the_available_balance() {
    let server = Server::new().await;
    let held: Balances = server.get("/v1/me/balances").member("top").read().await;
    let entries = walk(&server, "&currency=points", 100).await;
    let newest = entries
        .iter()
        .find_map(|entry| entry.balance_after)
        .unwrap();
    assert_eq!(newest, held.balances[0].available);
}

#[tokio::test]
async fn entries_speak_the_readers_language() {
    let server = Server::new().await;
    let call = server
        .get("/v1/me/ledger?limit=100")
        .member("top")
        .header("accept-language", "fr-CA");
    let reply = call.send().await;
    assert_eq!(reply.header("content-language"), "fr");
    let french: Page<LedgerEntry> = reply.read();
    let english = walk(&server, "", 100).await;
    let differ = french
        .items
        .iter()
        .zip(&english)
        .filter(|(one, other)| one.label != other.label);
    assert!(differ.count() > french.items.len() / 2);
}

/// What a shop's till tells days later takes its place by when it happened, and the balance runs
/// through it.
#[tokio::test]
async fn what_is_told_late_stands_where_it_happened() {
    let server = Server::new().await;
    let before = walk(&server, "&currency=points", 100).await;
    let middle = &before[before.len() / 2].occurred_at.0;
    let event = json!({
        "id": "late", "type": "purchase", "member": "top", "occurred_at": middle,
        "amount": 5000, "properties": { "channel": "web", "quantity": "1" },
    });
    let receipt: EventReceipt = server.post("/v1/events", &event).brand().read().await;
    assert_eq!(receipt.outcome, EventOutcome::Accepted);
    let after = walk(&server, "&currency=points", 7).await;
    assert!(after.len() > before.len());
    let times: Vec<&str> = after
        .iter()
        .map(|entry| entry.occurred_at.0.as_ref())
        .collect();
    assert!(times.is_sorted_by(|one, other| one >= other), "{times:?}");
    let held: Balances = server.get("/v1/me/balances").member("top").read().await;
    let newest = after.iter().find_map(|entry| entry.balance_after);
    assert_eq!(newest, Some(held.balances[0].available));
}

#[tokio::test]
async fn why_an_amount_is_what_it_is_is_told_in_words() {
    let server = Server::new().await;
    let reasons = async |language: &str| -> Vec<String> {
        let call = server
            .get("/v1/me/ledger?limit=100&kind=earn&currency=points")
            .member("top");
        let call = call.header("accept-language", language);
        let page: Page<LedgerEntry> = call.read().await;
        let reasons = page.items.into_iter().filter_map(|entry| entry.reason);
        reasons.filter(|reason| reason.contains('%')).collect()
    };
    for reason in reasons("en").await {
        let (base, more) = reason.split_once(", ").unwrap();
        assert!(
            base.ends_with(" points") || base.ends_with(" point"),
            "{reason}"
        );
        assert!(more.contains("% more for "), "{reason}");
    }
    for reason in reasons("fr").await {
        assert!(reason.contains("\u{a0}% de plus pour "), "{reason}");
        assert!(!reason.contains('×') && !reason.contains('+'), "{reason}");
    }
    assert!(!reasons("en").await.is_empty());
}
