//! Every scenario, by what it is about.

mod access;
mod boards;
mod caching;
mod clocks;
mod codes;
mod collection;
mod cross_origin;
mod discovery;
mod drafts;
mod errors;
mod filters;
mod joining;
mod keys;
mod ladder;
mod language;
mod member;
mod named;
mod orders;
mod outsiders;
mod pages;
mod places;
mod preferences;
mod prices;
mod privacy;
mod publishing;
mod quotes;
mod race;
mod readers;
mod receipts;
mod redeem;
mod replies;
mod reported;
mod rewards;
mod seen;
mod shop;
mod standing;
mod statement;
mod stream;
mod verdicts;

use crate::{
    scenario::{Context, Profile, Scenario},
    stop::Verdict,
};

/// Every scenario, in the order of a run.
pub fn all() -> impl Iterator<Item = &'static Scenario> {
    [
        &[discovery::MEMBER],
        discovery::SCENARIOS,
        replies::SCENARIOS,
        member::SCENARIOS,
        ladder::SCENARIOS,
        collection::SCENARIOS,
        statement::SCENARIOS,
        clocks::SCENARIOS,
        rewards::SCENARIOS,
        verdicts::SCENARIOS,
        prices::SCENARIOS,
        named::SCENARIOS,
        errors::SCENARIOS,
        caching::SCENARIOS,
        readers::SCENARIOS,
        language::SCENARIOS,
        pages::SCENARIOS,
        filters::SCENARIOS,
        boards::SCENARIOS,
        places::SCENARIOS,
        cross_origin::SCENARIOS,
        access::SCENARIOS,
        privacy::SCENARIOS,
        receipts::SCENARIOS,
        outsiders::SCENARIOS,
        standing::SCENARIOS,
        joining::SCENARIOS,
        redeem::SCENARIOS,
        keys::SCENARIOS,
        quotes::SCENARIOS,
        orders::SCENARIOS,
        codes::SCENARIOS,
        race::SCENARIOS,
        statement::AFTER_ORDERS,
        reported::SCENARIOS,
        stream::SCENARIOS,
        preferences::SCENARIOS,
        seen::SCENARIOS,
        drafts::SCENARIOS,
        publishing::SCENARIOS,
    ]
    .into_iter()
    .flatten()
}

/// A rule of the profile that only reads.
const fn read(
    section: &'static str,
    rule: &'static str,
    needs: &'static [&'static str],
    check: fn(&Context) -> Verdict,
) -> Scenario {
    Scenario {
        profile: Profile::Read,
        section,
        rule,
        needs,
        check,
    }
}
