//! `loader/palier.css`: the room of tags before the script has defined them, for a page to link.

use super::elements;
use crate::blocks::spec::{LINE, Spec};

/// Where a page says that nobody is signed in; the loader reads it too.
const NOBODY: &str = "[data-palier=\"nobody\"]";

/// A float of no width keeps the height, in the reader's own letters whatever the page's root has, so the tag's own children may be higher than that, and the
/// tag's own width decides as it does later. Where no script comes the room is given back.
const SHARED: &str = "\
:is(TAGS):not(:defined, [hidden]) { display: block; container-type: inline-size; contain-intrinsic-inline-size: min(640px, 90vw); inline-size: -moz-available; inline-size: -webkit-fill-available; min-inline-size: 0; }
:is(TAGS):not(:defined)::before { content: \"\"; float: inline-start; font: medium serif; block-size: var(--palier-reserve, var(--palier-room)); animation: palier-no-script 1ms 10s forwards; }
@keyframes palier-no-script { to { block-size: 0; } }
@media (scripting: none) { :is(TAGS):not(:defined)::before { block-size: 0; } }
";

/// The sheet's text.
#[must_use]
pub fn palier_css() -> String {
    let tags: Vec<String> = elements().map(tag).collect();
    let rules: String = elements().map(rules).collect();
    format!(
        "/* Keeps the room of tags that are not defined yet. Generated from the block registry by `cargo xtask manifest`: never edit. */\n{}{rules}",
        SHARED.replace("TAGS", &tags.join(", "))
    )
}

fn tag(spec: &Spec) -> String {
    format!("palier-{}", spec.kind)
}

fn rules(spec: &Spec) -> String {
    let mine = format!("{}:not(:defined)::before", tag(spec));
    let line = spec.compact.map(|height| line(&tag(spec), height));
    steps(&mine, spec.reserve)
        + &steps(&format!("{NOBODY} {mine}"), spec.nobody)
        + &line.unwrap_or_default()
}

/// The room of a tag that stands in one line. Named twice, since nobody's room is told as exactly.
fn line(tag: &str, height: u16) -> String {
    let mine = format!("{tag}[layout=\"compact\"][layout=\"compact\"]");
    format!(
        "{mine}:not(:defined, [hidden]) {{ display: inline-block; container-type: normal; contain-intrinsic-inline-size: none; inline-size: auto; vertical-align: middle; }}\n\
         {mine}:not(:defined)::before {{ --palier-room: {}em; }}\n\
         {mine}:empty:not(:defined)::before {{ inline-size: {}em; }}\n",
        f32::from(height) / 16.0,
        f32::from(LINE) / 16.0
    )
}

fn steps(selector: &str, heights: &[(u16, u16)]) -> String {
    let step = |(width, height): &(u16, u16)| {
        let rule = format!(
            "{selector} {{ --palier-room: {}em; }}",
            f32::from(*height) / 16.0
        );
        match width {
            0 => format!("{rule}\n"),
            _ => format!("@container (inline-size >= {width}px) {{ {rule} }}\n"),
        }
    };
    heights.iter().map(step).collect()
}
