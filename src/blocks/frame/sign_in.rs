//! The ways in for readers who are not members: signing in, joining.

use palier_contract::member::{Me, MemberState};
use palier_contract::portal::Programme;
use wasm_bindgen::JsValue;

use super::joining::{is_request, join_here};
use crate::blocks::ui::address;
use crate::blocks::{Block, Host};
use crate::dom::{El, el};
use crate::i18n::{Key, keys};
use crate::reactive::{RwSignal, memo};
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
        |programme, _| programme.sign_in_url.clone(),
        |host| host.emit("palier-sign-in", &JsValue::NULL),
    )
}

/// The way in for somebody who is signed in and not enrolled, a link or a button that joins at once;
/// none for who has left (`/me` says so). That they have joined is `said`. Tracked.
pub(crate) fn join(block: &Block, said: RwSignal<String>) -> Option<El> {
    let store = block.store;
    let me = store.me();
    let is_sent = memo(move || me.with(|me| me.value.as_deref().is_some_and(is_request)));
    if is_sent.get() {
        return Some(join_here(store, block.host, said));
    }
    let tell = |host: Host| host.act("join", &[]);
    let page = |programme: &Programme, me: Option<&Me>| {
        let own = me.and_then(join_page);
        own.or(programme.join_url.as_ref()).cloned()
    };
    left(store)
        .is_none()
        .then(|| way_in(store, block.host, keys::FRAME_JOIN, page, tell))
}

/// The backend's words for somebody who has left, and cannot join by themselves. Tracked.
pub(crate) fn left(store: Store) -> Option<String> {
    let me = store.me();
    memo(move || me.with(|me| has_left(me.value.as_deref()?).cloned())).get()
}

/// The same, of what `/me` answered.
pub(crate) fn has_left(me: &Me) -> Option<&String> {
    let is_out = me.state == MemberState::Candidate && !me.actions.contains_key("join");
    me.message.as_ref().filter(|_| is_out)
}

/// Where the reader joins: a page for people, so whatever is to be sent there is none.
pub(crate) fn join_page(me: &Me) -> Option<&String> {
    let action = me.actions.get("join")?;
    (action.method == "GET").then_some(&action.href)
}

fn way_in(
    store: Store,
    host: Host,
    key: Key,
    page: fn(&Programme, Option<&Me>) -> Option<String>,
    tell: fn(Host) -> bool,
) -> El {
    // Tracked: a reader may be known to be nobody before the programme has said where to sign in.
    let (portal, me) = (store.portal(), store.me());
    let href = memo(move || {
        portal.with(|portal| {
            let programme = &portal.value.as_ref()?.programme;
            me.with(|me| page(programme, me.value.as_deref()))
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

#[cfg(test)]
mod tests {
    use super::*;

    fn me(json: &str) -> Me {
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn who_has_left_is_told_from_who_may_join() {
        let words = Some("Gone.".to_owned());
        let left = |json: &str| has_left(&me(json)).cloned();
        assert_eq!(left(r#"{"state":"candidate","message":"Gone."}"#), words);
        for other in [
            r#"{"state":"candidate"}"#,
            r#"{"state":"suspended","message":"Paused."}"#,
            r#"{"state":"candidate","message":"Soon.","actions":{"join":{"method":"GET","href":"/join"}}}"#,
        ] {
            assert_eq!(left(other), None, "{other}");
        }
    }

    #[test]
    fn joining_is_a_page_for_people_and_nothing_to_send() {
        let page = |method: &str| {
            let json = format!(
                r#"{{"state":"candidate","actions":{{"join":{{"method":"{method}","href":"/join"}}}}}}"#
            );
            join_page(&me(&json)).cloned()
        };
        assert_eq!(page("GET").as_deref(), Some("/join"));
        assert_eq!(page("POST"), None);
    }
}
