//! Trusts' lead regions from the group links, for files without them.

use records::TrustRecord;
use records::model::LinkTable;
use records::terms::order::sorted;
use records::terms::{Authority, Region, folded};

/// The lead region of each trust of the links: the region of most of its open schools, or of its
/// open secondary schools if the links give phases.
pub(super) struct LinkRegions {
    /// By number, and by name in lower case.
    regions: Vec<(String, Region)>,
}

impl LinkRegions {
    pub(super) fn new(links: &LinkTable) -> Self {
        let mut counts = vec![[0_usize; Region::ALL.len()]; links.trusts().len()];
        let open = links.links().iter().filter(|link| link.closed.is_none());
        for link in open.filter(|link| link.is_secondary != Some(false)) {
            let slot =
                region_of(link.authority).and_then(|region| counts.get_mut(link.trust())?.get_mut(region as usize));
            if let Some(count) = slot {
                *count += 1;
            }
        }
        let mut regions = Vec::new();
        for (trust, counts) in links.trusts().iter().zip(counts) {
            let of_trust = Region::ALL.into_iter().zip(counts);
            // Of regions that are alike the first by name.
            let chief = of_trust.rev().max_by_key(|(_, count)| *count);
            if let Some((region, _)) = chief.filter(|(_, count)| *count > 0) {
                regions.push((trust.uid.as_str().to_owned(), region));
                regions.push((folded(&trust.name), region));
            }
        }
        Self {
            regions: sorted(regions, |one, two| one.0.cmp(&two.0)),
        }
    }

    /// By the trust's number, else by its name.
    pub(super) fn of(&self, trust: &TrustRecord) -> Option<Region> {
        self.find(trust.uid.as_str())
            .or_else(|| self.find(&folded(&trust.name)))
    }

    fn find(&self, key: &str) -> Option<Region> {
        let regions = &self.regions;
        let index = regions.binary_search_by(|(known, _)| known.as_str().cmp(key));
        regions.get(index.ok()?).map(|(_, region)| *region)
    }
}

/// The region of an authority.
pub(super) fn region_of(authority: Option<u16>) -> Option<Region> {
    Some(Authority::of_code(authority?)?.region)
}
