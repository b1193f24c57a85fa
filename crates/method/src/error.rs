//! Why an analysis cannot be made.

use records::terms::{Focus, Measure};

use super::RegionalRule;

/// Why an analysis cannot be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AnalysisError {
    /// There are schools, but no file says which trust they are in.
    NoLinks,
    /// There is no file of trusts and no file of schools.
    NoSchools,
    /// The year of the results is not known, so years in a trust cannot be counted.
    YearNotStated,
    /// No loaded file has the measure.
    MeasureNotOffered {
        /// The measure asked for.
        measure: Measure,
        /// The measures in the files.
        offered: Vec<Measure>,
    },
    /// The files have the measure, but not for this group, or not both ends of the gap.
    GroupNotOffered {
        /// The measure asked for.
        measure: Measure,
        /// The group asked for.
        focus: Focus,
        /// The groups in the files for the measure.
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

impl std::error::Error for AnalysisError {}
