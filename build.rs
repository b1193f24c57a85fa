//! Has the linker keep what the splitter needs (`xtask/parts`): which function and which datum refers to which.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let is_set = |name: &str| std::env::var_os(name).is_some();
    if is_set("CARGO_FEATURE_SPLIT") && std::env::var("CARGO_CFG_TARGET_FAMILY").is_ok_and(|of| of == "wasm") {
        println!("cargo::rustc-link-arg-bins=--emit-relocs");
    }
}
