//! How many tests passed, as Cargo and Playwright report it.

use std::fmt;
use std::ops::AddAssign;

use serde_json::Value;

/// How many tests passed, failed and did not run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Count {
    pub(crate) passed: u64,
    pub(crate) failed: u64,
    pub(crate) skipped: u64,
}

impl Count {
    /// Reads the last line of one of Cargo's test programs: `test result: ok. 3 passed; 0 failed; 1 ignored; ...`.
    pub(crate) fn from_cargo(line: &str) -> Option<Self> {
        let (_, numbers) = line.trim().strip_prefix("test result: ")?.split_once(". ")?;
        let number_of = |label: &str| {
            let mut parts = numbers.split("; ").filter_map(|part| part.split_once(' '));
            parts.find(|(_, name)| *name == label)?.0.parse().ok()
        };
        Some(Self {
            passed: number_of("passed")?,
            failed: number_of("failed")?,
            skipped: number_of("ignored")?,
        })
    }

    /// Reads Playwright's JSON report.
    pub(crate) fn from_playwright(report: &str) -> Option<Self> {
        let report: Value = serde_json::from_str(report).ok()?;
        let number_of = |label: &str| report.get("stats")?.get(label)?.as_u64();
        Some(Self {
            passed: number_of("expected")? + number_of("flaky")?,
            failed: number_of("unexpected")?,
            skipped: number_of("skipped")?,
        })
    }
}

impl AddAssign for Count {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }
}

impl fmt::Display for Count {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} passed, {} failed", self.passed, self.failed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cargo_lines_are_read() {
        let good = "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 3 filtered out; finished in 0.42s";
        assert_eq!(
            Count::from_cargo(good),
            Some(Count {
                passed: 12,
                failed: 0,
                skipped: 1
            })
        );
        let bad = "test result: FAILED. 5 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1.00s";
        assert_eq!(
            Count::from_cargo(bad),
            Some(Count {
                passed: 5,
                failed: 2,
                skipped: 0
            })
        );
        assert_eq!(Count::from_cargo("test result_is_ok ... ok"), None);
        assert_eq!(Count::from_cargo("running 3 tests"), None);
    }

    #[test]
    fn playwright_reports_are_read() {
        let report = r#"{"suites": [], "stats": {"expected": 7, "skipped": 2, "unexpected": 1, "flaky": 0}}"#;
        assert_eq!(
            Count::from_playwright(report),
            Some(Count {
                passed: 7,
                failed: 1,
                skipped: 2
            })
        );
        assert_eq!(Count::from_playwright("{}"), None);
        assert_eq!(Count::from_playwright(""), None);
    }

    #[test]
    fn counts_add_up() {
        let mut sum = Count {
            passed: 1,
            failed: 2,
            skipped: 3,
        };
        sum += Count {
            passed: 10,
            failed: 20,
            skipped: 30,
        };
        assert_eq!(
            sum,
            Count {
                passed: 11,
                failed: 22,
                skipped: 33
            }
        );
        assert_eq!(sum.to_string(), "11 passed, 22 failed");
    }
}
