//! Redemptions: the order, its states, what paid for it, its codes.

use std::collections::BTreeMap;

use palier_contract::redemption::RedemptionState;
use sqlx::SqliteConnection;

use super::{
    Error,
    order_sql::{came_to_nothing, handed_out_no_more, shipped_no_more},
};
use crate::{engine::Allocation, programme::Amount};

/// A new order.
#[derive(Debug, Clone, PartialEq)]
pub struct NewOrder {
    /// Redemption id, chosen by the caller.
    pub id: String,
    /// Surrogate key.
    pub member: i64,
    /// Reward id.
    pub reward: String,
    /// Variant key; '' without variants.
    pub variant: String,
    /// What was paid.
    pub price: Vec<Amount>,
    /// Field id → text.
    pub personalisation: BTreeMap<String, String>,
    /// JSON of the contract's address.
    pub address: Option<String>,
    /// When.
    pub at: i64,
}

/// A code to hand out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewCode {
    /// What the member types or shows.
    pub value: String,
    /// `text`, `qr` or `ean13`.
    pub format: &'static str,
    /// From when it works.
    pub valid_from: i64,
    /// Until when.
    pub expires_at: Option<i64>,
    /// How many times it works.
    pub use_limit: i64,
}

/// Writes an order in its first state, with the points that paid for it.
///
/// # Errors
/// [`Error::Sql`]; also when the id is taken.
pub async fn create(
    conn: &mut SqliteConnection,
    order: &NewOrder,
    state: &RedemptionState,
    paid: &[Allocation],
) -> Result<(), Error> {
    let json = |value: Result<String, serde_json::Error>| {
        value.map_err(|error| Error::corrupt("order", error))
    };
    sqlx::query(
        "INSERT INTO redemptions (id, member_id, reward, variant, state, price, personalisation, address, created_at, updated_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)",
    )
    .bind(&order.id)
    .bind(order.member)
    .bind(&order.reward)
    .bind(&order.variant)
    .bind(state.as_str())
    .bind(json(serde_json::to_string(&order.price))?)
    .bind(json(serde_json::to_string(&order.personalisation))?)
    .bind(&order.address)
    .bind(order.at)
    .execute(&mut *conn)
    .await?;
    for part in paid {
        sqlx::query(
            "INSERT INTO redemption_allocations (redemption, currency, expires_at, amount) VALUES ($1, $2, $3, $4)
             ON CONFLICT (redemption, currency, expires_at)
             DO UPDATE SET amount = redemption_allocations.amount + excluded.amount",
        )
        .bind(&order.id)
        .bind(&part.currency)
        .bind(part.expires_at)
        .bind(part.amount)
        .execute(&mut *conn)
        .await?;
    }
    record_step(conn, &order.id, state, order.at, None).await
}

/// Moves an order to a state and notes it in the history. Whether the step is legal is
/// the caller's to decide. Where nothing is shipped any more the address is forgotten, and
/// where nothing is handed out any more the code is void, for good.
///
/// # Errors
/// [`Error::Sql`].
pub async fn advance(
    conn: &mut SqliteConnection,
    order: &str,
    state: &RedemptionState,
    at: i64,
    note: Option<&str>,
) -> Result<(), Error> {
    sqlx::query(concat!(
        "UPDATE redemptions SET state = $1, updated_at = $2, address = CASE WHEN $1 IN (",
        shipped_no_more!(),
        ") THEN NULL ELSE address END WHERE id = $3",
    ))
    .bind(state.as_str())
    .bind(at)
    .bind(order)
    .execute(&mut *conn)
    .await?;
    sqlx::query(concat!(
        "UPDATE codes SET voided_at = $1
             WHERE redemption = $2 AND voided_at IS NULL AND $3 IN (",
        handed_out_no_more!(),
        ")",
    ))
    .bind(at)
    .bind(order)
    .bind(state.as_str())
    .execute(&mut *conn)
    .await?;
    record_step(conn, order, state, at, note).await
}

async fn record_step(
    conn: &mut SqliteConnection,
    order: &str,
    state: &RedemptionState,
    at: i64,
    note: Option<&str>,
) -> Result<(), Error> {
    sqlx::query(
        "INSERT INTO redemption_history (redemption, state, at, note) VALUES ($1, $2, $3, $4)",
    )
    .bind(order)
    .bind(state.as_str())
    .bind(at)
    .bind(note)
    .execute(conn)
    .await?;
    Ok(())
}

/// Sets the shipment's tracking, as the contract's JSON.
///
/// # Errors
/// [`Error::Sql`].
pub async fn set_tracking(
    conn: &mut SqliteConnection,
    order: &str,
    tracking: &str,
) -> Result<(), Error> {
    sqlx::query("UPDATE redemptions SET tracking = $1 WHERE id = $2")
        .bind(tracking)
        .bind(order)
        .execute(conn)
        .await?;
    Ok(())
}

/// Hands an order over, with its code if it has one: whatever code it had before is void and stays so.
///
/// # Errors
/// [`Error::Sql`]; also when the code's value was given out before.
pub async fn hand_over(
    conn: &mut SqliteConnection,
    order: &str,
    code: Option<&NewCode>,
    at: i64,
    note: Option<&str>,
) -> Result<(), Error> {
    if let Some(code) = code {
        add_code(conn, order, code).await?;
    }
    advance(conn, order, &RedemptionState::Issued, at, note).await
}

/// Attaches a code to an order.
///
/// # Errors
/// [`Error::Sql`]; also when the value was given out before.
pub async fn add_code(
    conn: &mut SqliteConnection,
    order: &str,
    code: &NewCode,
) -> Result<(), Error> {
    sqlx::query(
        "INSERT INTO codes (redemption, value, format, valid_from, expires_at, use_limit) VALUES ($1, $2, $3, $4, $5, $6)",
    )
    .bind(order)
    .bind(&code.value)
    .bind(code.format)
    .bind(code.valid_from)
    .bind(code.expires_at)
    .bind(code.use_limit)
    .execute(conn)
    .await?;
    Ok(())
}

/// Parameters: now, limit. SQLite takes what is joined by `CROSS JOIN` in the order in which it stands:
/// otherwise it would go through every order that was ever handed out, looking for its code.
const LAPSED: &str =
    "SELECT r.id, r.member_id, c.expires_at FROM codes AS c CROSS JOIN redemptions AS r
     WHERE r.id = c.redemption AND r.state = 'issued'
       AND c.voided_at IS NULL AND c.used = 0 AND c.expires_at IS NOT NULL AND c.expires_at <= $1
     ORDER BY c.expires_at LIMIT $2";

/// Orders that were handed out as a code that lapsed by `now` and was never used: whose each is, and
/// when its code lapsed. At most `limit`.
///
/// # Errors
/// [`Error::Sql`].
pub async fn lapsed(
    conn: &mut SqliteConnection,
    now: i64,
    limit: i64,
) -> Result<Vec<(String, i64, i64)>, Error> {
    Ok(sqlx::query_as(LAPSED)
        .bind(now)
        .bind(limit)
        .fetch_all(conn)
        .await?)
}

/// Whether the points of an order were given back already.
///
/// # Errors
/// [`Error::Sql`].
pub async fn is_refunded(conn: &mut SqliteConnection, order: &str) -> Result<bool, Error> {
    let found: i64 = sqlx::query_scalar(
        "SELECT EXISTS (SELECT 1 FROM redemptions AS r
           JOIN ledger AS l ON l.member_id = r.member_id AND l.kind = 'refund'
             AND l.source_type = 'redemption' AND l.source_id = r.id
           WHERE r.id = $1)",
    )
    .bind(order)
    .fetch_one(conn)
    .await?;
    Ok(found != 0)
}

/// Which points paid for an order, to give them back.
///
/// # Errors
/// [`Error::Sql`].
pub async fn allocations(
    conn: &mut SqliteConnection,
    order: &str,
) -> Result<Vec<Allocation>, Error> {
    let rows: Vec<(String, i64, i64)> = sqlx::query_as(
        "SELECT currency, expires_at, amount FROM redemption_allocations WHERE redemption = $1 ORDER BY currency, expires_at",
    )
    .bind(order)
    .fetch_all(conn)
    .await?;
    let part = |(currency, expires_at, amount)| Allocation {
        currency,
        expires_at,
        amount,
    };
    Ok(rows.into_iter().map(part).collect())
}

#[cfg(test)]
mod tests {
    use super::LAPSED;
    use crate::db::tests::Scratch;

    /// The duties look every few seconds, with the writer in hand.
    #[tokio::test]
    async fn codes_that_lapse_are_found_without_walking_every_order() {
        let scratch = Scratch::new("lapsed").await;
        let steps = scratch.query_plan(LAPSED, &[5, 100]).await;
        let by_index = "SEARCH c USING INDEX codes_lapsing";
        let first = steps.first().is_some_and(|step| step.starts_with(by_index));
        assert!(first, "{steps:#?}");
    }
}
