//! Measures.

use crate::terms::Measure;

impl Measure {
    /// The name in a list of measures.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Attainment8 => "Attainment 8",
            Self::Progress8 => "Progress 8",
            Self::Grade5EnglishMaths => "Grade 5+ in English and maths",
            Self::Grade4EnglishMaths => "Grade 4+ in English and maths",
            Self::EbaccEntry => "EBacc entry",
            Self::Ebacc5 => "EBacc at grade 5+",
            Self::Ebacc4 => "EBacc at grade 4+",
            Self::EbaccAps => "EBacc average point score",
            Self::Own(own) => own.name(),
        }
    }

    /// The name at the head of a column.
    #[must_use]
    pub const fn short_name(self) -> &'static str {
        match self {
            Self::Grade5EnglishMaths => "Grade 5+",
            Self::Grade4EnglishMaths => "Grade 4+",
            Self::Ebacc5 => "EBacc 5+",
            Self::Ebacc4 => "EBacc 4+",
            Self::EbaccAps => "EBacc points",
            other => other.name(),
        }
    }

    /// What is counted of whom, as a phrase: "Share of disadvantaged pupils with grade 5 …".
    #[must_use]
    pub fn description(self, pupils: &str) -> String {
        // What is counted, before and after the name of the pupils.
        let (before, after) = match self {
            Self::Attainment8 => ("Average Attainment 8 score of ", ", in points"),
            Self::Progress8 => ("Average Progress 8 score of ", ", in grades"),
            Self::Grade5EnglishMaths => {
                ("Share of ", " with grade 5 or above in English and maths")
            }
            Self::Grade4EnglishMaths => {
                ("Share of ", " with grade 4 or above in English and maths")
            }
            Self::EbaccEntry => ("Share of ", " entered for every subject area of the EBacc"),
            Self::Ebacc5 => ("Share of ", " who achieve the EBacc with grade 5 or above"),
            Self::Ebacc4 => ("Share of ", " who achieve the EBacc with grade 4 or above"),
            Self::EbaccAps => ("Average EBacc point score of ", ""),
            Self::Own(own) => return format!("{} of {pupils}", own.name()),
        };
        format!("{before}{pupils}{after}")
    }

    /// What pupils do who are counted by a share: "reach grade 5 in English and maths"; else "score".
    #[must_use]
    pub(crate) const fn achievement(self) -> &'static str {
        match self {
            Self::Grade5EnglishMaths => "reach grade 5 in English and maths",
            Self::Grade4EnglishMaths => "reach grade 4 in English and maths",
            Self::EbaccEntry => "are entered for the full EBacc",
            Self::Ebacc5 => "achieve the EBacc at grade 5",
            Self::Ebacc4 => "achieve the EBacc at grade 4",
            Self::Attainment8 | Self::Progress8 | Self::EbaccAps | Self::Own(_) => "score",
        }
    }
}
