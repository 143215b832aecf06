//! `POST /v1/portals/{id}/publish`, `/v1/portals/{id}/revisions`: what was published when.

use serde::{Deserialize, Serialize};

use crate::{Quantity, Timestamp};

/// `POST /v1/portals/{id}/publish`: makes the draft public. The draft that is meant is named
/// by `If-Match`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, crate::wire::Wire)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct PublishRequest {
    /// What changed, for the list of revisions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// A published state of a portal. Revisions are never changed: rolling back publishes an
/// earlier one again, as a new one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, crate::wire::Wire)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Revision {
    /// Counts up from 1 within the portal.
    pub revision: Quantity,
    /// When it was published.
    pub published_at: Timestamp,
    /// What changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Whether it is what the public sees.
    #[serde(default)]
    pub current: bool,
}
