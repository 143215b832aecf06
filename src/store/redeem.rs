//! Spending, once: a redemption's intent is kept from before it is sent until a final answer.
//!
//! ```text
//! redeem ── kept ──> Sending ──┬── final answer ── forgotten ──> Settled
//!                       ^      └── no answer, or not final ──> Unknown ──┐
//!                       ├───────────── same key, after a while ──────────┤
//!                       └────────── Lost <── nobody can tell any more ───┘
//! ```
//!
//! One at a time per member: while one is open, another tab or a reload finds its [`Intent`] and
//! asks with the same key, so the backend answers what it answered, or would have (the contract's
//! `Idempotency-Key`).

use std::cell::{Cell as Flag, RefCell};
use std::rc::Rc;

use palier_contract::Quantity;
use palier_contract::ids::MemberId;
use palier_contract::portal::Portal;
use palier_contract::problem::ProblemType;
use palier_contract::redemption::{Redemption, RedemptionRequest};
use palier_contract::stream::Topic;
use wasm_bindgen_futures::spawn_local;

use super::Store;
use super::attempt::Attempt;
use super::intent::{Intent, forget, kept};
use crate::client::{Error, fresh_key, resources};
use crate::reactive::*;

/// Where a page's redemption at one backend stands, in whatever languages it is read.
#[derive(Default)]
pub(super) struct Checkout {
    pub(super) order: RcSignal<Order>,
    is_resumed: Flag<bool>,
    pub(super) is_unclaimed: Flag<bool>,
    /// Which [`Attempt`] is the latest.
    pub(super) attempt: Flag<u32>,
    /// Whose data the page has.
    pub(super) reader: RefCell<Option<MemberId>>,
    /// Everybody who shows what an order changes.
    pub(super) stores: RefCell<Vec<Store>>,
}

/// What changes with an order.
const AFFECTED: [Topic; 5] = [
    Topic::Balances,
    Topic::Ledger,
    Topic::Rewards,
    Topic::Redemptions,
    Topic::Tier,
];

/// What a redemption came to.
pub type Outcome = Result<Box<Redemption>, Error>;

/// Where the page's redemption stands.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Order {
    /// None is open.
    #[default]
    None,
    /// Sent for the first time; no answer yet.
    Sending(Intent),
    /// Nobody knows whether it happened; `busy` while asking.
    Unknown {
        /// What was asked.
        intent: Intent,
        /// Asking right now.
        busy: bool,
        /// The backend will not tell before the member signs in again.
        signed_out: bool,
    },
    /// A final answer.
    Settled(Intent, Outcome),
    /// Nobody can tell what became of it: only the list of orders shows whether it went through.
    Lost(Intent),
}

/// Why a redemption was not sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unsent {
    /// Whose it would be is not known: `/me` was not read.
    UnknownMember,
    /// Another one is still open, of the reward with this title.
    OtherOrderOpen(String),
}

/// What follows an answer to `intent`.
pub(super) fn after(intent: Intent, outcome: Outcome) -> Order {
    let Err(error) = &outcome else {
        return Order::Settled(intent, outcome);
    };
    if error.is_final() {
        return match error.problem() {
            Some(ProblemType::KeyReused) => Order::Lost(intent),
            // Used by this very order, if the backend has forgotten the key.
            Some(ProblemType::QuoteExpired) if intent.is_found => Order::Lost(intent),
            _ => Order::Settled(intent, outcome),
        };
    }
    unknown(intent, error.is_unauthorised())
}

pub(super) fn unknown(intent: Intent, signed_out: bool) -> Order {
    Order::Unknown {
        intent,
        busy: false,
        signed_out,
    }
}

impl Store {
    /// Where the page's redemption stands. Once it is known who reads, one that an earlier page, or
    /// another tab, left open for them is found, and asked about.
    #[must_use]
    pub fn order(self) -> RcSignal<Order> {
        let Some(inner) = self.rc() else {
            return RcSignal::default();
        };
        let (me, portal, finding) = (self.me(), self.portal(), Rc::clone(&inner));
        watch(move || {
            let known = me.with(|me| me.value.as_ref().is_some_and(|me| me.id.is_some()));
            // The portal tells for how long a key can be asked about.
            let known = known && portal.with(|portal| portal.value.is_some());
            if known && !finding.checkout.is_resumed.replace(true) {
                untrack(|| self.resume());
            }
        });
        inner.checkout.order.clone()
    }

    /// Who would redeem now.
    ///
    /// # Errors
    /// [`Unsent`] while it is not known who reads, and while another redemption is open, here or in
    /// another tab: `/me`, or what became of that one, is asked for then.
    pub fn may_redeem(self) -> Result<MemberId, Unsent> {
        let inner = self.rc().ok_or(Unsent::UnknownMember)?;
        let Some(member) = inner.member() else {
            self.retry(&resources::me());
            return Err(Unsent::UnknownMember);
        };
        match inner.checkout.order.get_untracked() {
            Order::Sending(_) | Order::Unknown { .. } => self.check_order(),
            Order::None | Order::Settled(..) | Order::Lost(_) => self.resume(),
        }
        match inner.checkout.order.get_untracked() {
            Order::Sending(intent) | Order::Unknown { intent, .. } => {
                Err(Unsent::OtherOrderOpen(intent.title))
            }
            Order::None | Order::Settled(..) | Order::Lost(_) => Ok(member),
        }
    }

    /// Confirms a redemption: keeps the intent, then sends it.
    ///
    /// # Errors
    /// As [`Store::may_redeem`]: nothing is kept or sent then.
    pub fn redeem(self, request: RedemptionRequest, title: String) -> Result<(), Unsent> {
        let member = self.may_redeem()?;
        let inner = self.rc().ok_or(Unsent::UnknownMember)?;
        let intent = Intent {
            key: fresh_key(),
            backend: inner.client.base().to_owned(),
            member: Some(member),
            request,
            title,
            created: Quantity::saturating(js_sys::Date::now() as i64),
            is_found: false,
        };
        intent.keep();
        inner.checkout.order.set(Order::Sending(intent.clone()));
        self.submit(intent);
        Ok(())
    }

    /// Asks now what became of an order whose outcome is unknown.
    pub fn check_order(self) {
        let Some(inner) = self.rc() else { return };
        if let Order::Unknown {
            intent,
            busy: false,
            ..
        } = inner.checkout.order.get_untracked()
        {
            self.resubmit(intent);
        }
    }

    /// Puts an order out of sight that is not asked about any more.
    pub fn dismiss_order(self) {
        let Some(inner) = self.rc() else { return };
        match inner.checkout.order.get_untracked() {
            Order::Settled(..) => {}
            Order::Lost(intent) => forget(&intent.key),
            Order::None | Order::Sending(_) | Order::Unknown { .. } => return,
        }
        inner.checkout.order.set(Order::None);
        // Another tab may have begun one at the same moment.
        self.resume();
    }

    /// True once per settled order: whoever asks first tells the host.
    pub fn claim_settled_order(self) -> bool {
        self.rc()
            .is_some_and(|inner| inner.checkout.is_unclaimed.replace(false))
    }

    /// Reads again what an order changes, in every language of the page.
    pub fn refresh_after_order(self) {
        let Some(inner) = self.rc() else { return };
        for store in inner.checkout.stores.borrow().iter() {
            store.refresh(&AFFECTED);
        }
    }

    /// Takes up an intent that is kept for this backend and reader.
    fn resume(self) {
        let Some(inner) = self.rc() else { return };
        let Some(member) = inner.member() else { return };
        let mine = kept(inner.client.base(), &member);
        // One that can be asked about comes first.
        let open = mine.iter().position(|intent| !inner.has_lapsed(intent));
        if let Some(intent) = mine.into_iter().nth(open.unwrap_or(0)) {
            self.resubmit(intent);
        }
    }

    fn resubmit(self, intent: Intent) {
        let Some(inner) = self.rc() else { return };
        if inner.has_lapsed(&intent) {
            inner.abandon(intent);
            return;
        }
        inner.checkout.order.set(Order::Unknown {
            intent: intent.clone(),
            busy: true,
            signed_out: false,
        });
        self.submit(intent);
    }

    fn submit(self, intent: Intent) {
        if let Some(attempt) = Attempt::begin(self) {
            spawn_local(attempt.run(intent));
        }
    }

    /// Forgets what is in memory. What is kept waits until it is known who reads now.
    pub(super) fn forget_order(self) {
        let Some(inner) = self.rc() else { return };
        let checkout = &inner.checkout;
        checkout.attempt.set(checkout.attempt.get().wrapping_add(1));
        checkout.order.set(Order::None);
        checkout.is_resumed.set(false);
    }
}

impl super::Inner {
    pub(super) fn has_lapsed(&self, intent: &Intent) -> bool {
        let portal = self.slot(&resources::portal()).load::<Portal>();
        let seconds = portal.and_then(|portal| {
            let limits = |portal: &Portal| portal.limits.idempotency_seconds.get();
            portal.with_untracked(|portal| portal.value.as_deref().map(limits))
        });
        intent.has_lapsed(js_sys::Date::now(), seconds)
    }

    /// Asks no more. What is kept of it stays until the member has seen that.
    pub(super) fn abandon(&self, mut intent: Intent) {
        intent.drop_content();
        self.checkout.order.set(Order::Lost(intent));
    }
}

#[cfg(test)]
mod tests {
    use super::super::intent::tests::intent;
    use super::*;

    fn problem(kind: &str, status: u16) -> Outcome {
        let json =
            format!(r#"{{"type":"urn:palier:problem:{kind}","title":"t","status":{status}}}"#);
        Err(Error::Problem(Box::new(
            serde_json::from_str(&json).unwrap(),
        )))
    }

    fn redemption() -> Outcome {
        let json = include_str!("../../crates/contract/fixtures/redemption_code.json");
        Ok(Box::new(serde_json::from_str(json).unwrap()))
    }

    #[test]
    fn a_yes_and_a_plain_no_settle_the_order() {
        for outcome in [redemption(), problem("sold-out", 409)] {
            assert!(matches!(after(intent(), outcome), Order::Settled(..)));
        }
    }

    #[test]
    fn a_no_that_an_earlier_yes_may_have_caused_tells_nothing() {
        let found = Intent {
            is_found: true,
            ..intent()
        };
        let lapsed = || problem("quote-expired", 409);
        let reused = problem("idempotency-key-reused", 422);
        assert!(matches!(after(intent(), lapsed()), Order::Settled(..)));
        assert!(matches!(after(found.clone(), lapsed()), Order::Lost(_)));
        assert!(matches!(after(intent(), reused), Order::Lost(_)));
        let sold_out = problem("sold-out", 409);
        assert!(matches!(after(found, sold_out), Order::Settled(..)));
    }

    #[test]
    fn an_open_outcome_keeps_the_intent_and_says_whether_to_sign_in() {
        let Order::Unknown {
            intent: kept,
            signed_out,
            ..
        } = after(intent(), problem("unauthorised", 401))
        else {
            panic!("a lapsed session settles nothing");
        };
        assert_eq!(kept, intent());
        assert!(signed_out);
        assert!(matches!(
            after(intent(), Err(Error::Timeout)),
            Order::Unknown {
                signed_out: false,
                ..
            }
        ));
    }
}
