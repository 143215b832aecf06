//! `GET /v1/portals/{id}` and its end, and its draft for those who edit it.
//!
//! Documents are stored and answered byte for byte: what this server does not know must
//! come back as it came.

use std::sync::Arc;

use axum::{
    body::{Body as Content, Bytes},
    extract::{Path, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use palier_contract::{
    document::{BlockSchema, MAX_DEPTH, Node, PortalDocument, SCHEMA, Theme, load},
    stream::Topic,
};
use palier_edit::{Refusal, Role, permits};

use super::{
    body::Body,
    caller::Editor,
    reply::{self, matches},
};
use crate::{
    app::App,
    db::{
        hints::{self, Audience},
        portals,
    },
    error::{Error, Fault, FaultCode, Outcome},
};

/// The published document.
pub(super) async fn published(
    State(app): State<Arc<App>>,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Outcome<Response> {
    let body = published_text(&app, &id).await?;
    let tag = reply::tag_of(&body);
    // Anybody may keep it, and asks each time whether it still holds: what was published shows at
    // once, and a document that did not change costs a 304.
    let caching = "public, max-age=0, must-revalidate";
    document(&headers, &tag, body, caching)
}

/// The published document as it is stored.
pub(super) async fn published_text(app: &App, id: &str) -> Outcome<String> {
    let mut connection = app.db.reader().acquire().await?;
    let stored = portals::published(&mut connection, id)
        .await?
        .ok_or(Error::NotFound)?;
    Ok(stored.body)
}

/// The draft, with the ETag to send back as `If-Match`.
pub(super) async fn draft(
    State(app): State<Arc<App>>,
    Path(id): Path<String>,
    Editor(_): Editor,
    headers: HeaderMap,
) -> Outcome<Response> {
    let mut connection = app.db.reader().acquire().await?;
    let stored = portals::draft(&mut connection, &id)
        .await?
        .ok_or(Error::NotFound)?;
    document(
        &headers,
        &draft_tag(stored.version),
        stored.body,
        "private, no-cache",
    )
}

/// Replaces the draft that `If-Match` names. `If-None-Match: *` makes a new portal.
///
/// The editor's role and the locks of the stored draft are held to, whatever sent the
/// document: a designer's buttons are no protection.
pub(super) async fn put_draft(
    State(app): State<Arc<App>>,
    Path(id): Path<String>,
    editor: Editor,
    headers: HeaderMap,
    Body { value, bytes }: Body<PortalDocument>,
) -> Outcome<Response> {
    check(&value, &id)?;
    let text = text(bytes)?;
    let expected = expected(&headers)?;
    if expected == 0 && !is_name(&id) {
        let code = FaultCode::Malformed("100 letters, digits, - and _ at most".to_owned());
        return Err(Error::Invalid(vec![Fault::new("/id", code)]));
    }
    let mut tx = app.db.begin().await?;
    let stored = portals::draft(&mut tx, &id).await?;
    if stored.as_ref().map_or(0, |stored| stored.version) != expected {
        return Err(Error::PreconditionFailed);
    }
    may_edit(&app.blocks, editor.role(), stored.as_ref(), &text)?;
    let version = portals::save_draft(&mut tx, &id, &text, expected).await?;
    let version = version.ok_or(Error::PreconditionFailed)?;
    tx.commit().await?;
    let status = if expected == 0 {
        StatusCode::CREATED
    } else {
        StatusCode::OK
    };
    let mut response = document(
        &HeaderMap::new(),
        &draft_tag(version),
        text,
        "private, no-cache",
    )?;
    *response.status_mut() = status;
    Ok(response)
}

/// Deletes the portal whose draft `If-Match` names: members and pages that show it get 404.
///
/// It is an edit that leaves nothing, so what is locked against an editor keeps them from it.
pub(super) async fn delete(
    State(app): State<Arc<App>>,
    Path(id): Path<String>,
    editor: Editor,
    headers: HeaderMap,
) -> Outcome<StatusCode> {
    let role = editor.role();
    editor.publisher()?;
    let expected = expected(&headers)?;
    let mut tx = app.db.begin().await?;
    let stored = portals::draft(&mut tx, &id).await?.ok_or(Error::NotFound)?;
    let before = load(&stored.body, &app.blocks).map_err(Error::internal)?;
    let nothing = PortalDocument {
        root: Vec::new(),
        theme: Theme::default(),
        ..before.document.clone()
    };
    permits(role, &before.document, &nothing, &app.blocks).map_err(Error::Refused)?;
    if !portals::delete(&mut tx, &id, expected, app.now()).await? {
        return Err(Error::PreconditionFailed);
    }
    tell(&mut tx, app.now()).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Whether a new portal may be called so: ids are parts of addresses, where `..` leads elsewhere.
fn is_name(id: &str) -> bool {
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || b"-_".contains(&byte);
    (1..=100).contains(&id.len()) && id.bytes().all(fits)
}

/// Whether somebody of that role may make `text` of the stored document.
pub(super) fn may_edit(
    known: &[BlockSchema],
    role: Role,
    stored: Option<&portals::Stored>,
    text: &str,
) -> Outcome<()> {
    let after = load(text, known).map_err(|error| {
        let code = FaultCode::Malformed(error.to_string());
        Error::Invalid(vec![Fault::new("", code)])
    })?;
    let Some(stored) = stored else {
        return match role {
            Role::Admin | Role::Designer => Ok(()),
            Role::ContentEditor => Err(Error::Refused(Refusal::Role { role })),
        };
    };
    let before = load(&stored.body, known).map_err(Error::internal)?;
    permits(role, &before.document, &after.document, known).map_err(Error::Refused)
}

/// Tells every reader that a portal changed.
pub(super) async fn tell(tx: &mut crate::db::Tx, at: i64) -> Outcome<()> {
    Ok(hints::push(tx, Audience::Everybody, &Topic::Portal, at).await?)
}

/// ETag of a draft.
pub(super) fn draft_tag(version: i64) -> String {
    format!("\"d{version}\"")
}

/// The draft version that the request means; 0 for a portal that must not exist yet.
///
/// # Errors
/// [`Error::PreconditionRequired`] without `If-Match` (or `If-None-Match: *`),
/// [`Error::PreconditionFailed`] for a tag that is no draft's.
pub(super) fn expected(headers: &HeaderMap) -> Outcome<i64> {
    let absent = headers
        .get(header::IF_NONE_MATCH)
        .is_some_and(|value| value == "*");
    if absent {
        return Ok(0);
    }
    let tag = headers
        .get(header::IF_MATCH)
        .ok_or(Error::PreconditionRequired)?;
    tag.to_str()
        .ok()
        .and_then(|tag| {
            tag.trim()
                .strip_prefix("\"d")?
                .strip_suffix('"')?
                .parse()
                .ok()
        })
        .filter(|version| *version > 0)
        .ok_or(Error::PreconditionFailed)
}

pub(super) fn document(
    headers: &HeaderMap,
    tag: &str,
    body: String,
    caching: &'static str,
) -> Outcome<Response> {
    let mut response = if matches(headers, header::IF_NONE_MATCH, tag) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        (
            [(header::CONTENT_TYPE, "application/json")],
            Content::from(body),
        )
            .into_response()
    };
    let headers = response.headers_mut();
    headers.insert(
        header::ETAG,
        HeaderValue::from_str(tag).map_err(Error::internal)?,
    );
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(caching));
    Ok(response)
}

fn text(bytes: Bytes) -> Outcome<String> {
    String::from_utf8(bytes.into()).map_err(|_| Error::malformed("", "UTF-8"))
}

/// What every document must keep to, whatever blocks it has.
fn check(document: &PortalDocument, id: &str) -> Outcome<()> {
    let mut faults = Vec::new();
    if document.id.as_str() != id {
        faults.push(Fault::new("/id", FaultCode::Mismatch));
    }
    if !(1..=SCHEMA).contains(&document.schema) {
        let range = FaultCode::OutOfRange(1, i64::from(SCHEMA));
        faults.push(Fault::new("/schema", range));
    }
    let mut seen = std::collections::BTreeSet::new();
    walk(&document.root, 1, "/root", &mut seen, &mut faults);
    if faults.is_empty() {
        Ok(())
    } else {
        Err(Error::Invalid(faults))
    }
}

fn walk<'d>(
    nodes: &'d [Node],
    depth: usize,
    pointer: &str,
    seen: &mut std::collections::BTreeSet<&'d str>,
    faults: &mut Vec<Fault>,
) {
    for (index, node) in nodes.iter().enumerate() {
        let at = format!("{pointer}/{index}");
        if !seen.insert(node.id.as_str()) {
            faults.push(Fault::new(format!("{at}/id"), FaultCode::Mismatch));
        }
        let deepest = i64::try_from(MAX_DEPTH).unwrap_or(i64::MAX);
        if depth > MAX_DEPTH && node.slots.values().any(|slot| !slot.is_empty()) {
            faults.push(Fault::new(
                format!("{at}/slots"),
                FaultCode::OutOfRange(0, deepest),
            ));
            continue;
        }
        for (slot, children) in &node.slots {
            walk(
                children,
                depth + 1,
                &format!("{at}/slots/{slot}"),
                seen,
                faults,
            );
        }
    }
}
