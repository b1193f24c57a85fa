//! Differences between regions against differences within them: both are large.

use records::terms::{Figure, Region};
use stats::five_numbers;
use stats::moments::{Division, Weighted, mean_and_sd};

use super::{Analysis, Scope};

/// How trusts' figures differ, between regions and within each.
#[derive(Debug, Clone, PartialEq)]
pub struct TrustSpread {
    /// Trusts with a figure.
    pub trusts: usize,
    /// How the variance of the trusts' figures divides, with equal weights.
    pub unweighted: Division,
    /// The same, each trust weighted by its pupils in the group; `None` if no file counts pupils.
    pub weighted: Option<Division>,
    /// Trusts with a figure but no number of pupils, which the weighted division leaves out.
    pub without_pupils: usize,
    /// Each region that has a trust with a figure, in the order of their names.
    pub regions: Vec<RegionSpread>,
    /// The two regional figures that are farthest apart, under the current regional rule.
    pub between: Option<RegionsApart>,
    /// The number of trusts in it, if the files cover only part of the country.
    pub of_part: Option<usize>,
}

/// A region, with the differences between its trusts' figures.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RegionSpread {
    /// The region.
    pub region: Region,
    /// How its trusts' figures differ.
    pub within: PartSpread,
}

/// How the figures of the trusts of a part of the country differ.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PartSpread {
    /// Its trusts with a figure.
    pub trusts: usize,
    /// The index in the analysis of the trust with the lowest figure, the first of several.
    pub lowest: usize,
    /// The one with the highest.
    pub highest: usize,
    /// The highest minus the lowest.
    pub range: Figure,
    /// The standard deviation of the trusts' figures, in the figures' unit: they are the whole
    /// population, not a sample.
    pub sd: f64,
}

/// The regions with the lowest and the highest figure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RegionsApart {
    /// The region with the lowest, and its figure.
    pub lowest: (Region, Figure),
    /// The region with the highest.
    pub highest: (Region, Figure),
    /// The highest minus the lowest.
    pub range: Figure,
}

impl TrustSpread {
    /// The region whose trusts are farthest apart.
    #[must_use]
    pub fn widest(&self) -> Option<&RegionSpread> {
        let mut widest: Option<&RegionSpread> = None;
        for region in &self.regions {
            let is_wider = |than: &&RegionSpread| region.within.range.steps() > than.within.range.steps();
            if widest.as_ref().is_none_or(is_wider) {
                widest = Some(region);
            }
        }
        widest
    }
}

/// How the figures of an analysis differ between regions and within them; `None` if no trust has
/// one.
///
/// Sums of squares of an analysis of variance by lead region (see [`Division`]), whatever the regional rule.
///
/// ```
/// use read::layout::read_file;
/// use method::{analyse, spread, Rules};
/// use records::model::Library;
/// let csv = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,PTL2BASICS_95_WGTAVG_FSM6CLA1A\n\
///            1,ONE,London,60%\n2,TWO,London,40%\n3,THREE,South West,20%\n4,FOUR,South West,40%\n";
/// let mut library = Library::default();
/// library.add(read_file("mats_2022-23.csv", csv.as_bytes()).unwrap());
/// let analysis = analyse(&library.newest().unwrap(), &Rules::default()).unwrap();
/// let found = spread(&analysis).unwrap();
/// // Means 50 and 30 about 40: 4 x 100 between; every trust is 10 from its region's mean: 4 x 100 within.
/// assert_eq!(found.unweighted.share_between(), Some(0.5));
/// assert_eq!(found.between.unwrap().range.number(), 20.0);
/// assert_eq!(found.regions[0].within.range.number(), 20.0);
/// ```
#[must_use]
pub fn spread(analysis: &Analysis) -> Option<TrustSpread> {
    let by_region = |weight: &dyn Fn(usize) -> Option<f64>| -> Vec<Vec<Weighted>> {
        let of = |region| {
            let numbers = numbers(analysis, Scope::Region(region));
            numbers.filter_map(|(index, figure)| Some((weight(index)?, figure.number())))
        };
        Region::ALL.into_iter().map(|region| of(region).collect()).collect()
    };
    let pupils = |index: usize| analysis.trusts.get(index)?.group_pupils;
    let figures = analysis.trusts.iter().enumerate();
    let with_figure = figures.filter(|(_, trust)| trust.figure().is_some());
    let without_pupils = with_figure.filter(|(index, _)| pupils(*index).is_none());
    let regions = Region::ALL.into_iter();
    let regions: Vec<RegionSpread> = regions
        .filter_map(|region| {
            let within = part_spread(analysis, Scope::Region(region))?;
            Some(RegionSpread { region, within })
        })
        .collect();
    Some(TrustSpread {
        trusts: regions.iter().map(|region| region.within.trusts).sum(),
        unweighted: Division::of(&by_region(&|_| Some(1.0)))?,
        weighted: Division::of(&by_region(&pupils)),
        without_pupils: without_pupils.count(),
        regions,
        between: apart(analysis),
        of_part: analysis.trusts_of_part(),
    })
}

/// The figures of the trusts of a part of the country, with their indices.
fn numbers<'a>(analysis: &'a Analysis, scope: Scope<'a>) -> impl Iterator<Item = (usize, Figure)> + 'a {
    let trusts = analysis.trusts.iter().enumerate();
    trusts
        .filter(move |(_, trust)| scope.is_of(trust))
        .filter_map(|(index, trust)| Some((index, trust.figure()?)))
}

/// How the figures of the trusts of a part of the country differ; `None` if none of them has one.
#[must_use]
pub fn part_spread(analysis: &Analysis, scope: Scope<'_>) -> Option<PartSpread> {
    let trusts: Vec<(usize, Figure)> = numbers(analysis, scope).collect();
    let (mut lowest, mut highest) = (*trusts.first()?, *trusts.first()?);
    for &(index, figure) in &trusts {
        if figure.steps() < lowest.1.steps() {
            lowest = (index, figure);
        }
        if figure.steps() > highest.1.steps() {
            highest = (index, figure);
        }
    }
    let weighted: Vec<Weighted> = trusts.iter().map(|(_, figure)| (1.0, figure.number())).collect();
    let (_, sd) = mean_and_sd(&weighted)?;
    Some(PartSpread {
        trusts: trusts.len(),
        lowest: lowest.0,
        highest: highest.0,
        range: highest.1.minus(lowest.1)?,
        sd,
    })
}

/// Where the figures of the trusts of a part of the country are.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PartSpan {
    /// The trusts with a figure.
    pub trusts: usize,
    /// The lowest figure.
    pub lowest: Figure,
    /// The ends of the middle half: the first and the third quartile.
    pub middle_half: (Figure, Figure),
    /// The highest figure.
    pub highest: Figure,
}

/// The span of the figures of the trusts of a part of the country; `None` if none of them has one.
///
/// ```
/// use read::layout::read_file;
/// use method::{analyse, part_span, Rules, Scope};
/// use records::model::Library;
/// let csv = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,PTL2BASICS_95_WGTAVG_FSM6CLA1A\n\
///            1,ONE,London,60%\n2,TWO,London,40%\n3,THREE,London,20%\n4,FOUR,South West,90%\n";
/// let mut library = Library::default();
/// library.add(read_file("mats_2022-23.csv", csv.as_bytes()).unwrap());
/// let analysis = analyse(&library.newest().unwrap(), &Rules::default()).unwrap();
/// let span = part_span(&analysis, Scope::Region(records::terms::Region::London)).unwrap();
/// assert_eq!((span.trusts, span.lowest.number(), span.highest.number()), (3, 20.0, 60.0));
/// assert_eq!((span.middle_half.0.number(), span.middle_half.1.number()), (30.0, 50.0));
/// ```
#[must_use]
pub fn part_span(analysis: &Analysis, scope: Scope<'_>) -> Option<PartSpan> {
    let figures: Vec<f64> = numbers(analysis, scope).map(|(_, figure)| figure.number()).collect();
    let trusts = figures.len();
    let unit = analysis.rules.measure.unit();
    let figure = |number| Figure::new(number, unit);
    let [lowest, first, _, third, highest] = five_numbers(figures)?;
    Some(PartSpan {
        trusts,
        lowest: figure(lowest)?,
        middle_half: (figure(first)?, figure(third)?),
        highest: figure(highest)?,
    })
}

fn apart(analysis: &Analysis) -> Option<RegionsApart> {
    let figures = analysis.regions_best_first();
    let ends = [figures.first()?, figures.last()?];
    let [best, worst] = ends.map(|(region, figure)| (region.region, *figure));
    let (lowest, highest) = if best.1.steps() < worst.1.steps() {
        (best, worst)
    } else {
        (worst, best)
    };
    Some(RegionsApart {
        lowest,
        highest,
        range: highest.1.minus(lowest.1)?,
    })
}
