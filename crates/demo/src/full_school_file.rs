//! The school performance file with all columns of the real one.

use records::terms::AcademicYear;

use super::chance::Chance;
use super::region_profiles::REGION_PROFILES;
use super::{Demonstration, school_file, sheet};

/// The number of columns in the real file of 2022/23.
const COLUMNS: usize = 515;

/// Rows of England are one column shorter.
const COLUMNS_OF_ENGLAND: usize = 514;

/// The row of an authority without schools ends here.
const COLUMNS_OF_CUT_ROW: usize = 26;

/// Authorities without schools: the City of London and the Isles of Scilly.
const WITHOUT_SCHOOLS: [u16; 2] = [201, 420];

/// Parts of addresses.
const STREETS: [&str; 6] = [
    "Fennel Lane",
    "Teasel Road",
    "Quill Street",
    "Dapple Way",
    "The Old Foundry, Pewter Row",
    "Kestrel House, Linnet Drive",
];

pub(super) fn write(demonstration: &Demonstration, year: AcademicYear) -> String {
    let mut number = 0;
    let columns = school_file::columns(year);
    let header = weave(columns.header(), |_| {
        number += 1;
        format!("FILL_{number:03}")
    });
    let mut chance = Chance::new();
    let mut rows = Vec::with_capacity(demonstration.schools.len() + 32);
    for row in school_file::rows(demonstration, year) {
        let cells = columns.row(&row);
        let kind = cells.first().cloned().unwrap_or_default();
        if kind == "5" {
            rows.extend(WITHOUT_SCHOOLS.map(cut_row));
        }
        rows.push(full_row(&mut chance, &kind, cells));
    }
    sheet::text(header, &mut rows.into_iter())
}

fn full_row(chance: &mut Chance, kind: &str, cells: Vec<String>) -> Vec<String> {
    let is_school = matches!(kind, "1" | "2");
    let has_results = !cells.iter().any(|cell| cell == "NE");
    let mut row = weave(cells, |index| {
        let filler = Filler::at(index);
        match filler {
            Filler::Address | Filler::Town if !is_school => String::new(),
            Filler::Address | Filler::Town | Filler::Blank => filler.cell(chance),
            _ if !has_results => "NE".to_owned(),
            _ if is_school && chance.percent(5) => "SUPP".to_owned(),
            _ if kind == "2" && chance.percent(10) => "NP".to_owned(),
            _ => filler.cell(chance),
        }
    });
    if matches!(kind, "5" | "7") {
        row.truncate(COLUMNS_OF_ENGLAND);
    }
    row
}

/// The row of an authority without schools. Its last cell counts no pupils.
fn cut_row(authority: u16) -> Vec<String> {
    let mut row = vec!["4".to_owned(), authority.to_string()];
    row.resize(COLUMNS_OF_CUT_ROW - 1, String::new());
    row.push("0".to_owned());
    row
}

/// Puts cells at the positions of their columns in the real file, and `filler` everywhere else.
fn weave(cells: Vec<String>, mut filler: impl FnMut(usize) -> String) -> Vec<String> {
    let mut row = Vec::with_capacity(COLUMNS);
    for (number, cell) in cells.into_iter().enumerate() {
        while row.len() < column_index(number) {
            row.push(filler(row.len()));
        }
        row.push(cell);
    }
    while row.len() < COLUMNS {
        row.push(filler(row.len()));
    }
    row
}

/// The position of the small file's `number`-th column. The school's own columns come first, its kind, admissions and
/// pupils are among its particulars, and its results are spread over the rest.
const fn column_index(number: usize) -> usize {
    match number {
        0..5 => number,
        5 | 6 => 11 + number,
        _ => 28 + 9 * (number - 7),
    }
}

/// The content of an unused column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Filler {
    Address,
    Town,
    Blank,
    Percent,
    Count,
    Points,
    Score,
    Sum,
}

impl Filler {
    /// The content of the column at an index: particulars first, then the real file's mix of results.
    const fn at(index: usize) -> Self {
        match (index, index * 7 % 20) {
            (0..7, _) => Self::Address,
            (7..9, _) | (_, 0 | 1) => Self::Blank,
            (9..13, _) => Self::Town,
            (_, 2..7) => Self::Percent,
            (_, 7..11) => Self::Count,
            (_, 11..15) => Self::Points,
            (_, 15..19) => Self::Score,
            _ => Self::Sum,
        }
    }

    fn cell(self, chance: &mut Chance) -> String {
        match self {
            Self::Address => {
                let street = chance.pick(&STREETS).unwrap_or(&"");
                format!("{} {street}", 1 + chance.below(200))
            }
            Self::Town => chance
                .pick(&REGION_PROFILES)
                .map(|profile| {
                    let [(_, town), _] = profile.authorities;
                    town.to_owned()
                })
                .unwrap_or_default(),
            Self::Blank => String::new(),
            Self::Percent => format!("{}%", chance.below(101)),
            Self::Count => chance.below(240).to_string(),
            Self::Points => format!("{}.{}", chance.below(90), chance.below(10)),
            Self::Score => {
                let sign = if chance.percent(50) { "-" } else { "" };
                format!("{sign}{}.{:02}", chance.below(2), 1 + chance.below(99))
            }
            Self::Sum => format!("{}.{}", chance.below(9_000), chance.below(10)),
        }
    }
}
