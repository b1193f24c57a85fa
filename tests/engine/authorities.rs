//! The authorities in the code against the Department's own list, read in place.
#![allow(clippy::unwrap_used, reason = "a test may stop")]

use trust_gap::terms::{Authority, Region};

/// The Department's list of authorities and sub-regions of 2022/23.
const LIST: &str = "2022-2023/la_and_region_codes_meta.csv";

/// The two whose names the list confuses.
const SWAPPED: [u16; 2] = [940, 941];

/// A sub-region such as `North West B` begins with its region's name, except for Yorkshire's two.
fn region_of(sub_region: &str) -> Option<Region> {
    if sub_region.contains("Yorkshire") {
        return Some(Region::YorkshireAndTheHumber);
    }
    Region::ALL
        .into_iter()
        .find(|region| sub_region.starts_with(region.name()))
}

fn plain(name: &str) -> String {
    name.trim().replace('&', "and").to_lowercase()
}

#[test]
fn every_authority_of_the_list_is_known_with_its_region() {
    let Some(path) = crate::support::shared(LIST) else {
        return;
    };
    let mut rows = csv::Reader::from_path(path).unwrap();
    let mut listed = Vec::new();
    for row in rows.records() {
        let row = row.unwrap();
        let code = Authority::parse_code(&row[0]).unwrap();
        let authority = Authority::of_code(code).unwrap();
        assert_eq!(Some(authority.region), region_of(&row[3]), "{code}");
        let same_name = plain(authority.name) == plain(&row[1]);
        assert_eq!(same_name, !SWAPPED.contains(&code), "{code} {}", &row[1]);
        listed.push(code);
    }
    assert_eq!(listed.len(), 153);
    for authority in Authority::ALL {
        let is_listed = listed.contains(&authority.code);
        assert_eq!(is_listed, authority.until.is_none(), "{}", authority.name);
    }
}
