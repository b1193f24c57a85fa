//! The works that methods refer to.

pub(crate) const DEPARTMENT: &str = "Department for Education. Key stage 4 trust measures: methodology, and the performance \
    tables with their guides.";
pub(crate) const WILSON: &str = "Wilson, E. B. (1927). Probable inference, the law of succession, and statistical inference. \
    Journal of the American Statistical Association, 22(158), 209\u{2013}212.";
pub(crate) const MOGSTAD: &str = "Mogstad, M., Romano, J. P., Shaikh, A. M. and Wilhelm, D. (2024). Inference for ranks with \
    applications to mobility across neighbourhoods and academic achievement across countries. Review of Economic \
    Studies, 91(1), 476\u{2013}518.";
pub(crate) const FUNNELS: &str = "Spiegelhalter, D. J. (2005). Funnel plots for comparing institutional performance. \
    Statistics in Medicine, 24(8), 1185\u{2013}1202.";
pub(crate) const OVER_DISPERSION: &str = "Spiegelhalter, D. J. (2005). Handling over-dispersion of performance indicators. \
    Quality and Safety in Health Care, 14(5), 347\u{2013}351.";
pub(crate) const DERSIMONIAN: &str = "DerSimonian, R. and Laird, N. (1986). Meta-analysis in clinical trials. Controlled \
    Clinical Trials, 7(3), 177\u{2013}188.";
pub(crate) const SIMONSOHN: &str = "Simonsohn, U., Simmons, J. P. and Nelson, L. D. (2020). Specification curve analysis. \
    Nature Human Behaviour, 4(11), 1208\u{2013}1214.";

/// In the order in which they are listed.
pub(crate) const REFERENCES: [&str; 7] = [
    DEPARTMENT,
    DERSIMONIAN,
    MOGSTAD,
    SIMONSOHN,
    FUNNELS,
    OVER_DISPERSION,
    WILSON,
];
