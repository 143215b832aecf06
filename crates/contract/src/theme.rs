//! The look of a published portal, for tags that are to look like it.

use serde::{Deserialize, Serialize};

use crate::Keyed;
use crate::document::Theme;
use crate::wire::Wire;

/// The look of a published portal: its document's `theme`, as far as readers need it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, Wire)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct PortalTheme {
    /// A preset to start from; an unknown one is ignored.
    #[serde(default, rename = "ref", skip_serializing_if = "Option::is_none")]
    pub preset: Option<String>,
    /// `light`, `dark` or `auto`; `light` if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scheme: Option<String>,
    /// Token name → value, for instance `color.accent` → `#0a5c36`. Unknown tokens, and values of
    /// the wrong type, have no effect.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schema(value_type = std::collections::BTreeMap<String, String>))]
    pub tokens: Keyed<String>,
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
