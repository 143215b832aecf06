//! The catalogue: filters, sorting, pages, and one verdict everywhere.

use palier_contract::{
    VerdictState,
    redemption::Quote,
    reward::{Reward, RewardPage, StockBand, StockMode},
};
use serde_json::json;

use crate::{
    harness::Server,
    operate::{asked, buy, club, order},
};

async fn list(server: &Server, member: &str, query: &str) -> RewardPage {
    server
        .get(&format!("/v1/rewards?limit=100&{query}"))
        .member(member)
        .read()
        .await
}

#[tokio::test]
async fn pages_of_any_size_hold_the_same_rewards_once() {
    let server = Server::new().await;
    for query in ["sort=featured", "sort=price", "sort=newest", "sort=ending"] {
        let all = list(&server, "top", query).await;
        let mut walked = Vec::new();
        let mut cursor = String::new();
        loop {
            let path = format!("/v1/rewards?limit=5&{query}{cursor}");
            let page: RewardPage = server.get(&path).member("top").read().await;
            assert_eq!(page.total, all.total);
            walked.extend(page.items.into_iter().map(|reward| reward.id));
            let Some(next) = page.next_cursor else { break };
            cursor = format!("&cursor={next}");
        }
        assert_eq!(
            walked,
            all.items
                .into_iter()
                .map(|reward| reward.id)
                .collect::<Vec<_>>()
        );
    }
}

#[tokio::test]
async fn filters_narrow_and_categories_stay() {
    let server = Server::new().await;
    let all = list(&server, "top", "").await;
    let give = list(&server, "top", "category=give").await;
    assert!(!give.items.is_empty() && give.items.len() < all.items.len());
    assert!(
        give.items
            .iter()
            .all(|reward| reward.category_ids.iter().any(|id| id.as_str() == "give"))
    );
    assert_eq!(give.categories, all.categories);
    let none = list(&server, "top", "category=unheard-of").await;
    assert!(none.items.is_empty() && none.next_cursor.is_none());
    let mug = list(&server, "top", "q=MÛG").await;
    assert!(
        mug.items
            .iter()
            .any(|reward| reward.id.as_str() == "enamel-mug")
    );
    let affordable = list(&server, "new", "affordable=true").await;
    assert!(affordable.items.len() < all.items.len());
    assert!(
        affordable
            .items
            .iter()
            .all(|one| one.prices.iter().any(|price| price.affordable))
    );
}

#[tokio::test]
async fn list_detail_and_quote_give_one_verdict() {
    let server = Server::new().await;
    for member in ["new", "almost", "top"] {
        for listed in list(&server, member, "").await.items {
            let path = format!("/v1/rewards/{}", listed.id);
            let detail: Reward = server.get(&path).member(member).read().await;
            assert_eq!(detail.eligibility, listed.eligibility, "{member} {path}");
            assert_eq!(detail.actions, listed.actions);
            assert_eq!(
                detail.eligibility.state == VerdictState::Eligible,
                detail.actions.contains_key("redeem")
            );
            if detail.prices.len() == 1
                && detail.axes.is_empty()
                && detail.personalisation.is_empty()
            {
                let choice = json!({ "reward_id": detail.id, "price_id": detail.prices[0].id });
                let quote: Quote = server
                    .post("/v1/redemptions/quote", &choice)
                    .member(member)
                    .read()
                    .await;
                assert_eq!(quote.eligibility, detail.eligibility, "{member} {path}");
            }
        }
    }
}

#[tokio::test]
async fn every_refusal_has_a_reason_and_words_in_both_languages() {
    let server = Server::new().await;
    for reward in list(&server, "new", "").await.items {
        if reward.eligibility.state == VerdictState::Eligible {
            continue;
        }
        assert!(reward.eligibility.reason_code.is_some(), "{}", reward.id);
        let path = format!("/v1/rewards/{}", reward.id);
        let french: Reward = server
            .get(&path)
            .member("new")
            .header("accept-language", "fr")
            .read()
            .await;
        let words = (
            reward.eligibility.message.unwrap(),
            french.eligibility.message.unwrap(),
        );
        assert_ne!(words.0, words.1);
    }
}

#[tokio::test]
async fn a_suspended_member_reads_why_on_every_reward() {
    let server = Server::new().await;
    for reward in list(&server, "suspended", "").await.items {
        assert_eq!(reward.eligibility.state, VerdictState::Suspended);
    }
}

#[tokio::test]
async fn stock_is_told_per_combination_and_its_band_is_true() {
    let server = Server::new().await;
    let hoodie: Reward = server.get("/v1/rewards/hoodie").member("top").read().await;
    let parts: i64 = hoodie
        .combinations
        .iter()
        .map(|one| one.stock.remaining.unwrap().get())
        .sum();
    assert_eq!(hoodie.stock.remaining.unwrap().get(), parts);
    for one in &hoodie.combinations {
        let none = one.stock.remaining.unwrap().get() == 0;
        assert_eq!(one.stock.band == Some(StockBand::None), none);
    }
    let tree: Reward = server
        .get("/v1/rewards/plant-a-tree")
        .member("top")
        .read()
        .await;
    assert_eq!(tree.stock.mode, StockMode::Unlimited);
    assert!(tree.stock.remaining.is_none());
}

#[tokio::test]
async fn an_unknown_reward_is_not_found() {
    let server = Server::new().await;
    assert_eq!(
        server.get("/v1/rewards/unheard-of").send().await.problem(),
        "not-found"
    );
}

#[tokio::test]
async fn a_page_goes_on_though_its_last_reward_cannot_be_afforded_any_more() {
    let server = club("join = 'open'").await;
    let page = async |cursor: &str| -> RewardPage {
        let path = format!("/v1/rewards?affordable=true&limit=1{cursor}");
        asked(server.get(&path), "ann").read().await
    };
    let ids = |page: &RewardPage| page.items.iter().map(|one| one.id.0.clone()).collect();
    page("").await;
    assert!(buy(&server, "ann", 1).await.is_success());
    let first = page("").await;
    let found: Vec<String> = ids(&first);
    assert_eq!(
        (found, first.total),
        (vec!["mug".to_owned()], Some(3.into()))
    );
    order(&server, "ann", "mug").await;
    let next = page(&format!("&cursor={}", first.next_cursor.unwrap())).await;
    let found: Vec<String> = ids(&next);
    assert_eq!(
        (found, next.total),
        (vec!["tour".to_owned()], Some(2.into()))
    );
    let last = page(&format!("&cursor={}", next.next_cursor.unwrap())).await;
    let found: Vec<String> = ids(&last);
    assert_eq!((found, last.next_cursor), (vec!["coupon".to_owned()], None));
}
