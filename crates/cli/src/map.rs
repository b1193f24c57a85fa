//! `--map FILE.toml`: the meaning of the columns in a user's own spreadsheet.
//!
//! ```toml
//! year = "2022/23"
//!
//! [columns]
//! urn = "School no"
//! trust = "Trust"
//! years_in_trust = "Years with us"
//! pupils_disadvantaged = "FSM6 pupils"
//! em5_disadvantaged = "5+ EM, FSM6"
//!
//! [[measure]]
//! name = "Attendance"
//! unit = "percent"
//! better = "higher"
//! disadvantaged = "Attendance, FSM6"
//! ```

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;
use trust_gap::intake::{Field, Mapping};
use trust_gap::terms::{AcademicYear, Better, Group, Measure, OwnMeasure, Unit};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct MapFile {
    year: Option<String>,
    #[serde(default)]
    columns: BTreeMap<String, String>,
    #[serde(default)]
    measure: Vec<OwnColumns>,
}

/// A user-defined measure.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct OwnColumns {
    name: String,
    #[serde(default)]
    unit: OwnUnit,
    #[serde(default)]
    better: OwnBetter,
    all: Option<String>,
    disadvantaged: Option<String>,
    other: Option<String>,
}

#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
enum OwnUnit {
    #[default]
    Percent,
    Points,
}

#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
enum OwnBetter {
    #[default]
    Higher,
    Lower,
}

/// Reads a mapping. The error says what is wrong with it.
pub(crate) fn read(path: &Path) -> Result<Mapping, String> {
    let name = path.display();
    let text = std::fs::read_to_string(path).map_err(|error| format!("{name}: {error}"))?;
    mapping(&text).map_err(|error| format!("{name}: {error}"))
}

fn mapping(text: &str) -> Result<Mapping, String> {
    let file: MapFile = toml::from_str(text).map_err(|error| error.to_string())?;
    let mut mapping = Mapping::default();
    if let Some(year) = file.year {
        let read = AcademicYear::parse(&year);
        mapping.year = Some(read.ok_or(format!("'{year}' is not an academic year such as 2022/23"))?);
    }
    for (key, column) in &file.columns {
        let field = Field::from_key(key).ok_or_else(|| {
            let keys: Vec<String> = Field::all().into_iter().map(Field::key).collect();
            format!("'{key}' is not a kind of column; the kinds are {}", keys.join(", "))
        })?;
        mapping.set(field, Some(column));
    }
    for own in &file.measure {
        let measure = Measure::Own(OwnMeasure::new(&own.name, own.unit.into(), own.better.into()));
        for (group, column) in [
            (Group::All, &own.all),
            (Group::Disadvantaged, &own.disadvantaged),
            (Group::Other, &own.other),
        ] {
            if let Some(column) = column {
                mapping.set(Field::Figure(measure, group), Some(column));
            }
        }
    }
    Ok(mapping)
}

impl From<OwnUnit> for Unit {
    fn from(unit: OwnUnit) -> Self {
        match unit {
            OwnUnit::Percent => Self::Percent,
            OwnUnit::Points => Self::OwnPoints,
        }
    }
}

impl From<OwnBetter> for Better {
    fn from(better: OwnBetter) -> Self {
        match better {
            OwnBetter::Higher => Self::Higher,
            OwnBetter::Lower => Self::Lower,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mapping_is_read_and_faults_are_named() {
        let read = mapping(
            "year = '2022/23'\n[columns]\nurn = 'No'\nem5_all = 'EM'\n\
             [[measure]]\nname = 'Absence'\nbetter = 'lower'\nall = 'Abs'\n",
        )
        .unwrap();
        assert_eq!(read.get(Field::Urn), Some("No"));
        assert_eq!(read.year, AcademicYear::ending(2023));
        assert_eq!(read.fields().len(), 3);
        assert!(
            mapping("[columns]\nnonsense = 'x'")
                .unwrap_err()
                .contains("em5_disadvantaged")
        );
        assert!(mapping("year = '2022'").unwrap_err().contains("not an academic year"));
        assert!(mapping("colums = 1").is_err());
    }
}
