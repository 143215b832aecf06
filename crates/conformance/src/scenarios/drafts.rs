//! Drafts: saved whole, and never over somebody else's work.

use palier_contract::problem::ProblemType;
use serde_json::{Value, json};
use ureq::http::Method;

use crate::{
    reply::Reply,
    scenario::{Context, Profile, Scenario},
    stop::{Stop, Verdict, ensure},
};

const NEEDS: &[&str] = &["get_draft", "put_draft"];

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
        "editing",
        "a draft is saved with the ETag it was read with, and gets another",
        saved,
    ),
    editor(
        "editing",
        "saving over somebody else's work is refused",
        lost_update,
    ),
    editor("editing", "saving without If-Match is refused", no_if_match),
    editor(
        "portal-documents",
        "unknown blocks, props and keys come back as they went",
        unknown_kept,
    ),
    editor(
        "portal-documents",
        "a body that is no portal document is refused",
        no_document,
    ),
];

fn path(context: &Context) -> String {
    format!("/v1/portals/{}/draft", context.given.document)
}

/// The draft and its entity tag.
pub(super) fn draft(context: &Context) -> Result<(Value, String), Stop> {
    let reply = context
        .client
        .get(path(context))
        .bearer(context.editor()?)
        .send()?;
    context.has_portal(&reply)?;
    let document = reply.read_json(200)?;
    let tag = reply.header("etag").to_owned();
    ensure!(
        tag.starts_with('"'),
        "the draft's ETag is {}; a strong one is due",
        reply.told("etag")
    );
    Ok((document, tag))
}

/// Saves a draft.
pub(super) fn put(context: &Context, tag: &str, document: &Value) -> Result<Reply, Stop> {
    let ask = context
        .client
        .ask(Method::PUT, path(context))
        .bearer(context.editor()?);
    ask.header("If-Match", tag).json(document).send()
}

/// A document that differs, by a key that no version knows.
pub(super) fn marked(document: &Value, mark: &str) -> Value {
    let mut document = document.clone();
    if let Some(fields) = document.as_object_mut() {
        fields.insert("x_conformance".into(), mark.into());
    }
    document
}

/// Puts the draft back as it was.
pub(super) fn restore(context: &Context, original: &Value) -> Verdict {
    let (_, tag) = draft(context)?;
    let reply = put(context, &tag, original)?;
    ensure!(
        reply.status == 200,
        "the draft cannot be put back: {}",
        reply.status
    );
    Ok(())
}

fn saved(context: &Context) -> Verdict {
    let (original, tag) = draft(context)?;
    let reply = put(context, &tag, &marked(&original, "saved"))?;
    ensure!(
        reply.status == 200,
        "saving is answered with {}",
        reply.status
    );
    let new_tag = reply.header("etag").to_owned();
    let (read, read_tag) = draft(context)?;
    restore(context, &original)?;
    ensure!(new_tag != tag, "the draft changed, its ETag did not");
    ensure!(
        new_tag == read_tag,
        "saving gave the ETag {new_tag}, reading {read_tag}"
    );
    ensure!(
        read == marked(&original, "saved"),
        "the draft reads differently than it was saved"
    );
    Ok(())
}

fn lost_update(context: &Context) -> Verdict {
    let (original, tag) = draft(context)?;
    let first = put(context, &tag, &marked(&original, "first"))?;
    let second = put(context, &tag, &marked(&original, "second"))?;
    let (kept, _) = draft(context)?;
    restore(context, &original)?;
    ensure!(
        first.status == 200,
        "the first saving is answered with {}",
        first.status
    );
    second.problem(&ProblemType::PreconditionFailed)?;
    ensure!(
        kept == marked(&original, "first"),
        "the refused saving changed the draft"
    );
    Ok(())
}

fn no_if_match(context: &Context) -> Verdict {
    let (original, _) = draft(context)?;
    let ask = context
        .client
        .ask(Method::PUT, path(context))
        .bearer(context.editor()?);
    let reply = ask.json(&original).send()?;
    reply.problem(&ProblemType::PreconditionRequired).map(drop)
}

fn unknown_kept(context: &Context) -> Verdict {
    let (original, tag) = draft(context)?;
    let mut document = marked(&original, "unknown");
    if let Some(Value::Array(root)) = document.get_mut("root") {
        root.push(json!({ "id": "x_conformance", "type": "x-hologram", "v": 9, "lock": ["move"],
            "props": { "deep": [1, 1.5, null, {}] }, "slots": { "left": [] }, "span": { "huge": 3 } }));
    }
    let reply = put(context, &tag, &document)?;
    let (read, _) = draft(context)?;
    restore(context, &original)?;
    ensure!(
        reply.status == 200,
        "a draft with an unknown block is answered with {}",
        reply.status
    );
    ensure!(read == document, "the unknown block came back changed");
    Ok(())
}

fn no_document(context: &Context) -> Verdict {
    let (_, tag) = draft(context)?;
    for body in [
        json!([]),
        json!({}),
        json!({ "schema": 1, "id": 7, "title": {}, "root": {} }),
    ] {
        put(context, &tag, &body)?.problem(&ProblemType::Invalid)?;
    }
    Ok(())
}
