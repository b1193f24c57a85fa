//! Why a year or a figure is not in a trend, and why there is none.

use std::fmt;

use crate::method::{Absence, LeftOut, TrendError};
use crate::model::Basis;
use crate::terms::{AcademicYear, listed};

/// The sort of reason why a school is left out like for like.
pub(crate) const NOT_ALIKE: &str = "not in the trust in every year";

impl fmt::Display for LeftOut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoBasis(Basis::Computed) => {
                f.write_str("its files have no schools with the trusts that they are in")
            }
            Self::NoBasis(Basis::Published) => f.write_str("its files have no trusts as published"),
            Self::NoAnalysis(error) => write!(f, "{error}"),
        }
    }
}

impl fmt::Display for Absence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoResults => f.write_str("no results"),
            Self::NotEligible(Some(reason)) => write!(f, "not eligible: {reason}"),
            Self::NotEligible(None) => f.write_str("not eligible: not in the files"),
            Self::Missing(reason) => f.write_str(reason.reason()),
            Self::NoFigure => f.write_str("no figure"),
        }
    }
}

impl fmt::Display for TrendError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooFewYears { years, left_out } => {
                f.write_str("a trend needs results of two years with exams")?;
                let years: Vec<String> = years.iter().map(AcademicYear::to_string).collect();
                let years: Vec<&str> = years.iter().map(String::as_str).collect();
                match years.as_slice() {
                    [] => f.write_str("; there are none")?,
                    years => write!(f, "; there are those of {} alone", listed(years))?,
                }
                for (year, reason) in left_out {
                    write!(f, "; {year} is left out: {reason}")?;
                }
                Ok(())
            }
            Self::LikeForLikeNeedsSchools => f.write_str(
                "like-for-like schools need school files: a file of trusts does not say which schools it has",
            ),
        }
    }
}
