//! The user's settings, apart from files: one struct, and a table with a row for each setting.
//!
//! Addresses, undo, the native program's options and their help, the controls of the page, the
//! methods paragraph and reports are generated from these rows. A new setting is a field and a row
//! here, and its effect elsewhere.

use std::rc::Rc;

use columns::plain_number;
use records::Choices;
use records::model::Basis;
use records::terms::decimals::{tenths, trimmed};
use records::terms::letters::with_capital;
use records::terms::{AcademicYear, Area, ContextPart, DayOfYear, Focus, Measure, Region, SchoolTypes, Unit};
use stats::Level;

use crate::words::adjusted::{WHAT_ADJUSTING_CANNOT_DO, adjusted_how, parts_in_sentence};
use crate::words::citations::{DEPARTMENT, DERSIMONIAN, FUNNELS, MOGSTAD, OVER_DISPERSION, RAUDENBUSH, WILSON};
use crate::words::settings as words;

use super::setting::{
    Control, From, NO, NotRead, Panel, Passage, ProgramOption, Sentences, Setting, Shown, YES, named, number,
    number_from, numbers, one_of, put, yes_or_no,
};
use super::weighting::{CAP_AT_KEY_STAGE_4, LEAST_SCHOOLS, LEAST_YEARS, Weight};
use super::{
    AdjustPart, AdjustParts, CombinedWeights, IntervalBasis, IntervalChoices, Limits, MissingPolicy, RankKind,
    RegionalRule, SelectiveRule, level_in_words, offered,
};

/// The rules of an analysis.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Rules {
    /// The measure.
    pub measure: Measure,
    /// The group of pupils, or the gap between two.
    pub focus: Focus,
    /// How regional figures are computed.
    pub regional: RegionalRule,
    /// Whether trusts' figures are computed or published; `None` for computed ones if the files
    /// allow them.
    pub basis: Option<Basis>,
    /// The weight of a school in its trust.
    pub weight: Weight,
    /// The minimum years in the trust for a school to count.
    pub min_years: u32,
    /// The minimum schools that count for a trust to be eligible.
    pub min_schools: u32,
    /// A school that joins by this day counts from that calendar year, later ones from the next.
    pub cut_off: DayOfYear,
    /// Which types of school count.
    pub types: SchoolTypes,
    /// Which schools count by whether they select their pupils.
    pub selective: SelectiveRule,
    /// How a school without a value affects its trust's figure.
    pub missing: MissingPolicy,
}

impl Rules {
    /// Whether a school's years in the trust matter.
    #[must_use]
    pub const fn needs_years(&self) -> bool {
        self.min_years > 0 || matches!(self.weight, Weight::PupilsYears { .. })
    }

    /// Whether smaller figures are better: for gaps, and for user-defined measures that say so.
    #[must_use]
    pub const fn smaller_is_better(&self) -> bool {
        self.focus.smaller_is_better() || self.measure.lower_is_better()
    }
}

impl Default for Rules {
    fn default() -> Self {
        Self {
            measure: Measure::Grade5EnglishMaths,
            focus: Focus::Disadvantaged,
            regional: RegionalRule::SimpleMean,
            basis: None,
            weight: Weight::default(),
            min_years: LEAST_YEARS,
            min_schools: LEAST_SCHOOLS,
            cut_off: DayOfYear::SEPTEMBER_14,
            types: SchoolTypes::default(),
            selective: SelectiveRule::default(),
            missing: MissingPolicy::default(),
        }
    }
}

/// What is highlighted in charts of trusts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Highlight {
    /// The trusts of a region.
    Region(Region),
    /// A trust by its number, or by its name if it has none.
    Trust(Rc<str>),
}

impl Highlight {
    /// The region, if that is highlighted.
    #[must_use]
    pub const fn region(&self) -> Option<Region> {
        match self {
            Self::Region(region) => Some(*region),
            Self::Trust(_) => None,
        }
    }

    /// The trust, if one is highlighted.
    #[must_use]
    pub const fn trust(&self) -> Option<&Rc<str>> {
        match self {
            Self::Region(_) => None,
            Self::Trust(uid) => Some(uid),
        }
    }
}

/// All settings of the user, apart from files.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Settings {
    /// The rules of the analysis.
    pub rules: Rules,
    /// The settings of intervals.
    pub interval_choices: IntervalChoices,
    /// The limits of the funnel.
    pub limits: Limits,
    /// Whether figures are shrunken towards their mean.
    pub is_shrunken: bool,
    /// Whether a trend includes only schools that count in the same trust in every year.
    pub is_like_for_like: bool,
    /// The user's areas, shown wherever regions are.
    pub areas: Rc<Vec<Area>>,
    /// The parts of the context that figures are adjusted for beside those of the files.
    pub adjust: AdjustParts,
    /// The part of the context that figures are drawn against.
    pub against: ContextPart,
    /// What is highlighted in charts of trusts; `None` for nothing.
    pub highlighted: Option<Highlight>,
    /// The weight of each measure in the combined one.
    pub weights: Rc<CombinedWeights>,
    /// The readings chosen by the user where files can be read in several ways.
    pub readings: Rc<Choices>,
    /// The year on the screen; `None` for the newest. The inner `None` is the year of files that do
    /// not state one.
    pub year: Option<Option<AcademicYear>>,
}

/// The value for a rule that is switched off, such as the cap.
pub const NONE: &str = "none";

/// The most years and schools offered; higher values make no difference to any trust.
const MOST_OFFERED: u32 = 10;

/// The highest number that an address can contain.
pub(super) const MOST_IN_ADDRESS: u32 = 99;

/// Whether a rule is about schools, which applies to computed figures only.
const OF_SCHOOLS: fn(&Rules, Basis) -> bool = |_, basis| matches!(basis, Basis::Computed);

/// Every setting, in the order in which addresses and the program's help have them.
pub static SETTINGS: &[Setting] = &[
    Setting {
        key: "measure",
        label: "Measure",
        changed: "measure",
        panel: Panel::Question,
        control: Control::List,
        option: Some(ProgramOption::new(
            "measure",
            "em5 (default), em4, att8, p8, ebacc_entry, ebacc5, ebacc4, ebacc_aps, or your own measure",
        )),
        choices: |_| named(Measure::ALL.map(|measure| (measure.key(), measure.name()))),
        offered: Some(|data, basis, _| {
            let measures = data.measures(basis).into_iter();
            let choice = |measure: Measure| (measure.address(), measure.name().to_owned());
            measures.map(choice).collect()
        }),
        gives_way: Some(|files, before, now| words::no_measure(files, before.measure.name(), now.measure.name())),
        get: |settings| vec![settings.rules.measure.address()],
        set: |settings, value, from| {
            let measure = match from {
                From::Page => Measure::from_address(value),
                From::Program => Measure::from_key(value),
            };
            put(&mut settings.rules.measure, measure)
        },
        report: Some(("Measure", |analysis, _| Some(analysis.rules.measure.name().to_owned()))),
        sentence: Some((Passage::Pupils, |shown, paragraph| {
            let rules = &shown.analysis.rules;
            paragraph.say(match rules.focus.group() {
                Some(group) => words::measure_of(rules.measure, group),
                None => words::measure_of_gap(rules.measure),
            });
        })),
        ..Setting::PLAIN
    },
    Setting {
        key: "group",
        label: "Pupils",
        changed: "pupils",
        panel: Panel::Question,
        control: Control::Switch,
        option: Some(ProgramOption::new("group", "disadvantaged (default), other, all, gap")),
        offered: Some(|data, basis, rules| {
            let focuses = data.focuses(basis, rules.measure).into_iter();
            let choice = |focus: Focus| (focus.key().to_owned(), focus.name().to_owned());
            focuses.map(choice).collect()
        }),
        gives_way: Some(|files, before, now| {
            let (lacking, instead) = (before.focus.name(), now.focus.name());
            let (lacking, instead) = (lacking.to_ascii_lowercase(), instead.to_lowercase());
            words::no_pupils(files, now.measure.name(), &lacking, &instead)
        }),
        report: Some(("Pupils", |analysis, _| {
            Some(match analysis.rules.focus.group() {
                Some(group) => with_capital(group.pupils()),
                None => words::GAP.to_owned(),
            })
        })),
        sentence: Some((Passage::Pupils, |shown, paragraph| {
            if shown.analysis.rules.focus != Focus::All {
                paragraph.say(words::GROUPS);
            }
        })),
        ..one_of!(Focus, rules.focus)
    },
    Setting {
        key: "regional",
        label: "Regional figure",
        changed: "regional figure",
        panel: Panel::Question,
        option: Some(ProgramOption::new("regional", "simple (default), pupils, schools")),
        offered: Some(|data, basis, rules| {
            let regional = offered(data, basis, rules.focus).into_iter();
            let choice = |of: RegionalRule| (of.key().to_owned(), of.name().to_owned());
            regional.map(choice).collect()
        }),
        gives_way: Some(|files, before, now| {
            let instead = now.regional.name().to_ascii_lowercase();
            words::no_regional_figure(files, before.regional.name(), &instead)
        }),
        report: Some(("A region\u{2019}s figure", |analysis, _| {
            Some(analysis.rules.regional.name().to_owned())
        })),
        sentence: Some((Passage::Regions, |shown, paragraph| {
            paragraph.say(words::regional(shown.analysis.rules.regional));
        })),
        ..one_of!(RegionalRule, rules.regional)
    },
    Setting {
        key: "basis",
        label: "Trusts\u{2019} figures",
        changed: "rules",
        panel: Panel::Rules,
        control: Control::List,
        option: Some(ProgramOption::new(
            "basis",
            "computed (from schools, the default if the files list them), published (as in a trust file)",
        )),
        choices: |_| named(Basis::ALL.map(|basis| (basis.key(), basis.name()))),
        offered: Some(|data, _, _| {
            if data.bases().len() < 2 {
                return Vec::new();
            }
            named(Basis::ALL.map(|basis| (basis.key(), basis.name())))
        }),
        get: |settings| {
            let basis = settings.rules.basis.into_iter();
            basis.map(|basis| basis.key().to_owned()).collect()
        },
        set: |settings, value, _| put(&mut settings.rules.basis, Basis::from_key(value).map(Some)),
        report: Some(("A trust\u{2019}s figure", |analysis, _| {
            Some(analysis.basis.name().to_owned())
        })),
        sentence: Some((Passage::Figures, |shown, paragraph| match shown.analysis.basis {
            Basis::Published if shown.data.is_own(Basis::Published) => {
                paragraph.say(words::AS_USER_GIVES);
            }
            Basis::Published => paragraph.cite(words::as_published(), DEPARTMENT),
            Basis::Computed => {}
        })),
        ..Setting::PLAIN
    },
    Setting {
        key: "weight",
        label: "Weight of a school",
        changed: "rules",
        panel: Panel::Rules,
        control: Control::List,
        option: Some(ProgramOption::new(
            "weight",
            "pupils-years (default), pupils, equal: the weight of a school in its trust",
        )),
        applies: OF_SCHOOLS,
        choices: |_| named(Weight::KINDS),
        get: |settings| vec![settings.rules.weight.key().to_owned()],
        set: |settings, value, _| {
            let cap = match settings.rules.weight {
                Weight::PupilsYears { cap } => cap,
                Weight::Pupils | Weight::Equal => Some(CAP_AT_KEY_STAGE_4),
            };
            put(&mut settings.rules.weight, Weight::from_key(value, cap))
        },
        report: Some(("A school\u{2019}s weight", |analysis, _| {
            Some(words::weight(analysis.rules.weight))
        })),
        sentence: Some((Passage::Figures, |shown, paragraph| {
            paragraph.cite(words::computed(shown.analysis.rules.weight), DEPARTMENT);
        })),
        ..Setting::PLAIN
    },
    Setting {
        key: "cap",
        label: "Maximum years counted",
        changed: "rules",
        panel: Panel::Rules,
        control: Control::List,
        option: Some(ProgramOption::of(
            "cap",
            "maximum years counted in the weight, 5 by default, or none",
            "none, or a whole number from 1",
        )),
        applies: |rules, basis| OF_SCHOOLS(rules, basis) && matches!(rules.weight, Weight::PupilsYears { .. }),
        choices: |settings| {
            let most = match settings.rules.weight {
                Weight::PupilsYears { cap: Some(cap) } => MOST_OFFERED.max(cap),
                _ => MOST_OFFERED,
            };
            let mut caps = numbers(1, most);
            caps.extend(named([(NONE, "No cap")]));
            caps
        },
        get: |settings| match settings.rules.weight {
            Weight::PupilsYears { cap: Some(cap) } => vec![cap.to_string()],
            Weight::PupilsYears { cap: None } => vec![NONE.to_owned()],
            Weight::Pupils | Weight::Equal => Vec::new(),
        },
        set: |settings, value, from| {
            let mut cap = None;
            if value != NONE {
                put(&mut cap, number(value, 1, from).map(Some))?;
            }
            // Of other weights there is none.
            if let Weight::PupilsYears { cap: target } = &mut settings.rules.weight {
                *target = cap;
            }
            Ok(())
        },
        ..Setting::PLAIN
    },
    Setting {
        key: "min-years",
        label: "Minimum years in the trust",
        changed: "rules",
        panel: Panel::Rules,
        option: Some(ProgramOption::of(
            "min-years",
            "minimum years in the trust for a school to count, 3 by default",
            "whole numbers from 0",
        )),
        applies: OF_SCHOOLS,
        report: Some(("Minimum years of a school in its trust", |analysis, _| {
            Some(analysis.rules.min_years.to_string())
        })),
        sentence: Some((Passage::Schools, |shown, paragraph| {
            let rules = &shown.analysis.rules;
            paragraph.say(words::schools(rules.min_years, rules.types));
        })),
        ..number_from!(0, rules.min_years)
    },
    Setting {
        key: "min-schools",
        label: "Minimum schools that count",
        changed: "rules",
        panel: Panel::Rules,
        option: Some(ProgramOption::of(
            "min-schools",
            "minimum schools that count for a trust to be eligible, 3 by default",
            "whole numbers from 1",
        )),
        report: Some(("Minimum schools in a trust", |analysis, _| {
            Some(analysis.rules.min_schools.to_string())
        })),
        sentence: Some((Passage::Trusts, |shown, paragraph| {
            let analysis = shown.analysis;
            let fewest = analysis.rules.min_schools;
            paragraph.say(match analysis.basis {
                Basis::Published => words::eligible_in_file(fewest),
                Basis::Computed => words::eligible(fewest),
            });
        })),
        ..number_from!(1, rules.min_schools)
    },
    Setting {
        key: "cut-off",
        label: "Joined by",
        changed: "rules",
        panel: Panel::Rules,
        option: Some(ProgramOption::of(
            "cut-off",
            "the last day on which a school can join and count from that year, 09-14 by default",
            "a month and day such as 09-14",
        )),
        applies: OF_SCHOOLS,
        get: |settings| vec![settings.rules.cut_off.key()],
        set: |settings, value, _| put(&mut settings.rules.cut_off, DayOfYear::parse(value)),
        report: Some(("Joined by, to count from that year", |analysis, _| {
            let rules = &analysis.rules;
            rules.needs_years().then(|| rules.cut_off.to_string())
        })),
        sentence: Some((Passage::Schools, |shown, paragraph| {
            let rules = &shown.analysis.rules;
            if rules.needs_years() {
                paragraph.say(words::cut_off(rules.cut_off));
            }
        })),
        ..Setting::PLAIN
    },
    Setting {
        key: "types",
        label: "Types of school that count",
        changed: "rules",
        panel: Panel::Rules,
        control: Control::Ticks,
        option: Some(ProgramOption::of(
            "types",
            "types of school that count, AC,ACC,F,FSS,FUTC by default",
            "AC, ACC, F, FSS, FUTC",
        )),
        applies: OF_SCHOOLS,
        choices: |_| {
            let types = SchoolTypes::CHOICES;
            named(types.map(|(of, code)| (code, words::type_of_school(of))))
        },
        get: |settings| vec![settings.rules.types.keys()],
        set: |settings, value, _| put(&mut settings.rules.types, SchoolTypes::parse(value)),
        report: Some(("Types of school that count", |analysis, _| {
            Some(words::types(analysis.rules.types))
        })),
        ..Setting::PLAIN
    },
    Setting {
        key: "selective",
        label: "Selective schools",
        changed: "rules",
        panel: Panel::Rules,
        option: Some(ProgramOption::new(
            "selective",
            "all (default), without: leave out schools that select by ability, among: only those that do not, in highly \
            selective areas",
        )),
        applies: OF_SCHOOLS,
        offered: Some(|data, _, _| {
            if data.states_selection() {
                named(SelectiveRule::ALL.map(|of| (of.key(), of.name())))
            } else {
                let only = SelectiveRule::default();
                named([(only.key(), only.name())])
            }
        }),
        gives_way: Some(|files, _, _| words::no_selection(files)),
        report: Some(("Selective schools", |analysis, _| {
            let rule = analysis.rules.selective;
            (rule != SelectiveRule::default()).then(|| rule.name().to_owned())
        })),
        sentence: Some((Passage::Schools, |shown, paragraph| {
            if let Some(sentence) = words::selection(shown.analysis.rules.selective) {
                paragraph.say(sentence);
            }
        })),
        ..one_of!(SelectiveRule, rules.selective)
    },
    Setting {
        key: "missing",
        label: "A school without a value",
        changed: "rules",
        panel: Panel::Rules,
        option: Some(ProgramOption::new(
            "missing",
            "what to leave out if a school has no value: school (default) or trust",
        )),
        applies: OF_SCHOOLS,
        report: Some(("A school without a value", |analysis, _| {
            Some(analysis.rules.missing.name().to_owned())
        })),
        sentence: Some((Passage::Missing, |shown, paragraph| {
            paragraph.say(words::missing(shown.analysis.rules.missing));
        })),
        ..one_of!(MissingPolicy, rules.missing)
    },
    Setting {
        key: "level",
        label: "Confidence",
        changed: "intervals",
        panel: Panel::Intervals,
        control: Control::List,
        option: Some(ProgramOption::of(
            "level",
            "confidence level of intervals, in percent: 95 (default), 90, 99 or another number above 50 and below \
            99.99",
            "90, 95, 99 or another number above 50 and below 99.99",
        )),
        choices: |_| {
            let levels = IntervalChoices::LEVELS.into_iter();
            let choice = |level| (level_key(level).to_owned(), level_in_words(level));
            levels.map(choice).collect()
        },
        get: |settings| vec![level_key(settings.interval_choices.level).to_owned()],
        set: |settings, value, from| {
            let level = match from {
                From::Page => {
                    let mut levels = IntervalChoices::LEVELS.into_iter();
                    levels.find(|level| level_key(*level) == value)
                }
                From::Program => level_of_percent(value),
            };
            put(&mut settings.interval_choices.level, level)
        },
        report: Some(("Level of intervals", |_, settings| {
            Some(level_in_words(settings.interval_choices.level))
        })),
        sentence: Some((Passage::Intervals, |shown, paragraph| {
            if shown.used.intervals {
                say_intervals(shown, paragraph);
            }
        })),
        ..Setting::PLAIN
    },
    Setting {
        key: "ranks",
        label: "Ranges of ranks",
        changed: "intervals",
        panel: Panel::Intervals,
        option: Some(ProgramOption::new(
            "kind",
            "what ranges of ranks cover: marginal (default, one trust at a time), simultaneous (all at once)",
        )),
        report: Some(("Ranges of ranks", |_, settings| {
            Some(settings.interval_choices.kind.name().to_owned())
        })),
        sentence: Some((Passage::Ranks, |shown, paragraph| {
            if shown.used.rank_ranges {
                let IntervalChoices { kind, level, .. } = shown.settings.interval_choices;
                paragraph.cite(words::ranges_of_ranks(kind, level), MOGSTAD);
            }
        })),
        ..one_of!(RankKind, interval_choices.kind)
    },
    Setting {
        key: "sd-att8",
        changed: "intervals",
        option: Some(ProgramOption::of(
            "sd-att8",
            "assumed standard deviation of pupils' Attainment 8, 20 points by default",
            "numbers above 0",
        )),
        get: |settings| spread(settings, Unit::Points),
        set: |settings, value, from| assume(settings, Unit::Points, value, from),
        report: Some(("Assumed standard deviation of pupils", |analysis, settings| {
            let unit = analysis.rules.measure.unit();
            let sd = settings.interval_choices.assumed.of(unit)?;
            Some(words::spread(&tenths(sd)))
        })),
        ..Setting::PLAIN
    },
    Setting {
        key: "sd-aps",
        changed: "intervals",
        option: Some(ProgramOption::of(
            "sd-aps",
            "assumed standard deviation of pupils' EBacc average point score, 2.1 points by default",
            "numbers above 0",
        )),
        get: |settings| spread(settings, Unit::AveragePoints),
        set: |settings, value, from| assume(settings, Unit::AveragePoints, value, from),
        ..Setting::PLAIN
    },
    Setting {
        key: "limits",
        label: "Limits",
        changed: "how figures are shown",
        offered: Some(|_, _, rules| {
            let limits = Limits::offered(rules.measure, rules.focus).iter();
            let choice = |of: &Limits| (of.key().to_owned(), of.name().to_owned());
            limits.map(choice).collect()
        }),
        sentence: Some((Passage::Further, |shown, paragraph| {
            if let Some(limits) = shown.used.funnel {
                let work = match limits {
                    Limits::OverDispersed => OVER_DISPERSION,
                    Limits::Exact | Limits::Normal => FUNNELS,
                };
                paragraph.cite(words::funnel(limits), work);
            }
        })),
        ..one_of!(Limits, limits)
    },
    Setting {
        key: "shrunken",
        label: "Figures",
        changed: "how figures are shown",
        control: Control::List,
        choices: |_| named([(NO, "As they are"), (YES, "Drawn towards the mean")]),
        sentence: Some((Passage::Further, |shown, paragraph| {
            if shown.used.shrunken {
                paragraph.cite(words::SHRUNKEN, DERSIMONIAN);
            }
        })),
        ..yes_or_no!(is_shrunken)
    },
    Setting {
        key: "adjust",
        label: "Adjusted for",
        changed: "what figures are adjusted for",
        control: Control::Ticks,
        option: Some(ProgramOption {
            only_of: &["analyse", "trend"],
            ..ProgramOption::of(
                "adjust",
                "parts of the context to adjust figures for: none by default",
                "none, or some of disadvantaged, eal, sen, prior_attainment, sponsored, selective, single_sex with commas",
            )
        }),
        choices: |_| named(AdjustPart::ALL.map(|part| (part.key(), part.name()))),
        get: |settings| vec![settings.adjust.keys()],
        set: |settings, value, _| put(&mut settings.adjust, AdjustParts::parse(value)),
        report: Some(("Adjusted for", |analysis, settings| {
            let adjustment = analysis.adjustment.as_ref()?;
            (!settings.adjust.is_empty()).then(|| with_capital(&parts_in_sentence(adjustment.used)))
        })),
        sentence: Some((Passage::Further, |shown, paragraph| {
            let own = shown.analysis.adjustment.as_deref();
            if let Some(adjustment) = shown.used.adjustment.or(own) {
                paragraph.cite(adjusted_how(adjustment), RAUDENBUSH);
                for sentence in WHAT_ADJUSTING_CANNOT_DO {
                    paragraph.say(sentence);
                }
            }
        })),
        ..Setting::PLAIN
    },
    Setting {
        key: "against",
        label: "Part of the context",
        changed: "how figures are shown",
        ..one_of!(ContextPart, against)
    },
    Setting {
        key: "highlight",
        label: "Region to highlight",
        changed: "how figures are shown",
        control: Control::List,
        get: |settings| {
            let highlighted = settings.highlighted.iter();
            let key = |of: &Highlight| match of {
                Highlight::Region(region) => region.slug().to_owned(),
                Highlight::Trust(uid) => uid.to_string(),
            };
            highlighted.map(key).collect()
        },
        set: |settings, value, _| {
            let region = Region::ALL.into_iter().find(|region| region.slug() == value);
            let of = match region {
                Some(region) => Some(Highlight::Region(region)),
                None => (!value.is_empty()).then(|| Highlight::Trust(Rc::from(value))),
            };
            put(&mut settings.highlighted, of.map(Some))
        },
        ..Setting::PLAIN
    },
    Setting {
        key: "like-for-like",
        label: "Like for like: only schools that are in the same trust in every year",
        changed: "how figures are shown",
        option: Some(ProgramOption {
            only_of: &["trend"],
            ..ProgramOption::new(
                "like-for-like",
                "only schools that count in the same trust in every year with exams",
            )
        }),
        ..yes_or_no!(is_like_for_like)
    },
    Setting {
        key: "combined",
        changed: "weights of measures",
        get: |settings| vec![settings.weights.key()],
        set: |settings, value, _| {
            let weights = CombinedWeights::from_key(value);
            put(&mut settings.weights, weights.map(Rc::new))
        },
        ..Setting::PLAIN
    },
    Setting {
        key: "area",
        changed: "areas",
        option: Some(ProgramOption {
            is_repeated: true,
            ..ProgramOption::new(
                "area",
                "NAME=CODE,CODE...: local authorities to show together; can be repeated",
            )
        }),
        get: |settings| settings.areas.iter().map(Area::to_string).collect(),
        set: |settings, value, _| {
            let area = Area::parse(value).map_err(NotRead::Area)?;
            Rc::make_mut(&mut settings.areas).push(area);
            Ok(())
        },
        ..Setting::PLAIN
    },
    Setting {
        key: "assume",
        changed: "how a file is read",
        option: Some(ProgramOption {
            is_repeated: true,
            ..ProgramOption::of(
                "assume",
                "ID=READING: another reading of a file that can be read in several ways; the JSON's doubts list \
                both. Can be repeated",
                "a doubt's id, =, and one of its readings",
            )
        }),
        get: |settings| {
            let readings = settings.readings.iter();
            readings.map(|(id, reading)| format!("{id}={reading}")).collect()
        },
        set: |settings, value, _| {
            let (id, reading) = Choices::parse(value).ok_or(NotRead::NoValue)?;
            Rc::make_mut(&mut settings.readings).set(id, reading);
            Ok(())
        },
        ..Setting::PLAIN
    },
    Setting {
        key: "year",
        label: "Year",
        changed: "year",
        option: Some(ProgramOption::of(
            "year",
            "the year to show, such as 2022/23, and the year of files that do not state one",
            "an academic year such as 2022/23",
        )),
        get: |settings| {
            let year = settings.year.into_iter();
            year.map(|year| year.map_or_else(String::new, year_key)).collect()
        },
        set: |settings, value, _| {
            let year = AcademicYear::parse(value).map(Some);
            put(&mut settings.year, year.map(Some))
        },
        ..Setting::PLAIN
    },
];

/// "2021-2022", which holds no sign that an address would have to encode.
fn year_key(year: AcademicYear) -> String {
    let ends = year.ends();
    format!("{}-{ends}", ends - 1)
}

/// The levels on offer, in an address and in lists of choices: 90, 95, 99.
const fn level_key(level: Level) -> &'static str {
    let share = level.share();
    if share < 0.925 {
        "90"
    } else if share < 0.97 {
        "95"
    } else {
        "99"
    }
}

/// A level in percent, with or without the sign.
fn level_of_percent(text: &str) -> Option<Level> {
    let percent = plain_number(text.strip_suffix('%').unwrap_or(text))?;
    let is_sensible = percent > 50.0 && percent < 99.99;
    Level::of_percent(percent).filter(|_| is_sensible)
}

/// A standard deviation in hundredths at most: the address and the form have no more.
#[must_use]
pub fn spread_key(sd: f64) -> String {
    trimmed(sd, 2)
}

/// A standard deviation as the user writes it: `20`, `2.1`; `None` if it is not valid.
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

/// The standard deviation that is assumed of scores in a unit.
fn spread(settings: &Settings, unit: Unit) -> Vec<String> {
    let sd = settings.interval_choices.assumed.of(unit);
    sd.map(spread_key).into_iter().collect()
}

fn assume(settings: &mut Settings, unit: Unit, value: &str, from: From) -> Result<(), NotRead> {
    let sd = match from {
        From::Page => spread_from_key(value),
        From::Program => plain_number(value).filter(|sd| *sd > 0.0),
    };
    let assumed = &mut settings.interval_choices.assumed;
    *assumed = assumed.with(unit, sd.ok_or(NotRead::NoValue)?);
    Ok(())
}

/// How intervals are made.
fn say_intervals(shown: &Shown<'_>, paragraph: &mut Sentences) {
    let analysis = shown.analysis;
    if (analysis.trusts.iter()).all(|trust| trust.precision.is_none()) {
        paragraph.say(words::NO_INTERVALS);
        return;
    }
    let (level, basis) = (analysis.level(), analysis.basis);
    match analysis.intervals.ground {
        IntervalBasis::Pupils => paragraph.cite(words::intervals_of_shares(level, basis), WILSON),
        IntervalBasis::Published => paragraph.cite(words::intervals_as_published(level), DEPARTMENT),
        IntervalBasis::ProgressSpread(sd) => paragraph.say(words::intervals_by_spread(level, basis, sd)),
        IntervalBasis::Assumed(sd) => {
            paragraph.say(words::intervals_by_assumption(level, basis, &tenths(sd)));
        }
        IntervalBasis::Nothing => {}
    }
    if analysis.intervals.is_upper_bound {
        paragraph.say(words::TRULY_WIDER);
    }
    if analysis.rules.focus == Focus::Gap {
        paragraph.say(words::INTERVAL_OF_GAP);
    }
    paragraph.say(words::INTERVALS_OF_REGIONS);
}
