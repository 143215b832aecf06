//! Members: let in, shown, suspended, let in again, known better, let go.

use palier_contract::stream::Topic;
use serde_json::{Value, json};

use super::OperateError;
use crate::{
    alias,
    db::{
        Db, Tx, export,
        hints::{self, Audience},
        members::{self, NewMember},
        person::{self, About},
        read_members::{self, MemberRow},
        read_orders, tiers,
    },
    engine::MemberStatus,
    programme::Programme,
    time::{now, timestamp},
};

pub(super) async fn enrol(
    db: &Db,
    programme: &Programme,
    new: &NewMember,
) -> Result<Vec<Value>, OperateError> {
    let mut new = new.clone();
    if new.alias.is_empty() {
        new.alias = alias::neutral(new.locale.as_deref().unwrap_or(&programme.default_locale))?;
    }
    let mut tx = db.begin().await?;
    if let Some(row) = read_members::by_public_id(&mut *tx, &new.public_id).await? {
        return Err(OperateError::Known {
            id: row.public_id,
            status: row.status,
        });
    }
    members::enrol(&mut tx, programme, &new, now()).await?;
    tx.commit().await?;
    show(db, &new.public_id).await
}

pub(super) async fn show(db: &Db, id: &str) -> Result<Vec<Value>, OperateError> {
    let row = read_members::by_public_id(db.reader(), id).await?;
    let row = row.ok_or_else(|| OperateError::UnknownMember(id.to_owned()))?;
    let tier = tiers::held(db.reader(), row.id).await?;
    Ok(vec![told(&row, tier)])
}

fn told(row: &MemberRow, tier: Option<String>) -> Value {
    json!({
        "id": row.public_id, "state": row.status.as_str(), "alias": row.alias, "tier": tier,
        "since": timestamp(row.joined_at),
    })
}

/// Sets a member's status; setting it twice changes nothing the second time.
pub(super) async fn set(
    db: &Db,
    id: &str,
    status: MemberStatus,
) -> Result<Vec<Value>, OperateError> {
    let mut tx = db.begin().await?;
    let row = taking_part(&mut tx, id).await?;
    if row.status != status {
        let at = now();
        person::set_status(&mut tx, row.id, status, at).await?;
        // What they may redeem is another now, and everybody's lists have a place more or less.
        hints::push(&mut tx, Audience::Member(row.id), &Topic::Rewards, at).await?;
        hints::push(&mut tx, Audience::Everybody, &Topic::Leaderboards, at).await?;
        tx.commit().await?;
    }
    show(db, id).await
}

pub(super) async fn about(
    db: &Db,
    programme: &Programme,
    id: &str,
    about: &About,
) -> Result<Vec<Value>, OperateError> {
    let at = now();
    let mut tx = db.begin().await?;
    let row = taking_part(&mut tx, id).await?;
    person::set_about(&mut tx, programme, row.id, about, at).await?;
    hints::push(&mut tx, Audience::Everybody, &Topic::Leaderboards, at).await?;
    tx.commit().await?;
    show(db, id).await
}

/// All that is held about a member, also of one who has left.
pub(super) async fn export(db: &Db, id: &str) -> Result<Vec<Value>, OperateError> {
    let row = read_members::by_public_id(db.reader(), id).await?;
    let row = row.ok_or_else(|| OperateError::UnknownMember(id.to_owned()))?;
    // One state of the books for all the questions.
    let mut books = db.reader().begin().await?;
    Ok(vec![
        export::member(&mut books, row.id, |at| timestamp(at).0).await?,
    ])
}

/// Ends a membership, once nothing is on its way to the member any more.
pub(super) async fn close(db: &Db, id: &str) -> Result<Vec<Value>, OperateError> {
    let at = now();
    let mut tx = db.begin().await?;
    let row = taking_part(&mut tx, id).await?;
    let orders = read_orders::waiting(&mut tx, row.id).await?;
    if !orders.is_empty() {
        return Err(OperateError::Waiting {
            id: id.to_owned(),
            orders,
        });
    }
    person::close(&mut tx, row.id, at).await?;
    hints::push(&mut tx, Audience::Everybody, &Topic::Leaderboards, at).await?;
    tx.commit().await?;
    show(db, id).await
}

async fn taking_part(tx: &mut Tx, id: &str) -> Result<MemberRow, OperateError> {
    let row = read_members::by_public_id(&mut **tx, id).await?;
    let row = row.ok_or_else(|| OperateError::UnknownMember(id.to_owned()))?;
    if row.is_enrolled() {
        Ok(row)
    } else {
        Err(OperateError::Closed(id.to_owned()))
    }
}
