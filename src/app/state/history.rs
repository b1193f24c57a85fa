//! Choices that were made, so that they can be undone.

use std::rc::Rc;

use crate::app::lens::Lens;
use crate::method::{CombinedWeights, IntervalChoices, Rules};
use crate::source;
use crate::terms::{AcademicYear, Area};

use super::State;

/// How many changes can be undone: more than anybody goes back.
const MOST: usize = 100;

/// All that a user chooses, but for files.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Choices {
    chosen_year: Option<Option<AcademicYear>>,
    rules: Rules,
    interval_choices: IntervalChoices,
    lens: Lens,
    areas: Rc<Vec<Area>>,
    weights: Rc<CombinedWeights>,
    readings: Rc<source::Choices>,
}

/// What was chosen before, the last at the end, and what was undone.
#[derive(Debug, Clone, Default)]
pub(super) struct History {
    past: Vec<Choices>,
    undone: Vec<Choices>,
}

/// A part of the choices, for the words on what is undone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    Measure,
    Pupils,
    Regional,
    /// Which trusts and schools count, and how much.
    Rules,
    Year,
    IntervalChoices,
    Lens,
    Areas,
    Weights,
    Readings,
}

impl Choices {
    /// The first part in which they differ.
    fn difference(&self, other: &Self) -> Option<Part> {
        let parts = [
            (self.rules.measure != other.rules.measure, Part::Measure),
            (self.rules.focus != other.rules.focus, Part::Pupils),
            (self.rules.regional != other.rules.regional, Part::Regional),
            (self.rules != other.rules, Part::Rules),
            (self.chosen_year != other.chosen_year, Part::Year),
            (
                self.interval_choices != other.interval_choices,
                Part::IntervalChoices,
            ),
            (self.lens != other.lens, Part::Lens),
            (self.areas != other.areas, Part::Areas),
            (self.weights != other.weights, Part::Weights),
            (self.readings != other.readings, Part::Readings),
        ];
        parts
            .into_iter()
            .find_map(|(differs, part)| differs.then_some(part))
    }
}

impl State {
    pub(super) fn choices(&self) -> Choices {
        Choices {
            chosen_year: self.chosen_year,
            rules: self.rules,
            interval_choices: self.interval_choices,
            lens: self.lens,
            areas: Rc::clone(&self.areas),
            weights: Rc::clone(&self.weights),
            readings: Rc::clone(&self.readings),
        }
    }

    /// Keeps what was chosen before the user chose anew.
    pub(super) fn remember_choices(&mut self, before: Choices) {
        if before != self.choices() {
            let history = Rc::make_mut(&mut self.history.0);
            if history.past.len() == MOST {
                history.past.remove(0);
            }
            history.past.push(before);
            history.undone.clear();
        }
    }

    /// What the last change changed.
    pub(in crate::app) fn undoable(&self) -> Option<Part> {
        self.history.0.past.last()?.difference(&self.choices())
    }

    /// What was undone last.
    pub(in crate::app) fn redoable(&self) -> Option<Part> {
        self.history.0.undone.last()?.difference(&self.choices())
    }

    /// Goes back to what was chosen before.
    pub(super) fn undo(&mut self) {
        let now = self.choices();
        if let Some(before) = Rc::make_mut(&mut self.history.0).past.pop() {
            Rc::make_mut(&mut self.history.0).undone.push(now);
            self.choose_again(before);
        }
    }

    /// Goes forward to what was undone.
    pub(super) fn redo(&mut self) {
        let now = self.choices();
        if let Some(after) = Rc::make_mut(&mut self.history.0).undone.pop() {
            Rc::make_mut(&mut self.history.0).past.push(now);
            self.choose_again(after);
        }
    }

    fn choose_again(&mut self, choices: Choices) {
        let Choices {
            chosen_year,
            rules,
            interval_choices,
            lens,
            areas,
            weights,
            readings,
        } = choices;
        self.forget_adjustments();
        self.chosen_year = chosen_year;
        self.rules = rules;
        self.interval_choices = interval_choices;
        self.lens = lens;
        self.areas = areas;
        self.weights = weights;
        self.read_by(readings);
        // The files may be others by now.
        self.keep_rules_possible();
    }
}
