//! The funnel plot of trusts: figures by effective size, with control limits.

pub(super) mod words;

mod drawing;

use std::rc::Rc;

use method::{Analysis, Funnel, FunnelPoint, Omitted, Rank, Scope};
use plot::{Plot, Width};
use records::terms::order::sorted;
use records::terms::{Measure, lead_region};
use stats::funnel::FunnelZone;

use crate::chart::key::KeyItem;
use crate::chart::precision::words::effective_pupils;
use crate::chart::strip::words::found;
use crate::chart::words::heads;

use super::beyond::in_one;
use super::gap::unit_name;
use super::part::in_sentence;
use super::table::{Cell, Column, Table};
use super::trust::{Trust, TrustColumn, figure_in_sentence, shown};
use super::{Chart, of_analysis, of_loaded};

/// The chart as data: the trusts with their positions and limits, the farthest outside first.
#[derive(Debug, Clone, PartialEq)]
pub struct FunnelChart {
    title: String,
    subtitle: String,
    measure: Measure,
    /// The part of the country whose trusts are highlighted; `None` for all.
    highlighted: Option<String>,
    funnel: Funnel,
    /// How many trusts it is of, where the files cover a part of the country alone.
    of_part: Option<usize>,
    dots: Vec<Dot>,
    /// The trusts that are not in it, and why.
    omitted: Vec<(Trust, Omitted)>,
}

/// A row of the table: a trust with its point, or why it has none.
type Line<'a> = (&'a Trust, Result<FunnelPoint, Omitted>);

#[derive(Debug, Clone, PartialEq)]
struct Dot {
    trust: Trust,
    point: FunnelPoint,
    /// The rank in the region.
    rank: Option<(Rank, usize)>,
    /// Whether it is of the part of the country that is looked at.
    stands_out: bool,
    /// Whether it was found by name.
    is_found: bool,
}

impl FunnelChart {
    /// The chart of an analysis and its funnel, with the trusts in a part of the country highlighted.
    ///
    /// ```
    /// use show::chart::{Chart, FunnelChart};
    /// use read::layout::read_file;
    /// use method::{IntervalChoices, Funnel, Limits, Measured, Rules, Scope};
    /// use records::model::Library;
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
    ///     "1 of 2 trusts is outside the 99.8% limits, more than chance explains"
    /// );
    /// assert_eq!(
    ///     chart.outside_in_words()[0],
    ///     "1 trust is above the upper 99.8% limit: One (65%, at most 100 effective pupils)."
    /// );
    /// ```
    #[must_use]
    pub fn new(analysis: &Analysis, funnel: &Funnel, scope: Scope<'_>) -> Self {
        let highlighted = match scope {
            Scope::All => None,
            part => Some(in_sentence(part).to_owned()),
        };
        let points = funnel.points.iter();
        let dots = points.filter_map(|point| Dot::new(analysis, *point, scope));
        let mut omitted = Vec::new();
        for (index, reason) in &funnel.omitted {
            let trust = analysis.trusts.get(*index);
            omitted.extend(trust.map(|trust| (Trust::new(analysis, trust), *reason)));
        }
        Self {
            title: of_analysis(analysis, words::title(funnel)),
            subtitle: of_analysis(
                analysis,
                words::subtitle(&shown(analysis), funnel, highlighted.as_deref()),
            ),
            of_part: analysis.trusts_of_part(),
            measure: analysis.rules.measure,
            highlighted,
            dots: sorted(dots.collect(), |one: &Dot, two| {
                let (one, two) = (one.point.distance, two.point.distance);
                two.total_cmp(&one)
            }),
            omitted,
            funnel: funnel.clone(),
        }
    }

    /// The same chart in which the trust with this number stands out, if it has a dot.
    #[must_use]
    pub fn with_found(mut self, uid: &str) -> Self {
        let mut dots = self.dots.iter_mut();
        if let Some(dot) = dots.find(|dot| *dot.trust.of.uid == *uid) {
            (dot.is_found, dot.stands_out) = (true, true);
            self.subtitle.push(' ');
            self.subtitle.push_str(&found(dot.trust.readable_name()));
        }
        self
    }

    /// The trusts beyond the 99.8% limits in sentences: those above, those below, and what being there does not mean.
    #[must_use]
    pub fn outside_in_words(&self) -> Vec<String> {
        let far_out = |is_above, zone| {
            let words = words::far_out(is_above, &self.named(zone));
            of_loaded(self.of_part, words)
        };
        vec![
            far_out(true, FunnelZone::FarAbove),
            far_out(false, FunnelZone::FarBelow),
            words::caution(&self.funnel),
        ]
    }

    /// The farthest trust above the 99.8% limits and the farthest below them, a sentence each.
    pub(super) fn farthest_in_words(&self) -> Vec<String> {
        let farthest = |verdict, is_above| {
            let dot = self.in_zone(verdict).next()?;
            Some(words::farthest(is_above, &self.words_of(dot)))
        };
        let both = [
            farthest(FunnelZone::FarAbove, true),
            farthest(FunnelZone::FarBelow, false),
        ];
        both.into_iter().flatten().collect()
    }

    /// The trusts beyond the 99.8% limits on one side, the farthest first, with each trust's number.
    #[must_use]
    pub fn far_out_table(&self, is_above: bool) -> (Table, Vec<Rc<str>>) {
        let zone = if is_above {
            FunnelZone::FarAbove
        } else {
            FunnelZone::FarBelow
        };
        let dots: Vec<&Dot> = self.in_zone(zone).collect();
        let caption = of_loaded(self.of_part, words::how_many_far_out(is_above, dots.len()));
        let uids = dots.iter().map(|dot| Rc::clone(&dot.trust.of.uid)).collect();
        let lines = dots.iter().map(|dot| (&dot.trust, Ok(dot.point)));
        (Table::new(caption, &self.columns(true), lines), uids)
    }

    /// How the limits and the numbers of pupils are worked out, with their parameters.
    #[must_use]
    pub fn how_worked_out(&self) -> String {
        words::how_worked_out(&self.funnel)
    }

    fn in_zone(&self, verdict: FunnelZone) -> impl Iterator<Item = &Dot> {
        let dots = self.dots.iter();
        dots.filter(move |dot| dot.point.verdict == verdict)
    }

    /// The trusts of a zone: "One (60%, 120 effective pupils)".
    fn named(&self, verdict: FunnelZone) -> Vec<String> {
        let named = self.in_zone(verdict).map(|dot| {
            let [figure, pupils] = self.figure_and_pupils(dot);
            format!("{} ({figure}, {pupils})", dot.trust.readable_name())
        });
        named.collect()
    }

    /// A dot's figure and its pupils.
    fn figure_and_pupils(&self, dot: &Dot) -> [String; 2] {
        [
            figure_in_sentence(dot.point.figure, dot.trust.basis),
            words::pupils(dot.point, self.funnel.is_upper_bound),
        ]
    }

    /// A dot in words: "Twyford, London: 60%, 261 effective pupils, above the upper 99.8% limit".
    fn words_of(&self, dot: &Dot) -> String {
        let [figure, pupils] = self.figure_and_pupils(dot);
        let region = lead_region(dot.trust.of.region);
        let verdict = words::verdict(dot.point.verdict);
        format!("{}, {region}: {figure}, {pupils}, {verdict}", dot.trust.readable_name())
    }

    /// The number of trusts in each zone: of all, or of the highlighted ones.
    fn counts(&self, of_all: bool) -> [usize; 5] {
        [
            FunnelZone::FarAbove,
            FunnelZone::Above,
            FunnelZone::Within,
            FunnelZone::Below,
            FunnelZone::FarBelow,
        ]
        .map(|verdict| {
            let dots = self.in_zone(verdict);
            dots.filter(|dot| of_all || dot.stands_out).count()
        })
    }

    /// All columns, or those of the trusts beyond one limit: without the inner limits and the position.
    fn columns<'a>(&self, is_short: bool) -> Vec<Column<'a, Line<'a>>> {
        fn trust<'a>((trust, _): &'a Line<'_>) -> &'a Trust {
            trust
        }
        let measure = self.measure;
        let unit = unit_name(measure.unit());
        let of_point = |head: &str, cell: fn(&FunnelPoint, Measure) -> Cell| {
            Column::numbers(head, move |(_, at): &Line<'_>| {
                let at = at.as_ref().ok();
                at.map_or(Cell::Nothing(words::OMITTED), |at| cell(at, measure))
            })
        };
        let mut columns = vec![
            TrustColumn::NAME.of(trust),
            TrustColumn::REGION.headed(heads::REGION, trust),
            of_point(effective_pupils(self.funnel.is_upper_bound), |at, _| {
                Cell::Count(at.effective_pupils.round() as usize)
            }),
            TrustColumn::FIGURE.of(trust).in_unit(unit),
        ];
        if !is_short {
            columns.extend([
                of_point(words::INNER_FROM, |at, of| of.figure(at.limits.inner.low()).into()).in_unit(unit),
                of_point(words::INNER_TO, |at, of| of.figure(at.limits.inner.high()).into()).in_unit(unit),
            ]);
        }
        columns.extend([
            of_point(words::OUTER_FROM, |at, of| of.figure(at.limits.outer.low()).into()).in_unit(unit),
            of_point(words::OUTER_TO, |at, of| of.figure(at.limits.outer.high()).into()).in_unit(unit),
        ]);
        if !is_short {
            columns.push(Column::words(words::POSITION, |(_, at): &Line<'_>| match at {
                Ok(point) => Cell::words(words::verdict(point.verdict)),
                Err(omitted) => Cell::Words(words::why_omitted(omitted.reason())),
            }));
        }
        columns
    }
}

impl Chart for FunnelChart {
    fn heads(&self) -> [&str; 2] {
        [&self.title, &self.subtitle]
    }

    fn description(&self) -> String {
        let mut sentences = vec![self.subtitle.clone(), words::counts(&self.funnel, self.counts(true))];
        if let Some(part) = &self.highlighted {
            let counts = words::counts_of(part, self.counts(false));
            sentences.push(of_loaded(self.of_part, counts));
        }
        sentences.extend(self.farthest_in_words());
        if let Some(found) = self.dots.iter().find(|dot| dot.is_found) {
            sentences.push(format!("{}.", self.words_of(found)));
        }
        if !self.omitted.is_empty() {
            sentences.push(words::omitted(self.omitted.len()));
        }
        sentences.join(" ")
    }

    fn table(&self) -> Table {
        let dots = self.dots.iter().map(|dot| (&dot.trust, Ok(dot.point)));
        let omitted = self.omitted.iter();
        let omitted = omitted.map(|(trust, reason)| (trust, Err(*reason)));
        let caption = words::caption(&self.subtitle, &self.funnel);
        Table::new(caption, &self.columns(false), dots.chain(omitted))
    }

    fn key(&self) -> Vec<KeyItem> {
        drawing::key(self.highlighted.is_some())
    }

    fn plot(&self, width: Width) -> Plot {
        drawing::plot(self, width)
    }

    fn beyond(&self, id: &str) -> Option<String> {
        let dot = self.dots.iter().find(|dot| *dot.trust.of.uid == *id)?;
        in_one([dot.trust.interval(), dot.rank.map(words::rank)])
    }
}

impl Dot {
    fn new(analysis: &Analysis, point: FunnelPoint, scope: Scope<'_>) -> Option<Self> {
        let trust = analysis.trusts.get(point.trust)?;
        Some(Self {
            trust: Trust::new(analysis, trust),
            point,
            rank: analysis.regional_rank_among(trust),
            stands_out: scope.is_of(trust),
            is_found: false,
        })
    }
}
