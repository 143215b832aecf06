//! What an edit is held to: the blocks there are, and who is editing.

use palier_contract::document::{BlockSchema, Lock, blocks};

/// Who is editing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Does everything; locks do not hold them, and they set them.
    Admin,
    /// Does everything that is not locked, but locks nothing.
    Designer,
    /// Changes texts, pictures and links of blocks that are not locked against `edit`, for
    /// everybody or for content editors.
    ContentEditor,
}

impl Role {
    /// The word that tokens use for it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Admin => "admin",
            Self::Designer => "designer",
            Self::ContentEditor => "content_editor",
        }
    }

    /// Whether a lock says something to them: it holds for them, or they set it.
    #[must_use]
    pub fn heeds(self, lock: &Lock) -> bool {
        self != Self::Designer || *lock != Lock::EditByContentEditors
    }
}

/// What an edit is held to.
#[derive(Clone, Debug)]
pub struct Rules {
    /// The block types there are.
    pub blocks: Vec<BlockSchema>,
    /// Who is editing.
    pub role: Role,
    /// The language in which every text must be there.
    pub default_locale: String,
    /// The languages of the programme.
    pub locales: Vec<String>,
    /// Whether nothing may be changed: the document is of a newer version, and writing it back
    /// would lose something.
    pub read_only: bool,
}

impl Rules {
    /// The blocks that every portal can draw, and English.
    #[must_use]
    pub fn new(role: Role) -> Self {
        Self {
            blocks: blocks::ALL.to_vec(),
            role,
            default_locale: "en".to_owned(),
            locales: vec!["en".to_owned()],
            read_only: false,
        }
    }

    /// What is known of a block type.
    #[must_use]
    pub fn block(&self, kind: &str) -> Option<&BlockSchema> {
        self.blocks.iter().find(|block| block.kind == kind)
    }

    /// Fewest and most columns of twelve that a block of that type may be wide.
    #[must_use]
    pub fn widths(&self, kind: &str) -> (u8, u8) {
        let block = self.block(kind);
        let min = block.map_or(1, |block| block.narrowest.clamp(1, 12));
        (min, block.map_or(12, |block| block.widest.clamp(min, 12)))
    }
}
