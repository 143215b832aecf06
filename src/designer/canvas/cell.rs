//! One block on the canvas: drawn as the portal draws it, from the store that is chosen for it.

use std::cell::RefCell;
use std::rc::Rc;

use palier_contract::document::Node;
use web_sys::Element;

use super::placeholder;
use crate::blocks::{Props, Spec, registry};
use crate::designer::custom;
use crate::designer::preview::{self, Shown};
use crate::designer::session::Session;
use crate::dom::{self, Dom, Mounted};
use crate::portal::layout::{self, Place};
use crate::portal::{member_block, own};
use crate::store::Store;

/// What a drawing depends on besides the block itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Look {
    pub(super) level: u8,
    pub(super) titled: bool,
    pub(super) shown: Shown,
}

/// A block on the canvas.
pub(super) struct Cell {
    pub(super) element: Element,
    pub(super) look: Look,
    /// Dropping it ends the block.
    _drawn: Mounted,
    /// A member's block takes new props without being drawn anew.
    told: Option<Told>,
}

/// What a member's block is given, and by what.
#[derive(Clone)]
struct Told {
    props: Props,
    node: Rc<RefCell<Node>>,
    /// The breakpoint that holds where it stands.
    at: Rc<RefCell<String>>,
    look: Look,
    locale: Rc<str>,
}

impl Told {
    fn give(&self) {
        let (node, at) = (self.node.borrow(), self.at.borrow());
        let Look { level, titled, .. } = self.look;
        member_block::give_at(&self.props, &node, &at, level, titled, &self.locale);
    }
}

impl Cell {
    /// Draws `node` into `element`.
    pub(super) fn draw(session: Session, element: Element, node: &Node, look: Look) -> Self {
        let stage = session.view.stage;
        let store = stage
            .store(&node.kind, look.shown.of(&node.kind))
            .unwrap_or(session.store);
        let node = spoken(session, node);
        let told = registry::find(&node.kind).map(|spec| Told::new(spec, &node, look, store));
        let given = told.clone();
        let drawn = dom::mount(element.clone(), || {
            let block = match given {
                Some(told) => told.draw(store),
                None => layout(session, &node, look, store),
            };
            Dom::from(vec![block, placeholder::absent(session, &element, &node)])
        });
        Self {
            element,
            look,
            _drawn: drawn,
            told,
        }
    }

    /// Gives the block its new props; says whether it can take them without being drawn anew.
    pub(super) fn give(&self, session: Session, node: &Node) -> bool {
        if custom::find(&node.kind).is_some() {
            own::give(&self.element, &spoken(session, node));
            return true;
        }
        let Some(told) = &self.told else { return false };
        told.node.replace(spoken(session, node));
        told.give();
        true
    }
}

impl Told {
    fn new(spec: &'static Spec, node: &Node, look: Look, store: Store) -> Self {
        Self {
            props: Props::new(spec),
            node: Rc::new(RefCell::new(node.clone())),
            at: Rc::new(RefCell::new(String::from("base"))),
            look,
            locale: store.i18n().locale().into(),
        }
    }

    fn draw(self, store: Store) -> Dom {
        let Some(spec) = registry::find(&self.node.borrow().kind.clone()) else {
            return dom::nothing();
        };
        self.give();
        member_block::follow(spec, self.props.clone(), store, move |at| {
            self.at.replace(at.to_owned());
            self.give();
        })
        .into()
    }
}

fn layout(session: Session, node: &Node, look: Look, store: Store) -> Dom {
    let locale = store.i18n().locale();
    let place = Place {
        level: look.level,
        titled: look.titled,
        hollow: true,
        ..Place::page(store, &locale)
    };
    if let Some(own) = custom::find(&node.kind) {
        let slots = own.schema.slots.iter().map(|slot| slot.name);
        let told = placeholder::broken(node, session.i18n);
        return own::hold(node, slots, place, told).into();
    }
    placeholder::unknown(node, session.i18n)
        .or_else(|| placeholder::unchosen(node, session.i18n))
        .unwrap_or_else(|| layout::block(node, place))
}

/// The block with its texts as they are shown: longer than they are, where that is checked.
fn spoken(session: Session, node: &Node) -> Node {
    match session.view.stage.is_long() {
        true => session.read(|_, rules| Some(preview::lengthened(node, &rules.locales))),
        false => None,
    }
    .unwrap_or_else(|| node.clone())
}
