//! `GET /v1/portal`: what everything else starts from.

use std::collections::BTreeSet;

use palier_contract::{CONTRACT_VERSION, document::blocks, operation};

use crate::{
    scenario::{Context, Profile, Scenario},
    stop::{Verdict, ensure},
};

pub(super) const SCENARIOS: &[Scenario] = &[
    Scenario {
        profile: Profile::Read,
        rule: "the backend speaks this major version of the contract",
        needs: &[],
        check: same_major,
    },
    Scenario {
        profile: Profile::Read,
        rule: "capabilities name operations and blocks of the contract, none twice",
        needs: &[],
        check: known_capabilities,
    },
    Scenario {
        profile: Profile::Read,
        rule: "currencies, locales and limits are usable",
        needs: &[],
        check: usable_settings,
    },
];

fn major(version: &str) -> &str {
    version.split('.').next().unwrap_or(version)
}

fn same_major(context: &Context) -> Verdict {
    let spoken = &context.portal.contract_version;
    ensure!(
        major(spoken) == major(CONTRACT_VERSION),
        "the backend speaks {spoken}, this suite {CONTRACT_VERSION}"
    );
    Ok(())
}

fn known_capabilities(context: &Context) -> Verdict {
    let mut seen = BTreeSet::new();
    for id in &context.portal.capabilities.operations {
        ensure!(seen.insert(id), "the operation {id} is listed twice");
        let known = operation::get(id).is_some() || id.starts_with("x_");
        ensure!(
            known,
            "{id} is no operation of the contract; own ones begin with x_"
        );
    }
    for id in ["get_portal", "get_me"] {
        ensure!(context.offers(id), "{id} must always be offered");
    }
    let blocks: BTreeSet<_> = blocks::ALL.iter().map(|block| block.kind).collect();
    let listed = context.portal.capabilities.blocks.iter();
    let known = listed
        .filter(|block| blocks.contains(block.as_str()))
        .count();
    ensure!(known > 0, "no block of the contract is offered");
    Ok(())
}

fn usable_settings(context: &Context) -> Verdict {
    let portal = &context.portal;
    ensure!(!portal.currencies.is_empty(), "there is no currency");
    ensure!(!portal.locales.is_empty(), "there is no locale");
    let mut ids = BTreeSet::new();
    for currency in &portal.currencies {
        ensure!(
            ids.insert(&currency.id),
            "two currencies have the id {}",
            currency.id
        );
        let unit = &currency.unit.other;
        ensure!(
            unit.contains("{count}"),
            "{}: the unit {unit:?} has no {{count}}",
            currency.id
        );
        ensure!(
            (0..=8).contains(&currency.decimals.get()),
            "{}: odd decimals",
            currency.id
        );
    }
    ensure!(
        portal.limits.max_page_size.get() > 0,
        "max_page_size is not positive"
    );
    let remembered = portal.limits.idempotency_seconds.get();
    ensure!(
        remembered >= 86_400,
        "keys are remembered for {remembered} s; a day is the least"
    );
    Ok(())
}
