//! How many trusts could be in a top ten: the sentence, the check of the first page, the table.

pub(super) mod words;

use method::{Analysis, Claim, Family, FamilyRanks};
use records::terms::Region;

use crate::chart::words::heads;

use super::adjusted::adjusted_for;
use super::bounds::level_in_words;
use super::finding::Check;
use super::precision::could_be_in_words;
use super::table::{self, Caption, Cell, Table};
use super::{of_analysis, of_loaded};

/// How many ranks a top ten has.
const TEN: usize = 10;

/// How many more than those ranked tenth or better may be unsettled in a list that is called clear.
const FEW: usize = 2;

/// "27 of the South West's 28 trusts could be in its top ten". Trusts without an interval are not counted.
///
/// ```
/// use show::chart::could_be_sentence;
/// use method::{IntervalChoices, Measured, Rules, regional_ranks};
/// use read::layout::read_file;
/// use records::model::Library;
/// let csv = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,TPUP_MATPTINC,PFSM6CLA1A_MATPTINC,\
///            PTL2BASICS_95_WGTAVG_FSM6CLA1A\n1,ONE,London,400,25%,20%\n2,TWO,London,400,25%,60%\n";
/// let mut library = Library::default();
/// library.add(read_file("mats_2022-23.csv", csv.as_bytes()).unwrap());
/// let (rules, interval_choices) = (Rules::default(), IntervalChoices::default());
/// let measured = Measured::after(None, &library.newest().unwrap(), &rules).unwrap();
/// let analysis = measured.analysis(rules.focus, rules.regional, &[], &interval_choices).unwrap();
/// let ranks = regional_ranks(&analysis);
/// let (family, ranks) = &ranks[0];
/// assert_eq!(
///     could_be_sentence(family, ranks),
///     "Both of London\u{2019}s trusts are in its top ten, because there are no more than ten"
/// );
/// ```
#[must_use]
pub fn could_be_sentence(family: &Family, ranks: &FamilyRanks) -> String {
    let (all, could) = (ranks.ranks.len(), ranks.could_be_top_ten());
    let words = match all {
        0 => words::none_has_interval(&family.of),
        1 if family.without_interval() == 0 => words::only_one(&family.of),
        1 => words::one_has_interval(&family.of),
        2..=TEN => words::room_for_all(&family.of, all),
        _ if could == all => words::all_could_be(&family.of, all),
        _ => words::some_could_be(&family.of, could, all),
    };
    of_loaded(family.of_part, words)
}

/// A region's list, counted.
#[derive(Debug, Clone, Copy)]
struct List<'a> {
    region: Region,
    family: &'a Family,
    ranks: &'a FamilyRanks,
}

impl List<'_> {
    /// The lists of regions that have more trusts than a top ten has ranks.
    fn of(ranks: &[(Family, FamilyRanks)]) -> Vec<List<'_>> {
        let lists = ranks.iter().filter_map(|(family, ranks)| {
            let region = family.of.region()?;
            Some(List { region, family, ranks })
        });
        lists
            .filter(|list| list.ranks.ranks.len() > list.ranks.ranked_in_top_ten())
            .collect()
    }

    /// Trusts ranked below tenth that could be in the top ten all the same.
    fn unsettled(&self) -> usize {
        let could = self.ranks.could_be_top_ten();
        could.saturating_sub(self.ranks.ranked_in_top_ten())
    }

    /// Whether that is so of at least half of those ranked below tenth.
    fn is_noise(&self) -> bool {
        let below = self.ranks.ranks.len() - self.ranks.ranked_in_top_ten();
        2 * self.unsettled() >= below
    }
}

/// How certain top tens are, for the first page, with the region that the finding calls last as the example: "Top tens
/// are mostly noise: 27 of the South West's 28 trusts could be in its top ten".
///
/// They are noise when in most regions at least half of the trusts ranked below tenth could be in the top ten, and
/// clear when in no region more than two could. Regions whose trusts all rank tenth or better are ignored. Returns
/// `None` if there are no other regions.
#[must_use]
pub fn noise_check(analysis: &Analysis, ranks: &[(Family, FamilyRanks)]) -> Option<Check> {
    let lists = List::of(ranks);
    let check = check_by(&lists, example(analysis, &lists)?);
    Some(check.unwrap_or_else(|| {
        let noise = lists.iter().filter(|list| list.is_noise()).count();
        let words = words::noise_in(noise, lists.len());
        let text = of_analysis(analysis, words);
        Check { text, holds: false }
    }))
}

/// The check with one list as the example; `None` if top tens are noise and this one is not.
fn check_by(lists: &[List<'_>], example: &List<'_>) -> Option<Check> {
    let noise = lists.iter().filter(|list| list.is_noise()).count();
    let is_noise = 2 * noise > lists.len();
    let is_clear = lists.iter().all(|list| list.unsettled() <= FEW);
    let sentence = could_be_sentence(example.family, example.ranks);
    let (text, holds) = if is_clear {
        (words::clear(&sentence), true)
    } else if is_noise {
        example.is_noise().then(|| (words::noise(&sentence), false))?
    } else {
        (words::not_certain(&sentence), false)
    };
    Some(Check { text, holds })
}

/// The headline on the top ten of one part of the country: the check with its list as the example, if it is a region's
/// and such an example, or else how many of its trusts could be in it. `regional` are the ranks of all regions.
#[must_use]
pub fn top_ten_headline(regional: &[(Family, FamilyRanks)], (family, ranks): (&Family, &FamilyRanks)) -> String {
    let lists = List::of(regional);
    let here = lists.iter().find(|list| family.of.region() == Some(list.region));
    let check = here.and_then(|here| check_by(&lists, here));
    check.map_or_else(|| could_be_sentence(family, ranks), |check| check.text)
}

/// The list of the region that the finding calls last, else that of the last region that has one.
fn example<'l, 'r>(analysis: &Analysis, lists: &'l [List<'r>]) -> Option<&'l List<'r>> {
    let of = |region: Region| lists.iter().find(|list| list.region == region);
    let last = match Claim::last(analysis) {
        Some(Claim::Last(region)) => of(region),
        _ => None,
    };
    let regions = analysis.regions_in_order();
    last.or_else(|| regions.into_iter().rev().find_map(|figures| of(figures.region)))
}

/// All regions in a sentence: "In 9 regions, 95 trusts rank tenth or better, and 178 of 212 could". Returns `None` if
/// no region's trusts have intervals.
#[must_use]
pub fn could_be_in_all(ranks: &[(Family, FamilyRanks)]) -> Option<String> {
    let regions = || {
        let regional = ranks.iter();
        let regional = regional.filter(|(family, _)| family.of.region().is_some());
        regional.filter(|(_, ranks)| !ranks.ranks.is_empty())
    };
    let sum = |count: fn(&FamilyRanks) -> usize| -> usize { regions().map(|(_, ranks)| count(ranks)).sum() };
    let all = sum(|ranks| ranks.ranks.len());
    (all > 0).then(|| {
        let words = words::in_all(
            regions().count(),
            sum(FamilyRanks::ranked_in_top_ten),
            sum(FamilyRanks::could_be_top_ten),
            all,
        );
        of_loaded(of_part(ranks), words)
    })
}

/// How many trusts the lists are of, where files cover a part of the country alone.
fn of_part(ranks: &[(Family, FamilyRanks)]) -> Option<usize> {
    ranks.iter().find_map(|(family, _)| family.of_part)
}

/// Each region's trusts, how many rank tenth or better, and how many could.
#[must_use]
pub fn could_be_table(analysis: &Analysis, ranks: &[(Family, FamilyRanks)]) -> Table {
    let interval_choices = &analysis.intervals.choices;
    type Column<'a> = table::Column<'a, Ranked>;
    type Ranked = (Family, FamilyRanks);
    let columns = [
        Column::words(heads::REGION, |(family, _)| Cell::words(words::name_of(&family.of))),
        Column::numbers(words::WITH_INTERVAL, |(_, ranks)| Cell::Count(ranks.ranks.len())),
        Column::numbers(words::RANKED_IN_TOP_TEN, |(_, ranks)| {
            Cell::Count(ranks.ranked_in_top_ten())
        }),
        Column::numbers(
            &words::could_be(&level_in_words(interval_choices.level)),
            |(_, ranks)| Cell::Count(ranks.could_be_top_ten()),
        ),
        Column::numbers(words::WITHOUT_INTERVAL, |(family, _)| {
            Cell::Count(family.without_interval())
        }),
    ];
    let meaning = of_loaded(of_part(ranks), could_be_in_words(interval_choices));
    let caption = Caption::new(words::EACH_TOP_TEN, meaning);
    Table::new(caption, &columns, ranks).adjusted_for(adjusted_for(analysis))
}
