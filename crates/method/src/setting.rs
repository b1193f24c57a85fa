//! The type of a setting: how it is written, read, offered and described.

use records::model::{Basis, DataSet};
use records::terms::AreaError;

use super::settings::{MOST_IN_ADDRESS, SETTINGS, Settings};
use super::{Adjustment, Analysis, Limits, Rules};

/// The value of a switch that is on, in addresses.
pub const YES: &str = "yes";
/// The value of a switch that is off, in addresses.
pub const NO: &str = "no";

/// A setting: a row of [`SETTINGS`].
#[derive(Debug, Clone, Copy)]
pub struct Setting {
    /// Its key in an address, and the id of its control.
    pub key: &'static str,
    /// The label of its control.
    pub label: &'static str,
    /// The name of a change of it in "Undo: …".
    pub changed: &'static str,
    /// Where its control is.
    pub panel: Panel,
    /// The kind of its control.
    pub control: Control,
    /// Its option in the native program; `None` if it has none, and on the page.
    pub option: Option<ProgramOption>,
    /// Whether it has an effect under these rules and this basis of trusts' figures.
    pub applies: fn(&Rules, Basis) -> bool,
    /// Its possible values with their names, in the order offered; empty if they cannot be listed.
    pub choices: fn(&Settings) -> Vec<(String, String)>,
    /// The values that the files allow, if they do not allow all.
    pub(super) offered: Option<Offered>,
    /// The message when the files do not allow the chosen value, with the rules before and after.
    pub(super) gives_way: Option<fn(&str, &Rules, &Rules) -> String>,
    pub(super) get: fn(&Settings) -> Vec<String>,
    pub(super) set: fn(&mut Settings, &str, From) -> Result<(), NotRead>,
    /// Its label and value in a report.
    pub report: Option<InReport>,
    /// Its sentence in the methods paragraph, and the passage.
    pub(crate) sentence: Option<InParagraph>,
}

/// The keys and names that files allow for this basis under these rules.
pub(super) type Offered = fn(&DataSet, Basis, &Rules) -> Vec<(String, String)>;

/// A setting's label and value in a report.
type InReport = (&'static str, fn(&Analysis, &Settings) -> Option<String>);

/// A passage of the methods paragraph, and a setting's sentences in it.
type InParagraph = (Passage, fn(&Shown<'_>, &mut Sentences));

/// Where a setting's control is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Panel {
    /// With the question, on the first page and most others.
    Question,
    /// With the rules, on the page Method.
    Rules,
    /// With the intervals, on pages that show them.
    Intervals,
    /// On a single page, which uses its key.
    Page,
}

/// The kind of a setting's control.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Control {
    /// A list of choices.
    List,
    /// Buttons side by side, of which one is pressed.
    Switch,
    /// A box to tick.
    Tick,
    /// Several boxes side by side.
    Ticks,
    /// A control specific to this setting.
    Own,
}

/// A setting as an option of the native program.
#[derive(Debug, Clone, Copy)]
pub struct ProgramOption {
    /// Its name, without `--`.
    pub name: &'static str,
    /// Its text in `--help`.
    pub help: &'static str,
    /// Its accepted values, if they are not the choices.
    pub values: Option<&'static str>,
    /// Whether it can be given several times.
    pub is_repeated: bool,
    /// The only commands that have it; empty if all commands that read files have it.
    pub only_of: &'static [&'static str],
}

impl ProgramOption {
    /// An option with the usual properties.
    pub(super) const fn new(name: &'static str, help: &'static str) -> Self {
        Self {
            name,
            help,
            values: None,
            is_repeated: false,
            only_of: &[],
        }
    }

    /// An option whose value is not one of a few choices.
    pub(super) const fn of(name: &'static str, help: &'static str, values: &'static str) -> Self {
        Self {
            values: Some(values),
            ..Self::new(name, help)
        }
    }
}

/// Where a value comes from. The program accepts any valid value, an address only what controls can
/// show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum From {
    /// An address, or a control.
    Page,
    /// An option of the native program.
    Program,
}

/// Why a value is not accepted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotRead {
    /// This setting does not have the value.
    NoValue,
    /// It is not a valid area.
    Area(AreaError),
}

/// The passages of the methods paragraph, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Passage {
    /// The measure and the pupils.
    Pupils,
    /// How a trust's figure is computed.
    Figures,
    /// Which schools count.
    Schools,
    /// Which trusts count.
    Trusts,
    /// How missing values are treated.
    Missing,
    /// How a region's figure is computed.
    Regions,
    /// How intervals are computed.
    Intervals,
    /// How ranges of ranks are computed.
    Ranks,
    /// What else is shown.
    Further,
}

/// What is shown beside the figures themselves, so that the methods paragraph describes it.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Used<'a> {
    /// Intervals around figures.
    pub intervals: bool,
    /// Ranks with the ranges that cannot be ruled out.
    pub rank_ranges: bool,
    /// A funnel with limits of this kind.
    pub funnel: Option<Limits>,
    /// Figures drawn towards their mean.
    pub shrunken: bool,
    /// Whether findings hold under other rules.
    pub robustness: bool,
    /// Chances of ranks.
    pub chances: bool,
    /// Figures adjusted for context, and how.
    pub adjustment: Option<&'a Adjustment>,
}

/// What the methods paragraph describes.
#[derive(Clone, Copy)]
pub struct Shown<'a> {
    /// The data behind the figures.
    pub data: &'a DataSet,
    /// The figures.
    pub analysis: &'a Analysis,
    /// The settings used.
    pub settings: &'a Settings,
    /// What else is shown.
    pub used: Used<'a>,
}

/// Sentences in order, and the works they cite.
#[derive(Default)]
pub struct Sentences {
    /// The sentences, each complete.
    pub sentences: Vec<String>,
    /// The works, in the order in which they are cited.
    pub cited: Vec<&'static str>,
}

impl Sentences {
    /// Adds a sentence.
    pub fn say(&mut self, sentence: impl Into<String>) {
        self.sentences.push(sentence.into());
    }

    /// Adds a sentence that cites a work.
    pub fn cite(&mut self, sentence: impl Into<String>, work: &'static str) {
        self.say(sentence);
        self.cited.push(work);
    }

    /// Adds the sentences of the settings that apply, for one passage.
    pub fn say_passage(&mut self, passage: Passage, shown: &Shown<'_>) {
        let analysis = shown.analysis;
        for setting in SETTINGS {
            if let Some((of, say)) = setting.sentence
                && of == passage
                && (setting.applies)(&analysis.rules, analysis.basis)
            {
                say(shown, self);
            }
        }
    }
}

impl Setting {
    /// The base for every row.
    pub(super) const PLAIN: Self = Self {
        key: "",
        label: "",
        changed: "",
        panel: Panel::Page,
        control: Control::Own,
        option: None,
        applies: |_, _| true,
        choices: |_| Vec::new(),
        offered: None,
        gives_way: None,
        get: |_| Vec::new(),
        set: |_, _, _| Err(NotRead::NoValue),
        report: None,
        sentence: None,
    };

    /// The setting with this key.
    ///
    /// ```
    /// use method::{Setting, Settings};
    /// let mut settings = Settings::default();
    /// let setting = Setting::of("regional").unwrap();
    /// setting.choose(&mut settings, "pupils");
    /// assert_eq!(setting.values(&settings), ["pupils"]);
    /// ```
    #[must_use]
    pub fn of(key: &str) -> Option<&'static Self> {
        SETTINGS.iter().find(|setting| setting.key == key)
    }

    /// Its value in text form, or its parts if it has several; empty if it has none.
    #[must_use]
    pub fn values(&self, settings: &Settings) -> Vec<String> {
        (self.get)(settings)
    }

    /// Whether both settings have the same value.
    #[must_use]
    pub fn is_alike(&self, one: &Settings, other: &Settings) -> bool {
        (self.get)(one) == (self.get)(other)
    }

    /// The values that can be chosen with these files, each key with its name.
    #[must_use]
    pub fn offered(&self, settings: &Settings, data: &DataSet, basis: Basis) -> Vec<(String, String)> {
        match self.offered {
            Some(offered) => offered(data, basis, &settings.rules),
            None => (self.choices)(settings),
        }
    }

    /// Changes to the first value that the files allow if they do not allow the chosen one, and
    /// returns a message.
    fn keep_possible(&self, settings: &mut Settings, data: &DataSet, basis: Basis) -> Option<String> {
        let in_words = self.gives_way?;
        let offered = self.offered(settings, data, basis);
        let chosen = self.values(settings);
        let is_offered = |(key, _): &(String, String)| chosen.contains(key);
        let (first, _) = offered.first()?;
        if offered.iter().any(is_offered) {
            return None;
        }
        let before = settings.rules;
        self.choose(settings, first);
        let files = data.file_names(basis);
        Some(in_words(&files, &before, &settings.rules))
    }

    /// Sets a value from text.
    ///
    /// # Errors
    ///
    /// If the setting cannot have this value; the settings are unchanged then.
    pub fn read(&self, settings: &mut Settings, value: &str, from: From) -> Result<(), NotRead> {
        (self.set)(settings, value, from)
    }

    /// Whether a yes-or-no setting is on.
    #[must_use]
    pub fn is_ticked(&self, settings: &Settings) -> bool {
        self.values(settings).iter().any(|value| value == YES)
    }

    /// Turns a yes-or-no setting on or off.
    pub fn tick(&self, settings: &mut Settings, is_so: bool) {
        self.choose(settings, if is_so { YES } else { NO });
    }

    /// Sets what the user chose on the page; a value that cannot be chosen is ignored.
    pub fn choose(&self, settings: &mut Settings, value: &str) {
        let _ = self.read(settings, value, From::Page);
    }
}

impl Settings {
    /// Replaces values that the files do not allow, and returns a message for each.
    pub fn keep_possible(&mut self, data: &DataSet) -> Vec<String> {
        let Some(basis) = data.basis(self.rules.basis) else {
            return Vec::new();
        };
        let settings = SETTINGS.iter();
        settings
            .filter_map(|setting| setting.keep_possible(self, data, basis))
            .collect()
    }

    /// The first setting in which both differ.
    #[must_use]
    pub fn difference(&self, other: &Self) -> Option<&'static Setting> {
        SETTINGS.iter().find(|setting| !setting.is_alike(self, other))
    }
}

/// Sets a value, if there is one.
pub(super) fn put<T>(target: &mut T, value: Option<T>) -> Result<(), NotRead> {
    *target = value.ok_or(NotRead::NoValue)?;
    Ok(())
}

/// A whole number from the minimum.
pub(super) fn number(text: &str, least: u32, from: From) -> Option<u32> {
    let most = match from {
        From::Page => MOST_IN_ADDRESS,
        From::Program => u32::MAX,
    };
    let number = text.parse().ok()?;
    (least..=most).contains(&number).then_some(number)
}

/// Numbers as choices.
pub(super) fn numbers(from: u32, to: u32) -> Vec<(String, String)> {
    let number = |number: u32| (number.to_string(), number.to_string());
    (from..=to).map(number).collect()
}

/// Keys with their names as choices.
pub(super) fn named<const N: usize>(choices: [(&str, &str); N]) -> Vec<(String, String)> {
    let owned = |(key, name): (&str, &str)| (key.to_owned(), name.to_owned());
    choices.into_iter().map(owned).collect()
}

/// The base of a row whose value is a variant of an enum with keys.
macro_rules! one_of {
    ($type:ty, $($field:ident).+) => {
        Setting {
            control: Control::List,
            choices: |_| named(<$type>::ALL.map(|of| (of.key(), of.name()))),
            get: |settings| vec![settings.$($field).+.key().to_owned()],
            set: |settings, value, _| put(&mut settings.$($field).+, <$type>::from_key(value)),
            ..Setting::PLAIN
        }
    };
}

/// The base of a row that is a whole number from a minimum. An address may contain more than is
/// usually offered.
macro_rules! number_from {
    ($least:literal, $($field:ident).+) => {
        Setting {
            control: Control::List,
            choices: |settings| numbers($least, MOST_OFFERED.max(settings.$($field).+)),
            get: |settings| vec![settings.$($field).+.to_string()],
            set: |settings, value, from| {
                put(&mut settings.$($field).+, number(value, $least, from))
            },
            ..Setting::PLAIN
        }
    };
}

/// The base of a yes-or-no row.
macro_rules! yes_or_no {
    ($($field:ident).+) => {
        Setting {
            control: Control::Tick,
            get: |settings| vec![if settings.$($field).+ { YES } else { NO }.to_owned()],
            set: |settings, value, _| {
                let is_so = match value {
                    YES => Some(true),
                    NO => Some(false),
                    _ => None,
                };
                put(&mut settings.$($field).+, is_so)
            },
            ..Setting::PLAIN
        }
    };
}

pub(super) use {number_from, one_of, yes_or_no};
