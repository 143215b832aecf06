//! The command line of `palier-server`, and the environment behind it.

use std::{ops::RangeInclusive, path::PathBuf};

use crate::{auth::ROLES_CLAIM, demo, http::Limits, origin, suggestion::did_you_mean};

/// What `--help` prints.
pub const HELP: &str = include_str!("help.txt");

/// What the server was told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// Port; 0 lets the system choose.
    pub port: u16,
    /// Address.
    pub host: String,
    /// Where secrets and, by default, the database are.
    pub data: PathBuf,
    /// `sqlite:PATH`.
    pub database: Option<String>,
    /// `None` is the demo's.
    pub programme: Option<PathBuf>,
    /// Declarations of the brand's own portal blocks.
    pub blocks: Option<PathBuf>,
    /// Static files.
    pub site: Vec<PathBuf>,
    /// Members of a demo that is created.
    pub members: u32,
    /// Throw a demo database away.
    pub reset: bool,
    /// Issuer, audience and keys of members' tokens.
    pub provider: Option<Provider>,
    /// The brand's keys; without any, one is made.
    pub api_keys: Vec<String>,
    /// Web origins that may call the API.
    pub origins: Vec<String>,
    /// Web origins that may show blocks in frames.
    pub frame_origins: Vec<String>,
    /// Requests per second and caller.
    pub rate: u32,
    /// Bytes.
    pub max_body: usize,
    /// Connections at once.
    pub max_connections: u16,
    /// Whether the last `X-Forwarded-For` address is the caller's.
    pub behind_proxy: bool,
}

/// Whose tokens are accepted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provider {
    /// `iss`.
    pub issuer: String,
    /// `aud`.
    pub audience: String,
    /// File or address.
    pub jwks: String,
    /// Which claim has the roles.
    pub roles_claim: String,
}

/// Why a command line cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OptionError {
    /// Nobody knows it.
    #[error("`{0}` is not an option{guess}; see --help", guess = did_you_mean(.0, names()))]
    Unknown(String),
    /// The value is missing.
    #[error("`{0}` needs a value; see --help")]
    NoValue(String),
    /// The value cannot be read.
    #[error("`{name} {value}`: expected {expected}")]
    Value {
        /// Which option.
        name: String,
        /// As given.
        value: String,
        /// What it should be.
        expected: String,
    },
    /// A key that could be guessed. (It may be one in use, and is not said.)
    #[error(
        "--api-key: a key has at least {SHORTEST_KEY} characters and no spaces; without the option one is generated"
    )]
    WeakKey,
    /// One of three that belong together is missing.
    #[error("--issuer, --audience and --jwks belong together; {0} is missing")]
    Provider(&'static str),
    /// `--help` was asked for.
    #[error("{}", HELP.trim_end())]
    Help,
}

/// The largest `--max-body`: whatever is longer is held in memory, and is no portal document.
const LARGEST_BODY: usize = 1024 * 1024 * 1024;

/// Letters of the shortest `--api-key`: 96 bits, where each is one of 64.
const SHORTEST_KEY: usize = 16;

const FLAGS: [&str; 2] = ["--reset", "--behind-proxy"];
const VALUES: [&str; 18] = [
    "--port",
    "--host",
    "--data",
    "--database",
    "--programme",
    "--blocks",
    "--site",
    "--members",
    "--issuer",
    "--audience",
    "--jwks",
    "--roles-claim",
    "--api-key",
    "--origin",
    "--frame-origin",
    "--rate",
    "--max-body",
    "--max-connections",
];

fn names() -> impl Iterator<Item = &'static str> {
    VALUES.into_iter().chain(FLAGS)
}

/// Whether a value follows the option.
pub(crate) fn takes_value(name: &str) -> bool {
    VALUES.contains(&name)
}

impl Options {
    /// Reads a command line (without the program's name); `environment` gives what it lacks.
    ///
    /// # Errors
    /// [`OptionError`] naming the option.
    pub fn read(
        arguments: impl Iterator<Item = String>,
        environment: impl Fn(&str) -> Option<String>,
    ) -> Result<Self, OptionError> {
        let given = Given {
            pairs: pairs(arguments)?,
            environment,
        };
        Ok(Self {
            port: given.number("--port", 8787, 0..=u16::MAX)?,
            host: given
                .text("--host")
                .unwrap_or_else(|| "127.0.0.1".to_owned()),
            data: given.data()?,
            database: given.text("--database"),
            programme: given.text("--programme").map(PathBuf::from),
            blocks: given.text("--blocks").map(PathBuf::from),
            site: given
                .list("--site")
                .into_iter()
                .map(PathBuf::from)
                .collect(),
            members: given.number("--members", demo::MEMBERS, 0..=u32::MAX)?,
            reset: given.flag("--reset")?,
            provider: given.provider()?,
            api_keys: given.api_keys()?,
            origins: given.origins("--origin")?,
            frame_origins: given.origins("--frame-origin")?,
            rate: given.number("--rate", 200, 0..=u32::MAX)?,
            max_body: given.number("--max-body", 256 * 1024, 1..=LARGEST_BODY)?,
            // Without any, the server would listen and never answer.
            max_connections: given.number(
                "--max-connections",
                Limits::default().connections,
                1..=u16::MAX,
            )?,
            behind_proxy: given.flag("--behind-proxy")?,
        })
    }
}

fn pairs(
    mut arguments: impl Iterator<Item = String>,
) -> Result<Vec<(String, String)>, OptionError> {
    let mut pairs = Vec::new();
    while let Some(argument) = arguments.next() {
        let (name, inline) = match argument.split_once('=') {
            Some((name, value)) => (name.to_owned(), Some(value.to_owned())),
            None => (argument, None),
        };
        if name == "--help" || name == "-h" {
            return Err(OptionError::Help);
        }
        if FLAGS.contains(&name.as_str()) {
            pairs.push((name, inline.unwrap_or_else(|| "1".to_owned())));
        } else if VALUES.contains(&name.as_str()) {
            let value = inline.or_else(|| arguments.next());
            let value = value.ok_or_else(|| OptionError::NoValue(name.clone()))?;
            pairs.push((name, value));
        } else {
            return Err(OptionError::Unknown(name));
        }
    }
    Ok(pairs)
}

struct Given<E> {
    pairs: Vec<(String, String)>,
    environment: E,
}

impl<E: Fn(&str) -> Option<String>> Given<E> {
    /// The last of equal options counts.
    fn text(&self, name: &str) -> Option<String> {
        let given = self.pairs.iter().rev().find(|(one, _)| one == name);
        given
            .map(|(_, value)| value.clone())
            .or_else(|| self.environment_value(name))
    }

    fn list(&self, name: &str) -> Vec<String> {
        let given: Vec<String> = self
            .pairs
            .iter()
            .filter(|(one, _)| one == name)
            .map(|(_, value)| value.clone())
            .collect();
        if !given.is_empty() {
            return given;
        }
        let text = self.environment_value(name).unwrap_or_default();
        text.split(',')
            .map(str::trim)
            .filter(|one| !one.is_empty())
            .map(str::to_owned)
            .collect()
    }

    /// A flag that was misspelt is refused: `--reset=off` must not throw anything away.
    fn flag(&self, name: &str) -> Result<bool, OptionError> {
        match self.text(name) {
            None => Ok(false),
            Some(value) => match value.as_str() {
                "1" | "true" | "yes" => Ok(true),
                "0" | "false" | "no" => Ok(false),
                _ => Err(OptionError::Value {
                    name: name.to_owned(),
                    value,
                    expected: "1, true, yes, 0, false or no".to_owned(),
                }),
            },
        }
    }

    /// An empty path would put secrets into whatever directory the server was started in.
    fn data(&self) -> Result<PathBuf, OptionError> {
        match self.text("--data") {
            None => Ok("data".into()),
            Some(path) if path.is_empty() => Err(OptionError::NoValue("--data".to_owned())),
            Some(path) => Ok(path.into()),
        }
    }

    fn api_keys(&self) -> Result<Vec<String>, OptionError> {
        let keys = self.list("--api-key");
        let is_strong = |key: &String| {
            key.len() >= SHORTEST_KEY && key.bytes().all(|byte| byte.is_ascii_graphic())
        };
        if keys.iter().all(is_strong) {
            Ok(keys)
        } else {
            Err(OptionError::WeakKey)
        }
    }

    fn origins(&self, name: &str) -> Result<Vec<String>, OptionError> {
        let read = |value: String| {
            origin::parse(&value).ok_or_else(|| OptionError::Value {
                name: name.to_owned(),
                value,
                expected: "a web origin, scheme://host or scheme://host:port".to_owned(),
            })
        };
        self.list(name).into_iter().map(read).collect()
    }

    fn number<N>(&self, name: &str, default: N, range: RangeInclusive<N>) -> Result<N, OptionError>
    where
        N: core::str::FromStr + PartialOrd + core::fmt::Display,
    {
        let Some(value) = self.text(name) else {
            return Ok(default);
        };
        let read = value.parse().ok().filter(|number| range.contains(number));
        read.ok_or_else(|| OptionError::Value {
            name: name.to_owned(),
            value,
            expected: format!("a whole number from {} to {}", range.start(), range.end()),
        })
    }

    fn provider(&self) -> Result<Option<Provider>, OptionError> {
        match (
            self.text("--issuer"),
            self.text("--audience"),
            self.text("--jwks"),
        ) {
            (None, None, None) => Ok(None),
            (Some(issuer), Some(audience), Some(jwks)) => Ok(Some(Provider {
                issuer,
                audience,
                jwks,
                roles_claim: self
                    .text("--roles-claim")
                    .unwrap_or_else(|| ROLES_CLAIM.to_owned()),
            })),
            (None, _, _) => Err(OptionError::Provider("--issuer")),
            (_, None, _) => Err(OptionError::Provider("--audience")),
            (_, _, None) => Err(OptionError::Provider("--jwks")),
        }
    }

    fn environment_value(&self, name: &str) -> Option<String> {
        let name = name
            .trim_start_matches('-')
            .replace('-', "_")
            .to_uppercase();
        (self.environment)(&format!("PALIER_{name}")).filter(|value| !value.is_empty())
    }
}

#[cfg(test)]
mod tests;
