//! What the page's pictures weigh: as the browser was sent them for the canvas.

use palier_contract::document::{BlockSchema, Node, PropKind, PropSchema, is_safe_media};
use palier_contract::ids::NodeId;
use serde_json::Value;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

#[wasm_bindgen(module = "/src/designer/problems/pictures.js")]
extern "C" {
    /// Calls `again` whenever the weight of a picture has become known.
    #[wasm_bindgen(js_name = hearPictures)]
    pub(super) fn hear(again: &JsValue);
    fn weights(addresses: Vec<String>) -> Vec<u32>;
    fn others(addresses: Vec<String>) -> Vec<u32>;
}

/// A picture of the document, and the field that chose it first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Picture {
    address: String,
    pub(super) node: NodeId,
    /// The field within its block, as a JSON pointer.
    pub(super) path: String,
    /// Bytes; `None` where the browser does not know them: it has not loaded the picture yet, or
    /// the picture's origin keeps them to itself (no `Timing-Allow-Origin`).
    pub(super) bytes: Option<u32>,
}

/// How many pictures, and what they weigh together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Sum {
    pub(super) count: usize,
    /// Bytes of those whose weight is known.
    pub(super) bytes: u32,
    /// How many of them are of unknown weight.
    pub(super) unknown: usize,
}

/// The pictures that a page asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Pictures {
    /// Those of the document.
    pub(super) own: Sum,
    /// Those that the canvas shows of the programme: of rewards, badges, tiers.
    pub(super) programme: Sum,
    /// The heaviest of the document's.
    pub(super) heaviest: Option<Picture>,
}

impl Pictures {
    /// Weighs the document's pictures, and what else the canvas shows.
    pub(super) fn of<'n>(nodes: impl Iterator<Item = &'n Node>, blocks: &[BlockSchema]) -> Self {
        let mut own = chosen(nodes, blocks);
        let addresses = || own.iter().map(|picture| picture.address.clone()).collect();
        let (weights, others) = (weights(addresses()), others(addresses()));
        for (picture, bytes) in own.iter_mut().zip(weights) {
            picture.bytes = Some(bytes).filter(|bytes| *bytes > 0);
        }
        let mut pictures = Self::weighed(own);
        if let [count, unknown, bytes] = others.as_slice() {
            pictures.programme = Sum {
                count: usize::try_from(*count).unwrap_or_default(),
                unknown: usize::try_from(*unknown).unwrap_or_default(),
                bytes: *bytes,
            };
        }
        pictures
    }

    pub(super) fn weighed(own: Vec<Picture>) -> Self {
        let mut sum = Sum {
            count: own.len(),
            ..Sum::default()
        };
        for picture in &own {
            sum.bytes = sum.bytes.saturating_add(picture.bytes.unwrap_or_default());
            let is_unknown = picture.bytes.is_none();
            sum.unknown = sum.unknown.saturating_add(usize::from(is_unknown));
        }
        Self {
            own: sum,
            programme: Sum::default(),
            heaviest: own.into_iter().max_by_key(|picture| picture.bytes),
        }
    }

    /// Bytes of all whose weight is known.
    pub(super) fn bytes(&self) -> u32 {
        self.own.bytes.saturating_add(self.programme.bytes)
    }
}

/// The pictures that the document names and that may be shown, each once.
pub(super) fn chosen<'n>(
    nodes: impl Iterator<Item = &'n Node>,
    blocks: &[BlockSchema],
) -> Vec<Picture> {
    let mut found: Vec<Picture> = Vec::new();
    for node in nodes {
        let schema = blocks.iter().find(|block| block.kind == node.kind);
        let props = schema.map(|schema| schema.props).unwrap_or_default();
        for prop in props {
            let path = ["/props/", prop.name].concat();
            each(
                prop,
                node.props.get(prop.name),
                path,
                &mut |address, path| {
                    let is_new = !found.iter().any(|picture| picture.address == address);
                    if is_new && is_safe_media(address) {
                        found.push(Picture {
                            address: address.to_owned(),
                            node: node.id.clone(),
                            path,
                            bytes: None,
                        });
                    }
                },
            );
        }
    }
    found
}

/// Gives every address of a picture within a prop to `take`, with the pointer to it.
fn each(
    prop: &PropSchema,
    value: Option<&Value>,
    path: String,
    take: &mut dyn FnMut(&str, String),
) {
    let Some(value) = value else { return };
    let mut fields = |of: &'static [PropSchema], value: &Value, path: &str| {
        for field in of {
            let path = [path, "/", field.name].concat();
            each(field, value.get(field.name), path, take);
        }
    };
    match (prop.kind, value) {
        (PropKind::Media, Value::String(address)) => take(address, path),
        (PropKind::Object(of), _) => fields(of, value, &path),
        (PropKind::List { of, .. }, Value::Array(items)) => {
            for (index, item) in items.iter().enumerate() {
                fields(of, item, &[&path, "/", &index.to_string()].concat());
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use palier_contract::document::{BlockSchema, blocks};

    use super::*;

    const OF: &[PropSchema] = &[PropSchema::optional("photo", PropKind::Media)];
    const PROPS: &[PropSchema] = &[
        PropSchema::optional("src", PropKind::Media),
        PropSchema::optional("items", PropKind::List { of: OF, max: 9 }),
        PropSchema::optional("frame", PropKind::Object(OF)),
    ];

    fn pictures(nodes: &[&str]) -> Vec<(String, String, String)> {
        let nodes: Vec<Node> = nodes
            .iter()
            .map(|json| serde_json::from_str(json).unwrap())
            .collect();
        let mut wall: BlockSchema = blocks::ALL[0];
        (wall.kind, wall.props) = ("wall", PROPS);
        let found = chosen(nodes.iter(), &[wall]).into_iter();
        found
            .map(|one| (one.address, one.node.to_string(), one.path))
            .collect()
    }

    fn told(address: &str, node: &str, path: &str) -> (String, String, String) {
        (address.to_owned(), node.to_owned(), path.to_owned())
    }

    #[test]
    fn pictures_are_found_wherever_a_block_keeps_them() {
        let found = pictures(&[
            r#"{"id":"a","type":"wall","props":{"src":"/1.png","items":[{},{"photo":"/2.png"}],"frame":{"photo":"/3.png"}}}"#,
        ]);
        assert_eq!(
            found,
            [
                told("/1.png", "a", "/props/src"),
                told("/2.png", "a", "/props/items/1/photo"),
                told("/3.png", "a", "/props/frame/photo"),
            ]
        );
    }

    #[test]
    fn a_picture_that_two_blocks_show_is_loaded_once_and_one_that_may_not_be_shown_never() {
        let found = pictures(&[
            r#"{"id":"a","type":"wall","props":{"src":"/1.png"}}"#,
            r#"{"id":"b","type":"wall","props":{"src":"/1.png","frame":{"photo":"javascript:1"}}}"#,
        ]);
        assert_eq!(found, [told("/1.png", "a", "/props/src")]);
    }

    #[test]
    fn what_is_not_known_weighs_nothing_and_is_counted() {
        let picture = |node: &str, bytes| Picture {
            address: node.to_owned(),
            node: node.into(),
            path: String::new(),
            bytes,
        };
        let weighed = Pictures::weighed(vec![
            picture("a", Some(10)),
            picture("b", None),
            picture("c", Some(700)),
        ]);
        let sum = Sum {
            count: 3,
            bytes: 710,
            unknown: 1,
        };
        assert_eq!(weighed.own, sum);
        assert_eq!(weighed.heaviest.map(|one| one.node), Some("c".into()));
    }
}
