//! The funnel of trusts: figures by effective size, with the limits within which chance would leave them.

mod drawing;

use std::rc::Rc;

use crate::method::{Analysis, Funnel, FunnelPoint, Rank, Scope, Unplaced};
use crate::model::Basis;
use crate::plot::{Plot, Width};
use crate::stats::funnel::Place;
use crate::terms::order::sorted;
use crate::terms::{Measure, Region, Value, lead_region};
use crate::words::chart::funnel as words;
use crate::words::chart::heads;
use crate::words::chart::precision_words::effective_pupils;

use super::beyond::in_one;
use super::bounds::Bounds;
use super::bounds::interval_in_words;
use super::gap::unit_name;
use super::part_words::in_sentence;
use super::table::{Cell, Column, Table};
use super::trust::{figure_in_sentence, shown};
use super::{Chart, of_loaded};

/// The chart as data: the trusts with their places and limits, the farthest outside first.
#[derive(Debug, Clone, PartialEq)]
pub struct FunnelChart {
    title: String,
    subtitle: String,
    measure: Measure,
    basis: Basis,
    /// Whose trusts stand out, where not all do.
    highlighted: Option<String>,
    funnel: Funnel,
    /// How many trusts it is of, where the files cover a part of the country alone.
    of_part: Option<usize>,
    dots: Vec<Dot>,
    /// The trusts without a place.
    unplaced: Vec<WithoutPlace>,
}

/// A trust without a place.
#[derive(Debug, Clone, PartialEq)]
struct WithoutPlace {
    in_table: Cell,
    region: Option<Region>,
    value: Value,
    reason: Unplaced,
}

/// A row of the table.
enum Line<'a> {
    Dot(&'a Dot),
    Unplaced(&'a WithoutPlace),
}

#[derive(Debug, Clone, PartialEq)]
struct Dot {
    uid: Rc<str>,
    name: Rc<str>,
    /// The name whole.
    in_table: Cell,
    region: Option<Region>,
    point: FunnelPoint,
    /// The figure's interval in words, where it has been asked for.
    interval: Option<String>,
    /// The rank in the region.
    rank: Option<(Rank, usize)>,
    /// Whether it is of the part of the country that is looked at.
    stands_out: bool,
}

impl FunnelChart {
    /// The chart of an analysis and its funnel; the trusts of a part of the country stand out from the others.
    ///
    /// ```
    /// use trust_gap::chart::{Chart, FunnelChart};
    /// use trust_gap::layout::read_file;
    /// use trust_gap::method::{IntervalChoices, Funnel, Limits, Measured, Rules, Scope};
    /// use trust_gap::model::Library;
    /// let csv = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,TPUP_MATPTINC,PFSM6CLA1A_MATPTINC,\
    ///            PTL2BASICS_95_WGTAVG_FSM6CLA1A\n1,ONE,London,400,25%,65%\n2,TWO,London,4000,25%,25%\n";
    /// let mut library = Library::default();
    /// library.add(read_file("mats_2022-23.csv", csv.as_bytes()).unwrap());
    /// let rules = Rules::default();
    /// let measured = Measured::after(None, &library.newest().unwrap(), &rules).unwrap();
    /// let analysis = measured.analysis(rules.focus, rules.regional, &[], &IntervalChoices::default()).unwrap();
    /// let funnel = Funnel::new(&analysis, Limits::Normal).unwrap();
    /// let chart = FunnelChart::new(&analysis, &funnel, Scope::All);
    /// assert_eq!(
    ///     chart.title(),
    ///     "1 of 2 trusts lies beyond the 99.8% limits, more than chance explains"
    /// );
    /// assert_eq!(
    ///     chart.outside_in_words()[0],
    ///     "Above the upper 99.8% limit is 1 trust: One (65%, at most 100 effective pupils)."
    /// );
    /// ```
    #[must_use]
    pub fn new(analysis: &Analysis, funnel: &Funnel, scope: Scope<'_>) -> Self {
        let highlighted = match scope {
            Scope::All => None,
            part => Some(in_sentence(part).to_owned()),
        };
        let points = funnel.points.iter();
        let dots = points
            .filter_map(|point| Dot::new(analysis, *point, scope))
            .collect();
        let unplaced = funnel.unplaced.iter();
        Self {
            title: of_loaded(analysis.trusts_of_part(), words::title(funnel)),
            subtitle: of_loaded(
                analysis.trusts_of_part(),
                words::subtitle(&shown(analysis), funnel, highlighted.as_deref()),
            ),
            of_part: analysis.trusts_of_part(),
            measure: analysis.rules.measure,
            basis: analysis.basis,
            highlighted,
            dots: sorted(dots, |one: &Dot, two| {
                let (one, two) = (one.point.distance, two.point.distance);
                two.total_cmp(&one)
            }),
            unplaced: unplaced
                .filter_map(|(trust, reason)| {
                    let trust = analysis.trusts.get(*trust)?;
                    Some(WithoutPlace {
                        in_table: Cell::name(&trust.name),
                        region: trust.region,
                        value: trust.value(),
                        reason: *reason,
                    })
                })
                .collect(),
            funnel: funnel.clone(),
        }
    }

    /// The same with the interval of each figure, told of a dot at which somebody stops.
    #[must_use]
    pub fn with_intervals(mut self, analysis: &Analysis) -> Self {
        let basis = self.basis;
        for dot in &mut self.dots {
            let precision = analysis
                .trusts
                .get(dot.point.trust)
                .and_then(|trust| trust.precision);
            let bounds = precision.and_then(|of| Bounds::of_trust(dot.point.figure, basis, of));
            dot.interval = bounds.map(|bounds| interval_in_words(analysis.level(), bounds));
        }
        self
    }

    /// The trusts beyond the 99.8% limits in sentences: those above, those below, and what being there does not mean.
    #[must_use]
    pub fn outside_in_words(&self) -> Vec<String> {
        let far_out = |is_above, place| {
            let words = words::far_out(is_above, &self.named(place));
            of_loaded(self.of_part, words)
        };
        vec![
            far_out(true, Place::FarAbove),
            far_out(false, Place::FarBelow),
            words::caution(&self.funnel),
        ]
    }

    /// The trusts in a place: "One (60%, 120 effective pupils)".
    fn named(&self, verdict: Place) -> Vec<String> {
        self.dots
            .iter()
            .filter(|dot| dot.point.verdict == verdict)
            .map(|dot| {
                let figure = figure_in_sentence(dot.point.figure, self.basis);
                format!("{} ({figure}, {})", dot.name, self.pupils(dot.point))
            })
            .collect()
    }

    fn pupils(&self, point: FunnelPoint) -> String {
        words::pupils(point, self.funnel.is_upper_bound)
    }

    /// What is told of a dot: "Twyford, London: 60%, 261 effective pupils, above the upper 99.8% limit".
    fn words_of(&self, dot: &Dot) -> String {
        format!(
            "{}, {}: {}, {}, {}",
            dot.name,
            lead_region(dot.region),
            figure_in_sentence(dot.point.figure, self.basis),
            self.pupils(dot.point),
            words::verdict(dot.point.verdict)
        )
    }

    /// How many trusts lie where, of those that are asked for.
    fn counts(&self, is_asked: fn(&Dot) -> bool) -> [usize; 5] {
        [
            Place::FarAbove,
            Place::Above,
            Place::Within,
            Place::Below,
            Place::FarBelow,
        ]
        .map(|verdict| {
            self.dots
                .iter()
                .filter(|dot| is_asked(dot))
                .filter(|dot| dot.point.verdict == verdict)
                .count()
        })
    }

    fn columns(&self) -> Vec<Column<'_, Line<'_>>> {
        let unit = unit_name(self.measure.unit());
        let dash = || Cell::Nothing(words::NO_PLACE);
        let limit = |head, limit: fn(&FunnelPoint) -> f64| {
            Column::numbers(head, move |line: &Line<'_>| match line {
                Line::Dot(dot) => self.measure.figure(limit(&dot.point)).into(),
                Line::Unplaced(_) => dash(),
            })
            .in_unit(unit)
        };
        vec![
            Column::words(heads::TRUST, |line: &Line<'_>| match line {
                Line::Dot(dot) => dot.in_table.clone(),
                Line::Unplaced(of) => of.in_table.clone(),
            }),
            Column::words(heads::REGION, |line: &Line<'_>| {
                Cell::words(lead_region(match line {
                    Line::Dot(dot) => dot.region,
                    Line::Unplaced(of) => of.region,
                }))
            }),
            Column::numbers(
                effective_pupils(self.funnel.is_upper_bound),
                move |line: &Line<'_>| match line {
                    Line::Dot(dot) => Cell::Count(whole(dot.point.effective_pupils)),
                    Line::Unplaced(_) => dash(),
                },
            ),
            Column::numbers(heads::FIGURE, |line: &Line<'_>| {
                let value = match line {
                    Line::Dot(dot) => Value::Published(dot.point.figure),
                    Line::Unplaced(of) => of.value,
                };
                Cell::of_trust(value, self.basis)
            })
            .in_unit(unit),
            limit(words::INNER_FROM, |point| point.limits.inner.low()),
            limit(words::INNER_TO, |point| point.limits.inner.high()),
            limit(words::OUTER_FROM, |point| point.limits.outer.low()),
            limit(words::OUTER_TO, |point| point.limits.outer.high()),
            Column::words(words::WHERE_IT_LIES, |line: &Line<'_>| match line {
                Line::Dot(dot) => Cell::words(words::verdict(dot.point.verdict)),
                Line::Unplaced(of) => Cell::Words(words::why_no_place(of.reason.reason())),
            }),
        ]
    }
}

impl Chart for FunnelChart {
    fn title(&self) -> &str {
        &self.title
    }

    fn subtitle(&self) -> &str {
        &self.subtitle
    }

    fn description(&self) -> String {
        let mut sentences = vec![
            self.subtitle.clone(),
            words::counts(&self.funnel, self.counts(|_| true)),
        ];
        if let Some(part) = &self.highlighted {
            let counts = words::counts_of(part, self.counts(|dot| dot.stands_out));
            sentences.push(of_loaded(self.of_part, counts));
        }
        for (verdict, is_above) in [(Place::FarAbove, true), (Place::FarBelow, false)] {
            let mut dots = self.dots.iter();
            if let Some(dot) = dots.find(|dot| dot.point.verdict == verdict) {
                sentences.push(words::farthest(is_above, &self.words_of(dot)));
            }
        }
        if !self.unplaced.is_empty() {
            sentences.push(words::without_place(self.unplaced.len()));
        }
        sentences.join(" ")
    }

    fn table(&self) -> Table {
        let dots = self.dots.iter().map(Line::Dot);
        let unplaced = self.unplaced.iter().map(Line::Unplaced);
        let caption = words::caption(&self.subtitle);
        Table::new(caption, &self.columns(), dots.chain(unplaced))
    }

    fn plot(&self, width: Width) -> Plot {
        drawing::plot(self, width)
    }

    fn beyond(&self, id: &str) -> Option<String> {
        let dot = self.dots.iter().find(|dot| *dot.uid == *id)?;
        let rank = dot.rank.map(words::rank);
        in_one([dot.interval.clone(), rank])
    }
}

impl Dot {
    fn new(analysis: &Analysis, point: FunnelPoint, scope: Scope<'_>) -> Option<Self> {
        let trust = analysis.trusts.get(point.trust)?;
        Some(Self {
            uid: Rc::clone(&trust.uid),
            name: Rc::clone(&trust.readable_name),
            in_table: Cell::name(&trust.name),
            region: trust.region,
            point,
            interval: None,
            rank: analysis.regional_rank_among(trust),
            stands_out: scope.is_of(trust),
        })
    }
}

/// A number of effective pupils as it is shown.
fn whole(pupils: f64) -> usize {
    pupils.round() as usize
}
