//! A made-up country for looking around: trusts, schools and memberships from a fixed seed, written as the published
//! files are.
//!
//! None of it is real: every trust and school is invented, with a number outside the Department's ranges. The regional
//! picture resembles the real one, so that the page has something to show. The bytes are the same everywhere: the code
//! uses only `+ - * /`, `sqrt` and `round`, which are exact on every platform.

mod asset;
mod chance;
mod cohort;
mod context;
mod country;
mod full_links;
mod full_school_file;
mod full_size;
mod group_links;
mod names;
mod region_profiles;
mod school_file;
mod sheet;
mod tidy_file;
mod trust_file;
mod words;

pub use full_size::FullSize;
pub use tidy_file::Naming;

use records::terms::{AcademicYear, Date, DayOfYear};

use cohort::Results;
use country::Scale;
use region_profiles::{Authority, RegionProfile};

/// The calendar years in which the years end; 2019/20 and 2020/21 had no exams.
const YEARS: [u16; 3] = [2019, 2022, 2023];

/// The demonstration data set.
///
/// ```
/// use demo::Demonstration;
/// use read::layout::read_file;
/// let demonstration = Demonstration::generate();
/// let newest = demonstration.years().last().copied().unwrap();
/// let file = read_file("demonstration.csv", demonstration.trust_file(newest).as_bytes()).unwrap();
/// assert!(file.records.trusts.len() > 190);
/// assert!(file.records.problems.is_empty());
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Demonstration {
    years: Vec<AcademicYear>,
    trusts: Vec<Trust>,
    schools: Vec<School>,
}

/// A made-up trust.
#[derive(Debug, Clone, PartialEq)]
struct Trust {
    uid: usize,
    name: String,
    profile: &'static RegionProfile,
    /// Whether the figures of its disadvantaged and other pupils are withheld.
    withheld: bool,
}

impl Trust {
    /// `TRUST_ID`, the `Group ID` of the group links.
    fn id(&self) -> String {
        format!("TR{}", self.uid)
    }
}

/// A made-up school.
#[derive(Debug, Clone, PartialEq)]
struct School {
    urn: usize,
    name: String,
    kind: Kind,
    authority: &'static Authority,
    /// Whether it selects its pupils by ability.
    selects: bool,
    membership: Option<Membership>,
    /// Its results, in order of the years.
    results: Vec<Results>,
}

/// The trust that a school is in, and since when.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Membership {
    /// The index among the trusts.
    pub trust: usize,
    joined_year: u16,
    joined_month: u8,
}

impl Membership {
    /// The day on which the school joined: the first day of a month.
    fn joined(self) -> Option<Date> {
        DayOfYear::new(self.joined_month, 1).map(|day| day.of(self.joined_year))
    }
}

/// The kind of school, as coded in the files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Converter,
    Sponsored,
    Free,
    Studio,
    TechnicalCollege,
    Community,
    VoluntaryAided,
    Special,
    SpecialAcademy,
    Independent,
}

const ACADEMIES: &str = "Academies";
const FREE_SCHOOLS: &str = "Free schools";
const MAINTAINED: &str = "Local authority maintained schools";
const SPECIAL: &str = "Special schools";

impl Kind {
    /// `NFTYPE` and `establishment_type_group` of the performance files, and the code and name of the group links.
    const fn written(self) -> [&'static str; 4] {
        match self {
            Self::Converter => ["ACC", ACADEMIES, "34", "Academy converter"],
            Self::Sponsored => ["AC", ACADEMIES, "28", "Academy sponsor led"],
            Self::Free => ["F", FREE_SCHOOLS, "35", "Free schools"],
            Self::Studio => ["FSS", FREE_SCHOOLS, "41", "Studio schools"],
            Self::TechnicalCollege => ["FUTC", FREE_SCHOOLS, "40", "University technical college"],
            Self::Community => ["CY", MAINTAINED, "01", "Community school"],
            Self::VoluntaryAided => ["VA", MAINTAINED, "02", "Voluntary aided school"],
            Self::Special => ["CYS", SPECIAL, "07", "Community special school"],
            Self::SpecialAcademy => ["ACCS", SPECIAL, "44", "Academy special converter"],
            Self::Independent => ["IND", "Independent schools", "11", "Other independent school"],
        }
    }

    /// `NFTYPE` of the performance files.
    const fn code(self) -> &'static str {
        let [code, ..] = self.written();
        code
    }

    /// `establishment_type_group` of the tidy files.
    const fn type_group(self) -> &'static str {
        let [_, group, ..] = self.written();
        group
    }

    /// The code and name of the group links.
    const fn establishment(self) -> (&'static str, &'static str) {
        let [.., code, name] = self.written();
        (code, name)
    }

    /// `RECTYPE` of the performance files.
    const fn record_type(self) -> &'static str {
        if self.is_special() { "2" } else { "1" }
    }

    /// Whether it has few pupils.
    const fn is_small(self) -> bool {
        matches!(self, Self::Studio | Self::TechnicalCollege)
    }

    const fn is_special(self) -> bool {
        matches!(self, Self::Special | Self::SpecialAcademy)
    }

    /// The code and name of the group links for the phase of education.
    const fn phase(self) -> (&'static str, &'static str) {
        if self.is_special() {
            ("0", "Not applicable")
        } else {
            ("4", "Secondary")
        }
    }

    /// Its admissions, as in `ADMPOL_PT` of the performance files.
    const fn admissions(self, selects: bool) -> &'static str {
        match self {
            Self::Special | Self::SpecialAcademy | Self::Independent => "NA",
            _ if selects => "SEL",
            _ => "OTHER NON SEL",
        }
    }
}

impl Demonstration {
    /// Makes the data set, which is the same every time and everywhere.
    #[must_use]
    pub fn generate() -> Self {
        Self::of_scale(Scale::SMALL)
    }

    fn of_scale(scale: Scale) -> Self {
        let years: Vec<AcademicYear> = YEARS.into_iter().filter_map(AcademicYear::ending).collect();
        let (trusts, schools) = country::make(scale);
        Self { years, trusts, schools }
    }

    /// The years with results, oldest first.
    #[must_use]
    pub fn years(&self) -> &[AcademicYear] {
        &self.years
    }

    /// The trust performance file of a year. Its figures are computed from the schools by the Department's method. It
    /// has no rows if the year is not among [`Self::years`].
    ///
    /// It has one column more than the real file: grade 4 or above in English and maths.
    #[must_use]
    pub fn trust_file(&self, year: AcademicYear) -> String {
        trust_file::write(self, year)
    }

    /// The school performance file of a year, in the wide layout to 2022/23: schools, then local authorities, then
    /// England. It has no rows if the year is not among [`Self::years`].
    #[must_use]
    pub fn school_file(&self, year: AcademicYear) -> String {
        school_file::write(self, year)
    }

    /// The school performance file of a year in the tidy layout of 2023/24 and later: the same figures as
    /// [`Self::school_file`], with a row for each school and breakdown. It has no rows if the year is not among
    /// [`Self::years`].
    ///
    /// The year need not be one that was published in this layout: these files are for tests of the layout. The naming
    /// of 2024/25 has no Progress 8, because there was none that year.
    ///
    /// ```
    /// use demo::{Demonstration, Naming};
    /// let demonstration = Demonstration::generate();
    /// let newest = demonstration.years().last().copied().unwrap();
    /// let file = demonstration.tidy_school_file(newest, Naming::Of2024);
    /// assert!(file.starts_with("time_period,"));
    /// assert!(file.contains(",Not known to be disadvantaged,"));
    /// ```
    #[must_use]
    pub fn tidy_school_file(&self, year: AcademicYear, naming: Naming) -> String {
        tidy_file::write(self, year, naming)
    }

    /// Which school is in which trust, and since when, as in Get Information About Schools.
    #[must_use]
    pub fn group_links(&self) -> String {
        group_links::write(self)
    }

    /// Every file with its name for download.
    #[must_use]
    pub fn files(&self) -> Vec<(String, String)> {
        let mut files = Vec::with_capacity(2 * self.years.len() + 1);
        for &year in &self.years {
            let folder = format!("{}-{}", year.ends() - 1, year.ends());
            files.push((
                format!("{folder}/england_ks4-mats-performance.csv"),
                self.trust_file(year),
            ));
            files.push((format!("{folder}/england_ks4final.csv"), self.school_file(year)));
        }
        files.push(("group_links.csv".to_owned(), self.group_links()));
        files
    }

    /// The schools with their results in a year.
    fn results(&self, year: AcademicYear) -> impl Iterator<Item = (&School, &Results)> {
        self.schools
            .iter()
            .filter_map(move |school| Some((school, self.results_of(school, year)?)))
    }

    /// A school's results in a year.
    fn results_of<'a>(&self, school: &'a School, year: AcademicYear) -> Option<&'a Results> {
        let index = self.years.iter().position(|&known| known == year)?;
        school.results.get(index)
    }
}
