//! What a check of the hosting page answered: problems, and what is wrong with the answer itself.

use palier_contract::document::Severity;
use palier_contract::ids::NodeId;
use palier_edit::{Rules, Tree};
use serde_json::{Map, Value};

use crate::designer::problems::Problem;

/// Most problems of one check: more would bury the others.
const MOST: usize = 100;

/// An answer, read.
#[derive(Debug, Default)]
pub(super) struct Answer {
    pub(super) problems: Vec<Problem>,
    /// What is wrong with it, and where: for developers.
    pub(super) faults: Vec<String>,
}

/// Reads an answer. What is wrong in it is left out, the rest holds.
pub(super) fn read(name: &str, json: &str, tree: &Tree, rules: &Rules) -> Answer {
    let mut answer = Answer::default();
    let Ok(Value::Array(items)) = serde_json::from_str(json) else {
        answer.faults.push("expected a list of problems".to_owned());
        return answer;
    };
    for (index, item) in items.iter().take(MOST).enumerate() {
        match problem(item, tree, rules) {
            Ok(mut problem) => {
                problem.check = Some(name.to_owned());
                answer.problems.push(problem);
            }
            Err(fault) => answer.faults.push(format!("[{index}]{fault}")),
        }
    }
    if items.len() > MOST {
        let fault = format!("more than {MOST} problems; the others are left out");
        answer.faults.push(fault);
    }
    answer
}

fn problem(item: &Value, tree: &Tree, rules: &Rules) -> Result<Problem, String> {
    let Some(item) = item.as_object() else {
        return Err(": expected an object of node, prop, level, message".to_owned());
    };
    let severity = match item.get("level").and_then(Value::as_str) {
        Some("error") => Severity::Error,
        Some("warning") => Severity::Warning,
        _ => return Err(".level: expected \"error\" or \"warning\"".to_owned()),
    };
    let text = text(item, "message")?.ok_or(".message: expected a text")?;
    let node = block(item, tree)?;
    let path = path(item, node.as_ref(), tree, rules)?;
    Ok(Problem {
        severity,
        node,
        path,
        text: text.to_owned(),
        fix: None,
        check: None,
    })
}

/// A text that may be left out.
fn text<'v>(item: &'v Map<String, Value>, name: &str) -> Result<Option<&'v str>, String> {
    match item.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) if !text.trim().is_empty() => Ok(Some(text)),
        Some(_) => Err(format!(".{name}: expected a text")),
    }
}

fn block(item: &Map<String, Value>, tree: &Tree) -> Result<Option<NodeId>, String> {
    let Some(id) = text(item, "node")?.map(NodeId::from) else {
        return Ok(None);
    };
    match tree.node(&id) {
        Some(_) => Ok(Some(id)),
        None => Err(format!(".node: there is no block {:?}", id.as_str())),
    }
}

/// Where it is mended, below the block.
fn path(
    item: &Map<String, Value>,
    node: Option<&NodeId>,
    tree: &Tree,
    rules: &Rules,
) -> Result<String, String> {
    let Some(prop) = text(item, "prop")? else {
        return Ok(String::new());
    };
    let Some(entry) = node.and_then(|id| tree.node(id)) else {
        return Err(".prop: expected a node whose prop it is".to_owned());
    };
    let name = prop.split('/').next().unwrap_or_default();
    match rules.block(&entry.node.kind) {
        Some(block) if block.prop(name).is_none() => {
            let kind = &entry.node.kind;
            Err(format!(".prop: {kind} has no {name:?}"))
        }
        _ => Ok(["/props/", prop].concat()),
    }
}

#[cfg(test)]
mod tests {
    use palier_edit::{Role, Rules, Tree};
    use serde_json::json;

    use super::{Answer, MOST, read};

    fn of(answer: &serde_json::Value) -> Answer {
        let document = json!({ "schema": 1, "id": "p", "title": {}, "root": [
            { "id": "h", "type": "hero", "v": 1 },
            { "id": "x", "type": "acme-gone", "v": 1 },
        ]});
        let tree = Tree::new(serde_json::from_value(document).unwrap()).unwrap();
        read("ours", &answer.to_string(), &tree, &Rules::new(Role::Admin))
    }

    #[test]
    fn problems_lead_to_their_block_and_to_the_place_in_it() {
        let answer = of(&json!([
            { "level": "warning", "message": "Of the page", "node": null },
            { "level": "error", "message": "Of a block", "node": "h" },
            { "level": "error", "message": "Of a field", "node": "h", "prop": "title" },
            { "level": "error", "message": "Within", "node": "h", "prop": "button/label" },
            { "level": "error", "message": "Nobody knows its props", "node": "x", "prop": "any" },
        ]));
        assert_eq!(answer.faults, Vec::<String>::new());
        let paths: Vec<&str> = answer.problems.iter().map(|one| &*one.path).collect();
        let expected = ["", "", "/props/title", "/props/button/label", "/props/any"];
        assert_eq!(paths, expected);
        let mut checks = answer.problems.iter().map(|one| one.check.as_deref());
        assert!(checks.all(|name| name == Some("ours")));
        assert_eq!(answer.problems.first().unwrap().node, None);
    }

    #[test]
    fn what_is_wrong_is_named_with_its_place_and_the_rest_holds() {
        let right = json!({ "level": "error", "message": "Right" });
        for (wrong, place) in [
            (json!(7), "[1]: expected an object"),
            (json!({ "message": "A" }), "[1].level: expected \"error\""),
            (json!({ "level": "error" }), "[1].message: expected a text"),
            (json!({ "level": "error", "message": " " }), "[1].message"),
            (
                json!({ "level": "error", "message": "A", "node": 3 }),
                "[1].node: expected a text",
            ),
            (
                json!({ "level": "error", "message": "A", "node": "q" }),
                "[1].node: there is no block \"q\"",
            ),
            (
                json!({ "level": "error", "message": "A", "prop": "title" }),
                "[1].prop: expected a node",
            ),
            (
                json!({ "level": "error", "message": "A", "node": "h", "prop": "tilte" }),
                "[1].prop: hero has no \"tilte\"",
            ),
        ] {
            let answer = of(&json!([right, wrong, right]));
            assert_eq!(answer.problems.len(), 2, "{place}");
            let [fault] = answer.faults.as_slice() else {
                panic!("{:?}", answer.faults);
            };
            assert!(fault.starts_with(place), "{fault}");
        }
    }

    #[test]
    fn an_answer_is_a_list_and_no_more_than_can_be_read() {
        for other in [json!(null), json!({}), json!("none")] {
            assert_eq!(of(&other).faults, ["expected a list of problems"]);
        }
        let many = vec![json!({ "level": "warning", "message": "A" }); MOST + 1];
        let answer = of(&json!(many));
        assert_eq!((answer.problems.len(), answer.faults.len()), (MOST, 1));
    }
}
