//! Values within values: what a field of a list or of an object reads and writes.

use serde_json::{Map, Value};

/// One step into a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::designer) enum Step {
    /// Into a field of an object.
    Field(String),
    /// Into an item of a list.
    Item(usize),
}

impl From<&str> for Step {
    fn from(name: &str) -> Self {
        Self::Field(name.to_owned())
    }
}

/// What is found there; `None` where nothing is.
pub(in crate::designer) fn get<'v>(value: &'v Value, path: &[Step]) -> Option<&'v Value> {
    path.iter().try_fold(value, |value, step| match step {
        Step::Field(name) => value.get(name),
        Step::Item(index) => value.get(index),
    })
}

/// The value with something else there; `None` takes away. Objects come into being on the way,
/// and go with their last field, unless they are items of a list: a row that is empty is a row.
pub(in crate::designer) fn set(
    value: Option<Value>,
    path: &[Step],
    new: Option<Value>,
) -> Option<Value> {
    let Some((step, rest)) = path.split_first() else {
        return new;
    };
    match step {
        Step::Field(name) => {
            let mut fields = match value {
                Some(Value::Object(fields)) => fields,
                _ => Map::new(),
            };
            let old = fields.remove(name);
            if let Some(new) = set(old, rest, new) {
                fields.insert(name.clone(), new);
            }
            (!fields.is_empty()).then_some(Value::Object(fields))
        }
        Step::Item(index) => {
            let Some(Value::Array(mut items)) = value else {
                return value;
            };
            if let Some(item) = items.get_mut(*index) {
                let old = item.take();
                *item = set(Some(old), rest, new).unwrap_or_else(|| Value::Object(Map::new()));
            }
            Some(Value::Array(items))
        }
    }
}

/// The path as a JSON pointer (RFC 6901) below the prop.
pub(in crate::designer) fn pointer(path: &[Step]) -> String {
    path.iter().fold(String::new(), |mut pointer, step| {
        pointer.push('/');
        match step {
            Step::Field(name) => pointer.push_str(&name.replace('~', "~0").replace('/', "~1")),
            Step::Item(index) => pointer.push_str(&index.to_string()),
        }
        pointer
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_is_set_is_found_again_and_nothing_else_changes() {
        let rows = json!([{"text": {"en": "A"}}, {"text": {"en": "B"}, "other": 1}]);
        let path = [Step::Item(1), "text".into(), "fr".into()];
        let set = set(Some(rows), &path, Some(json!("Bé"))).unwrap();
        assert_eq!(get(&set, &path), Some(&json!("Bé")));
        assert_eq!(
            set,
            json!([{"text": {"en": "A"}}, {"text": {"en": "B", "fr": "Bé"}, "other": 1}])
        );
    }

    #[test]
    fn objects_come_and_go_with_their_fields() {
        let path = ["label".into(), "en".into()];
        let made = set(None, &path, Some(json!("Go")));
        assert_eq!(made, Some(json!({"label": {"en": "Go"}})));
        assert_eq!(set(made, &path, None), None);
    }

    #[test]
    fn a_row_without_fields_stays_a_row() {
        let path = [Step::Item(0), "text".into(), "en".into()];
        let rows = set(Some(json!([{"text": {"en": "A"}}])), &path, None);
        assert_eq!(rows, Some(json!([{}])));
    }

    #[test]
    fn an_item_that_is_not_there_changes_nothing() {
        let rows = json!([{"a": 1}]);
        let path = [Step::Item(4), "a".into()];
        assert_eq!(set(Some(rows.clone()), &path, Some(json!(2))), Some(rows));
    }

    #[test]
    fn pointers_escape_what_would_end_a_step() {
        let path = ["a/b".into(), Step::Item(2), "c~d".into()];
        assert_eq!(pointer(&path), "/a~1b/2/c~0d");
    }
}
