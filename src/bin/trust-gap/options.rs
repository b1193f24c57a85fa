//! The options that go with files: rules, what is asked of intervals, and the form of the answer.

use std::path::PathBuf;

use trust_gap::method::weighting::{CAP_AT_KEY_STAGE_4, Weight};
use trust_gap::method::{IntervalChoices, MissingPolicy, RankKind, RegionalRule, Rules};
use trust_gap::model::Basis;
use trust_gap::source::Choices;
use trust_gap::stats::Level;
use trust_gap::terms::{AcademicYear, Area, DayOfYear, Focus, Measure, SchoolTypes, Unit};

use crate::arguments::{ArgumentError, Format, Request};

/// What has been said so far.
#[derive(Debug)]
pub(crate) struct Given {
    pub(crate) files: Vec<PathBuf>,
    rules: Rules,
    /// The key of the weight, which a cap said later may still change.
    weight: String,
    cap: Option<u32>,
    format: Format,
    own_measure: Option<String>,
    year: Option<AcademicYear>,
    areas: Vec<Area>,
    map: Option<PathBuf>,
    choices: Choices,
    interval_choices: IntervalChoices,
}

impl Default for Given {
    fn default() -> Self {
        Self {
            files: Vec::new(),
            rules: Rules::default(),
            weight: Weight::default().key().to_owned(),
            cap: Some(CAP_AT_KEY_STAGE_4),
            format: Format::Text,
            own_measure: None,
            year: None,
            areas: Vec::new(),
            map: None,
            choices: Choices::default(),
            interval_choices: IntervalChoices::default(),
        }
    }
}

impl Given {
    /// Takes an option with its value; false where it is not known.
    pub(crate) fn takes(
        &mut self,
        option: &str,
        parser: &mut lexopt::Parser,
    ) -> Result<bool, ArgumentError> {
        Ok(self.takes_question(option, parser)?
            || self.takes_weight(option, parser)?
            || self.takes_eligibility(option, parser)?
            || self.takes_interval_choices(option, parser)?)
    }

    /// What is looked at, and how it is told.
    fn takes_question(
        &mut self,
        option: &str,
        parser: &mut lexopt::Parser,
    ) -> Result<bool, ArgumentError> {
        let rules = &mut self.rules;
        match option {
            "measure" => {
                let key = value(parser)?;
                if key.starts_with("own-") {
                    self.own_measure = Some(key);
                } else {
                    let keys = Measure::ALL.map(Measure::key);
                    rules.measure = keyed("--measure", &key, Measure::from_key, &keys)?;
                }
            }
            "group" => {
                let keys = Focus::ALL.map(Focus::key);
                rules.focus = chosen("--group", parser, Focus::from_key, &keys)?;
            }
            "basis" => {
                let keys = Basis::ALL.map(Basis::key);
                rules.basis = Some(chosen("--basis", parser, Basis::from_key, &keys)?);
            }
            "year" => {
                let keys = ["an academic year such as 2022/23"];
                self.year = Some(chosen("--year", parser, AcademicYear::parse, &keys)?);
            }
            "area" => {
                let area = Area::parse(&value(parser)?).map_err(ArgumentError::Area)?;
                self.areas.push(area);
            }
            "assume" => {
                let keys = ["a doubt's id, =, and one of its readings"];
                let known = |word: &str| {
                    let (id, reading) = Choices::parse(word)?;
                    Some((id.to_owned(), reading.to_owned()))
                };
                let (id, reading) = chosen("--assume", parser, known, &keys)?;
                self.choices.set(&id, &reading);
            }
            "map" => self.map = Some(parser.value()?.into()),
            "format" => {
                let keys = ["text", "json", "csv"];
                self.format = chosen("--format", parser, format_from_key, &keys)?;
            }
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// What counts how much.
    fn takes_weight(
        &mut self,
        option: &str,
        parser: &mut lexopt::Parser,
    ) -> Result<bool, ArgumentError> {
        match option {
            "weight" => {
                let keys = Weight::KINDS.map(|(key, _)| key);
                let known = |key: &str| keys.contains(&key).then(|| key.to_owned());
                self.weight = chosen("--weight", parser, known, &keys)?;
            }
            "cap" => {
                let keys = ["none", "a whole number from 1"];
                self.cap = chosen("--cap", parser, cap_from_key, &keys)?;
            }
            "regional" => {
                let keys = RegionalRule::ALL.map(RegionalRule::key);
                let from_key = RegionalRule::from_key;
                self.rules.regional = chosen("--regional", parser, from_key, &keys)?;
            }
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// Which schools and trusts count.
    fn takes_eligibility(
        &mut self,
        option: &str,
        parser: &mut lexopt::Parser,
    ) -> Result<bool, ArgumentError> {
        let rules = &mut self.rules;
        match option {
            "min-years" => {
                let keys = ["whole numbers from 0"];
                let number = |key: &str| key.parse().ok();
                rules.min_years = chosen("--min-years", parser, number, &keys)?;
            }
            "min-schools" => {
                let keys = ["whole numbers from 1"];
                rules.min_schools = chosen("--min-schools", parser, counting, &keys)?;
            }
            "cut-off" => {
                let keys = ["a month and day such as 09-14"];
                rules.cut_off = chosen("--cut-off", parser, DayOfYear::parse, &keys)?;
            }
            "types" => {
                let keys = SchoolTypes::CHOICES.map(|(_, code)| code);
                rules.types = chosen("--types", parser, SchoolTypes::parse, &keys)?;
            }
            "missing" => {
                let keys = MissingPolicy::ALL.map(MissingPolicy::key);
                rules.missing = chosen("--missing", parser, MissingPolicy::from_key, &keys)?;
            }
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// What is asked of intervals.
    fn takes_interval_choices(
        &mut self,
        option: &str,
        parser: &mut lexopt::Parser,
    ) -> Result<bool, ArgumentError> {
        let interval_choices = &mut self.interval_choices;
        match option {
            "level" => interval_choices.level = level(parser)?,
            "kind" => interval_choices.kind = kind(parser)?,
            "sd-att8" => {
                let sd = standard_deviation("--sd-att8", parser)?;
                interval_choices.assumed = interval_choices.assumed.with(Unit::Points, sd);
            }
            "sd-aps" => {
                let sd = standard_deviation("--sd-aps", parser)?;
                interval_choices.assumed = interval_choices.assumed.with(Unit::AveragePoints, sd);
            }
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// Nothing more follows: there must be a file.
    pub(crate) fn finish(mut self) -> Result<Request, ArgumentError> {
        if self.files.is_empty() {
            return Err(ArgumentError::NoFiles);
        }
        self.rules.weight = Weight::from_key(&self.weight, self.cap).unwrap_or_default();
        Ok(Request {
            files: self.files,
            rules: self.rules,
            format: self.format,
            own_measure: self.own_measure,
            year: self.year,
            areas: self.areas,
            map: self.map,
            choices: self.choices,
            interval_choices: self.interval_choices,
        })
    }
}

/// An option's value, whatever it is.
pub(crate) fn value(parser: &mut lexopt::Parser) -> Result<String, ArgumentError> {
    Ok(parser.value()?.to_string_lossy().into_owned())
}

/// An option's value among those that it may have.
fn chosen<T>(
    option: &'static str,
    parser: &mut lexopt::Parser,
    from_key: impl Fn(&str) -> Option<T>,
    keys: &[&str],
) -> Result<T, ArgumentError> {
    keyed(option, &value(parser)?, from_key, keys)
}

/// What a word means for an option that may have these.
pub(crate) fn keyed<T>(
    option: &'static str,
    key: &str,
    from_key: impl Fn(&str) -> Option<T>,
    keys: &[&str],
) -> Result<T, ArgumentError> {
    from_key(key).ok_or_else(|| ArgumentError::UnknownKey {
        option,
        key: key.to_owned(),
        keys: keys.join(", "),
    })
}

/// How sure intervals are to be.
pub(crate) fn level(parser: &mut lexopt::Parser) -> Result<Level, ArgumentError> {
    let keys = ["90", "95", "99", "another number above 50 and below 99.99"];
    chosen("--level", parser, level_from_key, &keys)
}

/// A level in percent, with or without the sign.
fn level_from_key(key: &str) -> Option<Level> {
    let percent: f64 = key.strip_suffix('%').unwrap_or(key).parse().ok()?;
    let is_sensible = percent > 50.0 && percent < 99.99;
    Level::of_percent(percent).filter(|_| is_sensible)
}

/// What intervals of ranks are to hold for.
pub(crate) fn kind(parser: &mut lexopt::Parser) -> Result<RankKind, ArgumentError> {
    let keys = RankKind::ALL.map(RankKind::key);
    chosen("--kind", parser, RankKind::from_key, &keys)
}

fn standard_deviation(
    option: &'static str,
    parser: &mut lexopt::Parser,
) -> Result<f64, ArgumentError> {
    let positive = |key: &str| {
        let sd: f64 = key.parse().ok()?;
        (sd > 0.0 && sd.is_finite()).then_some(sd)
    };
    chosen(option, parser, positive, &["numbers above 0"])
}

/// A number from 1.
pub(crate) fn counting(key: &str) -> Option<u32> {
    key.parse().ok().filter(|&number| number > 0)
}

/// A cap on years, or that there is none.
#[expect(
    clippy::option_option,
    reason = "no cap is a value, a word that is none is not"
)]
fn cap_from_key(key: &str) -> Option<Option<u32>> {
    if key == "none" {
        return Some(None);
    }
    counting(key).map(Some)
}

fn format_from_key(key: &str) -> Option<Format> {
    match key {
        "text" => Some(Format::Text),
        "json" => Some(Format::Json),
        "csv" => Some(Format::Csv),
        _ => None,
    }
}
