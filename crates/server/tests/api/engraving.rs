//! Texts that a reward is made with: each refusal names its place.

use palier_contract::VerdictState;
use serde_json::json;

use crate::{
    harness::Server,
    redeem::{price_of, quote},
};

#[tokio::test]
async fn an_engraving_is_checked_before_anything_is_spent() {
    let server = Server::new().await;
    let price = price_of(&server, "engraved-pen").await;
    let with = |text: &str| {
        json!({
            "reward_id": "engraved-pen", "price_id": price,
            "personalisation": [{ "field_id": "engraving", "text": text }],
        })
    };
    for (text, code) in [
        ("", "required"),
        ("a", "too_short"),
        ("a<b", "characters"),
        (&"x".repeat(25), "too_long"),
    ] {
        let reply = server
            .post("/v1/redemptions/quote", &with(text))
            .member("top")
            .send()
            .await;
        assert_eq!(reply.problem(), "invalid", "{text}");
        assert_eq!(reply.json()["errors"][0]["code"], code, "{text}");
        assert_eq!(
            reply.json()["errors"][0]["pointer"],
            "/personalisation/0/text"
        );
    }
    let mut other = with("Zoë");
    other["personalisation"][0]["field_id"] = json!("zzz");
    let call = server.post("/v1/redemptions/quote", &other);
    let reply = call.member("top").send().await;
    let places = ["/personalisation/0/field_id", "/personalisation"];
    assert_eq!(reply.pointers(), places);
    let missing = &reply.json()["errors"][1];
    assert_eq!(missing["code"], "required");
    assert_eq!(missing["detail"], "`engraving` is missing.");
    let mut twice = with("Zoë");
    let field = twice["personalisation"][0].clone();
    twice["personalisation"] = json!([field, field]);
    let call = server.post("/v1/redemptions/quote", &twice);
    let reply = call.member("top").send().await;
    let fault = &reply.json()["errors"][0];
    assert_eq!(fault["pointer"], "/personalisation/1/field_id");
    assert_eq!(fault["code"], "mismatch");
    let quote = quote(&server, "top", &with("Für Zoë & Émile")).await;
    assert_eq!(quote.eligibility.state, VerdictState::Eligible);
}
