//! Joining by signing in, where the programme is open to everybody.

use super::{App, Locale, Outcome, alias, now, words};
use crate::{
    auth::{self, Identity, SecretError},
    db::{
        members::{self, NewMember},
        read_members::{self, MemberRow},
    },
    programme::Join,
};

/// Why an alias cannot be taken, in English; `None` when it can.
pub(crate) fn why_no_alias(alias: &str) -> Option<String> {
    alias::fault(alias).map(|code| words::fault(&code, "en"))
}

/// A name that says nothing, until the member chooses one: what a token calls them may be their
/// legal name, and is not for others.
///
/// # Errors
/// [`SecretError`] when the operating system gives no randomness.
pub(crate) fn neutral_alias(locale: &str) -> Result<String, SecretError> {
    let bytes = auth::random()?;
    let number = bytes
        .iter()
        .take(4)
        .fold(0_u32, |number, byte| number << 8 | u32::from(*byte));
    let word = words::pick(locale, "Member", "Membre");
    Ok(format!("{word} {:05}", number % 100_000))
}

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
        alias: neutral_alias(&locale.0).map_err(super::Error::internal)?,
        locale: Some(locale.0.clone()),
        ..NewMember::default()
    };
    members::enrol(&mut tx, &app.programme, &new, now()).await?;
    let row = read_members::by_public_id(&mut *tx, &identity.subject).await?;
    tx.commit().await?;
    Ok(row)
}
