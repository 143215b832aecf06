//! The suite finds what it should: a small backend passes, and the same backend with one
//! fault breaks the rule that the fault is about.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod backend;
mod bends;

use backend::{Backend, Fault, Slip};
use palier_conformance::{Client, Context, Given, Outcome, People, Profile, all, run};

fn given(document: &str) -> Given {
    Given {
        origin: Some("https://shop.example".to_owned()),
        document: document.to_owned(),
        ..Given::default()
    }
}

/// The rules that a backend with `fault` breaks.
fn broken(fault: Option<Fault>) -> Vec<String> {
    let backend = Backend::start(fault);
    let client = Client::new(&backend.address);
    let context = Context::new(client, People::default(), given("none")).unwrap();
    let report = run(&context, &[Profile::Read], |_| {});
    let failed = report
        .lines
        .iter()
        .filter(|line| matches!(line.outcome, Outcome::Failed(_)));
    failed.map(|line| line.to_string()).collect()
}

#[test]
fn a_small_honest_backend_breaks_no_rule() {
    assert_eq!(broken(None), Vec::<String>::new());
}

#[test]
fn each_fault_is_found_by_its_rule() {
    for (fault, rule) in [
        (Fault::NeverUnchanged, "answered with 304"),
        (
            Fault::AlwaysUnchanged,
            "another entity tag is answered with the whole thing",
        ),
        (Fault::NoVary, "public data may be cached"),
        (Fault::PlainErrors, "unknown address"),
        (Fault::NoAllow, "a method that is not allowed"),
        (Fault::AnyOrigin, "a page of another origin may not call"),
        (Fault::OneLanguage, "each offered language"),
        (Fault::LocalTimes, "series are public"),
        (Fault::HugeNumber, "series are public"),
        (Fault::LeakedSecret, "a secret badge keeps its secret"),
        (
            Fault::SomebodyElse,
            "nobody is told that they are anonymous",
        ),
        (Fault::AnyToken, "a token that is not accepted"),
        (Fault::UnfedBlock, "each block that is listed"),
        (Fault::NamedZone, "currencies, locales and limits"),
        (Fault::Underscored, "currencies, locales and limits"),
        (Fault::OwnNull, "series are public"),
        (Fault::RelativePicture, "series are public"),
        (Fault::OwnWord, "series are public"),
        (Fault::OneTag, "the entity tag of one language"),
        (Fault::HalfSpoken, "each offered language"),
    ] {
        let failed = broken(Some(fault));
        let named = failed.iter().any(|line| line.contains(rule));
        assert!(
            named,
            "{fault:?} is not found by {rule:?}, but by {failed:#?}"
        );
    }
}

/// What the scenarios work with, on a backend that sells and keeps a draft.
fn shop(slip: Option<Slip>) -> Context {
    let backend = backend::shop(slip);
    let client = Client::new(&backend.address);
    Context::new(client, backend::people(), given("club")).unwrap()
}

/// The reasons for which rules are skipped, and how others are broken.
fn stopped(context: &Context, profile: Profile) -> (Vec<String>, Vec<String>) {
    let (mut skipped, mut broken) = (Vec::new(), Vec::new());
    for line in run(context, &[profile], |_| {}).lines {
        match line.outcome {
            Outcome::Passed => {}
            Outcome::Skipped(why) => skipped.push(why),
            Outcome::Failed(how) => broken.push(how.to_string()),
        }
    }
    (skipped, broken)
}

#[test]
fn without_an_origin_what_its_pages_may_do_is_not_checked() {
    let start = |fault| {
        let client = Client::new(&Backend::start(fault).address);
        let given = Given {
            origin: None,
            ..given("none")
        };
        Context::new(client, People::default(), given).unwrap()
    };
    let (skipped, broken) = stopped(&start(None), Profile::Read);
    let why = "no --origin was named";
    assert_eq!(skipped.iter().filter(|one| *one == why).count(), 2);
    assert_eq!(broken, [""; 0]);
    // That nobody else may call can be checked all the same.
    let (_, broken) = stopped(&start(Some(Fault::AnyOrigin)), Profile::Read);
    assert_eq!(broken.len(), 1, "{broken:?}");
}

#[test]
fn a_portal_that_is_not_there_is_named_and_breaks_no_rule() {
    let context = Context {
        given: given("grove"),
        ..shop(None)
    };
    let (skipped, broken) = stopped(&context, Profile::Editor);
    assert_eq!(broken, [""; 0]);
    let named = r#"no portal "grove"; name one with --document"#;
    assert!(skipped.iter().any(|one| one == named), "{skipped:?}");
}

/// What becomes of one rule there.
fn outcome(slip: Option<Slip>, rule: &str) -> Outcome {
    let scenario = all().find(|scenario| scenario.rule == rule);
    scenario.unwrap().run(&shop(slip)).outcome
}

#[test]
fn an_honest_shop_breaks_no_rule_of_spending_and_editing() {
    let report = run(&shop(None), &[Profile::Redeem, Profile::Editor], |_| {});
    let failed = report
        .lines
        .iter()
        .filter(|line| matches!(line.outcome, Outcome::Failed(_)));
    let failed: Vec<String> = failed.map(|line| line.to_string()).collect();
    assert_eq!(failed, Vec::<String>::new());
}

#[test]
fn each_slip_in_spending_paging_and_saving_is_found_by_its_rule() {
    let replayed = "the same key gives the stored answer, marked as such";
    let recorded =
        "an order is at its Location, of what was chosen, and in the ledger with a minus";
    let narrowed = "a category, words and what is affordable narrow the catalogue down";
    let reasons = "whoever may not redeem is told why, by how much, and is offered no button";
    let dear = "a quote of what is too dear is below nought by what is missing";
    let walked = "a walk through the ledger has no gap and no duplicate";
    for (slip, rule) in [
        (
            Slip::PaidQuote,
            "a quote says what it takes, and takes nothing",
        ),
        (
            Slip::OtherBefore,
            "a quote's before is what is held, and its after what the price leaves of it",
        ),
        (Slip::NoDebt, dear),
        (Slip::OtherMissing, dear),
        (Slip::NoKey, "an order without a key is refused"),
        (
            Slip::ChargedTwice,
            "an order takes what the quote said, once",
        ),
        (Slip::OrderedTwice, replayed),
        (Slip::OrderedTwice, "the same key in quotes is the same key"),
        (
            Slip::OrderedTwice,
            "twenty sendings of one order at the same time make one order",
        ),
        (Slip::UnmarkedReplay, replayed),
        (
            Slip::ForgottenRefusal,
            "a key that was refused stays refused",
        ),
        (
            Slip::AnyPayload,
            "the same key with another payload is refused",
        ),
        (Slip::SharedKey, "two members may use the same key"),
        (
            Slip::LastingQuote,
            "a quote cannot be spent twice or by somebody else",
        ),
        (
            Slip::AnyChoice,
            "an order for something else than the quote is refused",
        ),
        (Slip::OpenOrders, "another member's redemption is not found"),
        (Slip::RepeatedRow, walked),
        (Slip::MissedRow, walked),
        (Slip::BlindSave, "saving without If-Match is refused"),
        (
            Slip::SavedOver,
            "saving over somebody else's work is refused",
        ),
        (
            Slip::LastingTag,
            "a draft is saved with the ETag it was read with, and gets another",
        ),
        (
            Slip::DroppedKeys,
            "unknown blocks, props and keys come back as they went",
        ),
        (Slip::EndlessPages, walked),
        (Slip::NoLocation, "an order takes what the quote said, once"),
        (Slip::OrderDay, "an order takes what the quote said, once"),
        (
            Slip::LapsedQuote,
            "a quote says what it takes, and takes nothing",
        ),
        (
            Slip::OtherWord,
            "a quote cannot be spent twice or by somebody else",
        ),
        (
            Slip::NoStep,
            "what the member may redeem offers the step that does it",
        ),
        (
            Slip::Unaffordable,
            "what the member may redeem offers the step that does it",
        ),
        (Slip::AnyWords, narrowed),
        (
            Slip::AnyTime,
            "the ledger can be narrowed down to a span of time",
        ),
        (Slip::NoReason, reasons),
        (Slip::VainButton, reasons),
        (Slip::EmptyShelf, reasons),
        (
            Slip::OtherVerdict,
            "the member is told the same of a reward in the catalogue and by itself",
        ),
        (
            Slip::SharedVerdict,
            "what is public for nobody and another for the member is private for the member",
        ),
        (
            Slip::OldestFirst,
            "a walk through the orders has no gap and no duplicate, newest first",
        ),
        (Slip::GainedPrice, recorded),
        (Slip::LostOrder, recorded),
        (
            Slip::LastingLimit,
            "an order takes one of the stock that is told, and of the member's limit",
        ),
        (Slip::OtherReward, recorded),
        (Slip::Speechless, "an order takes what the quote said, once"),
        (
            Slip::KeptBatches,
            "an order takes what the quote said, once",
        ),
    ] {
        let honest = outcome(None, rule);
        assert!(matches!(honest, Outcome::Passed), "{rule:?}: {honest:?}");
        let found = outcome(Some(slip), rule);
        assert!(
            matches!(found, Outcome::Failed(_)),
            "{slip:?} is not found by {rule:?}: {found:?}"
        );
    }
}

#[test]
fn what_is_broken_is_told_with_its_requests_and_its_place_in_the_contract() {
    let rule = "the same key gives the stored answer, marked as such";
    let scenario = all().find(|scenario| scenario.rule == rule).unwrap();
    let told = scenario.run(&shop(Some(Slip::UnmarkedReplay))).to_string();
    let due = "FAIL  redeem  the same key gives the stored answer, marked as such\n      \
        on a replay, Idempotency-Replayed is missing; true is due\n      \
        last requests: GET /v1/me/balances 200, POST /v1/redemptions 201, POST /v1/redemptions 201\n      \
        see docs/contract.md#once-and-no-more";
    assert_eq!(told, due);
}

#[test]
fn each_rule_stands_under_a_heading_of_the_contract() {
    let guide = include_str!("../../../docs/contract.md");
    let headings = guide.lines().filter(|line| line.starts_with('#'));
    let plain = headings.map(|line| line.trim_start_matches('#').trim().to_lowercase());
    let anchors: Vec<String> = plain
        .map(|line| line.replace(',', "").replace(' ', "-"))
        .collect();
    for scenario in all() {
        let is_there = anchors.iter().any(|one| one == scenario.section);
        assert!(is_there, "{}: {:?}", scenario.rule, scenario.section);
    }
}

#[test]
fn an_address_that_is_nobody_s_may_be_one_that_is_not_offered() {
    let rule = "an unknown address is answered with 404";
    let context = shop(Some(Slip::NotOffered));
    let scenario = all().find(|scenario| scenario.rule == rule).unwrap();
    let found = scenario.run(&context).outcome;
    assert!(matches!(found, Outcome::Passed), "{found:?}");
}

#[test]
fn members_to_check_and_no_member_is_no_pass() {
    let context = Context {
        people: People::default(),
        ..shop(None)
    };
    for profile in [Profile::Redeem, Profile::Live, Profile::Editor] {
        let report = run(&context, &[profile], |_| {});
        assert_eq!(report.failed(), 1, "{profile}");
    }
    let report = run(&context, &[Profile::Redeem], |_| {}).to_string();
    for due in ["for want of a member's token", "about what is not offered"] {
        assert!(report.contains(due), "{report}");
    }
}

#[test]
fn pages_are_no_longer_than_the_backend_allows() {
    let mut context = shop(None);
    context.portal.limits.max_page_size = 5.into();
    assert_eq!(context.limit(100), 5);
    let (_, broken) = stopped(&context, Profile::Redeem);
    assert_eq!(broken, [""; 0]);
}
