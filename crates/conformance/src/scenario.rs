//! One rule of the contract, and what a rule needs to be checked.

use std::{fmt, str::FromStr, time::Instant};

use palier_contract::{operation, portal::Portal};

use crate::{
    client::{Ask, Client},
    people::People,
    reply::Reply,
    report::{Line, Outcome},
    stop::{Stop, Verdict, skip},
};

/// A group of scenarios that a backend may claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profile {
    /// Everything that only reads.
    Read,
    /// Spending, exactly once.
    Redeem,
    /// Hints.
    Live,
    /// Portal documents.
    Editor,
}

impl Profile {
    /// Every profile, in the order they are run.
    pub const ALL: [Self; 4] = [Self::Read, Self::Redeem, Self::Live, Self::Editor];

    const fn word(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Redeem => "redeem",
            Self::Live => "live",
            Self::Editor => "editor",
        }
    }
}

impl fmt::Display for Profile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.word())
    }
}

/// A word that is no profile.
#[derive(Debug, thiserror::Error)]
#[error("{0:?} is no profile; there are read, redeem, live and editor")]
pub struct NoProfile(String);

impl FromStr for Profile {
    type Err = NoProfile;

    fn from_str(word: &str) -> Result<Self, NoProfile> {
        let found = Self::ALL.into_iter().find(|profile| profile.word() == word);
        found.ok_or_else(|| NoProfile(word.to_owned()))
    }
}

/// A rule of the contract with the way to check it.
#[derive(Debug)]
pub struct Scenario {
    /// To which profile it belongs.
    pub profile: Profile,
    /// The heading of `docs/contract.md` under which the rule stands, as in its address.
    pub section: &'static str,
    /// The rule, as a sentence.
    pub rule: &'static str,
    /// Operations that the backend must offer for it to apply.
    pub needs: &'static [&'static str],
    /// Checks it.
    pub check: fn(&Context) -> Verdict,
}

impl Scenario {
    /// Checks the rule.
    #[must_use]
    pub fn run(&'static self, context: &Context) -> Line {
        let started = Instant::now();
        context.client.begin();
        let missing = self.needs.iter().find(|id| !context.offers(id));
        let outcome = match missing.map_or_else(|| (self.check)(context), not_offered) {
            Ok(()) => Outcome::Passed,
            Err(Stop::Skipped(why)) => Outcome::Skipped(why),
            Err(how) => Outcome::Failed(how),
        };
        Line {
            scenario: self,
            outcome,
            asked: context.client.asked(),
            took: started.elapsed(),
        }
    }
}

/// How the reason ends for which rules about what the backend leaves out are skipped.
pub(crate) const NOT_OFFERED: &str = " is not offered";

fn not_offered(id: &&str) -> Verdict {
    skip!("{id}{NOT_OFFERED}")
}

/// What scenarios work with.
#[derive(Debug)]
pub struct Context {
    /// Talks to the backend.
    pub client: Client,
    /// Tokens.
    pub people: People,
    /// What the backend offers.
    pub portal: Portal,
    /// What else was named.
    pub given: Given,
}

/// What whoever runs the suite names.
#[derive(Clone, Debug)]
pub struct Given {
    /// A web origin that the backend allows.
    pub origin: Option<String>,
    /// The portal document that the editor's scenarios change and put back.
    pub document: String,
    /// What the brand's systems report events with.
    pub api_key: Option<String>,
    /// A kind of event that the programme knows.
    pub event: String,
}

impl Default for Given {
    fn default() -> Self {
        Self {
            origin: None,
            document: "grove".to_owned(),
            api_key: None,
            event: "purchase".to_owned(),
        }
    }
}

impl Context {
    /// Reads what the backend offers. Whether the reply is all that it should be, a rule tells.
    ///
    /// # Errors
    /// [`Stop`] when nothing can be read at `GET /v1/portal`.
    pub fn new(client: Client, people: People, given: Given) -> Result<Self, Stop> {
        let reply = client.get("/v1/portal").send()?;
        reply.has(200)?;
        let portal = reply.decode()?;
        Ok(Self {
            client,
            people,
            portal,
            given,
        })
    }

    /// A web origin that the backend allows.
    ///
    /// # Errors
    /// Skips when none was named.
    pub fn origin(&self) -> Result<&str, Stop> {
        match &self.given.origin {
            Some(origin) => Ok(origin),
            None => skip!("no --origin was named"),
        }
    }

    /// Stops at the 404 of a portal that is not there: the rule is about another one.
    ///
    /// # Errors
    /// Skips, naming the portal.
    pub fn has_portal(&self, reply: &Reply) -> Verdict {
        if reply.status == 404 {
            skip!(
                "no portal {:?}; name one with --document",
                self.given.document
            );
        }
        Ok(())
    }

    /// The member's token.
    ///
    /// # Errors
    /// Skips when there is none.
    pub fn member(&self) -> Result<&str, Stop> {
        token(self.people.member.as_ref(), "a member")
    }

    /// The other member's token.
    ///
    /// # Errors
    /// Skips when there is none.
    pub fn other(&self) -> Result<&str, Stop> {
        token(self.people.other.as_ref(), "a second member")
    }

    /// The editor's token.
    ///
    /// # Errors
    /// Skips when there is none.
    pub fn editor(&self) -> Result<&str, Stop> {
        token(self.people.editor.as_ref(), "an editor")
    }

    /// Token of somebody who has not joined.
    ///
    /// # Errors
    /// Skips when there is none.
    pub fn candidate(&self) -> Result<&str, Stop> {
        token(self.people.candidate.as_ref(), "a candidate")
    }

    /// The suspended member's token.
    ///
    /// # Errors
    /// Skips when there is none.
    pub fn suspended(&self) -> Result<&str, Stop> {
        token(self.people.suspended.as_ref(), "a suspended member")
    }

    /// Token of the member who is on no leaderboard.
    ///
    /// # Errors
    /// Skips when there is none.
    pub fn opted_out(&self) -> Result<&str, Stop> {
        token(self.people.opted_out.as_ref(), "an opted-out member")
    }

    /// What the brand's systems report events with.
    ///
    /// # Errors
    /// Skips when none was named.
    pub fn api_key(&self) -> Result<&str, Stop> {
        match &self.given.api_key {
            Some(key) => Ok(key),
            None => skip!("no --api-key was named"),
        }
    }

    /// A `GET` as the member.
    ///
    /// # Errors
    /// Skips when there is no member.
    pub fn get_mine(&self, path: impl Into<String>) -> Result<Ask<'_>, Stop> {
        Ok(self.client.get(path).bearer(self.member()?))
    }

    /// So many rows of a page as the backend allows, and no more than `wanted`.
    #[must_use]
    pub fn limit(&self, wanted: i64) -> i64 {
        wanted.min(self.portal.limits.max_page_size.get()).max(1)
    }

    /// Whether the backend offers anything that needs a member.
    #[must_use]
    pub fn has_members(&self) -> bool {
        let members = |it: &&operation::Operation| it.access == operation::Access::Member;
        let mut offered = operation::ALL.iter().filter(members);
        offered.any(|operation| self.offers(operation.id))
    }

    /// Whether the backend offers an operation.
    #[must_use]
    pub fn offers(&self, id: &str) -> bool {
        self.portal.capabilities.offers(id)
    }
}

/// How the reason begins for which somebody's scenarios are skipped.
pub(crate) const FOR_WANT_OF: &str = "for want of";

fn token<'a>(token: Option<&'a String>, who: &str) -> Result<&'a str, Stop> {
    match token {
        Some(token) => Ok(token),
        None => skip!("{FOR_WANT_OF} {who}'s token"),
    }
}
