//! Prints the top ten of a region, ties included, from a downloaded trust file: `cargo run --example
//! top_ten_of_a_region england_ks4-mats-performance.csv "South West"`

use trust_gap::{layout::read_file, method::Rules, method::analyse, model::Library, terms::Region};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut words = std::env::args().skip(1);
    let file = words.next().ok_or("name a trust file")?;
    let region = Region::parse(&words.next().unwrap_or_default()).ok_or("name a region")?;
    let mut library = Library::default();
    library.add(read_file(&file, &std::fs::read(&file)?)?);
    let data = library.newest().ok_or("the file has no trusts")?;
    let analysis = analyse(&data, &Rules::default())?;
    for trust in analysis.top_ten(region) {
        let (rank, figure) = trust.regional_rank().zip(trust.figure()).ok_or("no rank")?;
        println!("{rank}. {}: {}", trust.name, figure.in_sentence());
    }
    Ok(())
}
