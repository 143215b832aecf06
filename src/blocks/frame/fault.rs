//! What is wrong with a backend and a block gets by without: told to the developer, once a page.

use std::cell::RefCell;

use palier_contract::member::{Me, MemberState};

use super::phase::is_broken;
use crate::client::Error;
use crate::dom::watch;
use crate::store::Load;

thread_local! {
    static TOLD: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

/// Whether `message` is told for the first time; it counts as told from now on.
pub(super) fn is_news(message: &str) -> bool {
    TOLD.with_borrow_mut(|told| {
        let is_known = told.iter().any(|known| known == message);
        if !is_known {
            told.push(message.to_owned());
        }
        !is_known
    })
}

/// Tells of `error`, which is tracked, where trying again will not help, for as long as the current
/// owner lives.
pub(crate) fn tell_fault(kind: &'static str, error: impl Fn() -> Option<Error> + 'static) {
    watch(move || {
        let error = error().filter(|error| error.is_foreign() || is_broken(error));
        let message = error.map(|error| error.message());
        if let Some(message) = message.filter(|message| is_news(message)) {
            leptos::logging::error!("<palier-{kind}>: {message}");
        }
    });
}

/// Tells that an attribute's `value` is none of the ids that the backend has, once they are known.
pub(crate) fn tell_unknown(kind: &str, attr: &str, value: &str, known: &[&str]) {
    if value.is_empty() || known.is_empty() || known.contains(&value) {
        return;
    }
    let known = known.join(", ");
    let message = format!(
        "<palier-{kind} {attr}=\"{value}\">: the backend has none of that id; it has {known}."
    );
    if is_news(&message) {
        leptos::logging::warn!("{message}");
    }
}

/// What is wrong with the answer to `/me`.
pub(super) fn of_reader(me: &Load<Me>) -> Option<Error> {
    let is_enrolled = |me: &Me| matches!(me.state, MemberState::Member | MemberState::Suspended);
    let is_nameless = |me: &Me| is_enrolled(me) && me.id.is_none();
    let nameless = || Error::Decode {
        path: "/me".to_owned(),
        message: "id: is missing".to_owned(),
    };
    let value = me.value.as_deref();
    let broken = value.is_some_and(is_nameless).then(nameless);
    me.error.clone().or(broken)
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;

    #[test]
    fn a_fault_is_told_once() {
        assert!(is_news("/me: no"));
        assert!(!is_news("/me: no"));
        assert!(is_news("/me: nor this"));
    }

    #[test]
    fn members_have_an_id_and_nobody_else_needs_one() {
        let of = |json: &str| {
            let value = serde_json::from_str(json).ok().map(Rc::new);
            let load = Load {
                value,
                ..Load::default()
            };
            of_reader(&load).map(|error| error.message())
        };
        for state in ["member", "suspended"] {
            let told = of(&format!(r#"{{"state":"{state}"}}"#)).unwrap();
            assert!(told == "/me: id: is missing", "{told}");
            assert_eq!(of(&format!(r#"{{"state":"{state}","id":"m_1"}}"#)), None);
        }
        for state in ["anonymous", "candidate", "x_guest"] {
            assert_eq!(of(&format!(r#"{{"state":"{state}"}}"#)), None, "{state}");
        }
    }
}
