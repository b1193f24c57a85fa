//! What is said of breaks in figures over the years.

use std::fmt;

use super::{BreakKind, SeriesBreak};

/// Why figures before and after are not alike, in sentences.
impl fmt::Display for SeriesBreak {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.kind {
            BreakKind::FreeMealsKept => {
                "From 2018/19 pupils keep free school meals once they have them, and more of them count as \
                 disadvantaged. This protection runs from April 2018 to September 2026."
            }
            BreakKind::NoComparableResults => {
                "2019/20 and 2020/21 have no comparable results, because teachers assessed the grades."
            }
            BreakKind::GradingMidway => {
                "In 2021/22 grading was midway back to that of before the pandemic, and grades were higher."
            }
            BreakKind::GradingBack => "From 2022/23 grading is back to that of before the pandemic.",
            BreakKind::NoProgress8 => {
                "2024/25 and 2025/26 have no Progress 8: these pupils sat no key stage 2 tests, which were cancelled in \
                 2020 and 2021."
            }
            BreakKind::EbaccLeaves => "The EBacc is announced to leave the performance tables from 2025/26.",
            BreakKind::UniversalCredit => {
                "From September 2026 every household on Universal Credit can have free meals, and the protection of \
                 earlier claims ends. Which pupils results will count as disadvantaged is not announced."
            }
        })
    }
}
