//! Names of trusts that look alike, in tables that know trusts by name alone.

use std::collections::BTreeMap;

use crate::source::{
    ColumnIndex, DoubtKind, EVIDENCE_KEPT, Evidence, Grounds, Question, Reading, RowIndex, excerpt,
};

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

/// What names that look alike have in common: their words, without case, punctuation, a leading "the", "and", and the
/// form of company.
fn key(name: &str) -> String {
    let small = name.to_lowercase();
    let letters = small.chars().filter(|letter| {
        // An apostrophe or a dot parts no words.
        !matches!(
            letter,
            '\'' | '\u{2018}' | '\u{2019}' | '.' | '\u{200b}'
                ..='\u{200f}' | '\u{2060}' | '\u{feff}'
        )
    });
    let letters: String = letters
        .map(|letter| {
            if letter.is_alphanumeric() {
                letter
            } else {
                ' '
            }
        })
        .collect();
    let words = letters.split_whitespace().enumerate();
    let kept = words.filter(|&(place, word)| {
        let is_article = place == 0 && word == "the";
        !is_article && !matches!(word, "and" | "ltd" | "limited")
    });
    let kept: Vec<&str> = kept
        .map(|(_, word)| if word == "saint" { "st" } else { word })
        .collect();
    kept.join(" ")
}

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
            assert_eq!(key(name), "oak ash trust", "{name}");
        }
        assert_eq!(key("St. John\u{2019}s"), key("Saint Johns"));
        assert_ne!(key("Oak Trust 1"), key("Oak Trust 2"));
    }
}
