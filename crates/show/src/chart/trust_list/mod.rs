//! Every trust of a data set as a list to search, sort and filter.

mod words;

use std::cmp::Ordering;
use std::rc::Rc;

use method::{Analysis, Contexts, Exclusion, Level, Measured, Rank, TrustFigures};
use records::model::Basis;
use records::terms::order::sorted;
use records::terms::{Area, ContextPart, Figure, Region, SchoolType, Value, folded, full_name, lead_region};

use crate::chart::words::heads;

use super::adjusted::adjusted_for;
use super::bounds::{Bounds, bound_cell};
use super::table::{self, Cell, Table, rounding_in_words};
use super::top_ten::figure_column;

/// The list: eligible trusts, then those that are not, each with the rule that left it out.
#[derive(Debug, Clone, PartialEq)]
pub struct TrustList {
    /// The head of the figures' column.
    pub figure_column: String,
    basis: Basis,
    /// What the figures are adjusted for, if they are.
    adjusted_for: Option<String>,
    lines: Vec<TrustLine>,
}

/// A trust of the list.
#[derive(Debug, Clone, PartialEq)]
pub struct TrustLine {
    /// The Department's number.
    pub uid: Rc<str>,
    /// The name as people read it.
    pub name: String,
    /// The name as it is searched for.
    folded: String,
    /// The data of an eligible trust, or the rule that left it out.
    pub kind: LineKind,
}

/// Whether a trust is eligible.
#[derive(Debug, Clone, PartialEq)]
pub enum LineKind {
    /// Eligible.
    Eligible(EligibleLine),
    /// Not eligible, for this reason.
    LeftOut(String),
}

/// The data of an eligible trust.
#[derive(Debug, Clone, PartialEq)]
pub struct EligibleLine {
    /// Its index among the trusts of the analysis.
    pub index: usize,
    /// The lead region.
    pub region: Option<Region>,
    /// The number of schools that count, if known.
    pub schools: Option<usize>,
    /// Pupils at the end of key stage 4.
    pub pupils: Option<f64>,
    /// The share of disadvantaged pupils.
    pub disadvantaged: Value,
    /// The figure of the focus.
    pub value: Value,
    /// Its interval.
    pub bounds: Option<Bounds>,
    /// The rank in its region, and in England.
    pub ranks: Option<(Option<u32>, u32)>,
    types: Vec<SchoolType>,
    is_selective: bool,
    /// By the user's areas: whether it belongs to each.
    areas: Vec<bool>,
}

/// The sort key of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SortKey {
    /// The trust's name.
    Name,
    /// The lead region's name.
    Region,
    /// Schools that count.
    Schools,
    /// Pupils at the end of key stage 4.
    Pupils,
    /// The share of disadvantaged pupils.
    Disadvantaged,
    /// The figure of the focus.
    Figure,
    /// The rank in the region.
    RegionalRank,
    /// The rank in England.
    Rank,
}

impl SortKey {
    /// All of them, in the order of the columns: on a narrow screen the first are in sight.
    pub const ALL: [Self; 8] = [
        Self::Name,
        Self::Figure,
        Self::RegionalRank,
        Self::Rank,
        Self::Region,
        Self::Schools,
        Self::Pupils,
        Self::Disadvantaged,
    ];
}

/// How large a trust is, by its pupils at the end of key stage 4.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// Fewer than 400.
    Small,
    /// From 400 to 999.
    Medium,
    /// 1,000 and more.
    Large,
}

impl Size {
    /// All sizes.
    pub const ALL: [Self; 3] = [Self::Small, Self::Medium, Self::Large];

    /// Its key.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Small => "small",
            Self::Medium => "medium",
            Self::Large => "large",
        }
    }

    fn of(pupils: f64) -> Self {
        if pupils < 400.0 {
            Self::Small
        } else if pupils < 1000.0 {
            Self::Medium
        } else {
            Self::Large
        }
    }
}

/// How many of a trust's pupils are disadvantaged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Intake {
    /// Less than a fifth.
    Few,
    /// From a fifth to less than a third.
    Some,
    /// A third and more.
    Many,
}

impl Intake {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Few, Self::Some, Self::Many];

    /// Its key.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Few => "few",
            Self::Some => "some",
            Self::Many => "many",
        }
    }

    fn of(share: Figure) -> Self {
        if share.number() < 20.0 {
            Self::Few
        } else if share.number() < 100.0 / 3.0 {
            Self::Some
        } else {
            Self::Many
        }
    }
}

/// Which schools a trust has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Schools {
    /// At least one of a type.
    Of(SchoolType),
    /// At least one that selects its pupils.
    Selective,
}

/// The search, filters and order of the list; empty for everything.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TrustQuery {
    /// Letters of the name; case and accents make no difference.
    pub text: String,
    /// The lead region.
    pub region: Option<Region>,
    /// The index of one of the user's areas.
    pub area: Option<usize>,
    /// The size.
    pub size: Option<Size>,
    /// The share of disadvantaged pupils.
    pub intake: Option<Intake>,
    /// The schools.
    pub schools: Option<Schools>,
    /// Whether trusts that are not eligible are shown, too.
    pub with_left_out: bool,
    /// The sort key; `None` for rank.
    pub sort: Option<SortKey>,
    /// Whether the order is reversed. Missing values always come last.
    pub is_descending: bool,
}

impl TrustList {
    /// The list of an analysis with the precision of its figures.
    #[must_use]
    pub fn new(measured: &Measured, analysis: &Analysis, areas: &[Area]) -> Self {
        let contexts = Contexts::new(measured.judgement());
        let of_areas: Vec<Vec<Rc<str>>> = areas.iter().map(|area| measured.uids_in(area)).collect();
        let eligible = analysis.trusts.iter().enumerate().map(|(index, trust)| {
            let line = eligible_line(analysis, &contexts, &of_areas, (index, trust));
            TrustLine::new(&trust.uid, &trust.name, LineKind::Eligible(line))
        });
        let left_out = analysis.excluded.iter().filter_map(left_out_line);
        Self {
            figure_column: figure_column(analysis),
            basis: analysis.basis,
            adjusted_for: adjusted_for(analysis),
            lines: eligible.chain(left_out).collect(),
        }
    }

    /// The trusts that are asked for, in order.
    #[must_use]
    pub fn find(&self, query: &TrustQuery) -> Vec<&TrustLine> {
        let text = folded(&query.text);
        let lines = self.lines.iter().filter(|line| line.answers(query, &text));
        let key = query.sort.unwrap_or(SortKey::Rank);
        sorted(lines.collect(), |one: &&TrustLine, two| {
            one.compared(two, key, query.is_descending)
        })
    }

    /// How a trust's figure is shown, or why there is none.
    #[must_use]
    pub fn figure_in_words(&self, line: &EligibleLine) -> String {
        Cell::of_trust(line.value, self.basis).text()
    }

    /// That figures are rounded, where two of these trusts' are shown alike and rank differently.
    #[must_use]
    pub fn rounding(&self, lines: &[TrustLine]) -> Option<&'static str> {
        rounding_in_words(lines.iter().filter_map(|line| match &line.kind {
            LineKind::Eligible(of) => Some((self.figure_in_words(of), of.ranks?.1)),
            LineKind::LeftOut(_) => None,
        }))
    }

    /// Trusts as a table for download.
    #[must_use]
    pub fn table(&self, lines: &[&TrustLine]) -> Table {
        type Column<'a> = table::Column<'a, TrustLine>;
        let eligible = |head, cell: fn(&EligibleLine, Basis) -> Cell| {
            Column::numbers(head, move |line| match &line.kind {
                LineKind::Eligible(of) => cell(of, self.basis),
                LineKind::LeftOut(_) => Cell::Nothing(words::NOT_ELIGIBLE),
            })
        };
        let columns = [
            Column::words(heads::TRUST, |line| Cell::words(&*line.name)),
            Column::words(heads::UID, |line| Cell::words(&*line.uid)),
            Column::words(heads::LEAD_REGION, |line| match &line.kind {
                LineKind::Eligible(of) => Cell::words(lead_region(of.region)),
                LineKind::LeftOut(_) => Cell::Nothing(words::NOT_ELIGIBLE),
            }),
            eligible(heads::SCHOOLS_THAT_COUNT, |of, _| {
                Cell::count(of.schools, words::SCHOOLS_NOT_KNOWN)
            }),
            eligible(words::PUPILS, |of, _| {
                let pupils = of.pupils.map(|pupils| pupils as usize);
                Cell::count(pupils, words::PUPILS_NOT_KNOWN)
            }),
            eligible(words::DISADVANTAGED, |of, basis| {
                Cell::of_trust(of.disadvantaged, basis)
            }),
            eligible(&self.figure_column, |of, basis| Cell::of_trust(of.value, basis)),
            eligible(words::LOW, |of, _| bound_cell(of.bounds, |of| of.low)),
            eligible(words::HIGH, |of, _| bound_cell(of.bounds, |of| of.high)),
            eligible(heads::RANK_IN_REGION, |of, _| {
                Cell::rank(of.ranks.and_then(|(regional, _)| regional))
            }),
            eligible(heads::RANK_IN_ENGLAND, |of, _| {
                Cell::rank(of.ranks.map(|(_, rank)| rank))
            }),
            Column::words(words::LEFT_OUT_BECAUSE, |line| match &line.kind {
                LineKind::Eligible(_) => Cell::Nothing(words::ELIGIBLE),
                LineKind::LeftOut(reason) => Cell::words(&**reason),
            }),
        ];
        Table::new(words::CAPTION, &columns, lines.iter().copied())
            .with_rounding(&self.figure_column, heads::RANK_IN_ENGLAND)
            .adjusted_for(self.adjusted_for.clone())
    }
}

impl TrustLine {
    fn new(uid: &Rc<str>, name: &str, kind: LineKind) -> Self {
        let name = full_name(name);
        Self {
            uid: Rc::clone(uid),
            folded: folded(&name),
            name,
            kind,
        }
    }

    fn answers(&self, query: &TrustQuery, text: &str) -> bool {
        if !self.folded.contains(text) {
            return false;
        }
        match &self.kind {
            LineKind::Eligible(line) => line.answers(query),
            // No more is known about a trust that is left out.
            LineKind::LeftOut(_) => query.with_left_out && query.asks_nothing_of_figures(),
        }
    }

    /// Which of two comes first. Equal ones stay as they stood, and what is missing comes last both ways.
    fn compared(&self, other: &Self, key: SortKey, is_descending: bool) -> Ordering {
        let order = match (self.sorts_by(key), other.sorts_by(key)) {
            (None, None) => return Ordering::Equal,
            (None, _) => return Ordering::Greater,
            (_, None) => return Ordering::Less,
            (Some(Key::Words(one)), Some(Key::Words(two))) => one.cmp(two),
            (Some(Key::Number(one)), Some(Key::Number(two))) => one.cmp(&two),
            _ => Ordering::Equal,
        };
        if is_descending { order.reverse() } else { order }
    }

    fn sorts_by(&self, key: SortKey) -> Option<Key<'_>> {
        let LineKind::Eligible(line) = &self.kind else {
            return (key == SortKey::Name).then_some(Key::Words(&self.folded));
        };
        let figure = |value: Value| value.figure().map(Figure::steps);
        let number = match key {
            SortKey::Name => return Some(Key::Words(&self.folded)),
            SortKey::Region => return Some(Key::Words(lead_region(line.region))),
            SortKey::Schools => line.schools.map(|count| count as i64),
            SortKey::Pupils => line.pupils.map(|pupils| pupils as i64),
            SortKey::Disadvantaged => figure(line.disadvantaged),
            SortKey::Figure => figure(line.value),
            SortKey::RegionalRank => line.ranks.and_then(|(rank, _)| rank).map(i64::from),
            SortKey::Rank => line.ranks.map(|(_, rank)| i64::from(rank)),
        };
        number.map(Key::Number)
    }
}

/// What a line is sorted by.
enum Key<'a> {
    Words(&'a str),
    Number(i64),
}

impl TrustQuery {
    const fn asks_nothing_of_figures(&self) -> bool {
        self.region.is_none()
            && self.area.is_none()
            && self.size.is_none()
            && self.intake.is_none()
            && self.schools.is_none()
    }
}

impl EligibleLine {
    fn answers(&self, query: &TrustQuery) -> bool {
        let intake = self.disadvantaged.figure().map(Intake::of);
        query.region.is_none_or(|region| Some(region) == self.region)
            && query.area.is_none_or(|area| self.areas.get(area) == Some(&true))
            && query.size.is_none_or(|size| self.pupils.map(Size::of) == Some(size))
            && query.intake.is_none_or(|asked| intake == Some(asked))
            && query.schools.is_none_or(|schools| match schools {
                Schools::Of(of) => self.types.contains(&of),
                Schools::Selective => self.is_selective,
            })
    }
}

fn eligible_line(
    analysis: &Analysis,
    contexts: &Contexts,
    of_areas: &[Vec<Rc<str>>],
    (index, trust): (usize, &TrustFigures),
) -> EligibleLine {
    let context = contexts.of(trust);
    let value = |part| {
        context.map_or(Value::Missing(records::terms::Missing::NotAvailable), |context| {
            context.value(part)
        })
    };
    let counted: usize = context.map_or(0, |context| context.types.iter().map(|(_, count)| count).sum());
    let schools = if trust.schools.is_empty() {
        counted
    } else {
        trust.schools.len()
    };
    let ranks = trust.rank().map(|rank| (trust.regional_rank(), rank));
    EligibleLine {
        index,
        region: trust.region,
        schools: (schools > 0).then_some(schools),
        pupils: trust.pupils,
        disadvantaged: value(ContextPart::Disadvantaged),
        value: trust.value(),
        bounds: Bounds::new(trust.figure(), analysis.basis, trust.precision),
        ranks: ranks.map(|(regional, rank)| (regional.map(Rank::number), rank.number())),
        types: context.map_or_else(Vec::new, |context| context.types.iter().map(|(of, _)| *of).collect()),
        is_selective: value(ContextPart::Selective)
            .figure()
            .is_some_and(|share| share.number() > 0.0),
        areas: of_areas.iter().map(|uids| uids.contains(&trust.uid)).collect(),
    }
}

fn left_out_line(exclusion: &Exclusion) -> Option<TrustLine> {
    let uid = exclusion.uid.as_ref()?;
    (exclusion.level == Level::Trust).then(|| {
        let reason = LineKind::LeftOut(exclusion.reason.to_string());
        TrustLine::new(uid, &exclusion.name, reason)
    })
}
