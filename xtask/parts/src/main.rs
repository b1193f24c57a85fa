//! What Trunk runs as `wasm-bindgen`: it splits the page's program at the seam in `src/later.rs`, and then runs the
//! real wasm-bindgen. A program must be split before wasm-bindgen, where Trunk has no hook
//! (<https://github.com/trunk-rs/trunk/issues/1022>).
//!
//! `cargo xtask` puts it first on Trunk's path. Programs without a seam, such as the worker's, are passed on as they
//! are. So is the page's in a build by Trunk alone, which has the whole page in one program.

use std::env;
use std::error::Error;
use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::process::{Command, ExitCode};

use wasm_split_cli_support::{Options, transform};
use xxhash_rust::xxh64::xxh64;

/// The name of the section that the seams leave in a program.
const SEAM: &[u8] = b"__wasm_split_unstable";

/// The folder of the later part and of the script that loads it, below the repository's top folder, where Trunk runs
/// this. `cargo xtask stamp` puts both beside the page.
const FOLDER: &str = "target/page/later";

/// Stands for the address of the page's script, until Trunk has named it.
const SCRIPT: &str = "./PAGE-SCRIPT";

fn main() -> ExitCode {
    match bindgen() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("wasm-bindgen, as Trunk runs it (xtask/parts): {error}");
            ExitCode::FAILURE
        }
    }
}

/// Runs wasm-bindgen with the same arguments, on the first part of a program that has a seam.
fn bindgen() -> Result<ExitCode, Box<dyn Error>> {
    let mut arguments: Vec<OsString> = env::args_os().skip(1).collect();
    let is_program = |argument: &&mut OsString| Path::new(argument).extension().is_some_and(|of| of == "wasm");
    if let Some(program) = arguments.iter_mut().find(is_program) {
        let path = Path::new(program);
        let bytes = fs::read(path)?;
        if bytes.windows(SEAM.len()).any(|part| part == SEAM) {
            let first = path.with_extension("first.wasm");
            split(&bytes, &first)?;
            *program = first.into_os_string();
            // The later part uses the first one's table of functions.
            arguments.push("--keep-lld-exports".into());
        }
    }
    let status = Command::new("wasm-bindgen")
        .args(&arguments)
        .env("PATH", path_without_this()?)
        .status()?;
    Ok(if status.success() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// Writes a program's first part, its later part, and the script by which the first loads the later.
fn split(program: &[u8], first: &Path) -> Result<(), Box<dyn Error>> {
    let folder = Path::new(FOLDER);
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder)?;
    let name = format!("later-{:016x}", xxh64(program, 0));
    let script = format!("./{name}.js");
    let mut options = Options::new(program);
    options.output_dir = folder;
    options.main_out_path = first;
    options.link_name = &script;
    options.main_module = SCRIPT;
    let split = transform(options)?;
    let [part] = split.split_modules.as_slice() else {
        return Err(format!("{} parts, and not one: see src/later.rs", split.split_modules.len()).into());
    };
    let written = part.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let path = folder.join(&script);
    let mut text = fs::read_to_string(&path)?.replace(written, &format!("{name}.wasm"));
    // Starts whatever content type the server gives it, like the first part (`assets/boot.js`).
    let (streamed, whole) = (
        "WebAssembly.instantiateStreaming(src, imports)",
        "WebAssembly.instantiate(await (await src).arrayBuffer(), imports)",
    );
    if !text.contains(streamed) {
        return Err("the script that loads the later part starts it in a new way: see wasm_split_cli_support".into());
    }
    text = text.replace(streamed, whole);
    fs::write(&path, text)?;
    optimise(part, &folder.join(format!("{name}.wasm")))?;
    fs::remove_file(part)?;
    Ok(())
}

/// Makes the later part small with the options that `index.html` gives for the first.
fn optimise(part: &Path, to: &Path) -> Result<(), Box<dyn Error>> {
    let page = fs::read_to_string("index.html")?;
    let options = options_in(&page).ok_or("index.html has no data-wasm-opt-params")?;
    let status = Command::new("wasm-opt")
        .args(options)
        .arg(part)
        .arg("--output")
        .arg(to)
        .status()?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("wasm-opt failed ({status})").into())
    }
}

/// The options of wasm-opt for the page's program, which comes first in `index.html`.
fn options_in(page: &str) -> Option<impl Iterator<Item = &str>> {
    let (_, rest) = page.split_once("data-wasm-opt-params=\"")?;
    let (options, _) = rest.split_once('"')?;
    Some(options.split_whitespace())
}

/// The path without this program's folder, so that the real wasm-bindgen is found.
fn path_without_this() -> Result<OsString, Box<dyn Error>> {
    let own = env::current_exe()?;
    let usual = env::var_os("PATH").unwrap_or_default();
    let folders = env::split_paths(&usual).filter(|folder| Some(folder.as_path()) != own.parent());
    Ok(env::join_paths(folders)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_later_part_is_made_small_like_the_first() {
        let page = include_str!("../../../index.html");
        let options: Vec<&str> = options_in(page).unwrap().collect();
        assert!(options.contains(&"-Oz"), "{options:?}");
        assert!(options.iter().all(|option| option.starts_with('-')), "{options:?}");
        assert!(options_in("<link data-trunk rel=\"rust\">").is_none());
    }
}
