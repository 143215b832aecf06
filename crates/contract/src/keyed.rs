//! Values by name.

use std::fmt;
use std::iter::Zip;
use std::marker::PhantomData;
use std::slice;
use std::vec;

use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::wire::{self, Fill, Json, Reading, Wire};

/// Values by name, in the order of the names; on the wire an object.
///
/// As a `BTreeMap<String, V>`, which costs 4 to 8 KB of WASM for each type of value. The objects of the
/// contract have few members, so a sorted list finds as quickly. Adding a name moves those after it: whoever
/// has thousands of them collects, which sorts once.
///
/// ```
/// use palier_contract::Keyed;
/// let mut texts = Keyed::from([("fr".to_owned(), "Bonjour"), ("en".to_owned(), "Hello")]);
/// assert_eq!(texts.get("en"), Some(&"Hello"));
/// assert_eq!(texts.insert("en".to_owned(), "Hi"), Some("Hello"));
/// assert_eq!(texts.keys().collect::<Vec<_>>(), ["en", "fr"]);
/// ```
// Names lie apart from values, so that finding and sorting are compiled once for all types.
#[derive(Clone, PartialEq, Eq)]
pub struct Keyed<V> {
    names: Vec<String>,
    values: Vec<V>,
}

impl<V> Keyed<V> {
    /// No value.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            names: Vec::new(),
            values: Vec::new(),
        }
    }

    /// Whether there is no value.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// How many values there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.names.len()
    }

    /// The value of that name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&V> {
        self.values.get(find(&self.names, name).ok()?)
    }

    /// The value of that name, to be changed.
    #[must_use]
    pub fn get_mut(&mut self, name: &str) -> Option<&mut V> {
        self.values.get_mut(find(&self.names, name).ok()?)
    }

    /// Whether there is a value of that name.
    #[must_use]
    pub fn contains_key(&self, name: &str) -> bool {
        find(&self.names, name).is_ok()
    }

    /// Adds a value, and gives the one of the same name that it takes the place of.
    pub fn insert(&mut self, name: String, value: V) -> Option<V> {
        match find(&self.names, &name) {
            Ok(at) => {
                let place = self.values.get_mut(at)?;
                Some(std::mem::replace(place, value))
            }
            Err(at) => {
                self.names.insert(at, name);
                self.values.insert(at, value);
                None
            }
        }
    }

    /// Takes the value of that name away.
    pub fn remove(&mut self, name: &str) -> Option<V> {
        let at = find(&self.names, name).ok()?;
        self.names.remove(at);
        Some(self.values.remove(at))
    }

    /// Changes the value of that name, which is the default if there was none.
    pub fn update<R>(&mut self, name: &str, change: impl FnOnce(&mut V) -> R) -> R
    where
        V: Default,
    {
        let mut value = self.remove(name).unwrap_or_default();
        let result = change(&mut value);
        self.insert(name.to_owned(), value);
        result
    }

    /// Keeps the values of which `keep` says so.
    pub fn retain(&mut self, mut keep: impl FnMut(&String, &mut V) -> bool) {
        let mut names = self.names.iter();
        let mut kept = Vec::new();
        self.values.retain_mut(|value| {
            let keep = names.next().is_some_and(|name| keep(name, value));
            kept.push(keep);
            keep
        });
        let mut kept = kept.into_iter();
        self.names.retain(|_| kept.next().unwrap_or_default());
    }

    /// All names in order.
    pub fn keys(&self) -> slice::Iter<'_, String> {
        self.names.iter()
    }

    /// All values in the order of their names.
    pub fn values(&self) -> slice::Iter<'_, V> {
        self.values.iter()
    }

    /// All values in the order of their names, to be changed.
    pub fn values_mut(&mut self) -> slice::IterMut<'_, V> {
        self.values.iter_mut()
    }

    /// All names with their values, in order.
    pub fn iter(&self) -> Iter<'_, V> {
        self.names.iter().zip(&self.values)
    }
}

/// Where `name` is among the sorted `names`, or else belongs.
#[inline(never)]
fn find(names: &[String], name: &str) -> Result<usize, usize> {
    names.binary_search_by(|known| known.as_str().cmp(name))
}

/// In what order the values of `names` come to be sorted, and the names in it: of values of one name
/// the last one stays.
#[inline(never)]
fn sorted(names: Vec<String>) -> (Vec<String>, Vec<usize>) {
    let mut pairs: Vec<(String, usize)> = names.into_iter().zip(0..).collect();
    // Later ones first: what is left of equal names is the last.
    pairs.sort_unstable_by(|(one, at), (other, after)| one.cmp(other).then(after.cmp(at)));
    pairs.dedup_by(|later, first| later.0 == first.0);
    pairs.into_iter().unzip()
}

/// Names with their values, in order.
pub type Iter<'a, V> = Zip<slice::Iter<'a, String>, slice::Iter<'a, V>>;

impl<V> Default for Keyed<V> {
    fn default() -> Self {
        Self::new()
    }
}

impl<V> FromIterator<(String, V)> for Keyed<V> {
    /// Of values of one name, the last one stays.
    fn from_iter<I: IntoIterator<Item = (String, V)>>(pairs: I) -> Self {
        let (names, mut values): (Vec<String>, Vec<V>) = pairs.into_iter().unzip();
        if names.is_sorted_by(|one, next| one < next) {
            return Self { names, values };
        }
        let (names, order) = sorted(names);
        let mut given: Vec<Option<V>> = values.drain(..).map(Some).collect();
        let taken = order.iter().filter_map(|at| given.get_mut(*at)?.take());
        values.extend(taken);
        Self { names, values }
    }
}

impl<V> Extend<(String, V)> for Keyed<V> {
    fn extend<I: IntoIterator<Item = (String, V)>>(&mut self, pairs: I) {
        let known = std::mem::take(self);
        *self = known.into_iter().chain(pairs).collect();
    }
}

impl<V, const N: usize> From<[(String, V); N]> for Keyed<V> {
    fn from(pairs: [(String, V); N]) -> Self {
        pairs.into_iter().collect()
    }
}

impl<V> IntoIterator for Keyed<V> {
    type Item = (String, V);
    type IntoIter = Zip<vec::IntoIter<String>, vec::IntoIter<V>>;

    fn into_iter(self) -> Self::IntoIter {
        self.names.into_iter().zip(self.values)
    }
}

impl<'a, V> IntoIterator for &'a Keyed<V> {
    type Item = (&'a String, &'a V);
    type IntoIter = Iter<'a, V>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<V: fmt::Debug> fmt::Debug for Keyed<V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self).finish()
    }
}

impl<V: Serialize> Serialize for Keyed<V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self)
    }
}

impl<'de, V: Deserialize<'de>> Deserialize<'de> for Keyed<V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Members(PhantomData))
    }
}

struct Members<V>(PhantomData<V>);

impl<'de, V: Deserialize<'de>> Visitor<'de> for Members<V> {
    type Value = Keyed<V>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a map")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Keyed<V>, A::Error> {
        let mut pairs = Vec::new();
        while let Some(pair) = access.next_entry()? {
            pairs.push(pair);
        }
        Ok(pairs.into_iter().collect())
    }
}

impl<V: Wire> Wire for Keyed<V> {
    const BLANK: Self = Self::new();

    fn write(&self, out: &mut String) {
        let mut first = true;
        out.push('{');
        for (name, value) in self {
            wire::member(out, &mut first, name, value);
        }
        out.push('}');
    }
}

impl<V: Wire> Fill for Keyed<V> {
    fn fill(&mut self, json: &mut Json<'_>, reading: &mut Reading) {
        // One by one: collecting would sort, and sorting is large.
        for (name, json) in wire::members(json, reading) {
            let mut value = V::BLANK;
            value.fill(json, reading);
            self.insert(name.to_string(), value);
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    #[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
    fn both_readings_take_the_last_of_a_name() {
        let json = r#"{"redeem":1,"join":2,"redeem":3}"#;
        let by_wire: Keyed<u32> = wire::from_str(json).unwrap();
        assert_eq!(by_wire, serde_json::from_str(json).unwrap());
        assert_eq!(wire::to_string(&by_wire), r#"{"join":2,"redeem":3}"#);
    }

    #[test]
    fn nothing_is_an_object() {
        assert_eq!(
            serde_json::to_value(Keyed::<u8>::new()).ok(),
            Some(serde_json::json!({}))
        );
    }

    /// One thing that is done to both.
    #[derive(Debug, Clone)]
    enum Step {
        Insert(String, u8),
        Remove(String),
        Retain(u8),
        Extend(Vec<(String, u8)>),
    }

    fn steps() -> impl Strategy<Value = Vec<Step>> {
        let name = "[a-d]{0,2}";
        let step = prop_oneof![
            (name, any::<u8>()).prop_map(|(name, value)| Step::Insert(name, value)),
            name.prop_map(Step::Remove),
            any::<u8>().prop_map(Step::Retain),
            prop::collection::vec((name, any::<u8>()), 0..6).prop_map(Step::Extend),
        ];
        prop::collection::vec(step, 0..24)
    }

    proptest! {
        #[test]
        fn it_is_what_a_tree_would_be(steps in steps()) {
            let mut tree = std::collections::BTreeMap::new();
            let mut keyed = Keyed::new();
            for step in steps {
                match step {
                    Step::Insert(name, value) => {
                        prop_assert_eq!(keyed.insert(name.clone(), value), tree.insert(name, value));
                    }
                    Step::Remove(name) => prop_assert_eq!(keyed.remove(&name), tree.remove(&name)),
                    Step::Retain(least) => {
                        keyed.retain(|_, value| *value >= least);
                        tree.retain(|_, value| *value >= least);
                    }
                    Step::Extend(pairs) => {
                        keyed.extend(pairs.clone());
                        tree.extend(pairs);
                    }
                }
                prop_assert!(keyed.iter().eq(&tree));
                prop_assert_eq!(keyed.len(), tree.len());
                for name in tree.keys() {
                    prop_assert_eq!(keyed.get(name), tree.get(name));
                }
            }
        }
    }
}
