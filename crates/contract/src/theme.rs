//! The look of a published portal, for tags that are to look like it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::document::Theme;
use crate::wire::Wire;

/// How a published portal looks: what its document says in `theme`, as far as readers need it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, Wire)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct PortalTheme {
    /// A preset to start from; one that the reader does not know is none.
    #[serde(default, rename = "ref", skip_serializing_if = "Option::is_none")]
    pub preset: Option<String>,
    /// `light`, `dark` or `auto`; light when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scheme: Option<String>,
    /// Token name → value, for instance `color.accent` → `#0a5c36`. Tokens that the reader does not
    /// know, and values that are not of their type, have no effect.
    #[serde(default)]
    pub tokens: BTreeMap<String, String>,
}

impl From<PortalTheme> for Theme {
    fn from(theme: PortalTheme) -> Self {
        Self {
            preset: theme.preset,
            scheme: theme.scheme,
            tokens: theme.tokens,
            ..Self::default()
        }
    }
}

impl From<Theme> for PortalTheme {
    fn from(theme: Theme) -> Self {
        Self {
            preset: theme.preset,
            scheme: theme.scheme,
            tokens: theme.tokens,
        }
    }
}
