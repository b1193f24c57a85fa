//! Why a trust is not eligible, or a school does not count.

use std::fmt;

use crate::method::Reason;
use crate::terms::letters::short_name;

impl Reason {
    /// The reason's sort in a few words: "too few years".
    #[must_use]
    pub const fn sort(&self) -> &'static str {
        match self {
            Self::NotMultiAcademy { .. } => "not a multi-academy trust",
            Self::TooFewSchools { .. } => "too few schools",
            Self::NoSchoolInFile | Self::NoResults | Self::NotInFile { .. } => "no results",
            Self::NoLinks => "no group links",
            Self::NoTrust => "in no multi-academy trust",
            Self::JoinedAfter { .. } => "joined after the cut-off",
            Self::TypeDoesNotCount(_) => "type",
            Self::NoJoinDate => "no join date",
            Self::TooFewYears { .. } => "too few years",
            Self::NoPupils => "no pupils",
            Self::UnderEarlierNumber { reason, .. } => reason.sort(),
            Self::TrustNotEligible { .. } => "trust not eligible",
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotMultiAcademy { kind } => {
                write!(f, "not a multi-academy trust but: {}", short_name(kind))
            }
            Self::TooFewSchools {
                schools,
                needed,
                left_out,
            } => {
                write!(
                    f,
                    "too few schools: {schools} counted where the rule asks for {needed}"
                )?;
                match left_out {
                    Some((count, sort)) => write!(f, " ({count} left out: {sort})"),
                    None => Ok(()),
                }
            }
            Self::NoSchoolInFile => {
                f.write_str("no results: the school file has none of its schools")
            }
            Self::NoLinks => f.write_str("no file says which trust it is in: add the group links"),
            Self::NoTrust => f.write_str("in no multi-academy trust"),
            Self::JoinedAfter { joined, trust } => write!(
                f,
                "joined {} on {joined}, after the cut-off; where it was before is unknown",
                short_name(trust)
            ),
            Self::TypeDoesNotCount(school_type) => {
                write!(f, "type: {} does not count", school_type.in_sentence())
            }
            Self::NoJoinDate => f.write_str("no file says when it joined its trust"),
            Self::TooFewYears { years, needed } => write!(
                f,
                "too few years: {years} in the trust where the rule asks for {needed}"
            ),
            Self::NoPupils => {
                f.write_str("no pupils at the end of key stage 4, or their number is not published")
            }
            Self::NoResults => f.write_str("no results: none published for all pupils"),
            Self::NotInFile { joined_later } => {
                f.write_str("no results: the school file does not have it")?;
                match joined_later {
                    Some(joined) => write!(
                        f,
                        "; it joined the trust on {joined}, after these results, which may be those of an earlier \
                         school number"
                    ),
                    None => Ok(()),
                }
            }
            Self::UnderEarlierNumber {
                earlier,
                joined_later,
                reason,
            } => {
                match &**reason {
                    Self::JoinedAfter { joined, trust } => {
                        let trust = short_name(trust);
                        write!(f, "joined {trust} on {joined}, after the cut-off")?;
                    }
                    reason => reason.fmt(f)?,
                }
                if let Some(joined) = joined_later {
                    write!(f, "; it joined the trust on {joined}, after these results")?;
                }
                write!(f, "; its results are those of {earlier}, its number before")
            }
            Self::TrustNotEligible { trust } => {
                let trust = short_name(trust);
                write!(f, "it would count, but its trust is not eligible: {trust}")
            }
        }
    }
}
