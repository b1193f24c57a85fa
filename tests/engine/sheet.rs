//! A sheet to paint has the same content as the SVG file of the same picture.
#![allow(clippy::unwrap_used, reason = "a test may stop")]

use trust_gap::chart::{Chart, FunnelChart, GapChart, StripChart, source_line};
use trust_gap::demo::Demonstration;
use trust_gap::export::sheet::{StandalonePicture, Stroke};
use trust_gap::export::svg::{Foot, with_foot};
use trust_gap::layout::read_file;
use trust_gap::method::{Funnel, IntervalChoices, Limits, Measured, Rules, Scope};
use trust_gap::model::Library;
use trust_gap::plot::Picture;

/// The number of an attribute of the first element.
fn number(svg: &str, attribute: &str) -> u32 {
    let (_, rest) = svg.split_once(&format!(" {attribute}=\"")).unwrap();
    rest.split('"').next().unwrap().parse().unwrap()
}

fn words(sheet: &StandalonePicture) -> Vec<String> {
    let words = sheet.strokes.iter().filter_map(|stroke| match stroke {
        Stroke::Words { text, .. } => Some(text.clone()),
        Stroke::Outline { .. } => None,
    });
    words.collect()
}

fn words_of(svg: &str) -> Vec<String> {
    let texts = svg.split("<text ").skip(1);
    let texts = texts.filter_map(|text| text.split('>').nth(1)?.split('<').next());
    let plain = |text: &str| {
        let text = text.replace("&lt;", "<").replace("&gt;", ">");
        text.replace("&quot;", "\"").replace("&amp;", "&")
    };
    texts.map(plain).collect()
}

fn pictures() -> (Vec<Picture>, String) {
    let demonstration = Demonstration::generate();
    let year = *demonstration.years().last().unwrap();
    let file = demonstration.trust_file(year);
    let mut library = Library::default();
    library.add(read_file("england_ks4-mats-performance.csv", file.as_bytes()).unwrap());
    let (data, rules, interval_choices) = (library.newest().unwrap(), Rules::default(), IntervalChoices::default());
    let measured = Measured::after(None, &data, &rules).unwrap();
    let analysis = measured
        .analysis(rules.focus, rules.regional, &[], &interval_choices)
        .unwrap();
    let funnel = Funnel::new(&analysis, Limits::Normal).unwrap();
    let charts: [Box<dyn Chart>; 3] = [
        Box::new(GapChart::new(&analysis)),
        Box::new(StripChart::new(&analysis)),
        Box::new(FunnelChart::new(&analysis, &funnel, Scope::All)),
    ];
    let pictures = charts.iter().flat_map(|chart| [chart.draw(320), chart.draw(900)]);
    (pictures.collect(), source_line(&data, &analysis))
}

#[test]
fn a_sheet_is_as_large_as_the_svg_and_says_the_same() {
    let (pictures, source) = pictures();
    for picture in pictures {
        let foot = Foot {
            source: &source,
            made_on: "25 November 2026",
            ..Foot::default()
        };
        let (sheet, svg) = (StandalonePicture::new(&picture, &foot), with_foot(&picture, &foot));
        assert_eq!(
            (sheet.width, sheet.height),
            (number(&svg, "width"), number(&svg, "height"))
        );
        assert_eq!(words(&sheet), words_of(&svg), "{}", picture.title);
        let drawn = ["<line ", "<polyline ", "<polygon ", "<circle "].map(|of| svg.matches(of).count());
        let outlines = sheet.strokes.len() - words(&sheet).len();
        // The paper is one more.
        assert_eq!(outlines, drawn.iter().sum::<usize>() + 1);
    }
}

#[test]
fn outlines_are_paths_of_svg() {
    for picture in pictures().0 {
        let sheet = StandalonePicture::new(&picture, &Foot::default());
        for stroke in &sheet.strokes {
            if let Stroke::Outline { path, opacity, .. } = stroke {
                assert!(path.starts_with('M') && (0.0..=1.0).contains(opacity));
                let is_path = |letter: char| "MLHVZa,.- ".contains(letter) || letter.is_ascii_digit();
                assert!(path.chars().all(is_path), "{path}");
            }
        }
    }
}
