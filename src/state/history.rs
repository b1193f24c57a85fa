//! Choices that were made, so that they can be undone.

use std::rc::Rc;

use method::{Setting, Settings};

use super::State;

/// How many changes can be undone: more than anybody goes back.
const MOST: usize = 100;

/// What was chosen before, the last at the end, and what was undone.
#[derive(Debug, Clone, Default)]
pub(super) struct History {
    past: Vec<Settings>,
    undone: Vec<Settings>,
}

impl State {
    /// Keeps what was chosen before the user chose anew.
    pub(super) fn remember_choices(&mut self, before: Settings) {
        if before != self.settings {
            let history = Rc::make_mut(&mut self.history.0);
            if history.past.len() == MOST {
                history.past.remove(0);
            }
            history.past.push(before);
            history.undone.clear();
        }
    }

    /// What the last change changed.
    pub(crate) fn undoable(&self) -> Option<&'static Setting> {
        self.history.0.past.last()?.difference(&self.settings)
    }

    /// What was undone last.
    pub(crate) fn redoable(&self) -> Option<&'static Setting> {
        self.history.0.undone.last()?.difference(&self.settings)
    }

    /// Goes back to what was chosen before.
    pub(super) fn undo(&mut self) {
        let History { past, undone } = Rc::make_mut(&mut self.history.0);
        if let Some(before) = past.pop() {
            undone.push(self.settings.clone());
            self.choose_again(before);
        }
    }

    /// Goes forward to what was undone.
    pub(super) fn redo(&mut self) {
        let History { past, undone } = Rc::make_mut(&mut self.history.0);
        if let Some(after) = undone.pop() {
            past.push(self.settings.clone());
            self.choose_again(after);
        }
    }

    fn choose_again(&mut self, settings: Settings) {
        self.forget_adjustments();
        self.take_on(settings);
        // The files may be others by now.
        self.keep_rules_possible();
        self.keep_choice_for_link();
    }
}
