//! Trusts, their schools, and when schools joined.

use records::terms::Group;

use super::chance::{Chance, within};
use super::cohort::{Character, Coverage, Results, results};
use super::names::Names;
use super::region_profiles::{REGION_PROFILES, RegionProfile};
use super::{Kind, Membership, School, Trust, YEARS, context};

/// The first numbers of trusts and schools. The Department's own numbers are far below.
const FIRST_UID: usize = 900_001;
pub(super) const FIRST_URN: usize = 990_001;

/// How much easier grades were than in 2022/23, in order of the years.
const EASIER: [f64; YEARS.len()] = [0.02, 0.14, 0.0];

/// How many schools of a trust counted in 2022/23. Three is the most frequent number.
const SIZES: [u16; 32] = [
    3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 4, 4, 4, 4, 4, 4, 4, 5, 5, 5, 6, 6, 6, 7, 7, 8, 9, 11, 15, 22,
];

/// The size of the country beyond the trusts in a trust file.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scale {
    /// Small trusts in each region, which are in no trust file.
    small_trusts: u16,
    /// Schools in no trust, in each region.
    maintained: u16,
    /// The total number of schools, reached by adding other schools.
    schools: usize,
}

impl Scale {
    pub(super) const SMALL: Self = Self {
        small_trusts: 2,
        maintained: 3,
        schools: 0,
    };

    /// 1,400 trusts in all, with the 203 trusts of the regions.
    pub(super) const FULL: Self = Self {
        small_trusts: 133,
        maintained: 3,
        schools: 5_700,
    };
}

/// The common characteristics of a trust's schools.
#[derive(Default)]
struct Ethos {
    quality: f64,
    fairness: f64,
    ebacc: f64,
    /// Whether one of its schools has hardly any disadvantaged pupils.
    withheld: bool,
}

/// Makes the whole country.
pub(super) fn make(scale: Scale) -> (Vec<Trust>, Vec<School>) {
    let mut maker = Maker {
        chance: Chance::new(),
        names: Names::default(),
        trusts: Vec::with_capacity(256),
        schools: Vec::with_capacity(1400),
    };
    for (number, profile) in REGION_PROFILES.iter().enumerate() {
        for trust in 0..profile.trusts {
            let size = maker.chance.pick(&SIZES).copied().unwrap_or(3);
            // Four trusts, in different regions and in the middle of each.
            let withheld = number % 2 == 1 && trust == 7;
            maker.trust(profile, size, withheld);
        }
        for _ in 0..scale.small_trusts {
            let size = 1 + maker.chance.below(2);
            maker.trust(profile, size, false);
        }
        for _ in 0..scale.maintained {
            let kind = if maker.chance.percent(70) {
                Kind::Community
            } else {
                Kind::VoluntaryAided
            };
            let ethos = maker.ethos(false);
            maker.school(profile, kind, None, &ethos, 0);
        }
    }
    while maker.schools.len() < scale.schools {
        maker.other_school();
    }
    (maker.trusts, maker.schools)
}

struct Maker {
    chance: Chance,
    names: Names,
    trusts: Vec<Trust>,
    schools: Vec<School>,
}

impl Maker {
    fn ethos(&mut self, withheld: bool) -> Ethos {
        Ethos {
            quality: 0.17 * self.chance.deviate(),
            fairness: 0.07 * self.chance.deviate(),
            ebacc: 0.35 * self.chance.deviate(),
            withheld,
        }
    }

    /// Makes a trust. Its first `size` schools counted in 2022/23, and a few others may have joined later.
    fn trust(&mut self, profile: &'static RegionProfile, size: u16, withheld: bool) {
        let name = self.names.trust();
        let trust = self.trusts.len();
        self.trusts.push(Trust {
            uid: FIRST_UID + trust,
            name,
            profile,
            withheld,
        });
        let ethos = self.ethos(withheld);
        let founded = 2011 + self.chance.below(4) + self.chance.below(4);
        let late = self.chance.below(2 + size / 4);
        for number in 0..size + late {
            let counts_from = if number < size {
                let after = 2020 - founded;
                founded + self.chance.below(1 + if number < 3 { after / 2 } else { after })
            } else {
                2021 + self.chance.below(3)
            };
            let month = if self.chance.percent(55) {
                9
            } else {
                1 + self.chance.below(12)
            };
            let membership = Membership {
                trust,
                joined_year: counts_from - u16::from(month > 9),
                joined_month: u8::try_from(month).unwrap_or(9),
            };
            // Large trusts have schools in other regions.
            let home = if size > 7 && number % 5 == 4 {
                self.chance.pick(&REGION_PROFILES).unwrap_or(profile)
            } else {
                profile
            };
            let kind = self.kind(number >= 2);
            self.school(home, kind, Some(membership), &ethos, number);
        }
    }

    /// Makes a school of a kind that only the full-size country has. No trust's figures count it.
    fn other_school(&mut self) {
        let kind = match self.chance.below(100) {
            0..40 => Kind::Independent,
            40..62 => Kind::Special,
            62..70 => Kind::SpecialAcademy,
            70..88 => Kind::Converter,
            88..96 => Kind::Community,
            _ => Kind::VoluntaryAided,
        };
        let trusts = u16::try_from(self.trusts.len()).unwrap_or(u16::MAX);
        let membership = (kind == Kind::SpecialAcademy).then(|| Membership {
            trust: usize::from(self.chance.below(trusts)),
            joined_year: 2012 + self.chance.below(8),
            joined_month: 9,
        });
        let ethos = self.ethos(false);
        let [first, ..] = &REGION_PROFILES;
        let profile = self.chance.pick(&REGION_PROFILES).unwrap_or(first);
        self.school(profile, kind, membership, &ethos, 0);
    }

    fn kind(&mut self, any: bool) -> Kind {
        match self.chance.below(100) {
            0..2 if any => Kind::Studio,
            2..5 if any => Kind::TechnicalCollege,
            5..12 => Kind::Free,
            12..50 => Kind::Sponsored,
            _ => Kind::Converter,
        }
    }

    /// Makes the `number`-th school of a trust. From the fourth on, its results may be missing.
    fn school(
        &mut self,
        profile: &'static RegionProfile,
        kind: Kind,
        membership: Option<Membership>,
        ethos: &Ethos,
        number: u16,
    ) {
        // A few schools select their pupils, and hardly any of those pupils is disadvantaged.
        let selects = (ethos.withheld && number == 0) || self.chance.percent(1);
        let mut character = self.character(profile, kind, ethos, selects);
        let urn = FIRST_URN + self.schools.len();
        let years = EASIER.into_iter().zip(YEARS);
        let results: Vec<Results> = years
            .map(|(easier, ends)| {
                character.coverage = self.coverage(kind, number);
                let found = results(&mut self.chance, profile, &character, easier);
                let pupils = found.of(Group::All).pupils;
                Results {
                    context: context::make(urn, ends, profile, &character, pupils),
                    ..found
                }
            })
            .collect();
        let authority = self.chance.pick(&profile.authorities);
        let [first, _] = &profile.authorities;
        self.schools.push(School {
            urn,
            selects,
            name: self.names.school(),
            kind,
            authority: authority.unwrap_or(first),
            membership,
            results,
        });
    }

    /// The characteristics behind a school's results in every year.
    fn character(&mut self, profile: &RegionProfile, kind: Kind, ethos: &Ethos, selects: bool) -> Character {
        let chance = &mut self.chance;
        let spread = if kind == Kind::Sponsored { 0.06 } else { -0.02 };
        let extra = match kind {
            Kind::Special | Kind::SpecialAcademy => -1.5,
            _ if selects => 0.6,
            _ => 0.0,
        };
        Character {
            quality: ethos.quality + 0.22 * chance.deviate() + extra,
            fairness: ethos.fairness + 0.08 * chance.deviate(),
            ebacc: ethos.ebacc + 0.3 * chance.deviate(),
            pupils: if kind.is_special() {
                24.0
            } else if kind.is_small() {
                60.0 + 15.0 * chance.deviate()
            } else {
                within(172.0 + 38.0 * chance.deviate(), 80.0, 260.0)
            },
            disadvantaged: if selects {
                0.022
            } else {
                let share = profile.disadvantaged + spread + 0.085 * chance.deviate();
                within(share, 0.12, 0.55)
            },
            selects,
            coverage: Coverage::Full,
        }
    }

    /// How complete the results of a year are for a school of that kind.
    fn coverage(&mut self, kind: Kind, number: u16) -> Coverage {
        if kind == Kind::Independent {
            Coverage::None
        } else if kind.is_small() && self.chance.percent(35) {
            Coverage::Low
        } else if number > 2 && self.chance.percent(1) {
            Coverage::None
        } else {
            Coverage::Full
        }
    }
}
