//! The suite finds what it should: a small backend passes, and the same backend with one
//! fault breaks the rule that the fault is about.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod backend;

use backend::{Backend, Fault};
use palier_conformance::{Client, Context, Outcome, People, Profile, run};

/// The rules that a backend with `fault` breaks.
fn broken(fault: Option<Fault>) -> Vec<String> {
    let backend = Backend::start(fault);
    let client = Client::new(&backend.address);
    let origin = "https://shop.example".to_owned();
    let context = Context::new(client, People::default(), origin, "none".into()).unwrap();
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
    ] {
        let failed = broken(Some(fault));
        let named = failed.iter().any(|line| line.contains(rule));
        assert!(
            named,
            "{fault:?} is not found by {rule:?}, but by {failed:#?}"
        );
    }
}
