//! Spells a tree of elements into one string, with closures for what changes.
//!
//! The string's alphabet: 1 opens an element, 2 sets an attribute (name, 31, value), 3 is text,
//! 4 closes, 5 marks the element, 6 a place whose content changes, 7 a text that changes.

use web_sys::{Element, Event};

/// Something that changes, or that wants to know its element.
pub(super) enum Bind {
    Attribute(&'static str, Box<dyn Fn() -> Option<String>>),
    Text(Box<dyn Fn() -> String>),
    Slot(Box<dyn Fn() -> Dom>),
    Keyed(Box<dyn Fn() -> Dom>, bool),
    Listener(&'static str, Box<dyn FnMut(Event)>),
    Node(Box<dyn FnOnce(Element)>),
}

/// Any number of nodes, ready to be placed.
#[derive(Default)]
pub struct Dom {
    pub(super) code: String,
    pub(super) binds: Vec<Bind>,
}

/// An element under construction.
pub struct El {
    dom: Dom,
    scope: &'static str,
}

/// An element. `class` names its classes, space-separated; empty for none.
#[must_use]
pub fn el(tag: &'static str, class: &str) -> El {
    scoped("", tag, class)
}

/// No node at all.
#[must_use]
pub fn nothing() -> Dom {
    Dom::default()
}

pub(crate) fn scoped(scope: &'static str, tag: &'static str, class: &str) -> El {
    let mut dom = Dom::default();
    dom.push(1, tag);
    let el = El { dom, scope };
    match (class, scope) {
        ("", "") => el,
        ("", scope) => el.attr("class", scope),
        (class, "") => el.attr("class", class),
        (class, scope) => el.attr("class", &[class, scope].join(" ")),
    }
}

impl Dom {
    fn push(&mut self, op: u8, text: &str) {
        self.code.push(char::from(op));
        // Data must not be able to spell: its control characters are left out.
        if text.bytes().any(|byte| byte < 8) {
            self.code
                .extend(text.chars().filter(|letter| *letter as u32 >= 8));
        } else {
            self.code.push_str(text);
        }
    }

    fn bind(&mut self, op: u8, bind: Bind) {
        self.push(op, "");
        self.binds.push(bind);
    }

    fn append(&mut self, other: Dom) {
        self.code.push_str(&other.code);
        self.binds.extend(other.binds);
    }
}

impl El {
    /// An attribute that stays. A name that begins with `--` or `style:` is a style property.
    #[must_use]
    pub fn attr(mut self, name: &'static str, value: &str) -> Self {
        if name.starts_with("--") || name.starts_with("style:") {
            // A `style` attribute is refused by a strict policy; a property set by script is not.
            let value = value.to_owned();
            return self.attr_of(name, move || Some(value.clone()));
        }
        self.dom.push(2, name);
        self.dom.code.push('\u{1f}');
        self.dom
            .code
            .extend(value.chars().filter(|letter| *letter as u32 >= 8));
        self
    }

    /// An attribute that is there, empty, when `on`.
    #[must_use]
    pub fn flag(self, name: &'static str, on: bool) -> Self {
        if on { self.attr(name, "") } else { self }
    }

    /// An attribute that changes; `None` removes it. A name that begins with a dot is a property
    /// (`.value`, `.checked`), one that begins with `--` or `style:` a style property.
    #[must_use]
    pub fn attr_of(
        mut self,
        name: &'static str,
        value: impl Fn() -> Option<String> + 'static,
    ) -> Self {
        self.dom.bind(5, Bind::Attribute(name, Box::new(value)));
        self
    }

    /// An attribute that is there, empty, while `on`.
    #[must_use]
    pub fn flag_of(self, name: &'static str, on: impl Fn() -> bool + 'static) -> Self {
        self.attr_of(name, move || on().then(String::new))
    }

    /// Text that stays.
    #[must_use]
    pub fn text(mut self, text: &str) -> Self {
        self.dom.push(3, text);
        self
    }

    /// Text that changes.
    #[must_use]
    pub fn text_of(mut self, text: impl Fn() -> String + 'static) -> Self {
        self.dom.bind(7, Bind::Text(Box::new(text)));
        self
    }

    /// Children that stay: an element, an option of one, a vector of them.
    #[must_use]
    pub fn child(mut self, child: impl Into<Dom>) -> Self {
        self.dom.append(child.into());
        self
    }

    /// Children that change: drawn anew whenever a signal that `draw` read changes. What the
    /// drawing took (effects, listeners, clean-ups) is given back first.
    #[must_use]
    pub fn slot<D: Into<Dom>>(mut self, draw: impl Fn() -> D + 'static) -> Self {
        self.dom
            .bind(6, Bind::Slot(Box::new(move || draw().into())));
        self
    }

    /// A list that changes. Each child has a `data-key`; children that are equal to what is there
    /// stay in place, and with `glide` those that change places are seen to move. Children must
    /// not bind anything: listen on the list, and ask [`super::key_of`] which child it was.
    #[must_use]
    pub fn keyed<D: Into<Dom>>(mut self, glide: bool, draw: impl Fn() -> D + 'static) -> Self {
        self.dom
            .bind(6, Bind::Keyed(Box::new(move || draw().into()), glide));
        self
    }

    /// Listens to an event for as long as the element is there.
    #[must_use]
    pub fn on(mut self, event: &'static str, run: impl FnMut(Event) + 'static) -> Self {
        self.dom.bind(5, Bind::Listener(event, Box::new(run)));
        self
    }

    /// Hands the element over once it is built.
    #[must_use]
    pub fn node(mut self, take: impl FnOnce(Element) + 'static) -> Self {
        self.dom.bind(5, Bind::Node(Box::new(take)));
        self
    }

    /// The scope class that the element was made with; empty without.
    #[must_use]
    pub fn scope(&self) -> &'static str {
        self.scope
    }
}

impl From<El> for Dom {
    fn from(el: El) -> Self {
        let mut dom = el.dom;
        dom.push(4, "");
        dom
    }
}

impl From<&str> for Dom {
    fn from(text: &str) -> Self {
        let mut dom = Self::default();
        dom.push(3, text);
        dom
    }
}

impl<T: Into<Dom>> From<Option<T>> for Dom {
    fn from(child: Option<T>) -> Self {
        child.map(Into::into).unwrap_or_default()
    }
}

impl<T: Into<Dom>> From<Vec<T>> for Dom {
    fn from(children: Vec<T>) -> Self {
        let mut dom = Self::default();
        for child in children {
            dom.append(child.into());
        }
        dom
    }
}

impl std::fmt::Debug for Dom {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.code)
    }
}

impl std::fmt::Debug for El {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.dom.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tree_is_spelt_in_order() {
        let dom = Dom::from(el("p", "a b").attr("id", "x").child(el("b", "").text("y")));
        assert_eq!(
            dom.code,
            "\u{1}p\u{2}class\u{1f}a b\u{2}id\u{1f}x\u{1}b\u{3}y\u{4}\u{4}"
        );
    }

    #[test]
    fn data_cannot_spell_elements() {
        let dom = Dom::from(
            el("p", "")
                .attr("title", "\u{1}script\u{4}")
                .text("\u{4}\u{1}script"),
        );
        assert_eq!(dom.code, "\u{1}p\u{2}title\u{1f}script\u{3}script\u{4}");
    }

    #[test]
    fn the_scope_joins_every_class() {
        assert_eq!(
            Dom::from(scoped("s", "p", "a")).code,
            "\u{1}p\u{2}class\u{1f}a s\u{4}"
        );
        assert_eq!(
            Dom::from(scoped("s", "p", "")).code,
            "\u{1}p\u{2}class\u{1f}s\u{4}"
        );
    }
}
