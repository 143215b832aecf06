//! Dry runs: what an order would take, kept for ten minutes.

use palier_contract::redemption::{Choice, Quote};
use serde::{Deserialize, Serialize};

use super::{Shop, choice::pick, id, price_version};
use crate::{
    app::App,
    db::quotes,
    error::Outcome,
    locale::Locale,
    programme::{Amount, Fulfilment},
    time::timestamp,
    words::amounts,
};

/// How long the server stands by a quote.
const VALID_MS: i64 = 10 * 60 * 1000;

/// What is kept of a quote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Promise {
    /// What it was about.
    pub choice: Choice,
    /// What it takes.
    pub price: Vec<Amount>,
    /// The reward's price version then.
    pub price_version: String,
}

/// Makes and keeps a quote for a member. A quote for something that would be refused says
/// so in its verdict.
///
/// # Errors
/// Those of the choice, and the database's.
pub async fn make(app: &App, member: i64, choice: Choice, locale: &Locale) -> Outcome<Quote> {
    let at = app.now();
    let picked = pick(&app.programme, &choice, "", at)?;
    let mut tx = app.db.begin().await?;
    let shop = Shop::entered_by(member, &mut tx, &app.programme, locale, at).await?;
    let eligibility = shop.verdict(picked.reward, Some(picked.price), Some(&picked.variant));
    let (before, after) = shop.before_and_after(picked.price);
    let promise = Promise {
        price: picked.price.amounts.clone(),
        price_version: price_version(picked.reward),
        choice,
    };
    let id = id::new("qt")?;
    let expires_at = at + VALID_MS;
    let body = serde_json::to_string(&promise)?;
    quotes::keep(&mut tx, &id, member, &body, expires_at).await?;
    tx.commit().await?;
    Ok(Quote {
        id: id.into(),
        price: amounts::contract(&promise.price),
        before,
        after,
        eligibility,
        needs_address: picked.reward.fulfilment == Fulfilment::Ship,
        expires_at: timestamp(expires_at),
    })
}
