//! What the table of settings says of each: how it is written, read, offered, and told.

use records::model::{Basis, DataSet};
use records::terms::AreaError;

use super::settings::{MOST_IN_ADDRESS, SETTINGS, Settings};
use super::{Analysis, Limits, Rules};

/// The value of a switch that is on, in addresses.
pub const YES: &str = "yes";
/// The value of a switch that is off, in addresses.
pub const NO: &str = "no";

/// One setting of the user's: a row of [`SETTINGS`].
#[derive(Debug, Clone, Copy)]
pub struct Setting {
    /// Its name in an address, and the id of its control.
    pub key: &'static str,
    /// What its control is called.
    pub label: &'static str,
    /// What a change of it is called in "Undo: …".
    pub changed: &'static str,
    /// Where its control is.
    pub panel: Panel,
    /// The kind of its control.
    pub control: Control,
    /// Its option of the native program; nothing where it has none, and on the page.
    pub option: Option<ProgramOption>,
    /// Whether it matters under these rules, where trusts' figures are of this basis.
    pub applies: fn(&Rules, Basis) -> bool,
    /// What it can be, each with its name, in the order in which it is offered; nothing where that cannot be listed.
    pub choices: fn(&Settings) -> Vec<(String, String)>,
    /// What the files allow of it, where they do not allow all.
    pub(super) offered: Option<Offered>,
    /// What is said when the files do not allow what was chosen: under which rules it was, and which hold instead.
    pub(super) gives_way: Option<fn(&str, &Rules, &Rules) -> String>,
    pub(super) get: fn(&Settings) -> Vec<String>,
    pub(super) set: fn(&mut Settings, &str, From) -> Result<(), NotRead>,
    /// What a report calls it, and what it says of it.
    pub report: Option<InReport>,
    /// What the methods paragraph says of it, and in which passage.
    pub(crate) sentence: Option<InParagraph>,
}

/// Keys with names that files allow, where trusts' figures are of this basis, under these rules.
pub(super) type Offered = fn(&DataSet, Basis, &Rules) -> Vec<(String, String)>;

/// What a report calls a setting, and what it says of it.
type InReport = (&'static str, fn(&Analysis, &Settings) -> Option<String>);

/// A passage of the methods paragraph, and what is said there of a setting.
type InParagraph = (Passage, fn(&Shown<'_>, &mut Sentences));

/// Where a setting's control is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Panel {
    /// With what is asked: on the first page and most others.
    Question,
    /// With the rules, on the page Method.
    Rules,
    /// With the intervals, on pages that show them.
    Intervals,
    /// On one page, which asks for it by its key.
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
    /// Boxes side by side.
    Ticks,
    /// One of its own.
    Own,
}

/// A setting as an option of the native program.
#[derive(Debug, Clone, Copy)]
pub struct ProgramOption {
    /// Its name, without `--`.
    pub name: &'static str,
    /// What `--help` says of it.
    pub help: &'static str,
    /// What its value may be, where that is not one of the choices.
    pub values: Option<&'static str>,
    /// Whether it can be given several times.
    pub is_repeated: bool,
    /// The command that alone has it; nothing where all commands that read files do.
    pub only_of: Option<&'static str>,
}

impl ProgramOption {
    /// The option that most settings have.
    pub(super) const fn new(name: &'static str, help: &'static str) -> Self {
        Self {
            name,
            help,
            values: None,
            is_repeated: false,
            only_of: None,
        }
    }

    /// One whose value is not among few.
    pub(super) const fn of(name: &'static str, help: &'static str, values: &'static str) -> Self {
        Self {
            values: Some(values),
            ..Self::new(name, help)
        }
    }
}

/// Who writes a value. The program takes any that makes sense, an address what controls can show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum From {
    /// An address, or a control.
    Page,
    /// An option of the native program.
    Program,
}

/// Why a value is not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotRead {
    /// It is none of this setting's.
    NoValue,
    /// It is no area.
    Area(AreaError),
}

/// The passages of the methods paragraph, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Passage {
    /// Which measure of which pupils.
    Pupils,
    /// How a trust's figure is made.
    Figures,
    /// Which schools count.
    Schools,
    /// Which trusts count.
    Trusts,
    /// What becomes of missing values.
    Missing,
    /// How a region's figure is made.
    Regions,
    /// How intervals are made.
    Intervals,
    /// How ranges of ranks are made.
    Ranks,
    /// What else is shown.
    Further,
}

/// What is shown beside the figures themselves, so that the methods paragraph tells of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Used {
    /// Intervals around figures.
    pub intervals: bool,
    /// Ranks with the ranges that cannot be ruled out.
    pub rank_ranges: bool,
    /// A funnel with limits of this kind.
    pub funnel: Option<Limits>,
    /// Figures drawn towards their mean.
    pub shrunken: bool,
    /// What becomes of findings under other rules.
    pub robustness: bool,
}

/// What the methods paragraph tells of.
#[derive(Clone, Copy)]
pub struct Shown<'a> {
    /// What the figures are made of.
    pub data: &'a DataSet,
    /// The figures.
    pub analysis: &'a Analysis,
    /// By what they are made.
    pub settings: &'a Settings,
    /// What is shown beside them.
    pub used: Used,
}

/// Sentences as they come, and the works they refer to.
#[derive(Default)]
pub struct Sentences {
    /// Each whole.
    pub sentences: Vec<String>,
    /// In the order in which the sentences refer to them.
    pub cited: Vec<&'static str>,
}

impl Sentences {
    /// Puts a sentence below the others.
    pub fn say(&mut self, sentence: impl Into<String>) {
        self.sentences.push(sentence.into());
    }

    /// A sentence that rests on a work.
    pub fn cite(&mut self, sentence: impl Into<String>, work: &'static str) {
        self.say(sentence);
        self.cited.push(work);
    }

    /// What the settings that matter have to say in a passage.
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
    /// The base of every row.
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

    /// Its value as it is written, each part of it where it has several; nothing where there is none.
    #[must_use]
    pub fn values(&self, settings: &Settings) -> Vec<String> {
        (self.get)(settings)
    }

    /// Whether both have the same value of it.
    #[must_use]
    pub fn is_alike(&self, one: &Settings, other: &Settings) -> bool {
        (self.get)(one) == (self.get)(other)
    }

    /// What of it can be chosen where these files are on the screen, each key with its name.
    #[must_use]
    pub fn offered(
        &self,
        settings: &Settings,
        data: &DataSet,
        basis: Basis,
    ) -> Vec<(String, String)> {
        match self.offered {
            Some(offered) => offered(data, basis, &settings.rules),
            None => (self.choices)(settings),
        }
    }

    /// Gives way to the first that the files allow where they do not allow what was chosen; says so.
    fn keep_possible(
        &self,
        settings: &mut Settings,
        data: &DataSet,
        basis: Basis,
    ) -> Option<String> {
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

    /// Takes a value on, as it is written.
    ///
    /// # Errors
    ///
    /// Where it is none of this setting's; nothing is changed then.
    pub fn read(&self, settings: &mut Settings, value: &str, from: From) -> Result<(), NotRead> {
        (self.set)(settings, value, from)
    }

    /// Whether it is so, of a setting that is so or is not.
    #[must_use]
    pub fn is_ticked(&self, settings: &Settings) -> bool {
        self.values(settings).iter().any(|value| value == YES)
    }

    /// Makes it so, or not.
    pub fn tick(&self, settings: &mut Settings, is_so: bool) {
        self.choose(settings, if is_so { YES } else { NO });
    }

    /// Takes on what the user chose on the page; what cannot be chosen changes nothing.
    pub fn choose(&self, settings: &mut Settings, value: &str) {
        let _ = self.read(settings, value, From::Page);
    }
}

impl Settings {
    /// What the files do not allow gives way to what they do; says of each what is shown instead.
    pub fn keep_possible(&mut self, data: &DataSet) -> Vec<String> {
        let Some(basis) = data.basis(self.rules.basis) else {
            return Vec::new();
        };
        let settings = SETTINGS.iter();
        settings
            .filter_map(|setting| setting.keep_possible(self, data, basis))
            .collect()
    }

    /// What was changed: the first setting in which both differ.
    #[must_use]
    pub fn difference(&self, other: &Self) -> Option<&'static Setting> {
        SETTINGS
            .iter()
            .find(|setting| !setting.is_alike(self, other))
    }
}

/// Sets a value, where there is one.
pub(super) fn put<T>(target: &mut T, value: Option<T>) -> Result<(), NotRead> {
    *target = value.ok_or(NotRead::NoValue)?;
    Ok(())
}

/// A whole number from the least on.
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

/// The base of a row whose value is one of a keyed enum's.
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

/// The base of a row that is a whole number from the least on. An address may ask for more than is usually offered.
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

/// The base of a row that is so or is not.
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
