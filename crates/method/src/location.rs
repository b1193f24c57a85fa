//! Where trusts' schools are, by authority: from the schools that count, or for published trusts from the group links.

use std::rc::Rc;

use records::TrustRecord;
use records::model::LinkTable;
use records::terms::order::sorted;
use records::terms::{Area, Authority, Region, folded};

/// The authorities in which a trust's schools are, with how much of it is in each: the weight of its schools there, or
/// where figures are published the number of its open secondary schools. The most comes first. Empty if no file says
/// where its schools are; a school of unknown authority is in none.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Location(Rc<[(Option<u16>, f64)]>);

impl Location {
    /// The location of schools, each with its authority and how much it counts.
    pub(super) fn of(schools: impl Iterator<Item = (Option<u16>, f64)>) -> Self {
        let mut authorities: Vec<(Option<u16>, f64)> = Vec::new();
        for (authority, amount) in schools {
            match authorities.iter_mut().find(|(known, _)| *known == authority) {
                Some((_, sum)) => *sum += amount,
                None => authorities.push((authority, amount)),
            }
        }
        if authorities.iter().all(|(code, _)| code.is_none()) {
            return Self::default();
        }
        let by_amount =
            |one: &(Option<u16>, f64), two: &(Option<u16>, f64)| two.1.total_cmp(&one.1).then(one.0.cmp(&two.0));
        Self(sorted(authorities, by_amount).into())
    }

    /// Whether no file says where the schools are.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The authorities by their codes, the one with most of the trust first.
    pub fn authorities(&self) -> impl Iterator<Item = u16> {
        self.0.iter().filter_map(|(code, _)| *code)
    }

    /// Whether more of the trust is in an area than outside it.
    #[must_use]
    pub fn is_in(&self, area: &Area) -> bool {
        let is_inside = |code: Option<u16>| code.is_some_and(|code| area.contains(code));
        let inside: f64 = self
            .0
            .iter()
            .filter(|(code, _)| is_inside(*code))
            .map(|(_, amount)| amount)
            .sum();
        let total: f64 = self.0.iter().map(|(_, amount)| amount).sum();
        total > 0.0 && inside > total / 2.0
    }

    /// The region with most of the trust; of several that are alike, the first by name.
    fn region(&self) -> Option<Region> {
        let of_region = |region: Region| -> f64 {
            let here = self.0.iter().filter(|(code, _)| region_of(*code) == Some(region));
            here.map(|(_, amount)| amount).sum()
        };
        let regions = Region::ALL.into_iter().map(|region| (region, of_region(region)));
        let chief = regions.rev().max_by(|one, two| one.1.total_cmp(&two.1));
        chief.filter(|(_, amount)| *amount > 0.0).map(|(region, _)| region)
    }
}

/// The locations of the trusts of the group links, by their open secondary schools, or by all open schools if the links
/// do not give phases.
pub(super) struct LinkLocations {
    /// By number, and by name in lower case.
    locations: Vec<(String, Location)>,
}

impl LinkLocations {
    pub(super) fn new(links: &LinkTable) -> Self {
        let mut schools: Vec<Vec<(Option<u16>, f64)>> = vec![Vec::new(); links.trusts().len()];
        let open = links.links().iter().filter(|link| link.closed.is_none());
        for link in open.filter(|link| link.is_secondary != Some(false)) {
            if let Some(schools) = schools.get_mut(link.trust()) {
                schools.push((link.authority, 1.0));
            }
        }
        let mut locations = Vec::new();
        for (trust, schools) in links.trusts().iter().zip(schools) {
            let location = Location::of(schools.into_iter());
            if !location.is_empty() {
                locations.push((trust.uid.as_str().to_owned(), location.clone()));
                locations.push((folded(&trust.name), location));
            }
        }
        Self {
            locations: sorted(locations, |one, two| one.0.cmp(&two.0)),
        }
    }

    /// A trust's location by its number, else by its name.
    pub(super) fn of(&self, trust: &TrustRecord) -> Location {
        let found = self
            .find(trust.uid.as_str())
            .or_else(|| self.find(&folded(&trust.name)));
        found.unwrap_or_default()
    }

    /// A trust's lead region.
    pub(super) fn region_of(&self, trust: &TrustRecord) -> Option<Region> {
        self.of(trust).region()
    }

    fn find(&self, key: &str) -> Option<Location> {
        let index = self.locations.binary_search_by(|(known, _)| known.as_str().cmp(key));
        self.locations.get(index.ok()?).map(|(_, location)| location.clone())
    }
}

/// The region of an authority.
pub(super) fn region_of(authority: Option<u16>) -> Option<Region> {
    Some(Authority::of_code(authority?)?.region)
}
