//! What validation has to say of a document.

use core::fmt;

use crate::{ids::NodeId, problem::FieldError};

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth a look; the document may be published.
    Warning,
    /// Must be mended before the document is published.
    Error,
}

/// What is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FindingCode {
    /// Two nodes have the same id.
    DuplicateId,
    /// A node has an empty id.
    EmptyId,
    /// Slots are nested deeper than [`super::MAX_DEPTH`].
    TooDeep,
    /// A span is not from 1 to 12.
    SpanOutOfRange,
    /// A span is for a breakpoint that does not exist.
    UnknownBreakpoint,
    /// The block type is not known; it is kept, and not drawn.
    UnknownBlock,
    /// The block has no such slot.
    UnknownSlot,
    /// The slot does not take blocks of that type.
    SlotRefuses,
    /// The slot holds more blocks than it may.
    SlotFull,
    /// The block has no such prop; it is kept, and not used.
    UnknownProp,
    /// A prop that the block needs is missing.
    PropMissing,
    /// A prop holds something else than it should.
    PropInvalid,
    /// A text is missing in the default language.
    TextMissing,
    /// The scheme is none of `light`, `dark`, `auto`.
    SchemeInvalid,
    /// The name of a token says nothing of its type.
    UnknownToken,
    /// The value of a token is not of its type.
    TokenInvalid,
    /// The value of a token is CSS text.
    CssText,
    /// `when` names an audience that does not exist.
    UnknownAudience,
    /// A lock is for something that cannot be locked.
    UnknownLock,
    /// `from` or `until` is no time, or it ends before it begins.
    WhenInvalid,
    /// A prop differs per breakpoint that cannot.
    NotResponsive,
    /// A picture has no text alternative (WCAG 2.2, 1.1.1).
    AltMissing,
    /// A text is missing in another language of the programme.
    TranslationMissing,
    /// A prop names something that the backend does not have.
    DeadReference,
    /// Two blocks have the same anchor.
    DuplicateAnchor,
    /// A link leads to a place that is not on the page.
    DeadLink,
    /// A slot holds nothing.
    SlotEmpty,
    /// A slot holds blocks, and has no label to show them by.
    SlotUnlabelled,
}

impl FindingCode {
    /// Every one, in the order of declaration.
    pub const ALL: &'static [Self] = &[
        Self::DuplicateId,
        Self::EmptyId,
        Self::TooDeep,
        Self::SpanOutOfRange,
        Self::UnknownBreakpoint,
        Self::UnknownBlock,
        Self::UnknownSlot,
        Self::SlotRefuses,
        Self::SlotFull,
        Self::UnknownProp,
        Self::PropMissing,
        Self::PropInvalid,
        Self::TextMissing,
        Self::SchemeInvalid,
        Self::UnknownToken,
        Self::TokenInvalid,
        Self::CssText,
        Self::UnknownAudience,
        Self::UnknownLock,
        Self::WhenInvalid,
        Self::NotResponsive,
        Self::AltMissing,
        Self::TranslationMissing,
        Self::DeadReference,
        Self::DuplicateAnchor,
        Self::DeadLink,
        Self::SlotEmpty,
        Self::SlotUnlabelled,
    ];

    /// A stable word for programs.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::DuplicateId => "duplicate_id",
            Self::EmptyId => "empty_id",
            Self::TooDeep => "too_deep",
            Self::SpanOutOfRange => "span_out_of_range",
            Self::UnknownBreakpoint => "unknown_breakpoint",
            Self::UnknownBlock => "unknown_block",
            Self::UnknownSlot => "unknown_slot",
            Self::SlotRefuses => "slot_refuses",
            Self::SlotFull => "slot_full",
            Self::UnknownProp => "unknown_prop",
            Self::PropMissing => "prop_missing",
            Self::PropInvalid => "prop_invalid",
            Self::TextMissing => "text_missing",
            Self::SchemeInvalid => "scheme_invalid",
            Self::UnknownToken => "unknown_token",
            Self::TokenInvalid => "token_invalid",
            Self::CssText => "css_text",
            Self::UnknownAudience => "unknown_audience",
            Self::UnknownLock => "unknown_lock",
            Self::WhenInvalid => "when_invalid",
            Self::NotResponsive => "not_responsive",
            Self::AltMissing => "alt_missing",
            Self::TranslationMissing => "translation_missing",
            Self::DeadReference => "dead_reference",
            Self::DuplicateAnchor => "duplicate_anchor",
            Self::DeadLink => "dead_link",
            Self::SlotEmpty => "slot_empty",
            Self::SlotUnlabelled => "slot_unlabelled",
        }
    }

    /// How bad it is: what is merely unknown may be newer than this version, and
    /// what is merely unfinished can be shown, so both only warn.
    #[must_use]
    pub const fn severity(self) -> Severity {
        match self {
            Self::UnknownBreakpoint
            | Self::UnknownBlock
            | Self::UnknownProp
            | Self::UnknownToken
            | Self::UnknownAudience
            | Self::UnknownLock
            | Self::NotResponsive
            | Self::TranslationMissing
            | Self::SlotEmpty
            | Self::SlotUnlabelled => Severity::Warning,
            _ => Severity::Error,
        }
    }
}

/// One thing that a designer should mend or know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// How bad it is.
    pub severity: Severity,
    /// The node it is about; `None` for the page as a whole.
    pub node: Option<NodeId>,
    /// Where, as a JSON pointer into the document (RFC 6901).
    pub path: String,
    /// What is wrong, for programs.
    pub code: FindingCode,
    /// What is wrong and what to do, in English.
    pub message: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path, self.message)
    }
}

impl From<&Finding> for FieldError {
    fn from(finding: &Finding) -> Self {
        Self {
            pointer: finding.path.clone(),
            code: finding.code.word().to_owned(),
            detail: finding.message.clone(),
        }
    }
}

/// Adds a step to a JSON pointer, escaped after RFC 6901 §3.
pub(super) fn below(path: &str, step: &str) -> String {
    format!("{path}/{}", step.replace('~', "~0").replace('/', "~1"))
}
