//! `cargo xtask assets` and `cargo xtask stamp`, which Trunk runs before and after it builds the page (Trunk.toml).

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use base64ct::{Base64, Encoding as _};
use sha2::{Digest as _, Sha256};
use xxhash_rust::xxh64::Xxh64;

use crate::problem::{Problem, Result};
use crate::project::Project;
use crate::run::run;
use crate::size::files_below;
use crate::toolbox::Toolbox;

/// The folder of the files, below the repository's top folder. index.html refers to it.
const FOLDER: &str = "target/page";

/// The placeholder for the build's id in the stamped files.
const BUILD_ID: &str = "BUILD-ID";

/// The placeholder in a script for files and the hashes of their bytes.
const OWN_FILES: &str = "\"OWN-FILES\"";

const PAGE: &str = "index.html";

/// Starts the page. It fetches the files without a hash in their names, and checks their bytes.
const BOOT: &str = "boot.js";

/// Keeps the page's own files for use offline.
const SERVICE_WORKER: &str = "service-worker.js";

/// The folder of the program's later part and of the script that loads it, where the program has been split
/// (`xtask/parts`).
const LATER: &str = "target/page/later";

/// Stands for the name of the page's script in that script.
const PAGE_SCRIPT: &str = "PAGE-SCRIPT";

/// The host's data sets are not the page's own files.
const DATA_SETS: &str = "datasets.json";

/// Has the engine make the files that the page fetches, and the page's own components render the first page as HTML.
pub(crate) fn assets(project: &Project) -> Result<()> {
    const RUN: [&str; 3] = ["run", "--locked", "--quiet"];
    let tools = Toolbox::plain(project);
    let mut engine = tools.cargo(&RUN);
    engine.args(["--package", "trust-gap", "--bin", "trust-gap", "--"]);
    run(
        &format!("Making what the page fetches, into {FOLDER}"),
        engine.args(["assets", FOLDER]),
    )?;
    let mut page = tools.cargo(&RUN);
    page.args(["--package", "trust-gap-explorer", "--bin", "trust-gap-page"]);
    page.args(["--features", "prerender", "--"]);
    let [records, html] = ["demonstration.bin", "first-page.html"].map(|name| format!("{FOLDER}/{name}"));
    run(&format!("Making the first page, as {html}"), page.args([records, html]))
}

/// Puts the build's id, and the hashes by which a browser checks files, into the page that Trunk has built.
pub(crate) fn stamp(project: &Project) -> Result<()> {
    let staged = env::var_os("TRUNK_STAGING_DIR").ok_or_else(|| {
        Problem::new(
            "there is no page to stamp.",
            "Trunk does this by itself, when it has built one.",
        )
    })?;
    let staged = PathBuf::from(staged);
    add_later_part(&project.top().join(LATER), &staged)?;
    stamp_in(&staged)
}

/// Puts the program's later part beside the page, if the page's script refers to it: a page that Trunk builds alone has
/// none, and what an earlier build left is not the page's.
fn add_later_part(folder: &Path, staged: &Path) -> Result<()> {
    let is_script = |path: &PathBuf| {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        name.starts_with("trust-gap-page-") && name.ends_with(".js")
    };
    let Some(script) = files_below(staged)?.into_iter().find(is_script) else {
        return Ok(());
    };
    let text = fs::read_to_string(&script).map_err(|error| Problem::with_file(&script, &error))?;
    let parts = if folder.exists() {
        files_below(folder)?
    } else {
        Vec::new()
    };
    for part in parts {
        let (Some(stem), Some(name)) = (part.file_stem().and_then(|stem| stem.to_str()), part.file_name()) else {
            continue;
        };
        if !text.contains(stem) {
            continue;
        }
        let to = staged.join(name);
        fs::copy(&part, &to).map_err(|error| Problem::with_file(&part, &error))?;
        if to.extension().is_some_and(|of| of == "js") {
            let script = script.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            put_into(&to, &[(PAGE_SCRIPT, script)])?;
        }
    }
    Ok(())
}

fn stamp_in(folder: &Path) -> Result<()> {
    let files = files_below(folder)?;
    let id = format!("{:016x}", id_of(&files)?);
    let names = files.iter().filter_map(|file| file.strip_prefix(folder).ok()?.to_str());
    let own: Vec<&str> = names
        .filter(|name| ![SERVICE_WORKER, DATA_SETS].contains(name))
        .collect();
    // The browser fetches the files in index.html by itself.
    let page = folder.join(PAGE);
    let named = fs::read_to_string(&page).map_err(|error| Problem::with_file(&page, &error))?;
    let by_script = |name: &str| name != PAGE && !has_hash(name) && !named.contains(name);
    let fetched = own.iter().filter(|name| by_script(name));
    let fetched = hashes(folder, fetched.map(|&name| (name.to_owned(), name)))?;
    put_into(&page, &[(BUILD_ID, &id)])?;
    put_into(&folder.join(BOOT), &[(OWN_FILES, &fetched)])?;
    // Last, because it contains the hashes of the files that were just stamped.
    let kept = hashes(folder, own.iter().map(|&name| (address_of(name, &id), name)))?;
    put_into(&folder.join(SERVICE_WORKER), &[(BUILD_ID, &id), (OWN_FILES, &kept)])
}

/// Replaces placeholders in a file.
fn put_into(path: &Path, stamps: &[(&str, &str)]) -> Result<()> {
    let mut text = fs::read_to_string(path).map_err(|error| Problem::with_file(path, &error))?;
    for (place, stamp) in stamps {
        if !text.contains(place) {
            return Err(Problem::new(
                format!("{} has no place for a stamp ({place}).", path.display()),
                "Look at `pattern_script` in Trunk.toml, and at the scripts in assets.",
            ));
        }
        text = text.replace(place, stamp);
    }
    fs::write(path, text).map_err(|error| Problem::with_file(path, &error))
}

/// Whether Trunk has put a hash into the name: `style-7d7b26573e0344f4.css`, `trust-gap-page-6a4cb43f3bec936b_bg.wasm`.
fn has_hash(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default();
    let stem = stem.strip_suffix("_bg").unwrap_or(stem);
    let last = stem.rsplit('-').next().unwrap_or_default();
    last.len() >= 8 && last.bytes().all(|letter| letter.is_ascii_hexdigit())
}

/// The address of a file, from the page's folder. Files without a hash in their names have the build's id.
fn address_of(name: &str, id: &str) -> String {
    match name {
        PAGE => String::new(),
        name if has_hash(name) => name.to_owned(),
        name => format!("{name}?{id}"),
    }
}

/// JSON of keys, each with the hash of a file's bytes, which a browser checks when it fetches the file.
fn hashes<'a>(folder: &Path, files: impl Iterator<Item = (String, &'a str)>) -> Result<String> {
    let mut lines = Vec::new();
    for (key, name) in files {
        let path = folder.join(name);
        let bytes = fs::read(&path).map_err(|error| Problem::with_file(&path, &error))?;
        let hash = Base64::encode_string(&Sha256::digest(&bytes));
        lines.push(format!("  \"{key}\": \"sha256-{hash}\",\n"));
    }
    Ok(format!("{{\n{}}}", lines.concat()))
}

/// A hash of a build's files, in order of name.
fn id_of(files: &[PathBuf]) -> Result<u64> {
    let mut id = Xxh64::new(0);
    for file in files {
        id.update(&fs::read(file).map_err(|error| Problem::with_file(file, &error))?);
    }
    Ok(id.digest())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A built page with these bytes as its worker, stamped: `index.html`, `boot.js` and `service-worker.js`.
    fn stamped(test: &str, worker: &str) -> [String; 3] {
        let top = env::temp_dir().join(format!("trust-gap-stamp-{test}-{}", std::process::id()));
        fs::create_dir_all(&top).unwrap();
        for (name, holds) in [
            (PAGE, "<script src=boot.js?BUILD-ID>"),
            (BOOT, "const OWN = \"OWN-FILES\";"),
            (
                SERVICE_WORKER,
                "const BUILD = \"BUILD-ID\"; const FILES = \"OWN-FILES\";",
            ),
            (DATA_SETS, "[]"),
            ("style-7d7b26573e0344f4.css", ""),
            ("worker.wasm", worker),
        ] {
            fs::write(top.join(name), holds).unwrap();
        }
        stamp_in(&top).unwrap();
        let stamped = [PAGE, BOOT, SERVICE_WORKER].map(|name| fs::read_to_string(top.join(name)).unwrap());
        // Nothing is left to stamp.
        assert!(stamp_in(&top).is_err());
        fs::remove_dir_all(&top).unwrap();
        stamped
    }

    #[test]
    fn a_build_of_which_any_file_is_another_has_another_id() {
        let ids = ["one", "two", "one"].map(|worker| stamped("id", worker));
        assert_ne!(ids[0][0], ids[1][0]);
        assert_eq!(ids[0], ids[2]);
        assert_eq!(ids[0][0].len(), "<script src=boot.js?>".len() + 16);
    }

    #[test]
    fn the_scripts_know_the_pages_own_files_by_their_bytes() {
        let [page, boot, service_worker] = stamped("own", "one");
        let id = page
            .strip_prefix("<script src=boot.js?")
            .and_then(|rest| rest.strip_suffix('>'));
        let id = id.unwrap();
        // `printf one | openssl dgst -sha256 -binary | base64`
        let hash = "sha256-dpLDrTVAu4A8Ags67mbNiIcSMjTqDG5xQ8Ct1z/0Me0=";
        assert_eq!(boot, format!("const OWN = {{\n  \"worker.wasm\": \"{hash}\",\n}};"));
        let keys: Vec<&str> = service_worker
            .split('"')
            .filter(|part| !part.contains("sha256-"))
            .collect();
        let keys: Vec<&str> = keys
            .into_iter()
            .filter(|part| !part.contains([' ', '{', ',']))
            .collect();
        let named = ["boot.js", "worker.wasm"].map(|name| format!("{name}?{id}"));
        assert_eq!(keys, [id, &named[0], "", "style-7d7b26573e0344f4.css", &named[1]]);
        assert!(service_worker.contains(hash));
    }

    #[test]
    fn the_later_part_joins_the_page_that_refers_to_it() {
        let top = env::temp_dir().join(format!("trust-gap-later-{}", std::process::id()));
        let (later, staged) = (top.join("later"), top.join("staged"));
        for folder in [&later, &staged] {
            fs::create_dir_all(folder).unwrap();
        }
        for (path, holds) in [
            (later.join("later-2.js"), "import \"./PAGE-SCRIPT\";"),
            (later.join("later-2.wasm"), "program"),
            (later.join("later-1.wasm"), "of an earlier build"),
            (staged.join("trust-gap-page-3.js"), "import \"./later-2.js\";"),
        ] {
            fs::write(path, holds).unwrap();
        }
        add_later_part(&later, &staged).unwrap();
        let names: Vec<String> = files_below(&staged)
            .unwrap()
            .iter()
            .filter_map(|path| Some(path.file_name()?.to_str()?.to_owned()))
            .collect();
        assert_eq!(names, ["later-2.js", "later-2.wasm", "trust-gap-page-3.js"]);
        let script = fs::read_to_string(staged.join("later-2.js")).unwrap();
        assert_eq!(script, "import \"./trust-gap-page-3.js\";");
        // A page in one program refers to none.
        fs::remove_dir_all(&staged).unwrap();
        fs::create_dir_all(&staged).unwrap();
        fs::write(staged.join("trust-gap-page-3.js"), "").unwrap();
        add_later_part(&later, &staged).unwrap();
        assert_eq!(files_below(&staged).unwrap().len(), 1);
        fs::remove_dir_all(&top).unwrap();
    }

    #[test]
    fn hashes_in_names_are_told_from_words() {
        for name in [
            "style-7d7b26573e0344f4.css",
            "icon-d7a1f8c1ed8fb1d.svg",
            "trust-gap-page-6a4cb43f3bec936b_bg.wasm",
        ] {
            assert!(has_hash(name), "{name}");
        }
        for name in [
            "boot.js",
            "trust-gap-worker_bg.wasm",
            "demonstration-earlier.bin",
            "icon-512.png",
            PAGE,
        ] {
            assert!(!has_hash(name), "{name}");
        }
    }
}
