//! The group links of Get Information About Schools.

use super::sheet;
use super::{Demonstration, Membership, School, Trust};

const HEADER: [&str; 20] = [
    "URN",
    "Group UID",
    "Group ID",
    "Group Name",
    "Companies House Number",
    "Group Type (code)",
    "Group Type",
    "Closed Date",
    "Open date",
    "Incorporated on (open date)",
    "Group Status (code)",
    "Group Status",
    "Joined date",
    "EstablishmentName",
    "TypeOfEstablishment (code)",
    "TypeOfEstablishment (name)",
    "PhaseOfEducation (code)",
    "PhaseOfEducation (name)",
    "LA (code)",
    "LA (name)",
];

pub(super) fn write(demonstration: &Demonstration) -> String {
    let rows = demonstration.schools.iter().filter_map(|school| {
        let membership = school.membership?;
        let trust = demonstration.trusts.get(membership.trust)?;
        Some(row(school, trust, membership))
    });
    sheet::text(HEADER.map(str::to_owned).to_vec(), rows)
}

fn row(school: &School, trust: &Trust, membership: Membership) -> Vec<String> {
    let (type_code, type_name) = school.kind.establishment();
    let (authority_code, authority) = school.authority;
    let (urn, uid, id) = (school.urn.to_string(), trust.uid.to_string(), trust.id());
    let joined = format!(
        "01-{:02}-{}",
        membership.joined_month, membership.joined_year
    );
    let authority_code = authority_code.to_string();
    [
        &urn,
        &uid,
        &id,
        &trust.name,
        "",
        "6",
        "Multi-academy trust",
        "",
        "",
        "",
        "OPEN",
        "Open",
        &joined,
        &school.name,
        type_code,
        type_name,
        "4",
        "Secondary",
        &authority_code,
        authority,
    ]
    .map(str::to_owned)
    .to_vec()
}
