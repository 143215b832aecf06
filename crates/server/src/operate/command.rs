//! Reads a command from the words of a command line.

use palier_contract::redemption::{RedemptionState, Shipment};

use crate::{
    alias,
    db::{members::NewMember, person::About},
    engine::MemberStatus,
    options::{self, OptionError},
    suggestion::did_you_mean,
    time::timestamp,
};

/// What to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Makes somebody a member; an empty alias is for the programme to choose.
    Enrol(NewMember),
    /// Tells of a member.
    Member(String),
    /// Sets whether a member takes part.
    Status {
        /// Whose.
        id: String,
        /// To what.
        status: MemberStatus,
    },
    /// Writes what is known of a member.
    About {
        /// Whose.
        id: String,
        /// What is known.
        about: About,
    },
    /// Tells everything that is held about a member.
    Export(String),
    /// Ends a membership.
    Close(String),
    /// Tells of orders in a state, or of those that wait.
    Orders(Option<RedemptionState>),
    /// Tells of one order.
    Order(String),
    /// Moves an order on.
    Step(Step),
    /// Tells whether a code works.
    CheckCode(String),
    /// Uses a code.
    UseCode(String),
    /// Tells what is left.
    Stock,
    /// Puts items on a shelf, or takes them away.
    AddStock {
        /// Of which reward.
        reward: String,
        /// Of which variant.
        variant: Option<String>,
        /// How many.
        count: i64,
    },
}

/// A step of an order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Which order.
    pub id: String,
    /// What it becomes.
    pub state: RedemptionState,
    /// A word for the member.
    pub note: Option<String>,
    /// The parcel.
    pub shipment: Option<Shipment>,
}

/// Why a command cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CommandError {
    /// Nobody knows it.
    #[error("`{0}` is not a command{guess}; see --help", guess = did_you_mean(.0, USAGES.iter().map(|(name, ..)| *name)))]
    Unknown(String),
    /// It takes other words.
    #[error("expected: palier-server {0}")]
    Usage(&'static str),
    /// The option is of another command.
    #[error("`{option}` is not an option of `{command}`; see --help")]
    NotItsOption {
        /// Which.
        option: String,
        /// Of what.
        command: String,
    },
    /// A value cannot be taken.
    #[error("`{given}`: expected {expected}")]
    Value {
        /// As given.
        given: String,
        /// What it should be.
        expected: String,
    },
    /// An option needs another one.
    #[error("`{0}` needs `{1}` too")]
    Needs(&'static str, &'static str),
}

/// Longest id of a member, in characters.
const ID_CHARS: usize = 200;

/// Each command: its words, what it takes, and its own options.
const USAGES: [(&str, &str, &[&str]); 14] = [
    (
        "member enrol",
        "member enrol ID [--name ALIAS] [--birthday MM-DD] [--language TAG] [--segment WORD]",
        &["--name", "--birthday", "--language", "--segment"],
    ),
    ("member show", "member show ID", &[]),
    ("member suspend", "member suspend ID", &[]),
    ("member reinstate", "member reinstate ID", &[]),
    (
        "member set",
        "member set ID [--name ALIAS] [--birthday MM-DD] [--language TAG] [--segment WORD]",
        &["--name", "--birthday", "--language", "--segment"],
    ),
    ("member export", "member export ID", &[]),
    ("member close", "member close ID", &[]),
    ("order list", "order list [STATE]", &[]),
    ("order show", "order show ID", &[]),
    (
        "order step",
        "order step ID STATE [--note TEXT] [--carrier NAME --tracking NUMBER [--tracking-url URL] [--eta TIME]]",
        &[
            "--note",
            "--carrier",
            "--tracking",
            "--tracking-url",
            "--eta",
        ],
    ),
    ("code check", "code check CODE", &[]),
    ("code use", "code use CODE", &[]),
    ("stock list", "stock list", &[]),
    ("stock add", "stock add REWARD [VARIANT] N", &[]),
];

/// A command line, taken apart.
#[derive(Debug, Default)]
pub(super) struct Line {
    /// What the server's own options are read from.
    pub(super) options: Vec<String>,
    words: Vec<String>,
    own: Vec<(String, String)>,
}

impl Line {
    /// Takes a command line apart; the words of a command may stand before, between and after
    /// options.
    ///
    /// # Errors
    /// [`OptionError::NoValue`] naming the option.
    pub(super) fn split(arguments: impl Iterator<Item = String>) -> Result<Self, OptionError> {
        let mut line = Self::default();
        let mut arguments = arguments.peekable();
        while let Some(argument) = arguments.next() {
            // A number may be negative.
            if !argument.starts_with('-') || argument.parse::<i64>().is_ok() {
                line.words.push(argument);
                continue;
            }
            let (name, inline) = match argument.split_once('=') {
                Some((name, value)) => (name.to_owned(), Some(value.to_owned())),
                None => (argument.clone(), None),
            };
            if USAGES.iter().any(|(.., own)| own.contains(&name.as_str())) {
                let value = inline.or_else(|| arguments.next());
                let value = value.ok_or_else(|| OptionError::NoValue(name.clone()))?;
                line.own.push((name, value));
                continue;
            }
            line.options.push(argument);
            if inline.is_none() && options::takes_value(&name) {
                line.options.extend(arguments.next());
            }
        }
        Ok(line)
    }

    /// The command, if there is one.
    ///
    /// # Errors
    /// [`CommandError`] naming what cannot be taken.
    pub(super) fn command(&self) -> Result<Option<Command>, CommandError> {
        let words: Vec<&str> = self.words.iter().map(String::as_str).collect();
        let name = words.get(..2).map_or_else(
            || words.first().map_or_else(String::new, ToString::to_string),
            |words| words.join(" "),
        );
        if name.is_empty() {
            return match self.own.first() {
                None => Ok(None),
                Some((option, _)) => Err(CommandError::NotItsOption {
                    option: option.clone(),
                    command: "palier-server".to_owned(),
                }),
            };
        }
        let Some((_, usage, own)) = USAGES.iter().find(|(known, ..)| *known == name) else {
            return Err(CommandError::Unknown(name));
        };
        let foreign = self
            .own
            .iter()
            .find(|(one, _)| !own.contains(&one.as_str()));
        if let Some((option, _)) = foreign {
            return Err(CommandError::NotItsOption {
                option: option.clone(),
                command: name,
            });
        }
        let command = match words.as_slice() {
            ["member", "enrol", id] => Command::Enrol(self.new_member(id)?),
            ["member", "show", id] => Command::Member((*id).to_owned()),
            ["member", "suspend", id] => status(id, MemberStatus::Suspended),
            ["member", "reinstate", id] => status(id, MemberStatus::Member),
            ["member", "set", id] => Command::About {
                id: (*id).to_owned(),
                about: self.about()?,
            },
            ["member", "export", id] => Command::Export((*id).to_owned()),
            ["member", "close", id] => Command::Close((*id).to_owned()),
            ["order", "list"] => Command::Orders(None),
            ["order", "list", word] => Command::Orders(Some(state(word)?)),
            ["order", "show", id] => Command::Order((*id).to_owned()),
            ["order", "step", id, word] => Command::Step(Step {
                id: (*id).to_owned(),
                state: state(word)?,
                note: self.value("--note"),
                shipment: self.shipment()?,
            }),
            ["code", "check", value] => Command::CheckCode((*value).to_owned()),
            ["code", "use", value] => Command::UseCode((*value).to_owned()),
            ["stock", "list"] => Command::Stock,
            ["stock", "add", reward, count] => add(reward, None, count)?,
            ["stock", "add", reward, variant, count] => add(reward, Some(variant), count)?,
            _ => return Err(CommandError::Usage(usage)),
        };
        Ok(Some(command))
    }

    /// The last of equal options counts.
    fn value(&self, name: &str) -> Option<String> {
        let given = self.own.iter().rev().find(|(one, _)| one == name);
        given.map(|(_, value)| value.clone())
    }

    fn new_member(&self, id: &str) -> Result<NewMember, CommandError> {
        let fits = (1..=ID_CHARS).contains(&id.chars().count());
        if !fits || id.trim() != id || id.chars().any(char::is_control) {
            return Err(wrong(id, "a member's id, the subject of their tokens"));
        }
        Ok(NewMember {
            public_id: id.to_owned(),
            alias: self.alias()?.unwrap_or_default(),
            birthday: self.value("--birthday").map(birthday).transpose()?,
            locale: self.value("--language"),
            segment: self.value("--segment"),
        })
    }

    /// A name, unless it is left out or empty.
    fn alias(&self) -> Result<Option<String>, CommandError> {
        let alias = self.value("--name").filter(|alias| !alias.is_empty());
        match alias.as_deref().and_then(alias::why_not) {
            Some(why) => {
                let given = format!("--name {}", alias.unwrap_or_default());
                Err(wrong(&given, format!("a name: {why}")))
            }
            None => Ok(alias),
        }
    }

    fn about(&self) -> Result<About, CommandError> {
        let birthday = |text: String| match text.as_str() {
            "" => Ok(0),
            _ => birthday(text),
        };
        let about = About {
            alias: self.alias()?,
            birthday: self.value("--birthday").map(birthday).transpose()?,
            locale: self.value("--language"),
            segment: self.value("--segment"),
        };
        if about == About::default() {
            let expected =
                "member set ID with at least one of --name, --birthday, --language, --segment";
            return Err(CommandError::Usage(expected));
        }
        Ok(about)
    }

    fn shipment(&self) -> Result<Option<Shipment>, CommandError> {
        let eta = |text: String| match text.parse::<jiff::Timestamp>() {
            Ok(instant) => Ok(timestamp(instant.as_millisecond())),
            Err(_) => Err(wrong(&format!("--eta {text}"), "an RFC 3339 instant")),
        };
        match (self.value("--carrier"), self.value("--tracking")) {
            (Some(carrier), Some(number)) => Ok(Some(Shipment {
                carrier,
                number,
                url: self.value("--tracking-url").map(address).transpose()?,
                eta: self.value("--eta").map(eta).transpose()?,
            })),
            (Some(_), None) => Err(CommandError::Needs("--carrier", "--tracking")),
            (None, Some(_)) => Err(CommandError::Needs("--tracking", "--carrier")),
            (None, None) if self.value("--tracking-url").is_some() => {
                Err(CommandError::Needs("--tracking-url", "--tracking"))
            }
            (None, None) if self.value("--eta").is_some() => {
                Err(CommandError::Needs("--eta", "--tracking"))
            }
            (None, None) => Ok(None),
        }
    }
}

fn wrong(given: &str, expected: impl Into<String>) -> CommandError {
    CommandError::Value {
        given: given.to_owned(),
        expected: expected.into(),
    }
}

fn status(id: &str, status: MemberStatus) -> Command {
    Command::Status {
        id: id.to_owned(),
        status,
    }
}

fn add(reward: &str, variant: Option<&str>, count: &str) -> Result<Command, CommandError> {
    let number = count.parse().ok().filter(|number| *number != 0);
    Ok(Command::AddStock {
        reward: reward.to_owned(),
        variant: variant.map(str::to_owned),
        count: number.ok_or_else(|| wrong(count, "how many, a whole number"))?,
    })
}

fn state(word: &str) -> Result<RedemptionState, CommandError> {
    match RedemptionState::from(word) {
        RedemptionState::Unknown(_) => {
            let words = RedemptionState::WORDS.join(", ");
            Err(wrong(word, format!("a state of an order: {words}")))
        }
        state => Ok(state),
    }
}

/// month × 100 + day.
fn birthday(text: String) -> Result<i64, CommandError> {
    // A leap year, so that the 29th of February is a day.
    let date = format!("2000-{text}").parse::<jiff::civil::Date>();
    match date {
        Ok(date) if text.len() == 5 => Ok(i64::from(date.month()) * 100 + i64::from(date.day())),
        _ => Err(wrong(&format!("--birthday {text}"), "MM-DD")),
    }
}

fn address(text: String) -> Result<String, CommandError> {
    if text.starts_with("https://") {
        Ok(text)
    } else {
        Err(wrong(
            &format!("--tracking-url {text}"),
            "an https:// address",
        ))
    }
}
