//! The ledger: pages without gap or duplicate, filters, words.

use palier_contract::{Page, balance::Balances, ledger::LedgerEntry};

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
