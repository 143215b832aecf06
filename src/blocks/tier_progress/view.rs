//! Puts the block together: what is read, and in which order it stands.

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;
use palier_contract::Timestamp;
use palier_contract::member::MemberState;
use palier_contract::portal::Currency;
use palier_contract::problem::ProblemType;
use palier_contract::tier::{Standing, Tier};

use super::{benefits, cheer, hero, ladder, panels};
use crate::blocks::Block;
use crate::blocks::frame::{Frame, Subject, frame, join, sign_in};
use crate::blocks::icon::{Icon, icon};
use crate::blocks::ui::bones;
use crate::client::{Error, resources};
use crate::i18n::{I18n, keys};
use crate::store::{Load, Store};
use crate::style::sheets::TIER_PROGRESS;

/// What every part of the block draws from.
#[derive(Clone, Copy)]
pub(super) struct Shown {
    pub(super) i18n: I18n,
    pub(super) store: Store,
    pub(super) tiers: Memo<Vec<Tier>>,
    pub(super) standing: Memo<Option<Standing>>,
    pub(super) currencies: Memo<Vec<Currency>>,
    /// Level of the headings within the block.
    pub(super) level: Memo<i64>,
    /// The upgrade that was celebrated and waved away, by its moment.
    pub(super) seen: RwSignal<Option<Timestamp>>,
    /// Takes the focus when the celebration goes.
    pub(super) name: NodeRef<html::P>,
}

type Place = Memo<Option<ArcRwSignal<Load<Standing>>>>;

pub(super) fn draw(block: Block) -> AnyView {
    let i18n = block.i18n();
    let store = block.store;
    let (ladder, me) = (store.read(&resources::tiers()), store.me());
    let reader = {
        let me = me.clone();
        Memo::new(move |_| me.with(|me| me.value.as_ref().map(|me| me.state.clone())))
    };
    // Only members have a place; asking for anybody else's would be refused.
    let place: Place = Memo::new(move |_| {
        let member = matches!(
            reader.get(),
            Some(MemberState::Member | MemberState::Suspended)
        );
        member.then(|| store.read(&resources::standing()))
    });
    let shown = shown(&block, ladder.clone(), place);
    let subject = Signal::derive(move || {
        let known = ladder.with(|load| Subject::of(load, |ladder| ladder.tiers.is_empty()));
        let known = me.with(|me| known.and(me));
        match place.get() {
            Some(place) => place.with(|place| with_place(known, place)),
            None => known,
        }
    });
    let ready = {
        let block = block.clone();
        move || content(&block, shown, reader, place)
    };
    frame(
        &block,
        Frame {
            spec: &super::SPEC,
            title: Signal::derive(move || {
                i18n.t(match reader.get() {
                    Some(MemberState::Anonymous | MemberState::Candidate) => {
                        keys::TIER_PROGRESS_TITLE_PUBLIC
                    }
                    _ => keys::TIER_PROGRESS_TITLE,
                })
            }),
            subject,
            as_of: Signal::derive(move || {
                let place = place.get()?;
                place.with(|place| place.value.as_ref().map(|standing| standing.as_of.clone()))
            }),
            retry: Arc::new(move || {
                store.retry(&resources::tiers());
                store.retry(&resources::me());
                store.retry(&resources::standing());
            }),
            controls: ().into_any(),
            skeleton,
            ready: Arc::new(ready),
            empty: (
                Icon::FLAG,
                keys::TIER_PROGRESS_EMPTY_TITLE,
                keys::TIER_PROGRESS_EMPTY_TEXT,
            ),
        },
    )
}

/// Adds the place to what is known. The ladder is worth showing without it: that it could not be
/// read is then told in the block, unless nobody is signed in any more.
fn with_place(mut known: Subject, place: &Load<Standing>) -> Subject {
    let partial = place.value.is_none()
        && place
            .error
            .as_ref()
            .is_some_and(|error| !Error::is_unauthorised(error));
    known.busy |= place.busy;
    if !partial {
        known.known &= place.value.is_some();
        known.error = known.error.or_else(|| place.error.clone());
    }
    known
}

fn shown(
    block: &Block,
    ladder: ArcRwSignal<Load<palier_contract::tier::TierLadder>>,
    place: Place,
) -> Shown {
    let (portal, props) = (block.store.portal(), block.props.clone());
    Shown {
        i18n: block.i18n(),
        store: block.store,
        tiers: Memo::new(move |_| {
            ladder.with(|load| {
                let ladder = load.value.as_ref();
                ladder
                    .map(|ladder| ladder.tiers.clone())
                    .unwrap_or_default()
            })
        }),
        standing: Memo::new(move |_| {
            let mut standing = place.get()?.with(|place| place.value.clone())?;
            // Read again but unchanged: nothing is drawn anew.
            standing.as_of = Timestamp::default();
            Some(standing)
        }),
        currencies: Memo::new(move |_| {
            portal.with(|load| {
                let portal = load.value.as_ref();
                portal
                    .map(|portal| portal.currencies.clone())
                    .unwrap_or_default()
            })
        }),
        level: Memo::new(move |_| {
            let level: i64 = props.get("heading-level").parse().unwrap_or(2);
            (level + 1).min(6)
        }),
        seen: RwSignal::new(None),
        name: NodeRef::new(),
    }
}

fn content(
    block: &Block,
    shown: Shown,
    reader: Memo<Option<MemberState>>,
    place: Place,
) -> AnyView {
    let props = block.props.clone();
    let invited = block.clone();
    (
        cheer::announcer(shown),
        cheer::cheer(block, shown),
        move || invite(&invited, reader.get(), place),
        move || {
            let standing = shown.standing.get();
            standing.map(|standing| hero::hero(shown, &standing))
        },
        move || ladder::ladder(shown),
        move || {
            let standing = shown.standing.get();
            standing.map(|standing| panels::panels(shown, &standing))
        },
        move || benefits::benefits(shown, &props.get("benefits")),
    )
        .into_any()
}

/// What stands in place of a place: the way in, or that the own place could not be read.
fn invite(block: &Block, reader: Option<MemberState>, place: Place) -> AnyView {
    let i18n = block.i18n();
    let store = block.store;
    let scope = TIER_PROGRESS.class;
    let missing = place.get().and_then(|place| {
        place.with(|place| place.error.clone().filter(|_| place.value.is_none()))
    });
    let (sign, text, action) = match (reader, missing) {
        (Some(MemberState::Anonymous), _) => (
            Icon::SIGN_IN,
            keys::TIER_PROGRESS_SIGN_IN_TEXT,
            sign_in(block),
        ),
        (Some(MemberState::Candidate), _) => {
            (Icon::USER, keys::TIER_PROGRESS_JOIN_TEXT, join(block))
        }
        // The frame tells a suspended member why.
        (_, Some(error)) if error.problem() != Some(&ProblemType::Suspended) => {
            let again = view! { class = scope,
                <button type="button" class="pl-button" on:click=move |_| store.retry(&resources::standing())>
                    {icon(scope, Icon::REFRESH)} {i18n.t(keys::FRAME_RETRY)}
                </button>
            };
            (
                Icon::WARNING,
                keys::TIER_PROGRESS_PLACE_FAILED,
                again.into_any(),
            )
        }
        _ => return ().into_any(),
    };
    view! { class = scope,
        <div class="invite" part="invite">
            <span class="invite-icon">{icon(scope, sign)}</span>
            <p class="invite-text">{i18n.t(text)}</p>
            {action}
        </div>
    }
    .into_any()
}

fn skeleton() -> AnyView {
    (
        bones(1, 128, 0),
        bones(1, 88, 0),
        bones(2, 200, 16),
        bones(4, 48, 8),
    )
        .into_any()
}
