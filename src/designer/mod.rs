//! The portal designer: edits a portal document.
//!
//! What an edit means is decided by `palier_edit`, where a drag leads by `palier_dnd`; this room
//! shows both and asks them. Nothing here knows HTTP beyond [`port`].
//!
//! | module | job |
//! |---|---|
//! | `start`, `port` | who edits which portal; drafts, publishing, revisions on the backend |
//! | `session`, `view` | the document being edited, and how the desk is set up |
//! | `commands`, `reasons`, `starters`, `words` | what can be done, what new blocks hold, what all is called |
//! | `shell` | the desk: bar, rail, panels, status |
//! | `canvas`, `drag` | the portal itself, live; selection, handles, drag and drop over it |
//! | `parts` | of tabs, the part that the canvas shows |
//! | `fresh` | blocks that were just added, whose fields are not asked for yet |
//! | `home` | the portals there are, and a new one |
//! | `save`, `compare` | nothing is lost: autosave, recovery, conflicts; what differs, in words |
//! | `publish`, `versions`, `share` | what members see, what they saw, and the snippet |
//! | `late` | what comes after the first opening |
//! | `window` | files that come and go, addresses |
//! | `breakpoint`, `visibility`, `excerpt` | at which width an edit is written; where blocks are left out; what a block says, in short |
//! | `host`, `custom` | what the page that hosts the designer may ask it; the blocks it brings |
//! | `rich`, `inline` | the editor of rich text; texts edited where they stand |
//! | `preview` | whom the canvas shows the portal to, and the sandbox for what they write |
//! | `templates` | ready-made portals and sections |
//! | `theme` | tokens, presets, contrast |
//! | `problems`, `reveal` | what should be mended, and the way there |
//! | `palette`, `properties`, `menu` | what stands around it |
//! | `dialogs` | which dialog is open, and the frame of all |
//! | `outline` | the page as a tree |
//! | `naming` | dialogs that ask for a name |
//! | `find` | lists that are searched: commands, blocks to insert, places to move to |

mod breakpoint;
mod canvas;
mod commands;
mod compare;
mod custom;
mod dialogs;
mod drag;
mod excerpt;
mod find;
mod fresh;
mod home;
mod host;
mod icons;
mod inline;
mod late;
mod menu;
mod naming;
mod outline;
mod palette;
mod parts;
mod port;
mod preview;
mod problems;
mod properties;
mod publish;
mod reasons;
mod reveal;
mod rich;
mod save;
mod session;
mod share;
mod shell;
mod start;
mod starters;
mod templates;
mod theme;
mod versions;
mod view;
mod visibility;
mod window;
mod words;

pub use start::start;
