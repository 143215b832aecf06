//! The states of every block, ready to be answered: its own demos, and those that all blocks
//! have, made from its first demo by changing what the backend answers.

use super::{Answer, DEMOS, Demo, Reply};
use crate::blocks::{Spec, registry};

/// How the backend behaves towards everything but `/portal` and `/me`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weather {
    /// As the demo says.
    Fair,
    /// Never answers.
    Silent,
    /// Cannot be reached, discovery included.
    Offline,
    /// Refuses with a status and the last word of a problem type.
    Refusing(u16, &'static str),
}

/// A state, ready to be answered.
#[derive(Debug, Clone, Copy)]
pub struct State {
    /// Attributes of the tag.
    pub attrs: &'static [(&'static str, &'static str)],
    /// What the backend answers in fair weather; the first matching row counts.
    pub answers: &'static [Answer],
    /// What is clicked once the block is ready.
    pub clicks: &'static [&'static str],
    /// What `/me` answers.
    pub me: &'static str,
    /// Whether even `/me` is refused.
    pub expired: bool,
    /// Whether the backend offers the block.
    pub offered: bool,
    /// How the backend behaves.
    pub weather: Weather,
    /// The weather after the block is ready, for states that need old data.
    pub then: Option<Weather>,
}

/// An enrolled member, and a backend that answers.
pub const FAIR: State = State {
    attrs: &[],
    answers: &[],
    clicks: &[],
    me: "me",
    expired: false,
    offered: true,
    weather: Weather::Fair,
    then: None,
};

/// Common states by name.
const COMMON: &[(&str, State)] = &[
    (
        "loading",
        State {
            weather: Weather::Silent,
            ..FAIR
        },
    ),
    (
        "refreshing",
        State {
            then: Some(Weather::Silent),
            ..FAIR
        },
    ),
    (
        "stale-offline",
        State {
            then: Some(Weather::Offline),
            ..FAIR
        },
    ),
    (
        "stale",
        State {
            then: Some(Weather::Refusing(503, "unavailable")),
            ..FAIR
        },
    ),
    (
        "stale-expired",
        State {
            then: Some(Weather::Refusing(401, "unauthorised")),
            ..FAIR
        },
    ),
    (
        "offline",
        State {
            weather: Weather::Offline,
            ..FAIR
        },
    ),
    (
        "failed",
        State {
            weather: Weather::Refusing(503, "unavailable"),
            ..FAIR
        },
    ),
    (
        "broken",
        State {
            weather: Weather::Refusing(404, "not-found"),
            ..FAIR
        },
    ),
    (
        "signed-out",
        State {
            me: "me_anonymous",
            weather: Weather::Refusing(401, "unauthorised"),
            ..FAIR
        },
    ),
    (
        "expired",
        State {
            expired: true,
            weather: Weather::Refusing(401, "unauthorised"),
            ..FAIR
        },
    ),
    (
        "not-enrolled",
        State {
            me: "me_candidate",
            weather: Weather::Refusing(403, "not-enrolled"),
            ..FAIR
        },
    ),
    (
        "joinable",
        State {
            me: "me_joining",
            weather: Weather::Refusing(403, "not-enrolled"),
            ..FAIR
        },
    ),
    (
        "join-refused",
        State {
            me: "me_joining",
            weather: Weather::Refusing(403, "not-enrolled"),
            clicks: &[".pl-join button"],
            ..FAIR
        },
    ),
    (
        "left",
        State {
            me: "me_left",
            weather: Weather::Refusing(403, "not-enrolled"),
            ..FAIR
        },
    ),
    (
        "suspended",
        State {
            me: "me_suspended",
            weather: Weather::Refusing(403, "suspended"),
            ..FAIR
        },
    ),
    (
        "suspended-with-data",
        State {
            me: "me_suspended",
            ..FAIR
        },
    ),
    (
        "not-offered",
        State {
            offered: false,
            ..FAIR
        },
    ),
];

fn demos(kind: &str) -> &'static [Demo] {
    DEMOS
        .iter()
        .find(|(known, _)| *known == kind)
        .map(|(_, demos)| *demos)
        .unwrap_or_default()
}

/// The state of that name which every block has. Its answers are empty.
#[must_use]
pub fn common(name: &str) -> Option<State> {
    let found = COMMON.iter().find(|(known, _)| *known == name);
    found.map(|(_, state)| *state)
}

/// Names of a block's states: its own, then the common ones.
pub fn names(kind: &str) -> impl Iterator<Item = &'static str> {
    demos(kind)
        .iter()
        .map(|demo| demo.name)
        .chain(COMMON.iter().map(|(name, _)| *name))
}

/// The block and the state called `name`; its first state when the name is empty.
#[must_use]
pub fn find(kind: &str, name: &str) -> Option<(&'static Spec, State)> {
    let spec = registry::find(kind)?;
    let first = demos(kind).first()?;
    let own = |demo: &Demo, state: State| State {
        attrs: demo.attrs,
        answers: demo.answers,
        ..state
    };
    if name.is_empty() {
        return Some((
            spec,
            State {
                clicks: first.clicks,
                ..own(first, FAIR)
            },
        ));
    }
    if let Some(demo) = demos(kind).iter().find(|demo| demo.name == name) {
        return Some((
            spec,
            State {
                clicks: demo.clicks,
                ..own(demo, FAIR)
            },
        ));
    }
    Some((spec, own(first, common(name)?)))
}

impl State {
    /// The reply to a request, after the weather. `query` is what follows the path, if anything.
    #[must_use]
    pub fn reply(&self, weather: Weather, method: &str, path: &str, query: &str) -> Reply {
        let discovery = path == "/portal" || path == "/me";
        match weather {
            Weather::Offline => return Reply::Offline,
            Weather::Silent if !discovery => return Reply::Silence,
            Weather::Refusing(status, kind) if !discovery || (path == "/me" && self.expired) => {
                return Reply::Problem(status, kind);
            }
            _ => {}
        }
        match self.listed(method, path, query) {
            Some(answer) => answer.reply,
            None if path == "/portal" => Reply::Fixture("portal"),
            None if path == "/me" => Reply::Fixture(self.me),
            None => Reply::Problem(404, "not-found"),
        }
    }

    /// The answer that the state lists for a request, whatever the weather.
    #[must_use]
    pub fn listed(&self, method: &str, path: &str, query: &str) -> Option<&'static Answer> {
        self.answers.iter().find(|answer| {
            let (wanted, part) = answer.path.split_once('?').unwrap_or((answer.path, ""));
            answer.method == method
                && (path == wanted || wanted.ends_with('/') && path.starts_with(wanted))
                && query.contains(part)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fixture_that_a_demo_names_exists() {
        for (kind, demos) in DEMOS {
            for demo in *demos {
                for answer in demo.answers {
                    if let Reply::Fixture(name) = &answer.reply {
                        assert!(
                            palier_contract::fixtures::get(name).is_some(),
                            "{kind}/{}: {name}",
                            demo.name
                        );
                    }
                    if let Reply::Json(json) = &answer.reply {
                        assert!(
                            serde_json::from_str::<serde_json::Value>(json).is_ok(),
                            "{kind}/{}",
                            demo.name
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn names_are_unique_and_found() {
        for spec in registry::BLOCKS {
            let mut seen = std::collections::BTreeSet::new();
            for name in names(spec.kind) {
                assert!(seen.insert(name), "{}/{name} twice", spec.kind);
                assert!(find(spec.kind, name).is_some(), "{}/{name}", spec.kind);
            }
        }
    }
}
