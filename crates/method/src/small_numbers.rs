//! Figures of few pupils, withheld from what leaves the page of a user's own data.
//!
//! The Department publishes no figure that is based on fewer than six pupils. A user's own
//! spreadsheet may contain some. The user can see them on screen, but they are withheld from
//! downloads unless the user says otherwise.
//!
//! They are removed from the data before computing, not from results. Every download comes from the
//! ordinary analysis of data without them, so no mean, rank, limit, trend or headline can contain
//! one.

use std::rc::Rc;

use records::model::{DataSet, Library, LinkTable, SchoolTable, SourceFile, TrustTable};
use records::terms::{FEWEST_PUPILS, Group, Measure, Missing, Value};
use records::{Amount, ByGroup, Doubt, Problem, School, SchoolNumber, Schools, TrustRecord};

/// What becomes of figures of few pupils in what is downloaded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Suppression {
    /// They are withheld.
    #[default]
    Withhold,
    /// They are kept: the user says so.
    Keep,
}

/// The library as it may leave the user's screen, every year of it; `None` if it may leave as it
/// is. Years that hold no figure to withhold stay the same tables.
///
/// ```
/// use read::layout::read_file;
/// use method::cleared;
/// use records::model::Library;
/// let library = |disadvantaged: u32| {
///     let sheet = format!(
///         "urn,trust_id,trust,region,year,pupils_all,pupils_disadvantaged,em5_disadvantaged\n\
///          136572,1,One,London,2022/23,100,{disadvantaged},30%\n"
///     );
///     let mut library = Library::default();
///     library.add(read_file("mine.csv", sheet.as_bytes()).unwrap());
///     library
/// };
/// assert!(cleared(&library(6)).is_none());
/// assert!(cleared(&library(5)).is_some());
/// ```
#[must_use]
pub fn cleared(library: &Library) -> Option<Library> {
    let mut is_any = false;
    let sets = |data: &Rc<DataSet>| match cleared_year(data) {
        Some(cleared) => {
            is_any = true;
            Rc::new(cleared)
        }
        None => Rc::clone(data),
    };
    let without = library.with_sets(sets, |file| {
        if file.is_own {
            file_withheld(file)
        } else {
            Rc::clone(file)
        }
    });
    is_any.then_some(without)
}

/// One year as it may leave the user's screen; `None` if it may leave as it is.
///
/// Figures that are based on fewer than six pupils are missing in it, and so is what would give one
/// away. Of a school or a trust where either group is that small, the figures of both groups are,
/// since that of all pupils and of one group give the other's. Of a trust's schools never just one
/// figure of a measure is missing, nor some that are based on fewer than six pupils together, as
/// long as there is another to withhold: a file of trusts may give the trust's figure, from which
/// those of the other schools could be subtracted. Numbers of pupils stay: they are weights of
/// other figures. Other data than a user's own have been suppressed by their publisher and are left
/// as they are, and nothing can be withheld where no file counts pupils.
#[must_use]
pub fn cleared_year(data: &DataSet) -> Option<DataSet> {
    let published = data.published.as_ref().filter(|table| table.file.is_own);
    let published = published.and_then(|table| cleared_trusts(table));
    let schools = data.schools.as_ref().filter(|table| table.file.is_own);
    let schools = schools.and_then(|table| cleared_schools(table, data.links.as_deref()));
    if published.is_none() && schools.is_none() {
        return None;
    }
    let mut cleared = data.clone();
    if let Some(table) = schools {
        cleared.links = data.links.as_ref().map(|links| {
            let is_same = data.schools.as_ref();
            let is_same = is_same.is_some_and(|of| Rc::ptr_eq(&of.file, &links.file));
            let with_file = |links: &LinkTable| LinkTable::with_file(links, &table.file);
            if is_same {
                Rc::new(with_file(links))
            } else {
                Rc::clone(links)
            }
        });
        cleared.schools = Some(Rc::new(table));
    }
    if let Some(table) = published {
        cleared.published = Some(Rc::new(table));
    }
    Some(cleared)
}

/// The file, marked as having withheld figures. Its fingerprint depends on the figures, and cells
/// used as evidence or listed as problems may contain one.
fn file_withheld(file: &SourceFile) -> Rc<SourceFile> {
    let doubts = file.doubts.iter().map(|doubt| Doubt {
        evidence: Vec::new(),
        ..doubt.clone()
    });
    let problems = file.problems.iter().map(|problem| Problem {
        value: None,
        ..problem.clone()
    });
    Rc::new(SourceFile {
        doubts: doubts.collect(),
        problems: problems.collect(),
        fingerprint: None,
        is_withheld: true,
        ..file.clone()
    })
}

fn cleared_trusts(table: &TrustTable) -> Option<TrustTable> {
    let mut trusts = table.trusts.clone();
    let mut is_any = false;
    for trust in &mut trusts {
        for measure in measures(table.columns.iter().map(|(measure, _)| *measure)) {
            let counted = Counted::of_trust(trust, measure);
            for (group, reason) in Reasons::of(&[counted], &[]).into_iter().flat_map(Reasons::each) {
                if trust.attainment.value(measure, group).figure().is_some() {
                    trust.attainment.set(measure, group, Value::Missing(reason));
                    if measure == Measure::Progress8 {
                        trust.progress_interval.set(group, None);
                    }
                    is_any = true;
                }
            }
        }
    }
    is_any.then(|| TrustTable {
        file: file_withheld(&table.file),
        trusts,
        ..table.clone()
    })
}

fn cleared_schools(table: &SchoolTable, links: Option<&LinkTable>) -> Option<SchoolTable> {
    let trusts = links.map_or_else(Vec::new, |links| rows_of_trusts(links, &table.schools));
    let mut schools = table.schools.clone();
    let mut is_any = false;
    for measure in measures(table.columns.iter().map(|(measure, _)| *measure)) {
        let counted = table.schools.iter();
        let counted: Vec<Counted> = counted.map(|school| Counted::of_school(school, measure)).collect();
        for (row, reasons) in Reasons::of(&counted, &trusts).into_iter().enumerate() {
            for (group, reason) in reasons.each() {
                let figures = schools.figures(measure, group);
                if figures.is_some_and(|figures| figures.get(row).is_ok()) {
                    schools.set(row, SchoolNumber::Figure(measure, group), Err(reason));
                    is_any = true;
                }
            }
        }
    }
    is_any.then(|| SchoolTable {
        file: file_withheld(&table.file),
        schools,
        ..table.clone()
    })
}

/// Each measure once.
fn measures(of: impl Iterator<Item = Measure>) -> Vec<Measure> {
    let mut measures = Vec::new();
    for measure in of {
        if !measures.contains(&measure) {
            measures.push(measure);
        }
    }
    measures
}

/// The rows of the schools of each trust, under any rules.
fn rows_of_trusts(links: &LinkTable, schools: &Schools) -> Vec<Vec<usize>> {
    let mut trusts: Vec<Vec<usize>> = vec![Vec::new(); links.trusts().len()];
    for (school, memberships) in links.join(schools) {
        for link in memberships {
            if let Some(rows) = trusts.get_mut(link.trust())
                && rows.last() != Some(&school.row())
            {
                rows.push(school.row());
            }
        }
    }
    trusts
}

/// A row's figures of a measure: for each group whether there is a figure, and the pupils behind it
/// if known.
#[derive(Debug, Clone, Copy)]
struct Counted {
    is_there: ByGroup<bool>,
    pupils: ByGroup<Option<f64>>,
}

impl Counted {
    fn of_school(school: School<'_>, measure: Measure) -> Self {
        let counted = |group| {
            let all = school.pupils(group);
            let included = school.progress_pupils(group);
            match (all, included) {
                // No more are included in Progress 8 than there are.
                (Ok(all), Ok(included)) if measure == Measure::Progress8 => Ok(all.min(included)),
                (Err(_), Ok(included)) if measure == Measure::Progress8 => Ok(included),
                _ => all,
            }
        };
        let is_there = |group| school.value(measure, group).figure().is_some();
        Self {
            is_there: ByGroup::make(is_there),
            pupils: known(&ByGroup::make(counted)),
        }
    }

    fn of_trust(trust: &TrustRecord, measure: Measure) -> Self {
        let of_share = |share: Amount| match share {
            // The file counts the group, and not all pupils.
            Err(Missing::TooFewPupils) => Ok(1.0),
            share => Ok(trust.pupils? * share? / 100.0),
        };
        let counted = |group| match group {
            Group::All => trust.pupils,
            Group::Disadvantaged => of_share(trust.disadvantaged_share),
            Group::Other => of_share(trust.other_share),
        };
        let is_there = |group| trust.attainment.value(measure, group).figure().is_some();
        Self {
            is_there: ByGroup::make(is_there),
            pupils: known(&ByGroup::make(counted)),
        }
    }

    /// Whether a group has some pupils, but fewer than six.
    fn is_few(&self, group: Group) -> bool {
        let pupils = *self.pupils.get(group);
        pupils.is_some_and(|pupils| pupils > 0.0 && pupils < FEWEST_PUPILS)
    }

    /// Whether there is a figure based on at least one pupil.
    fn rests(&self, group: Group) -> bool {
        *self.is_there.get(group) && *self.pupils.get(group) != Some(0.0)
    }
}

/// The pupils of each group, as far as those that are counted say: two of the three give the third, and no group has
/// more than there are.
fn known(counted: &ByGroup<Amount>) -> ByGroup<Option<f64>> {
    // Counts that were made of rounded shares are whole again.
    let count = |group| counted.get(group).ok().map(f64::round);
    let (disadvantaged, other) = (count(Group::Disadvantaged), count(Group::Other));
    let both = disadvantaged.zip(other).map(|(one, two)| one + two);
    let all = count(Group::All).or(both);
    let rest = |of: Option<f64>| Some((all? - of?).max(0.0));
    ByGroup::make(|group| {
        let known = match group {
            Group::All => return all,
            Group::Disadvantaged => disadvantaged.or(rest(other)),
            Group::Other => other.or(rest(disadvantaged)),
        };
        match (known, all) {
            (Some(known), Some(all)) => Some(known.min(all)),
            // Of fewer than six pupils every group has fewer.
            (None, Some(all)) => Some(all).filter(|all| *all < FEWEST_PUPILS),
            (known, None) => known,
        }
    })
}

/// Why the figures of a row are withheld, for each group; `None` if they are not.
#[derive(Debug, Clone, Copy)]
struct Reasons(ByGroup<Option<Missing>>);

impl Reasons {
    /// Those of every row. Figures of a measure of the rows of a trust make one of the trust.
    fn of(counted: &[Counted], trusts: &[Vec<usize>]) -> Vec<Self> {
        let few = |of: &Counted| of.is_few(Group::All).then_some(Missing::TooFewPupils);
        let mut all: Vec<Option<Missing>> = counted.iter().map(few).collect();
        hide_beside(&mut all, counted, trusts, &[Group::All]);
        let few = |of: &Counted| {
            let is_few = of.is_few(Group::Disadvantaged) || of.is_few(Group::Other);
            is_few.then_some(Missing::TooFewPupils)
        };
        // Both groups' figures make that of all pupils.
        let ends = counted.iter().zip(&all);
        let mut ends: Vec<Option<Missing>> = ends.map(|(of, all)| few(of).or(*all)).collect();
        hide_beside(&mut ends, counted, trusts, &[Group::Disadvantaged, Group::Other]);
        let rows = counted.iter().zip(all).zip(ends);
        rows.map(|((counted, all), ends)| {
            Self(ByGroup::make(|group| {
                let reason = if group == Group::All { all } else { ends };
                let is_nobody = *counted.pupils.get(group) == Some(0.0);
                reason.or(is_nobody.then_some(Missing::TooFewPupils))
            }))
        })
        .collect()
    }

    fn each(self) -> impl Iterator<Item = (Group, Missing)> {
        let groups = Group::ALL.into_iter();
        groups.filter_map(move |group| Some((group, (*self.0.get(group))?)))
    }
}

/// Hides figures beside those of each trust that are hidden, until what is hidden of it is based on
/// two schools or more and on six pupils or more, or nothing is left to hide.
fn hide_beside(reasons: &mut [Option<Missing>], counted: &[Counted], trusts: &[Vec<usize>], groups: &[Group]) {
    // A school may be in two trusts: what is hidden for the sake of one may leave another with just one hidden.
    loop {
        let mut is_settled = true;
        for rows in trusts {
            for group in groups {
                while let Some(row) = next_to_hide(rows, counted, reasons, *group)
                    && let Some(reason) = reasons.get_mut(row)
                {
                    *reason = Some(Missing::WouldReveal);
                    is_settled = false;
                }
            }
        }
        if is_settled {
            return;
        }
    }
}

/// The figure of the next fewest pupils, where what is hidden of these rows could be solved for.
fn next_to_hide(rows: &[usize], counted: &[Counted], reasons: &[Option<Missing>], group: Group) -> Option<usize> {
    let (mut hidden, mut pupils) = (0, 0.0);
    let mut next: Option<(usize, f64)> = None;
    for &row in rows {
        let of = counted.get(row).filter(|of| of.rests(group));
        let (Some(of), Some(reason)) = (of, reasons.get(row)) else {
            continue;
        };
        let known = *of.pupils.get(group);
        if reason.is_some() {
            hidden += 1;
            pupils += known.unwrap_or_default();
        } else {
            let known = known.unwrap_or(f64::INFINITY);
            if next.is_none_or(|(_, fewest)| known < fewest) {
                next = Some((row, known));
            }
        }
    }
    let is_safe = hidden == 0 || (hidden > 1 && pupils >= FEWEST_PUPILS);
    next.filter(|_| !is_safe).map(|(row, _)| row)
}
