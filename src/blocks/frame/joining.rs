//! Joining without leaving the page, where the backend takes a request for it.

use std::rc::Rc;

use palier_contract::member::{Me, Terms};
use wasm_bindgen_futures::spawn_local;

use super::refusal::refusal;
use crate::blocks::Host;
use crate::blocks::ui::{address, kept_focus};
use crate::client::{Error, resources};
use crate::dom::{El, el, memo, nothing};
use crate::i18n::keys;
use crate::reactive::*;
use crate::store::Store;

/// Whether joining is something to send, and no page for people.
pub(crate) fn is_request(me: &Me) -> bool {
    let join = me.actions.get("join");
    join.is_some_and(|join| join.method == "POST")
}

/// What came of it so far.
#[derive(Debug, Clone, PartialEq)]
enum State {
    Idle,
    Busy,
    Refused(Error),
}

/// The button that joins, what is agreed to by it, and why it was refused. That it went well is `said`.
pub(crate) fn join_here(store: Store, host: Host, said: RwSignal<String>) -> El {
    let i18n = store.i18n();
    let state = RwSignal::new(State::Idle);
    let me = store.me();
    let asked = me.clone();
    let busy = memo(move || state.with(|state| *state == State::Busy));
    let button = el("button", "pl-button pl-primary")
        .attr("type", "button")
        .attr_of("aria-disabled", move || Some(busy.get().to_string()))
        .on("click", move |_| {
            if busy.get_untracked() || !host.act("join", &[]) {
                return;
            }
            let asked = asked.with_untracked(|me| me.value.clone());
            if let Some(me) = asked {
                state.set(State::Busy);
                spawn_local(send(store, me, state, said));
            }
        })
        .text_of(move || {
            i18n.t(if busy.get() {
                keys::FRAME_JOINING
            } else {
                keys::FRAME_JOIN
            })
        });
    let terms = memo(move || me.with(|me| me.value.as_ref()?.terms.clone()));
    let agreed = move || {
        let Terms { url, .. } = terms.get()?;
        let link = el("a", "")
            .attr("part", "link")
            .attr("href", &address(store, &url)?)
            .attr("target", "_blank")
            .text(&i18n.t(keys::FRAME_JOIN_TERMS));
        Some(el("p", "pl-small pl-soft").child(link))
    };
    let told = move || match state.get() {
        State::Refused(error) => refusal(store, host, &error, None),
        _ => nothing(),
    };
    kept_focus(
        el("div", "pl-join")
            .child(button)
            .slot(agreed)
            .child(el("p", "pl-small").attr("role", "status").slot(told)),
    )
}

async fn send(store: Store, me: Rc<Me>, state: RwSignal<State>, said: RwSignal<String>) {
    match store.join(&me).await {
        Ok(()) => said.set(store.i18n().t(keys::FRAME_JOINED)),
        Err(error) => {
            state.set(State::Refused(error));
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
