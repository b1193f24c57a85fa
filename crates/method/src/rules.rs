//! What the rules of an analysis can be. The rules themselves are among the user's settings.

use records::terms::keyed::keyed;

/// How a regional figure is made from trusts (method, section 3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum RegionalRule {
    /// The simple mean of the eligible trusts' figures by lead region.
    #[default]
    SimpleMean,
    /// The same, weighted by each trust's pupils of the group.
    PupilWeighted,
    /// Each counting school in its own region with its own weight; needs school files.
    BySchool,
}

keyed!(RegionalRule {
    SimpleMean => "simple",
    PupilWeighted => "pupils",
    BySchool => "schools",
});

/// What becomes of a trust's figure when a school that counts has no published value for it. Such a
/// value is never taken for zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum MissingPolicy {
    /// The school leaves the sums of that measure; the Department's way.
    #[default]
    LeaveOutSchool,
    /// The trust has no figure for that measure and group.
    LeaveOutTrust,
}

keyed!(MissingPolicy {
    LeaveOutSchool => "school",
    LeaveOutTrust => "trust",
});
