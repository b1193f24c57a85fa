//! Rules that the files cannot follow give way, and the user is told.

use crate::method::{RegionalRule, offered};
use crate::model::{Basis, DataSet};
use crate::terms::letters::in_small;
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
            let lacking = words::no_column_for(lacking);
            self.adjusted(&data.file_names(basis), "has", &lacking, measure.name());
        }
    }

    fn keep_focus_possible(&mut self, data: &DataSet, basis: Basis) {
        let focuses = data.focuses(basis, self.rules.measure);
        if let Some(&focus) = focuses.first()
            && !focuses.contains(&self.rules.focus)
        {
            let lacking = in_small(self.rules.focus.name());
            let measure = self.rules.measure.name();
            self.rules.focus = focus;
            self.adjusted(
                &data.file_names(basis),
                "has",
                &words::not_for(measure, lacking),
                &format!("\u{201c}{}\u{201d}", in_small(focus.name())),
            );
        }
    }

    fn keep_regional_possible(&mut self, data: &DataSet, basis: Basis) {
        if !offered(data, basis, self.rules.focus).contains(&self.rules.regional) {
            let lacking = self.rules.regional.name();
            self.rules.regional = RegionalRule::default();
            self.adjusted(
                &data.file_names(basis),
                "lacks",
                &words::what_regional_figure_needs(lacking),
                &words::the(in_small(RegionalRule::default().name())),
            );
        }
    }

    fn adjusted(&mut self, files: &str, verb: &str, lacking: &str, instead: &str) {
        self.notice(Notice::Adjusted(words::shown_instead(
            files, verb, lacking, instead,
        )));
    }
}
