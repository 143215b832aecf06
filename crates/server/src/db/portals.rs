//! Portal documents: a draft being edited, numbered revisions, one of them published.

use sqlx::{Row, SqliteConnection};

use super::Error;

/// A document's text and its version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored {
    /// The contract's portal document, byte for byte.
    pub body: String,
    /// Draft version or revision number.
    pub version: i64,
}

/// A revision without its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    /// From 1.
    pub revision: i64,
    /// When.
    pub published_at: i64,
    /// Who published it, where that is known.
    pub published_by: Option<String>,
    /// What the editor wrote about it.
    pub note: Option<String>,
}

/// Who publishes, what they say of it, and when.
#[derive(Debug, Clone, Copy)]
pub struct Publishing<'a> {
    /// Who; `None` for the server itself.
    pub by: Option<&'a str>,
    /// What they wrote about it.
    pub note: Option<&'a str>,
    /// When, in milliseconds since 1970.
    pub now: i64,
}

/// The draft of a portal.
///
/// # Errors
/// [`Error::Sql`].
pub async fn draft(conn: &mut SqliteConnection, portal: &str) -> Result<Option<Stored>, Error> {
    read(
        conn,
        "SELECT draft, draft_version FROM portals WHERE id = $1 AND deleted_at IS NULL",
        portal,
    )
    .await
}

/// The published document of a portal; `None` when there is none.
///
/// # Errors
/// [`Error::Sql`].
pub async fn published(conn: &mut SqliteConnection, portal: &str) -> Result<Option<Stored>, Error> {
    let sql = "SELECT r.body, r.revision FROM portals AS p
       JOIN portal_revisions AS r ON r.portal = p.id AND r.revision = p.published_revision WHERE p.id = $1 AND p.deleted_at IS NULL";
    read(conn, sql, portal).await
}

async fn read(
    conn: &mut SqliteConnection,
    sql: &'static str,
    portal: &str,
) -> Result<Option<Stored>, Error> {
    let row = sqlx::query(sql).bind(portal).fetch_optional(conn).await?;
    let read = |row: sqlx::sqlite::SqliteRow| -> Result<_, sqlx::Error> {
        Ok(Stored {
            body: row.try_get(0)?,
            version: row.try_get(1)?,
        })
    };
    Ok(row.map(read).transpose()?)
}

/// Replaces the draft if its version is still `expected`; `expected` 0 makes a new
/// portal. Gives the new version, `None` when the version was another.
///
/// # Errors
/// [`Error::Sql`].
pub async fn save_draft(
    conn: &mut SqliteConnection,
    portal: &str,
    body: &str,
    expected: i64,
) -> Result<Option<i64>, Error> {
    let sql = if expected == 0 {
        "INSERT INTO portals (id, draft, draft_version) VALUES ($1, $2, $3 + 1) ON CONFLICT (id) DO NOTHING"
    } else {
        "UPDATE portals SET draft = $2, draft_version = draft_version + 1 WHERE id = $1 AND draft_version = $3 AND deleted_at IS NULL"
    };
    let done = sqlx::query(sql)
        .bind(portal)
        .bind(body)
        .bind(expected)
        .execute(conn)
        .await?;
    Ok((done.rows_affected() == 1).then_some(expected + 1))
}

/// Publishes the draft as a new revision if its version is still `expected`; gives the
/// revision's number. What is public already, with the same note, is not published twice: whoever
/// asks again has not heard that it was done.
///
/// # Errors
/// [`Error::Sql`].
pub async fn publish(
    conn: &mut SqliteConnection,
    portal: &str,
    expected: i64,
    publishing: Publishing<'_>,
) -> Result<Option<i64>, Error> {
    let Some(stored) = draft(conn, portal).await? else {
        return Ok(None);
    };
    if stored.version != expected {
        return Ok(None);
    }
    let sql = "SELECT r.revision FROM portals AS p
       JOIN portal_revisions AS r ON r.portal = p.id AND r.revision = p.published_revision
       WHERE p.id = $1 AND r.body = $2 AND r.note IS $3";
    let done: Option<i64> = sqlx::query_scalar(sql)
        .bind(portal)
        .bind(&stored.body)
        .bind(publishing.note)
        .fetch_optional(&mut *conn)
        .await?;
    match done {
        Some(revision) => Ok(Some(revision)),
        None => {
            let revision = publish_body(conn, portal, &stored.body, publishing).await?;
            Ok(Some(revision))
        }
    }
}

/// Publishes an earlier revision again, as a new revision; `None` when it does not exist.
///
/// # Errors
/// [`Error::Sql`].
pub async fn roll_back(
    conn: &mut SqliteConnection,
    portal: &str,
    revision: i64,
    publishing: Publishing<'_>,
) -> Result<Option<i64>, Error> {
    let body = self::revision(conn, portal, revision).await?;
    match body {
        Some(body) => Ok(Some(publish_body(conn, portal, &body, publishing).await?)),
        None => Ok(None),
    }
}

async fn publish_body(
    conn: &mut SqliteConnection,
    portal: &str,
    body: &str,
    publishing: Publishing<'_>,
) -> Result<i64, Error> {
    let revision: i64 = sqlx::query_scalar(
        "INSERT INTO portal_revisions (portal, revision, body, published_at, note, published_by)
         SELECT $1, COALESCE(MAX(revision), 0) + 1, $2, $3, $4, $5 FROM portal_revisions WHERE portal = $1
         RETURNING revision",
    )
    .bind(portal)
    .bind(body)
    .bind(publishing.now)
    .bind(publishing.note)
    .bind(publishing.by)
    .fetch_one(&mut *conn)
    .await?;
    sqlx::query("UPDATE portals SET published_revision = $1 WHERE id = $2")
        .bind(revision)
        .bind(portal)
        .execute(conn)
        .await?;
    Ok(revision)
}

/// Up to `limit` revisions before number `before`, newest first.
///
/// # Errors
/// [`Error::Sql`].
pub async fn revisions(
    conn: &mut SqliteConnection,
    portal: &str,
    before: i64,
    limit: i64,
) -> Result<Vec<Revision>, Error> {
    let rows: Vec<(i64, i64, Option<String>, Option<String>)> = sqlx::query_as(
        "SELECT revision, published_at, published_by, note FROM portal_revisions
         WHERE portal = $1 AND revision < $2 ORDER BY revision DESC LIMIT $3",
    )
    .bind(portal)
    .bind(before)
    .bind(limit)
    .fetch_all(conn)
    .await?;
    let revision = |(revision, published_at, published_by, note)| Revision {
        revision,
        published_at,
        published_by,
        note,
    };
    Ok(rows.into_iter().map(revision).collect())
}

/// The document of a revision; `None` when there is none of that number.
///
/// # Errors
/// [`Error::Sql`].
pub async fn revision(
    conn: &mut SqliteConnection,
    portal: &str,
    revision: i64,
) -> Result<Option<String>, Error> {
    let body = "SELECT r.body FROM portal_revisions AS r JOIN portals AS p ON p.id = r.portal
       WHERE r.portal = $1 AND r.revision = $2 AND p.deleted_at IS NULL";
    let row = sqlx::query_scalar(body).bind(portal).bind(revision);
    Ok(row.fetch_optional(conn).await?)
}

/// Deletes a portal if its draft's version is still `expected`; says whether it was. Its id stays
/// taken.
///
/// # Errors
/// [`Error::Sql`].
pub async fn delete(
    conn: &mut SqliteConnection,
    portal: &str,
    expected: i64,
    now: i64,
) -> Result<bool, Error> {
    let sql = "UPDATE portals SET deleted_at = $3 WHERE id = $1 AND draft_version = $2 AND deleted_at IS NULL";
    let done = sqlx::query(sql)
        .bind(portal)
        .bind(expected)
        .bind(now)
        .execute(conn)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// A portal without its documents' blocks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// Its id.
    pub id: String,
    /// The draft's text.
    pub draft: String,
    /// The draft's version.
    pub version: i64,
    /// The revision that is public.
    pub published: Option<i64>,
    /// When that one was published.
    pub published_at: Option<i64>,
    /// Whether the draft differs from it; true when there is none.
    pub changed: bool,
}

/// Portals by id, after `after`.
///
/// # Errors
/// [`Error::Sql`].
pub async fn list(
    conn: &mut SqliteConnection,
    after: &str,
    limit: i64,
) -> Result<Vec<Summary>, Error> {
    type Row = (String, String, i64, Option<i64>, Option<i64>, bool);
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT p.id, p.draft, p.draft_version, p.published_revision, r.published_at, r.body IS NULL OR r.body <> p.draft
         FROM portals AS p LEFT JOIN portal_revisions AS r ON r.portal = p.id AND r.revision = p.published_revision
         WHERE p.id > $1 AND p.deleted_at IS NULL ORDER BY p.id LIMIT $2",
    )
    .bind(after)
    .bind(limit)
    .fetch_all(conn)
    .await?;
    let summary = |(id, draft, version, published, published_at, changed)| Summary {
        id,
        draft,
        version,
        published,
        published_at,
        changed,
    };
    Ok(rows.into_iter().map(summary).collect())
}
