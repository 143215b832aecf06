//! Member blocks: one folder per block, and what they share.
//!
//! | module | job |
//! |---|---|
//! | [`registry`] | the list of all blocks; tags, portal, gallery and docs follow from it |
//! | [`spec`], [`props`] | what a block declares about itself, and the values it receives |
//! | [`context`] | what a block receives: store, props, host |
//! | [`frame`] | heading, and every state that all blocks have in common |
//! | [`ui`] | controls |
//! | `pages` | lists that come page by page |
//!
//! Blocks are drawn with [`crate::dom`], not with `view!`: elements are data there, and a block
//! weighs a fraction (its module docs say why). Read `leaderboard/` first.
//!
//! A block draws what [`crate::store`] gives it. It never uses the network, never decides what a
//! member may do, and does not know whether it is in a shadow root or in a page.

pub mod badge_collection;
pub mod balance;
mod component;
pub mod context;
pub mod demo;
pub mod frame;
pub mod icon;
mod icon_paths;
pub mod leaderboard;
mod pages;
pub mod points_history;
pub mod props;
pub mod registry;
pub mod reward_catalogue;
pub mod spec;
pub mod tier_progress;
pub mod ui;

pub use badge_collection::BadgeCollection;
pub use component::Theme;
pub use context::{Block, Host};
pub use leaderboard::Leaderboard;
pub use points_history::PointsHistory;
pub use props::{Pick, Props};
pub use reward_catalogue::RewardCatalogue;
pub use spec::{Attr, AttrKind, Spec};
pub use tier_progress::TierProgress;
