//! What came of a run.

use std::{fmt, time::Duration};

use crate::{
    scenario::{FOR_WANT_OF, NOT_OFFERED, Scenario},
    stop::Stop,
};

/// What came of one scenario.
#[derive(Debug)]
pub enum Outcome {
    /// The backend honours the rule.
    Passed,
    /// It could not be run here; says why.
    Skipped(String),
    /// The backend breaks the rule; says how.
    Failed(Stop),
}

/// One scenario with its outcome.
#[derive(Debug)]
pub struct Line {
    /// Which scenario.
    pub scenario: &'static Scenario,
    /// What came of it.
    pub outcome: Outcome,
    /// The last requests that it made, with their answers' status: `GET /v1/me 200`.
    pub asked: Vec<String>,
    /// How long it took.
    pub took: Duration,
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            scenario,
            outcome,
            asked,
            ..
        } = self;
        let profile = scenario.profile;
        match outcome {
            Outcome::Passed => write!(f, "pass  {profile:7} {}", scenario.rule),
            Outcome::Skipped(why) => write!(f, "skip  {profile:7} {} ({why})", scenario.rule),
            Outcome::Failed(how) => {
                write!(f, "FAIL  {profile:7} {}\n      {how}", scenario.rule)?;
                if !asked.is_empty() {
                    write!(f, "\n      last requests: {}", asked.join(", "))?;
                }
                write!(f, "\n      see docs/contract.md#{}", scenario.section)
            }
        }
    }
}

/// A whole run.
#[derive(Debug, Default)]
pub struct Report {
    /// Every scenario, in the order of the run.
    pub lines: Vec<Line>,
}

impl Report {
    fn count(&self, is: impl Fn(&Outcome) -> bool) -> usize {
        self.lines.iter().filter(|line| is(&line.outcome)).count()
    }

    /// How many rules are broken.
    #[must_use]
    pub fn failed(&self) -> usize {
        self.count(|outcome| matches!(outcome, Outcome::Failed(_)))
    }

    /// For want of whose token how many were skipped, the most first.
    fn wants(&self) -> Vec<(&str, usize)> {
        let mut wants: Vec<(&str, usize)> = Vec::new();
        for line in &self.lines {
            let Outcome::Skipped(why) = &line.outcome else {
                continue;
            };
            match wants.iter_mut().find(|(want, _)| want == why) {
                Some((_, count)) => *count += 1,
                None if why.starts_with(FOR_WANT_OF) => wants.push((why, 1)),
                None => {}
            }
        }
        wants.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        wants
    }

    /// How many could not be checked.
    #[must_use]
    pub fn skipped(&self) -> usize {
        self.count(|outcome| matches!(outcome, Outcome::Skipped(_)))
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let passed = self.count(|outcome| matches!(outcome, Outcome::Passed));
        let (failed, skipped) = (self.failed(), self.skipped());
        write!(f, "{passed} passed, {failed} failed, {skipped} skipped")?;
        let wants = self.wants();
        let unoffered = self.count(
            |outcome| matches!(outcome, Outcome::Skipped(why) if why.ends_with(NOT_OFFERED)),
        );
        let told: usize = wants.iter().map(|(_, count)| count).sum();
        let words = wants.iter().map(|(want, count)| format!("{count} {want}"));
        let mut words: Vec<_> = words.collect();
        if unoffered > 0 {
            words.push(format!("{unoffered} about what is not offered"));
        }
        if !words.is_empty() && told + unoffered < skipped {
            words.push(format!("{} for other reasons", skipped - told - unoffered));
        }
        if words.is_empty() {
            return Ok(());
        }
        write!(f, ": {}", words.join(", "))
    }
}
