//! The path data of the kit's icon set, one constant per icon.
//!
//! All are drawn on a 24 × 24 grid for a 1.75 px round stroke without fill;
//! each is a single path, because every byte here is downloaded by members.

use super::icon::Icon;

#[rustfmt::skip]
impl Icon {
    /// A cup with two handles: leaderboards, top places.
    pub const TROPHY: Self = Self("M8 4h8v6a4 4 0 0 1-8 0zM8 6H4.5c0 3 1.2 4.7 3.8 5M16 6h3.5c0 3-1.2 4.7-3.8 5M12 14v6M8.5 20.5h7");
    /// A disc on a ribbon: badges, podium places.
    pub const MEDAL: Self = Self("M12 21a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11zM8.6 11 5.5 3.5H10l2 4 2-4h4.5L15.4 11M12 14.5v2");
    /// A coin: points and other spendable currencies.
    pub const COIN: Self = Self("M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 8l4 4-4 4-4-4z");
    /// A wrapped box: rewards.
    pub const GIFT: Self = Self("M4 8h16v4H4zM5.5 12v8.5h13V12M12 8v12.5M12 8C8 8 6.5 7 6.5 5.5c0-3.5 5-2.5 5.5 2.5.5-5 5.5-6 5.5-2.5C17.5 7 16 8 12 8z");
    /// A closed padlock: not available yet.
    pub const LOCK: Self = Self("M6 10.5h12a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1v-8a1 1 0 0 1 1-1zM8 10.5v-3a4 4 0 0 1 8 0v3M12 14.5v2");
    /// A clock face: times, pending points.
    pub const CLOCK: Self = Self("M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3.5 2");
    /// A calendar leaf: dates, periods.
    pub const CALENDAR: Self = Self("M5 5h14a1 1 0 0 1 1 1v13.5a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1zM4 10h16M8 3v4M16 3v4");
    /// A tick: done, met.
    pub const CHECK: Self = Self("M5 12.5l4.5 4.5L19 7.5");
    /// A tick in a circle: success.
    pub const CHECK_CIRCLE: Self = Self("M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM8 12.3l2.8 2.7L16 9.5");
    /// A cross: close, remove.
    pub const X: Self = Self("M6 6l12 12M18 6 6 18");
    /// Points to the inline end in left-to-right text.
    pub const CHEVRON_RIGHT: Self = Self("M9.5 6l6 6-6 6");
    /// Points down: opens a list.
    pub const CHEVRON_DOWN: Self = Self("M6 9.5l6 6 6-6");
    /// Moved up.
    pub const ARROW_UP: Self = Self("M12 19V5M6 11l6-6 6 6");
    /// Moved down.
    pub const ARROW_DOWN: Self = Self("M12 5v14M6 13l6 6 6-6");
    /// A dash: unchanged, collapse.
    pub const MINUS: Self = Self("M5 12h14");
    /// A magnifier: search.
    pub const SEARCH: Self = Self("M11 18.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15zM16.5 16.5l4 4");
    /// Four tiles: the grid view.
    pub const GRID: Self = Self("M4.5 4.5h6v6h-6zM13.5 4.5h6v6h-6zM4.5 13.5h6v6h-6zM13.5 13.5h6v6h-6z");
    /// Three rows: the list view.
    pub const LIST: Self = Self("M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01");
    /// A van: delivery, tracking.
    pub const TRUCK: Self = Self("M5 17.5H2.5V6h11v11.5H9M13.5 10h4l4 4v3.5H19M15 17.5h-1.5M9 17.5a2 2 0 1 1-4 0 2 2 0 0 1 4 0zM19 17.5a2 2 0 1 1-4 0 2 2 0 0 1 4 0z");
    /// Two sheets: copy to the clipboard.
    pub const COPY: Self = Self("M10 9h9.5a1 1 0 0 1 1 1v9.5a1 1 0 0 1-1 1H10a1 1 0 0 1-1-1V10a1 1 0 0 1 1-1zM15 5.5v-1a1 1 0 0 0-1-1H4.5a1 1 0 0 0-1 1V14a1 1 0 0 0 1 1h1");
    /// An open eye: reveal.
    pub const EYE: Self = Self("M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z");
    /// Two turning arrows: try again, update.
    pub const REFRESH: Self = Self("M20 5v5h-5M4 19v-5h5M20 10a8.3 8.3 0 0 0-15.3-2M4 14a8.3 8.3 0 0 0 15.3 2");
    /// An arrow that turns back: undone.
    pub const UNDO: Self = Self("M8.5 4.5l-5 5 5 5M3.5 9.5H14a5.5 5.5 0 0 1 0 11h-3.5");
    /// A pencil: corrected by hand.
    pub const PENCIL: Self = Self("M4 20l1-4.8L16.3 3.9l3.8 3.8L8.8 19zM13.8 6.4l3.8 3.8");
    /// A triangle with a mark: needs attention.
    pub const WARNING: Self = Self("M12 4 2.8 19.5h18.4zM12 10v4.5M12 16.9h.01");
    /// An i in a circle: a note.
    pub const INFO: Self = Self("M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 11v5.5M12 7.7h.01");
    /// Struck radio waves: no connection.
    pub const OFFLINE: Self = Self("M4 4l16 16M8.8 15.6a4.8 4.8 0 0 1 6.4 0M4.5 11.6a10.5 10.5 0 0 1 4.9-2.8M14 8.7a10.5 10.5 0 0 1 5.5 2.9M12 19h.01");
    /// A head and shoulders: a member.
    pub const USER: Self = Self("M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5a7.5 7.5 0 0 1 15 0");
    /// An arrow into a door: sign in.
    pub const SIGN_IN: Self = Self("M14 4h4a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1h-4M4 12h11M11 8l4 4-4 4");
    /// A five-pointed star: highlights, qualifying points.
    pub const STAR: Self = Self("M12 3.5l2.6 5.4 5.9.8-4.3 4.1 1 5.9-5.2-2.8-5.2 2.8 1-5.9-4.3-4.1 5.9-.8z");
    /// A glint: new, just earned.
    pub const SPARKLE: Self = Self("M11 3.5c.9 5.3 2.2 6.6 7.5 7.5-5.3.9-6.6 2.2-7.5 7.5-.9-5.3-2.2-6.6-7.5-7.5 5.3-.9 6.6-2.2 7.5-7.5zM19 16v4.5M16.8 18.3h4.5");
    /// A shield with a tick: kept safe, status kept.
    pub const SHIELD: Self = Self("M12 3.5l7.5 2.8V12c0 4.5-3 7.3-7.5 8.8-4.5-1.5-7.5-4.3-7.5-8.8V6.3zM8.8 12l2.3 2.3 4.2-4.3");
    /// A price tag: prices, categories.
    pub const TAG: Self = Self("M4 4h7.5l8.8 8.8-7.5 7.5L4 11.5zM8.3 8.3h.01");
    /// A leaf: seasons, sustainability.
    pub const LEAF: Self = Self("M6 17.5C2.5 9.5 9 4 20 4c.5 11-5.5 17.5-14 13.5zM4 21c1.5-4.5 4.5-8 9-10.5");
    /// A question mark in a circle: secret, unknown.
    pub const QUESTION: Self = Self("M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM9.5 9.3a2.5 2.5 0 1 1 3.6 2.3c-.8.4-1.1.9-1.1 1.9M12 16.7h.01");
    /// A flag: goals, requirements.
    pub const FLAG: Self = Self("M5 21V4M5 4.8c4.5-2.5 8.5 2 14 0v9.2c-5.5 2-9.5-2.5-14 0");
    /// An hourglass: ending soon, expiring.
    pub const HOURGLASS: Self = Self("M6 3.5h12M6 20.5h12M7.5 3.5c0 4.5 3 5.5 4.5 8.5 1.5-3 4.5-4 4.5-8.5M7.5 20.5c0-4.5 3-5.5 4.5-8.5 1.5 3 4.5 4 4.5 8.5");
    /// A bag with a cross: no stock left.
    pub const SOLD_OUT: Self = Self("M5.5 8h13l1 12.5h-15zM9 8V6.5a3 3 0 0 1 6 0V8M9.8 12l4.4 4.4M14.2 12l-4.4 4.4");
}
