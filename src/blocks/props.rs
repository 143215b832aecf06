//! The values a block is given: one signal per attribute, whoever sets it.

use std::cell::RefCell;
use std::rc::Rc;

use super::spec::{Attr, COMMON, Spec};
use crate::reactive::{Memo, RwSignal, memo, watch};

type Cells = [(&'static Attr, RwSignal<Option<String>>)];

/// The values of one block's attributes. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Props {
    kind: &'static str,
    cells: Rc<Cells>,
}

impl Props {
    /// Props of `spec`, all absent.
    #[must_use]
    pub fn new(spec: &Spec) -> Self {
        let cells = COMMON
            .iter()
            .chain(spec.attrs)
            .map(|attr| (attr, RwSignal::new(None)))
            .collect();
        Self {
            kind: spec.kind,
            cells,
        }
    }

    /// Sets an attribute; `None` makes it absent. A value that does not fit is told to the
    /// developer, and the default applies. Names the block does not have are ignored: every
    /// element may carry attributes of others.
    pub fn set(&self, name: &str, value: Option<String>) {
        let Some((attr, cell)) = self.cells.iter().find(|(attr, _)| attr.name == name) else {
            return;
        };
        let value = value.filter(|value| match attr.kind.check(value) {
            Ok(()) => true,
            Err(expected) => {
                leptos::logging::warn!(
                    "<palier-{} {name}=\"{value}\">: {expected}; using \"{}\".",
                    self.kind,
                    attr.default
                );
                false
            }
        });
        if cell.get_untracked() != value {
            cell.set(value);
        }
    }

    /// The names of all attributes that the block takes.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        self.cells.iter().map(|(attr, _)| attr.name)
    }

    /// The value of an attribute that the member may choose another one for. A page that sets the
    /// attribute means it: the member's earlier pick gives way.
    #[must_use]
    pub fn pick(&self, name: &'static str) -> Pick {
        let own = RwSignal::new(None::<String>);
        let (props, before) = (self.clone(), RefCell::new(None));
        watch(move || {
            let now = props.get(name);
            let before = before.replace(Some(now.clone()));
            if before.is_some_and(|before| before != now) {
                own.set(None);
            }
        });
        let props = self.clone();
        let value = memo(move || own.get().unwrap_or_else(|| props.get(name)));
        Pick { own, value }
    }

    /// The value of an attribute, or its default. Tracked.
    #[must_use]
    pub fn get(&self, name: &str) -> String {
        self.cells
            .iter()
            .find(|(attr, _)| attr.name == name)
            .map_or_else(String::new, |(attr, cell)| {
                cell.get().unwrap_or_else(|| attr.default.to_owned())
            })
    }
}

/// The member's pick over an attribute's value. Copy it freely.
#[derive(Debug, Clone, Copy)]
pub struct Pick {
    own: RwSignal<Option<String>>,
    /// What holds now.
    pub value: Memo<String>,
}

impl Pick {
    /// Takes the member's pick.
    pub fn choose(self, value: String) {
        self.own.set(Some(value));
    }
}
