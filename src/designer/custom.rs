//! The blocks that the hosting page brings of its own: told in [`super::host`]'s manner through
//! `globalThis.palierDesigner`, read by the contract, drawn by [`crate::portal::own`].

use std::cell::RefCell;

use palier_contract::document::{BlockSchema, Declared, blocks, declare, label};

use super::session::Session;
use crate::i18n::I18n;
use crate::portal::own;

thread_local! {
    static KNOWN: RefCell<Vec<Declared>> = const { RefCell::new(Vec::new()) };
    static OPEN: RefCell<Option<Session>> = const { RefCell::new(None) };
}

/// Takes over what the page has registered, and what it will.
pub(super) fn begin() {
    own::begin("palierDesigner", Some(Box::new(|json| take(&json))));
}

/// Takes a declaration, or says everything that is wrong with it.
fn take(json: &str) -> Option<String> {
    let known = all();
    let declared = match serde_json::from_str(json) {
        Ok(json) => declare(&json, &known),
        Err(fault) => return Some(fault.to_string()),
    };
    match declared {
        Ok(declared) => {
            KNOWN.with_borrow_mut(|known| known.push(declared));
            if let Some(session) = OPEN.with_borrow(|open| *open) {
                // The page's own list has it once this call is over.
                wasm_bindgen_futures::spawn_local(async move { learn(session) });
            }
            None
        }
        Err(faults) => {
            let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
            Some(faults.join("; "))
        }
    }
}

/// Lets this session know of what the page registers from now on, too.
pub(super) fn follow(session: Session) {
    OPEN.set(Some(session));
    learn(session);
}

fn learn(session: Session) {
    session.learn(all());
}

/// The page's block of that type.
pub(super) fn find(kind: &str) -> Option<Declared> {
    KNOWN.with_borrow(|known| known.iter().copied().find(|one| one.schema.kind == kind))
}

/// What the page calls its block of that type.
pub(super) fn name(kind: &str, i18n: I18n) -> Option<&'static str> {
    label(find(kind)?.label, &i18n.locale())
}

/// Every block type there is: the kit's, then the page's.
pub(super) fn all() -> Vec<BlockSchema> {
    let mut all = blocks::ALL.to_vec();
    KNOWN.with_borrow(|known| all.extend(known.iter().map(|one| one.schema)));
    all
}
