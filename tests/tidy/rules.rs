//! The rules of the house that a search can check.

use crate::source::Source;

/// A rule, told as what must not be there.
pub(crate) struct Rule {
    /// What to do about it and why, shown with every breach.
    pub(crate) advice: &'static str,
    /// Whether the rule is for the file at this path.
    pub(crate) covers: fn(&str) -> bool,
    /// What makes a line of code a breach.
    pub(crate) breaks: fn(&str) -> bool,
}

impl Rule {
    /// Where the rule is broken: `file:line: the line`.
    pub(crate) fn breaches(&self, sources: &[Source]) -> Vec<String> {
        let covered = sources.iter().filter(|source| (self.covers)(&source.path));
        covered
            .flat_map(|source| {
                let lines = source.code.iter().enumerate();
                lines
                    .filter(|(_, line)| (self.breaks)(line))
                    .map(|(at, line)| format!("{}:{}: {}", source.path, at + 1, line.trim()))
            })
            .collect()
    }
}

fn shipped(path: &str) -> bool {
    let in_sources =
        path.starts_with("src/") || (path.starts_with("crates/") && path.contains("/src/"));
    in_sources
        && !path.starts_with("crates/xtask/")
        && !path.contains("/bin/")
        && !path.ends_with("/main.rs")
        && !is_test(path)
}

fn is_test(path: &str) -> bool {
    path.ends_with("/tests.rs") || path.contains("/tests/")
}

fn kit(path: &str) -> bool {
    path.starts_with("src/")
}

fn blocks(path: &str) -> bool {
    path.starts_with("src/blocks/")
}

/// `unwrap` and its kin, beyond what clippy sees (macros, other targets).
pub(crate) const PANICS: Rule = Rule {
    advice: "return an error instead: in the browser a panic kills the page's kit",
    covers: shipped,
    breaks: |line| {
        [
            ".unwrap()",
            ".expect(\"",
            "panic!(",
            "unreachable!(",
            "todo!(",
            "unimplemented!(",
        ]
        .iter()
        .any(|word| line.contains(word))
    },
};

/// Markup from text.
pub(crate) const MARKUP: Rule = Rule {
    advice: "draw text nodes: markup from text is refused under required Trusted Types",
    covers: kit,
    breaks: |line| {
        [
            "inner_html",
            "set_inner_html",
            "outer_html",
            "insert_adjacent_html",
            // Read, it is nobody's markup but the page's own.
            "innerHTML =",
            "innerHTML +=",
            "outerHTML =",
            "insertAdjacentHTML",
        ]
        .iter()
        .any(|word| line.contains(word))
    },
};

/// `<For>`.
pub(crate) const LEAKING_LISTS: Rule = Rule {
    advice: "use `keyed`: in leptos 0.8 `<For>` leaks memory with every row it ever made",
    covers: kit,
    breaks: |line| line.contains("<For") && !line.contains("<Form"),
};

/// Style attributes.
pub(crate) const STYLE_ATTRIBUTES: Rule = Rule {
    advice: "use a class or `style:name=`: `style-src 'self'` refuses style attributes",
    covers: kit,
    breaks: |line| line.contains(" style=") || line.trim_start().starts_with("style="),
};

/// Requests made by what only draws.
pub(crate) const FETCHING_BLOCKS: Rule = Rule {
    advice: "blocks never fetch: take a `Load<T>` from the store",
    covers: blocks,
    breaks: |line| {
        [
            "client::Client",
            "client::http",
            "client::transport",
            "gloo_net",
            "web_sys::Request",
            ".fetch_with",
        ]
        .iter()
        .any(|word| line.contains(word))
    },
};

/// Style sheets touched outside their room. The loader keeps a tag's room before any WASM is there.
pub(crate) const STYLE_SHEETS: Rule = Rule {
    advice: "only `src/style` touches style sheets: call `style::adopt`",
    covers: |path| {
        kit(path) && !path.starts_with("src/style/") && !path.starts_with("src/embed/loader/")
    },
    breaks: |line| {
        [
            "CssStyleSheet",
            "adopted_style_sheets",
            "CSSStyleSheet",
            "adoptedStyleSheets",
        ]
        .iter()
        .any(|word| line.contains(word))
    },
};

/// Shadow roots made outside their rooms.
pub(crate) const SHADOW_ROOTS: Rule = Rule {
    advice: "only `src/embed` and the designer's canvas attach a shadow root",
    covers: |path| {
        kit(path) && !path.starts_with("src/embed/") && !path.starts_with("src/designer/")
    },
    breaks: |line| line.contains("attach_shadow") || line.contains("attachShadow"),
};

/// Parts sought as if an element had one only.
pub(crate) const LONE_PARTS: Rule = Rule {
    advice: "write `[part~=name]`: an element may have several parts, those of what blocks share among them",
    covers: kit,
    breaks: |line| line.contains("[part="),
};
