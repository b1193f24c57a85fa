//! Rules that the files cannot follow give way, and the user is told.

use crate::method::{RegionalRule, offered};
use crate::model::{Basis, DataSet};
use crate::words::app::state::possible as words;

use super::{Notice, State};

impl State {
    /// A measure, group or rule that the data set on the screen does not have gives way, and the
    /// user is told.
    pub(super) fn keep_rules_possible(&mut self) {
        let Some(data) = self.data() else { return };
        let Some(basis) = data.basis(self.rules.basis) else {
            return;
        };
        self.keep_measure_possible(&data, basis);
        self.keep_focus_possible(&data, basis);
        self.keep_regional_possible(&data, basis);
    }

    fn keep_measure_possible(&mut self, data: &DataSet, basis: Basis) {
        let measures = data.measures(basis);
        if let Some(&measure) = measures.first()
            && !measures.contains(&self.rules.measure)
        {
            let lacking = self.rules.measure.name();
            self.rules.measure = measure;
            let files = data.file_names(basis);
            self.adjusted(words::no_measure(&files, lacking, measure.name()));
        }
    }

    fn keep_focus_possible(&mut self, data: &DataSet, basis: Basis) {
        let focuses = data.focuses(basis, self.rules.measure);
        if let Some(&focus) = focuses.first()
            && !focuses.contains(&self.rules.focus)
        {
            let lacking = self.rules.focus.name().to_ascii_lowercase();
            let measure = self.rules.measure.name();
            self.rules.focus = focus;
            let (files, instead) = (data.file_names(basis), focus.name().to_ascii_lowercase());
            self.adjusted(words::no_pupils(&files, measure, &lacking, &instead));
        }
    }

    fn keep_regional_possible(&mut self, data: &DataSet, basis: Basis) {
        if !offered(data, basis, self.rules.focus).contains(&self.rules.regional) {
            let lacking = self.rules.regional.name();
            self.rules.regional = RegionalRule::default();
            let files = data.file_names(basis);
            let instead = RegionalRule::default().name().to_ascii_lowercase();
            self.adjusted(words::no_regional_figure(&files, lacking, &instead));
        }
    }

    fn adjusted(&mut self, words: String) {
        self.notice(Notice::Adjusted(words));
    }
}
