//! The code of an order: shown for as long as it works.

use palier_contract::{
    Page,
    ledger::{LedgerEntry, LedgerKind},
    redemption::{Redemption, RedemptionState},
};
use palier_server::{
    db::scheduled,
    time::{now, timestamp},
};
use serde_json::json;

use crate::{
    harness::{Reply, Server},
    operate::{asked, club, done, order, points, read, refused},
    redeem::write,
};

const DAY: i64 = 24 * 60 * 60 * 1000;

/// A club with a member who ordered a coupon.
async fn coupon() -> (Server, Redemption) {
    let server = club("").await;
    done(&server, &["member", "enrol", "ann"]);
    let made = order(&server, "ann", "coupon").await;
    (server, made)
}

async fn reveal(server: &Server, order: &Redemption) -> Reply {
    let path = format!("/v1/me/redemptions/{}/reveal", order.id);
    asked(server.post(&path, &json!({})), "ann").send().await
}

async fn value(server: &Server, order: &Redemption) -> String {
    let shown: Redemption = reveal(server, order).await.read();
    shown.code.unwrap().value.unwrap()
}

#[tokio::test]
async fn an_order_that_came_to_nothing_hands_out_no_code_any_more() {
    let (server, made) = coupon().await;
    assert!(made.actions.contains_key("reveal_code"));
    value(&server, &made).await;
    for (state, left) in [("failed", 40), ("refunded", 50)] {
        done(&server, &["order", "step", made.id.as_str(), state]);
        assert_eq!(points(&server, "ann").await, left);
        let order = read(&server, "ann", &made).await;
        assert!(!order.actions.contains_key("reveal_code"), "{state}");
        assert_eq!(order.code.unwrap().value, None, "{state}");
        let refused = reveal(&server, &made).await;
        assert_eq!(refused.problem(), "outside-window", "{state}");
    }
}

#[tokio::test]
async fn a_suspended_member_is_offered_what_they_may_do_and_no_more() {
    let (server, coupon) = coupon().await;
    let tour = order(&server, "ann", "tour").await;
    assert!(tour.actions.contains_key("cancel"));
    done(&server, &["member", "suspend", "ann"]);
    let all: Page<Redemption> = asked(server.get("/v1/me/redemptions"), "ann").read().await;
    let offered = |order: &Redemption| {
        let listed = all.items.iter().find(|one| one.id == order.id).unwrap();
        let has = |name: &str| listed.actions.contains_key(name);
        (has("reveal_code"), has("cancel"))
    };
    assert_eq!(offered(&coupon), (true, false));
    assert_eq!(offered(&tour), (false, false));
    let path = format!("/v1/me/redemptions/{}/cancel", tour.id);
    let refused = asked(server.post(&path, &json!({})), "ann").send().await;
    assert_eq!(refused.problem(), "suspended");
    value(&server, &coupon).await;
}

#[tokio::test]
async fn points_that_come_back_after_their_day_are_not_said_to_be_there() {
    let (server, made) = coupon().await;
    write(
        &server,
        "UPDATE redemption_allocations SET expires_at = 86400000",
    )
    .await;
    for state in ["failed", "refunded"] {
        done(&server, &["order", "step", made.id.as_str(), state]);
    }
    assert_eq!(points(&server, "ann").await, 40);
    let order = read(&server, "ann", &made).await;
    let said = order.history.last().unwrap().message.clone().unwrap();
    assert_eq!(
        said,
        "Your points came back; those whose day had passed have lapsed."
    );
    let path = "/v1/me/ledger?limit=2";
    let lines: Page<LedgerEntry> = asked(server.get(path), "ann").read().await;
    let lapsed = &lines.items[0];
    assert_eq!(lapsed.kind, LedgerKind::Expire);
    assert_eq!(lapsed.balance_after.unwrap().get(), 40);
    assert_eq!(lapsed.occurred_at, lines.items[1].occurred_at);
    assert_eq!(lapsed.expires_at, None);
}

#[tokio::test]
async fn what_failed_is_handed_over_again_with_another_code() {
    let (server, made) = coupon().await;
    let first = value(&server, &made).await;
    for state in ["failed", "issued"] {
        done(&server, &["order", "step", made.id.as_str(), state]);
    }
    let again = read(&server, "ann", &made).await;
    assert_eq!(again.state, RedemptionState::Issued);
    assert!(again.actions.contains_key("reveal_code"));
    assert_ne!(value(&server, &made).await, first);
}

#[tokio::test]
async fn a_code_is_checked_and_used_once() {
    let (server, made) = coupon().await;
    let code = value(&server, &made).await;
    let told = done(&server, &["code", "check", &code.to_lowercase()]);
    assert_eq!(told[0]["reward"], "coupon");
    assert_eq!(told[0]["member"], "ann");
    assert_eq!(told[0]["used"], 0);
    let told = done(&server, &["code", "use", &code]);
    assert_eq!(told[0]["used"], 1);
    let shown = read(&server, "ann", &made).await;
    assert_eq!(shown.code.unwrap().used.get(), 1);
    for word in ["check", "use"] {
        let said = refused(&server, &["code", word, &code]);
        assert!(
            said.contains(&format!("{code} was used already, last on 2")),
            "{said}"
        );
    }
    let told = done(&server, &["order", "show", made.id.as_str()]);
    assert_eq!(told[0]["code"]["value"], code);
}

#[tokio::test]
async fn a_code_that_is_good_for_nothing_is_refused_with_the_reason() {
    let (server, made) = coupon().await;
    let code = value(&server, &made).await;
    let said = refused(&server, &["code", "use", "ABCD"]);
    assert!(said.contains("there is no code `ABCD`"), "{said}");
    done(&server, &["order", "step", made.id.as_str(), "failed"]);
    let said = refused(&server, &["code", "use", &code]);
    assert!(said.contains("is void: order"), "{said}");
    assert!(said.contains("is `failed`"), "{said}");
    write(&server, "UPDATE codes SET expires_at = 86400000").await;
    let said = refused(&server, &["code", "use", &code]);
    assert!(said.contains("lapsed on 1970-01-02"), "{said}");
}

#[tokio::test]
async fn a_code_that_lapses_unused_ends_its_order() {
    let (server, made) = coupon().await;
    let lapsed = now() - DAY;
    write(
        &server,
        "UPDATE codes SET expires_at = expires_at - 31 * 86400000",
    )
    .await;
    // From that instant on, whether a duty has passed by or not.
    let before = read(&server, "ann", &made).await;
    assert_eq!(before.state, RedemptionState::Issued);
    assert!(!before.actions.contains_key("reveal_code"));
    assert_eq!(reveal(&server, &made).await.problem(), "outside-window");
    for _ in 0..2 {
        scheduled::run(&server.app.db, &server.app.programme, now())
            .await
            .unwrap();
        let order = read(&server, "ann", &made).await;
        assert_eq!(order.state, RedemptionState::Expired);
        let steps = order.history.len();
        assert_eq!(steps, made.history.len() + 1);
        assert!(order.history[steps - 1].at.0 < timestamp(lapsed + DAY / 2).0);
    }
    let hints: i64 = sqlx::query_scalar(
        "SELECT COUNT(*) FROM hints WHERE topic = 'redemptions' AND member_id > 0",
    )
    .fetch_one(server.app.db.reader())
    .await
    .unwrap();
    assert_eq!(hints, 2, "ordered and lapsed");
}

#[tokio::test]
async fn a_code_that_was_used_does_not_lapse() {
    let (server, made) = coupon().await;
    write(
        &server,
        "UPDATE codes SET used = 1, expires_at = expires_at - 31 * 86400000",
    )
    .await;
    scheduled::run(&server.app.db, &server.app.programme, now())
        .await
        .unwrap();
    let order = read(&server, "ann", &made).await;
    assert_eq!(order.state, RedemptionState::Issued);
}
