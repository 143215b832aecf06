//! The rules engine beside a model of its documentation: random stories of three members, with
//! late, repeated and returned events, orders and clocks that move, are lived through by both.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking, helpers included"
)]

mod back;
mod compare;
mod days;
mod ladder;
mod model;
mod named;
mod person;
mod real;
mod story;
mod turn;

use proptest::{prelude::*, test_runner::Config};

/// Stories of a usual run; `PROPTEST_CASES` lives through more.
const STORIES: u32 = 60;

fn config() -> Config {
    let asked = std::env::var_os("PROPTEST_CASES").is_some();
    let usual = Config {
        failure_persistence: None,
        ..Config::default()
    };
    if asked {
        usual
    } else {
        Config {
            cases: STORIES,
            ..usual
        }
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn members_have_what_the_rules_say(
        policy in 0..story::POLICIES.len(),
        steps in prop::collection::vec(story::step(), 1..120),
    ) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(story::live(policy, &steps));
    }
}
