//! The command line of `palier-server`, and the environment behind it.

use std::path::PathBuf;

/// What `--help` prints.
pub const HELP: &str = "\
palier-server: Palier's reference backend

  --port N            port to listen on, 127.0.0.1 only unless --host says else [8787]
  --host ADDRESS      address to listen on [127.0.0.1]
  --data DIR          secrets, and the database unless --database says else [data]
  --database URL      sqlite:PATH
  --programme FILE    the programme's rules, TOML or JSON [the demo's]
  --blocks FILE       a JSON list of the declarations of the brand's own portal blocks
  --site DIR          static files to serve; may be given several times
  --members N         members of a demo database that is created [5000]
  --reset             throws a demo database away and creates it anew
  --issuer ISS        issuer of members' tokens; with --audience and --jwks
  --audience AUD      audience of members' tokens
  --jwks FILE_OR_URL  public keys of members' tokens
  --api-key KEY       what the brand's systems send [made, kept in DIR/api-key]
  --origin ORIGIN     web origin that may call the API; may be given several times
  --frame-origin O    web origin that may show blocks in frames; may be given several times
  --rate N            requests per second and caller; 0 is no limit [200]
  --max-body N        largest request body in bytes [262144]
  --behind-proxy      the last X-Forwarded-For address is the caller's

Every option may come from the environment instead: PALIER_PORT, PALIER_API_KEY …; where it
may be given several times, separated by commas. Logs: PALIER_LOG=debug|info|warn|error.";

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
    /// The brand's key.
    pub api_key: Option<String>,
    /// Web origins that may call the API.
    pub origins: Vec<String>,
    /// Web origins that may show blocks in frames.
    pub frame_origins: Vec<String>,
    /// Requests per second and caller.
    pub rate: u32,
    /// Bytes.
    pub max_body: usize,
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
}

/// Why a command line cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OptionError {
    /// Nobody knows it.
    #[error("`{0}` is not an option; see --help")]
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
        expected: &'static str,
    },
    /// One of three that belong together is missing.
    #[error("--issuer, --audience and --jwks belong together; {0} is missing")]
    Provider(&'static str),
    /// `--help` was asked for.
    #[error("{HELP}")]
    Help,
}

const FLAGS: [&str; 2] = ["--reset", "--behind-proxy"];
const VALUES: [&str; 16] = [
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
    "--api-key",
    "--origin",
    "--frame-origin",
    "--rate",
    "--max-body",
];

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
            port: given.number("--port", 8787)?,
            host: given
                .text("--host")
                .unwrap_or_else(|| "127.0.0.1".to_owned()),
            data: given
                .text("--data")
                .unwrap_or_else(|| "data".to_owned())
                .into(),
            database: given.text("--database"),
            programme: given.text("--programme").map(PathBuf::from),
            blocks: given.text("--blocks").map(PathBuf::from),
            site: given
                .list("--site")
                .into_iter()
                .map(PathBuf::from)
                .collect(),
            members: given.number("--members", 5000)?,
            reset: given.flag("--reset"),
            provider: given.provider()?,
            api_key: given.text("--api-key"),
            origins: given.list("--origin"),
            frame_origins: given.list("--frame-origin"),
            rate: given.number("--rate", 200)?,
            max_body: given.number("--max-body", 256 * 1024)?,
            behind_proxy: given.flag("--behind-proxy"),
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
            pairs.push((name, "1".to_owned()));
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

    fn flag(&self, name: &str) -> bool {
        self.text(name)
            .is_some_and(|value| !matches!(value.as_str(), "0" | "false" | "no"))
    }

    fn number<N: core::str::FromStr>(&self, name: &str, default: N) -> Result<N, OptionError> {
        let Some(value) = self.text(name) else {
            return Ok(default);
        };
        value.parse().map_err(|_| OptionError::Value {
            name: name.to_owned(),
            value,
            expected: "a whole number in range",
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
mod tests {
    use super::{OptionError, Options};

    fn read(line: &str) -> Result<Options, OptionError> {
        Options::read(line.split_whitespace().map(str::to_owned), |name| {
            (name == "PALIER_RATE").then(|| "7".to_owned())
        })
    }

    #[test]
    fn the_command_line_comes_before_the_environment() {
        assert_eq!(read("").map(|options| options.rate), Ok(7));
        assert_eq!(read("--rate 9").map(|options| options.rate), Ok(9));
        assert_eq!(read("--rate=9 --rate=3").map(|options| options.rate), Ok(3));
    }

    #[test]
    fn mistakes_name_the_option() {
        assert_eq!(
            read("--prot 1"),
            Err(OptionError::Unknown("--prot".to_owned()))
        );
        assert_eq!(
            read("--port"),
            Err(OptionError::NoValue("--port".to_owned()))
        );
        assert!(matches!(read("--port x"), Err(OptionError::Value { .. })));
        assert_eq!(
            read("--issuer a --audience b"),
            Err(OptionError::Provider("--jwks"))
        );
    }

    #[test]
    fn what_may_be_repeated_is_kept_in_order() {
        let options = read("--site a --site b --reset");
        let sites = options.as_ref().map(|options| options.site.len());
        assert_eq!(sites, Ok(2));
        assert_eq!(options.map(|options| options.reset), Ok(true));
    }
}
