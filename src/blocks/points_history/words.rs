//! What the parts of the block share: language, currencies, heading level, and small views.

use palier_contract::Timestamp;
use palier_contract::ids::CurrencyId;
use palier_contract::portal::Currency;

use crate::blocks::Block;
use crate::blocks::frame::{notice, retry, tell_while};
use crate::blocks::icon::Icon;
use crate::dom::{El, el};
use crate::i18n::{I18n, Key};
use crate::reactive::{Memo, RwSignal};
use crate::store::Store;

/// Copy it freely.
#[derive(Debug, Clone, Copy)]
pub(in crate::blocks) struct Words {
    pub(in crate::blocks) store: Store,
    pub(in crate::blocks) i18n: I18n,
    /// The programme's currencies.
    pub(in crate::blocks) currencies: Memo<Vec<Currency>>,
    level: Memo<u8>,
}

impl Words {
    pub(in crate::blocks) fn of(block: &Block) -> Self {
        Self {
            store: block.store,
            i18n: block.i18n(),
            currencies: block.currencies(),
            level: block.sub_level(),
        }
    }

    /// The currency of that id, once the programme is known.
    pub(in crate::blocks) fn currency(self, id: &CurrencyId) -> Option<Currency> {
        self.currencies.with_untracked(|currencies| {
            currencies
                .iter()
                .find(|currency| &currency.id == id)
                .cloned()
        })
    }

    /// Makes `element` a heading one level below the block's own. Tracked.
    pub(super) fn heading(self, element: El) -> El {
        element
            .attr("part", "subheading")
            .attr("role", "heading")
            .attr("aria-level", &self.level.get().to_string())
    }

    /// A line that says what could not be loaded, with a way to try again; `busy` while that is tried.
    pub(super) fn failure(
        self,
        what: Key,
        said: RwSignal<String>,
        busy: Memo<bool>,
        ask: impl Fn() + 'static,
    ) -> El {
        let again = retry(self.i18n, busy, ask, "pl-button pl-quiet", None::<El>);
        let text = self.i18n.t(what);
        let line = notice("warn", Icon::WARNING, &text, again);
        tell_while(text, busy, said);
        line
    }
}

/// `text` as the name of an instant, for machines too.
pub(super) fn time(at: &Timestamp, text: &str) -> El {
    el("time", "").attr("datetime", &at.0).text(text)
}
