//! `GET /v1/portals`: every portal, for those who edit them.

use std::sync::Arc;

use axum::{extract::State, http::HeaderMap, response::Response};
use palier_contract::{
    Quantity,
    document::TextMap,
    revision::{EditorRole, PortalSummary, PortalSummaryPage},
};
use palier_edit::Role;
use serde::Deserialize;

use super::{caller::Editor, page::Paging, params::Params, reply};
use crate::{
    app::App,
    db::portals::{self, Summary},
    error::Outcome,
    locale::Locale,
    time::timestamp,
};

const LIST: &str = "portals";

/// Portals in the order of their ids.
pub(super) async fn list(
    State(app): State<Arc<App>>,
    editor: Editor,
    locale: Locale,
    headers: HeaderMap,
    mut params: Params,
) -> Outcome<Response> {
    let paging = Paging::of(&app, &mut params, LIST)?;
    let after = paging.after().unwrap_or("");
    let mut connection = app.db.reader().acquire().await?;
    let mut rows = portals::list(&mut connection, after, paging.rows()).await?;
    let next_cursor = paging.cut(&mut rows, |row| row.id.clone());
    let as_of = timestamp(app.now());
    let value = PortalSummaryPage {
        role: role(editor.role()),
        editor: Some(editor.0.called().to_owned()),
        items: rows.into_iter().map(summary).collect::<Outcome<Vec<_>>>()?,
        next_cursor,
        as_of: as_of.clone(),
    };
    reply::reply(&headers, &locale, reply::Caching::Private, &as_of.0, &value)
}

fn role(role: Role) -> EditorRole {
    match role {
        Role::Admin => EditorRole::Admin,
        Role::Designer => EditorRole::Designer,
        Role::ContentEditor => EditorRole::ContentEditor,
    }
}

/// What the list needs of a draft.
#[derive(Deserialize)]
struct Titled {
    title: TextMap,
}

fn summary(row: Summary) -> Outcome<PortalSummary> {
    let draft: Titled = serde_json::from_str(&row.draft)?;
    Ok(PortalSummary {
        id: row.id.into(),
        title: draft.title,
        draft_version: Quantity::saturating(row.version),
        published_revision: row.published.map(Quantity::saturating),
        published_at: row.published_at.map(timestamp),
        changed: row.changed,
    })
}
