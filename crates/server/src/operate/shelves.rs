//! Stock: what is left of limited rewards, and more of it.

use palier_contract::stream::Topic;
use serde_json::{Value, json};

use super::OperateError;
use crate::{
    db::{
        Db,
        hints::{self, Audience},
        stock,
    },
    programme::{Programme, Stock},
    time::now,
};

pub(super) async fn list(db: &Db, programme: &Programme) -> Result<Vec<Value>, OperateError> {
    let mut connection = db.reader().acquire().await?;
    let levels = stock::all(&mut connection).await?;
    let mut lines = Vec::new();
    for reward in &programme.rewards {
        for (variant, initial) in reward.initial_stock() {
            let key = (reward.id.clone(), variant);
            // A shelf that the server has not seen yet is as full as the file says.
            let left = levels.get(&key).copied().unwrap_or(initial);
            lines.push(told(&reward.id, &key.1, left));
        }
    }
    Ok(lines)
}

pub(super) async fn add(
    db: &Db,
    programme: &Programme,
    reward: &str,
    variant: Option<&str>,
    count: i64,
) -> Result<Vec<Value>, OperateError> {
    let variant = shelf(programme, reward, variant)?;
    let mut tx = db.begin().await?;
    stock::sync(&mut tx, programme).await?;
    let Some(left) = stock::add(&mut tx, reward, &variant, count).await? else {
        let levels = stock::all(&mut tx).await?;
        let left = levels.get(&(reward.to_owned(), variant)).copied();
        return Err(OperateError::TooFew {
            reward: reward.to_owned(),
            left: left.unwrap_or(0),
            count: count.saturating_abs(),
        });
    };
    hints::push(&mut tx, Audience::Everybody, &Topic::Rewards, now()).await?;
    tx.commit().await?;
    Ok(vec![told(reward, &variant, left)])
}

fn told(reward: &str, variant: &str, left: i64) -> Value {
    if variant.is_empty() {
        json!({ "reward": reward, "left": left })
    } else {
        json!({ "reward": reward, "variant": variant, "left": left })
    }
}

/// The key of the shelf that was meant.
fn shelf(
    programme: &Programme,
    reward: &str,
    variant: Option<&str>,
) -> Result<String, OperateError> {
    let found = programme.rewards.iter().find(|one| one.id == reward);
    let found = found.ok_or_else(|| OperateError::UnknownReward(reward.to_owned()))?;
    if found.stock == Stock::Unlimited {
        return Err(OperateError::Unlimited(reward.to_owned()));
    }
    let shelves = found.initial_stock();
    let asked = variant.unwrap_or("");
    if shelves.contains_key(asked) {
        return Ok(asked.to_owned());
    }
    Err(OperateError::Variant {
        reward: reward.to_owned(),
        said: match variant {
            Some(variant) => format!("`{variant}` is none"),
            None => "say which".to_owned(),
        },
        known: shelves.into_keys().filter(|key| !key.is_empty()).collect(),
    })
}
