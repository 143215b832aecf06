//! The code that an order issued: hidden until asked for, copied on demand, each told in words.

use palier_contract::redemption::{Code, Redemption};
use palier_contract::wire;
use palier_contract::{Action, Timestamp};
use wasm_bindgen_futures::spawn_local;

use super::redeem_dialog::RedeemDialog;
use crate::blocks::frame::refusal;
use crate::blocks::icon::{Icon, icon};
use crate::blocks::ui::copy;
use crate::client::{Error, fresh_key};
use crate::dom::{Dom, El, el, focus, nothing};
use crate::i18n::{DateStyle, I18n, Key, clock, keys, last_moment, milliseconds};
use crate::reactive::*;
use crate::style::sheets::REWARD_CATALOGUE as S;

/// What is told beside the word for the code: its line is there anyway, so that nothing moves.
type Said = Result<Key, Error>;

/// Draws the code of `order`.
pub(super) fn code(dialog: RedeemDialog, order: &Redemption, code: &Code) -> El {
    let i18n = dialog.i18n;
    let whole = RwSignal::new(code.value.clone());
    let hidden = code.value.is_none();
    let said = RwSignal::new(None::<Said>);
    let action = order.actions.get("reveal_code").cloned();
    let facts: Vec<El> = facts(i18n, code)
        .iter()
        .map(|text| el("p", "pl-small pl-soft").text(text))
        .collect();
    let button = move |sign, label| {
        el("button", "pl-button")
            .attr("type", "button")
            .child(icon(sign))
            .text(&i18n.t(label))
    };
    let way = move || match (whole.get(), &action) {
        (Some(value), _) => Some(
            button(Icon::COPY, keys::REWARD_CATALOGUE_COPY)
                .on("click", move |_| copy_it(value.clone(), said))
                // It stands where the button was that revealed the code.
                .node(move |button| {
                    if hidden {
                        focus(&button);
                    }
                }),
        ),
        (None, Some(action)) => {
            let action = action.clone();
            Some(
                button(Icon::EYE, keys::REWARD_CATALOGUE_REVEAL).on("click", move |_| {
                    reveal(dialog, action.clone(), whole, said)
                }),
            )
        }
        (None, None) => None,
    };
    let masked = code.masked.clone();
    let value = S
        .el("span", "code-value")
        .attr("dir", "ltr")
        .slot(move || match whole.get() {
            Some(value) => Dom::from(value.as_str()),
            None => hidden_code(i18n, &masked),
        });
    let said = S
        .el("p", "code-said pl-small")
        .attr("role", "status")
        .slot(move || match said.get() {
            None => nothing(),
            Some(Ok(key)) => el("span", "").text(&i18n.t(key)).into(),
            Some(Err(error)) => refusal(dialog.store, dialog.host, &error, None),
        });
    S.el("div", "code")
        .attr("part", "code")
        .child(
            S.el("div", "code-head")
                .child(
                    S.el("p", "fact-name pl-small")
                        .text(&i18n.t(keys::REWARD_CATALOGUE_CODE)),
                )
                .child(said),
        )
        .child(S.el("div", "code-row").child(value).slot(way))
        .child(facts)
}

/// From when and until when it is good, and how often it has been used.
fn facts(i18n: I18n, code: &Code) -> Vec<String> {
    let on = |key, at: &Timestamp| {
        let when = i18n.date(at, DateStyle::Long);
        i18n.with(key, &[("when", &when)])
    };
    let is_ahead = |at: &&Timestamp| milliseconds(at).is_some_and(|at| at > clock::now());
    let from = code.valid_from.as_ref().filter(is_ahead);
    let from = from.map(|at| on(keys::REWARD_CATALOGUE_CODE_FROM, at));
    let until = code.expires_at.as_ref().map(last_moment);
    let until = until.map(|at| on(keys::REWARD_CATALOGUE_CODE_UNTIL, &at));
    let used = code.used.get();
    let used = (used > 0).then(|| i18n.count(keys::REWARD_CATALOGUE_CODE_USED, used, &[]));
    from.into_iter().chain(until).chain(used).collect()
}

/// Bullets for the eye; the ear is told how the code ends, where that is shown.
fn hidden_code(i18n: I18n, masked: &str) -> Dom {
    let mut letters = masked.bytes();
    let bullet = letters.rposition(|letter| !letter.is_ascii_alphanumeric());
    let end = bullet.and_then(|at| masked.get(at.saturating_add(1)..));
    let Some(end) = end.filter(|end| !end.is_empty()) else {
        return masked.into();
    };
    let words = i18n.with(keys::REWARD_CATALOGUE_CODE_ENDING, &[("end", end)]);
    let bullets = el("span", "").attr("aria-hidden", "true").text(masked);
    vec![bullets, el("span", "pl-sr").text(&words)].into()
}

fn copy_it(value: String, said: RwSignal<Option<Said>>) {
    said.set(None);
    spawn_local(async move {
        let key = if copy(&value).await {
            keys::REWARD_CATALOGUE_COPIED
        } else {
            keys::REWARD_CATALOGUE_COPY_FAILED
        };
        // The dialog may be closed by now.
        said.set(Some(Ok(key)));
    });
}

fn reveal(
    dialog: RedeemDialog,
    action: Action,
    whole: RwSignal<Option<String>>,
    said: RwSignal<Option<Said>>,
) {
    said.set(None);
    spawn_local(async move {
        let reply: Result<Redemption, Error> = dialog.store.act(&action, &fresh_key()).await;
        if let Ok(order) = &reply {
            let order = wire::to_string(&order.id);
            dialog.host.act("reveal_code", &[("order", order)]);
        }
        // The dialog may be closed by now.
        match reply.map(|order| order.code.and_then(|code| code.value)) {
            Ok(Some(value)) => {
                dialog.said.set(value.clone());
                whole.set(Some(value));
            }
            Ok(None) => said.set(Some(Ok(keys::REWARD_CATALOGUE_REVEAL_FAILED))),
            Err(error) => said.set(Some(Err(error))),
        }
    });
}
