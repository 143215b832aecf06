//! What a block needs to know of where it stands.

use palier_contract::document::Node;

use super::prop;
use crate::reactive::RwSignal;
use crate::store::Store;

/// What a block needs to know of where it stands.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place<'a> {
    pub(crate) store: Store,
    pub(crate) locale: &'a str,
    /// Whether the reader came here by following a link within the portal.
    pub(crate) arrived: bool,
    /// Level of the main heading: 1 where the document is the page.
    pub(crate) top: u8,
    /// Level of the next heading.
    pub(crate) level: u8,
    /// Whether a title above already says what the one block below it is.
    pub(crate) titled: bool,
    /// Whether the page's main heading is another's.
    pub(crate) headed: bool,
    /// Whether slots are left empty, for somebody else to fill: the designer keeps each block
    /// alive while its neighbours come and go.
    pub(crate) hollow: bool,
    /// Whether somebody signed in on this tab; `None` where only the backend can tell.
    pub(crate) known: Option<RwSignal<bool>>,
}

impl<'a> Place<'a> {
    /// The place of blocks that stand on the page itself.
    pub(crate) fn page(store: Store, locale: &'a str) -> Self {
        Self {
            store,
            locale,
            arrived: false,
            top: 1,
            level: 2,
            titled: false,
            headed: false,
            hollow: false,
            known: None,
        }
    }

    /// The place of the blocks in a slot of `node`, when there are `count` of them.
    pub(crate) fn inside(self, node: &Node, count: usize) -> Self {
        let section = node.kind == "section" && !prop(node, "title", self.locale).is_empty();
        let titled = section || node.kind == "tabs";
        Self {
            level: self.level.saturating_add(u8::from(section)).min(6),
            titled: titled && count == 1,
            headed: true,
            ..self
        }
    }

    /// The same, with its words from elsewhere: what is drawn later holds them itself.
    pub(super) fn with_locale(self, locale: &str) -> Place<'_> {
        Place {
            store: self.store,
            locale,
            arrived: self.arrived,
            top: self.top,
            level: self.level,
            titled: self.titled,
            headed: self.headed,
            hollow: self.hollow,
            known: self.known,
        }
    }

    /// A closure that draws `node` here whenever it is called, for as long as it is kept.
    pub(super) fn later<T>(
        self,
        node: &Node,
        draw: impl Fn(&Node, Place<'_>) -> T + 'static,
    ) -> impl Fn() -> T + 'static {
        let (node, locale, place) = (node.clone(), self.locale.to_owned(), self.with_locale(""));
        move || draw(&node, place.with_locale(&locale))
    }
}
