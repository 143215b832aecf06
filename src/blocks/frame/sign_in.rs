//! The ways in for readers who are not members: signing in, joining.

use palier_contract::portal::Programme;
use wasm_bindgen::JsValue;

use crate::blocks::ui::address;
use crate::blocks::{Block, Host};
use crate::dom::{El, el};
use crate::i18n::{Key, keys};
use crate::reactive::memo;
use crate::store::Store;

/// The way in for somebody who is not signed in: a link when the programme names one, and the
/// event either way.
pub(crate) fn sign_in(block: &Block) -> El {
    sign_in_at(block.store, block.host)
}

/// As [`sign_in`], for parts that know no block.
pub(super) fn sign_in_at(store: Store, host: Host) -> El {
    way_in(
        store,
        host,
        keys::FRAME_SIGN_IN,
        |programme| programme.sign_in_url.as_ref(),
        |host| host.emit("palier-sign-in", &JsValue::NULL),
    )
}

/// The way in for somebody who is signed in and not enrolled.
pub(crate) fn join(block: &Block) -> El {
    way_in(
        block.store,
        block.host,
        keys::FRAME_JOIN,
        |programme| programme.join_url.as_ref(),
        |host| host.act("join", &[]),
    )
}

fn way_in(
    store: Store,
    host: Host,
    key: Key,
    url: fn(&Programme) -> Option<&String>,
    tell: fn(Host) -> bool,
) -> El {
    // Tracked: a reader may be known to be nobody before the programme has said where to sign in.
    let portal = store.portal();
    let href = memo(move || {
        portal.with(|portal| {
            let programme = &portal.value.as_ref()?.programme;
            url(programme).cloned()
        })
    })
    .get();
    let button = match href.and_then(|href| address(store, &href)) {
        Some(href) => el("a", "pl-button pl-primary").attr("href", &href),
        None => el("button", "pl-button pl-primary").attr("type", "button"),
    };
    button
        .on("click", move |click| {
            if !tell(host) {
                click.prevent_default();
            }
        })
        .text(&store.i18n().t(key))
}
