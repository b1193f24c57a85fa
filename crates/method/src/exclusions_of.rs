//! Exclusions from the figures of a part of the country.

use std::rc::Rc;

use records::model::Basis;
use records::terms::Urn;
use records::terms::order::sorted;

use super::{Analysis, Exclusion, Level, Measured, Scope};

/// Exclusions from a part of the country: schools there, trusts that belong there by their file,
/// and, if figures are computed, trusts with a school there that does not count. A trust without a
/// school in any file has no place.
#[must_use]
pub fn exclusions_of<'a>(measured: &Measured, analysis: &'a Analysis, scope: Scope<'_>) -> Vec<&'a Exclusion> {
    let data = &measured.judgement.data;
    let schools = data.schools.iter().flat_map(|table| table.schools.iter());
    let schools = schools.filter(|school| scope.is_location_of(*school));
    let here: Vec<Urn> = sorted(schools.map(|school| school.urn()).collect(), Ord::cmp);
    let lies_here = |urn: Option<Urn>| urn.is_some_and(|urn| here.binary_search(&urn).is_ok());
    let as_published = data.trusts().iter();
    let as_published = as_published
        .filter(|trust| match scope {
            Scope::All => true,
            Scope::Region(region) => trust.region == Some(region),
            // A trust file does not say where schools are.
            Scope::Area(_) => false,
        })
        .map(|trust| trust.uid.shared());
    let of_schools = analysis.excluded.iter();
    let of_schools = of_schools
        .filter(|exclusion| lies_here(exclusion.urn_in_file()))
        .filter_map(|exclusion| exclusion.uid.clone());
    // A trust that is published in another region may have schools here: the basis in force decides.
    let trusts: Vec<Rc<str>> = match analysis.basis {
        Basis::Published => as_published.collect(),
        Basis::Computed => of_schools.collect(),
    };
    let trusts = sorted(trusts, Ord::cmp);
    let is_of = |exclusion: &&Exclusion| match exclusion.level {
        Level::School => lies_here(exclusion.urn_in_file()),
        Level::Trust => exclusion
            .uid
            .as_ref()
            .is_some_and(|uid| trusts.binary_search(uid).is_ok()),
    };
    analysis.excluded.iter().filter(is_of).collect()
}
