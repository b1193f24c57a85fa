//! Decisions about a column before any of its cells is used: the unit of shares, what commas and points separate, what
//! a dash means, and whether days or months come first.

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

    /// The same for an optional column.
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

/// A relation between the columns of one row.
#[derive(Debug, Clone, Copy)]
enum Relation {
    /// The figure for all pupils is between those of its two groups.
    Between { all: ColumnIndex, groups: [ColumnIndex; 2] },
    /// Two shares add up to a whole.
    Whole([ColumnIndex; 2]),
    /// A share is the share of the pupils counted here among all.
    Counted {
        share: ColumnIndex,
        part: ColumnIndex,
        all: ColumnIndex,
    },
}

impl Relation {
    /// The columns of shares.
    fn shares(self) -> Vec<ColumnIndex> {
        match self {
            Self::Between { all, groups } => [all].into_iter().chain(groups).collect(),
            Self::Whole(parts) => parts.to_vec(),
            Self::Counted { share, .. } => vec![share],
        }
    }

    /// The columns of counts.
    fn counts(self) -> Vec<ColumnIndex> {
        match self {
            Self::Between { .. } | Self::Whole(_) => Vec::new(),
            Self::Counted { part, all, .. } => vec![part, all],
        }
    }

    /// Whether percentages and counts, in the order of the columns, satisfy the relation after rounding to integers.
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

/// A file's columns of numbers.
#[derive(Debug, Default)]
struct NumberColumns {
    shares: Vec<ColumnIndex>,
    /// With the lowest and highest possible number.
    decimals: Vec<(ColumnIndex, (i32, i32))>,
    counts: Vec<ColumnIndex>,
    relations: Vec<Relation>,
}

impl NumberColumns {
    /// The columns of a file.
    fn of(columns: &Columns) -> Self {
        // Doubts about figures are listed in file order.
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
        for column in columns.of_cells(Cells::PriorAttainment) {
            numbers.decimals.push((column, (0, cell::HIGHEST_PRIOR_ATTAINMENT)));
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
    /// Decides about the columns of numbers, from all their cells.
    pub(super) fn decide_numbers(&mut self, columns: &Columns) {
        let columns = NumberColumns::of(columns);
        self.decide_dash(&columns);
        for &(column, range) in &columns.decimals {
            self.decide_marks(column, ',', range);
            // Other numbers are below a thousand, so they have no points between thousands.
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

    /// A cell as evidence, or a row if there is no column.
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

    /// Asks about a column, or about a name, and keeps the decision as a doubt. The first reading is the likelier one.
    pub(super) fn ask(
        &mut self,
        kind: DoubtKind,
        column: Option<String>,
        [likeliest, other]: [Reading; 2],
        grounds: Grounds,
        affected: Affected,
    ) -> Reading {
        self.noted.doubts.decide(Question {
            kind,
            column,
            likeliest,
            others: vec![other],
            grounds,
            evidence: affected.evidence,
            rows: affected.rows,
            lines: affected.lines,
        })
    }

    /// The same for a column, by its name.
    pub(super) fn ask_of(
        &mut self,
        kind: DoubtKind,
        column: ColumnIndex,
        readings: [Reading; 2],
        grounds: Grounds,
        affected: Affected,
    ) -> Reading {
        let name = self.name_of(column);
        self.ask(kind, Some(name), readings, grounds, affected)
    }

    /// A cell with only a dash: not stated, or zero. There is one decision for the whole file.
    fn decide_dash(&mut self, columns: &NumberColumns) {
        let table = self.table;
        let decimals = columns.decimals.iter().map(|&(column, _)| column);
        let mut affected = Affected::default();
        for column in columns.counts.iter().copied().chain(decimals) {
            for row in rows_with_words(table, column) {
                if Missing::from_code(table.cell(row, column)) == Some(Missing::Dash) {
                    affected.note(self, row, column);
                }
            }
        }
        if affected.rows > 0 {
            let readings = [Reading::NotStated, Reading::Zero];
            let reading = self.ask(DoubtKind::Dash, None, readings, Grounds::Assumed, affected);
            self.noted.styles.others.dash = reading;
        }
    }

    /// What the commas, or the points, of a column separate, if some cells are ambiguous.
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
            let text = table.cell(row, column);
            match cell::separated_by(mark, text) {
                Separates::Thousands if cell::decimal_of(text, style).is_some() => {
                    marks.for_thousands.note(self, row, column);
                }
                Separates::Decimals if cell::share_of(text, style).is_some() => {
                    marks.for_decimals.note(self, row, column);
                }
                Separates::Either => {
                    if let Some((number, _)) = cell::share_of(text, with(Reading::Thousands)) {
                        marks.affected.note(self, row, column);
                        if number > f64::from(highest) {
                            marks.for_decimals.note(self, row, column);
                        }
                    }
                }
                // An ambiguous cell is not evidence.
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
        // Numbers in a column are usually of similar size. A comma usually separates thousands here, and a point
        // separates decimals.
        let by_size = match largest_plain.map_or(mark == ',', |largest| largest >= 100.0) {
            true => Reading::Thousands,
            false => Reading::Decimals,
        };
        let mixed = match (marks.for_thousands.rows, marks.for_decimals.rows) {
            // Such numbers are always below a thousand, whatever other cells show.
            _ if highest < 1000 => (Reading::Decimals, Grounds::Settled),
            (thousands, decimals) if thousands > decimals => (Reading::Thousands, Grounds::Assumed),
            _ => (Reading::Decimals, Grounds::Assumed),
        };
        self.ask_marks(column, mark, marks, by_size, mixed);
    }

    /// What the points of a column of counts separate. A count is not a fraction, but some programs write decimal
    /// zeros.
    fn decide_points_of_counts(&mut self, column: ColumnIndex) {
        const MARK: char = '.';
        /// No school or trust has this many pupils.
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
            let text = table.cell(row, column);
            match cell::separated_by(MARK, text) {
                Separates::Either => {
                    let with = styled(style, MARK, Reading::Thousands);
                    let (Ok(number), _) = cell::count(text, with) else {
                        continue;
                    };
                    marks.affected.note(self, row, column);
                    largest = largest.max(number);
                    if cell::without_zero_decimals(text) == text {
                        marks.for_thousands.note(self, row, column);
                    }
                }
                Separates::Decimals if cell::without_zero_decimals(text) != text => {
                    marks.for_decimals.note(self, row, column);
                }
                // If one cell had decimals, all would.
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

    /// Whether a column kept as numbers has no such mark in its other cells.
    fn has_no(&self, mark: char, column: ColumnIndex) -> bool {
        let has_mark = |word: &str| word.contains(mark);
        let numbers = self.table.numbers(column);
        numbers.is_some_and(|numbers| !numbers.words().iter().any(has_mark))
    }

    /// Decides what ambiguous marks separate. Unambiguous cells are evidence. Without evidence the size of the numbers
    /// decides; with evidence for both, `mixed` does.
    fn ask_marks(
        &mut self,
        column: ColumnIndex,
        mark: char,
        marks: Marks,
        by_size: Reading,
        mixed: (Reading, Grounds),
    ) {
        let mut affected = marks.affected;
        if affected.rows == 0 {
            return;
        }
        let (likeliest, grounds) = match (marks.for_thousands.rows, marks.for_decimals.rows) {
            (0, 0) => (by_size, Grounds::Assumed),
            (_, 0) => (Reading::Thousands, Grounds::Settled),
            (0, _) => (Reading::Decimals, Grounds::Settled),
            _ => mixed,
        };
        let (supporting, other) = if likeliest == Reading::Thousands {
            (marks.for_thousands, Reading::Decimals)
        } else {
            (marks.for_decimals, Reading::Thousands)
        };
        if grounds == Grounds::Settled {
            affected.evidence = supporting.evidence;
        }
        let kind = if mark == ',' {
            DoubtKind::Commas
        } else {
            DoubtKind::Points
        };
        let reading = self.ask_of(kind, column, [likeliest, other], grounds, affected);
        self.noted
            .styles
            .set(column, |style| *style = styled(*style, mark, reading));
    }

    /// A share as written, with whether it has a percent sign. `None` if there is none.
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
        let share = cell::share_of(text, self.noted.styles.of(column))?;
        (0.0..=100.0).contains(&share.0).then_some(share)
    }

    /// The number in a column of counts. `None` if there is none.
    pub(super) fn count(&self, row: RowIndex, column: ColumnIndex) -> Option<f64> {
        let style = self.noted.styles.of(column);
        let word = || cell::count(self.table.cell(row, column), style).0.ok();
        self.number(row, column).or_else(word)
    }

    /// Decides whether each column of shares contains percentages or fractions.
    fn decide_units(&mut self, columns: &NumberColumns) {
        let mut shares: Vec<ShareColumn> = columns.shares.iter().map(|&column| self.share_column(column)).collect();
        if shares.iter().all(|share| share.settled.is_some()) {
            return;
        }
        // A unit settled by one relation may settle another.
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

    /// What a column of shares contains, judged from this column alone.
    fn share_column(&self, column: ColumnIndex) -> ShareColumn {
        let table = self.table;
        let mut share = ShareColumn::new(column);
        let numbers = table.numbers(column);
        // In published files every share has a sign, so none is ambiguous.
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
                    share.affected.note(self, row, column);
                }
                _ => {}
            }
        }
        // If the only ambiguous numbers are ones, among percentages, they are 1%.
        if share.affected.rows == 0 || (share.above > 0 && !share.is_fractional()) {
            share.settled = Some(Reading::Percent);
        }
        share
    }

    /// Settles whether a column contains fractions from the other columns of its relations.
    fn settle_unit(&self, index: usize, shares: &mut [ShareColumn], relations: &[Relation]) {
        let Some(share) = shares.get(index).filter(|share| share.settled.is_none()) else {
            return;
        };
        let (column, fractions) = (share.column, share.as_fractions());
        let (mut for_fractions, mut for_percent) = (Affected::default(), Affected::default());
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
                let supporting = match (fits(&fraction), fits(&percent)) {
                    (true, false) => &mut for_fractions,
                    (false, true) => &mut for_percent,
                    _ => continue,
                };
                for &of in of.iter().chain(&counted) {
                    supporting.note(self, row, of);
                }
                supporting.votes += 1;
                supporting.votes_below_one += usize::from(number < 1.0);
            }
        }
        let settled = match (for_fractions.votes, for_percent.votes) {
            (fractions, percent) if fractions > 20 * percent => Some((for_fractions, share.as_fractions())),
            (fractions, percent) if percent > 20 * fractions => Some((for_percent, Reading::Percent)),
            _ => None,
        };
        // In a mixed column, the meaning of a 1 is not evidence for other numbers.
        let settled = settled.filter(|(supporting, _)| {
            let is_fractional = share.is_fractional();
            !is_fractional || supporting.votes_below_one > 0
        });
        if let (Some((supporting, unit)), Some(share)) = (settled, shares.get_mut(index)) {
            share.settled = Some(unit);
            share.affected.evidence = supporting.evidence;
        }
    }

    /// Decides about a column with a number that could be either.
    fn ask_unit(&mut self, share: ShareColumn, has_fractions: bool, has_percentages: bool) {
        if share.affected.rows == 0 || (share.above > 0 && !share.is_fractional()) {
            return;
        }
        let fractions = share.as_fractions();
        let (likeliest, grounds) = match share.settled {
            Some(settled) => (settled, Grounds::Settled),
            None if share.continues_below_one() => (Reading::Percent, Grounds::Settled),
            None if has_fractions && share.above == 0 => (fractions, Grounds::Assumed),
            None => (share.likeliest(), Grounds::Assumed),
        };
        // Ones are 1% if other columns show it and the surrounding numbers are percentages.
        if share.settled == Some(Reading::Percent) && !share.is_fractional() && has_percentages {
            return;
        }
        let other = if likeliest == Reading::Percent {
            fractions
        } else {
            Reading::Percent
        };
        self.ask_share_unit(share.column, [likeliest, other], grounds, share.affected);
    }

    fn ask_share_unit(&mut self, column: ColumnIndex, readings: [Reading; 2], grounds: Grounds, affected: Affected) {
        let reading = self.ask_of(DoubtKind::ShareUnit, column, readings, grounds, affected);
        self.noted.styles.set(column, |style| style.shares = reading);
    }

    /// Decides about columns in which every number has a percent sign and none is above 1. These are probably fractions
    /// with an added sign, such as `0.41%`, rather than so many small percentages. But the file says percentages, so
    /// they are read as such.
    fn decide_small_percentages(&mut self, columns: &[ColumnIndex]) {
        const SEVERAL: usize = 3;
        for &column in columns {
            let table = self.table;
            let is_large = |number: f64| number > 1.0;
            let numbers = table.numbers(column);
            if numbers.is_some_and(|numbers| numbers.values().iter().any(|it| is_large(*it))) {
                continue;
            }
            let mut affected = Affected::default();
            let are_small = table.rows().all(|row| match self.share_written(row, column) {
                Some((number, has_sign)) => {
                    if number.fract() > 0.0 {
                        affected.note(self, row, column);
                    }
                    has_sign && !is_large(number)
                }
                None => true,
            });
            if !are_small || affected.rows < SEVERAL {
                continue;
            }
            let readings = [Reading::Percent, Reading::Fractions];
            self.ask_share_unit(column, readings, Grounds::Assumed, affected);
        }
    }

    /// Decides the order of day and month in the columns of dates. What one column proves applies to the others.
    /// `witnesses` are columns of dates that are read only as evidence. In a published layout the day comes first if
    /// the dates are written as the Department writes them.
    pub(super) fn decide_dates(&mut self, columns: &[ColumnIndex], witnesses: &[ColumnIndex], is_published: bool) {
        let table = self.table;
        let mut open = Vec::new();
        let mut proofs = [0_usize; 2];
        let mut proving: [Vec<Evidence>; 2] = [Vec::new(), Vec::new()];
        for &column in columns.iter().chain(witnesses) {
            let mut days = DateColumn {
                column,
                affected: Affected::default(),
                proofs: [Affected::default(), Affected::default()],
                firsts: 0,
                seconds: 0,
                is_as_published: is_published,
                matters: false,
            };
            for row in table.rows() {
                let text = table.cell(row, column);
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
                        days.affected.note(self, row, column);
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
                // This is the order in the Department's own downloads, and no count depends on it.
                (0, 0, guess) if days.is_as_published => match guess {
                    Some(Reading::MonthFirst) => (Reading::MonthFirst, Grounds::Assumed),
                    Some(_) => continue,
                    None if days.matters => (Reading::DayFirst, Grounds::Settled),
                    None => continue,
                },
                // With the other order, a school may count from another year under some cut-off.
                (0, 0, guess) => (guess.unwrap_or(Reading::DayFirst), Grounds::Assumed),
                // This is the British order.
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
            if days.affected.rows == 0 && likeliest == Reading::DayFirst {
                continue;
            }
            if days.affected.rows == 0 && own == [0, 0] {
                continue;
            }
            if !evidence.is_empty() {
                days.affected.evidence.clone_from(evidence);
            }
            let (column, readings) = (days.column, [likeliest, other]);
            let reading = self.ask_of(DoubtKind::DateOrder, column, readings, grounds, days.affected);
            self.noted.styles.set(column, |style| style.dates = reading);
        }
    }
}

impl Relation {
    /// The unit of an undecided column beside one with this unit. Parts of a whole have the same unit.
    const fn unit_of_partner(self, unit: Reading) -> Option<Reading> {
        match self {
            Self::Whole(_) => Some(unit),
            Self::Between { .. } | Self::Counted { .. } => None,
        }
    }
}

/// The number of decimals, at most four.
fn decimals(number: f64) -> u32 {
    const MOST: u32 = 4;
    let is_whole = |decimals: &u32| {
        let scaled = number * 10_f64.powi(decimals.cast_signed());
        (scaled - scaled.round()).abs() < 1e-6
    };
    (0..MOST).find(is_whole).unwrap_or(MOST)
}

/// The style with another reading of commas, or of points.
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

struct DateColumn {
    column: ColumnIndex,
    affected: Affected,
    /// Cells that can only be read with the day first, and cells that can only be read with the month first.
    proofs: [Affected; 2],
    /// The first and second numbers that occur, a bit for each.
    firsts: u64,
    seconds: u64,
    /// Whether it belongs to a published layout and all its dates are written as the Department writes them.
    is_as_published: bool,
    /// Whether a school counts from another year in the other order.
    matters: bool,
}

/// Whether a date is written as in the downloads of Get Information About Schools: `01-09-2015`.
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

impl DateColumn {
    /// The order in which all dates are the first of a month, in several months. Schools join trusts on such dates, and
    /// hardly ever on many different days of January.
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

/// The numbers in a column of shares.
struct ShareColumn {
    column: ColumnIndex,
    /// Numbers with a percent sign.
    signed: usize,
    /// Numbers without a sign: between 0 and 1, above 1, and slightly above 1.
    between: usize,
    above: usize,
    above_a_little: usize,
    /// The most decimals of numbers above 1, and the fewest of numbers between 0 and 1.
    decimals_above: u32,
    fewest_decimals_between: Option<u32>,
    /// Numbers without a sign, above 0 and up to 1.
    affected: Affected,
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
            affected: Affected::default(),
            settled: None,
        }
    }

    const fn is_fractional(&self) -> bool {
        self.between > 0
    }

    /// Whether all numbers below 1 have more decimals than any above, such as 0.25 beside 25 and 3.
    fn is_finer_below_one(&self) -> bool {
        let fewest = self.fewest_decimals_between;
        fewest.is_some_and(|fewest| fewest > self.decimals_above)
    }

    /// Whether numbers below 1 continue the percentages above it. Small percentages have many neighbours that are
    /// slightly larger.
    fn continues_below_one(&self) -> bool {
        const MANY: usize = 10;
        self.above_a_little >= MANY.max(3 * self.between) && !self.is_finer_below_one()
    }

    /// The unit suggested by the column's own numbers.
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

    /// The column's unit if its numbers up to 1 are fractions.
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

/// The rows in which marks are ambiguous, and the rows that are evidence.
#[derive(Default)]
struct Marks {
    affected: Affected,
    for_thousands: Affected,
    for_decimals: Affected,
}

/// The rows affected by a decision, or evidence for one.
#[derive(Default)]
pub(super) struct Affected {
    rows: usize,
    lines: Vec<u64>,
    evidence: Vec<Evidence>,
    votes: usize,
    /// How many of the votes are from numbers below 1.
    votes_below_one: usize,
}

impl Affected {
    /// Counts an affected row.
    pub(super) fn count(&mut self, reader: &Reader<'_>, row: RowIndex) {
        self.rows += 1;
        let line = reader.line(row);
        if self.lines.len() < EVIDENCE_KEPT && self.lines.last() != Some(&line) {
            self.lines.push(line);
        }
    }

    /// Keeps a cell as evidence, or a row if there is no column.
    pub(super) fn show(&mut self, reader: &Reader<'_>, row: RowIndex, column: Option<ColumnIndex>) {
        if self.evidence.len() < EVIDENCE_KEPT {
            self.evidence.push(reader.evidence(row, column));
        }
    }

    /// Counts an affected row and keeps its cell as evidence.
    fn note(&mut self, reader: &Reader<'_>, row: RowIndex, column: ColumnIndex) {
        self.count(reader, row);
        self.show(reader, row, Some(column));
    }
}

/// The rows of a column that may have a word: all, or in a column of numbers those without a number.
fn rows_with_words(table: &Table, column: ColumnIndex) -> impl Iterator<Item = RowIndex> + use<'_> {
    let numbers = table.numbers(column);
    let is_word = move |row: &RowIndex| {
        numbers.is_none_or(|numbers| numbers.forms().get(row.index()).is_some_and(|&form| form > 0))
    };
    table.rows().filter(is_word)
}
