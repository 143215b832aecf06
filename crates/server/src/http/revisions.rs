//! `/v1/portals/{id}/publish`, `/v1/portals/{id}/revisions`: making drafts public, reading what
//! was, and going back. For admins and designers; content editors only edit drafts.

use std::sync::Arc;

use axum::{
    extract::{Path, State},
    http::{HeaderMap, StatusCode},
    response::Response,
};
use palier_contract::{
    Quantity,
    document::{Known, PortalDocument, RefKind, References, Severity, validate},
    revision::{PublishRequest, Revision},
};
use sqlx::SqliteConnection;

use super::{
    body::Body,
    caller::Editor,
    page::{self, Paging},
    params::Params,
    portals::{document, expected, may_edit, tell},
    reply,
};
use crate::{
    app::App,
    db::portals::{self, Publishing},
    error::{Error, Fault, FaultCode, Outcome},
    locale::Locale,
    programme::Programme,
    time::timestamp,
};

/// Longest note, in characters.
const NOTE_CHARS: u32 = 200;

/// Publishes the draft that `If-Match` names.
pub(super) async fn publish(
    State(app): State<Arc<App>>,
    Path(id): Path<String>,
    editor: Editor,
    locale: Locale,
    headers: HeaderMap,
    body: Option<Body<PublishRequest>>,
) -> Outcome<Response> {
    let who = editor.publisher()?;
    let request = body.map(|body| body.value).unwrap_or_default();
    let length = request.note.as_ref().map_or(0, |note| note.chars().count());
    if u32::try_from(length).unwrap_or(u32::MAX) > NOTE_CHARS {
        return Err(Error::Invalid(vec![Fault::new(
            "/note",
            FaultCode::TooLong(NOTE_CHARS),
        )]));
    }
    let expected = expected(&headers)?;
    let mut tx = app.db.begin().await?;
    let draft = portals::draft(&mut tx, &id).await?.ok_or(Error::NotFound)?;
    let publishing = Publishing {
        by: Some(who.called()),
        note: request.note.as_deref(),
        now: app.now(),
    };
    let done = portals::publish(&mut tx, &id, expected, publishing).await?;
    let revision = done.ok_or(Error::PreconditionFailed)?;
    // Refused here, the transaction is dropped and nothing was published.
    check_finished(&app, &draft.body)?;
    tell(&mut tx, app.now()).await?;
    let value = one(&mut tx, &id, revision).await?;
    tx.commit().await?;
    created(&locale, &value)
}

/// A draft may be saved unfinished; what everybody sees may not (no error of validation).
fn check_finished(app: &App, draft: &str) -> Outcome<()> {
    let document: PortalDocument = serde_json::from_str(draft)?;
    let references = references(&app.programme);
    let known = Known::new(&app.blocks, &app.programme.default_locale).references(&references);
    let faults: Vec<Fault> = validate(&document, &known)
        .into_iter()
        .filter(|finding| finding.severity == Severity::Error)
        .map(|finding| {
            let code = FaultCode::Document(finding.code.word(), finding.message);
            Fault::new(finding.path, code)
        })
        .collect();
    if faults.is_empty() {
        Ok(())
    } else {
        Err(Error::Invalid(faults))
    }
}

/// What the programme has that a block may name. Periods and portals come and go.
fn references(programme: &Programme) -> References {
    References::new()
        .with(
            RefKind::Board,
            programme.boards.iter().map(|one| one.id.as_str()),
        )
        .with(
            RefKind::Currency,
            programme.currencies.iter().map(|one| one.id.as_str()),
        )
        .with(
            RefKind::Category,
            programme.categories.iter().map(|one| one.id.as_str()),
        )
        .with(
            RefKind::Series,
            programme.series.iter().map(|one| one.id.as_str()),
        )
        .with(
            RefKind::Tier,
            programme.tiers.iter().map(|one| one.id.as_str()),
        )
}

/// A new revision, with 201.
fn created(locale: &Locale, revision: &Revision) -> Outcome<Response> {
    let mut response = reply::private(locale, revision)?;
    *response.status_mut() = StatusCode::CREATED;
    Ok(response)
}

/// A page of revisions, newest first.
pub(super) async fn list(
    State(app): State<Arc<App>>,
    Path(id): Path<String>,
    Editor(_): Editor,
    locale: Locale,
    headers: HeaderMap,
    mut params: Params,
) -> Outcome<Response> {
    let paging = Paging::of(&app, &mut params, format!("revisions:{id}"))?;
    let before = match paging.after() {
        None => i64::MAX,
        Some(position) => position.parse().map_err(|_| Error::CursorInvalid)?,
    };
    let mut connection = app.db.reader().acquire().await?;
    portals::draft(&mut connection, &id)
        .await?
        .ok_or(Error::NotFound)?;
    let mut items = before_revision(&mut connection, &id, before, paging.rows()).await?;
    let next_cursor = paging.cut(&mut items, |row| row.revision.get().to_string());
    page::private(&headers, &locale, app.now(), items, next_cursor)
}

/// The document of one revision, byte for byte. It never changes.
pub(super) async fn one_document(
    State(app): State<Arc<App>>,
    Path((id, revision)): Path<(String, String)>,
    Editor(_): Editor,
    headers: HeaderMap,
) -> Outcome<Response> {
    let number: i64 = revision.parse().map_err(|_| Error::NotFound)?;
    let mut connection = app.db.reader().acquire().await?;
    let body = portals::revision(&mut connection, &id, number).await?;
    let body = body.ok_or(Error::NotFound)?;
    document(&headers, &reply::tag_of(&body), body, "private, no-cache")
}

/// Publishes an earlier revision again, as a new one: what everybody sees is edited, so the
/// locks of what is published hold, and the rules of publishing.
pub(super) async fn roll_back(
    State(app): State<Arc<App>>,
    Path((id, revision)): Path<(String, String)>,
    editor: Editor,
    locale: Locale,
) -> Outcome<Response> {
    let role = editor.role();
    let who = editor.publisher()?;
    let earlier: i64 = revision.parse().map_err(|_| Error::NotFound)?;
    let mut tx = app.db.begin().await?;
    let target = portals::revision(&mut tx, &id, earlier).await?;
    let target = target.ok_or(Error::NotFound)?;
    let public = portals::published(&mut tx, &id).await?;
    may_edit(&app.blocks, role, public.as_ref(), &target)?;
    check_finished(&app, &target)?;
    let note = format!("↺ {earlier}");
    let publishing = Publishing {
        by: Some(who.called()),
        note: Some(&note),
        now: app.now(),
    };
    let done = portals::roll_back(&mut tx, &id, earlier, publishing).await?;
    let revision = done.ok_or(Error::NotFound)?;
    tell(&mut tx, app.now()).await?;
    let value = one(&mut tx, &id, revision).await?;
    tx.commit().await?;
    created(&locale, &value)
}

/// Up to `limit` revisions before that number, newest first.
async fn before_revision(
    conn: &mut SqliteConnection,
    id: &str,
    before: i64,
    limit: i64,
) -> Outcome<Vec<Revision>> {
    let current = portals::published(conn, id)
        .await?
        .map(|stored| stored.version);
    let rows = portals::revisions(conn, id, before, limit).await?;
    let revision = |row: portals::Revision| Revision {
        revision: Quantity::saturating(row.revision),
        published_at: timestamp(row.published_at),
        published_by: row.published_by,
        note: row.note,
        current: Some(row.revision) == current,
    };
    Ok(rows.into_iter().map(revision).collect())
}

async fn one(conn: &mut SqliteConnection, id: &str, revision: i64) -> Outcome<Revision> {
    let found = before_revision(conn, id, revision.saturating_add(1), 1).await?;
    let found = found.into_iter().find(|row| row.revision.get() == revision);
    found.ok_or_else(|| Error::internal("a revision vanished while being published"))
}
