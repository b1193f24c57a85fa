//! Similar names of trusts, in tables that identify trusts only by name.

use records::terms::folded;
use records::terms::order::sorted;
use records::{DoubtKind, Grounds, Reading, excerpt};

use crate::source::{ColumnIndex, RowIndex};

use super::decisions::Affected;
use super::reader::Reader;

/// Names that resemble an earlier one, sorted, each with the earlier name.
#[derive(Debug, Default)]
pub(super) struct Joined<'a>(Vec<(&'a str, &'a str)>);

impl<'a> Joined<'a> {
    /// The name used for this one.
    pub(super) fn name(&self, name: &'a str) -> &'a str {
        let index = self.0.binary_search_by_key(&name, |&(known, _)| known).ok();
        index
            .and_then(|index| self.0.get(index))
            .map_or(name, |&(_, first)| first)
    }

    /// Decides about the names in a column of these rows. In a table of trusts, names that occur in the same year are
    /// different trusts.
    pub(super) fn decide(
        reader: &mut Reader<'a>,
        column: ColumnIndex,
        rows: &[RowIndex],
        year: Option<ColumnIndex>,
        is_of_trusts: bool,
    ) -> Self {
        let keyed = |&row: &RowIndex| {
            let name = reader.text(row, Some(column));
            (key(name), row, name)
        };
        let named = rows.iter().map(keyed).filter(|(key, ..)| !key.is_empty());
        let named = sorted(named.collect(), |(one, ..), (two, ..)| one.cmp(two));
        let mut joined = Vec::new();
        for alike in named.chunk_by(|(one, ..), (two, ..)| one == two) {
            let mut spellings: Vec<(RowIndex, &str)> = Vec::new();
            for &(_, row, name) in alike {
                if !spellings.iter().any(|(_, known)| *known == name) {
                    spellings.push((row, name));
                }
            }
            let [(_, first), _, ..] = spellings[..] else {
                continue;
            };
            let are_in_one_year = is_of_trusts && {
                let years = alike.iter().map(|&(_, row, _)| reader.text(row, year));
                let mut years = sorted(years.collect(), Ord::cmp);
                years.dedup();
                years.len() < alike.len()
            };
            let readings = if are_in_one_year {
                [Reading::SeveralTrusts, Reading::OneTrust]
            } else {
                [Reading::OneTrust, Reading::SeveralTrusts]
            };
            let mut affected = Affected::default();
            for &(row, _) in &spellings {
                affected.show(reader, row, Some(column));
            }
            for &(_, row, _) in alike {
                affected.count(reader, row);
            }
            let (kind, name) = (DoubtKind::SameTrust, Some(excerpt(first)));
            if reader.ask(kind, name, readings, Grounds::Assumed, affected) == Reading::OneTrust {
                joined.extend(spellings.into_iter().map(|(_, name)| (name, first)));
            }
        }
        Self(sorted(joined, Ord::cmp))
    }
}

/// The key that similar names share: the letters of their words, without case, accents, punctuation, an article, "and",
/// the legal form and a note's mark, and with one word for multi-academy trusts.
fn key(name: &str) -> String {
    let noted = name.split_once('[').map_or(name, |(name, _)| name);
    let is_raised = |sign: char| matches!(sign, '\u{b2}' | '\u{b3}' | '\u{b9}' | '\u{2070}'..='\u{207f}');
    let words = folded(&noted.replace(is_raised, " "));
    let kept = words.split(' ').filter(|word| !INSIGNIFICANT.contains(word));
    let kept: Vec<&str> = kept
        .map(|word| match word {
            "saint" => "st",
            "academies" => "academy",
            other => other,
        })
        .collect();
    let letters = kept.concat();
    let name_of_kind = ["multiacademytrust", "multiacademy"].into_iter();
    let mut kinds = name_of_kind.filter_map(|kind| letters.strip_suffix(kind));
    kinds
        .next()
        .map_or_else(|| letters.clone(), |name| format!("{name}mat"))
}

/// Words that do not distinguish trusts.
const INSIGNIFICANT: [&str; 6] = ["the", "and", "ltd", "limited", "plc", "cio"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_a_name_have_one_key() {
        for name in [
            "THE OAK & ASH TRUST LTD",
            "Oak and Ash Trust",
            "oak  & ash\u{a0}trust\u{200b}",
            "Oak & Ash Trust Limited.",
        ] {
            assert_eq!(key(name), "oakashtrust", "{name}");
        }
        for (one, other) in [
            ("St. John\u{2019}s", "Saint Johns"),
            ("Rowan-side Trust", "Rowanside Trust"),
            ("Rowanside Trust, The", "THE ROWANSIDE TRUST"),
            ("Row\u{e1}nside Trust", "Rowanside Trust"),
            ("Rowanside Trust*", "Rowanside Trust\u{b9}"),
            ("Rowanside Trust [note 1]", "Rowanside Trust"),
            ("Rowanside MAT", "Rowanside Multi-Academy Trust"),
            ("Rowanside Academies Trust", "Rowanside Academy Trust"),
            ("Rowanside Trust CIO", "Rowanside Trust"),
        ] {
            assert_eq!(key(one), key(other), "{one}, {other}");
        }
        assert_ne!(key("Oak Trust 1"), key("Oak Trust 2"));
    }
}
