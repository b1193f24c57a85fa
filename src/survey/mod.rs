//! Tries every combination of rules on the page's own thread, in short turns. The data set is already here, and
//! passing it to a worker would take as long as the survey.

mod surveying;
mod turns;

pub(super) use surveying::{Progress, SharedSurvey, Surveying, use_survey};
