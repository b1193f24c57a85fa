//! The methods paragraph.

use crate::model::{Basis, SourceFile};
use crate::source::{Doubt, DoubtKind, Grounds};
use crate::terms::{counted, grouped, listed};

use crate::words::chart::doubts::columns;

/// The paragraph with the works below it.
pub(crate) fn with_references(paragraph: &str, works: &[&str]) -> String {
    let references = works.join("\n");
    format!("{paragraph}\n\nReferences\n{references}")
}

pub(crate) fn made_up(year: &str) -> String {
    format!(
        "The figures are those of made-up demonstration data, {year}, and say nothing of any real school."
    )
}

pub(crate) fn of_files(year: &str, files: &[String]) -> String {
    let files: Vec<&str> = files.iter().map(String::as_str).collect();
    format!(
        "The figures are those of England\u{2019}s multi-academy trusts at key stage 4, {year}, from {}.",
        listed(&files)
    )
}

/// "the file mats.csv (the trust performance file, fingerprint 0123456789abcdef)".
pub(crate) fn file(file: &SourceFile) -> String {
    let fingerprint = file
        .fingerprint
        .map_or_else(String::new, |of| format!(", XXH64 fingerprint {of}"));
    format!("the file {} ({}{fingerprint})", file.name, file.layout)
}

/// "month first (9/1/2015 is 1 September) in links.csv, Joined date (the file itself shows it)".
pub(crate) fn reading(first: &Doubt, of: &[&str]) -> String {
    let place = if of.is_empty() {
        String::new()
    } else {
        format!(", {}", columns(of))
    };
    let grounds = match first.grounds {
        Grounds::Assumed => "an assumption",
        Grounds::Chosen => "the user\u{2019}s choice",
        Grounds::Settled => "as the file itself shows",
    };
    format!("{} in {}{place} ({grounds})", first.assumed, first.file)
}

/// All decisions of one kind.
pub(crate) fn readings(kind: DoubtKind, items: &[String]) -> String {
    format!(
        "It had to be decided {}: {}.",
        kind.question(),
        items.join("; ")
    )
}

pub(crate) const SNAPSHOT: &str = "The group links are a snapshot of present members: where a school was before it \
    joined its trust is not recorded.";

/// How many trusts were eligible, and how many of them have a figure.
pub(crate) fn counts(eligible: usize, published: usize) -> String {
    let (was, has) = if eligible == 1 {
        ("was", "has")
    } else {
        ("were", "have")
    };
    let with = if published == eligible {
        String::new()
    } else {
        format!(", of which {} {has} a figure", grouped(published))
    };
    format!("{} {was} eligible{with}.", counted(eligible, "trust"))
}

pub(crate) fn ties(smaller_is_better: bool) -> String {
    let better = if smaller_is_better {
        "the smaller figure being the better"
    } else {
        "the greater figure being the better"
    };
    format!(
        "Trusts that tie share the better rank (1, 2, 2, 4), {better}; a top ten is every trust whose rank is at most \
         10."
    )
}

/// What was made anew under other rules.
pub(crate) fn robustness(basis: Basis) -> String {
    let anew = match basis {
        Basis::Computed => {
            "Headlines and ranks were made anew under every distinct combination of weight, fewest schools, fewest \
             years and regional rule"
        }
        Basis::Published => {
            "Headlines were made anew under every regional rule that the files allow"
        }
    };
    format!(
        "{anew}; the shares of combinations are no probabilities, and no joint test of significance is claimed \
         (Simonsohn et al. 2020)."
    )
}
