//! `cargo xtask bench`: the speed of the engine and the page on files of the real size.
//!
//! Numbers are printed beside their targets. They never fail the command, because the machine may be busy.

use std::path::PathBuf;

use crate::bench_browser;
use crate::bench_native;
use crate::problem::{Problem, Result};
use crate::project::Project;

/// What is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Scope {
    /// The engine, natively.
    pub(crate) native: bool,
    /// The engine and the page, in a browser.
    pub(crate) browser: bool,
    /// Fewer runs and smaller files.
    pub(crate) short: bool,
    /// Writes the table into BENCHMARKS.md.
    pub(crate) write: bool,
}

impl Scope {
    /// Parses the command's options.
    pub(crate) fn asked_for(options: &[&str]) -> Result<Self> {
        let mut scope = Self {
            native: true,
            browser: true,
            short: false,
            write: false,
        };
        for option in options {
            match *option {
                "--native" => scope.browser = false,
                "--browser" => scope.native = false,
                "--ci" => scope.short = true,
                "--write" => scope.write = true,
                _ => {
                    return Err(Problem::new(
                        format!("`bench` has no option `{option}`."),
                        "`cargo xtask help` lists them.",
                    ));
                }
            }
        }
        let has_table = scope.browser || !scope.write;
        if (scope.native || scope.browser) && has_table {
            return Ok(scope);
        }
        Err(Problem::new(
            "these options of `bench` leave nothing to do together.",
            "Give --native or --browser, or neither for both; --write needs the browser's half, which makes the table.",
        ))
    }
}

/// Measures one half or both. The browser's half prints the table.
pub(crate) fn bench(project: &Project, scope: Scope) -> Result<()> {
    if scope.native {
        bench_native::bench(project, scope.short)?;
    }
    if scope.browser {
        bench_browser::bench(project, scope)?;
    }
    Ok(())
}

/// The file with the native half's results, which the browser's half puts into the table.
pub(crate) fn growth(project: &Project) -> PathBuf {
    project.target().join("bench-growth.json")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_halves_are_measured_unless_one_is_named() {
        let halves = |options: &[&str]| {
            let scope = Scope::asked_for(options).unwrap();
            (scope.native, scope.browser)
        };
        assert_eq!(halves(&[]), (true, true));
        assert_eq!(halves(&["--native", "--ci"]), (true, false));
        assert_eq!(halves(&["--browser", "--write"]), (false, true));
    }

    #[test]
    fn what_measures_or_writes_nothing_is_refused() {
        for options in [&["--native", "--browser"][..], &["--native", "--write"], &["--fast"]] {
            assert!(Scope::asked_for(options).is_err(), "{options:?}");
        }
    }
}
