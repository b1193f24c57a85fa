//! The group links of Get Information About Schools.

use crate::layout::{Field, GroupLinks, Variable};

use super::places::Authority;
use super::sheet::Columns;
use super::{Demonstration, Membership, School, Trust};

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

/// That an establishment is linked to a body since a date.
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
    format!(
        "01-{:02}-{}",
        membership.joined_month, membership.joined_year
    )
}

/// The file with these rows.
pub(super) fn text(links: impl Iterator<Item = Link>) -> String {
    let mut columns = Columns::of(&GroupLinks);
    columns.read(Field::Urn, |link: &Link| link.establishment.urn.to_string());
    columns.read(Field::TrustUid, |link| link.body.uid.to_string());
    columns.other("Group ID", |link| link.body.id.clone());
    columns.read(Field::Trust, |link| link.body.name.clone());
    columns.other("Companies House Number", |link| link.body.company.clone());
    columns.other("Group Type (code)", |link| code(link.body.kind));
    columns.read(Variable::TrustKind, |link| name(link.body.kind));
    columns.read(Variable::Closed, |link| link.body.closed.clone());
    columns.read(Variable::Opened, |link| link.body.opened.clone());
    columns.read(Variable::Incorporated, |link| {
        link.body.incorporated.clone()
    });
    columns.other("Group Status (code)", |link| code(link.body.status()));
    columns.other("Group Status", |link| name(link.body.status()));
    columns.read(Field::Joined, |link| link.joined.clone());
    columns.read(Field::School, |link| link.establishment.name.clone());
    columns.other("TypeOfEstablishment (code)", |link| {
        code(link.establishment.kind)
    });
    columns.read(Field::SchoolType, |link| name(link.establishment.kind));
    columns.other("PhaseOfEducation (code)", |link| {
        code(link.establishment.phase)
    });
    columns.read(Variable::Phase, |link| name(link.establishment.phase));
    columns.read(Field::Authority, |link| {
        link.establishment.authority.0.to_string()
    });
    columns.other("LA (name)", |link| {
        link.establishment.authority.1.to_owned()
    });
    columns.text(links)
}

fn code((code, _): Coded) -> String {
    code.to_owned()
}

fn name((_, name): Coded) -> String {
    name.to_owned()
}
