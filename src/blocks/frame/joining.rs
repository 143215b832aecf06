//! Joining without leaving the page, where the backend takes a request for it.

use std::rc::Rc;

use palier_contract::member::{Me, Terms};
use wasm_bindgen_futures::spawn_local;

use super::attempt::Attempt;
use crate::blocks::Host;
use crate::blocks::ui::{address, beside, kept_focus};
use crate::client::resources;
use crate::dom::{El, el, memo};
use crate::i18n::keys;
use crate::reactive::*;
use crate::store::Store;

/// Whether joining is something to send, and no page for people.
pub(crate) fn is_request(me: &Me) -> bool {
    let join = me.actions.get("join");
    join.is_some_and(|join| join.method == "POST")
}

/// The button that joins, what is agreed to by it, and why it was refused. That it went well is `said`.
pub(crate) fn join_here(store: Store, host: Host, said: RwSignal<String>) -> El {
    let i18n = store.i18n();
    let attempt = Attempt::new();
    let me = store.me();
    let asked = me.clone();
    let (class, idle, busy) = (
        "pl-button pl-primary",
        keys::FRAME_JOIN,
        keys::FRAME_JOINING,
    );
    let button = attempt
        .button(store, class, idle, busy)
        .on("click", move |_| {
            let asked = asked.with_untracked(|me| me.value.clone());
            if let Some(me) = asked
                && attempt.begin(|| host.act("join", &[]))
            {
                spawn_local(send(store, me, attempt, said));
            }
        });
    let terms = memo(move || me.with(|me| me.value.as_ref()?.terms.clone()));
    let agreed = move || {
        let Terms { url, .. } = terms.get()?;
        let href = address(store, &url)?;
        let link = el("a", "").attr("part", "link");
        let link = beside(link, i18n, &href, &i18n.t(keys::FRAME_JOIN_TERMS));
        Some(el("p", "pl-small pl-soft").child(link))
    };
    let told = el("p", "pl-small");
    kept_focus(
        el("div", "pl-join")
            .child(button)
            .slot(agreed)
            .child(attempt.told(told, store, host, None, |_| None)),
    )
}

async fn send(store: Store, me: Rc<Me>, attempt: Attempt, said: RwSignal<String>) {
    match store.join(&me).await {
        Ok(()) => said.set(store.i18n().t(keys::FRAME_JOINED)),
        Err(error) => {
            attempt.end(Some(error));
            // On other terms, perhaps: those are shown then.
            store.retry(&resources::me());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::is_request;

    #[test]
    fn what_is_sent_is_told_from_a_page() {
        for (method, is_sent) in [("POST", true), ("GET", false), ("x_CALL", false)] {
            let action = format!(r#""join":{{"method":"{method}","href":"/v1/me/join"}}"#);
            let me = format!(r#"{{"state":"candidate","actions":{{{action}}}}}"#);
            assert_eq!(
                is_request(&serde_json::from_str(&me).unwrap()),
                is_sent,
                "{method}"
            );
        }
    }
}
