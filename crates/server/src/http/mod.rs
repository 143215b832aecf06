//! The contract over HTTP: routes, who may call them, and how replies and errors look.
//!
//! | module | its one job |
//! |---|---|
//! | `server` | what handlers receive |
//! | `problem_layer`, `error` | problems in the reader's language, one log line per request |
//! | `caller`, `enrolment`, `join`, `rate`, `cors` | who is asking, how often, from which pages |
//! | `reply`, `cursor`, `page`, `params`, `body`, `locale`, `idempotency_key` | what every handler shares |
//! | `stream`, `streams`, `hub` | live hints |
//! | `connections`, `write_timeout` | how many are open at once, how long one may say or read nothing |
//! | `site`, `frame` | the static files beside the API; who may show blocks in a frame |
//! | the others | one resource each |

mod balances;
mod board_periods;
mod boards;
mod body;
mod caller;
mod connections;
mod cors;
mod cursor;
mod demo;
mod demo_page;
mod enrolment;
mod error;
mod events;
mod frame;
mod hub;
mod idempotency_key;
mod join;
mod ledger;
mod ledger_words;
mod locale;
mod me;
mod page;
mod params;
mod portal;
mod portal_list;
mod portals;
mod problem_layer;
mod pseudonym;
mod rate;
mod redemptions;
mod reply;
mod revisions;
mod reward_view;
mod rewards;
mod series;
mod series_view;
mod server;
mod site;
mod stream;
mod streams;
mod themes;
mod tiers;
mod write_timeout;

use std::sync::Arc;

use axum::{
    Router,
    extract::DefaultBodyLimit,
    http::{Extensions, HeaderMap, HeaderValue, StatusCode, Version, header},
    middleware::{from_fn, from_fn_with_state},
    response::IntoResponse,
    routing::{get, patch, post},
};
use tower_http::{
    compression::{CompressionLayer, DefaultPredicate, Predicate as _},
    timeout::RequestBodyTimeoutLayer,
};

pub use connections::{Limits, serve};
pub use hub::Hub;
use pseudonym::pseudonym;
pub use rate::Rate;
pub use server::{Server, Settings};
pub use site::Site;
pub use streams::Streams;

use crate::{
    app::App,
    error::{Error, Outcome},
};

/// The API document, generated from the contract crate.
const OPENAPI: &str = include_str!("../../../contract/openapi.json");

/// The largest portal document that is taken, in bytes: a thousand blocks with texts in several
/// languages. Other bodies are held to [`Settings::max_body_bytes`].
const LARGEST_DOCUMENT: usize = 2 * 1024 * 1024;

/// The whole server: API, demo routes where the programme is a demo, and the site.
pub fn router(server: &Server) -> Router {
    let mut api = Router::new().nest("/v1", contract());
    if server.app.programme.demo {
        api = api
            .route("/demo/members", get(demo::members))
            .route("/demo/token", post(demo::token))
            .route("/demo/sign-in", get(demo_page::page))
            .route("/demo/sign-in.js", get(demo_page::script))
            .route("/demo/sign-in.css", get(demo_page::style));
    }
    let api = api
        .layer(DefaultBodyLimit::max(server.settings.max_body_bytes))
        .layer(from_fn_with_state(server.clone(), caller::identify))
        .layer(from_fn_with_state(
            Arc::clone(&server.app),
            problem_layer::layer,
        ))
        .layer(cors::layer(server));
    Router::new()
        .merge(api)
        .route("/healthz", get(health))
        .fallback(site::serve)
        .layer(CompressionLayer::new().compress_when(DefaultPredicate::new().and(may_differ)))
        .layer(RequestBodyTimeoutLayer::new(server.settings.limits.silence))
        .layer(from_fn(no_sniffing))
        .with_state(server.clone())
}

fn contract() -> Router<Server> {
    Router::new()
        .route("/openapi.json", get(openapi))
        .route("/portal", get(portal::get))
        .route("/me", get(me::get))
        .route("/me/join", post(join::join))
        .route("/me/preferences", patch(me::patch))
        .route("/me/balances", get(balances::get))
        .route("/me/ledger", get(ledger::list))
        .route("/me/redemptions", get(redemptions::list))
        .route("/me/redemptions/{id}", get(redemptions::one))
        .route("/me/redemptions/{id}/reveal", post(redemptions::reveal))
        .route("/me/redemptions/{id}/cancel", post(redemptions::cancel))
        .route("/me/tier", get(tiers::standing))
        .route("/me/tier/seen", post(tiers::seen))
        .route("/me/badges", get(series::mine))
        .route("/me/badges/seen", post(series::seen))
        .route("/me/stream", get(stream::hints))
        .route("/rewards", get(rewards::list))
        .route("/rewards/{id}", get(rewards::one))
        .route("/redemptions/quote", post(redemptions::quote))
        .route("/redemptions", post(redemptions::create))
        .route("/tiers", get(tiers::ladder))
        .route("/series", get(series::list))
        .route(
            "/series/{id}/completion/{threshold}/claim",
            post(series::claim),
        )
        .route("/leaderboards", get(boards::list))
        .route("/leaderboards/{id}", get(boards::one))
        .route("/portals", get(portal_list::list))
        .route(
            "/portals/{id}",
            get(portals::published).delete(portals::delete),
        )
        .route(
            "/portals/{id}/draft",
            get(portals::draft)
                .put(portals::put_draft)
                .layer(DefaultBodyLimit::max(LARGEST_DOCUMENT)),
        )
        .route("/portals/{id}/publish", post(revisions::publish))
        .route("/portals/{id}/revisions", get(revisions::list))
        .route(
            "/portals/{id}/revisions/{revision}",
            get(revisions::one_document),
        )
        .route(
            "/portals/{id}/revisions/{revision}/rollback",
            post(revisions::roll_back),
        )
        .route("/portals/{id}/theme", get(themes::one))
        .route("/events", post(events::report))
        .fallback(|| async { Error::NotFound })
}

async fn openapi() -> impl IntoResponse {
    let caching = "public, max-age=300";
    (
        [
            (header::CONTENT_TYPE, "application/json"),
            (header::CACHE_CONTROL, caching),
        ],
        OPENAPI,
    )
}

/// What has a strong tag is sent byte for byte.
fn may_differ(_: StatusCode, _: Version, headers: &HeaderMap, _: &Extensions) -> bool {
    !reply::is_strong(headers)
}

/// Answers once the database does.
async fn health(app: axum::extract::State<Arc<App>>) -> Outcome<&'static str> {
    app.db.ping().await?;
    Ok("ok")
}

async fn no_sniffing(
    request: axum::extract::Request,
    next: axum::middleware::Next,
) -> axum::response::Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    headers.insert(
        header::X_CONTENT_TYPE_OPTIONS,
        HeaderValue::from_static("nosniff"),
    );
    response
}
