//! Every combination of rules is tried on the page's own thread, some at a time, so that no turn is long: the data set
//! is here, and handing it to a worker would take as long as the survey.

mod surveying;
mod turns;

pub(super) use surveying::{Progress, SharedSurvey, Surveying, use_survey};
