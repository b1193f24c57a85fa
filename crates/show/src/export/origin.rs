//! What the figures of a table are: of which measure, pupils and year, and from which files.
//!
//! A table that is taken away says so in columns of its own, not in lines above its head, so that every program reads
//! it as it is.

use method::Analysis;
use records::model::{self, DataSet};
use records::terms::{AcademicYear, Focus, Measure, folded};

use crate::chart::Table;
use crate::chart::words::source_line::{MADE_UP, WITHHELD};
use crate::export::words::origin as words;

use super::csv_table::of_table;

/// How many letters a measure of the user's own has in a file's name.
const LONGEST: usize = 40;

/// What a table's figures are; what is not the same for all of them is left out.
///
/// ```
/// use show::export::origin::Origin;
/// use records::terms::{AcademicYear, Focus, Measure};
/// let origin = Origin {
///     measure: Some(Measure::Grade5EnglishMaths),
///     group: Some(Focus::Disadvantaged),
///     year: AcademicYear::ending(2023),
///     source: Some("mats.csv".to_owned()),
/// };
/// assert_eq!(origin.file_name("regional-gap"), "regional-gap_grade-5-english-maths_disadvantaged_2022-23");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Origin {
    /// The measure.
    pub measure: Option<Measure>,
    /// Whose figures they are.
    pub group: Option<Focus>,
    /// The academic year of the results.
    pub year: Option<AcademicYear>,
    /// The files.
    pub source: Option<String>,
}

impl Origin {
    /// What the figures of an analysis are.
    #[must_use]
    pub fn of(data: &DataSet, analysis: &Analysis) -> Self {
        Self {
            measure: Some(analysis.rules.measure),
            group: Some(analysis.rules.focus),
            year: data.year,
            source: Some(match data.origin {
                model::Origin::Demonstration => MADE_UP.to_owned(),
                model::Origin::Files => {
                    let files = data.files_of(analysis.basis);
                    let is_withheld = files.iter().any(|file| file.is_withheld);
                    let names = data.file_names(analysis.basis);
                    if is_withheld {
                        format!("{names}. {WITHHELD}")
                    } else {
                        names
                    }
                }
            }),
        }
    }

    /// The name of a table's file, without its ending.
    #[must_use]
    pub fn file_name(&self, id: &str) -> String {
        let measure = self.measure.map(|measure| in_file_name(measure.name()));
        let group = self.group.map(|group| group.key().to_owned());
        let year = self.year.map(|year| year.to_string().replace('/', "-"));
        let parts = [measure, group, year];
        let parts = parts.into_iter().flatten().filter(|part| !part.is_empty());
        std::iter::once(id.to_owned())
            .chain(parts)
            .collect::<Vec<_>>()
            .join("_")
    }

    /// A table as the text of a CSV file, with columns that say what its figures are. A table that has such a column of
    /// its own keeps it.
    #[must_use]
    pub fn csv(&self, table: &Table) -> String {
        let said = [
            (
                words::MEASURE,
                self.measure.map(|measure| measure.name().to_owned()),
            ),
            (
                words::GROUP,
                self.group.map(|group| group.name().to_owned()),
            ),
            (words::YEAR, self.year.map(|year| year.to_string())),
            (words::SOURCE, self.source.clone()),
        ];
        let mut table = table.clone();
        for (head, says) in said {
            let is_there = table.columns.iter().any(|column| column.name == head);
            let Some(says) = says.filter(|_| !is_there) else {
                continue;
            };
            table.push_words(head, &says);
        }
        of_table(&table)
    }
}

/// A name in small letters with hyphens, without little words.
fn in_file_name(name: &str) -> String {
    let name = folded(name);
    let words = name
        .split(' ')
        .filter(|word| !words::LITTLE_WORDS.contains(word));
    let joined = words.collect::<Vec<_>>().join("-");
    joined.chars().take(LONGEST).collect()
}
