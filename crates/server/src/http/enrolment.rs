//! Joining: by signing in, where the programme is open to everybody, and by asking.

use palier_contract::member::Terms;

use crate::{
    alias,
    app::App,
    auth::Identity,
    db::{
        members::{self, NewMember},
        person,
        read_members::{self, MemberRow},
    },
    error::{Error, Outcome},
    locale::Locale,
    programme::Join,
};

/// Makes somebody a member who asks for the first time, if the programme lets everybody in.
/// Who works for the brand edits portals, and is no member by that.
///
/// # Errors
/// The database's.
pub(super) async fn join(
    app: &App,
    identity: &Identity,
    locale: &Locale,
) -> Outcome<Option<MemberRow>> {
    if app.programme.join != Join::Open || !identity.roles.is_empty() {
        return Ok(None);
    }
    enrol(app, identity, locale, None).await.map(Some)
}

/// Makes somebody a member who agreed to `terms`; whoever is known already stays as they are.
///
/// # Errors
/// The database's.
pub(super) async fn enrol(
    app: &App,
    identity: &Identity,
    locale: &Locale,
    terms: Option<&Terms>,
) -> Outcome<MemberRow> {
    let mut tx = app.db.begin().await?;
    // A page asks several things at once: the first of its requests lets them in.
    if let Some(found) = read_members::by_public_id(&mut *tx, &identity.subject).await? {
        return Ok(found);
    }
    let new = NewMember {
        public_id: identity.subject.clone(),
        alias: alias::neutral(&locale.0).map_err(Error::internal)?,
        locale: Some(locale.0.clone()),
        ..NewMember::default()
    };
    let (now, programme) = (app.now(), &app.programme);
    let id = members::enrol(&mut tx, programme, &new, now).await?;
    if let Some(Terms { url, version }) = terms {
        person::set_terms(&mut tx, id, (url, version), now).await?;
    }
    let row = read_members::by_public_id(&mut *tx, &identity.subject).await?;
    tx.commit().await?;
    row.ok_or_else(|| Error::internal("a new member vanished"))
}
