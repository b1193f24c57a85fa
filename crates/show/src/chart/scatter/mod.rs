//! Trusts' figures against a part of their context: a dot for each trust, with the line through them.

mod drawing;
mod words;

use std::rc::Rc;

use method::{Analysis, ContextLine, Contexts, FiguresAgainst, NoLine, PointAgainst, Rank};
use plot::{Plot, Width};
use records::terms::{AcademicYear, ContextPart, Figure, Focus, Measure, Region, lead_region};
use stats::Level as Confidence;

use crate::chart::key::KeyItem;
use crate::chart::words::heads;

use super::Chart;
use super::adjusted::difference;
use super::beyond::in_one;
use super::context::{figure_words, part_with_unit};
use super::finding::with_unit;
use super::of_analysis;
use super::table::{Caption, Cell, Column, Table};
use super::top_ten::figure_column;
use super::trust::{Trust, TrustColumn, focus_in_sentence, shown, unit_of};

/// The chart as data: the trusts with their part of the context, and the line.
#[derive(Debug, Clone, PartialEq)]
pub struct ScatterChart {
    title: String,
    subtitle: String,
    part: ContextPart,
    year: Option<AcademicYear>,
    measure: Measure,
    focus: Focus,
    /// The level of the line's interval.
    level: Confidence,
    figure_head: String,
    line: Result<ContextLine, NoLine>,
    dots: Vec<Dot>,
}

#[derive(Debug, Clone, PartialEq)]
struct Dot {
    trust: Trust,
    point: PointAgainst,
    /// The rank in the region.
    rank: Option<(Rank, usize)>,
    light: Light,
}

/// How much a dot stands out, the least first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Light {
    /// Another is highlighted.
    Behind,
    /// As all are, or of the highlighted region.
    Usual,
    /// Found by name: it is named.
    Named,
}

/// The parts of the context that are known of some trust with a figure, in their order.
#[must_use]
pub fn parts_known(analysis: &Analysis, contexts: &Contexts) -> Vec<ContextPart> {
    let is_known = |part: &ContextPart| {
        let mut trusts = analysis.trusts.iter().filter(|trust| trust.figure().is_some());
        trusts.any(|trust| contexts.of(trust).is_some_and(|of| of.value(*part).figure().is_some()))
    };
    ContextPart::ALL.into_iter().filter(is_known).collect()
}

impl ScatterChart {
    /// The chart of an analysis against a part of the context, with a region's trusts and those with these numbers
    /// highlighted.
    ///
    /// ```
    /// use method::{Contexts, FiguresAgainst, IntervalChoices, Measured, Rules};
    /// use read::layout::read_file;
    /// use records::model::Library;
    /// use records::terms::ContextPart;
    /// use show::chart::{Chart, ScatterChart};
    /// let mut csv = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,TPUP_MATPTINC,PFSM6CLA1A_MATPTINC,\
    ///                PTL2BASICS_95_WGTAVG_FSM6CLA1A\n".to_owned();
    /// for uid in 0..24 {
    ///     let region = if uid % 2 > 0 { "London" } else { "South West" };
    ///     csv.push_str(&format!("{uid},TRUST {uid},{region},400,{}%,{}%\n", 10 + uid, 40 - uid + uid % 3));
    /// }
    /// let mut library = Library::default();
    /// library.add(read_file("mats_2022-23.csv", csv.as_bytes()).unwrap());
    /// let rules = Rules::default();
    /// let measured = Measured::after(None, &library.newest().unwrap(), &rules).unwrap();
    /// let analysis = measured.analysis(rules.focus, rules.regional, &[], &IntervalChoices::default()).unwrap();
    /// let contexts = Contexts::new(measured.judgement());
    /// let against = FiguresAgainst::new(&analysis, &contexts, ContextPart::Disadvantaged);
    /// let chart = ScatterChart::new(&analysis, &against, None, &[]);
    /// assert_eq!(chart.title(), "Trusts with more disadvantaged pupils have lower figures on average");
    /// ```
    #[must_use]
    pub fn new(analysis: &Analysis, against: &FiguresAgainst, highlighted: Option<Region>, named: &[Rc<str>]) -> Self {
        let (rules, part) = (analysis.rules, against.part);
        let dots = against.points.iter().filter_map(|point| {
            let trust = analysis.trusts.get(point.trust)?;
            let light = if named.contains(&trust.uid) {
                Light::Named
            } else if highlighted.is_some_and(|region| trust.region != Some(region)) {
                Light::Behind
            } else {
                Light::Usual
            };
            Some(Dot {
                trust: Trust::new(analysis, trust),
                point: *point,
                rank: analysis.regional_rank_among(trust),
                light,
            })
        });
        let line = against.line.as_ref();
        let title = words::title(part, line.ok(), rules.focus);
        let mut said = vec![words::dots(&shown(analysis), part)];
        match line {
            Ok(line) => {
                let change = change(line, part, rules.measure);
                said.push(words::LINE_AND_BAND.to_owned());
                said.extend(change.map(|change| words::change(part, change, line.share_explained)));
            }
            Err(reason) => said.push(reason.to_string()),
        }
        said.extend(highlighted.map(|region| words::highlighted(region.in_sentence())));
        if against.without > 0 {
            said.push(words::without(against.without));
        }
        if line.is_ok() {
            said.push(words::CAUTION.to_owned());
        }
        Self {
            title: of_analysis(analysis, title),
            subtitle: of_analysis(analysis, said.join(" ")),
            part,
            year: analysis.year,
            measure: rules.measure,
            focus: rules.focus,
            level: analysis.level(),
            figure_head: figure_column(analysis),
            line: against.line.clone(),
            dots: dots.collect(),
        }
    }

    /// A dot in words: its figure, its part of the context, and what trusts with such a context have.
    fn words_of(&self, dot: &Dot) -> String {
        let basis = dot.trust.basis;
        let figure = focus_in_sentence(dot.point.figure, basis, self.focus);
        let context = figure_words(dot.point.context, basis);
        let beside = dot.point.expected.and_then(|expected| {
            let more = dot.point.figure.minus(expected)?;
            Some(words::beside(&with_unit(expected, self.focus), &difference(more)))
        });
        let region = lead_region(dot.trust.of.region);
        words::dot(
            [dot.trust.readable_name(), region, &figure],
            (self.part, &context),
            beside.as_deref(),
        )
    }

    fn named(&self) -> impl Iterator<Item = &Dot> {
        self.dots.iter().filter(|dot| dot.light == Light::Named)
    }
}

/// By how much figures differ with so much more of a part, with the ends of the interval: 10 of a share, 1 of a score.
fn change(line: &ContextLine, part: ContextPart, measure: Measure) -> Option<[Figure; 3]> {
    let step = words::step(part);
    let interval = line.slope_interval()?;
    let figure = |number: f64| Figure::new(number * step, measure.unit());
    Some([
        figure(line.slope().value)?,
        figure(interval.low())?,
        figure(interval.high())?,
    ])
}

impl Chart for ScatterChart {
    fn heads(&self) -> [&str; 2] {
        [&self.title, &self.subtitle]
    }

    fn description(&self) -> String {
        let mut said = vec![self.subtitle.clone()];
        said.extend(self.named().map(|dot| format!("{}.", self.words_of(dot))));
        said.join(" ")
    }

    fn table(&self) -> Table {
        let trust = |dot: &Dot| -> Cell { Cell::name(&dot.trust.of.name) };
        let basis = |dot: &Dot| dot.trust.basis;
        let expected = |dot: &Dot| dot.point.expected.map_or(Cell::Nothing(words::NO_LINE), Cell::Figure);
        let more = |dot: &Dot| {
            let more = dot.point.expected.and_then(|expected| dot.point.figure.minus(expected));
            more.map_or(Cell::Nothing(words::NO_LINE), Cell::Figure)
        };
        let columns = [
            Column::words(heads::TRUST, trust),
            TrustColumn::REGION.headed(heads::LEAD_REGION, |dot: &Dot| &dot.trust),
            Column::numbers(&part_with_unit(self.part, self.year), |dot: &Dot| {
                Cell::of_trust(records::terms::Value::Published(dot.point.context), basis(dot))
            }),
            TrustColumn::FIGURE.headed(&self.figure_head, |dot: &Dot| &dot.trust),
            Column::numbers(words::ON_THE_LINE, expected),
            Column::numbers(words::DIFFERENCE, more).in_unit(unit_of(self.measure.unit(), Focus::Gap)),
        ];
        Table::new(Caption::new(&*self.title, &*self.subtitle), &columns, &self.dots)
    }

    fn key(&self) -> Vec<KeyItem> {
        drawing::key(self)
    }

    fn plot(&self, width: Width) -> Plot {
        drawing::plot(self, width)
    }

    fn beyond(&self, id: &str) -> Option<String> {
        let dot = self.dots.iter().find(|dot| *dot.trust.of.uid == *id)?;
        in_one([dot.trust.interval(), dot.rank.map(crate::chart::funnel::words::rank)])
    }
}
