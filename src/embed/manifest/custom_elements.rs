//! `custom-elements.json`: the tags for editors and documentation tools, in the form of the
//! Custom Elements Manifest (<https://github.com/webcomponents/custom-elements-manifest>).

use serde_json::{Value, json};

use super::surface::{COMPONENTS, EVENTS, PROPERTIES, STATES};
use super::typings::{attributes, class, property, takes};
use super::{elements, parts};
use crate::blocks::spec::{Attr, Spec};

/// The file's text.
#[must_use]
pub fn custom_elements_json() -> String {
    let exports: Vec<Value> = elements()
        .map(|spec| {
            json!({
                "kind": "custom-element-definition",
                "name": tag(spec),
                "declaration": { "name": class(spec), "module": "palier.js" },
            })
        })
        .chain(["configure", "refresh", "signOut", "discover", "registerBlock"].map(|name| {
            json!({ "kind": "js", "name": name, "declaration": { "name": name, "module": "palier.js" } })
        }))
        .collect();
    let manifest = json!({
        "schemaVersion": "1.0.0",
        "modules": [{
            "kind": "javascript-module",
            "path": "palier.js",
            "declarations": elements().map(declaration).collect::<Vec<_>>(),
            "exports": exports,
        }],
    });
    format!("{manifest:#}\n")
}

fn tag(spec: &Spec) -> String {
    format!("palier-{}", spec.kind)
}

fn declaration(spec: &'static Spec) -> Value {
    let events = EVENTS
        .iter()
        .filter(|event| event.always || spec.events.contains(&event.name))
        .map(|event| {
            json!({
                "name": event.name,
                "type": { "text": format!("{}<{}>", event.kind(), event.detail) },
                "description": event.doc,
            })
        });
    json!({
        "kind": "class",
        "customElement": true,
        "name": class(spec),
        "tagName": tag(spec),
        "superclass": { "name": "HTMLElement" },
        "description": spec.summary,
        "attributes": attributes(spec).into_iter().map(attribute).collect::<Vec<_>>(),
        "members": attributes(spec).into_iter().map(member).collect::<Vec<_>>(),
        "events": events.collect::<Vec<_>>(),
        "slots": [{ "name": "", "description": "Shown until it is ready, and whenever it cannot be." }],
        "cssParts": parts(spec).into_iter().map(|name| json!({ "name": name })).collect::<Vec<_>>(),
        "cssProperties": PROPERTIES.iter().chain(COMPONENTS).map(|(name, doc)| json!({ "name": name, "description": doc })).collect::<Vec<_>>(),
        "cssStates": STATES.iter().map(|name| json!({ "name": name })).collect::<Vec<_>>(),
    })
}

fn attribute(attr: &Attr) -> Value {
    let mut value = json!({
        "name": attr.name,
        "fieldName": property(attr),
        "type": { "text": takes(attr.kind) },
        "description": attr.doc,
    });
    if !attr.default.is_empty() {
        let default = json!(format!("'{}'", attr.default));
        if let Some(map) = value.as_object_mut() {
            map.insert("default".into(), default);
        }
    }
    value
}

fn member(attr: &Attr) -> Value {
    json!({
        "kind": "field",
        "name": property(attr),
        "attribute": attr.name,
        "reflects": true,
        "type": { "text": format!("{} | null", takes(attr.kind)) },
        "description": attr.doc,
    })
}
