//! The block `member-header`: who is signed in, and what they hold.

use palier_contract::balance::Balance;
use palier_contract::member::{Me, MemberState};
use palier_contract::portal::{Currency, Portal};

use super::layout::Place;
use super::reader;
use crate::blocks::frame::{has_left, status_line};
use crate::blocks::icon::{Icon, icon};
use crate::client::resources;
use crate::dom::{Dom, El, el, memo, nothing};
use crate::i18n::{DateStyle, I18n, keys};
use crate::reactive::RwSignal;
use crate::store::Store;

/// Draws it.
pub(super) fn draw(place: Place<'_>) -> El {
    let (store, known, hollow) = (place.store, place.known, place.hollow);
    let (me, portal) = (store.me(), store.portal());
    let reader = store.me();
    // What is kept free is for what a member holds. It is known before the backend answers, or
    // stays: what stands below must not jump. The designer's page may.
    let is_guest = move || match known {
        Some(known) => !known.get(),
        None => hollow && reader.with(|me| me.value.as_ref().is_some_and(|me| !is_enrolled(me))),
    };
    let said = RwSignal::new(String::new());
    // What is drawn anew loses what was said in it: only for news.
    let known = memo(move || me.with(|me| (me.value.clone(), me.error.is_some())));
    el("div", "pg-member")
        .attr("data-kind", "member-header")
        .attr("data-place", "")
        .flag_of("data-guest", is_guest)
        .slot(move || {
            let portal = portal.get().value;
            match known.get() {
                (Some(me), _) => somebody(&me, portal.as_deref(), store, said),
                (None, true) => nothing(),
                (None, false) => el("div", "pl-bone pg-member-bone").into(),
            }
        })
        .child(status_line(said))
}

fn is_enrolled(me: &Me) -> bool {
    matches!(me.state, MemberState::Member | MemberState::Suspended)
}

fn somebody(me: &Me, portal: Option<&Portal>, store: Store, said: RwSignal<String>) -> Dom {
    let i18n = store.i18n();
    if !is_enrolled(me) {
        return guest(me, portal, store, said).into();
    }
    let alias = me.alias.clone().unwrap_or_default();
    let since = me.since.as_ref().map(|at| {
        let date = i18n.date(at, DateStyle::Medium);
        el("p", "pg-member-since").text(&i18n.with(keys::PORTAL_SINCE, &[("date", &date)]))
    });
    let tier = me.tier.as_ref().map(|tier| {
        el("span", "pg-tier")
            .child(icon(Icon::STAR))
            .child(tier.name.as_str())
    });
    let name = el("div", "pg-member-name")
        .child(
            el("p", "pg-hello")
                .child(el("span", "").text(&i18n.with(keys::PORTAL_HELLO, &[("alias", &alias)])))
                .child(tier),
        )
        .child(since);
    let held = store.read(&resources::balances());
    let currencies = portal.map(|portal| portal.currencies.clone());
    let currencies = currencies.unwrap_or_default();
    let holdings = el("dl", "pg-holdings").slot(move || {
        held.with(|held| {
            let balances = held.value.as_ref().map(|value| value.balances.as_slice());
            let rows = balances.unwrap_or_default().iter();
            rows.map(|balance| Dom::from(holding(balance, &currencies, i18n)))
                .collect::<Vec<_>>()
        })
    });
    Dom::from(vec![
        el("div", "pg-member-who")
            .child(reader::face(&alias))
            .child(name),
        holdings,
    ])
}

fn holding(balance: &Balance, currencies: &[Currency], i18n: I18n) -> El {
    let currency = currencies
        .iter()
        .find(|currency| currency.id == balance.currency);
    let name = currency.map_or("", |currency| currency.name.as_str());
    let pending = Some(balance.pending.get())
        .filter(|pending| *pending > 0)
        .map(|pending| {
            let amount = i18n.figure(pending, currency);
            el("dd", "pg-holding-note")
                .text(&i18n.with(keys::PORTAL_PENDING, &[("amount", &amount)]))
        });
    el("div", "pg-holding")
        .child(el("dt", "").text(name))
        .child(el("dd", "pg-holding-value").text(&i18n.figure(balance.available.get(), currency)))
        .child(pending)
}

fn guest(me: &Me, portal: Option<&Portal>, store: Store, said: RwSignal<String>) -> El {
    let i18n = store.i18n();
    let (title, text) = if me.state == MemberState::Candidate {
        (
            keys::FRAME_NOT_ENROLLED_TITLE,
            keys::FRAME_NOT_ENROLLED_TEXT,
        )
    } else {
        (keys::PORTAL_WELCOME, keys::FRAME_SIGNED_OUT_TEXT)
    };
    let (title, text) = match has_left(me) {
        Some(words) => (keys::FRAME_LEFT_TITLE, words.clone()),
        None => (title, i18n.t(text)),
    };
    let way_in = match me.state {
        MemberState::Candidate => reader::join(me, portal, store, said),
        _ => reader::sign_in(portal, store),
    };
    el("div", "pg-guest")
        .child(
            el("div", "pg-member-name")
                .child(el("p", "pg-hello").text(&i18n.t(title)))
                .child(el("p", "pg-member-since").text(&text)),
        )
        .child(way_in)
}
