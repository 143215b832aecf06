//! `GET /v1/portals`, `POST /v1/portals/{id}/publish`, `/v1/portals/{id}/revisions`: which
//! portals there are, and what was published when.

use serde::{Deserialize, Serialize};

use crate::{Quantity, Timestamp, document::TextMap, ids::PortalId, open_enum};

/// `POST /v1/portals/{id}/publish`: makes the draft public. `If-Match` names the draft that
/// is meant.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, crate::wire::Wire)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct PublishRequest {
    /// What changed, for the list of revisions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// A published version of a portal. Revisions never change: rolling back publishes an earlier one
/// again, as a new one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, crate::wire::Wire)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Revision {
    /// Its number, counting from 1 within the portal.
    pub revision: Quantity,
    /// When it was published.
    pub published_at: Timestamp,
    /// Who published it, by the name that colleagues know; absent if the backend does not record that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published_by: Option<String>,
    /// What changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Whether it is what the public sees.
    #[serde(default)]
    pub current: bool,
}

/// One row of `GET /v1/portals`: a portal as its editors see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, crate::wire::Wire)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct PortalSummary {
    /// Which portal.
    pub id: PortalId,
    /// The title of its draft, per language.
    #[cfg_attr(feature = "schema", schema(value_type = std::collections::BTreeMap<String, String>))]
    pub title: TextMap,
    /// A number that grows with every save of the draft.
    pub draft_version: Quantity,
    /// The [`Revision::revision`] that the public sees; absent if it was never published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published_revision: Option<Quantity>,
    /// When that revision was published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published_at: Option<Timestamp>,
    /// Whether the draft differs from what the public sees; true if the portal was never
    /// published.
    #[serde(default)]
    pub changed: bool,
}

open_enum! {
    /// What somebody may do with portals.
    pub enum EditorRole {
        /// Does everything; locks do not apply.
        Admin = "admin",
        /// Edits, publishes and rolls back.
        Designer = "designer",
        /// Edits the content of drafts, and does not publish.
        ContentEditor = "content_editor",
    }
}

/// `GET /v1/portals`: portals in the order of their ids, and what the reader may do with them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, crate::wire::Wire)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct PortalSummaryPage {
    /// What the reader may do with portals.
    pub role: EditorRole,
    /// Who the reader is, by the name that colleagues know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub editor: Option<String>,
    /// The portals.
    pub items: Vec<PortalSummary>,
    /// Where the next page begins; `null` on the last one.
    pub next_cursor: Option<String>,
    /// When the server read the list.
    pub as_of: Timestamp,
}
