//! Rules of a programme that one part alone cannot break.

use std::collections::BTreeMap;

use super::{Currency, Join, Programme, Requirement, Tier, TierMetric, reader::Table};

/// Tells every mistake that lies between the parts.
pub(super) fn check(table: &Table<'_>, programme: &Programme) {
    if programme.currencies.is_empty() {
        table.wrong("currencies", "a programme needs at least one currency");
    }
    if programme.terms_version.is_some()
        && (programme.links.terms.is_none() || programme.join != Join::Ask)
    {
        table.wrong(
            "terms_version",
            "needs `join = \"ask\"` and the terms themselves, `links = { terms = \"…\" }`",
        );
    }
    check_entry(table, programme);
    check_ladder_rises(table, programme);
    let by_id: BTreeMap<&str, &Currency> = programme
        .currencies
        .iter()
        .map(|currency| (currency.id.as_str(), currency))
        .collect();
    check_prices(table, programme, &by_id);
    check_requirements(table, programme, &by_id);
}

/// Everybody who joins is in the first tier, and nobody in a later one by that.
fn check_entry(table: &Table<'_>, programme: &Programme) {
    if programme
        .tiers
        .first()
        .is_some_and(|entry| !entry.requirements.is_empty())
    {
        table.wrong(
            "tiers[0].requirements",
            "the first tier is the entry tier and must have no requirements",
        );
    }
    for (index, tier) in programme.tiers.iter().enumerate().skip(1) {
        if tier.requirements.is_empty() {
            let message = "is missing; every tier after the first asks for something, such as \
                 [{ spend = true, target = 10000, label = { en = \"…\" } }]";
            table.wrong(&format!("tiers[{index}].requirements"), message);
        }
    }
}

fn check_prices(table: &Table<'_>, programme: &Programme, by_id: &BTreeMap<&str, &Currency>) {
    for (index, reward) in programme.rewards.iter().enumerate() {
        for (place, price) in reward.prices.iter().enumerate() {
            for amount in &price.amounts {
                let id = amount.currency.as_str();
                if by_id.get(id).is_some_and(|currency| !currency.spendable) {
                    let path = format!("rewards[{index}].prices[{place}].{id}");
                    let message =
                        format!("`{id}` has `spendable = false`, so nothing can be bought with it");
                    table.wrong(&path, message);
                }
            }
        }
    }
}

fn check_requirements(table: &Table<'_>, programme: &Programme, by_id: &BTreeMap<&str, &Currency>) {
    for (index, tier) in programme.tiers.iter().enumerate() {
        for (list, asked) in [("requirements", &tier.requirements), ("keep", &tier.keep)] {
            for (place, requirement) in asked.iter().enumerate() {
                let TierMetric::Earned(id) = &requirement.metric else {
                    continue;
                };
                let currency = by_id.get(id.as_str());
                if currency.is_some_and(|currency| !currency.qualifying) {
                    let path = format!("tiers[{index}].{list}[{place}].earned");
                    let message = format!(
                        "`{id}` does not count towards tiers; give that currency `qualifying = true`"
                    );
                    table.wrong(&path, message);
                }
            }
        }
    }
}

/// A higher tier must never be easier than a lower one, nor ask for the same.
fn check_ladder_rises(table: &Table<'_>, programme: &Programme) {
    for (index, pair) in (1..).zip(programme.tiers.windows(2)) {
        let [lower, upper] = pair else { continue };
        let target = |tier: &Tier, metric: &TierMetric| {
            let mut asked = tier.requirements.iter();
            asked
                .find(|other| other.metric == *metric)
                .map(|other| other.target)
        };
        let path = format!("tiers[{index}].requirements");
        let easier = |asks: &&Requirement| target(upper, &asks.metric) < Some(asks.target);
        let more = |asks: &Requirement| target(lower, &asks.metric) < Some(asks.target);
        if let Some(asks) = lower.requirements.iter().find(easier) {
            let (metric, least) = (asks.metric.key(), asks.target);
            let message = format!(
                "must ask for at least {least} of `{metric}`, as `{}` below it does",
                lower.id
            );
            table.wrong(&path, message);
        } else if !upper.requirements.is_empty() && !upper.requirements.iter().any(more) {
            let lower = &lower.id;
            let message = format!(
                "asks for no more than `{lower}` below it: nobody would ever be in `{lower}`"
            );
            table.wrong(&path, message);
        }
    }
}
