//! The table of settings as command-line options.

use clap::{Arg, ArgAction, ArgMatches, Args, Command, Error, FromArgMatches};
use trust_gap::method::{Control, From, NotRead, ProgramOption, SETTINGS, Setting, Settings};

/// The settings from the options.
#[derive(Debug, Default)]
pub(crate) struct Chosen {
    pub(crate) settings: Settings,
    /// The measure's key if it may be user-defined, which depends on the files.
    pub(crate) own_measure: Option<String>,
}

/// The prefix of user-defined measures' keys.
const OWN: &str = "own-";

/// The heading above the settings in the help.
const HEADING: &str = "Settings";

/// The options of a command.
pub(crate) fn options_of(command: &str) -> Vec<Arg> {
    let settings = SETTINGS.iter().filter_map(|setting| {
        let option = setting.option?;
        let has_it = match command {
            "datasets" | "demo" => false,
            // `ranks` does not read schools.
            "ranks" => matches!(option.name, "level" | "kind"),
            // `figures` has every measure and every group.
            "figures" => !matches!(option.name, "measure" | "group") && option.only_of.is_empty(),
            _ => option.only_of.is_empty() || option.only_of.contains(&command),
        };
        has_it.then_some((setting, option))
    });
    settings.map(|(setting, option)| arg(setting, option)).collect()
}

fn arg(setting: &'static Setting, option: ProgramOption) -> Arg {
    let arg = Arg::new(option.name)
        .long(option.name)
        .help(option.help)
        .help_heading(HEADING);
    if setting.control == Control::Tick {
        return arg.action(ArgAction::SetTrue);
    }
    arg.action(if option.is_repeated {
        ArgAction::Append
    } else {
        ArgAction::Set
    })
    .allow_hyphen_values(true)
    .value_name("VALUE")
    .value_parser(move |word: &str| checked(setting, option, word))
}

/// Checks a word against the setting. The error says what the setting accepts.
fn checked(setting: &Setting, option: ProgramOption, word: &str) -> Result<String, String> {
    if is_own_measure(setting, word) {
        return Ok(word.to_owned());
    }
    let mut settings = Settings::default();
    match setting.read(&mut settings, word, From::Program) {
        Ok(()) => Ok(word.to_owned()),
        Err(NotRead::Area(error)) => Err(format!("{error}. {}", error.remedy())),
        Err(NotRead::NoValue) => {
            let choices = (setting.choices)(&settings).into_iter();
            let keys: Vec<String> = choices.map(|(key, _)| key).collect();
            let values = option.values.map_or_else(|| keys.join(", "), str::to_owned);
            Err(format!("accepted values: {values}"))
        }
    }
}

fn is_own_measure(setting: &Setting, word: &str) -> bool {
    setting.key == "measure" && word.starts_with(OWN)
}

impl Args for Chosen {
    /// Adds no options, because they depend on the command.
    fn augment_args(command: Command) -> Command {
        command
    }

    fn augment_args_for_update(command: Command) -> Command {
        command
    }
}

impl FromArgMatches for Chosen {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, Error> {
        let mut chosen = Self::default();
        chosen.update_from_arg_matches(matches)?;
        Ok(chosen)
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), Error> {
        for setting in SETTINGS {
            let Some(option) = setting.option else {
                continue;
            };
            if setting.control == Control::Tick {
                // Not every command has the option.
                if let Ok(Some(is_ticked)) = matches.try_get_one::<bool>(option.name) {
                    setting.tick(&mut self.settings, *is_ticked);
                }
                continue;
            }
            let Ok(Some(words)) = matches.try_get_many::<String>(option.name) else {
                continue;
            };
            for word in words {
                if is_own_measure(setting, word) {
                    self.own_measure = Some(word.clone());
                } else {
                    // `checked` has refused unreadable words.
                    let _ = setting.read(&mut self.settings, word, From::Program);
                }
            }
        }
        Ok(())
    }
}
