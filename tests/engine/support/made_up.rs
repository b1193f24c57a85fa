//! Made-up school files and group links, as short as the layouts allow.

/// A school of a wide file. Its texts are written to the file unchanged.
#[derive(Debug, Clone)]
pub(crate) struct School {
    pub(crate) urn: u32,
    pub(crate) authority: u16,
    pub(crate) kind: &'static str,
    /// All, disadvantaged and other pupils.
    pub(crate) pupils: [String; 3],
    /// The pupils of each group who are in Progress 8.
    pub(crate) in_progress: [String; 3],
    /// Attainment 8 of the three groups.
    pub(crate) att8: [String; 3],
    /// Grade 5+ in English and maths.
    pub(crate) em5: [String; 3],
    /// Progress 8.
    pub(crate) p8: [String; 3],
}

const HEAD: &str = "RECTYPE,LEA,URN,SCHNAME,NFTYPE,TPUP,TFSM6CLA1A,TNOTFSM6CLA1A,P8PUP,P8PUP_FSM6CLA1A,\
                    P8PUP_NFSM6CLA1A,ATT8SCR,ATT8SCR_FSM6CLA1A,ATT8SCR_NFSM6CLA1A,PTL2BASICS_95,\
                    PTFSM6CLA1ABASICS_95,PTNOTFSM6CLA1ABASICS_95,P8MEA,P8MEA_FSM6CLA1A,P8MEA_NFSM6CLA1A";

/// A converter in Cornwall with 100 pupils, 40 of them disadvantaged, and the same results for all groups.
pub(crate) fn school(urn: u32) -> School {
    let texts = |three: [&str; 3]| three.map(str::to_owned);
    School {
        urn,
        authority: 908,
        kind: "ACC",
        pupils: texts(["100", "40", "60"]),
        in_progress: texts(["90", "36", "54"]),
        att8: texts(["45.0", "35.0", "51.0"]),
        em5: texts(["40%", "25%", "50%"]),
        p8: texts(["0.10", "-0.40", "0.30"]),
    }
}

/// The wide file of these schools. `earlier` is the earlier year in its column names: 22 for 2022/23. Without it, the
/// year is unknown.
pub(crate) fn wide(schools: &[School], earlier: Option<u16>) -> String {
    let mut text = HEAD.to_owned();
    if let Some(earlier) = earlier {
        text += &format!(",ATT8SCR_{earlier}");
    }
    for school in schools {
        let School {
            urn, authority, kind, ..
        } = school;
        text += &format!("\n1,{authority},{urn},School {urn},{kind}");
        for cells in [
            &school.pupils,
            &school.in_progress,
            &school.att8,
            &school.em5,
            &school.p8,
        ] {
            text += &format!(",{}", cells.join(","));
        }
        if earlier.is_some() {
            text += ",";
        }
    }
    text + "\n"
}

/// A line of the group links.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Link {
    pub(crate) urn: u32,
    pub(crate) uid: u32,
    pub(crate) kind: &'static str,
    pub(crate) joined: &'static str,
    pub(crate) closed: &'static str,
}

/// A multi-academy trust's school since a day.
pub(crate) const fn link(urn: u32, uid: u32, joined: &'static str) -> Link {
    Link {
        urn,
        uid,
        kind: "Multi-academy trust",
        joined,
        closed: "",
    }
}

/// The group links with these lines.
pub(crate) fn links(lines: &[Link]) -> String {
    let mut text = "URN,Group UID,Group Name,Group Type,Joined date,Closed Date".to_owned();
    for Link {
        urn,
        uid,
        kind,
        joined,
        closed,
    } in lines
    {
        text += &format!("\n{urn},{uid},TRUST {uid},{kind},{joined},{closed}");
    }
    text + "\n"
}

/// A user's own sheet of twelve schools in four trusts of London. In each school of Trust 1, two disadvantaged pupils
/// have a Progress 8 score, so the trust's figure is one for few pupils.
pub(crate) fn few_with_progress() -> String {
    let head = "urn,school,school_type,region,trust_id,trust,years_in_trust,year,pupils_all,pupils_disadvantaged,\
                pupils_other,progress8_pupils_all,progress8_pupils_disadvantaged,progress8_pupils_other,\
                em5_disadvantaged,em5_other,em5_all,p8_disadvantaged,p8_other,p8_all";
    let mut sheet = head.to_owned();
    for trust in 1..5 {
        for school in 0..3 {
            let (few, figure) = if trust == 1 { (2, "1.77") } else { (30, "-0.15") };
            let (urn, all) = (100_000 + trust * 10 + school, few + 60);
            sheet.push_str(&format!(
                "\n{urn},S {urn},ACC,London,{trust},Trust {trust},5,2022/23,90,30,60,{all},{few},60,40%,50%,46%,\
                 {figure},0.21,0.11"
            ));
        }
    }
    sheet
}
