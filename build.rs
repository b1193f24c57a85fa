//! Has the linker write down where it puts the page's data: the page falls into parts by that (`xtask/src/split`).

use std::env;
use std::path::Path;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let is = |name: &str, value: &str| env::var(name).is_ok_and(|it| it == value);
    // A page for trying out stays whole.
    if !is("CARGO_CFG_TARGET_ARCH", "wasm32") || is("OPT_LEVEL", "0") {
        return;
    }
    // Beside the program: a build script's own folder is three below.
    let own = env::var_os("OUT_DIR").unwrap_or_default();
    if let Some(folder) = Path::new(&own).ancestors().nth(3) {
        let map = folder.join("trust-gap-page.map");
        println!(
            "cargo::rustc-link-arg-bin=trust-gap-page=-Map={}",
            map.display()
        );
    }
}
