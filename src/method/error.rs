//! Why an analysis cannot be made.

use std::fmt;

use crate::terms::{Focus, Measure};

use super::RegionalRule;

/// Why an analysis cannot be made.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum AnalysisError {
    /// There are schools, but no file says which trust they are in.
    NoLinks,
    /// There is neither a file of trusts nor one of schools.
    NoSchools,
    /// The year of the results is not known, without which years in a trust cannot be counted.
    YearNotStated,
    /// No loaded file has the measure.
    MeasureNotOffered {
        /// The measure asked for.
        measure: Measure,
        /// Those that the files have.
        offered: Vec<Measure>,
    },
    /// The files have the measure, but not for this group, or not both ends of the gap.
    GroupNotOffered {
        /// The measure asked for.
        measure: Measure,
        /// The group asked for.
        focus: Focus,
        /// What the files have of the measure.
        offered: Vec<Focus>,
    },
    /// The files do not allow the regional rule.
    RuleNotOffered {
        /// The rule asked for.
        rule: RegionalRule,
        /// What it needs.
        needs: &'static str,
    },
}

impl fmt::Display for AnalysisError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoLinks => f.write_str(
                "the school file does not say which trust a school is in: add the group links of \
                 Get Information About Schools",
            ),
            Self::NoSchools => f.write_str("there is no file of trusts or schools of that year"),
            Self::YearNotStated => {
                f.write_str("no file says of which academic year the results are: state the year")
            }
            Self::MeasureNotOffered { measure, offered } => {
                let keys: Vec<&str> = offered.iter().map(|offered| offered.key()).collect();
                write!(
                    f,
                    "{} ({}) is not in the files; they have {}",
                    measure.name(),
                    measure.key(),
                    keys.join(", ")
                )
            }
            Self::GroupNotOffered {
                measure,
                focus,
                offered,
            } => {
                let keys: Vec<&str> = offered.iter().map(|offered| offered.key()).collect();
                write!(
                    f,
                    "{} ({}) is not in the files for '{}'; they have it for {}",
                    measure.name(),
                    measure.key(),
                    focus.key(),
                    keys.join(", ")
                )
            }
            Self::RuleNotOffered { rule, needs } => {
                write!(f, "the regional rule '{}' needs {needs}", rule.key())
            }
        }
    }
}

impl std::error::Error for AnalysisError {}
