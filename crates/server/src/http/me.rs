//! `GET /v1/me`, `PATCH /v1/me/preferences`.

use std::sync::Arc;

use axum::{extract::State, http::HeaderMap, response::Response};
use palier_contract::{
    Actions,
    member::{Me, MemberState, Preferences, PreferencesPatch, Terms},
    shared::TierRef,
    stream::Topic,
};
use serde::{Deserialize, Serialize};

use super::{
    body::Body,
    caller::{Caller, Member, Reader},
    reply,
};
use crate::{
    alias,
    app::{App, action},
    db::{
        hints::{self, Audience},
        person,
        read_members::{self, MemberRow},
        settle, tiers,
    },
    error::{Error, Fault, Outcome},
    locale::Locale,
    programme::Join,
    time::timestamp,
    words,
};

/// What is stored besides alias and opt-out, as JSON in the member's row.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct StoredPreferences {
    /// On leaderboards without a name.
    pub leaderboard_hidden_name: bool,
    /// When the member last acknowledged a tier upgrade.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tier_seen_at: Option<i64>,
}

impl StoredPreferences {
    /// What the row holds.
    ///
    /// # Errors
    /// [`Error::Internal`] when it is not the JSON written here.
    pub(super) fn of(row: &MemberRow) -> Outcome<Self> {
        Ok(serde_json::from_str(&row.preferences)?)
    }
}

/// Who the reader is.
pub(super) async fn get(
    State(app): State<Arc<App>>,
    reader: Reader,
    locale: Locale,
    headers: HeaderMap,
) -> Outcome<Response> {
    let me = me(&app, &reader, &locale).await?;
    reply::reply(&headers, &locale, reply::Caching::Private, "", &me)
}

pub(super) async fn me(app: &App, reader: &Reader, locale: &Locale) -> Outcome<Me> {
    let nobody = Me {
        state: MemberState::Anonymous,
        id: None,
        alias: None,
        avatar: None,
        since: None,
        tier: None,
        message: None,
        terms: None,
        preferences: Preferences::default(),
        actions: Actions::new(),
    };
    match (&reader.row, &reader.caller) {
        (Some(row), _) if row.is_enrolled() => enrolled(app, row, locale, nobody).await,
        (Some(row), _) => Ok(Me {
            state: MemberState::Candidate,
            alias: Some(row.alias.clone()),
            terms: terms(app),
            actions: joining(app),
            ..nobody
        }),
        (None, Caller::Person(_)) if reader.has_left => Ok(Me {
            state: MemberState::Candidate,
            message: Some(words::problems::has_left(&locale.0).to_owned()),
            ..nobody
        }),
        (None, Caller::Person(_)) => Ok(Me {
            state: MemberState::Candidate,
            terms: terms(app),
            actions: joining(app),
            ..nobody
        }),
        (None, _) => Ok(nobody),
    }
}

async fn enrolled(app: &App, row: &MemberRow, locale: &Locale, nobody: Me) -> Outcome<Me> {
    // A page reads the tier here and below `/me/tier`: it is the same one.
    settle::ensure_settled(&app.db, &app.programme, row.id, app.now()).await?;
    let tier = tiers::held(app.db.reader(), row.id).await?;
    let tier = tier
        .and_then(|id| app.programme.tier(&id))
        .map(|tier| TierRef {
            id: tier.id.as_str().into(),
            name: app.text(&tier.name, locale),
        });
    let suspended = row.is_suspended();
    let message = words::pick(
        &locale.0,
        "Your membership is paused. Your points are safe; please contact us.",
        "Votre adhésion est suspendue. Vos points sont en sécurité ; contactez-nous.",
    );
    let actions = if suspended {
        offer("contact", app.programme.links.help.as_deref())
    } else {
        Actions::from([action("update_preferences", "PATCH", "/v1/me/preferences")])
    };
    Ok(Me {
        state: if suspended {
            MemberState::Suspended
        } else {
            MemberState::Member
        },
        id: Some(row.public_id.as_str().into()),
        alias: Some(row.alias.clone()),
        since: Some(timestamp(row.joined_at)),
        tier,
        message: suspended.then(|| message.to_owned()),
        preferences: Preferences {
            leaderboard_opt_out: row.opted_out,
            leaderboard_hidden_name: StoredPreferences::of(row)?.leaderboard_hidden_name,
        },
        actions,
        ..nobody
    })
}

fn joining(app: &App) -> Actions {
    match app.programme.join {
        Join::Ask => Actions::from([action("join", "POST", "/v1/me/join")]),
        Join::Closed | Join::Open => offer("join", app.programme.links.join.as_deref()),
    }
}

/// What joining takes agreeing to.
pub(super) fn terms(app: &App) -> Option<Terms> {
    let version = app.programme.terms_version.clone()?;
    let url = app.programme.links.terms.clone()?;
    Some(Terms { url, version })
}

/// A page to go to, if the programme names it.
fn offer(name: &str, page: Option<&str>) -> Actions {
    page.map(|url| action(name, "GET", url))
        .into_iter()
        .collect()
}

/// Changes what was sent, leaves the rest, and answers with the whole member.
pub(super) async fn patch(
    State(app): State<Arc<App>>,
    member: Member,
    locale: Locale,
    Body { value: patch, .. }: Body<PreferencesPatch>,
) -> Outcome<Response> {
    let id = member.acting()?.public_id;
    let alias = patch.alias.as_deref().map(str::trim);
    if let Some(code) = alias.and_then(alias::fault) {
        return Err(Error::Invalid(vec![Fault::new("/alias", code)]));
    }
    let mut tx = app.db.begin().await?;
    let row = read_members::by_public_id(&mut *tx, &id).await?;
    let row = Member(row.ok_or(Error::NotEnrolled)?).acting()?;
    let alias = alias.unwrap_or(&row.alias);
    let mut stored = StoredPreferences::of(&row)?;
    if let Some(hidden) = patch.leaderboard_hidden_name {
        stored.leaderboard_hidden_name = hidden;
    }
    let opted_out = patch.leaderboard_opt_out.unwrap_or(row.opted_out);
    let at = app.now();
    person::set_preferences(&mut tx, row.id, &serde_json::to_string(&stored)?).await?;
    person::set_privacy(&mut tx, row.id, alias, opted_out, at).await?;
    // Everybody's lists show the alias and the place.
    hints::push(&mut tx, Audience::Everybody, &Topic::Leaderboards, at).await?;
    tx.commit().await?;
    let fresh = read_members::by_public_id(app.db.reader(), &row.public_id).await?;
    let reader = Reader {
        caller: Caller::Anonymous,
        row: fresh,
        has_left: false,
    };
    reply::private(&locale, &me(&app, &reader, &locale).await?)
}
