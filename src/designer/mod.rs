//! The portal designer: edits a portal document.
//!
//! What an edit means is decided by `palier_edit`, where a drag leads by `palier_dnd`; this room
//! shows both and asks them. Nothing here knows HTTP beyond [`port`].
//!
//! | module | job |
//! |---|---|
//! | `start`, `port` | who edits which portal; drafts, publishing, revisions on the backend |
//! | `session`, `view` | the document being edited, and how the desk is set up |
//! | `commands`, `starters`, `words` | what can be done, what new blocks hold, what all is called |
//! | `shell` | the desk: bar, rail, panels, status |
//! | `canvas`, `drag` | the portal itself, live; selection, handles, drag and drop over it |
//! | `home` | the portals there are, and a new one |
//! | `save`, `compare` | nothing is lost: autosave, recovery, conflicts; what differs, in words |
//! | `publish`, `versions`, `share` | what members see, what they saw, and the snippet |
//! | `window` | the frame of dialogs, and files |
//! | `preview` | whom the canvas shows the portal to, and the sandbox for what they write |
//! | `templates` | ready-made portals and sections |
//! | `palette`, `properties`, `menu`, `dialogs` | what stands around it |

mod canvas;
mod commands;
mod compare;
mod dialogs;
mod drag;
mod home;
mod icons;
mod menu;
mod palette;
mod port;
mod preview;
mod properties;
mod publish;
mod save;
mod session;
mod share;
mod shell;
mod start;
mod starters;
mod templates;
mod versions;
mod view;
mod window;
mod words;

pub use start::start;
