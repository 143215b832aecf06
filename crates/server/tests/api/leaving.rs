//! What is known of a member is set, told and forgotten.

use axum::http::StatusCode;
use palier_contract::{
    badge::{Collection, Rarity},
    member::{Me, MemberState},
};
use serde_json::json;

use crate::operate::{asked, buy, club, done, order, points, refused};

#[tokio::test]
async fn a_member_who_let_themselves_in_gets_a_birthday_and_an_audience() {
    let server = club("join = \"open\"").await;
    let _: Me = asked(server.get("/v1/me"), "ann").read().await;
    let known = [
        "member",
        "set",
        "ann",
        "--birthday",
        "02-29",
        "--segment",
        "staff",
    ];
    let told = done(&server, &[&known[..], &["--name", "Ann A."]].concat());
    assert_eq!(told[0]["alias"], "Ann A.");
    let me: Me = asked(server.get("/v1/me"), "ann").read().await;
    assert_eq!(me.alias.as_deref(), Some("Ann A."));
    let all = done(&server, &["member", "export", "ann"]);
    let member = &all[0]["member"][0];
    assert_eq!(member["birthday"], 229);
    assert_eq!(member["segment"], "staff");
    assert!(member["birthday_due"].as_str().unwrap().contains("-02-2"));
    done(
        &server,
        &["member", "set", "ann", "--birthday=", "--segment="],
    );
    let all = done(&server, &["member", "export", "ann"]);
    let member = &all[0]["member"][0];
    assert_eq!(member["alias"], "Ann A.", "what is not said stays");
    assert_eq!(member["birthday"], json!(null));
    assert_eq!(member["segment"], json!(null));
}

#[tokio::test]
async fn all_that_is_held_is_told() {
    let server = club("").await;
    done(&server, &["member", "enrol", "ann"]);
    done(&server, &["member", "enrol", "bob"]);
    for name in ["ann", "bob"] {
        assert_eq!(buy(&server, name, 1).await, StatusCode::OK);
    }
    let made = order(&server, "ann", "mug").await;
    let all = &done(&server, &["member", "export", "ann"])[0];
    assert_eq!(all["member"][0]["public_id"], "ann");
    assert_eq!(all["events"].as_array().unwrap().len(), 1);
    assert_eq!(all["ledger"].as_array().unwrap().len(), 3);
    assert_eq!(all["orders"][0]["id"], made.id.as_str());
    assert_eq!(all["orders"][0]["address"]["city"], "Paris");
    assert_eq!(all["order_history"].as_array().unwrap().len(), 2);
    assert!(!all.to_string().contains("bob"));
}

#[tokio::test]
async fn who_leaves_is_forgotten_and_told_so() {
    let server = club("join = \"open\"").await;
    done(&server, &["member", "enrol", "ann", "--name", "Ann A."]);
    buy(&server, "ann", 1).await;
    let made = order(&server, "ann", "mug").await;
    let id = made.id.as_str();
    let said = refused(&server, &["member", "close", "ann"]);
    assert!(said.contains(&format!("orders that wait: {id};")), "{said}");
    let parcel = ["--carrier", "Post", "--tracking", "PARCEL-1"];
    let note = ["--note", "Left with the neighbour."];
    done(&server, &["order", "step", id, "preparing"]);
    done(
        &server,
        &[&["order", "step", id, "shipped"], &parcel[..]].concat(),
    );
    done(
        &server,
        &[&["order", "step", id, "delivered"], &note[..]].concat(),
    );
    assert_eq!(points(&server, "ann").await, 50);
    let told = done(&server, &["member", "close", "ann"]);
    assert_eq!(told[0]["state"], "closed");
    let all = &done(&server, &["member", "export", "ann"])[0];
    let words = ["Ann A.", "High Street", "PARCEL-1", "neighbour"];
    for word in words {
        assert!(!all.to_string().contains(word), "{word} is kept");
    }
    // Nor are they a member again by signing in.
    let me: Me = asked(server.get("/v1/me"), "ann").read().await;
    assert_eq!(me.state, MemberState::Candidate);
    assert!(me.actions.is_empty() && me.alias.is_none());
    assert!(me.message.unwrap().starts_with("You have left"));
    assert_eq!(
        buy(&server, "ann", 2).await,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    let said = refused(&server, &["member", "set", "ann", "--name", "Ann"]);
    assert!(said.contains("`ann` has left the programme"), "{said}");
    // Nor is it left in what the file has no use for, once the log is folded in.
    server.app.db.close().await;
    let file = std::fs::read(server.folder.0.join("palier.db")).unwrap();
    for word in words {
        let held = file.windows(word.len()).any(|part| part == word.as_bytes());
        assert!(!held, "{word} is in the file");
    }
}

#[tokio::test]
async fn who_has_left_is_no_holder_of_badges_any_more_and_no_member_to_hold_them() {
    let badge = r#"
series = [{ id = "firsts", name = { en = "Firsts" }, badges = [{ id = "first-buy",
  name = { en = "First" }, description = { en = "Buy once" },
  criteria = [{ event = "purchase", target = 1, label = { en = "Purchases" } }] }] }]
"#;
    let server = club(badge).await;
    for name in ["ann", "bob", "cleo", "dan"] {
        done(&server, &["member", "enrol", name]);
    }
    for name in ["ann", "bob"] {
        assert_eq!(buy(&server, name, 1).await, StatusCode::OK);
    }
    let rarity = async || -> Rarity {
        let all: Collection = server.get("/v1/series").read().await;
        all.series[0].badges[0].rarity.clone().unwrap()
    };
    let told = |rarity: Rarity| (rarity.holders.get(), rarity.holders_per_mille.get());
    assert_eq!(told(rarity().await), (2, 500));
    done(&server, &["member", "close", "ann"]);
    assert_eq!(told(rarity().await), (1, 333));
    done(&server, &["member", "close", "dan"]);
    assert_eq!(told(rarity().await), (1, 500));
}
