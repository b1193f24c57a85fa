//! The chances of trusts' ranks (method, section 11).

use stats::ranks::{Estimate, RankChances, RankDistribution};

use super::{Analysis, FamilyOf, FiguresTowards, Scope};

/// The number of ranks in a top ten.
const TOP: usize = 10;

/// The most trusts whose ranks have chances: the work grows with the square of their number.
const MOST: usize = 3_000;

/// The trusts of a part of the country whose ranks among themselves have chances: those with a shrunken figure.
///
/// A trust's true figure is taken as normal about its shrunken figure, whose line and spread are those of all trusts,
/// whatever part of the country is ranked. One that has no figure, because it is withheld for example, has no chances.
///
/// ```
/// use method::{FamilyChances, FiguresTowards, Rules, Scope, analyse};
/// use read::layout::read_file;
/// use records::model::Library;
/// let mut csv = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,TPUP_MATPTINC,PFSM6CLA1A_MATPTINC,\
///                PTL2BASICS_95_WGTAVG_FSM6CLA1A\n".to_owned();
/// for uid in 0..24 {
///     csv.push_str(&format!("{uid},TRUST {uid},London,400,25%,{}%\n", 10 + 2 * uid));
/// }
/// let mut library = Library::default();
/// library.add(read_file("mats_2022-23.csv", csv.as_bytes()).unwrap());
/// let analysis = analyse(&library.newest().unwrap(), &Rules::default()).unwrap();
/// let towards = FiguresTowards::mean(&analysis).unwrap();
/// let family = FamilyChances::new(&analysis, &towards, Scope::All).unwrap();
/// let best = family.of(0).unwrap();
/// assert!(best.top_ten > 0.99 && best.expected_rank < 4.0 && best.among == 24);
/// let ranks = family.distribution(0).unwrap();
/// assert_eq!(ranks.fifths(), best.fifths);
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct FamilyChances {
    /// The part of the country.
    pub of: FamilyOf,
    /// Each member's index among the trusts of the analysis.
    indices: Vec<usize>,
    estimates: Vec<Estimate>,
}

/// The chances of a trust's ranks in brief.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TrustChances {
    /// The rank to be expected, 1 for the best; rarely a whole number.
    pub expected_rank: f64,
    /// The chance that the trust is among the best ten, 0 to 1.
    pub top_ten: f64,
    /// The chance of each fifth of the list, the best first, together 1; `None` with fewer than 20 trusts.
    pub fifths: Option<[f64; 5]>,
    /// The number of trusts that are ranked.
    pub among: usize,
}

impl FamilyChances {
    /// The chances of the trusts of a part of the country; `None` if chance alone could explain how trusts differ, or
    /// no trust there has a shrunken figure, or more than 3,000 have one.
    #[must_use]
    pub fn new(analysis: &Analysis, towards: &FiguresTowards, scope: Scope<'_>) -> Option<Self> {
        if towards.is_chance_alone() {
            return None;
        }
        let sign = if analysis.rules.smaller_is_better() { -1.0 } else { 1.0 };
        let trusts = analysis.trusts.iter().zip(&towards.trusts).enumerate();
        let members = trusts.filter_map(|(index, (trust, towards))| {
            let towards = towards.filter(|_| scope.is_of(trust))?;
            Some((index, Estimate::new(sign * towards.figure.number(), towards.error)?))
        });
        let (indices, estimates): (Vec<usize>, Vec<Estimate>) = members.unzip();
        (1..=MOST).contains(&indices.len()).then(|| Self {
            of: FamilyOf::part(scope),
            indices,
            estimates,
        })
    }

    /// The number of trusts that are ranked.
    #[must_use]
    pub const fn among(&self) -> usize {
        self.indices.len()
    }

    /// The chances of the trust with this index in the analysis; `None` if it is not a member.
    #[must_use]
    pub fn of(&self, index: usize) -> Option<TrustChances> {
        let chances = RankChances::new(&self.estimates);
        let own = self.position(index)?;
        Some(self.brief(chances.expected_rank(own)?, &chances.distribution(own)?))
    }

    /// Each member's index in the analysis with its chances, all at once: England's take a few milliseconds.
    #[must_use]
    pub fn all(&self) -> Vec<(usize, TrustChances)> {
        let chances = RankChances::new(&self.estimates);
        let members = self.indices.iter().zip(chances.distributions()).enumerate();
        let found = members.filter_map(|(own, (index, ranks))| {
            let brief = self.brief(chances.expected_rank(own)?, &ranks);
            Some((*index, brief))
        });
        found.collect()
    }

    /// The chance of each rank of the trust with this index in the analysis; `None` if it is not a member.
    #[must_use]
    pub fn distribution(&self, index: usize) -> Option<RankDistribution> {
        RankChances::new(&self.estimates).distribution(self.position(index)?)
    }

    fn brief(&self, expected_rank: f64, ranks: &RankDistribution) -> TrustChances {
        TrustChances {
            expected_rank,
            top_ten: ranks.at_most(TOP),
            fifths: ranks.fifths(),
            among: self.among(),
        }
    }

    fn position(&self, index: usize) -> Option<usize> {
        self.indices.iter().position(|of| *of == index)
    }
}
