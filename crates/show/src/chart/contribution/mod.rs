//! Why a trust's figure is what it is: its schools, each with its value and its share of the weight.

mod words;

use std::rc::Rc;

use method::{Analysis, Contribution, Rules, SchoolFigures, Scope, TrustFigures, contributions, greatest_influence};
use plot::{Along, Ink, Mark, Plot, Rows, Subject, Width};
use records::Amount;
use records::model::{Basis, DataSet};
use records::terms::{Figure, Focus, Missing, Unit, Urn, Value, readable_name};

use crate::chart::key::{KeyItem, Sign, words as key};
use crate::chart::words::heads;

use super::beyond::{End, rank_in_words};
use super::table::{self, Caption, Cell, Table};
use super::top_ten::figure_column;
use super::trust::{focus_in_sentence, shown, unit_of};
use super::{Chart, inks, of_analysis, scale};

/// The radius of the dot of a school that is all of a trust, in pixels.
const GREATEST: f64 = 14.0;

/// That of a dot that can still be seen and pointed at.
const LEAST: f64 = 2.5;

/// How far a vertical line extends past the middle of a row of dots, in pixels.
const REACH: f64 = 11.0;

/// The chart as data: a trust's figure, its region's and its schools'.
#[derive(Debug, Clone, PartialEq)]
pub struct ContributionChart {
    title: String,
    subtitle: String,
    figure_column: String,
    unit: Unit,
    focus: Focus,
    /// The figures of the trust and its region, as vertical lines.
    lines: Vec<Line>,
    /// By their share of the weight, the greatest first; those without a value last.
    schools: Vec<School>,
}

/// A reference line.
#[derive(Debug, Clone, PartialEq)]
struct Line {
    id: String,
    name: String,
    figure: Figure,
    words: String,
    /// Whether it is the trust's.
    is_trust: bool,
}

/// A school.
#[derive(Debug, Clone, PartialEq)]
struct School {
    urn: Urn,
    name: String,
    words: String,
    /// Its value and its share of the weight in per cent, by which it has a dot; or why it has none.
    at: Result<(Figure, Figure), Missing>,
    /// The name whole.
    in_table: Cell,
    value: Value,
    pupils: Amount,
    years: Option<u32>,
    share: Option<Figure>,
    /// The trust's figure without it.
    without: Option<Figure>,
    /// Why it is not in the trust's figure.
    missing: Option<Missing>,
}

impl ContributionChart {
    /// The chart of the trust with this index in the analysis. Returns `None` if there is no such trust.
    #[must_use]
    pub fn new(data: &DataSet, analysis: &Analysis, index: usize) -> Option<Self> {
        let trust = analysis.trusts.get(index)?;
        let rules = &analysis.rules;
        let parts = contributions(analysis, trust);
        let (mut schools, mut nowhere) = (Vec::new(), Vec::new());
        for part in &parts {
            let school = School::new(rules, part);
            if school.at.is_ok() {
                schools.push(school);
            } else {
                nowhere.push(school);
            }
        }
        schools.append(&mut nowhere);
        Some(Self {
            title: title(analysis, trust, &parts),
            subtitle: if parts.is_empty() {
                words::no_schools(&shown(analysis), &joined(data, &trust.uid))
            } else {
                let weight = rules.weight.in_sentence();
                let words = words::subtitle(&shown(analysis), rules.focus, &weight);
                of_analysis(analysis, words)
            },
            figure_column: figure_column(analysis),
            unit: rules.measure.unit(),
            focus: rules.focus,
            lines: lines(analysis, trust),
            schools,
        })
    }

    /// Whether there are schools to show.
    #[must_use]
    pub fn has_schools(&self) -> bool {
        !self.schools.is_empty()
    }

    /// A figure's vertical line, from its own row to the last that has a dot; on a narrow picture in pieces, past the
    /// words above the dots.
    fn vertical(&self, plot: &mut Plot, width: Width, index: usize, line: &Line) {
        let x = Along::number(line.figure.number());
        let dots = self.schools.iter().filter(|school| school.at.is_ok());
        let last = (self.lines.len() + dots.count()).saturating_sub(1);
        let mut first = index;
        while first <= last {
            let end = if width.is_narrow() { first } else { last };
            let above = if first == index { 0.0 } else { -REACH };
            let (top, bottom) = (Along::band(first).by(above), Along::band(end).by(REACH));
            let thickness = if line.is_trust { 2.0 } else { 1.0 };
            let mark = Mark::line((x, top), (x, bottom)).size(thickness);
            plot.mark(mark.ink(line.ink()));
            first = end + 1;
        }
    }
}

impl Line {
    const fn ink(&self) -> Ink {
        if self.is_trust { inks::SOLID } else { inks::MEAN }
    }
}

impl School {
    /// Its name, its share and a dot at its value, as large as the share; or why there is none.
    fn marks(&self, width: Width) -> Vec<Mark> {
        let name = Mark::name(&self.name);
        match self.at {
            Ok((value, share)) => {
                // As its area, not its width, is the share.
                let radius = GREATEST * (share.number() / 100.0).sqrt();
                let dot = Mark::dot(value.number()).size(radius.max(LEAST));
                let share = Mark::at_right(share.in_sentence());
                vec![name, share, dot.ink(inks::TRUST)]
            }
            Err(reason) => {
                let words = words::no_value(reason.reason());
                let words = if width.is_narrow() {
                    Mark::text(words, Along::START)
                } else {
                    Mark::at_right(words)
                };
                vec![name.ink(Ink::QUIET), words.ink(Ink::QUIET)]
            }
        }
    }

    fn new(rules: &Rules, part: &Contribution<'_>) -> Self {
        let SchoolFigures { urn, name, years, .. } = part.school;
        let missing = part.missing(rules);
        let at = match (missing, part.value.figure().zip(part.share)) {
            (None, Some(at)) => Ok(at),
            (missing, _) => Err(missing.unwrap_or(Missing::NotAvailable)),
        };
        let readable = readable_name(name);
        let value = at.map(|(value, _)| computed(value, rules.focus));
        let value = value.as_deref().map_err(|reason| reason.reason());
        let without = part.without.map(|figure| computed(figure, rules.focus));
        Self {
            urn: *urn,
            words: words::school(&readable, value, part, rules.focus, without.as_deref()),
            name: readable,
            at,
            in_table: Cell::name(name),
            value: part.value,
            pupils: part.pupils,
            years: *years,
            share: part.share,
            without: part.without,
            missing,
        }
    }
}

fn computed(figure: Figure, focus: Focus) -> String {
    focus_in_sentence(figure, Basis::Computed, focus)
}

fn lines(analysis: &Analysis, trust: &TrustFigures) -> Vec<Line> {
    let focus = analysis.rules.focus;
    let mut lines = Vec::new();
    if let Some(figure) = trust.figure() {
        let words = focus_in_sentence(figure, analysis.basis, focus);
        lines.push(Line {
            id: trust.uid.to_string(),
            name: words::THE_TRUST.to_owned(),
            figure,
            words: format!("{}: {words}", trust.readable_name),
            is_trust: true,
        });
    }
    let of_region = |region| analysis.figure_of(Scope::Region(region));
    if let Some((name, figure)) = trust.region.and_then(|of| Some((of.name(), of_region(of)?))) {
        let words = format!("{name}: {}", computed(figure, focus));
        lines.push(Line {
            id: name.to_owned(),
            name: name.to_owned(),
            figure,
            words: of_analysis(analysis, words),
            is_trust: false,
        });
    }
    lines
}

fn title(analysis: &Analysis, trust: &TrustFigures, parts: &[Contribution<'_>]) -> String {
    let name = &trust.readable_name;
    let Some(figure) = trust.figure() else {
        let reason = trust.value().missing().unwrap_or(Missing::NotAvailable);
        let measure = analysis.rules.measure.name();
        return words::no_figure(name, measure, reason.reason());
    };
    let focus = analysis.rules.focus;
    let figure = focus_in_sentence(figure, analysis.basis, focus);
    let figure = match focus {
        Focus::Gap => words::gap(&figure),
        _ => figure,
    };
    if let Some((part, without, moved)) = greatest_influence(trust, parts) {
        let school = readable_name(&part.school.name);
        let without = computed(without, focus);
        return words::moves_most((name, &figure), focus, (&school, moved), &without);
    }
    let heaviest = parts.first().filter(|_| parts.len() > 1);
    match heaviest.and_then(|part| Some((readable_name(&part.school.name), part.share?))) {
        None => format!("{name}: {figure}"),
        Some((school, share)) => words::weighs_most((name, &figure), (&school, share)),
    }
}

/// The schools that the group links have in a trust, by name if a file gives it, else by number.
fn joined(data: &DataSet, uid: &Rc<str>) -> Vec<String> {
    let Some(links) = data.links.as_deref() else {
        return Vec::new();
    };
    let mut trusts = links.trusts().iter();
    let Some(trust) = trusts.position(|trust| trust.uid.as_str() == &**uid) else {
        return Vec::new();
    };
    let name = |urn: Urn| {
        let schools = &data.schools.as_ref()?.schools;
        let school = schools.iter().find(|school| school.urn() == urn)?;
        Some(readable_name(&school.shared_name()))
    };
    let mut joined = Vec::new();
    for link in links.links().iter().filter(|link| link.trust() == trust) {
        joined.push(name(link.urn).unwrap_or_else(|| words::by_number(link.urn)));
    }
    joined
}

impl Chart for ContributionChart {
    fn heads(&self) -> [&str; 2] {
        [&self.title, &self.subtitle]
    }

    fn description(&self) -> String {
        let lines = self.lines.iter().map(|line| line.words.as_str());
        let schools = self.schools.iter().map(|school| school.words.as_str());
        let said: Vec<&str> = lines.chain(schools).collect();
        if said.is_empty() {
            return self.subtitle.clone();
        }
        format!("{} {}.", self.subtitle, said.join(". "))
    }

    fn table(&self) -> Table {
        type Column<'a> = table::Column<'a, School>;
        let unit = unit_of(self.unit, self.focus);
        let group = self.focus.weighing_group().pupils();
        // A figure, or why there is none.
        let known = |figure: Option<Figure>, school: &School| match (figure, school.missing) {
            (None, Some(reason)) => Cell::Missing(reason),
            (figure, _) => Cell::from(figure),
        };
        let columns = [
            Column::words(heads::SCHOOL, |school| school.in_table.clone()),
            Column::words(heads::URN, |school| Cell::Words(school.urn.to_string())),
            Column::numbers(&self.figure_column, |school| {
                Cell::of_trust(school.value, Basis::Computed)
            }),
            Column::numbers(&words::number_of(group), |school| {
                let pupils = school.pupils;
                pupils.map_or_else(Cell::Missing, |pupils| Cell::Count(pupils.round() as usize))
            }),
            Column::numbers(heads::YEARS_IN_TRUST, |school| {
                let years = school.years.map(|years| years as usize);
                Cell::count(years, words::YEARS_NOT_KNOWN)
            }),
            Column::numbers(words::SHARE, |school| known(school.share, school)),
            Column::numbers(words::WITHOUT_IT, |school| known(school.without, school)).in_unit(unit),
        ];
        let caption = Caption::new(&*self.title, &*self.subtitle);
        Table::new(caption, &columns, &self.schools)
    }

    fn key(&self) -> Vec<KeyItem> {
        let mut items = Vec::new();
        if self.schools.iter().any(|school| school.at.is_ok()) {
            items.push(KeyItem::new(Sign::Dot(6.0), inks::TRUST, key::SCHOOL));
        }
        items.extend(self.lines.iter().map(|line| {
            let (width, words) = match line.is_trust {
                true => (2.0, key::OF_TRUST),
                false => (1.0, key::OF_REGION),
            };
            KeyItem::new(Sign::Tick(width), line.ink(), words)
        }));
        items
    }

    fn plot(&self, width: Width) -> Plot {
        let mut x = scale::figures(self.unit, self.focus);
        if self.lines.is_empty() && self.schools.iter().all(|school| school.at.is_err()) {
            x = x.without_labels();
        }
        let rows = Rows {
            height: [46.0, 28.0],
            most_names: [width.pixels() * 0.38; 2],
            after: 20.0,
            right: [20.0, 118.0],
            words_above: true,
            ..Rows::default()
        };
        let mut plot = Plot::rows(width, x, rows);
        if self.has_schools() {
            plot.head(words::SHARE_OF_WEIGHT);
        }
        for (index, line) in self.lines.iter().enumerate() {
            self.vertical(&mut plot, width, index, line);
        }
        for line in &self.lines {
            let name = Mark::name(&line.name);
            let name = if line.is_trust { name.bold() } else { name };
            let dot = Mark::dot(line.figure.number()).ink(line.ink());
            plot.row(Some(Subject::new(&line.id, &line.words)), [name, dot]);
        }
        for school in &self.schools {
            let about = Subject::new(school.urn.to_string(), &school.words);
            plot.row(Some(about), school.marks(width));
        }
        plot
    }

    fn beyond(&self, id: &str) -> Option<String> {
        let value = |school: &School| Some(school.at.ok()?.0);
        let mut schools = self.schools.iter();
        let school = schools.find(|school| school.urn.to_string() == id)?;
        let mut values = self.schools.iter().filter_map(value);
        rank_in_words(value(school)?, &mut values, End::Highest, words::SCHOOL)
    }
}
