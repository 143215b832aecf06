//! Joining by signing in, where the programme is open to everybody.

use crate::{
    alias,
    app::App,
    auth::Identity,
    db::{
        members::{self, NewMember},
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
    let mut tx = app.db.begin().await?;
    // A page asks several things at once: the first of its requests lets them in.
    let found = read_members::by_public_id(&mut *tx, &identity.subject).await?;
    if found.is_some() {
        return Ok(found);
    }
    let new = NewMember {
        public_id: identity.subject.clone(),
        alias: alias::neutral(&locale.0).map_err(Error::internal)?,
        locale: Some(locale.0.clone()),
        ..NewMember::default()
    };
    members::enrol(&mut tx, &app.programme, &new, app.now()).await?;
    let row = read_members::by_public_id(&mut *tx, &identity.subject).await?;
    tx.commit().await?;
    Ok(row)
}
