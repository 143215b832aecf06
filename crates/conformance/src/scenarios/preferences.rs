//! What members choose about themselves is kept, and put back afterwards.

use palier_contract::{
    member::{Me, PreferencesPatch},
    problem::ProblemType,
};
use serde_json::{Value, json};
use ureq::http::Method;

use crate::{
    reply::Reply,
    scenario::{Context, Profile, Scenario},
    stop::{Stop, Verdict, ensure},
};

pub(super) const SCENARIOS: &[Scenario] = &[
    Scenario {
        profile: Profile::Live,
        section: "who-is-asking",
        rule: "an alias that was changed is kept, and what was not named stays as it is",
        needs: &["update_preferences", "get_me"],
        check: alias,
    },
    Scenario {
        profile: Profile::Live,
        section: "leaderboards",
        rule: "an alias that cannot be read is refused at its place",
        needs: &["update_preferences", "get_me"],
        check: unreadable,
    },
];

const PATH: &str = "/v1/me/preferences";
/// Letters of a script with marks, and everything else that an alias may have.
const ALIAS: &str = "न्या O’Hara-Łoś 7.";

fn patch(context: &Context, patch: &Value) -> Result<Reply, Stop> {
    let ask = context.client.ask(Method::PATCH, PATH);
    ask.bearer(context.member()?).json(patch).send()
}

fn me(context: &Context) -> Result<Me, Stop> {
    context.get_mine("/v1/me")?.send()?.read(200)
}

fn alias(context: &Context) -> Verdict {
    let before = me(context)?;
    let changed = patch(context, &json!({ "alias": ALIAS }));
    let kept = me(context);
    let back = PreferencesPatch {
        alias: before.alias.clone(),
        ..PreferencesPatch::default()
    };
    let restored: Me = patch(context, &json!(back))?.read(200)?;
    let (changed, kept): (Me, Me) = (changed?.read(200)?, kept?);
    for (where_, told) in [("the reply", &changed), ("GET /v1/me", &kept)] {
        ensure!(
            told.alias.as_deref() == Some(ALIAS),
            "PATCH {PATH}: after {ALIAS:?}, the alias in {where_} is {:?}",
            told.alias
        );
        ensure!(
            told.preferences == before.preferences,
            "PATCH {PATH}: only the alias was named, and {where_} has other preferences than before"
        );
    }
    ensure!(
        restored.alias == before.alias,
        "PATCH {PATH}: the alias cannot be put back; it is {:?}",
        restored.alias
    );
    Ok(())
}

fn unreadable(context: &Context) -> Verdict {
    let before = me(context)?;
    for alias in ["x", "\u{200b}\u{200b}", "a<b>c", &"m".repeat(31)] {
        let reply = patch(context, &json!({ "alias": alias }))?;
        let problem = reply.problem(&ProblemType::Invalid)?;
        ensure!(
            problem.errors.iter().any(|one| one.pointer == "/alias"),
            "PATCH {PATH}: for the alias {alias:?}, no entry of errors has the pointer /alias"
        );
    }
    let after = me(context)?;
    ensure!(
        after.alias == before.alias,
        "PATCH {PATH}: a refused alias was kept: {:?}",
        after.alias
    );
    Ok(())
}
