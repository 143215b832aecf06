//! How many checks passed and failed.

use std::ops::Add;

use anyhow::Result;

/// The result of one step.
#[derive(Debug, Default, Clone, Copy, PartialEq)]
pub(crate) struct Count {
    pub(crate) passed: u64,
    pub(crate) failed: u64,
}

impl Count {
    /// A step that is one check by itself; an error is printed.
    pub(crate) fn one(result: Result<()>) -> Result<Count> {
        result.map(|()| Count {
            passed: 1,
            failed: 0,
        })
    }

    /// Adds up the `test result:` lines of `cargo test`.
    pub(crate) fn of_cargo_test(output: &str) -> Count {
        output
            .lines()
            .filter(|line| line.starts_with("test result:"))
            .map(|line| Count {
                passed: number_before(line, " passed"),
                failed: number_before(line, " failed"),
            })
            .fold(Count::default(), Count::add)
    }
}

impl Add for Count {
    type Output = Count;

    fn add(self, other: Count) -> Count {
        Count {
            passed: self.passed + other.passed,
            failed: self.failed + other.failed,
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
        let output = "running 2 tests\ntest result: ok. 20 passed; 0 failed; 1 ignored; 0 measured\nx\n\
                      test result: FAILED. 3 passed; 2 failed; 0 ignored\n";
        assert_eq!(
            Count::of_cargo_test(output),
            Count {
                passed: 23,
                failed: 2
            }
        );
    }
}
