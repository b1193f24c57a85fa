//! Decisions of the reader where a file can be read in several ways: the evidence, and the other readings.

use borsh::{BorshDeserialize, BorshSerialize};

use super::Encoding;

/// The kind of decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, BorshSerialize, BorshDeserialize)]
pub enum DoubtKind {
    /// The encoding of the file.
    Encoding,
    /// Which row contains the column names.
    HeaderRow,
    /// Whether rows repeat the header or give units.
    RepeatedHeader,
    /// Whether rows are totals or notes rather than trusts or schools.
    TotalRows,
    /// Whether a column of shares contains percentages or fractions.
    ShareUnit,
    /// Whether commas separate thousands or decimals.
    Commas,
    /// Whether points separate thousands or decimals.
    Points,
    /// Whether the day or the month comes first.
    DateOrder,
    /// Whether similar names are the same trust.
    SameTrust,
    /// Whether the file covers the whole country.
    Coverage,
    /// The meaning of a cell with only a dash.
    Dash,
    /// The meaning of blank cells where cells may have been merged.
    BlankCells,
}

impl DoubtKind {
    /// The word used in the JSON, in links and on the command line.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Encoding => "encoding",
            Self::HeaderRow => "header-row",
            Self::RepeatedHeader => "repeated-header",
            Self::TotalRows => "total-rows",
            Self::ShareUnit => "share-unit",
            Self::Commas => "commas",
            Self::Points => "points",
            Self::DateOrder => "date-order",
            Self::SameTrust => "same-trust",
            Self::Coverage => "coverage",
            Self::Dash => "dash",
            Self::BlankCells => "blank-cells",
        }
    }
}

/// One way to read an ambiguous part of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, BorshSerialize, BorshDeserialize)]
pub enum Reading {
    /// The file has this encoding.
    Encoded(Encoding),
    /// The header is on this line.
    HeaderOnLine(u64),
    /// The rows repeat the header, or give units, and are skipped.
    Headers,
    /// The rows are totals or notes and are skipped.
    Totals,
    /// The rows are trusts or schools like any other.
    Rows,
    /// Numbers are percentages: 25 is 25%.
    Percent,
    /// Numbers are fractions: 0.25 is 25%.
    Fractions,
    /// Numbers with a percent sign are percentages, those without are fractions.
    BySign,
    /// Numbers above 1 are percentages, those up to 1 are fractions.
    BySize,
    /// Commas, or points, separate thousands.
    Thousands,
    /// Commas, or points, separate decimals.
    Decimals,
    /// The day comes before the month.
    DayFirst,
    /// The month comes before the day.
    MonthFirst,
    /// The names are the same trust.
    OneTrust,
    /// Each name is a separate trust.
    SeveralTrusts,
    /// The file covers part of the country.
    PartOfCountry,
    /// The file covers the whole country.
    WholeCountry,
    /// The value is not stated.
    NotStated,
    /// The value is zero.
    Zero,
    /// A blank cell repeats the last filled cell above it.
    AsAbove,
}

impl Reading {
    /// The word used in the JSON, in links and on the command line.
    #[must_use]
    pub fn key(self) -> String {
        let word = match self {
            Self::Encoded(encoding) => return encoding.name().to_ascii_lowercase(),
            Self::HeaderOnLine(line) => return format!("line-{line}"),
            Self::Headers => "headers",
            Self::Totals => "totals",
            Self::Rows => "rows",
            Self::Percent => "percent",
            Self::Fractions => "fractions",
            Self::BySign => "by-sign",
            Self::BySize => "by-size",
            Self::Thousands => "thousands",
            Self::Decimals => "decimals",
            Self::DayFirst => "day-first",
            Self::MonthFirst => "month-first",
            Self::OneTrust => "one-trust",
            Self::SeveralTrusts => "several-trusts",
            Self::PartOfCountry => "part",
            Self::WholeCountry => "whole",
            Self::NotStated => "not-stated",
            Self::Zero => "zero",
            Self::AsAbove => "as-above",
        };
        word.to_owned()
    }
}

/// Why a reading was chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum Grounds {
    /// The file does not settle it.
    Assumed,
    /// The user chose it.
    Chosen,
    /// The file itself settles it: the evidence allows no other reading.
    Settled,
}

/// Evidence for the reading: a cell, or the result of a comparison with other files.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Evidence {
    /// The line, counted from 1 at the file's first; `None` if it is about the whole file.
    pub line: Option<u64>,
    /// The column's name in the file; `None` if it is about the whole row.
    pub column: Option<String>,
    /// The text of the cell, shortened if it is long, or what was compared.
    pub value: String,
}

/// A decision of the reader where the file can be read in several ways.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Doubt {
    /// The kind of decision.
    pub kind: DoubtKind,
    /// The file's name.
    pub file: String,
    /// The column's name in the file, or for similar names one of them.
    pub column: Option<String>,
    /// The reading used.
    pub assumed: Reading,
    /// The other readings that a user can choose.
    pub alternatives: Vec<Reading>,
    /// Why it was used.
    pub grounds: Grounds,
    /// The first cells that support it.
    pub evidence: Vec<Evidence>,
    /// The number of rows affected.
    pub rows: usize,
    /// The first lines affected.
    pub lines: Vec<u64>,
}

impl Doubt {
    /// The id under which a choice of reading is stored: kind, file and column.
    ///
    /// ```
    /// use records::{Doubt, DoubtKind, Grounds, Reading};
    /// let doubt = Doubt {
    ///     kind: DoubtKind::ShareUnit,
    ///     file: "folder/mats.csv".to_owned(),
    ///     column: Some("PTL2BASICS_95".to_owned()),
    ///     assumed: Reading::Fractions,
    ///     alternatives: vec![Reading::Percent],
    ///     grounds: Grounds::Settled,
    ///     evidence: Vec::new(),
    ///     rows: 3,
    ///     lines: vec![2, 3, 4],
    /// };
    /// assert_eq!(doubt.id(), "share-unit:mats.csv:PTL2BASICS_95");
    /// ```
    #[must_use]
    pub fn id(&self) -> String {
        id(self.kind, &self.file, self.column.as_deref())
    }

    /// The id if another file has the same name: with this file's whole path, which distinguishes them.
    #[must_use]
    pub fn id_among(&self, all: &[&Self]) -> String {
        let id = self.id();
        let mut others = all.iter();
        if others.any(|other| other.file != self.file && other.id() == id) {
            id_of(self.kind, &self.file, self.column.as_deref())
        } else {
            id
        }
    }

    /// Whether the reading used is the one that these choices require. If not, the file must be read again.
    #[must_use]
    pub fn follows(&self, choices: &Choices) -> bool {
        let chosen = choices.get(self.kind, &self.file, self.column.as_deref());
        let wanted = chosen.and_then(|key| {
            let mut readings = std::iter::once(&self.assumed).chain(&self.alternatives);
            readings.find(|reading| reading.key() == key)
        });
        match wanted {
            Some(reading) => *reading == self.assumed,
            None => self.grounds != Grounds::Chosen,
        }
    }
}

/// A doubt's id, with what distinguishes its file: for a file in an archive the path from the archive on, otherwise the
/// file's own name.
fn id(kind: DoubtKind, file: &str, column: Option<&str>) -> String {
    const ENDING: &str = ".zip";
    let is_archive = |(at, _): &(usize, &str)| {
        let before = file
            .get(..*at)
            .and_then(|path| path.get(at.checked_sub(ENDING.len())?..));
        before.is_some_and(|ending| ending.eq_ignore_ascii_case(ENDING))
    };
    let outer = file.match_indices(['/', '\\']).find(is_archive);
    let folders = outer.map_or(file, |(at, _)| file.get(..at).unwrap_or(file));
    let start = folders.rfind(['/', '\\']).map_or(0, |at| at + 1);
    id_of(kind, file.get(start..).unwrap_or(file), column)
}

fn id_of(kind: DoubtKind, path: &str, column: Option<&str>) -> String {
    match column {
        Some(column) => format!("{}:{path}:{column}", kind.key()),
        None => format!("{}:{path}", kind.key()),
    }
}

/// The user's choices where files can be read in several ways: a doubt's id and a reading's key for each.
#[derive(Debug, Clone, PartialEq, Eq, Default, BorshSerialize, BorshDeserialize)]
pub struct Choices(Vec<(String, String)>);

impl Choices {
    /// Parses a choice written as `ID=READING`. `None` if it has another form.
    ///
    /// ```
    /// use records::Choices;
    /// let (id, reading) = Choices::parse("date-order:links.csv:Joined date=month-first").unwrap();
    /// assert_eq!((id, reading), ("date-order:links.csv:Joined date", "month-first"));
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Option<(&str, &str)> {
        let (id, reading) = text.rsplit_once('=')?;
        (!id.is_empty() && !reading.is_empty()).then_some((id, reading))
    }

    /// Adds a choice, replacing an earlier one for the same doubt.
    pub fn set(&mut self, id: &str, reading: &str) {
        self.0.retain(|(known, _)| known != id);
        self.0.push((id.to_owned(), reading.to_owned()));
    }

    /// These choices together with `others`. Where both are about the same doubt, these win.
    #[must_use]
    pub fn or(&self, others: &Self) -> Self {
        let mut all = others.clone();
        for (id, reading) in self.iter() {
            all.set(id, reading);
        }
        all
    }

    /// Every choice, as id and reading.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(id, reading)| (id.as_str(), reading.as_str()))
    }

    /// The choices about doubts of one kind.
    pub(crate) fn of_kind(&self, kind: DoubtKind) -> Self {
        let is_of_kind = |id: &str| {
            let rest = id.strip_prefix(kind.key());
            rest.is_some_and(|rest| rest.starts_with(':'))
        };
        let choices = self.0.iter();
        Self(choices.filter(|(id, _)| is_of_kind(id)).cloned().collect())
    }

    /// Whether there are no choices.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The encoding chosen for a file.
    pub fn encoding_of(&self, file: &str) -> Option<Encoding> {
        let chosen = self.get(DoubtKind::Encoding, file, None)?;
        let all = [Encoding::Utf8, Encoding::Windows1252, Encoding::MacRoman];
        all.into_iter()
            .find(|&encoding| Reading::Encoded(encoding).key() == chosen)
    }

    /// The reading chosen for a doubt about a file. A choice may name only the last parts of a file's path. It then
    /// applies to each file whose path ends that way, unless another choice names more of its path.
    fn get(&self, kind: DoubtKind, file: &str, column: Option<&str>) -> Option<&str> {
        let parts = file.match_indices(['/', '\\']).map(|(at, _)| at + 1);
        let paths = std::iter::once(0).chain(parts);
        let mut paths = paths.filter_map(|at| file.get(at..));
        paths.find_map(|path| self.of_id(&id_of(kind, path, column)))
    }

    fn of_id(&self, id: &str) -> Option<&str> {
        self.iter().find(|(known, _)| *known == id).map(|(_, reading)| reading)
    }
}

/// A question that a file leaves open, with the answer from its evidence.
#[derive(Debug, Clone)]
pub struct Question {
    /// The kind of decision.
    pub kind: DoubtKind,
    /// The column in question.
    pub column: Option<String>,
    /// The reading used if the user did not choose one.
    pub likeliest: Reading,
    /// The other readings that a user can choose.
    pub others: Vec<Reading>,
    /// Why the likeliest reading is used.
    pub grounds: Grounds,
    /// Cells that support it.
    pub evidence: Vec<Evidence>,
    /// The number of rows affected.
    pub rows: usize,
    /// The first lines affected.
    pub lines: Vec<u64>,
}

/// The doubts about one file, collected while it is read.
#[derive(Debug, Clone, Default)]
pub struct Doubts {
    file: String,
    choices: Choices,
    found: Vec<Doubt>,
}

/// The number of lines and of evidence cells that a doubt keeps.
pub const EVIDENCE_KEPT: usize = 5;

impl Doubts {
    /// No doubts yet. The user may have chosen readings for the file.
    pub fn of(file: &str, choices: &Choices) -> Self {
        Self {
            file: file.to_owned(),
            choices: choices.clone(),
            found: Vec::new(),
        }
    }

    /// Decides a question: by the user's choice if it is one of the readings, otherwise by the likeliest. The decision
    /// is kept as a doubt.
    pub fn decide(&mut self, question: Question) -> Reading {
        let Question {
            kind,
            column,
            likeliest,
            others,
            grounds,
            mut evidence,
            rows,
            mut lines,
        } = question;
        let chosen = self.choices.get(kind, &self.file, column.as_deref()).and_then(|key| {
            let all = std::iter::once(&likeliest).chain(&others);
            all.copied().find(|reading| reading.key() == key)
        });
        let assumed = chosen.unwrap_or(likeliest);
        let mut alternatives = others;
        if assumed != likeliest {
            alternatives.retain(|reading| *reading != assumed);
            alternatives.insert(0, likeliest);
        }
        evidence.truncate(EVIDENCE_KEPT);
        lines.truncate(EVIDENCE_KEPT);
        self.found.push(Doubt {
            kind,
            file: self.file.clone(),
            column,
            assumed,
            alternatives,
            grounds: chosen.map_or(grounds, |_| Grounds::Chosen),
            evidence,
            rows,
            lines,
        });
        assumed
    }

    /// The doubts, in the order in which they were decided.
    pub fn finish(self) -> Vec<Doubt> {
        self.found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn question() -> Question {
        Question {
            kind: DoubtKind::ShareUnit,
            column: Some("share".to_owned()),
            likeliest: Reading::Fractions,
            others: vec![Reading::Percent],
            grounds: Grounds::Assumed,
            evidence: Vec::new(),
            rows: 2,
            lines: (2..20).collect(),
        }
    }

    #[test]
    fn the_users_choice_overrides_the_likeliest_reading() {
        let mut doubts = Doubts::of("a/b.csv", &Choices::default());
        assert_eq!(doubts.decide(question()), Reading::Fractions);
        let mut choices = Choices::default();
        choices.set("share-unit:b.csv:share", "by-sign");
        let mut other = Doubts::of("b.csv", &choices);
        assert_eq!(other.decide(question()), Reading::Fractions, "not offered");
        choices.set("share-unit:b.csv:share", "percent");
        let mut chosen = Doubts::of("b.csv", &choices);
        assert_eq!(chosen.decide(question()), Reading::Percent);
        let doubts = chosen.finish();
        let [doubt] = doubts.as_slice() else {
            panic!("{doubts:?}");
        };
        assert_eq!(doubt.grounds, Grounds::Chosen);
        assert_eq!(doubt.alternatives, [Reading::Fractions]);
        assert_eq!(doubt.lines.len(), EVIDENCE_KEPT);
    }

    #[test]
    fn files_of_the_same_name_in_archives_have_separate_choices() {
        let read = |file: &str, choices: &Choices| {
            let mut doubts = Doubts::of(file, choices);
            doubts.decide(question());
            doubts.finish().remove(0)
        };
        let none = Choices::default();
        for (file, id) in [
            ("b.csv", "share-unit:b.csv:share"),
            ("/data/a/b.csv", "share-unit:b.csv:share"),
            ("x.zip/b.csv", "share-unit:x.zip/b.csv:share"),
            ("/data/x.ZIP/2023/b.csv", "share-unit:x.ZIP/2023/b.csv:share"),
        ] {
            assert_eq!(read(file, &none).id(), id);
        }
        let [one, two] = ["2022/b.csv", "2023/b.csv"].map(|file| read(file, &none));
        assert_eq!(one.id_among(&[&one]), "share-unit:b.csv:share");
        assert_eq!(one.id_among(&[&one, &two]), "share-unit:2022/b.csv:share");
        let mut choices = Choices::default();
        choices.set(&one.id_among(&[&one, &two]), "percent");
        assert!(!one.follows(&choices) && two.follows(&choices));
        let [one, two] = ["x.zip/2022/b.csv", "x.zip/2023/b.csv"];
        let mut choices = Choices::default();
        choices.set(&read(one, &none).id(), "percent");
        assert_eq!(read(one, &choices).assumed, Reading::Percent);
        assert_eq!(read(two, &choices).assumed, Reading::Fractions);
        assert!(read(two, &choices).follows(&choices));
        assert!(!read(one, &none).follows(&choices));
        // As in old links, and as written for a file in any folder.
        let mut choices = Choices::default();
        choices.set("share-unit:b.csv:share", "percent");
        assert_eq!(read(two, &choices).assumed, Reading::Percent);
        choices.set("share-unit:2023/b.csv:share", "fractions");
        assert_eq!(read(two, &choices).assumed, Reading::Fractions);
        assert_eq!(read(one, &choices).assumed, Reading::Percent);
    }

    #[test]
    fn a_file_must_be_read_again_after_another_reading_is_chosen_or_a_choice_withdrawn() {
        let none = Choices::default();
        let choice = |reading: &str| {
            let mut choices = Choices::default();
            choices.set("share-unit:b.csv:share", reading);
            choices
        };
        let read = |choices: &Choices| {
            let mut doubts = Doubts::of("a/b.csv", choices);
            doubts.decide(question());
            doubts.finish().remove(0)
        };
        for (read_with, chosen, follows) in [
            (&none, &none, true),
            (&none, &choice("percent"), false),
            (&none, &choice("fractions"), true),
            (&none, &choice("by-sign"), true),
            (&choice("percent"), &choice("percent"), true),
            (&choice("percent"), &choice("fractions"), false),
            (&choice("percent"), &none, false),
        ] {
            assert_eq!(read(read_with).follows(chosen), follows, "{read_with:?} {chosen:?}");
        }
    }
}
