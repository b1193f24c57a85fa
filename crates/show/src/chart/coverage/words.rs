//! The coverage of the country.

pub(crate) use records::model::words::coverage::compared;

use method::Analysis;
use records::model::Coverage;
use records::terms::counted;

/// A sentence about regions, ranks or all trusts, with how many trusts are loaded where these are some and not the
/// country's; before its full stop if it has one.
pub(crate) fn of_loaded(of_part: Option<usize>, sentence: String) -> String {
    let Some(trusts) = of_part.filter(|trusts| *trusts > 0) else {
        return sentence;
    };
    match sentence.strip_suffix('.') {
        Some(words) => format!("{words} ({}).", loaded(trusts)),
        None => format!("{sentence} ({})", loaded(trusts)),
    }
}

/// [`of_loaded`] for an analysis.
pub(crate) fn of_analysis(analysis: &Analysis, sentence: impl Into<String>) -> String {
    of_loaded(analysis.trusts_of_part(), sentence.into())
}

/// A sentence of its own.
pub(crate) fn not_of_the_country(trusts: usize) -> String {
    format!("These are figures {}, not of the whole country.", loaded(trusts))
}

/// "of the 2 trusts loaded".
fn loaded(trusts: usize) -> String {
    format!("of the {} loaded", counted(trusts, "trust"))
}

/// What files that cover a part of the country were compared with.
pub(crate) fn part(files: &str, coverage: &Coverage) -> String {
    if coverage.is_chosen {
        return format!("{files} is treated as part of the country, as chosen");
    }
    format!("{files} covers part of the country: {}", compared(coverage))
}

/// The schools of files that cover the country.
pub(crate) fn schools_of(files: &str) -> String {
    format!("{files} has its schools")
}

/// The note if none or too few of the trust's schools count.
pub(crate) fn too_few_schools(part: &str) -> String {
    format!("The trust\u{2019}s figures are as published. {part}, but too few of them count under the rules in force.")
}

/// The note in the methods paragraph if published trusts are in force and the school file covers part of the
/// country.
pub(crate) fn for_detail_alone(part: &str) -> String {
    format!(
        "{part}. The headline, ranks and regional figures are therefore those published for trusts. Its schools only add \
     detail on their trusts\u{2019} pages."
    )
}

/// The note for a trust whose schools only add detail, with the figure computed from them.
pub(crate) fn schools_for_detail(part: &str, figure: Option<&str>) -> String {
    let figure = figure.map_or_else(String::new, |figure| {
        format!(" The figure computed from them here is {figure}.")
    });
    format!(
        "The trust\u{2019}s figures, ranks and region are as published. {part}. Its schools only add detail.{figure}"
    )
}

/// The note if the file has no school of the trust, or too few that count.
pub(crate) fn no_school_for_detail(part: &str) -> String {
    format!("The trust\u{2019}s figures are as published. {part}. This trust is not among those it covers.")
}

/// The note if the schools are from the user's own file.
pub(crate) fn own_schools(part: &str) -> String {
    format!(
        "The trust\u{2019}s figures, ranks and region are as published. {part}. Choose \u{201c}Computed from \
     schools\u{201d} to see figures from its schools."
    )
}

#[cfg(test)]
mod tests {
    use super::of_loaded;

    #[test]
    fn trusts_of_a_part_are_counted_where_there_are_some() {
        let said = |trusts| of_loaded(trusts, "London is highest.".to_owned());
        assert_eq!(said(None), "London is highest.");
        assert_eq!(said(Some(0)), "London is highest.");
        assert_eq!(said(Some(2)), "London is highest (of the 2 trusts loaded).");
    }
}
