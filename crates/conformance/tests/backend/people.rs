//! Who calls at the shop.

use palier_conformance::People;

/// Two members and an editor.
pub(crate) fn people() -> People {
    let crowd = vec!["ann".to_owned(), "bob".to_owned()];
    People {
        member: crowd.first().cloned(),
        other: crowd.last().cloned(),
        editor: Some("ed".to_owned()),
        crowd,
        ..People::default()
    }
}
