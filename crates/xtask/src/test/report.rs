//! What Playwright's JSON report says.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};
use serde_json::Value;

use super::count::Count;

/// Of how many tests one may pass at its second try. One among hundreds may stumble on a machine
/// that is busy with something else; more than that is a race. Each is named either way.
const STUMBLES_ONCE_IN: u64 = 100;

/// How many lines of a failure's reason are kept.
const REASON_LINES: usize = 4;

/// Counts and names what failed, for good or once.
pub(super) fn read(report: &Path) -> Result<Count> {
    let text = fs::read_to_string(report).context("Playwright wrote no report")?;
    Ok(count(&serde_json::from_str(&text)?))
}

fn count(report: &Value) -> Count {
    let number = |name: &str| report["stats"][name].as_u64().unwrap_or(0);
    let mut failures = Vec::new();
    collect(report, &mut failures);
    let flaky = number("flaky");
    let all = number("expected") + flaky;
    let forgiven = if flaky * STUMBLES_ONCE_IN > all {
        0
    } else {
        flaky
    };
    Count {
        passed: number("expected") + forgiven,
        failed: number("unexpected") + flaky - forgiven,
        failures,
    }
}

/// Suites hold specs and further suites.
fn collect(suite: &Value, failures: &mut Vec<String>) {
    for spec in list(&suite["specs"]) {
        let tests = list(&spec["tests"]);
        let results = tests.flat_map(|test| {
            let once = text(&test["status"]) == "flaky";
            list(&test["results"]).map(move |result| (once, result))
        });
        let errors = results
            .flat_map(|(once, result)| list(&result["errors"]).map(move |error| (once, error)));
        for (once, error) in errors {
            failures.push(format!(
                "{}{}:{} {}: {}",
                if once { "(once) " } else { "" },
                text(&spec["file"]),
                spec["line"],
                text(&spec["title"]),
                reason(text(&error["message"]))
            ));
        }
    }
    for inner in list(&suite["suites"]) {
        collect(inner, failures);
    }
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or("?")
}

/// The first lines that say something, without the colours of a terminal.
fn reason(message: &str) -> String {
    let mut plain = String::new();
    let mut coloured = false;
    for letter in message.chars() {
        match letter {
            '\u{1b}' => coloured = true,
            'm' if coloured => coloured = false,
            _ if coloured => {}
            _ => plain.push(letter),
        }
    }
    let lines = plain.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.take(REASON_LINES).collect::<Vec<_>>().join(" / ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn failures_of_inner_suites_are_named_with_their_reason() {
        let report = serde_json::json!({
            "stats": { "expected": 7, "unexpected": 1, "flaky": 0 },
            "suites": [{ "suites": [{ "specs": [
                { "file": "a.spec.js", "line": 3, "title": "opens", "tests": [{ "results": [
                    { "errors": [{ "message": "\u{1b}[31mnot\u{1b}[39m there\n\nExpected: 1\n" }] },
                    { "errors": [] },
                ] }] },
                { "file": "a.spec.js", "line": 9, "title": "closes", "tests": [{ "results": [{ "errors": [] }] }] },
            ] }] }],
        });
        assert_eq!(
            count(&report),
            Count {
                passed: 7,
                failed: 1,
                failures: vec!["a.spec.js:3 opens: not there / Expected: 1".to_owned()],
            }
        );
    }

    #[test]
    fn few_stumbles_are_named_and_forgiven_and_more_are_not() {
        let report = |flaky: u64| {
            serde_json::json!({
                "stats": { "expected": 250, "unexpected": 0, "flaky": flaky },
                "suites": [{ "specs": [{ "file": "a.spec.js", "line": 3, "title": "opens", "tests": [
                    { "status": "flaky", "results": [{ "errors": [{ "message": "late" }] }, { "errors": [] }] },
                ] }] }],
            })
        };
        let two = count(&report(2));
        assert_eq!((two.passed, two.failed), (252, 0));
        assert_eq!(two.failures, ["(once) a.spec.js:3 opens: late"]);
        let three = count(&report(3));
        assert_eq!((three.passed, three.failed), (250, 3));
    }
}
