//! Do the findings survive the rules? Every combination of them, as sentences, a curve and tables.

pub(crate) const HEADING: &str = "Do the findings survive the rules?";
pub(crate) const LEAD: &str = "Weights, caps, least years and schools, and the regional figure are choices. Here every \
                       combination of them that gives other numbers is tried.";
pub(crate) const CURVE: &str = "Curve";
pub(crate) const CURVE_OF: &str = "Curve of";
pub(crate) const HEADLINE: &str = "Headline";
pub(crate) const WHAT_COLUMNS_ARE: &str = "Each column is a combination of rules that gives other numbers. Choose one, by a click or with \
                       the arrow keys and Enter, to make its rules the rules in force. ";
pub(crate) const NO_HEADLINE: &str = "There is no headline to test.";
pub(crate) const RANKS_OF_TRUSTS: &str = "Ranks of trusts";
pub(crate) const NO_ELIGIBLE_TRUST: &str = "No trust is eligible under any combination.";
