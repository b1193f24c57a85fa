//! What may not be concluded from a finding.

/// The name under which it opens.
pub(crate) const NAME: &str = "What may I not conclude?";

/// What holds of every figure here.
pub(crate) const ALWAYS: [&str; 3] = [
    "Intake: trusts teach different pupils. How much they knew at the start, how long they have been disadvantaged, \
     what they need and where they live differ, and most of these figures take no account of it. Progress 8 does, of \
     prior attainment alone.",
    "Context: some schools select, some joined a trust because they were in difficulty, some have only just joined. A \
     figure tells how the pupils of a trust\u{2019}s schools did, not what the trust did for them.",
    "Small numbers: many figures rest on few pupils, and with other pupils of the same kind they would be others. Trusts \
     whose intervals overlap are often not distinguishable, whatever their ranks.",
];

// What is not to be concluded from the finding of a page.

pub(crate) const REGIONS: &str = "That schools of the region whose gap is widest, or whose figure is lowest, teach worse \
                                  than others: trusts differ more within a region than regions do from one another, \
                                  and the order of regions depends on the rule by which their figures are made.";

pub(crate) const TOP_TEN: &str = "That a trust in a top ten is better than one outside of it: many outside could as \
                                  well be in it, and some that are in it could as well not be.";

pub(crate) const FUNNEL: &str = "That a trust beyond the limits is good or bad, or that one within them is as others \
                                 are: the limits show what chance alone would hardly give, not why.";

pub(crate) const ROBUSTNESS: &str = "That a finding is true because it holds under every rule: all rules rest on the \
                                     same figures. One that some rules break depends on a choice that somebody made.";

pub(crate) const TREND: &str = "That a trust made the change: other pupils sat the exams, schools joined and left, and \
                                how exams are graded changed between the years.";

pub(crate) const COMBINED: &str = "That the order is the right one: the weights are your own, and other weights give \
                                   other orders.";

pub(crate) const COMPARE: &str = "That the trust with the higher figure is the better one to be taught in: where the \
                                  words say not distinguishable, even their order may be chance.";

pub(crate) const OTHERS: &str = "That a trust whose figure is higher teaches better, or that its schools are all alike: \
                                 a trust\u{2019}s figure is a mean over schools that may differ widely.";
