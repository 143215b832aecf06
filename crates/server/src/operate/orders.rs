//! Orders: which ones wait, and how far they come.

use palier_contract::{redemption::RedemptionState, stream::Topic};
use serde_json::{Value, json};

use super::{OperateError, command::Step};
use crate::{
    db::{
        Db, Tx,
        hints::{self, Audience},
        members, orders, read_orders,
    },
    engine::{Reason, Source},
    programme::{Amount, Programme},
    redeem::{
        code,
        order::{self, CallOff},
    },
    time::{now, timestamp},
};

use RedemptionState as S;

pub(super) async fn list(db: &Db, state: Option<&S>) -> Result<Vec<Value>, OperateError> {
    let mut connection = db.reader().acquire().await?;
    let rows = read_orders::for_staff(&mut connection, None, state).await?;
    rows.iter().map(told).collect()
}

pub(super) async fn show(db: &Db, id: &str) -> Result<Vec<Value>, OperateError> {
    let mut books = db.reader().begin().await?;
    let rows = read_orders::for_staff(&mut books, Some(id), None).await?;
    let row = rows.first();
    let row = row.ok_or_else(|| OperateError::UnknownOrder(id.to_owned()))?;
    let mut order = told(row)?;
    let code = read_orders::code(&mut books, id).await?;
    if let (Some(fields), Some(code)) = (order.as_object_mut(), code) {
        let code = json!({ "value": code.value, "used": code.used });
        fields.insert("code".to_owned(), code);
    }
    Ok(vec![order])
}

fn told(row: &read_orders::StaffRow) -> Result<Value, OperateError> {
    let mut told = json!({
        "id": row.order.id, "state": row.order.state.as_str(), "member": row.member,
        "reward": row.order.reward, "created_at": timestamp(row.order.created_at),
        "price": serde_json::from_str::<Value>(&row.order.price)?,
    });
    let parts = [
        ("personalisation", Some(&row.personalisation)),
        ("address", row.address.as_ref()),
        ("tracking", row.order.tracking.as_ref()),
    ];
    if let Some(fields) = told.as_object_mut() {
        if !row.order.variant.is_empty() {
            fields.insert("variant".to_owned(), row.order.variant.as_str().into());
        }
        for (name, text) in parts {
            if let Some(text) = text.filter(|text| *text != "{}") {
                fields.insert(name.to_owned(), serde_json::from_str(text)?);
            }
        }
    }
    Ok(told)
}

/// Moves an order on. Saying where it stands already changes nothing but its tracking.
pub(super) async fn step(
    db: &Db,
    programme: &Programme,
    step: &Step,
) -> Result<Vec<Value>, OperateError> {
    let at = now();
    let mut tx = db.begin().await?;
    let rows = read_orders::for_staff(&mut tx, Some(&step.id), None).await?;
    let Some(row) = rows.into_iter().next() else {
        return Err(OperateError::UnknownOrder(step.id.clone()));
    };
    let from = &row.order.state;
    if let Some(shipment) = &step.shipment {
        let text = serde_json::to_string(shipment)?;
        orders::set_tracking(&mut tx, &step.id, &text).await?;
    }
    if *from != step.state {
        check(&step.id, from, &step.state)?;
        go(&mut tx, programme, &row, step, at).await?;
    }
    hints::push(
        &mut tx,
        Audience::Member(row.member_id),
        &Topic::Redemptions,
        at,
    )
    .await?;
    tx.commit().await?;
    show(db, &step.id).await
}

async fn go(
    tx: &mut Tx,
    programme: &Programme,
    row: &read_orders::StaffRow,
    step: &Step,
    at: i64,
) -> Result<(), OperateError> {
    let note = step.note.as_deref();
    match step.state {
        S::Cancelled => {
            let call = CallOff {
                order: &row.order,
                member: row.member_id,
                note,
                at,
            };
            order::call_off(tx, programme, call).await?;
            return Ok(());
        }
        S::Confirmed => {
            let price: Vec<Amount> = serde_json::from_str(&row.order.price)?;
            members::change(tx, programme, row.member_id, at, |change| {
                change.confirm_spent(&price);
            })
            .await?;
        }
        // Once only, whatever states it went through.
        S::Refunded if !orders::is_refunded(tx, &step.id).await? => {
            let paid = orders::allocations(tx, &step.id).await?;
            let source = Source::new(Reason::Refund, &step.id);
            members::change(tx, programme, row.member_id, at, |change| {
                change.refund(&paid, false, at, &source);
                change.settle(at);
            })
            .await?;
            hints::push(tx, Audience::Member(row.member_id), &Topic::Rewards, at).await?;
        }
        S::Issued => {
            // A reward that left the programme file is handed over without a code.
            let reward = programme.reward(&row.order.reward);
            let code = reward.map(|reward| code::issue(reward, at)).transpose()?;
            orders::hand_over(tx, &step.id, code.flatten().as_ref(), at, note).await?;
            return Ok(());
        }
        _ => {}
    }
    orders::advance(tx, &step.id, &step.state, at, note).await?;
    Ok(())
}

/// What an order in that state can become by the staff's hand.
fn next(state: &S) -> &'static [S] {
    match state {
        S::Requested | S::Reserved => &[S::Confirmed, S::Cancelled],
        S::Confirmed => &[
            S::Issued,
            S::Preparing,
            S::Shipped,
            S::Delayed,
            S::Cancelled,
            S::Failed,
        ],
        S::Preparing => &[S::Shipped, S::Delayed, S::Cancelled, S::Failed],
        S::Shipped => &[S::Delayed, S::Delivered, S::Returned, S::Failed],
        S::Delayed => &[
            S::Preparing,
            S::Shipped,
            S::Delivered,
            S::Returned,
            S::Failed,
        ],
        S::Delivered => &[S::Returned],
        S::Issued => &[S::Failed],
        S::Failed => &[S::Issued, S::Refunded],
        S::Returned => &[S::Refunded],
        S::Cancelled | S::Refunded | S::Expired | S::Unknown(_) => &[],
    }
}

fn check(id: &str, from: &S, to: &S) -> Result<(), OperateError> {
    let next = next(from);
    if next.contains(to) {
        return Ok(());
    }
    let words: Vec<&str> = next.iter().map(S::as_str).collect();
    Err(OperateError::Step {
        id: id.to_owned(),
        from: from.as_str().to_owned(),
        to: to.as_str().to_owned(),
        next: if words.is_empty() {
            ", nor anything else".to_owned()
        } else {
            format!(", only {}", words.join(", "))
        },
    })
}
