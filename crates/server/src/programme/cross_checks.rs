//! Rules of a programme that one part alone cannot break.

use std::collections::BTreeMap;

use super::{Currency, Join, Programme, TierMetric, reader::Table};

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
            "tiers",
            "the first tier is the entry tier and must have no requirements",
        );
    }
    if programme
        .tiers
        .iter()
        .skip(1)
        .any(|tier| tier.requirements.is_empty())
    {
        table.wrong("tiers", "every tier after the first needs requirements");
    }
}

fn check_prices(table: &Table<'_>, programme: &Programme, by_id: &BTreeMap<&str, &Currency>) {
    for (index, reward) in programme.rewards.iter().enumerate() {
        for amount in reward.prices.iter().flat_map(|price| &price.amounts) {
            if by_id
                .get(amount.currency.as_str())
                .is_some_and(|currency| !currency.spendable)
            {
                let message = format!(
                    "rewards[{index}] is priced in `{}`, which is not spendable",
                    amount.currency
                );
                table.wrong("rewards", message);
            }
        }
    }
}

fn check_requirements(table: &Table<'_>, programme: &Programme, by_id: &BTreeMap<&str, &Currency>) {
    for requirement in programme
        .tiers
        .iter()
        .flat_map(|tier| tier.requirements.iter().chain(&tier.keep))
    {
        if let TierMetric::Earned(id) = &requirement.metric
            && by_id
                .get(id.as_str())
                .is_some_and(|currency| !currency.qualifying)
        {
            table.wrong(
                "tiers",
                format!("a requirement counts `{id}`, which is not a qualifying currency"),
            );
        }
    }
}

/// A higher tier must never be easier than a lower one.
fn check_ladder_rises(table: &Table<'_>, programme: &Programme) {
    for pair in programme.tiers.windows(2) {
        let [lower, upper] = pair else { continue };
        for requirement in &lower.requirements {
            let same = upper
                .requirements
                .iter()
                .find(|other| other.metric == requirement.metric);
            if same.is_none_or(|other| other.target < requirement.target) {
                let metric = requirement.metric.key();
                let message = format!(
                    "`{}` must ask at least as much of `{metric}` as `{}`",
                    upper.id, lower.id
                );
                table.wrong("tiers", message);
            }
        }
    }
}
