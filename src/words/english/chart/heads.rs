//! The heads of columns that several tables have.

pub(crate) const TRUST: &str = "Trust";

pub(crate) const UID: &str = "UID";

pub(crate) const SCHOOL: &str = "School";

pub(crate) const URN: &str = "URN";

pub(crate) const REGION: &str = "Region";

pub(crate) const LEAD_REGION: &str = "Lead region";

pub(crate) const MEASURE: &str = "Measure";

pub(crate) const PUPILS: &str = "Pupils";

pub(crate) const FIGURE: &str = "Figure";

pub(crate) const DIFFERENCE: &str = "Difference";

pub(crate) const STANDARD_DEVIATION: &str = "Standard deviation";

pub(crate) const YEARS_IN_TRUST: &str = "Years in the trust";

pub(crate) const WEIGHT: &str = "Weight";

pub(crate) const RANK: &str = "Rank";

pub(crate) const RANK_IN_REGION: &str = "Rank in region";

pub(crate) const RANK_IN_ENGLAND: &str = "Rank in England";

pub(crate) const ELIGIBLE_TRUSTS: &str = "Eligible trusts";

pub(crate) const ALL_ELIGIBLE_TRUSTS: &str = "All eligible trusts";

pub(crate) const SCHOOLS_THAT_COUNT: &str = "Schools that count";

pub(crate) const TOLD_APART: &str = "Told apart";

pub(crate) const REASON: &str = "Reason";
