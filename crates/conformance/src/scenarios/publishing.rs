//! Publishing: what was drafted is what everybody sees, and the way back is open.

use std::time::{SystemTime, UNIX_EPOCH};

use palier_contract::{
    Page,
    problem::ProblemType,
    revision::{PortalSummaryPage, Revision},
};
use serde_json::{Value, json};
use ureq::http::Method;

use super::drafts::{draft, marked, put, restore};
use crate::{
    reply::Reply,
    scenario::{Context, Profile, Scenario},
    stop::{Stop, Verdict, ensure},
};

const NEEDS: &[&str] = &[
    "get_portal_document",
    "get_draft",
    "put_draft",
    "publish_portal",
    "list_revisions",
    "rollback_portal",
];

const fn editor(
    section: &'static str,
    rule: &'static str,
    check: fn(&Context) -> Verdict,
) -> Scenario {
    Scenario {
        profile: Profile::Editor,
        section,
        rule,
        needs: NEEDS,
        check,
    }
}

pub(super) const SCENARIOS: &[Scenario] = &[
    editor(
        "portal-documents",
        "a published draft is what everybody reads, and can be rolled back",
        there_and_back,
    ),
    editor(
        "portal-documents",
        "an unfinished draft is kept, and not published",
        faulty,
    ),
    editor(
        "portal-documents",
        "publishing needs the ETag of the draft",
        no_if_match,
    ),
    Scenario {
        profile: Profile::Editor,
        section: "portal-documents",
        rule: "the current revision can be read, and is what everybody reads",
        needs: &["get_portal_document", "list_revisions", "get_revision"],
        check: current_revision,
    },
    Scenario {
        profile: Profile::Editor,
        section: "portal-documents",
        rule: "portals are listed for editors only, with their drafts' versions",
        needs: &["list_portals", "get_draft"],
        check: listed,
    },
    Scenario {
        profile: Profile::Editor,
        section: "portal-documents",
        rule: "a portal is deleted by the ETag of its draft, and is gone",
        needs: &["get_draft", "put_draft", "delete_portal"],
        check: deleted,
    },
];

fn current_revision(context: &Context) -> Verdict {
    let public = published(context)?;
    let current = revisions(context)?
        .into_iter()
        .find(|revision| revision.current);
    let Some(current) = current else {
        return Err(Stop::Broken(
            "no revision is current, though a document is public".into(),
        ));
    };
    let path = address(context, &format!("/revisions/{}", current.revision));
    let read = |path: &str| -> Result<Reply, Stop> {
        let ask = context.client.get(path);
        ask.bearer(context.editor()?).send()
    };
    let document = read(&path)?.read_json(200)?;
    ensure!(
        document == public,
        "revision {} differs from what is public",
        current.revision
    );
    read(&address(context, "/revisions/9007199254740991"))?.problem(&ProblemType::NotFound)?;
    let anonymous = context.client.get(path).send()?;
    anonymous.problem(&ProblemType::Unauthorised)?;
    Ok(())
}

fn listed(context: &Context) -> Verdict {
    let ask = context
        .client
        .get(format!("/v1/portals?limit={}", context.limit(100)));
    let page: PortalSummaryPage = ask.bearer(context.editor()?).send()?.read(200)?;
    let found = page
        .items
        .iter()
        .find(|portal| portal.id.as_str() == context.given.document);
    if found.is_none() && page.next_cursor.is_none() {
        draft(context)?;
        return Err(Stop::Broken(format!(
            "the portal {:?} has a draft, and is not listed",
            context.given.document
        )));
    }
    let anonymous = context.client.get("/v1/portals").send()?;
    anonymous.problem(&ProblemType::Unauthorised)?;
    Ok(())
}

fn deleted(context: &Context) -> Verdict {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    let id = format!("conformance-{}", since.map_or(0, |since| since.as_millis()));
    let path = format!("/v1/portals/{id}");
    let draft = format!("{path}/draft");
    let document = json!({ "schema": 1, "id": id, "title": { "en": "Conformance" }, "root": [] });
    let make = context.client.ask(Method::PUT, draft.clone());
    let make = make.bearer(context.editor()?).json(&document);
    let made = make.header("If-None-Match", "*").send()?;
    ensure!(
        made.status == 201,
        "a new portal is answered with {}",
        made.status
    );
    let delete = |tag: Option<&str>| -> Result<Reply, Stop> {
        let ask = context.client.ask(Method::DELETE, path.clone());
        let ask = ask.bearer(context.editor()?);
        match tag {
            Some(tag) => ask.header("If-Match", tag).send(),
            None => ask.send(),
        }
    };
    delete(None)?.problem(&ProblemType::PreconditionRequired)?;
    delete(Some("\"of-no-draft\""))?.problem(&ProblemType::PreconditionFailed)?;
    let done = delete(Some(made.header("etag")))?;
    ensure!(
        done.status == 204,
        "deleting is answered with {}",
        done.status
    );
    let gone = context.client.get(draft).bearer(context.editor()?).send()?;
    gone.problem(&ProblemType::NotFound)?;
    Ok(())
}

fn address(context: &Context, rest: &str) -> String {
    format!("/v1/portals/{}{rest}", context.given.document)
}

fn published(context: &Context) -> Result<Value, Stop> {
    let reply = context.client.get(address(context, "")).send()?;
    context.has_portal(&reply)?;
    reply.read_json(200)
}

fn publish(context: &Context, tag: Option<&str>) -> Result<Reply, Stop> {
    let ask = context.client.post(
        address(context, "/publish"),
        &json!({ "note": "Conformance" }),
    );
    let mut ask = ask.bearer(context.editor()?);
    if let Some(tag) = tag {
        ask = ask.header("If-Match", tag);
    }
    ask.send()
}

fn revisions(context: &Context) -> Result<Vec<Revision>, Stop> {
    let ask = context
        .client
        .get(address(context, "/revisions"))
        .bearer(context.editor()?);
    let page: Page<Revision> = ask.send()?.read(200)?;
    Ok(page.items)
}

fn roll_back(context: &Context, revision: &Revision) -> Result<Reply, Stop> {
    let path = address(
        context,
        &format!("/revisions/{}/rollback", revision.revision),
    );
    context
        .client
        .ask(Method::POST, path)
        .bearer(context.editor()?)
        .send()
}

fn there_and_back(context: &Context) -> Verdict {
    let seen_before = published(context)?;
    let (original, tag) = draft(context)?;
    let before = revisions(context)?
        .into_iter()
        .find(|revision| revision.current);
    let Some(before) = before else {
        return Err(Stop::Broken(
            "no revision is current, though a document is public".into(),
        ));
    };
    let changed = marked(&seen_before, "published");
    let tag = put(context, &tag, &changed)?.header("etag").to_owned();
    let made = publish(context, Some(&tag))?;
    let seen = published(context)?;
    let back = roll_back(context, &before)?;
    let seen_after = published(context)?;
    let listed = revisions(context)?;
    restore(context, &original)?;
    // Everything is put back; now for the verdict.
    let made: Revision = made.read(201)?;
    let back: Revision = back.read(201)?;
    ensure!(seen == changed, "what is public differs from the draft");
    ensure!(
        made.current && made.revision > before.revision,
        "publishing after revision {} gave {}, current: {}",
        before.revision,
        made.revision,
        made.current
    );
    ensure!(
        back.revision > made.revision,
        "rolling back rewrote history: it gave revision {} after {}",
        back.revision,
        made.revision
    );
    ensure!(
        seen_after == seen_before,
        "after rolling back, what is public differs from before"
    );
    let current: Vec<_> = listed
        .iter()
        .filter(|r| r.current)
        .map(|r| r.revision)
        .collect();
    ensure!(
        current == [back.revision],
        "{} revisions are current; only {} is due",
        current.len(),
        back.revision
    );
    Ok(())
}

fn faulty(context: &Context) -> Verdict {
    let faults = [
        (
            "prop_missing",
            json!({ "root": [{ "id": "x_1", "type": "hero", "v": 1 }] }),
        ),
        (
            "css_text",
            json!({ "theme": { "tokens": { "color.accent": "url(https://a.example)" } } }),
        ),
    ];
    faults
        .iter()
        .try_for_each(|(code, fault)| faulty_by(context, code, fault))
}

/// Saves the document with `fault` in place of what it says there, and tries to publish it.
fn faulty_by(context: &Context, code: &str, fault: &Value) -> Verdict {
    let before = published(context)?;
    let current = revisions(context)?
        .into_iter()
        .find(|revision| revision.current);
    let (original, tag) = draft(context)?;
    let mut document = original.clone();
    if let (Some(fields), Some(fault)) = (document.as_object_mut(), fault.as_object()) {
        fields.extend(fault.clone());
    }
    let kept = put(context, &tag, &document)?;
    let refused = publish(context, Some(kept.header("etag")))?;
    let after = published(context)?;
    if let (true, Some(current)) = (after != before, current) {
        roll_back(context, &current)?;
    }
    restore(context, &original)?;
    ensure!(
        kept.status == 200,
        "{code}: an unfinished draft is answered with {}",
        kept.status
    );
    let problem = refused.problem(&ProblemType::Invalid)?;
    let named = problem.errors.iter().any(|error| error.code == code);
    ensure!(
        named,
        "the problem does not name {code}, but {}",
        problem
            .errors
            .iter()
            .map(|error| error.code.as_str())
            .collect::<Vec<_>>()
            .join(", ")
    );
    ensure!(after == before, "{code}: the refused draft is public");
    Ok(())
}

fn no_if_match(context: &Context) -> Verdict {
    draft(context)?;
    publish(context, None)?.problem(&ProblemType::PreconditionRequired)?;
    publish(context, Some("\"of another draft\""))?.problem(&ProblemType::PreconditionFailed)?;
    Ok(())
}
