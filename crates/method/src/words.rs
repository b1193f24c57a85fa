//! What people read from `method`: rules and judgements.

/// Figures adjusted for context.
pub mod adjusted {
    use std::fmt;

    use records::terms::AcademicYear;

    use crate::{AdjustPart, AdjustParts, Adjustment, NoLine, NotAdjusted, PartNotUsed, UnitKind};

    impl AdjustPart {
        /// What it is called in a list.
        #[must_use]
        pub const fn name(self) -> &'static str {
            match self {
                Self::Disadvantaged => "Disadvantaged pupils",
                Self::Eal => "First language",
                Self::Sen => "Special educational needs",
                Self::PriorAttainment => "Prior attainment",
                Self::Sponsored => "Sponsored academies",
                Self::Selective => "Selection by ability",
                Self::SingleSex => "Girls\u{2019} and boys\u{2019} schools",
            }
        }

        /// What it is called within a sentence.
        #[must_use]
        pub const fn in_sentence(self) -> &'static str {
            match self {
                Self::Disadvantaged => "the share of disadvantaged pupils",
                Self::Eal => "first language",
                Self::Sen => "special educational needs",
                Self::PriorAttainment => "prior attainment",
                Self::Sponsored => "sponsored academies",
                Self::Selective => "selection by ability",
                Self::SingleSex => "single-sex schools",
            }
        }

        /// The program's option for it alone.
        #[must_use]
        pub fn option(self) -> String {
            format!("--adjust {}", self.key())
        }

        /// What adjusting for it means, in a sentence.
        #[must_use]
        pub const fn meaning(self) -> &'static str {
            match self {
                Self::Disadvantaged => "Compares trusts as if all had the same share of disadvantaged pupils.",
                Self::Eal => {
                    "Compares trusts as if all had the same share of pupils with English as an additional language."
                }
                Self::Sen => "Compares trusts as if all had the same share of pupils with special educational needs.",
                Self::PriorAttainment => {
                    "Compares trusts as if pupils had the same results at the end of primary school. This asks about \
                    the secondary years alone."
                }
                Self::Sponsored => "Compares trusts as if all had the same share of sponsored academies.",
                Self::Selective => "Compares trusts as if all had the same share of schools that select by ability.",
                Self::SingleSex => "Compares trusts as if all had the same share of schools for girls or boys alone.",
            }
        }
    }

    /// Several parts in a sentence: "first language and prior attainment".
    #[must_use]
    pub fn parts_in_sentence(parts: AdjustParts) -> String {
        let names: Vec<&str> = parts.iter().map(AdjustPart::in_sentence).collect();
        match names.as_slice() {
            [] => "nothing".to_owned(),
            [one] => (*one).to_owned(),
            [rest @ .., last] => format!("{} and {last}", rest.join(", ")),
        }
    }

    /// How figures are adjusted, for the methods paragraph.
    pub(crate) fn adjusted_how(adjustment: &Adjustment) -> String {
        format!(
            "Figures are also shown adjusted for {}, by random-effects meta-regression over {} {} (Raudenbush 2009).",
            parts_in_sentence(adjustment.used),
            adjustment.count,
            adjustment.units.several()
        )
    }

    /// What has to be said beside every adjusted figure.
    pub const WHAT_ADJUSTING_CANNOT_DO: [&str; 3] = [
        "Context is of whole schools or trusts and all their pupils, not of the pupils counted.",
        "Adjusting can take away what a trust did itself, and it leaves out what no file has.",
        "An adjusted figure is one of many, depending on what is adjusted for. Robustness has the range.",
    ];

    impl UnitKind {
        /// In the plural.
        #[must_use]
        pub const fn several(self) -> &'static str {
            match self {
                Self::Trusts => "trusts",
                Self::Schools => "schools",
            }
        }
    }

    impl PartNotUsed {
        /// Why a part is not adjusted for, after its name.
        #[must_use]
        pub const fn reason(self) -> &'static str {
            match self {
                Self::NotInFile => "it is not in the files",
                Self::Constant => "it is the same everywhere",
                Self::SaysTheSame => "the other parts say the same",
            }
        }
    }

    /// Whether pupils of a year took no tests at the end of primary school.
    fn had_no_tests(year: Option<AcademicYear>) -> bool {
        // The tests of 2020 and 2021 were cancelled; their pupils' results came five years later.
        year.is_some_and(|year| matches!(year.ends(), 2025 | 2026))
    }

    /// The parts that the files of a year do not have, with the reason where one is known, as the rest of a sentence.
    #[must_use]
    pub fn lacking_in_sentence(parts: AdjustParts, year: Option<AcademicYear>) -> String {
        let lacking = format!("the files do not have {}", parts_in_sentence(parts));
        if parts.contains(AdjustPart::PriorAttainment) && had_no_tests(year) {
            return format!(
                "{lacking}. These pupils have no prior attainment, because the tests of 2020 and 2021 were cancelled"
            );
        }
        lacking
    }

    impl NotAdjusted {
        /// The reason as the rest of a sentence, and what else has to be said of it.
        #[must_use]
        pub fn reason(&self) -> String {
            match self {
                Self::PartOfCountry(of) => format!(
                    "these {} are only a part of the country, so there is no average context",
                    of.several()
                ),
                Self::OneRegion(of) => format!(
                    "all {} are in one region, and no other can be compared with it",
                    of.several()
                ),
                Self::NotInFile { parts, year } => lacking_in_sentence(*parts, *year),
                Self::TooFew { kind, units, needed } => format!(
                    "{units} {} have a figure and every part, and {needed} are needed",
                    kind.several()
                ),
                Self::NoPrecision => "no file says how precise the figures are".to_owned(),
                Self::PerfectFit(of) => format!(
                    "it would explain the figures of all {} exactly, which chance does not allow",
                    of.several()
                ),
                Self::NotNumbers => "some numbers are too large or too small to calculate with".to_owned(),
            }
        }
    }

    impl fmt::Display for NotAdjusted {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(f, "Not adjusted for context: {}.", self.reason())
        }
    }

    impl fmt::Display for NoLine {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            match self {
                Self::NotAdjusted(reason) => write!(f, "The picture has no line: {}.", reason.reason()),
                Self::Constant => f.write_str("The picture has no line: all trusts have the same here."),
            }
        }
    }
}

/// What a regional rule needs and files do not have.
pub(crate) mod analysis {
    /// Weights by pupils, of trusts as published.
    pub(crate) const PUPILS_OF_TRUSTS: &str =
        "columns for the trusts' pupils and their shares, which the files do not have";

    /// Weights by pupils, of computed figures.
    pub(crate) const PUPILS_OF_SCHOOLS: &str = "a column for the schools' pupils, which the files do not have";

    /// Figures by school.
    pub(crate) const SCHOOL_FILES: &str = "school files, but these files contain only trusts";
}

/// The works that methods refer to.
pub mod citations {
    pub(crate) const DEPARTMENT: &str = "Department for Education. Key stage 4 trust measures: methodology, and the performance \
    tables with their guides.";
    pub(crate) const RAUDENBUSH: &str = "Raudenbush, S. W. (2009). Analyzing effect sizes: random-effects models. In The \
    handbook of research synthesis and meta-analysis (2nd ed., 295\u{2013}315). Russell Sage Foundation.";
    pub(crate) const WILSON: &str = "Wilson, E. B. (1927). Probable inference, the law of succession, and statistical inference. \
    Journal of the American Statistical Association, 22(158), 209\u{2013}212.";
    pub(crate) const MOGSTAD: &str = "Mogstad, M., Romano, J. P., Shaikh, A. M. and Wilhelm, D. (2024). Inference for ranks with \
    applications to mobility across neighbourhoods and academic achievement across countries. Review of Economic \
    Studies, 91(1), 476\u{2013}518.";
    pub(crate) const FUNNELS: &str = "Spiegelhalter, D. J. (2005). Funnel plots for comparing institutional performance. \
    Statistics in Medicine, 24(8), 1185\u{2013}1202.";
    pub(crate) const OVER_DISPERSION: &str = "Spiegelhalter, D. J. (2005). Handling over-dispersion of performance indicators. \
    Quality and Safety in Health Care, 14(5), 347\u{2013}351.";
    /// Expected ranks.
    pub const LAIRD: &str = "Laird, N. M. and Louis, T. A. (1989). Empirical Bayes ranking methods. Journal of \
    Educational Statistics, 14(1), 29\u{2013}46.";
    /// Chances of ranks.
    pub const LIN: &str = "Lin, R., Louis, T. A., Paddock, S. M. and Ridgeway, G. (2006). Loss function based ranking in \
    two-stage, hierarchical models. Bayesian Analysis, 1(4), 915\u{2013}946.";
    pub(crate) const DERSIMONIAN: &str = "DerSimonian, R. and Laird, N. (1986). Meta-analysis in clinical trials. Controlled \
    Clinical Trials, 7(3), 177\u{2013}188.";
    /// The specification curve.
    pub const SIMONSOHN: &str = "Simonsohn, U., Simmons, J. P. and Nelson, L. D. (2020). Specification curve analysis. \
    Nature Human Behaviour, 4(11), 1208\u{2013}1214.";

    /// In the order in which they are listed.
    pub const REFERENCES: [&str; 10] = [
        DEPARTMENT,
        DERSIMONIAN,
        LAIRD,
        LIN,
        MOGSTAD,
        RAUDENBUSH,
        SIMONSOHN,
        FUNNELS,
        OVER_DISPERSION,
        WILSON,
    ];
}

/// Shares of pupils that have a plain word.
pub(crate) mod claim {
    pub(crate) const THREE_QUARTERS: &str = "three quarters";
    pub(crate) const TWO_THIRDS: &str = "two thirds";
    pub(crate) const HALF: &str = "half";
    pub(crate) const A_THIRD: &str = "a third";
    pub(crate) const A_QUARTER: &str = "a quarter";
    pub(crate) const A_FIFTH: &str = "a fifth";
    pub(crate) const A_TENTH: &str = "a tenth";
}
/// Why there is no combined measure.
mod combined {
    use std::fmt;

    use crate::CombinedError;

    impl fmt::Display for CombinedError {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            match self {
                Self::NoIngredient => f.write_str("choose at least one measure with a weight above 0"),
                Self::BadWeight(_) => f.write_str("a weight must be a number, 0 or more"),
                Self::NotOffered(error) => error.fmt(f),
                Self::NoTrust => f.write_str("no eligible trust has a figure for every chosen measure"),
            }
        }
    }
}
/// Why a trust is not eligible, or a school does not count.
mod eligibility {
    use std::fmt;

    use records::terms::letters::short_name;

    use crate::Reason;

    impl Reason {
        /// The reason's sort in a few words: "too few years".
        #[must_use]
        pub const fn sort(&self) -> &'static str {
            match self {
                Self::NotMultiAcademy { .. } => "not a multi-academy trust",
                Self::TooFewSchools { .. } => "too few schools",
                Self::NoSchoolInFile | Self::NoResults | Self::NotInFile { .. } => "no results",
                Self::NoLinks => "no group links",
                Self::NoTrust => "in no multi-academy trust",
                Self::JoinedAfter { .. } => "joined after the cut-off",
                Self::TypeDoesNotCount(_) => "type",
                Self::Selection(_) => "selection by ability",
                Self::NoJoinDate => "no join date",
                Self::TooFewYears { .. } => "too few years",
                Self::NoPupils => "no pupils",
                Self::UnderEarlierNumber { reason, .. } => reason.sort(),
                Self::TrustNotEligible { .. } => "trust not eligible",
            }
        }
    }

    impl fmt::Display for Reason {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            match self {
                Self::NotMultiAcademy { kind } => {
                    write!(f, "not a multi-academy trust: its type is {}", short_name(kind))
                }
                Self::TooFewSchools {
                    schools,
                    needed,
                    left_out,
                } => {
                    write!(f, "too few schools: {schools} counted, {needed} needed")?;
                    match left_out {
                        Some((count, sort)) => write!(f, " ({count} left out: {sort})"),
                        None => Ok(()),
                    }
                }
                Self::NoSchoolInFile => f.write_str("no results: none of its schools are in the school file"),
                Self::NoLinks => f.write_str("no file says which trust it is in: add the group links"),
                Self::NoTrust => f.write_str("in no multi-academy trust"),
                Self::JoinedAfter { joined, trust } => write!(
                    f,
                    "joined {} on {joined}, after the cut-off; its trust before then is not known",
                    short_name(trust)
                ),
                Self::TypeDoesNotCount(school_type) => {
                    write!(f, "type: {} does not count", school_type.in_sentence())
                }
                Self::Selection(admissions) => write!(f, "admissions: {} does not count", admissions.name()),
                Self::NoJoinDate => f.write_str("no file says when it joined its trust"),
                Self::TooFewYears { years, needed } => {
                    write!(f, "too few years: {years} in the trust, {needed} needed")
                }
                Self::NoPupils => f.write_str("no pupils at the end of key stage 4, or their number is not published"),
                Self::NoResults => f.write_str("no results: none published for all pupils"),
                Self::NotInFile { joined_later } => {
                    f.write_str("no results: it is not in the school file")?;
                    match joined_later {
                        Some(joined) => write!(
                            f,
                            "; it joined the trust on {joined}, after these results, which may be under an earlier \
                            school number"
                        ),
                        None => Ok(()),
                    }
                }
                Self::UnderEarlierNumber {
                    earlier,
                    joined_later,
                    reason,
                } => {
                    match &**reason {
                        Self::JoinedAfter { joined, trust } => {
                            let trust = short_name(trust);
                            write!(f, "joined {trust} on {joined}, after the cut-off")?;
                        }
                        reason => reason.fmt(f)?,
                    }
                    if let Some(joined) = joined_later {
                        write!(f, "; it joined the trust on {joined}, after these results")?;
                    }
                    write!(f, "; its results are under its earlier number, {earlier}")
                }
                Self::TrustNotEligible { trust } => {
                    let trust = short_name(trust);
                    write!(f, "it would count, but its trust is not eligible: {trust}")
                }
            }
        }
    }
}
/// Why an analysis cannot be made.
mod error {
    use std::fmt;

    use crate::AnalysisError;

    impl fmt::Display for AnalysisError {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            match self {
                Self::NoLinks => f.write_str(
                    "the school file does not say which trust a school is in: add the group links from \
                 Get Information About Schools",
                ),
                Self::NoSchools => f.write_str("there is no file of trusts or schools for that year"),
                Self::YearNotStated => {
                    f.write_str("no file says which academic year the results are from: state the year")
                }
                Self::MeasureNotOffered { measure, offered } => {
                    let keys: Vec<&str> = offered.iter().map(|offered| offered.key()).collect();
                    write!(
                        f,
                        "{} ({}) is not in the files; they have {}",
                        measure.name(),
                        measure.key(),
                        keys.join(", ")
                    )
                }
                Self::GroupNotOffered {
                    measure,
                    focus,
                    offered,
                } => {
                    let keys: Vec<&str> = offered.iter().map(|offered| offered.key()).collect();
                    write!(
                        f,
                        "{} ({}) is not in the files for '{}'; they have it for {}",
                        measure.name(),
                        measure.key(),
                        focus.key(),
                        keys.join(", ")
                    )
                }
                Self::RuleNotOffered { rule, needs } => {
                    write!(f, "the regional rule '{}' needs {needs}", rule.key())
                }
            }
        }
    }
}
/// The kinds of limits of a funnel, and why there may be none.
mod funnel {
    use std::fmt;

    use crate::{FunnelError, Limits, Omitted};

    impl Limits {
        /// What it is called in a list of choices.
        #[must_use]
        pub const fn name(self) -> &'static str {
            match self {
                Self::Normal => "Chance alone (normal)",
                Self::Exact => "Chance alone (exact binomial)",
                Self::OverDispersed => "Chance and how trusts usually differ (over-dispersed)",
            }
        }
    }

    impl fmt::Display for FunnelError {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str(match self {
                Self::Gap => {
                    "A gap compares two groups, so it does not have one number of pupils to plot: choose one group"
                }
                Self::NotOfShares(Limits::Exact) => {
                    "Exact limits are only for shares of pupils: choose normal limits for a score"
                }
                Self::NotOfShares(_) => {
                    "Over-dispersed limits are only for shares of pupils: choose normal limits for a score"
                }
                Self::SpreadNotKnown => {
                    "Limits cannot be worked out, because the files do not show how much pupils\u{2019} scores differ"
                }
                Self::NoTrusts => "No trust has both a figure and a number of pupils",
            })
        }
    }

    impl Omitted {
        /// The reason in words: "pupils not counted".
        #[must_use]
        pub const fn reason(self) -> &'static str {
            match self {
                Self::NoFigure(missing) => missing.reason(),
                Self::NoShare => "no share of pupils",
                Self::NoPupils => "pupils not counted",
            }
        }
    }
}
/// What intervals of ranks hold for.
mod interval_choices {
    use crate::RankKind;

    impl RankKind {
        /// What it is called in a list of choices.
        #[must_use]
        pub const fn name(self) -> &'static str {
            match self {
                Self::Marginal => "One trust at a time (marginal)",
                Self::Simultaneous => "The whole list at once (simultaneous)",
            }
        }
    }
}
/// Why trusts that were asked for cannot be shown.
mod lookup {
    use std::fmt;

    use records::terms::letters::short_name;

    use crate::{LookupError, NoSchool};

    impl fmt::Display for NoSchool {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            match self {
                Self::NoSchools(error) => error.fmt(f),
                Self::Unknown(urn) => write!(f, "no school in the files has the number {urn}"),
                Self::LeftOut(exclusion) => write!(
                    f,
                    "{} does not count under these rules: {}",
                    short_name(&exclusion.name),
                    exclusion.reason
                ),
            }
        }
    }

    impl fmt::Display for LookupError {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            match self {
                Self::Unknown(uid) => write!(f, "no trust in the files has the number {uid}"),
                Self::NotEligible(exclusion) => write!(
                    f,
                    "{} is not eligible under these rules: {}",
                    short_name(&exclusion.name),
                    exclusion.reason
                ),
                Self::Count(count) => write!(f, "two to six trusts can be compared, but {count} were named"),
                Self::Twice(uid) => write!(f, "the trust with the number {uid} is named twice"),
                Self::Analysis(error) => error.fmt(f),
            }
        }
    }
}
/// A rank.
mod rank {
    use records::grammar::in_order;
    use records::terms::grouped;

    use crate::Rank;

    impl Rank {
        /// The rank as people say it: "joint first", "3rd".
        #[must_use]
        pub fn in_words(self) -> String {
            in_order(self.number() as usize, self.is_joint())
        }

        /// The same among this many: "joint first of 28", "the only one".
        #[must_use]
        pub fn among(self, all: usize) -> String {
            match all {
                1 => "the only one".to_owned(),
                _ => format!("{} of {}", self.in_words(), grouped(all)),
            }
        }
    }
}
/// Rules by their names.
mod rules {
    use crate::{MissingPolicy, RegionalRule, SelectiveRule};

    impl RegionalRule {
        /// The name in a list of rules.
        #[must_use]
        pub const fn name(self) -> &'static str {
            match self {
                Self::SimpleMean => "Simple mean of trusts",
                Self::PupilWeighted => "Weighted by pupils",
                Self::BySchool => "By school",
            }
        }

        /// The condition in a sentence: "weighted by pupils, the South East is lowest".
        #[must_use]
        pub const fn as_condition(self) -> &'static str {
            match self {
                Self::SimpleMean => "By the simple mean of trusts",
                Self::PupilWeighted => "Weighted by pupils",
                Self::BySchool => "By school",
            }
        }
    }

    impl SelectiveRule {
        /// The name in a list.
        #[must_use]
        pub const fn name(self) -> &'static str {
            match self {
                Self::All => "All schools",
                Self::Without => "Without selective schools",
                Self::AmongSelective => "Only schools that do not select, in highly selective areas",
            }
        }
    }

    impl MissingPolicy {
        /// The name in a list.
        #[must_use]
        pub const fn name(self) -> &'static str {
            match self {
                Self::LeaveOutSchool => "Leave out the school",
                Self::LeaveOutTrust => "Leave out the trust",
            }
        }
    }
}

/// The user's settings, as the methods paragraph and a report describe them.
pub mod settings {
    use records::model::Basis;
    use records::terms::decimals::with_decimals;
    use records::terms::letters::{with_capital, with_small};
    use records::terms::{DayOfYear, Group, Measure, SchoolType, SchoolTypes, counted};
    use stats::Level;

    use crate::weighting::{CAP_AT_KEY_STAGE_4, Weight};
    use crate::{Limits, MissingPolicy, RankKind, RegionalRule, SelectiveRule, level_in_words};

    pub(crate) fn measure_of(measure: Measure, group: Group) -> String {
        let phrase = with_small(&measure.description(group.pupils()));
        format!("The measure is {}.", the(&phrase))
    }

    /// "the share of …"; names of user-defined measures are unchanged.
    fn the(phrase: &str) -> String {
        if phrase.starts_with("share") || phrase.starts_with("average") {
            format!("the {phrase}")
        } else {
            phrase.to_owned()
        }
    }

    pub(crate) fn measure_of_gap(measure: Measure) -> String {
        format!(
            "The measure is {}. The attainment gap is the figure for other pupils minus that for disadvantaged \
            pupils, in {}, where both are given.",
            measure.name(),
            measure.unit().difference_word()
        )
    }

    /// Which schools count by their admissions; `None` if all do.
    pub(crate) const fn selection(rule: SelectiveRule) -> Option<&'static str> {
        match rule {
            SelectiveRule::All => None,
            SelectiveRule::Without => Some("Schools that select their pupils by ability do not count."),
            SelectiveRule::AmongSelective => {
                Some("Only schools count that do not select their pupils by ability, in areas where many others do.")
            }
        }
    }

    pub(crate) fn no_selection(files: &str) -> String {
        format!("{files} does not say which schools select their pupils, so all count.")
    }

    pub(crate) const GROUPS: &str = "Disadvantaged pupils had free school meals in the last six years, are looked \
                                    after or were adopted from care. All others are called other pupils.";

    pub(crate) const AS_USER_GIVES: &str =
        "Each trust\u{2019}s figure was used as given in the user\u{2019}s own file.";

    pub(crate) fn as_published() -> String {
        format!(
            "Each trust\u{2019}s figure was used as published. The Department for Education weights each school by \
            its pupils in the group and its years in the trust, at most {CAP_AT_KEY_STAGE_4} (Department for \
            Education)."
        )
    }

    pub(crate) fn eligible_in_file(min_schools: u32) -> String {
        format!(
            "A trust was eligible if the file counts at least {} in it, or if the file lists only eligible trusts.",
            counted(min_schools as usize, "school")
        )
    }

    pub(crate) fn computed(weight: Weight) -> String {
        let department = if weight == Weight::default() {
            "The Department for Education does the same (Department for Education)."
        } else {
            "The Department for Education weights by pupils and years in the trust, at most 5 (Department for \
            Education)."
        };
        format!(
            "Each trust\u{2019}s figure was computed from its schools, {}. {department}",
            weight.in_sentence()
        )
    }

    /// Which schools counted.
    pub(crate) fn schools(min_years: u32, of: SchoolTypes) -> String {
        let years = match min_years {
            0 => "however long it had been in the trust".to_owned(),
            years => format!(
                "if it had been in the trust for at least {}",
                counted(years as usize, "academic year")
            ),
        };
        format!(
            "A school counted {years}. It also needed pupils at the end of key stage 4 and at least one published \
            result. These types of school counted: {}.",
            types(of).to_ascii_lowercase()
        )
    }

    pub(crate) fn cut_off(day: DayOfYear) -> String {
        format!(
            "A school that joined by {day} counted from that calendar year. A school that joined later counted from \
            the next."
        )
    }

    pub(crate) fn eligible(min_schools: u32) -> String {
        format!("A trust was eligible if at least {min_schools} of its schools counted.")
    }

    pub(crate) const fn missing(policy: MissingPolicy) -> &'static str {
        match policy {
            MissingPolicy::LeaveOutSchool => {
                "A value that is suppressed or otherwise missing was never counted as zero. A school without a \
                value was left out of that measure."
            }
            MissingPolicy::LeaveOutTrust => {
                "A value that is suppressed or otherwise missing was never counted as zero. If a school has no \
                value, its trust has no figure for that measure."
            }
        }
    }

    pub(crate) const fn regional(rule: RegionalRule) -> &'static str {
        match rule {
            RegionalRule::SimpleMean => {
                "A region\u{2019}s figure is the simple mean for the eligible trusts that have it as their lead \
                region."
            }
            RegionalRule::PupilWeighted => {
                "A region\u{2019}s figure is the mean for the eligible trusts that have it as their lead region. It \
                is weighted by each trust\u{2019}s pupils in the group."
            }
            RegionalRule::BySchool => {
                "A region\u{2019}s figure is the weighted mean of the schools in it that count in an eligible \
                trust. Each school has its own weight, and its trust\u{2019}s lead region does not matter."
            }
        }
    }

    pub(crate) const NO_INTERVALS: &str = "Intervals could not be worked out.";

    /// Whose numbers intervals are based on.
    const fn pupils(basis: Basis) -> &'static str {
        match basis {
            Basis::Published => "each trust\u{2019}s number of pupils in the group",
            Basis::Computed => "each trust\u{2019}s effective number of pupils in the group",
        }
    }

    pub(crate) fn intervals_of_shares(level: Level, basis: Basis) -> String {
        format!(
            "The {} intervals for trusts are Wilson score intervals, based on {} (Wilson 1927).",
            level_in_words(level),
            pupils(basis)
        )
    }

    pub(crate) fn intervals_as_published(level: Level) -> String {
        format!(
            "The {} intervals for trusts are those published with Progress 8. For levels other than 95% they are \
            made wider or narrower (Department for Education).",
            level_in_words(level)
        )
    }

    /// Intervals from the standard deviation implied by published ones.
    pub(crate) fn intervals_by_spread(level: Level, basis: Basis, sd: f64) -> String {
        format!(
            "The {} intervals for trusts are based on {} and on a standard deviation of pupils\u{2019} scores of {} \
            grades. The published intervals imply this standard deviation.",
            level_in_words(level),
            pupils(basis),
            with_decimals(sd, 2)
        )
    }

    /// Intervals from an assumed standard deviation.
    pub(crate) fn intervals_by_assumption(level: Level, basis: Basis, sd: &str) -> String {
        format!(
            "The {} intervals for trusts are based on {} and on an assumed standard deviation of pupils\u{2019} \
            scores of {sd} points. The standard deviation is not published.",
            level_in_words(level),
            pupils(basis)
        )
    }

    pub(crate) const TRULY_WIDER: &str = "The true intervals are wider, because a file of trusts does not show how \
                                         unevenly pupils are weighted.";

    pub(crate) const INTERVAL_OF_GAP: &str = "The interval for a gap combines the standard errors of both groups.";

    pub(crate) const INTERVALS_OF_REGIONS: &str = "The intervals for regional figures take the trusts as given and \
                                                  cover only chance among their pupils.";

    pub(crate) fn ranges_of_ranks(kind: RankKind, level: Level) -> String {
        let level = level_in_words(level);
        let kind = match kind {
            RankKind::Marginal => format!(
                "For any one trust chosen beforehand, the range contains its true rank with {level} confidence."
            ),
            RankKind::Simultaneous => {
                format!("All the ranges in a list hold at once with {level} confidence.")
            }
        };
        format!(
            "The ranges of ranks are those that the differences between trusts cannot rule out (Mogstad et al. \
            2024). {kind}"
        )
    }

    pub(crate) const fn funnel(limits: Limits) -> &'static str {
        match limits {
            Limits::OverDispersed => {
                "The funnel\u{2019}s 95% and 99.8% limits allow for trusts that differ by more than chance \
                (Spiegelhalter 2005). The allowance is additive on the arcsine scale, with the most extreme tenth \
                at each end winsorised."
            }
            Limits::Exact => {
                "The funnel\u{2019}s 95% and 99.8% limits come from the binomial distribution, with interpolation \
                (Spiegelhalter 2005)."
            }
            Limits::Normal => {
                "The funnel\u{2019}s 95% and 99.8% limits are the target plus or minus 1.96 and 3.09 standard \
                errors (Spiegelhalter 2005)."
            }
        }
    }

    pub(crate) const SHRUNKEN: &str = "Shrunken figures are drawn towards the mean by the share of their variation \
                                      that is due to chance among pupils (DerSimonian and Laird 1986).";

    /// What is shown for the pupils if the focus is the gap.
    pub(crate) const GAP: &str = "The gap: other pupils minus disadvantaged pupils";

    pub(crate) fn spread(sd: &str) -> String {
        format!("{sd} points")
    }

    /// The weight and its cap.
    pub(crate) fn weight(weight: Weight) -> String {
        let name = Weight::KINDS
            .into_iter()
            .find(|(key, _)| *key == weight.key())
            .map_or("", |(_, name)| name);
        match weight {
            Weight::PupilsYears { cap: Some(cap) } => format!("{name}, at most {cap}"),
            Weight::PupilsYears { cap: None } => format!("{name}, without a cap"),
            Weight::Pupils | Weight::Equal => name.to_owned(),
        }
    }

    /// A type of school, as the name of a box: "sponsored academy".
    pub(crate) fn type_of_school(of: SchoolType) -> &'static str {
        let words = of.in_sentence();
        words.strip_prefix("a ").unwrap_or(words)
    }

    /// "Sponsored academy, converter academy".
    pub(crate) fn types(types: SchoolTypes) -> String {
        let counting = SchoolTypes::CHOICES.into_iter().filter(|(of, _)| types.count(*of));
        let names: Vec<&str> = counting.map(|(of, _)| type_of_school(of)).collect();
        if names.is_empty() {
            return "None".to_owned();
        }
        with_capital(&names.join(", "))
    }

    /// The files have no column of a measure.
    pub(crate) fn no_measure(files: &str, lacking: &str, instead: &str) -> String {
        format!("{files} does not give {lacking}: {instead} is shown instead.")
    }

    /// The files do not have a measure for these pupils.
    pub fn no_pupils(files: &str, measure: &str, lacking: &str, instead: &str) -> String {
        format!(
            "{files} does not give {measure} for \u{201c}{lacking}\u{201d}: \u{201c}{instead}\u{201d} is shown \
            instead."
        )
    }

    /// The files lack what a regional figure is made of.
    pub(crate) fn no_regional_figure(files: &str, lacking: &str, instead: &str) -> String {
        format!(
            "{files} does not have what the regional figure \u{201c}{lacking}\u{201d} needs: the {instead} is shown \
            instead."
        )
    }
}

/// Why a year or a figure is not in a trend, and why there may be no trend.
pub(crate) mod trend {
    use std::fmt;

    use records::model::Basis;
    use records::terms::{AcademicYear, listed};

    use crate::{Absence, LeftOut, TrendError};

    /// The sort of reason why a school is left out like for like.
    pub(crate) const NOT_ALIKE: &str = "not in the trust in every year";

    impl fmt::Display for LeftOut {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            match self {
                Self::NoBasis(Basis::Computed) => {
                    f.write_str("its files do not list schools with the trusts they are in")
                }
                Self::NoBasis(Basis::Published) => f.write_str("its files do not give published figures for trusts"),
                Self::NoAnalysis(error) => write!(f, "{error}"),
                Self::NotAdjusted(reason) => f.write_str(&reason.reason()),
            }
        }
    }

    impl fmt::Display for Absence {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            match self {
                Self::NoResults => f.write_str("no results"),
                Self::NotEligible(Some(reason)) => write!(f, "not eligible: {reason}"),
                Self::NotEligible(None) => f.write_str("not eligible: not in the files"),
                Self::Missing(reason) => f.write_str(reason.reason()),
                Self::NoFigure => f.write_str("no figure"),
            }
        }
    }

    impl fmt::Display for TrendError {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            match self {
            Self::TooFewYears { years, left_out } => {
                f.write_str("a trend needs results from two years with exams")?;
                let years: Vec<String> = years.iter().map(AcademicYear::to_string).collect();
                let years: Vec<&str> = years.iter().map(String::as_str).collect();
                match years.as_slice() {
                    [] => f.write_str("; the files do not have any")?,
                    years => write!(f, "; the files have only {}", listed(years))?,
                }
                for (year, reason) in left_out {
                    write!(f, "; {year} is left out: {reason}")?;
                }
                Ok(())
            }
            Self::LikeForLikeNeedsSchools => f.write_str(
                "a like-for-like trend needs school files: a file of trusts does not say which schools each trust has",
            ),
        }
        }
    }
}

/// Weights of schools in their trusts.
pub(crate) mod weighting {
    use crate::weighting::Weight;

    /// The Department's weight in a list.
    pub(crate) const PUPILS_TIMES_YEARS: &str = "Pupils times years in the trust";

    /// The weight by pupils alone in a list.
    pub(crate) const PUPILS: &str = "Pupils";

    /// The same weight for all in a list.
    pub(crate) const EVERY_SCHOOL_ALIKE: &str = "Every school equally";

    impl Weight {
        /// The weight in words: "weighted by pupils and years in the trust, at most 5".
        #[must_use]
        pub fn in_sentence(self) -> String {
            match self {
                Self::PupilsYears { cap: Some(cap) } => {
                    format!("weighted by pupils and years in the trust, at most {cap}")
                }
                Self::PupilsYears { cap: None } => {
                    "weighted by pupils and years in the trust, without a cap".to_owned()
                }
                Self::Pupils => "weighted by pupils".to_owned(),
                Self::Equal => "every school weighted equally".to_owned(),
            }
        }
    }
}
