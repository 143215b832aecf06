//! Whatever is for somebody is closed to everybody else.

use palier_contract::{
    operation::{self, Access, Operation},
    problem::ProblemType,
};
use serde_json::json;
use ureq::http::Method;

use super::{read, shop::key};
use crate::{
    client::Ask,
    scenario::{Context, Scenario},
    stop::{Stop, Verdict},
};

pub(super) const SCENARIOS: &[Scenario] = &[
    read(
        "who-is-asking",
        "everything that is for members needs a token",
        &[],
        members,
    ),
    read(
        "portal-documents",
        "portals are listed, changed, published and deleted by editors only",
        &[],
        editors,
    ),
];

/// What the editors' operations are asked for by others; these name no revision, which could be unknown.
const EDITORS: &[&str] = &[
    "list_portals",
    "get_draft",
    "put_draft",
    "publish_portal",
    "delete_portal",
    "list_revisions",
];

/// A request that would be refused even if it came from the right person: nothing comes of it.
fn vain<'a>(context: &'a Context, operation: &Operation) -> Result<Ask<'a>, Stop> {
    let path = operation
        .path
        .replace("{threshold}", "1")
        .replace("{id}", &context.given.document);
    let method = Method::from_bytes(operation.method.as_bytes())
        .map_err(|error| Stop::Broken(error.to_string()))?;
    let ask = context.client.ask(method, path).json(&json!({}));
    let ask = ask.header("If-Match", "\"no-such-draft\"");
    Ok(ask.header("Idempotency-Key", key()))
}

fn members(context: &Context) -> Verdict {
    // A stream that is open to everybody would never end; it has a rule of its own.
    let is_meant = |it: &&Operation| it.access == Access::Member && it.id != "stream_hints";
    for operation in operation::ALL.iter().filter(is_meant) {
        if context.offers(operation.id) {
            let reply = vain(context, operation)?.send()?;
            reply.problem(&ProblemType::Unauthorised)?;
        }
    }
    Ok(())
}

fn editors(context: &Context) -> Verdict {
    let offered = |id: &&&str| context.offers(id);
    for operation in EDITORS
        .iter()
        .filter(offered)
        .filter_map(|id| operation::get(id))
    {
        let reply = vain(context, operation)?.send()?;
        reply.problem(&ProblemType::Unauthorised)?;
        if let Some(token) = &context.people.member {
            let reply = vain(context, operation)?.bearer(token).send()?;
            reply.problem(&ProblemType::Forbidden)?;
        }
    }
    Ok(())
}
