//! `GET /v1/portal`: what this backend offers.

use std::sync::Arc;

use axum::{extract::State, http::HeaderMap, response::Response};
use palier_contract::{
    CONTRACT_VERSION, Quantity, operation,
    portal::{
        Capabilities, Currency, ExpiryKind, ExpiryPolicy, Limits, Plurals, Portal, Programme,
    },
};

use super::{Settings, params::MAX_LIMIT, reply};
use crate::{
    app::App,
    db::idempotency,
    error::Outcome,
    locale::Locale,
    programme::{self, Join},
    time::{if_ever, timestamp},
};

/// The oldest kit that understands this contract.
const MIN_KIT_VERSION: &str = "0.1.0";
const CACHE_SECONDS: u32 = 60;

/// The discovery document.
pub(super) async fn get(
    State(app): State<Arc<App>>,
    State(settings): State<Arc<Settings>>,
    locale: Locale,
    headers: HeaderMap,
) -> Outcome<Response> {
    let server_time = timestamp(app.now());
    let programme = &app.programme;
    let links = &programme.links;
    let is_offered = |id: &str| match id {
        // Completions are paid the moment they are reached, so there is nothing to claim.
        "claim_completion" => false,
        "join_programme" => programme.join == Join::Ask,
        _ => true,
    };
    let operations = operation::ALL.iter().map(|one| one.id);
    let blocks = operation::BLOCKS.iter().map(|needs| needs.block);
    let value = Portal {
        contract_version: CONTRACT_VERSION.to_owned(),
        min_kit_version: Some(MIN_KIT_VERSION.to_owned()),
        programme: Programme {
            id: programme.id.as_str().into(),
            name: app.text(&programme.name, &locale),
            time_zone: programme.time_zone_name.clone(),
            sign_in_url: links.sign_in.clone(),
            join_url: links.join.clone(),
            help_url: links.help.clone(),
            terms_url: links.terms.clone(),
            demo: programme.demo,
        },
        currencies: programme
            .currencies
            .iter()
            .map(|one| currency(&app, one, &locale))
            .collect(),
        capabilities: Capabilities {
            blocks: blocks.map(str::to_owned).collect(),
            operations: operations
                .filter(|id| is_offered(id))
                .map(str::to_owned)
                .collect(),
        },
        locales: programme.locales.clone(),
        limits: Limits {
            max_page_size: Quantity::saturating(MAX_LIMIT),
            max_body_bytes: i64::try_from(settings.max_body_bytes)
                .map_or(Quantity::MAX, Quantity::saturating),
            idempotency_seconds: Quantity::saturating(idempotency::KEPT_SECONDS),
        },
        disabled_blocks: Vec::new(),
        server_time: server_time.clone(),
    };
    let caching = reply::Caching::Public(CACHE_SECONDS);
    reply::reply(&headers, &locale, caching, &server_time.0, &value)
}

fn currency(app: &App, currency: &programme::Currency, locale: &Locale) -> Currency {
    Currency {
        id: currency.id.as_str().into(),
        name: app.text(&currency.name, locale),
        unit: plurals(currency, &locale.0, &app.programme.default_locale),
        icon: currency.icon.as_ref().map(|icon| app.media(icon, locale)),
        decimals: Quantity::saturating(i64::from(currency.decimals)),
        spendable: currency.spendable,
        qualifying: currency.qualifying,
        expiry: match currency.expiry {
            programme::ExpiryPolicy::Never => ExpiryPolicy {
                kind: ExpiryKind::Never,
                days: None,
                at: None,
            },
            programme::ExpiryPolicy::AfterDays { days, .. } => ExpiryPolicy {
                kind: ExpiryKind::After,
                days: Some(days.into()),
                at: None,
            },
            fixed @ programme::ExpiryPolicy::FixedDate { .. } => {
                let at =
                    crate::engine::calendar::expires_at(&app.programme.time_zone, fixed, app.now());
                ExpiryPolicy {
                    kind: ExpiryKind::Fixed,
                    days: None,
                    at: if_ever(at),
                }
            }
        },
    }
}

/// The unit's words, each with the number before it as the contract asks.
fn plurals(currency: &programme::Currency, locale: &str, fallback: &str) -> Plurals {
    let language = locale.split('-').next().unwrap_or(locale);
    let words = [locale, language, fallback]
        .into_iter()
        .find_map(|tag| currency.unit.get(tag));
    let word = |category: &str| {
        let text = words?.get(category)?;
        Some(if text.contains("{count}") {
            text.clone()
        } else {
            format!("{{count}} {text}")
        })
    };
    Plurals {
        zero: word("zero"),
        one: word("one"),
        two: word("two"),
        few: word("few"),
        many: word("many"),
        other: word("other").unwrap_or_else(|| "{count}".to_owned()),
    }
}
