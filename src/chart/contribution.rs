//! Why a trust's figure is what it is: its schools, each with its value and its share of the weight.

use std::rc::Rc;

use crate::layout::Amount;
use crate::method::{
    Analysis, Contribution, SchoolFigures, Scope, TrustFigures, contributions, greatest_influence,
};
use crate::model::{Basis, DataSet};
use crate::terms::{Figure, Focus, Missing, Unit, Urn, Value, readable_name};
use crate::words::chart::contribution as words;
use crate::words::chart::heads;

use super::beyond::{End, place_in_words};
use super::contribution_picture::draw;
use super::picture::Picture;
use super::table::{Cell, Column, Table};
use super::top_ten::figure_column;
use super::trust::{focus_in_sentence, shown, unit_of};
use super::{Chart, of_loaded};

/// The chart as data: a trust's figure, its region's and its schools'.
#[derive(Debug, Clone, PartialEq)]
pub struct ContributionChart {
    title: String,
    subtitle: String,
    figure_column: String,
    pub(super) unit: Unit,
    pub(super) focus: Focus,
    /// The trust's figure and its region's, as upright lines.
    pub(super) lines: Vec<Line>,
    /// By their share of the weight, the greatest first; those without a value last.
    pub(super) schools: Vec<School>,
}

/// A figure beside which the schools stand.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Line {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) figure: Figure,
    pub(super) words: String,
    /// Whether it is the trust's.
    pub(super) is_trust: bool,
}

/// A school.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct School {
    pub(super) urn: Urn,
    pub(super) name: String,
    pub(super) words: String,
    pub(super) place: Place,
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

/// Where a school stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Place {
    /// At its value, with its share of the weight in per cent.
    At {
        /// Its value.
        value: Figure,
        /// Its share.
        share: Figure,
    },
    /// Nowhere, for this reason.
    Nowhere(Missing),
}

impl ContributionChart {
    /// The chart of the trust in that place of the analysis of this data set; nothing where there is no such trust.
    #[must_use]
    pub fn new(data: &DataSet, analysis: &Analysis, place: usize) -> Option<Self> {
        let trust = analysis.trusts.get(place)?;
        let parts = contributions(analysis, trust);
        let schools = parts.iter().map(|part| School::new(analysis, part));
        let mut schools: Vec<School> = schools.collect();
        // A stable order: those without a value keep theirs among themselves.
        let (placed, unplaced): (Vec<School>, Vec<School>) = schools
            .drain(..)
            .partition(|school| matches!(school.place, Place::At { .. }));
        Some(Self {
            title: title(analysis, trust, &parts),
            subtitle: if parts.is_empty() {
                words::no_schools(&shown(analysis), &joined(data, &trust.uid))
            } else {
                let rules = &analysis.rules;
                let weight = rules.weight.in_sentence();
                let words = words::subtitle(&shown(analysis), rules.focus, &weight);
                of_loaded(analysis.trusts_of_part(), words)
            },
            figure_column: figure_column(analysis),
            unit: analysis.rules.measure.unit(),
            focus: analysis.rules.focus,
            lines: lines(analysis, trust),
            schools: placed.into_iter().chain(unplaced).collect(),
        })
    }

    /// Whether there are schools to show.
    #[must_use]
    pub fn has_schools(&self) -> bool {
        !self.schools.is_empty()
    }
}

impl School {
    fn new(analysis: &Analysis, part: &Contribution<'_>) -> Self {
        let rules = &analysis.rules;
        let SchoolFigures { urn, name, .. } = part.school;
        let name = readable_name(name);
        let reason = part.missing(rules);
        let place = match (reason, part.value.figure()) {
            (None, Some(value)) => part.share.map(|share| Place::At { value, share }),
            _ => None,
        };
        let place = place.unwrap_or(Place::Nowhere(reason.unwrap_or(Missing::NotAvailable)));
        let value = match place {
            Place::At { value, .. } => Ok(computed(value, rules.focus)),
            Place::Nowhere(reason) => Err(reason.reason()),
        };
        let value = value.as_deref().map_err(|reason| *reason);
        let without = part.without.map(|figure| computed(figure, rules.focus));
        Self {
            urn: *urn,
            in_table: Cell::name(&part.school.name),
            value: part.value,
            pupils: part.pupils,
            years: part.school.years,
            share: part.share,
            without: part.without,
            missing: reason,
            words: words::school(&name, value, part, rules.focus, without.as_deref()),
            name,
            place,
        }
    }
}

fn computed(figure: Figure, focus: Focus) -> String {
    focus_in_sentence(figure, Basis::Computed, focus)
}

fn lines(analysis: &Analysis, trust: &TrustFigures) -> Vec<Line> {
    let focus = analysis.rules.focus;
    let of_trust = trust.figure().map(|figure| Line {
        id: trust.uid.to_string(),
        name: words::THE_TRUST.to_owned(),
        figure,
        words: format!(
            "{}: {}",
            readable_name(&trust.name),
            focus_in_sentence(figure, analysis.basis, focus)
        ),
        is_trust: true,
    });
    let of_region = trust.region.and_then(|region| {
        analysis
            .figure_of(Scope::Region(region))
            .map(|figure| Line {
                id: region.name().to_owned(),
                name: region.name().to_owned(),
                figure,
                words: of_loaded(
                    analysis.trusts_of_part(),
                    format!("{}: {}", region.name(), computed(figure, focus)),
                ),
                is_trust: false,
            })
    });
    of_trust.into_iter().chain(of_region).collect()
}

fn title(analysis: &Analysis, trust: &TrustFigures, parts: &[Contribution<'_>]) -> String {
    let name = readable_name(&trust.name);
    let Some(figure) = trust.figure() else {
        let reason = trust.value().missing().unwrap_or(Missing::NotAvailable);
        let measure = analysis.rules.measure.name();
        return words::no_figure(&name, measure, reason.reason());
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
        return words::moves_most((&name, &figure), focus, (&school, moved), &without);
    }
    let heaviest = parts.first().filter(|_| parts.len() > 1);
    match heaviest.and_then(|part| Some((readable_name(&part.school.name), part.share?))) {
        None => format!("{name}: {figure}"),
        Some((school, share)) => words::weighs_most((&name, &figure), (&school, share)),
    }
}

/// The schools that the group links place in a trust, by name where a file tells it, else by number.
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
    let links = links.links().iter().filter(|link| link.trust() == trust);
    links
        .map(|link| name(link.urn).unwrap_or_else(|| words::by_number(link.urn)))
        .collect()
}

impl Chart for ContributionChart {
    fn title(&self) -> &str {
        &self.title
    }

    fn subtitle(&self) -> &str {
        &self.subtitle
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
        let unit = unit_of(self.unit, self.focus);
        let group = self.focus.weighing_group().pupils();
        // A figure, or why there is none.
        let known = |figure: Option<Figure>, school: &School| match (figure, school.missing) {
            (None, Some(reason)) => Cell::Missing(reason),
            (figure, _) => Cell::from(figure),
        };
        let columns = [
            Column::words(heads::SCHOOL, |school: &School| school.in_table.clone()),
            Column::words(heads::URN, |school: &School| {
                Cell::Words(school.urn.to_string())
            }),
            Column::numbers(&self.figure_column, |school: &School| {
                Cell::of_trust(school.value, Basis::Computed)
            }),
            Column::numbers(&words::number_of(group), |school: &School| {
                let pupils = school.pupils;
                pupils.map_or_else(Cell::Missing, |pupils| Cell::Count(pupils.round() as usize))
            }),
            Column::numbers(heads::YEARS_IN_TRUST, |school: &School| {
                let years = school.years.map(|years| years as usize);
                Cell::count(years, words::YEARS_NOT_KNOWN)
            }),
            Column::numbers(words::SHARE, |school: &School| known(school.share, school)),
            Column::numbers(words::WITHOUT_IT, |school: &School| {
                known(school.without, school)
            })
            .in_unit(unit),
        ];
        let caption = format!("{}. {}", self.title, self.subtitle);
        Table::new(caption, &columns, &self.schools)
    }

    fn draw(&self, width: u32) -> Picture {
        draw(self, width)
    }

    fn beyond(&self, id: &str) -> Option<String> {
        let value = |school: &School| match school.place {
            Place::At { value, .. } => Some(value),
            Place::Nowhere(_) => None,
        };
        let mut schools = self.schools.iter();
        let school = schools.find(|school| school.urn.to_string() == id)?;
        let values = self.schools.iter().filter_map(value);
        place_in_words(value(school)?, values, End::Highest, words::SCHOOL)
    }
}
