//! The designer's own icons: path data on the same 24 × 24 grid as the kit's.

use crate::blocks::icon::Icon;

/// Add.
pub(super) const PLUS: Icon = Icon("M12 5v14M5 12h14");
/// The outline: stacked layers.
pub(super) const LAYERS: Icon =
    Icon("M12 3.5 3 8.5l9 5 9-5zM3.5 13l8.5 4.7 8.5-4.7M3.5 17l8.5 4.5 8.5-4.5");
/// The theme: a painter's palette.
pub(super) const PALETTE: Icon = Icon(
    "M12 3.5a8.5 8.5 0 1 0 0 17c1.4 0 2-.8 2-1.7 0-1.3-1.2-1.5-1.2-2.7 0-.9.7-1.6 1.7-1.6h2.3c2.2 0 3.7-1.6 3.7-3.7 0-4.2-3.8-7.3-8.5-7.3zM7.6 12.3h.01M9.3 8.2h.01M14 7.4h.01",
);
/// A page of ready-made parts.
pub(super) const TEMPLATE: Icon = Icon("M4.5 4.5h15v15h-15zM4.5 9.5h15M10 9.5v10");
/// Older versions: a clock that turns back.
pub(super) const HISTORY: Icon = Icon("M4 5v4.5h4.5M4.3 9.2A8.5 8.5 0 1 1 3.6 13M12 8v4.5l3 2");
/// A phone.
pub(super) const PHONE: Icon =
    Icon("M8 3.5h8a1 1 0 0 1 1 1v15a1 1 0 0 1-1 1H8a1 1 0 0 1-1-1v-15a1 1 0 0 1 1-1zM11 17.8h2");
/// A tablet.
pub(super) const TABLET: Icon = Icon(
    "M6 3.5h12a1 1 0 0 1 1 1v15a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1v-15a1 1 0 0 1 1-1zM10.8 17.8h2.4",
);
/// A screen on a foot.
pub(super) const DESKTOP: Icon = Icon(
    "M4 4.5h16a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1v-10a1 1 0 0 1 1-1zM12 16.5v4M8.5 20.5h7",
);
/// As wide as there is room.
pub(super) const FIT: Icon = Icon("M3.5 5v14M20.5 5v14M7 12h10M9.5 9 6.5 12l3 3M14.5 9l3 3-3 3");
/// Redo.
pub(super) const REDO: Icon = Icon("M15.5 4.5l5 5-5 5M20.5 9.5H10a5.5 5.5 0 0 0 0 11h3.5");
/// Six dots: take it and drag.
pub(super) const GRIP: Icon = Icon("M9 6h.01M15 6h.01M9 12h.01M15 12h.01M9 18h.01M15 18h.01");
/// Three dots: more to do.
pub(super) const MORE: Icon = Icon(
    "M4.2 12a.8.8 0 1 0 1.6 0 .8.8 0 1 0-1.6 0zM11.2 12a.8.8 0 1 0 1.6 0 .8.8 0 1 0-1.6 0zM18.2 12a.8.8 0 1 0 1.6 0 .8.8 0 1 0-1.6 0z",
);
/// A bin.
pub(super) const TRASH: Icon =
    Icon("M4.5 6.5h15M9 6.5V4.3h6v2.2M6.5 6.5l.9 13.7h9.2l.9-13.7M10 10.5v6M14 10.5v6");
/// Run the real thing.
pub(super) const PLAY: Icon = Icon("M7.5 4.8v14.4L19 12z");
/// A picture: hills under a sun.
pub(super) const PICTURE: Icon = Icon("M4 5.5h16v13H4zM4.5 16.5l5-5 4 4 2.5-2.5 4 4M15.5 9h.01");
/// Code: what is pasted into a page.
pub(super) const CODE: Icon = Icon("M8.5 7.5 4 12l4.5 4.5M15.5 7.5 20 12l-4.5 4.5M13.5 5l-3 14");
/// A cross: close.
pub(super) const CROSS: Icon = Icon("M6 6l12 12M18 6 6 18");
/// A numbered list.
pub(super) const NUMBERED: Icon =
    Icon("M10 6h10M10 12h10M10 18h10M4 4.5h1.2V8M4 11h2l-2 2.8h2M4 16h1.8v3.6H4M4.3 17.8h1.5");
/// Two links of a chain.
pub(super) const LINK: Icon = Icon(
    "M10 14a4 4 0 0 0 5.7 0l3-3a4 4 0 0 0-5.7-5.7l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3a4 4 0 0 0 5.7 5.7l1-1",
);
/// Three sliders: what can be set.
pub(super) const SLIDERS: Icon =
    Icon("M4 7h8.5M17.5 7H20M4 12h2.5M11.5 12H20M4 17h9.5M18.5 17H20M15 4.5v5M9 9.5v5M16 14.5v5");
/// A small arrow that turns when what is below opens.
pub(super) const TWIST: Icon = Icon("M9.5 6.5l6 5.5-6 5.5");
/// A padlock.
pub(super) const LOCK: Icon = Icon("M6.5 11h11v8.5h-11zM8.5 11V8a3.5 3.5 0 0 1 7 0v3");
/// A padlock that is open.
pub(super) const UNLOCKED: Icon = Icon("M6.5 11h11v8.5h-11zM8.5 11V8a3.5 3.5 0 0 1 6.8-1.2");
/// An eye.
pub(super) const SHOWN: Icon = Icon(
    "M3 12c2.4-4 5.4-6 9-6s6.6 2 9 6c-2.4 4-5.4 6-9 6s-6.6-2-9-6zM12 9.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5z",
);
/// An eye, crossed out.
pub(super) const HIDDEN: Icon =
    Icon("M3 12c2.4-4 5.4-6 9-6s6.6 2 9 6c-2.4 4-5.4 6-9 6s-6.6-2-9-6zM5 4l14 16");
/// A page of its own: a frame with an arrow out of it.
pub(super) const WINDOW: Icon = Icon("M13 4.5h6.5V11M19.5 4.5 11 13M17 14.5v5H4.5V7h5");
