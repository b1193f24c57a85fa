//! Earlier choices, for undo and redo.

use std::rc::Rc;

use method::{Setting, Settings};

use super::State;

/// The most changes that can be undone: more than anybody needs.
const MOST: usize = 100;

/// Earlier settings, the latest at the end, and those that were undone.
#[derive(Debug, Clone, Default)]
pub(super) struct History {
    past: Vec<Settings>,
    undone: Vec<Settings>,
}

impl State {
    /// Stores the settings from before a change.
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

    /// The setting that undo would change.
    pub(crate) fn undoable(&self) -> Option<&'static Setting> {
        self.history.0.past.last()?.difference(&self.settings)
    }

    /// The setting that redo would change.
    pub(crate) fn redoable(&self) -> Option<&'static Setting> {
        self.history.0.undone.last()?.difference(&self.settings)
    }

    /// Restores the settings from before the last change.
    pub(super) fn undo(&mut self) {
        let History { past, undone } = Rc::make_mut(&mut self.history.0);
        if let Some(before) = past.pop() {
            undone.push(self.settings.clone());
            self.choose_again(before);
        }
    }

    /// Restores the settings that were undone last.
    pub(super) fn redo(&mut self) {
        let History { past, undone } = Rc::make_mut(&mut self.history.0);
        if let Some(after) = undone.pop() {
            past.push(self.settings.clone());
            self.choose_again(after);
        }
    }

    fn choose_again(&mut self, settings: Settings) {
        self.forget_adjustments();
        self.apply_settings(settings);
        // The files may have changed since.
        self.keep_rules_possible();
        self.keep_choice_for_link();
    }
}
