//! A block that not everybody sees, or not always. Never a security boundary: whoever asks for
//! the document can read it whole.
//!
//! While nobody knows yet who reads, the likeliest reader is drawn for: a member of no tier where
//! somebody signed in on this tab or that cannot be told, otherwise nobody. So the blocks of most
//! readers stand from the first drawing on, and those of a few come later.

use std::time::Duration;

use leptos::leptos_dom::helpers::set_timeout_with_handle;
use palier_contract::document::{Node, When};
use palier_contract::member::MemberState;

use super::{Place, block, shell};
use crate::dom::{self, El};
use crate::i18n::clock;
use crate::reactive::{Memo, RwSignal, on_cleanup};
use crate::store::Store;

/// Timers stand still while a device sleeps: the clock is read again at least this often.
const LONGEST_WAIT_MS: i64 = 600_000;

/// Draws the cell of `node`, empty and out of the way while `when` does not hold, and until it is
/// `drawable`, where that may come later.
pub(super) fn draw(
    node: &Node,
    when: &When,
    place: Place<'_>,
    drawable: Option<RwSignal<bool>>,
) -> El {
    let holds = holds(when, place.store, place.known);
    let is_drawn = move || holds.get() && drawable.is_none_or(|drawable| drawable.get());
    let inner = place.later(node, block);
    shell(node)
        .flag_of("hidden", move || !is_drawn())
        .slot(move || is_drawn().then(&inner))
}

/// Whether `when` holds for the reader of `store`, now and as time goes on.
pub(crate) fn holds(when: &When, store: Store, known: Option<RwSignal<bool>>) -> Memo<bool> {
    let reader = when.asks_for_the_reader().then(|| store.me());
    let now = time(when);
    let when = when.clone();
    dom::memo(move || {
        let admitted = reader.as_ref().is_none_or(|reader| {
            reader.with(|load| match &load.value {
                Some(me) => when.admits(&me.state, me.tier.as_ref().map(|tier| &tier.id)),
                None => when.admits(&likeliest(known), None),
            })
        });
        admitted && when.is_on(now.get())
    })
}

fn likeliest(known: Option<RwSignal<bool>>) -> MemberState {
    match known.is_none_or(|known| known.get()) {
        true => MemberState::Member,
        false => MemberState::Anonymous,
    }
}

/// The time in milliseconds since 1970, as of the last instant that `when` names.
fn time(when: &When) -> RwSignal<i64> {
    let now = RwSignal::new(now_ms());
    let when = when.clone();
    dom::watch(move || {
        let Some(turn) = when.turns_after(now.get()) else {
            return;
        };
        let wait = turn.saturating_sub(now_ms()).clamp(1, LONGEST_WAIT_MS);
        let wait = Duration::from_millis(wait.unsigned_abs());
        if let Ok(timer) = set_timeout_with_handle(move || now.set(now_ms()), wait) {
            on_cleanup(move || timer.clear());
        }
    });
    now
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a time in milliseconds is far from the bounds"
)]
fn now_ms() -> i64 {
    clock::now() as i64
}
