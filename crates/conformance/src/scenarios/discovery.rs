//! `GET /v1/portal`: what everything else starts from.

use std::collections::BTreeSet;

use palier_contract::{
    CONTRACT_VERSION,
    document::blocks,
    operation,
    portal::{ExpiryKind, Portal},
};

use crate::{
    scenario::{Context, Profile, Scenario},
    stop::{Verdict, ensure},
};

/// Runs first, whatever the profiles: without a member nearly everything is skipped.
pub(super) const MEMBER: Scenario = Scenario {
    profile: Profile::Read,
    section: "check-it",
    rule: "there is a member to check the operations of members with",
    needs: &[],
    check: member_given,
};

pub(super) const SCENARIOS: &[Scenario] = &[
    Scenario {
        profile: Profile::Read,
        section: "your-first-block",
        rule: "what is offered is told as its schema says",
        needs: &[],
        check: |context| {
            let reply = context.client.get("/v1/portal").send()?;
            reply.read::<Portal>(200).map(drop)
        },
    },
    Scenario {
        profile: Profile::Read,
        section: "growing",
        rule: "the backend speaks this major version of the contract",
        needs: &[],
        check: same_major,
    },
    Scenario {
        profile: Profile::Read,
        section: "what-each-block-needs",
        rule: "capabilities name operations and blocks of the contract, none twice",
        needs: &[],
        check: known_capabilities,
    },
    Scenario {
        profile: Profile::Read,
        section: "what-each-block-needs",
        rule: "each block that is listed has the operations it asks for",
        needs: &[],
        check: fed_blocks,
    },
    Scenario {
        profile: Profile::Read,
        section: "your-first-block",
        rule: "currencies, locales and limits are usable",
        needs: &[],
        check: usable_settings,
    },
    Scenario {
        profile: Profile::Read,
        section: "growing",
        rule: "versions are whole numbers with dots between them",
        needs: &[],
        check: versions,
    },
    Scenario {
        profile: Profile::Read,
        section: "points",
        rule: "a currency that lapses says after how many days, or when",
        needs: &[],
        check: expiry,
    },
];

fn versions(context: &Context) -> Verdict {
    let portal = &context.portal;
    let (spoken, least) = (&portal.contract_version, &portal.min_kit_version);
    ensure!(
        numbers(spoken) == Some(2),
        "/v1/portal: contract_version is {spoken:?}; major.minor is due, as {CONTRACT_VERSION}"
    );
    let parts = least.as_ref().map_or(Some(1), |least| numbers(least));
    ensure!(
        parts.is_some_and(|parts| parts <= 3),
        "/v1/portal: min_kit_version is {:?}; up to three numbers are due, as 1.4.0, or it keeps no kit \
         out",
        least.as_deref().unwrap_or_default()
    );
    Ok(())
}

/// How many numbers a version has.
fn numbers(version: &str) -> Option<usize> {
    let is_number = |part: &str| part.parse::<u32>().is_ok() && !part.starts_with('+');
    let parts = version.split('.');
    parts.clone().all(is_number).then(|| parts.count())
}

fn expiry(context: &Context) -> Verdict {
    for currency in &context.portal.currencies {
        let (id, policy) = (&currency.id, &currency.expiry);
        let days = policy.days.map_or(0, |days| days.get());
        ensure!(
            policy.kind != ExpiryKind::After || days > 0,
            "/v1/portal: expiry of {id} is after {days} days; at least 1 is due in days"
        );
        ensure!(
            policy.kind != ExpiryKind::Fixed || policy.at.is_some(),
            "/v1/portal: expiry of {id} is fixed, and at does not say when"
        );
    }
    Ok(())
}

fn major(version: &str) -> &str {
    version.split('.').next().unwrap_or(version)
}

/// The shape of a tag (RFC 5646 §2.1): parts of up to eight letters and digits, a language first.
fn is_language(tag: &str) -> bool {
    let is_part = |part: &str| {
        (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    let first = tag.split('-').next().unwrap_or_default();
    let is_word = first.len() > 1 && first.bytes().all(|byte| byte.is_ascii_alphabetic());
    is_word && tag.split('-').all(is_part)
}

fn fed_blocks(context: &Context) -> Verdict {
    for block in &context.portal.capabilities.blocks {
        let Some(needs) = operation::of_block(block) else {
            continue;
        };
        let people = needs.member.iter().filter(|_| context.has_members());
        let missing: Vec<_> = needs
            .always
            .iter()
            .chain(people)
            .filter(|id| !context.offers(id))
            .copied()
            .collect();
        ensure!(
            missing.is_empty(),
            "capabilities.blocks lists {block}, and {} is not among capabilities.operations; the \
             block asks for it all the same",
            missing.join(", ")
        );
    }
    Ok(())
}

fn member_given(context: &Context) -> Verdict {
    ensure!(
        context.people.member.is_some() || !context.has_members(),
        "operations of members are offered, and nobody gave a member's token: name one with \
         --token-command"
    );
    Ok(())
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
            "{}: unit/other is {unit:?}; {{count}} is due where the number goes",
            currency.id
        );
        ensure!(
            (0..=8).contains(&currency.decimals.get()),
            "{}: decimals is {}; 0 to 8 are due",
            currency.id,
            currency.decimals
        );
    }
    let zone = &portal.programme.time_zone;
    ensure!(
        jiff::tz::TimeZone::get(zone).is_ok(),
        "programme/time_zone is {zone:?}; an IANA name is due, as Europe/Paris"
    );
    for locale in &portal.locales {
        ensure!(
            is_language(locale),
            "locales: {locale:?} is no BCP 47 tag; as fr, or pt-BR"
        );
    }
    ensure!(
        portal.limits.max_page_size.get() > 0,
        "limits/max_page_size is {}; at least 1 is due",
        portal.limits.max_page_size
    );
    ensure!(
        portal.limits.max_body_bytes.get() > 0,
        "limits/max_body_bytes is {}; at least 1 is due",
        portal.limits.max_body_bytes
    );
    let remembered = portal.limits.idempotency_seconds.get();
    ensure!(
        remembered >= 86_400,
        "keys are remembered for {remembered} s; a day is the least"
    );
    Ok(())
}
