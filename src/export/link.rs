//! Rules, interval choices and all else that is asked, as part of the address: what differs from the defaults, never data.
//!
//! `#method?weight=pupils&area=Cornwall=908` is the page Method, under those rules. Of the files it says which they were
//! by the beginnings of their fingerprints, so that the page can tell when others are open; of a spreadsheet of the user's
//! own by its name and length, since figures in it may have to be withheld.

use std::rc::Rc;

use crate::method::weighting::Weight;
use crate::method::{
    AssumedSpread, CombinedWeights, IntervalChoices, Limits, MissingPolicy, RankKind, RegionalRule,
    Rules,
};
use crate::model::{Basis, SourceFile};
use crate::source::{Choices, Fingerprint, Fingerprinting};
use crate::stats::Level;
use crate::terms::address::{decoded, encoded};
use crate::terms::decimals::with_decimals;
use crate::terms::letters::shortened;
use crate::terms::{AcademicYear, Area, DayOfYear, Focus, Measure, SchoolTypes, Unit};

/// The assumed standard deviations in an address.
const SPREADS: [(&str, Unit); 2] = [("sd-att8", Unit::Points), ("sd-aps", Unit::AveragePoints)];

/// What stands for a choice that is made, and for one that is not.
const YES: &str = "yes";
const NO: &str = "no";

/// How many digits of a fingerprint name a file: enough to tell a user's few files apart.
const FILE_DIGITS: usize = 8;

/// Letters of a file's name that an address holds.
const MOST_OF_NAME: usize = 60;

/// What stands for no cap.
const NO_CAP: &str = "none";

/// The part of an address after `?`; empty where nothing differs from the defaults.
///
/// ```
/// use trust_gap::export::link::{Said, write};
/// use trust_gap::method::Rules;
/// assert_eq!(write(&Said::default()), "");
/// let said = Said { rules: Rules { min_years: 1, ..Rules::default() }, ..Said::default() };
/// assert_eq!(write(&said), "min-years=1");
/// ```
#[must_use]
pub fn write(said: &Said) -> String {
    let mut pairs = Pairs::default();
    pairs.add_rules(&said.rules);
    pairs.add_interval_choices(&said.interval_choices);
    pairs.add_lens(said.lens);
    let weights = &said.weights;
    pairs.add("combined", weights.key(), &CombinedWeights::default().key());
    for area in said.areas.iter() {
        pairs.add("area", area.to_string(), "");
    }
    for (id, reading) in said.readings.iter() {
        pairs.add("assume", format!("{id}={reading}"), "");
    }
    pairs.add("year", said.year.map_or_else(String::new, year_key), "");
    for file in &said.names {
        pairs.add("file", file.clone(), "");
    }
    pairs.add("files", said.files.join(","), "");
    pairs.joined()
}

/// What an address says, key by key.
#[derive(Default)]
struct Pairs(Vec<(&'static str, String)>);

impl Pairs {
    /// Adds what is not as usual.
    fn add(&mut self, key: &'static str, value: String, usual: &str) {
        if value != usual {
            self.0.push((key, value));
        }
    }

    fn add_rules(&mut self, rules: &Rules) {
        let usual = Rules::default();
        self.add("measure", rules.measure.address(), usual.measure.key());
        self.add("group", rules.focus.key().to_owned(), usual.focus.key());
        let regional = rules.regional.key().to_owned();
        self.add("regional", regional, usual.regional.key());
        self.add("basis", rules.basis.map_or("", Basis::key).to_owned(), "");
        self.add("weight", rules.weight.key().to_owned(), usual.weight.key());
        if let Weight::PupilsYears { cap } = rules.weight {
            let cap = cap.map_or_else(|| NO_CAP.to_owned(), |cap| cap.to_string());
            self.add("cap", cap, "5");
        }
        self.add("min-years", rules.min_years.to_string(), "3");
        self.add("min-schools", rules.min_schools.to_string(), "3");
        self.add("cut-off", rules.cut_off.key(), &usual.cut_off.key());
        self.add("types", rules.types.keys(), &usual.types.keys());
        let missing = rules.missing.key().to_owned();
        self.add("missing", missing, usual.missing.key());
    }

    fn add_interval_choices(&mut self, interval_choices: &IntervalChoices) {
        let usual = IntervalChoices::default();
        let level = level_key(interval_choices.level).to_owned();
        self.add("level", level, level_key(usual.level));
        self.add(
            "ranks",
            interval_choices.kind.key().to_owned(),
            usual.kind.key(),
        );
        for (key, unit) in SPREADS {
            let spread =
                |assumed: AssumedSpread| assumed.of(unit).map_or_else(String::new, spread_key);
            self.add(
                key,
                spread(interval_choices.assumed),
                &spread(usual.assumed),
            );
        }
    }

    fn add_lens(&mut self, lens: Lens) {
        let limits = lens.limits.key().to_owned();
        self.add("limits", limits, Limits::default().key());
        self.add("shrunken", yes_or_no(lens.is_shrunken).to_owned(), NO);
        let like_for_like = yes_or_no(lens.is_like_for_like).to_owned();
        self.add("like-for-like", like_for_like, NO);
    }

    fn joined(&self) -> String {
        let pairs = self.0.iter();
        let pairs = pairs.map(|(key, value)| format!("{key}={}", encoded(value)));
        pairs.collect::<Vec<_>>().join("&")
    }
}

/// What an address says.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Said {
    /// The rules.
    pub rules: Rules,
    /// What is asked of intervals.
    pub interval_choices: IntervalChoices,
    /// How figures are looked at.
    pub lens: Lens,
    /// The user's areas.
    pub areas: Rc<Vec<Area>>,
    /// How much each measure counts in the combined one.
    pub weights: Rc<CombinedWeights>,
    /// The readings that the user chose where files allow several.
    pub readings: Rc<Choices>,
    /// The year on the screen; nothing for the newest.
    pub year: Option<AcademicYear>,
    /// The files in use by the beginnings of their fingerprints, in order.
    pub files: Vec<String>,
    /// What the user knows them by, as [`file_name`] has it: who opens the link without the files learns which it wants.
    pub names: Vec<String>,
}

/// How figures are looked at; no figure depends on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Lens {
    /// The limits of the funnel.
    pub limits: Limits,
    /// Whether figures are drawn towards their mean.
    pub is_shrunken: bool,
    /// Whether a trend is of the schools that count in the same trust in every year.
    pub is_like_for_like: bool,
}

/// How an address names a file: the first eight digits of its fingerprint.
///
/// ```
/// use trust_gap::export::link::file_key;
/// use trust_gap::source::Fingerprint;
/// let fingerprint = Fingerprint::parse("fbcea83c8a378bf1").unwrap();
/// assert_eq!(file_key(fingerprint), "fbcea83c");
/// ```
#[must_use]
pub fn file_key(fingerprint: Fingerprint) -> String {
    let mut digits = fingerprint.to_string();
    digits.truncate(FILE_DIGITS);
    digits
}

/// How an address calls a file: by its name, shortened where it is very long, and its year.
///
/// ```
/// use trust_gap::export::link::file_name;
/// use trust_gap::terms::AcademicYear;
/// let year = AcademicYear::ending(2023);
/// assert_eq!(file_name("trusts.csv", year), "trusts.csv, 2022/23");
/// assert_eq!(file_name("links.csv", None), "links.csv");
/// ```
#[must_use]
pub fn file_name(name: &str, year: Option<AcademicYear>) -> String {
    let name = shortened(name, MOST_OF_NAME);
    match year {
        Some(year) => format!("{name}, {year}"),
        None => name.into_owned(),
    }
}

/// How an address names a file that is in use; nothing of what is made up. A spreadsheet of the user's own is named by its
/// name and length: by a fingerprint of what it holds, whoever has the rest of it could try which figures are withheld.
#[must_use]
pub fn key_of(file: &SourceFile) -> Option<String> {
    let fingerprint = file.fingerprint?;
    if !file.is_own {
        return Some(file_key(fingerprint));
    }
    let mut taken = Fingerprinting::default();
    taken.push(file.name.as_bytes());
    taken.push(file.rows.to_string().as_bytes());
    Some(file_key(taken.finish()))
}

/// What an address says; what cannot be read is as by default and is given beside it, as the address has it.
///
/// ```
/// use trust_gap::export::link::{read, write};
/// let (said, unread) = read("weight=pupils&min-years=many");
/// assert_eq!(write(&said), "weight=pupils");
/// assert_eq!(unread, ["min-years=many"]);
/// ```
#[must_use]
pub fn read(query: &str) -> (Said, Vec<String>) {
    let mut said = Said::default();
    let mut areas = Vec::new();
    let mut readings = Choices::default();
    let mut unread = Vec::new();
    let mut weight = said.rules.weight.key().to_owned();
    let mut cap = Some(crate::method::weighting::CAP_AT_KEY_STAGE_4);
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        let value = decoded(value);
        let is_read = match key {
            "weight" if Weight::KINDS.iter().any(|(key, _)| *key == value) => {
                weight = value;
                true
            }
            "cap" if value == NO_CAP => {
                cap = None;
                true
            }
            "cap" => set(&mut cap, number(&value, 1).map(Some)),
            "area" => match Area::parse(&value) {
                Ok(area) => {
                    areas.push(area);
                    true
                }
                Err(_) => false,
            },
            "assume" => match Choices::parse(&value) {
                Some((id, reading)) => {
                    readings.set(id, reading);
                    true
                }
                None => false,
            },
            _ => read_rule(&mut said.rules, key, &value) || read_other(&mut said, key, &value),
        };
        if !is_read {
            unread.push(decoded(pair));
        }
    }
    set(&mut said.rules.weight, Weight::from_key(&weight, cap));
    said.areas = Rc::new(areas);
    said.readings = Rc::new(readings);
    (said, unread)
}

/// Reads a rule that stands alone; tells whether it was one.
fn read_rule(rules: &mut Rules, key: &str, value: &str) -> bool {
    match key {
        "measure" => set(&mut rules.measure, Measure::from_address(value)),
        "group" => set(&mut rules.focus, Focus::from_key(value)),
        "regional" => set(&mut rules.regional, RegionalRule::from_key(value)),
        "basis" => set(&mut rules.basis, Basis::from_key(value).map(Some)),
        "min-years" => set(&mut rules.min_years, number(value, 0)),
        "min-schools" => set(&mut rules.min_schools, number(value, 1)),
        "cut-off" => set(&mut rules.cut_off, DayOfYear::parse(value)),
        "types" => set(&mut rules.types, SchoolTypes::parse(value)),
        "missing" => set(&mut rules.missing, MissingPolicy::from_key(value)),
        _ => false,
    }
}

/// Reads what is no rule; tells whether it could.
fn read_other(said: &mut Said, key: &str, value: &str) -> bool {
    match key {
        "level" => set(&mut said.interval_choices.level, level_from_key(value)),
        "ranks" => set(&mut said.interval_choices.kind, RankKind::from_key(value)),
        "limits" => set(&mut said.lens.limits, Limits::from_key(value)),
        "shrunken" => {
            said.lens.is_shrunken = value == YES;
            matches!(value, YES | NO)
        }
        "like-for-like" => {
            said.lens.is_like_for_like = value == YES;
            matches!(value, YES | NO)
        }
        "combined" => {
            let weights = CombinedWeights::from_key(value);
            set(&mut said.weights, weights.map(Rc::new))
        }
        "year" => set(&mut said.year, AcademicYear::parse(value).map(Some)),
        "file" => {
            said.names.push(value.to_owned());
            !value.is_empty()
        }
        "files" => {
            let files: Vec<String> = value.split(',').map(str::to_owned).collect();
            let is_read = files.iter().all(|file| is_file_key(file));
            if is_read {
                said.files = files;
            }
            is_read
        }
        _ => {
            let spread = SPREADS.into_iter().find(|(name, _)| *name == key);
            let (Some((_, unit)), Some(sd)) = (spread, spread_from_key(value)) else {
                return false;
            };
            said.interval_choices.assumed = said.interval_choices.assumed.with(unit, sd);
            true
        }
    }
}

fn is_file_key(text: &str) -> bool {
    text.len() == FILE_DIGITS && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// "2021-2022", which holds no sign that an address would have to encode.
fn year_key(year: AcademicYear) -> String {
    let ends = year.ends();
    format!("{}-{ends}", ends - 1)
}

const fn yes_or_no(is_so: bool) -> &'static str {
    if is_so { YES } else { NO }
}

/// The levels on offer, in an address and in lists of choices: 90, 95, 99.
#[must_use]
pub const fn level_key(level: Level) -> &'static str {
    let share = level.share();
    if share < 0.925 {
        "90"
    } else if share < 0.97 {
        "95"
    } else {
        "99"
    }
}

/// The level on offer with this key.
#[must_use]
pub fn level_from_key(key: &str) -> Option<Level> {
    IntervalChoices::LEVELS
        .into_iter()
        .find(|level| level_key(*level) == key)
}

/// A standard deviation in hundredths at most: the address and the form have no more.
#[must_use]
pub fn spread_key(sd: f64) -> String {
    let text = with_decimals(sd, 2);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// A standard deviation as the user writes it: `20`, `2.1`; nothing where it is none.
#[must_use]
pub fn spread_from_key(key: &str) -> Option<f64> {
    let (whole, part) = key.split_once('.').unwrap_or((key, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || whole.len() > 3 || part.len() > 2 || !digits(whole) || !digits(part) {
        return None;
    }
    let hundredths: u32 = format!("{whole}{part:0<2}").parse().ok()?;
    (hundredths > 0).then(|| f64::from(hundredths) / 100.0)
}

/// Puts a value in its place; tells whether there was one.
fn set<T>(place: &mut T, value: Option<T>) -> bool {
    let is_there = value.is_some();
    if let Some(value) = value {
        *place = value;
    }
    is_there
}

fn number(text: &str, least: u32) -> Option<u32> {
    text.parse()
        .ok()
        .filter(|number| (least..=99).contains(number))
}
