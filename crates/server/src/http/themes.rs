//! `GET /v1/portals/{id}/theme`: the look of a published portal, for tags that are to look like it.

use std::sync::Arc;

use axum::{
    extract::{Path, State},
    http::HeaderMap,
    response::Response,
};
use palier_contract::{document::PortalDocument, theme::PortalTheme};

use super::{
    portals::{document, published_text},
    reply,
};
use crate::{
    app::App,
    error::{Error, Outcome},
};

/// The theme of the published portal of that id, as its document has it.
pub(super) async fn one(
    State(app): State<Arc<App>>,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Outcome<Response> {
    let body = published_text(&app, &id).await?;
    let read = serde_json::from_str::<PortalDocument>(&body);
    let theme = PortalTheme::from(read.map_err(Error::internal)?.theme);
    // A page asks for it before it has colours; one that is a minute old is worth more than a right one later.
    let caching = "public, max-age=60, stale-while-revalidate=600";
    let text = serde_json::to_string(&theme)?;
    document(&headers, &reply::tag_of(&text), text, caching)
}
