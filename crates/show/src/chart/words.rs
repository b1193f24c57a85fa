//! Words that several charts share. Those of one chart are beside it.

/// "London's", "the East Midlands'".
pub(crate) fn possessive(name: &str) -> String {
    let ending = if name.ends_with('s') { "" } else { "s" };
    format!("{name}\u{2019}{ending}")
}

/// The note beside the interval of a regional figure.
pub(crate) const PUPIL_SAMPLING_ONLY: &str = "pupil sampling only";

/// Column headings that several tables share.
pub(crate) mod heads {
    pub(crate) const TRUST: &str = "Trust";

    pub(crate) const UID: &str = "UID";

    pub(crate) const SCHOOL: &str = "School";

    pub(crate) const URN: &str = "URN";

    pub(crate) const REGION: &str = "Region";

    pub(crate) const LEAD_REGION: &str = "Lead region";

    pub(crate) const MEASURE: &str = "Measure";

    pub(crate) const PUPILS: &str = "Pupils";

    pub(crate) const FIGURE: &str = "Figure";

    pub(crate) const DIFFERENCE: &str = "Difference";

    pub(crate) const STANDARD_DEVIATION: &str = "Standard deviation";

    pub(crate) const YEARS_IN_TRUST: &str = "Years in the trust";

    pub(crate) const WEIGHT: &str = "Weight";

    pub(crate) const RANK: &str = "Rank";

    pub(crate) const RANK_IN_REGION: &str = "Rank in region";

    pub(crate) const RANK_IN_ENGLAND: &str = "Rank in England";

    pub(crate) const ELIGIBLE_TRUSTS: &str = "Eligible trusts";

    pub(crate) const ALL_ELIGIBLE_TRUSTS: &str = "All eligible trusts";

    pub(crate) const SCHOOLS_THAT_COUNT: &str = "Schools that count";

    pub(crate) const DISTINGUISHABLE: &str = "Distinguishable";

    pub(crate) const REASON: &str = "Reason";
}

/// Where the figures come from and how they were made.
pub(crate) mod source_line {
    use records::department;
    use records::terms::{counted, listed};

    /// The text in place of file names.
    pub(crate) const MADE_UP: &str = "made-up demonstration data";

    /// The files are given with their year.
    pub(crate) fn source(files: &str, rule: &str) -> String {
        format!("Source: {files}. {rule}.")
    }

    /// Files with the years of their results: those that the Department publishes by what they are, others by name.
    pub(crate) fn files(names: &[&str], layouts: &[&str], years: &str) -> String {
        let mut parts = Vec::new();
        let mut add = |title: &'static str| {
            if !parts.contains(&title) {
                parts.push(title);
            }
        };
        layouts.iter().filter_map(|layout| published(layout)).for_each(&mut add);
        // The year is that of the results, which are last.
        parts.sort_by_key(|title| *title == TRUSTS || *title == SCHOOLS);
        match (parts.as_slice(), names) {
            ([], names) => format!("{}, {years}", listed(names)),
            (parts, []) => format!("Department for Education, {} {years}", listed(parts)),
            (parts, names) => format!(
                "{}, {years}; Department for Education, {}",
                listed(names),
                listed(parts)
            ),
        }
    }

    const TRUSTS: &str = "key stage 4 trust file";
    const SCHOOLS: &str = "key stage 4 school file";

    /// What the Department publishes in a layout; `None` for any other.
    pub(crate) fn published(layout: &str) -> Option<&'static str> {
        Some(match layout {
            department::TRUST_FILE => TRUSTS,
            department::SCHOOL_FILE | department::SCHOOL_FILE_2024 | department::SCHOOL_FILE_2025 => SCHOOLS,
            department::GROUP_LINKS => "group links",
            department::SCHOOL_LINKS => "establishment links",
            _ => return None,
        })
    }

    /// Made-up data with their year.
    pub(crate) fn made_up(years: &str) -> String {
        format!("{MADE_UP}, {years}")
    }

    pub(crate) fn computed(weight: &str) -> String {
        format!("Computed from schools, {weight}.")
    }

    pub(crate) fn without_weight(trusts: usize) -> String {
        let (are, them) = match trusts {
            1 => ("is", "it"),
            _ => ("are", "them"),
        };
        format!(
            "{} {are} left out of the weighted figures, because the file gives no pupils for {them}.",
            counted(trusts, "trust")
        )
    }

    /// How many trusts have no published figure, with the reason where it is the same for all.
    pub(crate) fn unpublished(count: usize, of: usize, reason: Option<&str>) -> String {
        let what = reason.unwrap_or("without a published figure");
        format!("{count} of {of} trusts {what}")
    }

    /// That figures of few pupils are withheld.
    pub(crate) const WITHHELD: &str = "Figures for fewer than 6 pupils, and those that would give one away, are withheld. All \
                                   others are computed without them.";
}

#[cfg(test)]
mod tests {
    use records::terms::Region;

    use super::possessive;

    #[test]
    fn names_that_end_in_s_take_an_apostrophe_alone() {
        assert_eq!(possessive("London"), "London\u{2019}s");
        assert_eq!(
            possessive(Region::EastMidlands.in_sentence()),
            "the East Midlands\u{2019}"
        );
    }
}
