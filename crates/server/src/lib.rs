//! Palier's reference backend: a rewards programme file, its rules, its database, and the JSON
//! contract on top.
//!
//! | module | its one job | must not |
//! |---|---|---|
//! | [`programme`] | a brand's rules as typed values, read with exact errors | know members |
//! | [`engine`] | what an event, a date or a purchase means under the rules; pure | know SQL or HTTP |
//! | [`db`] | the schema, reading and writing, scheduled work | decide what a rule pays |
//! | [`auth`] | who a token proves somebody to be | know members |
//! | [`redeem`] | whether a member may have a reward, and the order itself | know routes |
//! | [`http`] | the contract over HTTP, and the static files beside it | decide what a rule pays |
//! | [`app`], [`clock`] | what `redeem` and `http` share: the programme, the database, authentication, the time | know routes |
//! | [`error`], [`locale`], [`time`], `words`, `alias`, `private_files` | what all modules share: refusals, languages, instants, amounts, names, private files | know routes |
//! | [`blocks`] | the block types that drafts are held to | know documents |
//! | [`operate`] | commands for the people who run a programme, beside the server | know routes |
//! | [`demo`] | a deterministic year of a demo programme, replayed through the engine | write points itself |

mod alias;
pub mod app;
pub mod auth;
pub mod blocks;
pub mod clock;
pub mod db;
pub mod demo;
pub mod engine;
pub mod error;
pub mod http;
pub mod in_flight;
pub mod locale;
pub mod operate;
pub mod options;
mod origin;
mod private_files;
pub mod programme;
pub mod redeem;
pub mod start;
mod suggestion;
pub mod time;
mod words;
