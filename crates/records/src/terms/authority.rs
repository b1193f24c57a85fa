//! England's local authorities: their codes, names and regions, and the years in which some were created or abolished.

use super::{Region, folded};

/// A local authority of England.
///
/// The Department identifies it by a code of three digits (`LEA`, `old_la_code`). A new authority has a new code even
/// if the name stays: there was one Dorset until 2019, and another, without Christchurch, since. The year distinguishes
/// them.
///
/// ```
/// use records::terms::{Authority, Region};
/// let cornwall = Authority::of_code(908).unwrap();
/// assert_eq!((cornwall.name, cornwall.region), ("Cornwall", Region::SouthWest));
/// let dorsets: Vec<_> = Authority::ALL.iter().filter(|one| one.name == "Dorset").collect();
/// assert_eq!(dorsets[0].until, Some(2019));
/// assert_eq!(dorsets[1].from, Some(2019));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Authority {
    /// The Department's code, three digits.
    pub code: u16,
    /// The name as the Department writes it, except for `&`.
    pub name: &'static str,
    /// Its region.
    pub region: Region,
    /// The calendar year in which it was created; `None` if that was before 2015.
    pub from: Option<u16>,
    /// The calendar year in which it was abolished.
    pub until: Option<u16>,
}

impl Authority {
    /// Every authority that existed in or after 2015, in order of code.
    pub const ALL: &'static [Self] = &ALL;

    /// The authority that has this code.
    ///
    /// ```
    /// use records::terms::Authority;
    /// assert_eq!(Authority::of_code(878).unwrap().name, "Devon");
    /// assert_eq!(Authority::of_code(999), None);
    /// ```
    #[must_use]
    pub fn of_code(code: u16) -> Option<&'static Self> {
        let index = ALL.binary_search_by_key(&code, |authority| authority.code);
        index.ok().and_then(|index| ALL.get(index))
    }

    /// The authority with this name, ignoring case and punctuation. If there are several, the newest.
    #[must_use]
    pub fn of_name(name: &str) -> Option<&'static Self> {
        let wanted = folded(name);
        let mut newest_first = ALL.iter().rev();
        newest_first.find(|authority| folded(authority.name) == wanted)
    }

    /// Parses a code, whether or not an authority has it.
    ///
    /// A column with blanks in it is often written as decimals: `908.0`.
    ///
    /// ```
    /// use records::terms::Authority;
    /// assert_eq!(Authority::parse_code(" 908 "), Some(908));
    /// assert_eq!(Authority::parse_code("908.0"), Some(908));
    /// assert_eq!(Authority::parse_code("9080"), None);
    /// assert_eq!(Authority::parse_code("E06000052"), None);
    /// ```
    #[must_use]
    pub fn parse_code(text: &str) -> Option<u16> {
        let trimmed = text.trim();
        let digits = trimmed.strip_suffix(".0").unwrap_or(trimmed);
        let is_code = digits.len() == 3 && digits.bytes().all(|byte| byte.is_ascii_digit()) && !digits.starts_with('0');
        if is_code { digits.parse().ok() } else { None }
    }
}

/// The code of each abolished authority, with that of one that replaced it. Christchurch was part of Dorset until 2019
/// and has been one authority with Bournemouth and Poole since. It belongs to neither code, because schools' earlier
/// records do not distinguish it.
const SUCCESSORS: [(u16, u16); 7] = [
    (835, 838),
    (836, 839),
    (837, 839),
    (909, 942),
    (909, 943),
    (928, 940),
    (928, 941),
];

/// Whether an authority exists in other years under other codes that are all among these: the codes that replaced it,
/// or those that it replaced.
pub(super) fn is_made_of(code: u16, is_among: &impl Fn(u16) -> bool) -> bool {
    let all = |others: &mut dyn Iterator<Item = u16>| {
        let mut others = others.peekable();
        others.peek().is_some() && others.all(is_among)
    };
    let pairs = || SUCCESSORS.iter();
    let after = pairs().filter(|(before, _)| *before == code);
    let before = pairs().filter(|(_, after)| *after == code);
    all(&mut after.map(|(_, after)| *after)) || all(&mut before.map(|(before, _)| *before))
}

/// Every code that is no longer in use or was not in use in 2015.
pub(super) fn changed_codes() -> impl Iterator<Item = u16> {
    let authorities = ALL.iter();
    let changed = authorities.filter(|one| one.from.is_some() || one.until.is_some());
    changed.map(|one| one.code)
}

/// An authority that existed before 2015 and still exists.
const fn still(code: u16, name: &'static str, region: Region) -> Authority {
    Authority {
        code,
        name,
        region,
        from: None,
        until: None,
    }
}

/// An authority created in this year.
const fn since(year: u16, code: u16, name: &'static str, region: Region) -> Authority {
    Authority {
        from: Some(year),
        ..still(code, name, region)
    }
}

/// An authority abolished in this year.
const fn until(year: u16, code: u16, name: &'static str, region: Region) -> Authority {
    Authority {
        until: Some(year),
        ..still(code, name, region)
    }
}

/// The Department's list of 2022/23, with its sub-regions combined, and the authorities abolished by then. The list
/// swaps the names of 940 and 941.
static ALL: [Authority; 158] = [
    still(201, "City of London", Region::London),
    still(202, "Camden", Region::London),
    still(203, "Greenwich", Region::London),
    still(204, "Hackney", Region::London),
    still(205, "Hammersmith and Fulham", Region::London),
    still(206, "Islington", Region::London),
    still(207, "Kensington and Chelsea", Region::London),
    still(208, "Lambeth", Region::London),
    still(209, "Lewisham", Region::London),
    still(210, "Southwark", Region::London),
    still(211, "Tower Hamlets", Region::London),
    still(212, "Wandsworth", Region::London),
    still(213, "Westminster", Region::London),
    still(301, "Barking and Dagenham", Region::London),
    still(302, "Barnet", Region::London),
    still(303, "Bexley", Region::London),
    still(304, "Brent", Region::London),
    still(305, "Bromley", Region::London),
    still(306, "Croydon", Region::London),
    still(307, "Ealing", Region::London),
    still(308, "Enfield", Region::London),
    still(309, "Haringey", Region::London),
    still(310, "Harrow", Region::London),
    still(311, "Havering", Region::London),
    still(312, "Hillingdon", Region::London),
    still(313, "Hounslow", Region::London),
    still(314, "Kingston upon Thames", Region::London),
    still(315, "Merton", Region::London),
    still(316, "Newham", Region::London),
    still(317, "Redbridge", Region::London),
    still(318, "Richmond upon Thames", Region::London),
    still(319, "Sutton", Region::London),
    still(320, "Waltham Forest", Region::London),
    still(330, "Birmingham", Region::WestMidlands),
    still(331, "Coventry", Region::WestMidlands),
    still(332, "Dudley", Region::WestMidlands),
    still(333, "Sandwell", Region::WestMidlands),
    still(334, "Solihull", Region::WestMidlands),
    still(335, "Walsall", Region::WestMidlands),
    still(336, "Wolverhampton", Region::WestMidlands),
    still(340, "Knowsley", Region::NorthWest),
    still(341, "Liverpool", Region::NorthWest),
    still(342, "St. Helens", Region::NorthWest),
    still(343, "Sefton", Region::NorthWest),
    still(344, "Wirral", Region::NorthWest),
    still(350, "Bolton", Region::NorthWest),
    still(351, "Bury", Region::NorthWest),
    still(352, "Manchester", Region::NorthWest),
    still(353, "Oldham", Region::NorthWest),
    still(354, "Rochdale", Region::NorthWest),
    still(355, "Salford", Region::NorthWest),
    still(356, "Stockport", Region::NorthWest),
    still(357, "Tameside", Region::NorthWest),
    still(358, "Trafford", Region::NorthWest),
    still(359, "Wigan", Region::NorthWest),
    still(370, "Barnsley", Region::YorkshireAndTheHumber),
    still(371, "Doncaster", Region::YorkshireAndTheHumber),
    still(372, "Rotherham", Region::YorkshireAndTheHumber),
    still(373, "Sheffield", Region::YorkshireAndTheHumber),
    still(380, "Bradford", Region::YorkshireAndTheHumber),
    still(381, "Calderdale", Region::YorkshireAndTheHumber),
    still(382, "Kirklees", Region::YorkshireAndTheHumber),
    still(383, "Leeds", Region::YorkshireAndTheHumber),
    still(384, "Wakefield", Region::YorkshireAndTheHumber),
    still(390, "Gateshead", Region::NorthEast),
    still(391, "Newcastle upon Tyne", Region::NorthEast),
    still(392, "North Tyneside", Region::NorthEast),
    still(393, "South Tyneside", Region::NorthEast),
    still(394, "Sunderland", Region::NorthEast),
    still(420, "Isles of Scilly", Region::SouthWest),
    still(800, "Bath and North East Somerset", Region::SouthWest),
    still(801, "Bristol, City of", Region::SouthWest),
    still(802, "North Somerset", Region::SouthWest),
    still(803, "South Gloucestershire", Region::SouthWest),
    still(805, "Hartlepool", Region::NorthEast),
    still(806, "Middlesbrough", Region::NorthEast),
    still(807, "Redcar and Cleveland", Region::NorthEast),
    still(808, "Stockton-on-Tees", Region::NorthEast),
    still(810, "Kingston upon Hull, City of", Region::YorkshireAndTheHumber),
    still(811, "East Riding of Yorkshire", Region::YorkshireAndTheHumber),
    still(812, "North East Lincolnshire", Region::YorkshireAndTheHumber),
    still(813, "North Lincolnshire", Region::YorkshireAndTheHumber),
    still(815, "North Yorkshire", Region::YorkshireAndTheHumber),
    still(816, "York", Region::YorkshireAndTheHumber),
    still(821, "Luton", Region::EastOfEngland),
    still(822, "Bedford", Region::EastOfEngland),
    still(823, "Central Bedfordshire", Region::EastOfEngland),
    still(825, "Buckinghamshire", Region::SouthEast),
    still(826, "Milton Keynes", Region::SouthEast),
    still(830, "Derbyshire", Region::EastMidlands),
    still(831, "Derby", Region::EastMidlands),
    until(2019, 835, "Dorset", Region::SouthWest),
    until(2019, 836, "Poole", Region::SouthWest),
    until(2019, 837, "Bournemouth", Region::SouthWest),
    since(2019, 838, "Dorset", Region::SouthWest),
    since(2019, 839, "Bournemouth, Christchurch and Poole", Region::SouthWest),
    still(840, "County Durham", Region::NorthEast),
    still(841, "Darlington", Region::NorthEast),
    still(845, "East Sussex", Region::SouthEast),
    still(846, "Brighton and Hove", Region::SouthEast),
    still(850, "Hampshire", Region::SouthEast),
    still(851, "Portsmouth", Region::SouthEast),
    still(852, "Southampton", Region::SouthEast),
    still(855, "Leicestershire", Region::EastMidlands),
    still(856, "Leicester", Region::EastMidlands),
    still(857, "Rutland", Region::EastMidlands),
    still(860, "Staffordshire", Region::WestMidlands),
    still(861, "Stoke-on-Trent", Region::WestMidlands),
    still(865, "Wiltshire", Region::SouthWest),
    still(866, "Swindon", Region::SouthWest),
    still(867, "Bracknell Forest", Region::SouthEast),
    still(868, "Windsor and Maidenhead", Region::SouthEast),
    still(869, "West Berkshire", Region::SouthEast),
    still(870, "Reading", Region::SouthEast),
    still(871, "Slough", Region::SouthEast),
    still(872, "Wokingham", Region::SouthEast),
    still(873, "Cambridgeshire", Region::EastOfEngland),
    still(874, "Peterborough", Region::EastOfEngland),
    still(876, "Halton", Region::NorthWest),
    still(877, "Warrington", Region::NorthWest),
    still(878, "Devon", Region::SouthWest),
    still(879, "Plymouth", Region::SouthWest),
    still(880, "Torbay", Region::SouthWest),
    still(881, "Essex", Region::EastOfEngland),
    still(882, "Southend-on-Sea", Region::EastOfEngland),
    still(883, "Thurrock", Region::EastOfEngland),
    still(884, "Herefordshire, County of", Region::WestMidlands),
    still(885, "Worcestershire", Region::WestMidlands),
    still(886, "Kent", Region::SouthEast),
    still(887, "Medway", Region::SouthEast),
    still(888, "Lancashire", Region::NorthWest),
    still(889, "Blackburn with Darwen", Region::NorthWest),
    still(890, "Blackpool", Region::NorthWest),
    still(891, "Nottinghamshire", Region::EastMidlands),
    still(892, "Nottingham", Region::EastMidlands),
    still(893, "Shropshire", Region::WestMidlands),
    still(894, "Telford and Wrekin", Region::WestMidlands),
    still(895, "Cheshire East", Region::NorthWest),
    still(896, "Cheshire West and Chester", Region::NorthWest),
    still(908, "Cornwall", Region::SouthWest),
    until(2023, 909, "Cumbria", Region::NorthWest),
    still(916, "Gloucestershire", Region::SouthWest),
    still(919, "Hertfordshire", Region::EastOfEngland),
    still(921, "Isle of Wight", Region::SouthEast),
    still(925, "Lincolnshire", Region::EastMidlands),
    still(926, "Norfolk", Region::EastOfEngland),
    until(2021, 928, "Northamptonshire", Region::EastMidlands),
    still(929, "Northumberland", Region::NorthEast),
    still(931, "Oxfordshire", Region::SouthEast),
    still(933, "Somerset", Region::SouthWest),
    still(935, "Suffolk", Region::EastOfEngland),
    still(936, "Surrey", Region::SouthEast),
    still(937, "Warwickshire", Region::WestMidlands),
    still(938, "West Sussex", Region::SouthEast),
    since(2021, 940, "North Northamptonshire", Region::EastMidlands),
    since(2021, 941, "West Northamptonshire", Region::EastMidlands),
    since(2023, 942, "Cumberland", Region::NorthWest),
    since(2023, 943, "Westmorland and Furness", Region::NorthWest),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_change_is_a_replacement_in_the_same_region_and_year() {
        for code in changed_codes() {
            let mut pairs = SUCCESSORS.iter();
            assert!(pairs.any(|(before, after)| [*before, *after].contains(&code)));
        }
        for (before, after) in SUCCESSORS {
            let [before, after] = [before, after].map(|code| Authority::of_code(code).unwrap());
            assert!(before.until.is_some() && before.until == after.from);
            assert_eq!(before.region, after.region);
        }
    }

    #[test]
    fn codes_are_distinct_and_in_order() {
        assert_eq!(Authority::ALL.len(), 158);
        for pair in Authority::ALL.windows(2) {
            assert!(pair[0].code < pair[1].code, "{}", pair[1].code);
        }
        for authority in Authority::ALL {
            assert_eq!(Authority::of_code(authority.code), Some(authority));
            assert_eq!(Authority::parse_code(&authority.code.to_string()), Some(authority.code));
        }
        assert_eq!(Authority::of_code(0), None);
        assert_eq!(Authority::of_code(u16::MAX), None);
    }

    #[test]
    fn no_two_authorities_have_one_name_at_the_same_time() {
        for one in Authority::ALL {
            for other in Authority::ALL {
                let same = one.name == other.name && one.code < other.code;
                assert!(!same || (one.until.is_some() && one.until == other.from));
            }
        }
    }

    #[test]
    fn an_abolished_authority_is_replaced_in_the_same_year_and_region() {
        let gone = Authority::ALL.iter().filter(|one| one.until.is_some());
        let came = Authority::ALL.iter().filter(|one| one.from.is_some());
        assert_eq!((gone.clone().count(), came.clone().count()), (5, 6));
        for one in gone {
            assert!(
                came.clone()
                    .any(|other| other.from == one.until && other.region == one.region),
                "{}",
                one.name
            );
        }
    }

    #[test]
    fn every_region_has_its_authorities() {
        let today = |region| {
            Authority::ALL
                .iter()
                .filter(|one| one.region == region && one.until.is_none())
                .count()
        };
        assert_eq!(
            Region::ALL.map(today),
            [10, 11, 33, 12, 24, 19, 15, 14, 15],
            "153 in all"
        );
    }

    #[test]
    fn codes_are_read_as_they_are_written() {
        for text in ["908", " 908", "908.0", "908.0\n"] {
            assert_eq!(Authority::parse_code(text), Some(908), "{text}");
        }
        for text in [
            "",
            " ",
            "90",
            "9080",
            "908.",
            "908.5",
            "908.00",
            "+90",
            "-90",
            "000",
            "09O",
            "９０８",
            ".0",
            "9 8",
        ] {
            assert_eq!(Authority::parse_code(text), None, "{text}");
        }
    }
}
