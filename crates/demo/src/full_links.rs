//! Group links for a whole country: of every kind, and mostly for schools without results at key stage 4.

use super::chance::Chance;
use super::group_links::{self, Body, Coded, Establishment, Link};
use super::names::Names;
use super::region_profiles::{REGION_PROFILES, RegionProfile};
use super::{Demonstration, Kind, School, Trust};

/// The first numbers of groups other than trusts, and of establishments other than schools.
const FIRST_UID: usize = 902_001;
const FIRST_URN: usize = 910_001;

const SPONSOR: Coded = ("5", "School sponsor");
const SINGLE_ACADEMY_TRUST: Coded = ("10", "Single-academy trust");
const FEDERATION: Coded = ("1", "Federation");
const FOUNDATION: Coded = ("2", "Trust");
const CENTRES: Coded = ("8", "Children's Centres Group");

const PRIMARY: Coded = ("2", "Primary");
const NO_PHASE: Coded = ("0", "Not applicable");

const CONVERTER: Coded = ("34", "Academy converter");
const COMMUNITY: Coded = ("01", "Community school");
const FOUNDATION_SCHOOL: Coded = ("05", "Foundation school");
const CENTRE: Coded = ("47", "Children's centre");

/// How many groups of a kind there are, and how many establishments each has.
const SINGLE_ACADEMIES: usize = 700;
const FEDERATIONS: (usize, usize) = (480, 2);
const FOUNDATIONS: (usize, usize) = (260, 2);
const CENTRE_GROUPS: (usize, usize) = (500, 3);

/// Children's centres have this joining day, which means that the day is unknown.
const DAY_NOT_KNOWN: &str = "01-01-1900";

pub(super) fn write(demonstration: &Demonstration) -> String {
    let names_given = demonstration.trusts.len() + demonstration.schools.len();
    let mut maker = Maker {
        chance: Chance::new(),
        names: Names::after(names_given),
        groups: 0,
        establishments: 0,
        links: Vec::with_capacity(21_000),
    };
    let mut members: Vec<Vec<&School>> = vec![Vec::new(); demonstration.trusts.len()];
    for school in &demonstration.schools {
        match school.membership {
            Some(membership) => {
                if let Some(members) = members.get_mut(membership.trust) {
                    members.push(school);
                }
            }
            None if school.kind == Kind::Converter => maker.single_academy(school),
            None => {}
        }
    }
    for (number, (trust, members)) in demonstration.trusts.iter().zip(members).enumerate() {
        maker.trust(number, trust, &members);
    }
    for _ in 0..SINGLE_ACADEMIES {
        let school = maker.primary(CONVERTER);
        maker.single(&school);
    }
    maker.groups(FEDERATION, FEDERATIONS);
    maker.groups(FOUNDATION, FOUNDATIONS);
    maker.groups(CENTRES, CENTRE_GROUPS);
    group_links::text(maker.links.into_iter())
}

struct Maker {
    chance: Chance,
    names: Names,
    groups: usize,
    establishments: usize,
    links: Vec<Link>,
}

impl Maker {
    /// A trust with its schools and some primary schools. It is usually their sponsor, too.
    fn trust(&mut self, number: usize, trust: &Trust, members: &[&School]) {
        let mut body = Body::trust(trust);
        body.name = capitals(&trust.name, number.is_multiple_of(40));
        body.incorporated = self.date(2004, 8);
        body.company = company(body.uid);
        let sponsor = self.chance.percent(80).then(|| {
            let mut sponsor = self.body(SPONSOR, trust.name.clone());
            sponsor.id = format!("SP{}", sponsor.uid);
            sponsor.opened = self.date(2006, 8);
            sponsor
        });
        for school in members {
            let joined = school.membership.map(group_links::joined);
            let joined = joined.unwrap_or_default();
            self.link(&body, sponsor.as_ref(), &Establishment::school(school), &joined);
        }
        for _ in 0..1 + self.chance.below(6) {
            let school = self.establishment(trust.profile, CONVERTER, PRIMARY);
            let joined = self.date(2012, 11);
            self.link(&body, sponsor.as_ref(), &school, &joined);
        }
    }

    fn link(&mut self, body: &Body, sponsor: Option<&Body>, school: &Establishment, joined: &str) {
        for body in std::iter::once(body).chain(sponsor) {
            self.links.push(Link {
                body: body.clone(),
                establishment: school.clone(),
                joined: joined.to_owned(),
            });
        }
    }

    fn single_academy(&mut self, school: &School) {
        self.single(&Establishment::school(school));
    }

    /// A trust with one academy, with the school's name.
    fn single(&mut self, school: &Establishment) {
        let mut body = self.body(SINGLE_ACADEMY_TRUST, capitals(&school.name, false));
        body.id = format!("TR{}", body.uid);
        body.company = company(body.uid);
        body.incorporated = self.date(2010, 4);
        if self.chance.percent(2) {
            body.closed = self.date(2015, 7);
        }
        let joined = self.date(2011, 9);
        self.link(&body, None, school, &joined);
    }

    /// A number of groups of a kind, with this many establishments each.
    fn groups(&mut self, kind: Coded, (groups, size): (usize, usize)) {
        for _ in 0..groups {
            let name = match kind {
                FEDERATION => self.names.federation(),
                FOUNDATION => self.names.foundation(),
                _ => self.names.centre(),
            };
            let mut body = self.body(kind, name);
            body.opened = self.date(2008, 10);
            if kind == FOUNDATION && self.chance.percent(5) {
                body.closed = self.date(2016, 6);
            }
            for _ in 0..size {
                let (establishment, joined) = match kind {
                    CENTRES => (self.centre(), DAY_NOT_KNOWN.to_owned()),
                    FOUNDATION => (self.primary(FOUNDATION_SCHOOL), body.opened.clone()),
                    _ => (self.primary(COMMUNITY), body.opened.clone()),
                };
                self.link(&body, None, &establishment, &joined);
            }
        }
    }

    fn body(&mut self, kind: Coded, name: String) -> Body {
        let uid = FIRST_UID + self.groups;
        self.groups += 1;
        Body {
            uid,
            id: String::new(),
            name,
            kind,
            company: String::new(),
            opened: String::new(),
            incorporated: String::new(),
            closed: String::new(),
        }
    }

    fn primary(&mut self, kind: Coded) -> Establishment {
        let profile = self.profile();
        self.establishment(profile, kind, PRIMARY)
    }

    fn centre(&mut self) -> Establishment {
        let profile = self.profile();
        self.establishment(profile, CENTRE, NO_PHASE)
    }

    fn establishment(&mut self, profile: &'static RegionProfile, kind: Coded, phase: Coded) -> Establishment {
        let urn = FIRST_URN + self.establishments;
        self.establishments += 1;
        let [first, _] = &profile.authorities;
        Establishment {
            urn,
            name: if kind == CENTRE {
                self.names.centre()
            } else {
                self.names.primary()
            },
            kind,
            phase,
            authority: self.chance.pick(&profile.authorities).unwrap_or(first),
        }
    }

    fn profile(&mut self) -> &'static RegionProfile {
        let [first, ..] = &REGION_PROFILES;
        self.chance.pick(&REGION_PROFILES).unwrap_or(first)
    }

    /// A random day within this many years.
    fn date(&mut self, first_year: u16, years: u16) -> String {
        let (day, month) = (1 + self.chance.below(28), 1 + self.chance.below(12));
        format!("{day:02}-{month:02}-{}", first_year + self.chance.below(years))
    }
}

/// A number beyond those of Companies House.
fn company(uid: usize) -> String {
    format!("99{uid}")
}

/// Trusts' names are often published in capitals, some of them with an accent.
fn capitals(name: &str, accent: bool) -> String {
    let name = name.to_ascii_uppercase();
    if accent { name.replacen('E', "É", 1) } else { name }
}
