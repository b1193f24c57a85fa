//! Rows that are not about a trust or school: totals, averages, notes.

use records::intake::Field;
use records::terms::order::sorted;
use records::terms::{AcademicYear, Group, Missing, Region, folded};
use records::{DoubtKind, Grounds, Reading};

use crate::source::{ColumnIndex, RowIndex};

use super::Columns;
use super::decisions::Affected;
use super::reader::Reader;

/// The columns by which such rows are recognised.
pub(super) struct Naming {
    /// The number of a trust or school. A row with a number is not a total.
    pub(super) number: Option<ColumnIndex>,
    /// Whether it is a school's number. A school always has a number, so a row without one is certainly a total.
    pub(super) is_of_schools: bool,
    /// The columns with a name. The first filled one counts.
    pub(super) names: Vec<Option<ColumnIndex>>,
    /// The number of pupils.
    pub(super) pupils: Option<ColumnIndex>,
    /// The region.
    pub(super) region: Option<ColumnIndex>,
    /// The year of its figures.
    pub(super) year: Option<ColumnIndex>,
    /// The number of schools.
    pub(super) schools: Option<ColumnIndex>,
}

impl Naming {
    /// For a table of schools, which always have numbers. Only the names are checked.
    pub(super) fn of_schools(columns: &Columns, names: Vec<Option<ColumnIndex>>) -> Self {
        Self {
            number: columns.get(Field::Urn),
            is_of_schools: true,
            names,
            pupils: columns.get(Field::Pupils(Group::All)),
            region: None,
            year: None,
            schools: None,
        }
    }

    /// Adds the columns for region, year and number of schools.
    pub(super) fn with_description(self, columns: &Columns) -> Self {
        Self {
            region: columns.get(Field::Region),
            year: columns.get(Field::Year),
            schools: columns.get(Field::Schools),
            ..self
        }
    }

    /// For a table of trusts, which may lack numbers.
    pub(super) fn of_trusts(columns: &Columns) -> Self {
        let number = columns.get(Field::TrustUid);
        let names = vec![columns.get(Field::Trust), number];
        let naming = Self {
            number,
            is_of_schools: false,
            ..Self::of_schools(columns, names)
        };
        naming.with_description(columns)
    }
}

/// Words that mark a total, even beside the name of an area.
const TOTALS: &str = "total totals subtotal subtotals sum average averages avg mean median";
/// Words that mark a total only without the name of an area.
const OF_ALL: &str = "overall england national nationally all aggregate maximum max minimum min count target benchmark \
    range sd stdev deviation dev n rank";
/// Words that may accompany either of these.
const BESIDE: &str = "grand sub weighted simple trusts schools academies mats pupils of for the and in row column above \
    figure figures region regions regional state funded sector standard std difference from value";
/// Words that may accompany only [`TOTALS`], like the words of regions' names.
const AREA_WORDS: &str = "trust mat local authority area county";

/// The rows that are totals or notes. Empty if the user says that they are ordinary rows.
pub(super) fn totals(
    reader: &mut Reader<'_>,
    naming: &Naming,
    wanted: &[ColumnIndex],
    rows: &[RowIndex],
) -> Vec<RowIndex> {
    let mut found: Vec<(RowIndex, Option<ColumnIndex>)> = Vec::new();
    let mut ordinary = Vec::new();
    let mut is_settled = true;
    for &row in rows {
        let filled = wanted.iter().copied();
        let mut filled = filled.filter(|&column| reader.is_filled(row, column));
        let (first, second) = (filled.next(), filled.next());
        let name = naming.name_in(reader, row).or_else(|| {
            let number = naming.number?;
            (!reader.text(row, naming.number).is_empty()).then_some(number)
        });
        // A note may be in the column of numbers and may contain one: "Source: our own data, 2023".
        let number = reader.text(row, naming.number);
        let has_digit = number.contains(|letter: char| letter.is_ascii_digit());
        let is_kept = |column| reader.is_number(row, column);
        let is_numbered = (has_digit && !number.contains(' ')) || naming.number.is_some_and(is_kept);
        if !is_numbered && (second.is_none() || naming.is_note(reader, row, wanted)) {
            found.push((row, first));
        } else if !is_numbered && is_named_total(reader.text(row, name)) {
            found.push((row, name));
            is_settled = naming.is_of_schools;
        } else {
            ordinary.push(row);
        }
    }
    if naming.number.is_none() {
        for row in naming.without_description(reader, &ordinary) {
            ordinary.retain(|known| *known != row);
            found.push((row, naming.name_in(reader, row)));
            is_settled = false;
        }
    }
    let pupils = |row: &RowIndex| reader.count(*row, naming.pupils?);
    let sum_of_others = |index: usize| {
        let mut others = ordinary.iter().enumerate().filter(|(at, _)| *at != index);
        others.try_fold(0.0, |sum, (_, row)| Some(sum + pupils(row)?))
    };
    // The first or last row, if it has as many pupils as all others together.
    if naming.pupils.is_some() && naming.number.is_none() && ordinary.len() > 3 {
        let last = ordinary.len() - 1;
        let is_sum = |&index: &usize| {
            let own = ordinary.get(index).and_then(&pupils);
            own.is_some_and(|own| own > 0.0 && sum_of_others(index) == Some(own))
        };
        if let Some(index) = [last, 0].into_iter().find(is_sum) {
            found.push((ordinary.remove(index), naming.pupils));
        }
    } else if naming.pupils.is_some() && !is_settled {
        // It is settled if each such row is the sum.
        let all: Option<f64> = ordinary.iter().map(&pupils).sum();
        let mut totals = found.iter().filter(|(row, _)| pupils(row).is_some());
        is_settled = totals.all(|(row, _)| pupils(row) == all);
    }
    if found.is_empty() || found.len() == reader.table.len() {
        return Vec::new();
    }
    let found = sorted(found, |(one, _), (two, _)| one.cmp(two));
    let mut affected = Affected::default();
    for &(row, column) in &found {
        affected.count(reader, row);
        affected.show(reader, row, column);
    }
    let readings = [Reading::Totals, Reading::Rows];
    let grounds = if is_settled { Grounds::Settled } else { Grounds::Assumed };
    match reader.ask(DoubtKind::TotalRows, None, readings, grounds, affected) {
        Reading::Totals => found.into_iter().map(|(row, _)| row).collect(),
        _ => Vec::new(),
    }
}

impl Naming {
    /// The column with a row's name.
    fn name_in(&self, reader: &Reader<'_>, row: RowIndex) -> Option<ColumnIndex> {
        let mut names = self.names.iter().flatten().copied();
        names.find(|&name| !reader.text(row, Some(name)).is_empty())
    }

    /// Whether a row contains only words, with no region or year in those columns.
    fn is_note(&self, reader: &Reader<'_>, row: RowIndex, wanted: &[ColumnIndex]) -> bool {
        let names = self.names.iter().chain([&self.number, &self.region, &self.year]);
        let names: Vec<ColumnIndex> = names.flatten().copied().collect();
        let mut others = wanted.iter().filter(|column| !names.contains(column));
        let text = |column: Option<ColumnIndex>| reader.text(row, column);
        let has_value = |text: &str| {
            text.contains(|sign: char| sign.is_ascii_digit())
                || (!text.is_empty() && Missing::from_code(text).is_some())
        };
        let mut at_names = self.names.iter().chain([&self.number, &self.year]);
        others.all(|&column| !has_value(text(Some(column))) && !reader.is_number(row, column))
            && Region::parse(text(self.region)).is_none()
            && AcademicYear::parse(text(self.year)).is_none()
            && (self.region.is_some_and(|region| !text(Some(region)).is_empty())
                || at_names.any(|&column| text(column).contains(' ')))
    }

    /// The few rows that lack a trust's description. Most rows have region, schools and pupils; these lack the region
    /// and at least one other.
    fn without_description(&self, reader: &Reader<'_>, rows: &[RowIndex]) -> Vec<RowIndex> {
        const FEW: usize = 8;
        let described = [self.region, self.schools, self.pupils];
        let described: Vec<ColumnIndex> = described.into_iter().flatten().collect();
        let lacked = |row: RowIndex| {
            let blank = |column: &&ColumnIndex| reader.text(row, Some(**column)).is_empty();
            let count = described.iter().filter(blank).count();
            let has_region = !reader.text(row, self.region).is_empty();
            if has_region { count.min(1) } else { count }
        };
        let lacking: Vec<RowIndex> = rows.iter().copied().filter(|&row| lacked(row) > 1).collect();
        let is_few = lacking.len() * 3 <= rows.len() && lacking.len() <= FEW;
        let described = rows.iter().filter(|row| lacked(**row) == 0).count();
        if is_few && described * 2 >= rows.len() {
            lacking
        } else {
            Vec::new()
        }
    }
}

/// Whether a name says only that the row is a total or an average, or is a region's name.
fn is_named_total(name: &str) -> bool {
    let words = folded(name);
    let is_of_region = |word: &str| {
        Region::ALL
            .into_iter()
            .any(|region| folded(region.name()).split(' ').any(|of| of == word))
    };
    let is_year_or_count = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    let (mut is_total, mut is_of_all, mut is_of_area) = (false, false, false);
    let is_known = words.split(' ').all(|word| {
        let is_among = |words: &str| words.split(' ').any(|of| of == word);
        is_total |= is_among(TOTALS);
        is_of_all |= is_among(OF_ALL);
        let is_plain = is_among(TOTALS) || is_among(OF_ALL) || is_among(BESIDE);
        let is_area = !is_plain && (is_among(AREA_WORDS) || is_of_region(word));
        is_of_area |= is_area;
        is_plain || is_area || is_year_or_count(word)
    });
    let ends_in_total = words
        .rsplit(' ')
        .next()
        .is_some_and(|last| matches!(last, "total" | "totals" | "subtotal" | "average" | "averages"));
    Region::parse(name).is_some()
        || (words.contains(' ') && ends_in_total)
        || (is_known && (is_total || (is_of_all && !is_of_area)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_totals_are_distinguished_from_names_of_trusts() {
        for name in [
            "Total",
            "GRAND TOTAL",
            "England",
            "Average (mean)",
            "All trusts",
            "Mean:",
            "South West total",
            "Average of London",
            "Rowanside Trust total",
            "State-funded average",
            "Total MATs: 6",
            "England 2023",
            "Std dev",
            "N =",
            "London",
            "Yorkshire & the Humber",
        ] {
            assert!(is_named_total(name), "{name}");
        }
        for name in [
            "All Saints Trust",
            "The National Trust",
            "England\u{2019}s First Trust",
            "Summit",
            "NA",
            "None",
            "TRUE",
            "New",
            "The Schools of the Mean Streets",
            "London Trust",
            "All London Trust",
            "East Midlands Academies",
            "Target Trust",
            "The Total Learning Trust",
            "",
        ] {
            assert!(!is_named_total(name), "{name}");
        }
    }
}
