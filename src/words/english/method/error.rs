//! Why an analysis cannot be made.

use std::fmt;

use crate::method::AnalysisError;

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
