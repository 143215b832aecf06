//! What statements about orders share: sets of states, and the columns of rows. Macros, for a
//! statement is a text known when the server is built.

/// Orders that came to nothing.
macro_rules! came_to_nothing {
    () => {
        "'cancelled', 'refunded', 'returned', 'failed'"
    };
}

/// Orders for which nothing is shipped any more.
macro_rules! shipped_no_more {
    () => {
        concat!(came_to_nothing!(), ", 'delivered'")
    };
}

/// Orders whose code is void.
macro_rules! handed_out_no_more {
    () => {
        concat!(came_to_nothing!(), ", 'expired'")
    };
}

/// Orders that wait for a step of the staff. What failed or came back does: its points may have to
/// go back. Named one by one, since an index finds what is in a list, and not what is in none.
macro_rules! waits {
    () => {
        "'requested', 'reserved', 'confirmed', 'preparing', 'shipped', 'delayed', 'failed', 'returned'"
    };
}

/// The columns of an `OrderRow`, of `redemptions AS r`.
macro_rules! order_columns {
    () => {
        "r.id, r.reward, r.variant, r.state, r.price, r.tracking, r.created_at"
    };
}

/// The columns of a `StepRow`, of `redemption_history AS step`.
macro_rules! step_columns {
    () => {
        "redemption, state, at, note,
         state = 'refunded' AND EXISTS (SELECT 1 FROM redemption_allocations AS paid
           WHERE paid.redemption = step.redemption AND paid.expires_at <= step.at) AS lapsed"
    };
}

/// The columns of a `CodeRow`.
macro_rules! code_columns {
    () => {
        "redemption, value, valid_from, expires_at, used, revealed_at, voided_at"
    };
}

pub(super) use {
    came_to_nothing, code_columns, handed_out_no_more, order_columns, shipped_no_more,
    step_columns, waits,
};
