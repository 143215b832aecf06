//! The `paths` of the document.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::{
    BuildError, check_ids,
    details::{self, Answer, Details},
};
use crate::{
    operation::{self, Access, Operation},
    problem::ProblemType as P,
};

/// Every path with its operations.
pub(super) fn all() -> Result<Value, BuildError> {
    check_ids()?;
    let mut paths: BTreeMap<&str, Map<String, Value>> = BTreeMap::new();
    for operation in operation::ALL {
        let details = details::get(operation.id)
            .ok_or_else(|| BuildError::Undescribed(operation.id.to_owned()))?;
        let path = paths
            .entry(operation.path)
            .or_insert_with(|| shared(operation.path));
        path.insert(
            operation.method.to_lowercase(),
            describe(operation, details),
        );
    }
    Ok(serde_json::to_value(paths)?)
}

/// The parameters within a path, which all of its operations share.
fn shared(path: &str) -> Map<String, Value> {
    let parameters: Vec<Value> = path
        .split('/')
        .filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'))
        .map(|name| {
            let number = matches!(name, "threshold" | "revision");
            let schema = if number {
                json!({ "type": "integer", "minimum": 1, "maximum": 9_007_199_254_740_991_i64 })
            } else {
                json!({ "type": "string", "minLength": 1 })
            };
            json!({ "in": "path", "name": name, "required": true, "schema": schema })
        })
        .collect();
    let mut item = Map::new();
    if !parameters.is_empty() {
        item.insert("parameters".into(), parameters.into());
    }
    item
}

fn describe(operation: &Operation, details: &Details) -> Value {
    let mut described = json!({
        "operationId": operation.id,
        "summary": details.summary,
        "tags": [details.tag],
        "parameters": parameters(operation, details),
        "responses": responses(operation, details),
        "security": security(operation.access),
    });
    if let (Some(body), Some(fields)) = (details.body, described.as_object_mut()) {
        // Publishing needs no words; everything else says what it wants.
        let required = body != "PublishRequest";
        let content = json!({ "application/json": { "schema": reference(body) } });
        fields.insert(
            "requestBody".into(),
            json!({ "required": required, "content": content }),
        );
    }
    described
}

fn parameters(operation: &Operation, details: &Details) -> Vec<Value> {
    let mut names = details.parameters.to_vec();
    names.push("AcceptLanguage");
    if is_cached(operation, details) {
        names.push("IfNoneMatch");
    }
    let reference = |name| json!({ "$ref": format!("#/components/parameters/{name}") });
    names.into_iter().map(reference).collect()
}

fn is_cached(operation: &Operation, details: &Details) -> bool {
    operation.method == "GET" && matches!(details.answer, Answer::Ok(_))
}

fn security(access: Access) -> Value {
    match access {
        Access::Public => json!([{}, { "bearer": [] }]),
        Access::Member | Access::Editor => json!([{ "bearer": [] }]),
        Access::ApiKey => json!([{ "apiKey": [] }]),
    }
}

fn reference(schema: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{schema}") })
}

fn header(name: &str) -> Value {
    json!({ "$ref": format!("#/components/headers/{name}") })
}

fn responses(operation: &Operation, details: &Details) -> Value {
    let mut responses: BTreeMap<String, Value> = BTreeMap::new();
    let (status, success) = success(operation, details);
    if operation.id == "put_draft" {
        let mut made = success.clone();
        if let Some(fields) = made.as_object_mut() {
            fields.insert("description".into(), "The portal was created".into());
        }
        responses.insert("201".into(), made);
    }
    responses.insert(status.into(), success);
    if is_cached(operation, details) {
        let headers = json!({ "ETag": header("ETag"), "Cache-Control": header("CacheControl") });
        let unchanged =
            json!({ "description": "What the reader has is still current", "headers": headers });
        responses.insert("304".into(), unchanged);
    }
    for (status, problems) in by_status(&problems(operation, details)) {
        responses.insert(status.to_string(), failure(status, &problems));
    }
    json!(responses)
}

fn success(operation: &Operation, details: &Details) -> (&'static str, Value) {
    let mut headers = Map::new();
    let (status, kind, schema) = match details.answer {
        Answer::Nothing => return ("204", json!({ "description": "Done" })),
        Answer::Stream(schema) => ("200", "text/event-stream", schema),
        Answer::Ok(schema) => ("200", "application/json", schema),
        Answer::Created(schema) => ("201", "application/json", schema),
    };
    if is_cached(operation, details) || operation.id == "put_draft" {
        headers.insert("ETag".into(), header("ETag"));
        headers.insert("Cache-Control".into(), header("CacheControl"));
    }
    headers.insert("Content-Language".into(), header("ContentLanguage"));
    if details.parameters.contains(&"IdempotencyKey") {
        headers.insert("Idempotency-Replayed".into(), header("IdempotencyReplayed"));
    }
    if operation.id == "create_redemption" {
        headers.insert("Location".into(), header("Location"));
    }
    let content = json!({ kind: { "schema": reference(schema) } });
    let body = json!({ "description": details.summary, "headers": headers, "content": content });
    (status, body)
}

/// Who joins is no member yet.
const JOIN: &str = "join_programme";
/// What suspended members may do: joining, they stay as they are; codes were paid for.
const OF_SUSPENDED: [&str; 2] = [JOIN, "reveal_code"];

/// All problems that an operation can answer with.
fn problems(operation: &Operation, details: &Details) -> Vec<P> {
    let mut problems = details.problems.to_vec();
    problems.extend([
        P::BadRequest,
        P::RateLimited,
        P::NotOffered,
        P::Internal,
        P::Unavailable,
    ]);
    problems.push(P::Unauthorised); // A public read with a stale token gets it too.
    let is_read = operation.method == "GET";
    match operation.access {
        Access::Public => {}
        Access::Member if operation.id == JOIN => problems.push(P::Forbidden),
        // Who has not joined yet reads that they have nothing; orders may be refused.
        Access::Member if is_read && !operation.path.contains("redemptions") => {
            problems.push(P::Forbidden);
        }
        Access::Member => problems.extend([P::NotEnrolled, P::Forbidden]),
        Access::Editor | Access::ApiKey => problems.push(P::Forbidden),
    }
    let is_theirs = OF_SUSPENDED.contains(&operation.id);
    if operation.access == Access::Member && !is_read && !is_theirs {
        problems.push(P::Suspended);
    }
    if operation.path.contains('{') {
        problems.push(P::NotFound);
    }
    let has = |names: &[&str]| details.parameters.iter().any(|one| names.contains(one));
    if has(&["cursor"]) {
        problems.push(P::CursorInvalid);
    }
    if has(&["IdempotencyKey"]) {
        problems.push(P::KeyMissing);
    }
    if has(&["IfMatch", "IfMatchOrNew"]) {
        problems.extend([P::PreconditionFailed, P::PreconditionRequired]);
    }
    if details.body.is_some() {
        problems.extend([P::Invalid, P::TooLarge, P::UnsupportedMedia]);
    }
    problems
}

fn by_status(problems: &[P]) -> BTreeMap<u16, Vec<&P>> {
    let mut groups: BTreeMap<u16, Vec<&P>> = BTreeMap::new();
    for problem in problems {
        let group = groups.entry(problem.status()).or_default();
        if !group.contains(&problem) {
            group.push(problem);
        }
    }
    groups
}

fn failure(status: u16, problems: &[&P]) -> Value {
    let words: Vec<&str> = problems.iter().map(|problem| problem.as_str()).collect();
    let mut headers = Map::new();
    if matches!(status, 429 | 503) {
        headers.insert("Retry-After".into(), header("RetryAfter"));
    }
    json!({
        "description": words.join(", "),
        "headers": headers,
        "content": { "application/problem+json": { "schema": reference("Problem") } },
    })
}
