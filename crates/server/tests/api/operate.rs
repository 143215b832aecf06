//! A programme of a brand's own, from nothing to a delivered order: members of its identity
//! provider, and the binary's commands beside the running server.

use std::process::{Command, Output};

use axum::http::StatusCode;
use palier_contract::{
    Page,
    balance::Balances,
    member::{Me, MemberState},
    redemption::{Quote, Redemption, RedemptionState},
    reward::Reward,
};
use serde_json::{Value, json};

use crate::{
    harness::{Call, Folder, Server},
    tokens::{claims, jwk, sign, write_keys},
};

/// A real programme, for tests of what needs one.
pub(crate) const CLUB: &str = r#"
id = "club"
name = { en = "Club" }
time_zone = "Europe/Paris"
locales = ["en", "fr"]
money = "EUR"
events = ["purchase"]
tiers = [{ id = "seed", name = { en = "Seed" } }]
currencies = [{ id = "points", name = { en = "Points" }, unit = { en = { other = "points" } } }]
rules = [
  { id = "hello", trigger = "enrolment", name = { en = "Hello" }, description = { en = "Hello" }, earn = { points = 50 } },
  { id = "buy", event = "purchase", name = { en = "Buy" }, description = { en = "Buy" }, earn = { points = 100 } },
]
categories = [{ id = "all", name = { en = "All" } }]
"#;

const REWARDS: &str = r#"
[[rewards]]
id = "mug"
categories = ["all"]
kind = "physical"
fulfilment = "ship"
name = { en = "Mug" }
summary = { en = "A mug" }
description = { en = "A mug" }
prices = [{ points = 100 }]
stock = 1
[[rewards]]
id = "tour"
categories = ["all"]
kind = "experience"
fulfilment = "booking"
name = { en = "Tour" }
summary = { en = "A tour" }
description = { en = "A tour" }
prices = [{ points = 10 }]
[[rewards]]
id = "coupon"
categories = ["all"]
kind = "code"
fulfilment = "code"
code_valid_days = 30
name = { en = "Coupon" }
summary = { en = "A coupon" }
description = { en = "A coupon" }
prices = [{ points = 10 }]
"#;

/// A server of the club that a brand would run; `more` begins the programme file.
pub(crate) async fn club(more: &str) -> Server {
    let folder = Folder::new();
    write_keys(&folder, &[jwk(0, "one")]);
    let file = folder.0.join("club.toml");
    std::fs::write(&file, format!("{more}\n{CLUB}\n{REWARDS}")).unwrap();
    let (file, keys) = (file, folder.0.join("jwks.json"));
    let provider = ["--issuer", "https://id.example", "--audience", "palier"];
    let files = [
        "--programme",
        file.to_str().unwrap(),
        "--jwks",
        keys.to_str().unwrap(),
    ];
    Server::on(folder, &[&provider[..], &files[..]].concat()).await
}

/// A token of the brand's identity provider.
fn token(subject: &str, roles: &[&str]) -> String {
    let mut claims = claims();
    claims["sub"] = json!(subject);
    claims["roles"] = json!(roles);
    sign(0, "one", &claims)
}

pub(crate) fn asked<'s>(call: Call<'s>, subject: &str) -> Call<'s> {
    call.bearer(&token(subject, &[]))
}

async fn state(server: &Server, subject: &str) -> MemberState {
    let me: Me = asked(server.get("/v1/me"), subject).read().await;
    me.state
}

fn run(server: &Server, words: &[&str]) -> Output {
    let folder = &server.folder.0;
    Command::new(env!("CARGO_BIN_EXE_palier-server"))
        .args(words)
        .arg("--data")
        .arg(folder)
        .arg("--programme")
        .arg(folder.join("club.toml"))
        .output()
        .unwrap()
}

/// What a command prints.
pub(crate) fn done(server: &Server, words: &[&str]) -> Vec<Value> {
    let output = run(server, words);
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success(), "{words:?}: {said}");
    let lines = String::from_utf8(output.stdout).unwrap();
    lines
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

/// What a command says that does nothing.
pub(crate) fn refused(server: &Server, words: &[&str]) -> String {
    let output = run(server, words);
    assert!(!output.status.success(), "{words:?} is done");
    assert!(output.stdout.is_empty());
    String::from_utf8(output.stderr).unwrap()
}

pub(crate) async fn buy(server: &Server, subject: &str, number: u32) -> StatusCode {
    let event = json!({ "id": format!("{subject}-{number}"), "type": "purchase", "member": subject,
        "occurred_at": palier_server::time::timestamp(palier_server::time::now()) });
    let call = server.post("/v1/events", &event).brand();
    call.send().await.status
}

pub(crate) async fn points(server: &Server, subject: &str) -> i64 {
    let held: Balances = asked(server.get("/v1/me/balances"), subject).read().await;
    held.balances[0].available.get()
}

pub(crate) async fn order(server: &Server, subject: &str, reward: &str) -> Redemption {
    let choice = json!({ "reward_id": reward, "price_id": "points" });
    let ask = server.post("/v1/redemptions/quote", &choice);
    let quote: Quote = asked(ask, subject).read().await;
    let address = json!({ "name": "Ann", "street": "1 High Street", "postal_code": "75001",
        "city": "Paris", "country": "FR" });
    let mut body = json!({ "quote_id": quote.id, "choice": choice });
    if quote.needs_address {
        body["address"] = address;
    }
    let call = server.post("/v1/redemptions", &body).key(quote.id.as_str());
    asked(call, subject).read().await
}

pub(crate) async fn read(server: &Server, subject: &str, order: &Redemption) -> Redemption {
    let path = format!("/v1/me/redemptions/{}", order.id);
    asked(server.get(&path), subject).read().await
}

#[tokio::test]
async fn somebody_is_enrolled_beside_a_running_server_and_earns() {
    let server = club("").await;
    assert_eq!(state(&server, "ann").await, MemberState::Candidate);
    assert_eq!(
        buy(&server, "ann", 1).await,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    let line = [
        "member",
        "enrol",
        "ann",
        "--name",
        "Ann A.",
        "--birthday=02-29",
    ];
    let told = done(&server, &line);
    assert_eq!(told[0]["alias"], "Ann A.");
    assert_eq!(told[0]["tier"], "seed");
    assert_eq!(state(&server, "ann").await, MemberState::Member);
    assert_eq!(buy(&server, "ann", 1).await, StatusCode::OK);
    assert_eq!(points(&server, "ann").await, 150);
    let said = refused(&server, &line);
    assert!(
        said.contains("`ann` has already joined, and is `member`"),
        "{said}"
    );
}

#[tokio::test]
async fn a_suspended_member_sees_and_does_not_act_until_reinstated() {
    let server = club("").await;
    done(&server, &["member", "enrol", "ann"]);
    for _ in 0..2 {
        done(&server, &["member", "suspend", "ann"]);
        assert_eq!(state(&server, "ann").await, MemberState::Suspended);
    }
    assert_eq!(
        buy(&server, "ann", 1).await,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    assert_eq!(points(&server, "ann").await, 50);
    let told = done(&server, &["member", "reinstate", "ann"]);
    assert_eq!(told, done(&server, &["member", "show", "ann"]));
    assert_eq!(buy(&server, "ann", 2).await, StatusCode::OK);
    let said = refused(&server, &["member", "suspend", "bob"]);
    assert!(said.contains("`bob` is not a member"), "{said}");
}

#[tokio::test]
async fn an_order_is_walked_to_the_door_and_back() {
    let server = club("").await;
    done(&server, &["member", "enrol", "ann"]);
    buy(&server, "ann", 1).await;
    let made = order(&server, "ann", "mug").await;
    let id = made.id.as_str();
    let waiting = done(&server, &["order", "list"]);
    assert_eq!(waiting.len(), 1);
    assert_eq!(waiting[0]["id"], id);
    assert_eq!(waiting[0]["member"], "ann");
    assert_eq!(waiting[0]["address"]["city"], "Paris");

    let said = refused(&server, &["order", "step", id, "delivered"]);
    assert!(
        said.contains("is `confirmed`; it cannot become `delivered`, only issued, preparing"),
        "{said}"
    );
    done(&server, &["order", "step", id, "preparing"]);
    done(
        &server,
        &[
            "order",
            "step",
            id,
            "shipped",
            "--carrier",
            "Post",
            "--tracking",
            "42",
            "--note",
            "With care.",
        ],
    );
    let shipped = read(&server, "ann", &made).await;
    assert_eq!(shipped.state, RedemptionState::Shipped);
    assert_eq!(shipped.shipments[0].number, "42");
    let last = shipped.history.last().unwrap();
    assert_eq!(last.message.as_deref(), Some("With care."));
    let told = done(&server, &["order", "step", id, "delivered"]);
    assert!(told[0].get("address").is_none(), "kept: {told:?}");
    assert!(done(&server, &["order", "list"]).is_empty());

    for state in ["returned", "refunded", "refunded"] {
        done(&server, &["order", "step", id, state]);
    }
    assert_eq!(points(&server, "ann").await, 150);
    let all: Page<Redemption> = asked(server.get("/v1/me/redemptions"), "ann").read().await;
    assert_eq!(all.items[0].state, RedemptionState::Refunded);
    let said = refused(&server, &["order", "step", id, "shipped"]);
    assert!(
        said.contains("cannot become `shipped`, nor anything else"),
        "{said}"
    );
}

#[tokio::test]
async fn a_booking_is_handed_over_and_a_failed_order_is_paid_back_once() {
    let server = club("").await;
    done(&server, &["member", "enrol", "ann"]);
    let made = order(&server, "ann", "tour").await;
    let id = made.id.as_str();
    done(&server, &["order", "step", id, "issued"]);
    assert_eq!(
        read(&server, "ann", &made).await.state,
        RedemptionState::Issued
    );
    assert_eq!(points(&server, "ann").await, 40);
    for state in ["failed", "refunded"] {
        done(&server, &["order", "step", id, state]);
    }
    assert_eq!(points(&server, "ann").await, 50);
}

#[tokio::test]
async fn a_sold_out_reward_is_filled_up_and_an_order_called_off_gives_its_item_back() {
    let server = club("").await;
    done(&server, &["member", "enrol", "ann"]);
    buy(&server, "ann", 1).await;
    let made = order(&server, "ann", "mug").await;
    assert_eq!(
        done(&server, &["stock", "list"]),
        [json!({ "reward": "mug", "left": 0 })]
    );
    let added = done(&server, &["stock", "add", "mug", "5"]);
    assert_eq!(added, [json!({ "reward": "mug", "left": 5 })]);
    let mug: Reward = asked(server.get("/v1/rewards/mug"), "ann").read().await;
    assert_eq!(serde_json::to_value(&mug.stock).unwrap()["remaining"], 5);
    let told = done(&server, &["order", "step", made.id.as_str(), "cancelled"]);
    assert_eq!(told[0]["state"], "refunded");
    assert_eq!(points(&server, "ann").await, 150);
    assert_eq!(done(&server, &["stock", "list"])[0]["left"], 6);
    assert_eq!(done(&server, &["stock", "add", "mug", "-2"])[0]["left"], 4);
}

#[tokio::test]
async fn whoever_signs_in_to_an_open_programme_is_a_member_once() {
    let server = club("join = \"open\"").await;
    let anonymous: Me = server.get("/v1/me").read().await;
    assert_eq!(anonymous.state, MemberState::Anonymous);
    // A page asks several things at once.
    let ask = |path| asked(server.get(path), "ann").send();
    let (me, held, rewards) =
        tokio::join!(ask("/v1/me"), ask("/v1/me/balances"), ask("/v1/rewards"));
    for reply in [&me, &held, &rewards] {
        assert_eq!(reply.status, StatusCode::OK, "{}", reply.text());
    }
    let me: Me = me.read();
    assert_eq!(me.state, MemberState::Member);
    assert!(me.alias.unwrap().starts_with("Member "));
    // Welcome points, once.
    assert_eq!(points(&server, "ann").await, 50);
    assert_eq!(buy(&server, "ann", 1).await, StatusCode::OK);
    // Who works for the brand edits portals, and is no member by that.
    let staff = server.get("/v1/me").bearer(&token("eve", &["designer"]));
    let staff: Me = staff.read().await;
    assert_eq!(staff.state, MemberState::Candidate);
}

#[tokio::test]
async fn who_may_join_is_one_of_two_words() {
    let folder = Folder::new();
    let file = folder.0.join("club.toml");
    std::fs::write(&file, format!("join = \"ajar\"\n{CLUB}")).unwrap();
    let options = crate::harness::options(&folder.0, &["--programme", file.to_str().unwrap()]);
    let said = palier_server::start::prepare(&options).await.unwrap_err();
    let said = said.to_string();
    assert!(said.contains("`ajar` is not one of closed, open"), "{said}");
}
