//! Reads orders, for their member and for staff.

use palier_contract::redemption::RedemptionState;
use sqlx::{FromRow, QueryBuilder, Row, Sqlite, SqliteConnection, sqlite::SqliteRow};

use super::{
    Error,
    order_sql::{came_to_nothing, code_columns, order_columns, step_columns, waits},
};

/// An order's own row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderRow {
    /// The contract's id.
    pub id: String,
    /// Reward id.
    pub reward: String,
    /// Variant key; '' without variants.
    pub variant: String,
    /// How far it has come.
    pub state: RedemptionState,
    /// JSON: amounts paid.
    pub price: String,
    /// JSON of the contract's shipment.
    pub tracking: Option<String>,
    /// Milliseconds since the epoch.
    pub created_at: i64,
}

/// One step of an order's history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepRow {
    /// Whose.
    pub redemption: String,
    /// How far it has come.
    pub state: RedemptionState,
    /// When.
    pub at: i64,
    /// What staff wrote about it.
    pub note: Option<String>,
    /// Points came back by it whose day had passed, and lapsed at once.
    pub lapsed: bool,
}

/// A code handed out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodeRow {
    /// For which order.
    pub redemption: String,
    /// The code itself.
    pub value: String,
    /// From when it works.
    pub valid_from: i64,
    /// Until when.
    pub expires_at: Option<i64>,
    /// How often it was used.
    pub used: i64,
    /// When the member first looked at it.
    pub revealed_at: Option<i64>,
    /// Since when it works no more, whatever its dates say.
    pub voided_at: Option<i64>,
}

impl CodeRow {
    /// Whether the code is of use at `now`.
    pub fn works(&self, now: i64) -> bool {
        self.voided_at.is_none() && self.expires_at.is_none_or(|end| end > now)
    }
}

impl FromRow<'_, SqliteRow> for OrderRow {
    fn from_row(row: &SqliteRow) -> sqlx::Result<Self> {
        Ok(Self {
            id: row.try_get("id")?,
            reward: row.try_get("reward")?,
            variant: row.try_get("variant")?,
            state: RedemptionState::from(row.try_get::<&str, _>("state")?),
            price: row.try_get("price")?,
            tracking: row.try_get("tracking")?,
            created_at: row.try_get("created_at")?,
        })
    }
}

impl FromRow<'_, SqliteRow> for StepRow {
    fn from_row(row: &SqliteRow) -> sqlx::Result<Self> {
        Ok(Self {
            redemption: row.try_get("redemption")?,
            state: RedemptionState::from(row.try_get::<&str, _>("state")?),
            at: row.try_get("at")?,
            note: row.try_get("note")?,
            lapsed: row.try_get::<i64, _>("lapsed")? != 0,
        })
    }
}

impl FromRow<'_, SqliteRow> for CodeRow {
    fn from_row(row: &SqliteRow) -> sqlx::Result<Self> {
        Ok(Self {
            redemption: row.try_get("redemption")?,
            value: row.try_get("value")?,
            valid_from: row.try_get("valid_from")?,
            expires_at: row.try_get("expires_at")?,
            used: row.try_get("used")?,
            revealed_at: row.try_get("revealed_at")?,
            voided_at: row.try_get("voided_at")?,
        })
    }
}

/// (reward, when) of every order of the member that counts towards limits.
///
/// # Errors
/// The database's.
pub async fn counted(
    conn: &mut SqliteConnection,
    member: i64,
) -> Result<Vec<(String, i64)>, Error> {
    Ok(sqlx::query_as(concat!(
        "SELECT reward, created_at FROM redemptions WHERE member_id = $1 AND state NOT IN (",
        came_to_nothing!(),
        ")",
    ))
    .bind(member)
    .fetch_all(conn)
    .await?)
}

/// One order of the member.
///
/// # Errors
/// The database's.
pub async fn one(
    conn: &mut SqliteConnection,
    member: i64,
    id: &str,
) -> Result<Option<OrderRow>, Error> {
    Ok(sqlx::query_as(concat!(
        "SELECT ",
        order_columns!(),
        " FROM redemptions AS r WHERE r.id = $1 AND r.member_id = $2",
    ))
    .bind(id)
    .bind(member)
    .fetch_optional(conn)
    .await?)
}

/// An order as the people see it who hand it over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaffRow {
    /// The order itself.
    pub order: OrderRow,
    /// Whose: surrogate key.
    pub member_id: i64,
    /// Whose: the contract's id.
    pub member: String,
    /// JSON: field id → text.
    pub personalisation: String,
    /// JSON of the contract's address, while shipping needs it.
    pub address: Option<String>,
}

/// Orders for those who hand them over, oldest first: one by its id, all in a state, or those
/// that wait for a step.
///
/// # Errors
/// The database's.
pub async fn for_staff(
    conn: &mut SqliteConnection,
    id: Option<&str>,
    state: Option<&RedemptionState>,
) -> Result<Vec<StaffRow>, Error> {
    let mut query = staff_query(id, state);
    let rows = query.build().fetch_all(conn).await?;
    let read = |row: &SqliteRow| -> sqlx::Result<StaffRow> {
        Ok(StaffRow {
            order: OrderRow::from_row(row)?,
            member_id: row.try_get("member_id")?,
            member: row.try_get("public_id")?,
            personalisation: row.try_get("personalisation")?,
            address: row.try_get("address")?,
        })
    };
    Ok(rows.iter().map(read).collect::<sqlx::Result<_>>()?)
}

fn staff_query(id: Option<&str>, state: Option<&RedemptionState>) -> QueryBuilder<Sqlite> {
    let mut query = QueryBuilder::<Sqlite>::new(concat!(
        "SELECT ",
        order_columns!(),
        ", r.member_id, m.public_id, r.personalisation, r.address
             FROM redemptions AS r JOIN members AS m ON m.id = r.member_id WHERE ",
    ));
    match (id, state) {
        (Some(id), _) => query.push("r.id = ").push_bind(id),
        (None, Some(state)) => query
            .push("r.state = ")
            .push_bind(state.as_str().to_owned()),
        (None, None) => query.push(concat!("r.state IN (", waits!(), ")")),
    };
    query.push(" ORDER BY r.created_at, r.id");
    query
}

/// Ids of the member's orders that wait for a step of the staff.
///
/// # Errors
/// The database's.
pub async fn waiting(conn: &mut SqliteConnection, member: i64) -> Result<Vec<String>, Error> {
    Ok(sqlx::query_scalar(concat!(
        "SELECT id FROM redemptions WHERE member_id = $1 AND state IN (",
        waits!(),
        ") ORDER BY created_at, id",
    ))
    .bind(member)
    .fetch_all(conn)
    .await?)
}

/// A page of the member's orders, newest first, after `(created_at, id)`.
///
/// # Errors
/// The database's.
pub async fn page(
    conn: &mut SqliteConnection,
    member: i64,
    after: (i64, &str),
    limit: i64,
) -> Result<Vec<OrderRow>, Error> {
    Ok(sqlx::query_as(concat!(
        "SELECT ",
        order_columns!(),
        " FROM redemptions AS r WHERE r.member_id = $1 AND (r.created_at, r.id) < ($2, $3)
             ORDER BY r.created_at DESC, r.id DESC LIMIT $4",
    ))
    .bind(member)
    .bind(after.0)
    .bind(after.1)
    .bind(limit)
    .fetch_all(conn)
    .await?)
}

/// The history of an order, oldest first.
///
/// # Errors
/// The database's.
pub async fn steps(conn: &mut SqliteConnection, id: &str) -> Result<Vec<StepRow>, Error> {
    Ok(sqlx::query_as(concat!(
        "SELECT ",
        step_columns!(),
        " FROM redemption_history AS step WHERE redemption = $1 ORDER BY id",
    ))
    .bind(id)
    .fetch_all(conn)
    .await?)
}

/// The code of an order, the newest where one was given in the place of another.
///
/// # Errors
/// The database's.
pub async fn code(conn: &mut SqliteConnection, id: &str) -> Result<Option<CodeRow>, Error> {
    Ok(sqlx::query_as(concat!(
        "SELECT ",
        code_columns!(),
        " FROM codes WHERE redemption = $1 ORDER BY id DESC LIMIT 1",
    ))
    .bind(id)
    .fetch_optional(conn)
    .await?)
}

/// The histories and codes of several orders at once; of several codes of an order the newest
/// comes first.
///
/// # Errors
/// The database's.
pub async fn parts(
    conn: &mut SqliteConnection,
    ids: &[&str],
) -> Result<(Vec<StepRow>, Vec<CodeRow>), Error> {
    if ids.is_empty() {
        return Ok((Vec::new(), Vec::new()));
    }
    let mut steps: QueryBuilder<Sqlite> = QueryBuilder::new(concat!(
        "SELECT ",
        step_columns!(),
        " FROM redemption_history AS step WHERE redemption IN (",
    ));
    push_ids(&mut steps, ids);
    steps.push(") ORDER BY id");
    let mut codes: QueryBuilder<Sqlite> = QueryBuilder::new(concat!(
        "SELECT ",
        code_columns!(),
        " FROM codes WHERE redemption IN (",
    ));
    push_ids(&mut codes, ids);
    codes.push(") ORDER BY id DESC");
    let steps = steps.build_query_as().fetch_all(&mut *conn).await?;
    Ok((steps, codes.build_query_as().fetch_all(conn).await?))
}

fn push_ids(query: &mut QueryBuilder<Sqlite>, ids: &[&str]) {
    let mut list = query.separated(", ");
    for id in ids {
        list.push_bind((*id).to_owned());
    }
}

#[cfg(test)]
mod tests {
    use palier_contract::redemption::RedemptionState;

    use super::staff_query;
    use crate::db::tests::Scratch;

    /// A shop of years has handed over nearly all of its orders: those that wait are few.
    #[tokio::test]
    async fn what_the_staff_ask_for_is_found_by_an_index() {
        let scratch = Scratch::new("staff").await;
        let issued = Some(&RedemptionState::Issued);
        for (id, state) in [(Some("rd_1"), None), (None, issued), (None, None)] {
            let sql = staff_query(id, state).sql().as_str().to_owned();
            let steps = scratch.query_plan(&sql, &[]).await;
            assert!(
                steps.iter().all(|step| !step.starts_with("SCAN")),
                "{steps:#?}"
            );
        }
    }

    /// Every state is either one that waits or one that does not, so that a new one is not forgotten.
    #[test]
    fn every_state_waits_or_is_over() {
        let over = ["issued", "delivered", "cancelled", "refunded", "expired"];
        let waiting = super::waits!();
        for word in RedemptionState::WORDS {
            let waits = waiting.contains(&format!("'{word}'"));
            assert_ne!(waits, over.contains(word), "{word}");
        }
    }
}
