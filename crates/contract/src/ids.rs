//! Identifiers: opaque strings, one type per thing so that they cannot be mixed up.

macro_rules! ids {
    ($($(#[$meta:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$meta])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize, crate::wire::Wire)]
        #[serde(transparent)]
        #[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
        pub struct $name(pub String);

        impl $name {
            /// The id as it stands on the wire.
            #[must_use]
            pub fn as_str(&self) -> &str { &self.0 }
        }
        impl From<&str> for $name {
            fn from(id: &str) -> Self { Self(id.to_owned()) }
        }
        impl From<String> for $name {
            fn from(id: String) -> Self { Self(id) }
        }
        impl core::fmt::Display for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result { f.write_str(&self.0) }
        }
    )+};
}

ids! {
    /// A programme.
    ProgrammeId,
    /// A currency of the programme, for instance `points`.
    CurrencyId,
    /// A member. Never shown to other members.
    MemberId,
    /// One line of a ledger.
    LedgerEntryId,
    /// A reward of the catalogue.
    RewardId,
    /// One way to pay for a reward.
    PriceId,
    /// A category of rewards.
    CategoryId,
    /// A dimension in which a reward varies, for instance `size`.
    AxisId,
    /// One value on an axis, for instance `xl`.
    AxisValueId,
    /// A text a member may have printed or engraved.
    PersonalisationId,
    /// A dry run of a redemption.
    QuoteId,
    /// A redemption, called an order once something is shipped.
    RedemptionId,
    /// A tier of the ladder.
    TierId,
    /// A privilege that comes with a tier.
    BenefitId,
    /// A themed set of badges.
    SeriesId,
    /// A badge.
    BadgeId,
    /// A leaderboard.
    BoardId,
    /// One row of a leaderboard: a pseudonym that is stable within the board and period.
    BoardEntryId,
    /// A portal, the thing a portal document describes.
    PortalId,
    /// A node of a portal document. Never reused within a document.
    NodeId,
    /// A reported event; the key of its idempotency.
    EventId,
}
