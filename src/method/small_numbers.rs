//! Figures of few pupils, withheld from what is taken away of a user's own data.
//!
//! The Department publishes no figure that rests on fewer than six pupils. A user's own spreadsheet may hold some: on the
//! user's own screen they are the user's to see, in what leaves it they are withheld unless the user says otherwise.

use std::rc::Rc;

use crate::layout::ByGroup;
use crate::model::DataSet;
use crate::terms::{Focus, Group, Missing, Value};

use super::{Analysis, Precision, Precisions, SchoolFigures, Scope, Status, TrustFigures};

/// The fewest pupils on whom a published figure rests: the Department suppresses those of five or fewer.
pub(crate) const FEWEST_PUPILS: f64 = 6.0;

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
    /// The analysis, in which withheld figures are missing for that reason. The ranks of the other trusts are as they
    /// were, and so are figures of regions, areas and all trusts, but for those that would tell a trust's.
    pub analysis: Analysis,
    /// Its precisions, without those of withheld figures, in its order.
    pub precisions: Option<Precisions>,
    /// Trusts of which a figure is withheld.
    pub trusts: usize,
    /// Schools of eligible trusts of which a figure is withheld.
    pub schools: usize,
    /// Regions and areas of which the figure is withheld.
    pub parts: usize,
    /// Whether the user's own data were left as they are because the user says so.
    pub is_kept: bool,
}

/// An analysis of this data set and its precisions as they may be taken away. Other data than a user's own have been
/// suppressed by their publisher and are left as they are.
///
/// Where a group of a trust or a school has fewer than six pupils, both groups' figures and the gap are withheld, since
/// those of all pupils and of one group tell the other's. Where that leaves just one trust of a region or an area, or one
/// school of a trust, without its figure, that of the next fewest pupils is withheld too, since the mean tells one that is
/// missing; where there is no other, or all together are fewer than six, the mean itself is withheld. Areas that overlap
/// with regions or with one another can still tell something by their differences.
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
        parts: 0,
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
    /// Those of things that go into means, each with the pupils on whom its figures rest; the means by the places of what
    /// goes into them.
    fn of(pupils: &[Resting], means: &[Vec<usize>]) -> Vec<Self> {
        let ends: Vec<Option<f64>> = pupils.iter().map(|of| of.ends).collect();
        let all: Vec<Option<f64>> = pupils.iter().map(|of| of.all).collect();
        let pairs = judged(&ends, means).into_iter().zip(judged(&all, means));
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

/// Of things that go into means, each with the pupils on whom it rests: which are withheld, and why.
fn judged(pupils: &[Option<f64>], means: &[Vec<usize>]) -> Vec<Option<Missing>> {
    let is_few = |pupils: &Option<f64>| pupils.is_some_and(|pupils| pupils < FEWEST_PUPILS);
    let mut reasons: Vec<Option<Missing>> = pupils
        .iter()
        .map(|of| is_few(of).then_some(Missing::TooFewPupils))
        .collect();
    // What is withheld for the sake of one mean may leave another with just one missing. Each turn withholds one more.
    while let Some(place) = means.iter().find_map(|mean| tells(mean, pupils, &reasons)) {
        if let Some(reason) = reasons.get_mut(place) {
            *reason = Some(Missing::WouldTell);
        }
    }
    reasons
}

/// What has to be withheld beside the only one withheld of a mean: that of the next fewest pupils. Nothing where none or
/// several are withheld, or there is no other.
fn tells(mean: &[usize], pupils: &[Option<f64>], reasons: &[Option<Missing>]) -> Option<usize> {
    let is_withheld = |place: &&usize| reasons.get(**place).copied().flatten().is_some();
    if mean.iter().filter(is_withheld).count() != 1 {
        return None;
    }
    let others = mean.iter().filter(|place| !is_withheld(place));
    let known = others.filter_map(|&place| Some((place, pupils.get(place).copied()??)));
    let next = known.min_by(|one, two| one.1.total_cmp(&two.1));
    next.map(|(place, _)| place)
}

fn withheld(analysis: &Analysis, mut taken: Withheld) -> Withheld {
    let focus = analysis.rules.focus;
    let reasons = reasons_of_trusts(analysis);
    taken.parts = withhold_parts(&mut taken.analysis, &reasons);
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

/// Those of each trust. Trusts go into the means of their regions and of the user's areas.
fn reasons_of_trusts(analysis: &Analysis) -> Vec<Reasons> {
    let focus = analysis.rules.focus;
    let regions = analysis.regions.iter().map(|of| Scope::Region(of.region));
    let areas = analysis.areas.iter().map(|local| Scope::Area(&local.area));
    let means: Vec<Vec<usize>> = regions
        .chain(areas)
        .map(|scope| members(analysis, scope))
        .collect();
    let trusts = analysis.trusts.iter();
    let pupils: Vec<Resting> = trusts.map(|trust| resting(trust, focus)).collect();
    Reasons::of(&pupils, &means)
}

/// The places of the trusts of a part of the country.
fn members(analysis: &Analysis, scope: Scope<'_>) -> Vec<usize> {
    let trusts = analysis.trusts.iter().enumerate();
    let members = trusts.filter(|(_, trust)| scope.is_of(trust));
    members.map(|(place, _)| place).collect()
}

/// Withholds the figures of regions, areas and all trusts that rest on fewer than six pupils, or on one trust's figure
/// that is withheld and no other; of how many parts of the country.
fn withhold_parts(taken: &mut Analysis, reasons: &[Reasons]) -> usize {
    let analysis = taken.clone();
    let is_told = |scope| tells_few(&analysis, reasons, &members(&analysis, scope));
    let regions = taken.regions.iter_mut();
    let regions = regions.map(|of| (Scope::Region(of.region), &mut of.area));
    let areas = taken.areas.iter_mut().zip(&analysis.areas);
    let areas = areas.map(|(of, local)| (Scope::Area(&local.area), &mut of.figures));
    let parts = regions.chain(areas).chain([(Scope::All, &mut taken.all)]);
    let mut withheld = 0;
    for (_, figures) in parts.filter(|(scope, _)| is_told(*scope)) {
        figures.figure = None;
        figures.pair = None;
        withheld += 1;
    }
    withheld
}

/// Whether the mean of these trusts tells figures of few pupils.
fn tells_few(analysis: &Analysis, reasons: &[Reasons], members: &[usize]) -> bool {
    let focus = analysis.rules.focus;
    let counted = members.iter().filter_map(|&place| {
        let (trust, reasons) = (analysis.trusts.get(place)?, reasons.get(place)?);
        let of = resting(trust, focus);
        let pupils = if focus == Focus::All { of.all } else { of.ends };
        Some((pupils?, reasons.is_any()))
    });
    let counted: Vec<(f64, bool)> = counted.collect();
    let withheld = counted.iter().filter(|(_, is_withheld)| *is_withheld);
    let pupils: f64 = counted.iter().map(|(pupils, _)| pupils).sum();
    match withheld.count() {
        0 => false,
        1 => true,
        _ => pupils < FEWEST_PUPILS,
    }
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
    let pupils: Vec<Resting> = pupils.collect();
    let reasons: Vec<Reasons> = Reasons::of(&pupils, &[(0..pupils.len()).collect()])
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
