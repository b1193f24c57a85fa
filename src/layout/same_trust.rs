//! Names of trusts that look alike, in tables that know trusts by name alone.

use std::collections::BTreeMap;

use crate::source::{
    ColumnIndex, DoubtKind, EVIDENCE_KEPT, Evidence, Grounds, Question, Reading, RowIndex, excerpt,
};
use crate::terms::folded;

use super::reader::Reader;

/// Which name stands for each that looks like it.
#[derive(Debug, Default)]
pub(super) struct Joined<'a>(BTreeMap<&'a str, &'a str>);

impl<'a> Joined<'a> {
    /// The name that stands for this one.
    pub(super) fn name(&self, name: &'a str) -> &'a str {
        self.0.get(name).copied().unwrap_or(name)
    }

    /// Decides about the names of a column, in these rows. Names that are beside each other in one year of a
    /// table of trusts are trusts of their own.
    pub(super) fn decide(
        reader: &mut Reader<'a>,
        column: ColumnIndex,
        rows: &[RowIndex],
        year: Option<ColumnIndex>,
        is_of_trusts: bool,
    ) -> Self {
        let mut groups: BTreeMap<String, Vec<(RowIndex, &'a str)>> = BTreeMap::new();
        for &row in rows {
            let name = reader.text(row, Some(column));
            let key = key(name);
            if !key.is_empty() {
                groups.entry(key).or_default().push((row, name));
            }
        }
        let mut joined = Self::default();
        for rows in groups.into_values() {
            let Some(&(first_row, first)) = rows.first() else {
                continue;
            };
            let mut spellings: Vec<(RowIndex, &str)> = vec![(first_row, first)];
            for &(row, name) in &rows {
                if !spellings.iter().any(|(_, known)| *known == name) {
                    spellings.push((row, name));
                }
            }
            if spellings.len() < 2 {
                continue;
            }
            let are_beside = is_of_trusts && {
                let mut years: Vec<&str> = rows
                    .iter()
                    .map(|&(row, _)| reader.text(row, year))
                    .collect();
                years.sort_unstable();
                let all = years.len();
                years.dedup();
                years.len() < all
            };
            let (likeliest, other) = if are_beside {
                (Reading::SeveralTrusts, Reading::OneTrust)
            } else {
                (Reading::OneTrust, Reading::SeveralTrusts)
            };
            let header = reader.sheet().header;
            let evidence = spellings
                .iter()
                .take(EVIDENCE_KEPT)
                .map(|&(row, name)| Evidence {
                    line: Some(reader.line(row)),
                    column: Some(header.name(column).to_owned()),
                    value: excerpt(name),
                });
            let lines = rows.iter().take(EVIDENCE_KEPT);
            let question = Question {
                kind: DoubtKind::SameTrust,
                column: Some(excerpt(first)),
                likeliest,
                others: vec![other],
                grounds: Grounds::Assumed,
                evidence: evidence.collect(),
                rows: rows.len(),
                lines: lines.map(|&(row, _)| reader.line(row)).collect(),
            };
            if reader.doubts.decide(question) == Reading::OneTrust {
                let others = spellings.iter().map(|&(_, name)| (name, first));
                joined.0.extend(others);
            }
        }
        joined
    }
}

/// What names that look alike have in common: the letters of their words, without case, accents, punctuation, an
/// article, "and", the form of company and the mark of a note, and with one word for a multi-academy trust.
fn key(name: &str) -> String {
    let noted = name.split_once('[').map_or(name, |(name, _)| name);
    let is_raised = |sign: char| {
        matches!(
            sign,
            '\u{b2}' | '\u{b3}' | '\u{b9}' | '\u{2070}'..='\u{207f}'
        )
    };
    let words = folded(&noted.replace(is_raised, " "));
    let kept = words.split(' ').filter(|word| !SAYS_LITTLE.contains(word));
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

/// Words that tell no trust from another.
const SAYS_LITTLE: [&str; 6] = ["the", "and", "ltd", "limited", "plc", "cio"];

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
