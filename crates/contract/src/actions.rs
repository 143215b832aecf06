//! Legal next steps: the server lists them, the kit offers nothing else.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::Action;
use crate::wire::{self, Fill, Json, Reading, Wire};

/// Legal next steps by name, for instance `redeem`, `reveal_code`, `claim`, `join`; on the wire an
/// object.
// A list in the order of the names: there are three at most, and a tree would be 4 KB of WASM.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Actions(Vec<(String, Action)>);

impl Actions {
    /// No step.
    #[must_use]
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// The step of that name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Action> {
        let (_, action) = self.0.iter().find(|(known, _)| known == name)?;
        Some(action)
    }

    /// Whether there is a step of that name.
    #[must_use]
    pub fn contains_key(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    /// Whether there is no step.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Lists a step, in place of one of the same name.
    pub fn insert(&mut self, name: String, action: Action) {
        if let Some(place) = self.place(name) {
            *place = action;
        }
    }

    /// All names in order.
    pub fn keys(&self) -> impl Iterator<Item = &String> {
        self.0.iter().map(|(name, _)| name)
    }

    /// Where the step of that name is, or belongs.
    fn place(&mut self, name: String) -> Option<&mut Action> {
        let at = self.0.iter().take_while(|(known, _)| *known < name).count();
        if self.0.get(at).is_none_or(|(known, _)| *known != name) {
            self.0.insert(at, (name, Action::BLANK));
        }
        self.0.get_mut(at).map(|(_, action)| action)
    }
}

impl FromIterator<(String, Action)> for Actions {
    fn from_iter<I: IntoIterator<Item = (String, Action)>>(actions: I) -> Self {
        let mut list = Self::new();
        for (name, action) in actions {
            list.insert(name, action);
        }
        list
    }
}

impl<const N: usize> From<[(String, Action); N]> for Actions {
    fn from(actions: [(String, Action); N]) -> Self {
        actions.into_iter().collect()
    }
}

impl Serialize for Actions {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, action)| (name, action)))
    }
}

impl<'de> Deserialize<'de> for Actions {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(BTreeMap::deserialize(deserializer)?.into_iter().collect())
    }
}

impl Wire for Actions {
    const BLANK: Self = Self::new();

    fn write(&self, out: &mut String) {
        let mut first = true;
        out.push('{');
        for (name, action) in &self.0 {
            wire::member(out, &mut first, name, action);
        }
        out.push('}');
    }
}

impl Fill for Actions {
    fn fill(&mut self, json: &mut Json<'_>, reading: &mut Reading) {
        for (name, json) in wire::members(json, reading) {
            if let Some(action) = self.place(name.to_string()) {
                action.fill(json, reading);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn action(href: &str) -> Action {
        Action {
            method: "POST".into(),
            href: href.into(),
        }
    }

    #[test]
    fn steps_are_in_order_and_the_last_of_a_name_counts() {
        let mut actions = Actions::from([
            ("redeem".to_owned(), action("/a")),
            ("join".to_owned(), action("/b")),
        ]);
        actions.insert("redeem".into(), action("/c"));
        assert_eq!(actions.keys().collect::<Vec<_>>(), ["join", "redeem"]);
        assert_eq!(actions.get("redeem"), Some(&action("/c")));
        assert!(!actions.contains_key("claim"));
    }

    #[test]
    #[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
    fn both_readings_take_the_last_of_a_name() {
        let json = r#"{"redeem":{"method":"POST","href":"/a"},"join":{"method":"GET","href":"/b"},"redeem":{"method":"POST","href":"/c"}}"#;
        let by_wire: Actions = wire::from_str(json).unwrap();
        assert_eq!(by_wire, serde_json::from_str(json).unwrap());
        assert_eq!(
            wire::to_string(&by_wire),
            r#"{"join":{"method":"GET","href":"/b"},"redeem":{"method":"POST","href":"/c"}}"#
        );
    }
}
