//! What the marks of charts mean.

/// The bar of the gap chart.
pub(crate) const GAP: &str = "The gap between them";

pub(crate) const TRUST: &str = "A trust";

/// The interval of a figure, by its level.
pub(crate) fn interval(level: &str) -> String {
    format!("{level} interval")
}

// Ranks.

pub(crate) const COULD_BE_TOP_TEN: &str = "A trust that could be in the top ten";
pub(crate) const COULD_NOT_BE_TOP_TEN: &str = "A trust that could not";
pub(crate) const NOT_SHRUNKEN: &str = "The figure before it is moved towards the mean";
pub(crate) const END_OF_TOP_TEN: &str = "The end of the top ten";
pub(crate) const BEST_TO_WORST: &str = "From the best rank to the worst";
pub(crate) const RANK_NOW: &str = "The rank under the rules in force";
pub(crate) const TENTH: &str = "The tenth rank";

// Chances.

pub(crate) const RANKS_OF_TOP_TEN: &str = "Ranks in the top ten";
pub(crate) const OTHER_RANKS: &str = "Other ranks";

// A trust and others.

pub(crate) const SCHOOL: &str = "A school: the larger, the more weight";
pub(crate) const OF_TRUST: &str = "The trust\u{2019}s figure";
pub(crate) const OF_REGION: &str = "The region\u{2019}s figure";
pub(crate) const OF_ENGLAND: &str = "The figure of all of England";
pub(crate) const OF_ITS_REGION: &str = "The figure of the trust\u{2019}s region";

// Figures adjusted for context.

pub(crate) const UNADJUSTED: &str = "Unadjusted";
pub(crate) const ADJUSTED: &str = "Adjusted";
pub(crate) const MOVED: &str = "The move from one to the other";

/// The interval from the sampling of pupils.
pub(crate) fn sampled(level: &str) -> String {
    format!("{level} interval: sampling of pupils")
}

/// The wider interval.
pub(crate) fn other_trusts(level: &str) -> String {
    format!("{level} interval: as if other trusts could have been there")
}

// Rules.

pub(crate) const COMBINATION: &str = "The figure under a combination of rules";
pub(crate) const CHOICE: &str = "A choice that the combination makes";

// The funnel.

pub(crate) const WITHIN: &str = "A trust within the 95% limits";
pub(crate) const OUTSIDE: &str = "Outside the 95% limits";
pub(crate) const FAR_OUTSIDE: &str = "Outside the 99.8% limits";
pub(crate) const ELSEWHERE: &str = "A trust elsewhere";
pub(crate) const LIMITS: &str = "The limits: thin 95%, thick 99.8%";
pub(crate) const WHERE_CHANCE_PUTS_THEM: &str = "Within the 95% limits";
pub(crate) const ALL_TRUSTS: &str = "All trusts";

// Figures against a context.

pub(crate) const FOUND: &str = "A trust that you chose";

/// The line through the trusts.
pub(crate) const EXPECTED: &str = "What trusts with such an intake have on average";

/// The interval of the line.
pub(crate) fn of_line(level: &str) -> String {
    format!("{level} interval of the line")
}

// Years.

pub(crate) const CHANGED: &str = "The change is more than chance explains";
pub(crate) const PERHAPS_CHANGED: &str = "It may be chance, or is not known";
pub(crate) const TEACHER_ASSESSED: &str = "Assessed by teachers";
pub(crate) const WITHOUT_EXAMS: &str = "Years without results of exams";
pub(crate) const BREAK: &str = "A break, numbered below";
