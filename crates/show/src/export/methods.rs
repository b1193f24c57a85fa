//! The methods paragraph with its references: files, rules and calculations, ready to paste.

pub use method::Used;
pub use method::words::citations::{LAIRD, LIN, REFERENCES, SIMONSOHN};

use method::{Analysis, Passage, Sentences, Settings, Shown};
use records::Reading;
use records::model::{Basis, DataSet, Origin};

use crate::chart::{alike, coverage_in_words};
use crate::export::words::methods as words;

/// The paragraph with the works that it cites.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Methods {
    /// The paragraph.
    pub paragraph: String,
    /// The works, by their authors' names.
    pub references: Vec<&'static str>,
}

impl Methods {
    /// The methods of an analysis of this data set.
    ///
    /// ```
    /// use show::export::methods::{Methods, Used};
    /// use method::{Measured, Settings};
    /// use read::layout::read_file;
    /// use records::model::Library;
    /// let csv = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,PTL2BASICS_95_WGTAVG_FSM6CLA1A\n1,ONE,London,40%\n";
    /// let mut library = Library::default();
    /// library.add(read_file("mats_2022-23.csv", csv.as_bytes()).unwrap());
    /// let (data, settings) = (library.newest().unwrap(), Settings::default());
    /// let rules = settings.rules;
    /// let measured = Measured::after(None, &data, &rules).unwrap();
    /// let analysis = measured.analysis(rules.focus, rules.regional, &[], &settings.interval_choices).unwrap();
    /// let methods = Methods::new(&data, &analysis, &settings, Used::default());
    /// assert!(methods.paragraph.contains("used as published"));
    /// ```
    #[must_use]
    pub fn new(data: &DataSet, analysis: &Analysis, settings: &Settings, used: Used<'_>) -> Self {
        let shown = Shown {
            data,
            analysis,
            settings,
            used,
        };
        let mut paragraph = Sentences::default();
        write_data(&mut paragraph, data, analysis);
        write_readings(&mut paragraph, data, analysis);
        if let Some(words) = coverage_in_words(data, analysis) {
            paragraph.say(words);
        }
        paragraph.say_passage(Passage::Pupils, &shown);
        paragraph.say_passage(Passage::Figures, &shown);
        paragraph.say_passage(Passage::Schools, &shown);
        paragraph.say_passage(Passage::Trusts, &shown);
        paragraph.say_passage(Passage::Missing, &shown);
        let is_snapshot =
            analysis.basis == Basis::Computed && !data.links.as_ref().is_some_and(|links| links.file.is_own);
        if is_snapshot {
            paragraph.say(words::SNAPSHOT);
        }
        paragraph.say(words::counts(analysis.all.eligible, analysis.all.published));
        paragraph.say_passage(Passage::Regions, &shown);
        paragraph.say_passage(Passage::Intervals, &shown);
        paragraph.say(words::ties(analysis.rules.smaller_is_better()));
        paragraph.say_passage(Passage::Ranks, &shown);
        paragraph.say_passage(Passage::Further, &shown);
        if used.chances {
            paragraph.cite(words::CHANCES, LAIRD);
            paragraph.cite(words::SHRUNKEN_FOR_CHANCES, LIN);
        }
        if used.robustness {
            paragraph.cite(words::robustness(analysis.basis), SIMONSOHN);
        }
        let works = REFERENCES.into_iter();
        Self {
            references: works.filter(|work| paragraph.cited.contains(work)).collect(),
            paragraph: paragraph.sentences.join(" "),
        }
    }

    /// The paragraph followed by its references, ready to paste.
    #[must_use]
    pub fn text(&self) -> String {
        if self.references.is_empty() {
            return self.paragraph.clone();
        }
        words::with_references(&self.paragraph, &self.references)
    }
}

fn write_data(paragraph: &mut Sentences, data: &DataSet, analysis: &Analysis) {
    let year = data.year_in_words();
    paragraph.say(match data.origin {
        Origin::Demonstration => words::made_up(&year),
        Origin::Files => {
            let files = data.files_of(analysis.basis).into_iter();
            let files: Vec<String> = files.map(|file| words::file(file)).collect();
            words::of_files(&year, &files)
        }
    });
}

/// The decisions about files that can be read in more than one way, one sentence per kind.
fn write_readings(paragraph: &mut Sentences, data: &DataSet, analysis: &Analysis) {
    let files = data.files_of(analysis.basis);
    // That a file covers part of the country is said with what it was compared with.
    let between_files = data
        .doubts()
        .filter(|doubt| doubt.assumed != Reading::PartOfCountry && files.iter().any(|file| file.name == doubt.file));
    let of_files = files.iter().flat_map(|file| &file.doubts);
    let decided = alike(of_files.chain(between_files));
    let mut kinds = Vec::new();
    for of in &decided {
        if !kinds.contains(&of.first.kind) {
            kinds.push(of.first.kind);
        }
    }
    for kind in kinds {
        let of_kind = decided.iter().filter(|of| of.first.kind == kind);
        let items: Vec<String> = of_kind.map(|of| words::reading(of.first, &of.columns)).collect();
        paragraph.say(words::readings(kind, &items));
    }
}
