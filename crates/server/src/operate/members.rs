//! Members: let in, shown, suspended, let in again.

use serde_json::{Value, json};

use super::OperateError;
use crate::{
    db::{
        Db, hints,
        members::{self, NewMember},
        read_members::{self, MemberRow},
    },
    engine::Standing,
    http::{neutral_alias, now, timestamp},
    programme::Programme,
};

pub(super) async fn enrol(
    db: &Db,
    programme: &Programme,
    new: &NewMember,
) -> Result<Vec<Value>, OperateError> {
    let mut new = new.clone();
    if new.alias.is_empty() {
        new.alias = neutral_alias(new.locale.as_deref().unwrap_or(&programme.default_locale))?;
    }
    let mut tx = db.begin().await?;
    if let Some(row) = read_members::by_public_id(&mut *tx, &new.public_id).await? {
        return Err(OperateError::Known {
            id: row.public_id,
            state: row.state,
        });
    }
    members::enrol(&mut tx, programme, &new, now()).await?;
    tx.commit().await?;
    show(db, &new.public_id).await
}

pub(super) async fn show(db: &Db, id: &str) -> Result<Vec<Value>, OperateError> {
    let row = read_members::by_public_id(db.reader(), id).await?;
    let row = row.ok_or_else(|| OperateError::UnknownMember(id.to_owned()))?;
    let tier = read_members::tier(db.reader(), row.id).await?;
    Ok(vec![told(&row, tier)])
}

fn told(row: &MemberRow, tier: Option<String>) -> Value {
    json!({
        "id": row.public_id, "state": row.state, "alias": row.alias, "tier": tier,
        "since": timestamp(row.joined_at),
    })
}

/// Sets a member's standing; setting it twice changes nothing the second time.
pub(super) async fn set(db: &Db, id: &str, standing: Standing) -> Result<Vec<Value>, OperateError> {
    let mut tx = db.begin().await?;
    let row = read_members::by_public_id(&mut *tx, id).await?;
    let row = row.ok_or_else(|| OperateError::UnknownMember(id.to_owned()))?;
    if !row.is_enrolled() {
        return Err(OperateError::Closed(id.to_owned()));
    }
    if row.state != standing.as_str() {
        let at = now();
        members::set_standing(&mut tx, row.id, standing, at).await?;
        // What they may redeem is another now, and everybody's lists have a place more or less.
        hints::push(&mut tx, row.id, "rewards", at).await?;
        hints::push(&mut tx, 0, "leaderboards", at).await?;
        tx.commit().await?;
    }
    show(db, id).await
}
