//! Spending, once: a redemption's intent is kept from before it is sent until a final answer.
//!
//! ```text
//! redeem ── kept ──> Sending ──┬── final answer ── forgotten ──> Settled
//!                       ^      └── no answer, or not final ──> Unknown ──┐
//!                       └───────────── same key, after a while ──────────┘
//! ```
//!
//! One intent at a time per browser: while one is open, another tab or a reload finds it and
//! asks with the same key, so the backend answers what it answered, or would have (the contract's
//! `Idempotency-Key`).

use palier_contract::Quantity;
use palier_contract::problem::ProblemType;
use palier_contract::redemption::{Redemption, RedemptionRequest};
use palier_contract::stream::Topic;
use palier_contract::wire::{self, Json, Reading, Record, Wire};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::spawn_local;

use super::Store;
use crate::client::{Error, fresh_key, pause};
use crate::reactive::*;

#[wasm_bindgen(module = "/src/store/intent.js")]
extern "C" {
    fn load() -> Option<String>;
    fn save(text: Option<&str>);
}

/// Waits between automatic tries, in milliseconds. After the last one the member may still ask.
const WAITS_MS: [f64; 6] = [2_000.0, 4_000.0, 8_000.0, 15_000.0, 30_000.0, 60_000.0];

/// What a member confirmed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Intent {
    /// The `Idempotency-Key` of every try.
    pub key: String,
    /// The backend it is meant for.
    pub backend: String,
    /// What is sent.
    pub request: RedemptionRequest,
    /// The reward's title, to speak of it after a reload.
    pub title: String,
    /// When it was confirmed, in milliseconds since the epoch.
    pub created: Quantity,
}

impl Wire for Intent {
    fn read(json: &mut Json, reading: &mut Reading) -> Self {
        let mut record = Record::of(json, reading);
        Self {
            key: record.take("key", reading),
            backend: record.take("backend", reading),
            request: record.take("request", reading),
            title: record.take("title", reading),
            created: record.take("created", reading),
        }
    }

    fn write(&self, out: &mut String) {
        let mut first = true;
        out.push('{');
        wire::member(out, &mut first, "key", &self.key);
        wire::member(out, &mut first, "backend", &self.backend);
        wire::member(out, &mut first, "request", &self.request);
        wire::member(out, &mut first, "title", &self.title);
        wire::member(out, &mut first, "created", &self.created);
        out.push('}');
    }
}

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
}

/// Whether an answer ends the intent. After anything else the same key is asked again.
#[must_use]
pub(super) fn is_final(outcome: &Outcome) -> bool {
    match outcome {
        Ok(_) => true,
        Err(Error::Problem(problem)) => match &problem.kind {
            ProblemType::DeliveryFailed => true,
            // Signing in again answers what became of it.
            ProblemType::KeyBusy | ProblemType::Unauthorised => false,
            _ => !matches!(problem.status, 401 | 408 | 425 | 429 | 500..=599),
        },
        // An answer that was cut off may still have been a yes.
        Err(Error::Network | Error::Timeout | Error::Decode { .. }) => false,
    }
}

/// What follows an answer to `intent`.
fn after(intent: Intent, outcome: Outcome) -> Order {
    if is_final(&outcome) {
        return Order::Settled(intent, outcome);
    }
    Order::Unknown {
        intent,
        busy: false,
        signed_out: matches!(&outcome, Err(error) if error.is_unauthorised()),
    }
}

impl Store {
    /// Where the page's redemption stands. The first call after a load finds one that an earlier
    /// page, or another tab, left open, and asks what became of it.
    #[must_use]
    pub fn order(self) -> RcSignal<Order> {
        let Some(inner) = self.rc() else {
            return RcSignal::default();
        };
        if !inner.recalled.replace(true) {
            self.recall();
        }
        inner.order.clone()
    }

    /// Confirms a redemption: keeps the intent, then sends it. While another is open, here or in
    /// another tab, that one is asked about instead, and nothing new is sent.
    pub fn redeem(self, request: RedemptionRequest, title: String) {
        let Some(inner) = self.rc() else { return };
        let open = matches!(
            inner.order.get_untracked(),
            Order::Sending(_) | Order::Unknown { .. }
        );
        if open || self.recall() {
            return;
        }
        let intent = Intent {
            key: fresh_key(),
            backend: inner.client.base().to_owned(),
            request,
            title,
            created: Quantity::saturating(js_sys::Date::now() as i64),
        };
        save(Some(&wire::to_string(&intent)));
        inner.order.set(Order::Sending(intent.clone()));
        self.pursue(intent);
    }

    /// Asks now what became of an order whose outcome is unknown.
    pub fn check_order(self) {
        let Some(inner) = self.rc() else { return };
        if let Order::Unknown {
            intent,
            busy: false,
            ..
        } = inner.order.get_untracked()
        {
            self.ask_again(intent);
        }
    }

    /// Puts a settled order out of sight.
    pub fn dismiss_order(self) {
        let Some(inner) = self.rc() else { return };
        if matches!(inner.order.get_untracked(), Order::Settled(..)) {
            inner.order.set(Order::None);
        }
    }

    /// True once per settled order: whoever asks first tells the host.
    pub fn claim_order_news(self) -> bool {
        self.rc().is_some_and(|inner| inner.news.replace(false))
    }

    /// Takes up an intent that is kept for this backend. False when there is none.
    fn recall(self) -> bool {
        let kept = load().and_then(|text| wire::from_str::<Intent>(&text).ok());
        let Some(inner) = self.rc() else { return false };
        match kept.filter(|intent| intent.backend == inner.client.base()) {
            Some(intent) => {
                self.ask_again(intent);
                true
            }
            None => false,
        }
    }

    fn ask_again(self, intent: Intent) {
        let Some(inner) = self.rc() else { return };
        inner.order.set(Order::Unknown {
            intent: intent.clone(),
            busy: true,
            signed_out: false,
        });
        self.pursue(intent);
    }

    /// Asks until the answer is final, the waits are used up, or somebody else has taken over.
    fn pursue(self, intent: Intent) {
        let Some(inner) = self.rc() else { return };
        let turn = inner.pursuit.get().wrapping_add(1);
        inner.pursuit.set(turn);
        spawn_local(async move {
            for wait in WAITS_MS {
                let outcome: Outcome = self
                    .change("POST", "/redemptions", &intent.request, Some(&intent.key))
                    .await
                    .map(Box::new);
                if inner.pursuit.get() != turn {
                    return;
                }
                let order = after(intent.clone(), outcome);
                if matches!(order, Order::Settled(..)) {
                    save(None);
                    inner.news.set(true);
                    inner.order.set(order);
                    self.refresh(&[
                        Topic::Balances,
                        Topic::Ledger,
                        Topic::Rewards,
                        Topic::Redemptions,
                        Topic::Tier,
                    ]);
                    return;
                }
                inner.order.set(order);
                pause(wait).await;
                if inner.pursuit.get() != turn {
                    return;
                }
                inner.order.update(|order| {
                    if let Order::Unknown { busy, .. } = order {
                        *busy = true;
                    }
                });
            }
            inner.order.update(|order| {
                if let Order::Unknown { busy, .. } = order {
                    *busy = false;
                }
            });
        });
    }

    /// Forgets what is in memory and looks again at what is kept: signing out has cleared it.
    pub(super) fn forget_order(self) {
        let Some(inner) = self.rc() else { return };
        inner.pursuit.set(inner.pursuit.get().wrapping_add(1));
        inner.order.set(Order::None);
        if inner.recalled.get() {
            self.recall();
        }
    }
}

#[cfg(test)]
mod tests {
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

    fn intent() -> Intent {
        let json = include_str!("../../crates/contract/fixtures/redemption_request.json");
        Intent {
            key: "k".into(),
            backend: "/v1".into(),
            request: serde_json::from_str(json).unwrap(),
            title: "Hoodie".into(),
            created: Quantity::ZERO,
        }
    }

    #[test]
    fn a_yes_and_a_plain_no_are_final() {
        assert!(is_final(&redemption()));
        for (kind, status) in [
            ("short", 409),
            ("sold-out", 409),
            ("limit-reached", 409),
            ("price-changed", 409),
            ("quote-expired", 409),
            ("not-eligible", 403),
            ("suspended", 403),
            ("invalid", 422),
            ("idempotency-key-reused", 422),
            ("delivery-failed", 502),
        ] {
            assert!(is_final(&problem(kind, status)), "{kind}");
        }
    }

    #[test]
    fn silence_and_trouble_leave_the_outcome_open() {
        let cut = Error::Decode {
            path: "/redemptions".into(),
            message: "cut".into(),
        };
        for error in [Error::Network, Error::Timeout, cut] {
            assert!(!is_final(&Err(error.clone())), "{error:?}");
        }
        for (kind, status) in [
            ("idempotency-key-busy", 409),
            ("unauthorised", 401),
            ("rate-limited", 429),
            ("internal", 500),
            ("unavailable", 503),
            ("something-new", 502),
        ] {
            assert!(!is_final(&problem(kind, status)), "{kind}");
        }
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

    #[test]
    fn an_intent_survives_being_kept() {
        let text = wire::to_string(&intent());
        assert_eq!(wire::from_str::<Intent>(&text), Ok(intent()));
    }
}
