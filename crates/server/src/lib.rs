//! Palier's reference backend: a rewards programme file, its rules, its database and the
//! JSON contract over them.
//!
//! | room | one job | must not |
//! |---|---|---|
//! | [`programme`] | a brand's rules as typed values, read with exact errors | know members |
//! | [`engine`] | what an event, a date or a spend means under the rules; pure | know SQL or HTTP |
//! | [`db`] | the schema, the write side, the duties that time brings | decide what a rule pays |
//! | [`auth`] | who a token proves somebody to be | know members |
//! | [`redeem`] | may this member have that reward, and the order itself | know routes |
//! | [`http`] | the contract over HTTP, and the static files beside it | decide what a rule pays |
//! | [`app`], [`clock`] | what `redeem` and `http` work with: the programme, the database, who proves to be whom, the time | know routes |
//! | [`error`], [`locale`], [`time`], `words`, `alias`, `private` | what every room says or does alike: refusals, languages, instants, amounts, names, files of our own | know routes |
//! | [`blocks`] | the block types that drafts are held to | know documents |
//! | [`operate`] | commands of whoever runs a programme, beside the server | know routes |
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
mod private;
pub mod programme;
pub mod redeem;
pub mod start;
mod start_error;
pub mod time;
mod words;
