//! The eligible trusts' values of one measure, which the analyses of every group and regional rule
//! use.

use std::cell::RefCell;
use std::rc::Rc;

use records::model::DataSet;
use records::terms::{Area, FEWEST_PUPILS, Group, Measure, Missing, Value};
use records::{Amount, ByGroup, Numbers, SchoolNumber, Schools, TrustRecord};
use stats::sampling::EffectiveSize;

use super::adjusted::{Adjusted, KnownUnits};
use super::judgement::{CountedSchool, Eligible, Figures, Judgement, weight};
use super::trust_values::{Part, SchoolFigures, TrustValues};
use super::weighting::weighted_mean;
use super::{AnalysisError, MissingPolicy, Rules};

/// A judgement's trusts with their values of one measure, for every group of pupils.
#[derive(Debug)]
pub struct Measured {
    pub(super) judgement: Rc<Judgement>,
    pub(super) measure: Measure,
    pub(super) cases: Rc<Vec<TrustValues>>,
    /// What they can be adjusted over, as far as that has been asked for: see [`Measured::units`].
    pub(super) units: RefCell<Vec<KnownUnits>>,
    /// What its values are adjusted for; `None` for those of the files.
    pub(super) adjusted: Option<Rc<Adjusted>>,
}

impl Measured {
    /// The values of a measure, computed once for a judgement.
    ///
    /// # Errors
    /// If the files have no column of the measure.
    pub fn new(judgement: &Rc<Judgement>, measure: Measure) -> Result<Self, AnalysisError> {
        let (data, basis) = (&judgement.data, judgement.basis);
        if data.focuses(basis, measure).is_empty() {
            return Err(AnalysisError::MeasureNotOffered {
                measure,
                offered: data.measures(basis),
            });
        }
        Ok(Self {
            judgement: Rc::clone(judgement),
            measure,
            cases: judgement.cases(measure),
            units: RefCell::default(),
            adjusted: None,
        })
    }

    /// The numbers of the eligible trusts that belong to an area: more of their weight is in it
    /// than outside.
    #[must_use]
    pub fn uids_in(&self, area: &Area) -> Vec<Rc<str>> {
        let cases = self.cases.iter().filter(|case| case.location.is_in(area));
        cases.map(|case| Rc::clone(&case.uid)).collect()
    }

    /// The values for rules, reusing former ones as far as possible: all of them for another group
    /// or regional rule, the judgement for another measure.
    ///
    /// # Errors
    /// As [`Judgement::new`] and [`Measured::new`].
    ///
    /// ```
    /// use std::rc::Rc;
    /// use read::layout::read_file;
    /// use method::{IntervalChoices, Measured, Rules};
    /// use records::model::Library;
    /// use records::terms::Focus;
    /// let csv = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,PTL2BASICS_95_WGTAVG\n1,ONE,London,40%\n";
    /// let mut library = Library::default();
    /// library.add(read_file("mats_2022-23.csv", csv.as_bytes()).unwrap());
    /// let data = library.newest().unwrap();
    /// let first = Measured::after(None, &data, &Rules::default()).unwrap();
    /// let all = Rules { focus: Focus::All, ..Rules::default() };
    /// let second = Measured::after(Some(&first), &data, &all).unwrap();
    /// assert!(Rc::ptr_eq(&first, &second));
    /// let analysis = second.analysis(all.focus, all.regional, &[], &IntervalChoices::default()).unwrap();
    /// assert_eq!(analysis.all.published, 1);
    /// ```
    pub fn after(former: Option<&Rc<Self>>, data: &DataSet, rules: &Rules) -> Result<Rc<Self>, AnalysisError> {
        match former.filter(|former| former.judgement.fits(data, rules)) {
            Some(former) if former.measure == rules.measure => Ok(Rc::clone(former)),
            Some(former) => Self::new(&former.judgement, rules.measure).map(Rc::new),
            None => {
                let judgement = Rc::new(Judgement::new(data, rules)?);
                Self::new(&judgement, rules.measure).map(Rc::new)
            }
        }
    }

    /// The measure.
    #[must_use]
    pub const fn measure(&self) -> Measure {
        self.measure
    }

    /// The judgement behind these values.
    #[must_use]
    pub const fn judgement(&self) -> &Rc<Judgement> {
        &self.judgement
    }
}

/// The eligible trusts with their values of a measure.
pub(super) fn cases(judgement: &Judgement, measure: Measure) -> Vec<TrustValues> {
    let data = &judgement.data;
    let rules = Rules {
        measure,
        ..judgement.rules
    };
    let columns = data.schools.as_ref().map(|table| Columns::new(&table.schools, measure));
    let eligible = judgement.eligible.iter();
    eligible
        .map(|trust| case(trust, data, columns.as_ref(), &rules))
        .collect()
}

/// The columns of a measure, found once for all schools.
struct Columns<'a> {
    figures: ByGroup<Option<&'a Numbers>>,
    /// The pupils used as weights, if they differ from most measures: for Progress 8, those
    /// included in it.
    pupils: Option<ByGroup<Option<&'a Numbers>>>,
}

impl<'a> Columns<'a> {
    fn new(schools: &'a Schools, measure: Measure) -> Self {
        let in_progress = |group| schools.numbers(SchoolNumber::ProgressPupils(group));
        Self {
            figures: ByGroup::make(|group| schools.figures(measure, group)),
            pupils: (measure == Measure::Progress8).then(|| ByGroup::make(in_progress)),
        }
    }

    /// A school's part in its trust's figures.
    fn school(&self, school: &CountedSchool, rules: &Rules) -> SchoolFigures {
        SchoolFigures {
            urn: school.urn,
            name: Rc::clone(&school.name),
            region: school.region,
            authority: school.authority,
            years: school.years,
            parts: ByGroup::make(|group| self.part(school, group, rules)),
            row: school.row,
        }
    }

    fn part(&self, school: &CountedSchool, group: Group, rules: &Rules) -> Part {
        let number = |column: &Option<&Numbers>| -> Amount {
            column.map_or(Err(Missing::NoColumn), |numbers| numbers.get(school.row))
        };
        let pupils = match &self.pupils {
            Some(pupils) => number(pupils.get(group)),
            None => *school.pupils.get(group),
        };
        let value = Value::of(number(self.figures.get(group)), rules.measure.unit());
        let withheld = value.missing().filter(|reason| reason.is_withheld());
        Part {
            // With the figure of few pupils goes their number.
            pupils: match (withheld, pupils) {
                (Some(reason), Ok(pupils)) if pupils < FEWEST_PUPILS => Err(reason),
                _ => pupils,
            },
            value,
            weight: value.figure().and_then(|_| weight(pupils, school.years, rules)),
        }
    }
}

fn case(trust: &Eligible, data: &DataSet, columns: Option<&Columns<'_>>, rules: &Rules) -> TrustValues {
    let (values, schools) = match &trust.figures {
        // A figure of nobody is none, whatever the file has. A group's own number follows from a rounded share: that it
        // is 0 says little.
        Figures::Published(_) if trust.pupils == Some(0.0) => {
            (ByGroup::make(|_| Value::Missing(Missing::NoPupils)), Rc::from([]))
        }
        Figures::Published(row) => (published_values(data.trusts().get(*row), rules), Rc::from([])),
        Figures::Schools(counted) => {
            let schools: Rc<[SchoolFigures]> = match columns {
                Some(columns) => counted.iter().map(|school| columns.school(school, rules)).collect(),
                None => Rc::from([]),
            };
            let values = ByGroup::make(|group| {
                let mut parts = schools.iter().map(|school| school.parts.get(group));
                if !schools.is_empty() && parts.all(Part::is_of_nobody) {
                    return Value::Missing(Missing::NoPupils);
                }
                value_from_schools(&schools, None, group, rules)
            });
            (values, schools)
        }
    };
    TrustValues {
        effective_pupils: ByGroup::make(|group| match &*schools {
            [] => *trust.group_pupils.get(group),
            schools => effective_pupils(schools, group),
        }),
        adjusted_errors: ByGroup::default(),
        index: trust.index,
        uid: Rc::clone(&trust.uid),
        name: Rc::clone(&trust.name),
        region: trust.region,
        pupils: trust.pupils,
        group_pupils: trust.group_pupils,
        values,
        schools,
        location: trust.location.clone(),
    }
}

/// The effective number of pupils behind the figure of these schools; `None` if those of one are
/// not counted.
fn effective_pupils(schools: &[SchoolFigures], group: Group) -> Option<f64> {
    let mut size = EffectiveSize::default();
    for part in schools.iter().map(|school| school.parts.get(group)) {
        if let Some(weight) = part.weight.filter(|weight| *weight > 0.0) {
            let pupils = part.pupils.ok().filter(|pupils| *pupils > 0.0)?;
            size.add(pupils, weight / pupils);
        }
    }
    size.value()
}

fn published_values(trust: Option<&TrustRecord>, rules: &Rules) -> ByGroup<Value> {
    ByGroup::make(|group| {
        trust.map_or(Value::Missing(Missing::NoColumn), |trust| {
            trust.attainment.value(rules.measure, group)
        })
    })
}

/// The weighted figure of the schools that have one, optionally without the school with one index;
/// else the first school's reason.
pub(super) fn value_from_schools(
    schools: &[SchoolFigures],
    without: Option<usize>,
    group: Group,
    rules: &Rules,
) -> Value {
    let parts = || {
        let schools = schools.iter().enumerate();
        let others = schools.filter(move |(index, _)| Some(*index) != without);
        others.map(move |(_, school)| school.parts.get(group))
    };
    let missing = parts().find_map(Part::missing);
    if let (MissingPolicy::LeaveOutTrust, Some(reason)) = (rules.missing, missing) {
        return Value::Missing(reason);
    }
    weighted_mean(parts().filter_map(Part::weighted))
        .and_then(|number| rules.measure.figure(number))
        .map_or(
            Value::Missing(missing.unwrap_or(Missing::NotAvailable)),
            Value::Published,
        )
}

#[cfg(test)]
mod tests {
    use read::layout::read_file;
    use records::model::Library;

    use super::*;

    #[test]
    fn the_values_of_a_measure_are_made_once_for_a_judgement() {
        let csv = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,ATT8SCR_WGTAVG,P8MEA_WGTAVG\n\
                   1,ONE,London,40,0.1\n";
        let mut library = Library::default();
        library.add(read_file("mats_2022-23.csv", csv.as_bytes()).unwrap());
        let data = library.newest().unwrap();
        let judgement = Rc::new(Judgement::new(&data, &Rules::default()).unwrap());
        let measured = |measure| Measured::new(&judgement, measure).unwrap().cases;
        let first = measured(Measure::Attainment8);
        let other = measured(Measure::Progress8);
        assert!(!Rc::ptr_eq(&first, &other));
        assert!(Rc::ptr_eq(&first, &measured(Measure::Attainment8)));
    }
}
