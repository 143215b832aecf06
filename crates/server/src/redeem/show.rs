//! Orders as the contract shows them.

use palier_contract::{
    Actions, Media, Quantity,
    redemption::{Code, Redemption, RedemptionState, RewardRef, Shipment, StatusStep},
};
use sqlx::SqliteConnection;

use super::{code::mask, order::can_cancel};
use crate::{
    app::{App, action},
    db::read_orders::{self, CodeRow, OrderRow, StepRow},
    error::Outcome,
    locale::Locale,
    programme::{Amount, Reward},
    time::timestamp,
    words::{self, amounts},
};

/// Who looks at an order, and when.
#[derive(Debug, Clone, Copy)]
pub struct View<'a> {
    /// Whose order it is: surrogate key.
    pub member: i64,
    /// Their language.
    pub locale: &'a Locale,
    /// Codes lapse.
    pub at: i64,
    /// Members who are suspended call nothing off. Codes they paid for stay theirs.
    pub is_suspended: bool,
}

/// One order of the member, with its code once revealed.
///
/// # Errors
/// The database's, or when what is stored cannot be read.
pub async fn one(
    app: &App,
    conn: &mut SqliteConnection,
    id: &str,
    view: View<'_>,
) -> Outcome<Option<Redemption>> {
    let Some(row) = read_orders::one(conn, view.member, id).await? else {
        return Ok(None);
    };
    let steps = read_orders::steps(conn, id).await?;
    let code = read_orders::code(conn, id).await?;
    let code = code.as_ref();
    let mut order = listed(app, &row, &steps, code, view)?;
    if let (Some(shown), Some(code)) = (&mut order.code, code)
        && code.works(view.at)
        && code.revealed_at.is_some()
    {
        shown.value = Some(code.value.clone());
    }
    Ok(Some(order))
}

/// An order as lists have it, its code masked.
///
/// # Errors
/// When what is stored cannot be read.
pub fn listed(
    app: &App,
    row: &OrderRow,
    steps: &[StepRow],
    code: Option<&CodeRow>,
    view: View<'_>,
) -> Outcome<Redemption> {
    let locale = view.locale;
    let works = code.is_some_and(|code| code.works(view.at));
    let reward = app.programme.reward(&row.reward);
    let price: Vec<Amount> = serde_json::from_str(&row.price)?;
    Ok(Redemption {
        id: row.id.as_str().into(),
        reward: reward_ref(app, &row.reward, reward, locale),
        charged: amounts::contract(&price),
        created_at: timestamp(row.created_at),
        history: steps.iter().map(|step| status(step, locale)).collect(),
        variant: reward.and_then(|reward| variant(app, reward, &row.variant, locale)),
        code: code.map(masked),
        shipments: shipments(row)?,
        actions: actions(
            row,
            code.filter(|_| works),
            view.is_suspended,
            app.programme.links.help.as_deref(),
        ),
        state: row.state.clone(),
    })
}

fn reward_ref(app: &App, id: &str, reward: Option<&Reward>, locale: &Locale) -> RewardRef {
    RewardRef {
        id: id.into(),
        // A reward that left the programme file is remembered by its id.
        title: reward.map_or_else(|| id.to_owned(), |one| app.text(&one.name, locale)),
        media: reward
            .and_then(|one| one.media.first())
            .map(|media| -> Media { app.media(media, locale) }),
    }
}

fn status(step: &StepRow, locale: &Locale) -> StatusStep {
    let message = step
        .note
        .clone()
        .or_else(|| said(&step.state, step.lapsed, locale).map(str::to_owned));
    StatusStep {
        at: timestamp(step.at),
        message,
        state: step.state.clone(),
    }
}

fn said(state: &RedemptionState, lapsed: bool, locale: &Locale) -> Option<&'static str> {
    use RedemptionState as S;
    let (english, french) = match state {
        S::Requested => ("We have your order.", "Nous avons votre commande."),
        S::Reserved => ("Your points are set aside.", "Vos points sont réservés."),
        S::Confirmed => ("Paid.", "Payé."),
        S::Issued => ("Handed over.", "Remis."),
        S::Preparing => ("We are packing it.", "Nous le préparons."),
        S::Shipped => ("On its way.", "En route."),
        S::Delayed => (
            "It is late. We are on it.",
            "En retard. Nous nous en occupons.",
        ),
        S::Delivered => ("Arrived.", "Arrivé."),
        S::Failed => (
            "Something went wrong. We will contact you.",
            "Un problème est survenu. Nous vous contacterons.",
        ),
        S::Cancelled => ("Called off.", "Annulé."),
        S::Refunded if lapsed => (
            "Your points came back; those whose day had passed have lapsed.",
            "Vos points sont revenus ; ceux dont la date était passée ont expiré.",
        ),
        S::Refunded => ("Your points are back.", "Vos points sont revenus."),
        S::Returned => ("It came back to us.", "Il nous est revenu."),
        S::Expired => ("The code has lapsed.", "Le code a expiré."),
        S::Unknown(_) => return None,
    };
    Some(words::pick(&locale.0, english, french))
}

/// The chosen values in words, such as "M, Forest".
fn variant(app: &App, reward: &Reward, key: &str, locale: &Locale) -> Option<String> {
    let axes = &reward.variants.as_ref()?.axes;
    let labels: Vec<String> = key
        .split('/')
        .zip(axes)
        .filter_map(|(id, axis)| axis.values.iter().find(|value| value.id == id))
        .map(|value| app.text(&value.label, locale))
        .collect();
    (!labels.is_empty()).then(|| labels.join(", "))
}

fn masked(code: &CodeRow) -> Code {
    Code {
        masked: mask(&code.value),
        value: None,
        valid_from: Some(timestamp(code.valid_from)),
        expires_at: code.expires_at.map(timestamp),
        used: Quantity::saturating(code.used),
    }
}

fn shipments(row: &OrderRow) -> Outcome<Vec<Shipment>> {
    match &row.tracking {
        None => Ok(Vec::new()),
        Some(json) => Ok(vec![serde_json::from_str(json)?]),
    }
}

fn actions(
    row: &OrderRow,
    code: Option<&CodeRow>,
    is_suspended: bool,
    help: Option<&str>,
) -> Actions {
    let mut actions = Actions::new();
    let mut offer = |name: &str, method: &str, href: &str| {
        let (name, action) = action(name, method, href);
        actions.insert(name, action);
    };
    if code.is_some_and(|code| code.revealed_at.is_none()) {
        offer(
            "reveal_code",
            "POST",
            &format!("/v1/me/redemptions/{}/reveal", row.id),
        );
    }
    if can_cancel(&row.state) && !is_suspended {
        offer(
            "cancel",
            "POST",
            &format!("/v1/me/redemptions/{}/cancel", row.id),
        );
    }
    if let Some(help) = help {
        offer("contact", "GET", help);
    }
    actions
}
