//! The group links from Get Information About Schools.

use read::layout::{GroupLinks, Variable};
use records::intake::Field;

use super::region_profiles::Authority;
use super::sheet::{self, Columns, Of, field};
use super::{Demonstration, Membership, School, Trust};

/// A code and its meaning.
pub(super) type Coded = (&'static str, &'static str);

pub(super) const MULTI_ACADEMY_TRUST: Coded = ("6", "Multi-academy trust");

/// A body that schools are linked to: a trust, a sponsor, a federation.
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
    /// Empty if it is open.
    pub(super) closed: String,
}

impl Body {
    /// A multi-academy trust, without the details that the small demonstration does not have.
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

/// An establishment that is linked: a school or a children's centre.
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

/// A link of an establishment to a body since a date.
#[derive(Debug, Clone)]
pub(super) struct Link {
    pub(super) body: Body,
    pub(super) establishment: Establishment,
    pub(super) joined: String,
}

pub(super) fn write(demonstration: &Demonstration) -> String {
    text(demonstration.schools.iter().filter_map(|school| {
        let membership = school.membership?;
        Some(Link {
            body: Body::trust(demonstration.trusts.get(membership.trust)?),
            establishment: Establishment::school(school),
            joined: joined(membership),
        })
    }))
}

/// `Joined date`.
pub(super) fn joined(membership: Membership) -> String {
    format!("01-{:02}-{}", membership.joined_month, membership.joined_year)
}

/// The file with these rows.
pub(super) fn text(links: impl Iterator<Item = Link>) -> String {
    use Of::{Other, Read};
    let mut columns = Columns::of(&GroupLinks);
    columns.add(&[
        field(Field::Urn),
        field(Field::TrustUid),
        Other("Group ID"),
        field(Field::Trust),
        Other("Companies House Number"),
        Other("Group Type (code)"),
        Read(Variable::TrustKind),
        Read(Variable::Closed),
        Read(Variable::Opened),
        Read(Variable::Incorporated),
        Other("Group Status (code)"),
        Other("Group Status"),
        field(Field::Joined),
        field(Field::School),
        Other("TypeOfEstablishment (code)"),
        field(Field::SchoolType),
        Other("PhaseOfEducation (code)"),
        Read(Variable::Phase),
        field(Field::Authority),
        Other("LA (name)"),
    ]);
    columns.text(links)
}

impl sheet::Row for Link {
    fn cell(&self, of: Of) -> String {
        let (body, school) = (&self.body, &self.establishment);
        let cell: &str = match of {
            Of::Read(Variable::Field(field)) => match field {
                Field::Urn => return school.urn.to_string(),
                Field::TrustUid => return body.uid.to_string(),
                Field::Authority => return school.authority.0.to_string(),
                Field::Trust => &body.name,
                Field::Joined => &self.joined,
                Field::School => &school.name,
                _ => school.kind.1,
            },
            Of::Read(holds) => match holds {
                Variable::TrustKind => body.kind.1,
                Variable::Closed => &body.closed,
                Variable::Opened => &body.opened,
                Variable::Incorporated => &body.incorporated,
                _ => school.phase.1,
            },
            Of::Other("Group ID") => &body.id,
            Of::Other("Companies House Number") => &body.company,
            Of::Other("Group Type (code)") => body.kind.0,
            Of::Other("Group Status (code)") => body.status().0,
            Of::Other("Group Status") => body.status().1,
            Of::Other("TypeOfEstablishment (code)") => school.kind.0,
            Of::Other("PhaseOfEducation (code)") => school.phase.0,
            _ => school.authority.1,
        };
        cell.to_owned()
    }
}
