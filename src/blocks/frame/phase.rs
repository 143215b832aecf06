//! Which of the common states a block is in: a pure function of what is known.

use palier_contract::member::{Me, MemberState};
use palier_contract::portal::Portal;
use palier_contract::problem::ProblemType;

use crate::blocks::Spec;
use crate::client::Error;
use crate::store::Load;

/// A state that every block can be in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Phase {
    /// Nothing to show yet.
    Loading,
    /// There is data (perhaps old: see [`Subject::error`]).
    Ready,
    /// The backend answered, and there is nothing.
    Empty,
    /// Nobody is signed in, and the block needs somebody.
    SignedOut,
    /// Somebody was signed in, and no longer is.
    Expired,
    /// Signed in, not enrolled.
    NotEnrolled,
    /// The membership is suspended, and the backend keeps the data back.
    Suspended,
    /// The backend does not offer this block, or has switched it off.
    NotOffered,
    /// The backend cannot be reached and there is nothing to show meanwhile.
    Offline,
    /// The backend failed; trying again may help.
    Failed,
    /// The page is set up wrongly, or backend and kit do not understand each other; trying
    /// again will not help.
    Broken,
}

/// What a block knows of its own data.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Subject {
    /// The backend has answered.
    pub known: bool,
    /// It answered that there is nothing.
    pub empty: bool,
    /// Why the last try failed.
    pub error: Option<Error>,
    /// Asking right now.
    pub busy: bool,
}

impl Subject {
    /// Of a load; `empty` judges a good answer.
    pub fn of<T>(load: &Load<T>, empty: impl FnOnce(&T) -> bool) -> Self {
        Self {
            known: load.value.is_some(),
            empty: load.value.as_deref().is_some_and(empty),
            error: load.error.clone(),
            busy: load.busy,
        }
    }

    /// Both at once: known when both are, failed when either is.
    #[must_use]
    pub fn and<T>(mut self, other: &Load<T>) -> Self {
        self.known &= other.value.is_some();
        self.error = self.error.or_else(|| other.error.clone());
        self.busy |= other.busy;
        self
    }
}

/// Judges the state of a block.
pub(super) fn judge(spec: &Spec, portal: &Load<Portal>, me: &Load<Me>, subject: &Subject) -> Phase {
    if portal
        .value
        .as_ref()
        .is_some_and(|portal| !offers(portal, spec))
    {
        return Phase::NotOffered;
    }
    let state = me.value.as_ref().map(|me| &me.state);
    if spec.member_only {
        match state {
            Some(MemberState::Anonymous) => return Phase::SignedOut,
            Some(MemberState::Candidate) => return Phase::NotEnrolled,
            _ => {}
        }
    }
    // Currencies come with the portal: without it no amount has a name.
    let known = subject.known && portal.value.is_some();
    match () {
        () if known && subject.empty => Phase::Empty,
        () if known => Phase::Ready,
        () => match subject.error.as_ref().or(portal.error.as_ref()) {
            None => Phase::Loading,
            Some(error) => failure(error, me),
        },
    }
}

fn offers(portal: &Portal, spec: &Spec) -> bool {
    let has = |list: &[String], name: &str| list.iter().any(|one| one == name);
    let offered = &portal.capabilities;
    has(&offered.blocks, spec.kind)
        && !has(&portal.disabled_blocks, spec.kind)
        && spec.needs.iter().all(|need| offered.offers(need))
        && !portal.min_kit_version.as_deref().is_some_and(is_too_old)
}

/// Whether the backend no longer serves kits of this version. A text that is no version says
/// nothing.
fn is_too_old(least: &str) -> bool {
    let own = version(env!("CARGO_PKG_VERSION"));
    version(least)
        .zip(own)
        .is_some_and(|(least, own)| own < least)
}

fn version(text: &str) -> Option<[u32; 3]> {
    let mut parts = [0; 3];
    for (place, part) in text.split('.').enumerate() {
        *parts.get_mut(place)? = part.parse().ok()?;
    }
    Some(parts)
}

/// Whether page, backend and kit do not fit together, whoever reads.
pub(super) fn is_broken(error: &Error) -> bool {
    failure(error, &Load::default()) == Phase::Broken
}

fn failure(error: &Error, me: &Load<Me>) -> Phase {
    match error.problem() {
        // `/me` answers anonymous readers, so a 401 there means a token that lapsed.
        Some(ProblemType::Unauthorised)
            if me.error.as_ref().is_some_and(Error::is_unauthorised) =>
        {
            Phase::Expired
        }
        Some(ProblemType::Unauthorised)
            if me
                .value
                .as_ref()
                .is_some_and(|me| me.state == MemberState::Member) =>
        {
            Phase::Expired
        }
        Some(ProblemType::Unauthorised) => Phase::SignedOut,
        Some(ProblemType::NotEnrolled) => Phase::NotEnrolled,
        Some(ProblemType::Suspended) => Phase::Suspended,
        Some(ProblemType::NotOffered) => Phase::NotOffered,
        _ if matches!(error, Error::Network) => Phase::Offline,
        _ if error.is_retryable() => Phase::Failed,
        _ => Phase::Broken,
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use palier_contract::problem::Problem;

    use super::*;
    use crate::blocks::leaderboard;

    const MEMBERS: Spec = Spec {
        member_only: true,
        ..leaderboard::SPEC
    };

    fn portal() -> Load<Portal> {
        let json = include_str!("../../../crates/contract/fixtures/portal.json");
        Load {
            value: serde_json::from_str(json).ok().map(Rc::new),
            error: None,
            busy: false,
        }
    }

    fn me(state: &str) -> Load<Me> {
        let json = format!(r#"{{"state":"{state}"}}"#);
        Load {
            value: serde_json::from_str(&json).ok().map(Rc::new),
            error: None,
            busy: false,
        }
    }

    fn problem(kind: &str, status: u16) -> Error {
        let json =
            format!(r#"{{"type":"urn:palier:problem:{kind}","title":"t","status":{status}}}"#);
        Error::Problem(Box::new(serde_json::from_str::<Problem>(&json).unwrap()))
    }

    fn failed(error: Error) -> Subject {
        Subject {
            error: Some(error),
            ..Subject::default()
        }
    }

    #[test]
    fn each_situation_has_its_state() {
        let known = Subject {
            known: true,
            ..Subject::default()
        };
        let empty = Subject {
            empty: true,
            ..known.clone()
        };
        let stale = Subject {
            error: Some(Error::Network),
            ..known.clone()
        };
        let cases = [
            (
                "nothing yet",
                me("member"),
                Subject::default(),
                Phase::Loading,
            ),
            ("data", me("member"), known.clone(), Phase::Ready),
            ("old data and no network", me("member"), stale, Phase::Ready),
            ("no rows", me("member"), empty, Phase::Empty),
            ("nobody", me("anonymous"), known.clone(), Phase::SignedOut),
            ("not enrolled", me("candidate"), known, Phase::NotEnrolled),
            (
                "suspended",
                me("suspended"),
                failed(problem("suspended", 403)),
                Phase::Suspended,
            ),
            (
                "lapsed",
                me("member"),
                failed(problem("unauthorised", 401)),
                Phase::Expired,
            ),
            (
                "no network",
                me("member"),
                failed(Error::Network),
                Phase::Offline,
            ),
            (
                "too slow",
                me("member"),
                failed(Error::Timeout),
                Phase::Failed,
            ),
            (
                "backend down",
                me("member"),
                failed(problem("unavailable", 503)),
                Phase::Failed,
            ),
            (
                "wrong board",
                me("member"),
                failed(problem("not-found", 404)),
                Phase::Broken,
            ),
        ];
        for (name, me, subject, expected) in cases {
            assert_eq!(
                judge(&MEMBERS, &portal(), &me, &subject),
                expected,
                "{name}"
            );
        }
    }

    #[test]
    fn a_block_the_backend_does_not_list_is_not_offered() {
        let known = Subject {
            known: true,
            ..Subject::default()
        };
        const TOMBOLA: Spec = Spec {
            kind: "tombola",
            ..leaderboard::SPEC
        };
        assert_eq!(
            judge(&TOMBOLA, &portal(), &me("member"), &known),
            Phase::NotOffered
        );
        const GREEDY: Spec = Spec {
            needs: &["get_leaderboard", "draw_lots"],
            ..leaderboard::SPEC
        };
        assert_eq!(
            judge(&GREEDY, &portal(), &me("member"), &known),
            Phase::NotOffered
        );
    }

    #[test]
    fn a_backend_that_wants_a_newer_kit_offers_this_one_nothing() {
        let at = |least: Option<&str>| {
            let mut load = portal();
            let portal = Rc::make_mut(load.value.as_mut().unwrap());
            portal.min_kit_version = least.map(str::to_owned);
            let known = Subject {
                known: true,
                ..Subject::default()
            };
            judge(&leaderboard::SPEC, &load, &me("member"), &known)
        };
        let own = env!("CARGO_PKG_VERSION");
        for served in [
            None,
            Some(own),
            Some("0"),
            Some("0.0.10"),
            Some("soon"),
            Some("999.x"),
        ] {
            assert_eq!(at(served), Phase::Ready, "{served:?}");
        }
        for newer in ["999", "999.0", "999.0.0"] {
            assert_eq!(at(Some(newer)), Phase::NotOffered, "{newer}");
        }
        assert!(version("0.10.0") > version("0.9.9"));
    }

    #[test]
    fn public_blocks_show_themselves_to_anybody() {
        let known = Subject {
            known: true,
            ..Subject::default()
        };
        assert_eq!(
            judge(&leaderboard::SPEC, &portal(), &me("anonymous"), &known),
            Phase::Ready
        );
    }
}
