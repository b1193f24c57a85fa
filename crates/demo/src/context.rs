//! The context of a made-up school's pupils.

use records::terms::Region;

use super::chance::{Chance, within};
use super::cohort::Character;
use super::region_profiles::RegionProfile;

/// The context of pupils at the end of key stage 4: consistent counts and a sum.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Context {
    /// With English as an additional language.
    pub(super) eal: f64,
    /// With an education, health and care plan.
    pub(super) sen_plan: f64,
    /// With special educational needs and no plan.
    pub(super) sen_support: f64,
    /// The sum of their results at the end of key stage 2.
    pub(super) key_stage_2_total: f64,
}

impl Context {
    pub(super) fn plus(mut self, other: &Self) -> Self {
        self.eal += other.eal;
        self.sen_plan += other.sen_plan;
        self.sen_support += other.sen_support;
        self.key_stage_2_total += other.key_stage_2_total;
        self
    }
}

/// Whether key stage 2 results are scaled scores. Pupils who finished by 2020 had taken these tests before scaled
/// scores were introduced.
pub(super) const fn is_scaled(ends: u16) -> bool {
    ends > 2020
}

/// Makes the context of this many pupils in the year that ends in `ends`. It has its own random numbers, so that no
/// result depends on it.
pub(super) fn make(urn: usize, ends: u16, profile: &RegionProfile, character: &Character, pupils: f64) -> Context {
    let mut chance = Chance::of(urn as u64 * 10_000 + u64::from(ends));
    let is_special = character.quality < SPECIAL;
    let mut some = |share: f64, spread: f64| {
        let share = within(share + spread * chance.deviate(), 0.0, 0.95);
        (pupils * share).round()
    };
    let eal = some(english_is_additional(profile.region), 0.05);
    let sen_plan = some(if is_special { 0.93 } else { 0.035 }, 0.018);
    let sen_support = some(
        if is_special {
            0.0
        } else {
            0.07 + 0.22 * character.disadvantaged
        },
        0.03,
    );
    let scaled = if is_special {
        84.0 + chance.deviate()
    } else {
        // Prior attainment is higher in selective schools and where few pupils are disadvantaged.
        let lead = if character.selects { 5.5 } else { 0.0 };
        104.2 - 9.0 * (character.disadvantaged - 0.26) + lead + 0.7 * chance.deviate()
    };
    let average = if is_scaled(ends) {
        scaled
    } else {
        28.3 + 0.55 * (scaled - 104.0)
    };
    Context {
        eal,
        sen_plan,
        sen_support: sen_support.min(pupils - sen_plan),
        key_stage_2_total: pupils * average,
    }
}

/// No other school's teaching is this far below its region's.
const SPECIAL: f64 = -1.2;

/// The approximate share of a region's pupils with English as an additional language.
const fn english_is_additional(region: Region) -> f64 {
    match region {
        Region::London => 0.42,
        Region::WestMidlands => 0.22,
        Region::YorkshireAndTheHumber | Region::NorthWest | Region::EastMidlands => 0.16,
        Region::SouthEast | Region::EastOfEngland => 0.13,
        Region::NorthEast | Region::SouthWest => 0.07,
    }
}
