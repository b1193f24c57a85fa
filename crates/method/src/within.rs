//! A part of the country in an analysis: its figures, and its trusts with their ranks among
//! themselves.

use records::terms::{Area, Figure};

use super::{Analysis, AreaFigures, Precision, Rank, Scope, TrustFigures, competition_ranks};

impl Analysis {
    /// Whether files say where some trusts' schools are, so that areas have figures.
    #[must_use]
    pub fn says_where(&self) -> bool {
        says_where(&self.trusts)
    }

    /// The figures of a part of the country; `None` if it has no eligible trust, or the area was
    /// not requested.
    #[must_use]
    pub fn figures_of(&self, scope: Scope<'_>) -> Option<&AreaFigures> {
        match scope {
            Scope::All => Some(&self.all),
            Scope::Region(region) => {
                let mut regions = self.regions.iter();
                Some(&regions.find(|of| of.region == region)?.area)
            }
            Scope::Area(area) => {
                let mut areas = self.areas.iter();
                Some(&areas.find(|local| local.area == *area)?.figures)
            }
        }
    }

    /// The figure of a part of the country, if it has one.
    #[must_use]
    pub fn figure_of(&self, scope: Scope<'_>) -> Option<Figure> {
        self.figures_of(scope)?.figure
    }

    /// The precision of the figure of a part of the country.
    #[must_use]
    pub fn precision_of(&self, scope: Scope<'_>) -> Option<Precision> {
        self.figures_of(scope)?.precision
    }

    /// A trust's rank in its region, and the number of trusts ranked there.
    #[must_use]
    pub fn regional_rank_among(&self, trust: &TrustFigures) -> Option<(Rank, usize)> {
        let here = self.figures_of(Scope::Region(trust.region?))?;
        Some((trust.regional_rank()?, here.published))
    }

    /// The trusts of a part of the country, the best first, those without a figure last: each with its index in the
    /// analysis and its rank among them.
    pub fn ranked_in<'a>(&'a self, scope: Scope<'a>) -> impl Iterator<Item = (usize, &'a TrustFigures, Option<Rank>)> {
        let trusts = self.trusts.iter().enumerate();
        let trusts = trusts.filter(move |(_, trust)| scope.is_of(trust));
        trusts.map(move |(index, trust)| (index, trust, self.rank_in(scope, trust)))
    }

    fn rank_in(&self, scope: Scope<'_>, trust: &TrustFigures) -> Option<Rank> {
        match scope {
            Scope::All => trust.rank(),
            Scope::Region(_) => trust.regional_rank(),
            Scope::Area(area) => {
                trust.figure()?;
                self.rank_in_area(area, trust.index)
            }
        }
    }

    fn rank_in_area(&self, area: &Area, index: usize) -> Option<Rank> {
        let mut areas = self.areas.iter();
        let local = areas.find(|local| local.area == *area)?;
        let mut ranks = local.ranks.iter();
        Some(ranks.find(|(of, _)| *of == index)?.1)
    }
}

/// The ranks of an area's trusts among themselves, by the trusts' indices in their file or the links.
pub(super) fn ranks_in(trusts: &[TrustFigures], area: &Area, smaller_is_better: bool) -> Vec<(usize, Rank)> {
    let here = trusts.iter().filter(|trust| Scope::Area(area).is_of(trust));
    let known = here.filter_map(|trust| Some((trust.index, trust.figure()?)));
    let (indices, figures): (Vec<usize>, Vec<Figure>) = known.unzip();
    let ranks = competition_ranks(&figures, smaller_is_better);
    indices.into_iter().zip(ranks).collect()
}

/// Whether files say where some of these trusts' schools are: those that figures are computed from, or the group links.
pub(super) fn says_where(trusts: &[TrustFigures]) -> bool {
    trusts.iter().any(|trust| !trust.location.is_empty())
}
