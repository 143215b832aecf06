//! Something that a member asks for with one press: whether it is under way, and what came of it.

use super::refusal::refusal;
use crate::blocks::Host;
use crate::client::Error;
use crate::dom::{El, el, nothing};
use crate::i18n::Key;
use crate::reactive::RwSignal;
use crate::store::Store;

#[derive(Clone, PartialEq)]
enum State {
    Idle,
    Busy,
    Done,
    Refused(Error),
}

/// The last try, none at first. Copy it freely.
#[derive(Clone, Copy)]
pub(crate) struct Attempt(RwSignal<State>);

impl Attempt {
    pub(crate) fn new() -> Self {
        Self(RwSignal::new(State::Idle))
    }

    /// Begins a try if `may`, which is not asked while one is under way: it is not to be sent twice.
    pub(crate) fn begin(self, may: impl FnOnce() -> bool) -> bool {
        let begins = self.0.with_untracked(|state| *state != State::Busy) && may();
        if begins {
            self.0.set(State::Busy);
        }
        begins
    }

    pub(crate) fn end(self, error: Option<Error>) {
        self.0.set(error.map_or(State::Done, State::Refused));
    }

    /// Whether one is under way. Tracked.
    pub(crate) fn is_busy(self) -> bool {
        self.0.with(|state| *state == State::Busy)
    }

    /// Whether there has been any. Tracked.
    pub(crate) fn is_any(self) -> bool {
        self.0.with(|state| *state != State::Idle)
    }

    /// Whether the last one was refused for a reason that `is_it`. Tracked.
    pub(crate) fn is_refused(self, is_it: fn(&Error) -> bool) -> bool {
        self.0
            .with(|state| matches!(state, State::Refused(error) if is_it(error)))
    }

    /// While one is under way, `control` keeps the focus, says that it waits, and does nothing.
    pub(crate) fn holds(self, control: El) -> El {
        let state = self.0;
        control
            .attr_of("aria-disabled", move || Some(self.is_busy().to_string()))
            .on("click", move |event| {
                if state.with_untracked(|state| *state == State::Busy) {
                    event.prevent_default();
                }
            })
    }

    /// The button that begins it, with other words meanwhile.
    pub(crate) fn button(self, store: Store, class: &str, idle: Key, busy: Key) -> El {
        let words = move || store.i18n().t(if self.is_busy() { busy } else { idle });
        let button = el("button", class).attr("type", "button").text_of(words);
        self.holds(button)
    }

    /// Has `line` say what came of it: `done`, or why not, for which `own` words come first.
    pub(crate) fn told(
        self,
        line: El,
        store: Store,
        host: Host,
        done: Option<Key>,
        own: fn(&Error) -> Option<Key>,
    ) -> El {
        line.attr("role", "status")
            .slot(move || match self.0.get() {
                State::Done => {
                    let words = |key| el("span", "pl-done").text(&store.i18n().t(key));
                    done.map(words).into()
                }
                State::Refused(error) => refusal(store, host, &error, own(&error)),
                State::Idle | State::Busy => nothing(),
            })
    }
}
