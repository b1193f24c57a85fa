//! The possible values of the rules of an analysis. The rules themselves are part of the user's
//! settings.

use records::terms::Admissions;
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

/// Which schools count by whether they select their pupils by ability.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum SelectiveRule {
    /// All, as the Department has it.
    #[default]
    All,
    /// Those that do not select; of schools whose file does not say it is not known that they do.
    Without,
    /// Those that do not select, in areas where many others do.
    AmongSelective,
}

keyed!(SelectiveRule {
    All => "all",
    Without => "without",
    AmongSelective => "among",
});

impl SelectiveRule {
    /// Whether a school with these admissions counts.
    pub(super) const fn counts(self, admissions: Admissions) -> bool {
        match self {
            Self::All => true,
            Self::Without => !matches!(admissions, Admissions::Selective),
            Self::AmongSelective => matches!(admissions, Admissions::NonSelectiveAmongSelective),
        }
    }
}

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
