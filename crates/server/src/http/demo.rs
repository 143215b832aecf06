//! `/demo/members`, `POST /demo/token`: signing in without accounts, demo programmes only.

use std::sync::Arc;

use axum::{Json, extract::State, http::header, response::IntoResponse};
use palier_contract::demo::{DemoMember, DemoTokenRequest, Token};

use super::body::Body;
use crate::{
    app::App,
    auth::LIFETIME_SECONDS,
    db::read_members,
    demo::SITUATIONS,
    error::{Error, Fault, FaultCode, Outcome},
    locale::Locale,
    time::now,
    words,
};

/// Somebody signed in whom the programme does not know.
const CANDIDATE: &str = "candidate";

/// People of the brand: their tokens edit portals, and are no member's.
const STAFF: [Staff; 3] = [
    Staff {
        id: "admin",
        role: "admin",
        english: "Works for the brand: may do everything with portals",
        french: "Travaille pour la marque : peut tout faire avec les portails",
    },
    Staff {
        id: "designer",
        role: "designer",
        english: "Works for the brand: edits, publishes and rolls back portals",
        french: "Travaille pour la marque : modifie, publie et rétablit les portails",
    },
    Staff {
        id: "content-editor",
        role: "content_editor",
        english: "Works for the brand: edits drafts, cannot publish",
        french: "Travaille pour la marque : modifie les brouillons, sans publier",
    },
];

struct Staff {
    id: &'static str,
    role: &'static str,
    english: &'static str,
    french: &'static str,
}

/// Demo members in telling situations, then a candidate and the brand's people.
pub(super) async fn members(
    State(app): State<Arc<App>>,
    locale: Locale,
) -> Outcome<Json<Vec<DemoMember>>> {
    Ok(Json(listed(&app, &locale).await?))
}

/// The list, of those who exist in this database.
///
/// # Errors
/// The database's.
pub(super) async fn listed(app: &App, locale: &Locale) -> Outcome<Vec<DemoMember>> {
    let say = |english, french| words::pick(&locale.0, english, french).to_owned();
    let mut list = Vec::new();
    for situation in &SITUATIONS {
        if let Some(row) = read_members::by_public_id(app.db.reader(), situation.id).await? {
            list.push(DemoMember {
                id: situation.id.into(),
                alias: row.alias,
                situation: situation.id.to_owned(),
                description: say(situation.en, situation.fr),
            });
        }
    }
    list.push(DemoMember {
        id: newcomer(app).await?.into(),
        alias: say("Not enrolled yet", "Pas encore inscrit"),
        situation: CANDIDATE.to_owned(),
        description: say(
            "Signed in, but has not joined the programme.",
            "Connecté, mais n’a pas rejoint le programme.",
        ),
    });
    for staff in &STAFF {
        list.push(DemoMember {
            id: staff.id.into(),
            alias: staff.id.to_owned(),
            situation: "staff".to_owned(),
            description: say(staff.english, staff.french),
        });
    }
    Ok(list)
}

/// Somebody whom the programme does not know: the first who has not joined yet.
async fn newcomer(app: &App) -> Outcome<String> {
    let mut id = CANDIDATE.to_owned();
    for number in 2_u32.. {
        if read_members::by_public_id(app.db.reader(), &id)
            .await?
            .is_none()
        {
            break;
        }
        id = format!("{CANDIDATE}-{number}");
    }
    Ok(id)
}

/// A short-lived token for any member of the demo, the candidate or the brand's people.
pub(super) async fn token(
    State(app): State<Arc<App>>,
    Body { value: request, .. }: Body<DemoTokenRequest>,
) -> Outcome<impl IntoResponse> {
    let issuer = app.verifier.demo().ok_or(Error::NotFound)?;
    let id = request.member.as_str();
    let staff = STAFF.iter().find(|staff| staff.id == id);
    let known = staff.is_some()
        || id == newcomer(&app).await?
        || read_members::by_public_id(app.db.reader(), id)
            .await?
            .is_some();
    if !known {
        return Err(Error::Invalid(vec![Fault::new(
            "/member",
            FaultCode::Unknown,
        )]));
    }
    let roles: Vec<&str> = staff.iter().map(|staff| staff.role).collect();
    let token = Token {
        access_token: issuer.issue(id, &roles, now()).map_err(Error::internal)?,
        token_type: "Bearer".to_owned(),
        expires_in: LIFETIME_SECONDS,
    };
    // RFC 6749 §5.1.
    Ok(([(header::CACHE_CONTROL, "no-store")], Json(token)))
}
