//! Every scenario, by what it is about.

mod boards;
mod caching;
mod codes;
mod cross_origin;
mod discovery;
mod drafts;
mod errors;
mod language;
mod orders;
mod pages;
mod privacy;
mod publishing;
mod race;
mod redeem;
mod replies;
mod shop;
mod stream;

use crate::scenario::Scenario;

/// Every scenario, in the order of a run.
pub fn all() -> impl Iterator<Item = &'static Scenario> {
    [
        discovery::SCENARIOS,
        replies::SCENARIOS,
        errors::SCENARIOS,
        caching::SCENARIOS,
        language::SCENARIOS,
        pages::SCENARIOS,
        boards::SCENARIOS,
        cross_origin::SCENARIOS,
        privacy::SCENARIOS,
        redeem::SCENARIOS,
        orders::SCENARIOS,
        codes::SCENARIOS,
        race::SCENARIOS,
        stream::SCENARIOS,
        drafts::SCENARIOS,
        publishing::SCENARIOS,
    ]
    .into_iter()
    .flatten()
}
