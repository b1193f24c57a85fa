//! The possible values of the rules of an analysis. The rules themselves are part of the user's
//! settings.

use records::terms::keyed::keyed;

/// How a regional figure is computed from trusts (method, section 3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum RegionalRule {
    /// The simple mean of the eligible trusts' figures by lead region.
    #[default]
    SimpleMean,
    /// The same, weighted by each trust's pupils of the group.
    PupilWeighted,
    /// Each school that counts, in its own region with its own weight; needs school files.
    BySchool,
}

keyed!(RegionalRule {
    SimpleMean => "simple",
    PupilWeighted => "pupils",
    BySchool => "schools",
});

/// How a trust's figure is computed if a school that counts has no published value for it. The
/// value is never treated as zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum MissingPolicy {
    /// The school is left out of that measure, as the Department does.
    #[default]
    LeaveOutSchool,
    /// The trust has no figure for that measure and group.
    LeaveOutTrust,
}

keyed!(MissingPolicy {
    LeaveOutSchool => "school",
    LeaveOutTrust => "trust",
});
