//! The page's start: everything is in `trust_gap::app`.
fn main() {
    #[cfg(target_arch = "wasm32")]
    trust_gap::app::run();
}
