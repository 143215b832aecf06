//! Whether values that the hosting page gives are of the kinds that a block declares.

use palier_contract::document::{
    FindingCode, Known, Node, PortalDocument, SCHEMA, Theme, validate,
};
use palier_contract::ids::PortalId;
use palier_edit::Rules;
use serde_json::{Map, Value};

use super::changes::{Read, malformed};

/// Says what is wrong with these values of a block, and where below `at`. What is merely missing is no
/// fault: a problem of the page tells of it.
pub(super) fn check(node: &Node, props: &Map<String, Value>, rules: &Rules, at: &str) -> Read<()> {
    // Whether a block of a type that is not known may be changed is not asked here.
    let Some(block) = rules.block(&node.kind) else {
        return Ok(());
    };
    let unknown = |name: &&String| block.prop(name).is_none() && !node.props.contains_key(*name);
    if let Some(name) = props.keys().find(unknown) {
        return malformed(format!("{at}.{name}: {} has no such prop", node.kind));
    }
    let mut alone = Node::new(node.id.clone(), node.kind.clone(), node.v);
    put(&mut alone.props, props);
    let document = PortalDocument {
        schema: SCHEMA,
        id: PortalId::from("values"),
        title: Default::default(),
        theme: Theme::default(),
        root: vec![alone],
        rest: Map::new(),
    };
    let known = Known::new(&rules.blocks, &rules.default_locale);
    for finding in validate(&document, &known) {
        let is_wrong = matches!(
            finding.code,
            FindingCode::PropInvalid | FindingCode::UnknownProp
        );
        let Some(path) = finding
            .path
            .strip_prefix("/root/0/props")
            .filter(|_| is_wrong)
        else {
            continue;
        };
        let path = path.replace('/', ".");
        return malformed(format!("{at}{path}: {}", finding.message));
    }
    Ok(())
}

/// Puts values in; null takes one out.
pub(super) fn put(into: &mut Map<String, Value>, props: &Map<String, Value>) {
    for (name, value) in props {
        match value {
            Value::Null => drop(into.remove(name)),
            value => drop(into.insert(name.clone(), value.clone())),
        }
    }
}
