//! Reads the document of the current address.

use std::sync::Arc;

use palier_contract::document::{PortalDocument, blocks, load};
use palier_contract::problem::ProblemType;
use wasm_bindgen_futures::spawn_local;

use super::route::Route;
use crate::client::{Error, Reply, resources};
use crate::reactive::RwSignal;
use crate::store::Store;

/// How reading a document goes.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Stage {
    /// On its way, with nothing to show meanwhile.
    Loading,
    /// Here.
    Ready(Arc<PortalDocument>),
    /// There is no such portal.
    Missing,
    /// The backend could not be reached.
    Offline,
    /// The backend failed, or sent what cannot be read.
    Failed(Error),
}

/// The document that the page shows, and how it came to.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reading {
    store: Store,
    route: RwSignal<Route>,
    stage: RwSignal<Stage>,
    turn: RwSignal<u32>,
}

impl Reading {
    /// Begins to read what `route` names.
    pub(super) fn new(store: Store, route: Route) -> Self {
        let reading = Self {
            store,
            route: RwSignal::new(route),
            stage: RwSignal::new(Stage::Loading),
            turn: RwSignal::new(0),
        };
        reading.read();
        reading
    }

    /// How it goes. Tracked.
    pub(super) fn stage(self) -> Stage {
        self.stage.get()
    }

    /// What the address shows. Tracked.
    pub(super) fn route(self) -> Route {
        self.route.get()
    }

    /// Whether the reader has moved within the portal, or asked again. Not tracked.
    pub(super) fn moved(self) -> bool {
        self.turn.get_untracked() > 1
    }

    /// Goes to another address; what is shown stays until the next document is here.
    pub(super) fn go(self, route: Route) {
        self.route.set(route);
        self.read();
    }

    /// Asks again after a failure.
    pub(super) fn retry(self) {
        self.stage.set(Stage::Loading);
        self.read();
    }

    fn read(self) {
        let turn = self.turn.get_untracked().wrapping_add(1);
        self.turn.set(turn);
        let Route::Portal(id) = self.route.get_untracked() else {
            return self.stage.set(Stage::Missing);
        };
        spawn_local(async move {
            let stage = fetch(self.store, &id).await;
            // A later navigation has begun, whose answer counts, or the portal is gone.
            if self.turn.try_get_untracked() == Some(turn) {
                self.stage.set(stage);
            }
        });
    }
}

async fn fetch(store: Store, id: &str) -> Stage {
    let path = resources::portal_document(id);
    let reply = match store.client() {
        Some(client) => client.get(&path, None).await,
        None => return Stage::Offline,
    };
    let error = match reply {
        Ok(Reply::Body(text, _)) => match load(&text, blocks::ALL) {
            Ok(loaded) => return Stage::Ready(Arc::new(loaded.document)),
            Err(fault) => Error::Decode {
                path,
                message: fault.to_string(),
            },
        },
        // There was nothing to compare with.
        Ok(Reply::Unchanged) | Err(Error::Network) => return Stage::Offline,
        Err(Error::Problem(problem)) if problem.kind == ProblemType::NotFound => {
            return Stage::Missing;
        }
        Err(error) => error,
    };
    leptos::logging::error!("portal {id:?}: {}: {}", error.code(), error.message());
    Stage::Failed(error)
}
