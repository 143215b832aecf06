//! `openapi.json` is fresh, whole, and describes what really crosses the wire.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod types;

use std::collections::BTreeSet;

use palier_contract::{document, fixtures, openapi, operation, problem::ProblemType};
use serde_json::{Value, json};

const COMMITTED: &str = include_str!("../openapi.json");
const COMMITTED_SCHEMA: &str = include_str!("../portal-document.schema.json");

const HOW: &str =
    "is stale; run: cargo run -p palier-contract --features schema --example write_openapi";

fn committed() -> Value {
    serde_json::from_str(COMMITTED).unwrap()
}

#[test]
fn the_committed_document_is_fresh() {
    assert!(openapi::text().unwrap() == COMMITTED, "openapi.json {HOW}");
}

#[test]
fn the_committed_document_schema_is_fresh() {
    let fresh = document::json_schema(document::blocks::ALL).unwrap();
    let committed: Value = serde_json::from_str(COMMITTED_SCHEMA).unwrap();
    assert!(fresh == committed, "portal-document.schema.json {HOW}");
}

#[test]
fn every_operation_is_described_once() {
    let mut described = BTreeSet::new();
    for (path, item) in committed()["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            if let Some(id) = operation["operationId"].as_str() {
                assert!(described.insert(id.to_owned()), "{id} twice");
                let listed = operation::get(id).unwrap();
                assert_eq!(
                    (listed.path, listed.method.to_lowercase()),
                    (path.as_str(), method.clone())
                );
            }
        }
    }
    let listed: BTreeSet<String> = operation::ALL.iter().map(|o| o.id.to_owned()).collect();
    assert_eq!(described, listed);
}

#[test]
fn how_a_portal_is_made_is_in_the_document() {
    let document = committed();
    let put = &document["paths"]["/v1/portals/{id}/draft"]["put"];
    for status in ["200", "201"] {
        assert!(put["responses"][status]["headers"]["ETag"].is_object());
    }
    let parameters = put["parameters"].as_array().unwrap().iter();
    let parameters: Vec<&Value> = parameters
        .map(|one| {
            document
                .pointer(&one["$ref"].as_str().unwrap()[1..])
                .unwrap()
        })
        .collect();
    let named = |name: &str| *parameters.iter().find(|one| one["name"] == name).unwrap();
    assert_eq!(named("If-None-Match")["schema"]["enum"], json!(["*"]));
    for name in ["If-Match", "If-None-Match"] {
        assert_ne!(named(name)["required"], true, "{name}");
    }
}

#[test]
fn every_reference_leads_somewhere() {
    let document = committed();
    let mut targets = BTreeSet::new();
    collect_references(&document, &mut targets);
    assert!(targets.len() > 100);
    for target in targets {
        assert!(
            document.pointer(&target[1..]).is_some(),
            "{target} leads nowhere"
        );
    }
}

fn collect_references(value: &Value, targets: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            if let Some(target) = fields.get("$ref").and_then(Value::as_str) {
                targets.insert(target.to_owned());
            }
            fields
                .values()
                .for_each(|field| collect_references(field, targets));
        }
        Value::Array(items) => items
            .iter()
            .for_each(|item| collect_references(item, targets)),
        _ => {}
    }
}

fn validator(schema: &str) -> jsonschema::Validator {
    let mut document = committed();
    document["$ref"] = json!(format!("#/components/schemas/{schema}"));
    document["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
    jsonschema::validator_for(&document).unwrap()
}

#[test]
fn every_fixture_fits_its_schema() {
    for (name, json) in fixtures::ALL {
        let schema = types::row_of(name).2;
        if schema.is_empty() {
            continue; // The demo routes are no part of the contract.
        }
        let fixture: Value = serde_json::from_str(json).unwrap();
        let faults: Vec<String> = validator(schema)
            .iter_errors(&fixture)
            .map(|e| format!("{}: {e}", e.instance_path()))
            .collect();
        assert_eq!(faults, [""; 0], "{name}");
    }
}

#[test]
fn schemas_refuse_what_the_types_refuse() {
    let balances: Value = serde_json::from_str(fixtures::get("balances").unwrap()).unwrap();
    let spoilt = |pointer: &str, value: Value| {
        let mut spoilt = balances.clone();
        *spoilt.pointer_mut(pointer).unwrap() = value;
        spoilt
    };
    let validator = validator("Balances");
    for (pointer, value) in [
        ("/balances/0/available", json!(9_007_199_254_740_992_i64)),
        ("/balances/0/available", json!(1.5)),
        ("/balances/0/currency", json!(7)),
        ("/balances", json!({})),
    ] {
        assert!(!validator.is_valid(&spoilt(pointer, value)), "{pointer}");
    }
}

#[test]
fn open_enums_stay_open() {
    let text = openapi::text().unwrap();
    let entry: Value = serde_json::from_str(fixtures::get("ledger").unwrap()).unwrap();
    let mut entry = entry["items"][0].clone();
    entry["kind"] = json!("windfall");
    entry["x_newer"] = json!(true);
    assert!(validator("LedgerEntry").is_valid(&entry));
    assert!(text.contains("x-extensible-enum"));
}

#[test]
fn the_document_schema_accepts_the_demo_portals_and_refuses_a_wrong_prop() {
    let schema: Value = serde_json::from_str(COMMITTED_SCHEMA).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    for name in ["portals/grove", "portals/arcade", "portals/guild"] {
        let portal: Value = serde_json::from_str(fixtures::get(name).unwrap()).unwrap();
        assert!(validator.is_valid(&portal), "{name}");
    }
    let mut portal: Value = serde_json::from_str(fixtures::get("portals/guild").unwrap()).unwrap();
    *portal
        .pointer_mut("/root/4/slots/main/0/props/limit")
        .unwrap() = json!(0);
    assert!(!validator.is_valid(&portal));
}

#[test]
fn the_status_of_every_problem_fixture_is_that_of_its_type() {
    for (name, json) in fixtures::ALL
        .iter()
        .filter(|(name, _)| name.starts_with("problem_"))
    {
        let problem: palier_contract::problem::Problem = serde_json::from_str(json).unwrap();
        assert!(!matches!(problem.kind, ProblemType::Unknown(_)), "{name}");
        assert_eq!(problem.status, problem.kind.status(), "{name}");
    }
}
