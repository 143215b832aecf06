//! A small editor of rich text: the contract's typed tree in and out, never HTML.

use serde_json::Value;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use web_sys::Element;

use super::icons;
use crate::blocks::icon::{Icon, icon};
use crate::dom::{Dom, El, el};
use crate::i18n::{I18n, Key, keys};

#[wasm_bindgen(module = "/src/designer/rich/rich.js")]
extern "C" {
    fn edit(root: &Element, changed: &JsValue);
    #[wasm_bindgen(js_name = show)]
    fn show_js(root: &Element, tree: &str);
    fn fix(root: &Element, fixed: bool);
    /// Shows words where nothing is written yet.
    pub(super) fn hint(root: &Element, words: &str);
    /// An address as it is meant: a domain by itself leads to the web.
    pub(super) fn meant(typed: &str) -> String;
}

/// What a button does, by the word that `rich.js` knows it by.
const TOOLS: &[(&str, Option<Icon>, Key)] = &[
    ("paragraph", None, keys::DESIGNER_PROPERTIES_RICH_PARAGRAPH),
    ("heading", None, keys::DESIGNER_PROPERTIES_RICH_HEADING),
    (
        "list",
        Some(Icon::LIST),
        keys::DESIGNER_PROPERTIES_RICH_LIST,
    ),
    (
        "ordered_list",
        Some(icons::NUMBERED),
        keys::DESIGNER_PROPERTIES_RICH_ORDERED,
    ),
    ("strong", None, keys::DESIGNER_PROPERTIES_RICH_STRONG),
    ("emphasis", None, keys::DESIGNER_PROPERTIES_RICH_EMPHASIS),
    (
        "link",
        Some(icons::LINK),
        keys::DESIGNER_PROPERTIES_RICH_LINK,
    ),
];

/// The letter on a button that has no drawing.
fn letter(tool: &str) -> &'static str {
    match tool {
        "paragraph" => "¶",
        "heading" => "H",
        "strong" => "B",
        _ => "I",
    }
}

/// Draws the editor: its tools, the text, and a line for a link's address. The text is the
/// element with `data-rich-text`.
pub(super) fn draw(i18n: I18n, label: &str, id: &str) -> El {
    let text = el("div", "ds-input ds-rich-text")
        .attr("data-rich-text", "")
        .attr("id", id)
        .attr("role", "textbox")
        .attr("aria-multiline", "true")
        .attr("aria-label", label)
        .attr("contenteditable", "true")
        .attr("dir", "auto");
    el("div", "ds-rich")
        .child(tools(i18n, label))
        .child(link(i18n))
        .child(text)
}

fn tools(i18n: I18n, label: &str) -> El {
    let words = i18n.with(keys::DESIGNER_PROPERTIES_RICH_TOOLS, &[("field", label)]);
    let buttons = TOOLS.iter().map(|(tool, drawing, name)| {
        let name = i18n.t(*name);
        let button = el("button", "ds-rich-tool")
            .attr("type", "button")
            .attr("data-rich", tool)
            .attr("aria-label", &name)
            .attr("title", &name)
            .attr("aria-pressed", "false");
        match drawing {
            Some(drawing) => button.child(icon(*drawing)),
            None => button.child(
                el("span", "")
                    .attr("aria-hidden", "true")
                    .text(letter(tool)),
            ),
        }
        .into()
    });
    el("div", "ds-rich-tools")
        .attr("role", "toolbar")
        .attr("aria-label", &words)
        .child(buttons.collect::<Vec<Dom>>())
}

fn link(i18n: I18n) -> El {
    el("div", "ds-rich-link")
        .attr("data-rich-link", "")
        .attr("hidden", "")
        .child(
            el("input", "ds-input")
                .attr("type", "text")
                .attr("dir", "ltr")
                .attr("spellcheck", "false")
                .attr("placeholder", "https://")
                .attr(
                    "aria-label",
                    &i18n.t(keys::DESIGNER_PROPERTIES_RICH_ADDRESS),
                ),
        )
        .child(
            el("button", "ds-button")
                .attr("type", "button")
                .attr("data-rich-apply", "")
                .text(&i18n.t(keys::DESIGNER_PROPERTIES_RICH_APPLY)),
        )
        .child(
            el("p", "ds-error")
                .attr("data-rich-wrong", "")
                .attr("role", "alert")
                .attr("hidden", "")
                .text(&i18n.t(keys::DESIGNER_PROPERTIES_NOTE_RICH_LINK)),
        )
}

/// Listens to the editor; `changed` gets the tree after each edit, `None` for an empty one.
pub(super) fn listen(root: &Element, changed: impl Fn(Option<Value>) + 'static) {
    let heard: Box<dyn Fn(String)> = Box::new(move |tree| {
        let tree = serde_json::from_str::<Value>(&tree).ok();
        changed(tree.filter(|tree| tree.as_array().is_some_and(|nodes| !nodes.is_empty())));
    });
    edit(root, Closure::wrap(heard).into_js_value().as_ref());
}

/// Shows a tree, unless it is what is there.
pub(super) fn show(root: &Element, tree: Option<&Value>) {
    show_js(root, &tree.map(Value::to_string).unwrap_or_default());
}

/// Whether it can only be read.
pub(super) fn set_fixed(root: &Element, fixed: bool) {
    fix(root, fixed);
}
