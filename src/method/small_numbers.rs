//! Figures of few pupils, withheld from what is taken away of a user's own data.
//!
//! The Department publishes no figure that rests on fewer than six pupils. A user's own spreadsheet may hold some: on the
//! user's own screen they are the user's to see, in what leaves it they are withheld unless the user says otherwise.

use std::rc::Rc;

use crate::layout::ByGroup;
use crate::model::DataSet;
use crate::terms::{Focus, Group, Missing, Region, Value};

use super::{Analysis, Precision, Precisions, SchoolFigures, Status, TrustFigures};

/// The fewest pupils on whom a published figure rests: the Department suppresses those of five or fewer.
pub const FEWEST_PUPILS: f64 = 6.0;

/// What becomes of figures of few pupils in what is taken away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Suppression {
    /// They are withheld.
    #[default]
    Withhold,
    /// They are kept: the user says so.
    Keep,
}

/// An analysis as it may leave the user's screen.
#[derive(Debug, Clone, PartialEq)]
pub struct Withheld {
    /// The analysis, in which withheld figures are missing for that reason. Figures of regions and of all trusts, and the
    /// ranks of the other trusts, are as they were.
    pub analysis: Analysis,
    /// Its precisions, without those of withheld figures, in its order.
    pub precisions: Option<Precisions>,
    /// Trusts of which a figure is withheld.
    pub trusts: usize,
    /// Schools of eligible trusts of which a figure is withheld.
    pub schools: usize,
    /// Whether the user's own data were left as they are because the user says so.
    pub is_kept: bool,
}

/// An analysis of this data set and its precisions as they may be taken away. Other data than a user's own have been
/// suppressed by their publisher and are left as they are.
///
/// Where a group of a trust or a school has fewer than six pupils, both groups' figures and the gap are withheld, since
/// those of all pupils and of one group tell the other's. Where that leaves just one trust of a region, or one school of
/// a trust, without its figure, that of the next fewest pupils is withheld too, since the mean tells one that is missing.
/// Schools of a trust whose figures are withheld are without theirs, which would make them. Nothing can
/// be withheld where no file counts pupils.
///
/// ```
/// use trust_gap::method::{analyse, withhold_small, Rules, Suppression};
/// use trust_gap::{layout::read_file, model::Library};
/// let csv = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,PTL2BASICS_95_WGTAVG_FSM6CLA1A\n1,ONE,London,40%\n";
/// let mut library = Library::default();
/// library.add(read_file("mats_2022-23.csv", csv.as_bytes()).unwrap());
/// let data = library.newest().unwrap();
/// let analysis = analyse(&data, &Rules::default()).unwrap();
/// let taken = withhold_small(&data, &analysis, None, Suppression::Withhold);
/// // A published file.
/// assert_eq!((taken.analysis, taken.trusts), (analysis, 0));
/// ```
#[must_use]
pub fn withhold_small(
    data: &DataSet,
    analysis: &Analysis,
    precisions: Option<&Precisions>,
    suppression: Suppression,
) -> Withheld {
    let is_own = data.is_own(analysis.basis);
    let as_it_is = Withheld {
        analysis: analysis.clone(),
        precisions: precisions.cloned(),
        trusts: 0,
        schools: 0,
        is_kept: is_own && suppression == Suppression::Keep,
    };
    if !is_own || suppression == Suppression::Keep {
        return as_it_is;
    }
    withheld(analysis, as_it_is)
}

/// Why figures of a thing are withheld; nothing where they are not.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Reasons {
    /// Those of the two groups that the gap is between, and the gap.
    ends: Option<Missing>,
    /// That of all pupils.
    all: Option<Missing>,
}

impl Reasons {
    /// Those of things that go into one mean, each with the pupils on whom its ends rest, and its figure of all pupils.
    fn of(pupils: &[Resting]) -> Vec<Self> {
        let ends: Vec<Option<f64>> = pupils.iter().map(|of| of.ends).collect();
        let all: Vec<Option<f64>> = pupils.iter().map(|of| of.all).collect();
        let pairs = judged(&ends).into_iter().zip(judged(&all));
        pairs.map(|(ends, all)| Self { ends, all }).collect()
    }

    const fn is_any(self) -> bool {
        self.ends.is_some() || self.all.is_some()
    }
}

/// The fewest pupils on whom figures rest that are there, as far as they are known.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Resting {
    ends: Option<f64>,
    all: Option<f64>,
}

/// Of things that go into one mean, each with the pupils on whom it rests: which are withheld, and why.
fn judged(pupils: &[Option<f64>]) -> Vec<Option<Missing>> {
    let is_small = |pupils: f64| pupils < FEWEST_PUPILS;
    let known = || {
        let places = pupils.iter().enumerate();
        places.filter_map(|(place, pupils)| Some((place, (*pupils)?)))
    };
    let small = known().filter(|(_, pupils)| is_small(*pupils)).count();
    let others = known().filter(|(_, pupils)| small == 1 && !is_small(*pupils));
    let next = others.min_by(|one, two| one.1.total_cmp(&two.1));
    let next = next.map(|(place, _)| place);
    let places = pupils.iter().enumerate();
    places
        .map(|(place, pupils)| match pupils {
            Some(pupils) if is_small(*pupils) => Some(Missing::TooFewPupils),
            _ => (next == Some(place)).then_some(Missing::WouldTell),
        })
        .collect()
}

fn withheld(analysis: &Analysis, mut taken: Withheld) -> Withheld {
    let focus = analysis.rules.focus;
    let reasons = reasons_of_trusts(analysis);
    let (mut shown, mut hidden): (Rows, Rows) = (Vec::new(), Vec::new());
    for (place, (trust, reasons)) in analysis.trusts.iter().zip(reasons).enumerate() {
        let mut trust = trust.clone();
        let precision = taken.precisions.as_ref().and_then(|of| of.of(place));
        taken.schools += withhold_schools(&mut trust, reasons);
        taken.trusts += usize::from(reasons.is_any());
        // In its place in the list it would tell between which figures its own lies.
        if withhold_trust(&mut trust, focus, reasons) {
            hidden.push((trust, None));
        } else {
            shown.push((trust, precision));
        }
    }
    let with_figure = shown
        .iter()
        .take_while(|(trust, _)| trust.figure().is_some());
    let without = shown.split_off(with_figure.count());
    let rows = shown.into_iter().chain(hidden).chain(without);
    let (trusts, precisions): (Vec<_>, Vec<_>) = rows.unzip();
    taken.analysis.trusts = trusts;
    if let Some(of) = &mut taken.precisions {
        of.trusts = precisions;
    }
    taken
}

type Rows = Vec<(TrustFigures, Option<Precision>)>;

/// Those of each trust, region by region.
fn reasons_of_trusts(analysis: &Analysis) -> Vec<Reasons> {
    let focus = analysis.rules.focus;
    let none = Reasons {
        ends: None,
        all: None,
    };
    let mut reasons = vec![none; analysis.trusts.len()];
    for region in Region::ALL {
        let trusts = || {
            let trusts = analysis.trusts.iter().enumerate();
            trusts.filter(move |(_, trust)| trust.region == region)
        };
        let pupils = trusts().map(|(_, trust)| resting(trust, focus));
        let of_region = Reasons::of(&pupils.collect::<Vec<Resting>>());
        for ((place, _), found) in trusts().zip(of_region) {
            if let Some(slot) = reasons.get_mut(place) {
                *slot = found;
            }
        }
    }
    reasons
}

/// The pupils on whom a trust's figures rest.
fn resting(trust: &TrustFigures, focus: Focus) -> Resting {
    let of = |group, value: Value| {
        let is_there = value.figure().is_some();
        pupils_of(trust, group, focus).filter(|_| is_there)
    };
    let ends = [
        of(Group::Disadvantaged, trust.disadvantaged),
        of(Group::Other, trust.other),
    ];
    Resting {
        ends: ends.into_iter().flatten().min_by(f64::total_cmp),
        // Of the analysis of another group it holds no such figure.
        all: of(Group::All, trust.value()).filter(|_| focus == Focus::All),
    }
}

/// The pupils of a group on whom a trust's figure rests, as far as it is known.
fn pupils_of(trust: &TrustFigures, group: Group, focus: Focus) -> Option<f64> {
    if !trust.schools.is_empty() {
        let parts = trust.schools.iter().map(|school| school.parts.get(group));
        let parts = parts.filter(|part| part.weight.is_some());
        let pupils: Option<Vec<f64>> = parts.map(|part| part.pupils.ok()).collect();
        return pupils.map(|pupils| pupils.iter().sum());
    }
    let weighing = focus.weighing_group();
    match group {
        Group::All => trust.pupils,
        _ if group == weighing => trust.group_pupils,
        // The other end of the gap.
        _ if weighing != Group::All => Some(trust.pupils? - trust.group_pupils?),
        _ => None,
    }
}

/// Withholds a trust's figures; whether that of the focus was there and is not any more.
fn withhold_trust(trust: &mut TrustFigures, focus: Focus, reasons: Reasons) -> bool {
    if let Some(reason) = reasons.ends {
        withhold(&mut trust.disadvantaged, reason);
        withhold(&mut trust.other, reason);
        trust.gap = None;
    }
    let of_focus = match focus {
        Focus::All => reasons.all,
        _ => reasons.ends,
    };
    let few = |pupils: &f64| *pupils < FEWEST_PUPILS;
    if reasons.is_any() && trust.group_pupils.as_ref().is_some_and(few) {
        trust.group_pupils = None;
    }
    match of_focus.filter(|_| trust.figure().is_some()) {
        Some(reason) => {
            trust.status = Status::Missing(reason);
            true
        }
        None => false,
    }
}

fn withhold(value: &mut Value, reason: Missing) {
    if value.figure().is_some() {
        *value = Value::Missing(reason);
    }
}

/// Withholds figures of a trust's schools, all of them where the trust's are, since they make it; of how many schools.
fn withhold_schools(trust: &mut TrustFigures, of_trust: Reasons) -> usize {
    let fewest = |school: &SchoolFigures, groups: &[Group]| {
        let parts = groups.iter().map(|group| school.parts.get(*group));
        let known = parts.filter(|part| part.value.figure().is_some());
        let pupils = known.filter_map(|part| part.pupils.ok());
        pupils.min_by(f64::total_cmp)
    };
    let pupils = trust.schools.iter().map(|school| Resting {
        ends: fewest(school, &[Group::Disadvantaged, Group::Other]),
        all: fewest(school, &[Group::All]),
    });
    let reasons: Vec<Reasons> = Reasons::of(&pupils.collect::<Vec<Resting>>())
        .into_iter()
        .map(|of| Reasons {
            ends: of.ends.or(of_trust.ends),
            all: of.all.or(of_trust.all),
        })
        .collect();
    let count = reasons.iter().filter(|of| of.is_any()).count();
    if count > 0 {
        let schools = trust.schools.iter().zip(reasons);
        trust.schools = schools
            .map(|(school, of)| without_values(school, of))
            .collect::<Rc<[SchoolFigures]>>();
    }
    count
}

/// A school without the values that are withheld, and without small numbers of pupils behind them. Its weight stays, so
/// that the shares of the others are what they are.
fn without_values(school: &SchoolFigures, reasons: Reasons) -> SchoolFigures {
    let parts = ByGroup::make(|group| {
        let mut part = *school.parts.get(group);
        let reason = match group {
            Group::All => reasons.all,
            Group::Disadvantaged | Group::Other => reasons.ends,
        };
        if let Some(reason) = reason {
            withhold(&mut part.value, reason);
            part.pupils = part.pupils.and_then(|pupils| {
                let is_few = pupils < FEWEST_PUPILS;
                if is_few { Err(reason) } else { Ok(pupils) }
            });
        }
        part
    });
    SchoolFigures {
        parts,
        ..school.clone()
    }
}
