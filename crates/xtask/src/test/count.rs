//! How many checks passed and failed.

use std::ops::Add;

use anyhow::Result;

/// The result of one step.
#[derive(Debug, Default, Clone, PartialEq)]
pub(crate) struct Count {
    pub(crate) passed: u64,
    pub(crate) failed: u64,
    /// What failed, and why where that is known: the summary ends with it, since the tail of a log
    /// is all that some places keep.
    pub(crate) failures: Vec<String>,
}

impl Count {
    /// A step that is one check by itself; an error is printed.
    pub(crate) fn one(result: Result<()>) -> Result<Count> {
        result.map(|()| Count {
            passed: 1,
            ..Count::default()
        })
    }

    /// A step that ended with an error.
    pub(crate) fn of_error(error: &anyhow::Error) -> Count {
        Count {
            failed: 1,
            failures: vec![format!("{error:#}")],
            ..Count::default()
        }
    }

    /// Adds up the `test result:` lines of `cargo test`, and names what failed.
    pub(crate) fn of_cargo_test(output: &str) -> Count {
        output
            .lines()
            .map(|line| {
                if line.starts_with("test result:") {
                    return Count {
                        passed: number_before(line, " passed"),
                        failed: number_before(line, " failed"),
                        ..Count::default()
                    };
                }
                let failed = line
                    .strip_prefix("test ")
                    .and_then(|rest| rest.strip_suffix(" ... FAILED"));
                Count {
                    failures: failed.map(str::to_owned).into_iter().collect(),
                    ..Count::default()
                }
            })
            .fold(Count::default(), Count::add)
    }
}

impl Add for Count {
    type Output = Count;

    fn add(mut self, other: Count) -> Count {
        self.failures.extend(other.failures);
        Count {
            passed: self.passed + other.passed,
            failed: self.failed + other.failed,
            failures: self.failures,
        }
    }
}

fn number_before(line: &str, word: &str) -> u64 {
    line.split(word)
        .next()
        .and_then(|front| front.rsplit(' ').next())
        .and_then(|digits| digits.parse().ok())
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_results_of_all_test_binaries_are_added() {
        let output = "running 2 tests\ntest a::b ... FAILED\ntest a::c ... ok\ntest result: ok. 20 passed; 0 failed; 1 ignored; 0 measured\nx\n\
                      test result: FAILED. 3 passed; 2 failed; 0 ignored\n";
        assert_eq!(
            Count::of_cargo_test(output),
            Count {
                passed: 23,
                failed: 2,
                failures: vec!["a::b".to_owned()],
            }
        );
    }
}
