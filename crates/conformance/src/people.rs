//! Tokens of the people that scenarios act as.

use std::process::Command;

use palier_contract::{
    balance::Balances,
    demo::{DemoMember, Token},
    member::{Me, MemberState},
};
use serde_json::json;
use thiserror::Error;

use crate::{client::Client, stop::Stop};

/// Where tokens come from.
#[derive(Clone, Debug)]
pub enum TokenSource {
    /// `/demo/members` and `/demo/token` of a demo programme.
    Demo,
    /// A shell command that prints a token for the person named by `PALIER_PERSON`: `member`,
    /// `other` (a second member), `editor`, `candidate`, `suspended` or `opted_out`. It prints
    /// nothing for a person it has not.
    Command(String),
    /// No tokens: only the public parts are checked.
    None,
}

/// Tokens by person; absent where there is nobody of the kind.
#[derive(Clone, Debug, Default)]
pub struct People {
    /// A member who can spend.
    pub member: Option<String>,
    /// Another member.
    pub other: Option<String>,
    /// Somebody who may publish portals.
    pub editor: Option<String>,
    /// Somebody signed in who has not joined.
    pub candidate: Option<String>,
    /// A suspended member.
    pub suspended: Option<String>,
    /// A member who is on no leaderboard by their own wish.
    pub opted_out: Option<String>,
    /// Everybody who may redeem at once in a race; `member` and `other` among them.
    pub crowd: Vec<String>,
}

/// Why there are no tokens.
#[derive(Debug, Error)]
pub enum PeopleError {
    /// The demo routes did not answer as they should.
    #[error("no demo members: {0}; is it a demo programme?")]
    Demo(#[from] Stop),
    /// The command could not be run.
    #[error("the token command cannot be run: {0}")]
    Spawn(#[from] std::io::Error),
    /// The command failed.
    #[error("the token command ended with {status} for {person}: {message}")]
    Failed {
        /// For whom.
        person: &'static str,
        /// How it ended.
        status: std::process::ExitStatus,
        /// What it said.
        message: String,
    },
}

impl People {
    /// Gets everybody's token.
    ///
    /// # Errors
    /// [`PeopleError`] when the source does not work.
    pub fn gather(client: &Client, source: &TokenSource) -> Result<Self, PeopleError> {
        match source {
            TokenSource::None => Ok(Self::default()),
            TokenSource::Demo => from_demo(client),
            TokenSource::Command(command) => from_command(command),
        }
    }
}

fn from_command(command: &str) -> Result<People, PeopleError> {
    let member = token_from(command, "member")?;
    let other = token_from(command, "other")?;
    let crowd = member.iter().chain(&other).cloned().collect();
    Ok(People {
        member,
        other,
        editor: token_from(command, "editor")?,
        candidate: token_from(command, "candidate")?,
        suspended: token_from(command, "suspended")?,
        opted_out: token_from(command, "opted_out")?,
        crowd,
    })
}

fn token_from(command: &str, person: &'static str) -> Result<Option<String>, PeopleError> {
    let output = Command::new("sh")
        .args(["-c", command])
        .env("PALIER_PERSON", person)
        .output()?;
    if !output.status.success() {
        let message = String::from_utf8_lossy(&output.stderr).trim().to_owned();
        return Err(PeopleError::Failed {
            person,
            status: output.status,
            message,
        });
    }
    let token = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    Ok((!token.is_empty()).then_some(token))
}

/// The demo's richest members come first, so that there is something to spend.
fn from_demo(client: &Client) -> Result<People, PeopleError> {
    let members: Vec<DemoMember> = client.get("/demo/members").send()?.read(200)?;
    let mut people = People::default();
    let mut rich = Vec::new();
    for member in members {
        let token = demo_token(client, &member)?;
        if let Some(wealth) = wealth(client, &token)? {
            rich.push((wealth, token.clone()));
        }
        let part = match member.situation.as_str() {
            "staff" => &mut people.editor, // The first of the staff may publish.
            "candidate" => &mut people.candidate,
            "suspended" => &mut people.suspended,
            "opted_out" => &mut people.opted_out,
            _ => continue,
        };
        part.get_or_insert(token);
    }
    rich.sort_by(|(a, _), (b, _)| b.cmp(a));
    people.crowd = rich.into_iter().map(|(_, token)| token).collect();
    people.member = people.crowd.first().cloned();
    people.other = people.crowd.get(1).cloned();
    Ok(people)
}

fn demo_token(client: &Client, member: &DemoMember) -> Result<String, Stop> {
    let body = json!({ "member": member.id });
    let token: Token = client.post("/demo/token", &body).send()?.read(200)?;
    Ok(token.access_token)
}

/// What they hold of the first currency; `None` for anybody but full members.
fn wealth(client: &Client, token: &str) -> Result<Option<i64>, Stop> {
    let me: Me = client.get("/v1/me").bearer(token).send()?.read(200)?;
    if me.state != MemberState::Member {
        return Ok(None);
    }
    let balances: Balances = client
        .get("/v1/me/balances")
        .bearer(token)
        .send()?
        .read(200)?;
    Ok(balances
        .balances
        .first()
        .map(|balance| balance.available.get()))
}
