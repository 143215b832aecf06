//! `palier-conformance`: checks a backend against the contract from the command line.

use std::{collections::BTreeMap, path::PathBuf, process::ExitCode};

use palier_conformance::{
    Client, Context, Given, Line, Outcome, People, Profile, TokenSource, run, write_junit,
};

const HELP: &str = "\
Checks a backend against Palier's contract.

palier-conformance --base-url URL [options]

  --base-url URL         the backend's address, with or without /v1
  --demo                 take tokens from the demo programme's /demo routes
  --token-command CMD    shell command that prints a token for $PALIER_PERSON
                         (member, other, editor, candidate, suspended, opted_out), or nothing
  --profile NAME         read, redeem, live or editor; repeatable; all by default
  --origin ORIGIN        a web origin that the backend allows; without one, CORS is not checked
                         (with --demo: http://localhost:8000)
  --document ID          portal that the editor profile may change (default grove)
  --api-key KEY          key with which the brand's systems report events
  --event TYPE           a kind of event that the programme knows (default purchase)
  --junit FILE           also write the outcome as JUnit XML

The redeem profile spends what the members hold. The exit code is 1 when a rule is broken,
and 2 when the run could not start.";

struct Options {
    base: String,
    tokens: TokenSource,
    profiles: Vec<Profile>,
    given: Given,
    junit: Option<PathBuf>,
}

type AnyError = Box<dyn std::error::Error>;

fn main() -> ExitCode {
    let mut args = pico_args::Arguments::from_env();
    if args.contains(["-h", "--help"]) {
        println!("{HELP}");
        return ExitCode::SUCCESS;
    }
    match options(args).and_then(|options| check(&options)) {
        Ok(0) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::from(1),
        Err(error) => {
            eprintln!("palier-conformance: {error}");
            ExitCode::from(2)
        }
    }
}

fn options(mut args: pico_args::Arguments) -> Result<Options, AnyError> {
    let base = args.value_from_str("--base-url")?;
    let command: Option<String> = args.opt_value_from_str("--token-command")?;
    let tokens = match (args.contains("--demo"), command) {
        (true, None) => TokenSource::Demo,
        (false, Some(command)) => TokenSource::Command(command),
        (false, None) => TokenSource::None,
        (true, Some(_)) => return Err("give --demo or --token-command, not both".into()),
    };
    let mut profiles: Vec<Profile> = args.values_from_str("--profile")?;
    if profiles.is_empty() {
        profiles = Profile::ALL.to_vec();
    }
    let origin: Option<String> = args.opt_value_from_str("--origin")?;
    // A demo takes any page of this machine.
    let at_home =
        || matches!(tokens, TokenSource::Demo).then(|| "http://localhost:8000".to_owned());
    let usual = Given::default();
    let document: Option<String> = args.opt_value_from_str("--document")?;
    let event: Option<String> = args.opt_value_from_str("--event")?;
    let api_key = args.opt_value_from_str("--api-key")?;
    let junit = args.opt_value_from_str("--junit")?;
    let rest = args.finish();
    if !rest.is_empty() {
        return Err(format!("cannot make sense of {rest:?}; see --help").into());
    }
    Ok(Options {
        base,
        given: Given {
            origin: origin.or_else(at_home),
            document: document.unwrap_or(usual.document),
            api_key,
            event: event.unwrap_or(usual.event),
        },
        tokens,
        profiles,
        junit,
    })
}

/// One fault breaks many rules: it is described with the first, which the others name.
fn told(line: &Line, causes: &mut BTreeMap<String, &'static str>) -> String {
    let rule = line.scenario.rule;
    let first = match &line.outcome {
        Outcome::Failed(how) => *causes.entry(how.to_string()).or_insert(rule),
        _ => rule,
    };
    let text = line.to_string();
    match text.split_once('\n') {
        Some((begin, _)) if first != rule => format!("{begin}\n      as at: {first}"),
        _ => text,
    }
}

/// How many rules the backend breaks.
fn check(options: &Options) -> Result<usize, AnyError> {
    let client = Client::new(&options.base);
    let people = People::gather(&client, &options.tokens)?;
    let context = Context::new(client, people, options.given.clone())?;
    let mut causes = BTreeMap::new();
    let report = run(&context, &options.profiles, |line| {
        println!("{}", told(line, &mut causes));
    });
    println!("\n{report}");
    if let Some(path) = &options.junit {
        write_junit(&report, path)?;
    }
    Ok(report.failed())
}

#[cfg(test)]
mod tests {
    use std::{collections::BTreeMap, time::Duration};

    use palier_conformance::{Line, Outcome, Stop, all};

    use super::told;

    #[test]
    fn what_breaks_many_rules_is_described_once_and_then_by_the_first() {
        let broken = |place: usize| Line {
            scenario: all().nth(place).unwrap(),
            outcome: Outcome::Failed(Stop::Broken("/v1/me: no JSON".to_owned())),
            asked: Vec::new(),
            took: Duration::ZERO,
        };
        let mut causes = BTreeMap::new();
        let (first, second) = (broken(0), broken(1));
        assert_eq!(told(&first, &mut causes), first.to_string());
        let due = format!(
            "FAIL  read    {}\n      as at: {}",
            second.scenario.rule, first.scenario.rule
        );
        assert_eq!(told(&second, &mut causes), due);
    }
}
