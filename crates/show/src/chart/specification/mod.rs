//! The specification curve: what every combination of rules gives, sorted, and below it which choices
//! each makes (Simonsohn, Simmons and Nelson 2020, "Specification curve analysis", Nature Human
//! Behaviour 4).

pub(super) mod words;

use method::{Analysis, Choice, Claim, Outcome, Robustness, Rules};
use plot::{Plot, Width};
use records::terms::letters::with_capital;
use records::terms::order::sorted_by_key;
use records::terms::{Figure, Focus, Region, Unit, listed};

use crate::chart::key::{KeyItem, Sign, words as key};

use super::beyond::{End, rank_in_words};
use super::choice::{ChosenRule, choice_name, choices_in_words};
use super::finding::{best_word, claim_in_words, last_word, with_unit};
use super::robustness::claim_holds_in_words;
use super::table::{self, Cell, Table};
use super::trust::{shown, unit_of};
use super::{Chart, inks, of_loaded};

/// The chart as data: the outcomes by their estimate, the lowest first, those without one last.
///
/// The subject of a column's marks has as its id the outcome's index in [`Robustness::outcomes`].
#[derive(Debug, Clone, PartialEq)]
pub struct SpecificationChart {
    pub(super) title: String,
    subtitle: String,
    pub(super) unit: Unit,
    pub(super) focus: Focus,
    /// The rules that the input allows to choose, each with the choices that some outcome has.
    pub(super) rules: Vec<(ChosenRule, Vec<Choice>)>,
    pub(super) columns: Vec<Specification>,
    /// The claim looked at: "South West lowest".
    pub(super) claim: Option<String>,
    /// "highest" and "lowest", as the figures have it.
    ends: [&'static str; 2],
}

/// A column: an outcome.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Specification {
    /// Its index among the outcomes, as text.
    pub(super) id: String,
    pub(super) figure: Option<Figure>,
    /// Of each choice shown, in order, whether any of its combinations has it.
    pub(super) has: Vec<bool>,
    /// Whether the claim holds; `None` without a claim.
    pub(super) holds: Option<bool>,
    pub(super) is_in_force: bool,
    pub(super) words: String,
    /// The regions that are first and last.
    regions: [Option<String>; 2],
}

impl SpecificationChart {
    /// The chart of a survey: the figure of a region, or of all trusts, under every combination, and
    /// whether a claim holds.
    ///
    /// ```
    /// use show::chart::{Chart, SpecificationChart, claim_robustness_in_words};
    /// use method::{Claim, Rules, Survey, analyse};
    /// use read::layout::read_file;
    /// use records::model::Library;
    /// // London is lowest as a simple mean, not when its larger trust counts for more.
    /// let csv = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,TPUP_MATPTINC,PFSM6CLA1A_MATPTINC,\
    ///            PNOTFSM6CLA1A_MATPTINC,PTL2BASICS_95_WGTAVG_FSM6CLA1A\n\
    ///            1,ONE,London,900,50%,50%,30%\n2,TWO,London,100,50%,50%,10%\n\
    ///            3,THREE,South West,500,50%,50%,25%\n";
    /// let mut library = Library::default();
    /// library.add(read_file("mats_2022-23.csv", csv.as_bytes()).unwrap());
    /// let data = library.newest().unwrap();
    /// let rules = Rules::default();
    /// let analysis = analyse(&data, &rules).unwrap();
    /// let mut survey = Survey::new(&data, &rules).unwrap();
    /// while survey.advance().is_some() {}
    /// let robustness = survey.finish();
    ///
    /// let claim = Claim::last(&analysis).unwrap();
    /// let chart = SpecificationChart::new(&robustness, &analysis, None, Some(claim));
    /// assert_eq!(chart.title(), "London lowest: holds in 1 of 2 combinations of rules");
    /// assert_eq!(
    ///     claim_robustness_in_words(&robustness.of_claim(claim, &rules), &rules)[1],
    ///     "It does not hold when trusts are weighted by pupils: then the South West is lowest (25.0%)."
    /// );
    /// ```
    #[must_use]
    pub fn new(robustness: &Robustness, analysis: &Analysis, region: Option<Region>, claim: Option<Claim>) -> Self {
        let rules = chosen(robustness);
        let maker = Maker {
            now: &analysis.rules,
            rules: &rules,
            region,
            claim,
        };
        let in_force = robustness.index_of(&analysis.rules);
        let outcomes = robustness.outcomes.iter().enumerate();
        let columns = outcomes.map(|(index, outcome)| maker.column(index, outcome, in_force == Some(index)));
        let columns = sorted_by_key(columns.collect(), |column: &Specification| {
            column.figure.map_or(i64::MAX, Figure::steps)
        });
        let whose = region.map_or(words::ALL_TRUSTS, Region::in_sentence);
        Self {
            title: match claim {
                Some(claim) if !columns.is_empty() => {
                    claim_holds_in_words(&robustness.of_claim(claim, maker.now), maker.now)
                }
                _ => of_loaded(robustness.of_part, range_in_words(&columns, whose, maker.now.focus)),
            },
            subtitle: of_loaded(robustness.of_part, words::subtitle(whose, &shown(analysis))),
            unit: analysis.rules.measure.unit(),
            focus: analysis.rules.focus,
            claim: claim.map(|claim| claim_in_words(claim, maker.now)),
            ends: [best_word(maker.now), last_word(maker.now)],
            columns,
            rules,
        }
    }
}

/// The rules that the input allows to choose, with the choices that some outcome has.
fn chosen(robustness: &Robustness) -> Vec<(ChosenRule, Vec<Choice>)> {
    let outcomes = &robustness.outcomes;
    let mut chosen = Vec::new();
    for rule in ChosenRule::ALL {
        // A survey of figures as published tries regional figures alone.
        if robustness.trusts_testable || rule == ChosenRule::Regional {
            let mut choices = rule.choices();
            choices.retain(|choice| outcomes.iter().any(|one| has(one, *choice)));
            if !choices.is_empty() {
                chosen.push((rule, choices));
            }
        }
    }
    chosen
}

fn has(outcome: &Outcome, choice: Choice) -> bool {
    outcome.rules.iter().any(|rules| choice.is_in(rules))
}

/// What every column is made with.
struct Maker<'a> {
    /// The rules in force.
    now: &'a Rules,
    rules: &'a [(ChosenRule, Vec<Choice>)],
    region: Option<Region>,
    claim: Option<Claim>,
}

impl Maker<'_> {
    fn column(&self, index: usize, outcome: &Outcome, is_in_force: bool) -> Specification {
        let holds = self.claim.map(|claim| outcome.bears_out(claim));
        let choices = self.rules.iter().flat_map(|(_, choices)| choices);
        Specification {
            id: index.to_string(),
            figure: outcome.figure(self.region),
            has: choices.map(|choice| has(outcome, *choice)).collect(),
            holds,
            is_in_force,
            words: self.words(outcome, holds, is_in_force),
            regions: [outcome.regions.first(), outcome.regions.last()].map(|at| regions_at(outcome, at?.1)),
        }
    }

    fn words(&self, outcome: &Outcome, holds: Option<bool>, is_in_force: bool) -> String {
        let figure = outcome.figure(self.region);
        let shown: Vec<ChosenRule> = self.rules.iter().map(|(rule, _)| *rule).collect();
        // Out of several combinations, the rules in force are described, else the first.
        let described = if is_in_force {
            Some(self.now)
        } else {
            outcome.rules.first()
        };
        let made = described.map_or_else(String::new, |rules| choices_in_words(rules, &shown));
        let claim = self.claim.zip(holds);
        words::combination(
            figure.map(|figure| with_unit(figure, self.now.focus)),
            is_in_force,
            &made,
            outcome.rules.len().saturating_sub(1),
            claim.map(|(claim, holds)| (claim_in_words(claim, self.now), holds)),
        )
    }
}

/// The regions that share a rank.
fn regions_at(outcome: &Outcome, figure: Figure) -> Option<String> {
    let same = outcome
        .regions
        .iter()
        .filter(|(_, other)| other.steps() == figure.steps());
    let names: Vec<&str> = same.map(|(region, _)| region.name()).collect();
    Some(listed(&names))
}

/// The finding where no claim is looked at.
fn range_in_words(columns: &[Specification], whose: &str, focus: Focus) -> String {
    let figures: Vec<Figure> = columns.iter().filter_map(|column| column.figure).collect();
    let (Some(&low), Some(&high)) = (figures.first(), figures.last()) else {
        return words::NO_FIGURE.to_owned();
    };
    let high_with_unit = with_unit(high, focus);
    if low.steps() == high.steps() {
        return words::same_figure(whose, &high_with_unit, columns.len());
    }
    words::figures(whose, &low.plain(), &high_with_unit, columns.len())
}

impl Chart for SpecificationChart {
    fn heads(&self) -> [&str; 2] {
        [&self.title, &self.subtitle]
    }

    fn description(&self) -> String {
        let figures = self.columns.iter().filter_map(|column| column.figure);
        let figures: Vec<String> = figures.map(|figure| with_unit(figure, self.focus)).collect();
        let mut sentences = vec![self.subtitle.clone()];
        if let (Some(low), Some(high)) = (figures.first(), figures.last())
            && low != high
        {
            sentences.push(words::ends(low, high));
        }
        let in_force = self.columns.iter().find(|column| column.is_in_force);
        sentences.push(in_force.map_or_else(
            || words::NOT_TRIED.to_owned(),
            |column| format!("{}.", with_capital(&column.words)),
        ));
        let missing = self.columns.len() - figures.len();
        if missing > 0 {
            sentences.push(words::without_figure(missing, self.columns.len()));
        }
        sentences.join(" ")
    }

    fn table(&self) -> Table {
        type Column<'a> = table::Column<'a, Row<'a>>;
        type Row<'a> = (usize, &'a Specification);
        let yes_or_no = |is_so| Cell::words(words::yes_or_no(is_so));
        let mut columns = vec![
            Column::numbers(words::NUMBER, |(index, _)| Cell::Count(index + 1)),
            Column::numbers(words::ESTIMATE, |(_, of)| of.figure.into()).in_unit(unit_of(self.unit, self.focus)),
        ];
        let mut before = 0;
        for (rule, choices) in &self.rules {
            let first = before;
            before += choices.len();
            columns.push(Column::words(rule.name(), move |(_, of)| {
                let made = of.has.iter().skip(first).zip(choices);
                let made = made.filter(|(has, _)| **has);
                let made: Vec<String> = made.map(|(_, choice)| choice_name(*choice)).collect();
                Cell::Words(words::one_of(&made))
            }));
        }
        for (index, end) in self.ends.into_iter().enumerate() {
            columns.push(Column::words(&words::region_at(end), move |(_, of)| {
                let regions = of.regions.get(index).cloned().flatten();
                regions.map_or(Cell::NoFigure, Cell::Words)
            }));
        }
        if let Some(claim) = &self.claim {
            columns.push(Column::words(&words::claim_holds(claim), move |(_, of)| {
                yes_or_no(of.holds == Some(true))
            }));
        }
        columns.push(Column::words(words::RULES_IN_FORCE, move |(_, of)| {
            yes_or_no(of.is_in_force)
        }));
        Table::new(&*self.subtitle, &columns, self.columns.iter().enumerate())
    }

    fn key(&self) -> Vec<KeyItem> {
        let mut items = match self.claim {
            Some(_) => vec![
                KeyItem::new(Sign::Dot(4.0), inks::TRUST, words::HOLDS),
                KeyItem::new(Sign::Cross, inks::OTHER, words::DOES_NOT_HOLD),
            ],
            None => vec![KeyItem::new(Sign::Dot(4.0), inks::TRUST, key::COMBINATION)],
        };
        items.push(KeyItem::new(Sign::Tick(5.0), inks::DISADVANTAGED, key::CHOICE));
        items
    }

    fn plot(&self, width: Width) -> Plot {
        super::specification_picture::plot(self, width)
    }

    fn beyond(&self, id: &str) -> Option<String> {
        let column = self.columns.iter().find(|column| column.id == id)?;
        let mut figures = self.columns.iter().filter_map(|column| column.figure);
        let end = End::Lowest;
        rank_in_words(column.figure?, &mut figures, end, words::COMBINATION)
    }
}
