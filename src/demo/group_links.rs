//! The group links of Get Information About Schools.

use super::places::Authority;
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

/// A code and what it stands for.
pub(super) type Coded = (&'static str, &'static str);

pub(super) const MULTI_ACADEMY_TRUST: Coded = ("6", "Multi-academy trust");

/// What schools are linked to: a trust, a sponsor, a federation.
#[derive(Debug, Clone)]
pub(super) struct Body {
    pub(super) uid: usize,
    pub(super) id: String,
    pub(super) name: String,
    pub(super) kind: Coded,
    /// Its number at Companies House.
    pub(super) company: String,
    pub(super) opened: String,
    pub(super) incorporated: String,
    /// Blank where it is open.
    pub(super) closed: String,
}

impl Body {
    /// A multi-academy trust, as far as the small demonstration knows it.
    pub(super) fn trust(trust: &Trust) -> Self {
        Self {
            uid: trust.uid,
            id: trust.id(),
            name: trust.name.clone(),
            kind: MULTI_ACADEMY_TRUST,
            company: String::new(),
            opened: String::new(),
            incorporated: String::new(),
            closed: String::new(),
        }
    }

    const fn status(&self) -> Coded {
        if self.closed.is_empty() {
            ("OPEN", "Open")
        } else {
            ("CLOSED", "Closed")
        }
    }
}

/// What is linked: a school or a children's centre.
#[derive(Debug, Clone)]
pub(super) struct Establishment {
    pub(super) urn: usize,
    pub(super) name: String,
    pub(super) kind: Coded,
    pub(super) phase: Coded,
    pub(super) authority: &'static Authority,
}

impl Establishment {
    pub(super) fn school(school: &School) -> Self {
        Self {
            urn: school.urn,
            name: school.name.clone(),
            kind: school.kind.establishment(),
            phase: school.kind.phase(),
            authority: school.authority,
        }
    }
}

pub(super) fn write(demonstration: &Demonstration) -> String {
    let rows = demonstration.schools.iter().filter_map(|school| {
        let membership = school.membership?;
        let trust = demonstration.trusts.get(membership.trust)?;
        let joined = joined(membership);
        Some(row(
            &Body::trust(trust),
            &Establishment::school(school),
            &joined,
        ))
    });
    text(rows)
}

/// The file with these rows.
pub(super) fn text(rows: impl Iterator<Item = Vec<String>>) -> String {
    sheet::text(HEADER.map(str::to_owned).to_vec(), rows)
}

/// `Joined date`.
pub(super) fn joined(membership: Membership) -> String {
    format!(
        "01-{:02}-{}",
        membership.joined_month, membership.joined_year
    )
}

/// That an establishment is linked to a body since a date.
pub(super) fn row(body: &Body, establishment: &Establishment, joined: &str) -> Vec<String> {
    let (kind_code, kind) = body.kind;
    let (status_code, status) = body.status();
    let (type_code, type_name) = establishment.kind;
    let (phase_code, phase) = establishment.phase;
    let (authority_code, authority) = establishment.authority;
    let (urn, uid) = (establishment.urn.to_string(), body.uid.to_string());
    let authority_code = authority_code.to_string();
    [
        &urn,
        &uid,
        &body.id,
        &body.name,
        &body.company,
        kind_code,
        kind,
        &body.closed,
        &body.opened,
        &body.incorporated,
        status_code,
        status,
        joined,
        &establishment.name,
        type_code,
        type_name,
        phase_code,
        phase,
        &authority_code,
        authority,
    ]
    .map(str::to_owned)
    .to_vec()
}
