//! The order: everything is checked and spent in one transaction, or nothing is.

use palier_contract::{
    redemption::{Redemption, RedemptionRequest, RedemptionState},
    stream::Topic,
};
use sqlx::{Connection as _, SqliteConnection};

use super::{
    Shop, choice, code, id, idempotency, price_version,
    quote::Promise,
    show::{self, View},
    verdict,
};
use crate::{
    app::App,
    db::{
        Tx, codes,
        hints::{self, Audience},
        idempotency::{Answer, Key, find, store},
        members,
        orders::{self, NewOrder},
        quotes,
        read_members::MemberRow,
        read_orders::{self, OrderRow},
        stock,
    },
    engine::{Reason, Short, Source},
    error::{Error, Fault, FaultCode, Outcome},
    locale::Locale,
    programme::{self, Fulfilment, Programme, Reward},
};

/// Names the operation among stored answers.
const OPERATION: &str = "create_redemption";
/// Status of a new order.
pub const CREATED: u16 = 201;

/// An answer as it goes out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// The order, as JSON.
    pub body: String,
    /// Whether it is the stored answer to an earlier request.
    pub replayed: bool,
}

/// Redeems, exactly once per key. The stored answer comes before every check of the member:
/// whoever was suspended after the order still learns that it was made. A refusal is stored, too: who was
/// refused may begin anew, with another key, and a request that was still on its way with the first
/// one must not order after that.
///
/// # Errors
/// [`Error::Suspended`] for a new order of a member who may not act,
/// [`Error::KeyBusy`] while the same key is being worked on, [`Error::KeyReused`] when it
/// named another payload, [`Error::QuoteExpired`], [`Error::PriceChanged`], what
/// [`verdict::enforce`] says, [`Error::Invalid`] for a choice or address that does not fit,
/// [`Error::Repeated`] for a key that was refused before. Nothing is spent then.
pub async fn create(
    app: &App,
    member: &MemberRow,
    key: &str,
    request: &RedemptionRequest,
    locale: &Locale,
) -> Outcome<Reply> {
    let (is_suspended, member) = (member.is_suspended(), member.id);
    let _hold = app.in_flight.hold(member, key)?;
    let stored_under = Key {
        member,
        operation: OPERATION,
        key,
    };
    let fingerprint = idempotency::fingerprint(request)?;
    let mut tx = app.db.begin().await?;
    // Read once it is this order's turn: what waited is later than what it waited for.
    let at = app.now();
    if let Some(answer) = find(&mut tx, stored_under).await? {
        return repeat(answer, &fingerprint);
    }
    let view = View {
        member,
        locale,
        at,
        is_suspended,
    };
    let (status, body, outcome) = decide(app, &mut tx, request, view).await?;
    let answer = Answer {
        fingerprint,
        status,
        body,
    };
    store(&mut tx, stored_under, &answer, at).await?;
    tx.commit().await?;
    let replayed = false;
    outcome.map(|body| Reply { body, replayed })
}

/// Places the order, or refuses it with nothing begun: the status and body to remember, and the answer.
async fn decide(
    app: &App,
    tx: &mut Tx,
    request: &RedemptionRequest,
    view: View<'_>,
) -> Outcome<(u16, String, Outcome<String>)> {
    // A savepoint, for a refusal takes back what was begun.
    let mut step = tx.begin().await?;
    let placed = match view.is_suspended {
        true => Err(Error::Suspended),
        false => place(app, &mut step, request, view).await,
    };
    match placed {
        Ok(order) => {
            step.commit().await?;
            let body = serde_json::to_string(&order)?;
            Ok((CREATED, body.clone(), Ok(body)))
        }
        Err(error) if is_refusal(&error) => {
            step.rollback().await?;
            let problem = error.problem(&view.locale.0, None);
            let body = serde_json::to_string(&problem)?;
            Ok((problem.status, body, Err(error)))
        }
        Err(error) => Err(error),
    }
}

/// The stored answer to a request with this payload.
fn repeat(answer: Answer, fingerprint: &str) -> Outcome<Reply> {
    if answer.fingerprint != fingerprint {
        return Err(Error::KeyReused);
    }
    if answer.status != CREATED {
        return Err(Error::Repeated(serde_json::from_str(&answer.body)?));
    }
    Ok(Reply {
        body: answer.body,
        replayed: true,
    })
}

/// Whether an error is the programme's answer, which may be another one later. What does not fit stays
/// as it is, and the same key may be tried with what does; what has failed may be tried again as it is.
fn is_refusal(error: &Error) -> bool {
    matches!(
        error,
        Error::Suspended
            | Error::NotEnrolled
            | Error::QuoteExpired
            | Error::PriceChanged
            | Error::Short(_)
            | Error::SoldOut
            | Error::LimitReached(_)
            | Error::OutsideWindow(_)
            | Error::NotEligible
    )
}

/// Checks everything once more, and takes the item and the points.
async fn place(
    app: &App,
    tx: &mut SqliteConnection,
    request: &RedemptionRequest,
    view: View<'_>,
) -> Outcome<Redemption> {
    let View { member, at, .. } = view;
    let promise = find_promise(tx, member, request, at).await?;
    let picked = choice::pick(&app.programme, &request.choice, "/choice", at)?;
    let reward = picked.reward;
    if price_version(reward) != promise.price_version {
        return Err(Error::PriceChanged);
    }
    let address = choice::address(reward, request.address.as_ref())?;
    let shop = Shop::entered_by(member, tx, &app.programme, view.locale, at).await?;
    verdict::enforce(shop.verdict(reward, Some(picked.price), Some(&picked.variant)))?;
    let limited = reward.stock != programme::Stock::Unlimited;
    if limited && !stock::take(tx, &reward.id, &picked.variant).await? {
        return Err(Error::SoldOut);
    }
    let order = NewOrder {
        id: id::new("rd")?,
        member,
        reward: reward.id.clone(),
        variant: picked.variant,
        price: picked.price.amounts.clone(),
        personalisation: picked.personalisation,
        address: address.map(|one| serde_json::to_string(&one)).transpose()?,
        at,
    };
    pay(app, tx, &order).await?;
    fulfil(tx, &order.id, reward, at).await?;
    quotes::use_up(tx, request.quote_id.as_str()).await?;
    let shoppers = if limited {
        Audience::Everybody
    } else {
        Audience::Member(member)
    };
    push_hints(tx, member, shoppers, at).await?;
    show::one(app, tx, &order.id, view)
        .await?
        .ok_or_else(|| Error::internal("order vanished"))
}

/// The quote that the request names, while it lasts and if it was about the same choice.
async fn find_promise(
    tx: &mut SqliteConnection,
    member: i64,
    request: &RedemptionRequest,
    at: i64,
) -> Outcome<Promise> {
    // Another member's quote, a used one and one never made are all the same to the caller.
    let kept = quotes::find(tx, request.quote_id.as_str(), member).await?;
    let (body, expires_at) = kept.ok_or(Error::QuoteExpired)?;
    if expires_at <= at {
        return Err(Error::QuoteExpired);
    }
    let promise: Promise = serde_json::from_str(&body)?;
    if promise.choice == request.choice {
        Ok(promise)
    } else {
        Err(Error::Invalid(vec![Fault::new(
            "/choice",
            FaultCode::Mismatch,
        )]))
    }
}

/// Takes the points and writes the order they paid for.
async fn pay(app: &App, tx: &mut SqliteConnection, order: &NewOrder) -> Outcome<()> {
    let NewOrder { id, price, at, .. } = order;
    let source = Source::new(Reason::Redemption, id);
    let paid = members::change(tx, &app.programme, order.member, *at, |change| {
        let paid = change.spend(price, *at, &source)?;
        change.confirm_spent(price);
        Ok::<_, Short>(paid)
    })
    .await?
    .ok_or(Error::NotEnrolled)?
    .map_err(Error::internal)?;
    orders::create(tx, order, &RedemptionState::Requested, &paid).await?;
    orders::advance(tx, id, &RedemptionState::Confirmed, *at, None).await?;
    Ok(())
}

/// Hands over what can be handed over at once.
async fn fulfil(tx: &mut SqliteConnection, id: &str, reward: &Reward, at: i64) -> Outcome<()> {
    match reward.fulfilment {
        Fulfilment::Code | Fulfilment::Download | Fulfilment::Grant => {
            let code = code::issue(reward, at).map_err(Error::internal)?;
            orders::hand_over(tx, id, code.as_ref(), at, None).await?;
        }
        Fulfilment::Ship | Fulfilment::Booking => {}
    }
    Ok(())
}

/// Tells the member of their orders, and `shoppers` of what can be had: stock is everybody's, limits
/// and balances are the member's own.
async fn push_hints(
    tx: &mut SqliteConnection,
    member: i64,
    shoppers: Audience,
    at: i64,
) -> Result<(), crate::db::Error> {
    hints::push(tx, Audience::Member(member), &Topic::Redemptions, at).await?;
    hints::push(tx, shoppers, &Topic::Rewards, at).await
}

/// Shows the code of an order, from now on in the order itself too.
///
/// # Errors
/// [`Error::NotFound`] when the order is not the member's, or has no code;
/// [`Error::OutsideWindow`] when the code works no more.
pub async fn reveal(app: &App, id: &str, view: View<'_>) -> Outcome<Redemption> {
    let View { member, at, .. } = view;
    let mut tx = app.db.begin().await?;
    let row = read_orders::one(&mut tx, member, id).await?;
    let row = row.ok_or(Error::NotFound)?;
    let code = read_orders::code(&mut tx, &row.id).await?;
    if !code.ok_or(Error::NotFound)?.works(at) {
        return Err(Error::OutsideWindow(None));
    }
    codes::reveal(&mut tx, &row.id, at).await?;
    let order = show::one(app, &mut tx, id, view)
        .await?
        .ok_or(Error::NotFound)?;
    tx.commit().await?;
    Ok(order)
}

/// Whether an order in this state may still be called off.
pub fn can_cancel(state: &RedemptionState) -> bool {
    use RedemptionState as S;
    matches!(state, S::Requested | S::Reserved | S::Confirmed)
}

/// An order that is called off.
#[derive(Debug, Clone, Copy)]
pub(crate) struct CallOff<'a> {
    /// As it stands.
    pub(crate) order: &'a OrderRow,
    /// Whose: surrogate key.
    pub(crate) member: i64,
    /// A word for the member.
    pub(crate) note: Option<&'a str>,
    /// When.
    pub(crate) at: i64,
}

/// Gives back what an order took: the points with their original expiry, and the item. Whether
/// it may be called off is the caller's to decide.
///
/// # Errors
/// The database's.
pub(crate) async fn call_off(
    tx: &mut SqliteConnection,
    programme: &Programme,
    call: CallOff<'_>,
) -> Result<(), crate::db::Error> {
    let CallOff {
        order,
        member,
        note,
        at,
    } = call;
    let paid = orders::allocations(tx, &order.id).await?;
    let source = Source::new(Reason::Refund, &order.id);
    let reserved = matches!(
        order.state,
        RedemptionState::Requested | RedemptionState::Reserved
    );
    members::change(tx, programme, member, at, |change| {
        change.refund(&paid, reserved, at, &source);
        change.settle(at);
    })
    .await?;
    stock::put_back(tx, &order.reward, &order.variant).await?;
    orders::advance(tx, &order.id, &RedemptionState::Cancelled, at, note).await?;
    orders::advance(tx, &order.id, &RedemptionState::Refunded, at, None).await?;
    push_hints(tx, member, Audience::Everybody, at).await
}

/// Calls an order off and gives the points back, with their original expiry. Calling off
/// twice changes nothing the second time.
///
/// # Errors
/// [`Error::NotFound`] when the order is not the member's, [`Error::TooLate`] once it
/// is being packed or was handed over.
pub async fn cancel(app: &App, id: &str, view: View<'_>) -> Outcome<Redemption> {
    let View { member, at, .. } = view;
    let mut tx = app.db.begin().await?;
    let row = read_orders::one(&mut tx, member, id)
        .await?
        .ok_or(Error::NotFound)?;
    let done = matches!(
        row.state,
        RedemptionState::Cancelled | RedemptionState::Refunded
    );
    if !done {
        if !can_cancel(&row.state) {
            return Err(Error::TooLate);
        }
        let call = CallOff {
            order: &row,
            member,
            note: None,
            at,
        };
        call_off(&mut tx, &app.programme, call).await?;
    }
    let order = show::one(app, &mut tx, id, view)
        .await?
        .ok_or(Error::NotFound)?;
    tx.commit().await?;
    Ok(order)
}
