//! What the programme has: languages, what props may refer to, and what its kit weighs.

use palier_contract::document::{RefKind, References};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::JsFuture;

use crate::designer::late;
use crate::designer::session::Session;
use crate::reactive::RwSignal;

#[wasm_bindgen(module = "/src/designer/problems/problems.js")]
extern "C" {
    fn weigh(locale: &str) -> js_sys::Promise;
}

/// What is known so far. What the backend does not tell is not checked.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Programme {
    pub(super) locales: Vec<String>,
    pub(super) references: References,
    /// Bytes of the kit as it is sent, if that could be measured.
    pub(super) kit: Option<u32>,
}

/// Asks the backend, one thing after the other: none of it is urgent.
pub(super) fn read(session: Session, programme: RwSignal<Programme>) {
    let Some(port) = session.port() else { return };
    let locale = session.i18n.locale();
    wasm_bindgen_futures::spawn_local(async move {
        late::whole().await;
        let mut known = References::new();
        if let Ok(portal) = port.programme().await {
            known = known.with(
                RefKind::Currency,
                portal.currencies.iter().map(|one| one.id.as_str()),
            );
            let locales = portal.locales;
            programme.update(|programme| programme.locales = locales);
        }
        if let Ok(boards) = port.boards().await {
            known = known.with(
                RefKind::Board,
                boards.items.iter().map(|one| one.id.as_str()),
            );
        }
        if let Ok(ladder) = port.tiers().await {
            known = known.with(
                RefKind::Tier,
                ladder.tiers.iter().map(|one| one.id.as_str()),
            );
        }
        if let Ok(all) = port.series().await {
            known = known.with(
                RefKind::Series,
                all.series.iter().map(|one| one.id.as_str()),
            );
        }
        if let Ok(page) = port.rewards().await {
            known = known.with(
                RefKind::Category,
                page.categories.iter().map(|one| one.id.as_str()),
            );
        }
        programme.update(|programme| programme.references = known);
        let kit = JsFuture::from(weigh(&locale)).await.ok();
        let kit = kit
            .and_then(|bytes| bytes.as_f64())
            .map(|bytes| bytes as u32);
        programme.update(|programme| programme.kit = kit.filter(|bytes| *bytes > 0));
    });
}
