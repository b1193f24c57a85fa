//! The trusts of a list that a user wrote or pasted: names and numbers.

use std::rc::Rc;

use records::terms::folded;

use super::Analysis;

/// What a list of trusts means.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NamedTrusts {
    /// The trusts found, by number, each once, in the order of the list.
    pub found: Vec<Rc<str>>,
    /// What is neither the name nor the number of an eligible trust, as it was written.
    pub unknown: Vec<String>,
    /// What several trusts could be meant by.
    pub ambiguous: Vec<AmbiguousName>,
}

/// A name that several trusts could be meant by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AmbiguousName {
    /// As it was written.
    pub written: String,
    /// The trusts, by number and by name as people read it, in the order of their names.
    pub candidates: Vec<(Rc<str>, Rc<str>)>,
}

impl NamedTrusts {
    /// The eligible trusts that a list means. Its entries are on lines of their own, or separated by tabs or
    /// semicolons; by commas, too, where a line with commas is no trust's name. An entry is a trust's number, its name,
    /// or whole words of its name. Case, accents and punctuation do not matter.
    ///
    /// ```
    /// use method::{IntervalChoices, Measured, NamedTrusts, Rules};
    /// use read::layout::read_file;
    /// use records::model::Library;
    /// let csv = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,PTL2BASICS_95_WGTAVG_FSM6CLA1A\n\
    ///            1,OAK TRUST,London,20%\n2,ST. ASH'S TRUST,London,60%\n3,ASH AND ELM,London,60%\n";
    /// let mut library = Library::default();
    /// library.add(read_file("mats_2022-23.csv", csv.as_bytes()).unwrap());
    /// let rules = Rules::default();
    /// let measured = Measured::after(None, &library.newest().unwrap(), &rules).unwrap();
    /// let analysis = measured.analysis(rules.focus, rules.regional, &[], &IntervalChoices::default()).unwrap();
    /// let list = NamedTrusts::of(&analysis, "3, oak\nst ashs trust\nBeech");
    /// assert_eq!(list.found.iter().map(|uid| &**uid).collect::<Vec<_>>(), ["3", "1", "2"]);
    /// assert_eq!((list.unknown, list.ambiguous.len()), (vec!["Beech".to_owned()], 0));
    /// let list = NamedTrusts::of(&analysis, "Trust");
    /// assert_eq!(list.ambiguous[0].candidates.len(), 2);
    /// ```
    #[must_use]
    pub fn of(analysis: &Analysis, list: &str) -> Self {
        let trusts = analysis.trusts.iter();
        let trusts: Vec<Known<'_>> = trusts
            .map(|trust| Known {
                uid: &trust.uid,
                name: &trust.readable_name,
                words: words_of(&trust.name),
            })
            .collect();
        let mut named = Self::default();
        for entry in list.split(['\n', '\r', '\t', ';']) {
            let whole = matching(&trusts, entry);
            if whole.is_empty() && entry.contains(',') {
                for part in entry.split(',') {
                    named.add(part, &matching(&trusts, part));
                }
            } else {
                named.add(entry, &whole);
            }
        }
        named
    }

    fn add(&mut self, written: &str, trusts: &[&Known<'_>]) {
        let written = written.trim_matches(|letter: char| letter.is_whitespace() || letter == '"');
        match trusts {
            _ if written.is_empty() => {}
            [] => self.unknown.push(written.to_owned()),
            [only] => {
                if !self.found.contains(only.uid) {
                    self.found.push(Rc::clone(only.uid));
                }
            }
            several => {
                let candidates = several.iter().map(|of| (Rc::clone(of.uid), Rc::clone(of.name)));
                let mut candidates: Vec<(Rc<str>, Rc<str>)> = candidates.collect();
                candidates.sort_by(|(_, one), (_, two)| one.cmp(two));
                self.ambiguous.push(AmbiguousName {
                    written: written.to_owned(),
                    candidates,
                });
            }
        }
    }
}

/// An eligible trust with the words of its name.
struct Known<'a> {
    uid: &'a Rc<str>,
    name: &'a Rc<str>,
    words: String,
}

/// The trusts that an entry can mean: the one with this number, else those with this name, else those whose names have
/// these words.
fn matching<'a>(trusts: &'a [Known<'a>], entry: &str) -> Vec<&'a Known<'a>> {
    let number = entry.trim();
    let words = words_of(entry);
    let all = |is_meant: &dyn Fn(&Known<'_>) -> bool| -> Vec<&'a Known<'a>> {
        trusts.iter().filter(|trust| is_meant(trust)).collect()
    };
    if words.trim().is_empty() {
        return Vec::new();
    }
    let by_number = all(&|trust| **trust.uid == *number);
    let by_name = || all(&|trust| trust.words == words);
    let by_words = || all(&|trust| trust.words.contains(&words));
    let found = if by_number.is_empty() { by_name() } else { by_number };
    if found.is_empty() { by_words() } else { found }
}

/// The words of a name as searches have them, with a space around each.
fn words_of(name: &str) -> String {
    format!(" {} ", folded(name))
}
