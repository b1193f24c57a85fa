//! A data set and rules to an analysis: figures, regions, ranks, exclusions with their reasons.
//!
//! This crate computes; it does not depend on files or screens. Formulas are those of the
//! Department's methodology and of the project's method paper.

mod adjusted;
mod against;
mod analysis;
mod chances;
mod claim;
mod combined;
mod combined_weights;
mod compared;
mod context;
mod detail;
mod difference;
mod each_school;
mod eligibility;
mod error;
mod every_figure;
mod figures;
mod funnel;
mod gap_within;
mod interval_choices;
mod judgement;
mod location;
mod lookup;
mod measured;
mod named;
mod precision;
mod profile;
mod rank;
mod ranking;
mod ranking_job;
mod regional;
mod robustness;
mod rules;
mod schools;
mod second_gap;
mod setting;
mod settings;
mod shrinkage;
mod side_by_side;
mod similar;
mod spread;
mod towards;
mod trial;
mod trust_values;
pub mod weighting;
mod what_if;
mod within;

mod contribution;
mod each_rule;
mod exclusions_of;
mod outside;
mod small_numbers;
mod trend;
pub mod words;

pub use adjusted::{AdjustPart, AdjustParts, AdjustedTrust, Adjustment, NotAdjusted, PartNotUsed, PartSlope, UnitKind};
pub use against::{ContextLine, FiguresAgainst, NoLine, PointAgainst};
pub use analysis::{analyse, analyse_with_areas, offered};
pub use chances::{FamilyChances, TrustChances};
pub use claim::{Claim, Counter, Share, Verdict, verdicts};
pub use combined::{Combined, CombinedError, CombinedTrust, Ingredient, LackingTrust, Score, Standardised, combined};
pub use combined_weights::CombinedWeights;
pub use compared::{COMPARED, ComparedFigure, ComparedMeasure, ComparedPair, ComparedTrust};
pub use compared::{compared, compared_pairs, compared_trusts, region_of_pair};
pub use context::{Context, Contexts};
pub use detail::Detail;
pub use difference::{TrustDifference, trust_difference};
pub use each_school::{EachSchool, NoSchool, SchoolProfile, school_over_years};
pub use eligibility::{Exclusion, Level, Reason};
pub use error::AnalysisError;
pub use every_figure::{EveryFigure, every_measure};
pub use figures::{Analysis, AreaFigures, England, LocalArea, RegionFigures, Status, TrustFigures};
pub use funnel::{FarOut, Funnel, FunnelError, FunnelPoint, Limits, Omitted};
pub use gap_within::{GapWithin, part_gap_within, trust_gap_within};
pub use interval_choices::{AssumedSpread, IntervalChoices, RankKind, level_in_words};
pub use judgement::Judgement;
pub use location::Location;
pub use lookup::LookupError;
pub use measured::Measured;
pub use named::{AmbiguousName, NamedTrusts};
pub use precision::{IntervalBasis, Intervals, PairPrecision, Precision, pair_precision};
pub use profile::{MeasureProfile, Profile, ProfileLine, ProfileSchool, SecondGapLine, measure_profile, profile};
pub use rank::{Rank, competition_ranks};
pub use ranking::{
    Family, FamilyOf, FamilyRanks, Ranking, RankingProgress, RegionRank, TrustRank, possible_ranks, region_ranks,
    regional_families, regional_ranks,
};
pub use ranking_job::RankingJob;
pub use regional::{Pair, Scope};
pub use regional::{england_pair, published_for};
pub use robustness::{Break, Choice, ClaimRobustness, Outcome, Robustness, Survey, Surveyed, TrustRobustness};
pub use robustness::{ClaimInContexts, ContextOutcome, ContextRobustness, ContextSurvey};
pub use robustness::{ClaimWithoutSelective, without_selective};
pub use rules::{MissingPolicy, RegionalRule, SelectiveRule};
pub use schools::schools_without_trust;
pub use second_gap::SecondGap;
pub use setting::{Control, From, NotRead, Panel, ProgramOption, Setting, Used};
pub use setting::{NO, Passage, Sentences, Shown, YES};
pub use settings::NONE;
pub use settings::{Highlight, Rules, SETTINGS, Settings, spread_from_key, spread_key};
pub use shrinkage::{ShrunkenFigures, ShrunkenTrust, shrunken};
pub use side_by_side::{SideBySide, both_ways, side_by_side};
pub use similar::{
    ContextWeights, Neighbour, PartDifference, PartLeftOut, PartScale, Similar, Standing, better_in, similar,
};
pub use spread::{PartSpan, PartSpread, RegionSpread, RegionsApart, TrustSpread, part_span, part_spread, spread};
pub use towards::{FiguresTowards, Line, TrustTowards, fit_units};
pub use trust_values::{Part, SchoolFigures};

pub use contribution::greatest_influence;
pub use contribution::{Contribution, contributions};
pub use each_rule::{UnderRule, each_rule};
pub use exclusions_of::exclusions_of;
pub use outside::{OutsideTrusts, SchoolsTogether, outside_trusts};
pub use small_numbers::{Suppression, cleared, cleared_year};
pub use trend::{
    Absence, AdjustingYears, BreakKind, Change, ChangedSchool, LeftOut, MeasuredYears, Movement, Movements,
    SchoolsChange, SeriesBreak, Trend, TrendError, TrendLine, TrendPoint, TrendSubject, TrendYear, YearKind,
};
pub use what_if::{Supposed, Supposition};
