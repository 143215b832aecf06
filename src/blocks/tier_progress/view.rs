//! Puts the block together: what is read, and in which order it stands.

use std::rc::Rc;

use palier_contract::Timestamp;
use palier_contract::member::{Me, MemberState};
use palier_contract::portal::Currency;
use palier_contract::problem::ProblemType;
use palier_contract::tier::{Standing, Tier, TierLadder};

use super::place::{self, Step};
use super::{announce, benefits, hero, ladder, panels};
use crate::blocks::Block;
use crate::blocks::frame::{
    Frame, Subject, frame, join, left, notice, retry, sign_in, tell_fault, tell_while,
};
use crate::blocks::icon::{Icon, icon};
use crate::blocks::ui::{bones, kept_focus};
use crate::client::resources;
use crate::dom::{Dom, El, later, memo, nothing};
use crate::i18n::{I18n, Key, keys};
use crate::reactive::*;
use crate::store::{Load, Store};
use crate::style::sheets::TIER_PROGRESS as S;

/// What every part of the block draws from.
#[derive(Clone, Copy)]
pub(super) struct Shown {
    pub(super) i18n: I18n,
    pub(super) store: Store,
    pub(super) tiers: Memo<Vec<Tier>>,
    pub(super) standing: Memo<Option<Standing>>,
    /// Where every tier is from the member's place. What draws from this alone keeps still, and
    /// what the member has unfolded in it, while points come in.
    pub(super) steps: Memo<Vec<Step>>,
    pub(super) currencies: Memo<Vec<Currency>>,
    /// Level of the headings within the block.
    pub(super) level: Memo<u8>,
    /// What assistive technology is told.
    pub(super) said: RwSignal<String>,
    /// The upgrade that was celebrated and waved away, by its moment.
    pub(super) seen: RwSignal<Option<Timestamp>>,
}

impl Shown {
    /// A heading within the block.
    pub(super) fn heading(self, class: &str, text: &str) -> El {
        S.el("div", class)
            .attr("part", "subheading")
            .attr("role", "heading")
            .attr_of("aria-level", move || Some(self.level.get().to_string()))
            .text(text)
    }
}

type Place = Memo<Option<RcSignal<Load<Standing>>>>;

/// Who reads and what was read, before it is made ready for drawing.
#[derive(Clone)]
struct Known {
    me: RcSignal<Load<Me>>,
    ladder: RcSignal<Load<TierLadder>>,
    reader: Memo<Option<MemberState>>,
    place: Place,
}

impl Known {
    fn new(store: Store) -> Self {
        let (ladder, me) = (store.read(&resources::tiers()), store.me());
        let read = me.clone();
        let reader = memo(move || read.with(|me| me.value.as_ref().map(|me| me.state.clone())));
        // Only members have a place; asking for anybody else's would be refused.
        let place = memo(move || {
            let member = matches!(
                reader.get(),
                Some(MemberState::Member | MemberState::Suspended)
            );
            member.then(|| store.read(&resources::standing()))
        });
        Self {
            me,
            ladder,
            reader,
            place,
        }
    }

    fn subject(&self) -> Subject {
        let ladder = |load: &Load<TierLadder>| Subject::of(load, |ladder| ladder.tiers.is_empty());
        let known = self.ladder.with(ladder);
        let known = self.me.with(|me| known.and(me));
        match self.place.get() {
            Some(place) => place.with(|place| with_place(known, place)),
            None => known,
        }
    }

    fn tiers(&self) -> Memo<Vec<Tier>> {
        let ladder = self.ladder.clone();
        memo(move || {
            ladder.with(|load| {
                let ladder = load.value.as_ref();
                ladder
                    .map(|ladder| ladder.tiers.clone())
                    .unwrap_or_default()
            })
        })
    }

    fn title(&self) -> Key {
        match self.reader.get() {
            Some(MemberState::Anonymous | MemberState::Candidate) => {
                keys::TIER_PROGRESS_TITLE_PUBLIC
            }
            _ => keys::TIER_PROGRESS_TITLE,
        }
    }
}

fn shown(block: &Block, known: &Known) -> Shown {
    let (tiers, standing) = (known.tiers(), standing(known.place));
    Shown {
        i18n: block.i18n(),
        store: block.store,
        tiers,
        standing,
        steps: memo(move || {
            tiers.with(|tiers| standing.with(|standing| place::steps(tiers, standing.as_ref())))
        }),
        currencies: block.currencies(),
        level: block.sub_level(),
        said: RwSignal::new(String::new()),
        seen: RwSignal::new(None),
    }
}

pub(super) fn draw(block: Block) -> El {
    let known = Known::new(block.store);
    let shown = shown(&block, &known);
    let Known { reader, place, .. } = known;
    announce::announce(shown);
    tell_fault(super::SPEC.kind, move || {
        place.get()?.with(|place| place.error.clone())
    });
    let (titled, inside) = (known.clone(), block.clone());
    frame(
        &block,
        Frame {
            spec: &super::SPEC,
            title: Signal::derive(move || shown.i18n.t(titled.title())),
            subject: Signal::derive(move || known.subject()),
            as_of: Signal::derive(move || {
                let place = place.get()?;
                place.with(|place| place.value.as_ref().map(|standing| standing.as_of.clone()))
            }),
            retry: Rc::new(move || {
                shown.store.retry(&resources::tiers());
                shown.store.retry(&resources::me());
                shown.store.retry(&resources::standing());
            }),
            controls: nothing(),
            skeleton,
            ready: Box::new(move || content(&inside, shown, reader, place)),
            empty: (
                Icon::FLAG,
                keys::TIER_PROGRESS_EMPTY_TITLE,
                keys::TIER_PROGRESS_EMPTY_TEXT,
            ),
            said: shown.said,
        },
    )
}

fn standing(place: Place) -> Memo<Option<Standing>> {
    memo(move || {
        let standing = place.get()?.with(|place| place.value.clone())?;
        let mut standing = Standing::clone(&standing);
        // Read again but unchanged: nothing is drawn anew.
        standing.as_of = Timestamp::default();
        Some(standing)
    })
}

/// Adds the place to what is known. The ladder is worth showing without it: that it could not be
/// read is then told in the block, unless nobody is signed in any more.
fn with_place(mut known: Subject, place: &Load<Standing>) -> Subject {
    let failed = place.error.as_ref();
    let partial = place.value.is_none() && failed.is_some_and(|error| !error.is_unauthorised());
    known.busy |= place.busy;
    if !partial {
        known.known &= place.value.is_some();
        known.error = known.error.or_else(|| place.error.clone());
    }
    known
}

fn content(block: &Block, shown: Shown, reader: Memo<Option<MemberState>>, place: Place) -> Dom {
    let props = block.props.clone();
    let whose = memo(move || props.get("benefits"));
    let cheered = block.clone();
    S.el("div", "body")
        .slot(invite(block, shown, reader, place))
        .slot(move || {
            let standing = shown.standing.get();
            standing.map(|standing| hero::hero(&cheered, shown, &standing))
        })
        // One tier alone is no ladder.
        .slot(move || (shown.tiers.with(Vec::len) > 1).then(|| ladder::ladder(shown, &whose.get())))
        .child(later(move || {
            let standing = shown.standing.get();
            standing.map(|standing| panels::panels(shown, &standing))
        }))
        .child(later(move || benefits::benefits(shown, &whose.get())))
        .into()
}

/// What stands in place of a place: the way in, or that the own place could not be read.
fn invite(
    block: &Block,
    shown: Shown,
    reader: Memo<Option<MemberState>>,
    place: Place,
) -> impl Fn() -> Option<El> + use<> {
    let block = block.clone();
    // That there is none, and whether for a suspension; trying again leaves the line as it is.
    let missing = memo(move || {
        place.get()?.with(|load| {
            let error = load.error.as_ref().filter(|_| load.value.is_none())?;
            Some(error.problem() == Some(&ProblemType::Suspended))
        })
    });
    move || {
        let (sign, text, action) = match reader.get() {
            Some(MemberState::Anonymous) => (
                Icon::SIGN_IN,
                keys::TIER_PROGRESS_SIGN_IN_TEXT,
                Some(sign_in(&block)),
            ),
            Some(MemberState::Candidate) => (
                Icon::USER,
                keys::TIER_PROGRESS_JOIN_TEXT,
                join(&block, shown.said),
            ),
            // The frame tells a suspended member why.
            _ if missing.get()? => return None,
            _ => (
                Icon::WARNING,
                keys::TIER_PROGRESS_PLACE_FAILED,
                Some(again(shown, place)),
            ),
        };
        let text = left(shown.store).unwrap_or_else(|| shown.i18n.t(text));
        Some(kept_focus(
            notice("calm", sign, &text, action).attr("part", "invite"),
        ))
    }
}

/// Asks once more. Apart from what draws, since it is seldom seen.
#[inline(never)]
fn again(shown: Shown, place: Place) -> El {
    let busy = memo(move || {
        place
            .get()
            .is_some_and(|place| place.with(|load| load.busy))
    });
    let failed = shown.i18n.t(keys::TIER_PROGRESS_PLACE_FAILED);
    tell_while(failed, busy, shown.said);
    let ask = move || shown.store.retry(&resources::standing());
    retry(shown.i18n, busy, ask, "pl-button", icon(Icon::REFRESH))
}

fn skeleton() -> Dom {
    vec![
        bones(1, 128, 0),
        bones(1, 88, 0),
        bones(2, 200, 16),
        bones(4, 48, 8),
    ]
    .into()
}
