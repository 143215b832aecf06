//! What a block's props hold: the vocabulary of validation and of the designer's panel.

/// A prop of a block, or a field of an object within one.
#[derive(Clone, Copy, Debug)]
pub struct PropSchema {
    /// Its name: that of the element's attribute, for instance `page-size`.
    pub name: &'static str,
    /// What it holds.
    pub kind: PropKind,
    /// Whether the block needs it.
    pub required: bool,
    /// Whether it may differ per breakpoint ([`super::Node::at`]).
    pub responsive: bool,
    /// Whether it says how the block looks rather than what it says; see [`super::Lock`].
    pub style: bool,
    /// What holds where it is left out, as it would be written; `None` when nothing does.
    pub default: Option<&'static str>,
    /// Whether it is the heading of the whole page, when its block is the first with such a one.
    pub heads: bool,
    /// Whether it has a place on the page that designers can write in, even without a word.
    pub invites: bool,
    /// What designers read, for a block that brings its own words; empty otherwise.
    pub label: Labels,
    /// The same for each word of [`PropKind::Word`], in its order.
    pub options: &'static [Labels],
    /// The custom element that edits it, where the page that brings the block has one; `None` for
    /// the field of its kind.
    pub field: Option<&'static str>,
}

/// A text that comes with a block type: BCP 47 tag and text, in the order they were given.
pub type Labels = &'static [(&'static str, &'static str)];

/// The text in that language, without its region, in English, or whichever comes first; `None`
/// without any.
///
/// ```
/// use palier_contract::document::label;
/// let labels = &[("fr", "Offre"), ("en", "Offer")];
/// assert_eq!(label(labels, "fr-CA"), Some("Offre"));
/// assert_eq!(label(labels, "de"), Some("Offer"));
/// assert_eq!(label(&[], "en"), None);
/// ```
#[must_use]
pub fn label(labels: Labels, locale: &str) -> Option<&'static str> {
    let language = locale.split('-').next().unwrap_or(locale);
    let of = |tag: &str| labels.iter().find(|(known, _)| *known == tag);
    let found = [locale, language, "en"].into_iter().find_map(of);
    found.or(labels.first()).map(|(_, text)| *text)
}

impl PropSchema {
    /// A prop that may be left out.
    #[must_use]
    pub const fn optional(name: &'static str, kind: PropKind) -> Self {
        let style = matches!(
            kind,
            PropKind::Space | PropKind::Colour | PropKind::Measure { .. }
        );
        Self {
            name,
            kind,
            required: false,
            responsive: false,
            style,
            default: None,
            heads: false,
            invites: false,
            label: &[],
            options: &[],
            field: None,
        }
    }

    /// A prop that the block needs.
    #[must_use]
    pub const fn required(name: &'static str, kind: PropKind) -> Self {
        let mut prop = Self::optional(name, kind);
        prop.required = true;
        prop
    }

    /// The same, and it heads the page.
    #[must_use]
    pub const fn heading(mut self) -> Self {
        self.heads = true;
        self
    }

    /// The same, and it invites to be written though the block can be without.
    #[must_use]
    pub const fn inviting(mut self) -> Self {
        self.invites = true;
        self
    }

    /// The same, and it says how the block looks.
    #[must_use]
    pub const fn style(mut self) -> Self {
        self.style = true;
        self
    }

    /// The same, and it may differ per breakpoint. Such a prop is one of style.
    #[must_use]
    pub const fn responsive(mut self) -> Self {
        self.responsive = true;
        self.style()
    }

    /// The same, and this holds where it is left out.
    #[must_use]
    pub const fn default(mut self, value: &'static str) -> Self {
        self.default = Some(value);
        self
    }
}

/// What a prop holds.
#[derive(Clone, Copy, Debug)]
pub enum PropKind {
    /// Text per language ([`super::TextMap`]).
    Texts,
    /// Rich text per language.
    RichTexts,
    /// Address of a medium: `https:`, or a path of the same site.
    Media,
    /// Where a link leads: `https:`, `mailto:`, `tel:`, a path of the same site, or `#` and
    /// the anchor of a place on the page.
    Link,
    /// The name of a place on the page, for links to lead to: letters, digits, hyphens.
    Anchor,
    /// The id of something that the backend has.
    Reference(RefKind),
    /// A whole number from the first to the second.
    Integer(i64, i64),
    /// A whole number of some unit.
    Measure {
        /// At least this.
        min: i64,
        /// At most this.
        max: i64,
        /// Of what, for instance `px`; it is not written in the document.
        unit: &'static str,
    },
    /// One of these words.
    Word(&'static [&'static str]),
    /// How much room: one of [`SPACES`].
    Space,
    /// The name of a colour token, for instance `color.accent`.
    Colour,
    /// Yes or no.
    Flag,
    /// Objects with these fields, in order.
    List {
        /// The fields of each.
        of: &'static [PropSchema],
        /// Most of them.
        max: usize,
    },
    /// An object with these fields.
    Object(&'static [PropSchema]),
}

/// The words of [`PropKind::Space`], from none at all to the most.
pub const SPACES: &[&str] = &["none", "s", "m", "l", "xl"];

impl PropKind {
    /// Whether it is words, pictures or links: what a content editor may change.
    #[must_use]
    pub fn is_content(self) -> bool {
        match self {
            Self::Texts | Self::RichTexts | Self::Media | Self::Link => true,
            Self::List { of, .. } | Self::Object(of) => of.iter().all(|f| f.kind.is_content()),
            _ => false,
        }
    }
}

/// What a reference names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RefKind {
    /// A leaderboard.
    Board,
    /// A period of leaderboards, by its key.
    Period,
    /// A currency.
    Currency,
    /// A category of rewards.
    Category,
    /// A series of badges.
    Series,
    /// A tier.
    Tier,
    /// A portal.
    Portal,
}

impl RefKind {
    /// What it is, in English.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Board => "leaderboard",
            Self::Period => "period",
            Self::Currency => "currency",
            Self::Category => "category",
            Self::Series => "series",
            Self::Tier => "tier",
            Self::Portal => "portal",
        }
    }
}
