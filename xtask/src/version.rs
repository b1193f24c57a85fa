//! Version numbers, as programs print them.

use std::fmt;

/// A version number: `0.21.14`, or `132`, which is `132.0.0`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Version {
    pub(crate) major: u32,
    pub(crate) minor: u32,
    pub(crate) patch: u32,
}

impl Version {
    pub(crate) const fn new(major: u32, minor: u32, patch: u32) -> Self {
        Self { major, minor, patch }
    }

    /// The first version number in a program's output: `trunk 0.21.14`, `wasm-opt version 132`, `v20.1.0`.
    pub(crate) fn find(text: &str) -> Option<Self> {
        text.split_whitespace().find_map(Self::parse)
    }

    fn parse(word: &str) -> Option<Self> {
        // After a hyphen or a plus sign comes the name of a build, not another version.
        let numbers = word.trim_start_matches('v').split(['-', '+']).next()?;
        let mut numbers = numbers.split('.').map(str::parse);
        let mut next = || numbers.next().unwrap_or(Ok(0)).ok();
        Some(Self::new(next()?, next()?, next()?))
    }
}

impl fmt::Display for Version {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}.{}.{}", self.major, self.minor, self.patch)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn found_in_what_programs_say() {
        let said = [
            ("trunk 0.21.14", Version::new(0, 21, 14)),
            ("wasm-bindgen 0.2.130", Version::new(0, 2, 130)),
            ("wasm-bindgen 0.2.130 (f1a2b3c4d 2026-01-01)", Version::new(0, 2, 130)),
            ("wasm-opt version 132 (version_132)", Version::new(132, 0, 0)),
            ("v20.20.2\n", Version::new(20, 20, 2)),
            ("trunk 0.22.0-beta.1", Version::new(0, 22, 0)),
        ];
        for (text, version) in said {
            assert_eq!(Version::find(text), Some(version), "{text}");
        }
        assert_eq!(Version::find("command not found"), None);
        assert_eq!(Version::find(""), None);
    }

    #[test]
    fn ordered_by_number_not_by_letter() {
        assert!(Version::new(0, 2, 130) > Version::new(0, 2, 99));
        assert!(Version::new(116, 0, 0) > Version::new(99, 9, 9));
    }
}
