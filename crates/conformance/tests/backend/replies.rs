//! What replies of the backends are made of.

use palier_contract::problem::ProblemType;
use serde_json::{Value, json};

use super::{Reply, Request};

pub(super) type Answered = Result<Reply, ProblemType>;

pub(super) fn ok(status: u16, body: &Value) -> Reply {
    let mut headers = vec![
        ("Content-Type", "application/json".to_owned()),
        ("Content-Language", "en".to_owned()),
    ];
    if status == 201 {
        let id = body["id"].as_str().unwrap();
        headers.push(("Location", format!("/v1/me/redemptions/{id}")));
    }
    (status, headers, body.to_string())
}

pub(super) fn problem(kind: &ProblemType) -> Reply {
    let status = kind.status();
    let body = json!({ "type": kind.to_string(), "title": "No", "status": status });
    let kind = ("Content-Type", "application/problem+json".to_owned());
    (status, vec![kind], body.to_string())
}

pub(super) fn points(value: i64) -> Value {
    json!({ "currency": "points", "value": value })
}

pub(super) fn parsed<T: serde::de::DeserializeOwned>(request: &Request) -> Result<T, ProblemType> {
    serde_json::from_slice(&request.body).map_err(|_| ProblemType::Invalid)
}

pub(super) fn bearer(request: &Request) -> Option<&str> {
    request
        .headers
        .get("authorization")?
        .strip_prefix("Bearer ")
}
