//! What a first visit to the page costs: blocks, requests, bytes.

use std::collections::{BTreeMap, BTreeSet};

use palier_contract::document::{Node, Severity};
use wasm_bindgen::prelude::wasm_bindgen;

use super::Problem;
use super::known::Programme;
use super::pictures::{Pictures, Sum};
use crate::blocks::{Spec, registry};
use crate::designer::port::endpoint;
use crate::designer::session::Session;
use crate::i18n::{I18n, Key, keys};

#[wasm_bindgen(module = "/src/designer/problems/problems.js")]
extern "C" {
    fn replies(base: &str) -> Vec<String>;
}

/// What replies may weigh, in bytes: as many as [`REQUEST_GOAL`] leaves for them. The kit's own
/// weight is told and not judged: no edit of a page makes it less.
const REPLIES_GOAL: u32 = 24_000;

/// What the page's own pictures may weigh together, in bytes: two large photos as today's formats
/// have them, some three seconds of a slow phone's connection. Those of the programme are told and
/// not judged, like the kit.
const PICTURES_GOAL: u32 = 500_000;

/// How many requests a first visit should make at most: what a phone's connection carries in
/// about two round trips.
const REQUEST_GOAL: usize = 16;

/// Bytes of a reply that the canvas has not been sent yet: most of the demo programme's are less.
const UNSEEN: u32 = 2_000;

/// The page, loader with glue, WASM, messages, programme and document are asked for in any case.
const ALWAYS: usize = 6;

/// What a first visit costs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::designer) struct Cost {
    pub(super) blocks: usize,
    pub(super) requests: usize,
    pub(super) replies: usize,
    /// Bytes of the replies: as the canvas was sent them, guessed for those it has not seen.
    pub(super) sent: u32,
    /// How many of the replies are guessed.
    pub(super) guessed: usize,
    pub(super) pictures: Pictures,
    /// Bytes of the kit, where it could be measured.
    pub(super) kit: Option<u32>,
}

/// Counts it.
pub(super) fn of(session: Session, programme: &Programme) -> Cost {
    session.read(|tree, rules| {
        let ids = tree.walk(&rules.blocks);
        let nodes = || ids.iter().filter_map(|id| Some(&tree.node(id)?.node));
        let pictures = Pictures::of(nodes(), &rules.blocks);
        count(nodes(), pictures, programme.kit, &seen())
    })
}

/// Bytes of each reply that the canvas was sent, by its path.
fn seen() -> BTreeMap<String, u32> {
    let mut seen = BTreeMap::new();
    for pair in replies(&endpoint()).chunks_exact(2) {
        if let [address, bytes] = pair {
            let bytes: u32 = bytes.parse().unwrap_or_default();
            let known = seen.entry(path(address).to_owned()).or_default();
            *known = bytes.max(*known);
        }
    }
    seen
}

/// An address without its query; of `own|open`, the one for readers with a token.
fn path(address: &str) -> &str {
    let path = address.split('?').next().unwrap_or_default();
    path.split('|').next().unwrap_or_default()
}

fn count<'a>(
    nodes: impl Iterator<Item = &'a Node>,
    pictures: Pictures,
    kit: Option<u32>,
    seen: &BTreeMap<String, u32>,
) -> Cost {
    let mut cost = Cost {
        kit,
        pictures,
        ..Cost::default()
    };
    let mut asked = BTreeSet::new();
    for node in nodes {
        cost.blocks = cost.blocks.saturating_add(1);
        if let Some(spec) = registry::find(&node.kind) {
            asked.extend(addresses(spec, node));
        }
    }
    cost.replies = asked.len();
    for address in &asked {
        let bytes = seen.get(path(address));
        cost.guessed = cost.guessed.saturating_add(usize::from(bytes.is_none()));
        cost.sent = cost.sent.saturating_add(*bytes.unwrap_or(&UNSEEN));
    }
    cost.requests = ALWAYS
        .saturating_add(cost.replies)
        .saturating_add(cost.pictures.own.count);
    cost
}

/// What a block asks for; two blocks that ask for the same thing share one request.
fn addresses(spec: &Spec, node: &Node) -> Vec<String> {
    let value = |name: &str| {
        let prop = node.props.get(&name.replace('-', "_"));
        let attr = spec.attrs.iter().find(|attr| attr.name == name);
        match prop {
            Some(serde_json::Value::String(text)) => text.clone(),
            Some(other) if !other.is_null() => other.to_string(),
            _ => attr.map_or_else(String::new, |attr| attr.default.to_owned()),
        }
    };
    let filled = |text: &str| {
        let mut filled = text.to_owned();
        for attr in spec.attrs {
            let plain = ["{", attr.name, "}"].concat();
            let snake = ["{_", attr.name, "}"].concat();
            filled = filled
                .replace(&plain, &value(attr.name))
                .replace(&snake, &value(attr.name));
        }
        filled
    };
    let early = spec.early.iter().map(|early| {
        let query = early.query.iter();
        let query: Vec<String> = query
            .map(|(name, value)| [name, "=", &filled(value)].concat())
            .collect();
        [&filled(early.path), "?", &query.join("&")].concat()
    });
    early.collect()
}

impl Cost {
    /// Bytes in all, as far as they are known; `None` where the kit could not be measured.
    fn bytes(&self) -> Option<u32> {
        let data = self.kit?.saturating_add(self.sent);
        Some(data.saturating_add(self.pictures.bytes()))
    }

    fn over_bytes(&self) -> Option<u32> {
        Some(self.sent).filter(|bytes| *bytes > REPLIES_GOAL)
    }

    fn over_pictures(&self) -> Option<u32> {
        Some(self.pictures.own.bytes).filter(|bytes| *bytes > PICTURES_GOAL)
    }

    /// Whether it is more than it should be.
    pub(super) fn is_over(&self) -> bool {
        self.over_bytes().or(self.over_pictures()).is_some() || self.requests > REQUEST_GOAL
    }

    /// For the status line.
    pub(super) fn words(&self, i18n: I18n) -> String {
        let requests = i18n.count(keys::DESIGNER_PROBLEMS_REQUESTS, whole(self.requests), &[]);
        let blocks = i18n.count(keys::DESIGNER_PROBLEMS_BLOCKS, whole(self.blocks), &[]);
        let base = [("blocks", blocks.as_str()), ("requests", requests.as_str())];
        match self.bytes() {
            None => i18n.with(keys::DESIGNER_PROBLEMS_BADGE_KIT_UNKNOWN, &base),
            Some(bytes) => {
                let size = i18n.number(kilobytes(bytes));
                let transfer = i18n.with(keys::DESIGNER_PROBLEMS_TRANSFER, &[("size", &size)]);
                let [blocks, requests] = base;
                i18n.with(
                    keys::DESIGNER_PROBLEMS_BADGE,
                    &[blocks, requests, ("transfer", &transfer)],
                )
            }
        }
    }

    /// What it is made of: name and figure.
    pub(super) fn parts(&self, i18n: I18n) -> Vec<(String, String)> {
        let t = |key| i18n.t(key);
        let size = |bytes| i18n.number(kilobytes(bytes));
        let kit = self.kit.map_or_else(
            || t(keys::DESIGNER_PROBLEMS_KIT_UNKNOWN),
            |bytes| {
                i18n.with(
                    keys::DESIGNER_PROBLEMS_KIT_DETAIL,
                    &[("size", &size(bytes))],
                )
            },
        );
        let replies = match self.guessed {
            0 => i18n.with(
                keys::DESIGNER_PROBLEMS_REPLIES_DETAIL,
                &[("size", &size(self.sent))],
            ),
            some => i18n.count(
                keys::DESIGNER_PROBLEMS_REPLIES_GUESSED,
                whole(some),
                &[("size", &size(self.sent)), ("each", &size(UNSEEN))],
            ),
        };
        let of_programme = &self.pictures.programme;
        let mut parts = vec![
            (
                t(keys::DESIGNER_PROBLEMS_REQUESTS_BY),
                i18n.number(whole(self.requests)),
            ),
            (t(keys::DESIGNER_PROBLEMS_KIT), kit),
            (t(keys::DESIGNER_PROBLEMS_REPLIES), replies),
            (
                t(keys::DESIGNER_PROBLEMS_PICTURES),
                told(&self.pictures.own, i18n),
            ),
        ];
        if of_programme.count > 0 {
            let name = t(keys::DESIGNER_PROBLEMS_PICTURES_PROGRAMME);
            parts.push((name, told(of_programme, i18n)));
        }
        parts
    }

    /// What is over its budget.
    pub(super) fn problems(&self, i18n: I18n) -> Vec<Problem> {
        let bytes = self.over_bytes().map(|bytes| {
            let values = [
                ("size", kilobytes(bytes)),
                ("budget", kilobytes(REPLIES_GOAL)),
            ];
            warning(i18n, keys::DESIGNER_PROBLEMS_OVER_TRANSFER, &values)
        });
        let requests = (self.requests > REQUEST_GOAL).then(|| {
            let values = [
                ("count", whole(self.requests)),
                ("budget", whole(REQUEST_GOAL)),
            ];
            warning(i18n, keys::DESIGNER_PROBLEMS_OVER_REQUESTS, &values)
        });
        let pictures = self.over_pictures().zip(self.pictures.heaviest.as_ref());
        let pictures = pictures.map(|(bytes, heaviest)| {
            let values = [
                ("size", kilobytes(bytes)),
                ("budget", kilobytes(PICTURES_GOAL)),
                ("heaviest", kilobytes(heaviest.bytes.unwrap_or_default())),
            ];
            Problem {
                node: Some(heaviest.node.clone()),
                path: heaviest.path.clone(),
                ..warning(i18n, keys::DESIGNER_PROBLEMS_OVER_PICTURES, &values)
            }
        });
        bytes.into_iter().chain(requests).chain(pictures).collect()
    }
}

/// A warning that leads nowhere: no single field is its cause.
fn warning(i18n: I18n, key: Key, values: &[(&str, i64)]) -> Problem {
    let values = values
        .iter()
        .map(|(name, value)| (*name, i18n.number(*value)));
    let values: Vec<(&str, String)> = values.collect();
    let values: Vec<(&str, &str)> = values
        .iter()
        .map(|(name, text)| (*name, text.as_str()))
        .collect();
    Problem {
        severity: Severity::Warning,
        node: None,
        path: String::from("/performance"),
        text: i18n.with(key, &values),
        fix: None,
        check: None,
    }
}

/// How many pictures there are and what they weigh.
fn told(sum: &Sum, i18n: I18n) -> String {
    let count = i18n.number(whole(sum.count));
    let size = i18n.number(kilobytes(sum.bytes));
    let unknown = i18n.count(
        keys::DESIGNER_PROBLEMS_PICTURES_UNKNOWN,
        whole(sum.unknown),
        &[],
    );
    match (sum.count, sum.unknown) {
        (0, _) => count,
        (_, 0) => i18n.with(
            keys::DESIGNER_PROBLEMS_PICTURES_DETAIL,
            &[("count", &count), ("size", &size)],
        ),
        (all, some) if all == some => unknown,
        _ => i18n.with(
            keys::DESIGNER_PROBLEMS_PICTURES_PARTLY,
            &[("count", &count), ("size", &size), ("unknown", &unknown)],
        ),
    }
}

fn whole(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

fn kilobytes(bytes: u32) -> i64 {
    i64::from(bytes.div_ceil(1000))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn node(json: &str) -> Node {
        serde_json::from_str(json).unwrap()
    }

    fn counted(nodes: &[Node], kit: Option<u32>, seen: &BTreeMap<String, u32>) -> Cost {
        count(nodes.iter(), Pictures::default(), kit, seen)
    }

    fn pictures(bytes: u32) -> Pictures {
        let own = Sum {
            count: 1,
            bytes,
            unknown: 0,
        };
        Pictures {
            own,
            programme: own,
            heaviest: None,
        }
    }

    #[test]
    fn the_same_request_is_made_once_and_another_board_is_another() {
        let board = |id: &str, board: &str| {
            node(&format!(
                r#"{{"id":"{id}","type":"leaderboard","v":1,"props":{{"board":"{board}"}}}}"#
            ))
        };
        let none = BTreeMap::new();
        let one = counted(&[board("a", "x")], None, &none);
        let same = counted(&[board("a", "x"), board("b", "x")], None, &none);
        let two = counted(&[board("a", "x"), board("b", "y")], None, &none);
        assert!(one.replies > 0);
        assert_eq!((same.blocks, same.replies), (2, one.replies));
        assert!(two.replies > one.replies);
    }

    #[test]
    fn replies_weigh_what_was_sent_and_only_others_are_guessed() {
        let badges = node(r#"{"id":"a","type":"badge-collection","v":1}"#);
        let seen = BTreeMap::from([("/me/badges".to_owned(), 812)]);
        let cost = counted(&[badges], Some(70_000), &seen);
        let others = u32::try_from(cost.guessed).unwrap();
        assert_eq!(cost.guessed + 1, cost.replies);
        assert_eq!(cost.sent, 812 + others * UNSEEN);
        assert_eq!(cost.bytes(), Some(70_000 + cost.sent));
    }

    #[test]
    fn only_what_an_edit_can_change_is_judged() {
        let cost = |sent, requests| Cost {
            kit: Some(200_000),
            sent,
            requests,
            ..Cost::default()
        };
        assert!(!cost(REPLIES_GOAL, REQUEST_GOAL).is_over());
        assert!(cost(REPLIES_GOAL + 1, 1).is_over());
        assert!(cost(0, REQUEST_GOAL + 1).is_over());
        let shown = |bytes| Cost {
            pictures: pictures(bytes),
            ..cost(1, 1)
        };
        // Those of the programme weigh as much.
        assert!(!shown(PICTURES_GOAL).is_over());
        assert!(shown(PICTURES_GOAL + 1).is_over());
    }

    #[test]
    fn the_weight_is_that_of_all_that_is_known() {
        let cost = Cost {
            kit: Some(70_000),
            sent: 5_000,
            pictures: pictures(300_000),
            ..Cost::default()
        };
        assert_eq!(cost.bytes(), Some(70_000 + 5_000 + 2 * 300_000));
    }
}
