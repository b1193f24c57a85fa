//! A trust's verdict: its figure, its rank among its region's trusts and the ranks that it could have, in sentences.

mod words;

use method::{Analysis, Family, Scope, part_span};
use records::terms::Missing;

use super::bounds::level_in_words;
use super::of_analysis;
use super::trust::focus_in_sentence;

/// A trust among its region's, or among all trusts where its region is not known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrustVerdict {
    /// Its figure and its rank; or why it has none.
    pub sentence: String,
    /// The ranks that it could have, from how many others it can be told, and how many have no interval.
    pub possible: Option<String>,
    /// What "clearly" means, where it is said.
    pub meaning: Option<String>,
}

impl TrustVerdict {
    /// The verdict on the trust with this index in the analysis; `None` if there is no such trust.
    ///
    /// Ranks and pairs are those that this trust's page shows elsewhere: of this trust alone among its family, whatever
    /// the kind of the settings (see [`Family::rank_of`]). A trust clearly above another is one rank better at worst.
    ///
    /// ```
    /// use method::{Rules, analyse};
    /// use read::layout::read_file;
    /// use records::model::Library;
    /// use show::chart::TrustVerdict;
    /// let csv = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,TPUP_MATPTINC,PFSM6CLA1A_MATPTINC,\
    ///            PTL2BASICS_95_WGTAVG_FSM6CLA1A\n1,ONE,London,400,25%,20%\n2,TWO,London,400,25%,60%\n\
    ///            3,THREE,London,400,25%,55%\n";
    /// let mut library = Library::default();
    /// library.add(read_file("mats_2022-23.csv", csv.as_bytes()).unwrap());
    /// let analysis = analyse(&library.newest().unwrap(), &Rules::default()).unwrap();
    /// let verdict = TrustVerdict::new(&analysis, 0).unwrap();
    /// assert_eq!(
    ///     verdict.sentence,
    ///     "60% of disadvantaged pupils reach grade 5 in English and maths: first of 3 trusts in London."
    /// );
    /// let possible = verdict.possible.unwrap();
    /// assert!(possible.starts_with("Allowing for chance, it could be 1st to 2nd: clearly above 1 of them"));
    /// ```
    #[must_use]
    pub fn new(analysis: &Analysis, index: usize) -> Option<Self> {
        let trust = analysis.trusts.get(index)?;
        let rules = &analysis.rules;
        let in_region = trust.region.zip(analysis.regional_rank_among(trust));
        let in_england = trust.rank().map(|rank| (rank, analysis.all.published));
        let (scope, name, among) = match in_region {
            Some((region, among)) => (Scope::Region(region), region.in_sentence(), Some(among)),
            None => (Scope::All, words::ENGLAND, in_england),
        };
        let (Some(figure), Some((rank, all))) = (trust.figure(), among) else {
            let reason = trust.value().missing().unwrap_or(Missing::NotAvailable);
            return Some(Self {
                sentence: words::no_figure(reason.reason()),
                possible: None,
                meaning: None,
            });
        };
        let has = words::has(rules, &focus_in_sentence(figure, analysis.basis, rules.focus));
        let spans = part_span(analysis, scope);
        let sentence = if all > 1 && spans.is_some_and(|of| of.lowest.steps() == of.highest.steps()) {
            words::all_the_same(&has, all, name)
        } else {
            words::ranks(&has, rank, all, name, rules.focus)
        };
        let family = Family::of(analysis, scope);
        let count = family.indices().count() as u32;
        let found = family.rank_of(index, analysis.level());
        let mut meaning = None;
        let mut possible = match found {
            None => words::NO_INTERVAL.to_owned(),
            Some(_) if count < 2 => String::new(),
            Some(found) => {
                let others @ [above, below, _] = found.others(count);
                if above + below > 0 {
                    meaning = Some(words::meaning(&level_in_words(analysis.level())));
                }
                words::could_be(found, others, rules.smaller_is_better())
            }
        };
        if found.is_some() && family.without_interval() > 0 {
            possible = format!("{possible} {}", words::not_compared(family.without_interval()));
        }
        let possible = possible.trim();
        Some(Self {
            sentence: of_analysis(analysis, sentence),
            possible: (!possible.is_empty()).then(|| of_analysis(analysis, possible)),
            meaning,
        })
    }
}
