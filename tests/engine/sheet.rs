//! A sheet to paint has the same content as the SVG file of the same picture.
#![allow(clippy::unwrap_used, reason = "a test may stop")]

use trust_gap::chart::{Chart, FunnelChart, GapChart, StripChart, source_line};
use trust_gap::demo::Demonstration;
use trust_gap::export::sheet::{Sheet, Size, StandalonePicture, Stroke};
use trust_gap::export::svg::{Around, with_words};
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

fn charts() -> ([Box<dyn Chart>; 3], String) {
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
    (charts, source_line(&data, &analysis))
}

fn pictures() -> (Vec<Picture>, String) {
    let (charts, source) = charts();
    let pictures = charts.iter().flat_map(|chart| [chart.draw(320), chart.draw(900)]);
    (pictures.collect(), source)
}

#[test]
fn a_sheet_is_as_large_as_the_svg_and_says_the_same() {
    let (pictures, source) = pictures();
    for picture in pictures {
        let around = Around {
            source: &source,
            made_on: "25 November 2026",
            ..Around::default()
        };
        are_alike(&Sheet::of(picture, &around));
    }
    let (charts, source) = charts();
    for chart in charts {
        let key = chart.key();
        let around = Around {
            subtitle: chart.subtitle(),
            key: &key,
            source: &source,
            ..Around::default()
        };
        for size in Size::ALL {
            are_alike(&Sheet::sized(&*chart, &around, size));
        }
    }
}

/// Checks that a sheet is painted as its SVG file has it.
fn are_alike(sheet: &Sheet) {
    let (painted, svg) = (StandalonePicture::new(sheet), with_words(sheet));
    assert_eq!(
        (painted.width, painted.height),
        (number(&svg, "width"), number(&svg, "height"))
    );
    assert_eq!(words(&painted), words_of(&svg));
    let drawn = ["<line ", "<polyline ", "<polygon ", "<circle "].map(|of| svg.matches(of).count());
    let outlines = painted.strokes.len() - words(&painted).len();
    // The paper is one more.
    assert_eq!(outlines, drawn.iter().sum::<usize>() + 1);
}

/// Where each text of an SVG begins and ends at most, in the units of its sheet, and the same of the sheet.
fn extents(svg: &str) -> (Vec<(f64, String)>, f64, f64) {
    let (_, view) = svg.split_once("viewBox=\"0 0 ").unwrap();
    let (width, height) = view.split('"').next().unwrap().split_once(' ').unwrap();
    let (heads, rest) = svg.split_once("<g ").unwrap();
    let (_, foot) = rest.split_once("</g>").unwrap();
    let texts = heads.lines().chain(foot.lines());
    let texts = texts.filter(|line| line.starts_with("<text "));
    let texts = texts.map(|line| {
        let of = |name: &str| -> f64 {
            let (_, rest) = line.split_once(&format!(" {name}=\"")).unwrap();
            rest.split('"').next().unwrap().parse().unwrap()
        };
        let text = words_of(line).concat();
        let wide = trust_gap::plot::width(&text, of("font-size"), line.contains("bold"));
        assert!(of("y") > 0.0 && of("y") <= height.parse().unwrap(), "{line}");
        (of("x") + wide, text)
    });
    (texts.collect(), width.parse().unwrap(), height.parse().unwrap())
}

#[test]
fn words_around_a_picture_wrap_and_are_within_it_at_every_size() {
    let (charts, source) = charts();
    let long = "Rechtsschutzversicherungsgesellschaften".repeat(6);
    for chart in charts {
        let key = chart.key();
        let subtitle = format!("{} {long} {}", chart.subtitle(), "and so on ".repeat(40));
        let around = Around {
            subtitle: &subtitle,
            key: &key,
            source: &source,
            rules: "",
            made_on: "25 November 2026",
        };
        for (size, sides) in Size::ALL.into_iter().zip([Some(760), None, Some(375)]) {
            let sheet = Sheet::sized(&*chart, &around, size);
            let svg = with_words(&sheet);
            let (width, height) = sheet.pixels();
            match sides {
                Some(side) => assert_eq!(width, side),
                None => assert_eq!((width, height), (1280, 720)),
            }
            let (texts, width, _) = extents(&svg);
            for (end, text) in &texts {
                assert!(*end <= width - 15.0, "{end} of {width}: {text}");
            }
            let said = texts
                .iter()
                .map(|(_, text)| text.as_str())
                .collect::<Vec<_>>()
                .join(" ");
            let squeezed = |text: &str| text.replace(' ', "");
            for whole in [chart.title(), &subtitle, &source, "Made on 25 November 2026"] {
                assert!(squeezed(&said).contains(&squeezed(whole)), "{whole} in {said}");
            }
            for item in &key {
                assert!(squeezed(&said).contains(&squeezed(&item.words)), "{}", item.words);
            }
        }
    }
}

#[test]
fn a_slide_has_larger_letters_than_a_page() {
    let (charts, source) = charts();
    let [gap, ..] = charts;
    let key = gap.key();
    let around = Around {
        subtitle: gap.subtitle(),
        key: &key,
        source: &source,
        ..Around::default()
    };
    let slide = StandalonePicture::new(&Sheet::sized(&*gap, &around, Size::Slide));
    assert!(slide.scale > 1.15, "{}", slide.scale);
}

#[test]
fn outlines_are_paths_of_svg() {
    for picture in pictures().0 {
        let sheet = StandalonePicture::new(&Sheet::of(picture, &Around::default()));
        for stroke in &sheet.strokes {
            if let Stroke::Outline { path, opacity, .. } = stroke {
                assert!(path.starts_with('M') && (0.0..=1.0).contains(opacity));
                let is_path = |letter: char| "MLHVZa,.- ".contains(letter) || letter.is_ascii_digit();
                assert!(path.chars().all(is_path), "{path}");
            }
        }
    }
}
