//! Live hints: which topics changed for whom, so that a resumed stream misses nothing.

use palier_contract::stream::Topic;
use sqlx::{SqliteConnection, SqlitePool};

use super::Error;

/// Most hints read at once by [`after`]; the next call reads on.
const AT_ONCE: i64 = 1000;

/// How [`Audience::Everybody`] is stored; no member has this key.
const EVERYBODY: i64 = 0;

/// Whom a hint concerns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// Every reader, whether they have joined or not.
    Everybody,
    /// One member: surrogate key.
    Member(i64),
}

impl Audience {
    fn key(self) -> i64 {
        match self {
            Self::Everybody => EVERYBODY,
            Self::Member(id) => id,
        }
    }

    fn from_key(key: i64) -> Self {
        match key {
            EVERYBODY => Self::Everybody,
            id => Self::Member(id),
        }
    }
}

/// Something changed for a member, or for everybody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HintRow {
    /// Grows with time.
    pub id: i64,
    /// Whom it concerns.
    pub audience: Audience,
    /// What changed.
    pub topic: Topic,
}

impl HintRow {
    /// Whether it concerns a reader: a member, or `None` for who has not joined.
    pub fn concerns(&self, reader: Option<i64>) -> bool {
        match self.audience {
            Audience::Everybody => true,
            Audience::Member(id) => Some(id) == reader,
        }
    }
}

/// Notes that `topic` changed for an audience.
///
/// # Errors
/// [`Error::Sql`].
pub async fn push(
    conn: &mut SqliteConnection,
    audience: Audience,
    topic: &Topic,
    at: i64,
) -> Result<(), Error> {
    sqlx::query("INSERT INTO hints (member_id, topic, at) VALUES ($1, $2, $3)")
        .bind(audience.key())
        .bind(topic.as_str())
        .bind(at)
        .execute(conn)
        .await?;
    Ok(())
}

/// Tells everybody of leaderboards if some member's place on them has changed since they were told
/// last, and says whether it did. A member hears of a score at once; were everybody to read the
/// boards again for each, a busy hour would be one long reload.
///
/// # Errors
/// [`Error::Sql`].
pub async fn spread_boards(conn: &mut SqliteConnection, at: i64) -> Result<bool, Error> {
    let told = sqlx::query(
        "INSERT INTO hints (member_id, topic, at)
         SELECT 0, 'leaderboards', $1 WHERE EXISTS (
           SELECT 1 FROM hints WHERE member_id <> 0 AND topic = 'leaderboards' AND id > (
             SELECT COALESCE(MAX(id), 0) FROM hints WHERE member_id = 0 AND topic = 'leaderboards'))",
    )
    .bind(at)
    .execute(conn)
    .await?;
    Ok(told.rows_affected() > 0)
}

/// Forgets hints older than `before`; a stream that resumes later must fetch everything. The
/// newest stays whatever its age: ids follow on from it, and must never be given twice.
///
/// # Errors
/// [`Error::Sql`].
pub async fn prune(conn: &mut SqliteConnection, before: i64) -> Result<(), Error> {
    sqlx::query("DELETE FROM hints WHERE at < $1 AND id < (SELECT MAX(id) FROM hints)")
        .bind(before)
        .execute(conn)
        .await?;
    Ok(())
}

/// Id of the newest hint; 0 when there is none.
///
/// # Errors
/// [`Error::Sql`].
pub async fn newest(pool: &SqlitePool) -> Result<i64, Error> {
    Ok(sqlx::query_scalar("SELECT COALESCE(MAX(id), 0) FROM hints")
        .fetch_one(pool)
        .await?)
}

/// Id of the oldest hint still kept; 1 when there is none.
///
/// # Errors
/// [`Error::Sql`].
pub async fn oldest(pool: &SqlitePool) -> Result<i64, Error> {
    Ok(sqlx::query_scalar("SELECT COALESCE(MIN(id), 1) FROM hints")
        .fetch_one(pool)
        .await?)
}

/// The first thousand hints after `last`, oldest first.
///
/// # Errors
/// [`Error::Sql`].
pub async fn after(pool: &SqlitePool, last: i64) -> Result<Vec<HintRow>, Error> {
    let rows: Vec<Columns> =
        sqlx::query_as("SELECT id, member_id, topic FROM hints WHERE id > $1 ORDER BY id LIMIT $2")
            .bind(last)
            .bind(AT_ONCE)
            .fetch_all(pool)
            .await?;
    Ok(rows.into_iter().map(read).collect())
}

/// What a reader (see [`HintRow::concerns`]) missed since `last`, however much that is: the latest
/// hint of each topic that concerns them, in the order of ids. One hint per topic says as much as
/// many.
///
/// # Errors
/// [`Error::Sql`].
pub async fn missed(
    pool: &SqlitePool,
    last: i64,
    reader: Option<i64>,
) -> Result<Vec<HintRow>, Error> {
    let rows: Vec<Columns> = sqlx::query_as(
        "SELECT MAX(id), member_id, topic FROM hints
         WHERE id > $1 AND member_id IN (0, $2) GROUP BY topic ORDER BY 1",
    )
    .bind(last)
    .bind(reader.unwrap_or(EVERYBODY))
    .fetch_all(pool)
    .await?;
    Ok(rows.into_iter().map(read).collect())
}

/// `id`, `member_id`, `topic`.
type Columns = (i64, i64, String);

fn read((id, key, topic): Columns) -> HintRow {
    HintRow {
        id,
        audience: Audience::from_key(key),
        topic: Topic::from(topic.as_str()),
    }
}
