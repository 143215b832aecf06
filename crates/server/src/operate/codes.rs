//! Codes: whether one is good for something, and that it was used.

use palier_contract::stream::Topic;
use serde_json::{Value, json};

use super::OperateError;
use crate::{
    db::{
        Db,
        codes::{self, HonouredRow},
        hints::{self, Audience},
    },
    time::{now, timestamp},
};

/// Tells of a code that works; says of any other why not.
pub(super) async fn check(db: &Db, value: &str) -> Result<Vec<Value>, OperateError> {
    let mut connection = db.reader().acquire().await?;
    let code = codes::find(&mut connection, value.trim()).await?;
    let code = working(code, value, now())?;
    Ok(vec![told(&code)])
}

/// Uses a code once, if it works.
pub(super) async fn note_use(db: &Db, value: &str) -> Result<Vec<Value>, OperateError> {
    let at = now();
    let mut tx = db.begin().await?;
    let code = codes::find(&mut tx, value.trim()).await?;
    let code = working(code, value, at)?;
    codes::note_use(&mut tx, code.id, at).await?;
    hints::push(
        &mut tx,
        Audience::Member(code.member_id),
        &Topic::Redemptions,
        at,
    )
    .await?;
    tx.commit().await?;
    Ok(vec![told(&HonouredRow {
        used: code.used + 1,
        used_at: Some(at),
        ..code
    })])
}

fn working(code: Option<HonouredRow>, value: &str, at: i64) -> Result<HonouredRow, OperateError> {
    let code = code.ok_or_else(|| OperateError::UnknownCode(value.to_owned()))?;
    match why_not(&code, at) {
        None => Ok(code),
        Some(why) => Err(OperateError::Code {
            value: code.value,
            why,
        }),
    }
}

fn why_not(code: &HonouredRow, at: i64) -> Option<String> {
    if code.used >= code.use_limit {
        let last = code.used_at.map_or(String::new(), |used| {
            format!(", last on {}", timestamp(used).0)
        });
        return Some(format!("was used already{last}"));
    }
    if let Some(end) = code.expires_at.filter(|end| *end <= at) {
        return Some(format!("lapsed on {}", timestamp(end).0));
    }
    if code.voided_at.is_some() {
        return Some(format!("is void: order {} is `{}`", code.order, code.state));
    }
    let early = code.valid_from > at;
    early.then(|| format!("works from {} on", timestamp(code.valid_from).0))
}

fn told(code: &HonouredRow) -> Value {
    let mut told = json!({
        "code": code.value, "order": code.order, "reward": code.reward, "member": code.member,
        "used": code.used, "use_limit": code.use_limit,
    });
    if let Some(fields) = told.as_object_mut() {
        if !code.variant.is_empty() {
            fields.insert("variant".to_owned(), code.variant.as_str().into());
        }
        if let Some(end) = code.expires_at {
            fields.insert("expires_at".to_owned(), timestamp(end).0.into());
        }
    }
    told
}
