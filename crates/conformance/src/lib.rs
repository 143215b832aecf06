//! Runs the contract's scenarios against any backend that claims to implement it.
//!
//! The types of `palier-contract` define what replies look like; the scenarios define what they
//! mean: a key is honoured once, a cursor walk misses nothing, nobody reads another member's
//! orders. The suite uses HTTP only and knows no backend's internals.
//!
//! | profile | needs |
//! |---|---|
//! | `read` | tokens of a member, a candidate, a suspended member, one who opted out |
//! | `redeem` | tokens of two members with something to spend, and spends some of it; the API key |
//! | `live` | a token of one member |
//! | `editor` | a token of somebody who may publish; it undoes its changes |
//!
//! Scenarios of operations that `GET /v1/portal` does not list are skipped.

mod client;
mod instants;
mod junit;
mod own_rules;
mod people;
mod reply;
mod report;
mod scenario;
mod scenarios;
mod schema;
mod stop;

pub use client::Client;
pub use junit::write as write_junit;
pub use people::{People, PeopleError, TokenSource};
pub use reply::Reply;
pub use report::{Line, Outcome, Report};
pub use scenario::{Context, Given, Profile, Scenario};
pub use scenarios::all;
pub use stop::{Stop, Verdict};

/// Runs every scenario of `profiles`, in order, and tells each outcome to `on_line` as it
/// comes. Whether there is a member to run them with is checked whatever the profiles.
pub fn run(context: &Context, profiles: &[Profile], mut on_line: impl FnMut(&Line)) -> Report {
    let mut report = Report::default();
    let chosen = |(place, scenario): &(usize, &Scenario)| {
        *place == 0 || profiles.contains(&scenario.profile)
    };
    for (_, scenario) in all().enumerate().filter(chosen) {
        let line = scenario.run(context);
        on_line(&line);
        report.lines.push(line);
    }
    report
}
