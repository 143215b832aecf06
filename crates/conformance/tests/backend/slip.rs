//! What a shop may do wrong.

/// What is wrong with the backend.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Slip {
    /// A quote is charged for.
    PaidQuote,
    /// An order needs no key.
    NoKey,
    /// An order is charged twice.
    ChargedTwice,
    /// The same key makes another order.
    OrderedTwice,
    /// A stored answer is not marked as one.
    UnmarkedReplay,
    /// A refusal is not remembered under its key.
    ForgottenRefusal,
    /// The same key is answered whatever is ordered with it.
    AnyPayload,
    /// A key belongs to everybody.
    SharedKey,
    /// A quote is good for any number of orders.
    LastingQuote,
    /// A quote is good for anything.
    AnyChoice,
    /// Every order is readable by everybody.
    OpenOrders,
    /// A page begins with the last row of the one before.
    RepeatedRow,
    /// A page leaves out its first row.
    MissedRow,
    /// A draft is saved without `If-Match`.
    BlindSave,
    /// A draft is saved over another one.
    SavedOver,
    /// A draft's entity tag stays.
    LastingTag,
    /// Keys of a draft that are not known are dropped.
    DroppedKeys,
    /// The last page leads to itself.
    EndlessPages,
    /// An order does not say where it is.
    NoLocation,
    /// A quote has lapsed when it is made.
    LapsedQuote,
    /// A used quote is answered as if it had never been.
    OtherWord,
    /// What may be redeemed has no step that does it.
    NoStep,
    /// An order's time is a day.
    OrderDay,
    /// What is spent still lapses.
    KeptBatches,
    /// Every reward has the words that are searched for.
    AnyWords,
    /// The ledger is whole whatever span of time is asked for.
    AnyTime,
    /// What is short is not said to be so by words and figures.
    NoReason,
    /// What is short offers to be redeemed.
    VainButton,
    /// What may be redeemed is gone.
    EmptyShelf,
    /// A reward by itself is told another verdict.
    OtherVerdict,
    /// What is told to the member may be kept for everybody.
    SharedVerdict,
    /// What was paid is in the ledger as if it had been earned.
    GainedPrice,
    /// An order is said to be where it is not.
    LostOrder,
    /// The order is of something else.
    OtherReward,
    /// Orders are listed oldest first.
    OldestFirst,
    /// An order does not say in which language it is.
    Speechless,
    /// Unknown addresses are of operations that were left out; no slip at all.
    NotOffered,
    /// What may be redeemed has no price that can be paid.
    Unaffordable,
    /// A share of a limit is never used up.
    LastingLimit,
    /// A quote says that more is held than is.
    OtherBefore,
    /// A quote of what is too dear ends at nought.
    NoDebt,
    /// A quote says that another amount is missing.
    OtherMissing,
}
