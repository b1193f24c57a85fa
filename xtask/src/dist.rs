//! `cargo xtask dist`: the page as a folder for a web server, with the host's data sets.

use std::fs;
use std::path::{Path, PathBuf};

use crate::page;
use crate::problem::{Problem, Result};
use crate::project::Project;
use crate::run::{announce, run_heeding};
use crate::size::files_below;
use crate::toolbox::Toolbox;

/// The list of data sets, beside `index.html`. The crate `hosting` uses the same name.
const LIST: &str = "datasets.json";

/// The command's options.
#[derive(Debug, PartialEq, Eq, Default)]
pub(crate) struct Wanted {
    /// The folder for the page; `None` means `dist`.
    folder: Option<PathBuf>,
    /// The folder with the list and its files; `None` if no data are offered.
    data: Option<PathBuf>,
}

impl Wanted {
    /// Parses the words after `dist`.
    pub(crate) fn asked_for(words: &[&str]) -> Result<Self> {
        match words {
            [] => Ok(Self::default()),
            ["--data", data, rest @ ..] if !data.starts_with('-') => {
                let wanted = Self::asked_for(rest)?;
                let data = once(wanted.data, data)?;
                Ok(Self { data, ..wanted })
            }
            [folder, rest @ ..] if !folder.starts_with('-') => {
                let wanted = Self::asked_for(rest)?;
                let folder = once(wanted.folder, folder)?;
                Ok(Self { folder, ..wanted })
            }
            _ => Err(not_understood(words)),
        }
    }
}

fn once(before: Option<PathBuf>, word: &str) -> Result<Option<PathBuf>> {
    match before {
        None => Ok(Some(PathBuf::from(word))),
        Some(_) => Err(not_understood(&[word])),
    }
}

fn not_understood(words: &[&str]) -> Problem {
    Problem::new(
        format!("`{}` is not understood.", words.join(" ")),
        "Say `cargo xtask dist`, and if you like a new folder, and `--data` with the folder of your own data sets.",
    )
}

/// Builds the page into a folder that is ready for a web server, and prints what to do next.
pub(crate) fn dist(project: &Project, wanted: &Wanted) -> Result<()> {
    let built = project.dist();
    let folder = wanted.folder.as_deref().map(absolute).transpose()?;
    let data = wanted.data.as_deref().map(absolute).transpose()?;
    for given in folder.iter().chain(&data) {
        see_that_it_is_outside(given, &built)?;
    }
    if let Some(folder) = &folder {
        see_that_it_is_free(folder)?;
    }
    // Faults are reported before the page is built, which takes longer.
    let offered = match &data {
        Some(data) => offered_files(project, data)?,
        None => Vec::new(),
    };
    page::build(&Toolbox::for_page(project)?)?;
    let site = folder.unwrap_or_else(|| built.clone());
    if site != built {
        copy_all(&built, &site, &names_below(&built)?)?;
    }
    if let Some(data) = &data {
        copy_all(data, &site, &offered)?;
    }
    announce("The page is made");
    println!("{}", done(&site, offered.len()));
    Ok(())
}

fn absolute(path: &Path) -> Result<PathBuf> {
    std::path::absolute(path).map_err(|error| Problem::with_file(path, &error))
}

/// Rejects a folder inside `dist`, because building empties `dist`.
fn see_that_it_is_outside(given: &Path, built: &Path) -> Result<()> {
    if given.starts_with(built) {
        return Err(Problem::new(
            format!(
                "{} is in dist, which is emptied when the page is built.",
                given.display()
            ),
            "Name a folder elsewhere.",
        ));
    }
    Ok(())
}

/// Rejects a folder with files in it, so that nothing is overwritten or mixed with the page's files.
fn see_that_it_is_free(folder: &Path) -> Result<()> {
    let is_free = match fs::read_dir(folder) {
        Ok(mut entries) => entries.next().is_none(),
        Err(_) => !folder.exists(),
    };
    if is_free {
        return Ok(());
    }
    Err(Problem::new(
        format!("{} is there already, and not an empty folder.", folder.display()),
        "Name a new one, and put its files in the place of those of the former page.",
    ))
}

/// The names of the list and of its files, after the engine has checked them.
fn offered_files(project: &Project, data: &Path) -> Result<Vec<PathBuf>> {
    let mut cargo = Toolbox::plain(project).cargo(&["run", "--locked", "--quiet", "--release"]);
    cargo.args(["--bin", "trust-gap", "--", "datasets"]).arg(data);
    let step = format!("Looking through the data sets in {}", data.display());
    let mut files = Vec::new();
    run_heeding(&step, &mut cargo, |line| files.push(PathBuf::from(line)))?;
    let others = names_below(data)?.iter().filter(|name| !files.contains(name)).count();
    if others > 0 {
        println!("Not named in {LIST}, and so not offered: {}.", counted(others));
    }
    Ok(files)
}

/// The files in a folder and its subfolders, by their relative names.
fn names_below(folder: &Path) -> Result<Vec<PathBuf>> {
    let files = files_below(folder)?.into_iter();
    let names = files.map(|path| path.strip_prefix(folder).map(Path::to_owned).unwrap_or(path));
    Ok(names.collect())
}

fn copy_all(from: &Path, to: &Path, names: &[PathBuf]) -> Result<()> {
    names.iter().try_for_each(|name| copy(&from.join(name), &to.join(name)))
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder).map_err(|error| Problem::with_file(folder, &error))?;
    }
    fs::copy(from, to).map_err(|error| Problem::with_file(from, &error))?;
    Ok(())
}

/// A sentence about the finished folder and what to do with it.
fn done(site: &Path, files: usize) -> String {
    let offered = match files {
        0 => String::new(),
        // One of them is the list.
        files => format!(" It offers your data sets: {} and {LIST}.", counted(files - 1)),
    };
    format!(
        "{} holds the whole page.{offered} Any web server can serve it, under any path: see docs/hosting.md.",
        site.display()
    )
}

fn counted(files: usize) -> String {
    if files == 1 {
        "1 file".to_owned()
    } else {
        format!("{files} files")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wanted(folder: Option<&str>, data: Option<&str>) -> Wanted {
        Wanted {
            folder: folder.map(PathBuf::from),
            data: data.map(PathBuf::from),
        }
    }

    #[test]
    fn a_folder_and_data_can_be_named() {
        for (words, expected) in [
            (&[][..], wanted(None, None)),
            (&["site"], wanted(Some("site"), None)),
            (&["--data", "mine"], wanted(None, Some("mine"))),
            (&["site", "--data", "mine"], wanted(Some("site"), Some("mine"))),
            (&["--data", "mine", "site"], wanted(Some("site"), Some("mine"))),
        ] {
            assert_eq!(Wanted::asked_for(words).unwrap(), expected, "{words:?}");
        }
    }

    #[test]
    fn what_is_not_understood_is_refused() {
        for words in [
            &["--data"][..],
            &["--data", "--data"],
            &["--dat", "mine"],
            &["one", "two"],
            &["--data", "one", "--data", "two"],
        ] {
            assert!(Wanted::asked_for(words).is_err(), "{words:?}");
        }
    }

    #[test]
    fn nothing_is_put_where_something_is_or_will_be_gone() {
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        assert!(see_that_it_is_free(here).is_err());
        assert!(see_that_it_is_free(&here.join("Cargo.toml")).is_err());
        assert!(see_that_it_is_free(&here.join("not-there/either")).is_ok());
        let built = Path::new("/project/dist");
        assert!(see_that_it_is_outside(Path::new("/project/dist/data"), built).is_err());
        assert!(see_that_it_is_outside(built, built).is_err());
        assert!(see_that_it_is_outside(Path::new("/project/data"), built).is_ok());
    }

    #[test]
    fn files_are_copied_with_their_folders_and_no_others() {
        let top = std::env::temp_dir().join(format!("trust-gap-dist-{}", std::process::id()));
        let (from, to) = (top.join("from"), top.join("to"));
        for name in ["datasets.json", "2022-23/schools.csv", "notes.txt"] {
            fs::create_dir_all(from.join(name).parent().unwrap()).unwrap();
            fs::write(from.join(name), name).unwrap();
        }
        let names = ["2022-23/schools.csv", "datasets.json"].map(PathBuf::from);
        copy_all(&from, &to, &names).unwrap();
        assert_eq!(names_below(&to).unwrap(), names);
        assert_eq!(fs::read_to_string(to.join("datasets.json")).unwrap(), "datasets.json");
        assert!(copy_all(&from, &to, &[PathBuf::from("gone.csv")]).is_err());
        fs::remove_dir_all(top).unwrap();
    }

    #[test]
    fn it_is_said_what_there_is() {
        let site = Path::new("site");
        assert_eq!(
            done(site, 0),
            "site holds the whole page. Any web server can serve it, under any path: see docs/hosting.md."
        );
        assert!(done(site, 2).contains("It offers your data sets: 1 file and datasets.json."));
        assert!(done(site, 3).contains("2 files and datasets.json"));
    }
}
