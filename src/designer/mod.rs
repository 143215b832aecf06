//! The portal designer: edits a portal document.
//!
//! `palier_edit` decides what an edit means, and `palier_dnd` where a drag leads; this module
//! shows both. Only [`port`] knows HTTP.
//!
//! | module | job |
//! |---|---|
//! | `start`, `port` | who edits which portal; drafts, publishing, revisions on the backend |
//! | `session`, `view` | the document being edited, and the state of the workspace |
//! | `commands`, `reasons`, `starters`, `words` | what can be done, why something cannot, what new blocks contain, names |
//! | `shell` | the workspace: bar, rail, panels, status |
//! | `canvas`, `drag` | the portal itself, live; selection, handles, drag and drop over it |
//! | `parts` | which part of tabs the canvas shows |
//! | `fresh` | blocks that were just added, whose empty fields are no problem yet |
//! | `home` | the list of portals, and a new one |
//! | `save`, `compare` | nothing is lost: autosave, recovery, conflicts; what differs, in words |
//! | `publish`, `versions`, `share` | what members see, what they saw, and the snippet |
//! | `late` | what loads after the first opening |
//! | `window` | saving and opening files, addresses |
//! | `breakpoint`, `visibility`, `excerpt` | at which width an edit is written; where blocks are left out; what a block says, in short |
//! | `host`, `custom` | the interface for the page that hosts the designer, and that page's own blocks |
//! | `extend` | what else that page adds: checks and commands |
//! | `rich`, `inline` | the editor of rich text; texts edited in place |
//! | `preview` | for whom the canvas shows the portal, and the sandbox for what they do |
//! | `templates` | ready-made portals and sections |
//! | `theme` | tokens, presets, contrast |
//! | `problems`, `reveal` | what should be fixed, and the way there |
//! | `palette`, `properties`, `menu` | the panels around the canvas, and a block's menu |
//! | `dialogs` | which dialog is open, and the frame that all share |
//! | `outline` | the page as a tree |
//! | `naming` | dialogs that ask for a name |
//! | `find` | searchable lists: commands, blocks to insert, places to move to |

mod breakpoint;
mod canvas;
mod commands;
mod compare;
mod custom;
mod dialogs;
mod drag;
mod excerpt;
mod extend;
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
