//! The measures of attainment at the end of key stage 4, and user-defined measures.

use borsh::io::{Error, Read, Write};
use borsh::{BorshDeserialize, BorshSerialize};

use super::address::{decoded, encoded};
use super::letters::lower_case;
use super::{Figure, Unit};

/// The beginning of a user-defined measure's address, and the words for the better end.
const OWN: &str = "own";
const HIGHER: &str = "higher";
const LOWER: &str = "lower";

/// The facts of a published measure.
struct Row {
    /// The word used in addresses, on the command line and in the template.
    key: &'static str,
    name: &'static str,
    /// The name in a column heading.
    short_name: &'static str,
    /// What is counted, before and after the name of the pupils.
    description: [&'static str; 2],
    /// What the pupils counted by a share do.
    achievement: &'static str,
    unit: Unit,
    better: Better,
    /// Words for guessing which column of a user's own spreadsheet contains it: the column's name must contain one word
    /// of each list.
    guessed_by: &'static [&'static [&'static str]],
    columns: MeasureColumns,
}

/// A measure's column names in the Department's files (method, section 9). `None` where a file does not have it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MeasureColumns {
    /// In the trust performance file, to which a group's suffix is added.
    pub trust_file: Option<&'static str>,
    /// In the school performance file to 2022/23, for all, disadvantaged and other pupils.
    pub school_file: Option<[&'static str; 3]>,
    /// In the school performance file of 2023/24.
    pub tidy_2024: Option<&'static str>,
    /// In the school performance file of 2024/25.
    pub tidy_2025: Option<&'static str>,
}

impl MeasureColumns {
    /// The names of a measure that no file has.
    const NONE: Self = Self {
        trust_file: None,
        school_file: None,
        tidy_2024: None,
        tidy_2025: None,
    };
}

/// Makes [`Measure`] from one row for each published measure, in the order of the Department's files.
macro_rules! measures {
    ($($(#[$documentation:meta])* $measure:ident: $row:expr;)+) => {
        /// A measure of attainment or progress, published or user-defined.
        ///
        /// ```
        /// use records::terms::{Measure, Unit};
        /// assert_eq!(Measure::from_key("em5"), Some(Measure::Grade5EnglishMaths));
        /// assert_eq!(Measure::Attainment8.unit(), Unit::Points);
        /// ```
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, BorshSerialize, BorshDeserialize,
        )]
        pub enum Measure {
            $($(#[$documentation])* $measure,)+
            /// A measure from a user's own spreadsheet.
            Own(OwnMeasure),
        }

        impl Measure {
            /// The published measures, in the order of the Department's files.
            pub const IN_FILES: [Self; Self::COUNT] = [$(Self::$measure),+];

            /// The number of published measures.
            pub const COUNT: usize = [$(Self::$measure),+].len();

            /// Its index in a table of the published measures; `None` for a user-defined one.
            pub const fn index(self) -> Option<usize> {
                enum Index {
                    $($measure),+
                }
                match self {
                    $(Self::$measure => Some(Index::$measure as usize),)+
                    Self::Own(_) => None,
                }
            }

            /// Its row; `None` for a user-defined one.
            const fn row(self) -> Result<&'static Row, OwnMeasure> {
                match self {
                    $(Self::$measure => {
                        const ROW: &Row = &$row;
                        Ok(ROW)
                    })+
                    Self::Own(own) => Err(own),
                }
            }
        }
    };
}

measures! {
    /// Attainment 8, points.
    Attainment8: Row {
        key: "att8",
        name: "Attainment 8",
        short_name: "Attainment 8",
        description: ["Average Attainment 8 score of ", ", in points"],
        achievement: "score",
        unit: Unit::Points,
        better: Better::Higher,
        guessed_by: &[&["attainment 8", "att8", "a8", "attainment8"]],
        columns: MeasureColumns {
            trust_file: Some("ATT8SCR_WGTAVG"),
            school_file: Some(["ATT8SCR", "ATT8SCR_FSM6CLA1A", "ATT8SCR_NFSM6CLA1A"]),
            tidy_2024: Some("avg_att8"),
            tidy_2025: Some("attainment8_average"),
        },
    };

    /// Progress 8, grades.
    Progress8: Row {
        key: "p8",
        name: "Progress 8",
        short_name: "Progress 8",
        description: ["Average Progress 8 score of ", ", in grades"],
        achievement: "score",
        unit: Unit::Grades,
        better: Better::Higher,
        guessed_by: &[&["progress 8", "p8", "progress8"]],
        columns: MeasureColumns {
            trust_file: Some("P8MEA_WGTAVG"),
            school_file: Some(["P8MEA", "P8MEA_FSM6CLA1A", "P8MEA_NFSM6CLA1A"]),
            tidy_2024: Some("avg_p8score"),
            tidy_2025: Some("progress8_average"),
        },
    };

    /// Grade 5 or above in English and maths, share of pupils.
    Grade5EnglishMaths: Row {
        key: "em5",
        name: "Grade 5+ in English and maths",
        short_name: "Grade 5+",
        description: ["Share of ", " with grade 5 or above in English and maths"],
        achievement: "reach grade 5 in English and maths",
        unit: Unit::Percent,
        better: Better::Higher,
        guessed_by: &[&["em5", "english", "basics", "em", "eng"], &["em5", "5", "95", "strong"]],
        columns: MeasureColumns {
            trust_file: Some("PTL2BASICS_95_WGTAVG"),
            school_file: Some([
                "PTL2BASICS_95",
                "PTFSM6CLA1ABASICS_95",
                "PTNOTFSM6CLA1ABASICS_95",
            ]),
            tidy_2024: Some("pt_l2basics_95"),
            tidy_2025: Some("engmath_95_percent"),
        },
    };

    /// Grade 4 or above in English and maths, share of pupils.
    Grade4EnglishMaths: Row {
        key: "em4",
        name: "Grade 4+ in English and maths",
        short_name: "Grade 4+",
        description: ["Share of ", " with grade 4 or above in English and maths"],
        achievement: "reach grade 4 in English and maths",
        unit: Unit::Percent,
        better: Better::Higher,
        guessed_by: &[&["em4", "english", "basics", "em", "eng"], &["em4", "4", "94", "standard"]],
        columns: MeasureColumns {
            trust_file: Some("PTL2BASICS_94_WGTAVG"),
            school_file: Some([
                "PTL2BASICS_94",
                "PTFSM6CLA1ABASICS_94",
                "PTNOTFSM6CLA1ABASICS_94",
            ]),
            tidy_2024: Some("pt_l2basics_94"),
            tidy_2025: Some("engmath_94_percent"),
        },
    };

    /// Entered for all subjects of the English Baccalaureate, share of pupils.
    EbaccEntry: Row {
        key: "ebacc_entry",
        name: "EBacc entry",
        short_name: "EBacc entry",
        description: ["Share of ", " entered for every subject area of the EBacc"],
        achievement: "are entered for the full EBacc",
        unit: Unit::Percent,
        better: Better::Higher,
        guessed_by: &[&["ebacc"], &["entry", "entered", "entering"]],
        columns: MeasureColumns {
            trust_file: Some("PTEBACC_E_PTQ_EE_WGTAVG"),
            school_file: Some([
                "PTEBACC_E_PTQ_EE",
                "PTEBACC_EFSM6CLA1A_PTQ_EE",
                "PTEBACC_ENFSM6CLA1A_PTQ_EE",
            ]),
            tidy_2024: Some("pt_ebacc_e_ptq_ee"),
            tidy_2025: Some("ebacc_entering_percent"),
        },
    };

    /// English Baccalaureate at grade 5 or above, share of pupils.
    Ebacc5: Row {
        key: "ebacc5",
        name: "EBacc at grade 5+",
        short_name: "EBacc 5+",
        description: ["Share of ", " who achieve the EBacc with grade 5 or above"],
        achievement: "achieve the EBacc at grade 5",
        unit: Unit::Percent,
        better: Better::Higher,
        guessed_by: &[&["ebacc5", "ebacc"], &["ebacc5", "5", "95"]],
        columns: MeasureColumns {
            trust_file: Some("PTEBACC_95_WGTAVG"),
            school_file: Some(["PTEBACC_95", "PTEBACC_95_FSM6CLA1A", "PTEBACC_95_NFSM6CLA1A"]),
            tidy_2024: Some("pt_ebacc_95"),
            tidy_2025: Some("ebacc_95_percent"),
        },
    };

    /// English Baccalaureate at grade 4 or above, share of pupils.
    Ebacc4: Row {
        key: "ebacc4",
        name: "EBacc at grade 4+",
        short_name: "EBacc 4+",
        description: ["Share of ", " who achieve the EBacc with grade 4 or above"],
        achievement: "achieve the EBacc at grade 4",
        unit: Unit::Percent,
        better: Better::Higher,
        guessed_by: &[&["ebacc4", "ebacc"], &["ebacc4", "4", "94"]],
        columns: MeasureColumns {
            trust_file: Some("PTEBACC_94_WGTAVG"),
            school_file: Some(["PTEBACC_94", "PTEBACC_94_FSM6CLA1A", "PTEBACC_94_NFSM6CLA1A"]),
            tidy_2024: Some("pt_ebacc_94"),
            tidy_2025: Some("ebacc_94_percent"),
        },
    };

    /// English Baccalaureate average point score.
    EbaccAps: Row {
        key: "ebacc_aps",
        name: "EBacc average point score",
        short_name: "EBacc points",
        description: ["Average EBacc point score of ", ""],
        achievement: "score",
        unit: Unit::AveragePoints,
        better: Better::Higher,
        guessed_by: &[&["ebacc"], &["aps", "point", "points"]],
        columns: MeasureColumns {
            trust_file: Some("EBACCAPS_WGTAVG"),
            school_file: Some(["EBACCAPS", "EBACCAPS_FSM6CLA1A", "EBACCAPS_NFSM6CLA1A"]),
            tidy_2024: Some("avg_ebaccaps"),
            tidy_2025: Some("ebacc_aps_average"),
        },
    };
}

/// A user-defined measure: any column of numbers, with its name and unit.
///
/// Its facts are kept until the program ends, a few bytes for each name that a user maps, so it can be copied like a
/// published measure.
///
/// ```
/// use records::terms::{Better, Measure, OwnMeasure, Unit};
/// let absence = Measure::Own(OwnMeasure::new("Absence", Unit::Percent, Better::Lower));
/// assert_eq!((absence.name(), absence.key()), ("Absence", "own-absence"));
/// assert!(absence.lower_is_better());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OwnMeasure(&'static OwnFacts);

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct OwnFacts {
    name: String,
    key: String,
    unit: Unit,
    better: Better,
}

/// Which end of a scale is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, BorshSerialize, BorshDeserialize)]
pub enum Better {
    /// A higher figure, as with every published measure.
    #[default]
    Higher,
    /// A lower figure, as with absence.
    Lower,
}

impl OwnMeasure {
    /// A measure with this name.
    #[must_use]
    pub fn new(name: &str, unit: Unit, better: Better) -> Self {
        let name = name.trim().to_owned();
        let mut key = String::from("own-");
        for letter in name.chars().map(lower_case) {
            match letter {
                ' ' => key.push('-'),
                letter if letter.is_ascii_alphanumeric() => key.push(letter),
                // Names that differ only in punctuation then have different keys.
                sign => key.push_str(&format!("{:x}", u32::from(sign))),
            }
        }
        Self(Box::leak(Box::new(OwnFacts {
            key,
            name,
            unit,
            better,
        })))
    }

    /// Its name.
    pub(crate) const fn name(self) -> &'static str {
        self.0.name.as_str()
    }
}

impl BorshSerialize for OwnMeasure {
    fn serialize<W: Write>(&self, writer: &mut W) -> Result<(), Error> {
        self.0.name.serialize(writer)?;
        self.0.unit.serialize(writer)?;
        self.0.better.serialize(writer)
    }
}

impl BorshDeserialize for OwnMeasure {
    fn deserialize_reader<R: Read>(reader: &mut R) -> Result<Self, Error> {
        let name = String::deserialize_reader(reader)?;
        let unit = Unit::deserialize_reader(reader)?;
        Ok(Self::new(&name, unit, Better::deserialize_reader(reader)?))
    }
}

impl Measure {
    /// The published measures, in the order in which they are offered.
    pub const ALL: [Self; Self::COUNT] = [
        Self::Grade5EnglishMaths,
        Self::Grade4EnglishMaths,
        Self::Attainment8,
        Self::Progress8,
        Self::EbaccEntry,
        Self::Ebacc4,
        Self::Ebacc5,
        Self::EbaccAps,
    ];

    /// The name in a list of measures.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self.row() {
            Ok(row) => row.name,
            Err(own) => own.name(),
        }
    }

    /// The name in a column heading.
    #[must_use]
    pub const fn short_name(self) -> &'static str {
        match self.row() {
            Ok(row) => row.short_name,
            Err(own) => own.name(),
        }
    }

    /// A phrase for what is counted: "Share of disadvantaged pupils with grade 5 …".
    #[must_use]
    pub fn description(self, pupils: &str) -> String {
        match self.row() {
            Ok(row) => row.description.join(pupils),
            Err(own) => format!("{} of {pupils}", own.name()),
        }
    }

    /// What the pupils counted by a share do: "reach grade 5 in English and maths". Otherwise "score".
    #[must_use]
    pub const fn achievement(self) -> &'static str {
        match self.row() {
            Ok(row) => row.achievement,
            Err(_) => "score",
        }
    }

    /// Whether a lower figure is better, which is never true of a published measure.
    #[must_use]
    pub const fn lower_is_better(self) -> bool {
        let better = match self.row() {
            Ok(row) => row.better,
            Err(own) => own.0.better,
        };
        matches!(better, Better::Lower)
    }

    /// Whether it is user-defined.
    #[must_use]
    pub const fn is_own(self) -> bool {
        matches!(self, Self::Own(_))
    }

    /// The word used in addresses and on the command line.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self.row() {
            Ok(row) => row.key,
            Err(own) => own.0.key.as_str(),
        }
    }

    /// Its column names in the Department's files.
    #[must_use]
    pub const fn columns(self) -> MeasureColumns {
        match self.row() {
            Ok(row) => row.columns,
            Err(_) => MeasureColumns::NONE,
        }
    }

    /// Words for guessing which column of a user's own spreadsheet contains it: the column's name must contain one word
    /// of each list.
    pub const fn guessed_by(self) -> &'static [&'static [&'static str]] {
        match self.row() {
            Ok(row) => row.guessed_by,
            Err(_) => &[&[]],
        }
    }

    /// The published measure with this key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|measure| measure.key() == key)
    }

    /// Its address, with the facts of a user-defined one: `em5`, `own.percent.lower.Absence`.
    ///
    /// ```
    /// use records::terms::{Better, Measure, OwnMeasure, Unit};
    /// let absence = Measure::Own(OwnMeasure::new("Absence, all", Unit::Percent, Better::Lower));
    /// assert_eq!(absence.address(), "own.percent.lower.Absence%2C%20all");
    /// assert_eq!(Measure::from_address(&absence.address()), Some(absence));
    /// assert_eq!(Measure::from_address("em5"), Some(Measure::Grade5EnglishMaths));
    /// ```
    #[must_use]
    pub fn address(self) -> String {
        match self {
            Self::Own(OwnMeasure(own)) => {
                let better = match own.better {
                    Better::Higher => HIGHER,
                    Better::Lower => LOWER,
                };
                let name = encoded(&own.name);
                format!("{OWN}.{}.{better}.{name}", own.unit.key())
            }
            published => published.key().to_owned(),
        }
    }

    /// The measure with this address; `None` if the text is not one.
    #[must_use]
    pub fn from_address(text: &str) -> Option<Self> {
        let Some(own) = text.strip_prefix(OWN).and_then(|own| own.strip_prefix('.')) else {
            return Self::from_key(text);
        };
        let mut parts = own.splitn(3, '.');
        let unit = Unit::from_key(parts.next()?)?;
        let better = match parts.next()? {
            HIGHER => Better::Higher,
            LOWER => Better::Lower,
            _ => return None,
        };
        let name = decoded(parts.next()?);
        let is_name = !name.trim().is_empty() && name.trim() == name;
        is_name.then(|| Self::Own(OwnMeasure::new(&name, unit, better)))
    }

    /// Its unit.
    #[must_use]
    pub const fn unit(self) -> Unit {
        match self.row() {
            Ok(row) => row.unit,
            Err(own) => own.0.unit,
        }
    }

    /// A figure of this measure, or `None` if the number is not finite.
    #[must_use]
    pub fn figure(self, number: f64) -> Option<Figure> {
        Figure::new(number, self.unit())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_distinct_and_read_back() {
        for measure in Measure::ALL {
            assert_eq!(Measure::from_key(measure.key()), Some(measure));
        }
        let mut indices: Vec<usize> = Measure::ALL.into_iter().filter_map(Measure::index).collect();
        indices.sort_unstable();
        assert!(indices.into_iter().eq(0..Measure::COUNT));
        assert_eq!(Measure::from_key("EM5"), None);
    }
}
