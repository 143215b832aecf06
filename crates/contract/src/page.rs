//! Cursor pages.

use serde::{Deserialize, Serialize};

use crate::{Quantity, Timestamp};

/// One page of a list. Cursors are opaque: send `next_cursor` back as `?cursor=` and nothing else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, crate::wire::Wire)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Page<T> {
    /// The rows, in the order the resource states.
    pub items: Vec<T>,
    /// Where the next page begins; `null` on the last one.
    pub next_cursor: Option<String>,
    /// How many rows there are on all pages, if the backend can count them cheaply.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total: Option<Quantity>,
    /// When the server read the list.
    pub as_of: Timestamp,
}
