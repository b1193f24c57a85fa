//! Tries every combination of rules, and every choice of context, on the page's own thread, in short turns. The data
//! set is already here, and passing it to a worker would take as long as the survey.

mod surveying;
mod turns;

pub(super) use surveying::{
    ContextsTried, Kept, LastSurveys, Progress, Steps, Surveying, use_found, use_steps, use_survey,
};
