//! Rules, doubt and all else that is asked, as part of the address: what differs from the defaults, never data.
//!
//! `#method?weight=pupils&area=Cornwall=908` is the page Method, under those rules.

use std::rc::Rc;

use crate::method::weighting::Weight;
use crate::method::{AssumedSpread, Doubt, Limits, MissingPolicy, RankKind, RegionalRule, Rules};
use crate::model::Basis;
use crate::stats::Level;
use crate::terms::decimals::with_decimals;
use crate::terms::{Area, DayOfYear, Focus, Measure, SchoolTypes, Unit};

use super::lens::Lens;
use super::weights::Weights;

/// The assumed standard deviations in an address.
const SPREADS: [(&str, Unit); 2] = [("sd-att8", Unit::Points), ("sd-aps", Unit::AveragePoints)];

/// What stands for a choice that is made, and for one that is not.
const YES: &str = "yes";
const NO: &str = "no";

/// What stands for no cap.
const NO_CAP: &str = "none";

/// The part of an address after `?`; empty where nothing differs from the defaults.
pub(super) fn write(said: &Said) -> String {
    let Said {
        rules,
        doubt,
        lens,
        areas,
        weights,
    } = said;
    let (default, no_doubt) = (Rules::default(), Doubt::default());
    let mut pairs: Vec<(&str, String)> = Vec::new();
    let mut add = |key: &'static str, value: String, usual: &str| {
        if value != usual {
            pairs.push((key, value));
        }
    };
    // A measure of the user's own is only in the user's file.
    if !rules.measure.is_own() {
        add(
            "measure",
            rules.measure.key().to_owned(),
            default.measure.key(),
        );
    }
    add("group", rules.focus.key().to_owned(), default.focus.key());
    add(
        "regional",
        rules.regional.key().to_owned(),
        default.regional.key(),
    );
    add("basis", rules.basis.map_or("", Basis::key).to_owned(), "");
    add(
        "weight",
        rules.weight.key().to_owned(),
        default.weight.key(),
    );
    if let Weight::PupilsYears { cap } = rules.weight {
        let cap = cap.map_or_else(|| NO_CAP.to_owned(), |cap| cap.to_string());
        add("cap", cap, "5");
    }
    add("min-years", rules.min_years.to_string(), "3");
    add("min-schools", rules.min_schools.to_string(), "3");
    add("cut-off", rules.cut_off.key(), &default.cut_off.key());
    add("types", rules.types.keys(), &default.types.keys());
    add(
        "missing",
        rules.missing.key().to_owned(),
        default.missing.key(),
    );
    add(
        "level",
        level_key(doubt.level).to_owned(),
        level_key(no_doubt.level),
    );
    add("ranks", doubt.kind.key().to_owned(), no_doubt.kind.key());
    for (key, unit) in SPREADS {
        let spread = |assumed: AssumedSpread| assumed.of(unit).map_or_else(String::new, spread_key);
        add(key, spread(doubt.assumed), &spread(no_doubt.assumed));
    }
    add(
        "limits",
        lens.limits.key().to_owned(),
        Limits::default().key(),
    );
    add("shrunken", yes_or_no(lens.is_shrunken).to_owned(), NO);
    add(
        "like-for-like",
        yes_or_no(lens.is_like_for_like).to_owned(),
        NO,
    );
    add("combined", weights.key(), &Weights::default().key());
    for area in areas.iter() {
        add("area", area.to_string(), "");
    }
    let pairs = pairs
        .iter()
        .map(|(key, value)| format!("{key}={}", encoded(value)));
    pairs.collect::<Vec<_>>().join("&")
}

/// What an address says.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Said {
    pub(super) rules: Rules,
    pub(super) doubt: Doubt,
    pub(super) lens: Lens,
    pub(super) areas: Rc<Vec<Area>>,
    /// How much each measure counts in the combined one.
    pub(super) weights: Rc<Weights>,
}

/// What an address says; what cannot be read is as by default.
pub(super) fn read(query: &str) -> Said {
    let (mut rules, mut doubt) = (Rules::default(), Doubt::default());
    let mut lens = Lens::default();
    let mut areas = Vec::new();
    let mut weights = Weights::default();
    let mut weight = rules.weight.key().to_owned();
    let mut cap = Some(crate::method::weighting::CAP_AT_KEY_STAGE_4);
    for pair in query.split('&') {
        let (key, value) = pair.split_once('=').unwrap_or_default();
        let value = decoded(value);
        match key {
            "measure" => set(&mut rules.measure, Measure::from_key(&value)),
            "group" => set(&mut rules.focus, Focus::from_key(&value)),
            "regional" => set(&mut rules.regional, RegionalRule::from_key(&value)),
            "basis" => rules.basis = Basis::from_key(&value),
            "weight" => weight = value,
            "cap" if value == NO_CAP => cap = None,
            "cap" => set(&mut cap, number(&value, 1).map(Some)),
            "min-years" => set(&mut rules.min_years, number(&value, 0)),
            "min-schools" => set(&mut rules.min_schools, number(&value, 1)),
            "cut-off" => set(&mut rules.cut_off, DayOfYear::parse(&value)),
            "types" => set(&mut rules.types, SchoolTypes::parse(&value)),
            "missing" => set(&mut rules.missing, MissingPolicy::from_key(&value)),
            "level" => set(&mut doubt.level, level_from_key(&value)),
            "ranks" => set(&mut doubt.kind, RankKind::from_key(&value)),
            "limits" => set(&mut lens.limits, Limits::from_key(&value)),
            "shrunken" => lens.is_shrunken = value == YES,
            "like-for-like" => lens.is_like_for_like = value == YES,
            "combined" => set(&mut weights, Weights::from_key(&value)),
            "area" => areas.extend(Area::parse(&value).ok()),
            _ => {
                let spread = SPREADS.into_iter().find(|(name, _)| *name == key);
                if let (Some((_, unit)), Some(sd)) = (spread, spread_from_key(&value)) {
                    doubt.assumed = doubt.assumed.with(unit, sd);
                }
            }
        }
    }
    set(&mut rules.weight, Weight::from_key(&weight, cap));
    Said {
        rules,
        doubt,
        lens,
        areas: Rc::new(areas),
        weights: Rc::new(weights),
    }
}

const fn yes_or_no(is_so: bool) -> &'static str {
    if is_so { YES } else { NO }
}

/// The levels on offer, in an address and in lists of choices: 90, 95, 99.
pub(super) const fn level_key(level: Level) -> &'static str {
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
pub(super) fn level_from_key(key: &str) -> Option<Level> {
    Doubt::LEVELS
        .into_iter()
        .find(|level| level_key(*level) == key)
}

/// A standard deviation in hundredths at most: the address and the form have no more.
pub(super) fn spread_key(sd: f64) -> String {
    let text = with_decimals(sd, 2);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// A standard deviation as the user writes it: `20`, `2.1`; nothing where it is none.
pub(super) fn spread_from_key(key: &str) -> Option<f64> {
    let (whole, part) = key.split_once('.').unwrap_or((key, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || whole.len() > 3 || part.len() > 2 || !digits(whole) || !digits(part) {
        return None;
    }
    let hundredths: u32 = format!("{whole}{part:0<2}").parse().ok()?;
    (hundredths > 0).then(|| f64::from(hundredths) / 100.0)
}

fn set<T>(place: &mut T, value: Option<T>) {
    if let Some(value) = value {
        *place = value;
    }
}

fn number(text: &str, least: u32) -> Option<u32> {
    text.parse()
        .ok()
        .filter(|number| (least..=99).contains(number))
}

fn encoded(text: &str) -> String {
    js_sys::encode_uri_component(text).into()
}

/// The text behind an encoding; one that is broken stays as it is.
fn decoded(text: &str) -> String {
    js_sys::decode_uri_component(text).map_or_else(|_| text.to_owned(), Into::into)
}
