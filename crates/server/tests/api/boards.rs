//! Leaderboards: ranks, ties, pages, surroundings, hidden names.

use axum::http::{Method, StatusCode};
use palier_contract::{
    event::{EventOutcome, EventReceipt},
    leaderboard::{Board, BoardEntry, BoardList},
};
use palier_server::time::{now, timestamp};
use serde_json::json;

use crate::harness::Server;

async fn board(server: &Server, member: &str, query: &str) -> Board {
    server
        .get(&format!("/v1/leaderboards/month?{query}"))
        .member(member)
        .read()
        .await
}

async fn whole(server: &Server, member: &str, limit: usize) -> Vec<BoardEntry> {
    let mut rows = Vec::new();
    let mut cursor = String::new();
    loop {
        let part = board(server, member, &format!("limit={limit}{cursor}")).await;
        rows.extend(part.entries);
        let Some(next) = part.next_cursor else {
            return rows;
        };
        cursor = format!("&cursor={next}");
    }
}

async fn buy(server: &Server, member: &str, amount: i64) {
    let event = json!({
        "id": format!("{member} buys for {amount}"), "type": "purchase", "member": member, "amount": amount,
        "occurred_at": timestamp(now()), "properties": { "channel": "web", "quantity": "1" },
    });
    let receipt: EventReceipt = server.post("/v1/events", &event).brand().read().await;
    assert_eq!(receipt.outcome, EventOutcome::Accepted);
}

#[tokio::test]
async fn pages_of_any_size_hold_the_whole_board_once() {
    let server = Server::new().await;
    let all = whole(&server, "top", 100).await;
    let total = board(&server, "top", "").await.total.get();
    assert_eq!(i64::try_from(all.len()).unwrap(), total);
    assert_eq!(whole(&server, "top", 7).await, all);
}

#[tokio::test]
async fn a_page_goes_on_where_the_last_one_ended_though_its_last_member_moved() {
    let server = Server::new().await;
    // On a month's first day hardly anybody is on its board.
    for (member, amount) in [
        ("top", 9_000),
        ("almost", 5_000),
        ("collector", 2_000),
        ("expiring", 2_000),
        ("orders", 2_000),
    ] {
        buy(&server, member, amount).await;
    }
    let all = whole(&server, "almost", 100).await;
    let me = all.iter().position(|row| row.is_me).unwrap();
    assert!(me > 0 && me + 2 < all.len());
    // Pages that end with the member.
    let (mut left, mut cursor) = (me + 1, String::new());
    while left > 0 {
        let part = board(
            &server,
            "almost",
            &format!("limit={}{cursor}", left.min(100)),
        )
        .await;
        left -= part.entries.len();
        cursor = format!("&cursor={}", part.next_cursor.unwrap());
    }
    buy(&server, "almost", 900_000).await;
    let moved = board(&server, "almost", "view=around_me").await;
    assert!(moved.me.unwrap().entry.unwrap().rank < all[me].rank);
    let next = board(&server, "almost", &format!("limit=2{cursor}")).await;
    let ids = |rows: &[BoardEntry]| rows.iter().map(|row| row.id.clone()).collect::<Vec<_>>();
    assert_eq!(ids(&next.entries), ids(&all[me + 1..me + 3]));
}

#[tokio::test]
async fn equal_scores_share_a_rank_and_the_next_ranks_are_skipped() {
    let server = Server::new().await;
    let rows = whole(&server, "top", 100).await;
    for (index, row) in rows.iter().enumerate() {
        let above = rows.iter().filter(|other| other.score > row.score).count();
        assert_eq!(
            row.rank.get(),
            i64::try_from(above).unwrap() + 1,
            "row {index}"
        );
    }
    let ties = rows
        .windows(2)
        .filter(|pair| pair[0].score == pair[1].score)
        .count();
    assert!(ties > 0, "the demo has ties, or this test says nothing");
}

#[tokio::test]
async fn a_members_surroundings_are_the_same_rows_as_in_the_whole() {
    let server = Server::new().await;
    let all = whole(&server, "almost", 100).await;
    let near = board(&server, "almost", "view=around_me&limit=5").await;
    assert_eq!(near.view.as_str(), "around_me");
    let me = near.entries.iter().position(|row| row.is_me).unwrap();
    let at = all.iter().position(|row| row.is_me).unwrap();
    let first = at - me;
    assert_eq!(near.entries, all[first..first + near.entries.len()]);
    let mine = near.me.unwrap();
    assert_eq!(mine.entry.as_ref(), Some(&near.entries[me]));
    let next = all
        .iter()
        .rev()
        .find(|row| row.score > all[at].score)
        .unwrap();
    assert_eq!(
        mine.gap_to_next.unwrap().get(),
        next.score.get() - all[at].score.get()
    );
}

#[tokio::test]
async fn finished_periods_stay_readable_and_unknown_ones_are_not_found() {
    let server = Server::new().await;
    let list: BoardList = server.get("/v1/leaderboards").read().await;
    assert_eq!(list.items.len(), 3);
    for summary in &list.items {
        assert_eq!(summary.periods[0].state.as_str(), "live");
        let last = summary.periods.last().unwrap();
        let path = format!("/v1/leaderboards/{}?period={}", summary.id, last.key);
        let past: Board = server.get(&path).read().await;
        assert_eq!(&past.period, last);
    }
    for path in [
        "/v1/leaderboards/week?period=1999-W01",
        "/v1/leaderboards/unheard-of",
    ] {
        assert_eq!(
            server.get(path).send().await.problem(),
            "not-found",
            "{path}"
        );
    }
    let odd = server
        .get("/v1/leaderboards/week?view=sideways")
        .send()
        .await;
    assert_eq!(odd.json()["errors"][0]["pointer"], "view");
}

#[tokio::test]
async fn the_default_board_is_the_first_one() {
    let server = Server::new().await;
    let list: BoardList = server.get("/v1/leaderboards").read().await;
    let board: Board = server.get("/v1/leaderboards/default").read().await;
    assert_eq!(board.id, list.items[0].id);
}

#[tokio::test]
async fn a_hidden_name_is_hidden_from_others_only() {
    let server = Server::new().await;
    let body = json!({ "leaderboard_hidden_name": true });
    let patch = server
        .call(Method::PATCH, "/v1/me/preferences")
        .json(&body)
        .member("top");
    assert_eq!(patch.send().await.status, StatusCode::OK);
    let mine = whole(&server, "top", 100)
        .await
        .into_iter()
        .find(|row| row.is_me)
        .unwrap();
    assert!(mine.name.is_some());
    let theirs = whole(&server, "almost", 100)
        .await
        .into_iter()
        .find(|row| row.id == mine.id)
        .unwrap();
    assert!(theirs.name.is_none() && theirs.tier.is_none() && !theirs.is_me);
}

#[tokio::test]
async fn who_opted_out_sees_no_rank_and_is_in_nobodys_list() {
    let server = Server::new().await;
    let own = board(&server, "opted_out", "view=around_me").await;
    let me = own.me.unwrap();
    assert!(me.opted_out && me.entry.is_none());
    assert!(
        me.score.is_some(),
        "who left the lists still sees their score"
    );
    assert!(own.entries.iter().all(|row| !row.is_me));
}
