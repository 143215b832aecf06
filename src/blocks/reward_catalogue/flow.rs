//! The way from a reward to an order, as a pure state machine: step × input → step.
//!
//! ```text
//! Detail ──> Address ──> Quoting ──> Review ──> Sending ──> Done
//!    └─────────────────────^  ^         ^          ├─────> Refused
//!                             └─ price changed ────┤
//!                                       Unsent <───┤
//!                                                  └─────> Checking ──> Done, Refused, Lost
//! ```
//!
//! Beside it, from the list: `Orders <──> Past <──> Cancel`; the last is reached from `Done`, too.
//!
//! The server decides at every arrow; nothing here judges a price, a stock or a balance.

use palier_contract::problem::{FieldError, Problem, ProblemType};
use palier_contract::redemption::{Quote, Redemption};

use crate::client::Error;
use crate::store::{Order, Unsent};

/// What the member sees in the dialog.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Step {
    /// The reward and its options; what the server did not accept of them.
    Detail(Vec<FieldError>),
    /// Where to ship it; what the server did not accept of it.
    Address(Vec<FieldError>),
    /// The dry run is on its way.
    Quoting(Option<News>),
    /// The dry run did not arrive.
    Unquoted(Error),
    /// What it takes and what is left afterwards, to confirm.
    Review(Box<Quote>, Option<News>),
    /// Confirmed, and not sent.
    Unsent(Unsent),
    /// Confirmed; no answer yet.
    Sending,
    /// Confirmed, and nobody knows what came of it.
    Checking { signed_out: bool },
    /// Confirmed, and nobody can tell what came of it; the reward's title.
    Lost(String),
    /// Ordered.
    Done(Box<Redemption>),
    /// Not ordered, or paid and not handed over.
    Refused(Box<Problem>),
    /// The orders there were.
    Orders,
    /// One of them.
    Past(Box<Redemption>),
    /// Cancelling one, to confirm.
    Cancel(Box<Redemption>),
}

/// Why a review is shown once more.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum News {
    /// The price is another one; the server's words for it.
    Price(Option<String>),
    /// The dry run had lapsed.
    Expired,
    /// The page did not let the order pass; its words, perhaps none.
    Stopped(String),
}

/// What moves the flow on.
#[derive(Debug, Clone, PartialEq)]
#[allow(
    clippy::large_enum_variant,
    reason = "an input lives for one step; a box would cost more than it saves"
)]
pub(super) enum Input {
    /// The options are chosen; whether an address is needed next.
    Chosen { address: bool },
    /// The address is complete.
    Addressed,
    /// The dry run's answer.
    Quoted(Result<Box<Quote>, Error>),
    /// The member confirmed.
    Confirmed,
    /// The page did not let it pass; its words, perhaps none.
    Stopped(String),
    /// Nothing was sent.
    Unsent(Unsent),
    /// Where the order stands.
    Order(Order),
    /// The same question once more.
    Again,
    /// One step back; whether that is the address.
    Back { address: bool },
    /// An order out of those there were, or back to them.
    Look(Option<Box<Redemption>>),
    /// The member wants to cancel the order that is shown.
    Cancel,
}

impl Step {
    /// The step that follows. An input that does not belong to a step changes nothing, so that a
    /// second click or a late answer does no harm.
    #[must_use]
    pub(super) fn after(self, input: Input) -> Self {
        match (self, input) {
            (Self::Detail(_), Input::Chosen { address: true }) => Self::Address(Vec::new()),
            (Self::Detail(_), Input::Chosen { address: false })
            | (Self::Address(_), Input::Addressed)
            | (Self::Unquoted(_) | Self::Unsent(_), Input::Again) => Self::Quoting(None),
            (Self::Quoting(news), Input::Quoted(Ok(quote))) => Self::Review(quote, news),
            (Self::Quoting(_), Input::Quoted(Err(error))) => unquoted(error),
            (Self::Review(..), Input::Confirmed) => Self::Sending,
            (Self::Review(quote, _), Input::Stopped(words)) => {
                Self::Review(quote, Some(News::Stopped(words)))
            }
            (Self::Review(..) | Self::Sending, Input::Unsent(why)) => Self::Unsent(why),
            (
                Self::Address(_) | Self::Quoting(_) | Self::Unquoted(_) | Self::Review(..),
                Input::Back { address },
            ) => {
                if address {
                    Self::Address(Vec::new())
                } else {
                    Self::Detail(Vec::new())
                }
            }
            (Self::Orders | Self::Cancel(_), Input::Look(Some(order))) => Self::Past(order),
            (Self::Past(_) | Self::Cancel(_), Input::Look(None)) => Self::Orders,
            (Self::Past(order) | Self::Done(order), Input::Cancel) => Self::Cancel(order),
            (Self::Refused(_), Input::Back { .. }) => Self::Detail(Vec::new()),
            (step @ (Self::Sending | Self::Checking { .. }), Input::Order(order)) => {
                step.told(order)
            }
            (step, _) => step,
        }
    }

    fn told(self, order: Order) -> Self {
        match order {
            Order::None | Order::Sending(_) => self,
            Order::Unknown { signed_out, .. } => Self::Checking { signed_out },
            Order::Lost(intent) => Self::Lost(intent.title),
            Order::Settled(_, Ok(redemption)) => Self::Done(redemption),
            Order::Settled(_, Err(Error::Problem(problem))) => answered(problem),
            // The store settles nothing on other errors.
            Order::Settled(_, Err(_)) => Self::Checking { signed_out: false },
        }
    }
}

/// What went wrong with the dry run.
fn unquoted(error: Error) -> Step {
    match error {
        Error::Problem(problem) if problem.kind == ProblemType::Invalid => invalid(problem),
        error if error.is_retryable() || error.is_unauthorised() => Step::Unquoted(error),
        Error::Problem(problem) => Step::Refused(problem),
        error => Step::Unquoted(error),
    }
}

/// A final problem with the order.
fn answered(problem: Box<Problem>) -> Step {
    match problem.kind {
        ProblemType::PriceChanged => Step::Quoting(Some(News::Price(problem.detail))),
        ProblemType::QuoteExpired => Step::Quoting(Some(News::Expired)),
        ProblemType::Invalid => invalid(problem),
        _ => Step::Refused(problem),
    }
}

/// Back to the form whose fields the server did not accept. What it says of the whole comes along,
/// with the pointer to the whole (RFC 6901 §5).
fn invalid(mut problem: Box<Problem>) -> Step {
    let about = |name: &str| {
        problem
            .errors
            .iter()
            .any(|error| error.pointer.contains(name))
    };
    let step = match () {
        () if about("personalisation") || about("variant") => Step::Detail,
        () if about("address") => Step::Address,
        () => return Step::Refused(problem),
    };
    problem
        .errors
        .extend(problem.detail.map(|detail| FieldError {
            pointer: String::new(),
            code: String::new(),
            detail,
        }));
    step(problem.errors)
}

#[cfg(test)]
mod tests {
    use serde::de::DeserializeOwned;

    use super::*;
    use crate::store::Intent;

    fn fixture<T: DeserializeOwned>(name: &str) -> T {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/crates/contract/fixtures");
        let json = std::fs::read_to_string(format!("{folder}/{name}.json")).unwrap();
        serde_json::from_str(&json).unwrap()
    }

    fn intent() -> Intent {
        Intent {
            key: "k".into(),
            backend: "/v1".into(),
            member: None,
            request: fixture("redemption_request"),
            title: "Grove hoodie".into(),
            created: palier_contract::Quantity::ZERO,
            is_found: false,
        }
    }

    fn no(name: &str) -> Input {
        let problem = Error::Problem(Box::new(fixture(name)));
        Input::Order(Order::Settled(intent(), Err(problem)))
    }

    fn unknown(signed_out: bool) -> Input {
        Input::Order(Order::Unknown {
            intent: intent(),
            busy: false,
            signed_out,
        })
    }

    fn review() -> Step {
        Step::Review(Box::new(fixture("quote")), None)
    }

    const CHECKING: Step = Step::Checking { signed_out: false };

    #[test]
    fn the_way_to_an_order_passes_every_step_once() {
        let quote = Input::Quoted(Ok(Box::new(fixture("quote"))));
        let yes = Order::Settled(intent(), Ok(Box::new(fixture("redemption_confirmed"))));
        let mut step = Step::Detail(Vec::new());
        for (input, expected) in [
            (Input::Chosen { address: true }, Step::Address(Vec::new())),
            (Input::Addressed, Step::Quoting(None)),
            (quote, review()),
            (Input::Confirmed, Step::Sending),
            (
                Input::Order(yes),
                Step::Done(Box::new(fixture("redemption_confirmed"))),
            ),
        ] {
            step = step.after(input);
            assert_eq!(step, expected);
        }
    }

    #[test]
    fn what_needs_no_address_goes_straight_to_the_quote() {
        assert_eq!(
            Step::Detail(Vec::new()).after(Input::Chosen { address: false }),
            Step::Quoting(None)
        );
    }

    #[test]
    fn what_the_page_stops_is_reviewed_with_its_words() {
        let stopped = |words: &str| Input::Stopped(words.to_owned());
        let step = review().after(stopped("Not today."));
        let quote = Box::new(fixture("quote"));
        let news = News::Stopped("Not today.".into());
        assert_eq!(step, Step::Review(quote, Some(news)));
        assert_eq!(step.after(Input::Confirmed), Step::Sending);
        // An answer that comes too late stops nothing.
        assert_eq!(Step::Sending.after(stopped("")), Step::Sending);
    }

    #[test]
    fn a_second_click_and_a_late_answer_change_nothing() {
        for step in [Step::Sending, CHECKING] {
            assert_eq!(step.clone().after(Input::Confirmed), step);
            assert_eq!(step.clone().after(Input::Back { address: false }), step);
        }
        assert_eq!(review().after(no("problem_short")), review());
        let late = Input::Quoted(Ok(Box::new(fixture("quote_short"))));
        assert_eq!(Step::Sending.after(late), Step::Sending);
    }

    #[test]
    fn a_new_price_is_reviewed_again_with_the_servers_words() {
        let step = Step::Sending.after(no("problem_price_changed"));
        let words = Some("The price is now 1,900 points. Please confirm again.".to_owned());
        assert_eq!(step, Step::Quoting(Some(News::Price(words.clone()))));
        let step = step.after(Input::Quoted(Ok(Box::new(fixture("quote_code")))));
        assert_eq!(
            step,
            Step::Review(Box::new(fixture("quote_code")), Some(News::Price(words)))
        );
    }

    #[test]
    fn a_lapsed_quote_is_asked_for_again() {
        let step = Step::Sending.after(no("problem_quote_expired"));
        assert_eq!(step, Step::Quoting(Some(News::Expired)));
    }

    #[test]
    fn a_plain_no_is_shown_and_leads_back_to_the_reward() {
        for name in [
            "problem_short",
            "problem_sold_out",
            "problem_limit_reached",
            "problem_outside_window",
            "problem_not_eligible",
            "problem_suspended",
            "problem_delivery_failed",
        ] {
            let step = Step::Sending.after(no(name));
            assert_eq!(step, Step::Refused(Box::new(fixture(name))), "{name}");
            assert_eq!(
                step.after(Input::Back { address: false }),
                Step::Detail(Vec::new())
            );
        }
    }

    #[test]
    fn what_was_not_sent_waits_for_no_answer_and_is_reviewed_again() {
        let why = Unsent::OtherOrderOpen("Tote bag".into());
        for step in [review(), Step::Sending] {
            let step = step.after(Input::Unsent(why.clone()));
            assert_eq!(step, Step::Unsent(why.clone()));
            let yes = Order::Settled(intent(), Ok(Box::new(fixture("redemption_confirmed"))));
            assert_eq!(step.clone().after(Input::Order(yes)), step);
            assert_eq!(step.after(Input::Again), Step::Quoting(None));
        }
    }

    #[test]
    fn silence_is_checked_until_there_is_an_answer() {
        let step = Step::Sending.after(unknown(false));
        assert_eq!(step, CHECKING);
        let lost = step.clone().after(Input::Order(Order::Lost(intent())));
        assert_eq!(lost, Step::Lost("Grove hoodie".into()));
        let lapsed = step.clone().after(unknown(true));
        assert!(matches!(lapsed, Step::Checking { signed_out: true }));
        assert!(matches!(
            step.after(no("problem_sold_out")),
            Step::Refused(_)
        ));
    }

    #[test]
    fn an_order_is_cancelled_from_where_it_is_shown_and_only_after_a_question() {
        let order = || Box::new(fixture("redemption_confirmed"));
        let gone = || Box::new(fixture("redemption_cancelled"));
        for step in [Step::Past(order()), Step::Done(order())] {
            let asked = step.after(Input::Cancel);
            assert_eq!(asked, Step::Cancel(order()));
            // A second click asks nothing else, and late news of the order take nobody away.
            assert_eq!(asked.clone().after(Input::Cancel), asked);
            assert_eq!(asked.clone().after(no("problem_short")), asked);
            let kept = asked.clone().after(Input::Look(Some(order())));
            assert_eq!(kept, Step::Past(order()));
            assert_eq!(asked.clone().after(Input::Look(None)), Step::Orders);
            let done = asked.after(Input::Look(Some(gone())));
            assert_eq!(done, Step::Past(gone()));
        }
        assert_eq!(Step::Orders.after(Input::Cancel), Step::Orders);
    }

    #[test]
    fn fields_that_are_refused_lead_back_to_their_form() {
        let step = Step::Sending.after(no("problem_invalid"));
        assert!(matches!(step, Step::Detail(errors) if errors.len() == 3));
        let mut problem: Problem = fixture("problem_invalid");
        problem.errors.remove(0);
        let answer = Err(Error::Problem(Box::new(problem)));
        let step = Step::Sending.after(Input::Order(Order::Settled(intent(), answer)));
        assert!(matches!(step, Step::Address(errors) if errors.len() == 2));
    }

    #[test]
    fn a_dry_run_that_did_not_arrive_can_be_asked_for_again() {
        let step = Step::Quoting(None).after(Input::Quoted(Err(Error::Timeout)));
        assert_eq!(step, Step::Unquoted(Error::Timeout));
        assert_eq!(step.after(Input::Again), Step::Quoting(None));
        let mut page: Problem = fixture("problem_forbidden");
        page.kind = "urn:palier:problem:not-the-backend".into();
        for passing in [fixture("problem_unavailable"), page] {
            let answer = Input::Quoted(Err(Error::Problem(Box::new(passing))));
            assert!(matches!(
                Step::Quoting(None).after(answer),
                Step::Unquoted(_)
            ));
        }
    }
}
