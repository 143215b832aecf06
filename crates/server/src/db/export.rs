//! All that is held about one member, as it is stored.

use serde_json::{Map, Value};
use sqlx::{Column as _, Row, SqliteConnection, sqlite::SqliteRow};

use super::Error;
use crate::engine::calendar::NEVER;

/// Each kind of thing, and where it is; `$1` is the member's surrogate key.
const SOURCES: [(&str, &str); 19] = [
    ("member", "SELECT * FROM members WHERE id = $1"),
    ("balances", "SELECT * FROM balances WHERE member_id = $1"),
    ("batches", "SELECT * FROM batches WHERE member_id = $1"),
    (
        "ledger",
        "SELECT * FROM ledger WHERE member_id = $1 ORDER BY id",
    ),
    (
        "events",
        "SELECT * FROM events WHERE member_id = $1 ORDER BY occurred_at",
    ),
    ("progress", "SELECT * FROM progress WHERE member_id = $1"),
    ("tier", "SELECT * FROM tier_states WHERE member_id = $1"),
    (
        "tier_history",
        "SELECT * FROM tier_history WHERE member_id = $1 ORDER BY id",
    ),
    ("badges", "SELECT * FROM badges WHERE member_id = $1"),
    (
        "series",
        "SELECT * FROM series_completions WHERE member_id = $1",
    ),
    (
        "orders",
        "SELECT * FROM redemptions WHERE member_id = $1 ORDER BY created_at",
    ),
    (
        "order_history",
        "SELECT h.* FROM redemption_history AS h JOIN redemptions AS r ON r.id = h.redemption
         WHERE r.member_id = $1 ORDER BY h.id",
    ),
    (
        "order_payments",
        "SELECT a.* FROM redemption_allocations AS a JOIN redemptions AS r ON r.id = a.redemption
         WHERE r.member_id = $1",
    ),
    (
        "codes",
        "SELECT c.* FROM codes AS c JOIN redemptions AS r ON r.id = c.redemption
         WHERE r.member_id = $1 ORDER BY c.id",
    ),
    (
        "scores",
        "SELECT p.board, p.period_key, s.score, s.listed FROM board_scores AS s
         JOIN board_periods AS p ON p.id = s.period_id WHERE s.member_id = $1",
    ),
    (
        "prizes_owed",
        "SELECT * FROM prizes_owed WHERE member_id = $1",
    ),
    ("quotes", "SELECT * FROM quotes WHERE member_id = $1"),
    ("answers", "SELECT * FROM idempotency WHERE member_id = $1"),
    ("hints", "SELECT * FROM hints WHERE member_id = $1"),
];

/// Everything of one member, by kind. `instant` writes a time; what is JSON in the database is JSON here.
///
/// # Errors
/// The database's.
pub async fn member(
    conn: &mut SqliteConnection,
    id: i64,
    instant: fn(i64) -> String,
) -> Result<Value, Error> {
    let mut all = Map::new();
    for (name, sql) in SOURCES {
        let rows = sqlx::query(sql).bind(id).fetch_all(&mut *conn).await?;
        let rows = rows
            .iter()
            .map(|row| object(row, instant))
            .collect::<Result<Vec<_>, _>>()?;
        all.insert(name.to_owned(), Value::Array(rows));
    }
    Ok(Value::Object(all))
}

fn object(row: &SqliteRow, instant: fn(i64) -> String) -> Result<Value, sqlx::Error> {
    let mut fields = Map::new();
    for column in row.columns() {
        let name = column.name();
        // Keys of our own rows say nothing about anybody.
        if matches!(name, "id" | "member_id") && row.try_get::<i64, _>(name).is_ok() {
            continue;
        }
        fields.insert(name.to_owned(), value(row, name, instant)?);
    }
    Ok(Value::Object(fields))
}

fn value(row: &SqliteRow, name: &str, instant: fn(i64) -> String) -> Result<Value, sqlx::Error> {
    if let Ok(number) = row.try_get::<Option<i64>, _>(name) {
        return Ok(match number {
            Some(at) if is_instant(name) && at > 0 && at < NEVER => instant(at).into(),
            Some(number) => number.into(),
            None => Value::Null,
        });
    }
    let text: String = row.try_get(name)?;
    let is_json = text.starts_with(['{', '[']);
    Ok(is_json
        .then(|| serde_json::from_str(&text).ok())
        .flatten()
        .unwrap_or(Value::String(text)))
}

fn is_instant(name: &str) -> bool {
    let by_ending = name.ends_with("_at") || name.ends_with("_due");
    by_ending || matches!(name, "at" | "since" | "keep_until" | "valid_from")
}

#[cfg(test)]
mod tests {
    use super::SOURCES;
    use crate::db::tests::Scratch;

    /// A table that a later schema adds is exported too, or this says so.
    #[tokio::test]
    async fn every_table_about_a_member_is_exported() {
        let scratch = Scratch::new("whole").await;
        let tables: Vec<String> = sqlx::query_scalar(
            "SELECT DISTINCT t.name FROM sqlite_master AS t JOIN pragma_table_info(t.name) AS c
             WHERE t.type = 'table' AND c.name IN ('member_id', 'redemption')",
        )
        .fetch_all(scratch.db.reader())
        .await
        .unwrap();
        assert!(tables.len() >= 17, "{tables:?}");
        for table in tables {
            let named = |(_, sql): &(&str, &str)| {
                [" ", "\n"]
                    .iter()
                    .any(|end| sql.contains(&format!(" {table}{end}")))
            };
            assert!(SOURCES.iter().any(named), "{table} is not exported");
        }
    }

    /// Among a million members one export must not walk what is held of all of them.
    #[tokio::test]
    async fn everything_of_a_member_is_found_by_an_index() {
        let scratch = Scratch::new("export").await;
        for (name, sql) in SOURCES {
            for step in scratch.query_plan(sql, &[1]).await {
                assert!(!step.starts_with("SCAN"), "{name}: {step}");
            }
        }
    }
}
