//! Rich text as a small typed tree: the contract carries no HTML, so nothing can be injected.

use serde::{Deserialize, Serialize};

use crate::open_enum;

open_enum! {
    /// What a node of rich text is.
    pub enum RichKind {
        /// A paragraph; holds runs.
        Paragraph = "paragraph",
        /// A heading; its level follows from where the block stands on the page.
        Heading = "heading",
        /// A bulleted list; holds items.
        List = "list",
        /// A numbered list; holds items.
        OrderedList = "ordered_list",
        /// An item of a list; holds runs.
        Item = "item",
        /// A run of plain text.
        Text = "text",
        /// Text of strong importance.
        Strong = "strong",
        /// Stressed text.
        Emphasis = "emphasis",
        /// A link; `href` is https, mailto, tel or a path of the same site.
        Link = "link",
    }
}

/// A node of rich text. An unknown kind is drawn as its plain text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, crate::wire::Wire)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct RichNode {
    /// What it is.
    pub kind: RichKind,
    /// Its own text, for runs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Where a link leads.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub href: Option<String>,
    /// What it holds.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schema(no_recursion))]
    pub children: Vec<RichNode>,
}

/// A piece of rich text: nodes in reading order.
pub type RichText = Vec<RichNode>;
