//! The contract over HTTP: routes, who may call them, and how replies and errors look.
//!
//! | module | one job |
//! |---|---|
//! | `speak`, `error`, `words` | problems in the reader's language, one log line per request |
//! | `caller`, `joining`, `rate`, `cors` | who is asking, how often, from which pages |
//! | `reply`, `cursor`, `page`, `params`, `body`, `locale` | what every handler shares |
//! | `stream`, `streams`, `hub` | live hints |
//! | `connections` | how many at once, how long one may be silent |
//! | `site`, `frame` | the static files beside the API; who may show blocks in a frame |
//! | the others | one resource each |

mod alias;
pub(crate) mod amount_words;
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
mod error;
mod events;
mod frame;
mod holder;
mod hub;
mod joining;
mod ledger;
mod ledger_words;
mod locale;
mod me;
mod page;
mod params;
mod portal;
mod portal_list;
mod portals;
mod pseudonym;
mod rate;
mod redemptions;
mod reply;
mod revisions;
mod reward_view;
mod rewards;
mod series;
mod series_view;
mod site;
mod speak;
mod stream;
mod streams;
mod tiers;
mod time;
pub(crate) mod words;

use std::sync::Arc;

use axum::{
    Router,
    extract::DefaultBodyLimit,
    http::{Extensions, HeaderMap, HeaderValue, StatusCode, Version, header},
    middleware::{from_fn, from_fn_with_state},
    response::IntoResponse,
    routing::{get, patch, post},
};
use palier_contract::{Media, document::BlockSchema};
use tower_http::{
    compression::{CompressionLayer, DefaultPredicate, Predicate as _},
    timeout::RequestBodyTimeoutLayer,
};

pub(crate) use amount_words::contract as amounts;
pub use connections::{Limits, serve};
pub use error::{Error, Fault, FaultCode, Outcome};
pub(crate) use holder::{settle, settled};
pub use hub::Hub;
pub(crate) use joining::{neutral_alias, why_no_alias};
pub use locale::Locale;
pub(crate) use pseudonym::pseudonym;
pub use rate::Rate;
pub use site::Site;
pub use streams::Streams;
pub use time::{if_ever, now, timestamp};

use crate::{
    auth::{Secret, Verifier},
    db::Db,
    programme::{self, Programme},
    redeem::idempotency::Running,
};

/// The API document, generated from the contract crate.
const OPENAPI: &str = include_str!("../../../contract/openapi.json");

/// The largest portal document that is taken, in bytes: a thousand blocks with texts in several
/// languages. Other bodies are held to [`Settings::max_body_bytes`].
const LARGEST_DOCUMENT: usize = 2 * 1024 * 1024;

/// How the server behaves towards its callers.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Web origins that may call the API, exactly as browsers send them.
    pub origins: Vec<String>,
    /// Web origins that may show blocks in frames.
    pub frame_origins: Vec<String>,
    /// Largest request body in bytes.
    pub max_body_bytes: usize,
    /// Whether the last `X-Forwarded-For` address is the caller's.
    pub behind_proxy: bool,
    /// What connections are held to.
    pub limits: Limits,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            origins: Vec::new(),
            frame_origins: Vec::new(),
            max_body_bytes: 256 * 1024,
            behind_proxy: false,
            limits: Limits::default(),
        }
    }
}

/// Everything a handler may need.
#[derive(Debug)]
pub struct App {
    /// The programme's rules.
    pub programme: Arc<Programme>,
    /// The block types that drafts are held to.
    pub blocks: Vec<BlockSchema>,
    /// The database.
    pub db: Db,
    /// Checks bearer tokens.
    pub verifier: Verifier,
    /// Signs cursors and derives pseudonyms.
    pub secret: Secret,
    /// What the brand's systems send as a bearer token.
    pub api_key: String,
    /// How the server behaves.
    pub settings: Settings,
    /// Request rates.
    pub rate: Rate,
    /// Idempotency keys being worked on.
    pub running: Running,
    /// Live hints.
    pub hub: Arc<Hub>,
    /// How many streams of them are open.
    pub streams: Streams,
    /// The static files beside the API.
    pub site: Site,
}

impl App {
    /// Whether `token` is the brand's API key; takes the same time for every wrong one.
    pub fn is_api_key(&self, token: &str) -> bool {
        self.secret.tag(&["api-key", token], 32) == self.secret.tag(&["api-key", &self.api_key], 32)
    }

    /// A text of the programme in the reader's language.
    pub fn text(&self, texts: &programme::TextMap, locale: &Locale) -> String {
        texts
            .get(&locale.0, &self.programme.default_locale)
            .to_owned()
    }

    /// A text of the programme, absent when it has none.
    pub fn text_if_any(&self, texts: &programme::TextMap, locale: &Locale) -> Option<String> {
        (!texts.is_empty()).then(|| self.text(texts, locale))
    }

    /// A picture of the programme.
    pub fn media(&self, media: &programme::Media, locale: &Locale) -> Media {
        Media {
            url: media.url.clone(),
            alt: self.text(&media.alt, locale),
            kind: palier_contract::MediaKind::Image,
            width: Some(media.width.into()),
            height: Some(media.height.into()),
        }
    }
}

/// The whole server: API, demo routes where the programme is a demo, and the site.
pub fn router(app: &Arc<App>) -> Router {
    let mut api = Router::new().nest("/v1", contract());
    if app.programme.demo {
        api = api
            .route("/demo/members", get(demo::members))
            .route("/demo/token", post(demo::token))
            .route("/demo/sign-in", get(demo_page::page))
            .route("/demo/sign-in.js", get(demo_page::script))
            .route("/demo/sign-in.css", get(demo_page::style));
    }
    let api = api
        .layer(DefaultBodyLimit::max(app.settings.max_body_bytes))
        .layer(from_fn_with_state(Arc::clone(app), caller::identify))
        .layer(from_fn_with_state(Arc::clone(app), speak::speak))
        .layer(cors::layer(app));
    Router::new()
        .merge(api)
        .route("/healthz", get(health))
        .fallback(site::serve)
        .layer(CompressionLayer::new().compress_when(DefaultPredicate::new().and(may_differ)))
        .layer(RequestBodyTimeoutLayer::new(app.settings.limits.silence))
        .layer(from_fn(no_sniffing))
        .with_state(Arc::clone(app))
}

fn contract() -> Router<Arc<App>> {
    Router::new()
        .route("/openapi.json", get(openapi))
        .route("/portal", get(portal::get))
        .route("/me", get(me::get))
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
    sqlx::query("SELECT 1").execute(app.db.reader()).await?;
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
