//! Everything with a name, found by letters of it: regions and areas, trusts, schools.

mod words;

use std::rc::Rc;

use method::{Analysis, Level};
use records::model::DataSet;
use records::terms::order::sorted_by_key;
use records::terms::{Region, Urn, folded, full_name, lead_region};

/// The most that is shown of what is found, to be in sight at once.
const MOST: usize = 8;

/// The names of a view, in the order in which they are found: regions and areas, trusts, trusts that are left out,
/// schools.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Names(Vec<Name>);

/// A name.
#[derive(Debug, Clone, PartialEq)]
pub struct Name {
    /// As people read it.
    pub name: String,
    /// As it is searched for.
    folded: String,
    /// What it is: of a trust its region, or why it is left out.
    pub what: String,
    /// Where it leads.
    pub leads_to: LeadsTo,
}

/// What a name leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LeadsTo {
    /// A region.
    Region(Region),
    /// An area of the user's own, by its index among them.
    Area(usize),
    /// An eligible trust by its number.
    Trust(Rc<str>),
    /// A school of an eligible trust.
    School(Urn),
    /// The trusts that are left out, with the reasons.
    LeftOut,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Found {
    /// The first of it.
    pub first: Vec<Name>,
    /// How much there is.
    pub count: usize,
}

impl Name {
    fn new(name: &str, what: &str, leads_to: LeadsTo) -> Self {
        Self {
            folded: folded(name),
            name: name.to_owned(),
            what: what.to_owned(),
            leads_to,
        }
    }

    /// How well the name answers, the best first: it starts with the letters, a word of it does, or they are in it.
    fn answers(&self, letters: &str, in_word: &str) -> Option<i64> {
        if self.folded.starts_with(letters) {
            Some(0)
        } else if self.folded.contains(in_word) {
            Some(1)
        } else {
            self.folded.contains(letters).then_some(2)
        }
    }
}

impl Names {
    /// The names of a data set and its analysis.
    #[must_use]
    pub fn new(data: &DataSet, analysis: &Analysis) -> Self {
        let regions = analysis.regions.iter().map(|of| of.region);
        let regions = regions.map(|of| Name::new(of.name(), words::REGION, LeadsTo::Region(of)));
        let areas = analysis.areas.iter().enumerate();
        let areas = areas.map(|(index, of)| Name::new(&of.area.name, words::AREA, LeadsTo::Area(index)));
        let trusts = analysis.trusts.iter().map(|trust| {
            let leads_to = LeadsTo::Trust(Rc::clone(&trust.uid));
            Name::new(&full_name(&trust.name), lead_region(trust.region), leads_to)
        });
        let left_out = analysis.excluded.iter().filter(|of| of.level == Level::Trust);
        let left_out = left_out.map(|of| {
            let what = words::left_out(&of.reason);
            Name::new(&full_name(&of.name), &what, LeadsTo::LeftOut)
        });
        let mut names: Vec<Name> = regions.chain(areas).chain(trusts).chain(left_out).collect();
        names.extend(schools(data, analysis));
        Self(names)
    }

    /// What has these letters in its name; case and accents make no difference. Nothing is found by no letters.
    #[must_use]
    pub fn find(&self, text: &str) -> Found {
        let letters = folded(text);
        if letters.is_empty() {
            return Found::default();
        }
        let in_word = format!(" {letters}");
        let names = self.0.iter();
        let found = names.filter_map(|name| Some((name.answers(&letters, &in_word)?, name)));
        let found = sorted_by_key(found.collect(), |(place, _): &(i64, &Name)| *place);
        Found {
            count: found.len(),
            first: found.into_iter().take(MOST).map(|(_, name)| name.clone()).collect(),
        }
    }
}

/// The schools of eligible trusts, each once for each of its trusts.
fn schools(data: &DataSet, analysis: &Analysis) -> Vec<Name> {
    let (Some(table), Some(links)) = (&data.schools, &data.links) else {
        return Vec::new();
    };
    // The trusts of the links that are eligible, by their index there.
    let eligible: Vec<Option<String>> = (links.trusts().iter())
        .map(|linked| {
            let mut trusts = analysis.trusts.iter();
            let trust = trusts.find(|trust| *trust.uid == *linked.uid.as_str())?;
            Some(words::school_of(&trust.readable_name))
        })
        .collect();
    let mut names = Vec::new();
    for (school, memberships) in links.join(&table.schools) {
        for membership in memberships {
            if let Some(Some(what)) = eligible.get(membership.trust()) {
                names.push(Name::new(school.name(), what, LeadsTo::School(school.urn())));
            }
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use method::{IntervalChoices, Measured, Rules};
    use read::layout::read_file;
    use records::model::Library;

    use super::*;

    fn names() -> Names {
        let mut csv = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,PTL2BASICS_95_WGTAVG_FSM6CLA1A\n".to_owned();
        for (uid, name) in ["ARÊTE TRUST", "THE WEST TRUST", "NORTHWEST SCHOOLS"]
            .iter()
            .enumerate()
        {
            csv.push_str(&format!("{uid},{name},South West,40%\n"));
        }
        for uid in 10..20 {
            csv.push_str(&format!("{uid},MANY {uid},South West,40%\n"));
        }
        let mut library = Library::default();
        library.add(read_file("mats_2022-23.csv", csv.as_bytes()).unwrap());
        let data = library.newest().unwrap();
        let rules = Rules::default();
        let measured = Measured::after(None, &data, &rules).unwrap();
        let choices = IntervalChoices::default();
        let analysis = measured.analysis(rules.focus, rules.regional, &[], &choices).unwrap();
        Names::new(&data, &analysis)
    }

    fn found(names: &Names, text: &str) -> Vec<(String, String)> {
        let first = names.find(text).first.into_iter();
        first.map(|name| (name.name, name.what)).collect()
    }

    #[test]
    fn case_and_accents_make_no_difference_and_the_beginnings_of_words_come_first() {
        let names = names();
        let of = |name: &str, what: &str| (name.to_owned(), what.to_owned());
        assert_eq!(found(&names, "arete"), [of("Arête Trust", "South West")]);
        assert_eq!(
            found(&names, "WEST"),
            [
                of("South West", "region"),
                of("The West Trust", "South West"),
                of("Northwest Schools", "South West"),
            ]
        );
        assert_eq!(found(&names, "northw"), [of("Northwest Schools", "South West")]);
        assert_eq!(names.find("no such name"), Found::default());
        assert_eq!(names.find(" . "), Found::default());
    }

    #[test]
    fn so_much_is_shown_that_it_is_in_sight_and_the_rest_is_counted() {
        let found = names().find("many");
        assert_eq!((found.first.len(), found.count), (8, 10));
        assert_eq!(found.first[0].leads_to, LeadsTo::Trust("10".into()));
    }
}
