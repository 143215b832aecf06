//! Indexes while many rows are written: sorting them once at the end is far less work than finding
//! the place of every row, once they are larger than the cache.

use sqlx::SqliteConnection;

use super::Error;

/// Drops every index that no constraint made, and gives the statements that make them again.
///
/// # Errors
/// [`Error::Sql`].
pub async fn drop_indexes(conn: &mut SqliteConnection) -> Result<Vec<String>, Error> {
    let found: Vec<(String, String)> = sqlx::query_as(
        "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL ORDER BY name",
    )
    .fetch_all(&mut *conn)
    .await?;
    let mut statements = Vec::with_capacity(found.len());
    for (name, statement) in found {
        // The schema is this crate's own: no name in it comes from outside.
        let drop = sqlx::AssertSqlSafe(format!("DROP INDEX {name}"));
        sqlx::raw_sql(drop).execute(&mut *conn).await?;
        statements.push(statement);
    }
    Ok(statements)
}

/// Makes the indexes of [`drop_indexes`] again.
///
/// # Errors
/// [`Error::Sql`]; also when rows contradict an index that is unique.
pub async fn make_indexes(
    conn: &mut SqliteConnection,
    statements: Vec<String>,
) -> Result<(), Error> {
    for statement in statements {
        let make = sqlx::AssertSqlSafe(statement);
        sqlx::raw_sql(make).execute(&mut *conn).await?;
    }
    Ok(())
}
