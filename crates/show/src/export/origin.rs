//! The origin of a table's figures: measure, pupils, year and source files.
//!
//! Downloaded tables have it in columns of their own, not in lines above the header, so that every program can read
//! them.

use method::{Analysis, Settings};
use records::model::{self, DataSet};
use records::terms::{AcademicYear, Focus, Measure, folded};

use crate::chart::Table;
use crate::chart::words::source_line::{MADE_UP, WITHHELD};
use crate::export::words::{origin as words, svg as picture_words};

use super::csv_table::of_table;
use super::rules_in_force::changed_rules;

/// The most letters of a user-defined measure in a file name.
const LONGEST: usize = 40;

/// The origin of a table's figures. Fields that differ within the table are `None`.
///
/// ```
/// use show::export::origin::Origin;
/// use records::terms::{AcademicYear, Focus, Measure};
/// let origin = Origin {
///     measure: Some(Measure::Grade5EnglishMaths),
///     group: Some(Focus::Disadvantaged),
///     year: AcademicYear::ending(2023),
///     source: Some("mats.csv".to_owned()),
///     ..Origin::default()
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
    /// The rules that the user changed, in words, for pictures; a table's rows may have other rules.
    pub rules: String,
}

impl Origin {
    /// The origin of an analysis's figures.
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
            rules: String::new(),
        }
    }

    /// The same under settings of the user's.
    #[must_use]
    pub fn under(self, analysis: &Analysis, settings: &Settings) -> Self {
        let rules = picture_words::rules(&changed_rules(analysis, settings));
        Self { rules, ..self }
    }

    /// What is shown of whom and when: "Grade 5+ in English and maths, disadvantaged pupils, 2022/23".
    #[must_use]
    pub fn figures_in_words(&self) -> String {
        picture_words::figures(self.measure, self.group, self.year)
    }

    /// The file name for a table, without the extension.
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

    /// A table as CSV, with columns for the origin of its figures.
    #[must_use]
    pub fn csv(&self, table: &Table) -> String {
        of_table(&self.in_columns_of(table))
    }

    /// A table with columns for the origin of its figures unless it already has them.
    #[must_use]
    pub fn in_columns_of(&self, table: &Table) -> Table {
        let said = [
            (words::MEASURE, self.measure.map(|measure| measure.name().to_owned())),
            (words::GROUP, self.group.map(|group| group.name().to_owned())),
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
        table
    }
}

/// A name in lower case with hyphens, without words such as "of".
fn in_file_name(name: &str) -> String {
    let name = folded(name);
    let words = name.split(' ').filter(|word| !words::LITTLE_WORDS.contains(word));
    let joined = words.collect::<Vec<_>>().join("-");
    joined.chars().take(LONGEST).collect()
}
