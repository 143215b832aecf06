//! Asks what a redemption came to, again and again, until that is known.

use std::cell::Cell;
use std::rc::Rc;

use super::intent::{Intent, forget};
use super::redeem::{Checkout, Order, Outcome, after, unknown};
use super::{Inner, Store};
use crate::client::{Error, pause};

/// Waits between automatic tries, in milliseconds. After the last one the member may still ask.
const WAITS_MS: [f64; 6] = [2_000.0, 4_000.0, 8_000.0, 15_000.0, 30_000.0, 60_000.0];

/// One run of asking, until another takes its place.
pub(super) struct Attempt {
    store: Store,
    inner: Rc<Inner>,
    turn: u32,
    is_told: Cell<bool>,
}

impl Attempt {
    /// Takes the place of whatever asks so far; `None` when the page's store is gone.
    pub(super) fn begin(store: Store) -> Option<Self> {
        let inner = store.rc()?;
        let turn = inner.checkout.attempt.get().wrapping_add(1);
        inner.checkout.attempt.set(turn);
        Some(Self {
            store,
            inner,
            turn,
            is_told: Cell::new(false),
        })
    }

    /// Asks until the answer is final, the waits are used up, or another attempt has begun.
    pub(super) async fn run(self, mut intent: Intent) {
        for wait in WAITS_MS {
            // A page that slept may wake days later, here or below.
            if self.inner.has_lapsed(&intent) {
                return self.inner.abandon(intent);
            }
            let outcome = self.ask(&intent).await;
            if !self.is_latest() {
                return;
            }
            self.tell_developers(&outcome);
            if self.store.is_others(&intent, &outcome).await {
                if self.is_latest() {
                    self.checkout().order.set(unknown(intent, true));
                }
                return;
            }
            intent.is_found |= self.inner.has_lapsed(&intent);
            if self.settles(after(intent.clone(), outcome)) {
                return;
            }
            pause(wait).await;
            if !self.is_latest() {
                return;
            }
            self.show_busy(true);
        }
        self.show_busy(false);
    }

    fn checkout(&self) -> &Checkout {
        &self.inner.checkout
    }

    fn is_latest(&self) -> bool {
        self.checkout().attempt.get() == self.turn
    }

    async fn ask(&self, intent: &Intent) -> Outcome {
        self.store
            .change("POST", "/redemptions", &intent.request, Some(&intent.key))
            .await
            .map(Box::new)
    }

    /// The member is told that it is being checked; the developer, once, why.
    fn tell_developers(&self, outcome: &Outcome) {
        if let Err(error) = outcome
            && (error.is_foreign() || matches!(error, Error::Decode { .. }))
            && !self.is_told.replace(true)
        {
            leptos::logging::error!("POST /redemptions: {}", error.message());
        }
    }

    /// Shows what the answer came to; whether there is nothing more to ask.
    fn settles(&self, order: Order) -> bool {
        let checkout = self.checkout();
        match order {
            Order::Lost(intent) => self.inner.abandon(intent),
            Order::Settled(intent, outcome) => {
                forget(&intent.key);
                checkout.is_unclaimed.set(true);
                checkout.order.set(Order::Settled(intent, outcome));
                self.store.refresh_after_order();
            }
            open => {
                checkout.order.set(open);
                return false;
            }
        }
        true
    }

    fn show_busy(&self, is_busy: bool) {
        self.checkout().order.update(|order| {
            if let Order::Unknown { busy, .. } = order {
                *busy = is_busy;
            }
        });
    }
}
