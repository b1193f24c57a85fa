//! What is decided about a column before any of its cells is used: the unit of shares, what commas and points
//! separate, what a dash means, whether days or months come first.

use records::intake::Field;
use records::terms::order::sorted;
use records::terms::{Date, DayOfYear, Group, Measure, Missing, Unit, Written};
use records::{DoubtKind, EVIDENCE_KEPT, Evidence, Grounds, Question, Reading, excerpt};

use crate::source::{ColumnIndex, RowIndex, Table};

use super::cell::{self, Separates, Style};
use super::reader::Reader;
use super::{Cells, Columns, Variable};

/// The styles of a file's columns.
#[derive(Debug, Clone)]
pub(super) struct Styles {
    others: Style,
    decided: Vec<(ColumnIndex, Style)>,
}

impl Default for Styles {
    fn default() -> Self {
        Self {
            others: Style::PUBLISHED,
            decided: Vec::new(),
        }
    }
}

impl Styles {
    /// How the cells of a column are read.
    pub(super) fn of(&self, column: ColumnIndex) -> Style {
        let mut decided = self.decided.iter();
        let known = decided.find(|(known, _)| *known == column);
        known.map_or(self.others, |&(_, style)| style)
    }

    /// The same, where there is a column.
    pub(super) fn column(&self, column: Option<ColumnIndex>) -> Style {
        column.map_or(self.others, |column| self.of(column))
    }

    fn set(&mut self, column: ColumnIndex, change: impl FnOnce(&mut Style)) {
        let mut style = self.of(column);
        change(&mut style);
        self.decided.retain(|(known, _)| *known != column);
        self.decided.push((column, style));
    }
}

/// What the columns of one row have to do with each other.
#[derive(Debug, Clone, Copy)]
enum Relation {
    /// The figure for all pupils is between those of its two groups.
    Between { all: ColumnIndex, groups: [ColumnIndex; 2] },
    /// Two shares make a whole.
    Whole([ColumnIndex; 2]),
    /// A share is that of the pupils counted here among all.
    Counted {
        share: ColumnIndex,
        part: ColumnIndex,
        all: ColumnIndex,
    },
}

impl Relation {
    /// Its columns of shares.
    fn shares(self) -> Vec<ColumnIndex> {
        match self {
            Self::Between { all, groups } => [all].into_iter().chain(groups).collect(),
            Self::Whole(parts) => parts.to_vec(),
            Self::Counted { share, .. } => vec![share],
        }
    }

    /// Its columns of counts.
    fn counts(self) -> Vec<ColumnIndex> {
        match self {
            Self::Between { .. } | Self::Whole(_) => Vec::new(),
            Self::Counted { part, all, .. } => vec![part, all],
        }
    }

    /// Whether percentages and counts, in the order of its columns, can be so, rounded to whole numbers as published.
    fn fits(self, percentages: &[f64], counts: &[f64]) -> bool {
        match (self, percentages, counts) {
            (Self::Between { .. }, &[all, one, other], _) => {
                (one.min(other) - 1.0..=one.max(other) + 1.0).contains(&all)
            }
            (Self::Whole(_), &[one, other], _) => (one + other - 100.0).abs() <= 1.5,
            (Self::Counted { .. }, &[share], &[part, all]) if all > 0.0 => (share - 100.0 * part / all).abs() <= 1.0,
            _ => true,
        }
    }
}

/// The columns of numbers of a file.
#[derive(Debug, Default)]
struct NumberColumns {
    shares: Vec<ColumnIndex>,
    /// With the least and the largest that they may hold.
    decimals: Vec<(ColumnIndex, (i32, i32))>,
    counts: Vec<ColumnIndex>,
    relations: Vec<Relation>,
}

impl NumberColumns {
    /// Those of a file.
    fn of(columns: &Columns) -> Self {
        // What is in doubt about figures is said in the file's order.
        let figures = sorted(columns.figures().to_vec(), |(.., one), (.., two)| one.cmp(two));
        let mut numbers = Self::default();
        for (measure, group, column) in figures {
            numbers.decimals.push((column, measure.unit().range()));
            if measure.unit() != Unit::Percent {
                continue;
            }
            numbers.shares.push(column);
            let groups = [Group::Disadvantaged, Group::Other];
            let groups = groups.map(|group| columns.get(Field::Figure(measure, group)));
            if let (Group::All, [Some(one), Some(other)]) = (group, groups) {
                numbers.relations.push(Relation::Between {
                    all: column,
                    groups: [one, other],
                });
            }
        }
        for column in columns.of_cells(Cells::Share) {
            numbers.shares.push(column);
            numbers.decimals.push((column, (0, 100)));
        }
        let share = columns.get(Field::DisadvantagedShare);
        if let (Some(one), Some(other)) = (share, columns.get(Variable::OtherShare)) {
            numbers.relations.push(Relation::Whole([one, other]));
        }
        let counts = [Group::Disadvantaged, Group::All].map(Field::Pupils);
        let counts = counts.map(|pupils| columns.get(pupils));
        if let (Some(share), [Some(part), Some(all)]) = (share, counts) {
            numbers.relations.push(Relation::Counted { share, part, all });
        }
        for column in columns.of_cells(Cells::Start) {
            numbers.decimals.push((column, (0, cell::BEST_START)));
        }
        for column in columns.ends_of_intervals() {
            let range = Measure::Progress8.unit().range();
            numbers.decimals.push((column, range));
        }
        numbers.counts = columns.of_cells(Cells::Count);
        numbers
    }
}

impl Reader<'_> {
    /// Decides about the columns of numbers, by all their cells.
    pub(super) fn decide_numbers(&mut self, columns: &Columns) {
        let columns = NumberColumns::of(columns);
        self.decide_dash(&columns);
        for &(column, range) in &columns.decimals {
            self.decide_marks(column, ',', range);
            // No other number is in the thousands, so that none has points between them.
            if range.1 >= 1000 {
                self.decide_marks(column, '.', range);
            }
        }
        for &column in &columns.counts {
            self.decide_points_of_counts(column);
        }
        self.decide_units(&columns);
        self.decide_small_percentages(&columns.shares);
    }

    /// A cell as evidence; a row where there is no column.
    fn evidence(&self, row: RowIndex, column: Option<ColumnIndex>) -> Evidence {
        let table = self.table;
        let number = || {
            let number = self.number(row, column?)?;
            let has_sign = table.numbers(column?)?.has_percent_sign(row.index());
            Some(format!("{number}{}", if has_sign { "%" } else { "" }))
        };
        Evidence {
            line: Some(table.line(row)),
            column: column.map(|column| self.name_of(column)),
            value: number().unwrap_or_else(|| excerpt(self.text(row, column))),
        }
    }

    fn name_of(&self, column: ColumnIndex) -> String {
        self.heading.header.name(column).to_owned()
    }

    /// Decides about a column, or what is called so, by the rows that the decision touches.
    pub(super) fn ask(
        &mut self,
        kind: DoubtKind,
        column: Option<String>,
        [likeliest, other]: [Reading; 2],
        grounds: Grounds,
        touched: Touched,
    ) -> Reading {
        self.noted.doubts.decide(Question {
            kind,
            column,
            likeliest,
            others: vec![other],
            grounds,
            evidence: touched.evidence,
            rows: touched.rows,
            lines: touched.lines,
        })
    }

    /// The same of a column by its name.
    pub(super) fn ask_of(
        &mut self,
        kind: DoubtKind,
        column: ColumnIndex,
        readings: [Reading; 2],
        grounds: Grounds,
        touched: Touched,
    ) -> Reading {
        let name = self.name_of(column);
        self.ask(kind, Some(name), readings, grounds, touched)
    }

    /// A cell that holds only a dash: not stated, or nought. One decision for the whole file.
    fn decide_dash(&mut self, columns: &NumberColumns) {
        let table = self.table;
        let decimals = columns.decimals.iter().map(|&(column, _)| column);
        let mut touched = Touched::default();
        for column in columns.counts.iter().copied().chain(decimals) {
            for row in rows_with_words(table, column) {
                if Missing::from_code(table.cell(row, column)) == Some(Missing::Dash) {
                    touched.note(self, row, column);
                }
            }
        }
        if touched.rows > 0 {
            let readings = [Reading::NotStated, Reading::Zero];
            let reading = self.ask(DoubtKind::Dash, None, readings, Grounds::Assumed, touched);
            self.noted.styles.others.dash = reading;
        }
    }

    /// What the commas, or the points, of a column separate, where some cells could be read either way.
    fn decide_marks(&mut self, column: ColumnIndex, mark: char, (_, highest): (i32, i32)) {
        let table = self.table;
        if self.has_no(mark, column) {
            return;
        }
        let style = self.noted.styles.of(column);
        let with = |reading| styled(style, mark, reading);
        let other_mark = if mark == ',' { '.' } else { ',' };
        let mut marks = Marks::default();
        let mut largest_plain: Option<f64> = None;
        for row in table.rows() {
            let plain = self.number(row, column);
            let text = cell::unprotected(table.cell(row, column));
            match cell::separated_by(mark, text) {
                Separates::Thousands if cell::decimal_of(text, style).is_some() => {
                    marks.for_thousands.note(self, row, column);
                }
                Separates::Decimals if cell::share_of(text, style).is_some() => {
                    marks.for_decimals.note(self, row, column);
                }
                Separates::Either => {
                    if let Some((number, _)) = cell::share_of(text, with(Reading::Thousands)) {
                        marks.touched.note(self, row, column);
                        if number > f64::from(highest) {
                            marks.for_decimals.note(self, row, column);
                        }
                    }
                }
                // A cell that is ambiguous itself does not show anything.
                _ if cell::separated_by(other_mark, text) == Separates::Either => {}
                _ => {
                    let number = plain.or_else(|| Some(cell::share_of(text, style)?.0));
                    let Some(number) = number else { continue };
                    if number.fract() != 0.0 {
                        marks.for_thousands.note(self, row, column);
                    }
                    largest_plain = Some(largest_plain.unwrap_or(0.0).max(number.abs()));
                }
            }
        }
        // Numbers of one column are mostly of one size. Here a comma is mostly between thousands, and a point is before
        // decimals.
        let by_size = match largest_plain.map_or(mark == ',', |largest| largest >= 100.0) {
            true => Reading::Thousands,
            false => Reading::Decimals,
        };
        let mixed = match (marks.for_thousands.rows, marks.for_decimals.rows) {
            // No such number is a thousand, whatever others have for their decimals.
            _ if highest < 1000 => (Reading::Decimals, Grounds::Settled),
            (thousands, decimals) if thousands > decimals => (Reading::Thousands, Grounds::Assumed),
            _ => (Reading::Decimals, Grounds::Assumed),
        };
        self.ask_marks(column, mark, marks, by_size, mixed);
    }

    /// What the points of a column of counts separate: a count is no fraction, but some programs write its noughts.
    fn decide_points_of_counts(&mut self, column: ColumnIndex) {
        const MARK: char = '.';
        /// So many pupils are in no school or trust.
        const TOO_MANY: f64 = 100_000.0;
        if self.has_no(MARK, column) {
            return;
        }
        let table = self.table;
        let style = self.noted.styles.of(column);
        let mut marks = Marks::default();
        let mut largest = 0.0_f64;
        for row in table.rows() {
            let is_plain = self.is_number(row, column);
            let text = cell::unprotected(table.cell(row, column));
            match cell::separated_by(MARK, text) {
                Separates::Either => {
                    let with = styled(style, MARK, Reading::Thousands);
                    let (Ok(number), _) = cell::count(text, with) else {
                        continue;
                    };
                    marks.touched.note(self, row, column);
                    largest = largest.max(number);
                    if cell::without_noughts(text) == text {
                        marks.for_thousands.note(self, row, column);
                    }
                }
                Separates::Decimals if cell::without_noughts(text) != text => {
                    marks.for_decimals.note(self, row, column);
                }
                // Beside decimals all would have them.
                Separates::Thousands | Separates::Nothing if is_plain || cell::count(text, style).0.is_ok() => {
                    marks.for_thousands.note(self, row, column);
                }
                _ => {}
            }
        }
        let by_size = match largest >= TOO_MANY {
            true => Reading::Decimals,
            false => Reading::Thousands,
        };
        let mixed = (Reading::Thousands, Grounds::Assumed);
        self.ask_marks(column, MARK, marks, by_size, mixed);
    }

    /// Whether no cell of a column that is kept as numbers has such a mark beside those that are numbers.
    fn has_no(&self, mark: char, column: ColumnIndex) -> bool {
        let has_mark = |word: &str| word.contains(mark);
        let numbers = self.table.numbers(column);
        numbers.is_some_and(|numbers| !numbers.words().iter().any(has_mark))
    }

    /// Decides what marks separate, where some are open: by the cells that speak for one or the other, where there are
    /// none by the size of numbers, and where there are both as is said for such a mixture.
    fn ask_marks(
        &mut self,
        column: ColumnIndex,
        mark: char,
        marks: Marks,
        by_size: Reading,
        mixed: (Reading, Grounds),
    ) {
        let mut touched = marks.touched;
        if touched.rows == 0 {
            return;
        }
        let (likeliest, grounds) = match (marks.for_thousands.rows, marks.for_decimals.rows) {
            (0, 0) => (by_size, Grounds::Assumed),
            (_, 0) => (Reading::Thousands, Grounds::Settled),
            (0, _) => (Reading::Decimals, Grounds::Settled),
            _ => mixed,
        };
        let (speaks, other) = if likeliest == Reading::Thousands {
            (marks.for_thousands, Reading::Decimals)
        } else {
            (marks.for_decimals, Reading::Thousands)
        };
        if grounds == Grounds::Settled {
            touched.evidence = speaks.evidence;
        }
        let kind = if mark == ',' {
            DoubtKind::Commas
        } else {
            DoubtKind::Points
        };
        let reading = self.ask_of(kind, column, [likeliest, other], grounds, touched);
        self.noted
            .styles
            .set(column, |style| *style = styled(*style, mark, reading));
    }

    /// A share as it is written, with whether a percent sign follows it; `None` if there is none.
    fn share_written(&self, row: RowIndex, column: ColumnIndex) -> Option<(f64, bool)> {
        let table = self.table;
        if let Some(numbers) = table.numbers(column)
            && let Some(number) = numbers.number(row.index())
        {
            return Some((number, numbers.has_percent_sign(row.index())));
        }
        let text = table.cell(row, column);
        if Missing::from_code(text).is_some() {
            return None;
        }
        let share = cell::share_of(cell::unprotected(text), self.noted.styles.of(column))?;
        (0.0..=100.0).contains(&share.0).then_some(share)
    }

    /// The number of a column of counts; `None` if there is none.
    pub(super) fn count(&self, row: RowIndex, column: ColumnIndex) -> Option<f64> {
        let style = self.noted.styles.of(column);
        let word = || cell::count(self.table.cell(row, column), style).0.ok();
        self.number(row, column).or_else(word)
    }

    /// Whether each column of shares holds percentages or fractions.
    fn decide_units(&mut self, columns: &NumberColumns) {
        let mut shares: Vec<ShareColumn> = columns.shares.iter().map(|&column| self.share_column(column)).collect();
        if shares.iter().all(|share| share.settled.is_some()) {
            return;
        }
        // What one relation settles may settle another.
        for _ in 0..3 {
            for index in 0..shares.len() {
                self.settle_unit(index, &mut shares, &columns.relations);
            }
        }
        let has_fractions = shares
            .iter()
            .any(|share| share.is_fractional() && share.settled.unwrap_or(share.likeliest()) != Reading::Percent);
        let has_percentages = shares.iter().any(|share| share.above > 0);
        for share in shares {
            self.ask_unit(share, has_fractions, has_percentages);
        }
    }

    /// What a column of shares holds, whatever others do.
    fn share_column(&self, column: ColumnIndex) -> ShareColumn {
        let table = self.table;
        let mut share = ShareColumn::new(column);
        let numbers = table.numbers(column);
        // In published files every share has a sign, so nothing is ambiguous.
        if numbers.is_some_and(|numbers| numbers.without_sign().is_empty())
            && !rows_with_words(table, column).any(|row| self.share_written(row, column).is_some())
        {
            share.settled = Some(Reading::Percent);
            return share;
        }
        for row in table.rows() {
            match self.share_written(row, column) {
                Some((_, true)) => share.signed += 1,
                Some((number, false)) if number > 1.0 => {
                    share.above += 1;
                    share.above_a_little += usize::from(number <= 5.0);
                    share.decimals_above = share.decimals_above.max(decimals(number));
                }
                Some((number, false)) if number > 0.0 => {
                    if number < 1.0 {
                        share.between += 1;
                        let fewest = share.fewest_decimals_between.unwrap_or(u32::MAX);
                        share.fewest_decimals_between = Some(fewest.min(decimals(number)));
                    }
                    share.touched.note(self, row, column);
                }
                _ => {}
            }
        }
        // Ones alone are 1% among percentages.
        if share.touched.rows == 0 || (share.above > 0 && !share.is_fractional()) {
            share.settled = Some(Reading::Percent);
        }
        share
    }

    /// Lets the other columns of its relations settle whether a column holds fractions.
    fn settle_unit(&self, index: usize, shares: &mut [ShareColumn], relations: &[Relation]) {
        let Some(share) = shares.get(index).filter(|share| share.settled.is_none()) else {
            return;
        };
        let (column, fractions) = (share.column, share.as_fractions());
        let (mut for_fractions, mut for_percent) = (Touched::default(), Touched::default());
        let unit_of = |column: ColumnIndex| {
            let mut shares = shares.iter();
            shares.find(|share| share.column == column)?.settled
        };
        let style = |shares| Style {
            shares,
            ..Style::PUBLISHED
        };
        for &relation in relations {
            let (of, counted) = (relation.shares(), relation.counts());
            if !of.contains(&column) {
                continue;
            }
            for row in self.table.rows() {
                let Some((number, false)) = self.share_written(row, column) else {
                    continue;
                };
                if number > 1.0 || number <= 0.0 {
                    continue;
                }
                let read = |unit: Reading| -> Option<Vec<f64>> {
                    let read_one = |&other: &ColumnIndex| {
                        let (number, has_sign) = self.share_written(row, other)?;
                        let unit = if other == column {
                            unit
                        } else if has_sign || number == 0.0 {
                            Reading::Percent
                        } else {
                            unit_of(other).or_else(|| relation.unit_of_partner(unit))?
                        };
                        Some(style(unit).percentage(number, has_sign))
                    };
                    of.iter().map(read_one).collect()
                };
                let (Some(percent), Some(fraction)) = (read(Reading::Percent), read(fractions)) else {
                    continue;
                };
                let counts = counted.iter().map(|&column| self.count(row, column));
                let Some(counts) = counts.collect::<Option<Vec<f64>>>() else {
                    continue;
                };
                let fits = |percentages: &[f64]| relation.fits(percentages, &counts);
                let speaks = match (fits(&fraction), fits(&percent)) {
                    (true, false) => &mut for_fractions,
                    (false, true) => &mut for_percent,
                    _ => continue,
                };
                for &of in of.iter().chain(&counted) {
                    speaks.note(self, row, of);
                }
                speaks.votes += 1;
                speaks.votes_below_one += usize::from(number < 1.0);
            }
        }
        let settled = match (for_fractions.votes, for_percent.votes) {
            (fractions, percent) if fractions > 20 * percent => Some((for_fractions, share.as_fractions())),
            (fractions, percent) if percent > 20 * fractions => Some((for_percent, Reading::Percent)),
            _ => None,
        };
        // The meaning of a 1 does not show that of other numbers if the column is mixed.
        let settled = settled.filter(|(speaks, _)| {
            let is_fractional = share.is_fractional();
            !is_fractional || speaks.votes_below_one > 0
        });
        if let (Some((speaks, unit)), Some(share)) = (settled, shares.get_mut(index)) {
            share.settled = Some(unit);
            share.touched.evidence = speaks.evidence;
        }
    }

    /// Decides about a column of which a number could be either.
    fn ask_unit(&mut self, share: ShareColumn, has_fractions: bool, has_percentages: bool) {
        if share.touched.rows == 0 || (share.above > 0 && !share.is_fractional()) {
            return;
        }
        let fractions = share.as_fractions();
        let (likeliest, grounds) = match share.settled {
            Some(settled) => (settled, Grounds::Settled),
            None if share.goes_on_below_one() => (Reading::Percent, Grounds::Settled),
            None if has_fractions && share.above == 0 => (fractions, Grounds::Assumed),
            None => (share.likeliest(), Grounds::Assumed),
        };
        // Ones alone are 1% where other columns show it and all around them are percentages.
        if share.settled == Some(Reading::Percent) && !share.is_fractional() && has_percentages {
            return;
        }
        let other = if likeliest == Reading::Percent {
            fractions
        } else {
            Reading::Percent
        };
        self.ask_share_unit(share.column, [likeliest, other], grounds, share.touched);
    }

    fn ask_share_unit(&mut self, column: ColumnIndex, readings: [Reading; 2], grounds: Grounds, touched: Touched) {
        let reading = self.ask_of(DoubtKind::ShareUnit, column, readings, grounds, touched);
        self.noted.styles.set(column, |style| style.shares = reading);
    }

    /// Decides about columns in which every number has a percent sign and none is above 1:
    /// fractions to which a sign was put, such as `0.41%`, are more likely than this many small
    /// percentages, but they are what is written.
    fn decide_small_percentages(&mut self, columns: &[ColumnIndex]) {
        const SEVERAL: usize = 3;
        for &column in columns {
            let table = self.table;
            let is_large = |number: f64| number > 1.0;
            let numbers = table.numbers(column);
            if numbers.is_some_and(|numbers| numbers.values().iter().any(|it| is_large(*it))) {
                continue;
            }
            let mut touched = Touched::default();
            let are_small = table.rows().all(|row| match self.share_written(row, column) {
                Some((number, has_sign)) => {
                    if number.fract() > 0.0 {
                        touched.note(self, row, column);
                    }
                    has_sign && !is_large(number)
                }
                None => true,
            });
            if !are_small || touched.rows < SEVERAL {
                continue;
            }
            let readings = [Reading::Percent, Reading::Fractions];
            self.ask_share_unit(column, readings, Grounds::Assumed, touched);
        }
    }

    /// Decides in which order the columns of days have day and month; what one column proves, the others
    /// follow. The witnesses are columns of days that are not read otherwise. A published layout has the day first
    /// where its days are written as it has them.
    pub(super) fn decide_dates(&mut self, columns: &[ColumnIndex], witnesses: &[ColumnIndex], is_published: bool) {
        let table = self.table;
        let mut open = Vec::new();
        let mut proofs = [0_usize; 2];
        let mut proving: [Vec<Evidence>; 2] = [Vec::new(), Vec::new()];
        for &column in columns.iter().chain(witnesses) {
            let mut days = DayColumn {
                column,
                touched: Touched::default(),
                proofs: [Touched::default(), Touched::default()],
                firsts: 0,
                seconds: 0,
                is_as_published: is_published,
                matters: false,
            };
            for row in table.rows() {
                let text = cell::unprotected(table.cell(row, column));
                let Some(written) = Written::of(text) else {
                    continue;
                };
                if let Written::Either(first, second, _) = written {
                    days.firsts |= 1_u64 << first.min(63);
                    days.seconds |= 1_u64 << second.min(63);
                }
                let [one, other] = [false, true].map(|order| written.day(order).map(first_year));
                days.matters |= one != other;
                days.is_as_published &= is_as_published(text);
                let [day_first, month_first] = [false, true].map(|order| written.day(order));
                match (day_first, month_first) {
                    (Some(one), Some(other)) if one != other => {
                        days.touched.note(self, row, column);
                    }
                    (Some(_), None) => days.proofs[0].note(self, row, column),
                    (None, Some(_)) => days.proofs[1].note(self, row, column),
                    _ => {}
                }
            }
            for ((count, kept), proof) in proofs.iter_mut().zip(&mut proving).zip(&days.proofs) {
                *count += proof.rows;
                kept.extend(proof.evidence.iter().cloned());
            }
            open.push(days);
        }
        let [of_days, of_months] = proving;
        for mut days in open.into_iter().take(columns.len()) {
            let own = [days.proofs[0].rows, days.proofs[1].rows];
            let [day_first, month_first] = match own {
                [0, 0] => proofs,
                _ => own,
            };
            let (likeliest, grounds) = match (day_first, month_first, days.first_of_months()) {
                // As in the Department's own downloads; no count would change otherwise.
                (0, 0, guess) if days.is_as_published => match guess {
                    Some(Reading::MonthFirst) => (Reading::MonthFirst, Grounds::Assumed),
                    Some(_) => continue,
                    None if days.matters => (Reading::DayFirst, Grounds::Settled),
                    None => continue,
                },
                // Whatever the cut-off, one of its years may be another by the other order.
                (0, 0, guess) => (guess.unwrap_or(Reading::DayFirst), Grounds::Assumed),
                // As British files have it.
                (_, 0, _) => continue,
                (0, _, _) => (Reading::MonthFirst, Grounds::Settled),
                (days, months, _) if months > days => (Reading::MonthFirst, Grounds::Assumed),
                _ => (Reading::DayFirst, Grounds::Assumed),
            };
            let (other, evidence) = if likeliest == Reading::MonthFirst {
                (Reading::DayFirst, &of_months)
            } else {
                (Reading::MonthFirst, &of_days)
            };
            if days.touched.rows == 0 && likeliest == Reading::DayFirst {
                continue;
            }
            if days.touched.rows == 0 && own == [0, 0] {
                continue;
            }
            if !evidence.is_empty() {
                days.touched.evidence.clone_from(evidence);
            }
            let (column, readings) = (days.column, [likeliest, other]);
            let reading = self.ask_of(DoubtKind::DateOrder, column, readings, grounds, days.touched);
            self.noted.styles.set(column, |style| style.dates = reading);
        }
    }
}

impl Relation {
    /// In what unit a column is whose own is open, beside one of this unit: parts of a whole are written alike.
    const fn unit_of_partner(self, unit: Reading) -> Option<Reading> {
        match self {
            Self::Whole(_) => Some(unit),
            Self::Between { .. } | Self::Counted { .. } => None,
        }
    }
}

/// How many decimals a number has, at most four.
fn decimals(number: f64) -> u32 {
    const MOST: u32 = 4;
    let is_whole = |decimals: &u32| {
        let scaled = number * 10_f64.powi(decimals.cast_signed());
        (scaled - scaled.round()).abs() < 1e-6
    };
    (0..MOST).find(is_whole).unwrap_or(MOST)
}

/// A style with what commas, or points, separate.
fn styled(style: Style, mark: char, reading: Reading) -> Style {
    if mark == ',' {
        Style {
            commas: reading,
            ..style
        }
    } else {
        Style {
            points: reading,
            ..style
        }
    }
}

/// A column of days.
struct DayColumn {
    column: ColumnIndex,
    touched: Touched,
    /// Cells that can only be read with the day first, and only with the month first.
    proofs: [Touched; 2],
    /// The first and the second numbers that there are, a bit for each.
    firsts: u64,
    seconds: u64,
    /// Whether it is of a published layout, and all its days are written as the Department writes them.
    is_as_published: bool,
    /// Whether a school counts from another year by the other order.
    matters: bool,
}

/// Whether a day is written as in the downloads of Get Information About Schools: `01-09-2015`.
fn is_as_published(text: &str) -> bool {
    let is_right = |(index, letter): (usize, u8)| match index {
        2 | 5 => letter == b'-',
        _ => letter.is_ascii_digit(),
    };
    text.len() == 10 && text.bytes().enumerate().all(is_right)
}

/// The year from which a school that joined on a day counts by the Department's cut-off (method, section 2).
fn first_year(day: Date) -> u16 {
    day.year() + u16::from(day > DayOfYear::SEPTEMBER_14.of(day.year()))
}

impl DayColumn {
    /// The order in which all days are the first of several months: trusts are joined on such days, and hardly on many
    /// days of January alone.
    const fn first_of_months(&self) -> Option<Reading> {
        const SEVERAL: u32 = 3;
        const FIRST: u64 = 1 << 1;
        if self.firsts == FIRST && self.seconds.count_ones() >= SEVERAL {
            Some(Reading::DayFirst)
        } else if self.seconds == FIRST && self.firsts.count_ones() >= SEVERAL {
            Some(Reading::MonthFirst)
        } else {
            None
        }
    }
}

/// A column of shares, by its numbers.
struct ShareColumn {
    column: ColumnIndex,
    /// Numbers with a percent sign.
    signed: usize,
    /// Numbers without a sign between 0 and 1, above 1, and above 1 by little.
    between: usize,
    above: usize,
    above_a_little: usize,
    /// The most decimals of those above 1, and the fewest of those between 0 and 1.
    decimals_above: u32,
    fewest_decimals_between: Option<u32>,
    /// Numbers without a sign above 0 and up to 1.
    touched: Touched,
    settled: Option<Reading>,
}

impl ShareColumn {
    fn new(column: ColumnIndex) -> Self {
        Self {
            column,
            signed: 0,
            between: 0,
            above: 0,
            above_a_little: 0,
            decimals_above: 0,
            fewest_decimals_between: None,
            touched: Touched::default(),
            settled: None,
        }
    }

    const fn is_fractional(&self) -> bool {
        self.between > 0
    }

    /// Whether all numbers below 1 have more decimals than any above: 0.25 beside 25 and 3.
    fn is_finer_below_one(&self) -> bool {
        let fewest = self.fewest_decimals_between;
        fewest.is_some_and(|fewest| fewest > self.decimals_above)
    }

    /// Whether percentages go on below 1 as they are above it: small ones have many neighbours that are a little
    /// larger.
    fn goes_on_below_one(&self) -> bool {
        const MANY: usize = 10;
        self.above_a_little >= MANY.max(3 * self.between) && !self.is_finer_below_one()
    }

    /// What the column is by its own numbers, as far as these show anything.
    fn likeliest(&self) -> Reading {
        let is_mixed = self.above_a_little == 0 || self.is_finer_below_one();
        let is_fractional = match self.above {
            0 => self.is_fractional() || self.signed > 0,
            _ => self.is_fractional() && is_mixed,
        };
        if is_fractional {
            self.as_fractions()
        } else {
            Reading::Percent
        }
    }

    /// What the column is where its numbers up to 1 are fractions.
    const fn as_fractions(&self) -> Reading {
        if self.above > 0 {
            Reading::BySize
        } else if self.signed > 0 {
            Reading::BySign
        } else {
            Reading::Fractions
        }
    }
}

/// The rows in which it is open what marks separate, and those that show it.
#[derive(Default)]
struct Marks {
    touched: Touched,
    for_thousands: Touched,
    for_decimals: Touched,
}

/// The rows that a decision touches, or that speak for one.
#[derive(Default)]
pub(super) struct Touched {
    rows: usize,
    lines: Vec<u64>,
    evidence: Vec<Evidence>,
    votes: usize,
    /// The votes of numbers below 1 among them.
    votes_below_one: usize,
}

impl Touched {
    /// A row that is touched.
    pub(super) fn count(&mut self, reader: &Reader<'_>, row: RowIndex) {
        self.rows += 1;
        let line = reader.line(row);
        if self.lines.len() < EVIDENCE_KEPT && self.lines.last() != Some(&line) {
            self.lines.push(line);
        }
    }

    /// A cell that shows what is in doubt, or a row where there is no column.
    pub(super) fn show(&mut self, reader: &Reader<'_>, row: RowIndex, column: Option<ColumnIndex>) {
        if self.evidence.len() < EVIDENCE_KEPT {
            self.evidence.push(reader.evidence(row, column));
        }
    }

    /// A row that is touched, with the cell that shows it.
    fn note(&mut self, reader: &Reader<'_>, row: RowIndex, column: ColumnIndex) {
        self.count(reader, row);
        self.show(reader, row, Some(column));
    }
}

/// The rows of a column in which a word may be: all of them, but those with a number in a column of numbers.
fn rows_with_words(table: &Table, column: ColumnIndex) -> impl Iterator<Item = RowIndex> + use<'_> {
    let numbers = table.numbers(column);
    let is_word = move |row: &RowIndex| {
        numbers.is_none_or(|numbers| numbers.forms().get(row.index()).is_some_and(|&form| form > 0))
    };
    table.rows().filter(is_word)
}
