//! Spells a tree of elements into one string, with closures for what changes.
//!
//! The string's alphabet: 1 opens an element, 2 sets an attribute (name, 31, value), 3 is text,
//! 4 closes, 5 marks the element, 6 a place whose content changes, 7 a text that changes.

use web_sys::{Element, Event};

use crate::reactive::{Call, Take, turn};

/// Something that changes, or that wants to know its element.
pub(super) enum Bind {
    Attribute(&'static str, Box<dyn Call<Option<String>>>),
    Text(Box<dyn Call<String>>),
    Slot(Box<dyn Call<Dom>>),
    Keyed(Box<dyn Call<Dom>>, bool),
    Listener(&'static str, Box<dyn Take<Event>>),
    Node(Box<dyn FnOnce(Element)>),
}

#[derive(Default)]
struct Tree {
    code: String,
    binds: Vec<Bind>,
}

/// Any number of nodes, ready to be placed.
// Behind a pointer, as `El` is: blocks hand these from call to call all the time, and each call
// that moves a pointer instead of the tree saves some twenty bytes of WASM.
#[derive(Default)]
pub struct Dom(Box<Tree>);

/// An element under construction.
pub struct El(Box<Tree>);

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

/// A part that is drawn a task later than what it stands in, each such part in its turn: for what is
/// long to draw, and not what the member looks at first.
#[must_use]
pub fn later<D: Into<Dom>>(draw: impl Fn() -> D + 'static) -> Dom {
    let due = turn();
    let mut dom = Dom::default();
    let slot = move || due.get().then(|| draw().into()).into();
    dom.0.bind(6, Bind::Slot(Box::new(slot)));
    dom
}

pub(crate) fn scoped(scope: &'static str, tag: &'static str, class: &str) -> El {
    let mut el = El(Box::default());
    el.0.push(1, tag);
    match (class, scope) {
        ("", "") => el,
        ("", scope) => el.attr("class", scope),
        (class, "") => el.attr("class", class),
        (class, scope) => el.attr("class", &[class, scope].join(" ")),
    }
}

/// Data must not be able to spell: its control characters are left out.
fn data(code: &mut String, text: &str) {
    if text.bytes().any(|byte| byte < 8) {
        code.extend(text.chars().filter(|letter| *letter as u32 >= 8));
    } else {
        code.push_str(text);
    }
}

/// Notes what a marked node shows at first: 1, its number, 2, an attribute's name, 2, the value. A
/// text has no name.
pub(super) fn note(code: &mut String, at: u32, name: &str, value: &str) {
    code.push('\u{1}');
    code.push_str(&at.to_string());
    code.push('\u{2}');
    code.push_str(name);
    code.push('\u{2}');
    data(code, value);
}

impl Tree {
    fn push(&mut self, op: u8, text: &str) {
        self.code.push(char::from(op));
        data(&mut self.code, text);
    }

    fn bind(&mut self, op: u8, bind: Bind) {
        self.push(op, "");
        self.binds.push(bind);
    }

    fn append(&mut self, other: Dom) {
        self.code.push_str(&other.0.code);
        self.binds.extend(other.0.binds);
    }
}

impl Dom {
    /// The spelling, and what it binds.
    pub(super) fn take(self) -> (String, Vec<Bind>) {
        (self.0.code, self.0.binds)
    }
}

impl El {
    /// An attribute that stays. A name that begins with `--` or `style:` is a style property: a strict
    /// policy refuses a `style` attribute, but none that a script sets.
    #[must_use]
    #[inline(never)]
    pub fn attr(mut self, name: &'static str, value: &str) -> Self {
        self.0.push(2, name);
        self.0.code.push('\u{1f}');
        data(&mut self.0.code, value);
        self
    }

    /// An attribute that is there, empty, when `on`.
    #[must_use]
    #[inline(never)]
    pub fn flag(self, name: &'static str, on: bool) -> Self {
        if on { self.attr(name, "") } else { self }
    }

    /// An attribute that changes; `None` removes it. A name that begins with a dot is a property
    /// (`.value`, `.checked`), one that begins with `--` or `style:` a style property.
    #[must_use]
    pub fn attr_of(self, name: &'static str, value: impl Fn() -> Option<String> + 'static) -> Self {
        self.bound(5, Bind::Attribute(name, Box::new(value)))
    }

    /// An attribute that is there, empty, while `on`.
    #[must_use]
    pub fn flag_of(self, name: &'static str, on: impl Fn() -> bool + 'static) -> Self {
        self.attr_of(name, move || on().then(String::new))
    }

    /// Text that stays.
    #[must_use]
    #[inline(never)]
    pub fn text(mut self, text: &str) -> Self {
        self.0.push(3, text);
        self
    }

    /// Text that changes.
    #[must_use]
    pub fn text_of(self, text: impl Fn() -> String + 'static) -> Self {
        self.bound(7, Bind::Text(Box::new(text)))
    }

    /// Children that stay: an element, an option of one, a vector of them.
    #[must_use]
    pub fn child(self, child: impl Into<Dom>) -> Self {
        self.placed(child.into())
    }

    /// Children that change: drawn anew whenever a signal that `draw` read changes. What the
    /// drawing took (effects, listeners, clean-ups) is given back first.
    #[must_use]
    pub fn slot<D: Into<Dom>>(self, draw: impl Fn() -> D + 'static) -> Self {
        self.bound(6, Bind::Slot(Box::new(move || draw().into())))
    }

    /// A list that changes. Each child has a `data-key`; children that are equal to what is there
    /// stay in place, and with `glide` those that change places are seen to move. Children must
    /// not bind anything: listen on the list, and ask [`super::key_of`] which child it was.
    #[must_use]
    pub fn keyed<D: Into<Dom>>(self, glide: bool, draw: impl Fn() -> D + 'static) -> Self {
        self.bound(6, Bind::Keyed(Box::new(move || draw().into()), glide))
    }

    /// Listens to an event for as long as the element is there.
    #[must_use]
    pub fn on(self, event: &'static str, run: impl FnMut(Event) + 'static) -> Self {
        self.bound(5, Bind::Listener(event, Box::new(run)))
    }

    /// Hands the element over once it is built.
    #[must_use]
    pub fn node(self, take: impl FnOnce(Element) + 'static) -> Self {
        self.bound(5, Bind::Node(Box::new(take)))
    }

    #[inline(never)]
    fn bound(mut self, op: u8, bind: Bind) -> Self {
        self.0.bind(op, bind);
        self
    }

    #[inline(never)]
    fn placed(mut self, child: Dom) -> Self {
        self.0.append(child);
        self
    }
}

impl From<El> for Dom {
    #[inline(never)]
    fn from(mut el: El) -> Self {
        el.0.push(4, "");
        Self(el.0)
    }
}

impl From<&str> for Dom {
    #[inline(never)]
    fn from(text: &str) -> Self {
        let mut dom = Self::default();
        dom.0.push(3, text);
        dom
    }
}

impl<T: Into<Dom>> From<Option<T>> for Dom {
    fn from(child: Option<T>) -> Self {
        match child {
            Some(child) => child.into(),
            None => nothing(),
        }
    }
}

impl<T: Into<Dom>> From<Vec<T>> for Dom {
    fn from(children: Vec<T>) -> Self {
        let mut dom = Self::default();
        for child in children {
            dom.0.append(child.into());
        }
        dom
    }
}

impl std::fmt::Debug for Dom {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0.code)
    }
}

impl std::fmt::Debug for El {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0.code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tree_is_spelt_in_order() {
        let dom = Dom::from(el("p", "a b").attr("id", "x").child(el("b", "").text("y")));
        assert_eq!(
            dom.0.code,
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
        assert_eq!(dom.0.code, "\u{1}p\u{2}title\u{1f}script\u{3}script\u{4}");
    }

    #[test]
    fn the_scope_joins_every_class() {
        assert_eq!(
            Dom::from(scoped("s", "p", "a")).0.code,
            "\u{1}p\u{2}class\u{1f}a s\u{4}"
        );
        assert_eq!(
            Dom::from(scoped("s", "p", "")).0.code,
            "\u{1}p\u{2}class\u{1f}s\u{4}"
        );
    }
}
