//! The regions, with the number of trusts and the results of pupils in each.

use records::terms::Region;

/// A local authority: its code in the performance files, and its name.
pub(super) type Authority = (u16, &'static str);

/// A region of the made-up country.
#[derive(Debug, PartialEq)]
pub(super) struct RegionProfile {
    pub(super) region: Region,
    /// Trusts in the trust file of the newest year.
    pub(super) trusts: u16,
    pub(super) authorities: [Authority; 2],
    /// The share of pupils with grade 5 in English and maths: disadvantaged, then other pupils.
    pub(super) grade5: [f64; 2],
    /// The share of pupils who are disadvantaged.
    pub(super) disadvantaged: f64,
}

/// The codes are real authorities', because they determine a region. The figures resemble those of 2022/23.
pub(super) static REGION_PROFILES: [RegionProfile; 9] = [
    profile(
        Region::EastMidlands,
        21,
        [(892, "Nottingham"), (925, "Lincolnshire")],
        [0.235, 0.475],
        0.27,
    ),
    profile(
        Region::EastOfEngland,
        25,
        [(926, "Norfolk"), (881, "Essex")],
        [0.225, 0.495],
        0.22,
    ),
    profile(
        Region::London,
        19,
        [(213, "Westminster"), (316, "Newham")],
        [0.37, 0.565],
        0.34,
    ),
    profile(
        Region::NorthEast,
        14,
        [(391, "Newcastle upon Tyne"), (841, "Darlington")],
        [0.245, 0.505],
        0.33,
    ),
    profile(
        Region::NorthWest,
        23,
        [(352, "Manchester"), (341, "Liverpool")],
        [0.22, 0.49],
        0.34,
    ),
    profile(
        Region::SouthEast,
        20,
        [(886, "Kent"), (850, "Hampshire")],
        [0.215, 0.51],
        0.22,
    ),
    profile(
        Region::SouthWest,
        27,
        [(908, "Cornwall"), (878, "Devon")],
        [0.195, 0.465],
        0.24,
    ),
    profile(
        Region::WestMidlands,
        28,
        [(330, "Birmingham"), (860, "Staffordshire")],
        [0.23, 0.475],
        0.31,
    ),
    profile(
        Region::YorkshireAndTheHumber,
        26,
        [(383, "Leeds"), (816, "York")],
        [0.23, 0.495],
        0.29,
    ),
];

const fn profile(
    region: Region,
    trusts: u16,
    authorities: [Authority; 2],
    grade5: [f64; 2],
    disadvantaged: f64,
) -> RegionProfile {
    RegionProfile {
        region,
        trusts,
        authorities,
        grade5,
        disadvantaged,
    }
}
