//! Texts of charts, tables and findings.

/// "London's", "the East Midlands'".
pub(crate) fn possessive(name: &str) -> String {
    let ending = if name.ends_with('s') { "" } else { "s" };
    format!("{name}\u{2019}{ending}")
}

/// The user's areas with the authorities of which they are made.
pub(crate) mod areas {
    use records::terms::{Authority, listed};

    use super::precision_words::PUPIL_SAMPLING_ONLY;

    pub(crate) const TRUSTS: &str = "trusts";

    pub(crate) const ALL_ITS_SCHOOLS: &str = "all its schools";

    pub(crate) const ALL_ITS_SCHOOLS_AS_PUBLISHED: &str = "all its schools, as published";

    pub(crate) const AREA: &str = "Area";

    /// The heading of the column that says what a figure is based on: trusts or schools.
    pub(crate) const BASED_ON: &str = "Based on";

    /// The warning for an area without trusts or schools in the files.
    pub(crate) fn empty(area: &str) -> String {
        format!(
            "{area} has no eligible trusts and no schools that count. Check the codes of its authorities, which may have \
         changed."
        )
    }

    pub(crate) const AREAS: &str = "Areas and their authorities";

    pub(crate) const WITHOUT_PLACES: &str = "No file says where trusts\u{2019} schools are. Add the group links, or school \
        files, and your areas are shown.";

    /// "Its schools are in Cornwall, Devon and Plymouth."
    pub(crate) fn authorities(names: &[&str]) -> String {
        format!("Its schools are in {}.", listed(names))
    }

    pub(crate) fn intervals() -> String {
        format!("Intervals: {PUPIL_SAMPLING_ONLY}.")
    }

    /// An authority's name, with its years where another authority has the same name.
    pub(crate) fn in_full(authority: &Authority) -> String {
        match (authority.from, authority.until) {
            (_, Some(until)) => format!("{} (until {until})", authority.name),
            (Some(from), None) => format!("{} (from {from})", authority.name),
            (None, None) => authority.name.to_owned(),
        }
    }
}

/// Further details of a mark.
pub(crate) mod beyond {
    use records::grammar::{all_of, in_order};
    use records::terms::counted;

    use crate::chart::End;

    /// "highest of 9 regions", "joint highest of 9 regions", "2nd highest of 9 regions".
    pub(crate) fn rank((rank, equal): (usize, usize), end: End, count: usize, noun: &str) -> String {
        if equal == count {
            return format!("{} the same", all_of(count, noun));
        }
        let is_joint = equal > 1;
        let before = match (rank, is_joint) {
            (1, false) => String::new(),
            (1, true) => "joint ".to_owned(),
            _ => format!("{} ", in_order(rank, is_joint)),
        };
        format!("{before}{} of {}", name(end), counted(count, noun))
    }

    const fn name(end: End) -> &'static str {
        match end {
            End::Highest => "highest",
            End::Lowest => "lowest",
            End::Smallest => "smallest",
        }
    }
}

/// Intervals.
pub(crate) mod bounds {
    use records::terms::Unit;

    /// "30 to 38".
    pub(crate) fn from_to(low: &str, high: &str) -> String {
        format!("{low} to {high}")
    }

    /// "30% to 38%", "44.1 to 48.0 points".
    pub(crate) fn with_unit(low: &str, high: &str, unit: Unit) -> String {
        match unit {
            Unit::Percent => format!("{low}% to {high}%"),
            Unit::Grades => format!("{low} to {high} grades"),
            Unit::Points | Unit::AveragePoints | Unit::OwnPoints => {
                format!("{low} to {high} points")
            }
        }
    }

    /// "95% interval 26% to 34%".
    pub(crate) fn interval(level: &str, ends: &str) -> String {
        format!("{level} interval {ends}")
    }

    pub(crate) const NO_INTERVAL: &str = "no interval";

    /// What an interval is called: "95% interval".
    pub(crate) fn both(level: &str) -> String {
        format!("{level} interval")
    }

    /// The column heading for an interval's lower end.
    pub(crate) fn low(level: &str) -> String {
        format!("{level} low")
    }

    /// The column heading for its upper end.
    pub(crate) fn high(level: &str) -> String {
        format!("{level} high")
    }
}

/// The choices that a survey of rules tries.
pub(crate) mod choice {
    use method::weighting::Weight;
    use method::{Choice, RegionalRule};
    use records::terms::counted;

    use crate::chart::ChosenRule;

    impl ChosenRule {
        /// The heading of its choices.
        pub(crate) const fn name(self) -> &'static str {
            match self {
                Self::Weight => "Weight of a school",
                Self::MinSchools => "Minimum schools",
                Self::MinYears => "Minimum years",
                Self::Regional => "Regional figure",
            }
        }
    }

    /// The choice under its rule's heading: `At least 3 schools`.
    pub(crate) fn choice_name(choice: Choice) -> String {
        match choice {
            Choice::Weight(Weight::PupilsYears { cap: Some(cap) }) => {
                format!("Pupils and years, at most {cap}")
            }
            Choice::Weight(Weight::PupilsYears { cap: None }) => "Pupils and years, no cap".to_owned(),
            Choice::Weight(Weight::Pupils) => "Pupils".to_owned(),
            Choice::Weight(Weight::Equal) => "Every school equally".to_owned(),
            Choice::MinSchools(schools) => {
                format!("At least {}", counted(schools as usize, "school"))
            }
            Choice::MinYears(0) => "Any time in the trust".to_owned(),
            Choice::MinYears(years) => format!("At least {}", counted(years as usize, "year")),
            Choice::Regional(regional) => regional.name().to_owned(),
        }
    }

    /// The short form of the choice: at most thirteen letters.
    pub(crate) fn short_choice_name(choice: Choice) -> String {
        match choice {
            Choice::Weight(Weight::PupilsYears { cap: Some(cap) }) => format!("Years, to {cap}"),
            Choice::Weight(Weight::PupilsYears { cap: None }) => "Years, no cap".to_owned(),
            Choice::Weight(Weight::Pupils) => "Pupils".to_owned(),
            Choice::Weight(Weight::Equal) => "All equally".to_owned(),
            Choice::MinSchools(schools) => counted(schools as usize, "school"),
            Choice::MinYears(0) => "Any time".to_owned(),
            Choice::MinYears(years) => counted(years as usize, "year"),
            Choice::Regional(RegionalRule::SimpleMean) => "Simple mean".to_owned(),
            Choice::Regional(RegionalRule::PupilWeighted) => "By pupils".to_owned(),
            Choice::Regional(RegionalRule::BySchool) => "By school".to_owned(),
        }
    }

    /// The choice as a condition, after "it does not hold": `when trusts are weighted by pupils`.
    ///
    /// ```
    /// use show::chart::choice_in_words;
    /// use method::{Choice, RegionalRule};
    /// let words = choice_in_words(Choice::Regional(RegionalRule::PupilWeighted));
    /// assert_eq!(words, "when trusts are weighted by pupils");
    /// assert_eq!(choice_in_words(Choice::MinSchools(5)), "when trusts need at least 5 schools");
    /// ```
    #[must_use]
    pub fn choice_in_words(choice: Choice) -> String {
        match choice {
            Choice::Weight(Weight::PupilsYears { cap: Some(cap) }) => format!(
                "when schools are weighted by pupils and years with a cap of {}",
                counted(cap as usize, "year")
            ),
            Choice::Weight(Weight::PupilsYears { cap: None }) => {
                "when schools are weighted by pupils and years without a cap".to_owned()
            }
            Choice::Weight(Weight::Pupils) => "when schools are weighted by pupils alone".to_owned(),
            Choice::Weight(Weight::Equal) => "when every school has the same weight".to_owned(),
            Choice::MinSchools(schools) => {
                format!("when trusts need at least {}", counted(schools as usize, "school"))
            }
            Choice::MinYears(0) => "when schools count however long they have been in the trust".to_owned(),
            Choice::MinYears(years) => {
                format!(
                    "when schools need at least {} in the trust",
                    counted(years as usize, "year")
                )
            }
            Choice::Regional(RegionalRule::SimpleMean) => "when regions have the simple mean of trusts".to_owned(),
            Choice::Regional(RegionalRule::PupilWeighted) => "when trusts are weighted by pupils".to_owned(),
            Choice::Regional(RegionalRule::BySchool) => "when each school counts in its own region".to_owned(),
        }
    }
}

/// Combined measures: always named as the user's own construction.
pub(crate) mod combined {
    use method::{Combined, Ingredient};
    use records::terms::{Focus, Group, Measure, counted, grouped, listed, readable_name};

    use crate::chart::{Caption, in_short, of_loaded};

    /// The caution wherever a combined measure is shown.
    pub const OWN_CONSTRUCTION: &str = "This combined measure is your own, with weights that you chose. The Department does not publish \
     it, and other weights give other ranks.";

    /// The measure and the pupils: "Progress 8, disadvantaged pupils", "Attainment 8, gap".
    pub(crate) fn of_whom(measure: Measure, focus: Focus) -> String {
        let of = focus.group().map_or("gap", Group::pupils);
        format!("{}, {of}", measure.name())
    }

    /// The parts of the measure with their weights: "Made of Progress 8, disadvantaged pupils (weight 2) and …".
    #[must_use]
    pub fn combined_in_words(combined: &Combined) -> String {
        let parts: Vec<String> = combined.ingredients.iter().map(|of| weighted(&of.ingredient)).collect();
        let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
        let mut words = format!(
            "Made of {}. The score is the weighted mean of standard scores, over the {} with every part.",
            listed(&parts),
            counted(combined.trusts.len(), "trust")
        );
        let flat = combined.ingredients.iter().filter(|of| of.is_flat());
        for of in flat {
            let of = of_whom(of.ingredient.measure, of.ingredient.focus);
            words.push_str(&format!(" {of} makes no difference, because all trusts have the same."));
        }
        if !combined.lacking.is_empty() {
            words.push_str(&format!(" {}", lacking(combined.lacking.len())));
        }
        of_loaded(combined.of_part, words)
    }

    /// "Progress 8, disadvantaged pupils (weight 2)".
    fn weighted(ingredient: &Ingredient) -> String {
        let weight = in_short(ingredient.weight);
        let turned = if ingredient.is_turned() {
            ", smaller is better"
        } else {
            ""
        };
        let of = of_whom(ingredient.measure, ingredient.focus);
        format!("{of} (weight {weight}{turned})")
    }

    /// "1 eligible trust lacks a part and is left out.".
    fn lacking(count: usize) -> String {
        let trusts = counted(count, "eligible trust");
        if count == 1 {
            format!("{trusts} lacks a part and is left out.")
        } else {
            format!("{trusts} lack a part and are left out.")
        }
    }

    /// The first three, and those that tie with the third: "Top of your measure: X, Y and Z". Show it only beside
    /// [`OWN_CONSTRUCTION`].
    #[must_use]
    pub fn combined_first(combined: &Combined) -> String {
        of_loaded(combined.of_part, first(combined))
    }

    fn first(combined: &Combined) -> String {
        let trusts = &combined.trusts;
        match (trusts.first(), trusts.last()) {
            (Some(first), Some(last)) if first.rank == last.rank => {
                return match trusts.as_slice() {
                    [only] => format!("Only {} has every part of your measure", readable_name(&only.name)),
                    _ => "Your measure ranks all trusts equal".to_owned(),
                };
            }
            _ => {}
        }
        let first = trusts.iter().filter(|trust| trust.rank.number() <= 3);
        let mut first: Vec<String> = first.map(|trust| readable_name(&trust.name)).collect();
        let more = first.len().saturating_sub(3);
        first.truncate(3);
        if more > 0 {
            first.push(format!("{} more", grouped(more)));
        }
        let first: Vec<&str> = first.iter().map(String::as_str).collect();
        format!("Top of your measure: {}", listed(&first))
    }

    pub(crate) fn several_at_once(of_part: Option<usize>) -> Caption {
        let trusts = "Trusts by several measures at once".to_owned();
        Caption::new(of_loaded(of_part, trusts), OWN_CONSTRUCTION)
    }

    pub(crate) const RANK_IN_ITS_REGION: &str = "Rank in its region";

    pub(crate) const SCORE: &str = "Combined score, your own construction";

    /// `what` is what is counted of whom.
    pub(crate) fn standard_score(what: &str) -> String {
        format!("{what}, standard score")
    }

    pub(crate) fn without_score(trusts: usize) -> String {
        format!("{} without a combined score", counted(trusts, "eligible trust"))
    }

    pub(crate) const LACKS: &str = "Missing parts";

    pub(crate) const SCALES: &str = "What the combined measure is made of";

    pub(crate) const SCALES_ARE_OF: &str = "The mean and standard deviation are over the trusts with every part.";

    /// The share of a measure's weight.
    pub(crate) const SHARE: &str = "Share";

    pub(crate) const MEAN: &str = "Mean";

    pub(crate) const COUNTED_IN: &str = "Unit";
}

/// The pupils of trusts side by side, and which of the trusts are distinguishable.
pub(crate) mod compared {
    pub(crate) const CONTEXTS: &str = "Who the pupils are, side by side";

    pub(crate) const CONTEXT: &str = "Context";

    pub(crate) const SCHOOLS: &str = "Schools";

    /// `what` is what is compared, with its unit.
    pub(crate) fn pairs(family: &str, what: &str) -> String {
        format!("Pairs of trusts among {family}: {what}")
    }

    /// The other of a pair.
    pub(crate) const OTHER_TRUST: &str = "Other trust";

    /// The column heading for the lower end of a difference's interval.
    pub(crate) const LOWER_END: &str = "Lower end";

    pub(crate) const UPPER_END: &str = "Upper end";

    pub(crate) use super::bounds::NO_INTERVAL;

    pub(crate) const fn apart(is_distinguishable: bool) -> &'static str {
        if is_distinguishable {
            "distinguishable"
        } else {
            "not distinguishable"
        }
    }
}

/// Trusts as published beside computed.
pub(crate) mod comparison {
    pub(crate) const SIDE_BY_SIDE: &str = "Published and computed, side by side";

    pub(crate) const PUBLISHED: &str = "Published";

    pub(crate) const COMPUTED: &str = "Computed";

    pub(crate) const NOT_ELIGIBLE: &str = "not eligible";

    pub(crate) const NOT_IN_FILE: &str = "not in the file";

    pub(crate) const NOT_BOTH_WAYS: &str = "not available both ways";
}

/// Trusts side by side.
pub(crate) mod comparison_chart {
    use method::words::adjusted::parts_in_sentence;
    use method::{AdjustParts, Rank};
    use records::grammar::all_of;
    use records::terms::listed;

    /// A measure whose figures are adjusted.
    pub(crate) fn adjusted(measure: &str, parts: AdjustParts) -> String {
        format!("{measure}, adjusted for {}", parts_in_sentence(parts))
    }

    /// A trust with its figure or the reason for its absence, its interval, its rank, and its region's figure.
    pub(crate) fn trust(
        name: &str,
        figure: Result<&str, &str>,
        interval: Option<&str>,
        rank: Option<(Rank, usize)>,
        region: Option<(&str, &str)>,
    ) -> String {
        let mut words = match figure {
            Ok(figure) => format!("{name}: {figure}"),
            Err(reason) => format!("{name}: no figure ({reason})"),
        };
        if let Some(interval) = interval {
            words.push_str(&format!(" ({interval})"));
        }
        if let Some((rank, all)) = rank {
            words.push_str(&format!(", {} in its region", rank.among(all)));
        }
        if let Some((region, figure)) = region {
            words.push_str(&format!(", {region} {figure}"));
        }
        words
    }

    /// `shown` is what the figures are, as a phrase.
    pub(crate) fn subtitle(shown: &str, level: &str) -> String {
        format!(
            "Each row is a trust: {shown}. The dot is the figure and the line its {level} interval. The vertical mark is the \
         figure of the trust\u{2019}s region."
        )
    }

    pub(crate) const OF_REGION: &str = "Region\u{2019}s figure";

    pub(crate) fn none_has_figure(measure: &str) -> String {
        format!("{measure}: none of these trusts has a figure")
    }

    /// `what` is what is counted of whom.
    pub(crate) fn only(what: &str, name: &str, figure: &str) -> String {
        format!("{what}: {name} {figure}")
    }

    pub(crate) fn all_have(what: &str, trusts: usize, figure: &str) -> String {
        format!("{what}: {} have {figure}", all_of(trusts, "trust"))
    }

    pub(crate) fn highest_and_lowest(
        what: &str,
        (highest, high): (&[&str], &str),
        (lowest, low): (&[&str], &str),
    ) -> String {
        let is = |names: &[&str]| if names.len() == 1 { "is" } else { "are" };
        let (above, below) = (is(highest), is(lowest));
        let (highest, lowest) = (listed(highest), listed(lowest));
        format!("{what}: {highest} {above} highest ({high}) and {lowest} {below} lowest ({low})")
    }

    pub(crate) const EVERY_MEASURE: &str = "The trusts side by side on every measure";

    /// The column heading for what the figures of a row are counted in.
    pub(crate) const UNIT: &str = "Unit";

    /// Whose figures those of the gap are.
    pub(crate) const GAP: &str = "other minus disadvantaged pupils";

    /// The text in place of a trust's dot.
    pub(crate) fn no_figure(reason: &str) -> String {
        format!("no figure: {reason}")
    }
}

/// The context of a trust beside its region's and England's.
pub(crate) mod context {
    use super::possessive;
    use method::Context;
    use records::grammar::plural;
    use records::terms::letters::with_capital;
    use records::terms::{ContextPart, Region, SchoolType, counted, lead_region_in_sentence, listed};

    /// The unit of a score at key stage 2: since 2016, before, and if the year is not known.
    pub(crate) const SCALED_SCORE: &str = "scaled score";
    pub(crate) const AVERAGE_POINTS: &str = "average points";
    pub(crate) const SCORE: &str = "score";

    pub(crate) const PUPILS_AND_SCHOOLS: &str = "Who the pupils are, and what schools there are";

    pub(crate) const CONTEXT: &str = "Context";

    /// The column heading for the trusts of a region.
    pub(crate) fn trusts_of(region: Option<Region>) -> String {
        format!("Trusts in {}", lead_region_in_sentence(region))
    }

    /// The schools by type: "2 converter academies and 1 sponsored academy"; `None` if no file gives them.
    #[must_use]
    pub fn types_in_words(context: &Context) -> Option<String> {
        let types = context.types.iter();
        let words: Vec<String> = types.map(|(of, count)| counted(*count, without_article(*of))).collect();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        (!words.is_empty()).then(|| listed(&words))
    }

    /// The row heading for a type: "Converter academies".
    pub(crate) fn several(of: SchoolType) -> String {
        with_capital(&plural(without_article(of)))
    }

    fn without_article(of: SchoolType) -> &'static str {
        let words = of.in_sentence();
        let bare = words.strip_prefix("a ").or_else(|| words.strip_prefix("an "));
        bare.unwrap_or(words)
    }

    /// "disadvantaged pupils 23% (London's trusts 31.6%, all eligible trusts 25.9%)".
    pub(crate) fn part_beside(
        part: ContextPart,
        of_trust: &str,
        (region, of_region): (Option<Region>, &str),
        of_all: &str,
    ) -> String {
        let Some(region) = region else {
            return format!("{} {of_trust} (all eligible trusts {of_all})", part.in_sentence());
        };
        format!(
            "{} {of_trust} ({} trusts {of_region}, all eligible trusts {of_all})",
            part.in_sentence(),
            possessive(region.in_sentence())
        )
    }

    /// The known parts of the context, and those that no file gives.
    pub(crate) fn context(known: &[String], unknown: &[&str]) -> String {
        if known.is_empty() {
            return "The files do not say who the pupils are.".to_owned();
        }
        let mut words = format!("{}.", with_capital(&known.join("; ")));
        if !unknown.is_empty() {
            words.push_str(&format!(" Not known: {}.", listed(unknown)));
        }
        words
    }
}

/// Why a trust's figure is what it is: its schools.
pub(crate) mod contribution {
    use method::Contribution;
    use records::terms::letters::with_capital;
    use records::terms::{Figure, Focus, Urn, counted, listed};

    /// The noun for the schools that it is ranked among.
    pub(crate) const SCHOOL: &str = "school";

    /// A school with its value or why there is none, what it adds to the trust's figure, and what that would be without
    /// it.
    pub(crate) fn school(
        name: &str,
        value: Result<&str, &str>,
        part: &Contribution<'_>,
        focus: Focus,
        without: Option<&str>,
    ) -> String {
        let mut words = vec![match value {
            Ok(value) => format!("{name}: {value}"),
            Err(reason) => format!("{name}: no value ({reason})"),
        }];
        words.extend(part.pupils.ok().map(|pupils| pupils_of(focus, pupils)));
        let years = part.school.years;
        words.extend(years.map(|years| format!("{} in the trust", counted(years as usize, "year"))));
        words.extend(part.share.map(of_weight));
        words.extend(without.map(|figure| format!("without it the trust\u{2019}s figure would be {figure}")));
        words.join(", ")
    }

    fn pupils_of(focus: Focus, pupils: f64) -> String {
        let whose = match focus {
            Focus::Disadvantaged | Focus::Gap => "disadvantaged pupil",
            Focus::Other => "other pupil",
            Focus::All => "pupil",
        };
        counted(pupils.round() as usize, whose)
    }

    /// "12.5% of the weight".
    fn of_weight(share: Figure) -> String {
        format!("{} of the weight", share.in_sentence())
    }

    pub(crate) const YEARS_NOT_KNOWN: &str = "not known";

    pub(crate) const THE_TRUST: &str = "The trust";

    pub(crate) fn no_figure(trust: &str, measure: &str, reason: &str) -> String {
        format!("{trust} has no figure for {measure}: {reason}")
    }

    pub(crate) fn gap(figure: &str) -> String {
        format!("gap {figure}")
    }

    /// A trust's figure, and by how much it would be another without the school that moves it most.
    pub(crate) fn moves_most(
        (trust, figure): (&str, &str),
        focus: Focus,
        (school, moved): (&str, Figure),
        without: &str,
    ) -> String {
        let what = match focus {
            Focus::Gap => "gap",
            _ => "figure",
        };
        let direction = match moved.steps() {
            0 => {
                return format!("{trust}: {figure}. Leaving out any one school would not change it");
            }
            1.. => "higher",
            _ => "lower",
        };
        let size = Figure::new(moved.number().abs(), moved.unit()).unwrap_or(moved);
        format!(
            "{trust}: {figure}. Without {school} the {what} would be {} {direction}: {without}",
            size.as_difference()
        )
    }

    /// A trust's figure, and the school with the greatest weight, if the figure without it is not known.
    pub(crate) fn weighs_most((trust, figure): (&str, &str), (school, share): (&str, Figure)) -> String {
        format!("{trust}: {figure}. {school} carries {}", of_weight(share))
    }

    /// `shown` is what the figures are, as a phrase.
    pub(crate) fn subtitle(shown: &str, focus: Focus, weight: &str) -> String {
        let whose = match focus {
            Focus::Gap => " in the disadvantaged pupils\u{2019} figure",
            _ => "",
        };
        format!(
            "Each row is a school that counts: {shown}. The dot is the school\u{2019}s own value. Its area is the \
         school\u{2019}s share of the weight{whose}, {weight}. The vertical lines are the figures of the trust and its region."
        )
    }

    /// The note for a trust without school values, with the schools that the group links list.
    pub(crate) fn no_schools(shown: &str, joined: &[String]) -> String {
        let mut words = format!(
            "{}. A trust file has each trust\u{2019}s figure but not its schools\u{2019} values. Add a school file and \
         group links to see what each school contributes.",
            with_capital(shown)
        );
        if !joined.is_empty() {
            let names: Vec<&str> = joined.iter().map(String::as_str).collect();
            words.push_str(&format!(
                " The group links list {} in this trust: {}.",
                counted(joined.len(), "school"),
                listed(&names)
            ));
        }
        words
    }

    /// A school whose name is not known.
    pub(crate) fn by_number(urn: Urn) -> String {
        format!("URN {urn}")
    }

    /// The column heading for a school's number of pupils in a group.
    pub(crate) fn number_of(pupils: &str) -> String {
        format!("Number of {pupils}")
    }

    pub(crate) const SHARE: &str = "Share of the weight, %";

    pub(crate) const WITHOUT_IT: &str = "Trust\u{2019}s figure without it";

    /// The heading of the shares beside the rows.
    pub(crate) const SHARE_OF_WEIGHT: &str = "Share of weight";

    /// The text in place of a school's dot.
    pub(crate) fn no_value(reason: &str) -> String {
        format!("no value: {reason}")
    }
}

/// How many trusts could be in a top ten.
pub(crate) mod could_be {
    use super::possessive;
    use method::FamilyOf;
    use records::grammar::ordinal;
    use records::terms::letters::{with_capital, with_small};
    use records::terms::{counted, grouped};

    /// "the South West's"; of all trusts "England's".
    pub(crate) fn whose(of: &FamilyOf) -> String {
        possessive(match of {
            FamilyOf::Region(region) => region.in_sentence(),
            FamilyOf::Area(name) => name,
            FamilyOf::England | FamilyOf::Chosen => "England",
        })
    }

    pub(crate) fn name_of(of: &FamilyOf) -> &str {
        match of {
            FamilyOf::Region(region) => region.name(),
            FamilyOf::Area(name) => name,
            FamilyOf::England => "England",
            FamilyOf::Chosen => "Chosen trusts",
        }
    }

    pub(crate) fn none_has_interval(of: &FamilyOf) -> String {
        format!("None of {} trusts has a figure with an interval", whose(of))
    }

    pub(crate) fn only_one(of: &FamilyOf) -> String {
        format!(
            "{} only trust with a figure is in its top ten",
            with_capital(&whose(of))
        )
    }

    pub(crate) fn one_has_interval(of: &FamilyOf) -> String {
        format!("Only one of {} trusts has a figure with an interval", whose(of))
    }

    pub(crate) fn room_for_all(of: &FamilyOf, trusts: usize) -> String {
        let all = all_of(of, trusts);
        format!("{all} are in its top ten, because there are no more than ten")
    }

    /// "could be 1st to 7th": the ranks that chance allows; `None` if these are one.
    pub(crate) fn range_in_words(low: u32, high: u32) -> Option<String> {
        let [from, to] = [low, high].map(|rank| ordinal(rank as usize));
        (low < high).then(|| format!("could be {from} to {to}"))
    }

    pub(crate) fn all_could_be(of: &FamilyOf, trusts: usize) -> String {
        format!("{} could be in its top ten", all_of(of, trusts))
    }

    pub(crate) fn some_could_be(of: &FamilyOf, could: usize, trusts: usize) -> String {
        format!(
            "{} of {} {} could be in its top ten",
            grouped(could),
            whose(of),
            counted(trusts, "trust")
        )
    }

    /// "Both of London's trusts", "All 28 of the South West's trusts".
    fn all_of(of: &FamilyOf, trusts: usize) -> String {
        let whose = whose(of);
        match trusts {
            2 => format!("Both of {whose} trusts"),
            _ => format!("All {} of {whose} trusts", grouped(trusts)),
        }
    }

    /// `example` is what is said of one top ten.
    pub(crate) fn clear(example: &str) -> String {
        format!("Top tens are clear: {}", with_small(example))
    }

    pub(crate) fn not_certain(example: &str) -> String {
        format!("Top tens are not certain: {}", with_small(example))
    }

    pub(crate) fn noise(example: &str) -> String {
        format!("Top tens are mostly noise: {}", with_small(example))
    }

    /// `noise` is the number of regions with uncertain top tens.
    pub(crate) fn noise_in(noise: usize, regions: usize) -> String {
        format!(
            "Top tens are mostly noise: in {noise} of {regions} regions, at least half of the trusts ranked lower could be in \
         them"
        )
    }

    /// The number of trusts that rank tenth or better, and of those that could.
    pub(crate) fn in_all(regions: usize, ranked: usize, could: usize, all: usize) -> String {
        format!(
            "In {}, {} rank tenth or better, and {} of {} could",
            counted(regions, "region"),
            counted(ranked, "trust"),
            grouped(could),
            grouped(all)
        )
    }

    /// `meaning` is what "could be in the top ten" says.
    pub(crate) const EACH_TOP_TEN: &str = "How many trusts could be in each top ten";

    pub(crate) const WITH_INTERVAL: &str = "Trusts with an interval";

    pub(crate) const RANKED_IN_TOP_TEN: &str = "Ranked tenth or better";

    /// The column heading for how many could be in the top ten.
    pub(crate) fn could_be(level: &str) -> String {
        format!("Could be in top ten, at {level}")
    }

    pub(crate) const WITHOUT_INTERVAL: &str = "Without an interval";
}

/// The coverage of the country.
pub(crate) mod coverage {
    pub(crate) use records::model::words::coverage::compared;

    use method::Analysis;
    use records::model::Coverage;
    use records::terms::counted;

    /// A sentence about regions, ranks or all trusts, with how many trusts are loaded where these are some and not the
    /// country's; before its full stop if it has one.
    pub(crate) fn of_loaded(of_part: Option<usize>, sentence: String) -> String {
        let Some(trusts) = of_part.filter(|trusts| *trusts > 0) else {
            return sentence;
        };
        match sentence.strip_suffix('.') {
            Some(words) => format!("{words} ({}).", loaded(trusts)),
            None => format!("{sentence} ({})", loaded(trusts)),
        }
    }

    /// [`of_loaded`] for an analysis.
    pub(crate) fn of_analysis(analysis: &Analysis, sentence: impl Into<String>) -> String {
        of_loaded(analysis.trusts_of_part(), sentence.into())
    }

    /// A sentence of its own.
    pub(crate) fn not_of_the_country(trusts: usize) -> String {
        format!("These are figures {}, not of the whole country.", loaded(trusts))
    }

    /// "of the 2 trusts loaded".
    fn loaded(trusts: usize) -> String {
        format!("of the {} loaded", counted(trusts, "trust"))
    }

    /// What files that cover a part of the country were compared with.
    pub(crate) fn part(files: &str, coverage: &Coverage) -> String {
        if coverage.is_chosen {
            return format!("{files} is treated as part of the country, as chosen");
        }
        format!("{files} covers part of the country: {}", compared(coverage))
    }

    /// The schools of files that cover the country.
    pub(crate) fn schools_of(files: &str) -> String {
        format!("{files} has its schools")
    }

    /// The note if none or too few of the trust's schools count.
    pub(crate) fn too_few_schools(part: &str) -> String {
        format!(
            "The trust\u{2019}s figures are as published. {part}, but too few of them count under the rules in force."
        )
    }

    /// The note in the methods paragraph if published trusts are in force and the school file covers part of the
    /// country.
    pub(crate) fn for_detail_alone(part: &str) -> String {
        format!(
            "{part}. The headline, ranks and regional figures are therefore those published for trusts. Its schools only add \
         detail on their trusts\u{2019} pages."
        )
    }

    /// The note for a trust whose schools only add detail, with the figure computed from them.
    pub(crate) fn schools_for_detail(part: &str, figure: Option<&str>) -> String {
        let figure = figure.map_or_else(String::new, |figure| {
            format!(" The figure computed from them here is {figure}.")
        });
        format!(
            "The trust\u{2019}s figures, ranks and region are as published. {part}. Its schools only add detail.{figure}"
        )
    }

    /// The note if the file has no school of the trust, or too few that count.
    pub(crate) fn no_school_for_detail(part: &str) -> String {
        format!("The trust\u{2019}s figures are as published. {part}. This trust is not among those it covers.")
    }

    /// The note if the schools are from the user's own file.
    pub(crate) fn own_schools(part: &str) -> String {
        format!(
            "The trust\u{2019}s figures, ranks and region are as published. {part}. Choose \u{201c}Computed from \
         schools\u{201d} to see figures from its schools."
        )
    }
}

/// Decisions about files that can be read in more than one way.
pub(crate) mod doubts {
    use records::terms::{counted, grouped, listed};
    use records::{DoubtKind, Reading};

    pub(crate) const READINGS: &str = "Readings in doubt";

    pub(crate) const FILE: &str = "File";

    pub(crate) const COLUMN: &str = "Column";

    pub(crate) const IN_DOUBT: &str = "In doubt";

    pub(crate) const READ_AS: &str = "Read as";

    pub(crate) const WHY: &str = "Why";

    pub(crate) const EVIDENCE: &str = "Evidence";

    pub(crate) const ROWS_AFFECTED: &str = "Rows affected";

    pub(crate) const OTHER_READINGS: &str = "Other readings";

    /// Instead of a column, where a decision is about the whole file.
    pub(crate) const ALL_COLUMNS: &str = "the whole file";

    /// How many columns, and how many decisions, a sentence names; the rest are counted.
    const NAMED: usize = 3;

    /// "line 3, share: “0.25”; line 4, share: “26%”", or the lines where no cell speaks for it.
    pub(crate) fn evidence(cells: &[String], lines: &[u64]) -> String {
        if !cells.is_empty() {
            return cells.join("; ");
        }
        let numbers: Vec<String> = lines.iter().map(u64::to_string).collect();
        let numbers: Vec<&str> = numbers.iter().map(String::as_str).collect();
        match lines.len() {
            0 => "the file itself does not settle it".to_owned(),
            1 => format!("line {}", listed(&numbers)),
            _ => format!("lines {}", listed(&numbers)),
        }
    }

    /// Some columns by name, the rest counted: "A, B, C and 4 more columns".
    pub(crate) fn columns(of: &[&str]) -> String {
        let rest = of.len().saturating_sub(NAMED);
        if rest == 0 {
            return listed(of);
        }
        let named: Vec<&str> = of.iter().take(NAMED).copied().collect();
        let more = if rest == 1 { "column" } else { "columns" };
        format!("{} and {} more {more}", named.join(", "), grouped(rest))
    }

    /// "whether the day or the month comes first in Joined date: month first (9/1/2015 is 1 September)".
    pub(crate) fn item(kind: DoubtKind, of: &[&str], assumed: Reading) -> String {
        let columns = if of.is_empty() {
            String::new()
        } else {
            format!(" in {}", columns(of))
        };
        format!("{}{columns}: {assumed}", kind.question())
    }

    /// The decisions about a file: assumed, chosen by the user, and settled by the file.
    pub(crate) fn in_short(file: &str, assumed: &[String], chosen: &[String], settled: &[String]) -> String {
        let mut sentences = Vec::new();
        if !assumed.is_empty() {
            let count = counted(assumed.len(), "reading");
            sentences.push(format!("{count} in doubt: {}.", some(assumed)));
        }
        if !chosen.is_empty() {
            sentences.push(format!("Read as you chose: {}.", some(chosen)));
        }
        if !settled.is_empty() {
            sentences.push(format!("Settled by the file itself: {}.", some(settled)));
        }
        format!("{file}: {}", sentences.join(" "))
    }

    fn some(items: &[String]) -> String {
        let rest = items.len().saturating_sub(NAMED);
        let named: Vec<&str> = items.iter().take(NAMED).map(String::as_str).collect();
        let named = named.join("; ");
        if rest == 0 {
            named
        } else {
            format!("{named}; and {} more", grouped(rest))
        }
    }
}

/// The finding in a sentence, and whether it holds under other rules.
pub(crate) mod finding {
    use method::{Claim, Counter, Rules};
    use records::terms::letters::with_capital;
    use records::terms::{Figure, Focus, Missing, counted, listed};

    /// Pupils of no one group.
    pub(crate) const PUPILS: &str = "pupils";

    pub(crate) fn only_above(region: &str, share: &str, pupils: &str, achievement: &str) -> String {
        format!(
            "{} is the only region where more than {share} of {pupils} {achievement}",
            with_capital(region)
        )
    }

    pub(crate) fn only_region(region: &str, figure: &str) -> String {
        format!("{} is the only region with a figure: {figure}", with_capital(region))
    }

    pub(crate) const NONE_ELIGIBLE: &str = "There are no eligible trusts under these rules";

    pub(crate) fn none_published(measure: &str) -> String {
        format!("No trust has a published figure for {measure}")
    }

    /// The figures are there, and not what schools weigh by: the numbers of pupils or their years in the trust.
    pub(crate) fn no_weight(measure: &str, focus: Focus, lacking: Missing) -> String {
        let of = match (lacking, focus) {
            (Missing::YearsNotKnown, _) => "the schools\u{2019} years in the trust",
            (_, Focus::Disadvantaged) => "the numbers of disadvantaged pupils",
            (_, Focus::Other) => "the numbers of other pupils",
            (_, Focus::All) => "the numbers of pupils",
            (_, Focus::Gap) => "the numbers of disadvantaged and other pupils",
        };
        format!("The school file has {measure} but not {of}, which are needed to weight schools")
    }

    /// The remedy.
    pub(crate) const WEIGH_ALIKE: &str = "Give every school the same weight on the Method page. Or read the file again and say which \
    column has the numbers, or the share of disadvantaged pupils.";

    pub(crate) fn no_regional_figure(measure: &str) -> String {
        format!("No regional figure can be worked out for {measure}: the file does not give each trust\u{2019}s pupils")
    }

    pub(crate) fn same_share(pupils: &str, achievement: &str) -> String {
        format!("The same share of {pupils} {achievement} in every region")
    }

    pub(crate) fn same_score(measure: &str, pupils: &str) -> String {
        format!("In {measure}, {pupils} score the same in every region")
    }

    pub(crate) fn largest_share(regions: &[&str], pupils: &str, achievement: &str) -> String {
        format!(
            "{} {} the largest share of {pupils} who {achievement}",
            with_capital(&listed(regions)),
            if regions.len() == 1 { "has" } else { "have" },
        )
    }

    /// At which end of the order the best regions score, and at which the last ones.
    pub(crate) fn scores(rules: &Rules, pupils: &str, best: &[&str], last: &[&str]) -> String {
        format!(
            "In {}, {pupils} score {} in {} and {} in {}",
            rules.measure.name(),
            best_word(rules),
            listed(best),
            last_word(rules),
            listed(last)
        )
    }

    pub(crate) const SAME_GAP: &str = "The gap is the same in every region";

    pub(crate) const NO_GAP: &str = "Other pupils do not do better than disadvantaged pupils in any region";

    pub(crate) fn gap_in_favour(best: &[&str], last: &[&str]) -> String {
        format!(
            "Disadvantaged pupils do better than others in {}; the gap is widest in {}",
            listed(best),
            listed(last)
        )
    }

    pub(crate) fn gaps(best: &[&str], last: &[&str]) -> String {
        format!("The gap is smallest in {} and widest in {}", listed(best), listed(last))
    }

    /// The remedy if no trust is eligible.
    pub(crate) const WHERE_REASONS_ARE: &str =
        "The Data page says why each trust is left out. The Method page has the rules.";

    /// The headline if trusts have figures but no file gives their regions.
    pub(crate) const NO_REGION_KNOWN: &str = "No region has a figure: the regions of these trusts are not known";

    /// The remedy.
    pub(crate) const RANKED_AMONG_ALL: &str =
        "The trusts are ranked in one list. Add the group links, or a column with their regions, to compare regions.";

    /// The remedy if there is no figure.
    pub(crate) const CHOOSE_ANOTHER: &str =
        "Choose another measure, group or regional figure, or add a file that has it.";

    pub(crate) fn in_each_region(figure: &str) -> String {
        format!("{figure} in each of them.")
    }

    pub(crate) fn rests_on(trusts: usize) -> String {
        let trusts = counted(trusts, "trust");
        format!("It is based on {trusts}. There are no other regions to compare it with.")
    }

    /// "37.2% in London against 24.0% across all trusts."
    pub(crate) fn best_against_all(figure: &str, regions: &[&str], all: &str) -> String {
        format!("{figure} in {} against {all} across all trusts.", listed(regions))
    }

    /// "The South West is lowest at 20.1%, then the South East at 21.8%."
    pub(crate) fn last(rules: &Rules, regions: &[&str], figure: &str, before: Option<(&[&str], &str)>) -> String {
        let mut words = format!(
            "{} {} {} at {figure}",
            with_capital(&listed(regions)),
            if regions.len() == 1 { "is" } else { "are" },
            last_word(rules)
        );
        if let Some((regions, figure)) = before {
            words.push_str(&format!(", then {} at {figure}", listed(regions)));
        }
        words.push('.');
        words
    }

    /// "South West lowest".
    #[must_use]
    pub fn claim_in_words(claim: Claim, rules: &Rules) -> String {
        match claim {
            Claim::OnlyAbove { region, share } => {
                format!("{} alone above {}", region.name(), share.words)
            }
            Claim::Best(region) => format!("{} {}", region.name(), best_word(rules)),
            Claim::Last(region) => format!("{} {}", region.name(), last_word(rules)),
        }
    }

    /// Under how many rules a claim holds; and the condition under which it does not, with what is true then.
    pub(crate) fn check(claim: &str, holds: usize, of: usize, broken_by: Option<(&str, String)>) -> String {
        let noun = if of == 1 { "rule" } else { "rules" };
        let mut words = format!("{claim}: holds under {holds} of {of} regional {noun}");
        if let Some((condition, counter)) = broken_by {
            words.push_str(&format!(". {condition}, {counter}"));
        }
        words
    }

    /// What follows "Weighted by pupils, ".
    pub(crate) fn counter_in_words(claim: Claim, counter: Counter, rules: &Rules) -> String {
        let focus = rules.focus;
        let (named, end) = match claim {
            Claim::OnlyAbove { region, .. } | Claim::Best(region) => (region, best_word(rules)),
            Claim::Last(region) => (region, last_word(rules)),
        };
        let named = named.in_sentence();
        match counter {
            Counter::Instead(region, figure, more) => {
                let regions = match more {
                    0 => format!("{} is", region.in_sentence()),
                    more => format!("{} and {more} more are", region.in_sentence()),
                };
                format!("{regions} {end} ({})", with_unit(figure, focus))
            }
            Counter::NoneAbove(own) => {
                let own = with_unit(own, focus);
                format!("none of the regions is{} ({named} has {own})", above(claim))
            }
            Counter::AlsoAbove(region, figure) => {
                let figure = with_unit(figure, focus);
                format!("{} is also{} ({figure})", region.in_sentence(), above(claim))
            }
            Counter::Shared(region) => {
                format!("{named} and {} are joint {end}", region.in_sentence())
            }
            Counter::NoFigure => "no regional figure can be worked out".to_owned(),
        }
    }

    /// " above a third", if the claim is about a share.
    fn above(claim: Claim) -> String {
        match claim {
            Claim::OnlyAbove { share, .. } => format!(" above {}", share.words),
            Claim::Best(_) | Claim::Last(_) => String::new(),
        }
    }

    pub(crate) const fn best_word(rules: &Rules) -> &'static str {
        if rules.focus.smaller_is_better() {
            "smallest"
        } else if rules.smaller_is_better() {
            "lowest"
        } else {
            "highest"
        }
    }

    pub(crate) const fn last_word(rules: &Rules) -> &'static str {
        if rules.focus.smaller_is_better() {
            "widest"
        } else if rules.smaller_is_better() {
            "highest"
        } else {
            "lowest"
        }
    }

    pub(crate) fn with_unit(figure: Figure, focus: Focus) -> String {
        match focus {
            Focus::Gap => figure.as_difference(),
            _ => figure.in_sentence(),
        }
    }
}

/// The funnel's texts. They say where trusts are and blame nobody.
pub(crate) mod funnel {
    use method::{Funnel, FunnelPoint, Limits, Rank};
    use records::terms::decimals::with_decimals;
    use records::terms::{Unit, counted, grouped};
    use stats::funnel::FunnelZone;

    /// A trust's position relative to the limits.
    pub(crate) const fn verdict(place: FunnelZone) -> &'static str {
        match place {
            FunnelZone::FarAbove => "above the upper 99.8% limit",
            FunnelZone::Above => "above the upper 95% limit",
            FunnelZone::Within => "within the limits",
            FunnelZone::Below => "below the lower 95% limit",
            FunnelZone::FarBelow => "below the lower 99.8% limit",
        }
    }

    pub(crate) fn title(funnel: &Funnel) -> String {
        let far = funnel.far_out();
        let trusts = counted(far.trusts, "trust");
        if far.outside() == 0 {
            return format!("None of {trusts} is outside the 99.8% limits");
        }
        let are = if far.outside() == 1 { "is" } else { "are" };
        let explained = match (far.is_more, funnel.limits()) {
            (true, Limits::OverDispersed) => "more than usual differences between trusts explain",
            (true, Limits::Normal | Limits::Exact) => "more than chance explains",
            (false, Limits::OverDispersed) => "no more than usual differences between trusts explain",
            (false, Limits::Normal | Limits::Exact) => "no more than chance explains",
        };
        format!(
            "{} of {trusts} {are} outside the 99.8% limits, {explained}",
            grouped(far.outside())
        )
    }

    /// `shown` is what the figures are, as a phrase.
    pub(crate) fn subtitle(shown: &str, funnel: &Funnel, highlighted: Option<&str>) -> String {
        let mut words = format!("Each dot is a trust: {shown}. Further right means more pupils.");
        if funnel.is_upper_bound {
            words.push_str(
                " The limits are slightly too narrow, because this file does not say how pupils are spread over schools \
             and years.",
            );
        }
        words.push_str(&format!(
            " The horizontal line is the figure of all these trusts\u{2019} pupils together, {}. {}",
            funnel.target.in_sentence(),
            match funnel.limits() {
                Limits::OverDispersed => "The limits allow for chance and for how much trusts usually differ.",
                Limits::Normal | Limits::Exact => "The limits allow for chance alone.",
            }
        ));
        if let Some(part) = highlighted {
            words.push_str(&format!(" Trusts in {part} are highlighted."));
        }
        words
    }

    /// How the limits and the numbers of pupils are worked out, for the table's caption.
    pub(crate) fn how_worked_out(funnel: &Funnel) -> String {
        let pupils = if funnel.is_upper_bound {
            "an upper bound of each trust\u{2019}s effective number"
        } else {
            "each trust\u{2019}s effective number"
        };
        format!("The number of pupils is {pupils}. {}", limits(funnel))
    }

    /// The kind of limits, with their parameters.
    fn limits(funnel: &Funnel) -> String {
        if let Some(sd) = funnel.pupil_sd() {
            let sd = with_decimals(sd, 2);
            let unit = match funnel.target.unit() {
                Unit::Grades => "grades",
                _ => "points",
            };
            return format!(
                "The 95% and 99.8% limits are normal, with a standard deviation of {sd} {unit} between pupils. Limits for \
             scores are this project\u{2019}s extension: funnels are made for shares."
            );
        }
        match (funnel.limits(), funnel.over_dispersion()) {
            (Limits::Exact, _) => "The 95% and 99.8% limits are exact binomial limits.".to_owned(),
            (_, Some(spread)) => format!(
                "The 95% and 99.8% limits are over-dispersed: lowest and highest tenth winsorised, phi {}, tau squared {}.",
                with_decimals(spread.ratio(), 2),
                with_decimals(spread.between(), 4)
            ),
            _ => "The 95% and 99.8% limits are normal.".to_owned(),
        }
    }

    /// How many trusts are in each zone, beside how many the limits are expected to leave outside.
    pub(crate) fn counts(funnel: &Funnel, counts: [usize; 5]) -> String {
        let far = funnel.far_out();
        let expected = with_decimals(far.expected, 1);
        let beside = match funnel.limits() {
            Limits::Normal | Limits::Exact => "By chance alone",
            Limits::OverDispersed => "If trusts differed as they usually do",
        };
        format!(
            "{} {beside}, about {expected} would be outside the 99.8% limits.",
            by_zone("Of", far.trusts, counts),
        )
    }

    /// How many trusts in a part of the country are in each zone.
    pub(crate) fn counts_of(part: &str, counts: [usize; 5]) -> String {
        by_zone(&format!("In {part}, of"), counts.iter().sum(), counts)
    }

    fn by_zone(of: &str, trusts: usize, counts: [usize; 5]) -> String {
        let [.., within, _, _] = counts;
        let are = if within == 1 { "is" } else { "are" };
        let [far_above, above, within, below, far_below] = counts.map(grouped);
        format!(
            "{of} {}, {within} {are} within the limits. Above them: {far_above} beyond the 99.8% limit and {above} more beyond \
         the 95% limit. Below them: {far_below} beyond the 99.8% limit and {below} more beyond the 95% limit.",
            counted(trusts, "trust")
        )
    }

    /// What being outside does not mean.
    pub(crate) fn caution(funnel: &Funnel) -> String {
        let rest = match (funnel.limits(), funnel.pupil_sd()) {
            (Limits::OverDispersed, _) => {
                "These limits allow for how much trusts usually differ. A trust outside them may differ by more than that in \
             intake and circumstances."
            }
            // Scores have no over-dispersed limits.
            (_, Some(_)) => {
                "Trusts differ in intake and circumstances, so more of them are outside than chance alone would explain."
            }
            (_, None) => {
                "Trusts differ in intake and circumstances, so more of them are outside than chance alone would explain. \
             Over-dispersed limits allow for that."
            }
        };
        format!("Being outside the limits does not say why. {rest}")
    }

    /// "2 trusts are above the upper 99.8% limit: One (60%, 120 effective pupils); …"
    pub(crate) fn far_out(is_above: bool, trusts: &[String]) -> String {
        let how_many = how_many_far_out(is_above, trusts.len());
        match trusts {
            [] => format!("{how_many}."),
            _ => format!("{how_many}: {}.", trusts.join("; ")),
        }
    }

    /// "2 trusts are above the upper 99.8% limit".
    pub(crate) fn how_many_far_out(is_above: bool, trusts: usize) -> String {
        let zone = if is_above {
            "above the upper 99.8% limit"
        } else {
            "below the lower 99.8% limit"
        };
        match trusts {
            0 => format!("There are no trusts {zone}"),
            1 => format!("1 trust is {zone}"),
            count => format!("{} are {zone}", counted(count, "trust")),
        }
    }

    /// The trust farthest outside the limits on one side.
    pub(crate) fn farthest(is_above: bool, trust: &str) -> String {
        let side = if is_above { "above" } else { "below" };
        format!("Farthest {side} the limits: {trust}.")
    }

    /// "at most 261 effective pupils".
    pub(crate) fn pupils(point: FunnelPoint, is_upper_bound: bool) -> String {
        let pupils = counted(point.effective_pupils.round() as usize, "effective pupil");
        if is_upper_bound {
            format!("at most {pupils}")
        } else {
            pupils
        }
    }

    pub(crate) fn rank((rank, all): (Rank, usize)) -> String {
        format!("{} in its region", rank.among(all))
    }

    pub(crate) const OMITTED: &str = "not shown";

    pub(crate) fn why_omitted(reason: &str) -> String {
        format!("not shown: {reason}")
    }

    pub(crate) fn omitted(trusts: usize) -> String {
        let are = if trusts == 1 { "is" } else { "are" };
        format!("{} {are} not shown.", counted(trusts, "trust"))
    }

    pub(crate) fn caption(subtitle: &str, funnel: &Funnel) -> String {
        let how = how_worked_out(funnel);
        format!("{subtitle} {how} The trusts farthest outside come first.")
    }

    pub(crate) const POSITION: &str = "Position";

    pub(crate) const INNER_FROM: &str = "95% limits from";

    pub(crate) const INNER_TO: &str = "95% limits to";

    pub(crate) const OUTER_FROM: &str = "99.8% limits from";

    pub(crate) const OUTER_TO: &str = "99.8% limits to";

    pub(crate) const ALL_TRUSTS: &str = "All trusts";

    /// The name of the horizontal line, with its figure.
    pub(crate) fn all_trusts_at(figure: &str) -> String {
        format!("All trusts {figure}")
    }

    /// The name of the limit of a level.
    pub(crate) fn limit(level: &str) -> String {
        format!("{level} limit")
    }
}

/// The regional gap chart.
pub(crate) mod gap {
    use records::terms::{Figure, Measure, Unit, listed};

    use super::precision_words::PUPIL_SAMPLING_ONLY;

    /// The measure, the pupils and the regional rule.
    pub(crate) fn subtitle(measure: Measure, rule: &str) -> String {
        let (measure, rule) = (measure.description("pupils"), rule.to_ascii_lowercase());
        format!("{measure}: {rule}, by lead region")
    }

    pub(crate) fn caption(subtitle: &str, level: &str) -> String {
        format!("{subtitle}. {level} intervals: {PUPIL_SAMPLING_ONLY}.")
    }

    pub(crate) const DISADVANTAGED: &str = "Disadvantaged pupils";

    pub(crate) const OTHERS: &str = "Other pupils";

    /// The difference between these two.
    pub(crate) const BETWEEN: &str = "Gap";

    pub(crate) const WITH_BOTH: &str = "Trusts with both figures";

    /// The noun for the rows that it is ranked among.
    pub(crate) const GAP: &str = "gap";

    pub(crate) const NO_FIGURE: &str = "no figure";

    /// The unit for a column heading.
    pub(crate) const fn unit_name(unit: Unit) -> &'static str {
        match unit {
            Unit::Percent => "%",
            Unit::Points | Unit::AveragePoints | Unit::OwnPoints => "points",
            Unit::Grades => "grades",
        }
    }

    pub(crate) const NO_REGIONAL_GAP: &str =
        "No regional gap can be worked out: the file does not give each trust\u{2019}s pupils";

    pub(crate) const NONE_PUBLISHED: &str = "No region has published figures for both groups of pupils";

    pub(crate) fn only_gap(region: &str, gap: Figure) -> String {
        format!("The gap in {region} is {}", gap.as_difference())
    }

    pub(crate) fn same_gap(gap: Figure) -> String {
        format!("The gap is the same in every region, {}", gap.as_difference())
    }

    pub(crate) const NO_GAP: &str = "Other pupils do not do better than disadvantaged pupils in any region";

    /// The regions with the smallest gap and those with the widest.
    pub(crate) fn gaps((smallest, small): (&[&str], Figure), (widest, wide): (&[&str], Figure)) -> String {
        format!(
            "The gap is smallest in {}, {}, and widest in {}, {}",
            listed(smallest),
            small.as_difference(),
            listed(widest),
            wide.plain()
        )
    }
}

/// A row of the regional gap chart.
pub(crate) mod gap_row {
    use method::Pair;

    use super::precision_words::PUPIL_SAMPLING_ONLY;

    /// "gap 95% interval 17.0 to 20.6, pupil sampling only".
    pub(crate) fn gap(interval: &str) -> String {
        format!("gap {interval}, {PUPIL_SAMPLING_ONLY}")
    }

    pub(crate) fn row(name: &str, pair: Pair) -> String {
        format!(
            "{name}: disadvantaged pupils {}, other pupils {}, gap {}",
            pair.disadvantaged.in_sentence(),
            pair.other.in_sentence(),
            pair.gap.as_difference()
        )
    }

    /// The name of the row of all trusts: whole, where room is short, in a sentence.
    pub(crate) const ALL_TRUSTS: [&str; 3] = ["All trusts", "All trusts", "all trusts"];

    /// The name of England's schools: whole, where room is short, in a sentence.
    pub(crate) const ENGLAND: [&str; 3] = [
        "England\u{2019}s state schools",
        "England",
        "England\u{2019}s state-funded schools",
    ];

    /// The text instead of a number of trusts.
    pub(crate) const ALL_SCHOOLS: &str = "all schools";
}

/// The terms used for figures, with their meanings.
pub(crate) mod glossary {
    use crate::chart::Term;

    /// All explained terms.
    pub const TERMS: [Term; 16] = [
        Term {
            id: "disadvantaged",
            name: "Disadvantaged",
            in_text: &["disadvantaged"],
            meaning: "Pupils who had free school meals at any time in the last six years, are looked after by an authority, \
                  or were adopted from care. All others are called other pupils.",
        },
        Term {
            id: "gap",
            name: "Gap",
            in_text: &["gaps", "gap"],
            meaning: "The figure of other pupils minus that of disadvantaged pupils, in the same trust or region. It is not \
                  an index of individual pupils, because the files do not have them.",
        },
        Term {
            id: "trust",
            name: "Multi-academy trust",
            in_text: &["multi-academy trusts", "multi-academy trust"],
            meaning: "A charity that runs several academies. Here it has at least three that count, unless you choose \
                  another rule.",
        },
        Term {
            id: "eligible",
            name: "Eligible",
            in_text: &["eligible"],
            meaning: "A trust with enough schools that count: mainstream academies that have been in it for long enough and \
                  have results. The default is the Department\u{2019}s rule: three schools and three years.",
        },
        Term {
            id: "leadregion",
            name: "Lead region",
            in_text: &["lead region", "lead regions"],
            meaning: "The region in which a trust is counted: the one with most of its weight. Some of its schools may be \
                  elsewhere.",
        },
        Term {
            id: "weight",
            name: "Weight",
            in_text: &["weighted", "weight"],
            meaning: "How much a school counts in its trust\u{2019}s figure: its pupils in the group times its years in the \
                  trust, at most five.",
        },
        Term {
            id: "attainment8",
            name: "Attainment 8",
            in_text: &["attainment 8"],
            meaning: "A pupil\u{2019}s grades in eight subjects at the end of key stage 4, added up: 0 to 90 points.",
        },
        Term {
            id: "progress8",
            name: "Progress 8",
            in_text: &["progress 8"],
            meaning: "How many grades per subject a pupil\u{2019}s Attainment 8 is above or below that of pupils with equal \
                  results at the end of primary school. It is around 0 and can be negative.",
        },
        Term {
            id: "grade5",
            name: "Grade 5+ in English and maths",
            in_text: &["grade 5+ in english and maths", "grade 4+ in english and maths"],
            meaning: "The share of pupils with grade 5 (a strong pass) or better in both. Grade 4+ is the same with grade 4, \
                  a standard pass.",
        },
        Term {
            id: "ebacc",
            name: "EBacc",
            in_text: &["ebacc"],
            meaning: "The English Baccalaureate: English, maths, sciences, a language, and history or geography. Entry is \
                  the share of pupils entered for all of it. The average point score, 0 to 9, counts all pupils.",
        },
        Term {
            id: "suppressed",
            name: "Suppressed",
            in_text: &["suppressed"],
            meaning: "A figure that the Department does not publish, because it covers so few pupils that they might be \
                  identified. It is missing, not zero.",
        },
        Term {
            id: "interval",
            name: "Interval",
            in_text: &["intervals", "interval"],
            meaning: "The range of figures that other pupils of the same kind could well have had. About 95 of a hundred 95% \
                  intervals contain the value behind the figure. It covers chance only, not differences in intake.",
        },
        Term {
            id: "effective",
            name: "Effective size",
            in_text: &["effective pupils", "effective number", "effective size"],
            meaning: "The number of equally weighted pupils that would give an equally precise figure. Unequal weights make it \
                  smaller than the number of pupils.",
        },
        Term {
            id: "distinguishable",
            name: "Distinguishable",
            in_text: &["distinguishable", "told apart"],
            meaning: "Two figures are distinguishable if they differ by more than chance explains, at the chosen level and \
                  allowing for all pairs on the screen. Not distinguishable does not mean equal.",
        },
        Term {
            id: "topten",
            name: "Top ten",
            in_text: &["top tens", "top ten"],
            meaning: "All trusts in a region that rank tenth or better. Trusts that tie share the better rank, so there can \
                  be more than ten.",
        },
        Term {
            id: "shrunken",
            name: "Shrunken",
            in_text: &["shrunken"],
            meaning: "Moved towards the mean of its region. The fewer pupils a figure covers, the further it moves.",
        },
    ];
}

/// Column headings that several tables share.
pub(crate) mod heads {
    pub(crate) const TRUST: &str = "Trust";

    pub(crate) const UID: &str = "UID";

    pub(crate) const SCHOOL: &str = "School";

    pub(crate) const URN: &str = "URN";

    pub(crate) const REGION: &str = "Region";

    pub(crate) const LEAD_REGION: &str = "Lead region";

    pub(crate) const MEASURE: &str = "Measure";

    pub(crate) const PUPILS: &str = "Pupils";

    pub(crate) const FIGURE: &str = "Figure";

    pub(crate) const DIFFERENCE: &str = "Difference";

    pub(crate) const STANDARD_DEVIATION: &str = "Standard deviation";

    pub(crate) const YEARS_IN_TRUST: &str = "Years in the trust";

    pub(crate) const WEIGHT: &str = "Weight";

    pub(crate) const RANK: &str = "Rank";

    pub(crate) const RANK_IN_REGION: &str = "Rank in region";

    pub(crate) const RANK_IN_ENGLAND: &str = "Rank in England";

    pub(crate) const ELIGIBLE_TRUSTS: &str = "Eligible trusts";

    pub(crate) const ALL_ELIGIBLE_TRUSTS: &str = "All eligible trusts";

    pub(crate) const SCHOOLS_THAT_COUNT: &str = "Schools that count";

    pub(crate) const DISTINGUISHABLE: &str = "Distinguishable";

    pub(crate) const REASON: &str = "Reason";
}

/// Trusts and schools that are left out, and why.
pub(crate) mod left_out {
    use method::{Level, Reason};
    use records::model::Basis;
    use records::terms::Missing;

    /// Why an eligible trust has no figure.
    pub(crate) fn no_figure(basis: Basis, reason: Missing) -> String {
        let figure = match basis {
            Basis::Published => "no published figure",
            Basis::Computed => "no figure",
        };
        format!("{figure}: {}", reason.reason())
    }

    pub(crate) fn not_eligible(reason: &Reason) -> String {
        format!("not eligible: {reason}")
    }

    pub(crate) const TRUSTS: &str = "Trusts left out, and why";

    /// The column headings for trusts left out.
    pub(crate) const SCHOOLS: &str = "Schools that do not count, and why";

    pub(crate) const WITHOUT_VALUE: &str = "Schools that count but have no value of this measure";

    pub(crate) const BY_REASON: &str = "What is left out, by reason";

    /// The heading of the column of [`level`].
    pub(crate) const LEVEL: &str = "Trusts or schools";

    pub(crate) const HOW_MANY: &str = "How many";

    pub(crate) const fn level(of: Level) -> &'static str {
        match of {
            Level::Trust => "trusts",
            Level::School => "schools",
        }
    }
}

/// Two trusts of a family: distinguishable or not.
pub(crate) mod pair {
    use records::terms::counted;

    use super::compared::apart;

    /// The two trusts with their figures, the family that they are of, and their difference with its unit and its
    /// interval.
    pub(crate) fn pair(
        [one, two]: [&str; 2],
        is_distinguishable: bool,
        (level, family): (&str, &str),
        (difference, unit): (&str, &str),
        [low, high]: [&str; 2],
    ) -> String {
        let apart = apart(is_distinguishable);
        format!(
            "{one} and {two}: {apart} at {level} among {family}. The difference is {difference} {unit} (from {low} to {high})"
        )
    }

    pub(crate) fn chosen_trusts(count: usize) -> String {
        format!("the {}", counted(count, "chosen trust"))
    }

    /// "the South West's 28 trusts".
    pub(crate) fn trusts_of(whose: &str, count: usize) -> String {
        format!("{whose} {}", counted(count, "trust"))
    }
}

/// A part of the country.
pub(crate) mod part {
    use crate::chart::PartOf;

    impl PartOf {
        /// "region" or "area".
        pub(crate) const fn kind(&self) -> &'static str {
            match self {
                Self::Region(_) => "region",
                Self::Area(..) => "area",
            }
        }
    }
}

/// The figure of a part of the country in a sentence.
pub(crate) mod part_words {
    use method::Scope;
    use records::terms::counted;

    use super::precision_words::PUPIL_SAMPLING_ONLY;

    /// The name of a part of the country in a heading.
    #[must_use]
    pub fn part_name(scope: Scope<'_>) -> &str {
        match scope {
            Scope::All => "All of England",
            Scope::Region(region) => region.name(),
            Scope::Area(area) => &area.name,
        }
    }

    /// The name in a sentence.
    pub(crate) fn in_sentence(scope: Scope<'_>) -> &str {
        match scope {
            Scope::All => "England",
            Scope::Region(region) => region.in_sentence(),
            Scope::Area(area) => &area.name,
        }
    }

    pub(crate) fn without_figure(part: &str, eligible: usize) -> String {
        format!("{part}: no figure, {}", counted(eligible, "eligible trust"))
    }

    /// With the level and the bounds of its interval, where it has one.
    pub(crate) fn with_figure(part: &str, figure: &str, interval: Option<(String, String)>, eligible: usize) -> String {
        let interval = interval.map(|(level, bounds)| format!(" ({level} interval {bounds}, {PUPIL_SAMPLING_ONLY})"));
        format!(
            "{part}: {figure}{}, {}",
            interval.unwrap_or_default(),
            counted(eligible, "eligible trust")
        )
    }
}

/// The basis and meaning of intervals, in plain words.
pub(crate) mod precision_words {
    use method::{Analysis, IntervalBasis, IntervalChoices, RankKind};
    use records::model::Basis;
    use records::terms::{Unit, counted};

    use crate::chart::{in_short, level_in_words};

    /// The note beside the interval of a regional figure.
    pub(crate) const PUPIL_SAMPLING_ONLY: &str = "pupil sampling only";

    /// The column heading for effective numbers of pupils.
    pub(crate) const fn effective_pupils(is_upper_bound: bool) -> &'static str {
        if is_upper_bound {
            "Effective pupils, at most"
        } else {
            "Effective pupils"
        }
    }

    pub(crate) const NO_FIGURES: &str = "No intervals: no trust has a figure.";

    /// The basis of the intervals, and the number of trusts with a figure but no interval.
    pub(crate) fn intervals(analysis: &Analysis, without: usize) -> String {
        let mut words = format!(
            "{} intervals {}.",
            level_in_words(analysis.level()),
            basis_in_words(analysis)
        );
        if analysis.rules.focus.group().is_none() {
            words.push_str(" The interval of a gap combines the errors of both groups.");
        }
        if analysis.intervals.is_upper_bound {
            words.push_str(
            " The true intervals are wider, because a trust file does not say how pupils are spread over schools and years.",
        );
        }
        if without > 0 {
            let have = if without == 1 { "has" } else { "have" };
            let trusts = counted(without, "trust");
            words.push_str(&format!(" {trusts} with a figure {have} no interval."));
        }
        words
    }

    /// What follows "95% intervals".
    fn basis_in_words(analysis: &Analysis) -> String {
        let pupils = match analysis.basis {
            Basis::Published => "each trust\u{2019}s pupils",
            Basis::Computed => "each trust\u{2019}s effective number of pupils",
        };
        match analysis.intervals.ground {
            IntervalBasis::Pupils => {
                format!("are worked out by Wilson\u{2019}s formula from {pupils}")
            }
            IntervalBasis::Published => {
                "are those published with Progress 8, made wider or narrower for a level other than \
                                         95%. Where a trust has none, it is estimated from its number of pupils"
                    .to_owned()
            }
            IntervalBasis::ProgressSpread(sd) => format!(
                "are worked out from {pupils}. The standard deviation of pupils\u{2019} scores is taken from published \
                 intervals, {} grades",
                in_short(sd)
            ),
            IntervalBasis::Assumed(sd) => format!(
                "are worked out from {pupils}. They assume a standard deviation of {} points between pupils\u{2019} scores: \
                 this project\u{2019}s assumption, which you can change",
                in_short(sd)
            ),
            IntervalBasis::Nothing => "are not available".to_owned(),
        }
    }

    pub(crate) fn why_none(analysis: &Analysis, ground: IntervalBasis) -> String {
        let measure = analysis.rules.measure;
        let reason = match (ground, measure.unit()) {
            (IntervalBasis::Nothing, Unit::Grades) => {
                "the files publish none for Progress 8, so it is not known how much pupils\u{2019} scores differ"
            }
            (IntervalBasis::Nothing, _) => "it is not known how much pupils\u{2019} scores in this measure differ",
            _ => "the files do not say how many pupils each trust\u{2019}s figure covers",
        };
        format!("No intervals: {reason}.")
    }

    /// What the intervals of regional figures are, and what they leave out.
    pub(crate) fn of_regions(level: &str) -> String {
        format!(
            "{level} intervals of regional figures: {PUPIL_SAMPLING_ONLY}. They take the trusts as given and say \
         nothing about which schools are in trusts."
        )
    }

    /// What the range of a trust's rank says, by level and kind.
    ///
    /// ```
    /// use show::chart::ranks_in_words;
    /// use method::IntervalChoices;
    /// assert_eq!(
    ///     ranks_in_words(&IntervalChoices::default()),
    ///     "For any one trust you pick beforehand, the range contains its true rank with 95% confidence."
    /// );
    /// ```
    #[must_use]
    pub fn ranks_in_words(interval_choices: &IntervalChoices) -> String {
        let level = level_in_words(interval_choices.level);
        match interval_choices.kind {
            RankKind::Marginal => format!(
                "For any one trust you pick beforehand, the range contains its true rank with {level} confidence."
            ),
            RankKind::Simultaneous => {
                format!("All ranges in the list hold at once with {level} confidence, whichever trusts you look at.")
            }
        }
    }

    /// What "could be in the top ten" says, by level and kind.
    #[must_use]
    pub fn could_be_in_words(interval_choices: &IntervalChoices) -> String {
        let level = level_in_words(interval_choices.level);
        let scope = match interval_choices.kind {
            RankKind::Marginal => "for that trust alone",
            RankKind::Simultaneous => "for all trusts in the list at once",
        };
        format!(
            "A trust could be in the top ten if chance among pupils does not rule that out at {level} confidence, {scope}."
        )
    }
}

/// A trust's page as tables: its measures, and which school makes its figure.
pub(crate) mod profile {
    use records::terms::letters::with_capital;

    /// The focus of a row on the gap.
    pub(crate) const GAP: &str = "gap";

    pub(crate) const SECOND_GAP: &str = "gap to other pupils in all eligible trusts";

    pub(crate) const MEASURES: &str = "Every measure, compared with region and country";

    /// The column heading for the figures of a region's trusts.
    pub(crate) fn trusts_of(region: &str) -> String {
        format!("Trusts in {region}")
    }

    pub(crate) const STATE_FUNDED: &str = "England\u{2019}s state-funded schools";

    /// The column heading for ranks in a region.
    pub(crate) fn rank_in(region: &str) -> String {
        format!("Rank in {region}")
    }

    /// The column heading for the ranks in a region that cannot be ruled out.
    pub(crate) fn ranks_possible_in(region: &str) -> String {
        format!("Possible ranks in {region}")
    }

    pub(crate) const RANKS_POSSIBLE_IN_ENGLAND: &str = "Possible ranks in England";

    pub(crate) const REGION_NOT_KNOWN: &str = "not known";

    pub(crate) const SCHOOLS: &str = "What each school contributes to the figure";

    pub(crate) const TYPE: &str = "Type";

    /// The column heading for a school's number of pupils in a group.
    pub(crate) fn number_of(pupils: &str) -> String {
        with_capital(pupils)
    }

    pub(crate) const SHARE: &str = "Share of the trust\u{2019}s figure, %";
}

/// The ranks of a family.
pub(crate) mod rank_chart {
    use method::TrustRank;
    use records::grammar::in_order;
    use records::terms::{counted, grouped};

    /// "4 (1 to 11)".
    pub(crate) fn rank(of: TrustRank) -> String {
        format!("{} ({} to {})", of.rank, of.low, of.high)
    }

    /// A trust with its figure, its interval, its shrunken figure where the dots show those, and its rank, which others
    /// may share.
    pub(crate) fn row(
        [name, figure]: [&str; 2],
        interval: &str,
        shrunken: Option<&str>,
        (of, is_joint): (TrustRank, bool),
    ) -> String {
        let shrunken = shrunken.map_or_else(String::new, |figure| format!(", shrunken {figure}"));
        let could = if of.could_be_top_ten { "could" } else { "could not" };
        let possible = if of.low == of.high {
            "no other rank possible".to_owned()
        } else {
            format!("ranks {} to {} possible", of.low, of.high)
        };
        format!(
            "{name}: {figure} ({interval}){shrunken}, {} ({possible}), {could} be in the top ten",
            in_order(of.rank as usize, is_joint)
        )
    }

    /// `shown` is what the figures are, as a phrase.
    pub(crate) fn subtitle(shown: &str, level: &str, is_shrunken: bool) -> String {
        let dot = if is_shrunken {
            "The large dot is the figure moved towards the mean, the small ring the figure itself and the line its"
        } else {
            "The dot is the figure and the line its"
        };
        format!(
            "Each row is a trust: {shown}. {dot} {level} interval. The rank follows, with the ranks that cannot be ruled out \
         in brackets. Trusts with a filled dot could be in the top ten. Those with a ring could not."
        )
    }

    /// What follows what is said of any one trust that is picked beforehand.
    pub(crate) const NOT_IF_PICKED_BY_PLACE: &str =
        "This does not apply to a trust you picked because of where it is in the list.";

    pub(crate) fn without_interval(trusts: usize) -> String {
        let are = if trusts == 1 { "is" } else { "are" };
        let trusts = counted(trusts, "trust");
        format!("{trusts} with a figure but without an interval {are} left out.")
    }

    pub(crate) fn first(row: &str) -> String {
        format!("First: {row}.")
    }

    pub(crate) fn last(row: &str) -> String {
        format!("Last: {row}.")
    }

    pub(crate) fn in_table_alone(trusts: usize) -> String {
        format!("The table has {} more.", grouped(trusts))
    }

    /// The heading of the column of the best rank that cannot be ruled out.
    pub(crate) const BEST_POSSIBLE_RANK: &str = "Best possible rank";

    pub(crate) const WORST_POSSIBLE_RANK: &str = "Worst possible rank";

    pub(crate) fn shrunken(figure: &str) -> String {
        format!("Shrunken: {figure}")
    }

    pub(crate) const COULD_BE_TOP_TEN: &str = "Could be in the top ten";

    pub(crate) const NOT_COUNTED: &str = "not counted";

    pub(crate) const NOT_SHRUNKEN: &str = "not shrunken";

    pub(crate) const fn yes_or_no(is_so: bool) -> &'static str {
        if is_so { "yes" } else { "no" }
    }

    /// The heading of the ranks beside the rows.
    pub(crate) const RANK: &str = "Rank";

    /// The note below the rows of a picture that does not show all trusts.
    pub(crate) fn more_in_table(trusts: usize) -> String {
        format!("{} in the table", counted(trusts, "more trust"))
    }

    pub(crate) const TOP_TEN_ABOVE: &str = "Top ten above";
}

/// The ranks that each trust of a region takes under every combination of rules.
pub(crate) mod rank_range {
    use super::possessive;
    use method::Rank;
    use records::terms::counted;
    use records::terms::letters::with_capital;

    /// A trust: its rank under the rules in force, and its ranks under all.
    pub(crate) fn row(name: &str, now: Option<Rank>, ranks: &str) -> String {
        let now = now.map_or_else(|| "no rank".to_owned(), Rank::in_words);
        format!("{name}: {now} under the rules in force. {ranks}")
    }

    pub(crate) fn subtitle(region: &str) -> String {
        format!(
            "Ranks of trusts in {region} under every combination of rules in which they are eligible. Each line runs from a \
         trust\u{2019}s best rank to its worst. The dot is its rank under the rules in force. The vertical line marks the \
         tenth rank."
        )
    }

    pub(crate) fn none_can_be_ranked(region: &str) -> String {
        format!("No trusts in {region} can be ranked under other rules")
    }

    /// How many trusts are in a region's top ten whatever the rules, and how many more at times.
    pub(crate) fn title(region: &str, always: usize, at_times: usize) -> String {
        match (always, at_times) {
            (0, 0) => format!("No trusts in {region} have a rank"),
            (_, 0) => format!("The rules make no difference to {} top ten", possessive(region)),
            (0, _) => format!(
                "{} top ten depends on the rules: {} in it under some rules, none under every rule",
                with_capital(&possessive(region)),
                are(at_times)
            ),
            _ => format!(
                "{} in {} top ten under every rule, and {at_times} more {} under some rules",
                are(always),
                possessive(region),
                if at_times == 1 { "is" } else { "are" }
            ),
        }
    }

    /// "1 trust is", "8 trusts are".
    fn are(count: usize) -> String {
        let verb = if count == 1 { "is" } else { "are" };
        format!("{} {verb}", counted(count, "trust"))
    }

    pub(crate) fn best_to_worst(name: &str, best: Rank, worst: Rank) -> String {
        if best == worst {
            return format!("{name}: {}.", best.in_words());
        }
        format!("{name}: {best} to {worst}.")
    }

    pub(crate) fn without_figure(trusts: usize) -> String {
        let have = if trusts == 1 { "has" } else { "have" };
        format!("{} {have} no figure under any combination.", counted(trusts, "trust"))
    }

    pub(crate) fn figure_now(figure: &str) -> String {
        format!("its figure under the rules in force is {figure}")
    }
}

/// A part of the country: its figure under each rule, and its schools inside and outside of trusts.
pub(crate) mod region {
    use method::{Level, Rank};
    use records::terms::letters::with_capital;
    use records::terms::{Figure, counted, grouped};

    pub(crate) fn in_force(rule: &str) -> String {
        format!("{rule} (in force)")
    }

    pub(crate) const NO_RANK: &str = "no rank";

    pub(crate) const EACH_RULE: &str = "Its figure under each regional rule";

    pub(crate) const REGIONAL_FIGURE: &str = "Regional figure";

    /// The column heading for ranks; an area's is the one that it would have.
    pub(crate) const fn rank_among(is_area: bool) -> &'static str {
        if is_area {
            "Rank it would have among the regions"
        } else {
            "Rank among the regions"
        }
    }

    pub(crate) const REGIONS_WITH_FIGURE: &str = "Regions with a figure";

    /// The rank of a part of the country among the regions, and its distance from all trusts together.
    pub(crate) fn standing(is_area: bool, rank: Rank, regions: usize, difference: Option<Figure>) -> String {
        let mut words = if is_area {
            let regions = counted(regions, "region");
            format!("Among the {regions} with a figure it would be {}", rank.in_words())
        } else {
            let noun = if regions == 1 { "region" } else { "regions" };
            let rank = with_capital(&rank.among(regions));
            format!("{rank} {noun} with a figure")
        };
        if let Some(difference) = difference {
            words.push_str(&beside_all(difference));
        }
        words
    }

    fn beside_all(difference: Figure) -> String {
        let side = match difference.steps() {
            0 => return ", the same as all trusts together".to_owned(),
            1.. => "above",
            _ => "below",
        };
        let size = Figure::new(difference.number().abs(), difference.unit());
        let size = size.map_or_else(String::new, Figure::as_difference);
        format!(", {size} {side} all trusts together")
    }

    pub(crate) const NO_FIGURE: &str = "no figure";

    /// The figure and the number of schools of either side.
    pub(crate) fn inside_and_outside(
        part: &str,
        (inside, inside_schools): (&str, usize),
        (outside, outside_schools): (&str, usize),
    ) -> String {
        format!(
            "In {part}, schools in eligible trusts have {inside} ({}) and other state-funded mainstream schools have {outside} \
         ({})",
            counted(inside_schools, "school"),
            counted(outside_schools, "school")
        )
    }

    /// The caption of the comparison.
    pub(crate) const INSIDE_AND_OUTSIDE: &str =
        "State-funded mainstream schools here, inside and outside eligible trusts";

    /// How they are compared, and that the figures do not say why they differ.
    pub(crate) fn how_compared(pupils: &str) -> String {
        format!(
            "Schools count where they are. Both figures are weighted by {pupils} and not by years in a trust, to be \
             comparable. Intake and context differ, and the figures do not say why."
        )
    }

    pub(crate) const SCHOOLS: &str = "Schools";

    pub(crate) const WITH_FIGURE: &str = "Schools with a figure";

    pub(crate) const WITHOUT_FIGURE: &str = "Schools without a figure";

    /// The column heading for how many pupils a figure rests on.
    pub(crate) fn pupils_behind(pupils: &str) -> String {
        format!("Pupils behind it: {pupils}")
    }

    pub(crate) const INSIDE: &str = "In eligible trusts";

    pub(crate) const OUTSIDE: &str = "Outside eligible trusts";

    pub(crate) const fn level(of: Level) -> &'static str {
        match of {
            Level::Trust => "trust",
            Level::School => "school",
        }
    }

    pub(crate) fn left_out(part: &str) -> String {
        format!("What is left out in {part}, and why")
    }

    pub(crate) const NAME: &str = "Name";

    pub(crate) const WHAT: &str = "What";

    pub(crate) const UID_OR_URN: &str = "UID or URN";

    pub(crate) fn range(range: &str, (lowest, low): (&str, &str), (highest, high): (&str, &str)) -> String {
        format!("{range} from {lowest} ({low}) to {highest} ({high})")
    }

    /// Trusts that share one figure.
    pub(crate) fn alike(trusts: usize, figure: &str) -> String {
        match trusts {
            2 => format!("both have {figure}"),
            _ => format!("all {} have {figure}", grouped(trusts)),
        }
    }
}

/// Figures adjusted for context.
pub(crate) mod adjusted {
    use method::words::adjusted::{WHAT_ADJUSTING_CANNOT_DO, parts_in_sentence};
    use method::{AdjustPart, AdjustParts, Adjustment, PartNotUsed, Rank, RegionRank};
    use records::grammar::ordinal;
    use records::terms::decimals::with_decimals;
    use records::terms::letters::with_capital;
    use records::terms::{Figure, grouped};

    use super::could_be::range_in_words;

    pub(crate) const REGION: &str = "Region";

    pub(crate) const BEFORE: &str = "Unadjusted";

    pub(crate) const RANK_BEFORE: &str = "Unadjusted rank";

    pub(crate) const ADJUSTED: &str = "Adjusted for context";

    pub(crate) const EXPECTED: &str = "Trusts with such an intake";

    pub(crate) const DIFFERENCE: &str = "Difference";

    pub(crate) const LOW: &str = "From";

    pub(crate) const HIGH: &str = "To";

    pub(crate) const WIDER_LOW: &str = "From, with other trusts";

    pub(crate) const WIDER_HIGH: &str = "To, with other trusts";

    pub(crate) const RANK: &str = "Rank adjusted";

    pub(crate) const RANK_IN_REGION: &str = "Rank adjusted, in the region";

    pub(crate) const BEST: &str = "Could be at best";

    pub(crate) const NO_REGION: &str = "No region has an adjusted figure";

    pub(crate) const HOLDS_IN_CHOICES: &str = "Holds in choices of context";

    pub(crate) const CHOICES: &str = "Choices of context";

    pub(crate) const HOLDS_IN: &str = "Holds in combinations with rules";

    pub(crate) const COMBINATIONS: &str = "Combinations with rules";

    pub(crate) const BROKEN_ALONE_BY: &str = "Broken by counting this alone";

    pub(crate) const NEVER_WITH: &str = "Never holds once this is counted";

    pub(crate) const NOTHING: &str = "nothing";

    pub(crate) const HEADLINES_CAPTION: &str = "Headlines under every choice of context";

    pub(crate) fn trusts_in_contexts_caption(region: Option<&str>) -> String {
        let whose = region.map_or_else(String::new, |region| format!(" of {region}"));
        format!("Trusts{whose} under every choice of context and every rule")
    }

    pub(crate) const WORST: &str = "Could be at worst";

    pub(crate) fn regions_caption(level: &str) -> String {
        format!(
            "Regions unadjusted and adjusted for context. The {level} intervals count the sampling of pupils alone, and \
            then which trusts there are, too"
        )
    }

    pub(crate) fn trusts_caption(region: Option<&str>, level: &str) -> String {
        let whose = region.map_or_else(String::new, |region| format!(" of {region}"));
        format!("Trusts{whose} unadjusted and adjusted for context, with {level} intervals of the difference")
    }

    pub(crate) fn adjusted_for(adjustment: &Adjustment) -> String {
        let (count, units) = (grouped(adjustment.count), adjustment.units.several());
        let parts = parts_in_sentence(adjustment.used);
        format!("Adjusted for {parts}, over {count} {units}.")
    }

    pub(crate) fn explained(share: f64, adjustment: &Adjustment) -> String {
        let percent = with_decimals(share * 100.0, 0);
        let units = adjustment.units.several();
        format!("That explains {percent}% of the differences between {units} that are more than chance.")
    }

    pub(crate) fn part_not_used(part: AdjustPart, reason: PartNotUsed) -> String {
        format!(
            "{} is not counted: {}.",
            with_capital(part.in_sentence()),
            reason.reason()
        )
    }

    pub(crate) const fn what_adjusting_cannot_do() -> [&'static str; 3] {
        WHAT_ADJUSTING_CANNOT_DO
    }

    /// A region unadjusted and adjusted.
    pub(crate) fn region(
        region: &str,
        (before, rank_before, count): (&str, usize, usize),
        (adjusted, rank): (&str, RegionRank),
    ) -> String {
        let at = ordinal(rank.rank as usize);
        let could_be = range_in_words(rank.low, rank.high).map_or_else(String::new, |range| format!(", and {range}"));
        format!(
            "{} has {before} unadjusted: {} of {count} regions. Adjusted for context it has {adjusted}: it is {at}{could_be}.",
            with_capital(region),
            ordinal(rank_before)
        )
    }

    /// The places of a region whatever is adjusted for.
    pub(crate) fn places(region: &str, (best, worst): (usize, usize), of: usize) -> String {
        if best == worst {
            return format!(
                "Whatever is adjusted for, {region} is {} of {of} regions.",
                ordinal(best)
            );
        }
        format!(
            "Depending on what is adjusted for, {region} is anywhere from {} to {} of {of} regions.",
            ordinal(worst),
            ordinal(best)
        )
    }

    /// A trust beside others with such an intake.
    pub(crate) fn trust(
        name: &str,
        [expected, before]: [&str; 2],
        difference: Figure,
        ends: Option<[String; 2]>,
    ) -> String {
        let between = ends.map_or_else(String::new, |[low, high]| format!(" (from {low} to {high})"));
        format!(
            "Trusts with such an intake have {expected} on average. {name} has {before}: a difference of {}{between}.",
            difference.as_difference()
        )
    }

    /// A difference: "8.0 percentage points more".
    pub(crate) fn difference(of: Figure) -> String {
        let more = if of.number() < 0.0 { "less" } else { "more" };
        format!("{} {more}", of.magnitude().as_difference())
    }

    /// A trust's ranks: "As it is, it is 13th of 212. Adjusted for context it has 32.0% and is 14th of 212.".
    pub(crate) fn trust_ranks([before, after]: [(Rank, usize); 2], adjusted: &str) -> String {
        let [before, after] = [before, after].map(|(rank, of)| rank.among(of));
        format!("Unadjusted, it is {before} trusts. Adjusted for context it has {adjusted} and is {after}.")
    }

    /// Which parts are counted where the user chose none.
    pub(crate) const ALL_PARTS: &str =
        "You have not chosen parts of the context on the Regions page, so every part in the files is used.";

    pub(crate) fn beside_trusts(name: &str, level: &str) -> String {
        format!("{name} beside trusts with such an intake, with {level} intervals")
    }

    pub(crate) const WHAT: &str = "What";

    pub(crate) const RANK_IN_ENGLAND: &str = "Rank";

    pub(crate) const OWN_RANK_IN_REGION: &str = "Rank in the region";

    /// How often a headline holds whatever is adjusted for.
    pub(crate) fn claim_holds(claim: &str, holds: usize, of: usize) -> String {
        let all = grouped(of);
        let combinations = "combinations of context and rules";
        match holds {
            0 => format!("{claim}: holds in none of {all} {combinations}."),
            holds if holds == of => format!("{claim}: holds in all {all} {combinations}."),
            holds => format!("{claim}: holds in {} of {all} {combinations}.", grouped(holds)),
        }
    }

    /// How often a headline holds under the rules in force.
    pub(crate) fn claim_in_choices(claim: &str, holds: usize, of: usize) -> String {
        match holds {
            0 => format!("{claim}: holds in none of {of} choices of context."),
            holds if holds == of => format!("{claim}: holds in all {of} choices of context."),
            holds => format!("{claim}: holds in {holds} of {of} choices of context."),
        }
    }

    /// Parts of which one is enough, in a sentence: "first language or prior attainment".
    fn one_of(parts: AdjustParts) -> String {
        parts_in_sentence(parts).replacen(" and ", " or ", if parts.len() > 1 { 1 } else { 0 })
    }

    pub(crate) fn never_with(parts: AdjustParts) -> String {
        format!("Not once {} is counted.", one_of(parts))
    }

    pub(crate) fn broken_by(parts: AdjustParts) -> String {
        format!("Counting {} alone breaks it.", one_of(parts))
    }
}

/// Regions' moves from their figures as they are to those adjusted for context.
pub(crate) mod moves {
    use method::RegionRank;
    use records::grammar::ordinal;
    use records::terms::letters::with_capital;

    /// "The South West is 9th of 9 unadjusted, and 2nd adjusted for context".
    pub(crate) fn title(region: &str, (before, of): (usize, usize), rank: RegionRank) -> String {
        let [before, after] = [before, rank.rank as usize].map(ordinal);
        let region = with_capital(region);
        if before == after {
            return format!("{region} is {before} of {of} both unadjusted and adjusted for context");
        }
        format!("{region} is {before} of {of} unadjusted, and {after} adjusted for context")
    }

    pub(crate) fn subtitle(figures: &str, parts: &str, level: &str) -> String {
        format!(
            "{figures}. From the hollow dot, unadjusted, to the full dot, adjusted for {parts}. Below them the {level} \
            intervals of the adjusted figure: thick from the sampling of pupils, thin as if other trusts could have been \
            there."
        )
    }

    /// The adjusted rank beside a row: "2nd (could be 1st to 7th)".
    pub(crate) fn rank(rank: RegionRank) -> String {
        format!("{}{}", ordinal(rank.rank as usize), could_be(rank))
    }

    fn could_be(rank: RegionRank) -> String {
        if rank.low == rank.high {
            return String::new();
        }
        let [low, high] = [rank.low, rank.high].map(|rank| ordinal(rank as usize));
        format!(" (could be {low} to {high})")
    }

    /// A region with its figure and rank, unadjusted and adjusted, and both intervals.
    pub(crate) fn row(
        name: &str,
        (before, rank_before): (&str, usize),
        (adjusted, rank): (&str, RegionRank),
        [inner, outer]: [[String; 2]; 2],
    ) -> String {
        let ([low, high], [widest_low, widest_high]) = (inner, outer);
        format!(
            "{name}: {before} unadjusted, {}; {adjusted} adjusted, {}{}; interval {low} to {high} from the sampling of \
            pupils, {widest_low} to {widest_high} with other trusts",
            ordinal(rank_before),
            ordinal(rank.rank as usize),
            could_be(rank)
        )
    }
}

/// Headlines and trusts' ranks under other rules.
pub(crate) mod robustness {
    use method::{Rank, TrustRobustness};
    use records::grammar::ordinal;
    use records::terms::decimals::with_decimals;
    use records::terms::{grouped, lead_region_in_sentence};

    use crate::chart::Caption;

    use super::coverage::of_loaded;

    /// The caution beside shares of combinations.
    pub const NO_JOINT_TEST: &str = "The shares count combinations of rules that give different numbers. They are not \
    probabilities, and they are not a joint test of significance (Simonsohn, Simmons and Nelson 2020; Steegen et \
    al. 2016).";

    /// Why trusts' ranks cannot be tested.
    pub(crate) const UNTESTABLE: &str = "Trusts\u{2019} ranks cannot be tested. Trust files give each trust\u{2019}s figure as \
    published, so only the regional figure can be worked out in another way. Trusts\u{2019} ranks do not depend on it. \
    Add school files and group links to test ranks.";

    /// How often a headline holds: "South West lowest: holds in 38 of 144 combinations of rules".
    pub(crate) fn claim_holds(claim: &str, holds: usize, of: usize) -> String {
        if of == 1 {
            // No other combination was tried.
            return format!("{claim}: the files allow only one combination of rules");
        }
        let all = grouped(of);
        match holds {
            0 => format!("{claim}: holds in none of {all} combinations of rules"),
            2 if of == 2 => format!("{claim}: holds in both combinations of rules"),
            holds if holds == of => format!("{claim}: holds in all {all} combinations of rules"),
            holds => format!("{claim}: holds in {} of {all} combinations of rules", grouped(holds)),
        }
    }

    /// A single choice that breaks a headline, and what is true then.
    pub(crate) fn broken_by(choice: &str, counter: &str) -> String {
        format!("It does not hold {choice}: then {counter}.")
    }

    /// Where schools that select by ability do not count.
    pub(crate) const WITHOUT_SELECTIVE: &str = "without selective schools";

    /// A headline that holds there.
    pub(crate) const HOLDS_WITHOUT_SELECTIVE: &str = "It also holds without selective schools.";

    pub(crate) const NOT_IN_FORCE: &str =
        "It does not hold under the rules in force, or under the nearest of those tried.";

    pub(crate) const SEVERAL_TOGETHER: &str = "No single choice breaks it, but several together do.";

    /// "It ranks 2nd to 9th in the South West (5th to 40th in England) under the 96 of 144 combinations in which it is
    /// eligible. It is in its region's top ten in 92% of these."
    #[must_use]
    pub fn trust_robustness_in_words(trust: &TrustRobustness) -> String {
        let region = lead_region_in_sentence(trust.region);
        let over = if trust.eligible == trust.of {
            format!("all {} combinations", grouped(trust.of))
        } else {
            format!(
                "the {} of {} combinations in which it is eligible",
                grouped(trust.eligible),
                grouped(trust.of)
            )
        };
        let (Some(regional), Some(england)) = (trust.regional, trust.england) else {
            let words = format!("It has no figure in {region} under {over}.");
            return of_loaded(trust.of_part, words);
        };
        let words = format!(
            "It ranks {} in {region} ({} in England) under {over}. It is in its region\u{2019}s top ten in {} of these.",
            ranks_in_words(regional),
            ranks_in_words(england),
            share_in_words(trust.top_ten_share)
        );
        of_loaded(trust.of_part, words)
    }

    fn ranks_in_words((best, worst): (Rank, Rank)) -> String {
        if best == worst {
            return best.in_words();
        }
        let [best, worst] = [best, worst].map(|rank| ordinal(rank.number() as usize));
        format!("{best} to {worst}")
    }

    /// A share of 0 to 1 in words, before "of these"; none or all only where it is just that.
    fn share_in_words(share: f64) -> String {
        let percent = with_decimals(share * 100.0, 0);
        match percent.as_str() {
            "0" if share > 0.0 => "less than 1%".to_owned(),
            "0" => "none".to_owned(),
            "100" if share < 1.0 => "more than 99%".to_owned(),
            "100" => "all".to_owned(),
            percent => format!("{percent}%"),
        }
    }

    /// What breaks a headline that does not hold as it is.
    pub(crate) const RULES_IN_FORCE: &str = "the rules in force";

    pub(crate) const NO_SINGLE_CHOICE: &str = "no single choice";

    pub(crate) fn headlines_caption(of_part: Option<usize>) -> Caption {
        let headlines = "Headlines under every combination of rules".to_owned();
        Caption::new(of_loaded(of_part, headlines), NO_JOINT_TEST)
    }

    pub(crate) const HEADLINE: &str = "Headline";

    pub(crate) const HOLDS_SHARE: &str = "Holds, % of combinations";

    pub(crate) const HOLDS_IN: &str = "Holds in";

    pub(crate) const COMBINATIONS: &str = "Combinations";

    pub(crate) const BROKEN_BY: &str = "Broken by";

    pub(crate) fn trusts_caption(region: Option<&str>, of_part: Option<usize>) -> Caption {
        let trusts = match region {
            Some(region) => format!("the trusts in {region}"),
            None => "trusts".to_owned(),
        };
        let ranks = format!("Ranks of {trusts} under every combination of rules");
        Caption::new(of_loaded(of_part, ranks), NO_JOINT_TEST)
    }

    pub(crate) const BEST_IN_REGION: &str = "Best rank in region";

    pub(crate) const WORST_IN_REGION: &str = "Worst rank in region";

    pub(crate) const BEST_IN_ENGLAND: &str = "Best rank in England";

    pub(crate) const WORST_IN_ENGLAND: &str = "Worst rank in England";

    pub(crate) const IN_TOP_TEN: &str = "In region\u{2019}s top ten, % of combinations in which eligible";

    pub(crate) const ELIGIBLE: &str = "Eligible, % of combinations";

    #[cfg(test)]
    mod tests {
        use method::competition_ranks;
        use records::terms::{Figure, Region, Unit};

        use super::*;

        #[test]
        fn a_trusts_ranks_and_shares_in_words() {
            let figures: Vec<Figure> = (0..40_u32)
                .filter_map(|number| Figure::new(f64::from(number), Unit::Percent))
                .collect();
            let ranks = competition_ranks(&figures, true);
            let mut trust = TrustRobustness {
                uid: "1".into(),
                name: "ONE".into(),
                region: Some(Region::SouthWest),
                england: Some((ranks[4], ranks[39])),
                regional: Some((ranks[1], ranks[8])),
                top_ten_share: 0.92,
                england_top_ten_share: 0.5,
                eligible: 96,
                of: 144,
                eligible_share: 96.0 / 144.0,
                of_part: None,
            };
            assert_eq!(
                trust_robustness_in_words(&trust),
                "It ranks 2nd to 9th in the South West (5th to 40th in England) under the 96 of 144 combinations in which \
             it is eligible. It is in its region\u{2019}s top ten in 92% of these."
            );
            trust.regional = Some((ranks[10], ranks[10]));
            trust.england = Some((ranks[20], ranks[22]));
            trust.eligible = 144;
            trust.top_ten_share = 0.0;
            assert_eq!(
                trust_robustness_in_words(&trust),
                "It ranks 11th in the South West (21st to 23rd in England) under all 144 combinations. It is in its \
             region\u{2019}s top ten in none of these."
            );
            trust.england = None;
            assert_eq!(
                trust_robustness_in_words(&trust),
                "It has no figure in the South West under all 144 combinations."
            );
            trust.of_part = Some(3);
            assert_eq!(
                trust_robustness_in_words(&trust),
                "It has no figure in the South West under all 144 combinations (of the 3 trusts loaded)."
            );
            assert_eq!(share_in_words(0.999), "more than 99%");
            assert_eq!(share_in_words(0.001), "less than 1%");
        }
    }
}

/// The second gap in words.
pub(crate) mod second_gap {
    use method::SecondGapLine;
    use records::terms::{Figure, Missing, Value};

    /// How far the trust's disadvantaged pupils are behind the other pupils of all eligible trusts: "19.6 percentage
    /// points behind the other pupils in all eligible trusts (49.6%)", with the interval where there is one, and the
    /// Department's national figure where a school file has it.
    #[must_use]
    pub fn second_gap_in_words(line: &SecondGapLine) -> String {
        let others = line.against.others.in_sentence();
        let whose = format!("the other pupils in all eligible trusts ({others})");
        let gap = match line.value {
            Value::Published(gap) => gap,
            Value::Missing(reason) => {
                return format!(
                    "No gap to {whose}: the disadvantaged pupils\u{2019} figure is {}.",
                    Missing::reason(reason)
                );
            }
        };
        let mut words = format!("Disadvantaged pupils here are {} {whose}", distance(gap));
        if let Some(precision) = line.precision {
            let (low, high) = (precision.interval.low(), precision.interval.high());
            let end = |number| Figure::new(number, gap.unit());
            if let (Some(low), Some(high)) = (end(low), end(high)) {
                words.push_str(&format!(". The interval is {}", reach(gap, low, high)));
            }
        }
        words.push('.');
        if let (Some(national), Some(others)) = (line.national.and_then(Value::figure), line.against.national_others) {
            words.push_str(&format!(
                " These pupils are {} the other pupils of England\u{2019}s state-funded schools ({}, as published).",
                distance(national),
                others.in_sentence()
            ));
        }
        words
    }

    /// From the end of an interval that is nearer to the other pupils to the farther one: "from 2.4 to 18.4"; or where
    /// zero is between, "from 1.0 ahead to 3.0 behind".
    fn reach(gap: Figure, low: Figure, high: Figure) -> String {
        let size = |end: Figure| Figure::new(end.number().abs(), end.unit()).unwrap_or(end).plain();
        let crosses = low.number() < 0.0 && high.number() > 0.0;
        match (crosses, gap.number() < 0.0) {
            (true, _) => format!("from {} ahead to {} behind", size(low), size(high)),
            (false, true) => format!("from {} to {}", size(high), size(low)),
            (false, false) => format!("from {} to {}", size(low), size(high)),
        }
    }

    /// "19.6 percentage points behind", "10.4 percentage points ahead of".
    fn distance(gap: Figure) -> String {
        if gap.steps() == 0 {
            return "level with".to_owned();
        }
        let size = Figure::new(gap.number().abs(), gap.unit()).unwrap_or(gap);
        let way = if gap.number() < 0.0 { "ahead of" } else { "behind" };
        format!("{} {way}", size.as_difference())
    }
}

/// The trusts in the most similar contexts.
pub(crate) mod similar {
    use method::{Analysis, Neighbour, PartDifference, PartLeftOut, Similar, Standing};
    use records::grammar::all_of;
    use records::terms::decimals::with_decimals;
    use records::terms::letters::with_capital;
    use records::terms::{Measure, Region, counted, grouped, lead_region_in_sentence, listed};
    use stats::Level as Confidence;

    use crate::chart::{in_short, level_in_words, of_analysis};

    /// The caution beside similar trusts.
    pub const SIMILAR_BY_NUMBERS_ALONE: &str = "Similar by these numbers alone. They say nothing about how pupils were chosen, \
     the schools\u{2019} history or their neighbourhoods.";

    pub(crate) const DISTANCE: &str = "Distance, standard deviations";

    pub(crate) const DOES_BETTER: &str = "Does better";

    /// Whether the trust itself does better.
    pub(crate) const TRUST_ITSELF: &str = "the trust itself";

    /// Whether it is distinguishable from itself.
    pub(crate) const FROM_ITSELF: &str = "\u{2013}";

    pub(crate) const CAPTION: &str = "Trusts in the most similar contexts, those that do better first";

    pub(crate) const fn standing(neighbour: &Neighbour) -> &'static str {
        match neighbour.standing {
            Standing::Better => "better",
            Standing::Alike => "equally well",
            Standing::Worse => "worse",
            Standing::Unknown => "no figure",
        }
    }

    pub(crate) fn distinguishable(neighbour: &Neighbour) -> &'static str {
        match neighbour.comparison {
            Some(comparison) if comparison.is_distinguishable => "distinguishable",
            Some(_) => "not distinguishable",
            None => "no interval",
        }
    }

    /// By what trusts are compared, and what is left out and why.
    #[must_use]
    pub fn similarity_in_words(analysis: &Analysis, similar: &Similar) -> String {
        let named: Vec<String> = similar
            .parts
            .iter()
            .map(|scale| {
                let name = scale.part.in_sentence();
                if (scale.weight - 1.0).abs() < 1e-9 {
                    name.to_owned()
                } else {
                    format!("{name} (weight {})", in_short(scale.weight))
                }
            })
            .collect();
        let named: Vec<&str> = named.iter().map(String::as_str).collect();
        let nearest = format!(
            "These trusts are nearest by {}. Each part is measured in standard deviations over the {}.",
            listed(&named),
            counted(analysis.all.eligible, "eligible trust")
        );
        let mut words = of_analysis(analysis, nearest);
        let left_out: Vec<String> = similar
            .left_out
            .iter()
            .map(|(part, why)| format!("{} ({})", part.in_sentence(), left_out_because(*why)))
            .collect();
        if !left_out.is_empty() {
            let left_out: Vec<&str> = left_out.iter().map(String::as_str).collect();
            words.push_str(&format!(" Left out: {}.", listed(&left_out)));
        }
        if similar.without > 0 {
            words.push_str(&match similar.without {
                1 => " 1 trust is not compared, because too little is known about it.".to_owned(),
                without => format!(
                    " {} trusts are not compared, because too little is known about them.",
                    grouped(without)
                ),
            });
        }
        words
    }

    /// Why a part is left out of the distance.
    pub(crate) const fn left_out_because(why: PartLeftOut) -> &'static str {
        match why {
            PartLeftOut::Missing(reason) => reason.reason(),
            PartLeftOut::Alike => "the same in all trusts",
        }
    }

    pub(crate) const NO_OTHER: &str = "No other trust can be compared.";

    /// How many neighbours do better, and how many of those are distinguishable from the trust, if that can be
    /// said.
    pub(crate) fn neighbours(all: usize, better: usize, apart: Option<usize>, level: Confidence) -> String {
        let mut words = format!(
            "Of the {} in the most similar contexts, {} better",
            counted(all, "trust"),
            match better {
                0 => "none does".to_owned(),
                1 if all > 1 => "1 does".to_owned(),
                count if count == all => "all do".to_owned(),
                count => format!("{count} do"),
            }
        );
        if let Some(apart) = apart {
            words.push_str(&format!(
                ". Of these, {} distinguishable from this trust at {}, allowing for all comparisons",
                match apart {
                    0 => "none is".to_owned(),
                    1 => "1 is".to_owned(),
                    count => format!("{count} are"),
                },
                level_in_words(level)
            ));
        }
        words + "."
    }

    /// A neighbour by its name, region and figure: "Our Lady of Lourdes Catholic Multi-Academy Trust, the East
    /// Midlands: distance 0.52, 34%, worse, distinguishable. Pupils with English as an additional language …". A
    /// neighbour after its name.
    pub(crate) fn neighbour(region: Option<Region>, figure: &str, of: &Neighbour) -> String {
        let differences: Vec<String> = of.differences.iter().map(difference).collect();
        format!(
            ", {}: distance {}, {figure}, {}, {}. {}.",
            lead_region_in_sentence(region),
            with_decimals(of.distance, 2),
            standing(of),
            distinguishable(of),
            with_capital(&differences.join(", "))
        )
    }

    /// A neighbour that does better, after its name: ": 41% (not distinguishable), better in 2 of 8 measures: Grade 5+
    /// and Progress 8".
    pub(crate) fn better(figure: &str, distinguishable: &str, better: &[Measure], of: usize) -> String {
        let figure = format!(": {figure} ({distinguishable})");
        if better.len() == of && of > 1 {
            return format!("{figure}, better in {}", all_of(of, "measure"));
        }
        let names: Vec<&str> = better.iter().map(|measure| measure.short_name()).collect();
        let (count, measures) = (better.len(), counted(of, "measure"));
        format!("{figure}, better in {count} of {measures}: {}", listed(&names))
    }

    fn difference(difference: &PartDifference) -> String {
        let (by, name) = (difference.difference, difference.part.in_sentence());
        if by.steps() == 0 {
            return format!("{name} the same");
        }
        let more = if by.number() < 0.0 { "less" } else { "more" };
        format!("{name} {} {more}", by.magnitude().plain())
    }
}

/// Where the figures come from and how they were made.
pub(crate) mod source_line {
    use records::department;
    use records::terms::{counted, listed};

    /// The text in place of file names.
    pub(crate) const MADE_UP: &str = "made-up demonstration data";

    /// The files are given with their year.
    pub(crate) fn source(files: &str, rule: &str) -> String {
        format!("Source: {files}. {rule}.")
    }

    /// Files with the years of their results: those that the Department publishes by what they are, others by name.
    pub(crate) fn files(names: &[&str], layouts: &[&str], years: &str) -> String {
        let mut parts = Vec::new();
        let mut add = |title: &'static str| {
            if !parts.contains(&title) {
                parts.push(title);
            }
        };
        layouts.iter().filter_map(|layout| published(layout)).for_each(&mut add);
        // The year is that of the results, which are last.
        parts.sort_by_key(|title| *title == TRUSTS || *title == SCHOOLS);
        match (parts.as_slice(), names) {
            ([], names) => format!("{}, {years}", listed(names)),
            (parts, []) => format!("Department for Education, {} {years}", listed(parts)),
            (parts, names) => format!(
                "{}, {years}; Department for Education, {}",
                listed(names),
                listed(parts)
            ),
        }
    }

    const TRUSTS: &str = "key stage 4 trust file";
    const SCHOOLS: &str = "key stage 4 school file";

    /// What the Department publishes in a layout; `None` for any other.
    pub(crate) fn published(layout: &str) -> Option<&'static str> {
        Some(match layout {
            department::TRUST_FILE => TRUSTS,
            department::SCHOOL_FILE | department::SCHOOL_FILE_2024 | department::SCHOOL_FILE_2025 => SCHOOLS,
            department::GROUP_LINKS => "group links",
            department::SCHOOL_LINKS => "establishment links",
            _ => return None,
        })
    }

    /// Made-up data with their year.
    pub(crate) fn made_up(years: &str) -> String {
        format!("{MADE_UP}, {years}")
    }

    pub(crate) fn computed(weight: &str) -> String {
        format!("Computed from schools, {weight}.")
    }

    pub(crate) fn without_weight(trusts: usize) -> String {
        let (are, them) = match trusts {
            1 => ("is", "it"),
            _ => ("are", "them"),
        };
        format!(
            "{} {are} left out of the weighted figures, because the file gives no pupils for {them}.",
            counted(trusts, "trust")
        )
    }

    /// How many trusts have no published figure, with the reason where it is the same for all.
    pub(crate) fn unpublished(count: usize, of: usize, reason: Option<&str>) -> String {
        let what = reason.unwrap_or("without a published figure");
        format!("{count} of {of} trusts {what}")
    }

    /// That figures of few pupils are withheld.
    pub(crate) const WITHHELD: &str = "Figures for fewer than 6 pupils, and those that would give one away, are withheld. All \
                                   others are computed without them.";
}

/// The specification curve.
pub(crate) mod specification {
    use records::terms::{counted, grouped};

    pub(crate) const ALL_TRUSTS: &str = "all trusts";

    /// A combination: its figure, the choices that it makes, how many more combinations give the same numbers, and the
    /// claim looked at with whether it holds.
    pub(crate) fn combination(
        figure: Option<String>,
        is_in_force: bool,
        choices: &str,
        more: usize,
        claim: Option<(String, bool)>,
    ) -> String {
        let figure = figure.unwrap_or_else(|| "no figure".to_owned());
        let in_force = if is_in_force { ", rules in force" } else { "" };
        let mut words = format!("{figure}{in_force}: {choices}");
        if more > 0 {
            words.push_str(&format!(
                "; {} the same numbers",
                if more == 1 {
                    "1 more combination gives".to_owned()
                } else {
                    format!("{} give", counted(more, "more combination"))
                }
            ));
        }
        if let Some((claim, holds)) = claim {
            let verdict = if holds { HOLDS } else { DOES_NOT_HOLD };
            words.push_str(&format!(". {claim}: {verdict}"));
        }
        words
    }

    pub(crate) const HOLDS: &str = "holds";

    pub(crate) const DOES_NOT_HOLD: &str = "does not hold";

    /// A yes or no in a table cell.
    pub(crate) const fn yes_or_no(is: bool) -> &'static str {
        if is { "yes" } else { "no" }
    }

    /// Choices that one or another of some combinations makes.
    pub(crate) fn one_of(choices: &[String]) -> String {
        choices.join(" or ")
    }

    pub(crate) const NO_FIGURE: &str = "No combination of rules gives a figure";

    pub(crate) fn same_figure(whose: &str, figure: &str, combinations: usize) -> String {
        let combinations = counted(combinations, COMBINATION);
        format!("The figure for {whose} is {figure} under {combinations} of rules")
    }

    pub(crate) fn figures(whose: &str, low: &str, high: &str, combinations: usize) -> String {
        let combinations = counted(combinations, COMBINATION);
        format!("The figure for {whose} ranges from {low} to {high} under {combinations} of rules")
    }

    /// `shown` says what a figure is.
    pub(crate) fn subtitle(whose: &str, shown: &str, has_claim: bool) -> String {
        let mark = if has_claim { "Each dot or cross" } else { "Each dot" };
        format!(
            "{mark} is the figure for {whose} under a combination of rules, from lowest to highest: {shown}. The marks below \
         are the choices made. Combinations that give the same numbers are shown as one."
        )
    }

    pub(crate) fn ends(low: &str, high: &str) -> String {
        format!("The lowest is {low}, the highest {high}.")
    }

    pub(crate) const NOT_TRIED: &str = "The rules in force are not among those tried.";

    pub(crate) fn without_figure(count: usize, all: usize) -> String {
        let (count_of, all) = (grouped(count), counted(all, COMBINATION));
        let verbs = if count == 1 {
            "gives no figure and has"
        } else {
            "give no figure and have"
        };
        format!("{count_of} of {all} {verbs} no dot.")
    }

    /// The noun for the rows.
    pub(crate) const COMBINATION: &str = "combination";

    pub(crate) const NUMBER: &str = "Combination";

    pub(crate) const ESTIMATE: &str = "Estimate";

    /// The column heading for the regions at an end.
    pub(crate) fn region_at(end: &str) -> String {
        format!("Region {end}")
    }

    /// The column heading for whether a claim holds.
    pub(crate) fn claim_holds(claim: &str) -> String {
        format!("{claim} {HOLDS}")
    }

    pub(crate) const RULES_IN_FORCE: &str = "Rules in force";
}

/// Differences within regions against differences between them.
pub(crate) mod spread {
    use method::TrustSpread;
    use records::terms::decimals::with_decimals;
    use records::terms::{Figure, Region, Unit, counted, listed};

    use super::coverage::of_loaded;
    use super::strip_row::each;

    /// A share as a whole percentage: "24%"; "under 1%" for a share above 0.
    fn share(share: f64) -> String {
        if share > 0.0 && share < 0.005 {
            return "under 1%".to_owned();
        }
        format!("{}%", with_decimals(share * 100.0, 0))
    }

    /// The shares of the variance between trusts that are between and within regions.
    ///
    /// ```
    /// use show::chart::spread_headline;
    /// use read::layout::read_file;
    /// use method::{analyse, spread, Rules};
    /// use records::model::Library;
    /// let csv = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,PTL2BASICS_95_WGTAVG_FSM6CLA1A\n\
    ///            1,ONE,London,60%\n2,TWO,London,40%\n3,THREE,South West,20%\n4,FOUR,South West,40%\n";
    /// let mut library = Library::default();
    /// library.add(read_file("mats_2022-23.csv", csv.as_bytes()).unwrap());
    /// let analysis = analyse(&library.newest().unwrap(), &Rules::default()).unwrap();
    /// assert_eq!(
    ///     spread_headline(&spread(&analysis).unwrap()),
    ///     "50% of the variance between trusts is between regions and 50% within them"
    /// );
    /// ```
    #[must_use]
    pub fn spread_headline(spread: &TrustSpread) -> String {
        let division = spread.unweighted;
        let words = match (division.share_between(), division.share_within()) {
            (Some(between), Some(within)) => format!(
                "{} of the variance between trusts is between regions and {} within them",
                share(between),
                share(within)
            ),
            _ if spread.trusts == 1 => "Only one trust has a figure".to_owned(),
            _ => "All trusts with a figure have the same one".to_owned(),
        };
        of_loaded(spread.of_part, words)
    }

    /// The result of the division and its method. Both parts are called large only if each is at least a tenth.
    #[must_use]
    pub fn spread_lead(spread: &TrustSpread) -> String {
        let division = spread.unweighted;
        let Some((between, within)) = division.share_between().zip(division.share_within()) else {
            let nothing = "There are no differences to divide between and within regions.";
            return of_loaded(spread.of_part, nothing.to_owned());
        };
        let found = if between >= 0.1 && within >= 0.1 {
            "Both are large, so a region\u{2019}s figure says little about any one of its trusts. "
        } else {
            ""
        };
        let division = "The variance of the trusts\u{2019} figures is divided by lead region, with each trust counted \
                    equally.";
        of_loaded(spread.of_part, format!("{found}{division}"))
    }

    /// The share between regions when each trust counts by its pupils, and how many trusts are left out.
    pub(crate) fn weighted(between: f64, without_pupils: usize) -> String {
        let left_out = if without_pupils > 0 {
            let trusts = counted(without_pupils, "trust");
            format!(" ({trusts} left out, because the number of pupils is not known)")
        } else {
            String::new()
        };
        format!(
            "Weighted by each trust\u{2019}s pupils, {} is between regions{left_out}.",
            share(between)
        )
    }

    /// How far apart the regions' figures are, with the regions at both ends.
    pub(crate) fn between(range: Figure, lowest: (&[&str], Figure), highest: (&[&str], Figure)) -> String {
        let of = |(regions, figure): (&[&str], Figure)| format!("{} ({})", listed(regions), figure.in_sentence());
        format!(
            "The regional figures are {} apart, from {} to {}.",
            range.as_difference(),
            of(lowest),
            of(highest)
        )
    }

    pub(crate) fn all_alike(regions: usize, figure: Figure) -> String {
        format!("The regional figures are {} {}.", each(regions), figure.in_sentence())
    }

    /// How far apart a region's trusts are: the range with its unit, and the two trusts with their figures.
    pub(crate) fn within(
        region: Region,
        (range, unit): (&str, Unit),
        lowest: (&str, &str),
        highest: (&str, &str),
    ) -> String {
        let of = |(trust, figure): (&str, &str)| format!("{trust} ({figure})");
        format!(
            "Within {} alone, the trusts are {range} {} apart, from {} to {}.",
            region.in_sentence(),
            unit.difference_word(),
            of(lowest),
            of(highest)
        )
    }

    pub(crate) const CAPTION: &str = "How far apart trusts are within each region";

    pub(crate) const TRUSTS: &str = "Trusts with a figure";

    /// The column heading for the regions' own figures.
    pub(crate) fn of_region(figure: &str) -> String {
        format!("Region: {figure}")
    }

    pub(crate) const LOWEST: &str = "Lowest trust";

    pub(crate) const HIGHEST: &str = "Highest trust";

    /// The range of a region's trusts.
    pub(crate) const RANGE: &str = "Range";
}

/// The strip of trusts.
pub(crate) mod strip {
    use records::terms::grouped;
    use records::terms::letters::with_capital;

    use crate::chart::RowsOf;

    /// Which dot stands out.
    pub(crate) fn found(name: &str) -> String {
        format!("The large dot is {name}.")
    }

    /// What rows are of.
    const fn kind(rows: RowsOf) -> &'static str {
        match rows {
            RowsOf::Areas => "area",
            RowsOf::Regions => "region",
            RowsOf::Both => "region or area",
        }
    }

    /// The possessive form of [`kind`].
    const fn whose(rows: RowsOf) -> &'static str {
        match rows {
            RowsOf::Areas => "area\u{2019}s",
            RowsOf::Regions => "region\u{2019}s",
            RowsOf::Both => "region\u{2019}s or area\u{2019}s",
        }
    }

    /// `shown` says what a trust's figure is.
    pub(crate) fn subtitle(shown: &str, rows: RowsOf) -> String {
        let whose = whose(rows);
        format!("Each dot is a trust: {shown}. The vertical line is the {whose} figure.")
    }

    /// What the vertical line of a row is.
    pub(crate) fn figure_of(rows: RowsOf) -> String {
        format!("The {} figure", whose(rows))
    }

    /// The caption of the trusts in a part of the country, or in "the region" if none is given.
    pub(crate) fn trusts_of(part: Option<&str>) -> String {
        format!("Trusts in {}", part.unwrap_or("the region"))
    }

    /// The column heading for the parts of the country.
    pub(crate) fn part(rows: RowsOf) -> String {
        with_capital(kind(rows))
    }

    /// The column heading for ranks in a part of the country.
    pub(crate) fn rank_in(rows: RowsOf) -> String {
        format!("Rank in {}", kind(rows))
    }

    pub(crate) fn caption(subtitle: &str, rows: RowsOf) -> String {
        format!("{subtitle} Trusts are listed by {}, the best first.", kind(rows))
    }

    /// The noun for the rows that it is ranked among.
    pub(crate) const REGION: &str = "region";

    pub(crate) const NO_FIGURE: &str = "no published figure";

    pub(crate) fn lowest(trust: &str) -> String {
        format!("Lowest: {trust}")
    }

    /// "Every trust in the South West with a figure: 28".
    pub(crate) fn title_of_part(part: &str, figures: usize) -> String {
        match figures {
            0 => format!("No trusts in {part} have a published figure"),
            _ => format!("Every trust in {part} with a figure: {}", grouped(figures)),
        }
    }

    pub(crate) const NONE_PUBLISHED: &str = "No trust has a published figure";

    pub(crate) const MORE_WITHIN_EVERY: &str =
        "Trusts differ more within every region than regions differ from one another";

    pub(crate) fn more_within(wider: usize, regions: usize) -> String {
        format!("Trusts differ more within {wider} of {regions} regions than regions differ from one another")
    }

    pub(crate) const EVERY_TRUST: &str = "Every trust by region";
}

/// A row of the strip of trusts.
pub(crate) mod strip_row {
    use method::Rank;
    use records::terms::{Figure, counted};

    use crate::chart::PartOf;

    use super::precision_words::PUPIL_SAMPLING_ONLY;

    /// The trusts that share an extreme: "Community Schools Trust and 1 more".
    pub(crate) fn shared_name(first: &str, more: usize) -> String {
        match more {
            0 => first.to_owned(),
            more => format!("{first} and {more} more"),
        }
    }

    /// The row's own figure, with its interval if it has one.
    pub(crate) fn mean(of: &PartOf, mean: Figure, interval: Option<&str>) -> String {
        let words = format!("{}: {}", of.name(), mean.in_sentence());
        match interval {
            Some(interval) => format!("{words} ({interval}, {PUPIL_SAMPLING_ONLY})"),
            None => words,
        }
    }

    /// A trust with its interval and its rank, if known.
    pub(crate) fn trust(
        name: &str,
        of: &PartOf,
        figure: &str,
        interval: Option<&str>,
        rank: Option<(Rank, usize)>,
    ) -> String {
        let mut words = format!("{name}, {}: {figure}", of.name());
        if let Some(interval) = interval {
            words.push_str(&format!(" ({interval})"));
        }
        if let Some((rank, all)) = rank {
            words.push_str(&format!(", {} in its {}", rank.among(all), of.kind()));
        }
        words
    }

    /// Trusts in a part of the country with one figure: "London: 4 trusts, all 20%".
    pub(crate) fn trusts_alike(of: &PartOf, count: usize, trust: &str, figure: &str) -> String {
        let trusts = counted(count, "trust");
        let name = of.name();
        match count {
            1 => format!("{name}: {trusts}, {figure} ({trust})."),
            _ => format!("{name}: {trusts}, {} {figure}.", each(count)),
        }
    }

    /// "both", "all".
    pub(crate) const fn each(count: usize) -> &'static str {
        match count {
            2 => "both",
            _ => "all",
        }
    }

    /// The trusts in a part of the country, from the lowest to the highest with their figures.
    pub(crate) fn trusts(
        of: &PartOf,
        count: usize,
        (lowest, low): (&str, &str),
        (highest, high): (&str, &str),
    ) -> String {
        format!(
            "{}: {}, from {low} ({lowest}) to {high} ({highest}).",
            of.name(),
            counted(count, "trust")
        )
    }
}

/// The cells of tables.
pub(crate) mod table {
    pub(crate) const NO_FIGURE: &str = "no figure";

    /// The reason for an empty cell.
    pub(crate) const NONE: &str = "none";

    /// The head of what figures that are taken away are adjusted for.
    pub(crate) const ADJUSTED_FOR: &str = "Adjusted for";

    /// Why figures that look alike may rank differently.
    pub(crate) const ROUNDED: &str = "Figures are rounded here. Ranks use the figures before rounding.";

    /// Why there is no rank in a cell.
    pub(crate) const NO_RANK: &str = "no rank";

    /// A figure, or what heads it, with its interval.
    pub(crate) fn with_interval(figure: &str, interval: &str) -> String {
        format!("{figure} ({interval})")
    }
}

/// The tile map.
pub(crate) mod tiles {
    use records::terms::Unit;
    use records::terms::letters::with_capital;

    pub(crate) fn subtitle(unit: Unit) -> String {
        format!(
            "{} between other and disadvantaged pupils",
            with_capital(unit.difference_word())
        )
    }
}

/// The top tens.
pub(crate) mod top_ten {
    use records::terms::{counted, grouped};

    pub(crate) fn caption(part: &str) -> String {
        format!("{part}: top ten")
    }

    /// How many of the trusts with a figure are in their list, and how many could be where that is known.
    pub(crate) fn summary(in_list: usize, published: usize, could_be: Option<usize>) -> String {
        let rank = if in_list == 1 { "ranks" } else { "rank" };
        match could_be {
            Some(could_be) => format!(
                "{in_list} of {} {rank} tenth or better; {} could",
                grouped(published),
                grouped(could_be)
            ),
            None => format!("{in_list} of {} {rank} tenth or better", counted(published, "trust")),
        }
    }

    pub(crate) const ENGLAND: &str = "England: top ten";

    /// The column heading for gaps.
    pub(crate) fn gap(unit: &str) -> String {
        format!("Gap, {unit}")
    }
}

/// Figures over the years: the finding, what is shown, and each line.
pub(crate) mod trend {
    /// Cautions above a trend.
    mod cautions {
        use method::{IntervalBasis, Trend, YearKind};
        use records::model::Basis;
        use records::terms::listed;

        use crate::chart::words::precision_words::PUPIL_SAMPLING_ONLY;
        use crate::chart::{in_short, level_in_words};

        /// The cautions above every picture and table of a trend: a snapshot of memberships, like-for-like schools,
        /// years without results, and what the intervals are.
        #[must_use]
        pub fn trend_cautions(trend: &Trend) -> Vec<String> {
            let mut said = Vec::new();
            if trend.is_snapshot {
                said.push(
            "The group links are a snapshot of current members. A school that has since moved is shown in its new trust in \
             every year, because its earlier membership is not recorded."
                .to_owned(),
        );
            }
            if trend.like_for_like {
                said.push(
            "Like for like: only schools that count in the same trust in every year with exams, and trusts with enough \
             such schools."
                .to_owned(),
        );
            } else if trend.basis == Basis::Published {
                said.push(
                    "Trust files do not say which schools a trust has, so only a change in their number can be seen."
                        .to_owned(),
                );
            }
            said.extend(of_years(trend));
            said.push(intervals(trend));
            said
        }

        /// The years that have no results of exams, kind by kind.
        fn of_years(trend: &Trend) -> Vec<String> {
            let of_kind = |kind: &YearKind| {
                let years = trend.years.iter().filter(|year| year.kind == *kind);
                let years: Vec<String> = years.map(|year| year.year.to_string()).collect();
                let names: Vec<&str> = years.iter().map(String::as_str).collect();
                (!names.is_empty()).then(|| listed(&names))
            };
            let mut said = Vec::new();
            if let Some(years) = of_kind(&YearKind::NoExams) {
                said.push(format!("There were no exams in {years}, so no line crosses them."));
            }
            if let Some(years) = of_kind(&YearKind::TeacherAssessed) {
                said.push(format!(
            "Results were teacher-assessed (TA) in {years}, because there were no exams. Crosses without lines show them. \
             They cannot be compared with other years."
        ));
            }
            if let Some(years) = of_kind(&YearKind::NoFile) {
                said.push(format!("There is no file for {years}."));
            }
            for year in &trend.years {
                if let YearKind::LeftOut(reason) = &year.kind {
                    said.push(format!("{} is left out: {reason}.", year.year));
                }
            }
            said
        }

        fn intervals(trend: &Trend) -> String {
            let level = level_in_words(trend.level);
            if trend.ground == IntervalBasis::Nothing {
                return "No intervals: it is not known how much pupils\u{2019} scores differ.".to_owned();
            }
            let mut words = format!(
                "Thin lines are {level} intervals ({PUPIL_SAMPLING_ONLY} for regions). The interval of a change treats the \
         pupils of both years as independent. Filled dots mean that the change, taken by itself, is distinguishable from chance."
            );
            if let IntervalBasis::Assumed(sd) = trend.ground {
                words.push_str(&format!(
            " The intervals assume a standard deviation of {} points between pupils\u{2019} scores: this project\u{2019}s \
             assumption, which you can change.",
            in_short(sd)
        ));
            }
            if trend.is_upper_bound {
                words.push_str(" The true intervals are wider, because trust files do not say how pupils are spread over schools and years.");
            }
            words
        }
    }

    /// The picture of a trend.
    pub(crate) mod drawing {
        use method::YearKind;
        use records::terms::{Measure, Unit};

        /// The name of the vertical axis.
        pub(crate) fn axis_name(measure: Measure, is_gap: bool) -> String {
            let name = measure.short_name();
            match (is_gap, measure.unit()) {
                (true, Unit::Percent) => format!("{name}: gap, percentage points"),
                (true, _) => format!("{name}: gap"),
                (false, _) => name.to_owned(),
            }
        }

        /// That memberships are a snapshot.
        pub(crate) const fn snapshot(is_narrow: bool) -> &'static str {
            if is_narrow {
                "Snapshot: current members in every year"
            } else {
                "Memberships are a snapshot: schools are in their current trusts in every year"
            }
        }

        /// The label above years without exam results: on one line, and on two in narrow pictures.
        pub(crate) const fn without_exams(kind: &YearKind) -> Option<(&'static str, [&'static str; 2])> {
            match kind {
                YearKind::Exams => None,
                YearKind::TeacherAssessed => Some(("teacher-assessed", ["TA", ""])),
                YearKind::NoExams => Some(("no exams", ["no", "exams"])),
                YearKind::NoFile => Some(("no file", ["no", "file"])),
                YearKind::LeftOut(_) => Some(("left out", ["left", "out"])),
            }
        }

        /// The suffix of a line's name: its figure at the end.
        pub(crate) fn after_name(figure: Option<&str>) -> String {
            match figure {
                Some(figure) => format!(" {figure}"),
                None => ": no figure".to_owned(),
            }
        }
    }

    /// A trend as a table.
    pub(crate) mod table {
        /// The column heading for what a line is.
        pub(crate) const fn line(has_trusts: bool, has_areas: bool) -> &'static str {
            match (has_trusts, has_areas) {
                (true, _) => "Trust",
                (false, true) => "Region or area",
                (false, false) => "Region",
            }
        }

        pub(crate) const CHANGE: &str = "Change";

        pub(crate) const VERDICT: &str = "Verdict";

        pub(crate) const SCHOOLS_CHANGED: &str = "Schools changed";
    }

    pub use cautions::trend_cautions;

    use method::{Movement, SchoolsChange, Trend, TrendLine, TrendSubject};
    use records::terms::decimals::with_decimals;
    use records::terms::letters::with_capital;
    use records::terms::{AcademicYear, Figure, Focus, counted, grouped, listed, readable_name};

    use crate::chart::words::coverage::not_of_the_country;
    use crate::chart::{is_trust, level_in_words, of_loaded};

    /// With at least this many lines, the number expected to be distinguishable by chance is given.
    const MANY: usize = 10;

    /// The most regions with a distinguishable change that the finding names.
    const NAMED_REGIONS: usize = 3;

    /// The most trusts that it names.
    const NAMED_TRUSTS: usize = 1;

    /// The verdict on a change: "closing", "widening" for gaps, "improving", "worsening" else, "not
    /// distinguishable" or "no interval".
    #[must_use]
    pub(crate) const fn verdict_in_words(focus: Focus, movement: Movement) -> &'static str {
        match (movement, focus) {
            (Movement::Better, Focus::Gap) => "closing",
            (Movement::Worse, Focus::Gap) => "widening",
            (Movement::Better, _) => "improving",
            (Movement::Worse, _) => "worsening",
            (Movement::NotDistinguishable, _) => "not distinguishable",
            (Movement::NoInterval, _) => "no interval",
        }
    }

    /// How schools changed, in a few words: "schools: 2 joined, 1 left".
    pub(crate) fn schools_in_words(schools: &SchoolsChange) -> String {
        match schools {
            SchoolsChange::Known { joined, left } if joined.is_empty() && left.is_empty() => "same schools".to_owned(),
            SchoolsChange::Known { joined, left } => {
                let (joined, left) = (grouped(joined.len()), grouped(left.len()));
                format!("schools: {joined} joined, {left} left")
            }
            SchoolsChange::Counted { first, last } if first == last => {
                format!("{} in both years, perhaps not the same ones", counted(*first, "school"))
            }
            SchoolsChange::Counted { first, last } => {
                format!("schools: from {} to {}", grouped(*first), grouped(*last))
            }
            SchoolsChange::NotTold => "schools not known".to_owned(),
        }
    }

    /// What became of the figures of a trend's lines, in a sentence without its full stop.
    #[must_use]
    pub fn trend_in_words(trend: &Trend, lines: &[&TrendLine]) -> String {
        of_loaded(trend.of_part, found(trend, lines))
    }

    fn found(trend: &Trend, lines: &[&TrendLine]) -> String {
        if let [only] = lines {
            return of_one(trend, only);
        }
        let found = trend.movements(lines);
        let noun = noun(lines);
        if found.compared == 0 {
            let years = ends_in_words(trend);
            return format!("No {noun} has figures at both ends of the period {years}");
        }
        // A gap that falls closes; a measure of which less is better falls for the better too.
        let (rises, falls) = if trend.rules.smaller_is_better() {
            (found.worse, found.better)
        } else {
            (found.better, found.worse)
        };
        let [first, second] = match trend.rules.focus {
            Focus::Gap => [("closed", falls), ("widened", rises)],
            _ => [("rose", rises), ("fell", falls)],
        };
        format!(
            "{} {}{}",
            subject(trend),
            how_many([first, second], found.compared, noun),
            beyond_chance(trend, lines)
        )
    }

    /// "closed in 3 of 9 regions and widened in 6", "closed in all 9 regions".
    fn how_many([first, second]: [(&str, usize); 2], all: usize, noun: &str) -> String {
        if first.1 == 0 && second.1 == 0 {
            return format!("changed in none of {}", counted(all, noun));
        }
        let (first, second) = if first.1 == 0 { (second, first) } else { (first, second) };
        let (verb, count) = first;
        if count == all {
            return match all {
                1 => format!("{verb} in the one {noun} that has figures at both ends"),
                2 => format!("{verb} in both {noun}s that have figures at both ends"),
                _ => format!("{verb} in all {}", counted(all, noun)),
            };
        }
        let others = match second {
            (verb, 0) => format!("{verb} in none"),
            (verb, count) => format!("{verb} in {}", grouped(count)),
        };
        format!("{verb} in {} of {} and {others}", grouped(count), counted(all, noun))
    }

    /// What follows how many lines moved which way.
    fn beyond_chance(trend: &Trend, lines: &[&TrendLine]) -> String {
        let found = trend.movements(lines);
        if found.with_interval == 0 {
            return ". Without intervals, change cannot be distinguished from chance".to_owned();
        }
        let level = level_in_words(trend.level);
        let is_sure = |line: &&&TrendLine| {
            let movement = line.change.map(|change| change.movement);
            matches!(movement, Some(Movement::Better | Movement::Worse))
        };
        let names: Vec<String> = lines
            .iter()
            .filter(is_sure)
            .map(|line| name_in_sentence(line))
            .collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let named = if lines.iter().any(|line| is_trust(line)) {
            NAMED_TRUSTS
        } else {
            NAMED_REGIONS
        };
        let mut words = match names.len() {
            0 => {
                format!(". The change is not distinguishable from chance at {level} in any of them")
            }
            count if count <= named => {
                format!(
                    ". The change is distinguishable from chance at {level} only in {}",
                    listed(&names)
                )
            }
            count => format!(". The change is distinguishable from chance at {level} in {count}"),
        };
        if found.with_interval >= MANY {
            let by_chance = with_decimals(found.by_chance, 1);
            words.push_str(&format!(", against about {by_chance} by chance alone"));
        }
        words
    }

    fn of_one(trend: &Trend, line: &TrendLine) -> String {
        let name = name_in_sentence(line);
        let years = ends_in_words(trend);
        let Some(change) = line.change else {
            return format!(
                "{} does not have figures at both ends of the period {years}",
                with_capital(&name)
            );
        };
        let steps = change.difference.steps();
        if steps == 0 {
            return format!("{} did not change in {name} {years}", subject(trend));
        }
        let verb = match (trend.rules.focus, steps < 0) {
            (Focus::Gap, true) => "closed",
            (Focus::Gap, false) => "widened",
            (_, true) => "fell",
            (_, false) => "rose",
        };
        let level = level_in_words(trend.level);
        let explained = match change.movement {
            Movement::Better | Movement::Worse => format!("more than chance explains at {level}"),
            Movement::NotDistinguishable => format!("not distinguishable from chance at {level}"),
            Movement::NoInterval => "without an interval to distinguish it from chance".to_owned(),
        };
        let by = size(change.difference).map_or_else(String::new, Figure::as_difference);
        format!("{} {verb} by {by} in {name} {years}, {explained}", subject(trend))
    }

    /// A difference without its direction.
    fn size(difference: Figure) -> Option<Figure> {
        Figure::new(difference.number().abs(), difference.unit())
    }

    /// What moved.
    fn subject(trend: &Trend) -> String {
        match trend.rules.focus.group() {
            Some(group) => format!("Figures of {}", group.pupils()),
            None => "The gap".to_owned(),
        }
    }

    fn noun(lines: &[&TrendLine]) -> &'static str {
        let trusts = lines.iter().filter(|line| is_trust(line)).count();
        match (trusts, lines.len()) {
            (0, _) => "region",
            (trusts, all) if trusts == all => "trust",
            _ => "line",
        }
    }

    /// The name of a line in a sentence.
    fn name_in_sentence(line: &TrendLine) -> String {
        match &line.subject {
            TrendSubject::All => "all trusts".to_owned(),
            TrendSubject::Region(region) => region.in_sentence().to_owned(),
            TrendSubject::Area { name, .. } => name.clone(),
            TrendSubject::Trust { name, .. } => readable_name(name),
        }
    }

    /// "from 2018/19 to 2022/23".
    fn ends_in_words(trend: &Trend) -> String {
        let ends = trend.ends();
        ends.map_or_else(String::new, |(first, last)| format!("from {first} to {last}"))
    }

    /// What is shown, with the cautions that belong above it: `shown` says what a figure is, and the schools of some
    /// trusts may have changed.
    pub(crate) fn subtitle(trend: &Trend, shown: &str, has_regions: bool, has_changed_schools: bool) -> String {
        let mut words = format!("{} by year", with_capital(shown));
        if has_regions {
            words.push_str(&format!(
                ". Regional figures: {}",
                trend.rules.regional.name().to_ascii_lowercase()
            ));
        }
        words.push('.');
        let mut sentences = trend_cautions(trend);
        sentences.extend(trend.of_part.map(not_of_the_country));
        if has_changed_schools {
            sentences.push(format!(
                "* The trust\u{2019}s schools changed {}.",
                ends_in_words(trend)
            ));
        }
        for sentence in sentences {
            words.push(' ');
            words.push_str(&sentence);
        }
        words
    }

    pub(crate) const ALL_TRUSTS: &str = "All trusts";

    /// The noun for the lines that it is ranked among.
    pub(crate) const LINE: &str = "line";

    /// A dot in words: its point, and the change at the end of the line.
    pub(crate) fn dot(line: &TrendLine, year: AcademicYear, point: &str, change: Option<&str>) -> String {
        let name = with_capital(&name_in_sentence(line));
        let words = format!("{name}, {year}: {point}");
        match change {
            Some(change) => format!("{words}. {change}"),
            None => words,
        }
    }

    /// "37.2% (35.1% to 39.3%), 41 schools".
    pub(crate) fn point(figure: &str, bounds: Option<&str>, schools: Option<usize>) -> String {
        let mut words = figure.to_owned();
        if let Some(bounds) = bounds {
            words.push_str(&format!(" ({bounds})"));
        }
        if let Some(schools) = schools {
            words.push_str(&format!(", {}", counted(schools, "school")));
        }
        words
    }

    /// "Change from 2018/19: −2.1 percentage points (−4.0 to −0.2), closing; schools: 2 joined, 1 left".
    pub(crate) fn change(
        first: &str,
        difference: Figure,
        bounds: Option<(Figure, Figure)>,
        verdict: &str,
        schools: &SchoolsChange,
    ) -> String {
        let mut words = format!("Change from {first}: {}", difference.as_difference());
        if let Some((low, high)) = bounds {
            words.push_str(&format!(" ({} to {})", low.plain(), high.plain()));
        }
        words.push_str(&format!(", {verdict}"));
        if *schools != SchoolsChange::NotTold {
            words.push_str(&format!("; {}", schools_in_words(schools)));
        }
        words
    }

    /// A line from year to year: each year with its figure, or why there is none; and the change, where there is one.
    pub(crate) fn line(line: &TrendLine, points: &[(AcademicYear, String)], change: Option<&str>) -> String {
        let points: Vec<String> = points.iter().map(|(year, figure)| format!("{year} {figure}")).collect();
        let name = with_capital(&name_in_sentence(line));
        let words = format!("{name}: {}.", points.join(", "));
        match change {
            Some(change) => format!("{words} {change}."),
            None => words,
        }
    }
}

/// Descriptions of a trust's figure.
pub(crate) mod trust {
    use records::terms::Measure;

    /// What a figure is, where it is adjusted.
    pub(crate) fn adjusted(what: &str) -> String {
        format!("{what}, adjusted for context")
    }

    /// The head of a column of adjusted figures.
    pub(crate) fn adjusted_head(head: &str) -> String {
        format!("{head}, adjusted")
    }

    /// A description of a gap.
    pub(crate) fn gap(measure: Measure) -> String {
        format!(
            "{}, other pupils minus disadvantaged pupils, in {}",
            measure.name(),
            measure.unit().difference_word()
        )
    }
}

/// The list of all trusts.
pub(crate) mod trust_list {
    use crate::chart::{Intake, Size};

    impl Size {
        /// Its name in a list of choices.
        #[must_use]
        pub const fn name(self) -> &'static str {
            match self {
                Self::Small => "Fewer than 400 pupils",
                Self::Medium => "400 to 999 pupils",
                Self::Large => "1,000 pupils and more",
            }
        }
    }

    impl Intake {
        /// Its name in a list of choices.
        #[must_use]
        pub const fn name(self) -> &'static str {
            match self {
                Self::Few => "Less than a fifth",
                Self::Some => "A fifth to a third",
                Self::Many => "A third and more",
            }
        }
    }

    /// The column heading for how large it is.
    pub(crate) const PUPILS: &str = "Pupils at the end of key stage 4";

    pub(crate) const DISADVANTAGED: &str = "Disadvantaged pupils, %";

    pub(crate) const LOW: &str = "Interval low";

    pub(crate) const HIGH: &str = "Interval high";

    pub(crate) const LEFT_OUT_BECAUSE: &str = "Left out because";

    pub(crate) const CAPTION: &str = "Trusts";

    /// Why there is no number of schools.
    pub(crate) const SCHOOLS_NOT_KNOWN: &str = "not in a trust file";

    /// Why there is no number of pupils.
    pub(crate) const PUPILS_NOT_KNOWN: &str = "not known";

    /// Why there is no reason to leave a trust out.
    pub(crate) const ELIGIBLE: &str = "it is eligible";

    /// The reason for empty cells of a trust that is left out.
    pub(crate) const NOT_ELIGIBLE: &str = "not eligible";
}

#[cfg(test)]
mod tests {
    use method::Claim;
    use method::{Counter, Rules};
    use records::terms::{Figure, Region, Unit};

    use super::coverage::of_loaded;
    use super::finding::counter_in_words;
    use super::possessive;

    #[test]
    fn trusts_of_a_part_are_counted_where_there_are_some() {
        let said = |trusts| of_loaded(trusts, "London is highest.".to_owned());
        assert_eq!(said(None), "London is highest.");
        assert_eq!(said(Some(0)), "London is highest.");
        assert_eq!(said(Some(2)), "London is highest (of the 2 trusts loaded).");
    }

    #[test]
    fn names_that_end_in_s_take_an_apostrophe_alone() {
        assert_eq!(possessive("London"), "London\u{2019}s");
        assert_eq!(
            possessive(Region::EastMidlands.in_sentence()),
            "the East Midlands\u{2019}"
        );
    }

    #[test]
    fn what_breaks_a_claim_is_a_whole_sentence() {
        let rules = Rules::default();
        let last = Claim::Last(Region::SouthWest);
        let words = |counter| counter_in_words(last, counter, &rules);
        assert_eq!(
            words(Counter::Shared(Region::London)),
            "the South West and London are joint lowest"
        );
        let figure = Figure::new(20.0, Unit::Percent);
        assert_eq!(
            figure.map(|figure| words(Counter::Instead(Region::London, figure, 2))),
            Some("London and 2 more are lowest (20.0%)".to_owned())
        );
    }
}
