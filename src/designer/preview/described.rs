//! Describing a member: their tier, what they hold, what they are called, since when. What can be said comes
//! from the programme itself.

use palier_contract::portal::Currency;
use palier_contract::tier::Tier;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, Event};

use super::SHEET;
use super::member::show_to;
use super::persona::{DESCRIBED, Persona, amount, written};
use crate::blocks::icon::icon;
use crate::designer::icons;
use crate::designer::port::Port;
use crate::designer::session::Session;
use crate::dom::{self, Dom, El, el, value_of};
use crate::i18n::{Key, keys};
use crate::reactive::RwSignal;

#[wasm_bindgen(module = "/src/designer/preview/described.js")]
extern "C" {
    /// Puts a card that opens below what it belongs to.
    fn place(event: &Event);
    /// Opens a card and leaves the focus where it is.
    fn open(card: &Element);
}

/// What there is to choose from.
#[derive(Clone, Default)]
pub(super) struct Offer {
    is_read: bool,
    /// Those that can be spent.
    currencies: Vec<Currency>,
    tiers: Vec<Tier>,
}

impl Offer {
    async fn read(port: &Port) -> Self {
        let Ok(mut portal) = port.programme().await else {
            return Self::default();
        };
        let tiers = match portal.capabilities.offers("list_tiers") {
            true => port.tiers().await.map(|ladder| ladder.tiers),
            false => Ok(Vec::new()),
        };
        portal.currencies.retain(|currency| currency.spendable);
        Self {
            is_read: tiers.is_ok(),
            currencies: portal.currencies,
            tiers: tiers.unwrap_or_default(),
        }
    }
}

/// Shows the page to whoever is described. The first time, the programme is asked what there is to say of them.
pub(super) fn begin(session: Session, offer: RwSignal<Offer>) {
    if offer.with_untracked(|offer| offer.is_read) {
        return show_to(session, DESCRIBED);
    }
    let stage = session.view.stage;
    stage.member.set(DESCRIBED.to_owned());
    spawn_local(async move {
        let Some(port) = session.port() else { return };
        let found = Offer::read(&port).await;
        if !found.is_read {
            session.say(session.i18n.t(keys::DESIGNER_PREVIEW_DESCRIBED_FAILED));
        }
        stage.persona.set(newcomer(session, &found));
        offer.set(found);
        // They may have chosen somebody else meanwhile.
        if stage.member.with_untracked(|member| member == DESCRIBED) {
            show_to(session, DESCRIBED);
        }
    });
}

/// Who has just joined: in the tier that takes nothing, with nothing yet.
fn newcomer(session: Session, offer: &Offer) -> Persona {
    let entry = offer
        .tiers
        .first()
        .filter(|tier| tier.requirements.is_empty());
    let nothing = offer.currencies.iter();
    Persona {
        tier: entry.map(|tier| tier.id.0.clone()),
        amounts: nothing.map(|currency| (currency.id.0.clone(), 0)).collect(),
        alias: session.i18n.t(keys::DESIGNER_PREVIEW_DESCRIBED_ALIAS),
        ..Persona::default()
    }
}

/// What whoever is described is called in the list: as an invitation, or by what is said of them. Tracked.
pub(super) fn name(session: Session, offer: RwSignal<Offer>) -> String {
    let is_chosen = session.view.stage.member.with(|member| member == DESCRIBED);
    match is_chosen && offer.with(|offer| offer.is_read) {
        true => told(session, offer),
        false => session.i18n.t(keys::DESIGNER_PREVIEW_DESCRIBED),
    }
}

/// "Bloom, 1,200 points, 3 gems". Tracked.
fn told(session: Session, offer: RwSignal<Offer>) -> String {
    let i18n = session.i18n;
    let told = |persona: &Persona, offer: &Offer| {
        let mut tiers = offer.tiers.iter();
        let tier = tiers.find(|tier| Some(&tier.id.0) == persona.tier.as_ref());
        let tier = tier.map_or_else(
            || i18n.t(keys::DESIGNER_PREVIEW_DESCRIBED_NO_TIER),
            |tier| tier.name.clone(),
        );
        let held = offer.currencies.iter().map(|currency| {
            let held = persona.holds(currency.id.as_str());
            i18n.units(held, Some(currency))
        });
        std::iter::once(tier)
            .chain(held)
            .collect::<Vec<_>>()
            .join(", ")
    };
    let persona = session.view.stage.persona;
    persona.with(|persona| offer.with(|offer| told(persona, offer)))
}

fn is_chosen(session: Session, offer: RwSignal<Offer>) -> impl Fn() -> bool {
    let member = session.view.stage.member;
    let is_chosen = dom::memo(move || member.with(|member| member == DESCRIBED));
    move || is_chosen.get() && offer.with(|offer| offer.is_read)
}

/// Draws the button that opens the card, while whoever is described looks.
pub(super) fn button(session: Session, offer: RwSignal<Offer>) -> El {
    let is_chosen = is_chosen(session, offer);
    el("div", "ds-contents").slot(move || is_chosen().then(|| opener(session, offer)))
}

/// Draws the card. It lies beside the bar: what makes that narrow is not for the card.
pub(super) fn card(session: Session, offer: RwSignal<Offer>) -> El {
    let is_chosen = is_chosen(session, offer);
    el("div", "ds-contents").slot(move || is_chosen().then(|| drawn(session, &offer.get())))
}

fn opener(session: Session, offer: RwSignal<Offer>) -> El {
    let label = move || {
        let told = told(session, offer);
        let key = keys::DESIGNER_PREVIEW_DESCRIBED_EDIT;
        Some(session.i18n.with(key, &[("member", &told)]))
    };
    el("button", "ds-icon-button")
        .attr("type", "button")
        .attr("data-describe", "")
        .attr("popovertarget", "ds-described")
        .attr_of("aria-label", label)
        .attr_of("title", label)
        .child(icon(icons::SLIDERS))
}

fn drawn(session: Session, offer: &Offer) -> El {
    let i18n = session.i18n;
    let close = i18n.t(keys::DESIGNER_SAVE_CLOSE);
    let head = SHEET
        .el("div", "described-head")
        .child(
            el("strong", "")
                .attr("id", "ds-described-title")
                .text(&i18n.t(keys::DESIGNER_PREVIEW_DESCRIBED_TITLE)),
        )
        .child(
            el("button", "ds-icon-button")
                .attr("type", "button")
                .attr("popovertarget", "ds-described")
                .attr("popovertargetaction", "hide")
                .attr("aria-label", &close)
                .attr("title", &close)
                .child(icon(icons::CROSS)),
        );
    let amounts = offer
        .currencies
        .iter()
        .map(|currency| holding(session, currency).into());
    let fields = SHEET
        .el("div", "described-fields")
        .child((!offer.tiers.is_empty()).then(|| {
            let row = SHEET.el("div", "described-tier");
            row.child(tier(session, &offer.tiers))
        }))
        .child(amounts.collect::<Vec<Dom>>())
        .child(typed(
            session,
            ("alias", "text"),
            keys::DESIGNER_PREVIEW_DESCRIBED_NAME,
            |who| &mut who.alias,
        ))
        .child(typed(
            session,
            ("since", "date"),
            keys::DESIGNER_PREVIEW_DESCRIBED_SINCE,
            |who| &mut who.since,
        ));
    SHEET
        .el("div", "described")
        .attr("id", "ds-described")
        .attr("popover", "auto")
        .attr("role", "dialog")
        .attr("aria-labelledby", "ds-described-title")
        .attr("aria-describedby", "ds-described-hint")
        .on("beforetoggle", |event| place(&event))
        .child(head)
        .child(fields)
        .child(
            el("p", "ds-hint")
                .attr("id", "ds-described-hint")
                .text(&i18n.t(keys::DESIGNER_PREVIEW_DESCRIBED_HINT)),
        )
        .node(|card| open(&card))
}

fn field(label: &str, control: El) -> El {
    el("label", "ds-field")
        .child(el("span", "ds-label").text(label))
        .child(control)
}

/// Says something else of them, and shows the page to who they are now.
fn change(session: Session, change: impl FnOnce(&mut Persona)) {
    session.view.stage.persona.update(change);
    show_to(session, DESCRIBED);
}

/// A field for what is kept as it is typed.
fn typed(
    session: Session,
    (name, kind): (&'static str, &'static str),
    label: Key,
    part: fn(&mut Persona) -> &mut String,
) -> El {
    let persona = session.view.stage.persona;
    let control = el("input", "ds-input")
        .attr("type", kind)
        .attr("autocomplete", "off")
        .attr("data-described", name)
        .attr_of(".value", move || Some(part(&mut persona.get()).clone()))
        .on("change", move |event| {
            let words = value_of(&event);
            change(session, |who| *part(who) = words);
        });
    field(&session.i18n.t(label), control)
}

fn tier(session: Session, tiers: &[Tier]) -> El {
    let i18n = session.i18n;
    let none = el("option", "")
        .attr("value", "")
        .text(&i18n.t(keys::DESIGNER_PREVIEW_DESCRIBED_NO_TIER));
    let tiers = tiers.iter().map(|tier| {
        let option = el("option", "").attr("value", tier.id.as_str());
        option.text(&tier.name).into()
    });
    let options: Vec<Dom> = std::iter::once(none.into()).chain(tiers).collect();
    let persona = session.view.stage.persona;
    let control = el("select", "ds-input")
        .attr("data-described", "tier")
        .child(options)
        .attr_of(".value", move || {
            Some(persona.with(|who| who.tier.clone()).unwrap_or_default())
        })
        .on("change", move |event| {
            let id = value_of(&event);
            change(session, |who| who.tier = (!id.is_empty()).then_some(id));
        });
    field(&i18n.t(keys::DESIGNER_PREVIEW_DESCRIBED_TIER), control)
}

fn holding(session: Session, currency: &Currency) -> El {
    let decimals = usize::try_from(currency.decimals.get()).unwrap_or_default();
    let (shown, kept) = (currency.id.0.clone(), currency.id.0.clone());
    let persona = session.view.stage.persona;
    let control = el("input", "ds-input")
        .attr("type", "number")
        .attr("min", "0")
        .attr("step", &written(1, decimals))
        .attr("data-described", currency.id.as_str())
        .attr_of(".value", move || {
            Some(persona.with(|who| written(who.holds(&shown), decimals)))
        })
        .on("change", move |event| {
            let held = amount(&value_of(&event), decimals);
            let kept = kept.clone();
            change(session, |who| {
                who.amounts.insert(kept, held);
            });
        });
    field(&currency.name, control)
}
