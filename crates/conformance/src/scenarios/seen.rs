//! What was looked at is news no more.

use palier_contract::{badge::Collection, tier::Standing};
use ureq::http::Method;

use crate::{
    scenario::{Context, Profile, Scenario},
    stop::{Verdict, ensure},
};

pub(super) const SCENARIOS: &[Scenario] = &[
    Scenario {
        profile: Profile::Live,
        section: "tiers",
        rule: "an upgrade that was seen is celebrated no more",
        needs: &["mark_tier_seen", "get_standing"],
        check: tier,
    },
    Scenario {
        profile: Profile::Live,
        section: "badges",
        rule: "badges that were seen are new no more",
        needs: &["mark_badges_seen", "get_badges"],
        check: badges,
    },
];

/// Twice: pages may say so again.
fn mark(context: &Context, path: &str) -> Verdict {
    for _ in 0..2 {
        let ask = context.client.ask(Method::POST, path);
        let reply = ask.bearer(context.member()?).send()?;
        ensure!(
            reply.status == 204,
            "{path}: {} instead of 204",
            reply.status
        );
    }
    Ok(())
}

fn tier(context: &Context) -> Verdict {
    mark(context, "/v1/me/tier/seen")?;
    let standing: Standing = context.get_mine("/v1/me/tier")?.send()?.read(200)?;
    ensure!(!standing.just_upgraded, "just_upgraded is still true");
    Ok(())
}

fn badges(context: &Context) -> Verdict {
    mark(context, "/v1/me/badges/seen")?;
    let mine: Collection = context.get_mine("/v1/me/badges")?.send()?.read(200)?;
    let mut badges = mine.series.iter().flat_map(|series| &series.badges);
    let new = badges.find(|badge| badge.new);
    ensure!(
        new.is_none(),
        "still new: {}",
        new.map_or("", |badge| badge.id.as_str())
    );
    Ok(())
}
