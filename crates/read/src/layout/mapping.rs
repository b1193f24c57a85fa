//! A user's mapping of columns to fields: guessed and checked.

use records::intake::{Field, Mapping, MappingError};
use records::terms::{AcademicYear, Authority, Date, Focus, Group, Region, Urn};
use records::words::mapping::GROUP;

use crate::source::{ColumnIndex, Header};

use super::{Cells, Column, LAYOUTS, Variable, cell};

/// Whether a file can be read with a mapping.
///
/// # Errors
/// If a column is missing or mapped twice, or a needed field has no column.
pub(super) fn check(mapping: &Mapping, header: &Header) -> Result<(), MappingError> {
    let mut seen: Vec<(ColumnIndex, Field)> = Vec::new();
    for (field, column) in mapping.columns() {
        let Some(index) = header.find(column) else {
            return Err(MappingError::NoSuchColumn {
                field: field.label(),
                column: column.clone(),
            });
        };
        let clashes = |(known, former): &&(ColumnIndex, Field)| *known == index && !can_be_both(*former, *field);
        if let Some((_, former)) = seen.iter().find(clashes) {
            return Err(MappingError::UsedTwice {
                column: column.clone(),
                one: former.label(),
                two: field.label(),
            });
        }
        seen.push((index, *field));
    }
    let has = |field| mapping.get(field).is_some();
    if !mapping.is_of_schools() && !has(Field::Trust) && !has(Field::TrustUid) {
        return Err(MappingError::NoSubject);
    }
    let is_figure = |(field, _): &(Field, String)| matches!(field, Field::Figure(..));
    if mapping.columns().iter().any(is_figure) {
        Ok(())
    } else {
        Err(MappingError::NoFigure)
    }
}

/// The template's own column names that the file has.
pub(super) fn of_template(header: &Header) -> Mapping {
    let mut mapping = Mapping::default();
    for field in Field::all() {
        let key = field.key();
        if header.has(&key) {
            mapping.set(field, Some(&key));
        }
    }
    mapping
}

/// The best guess from the columns' names and the cells of their first rows. Each column is used once, for the field
/// whose words fit best. A column that may be about another group of pupils is left to the user.
pub(crate) fn guess(header: &Header, samples: &[(ColumnIndex, Vec<&str>)]) -> Mapping {
    let columns: Vec<Column> = LAYOUTS.iter().flat_map(|of| of.columns()).collect();
    let group = stated_group(header, samples);
    let mut scored: Vec<(u32, Field, ColumnIndex)> = Vec::new();
    for (column, values) in samples {
        let name = header.name(*column);
        let known = published(&columns, name);
        for field in Field::all() {
            let score = match known {
                // The Department's own name needs no guess.
                Some(known) => CERTAIN * u32::from(known == field),
                None => likeness(field, name, group),
            };
            if score > 0 && values_fit(field, values) {
                scored.push((score, field, *column));
            }
        }
    }
    let scored = records::terms::order::sorted_by_key(scored, |(score, _, _)| -i64::from(*score));
    let mut mapping = Mapping::default();
    let mut used: Vec<ColumnIndex> = Vec::new();
    for (_, field, column) in scored {
        if mapping.get(field).is_none() && !used.contains(&column) {
            mapping.set(field, Some(header.name(column)));
            used.push(column);
        }
    }
    mapping
}

/// The score of a certain match.
const CERTAIN: u32 = 1_000;

/// The field of a column with this name in one of the published files.
fn published(columns: &[Column], name: &str) -> Option<Field> {
    columns.iter().find_map(|column| match column.holds() {
        Variable::Field(field) => {
            let mut names = column.names();
            names.any(|known| known.eq_ignore_ascii_case(name)).then_some(field)
        }
        _ => None,
    })
}

/// Whether one column can be both. A name may also serve as a number. If pupils are counted only once, they are also
/// those in Progress 8.
fn can_be_both(one: Field, two: Field) -> bool {
    const NAMES: [Field; 4] = [Field::Urn, Field::School, Field::TrustUid, Field::Trust];
    match (one, two) {
        (Field::Pupils(pupils), Field::ProgressPupils(progress))
        | (Field::ProgressPupils(progress), Field::Pupils(pupils)) => pupils == progress,
        _ => NAMES.contains(&one) && NAMES.contains(&two),
    }
}

/// The group of a table's figures, if one column gives it for all rows, as in tables downloaded from this page.
fn stated_group(header: &Header, samples: &[(ColumnIndex, Vec<&str>)]) -> Option<Focus> {
    let column = header.find(GROUP)?;
    let (_, values) = samples.iter().find(|(known, _)| *known == column)?;
    let first = values.first()?;
    let is_same = values.iter().all(|value| value == first);
    let mut groups = Focus::ALL.into_iter();
    groups.find(|group| is_same && group.name().eq_ignore_ascii_case(first))
}

/// Words for a field in column names: one of each list must be present.
fn words_of(field: Field) -> Vec<&'static [&'static str]> {
    match field {
        Field::Urn => vec![&["urn", "school number", "school no", "unique reference", "school id"]],
        Field::School => vec![&["school name", "schname", "school", "establishment", "academy"]],
        Field::SchoolType => vec![&["school type", "nftype", "type of establishment", "type"]],
        Field::Authority => vec![&["la code", "lea", "authority code", "local authority code"]],
        Field::Region => vec![&["region", "gor name", "gor"]],
        Field::TrustUid => vec![&["trust", "mat", "group"], &["uid", "id", "number", "no", "code"]],
        Field::Trust => vec![&["academy trust", "trust name", "trust", "mat", "group name"]],
        Field::Joined => vec![&["join", "joined", "date joined", "since"]],
        Field::Years => vec![&["years", "yrs"]],
        Field::Year => vec![&["academic year", "time period", "year"]],
        Field::Schools => vec![&["schools", "number of schools"]],
        Field::Pupils(group) => vec![
            &["pupils", "cohort", "pupil count", "number of pupils", "students"],
            words_of_group(group),
        ],
        Field::DisadvantagedShare => vec![words_of_group(Group::Disadvantaged), &SHARES],
        Field::ProgressPupils(group) => vec![
            &["progress 8", "p8", "progress8"],
            &["pupils", "cohort", "count"],
            words_of_group(group),
        ],
        Field::Figure(measure, group) => {
            let mut words = measure.guessed_by().to_vec();
            words.push(words_of_group(group));
            words
        }
    }
}

fn words_of_group(group: Group) -> &'static [&'static str] {
    match group {
        Group::Disadvantaged => &[
            "disadvantaged",
            "fsm6cla1a",
            "fsm6",
            "fsm",
            "pp",
            "pupil premium",
            "disadv",
        ],
        Group::Other => &[
            "not disadvantaged",
            "non disadvantaged",
            "other",
            "nfsm6cla1a",
            "nfsm6",
            "non fsm6",
            "non fsm",
            "non pp",
        ],
        // Without other words, all pupils are meant.
        Group::All => &["all", "total", ""],
    }
}

/// Words for a share, which is not a count.
const SHARES: [&str; 7] = ["percentage", "percent", "per cent", "proportion", "share", "pct", "pc"];

/// Words that do not restrict the pupils. A column with any other word beside its field's name may be about some pupils
/// only: "Pupils dis", "Attainment 8 boys".
const NEUTRAL: &str = "a achieved achieving and at average avg cent cohort count end figure final for gcse gcses grade \
    grades headcount in ks4 level mat maths mean measure no number of on or our outcome overall pass \
    passes pc pct per percent percentage points proportion published pupil pupils rate result results \
    roll school schools score scores share size student students the trust weighted with";

/// How well a field's words fit a column's name, 0 for not at all. `stated` is the group of the
/// table's figures, if the table gives it.
fn likeness(field: Field, column: &str, stated: Option<Focus>) -> u32 {
    let name = folded(column);
    if name == folded(&field.key()) || name == folded(&field.label()) {
        return CERTAIN;
    }
    if field == Field::TrustUid && name == " uid " {
        return CERTAIN;
    }
    let group = group_of(field);
    // The headings of tables downloaded from this page.
    if let Field::Figure(measure, group) = field
        && name_without_unit(&name) == name_without_unit(&folded(measure.short_name()))
    {
        let stated = stated.unwrap_or(Focus::All);
        return CERTAIN * u32::from(stated.group() == Some(group));
    }
    let alternatives = words_of(field);
    let named = group_named(&name);
    let is_left_open = named.is_none() && stated.is_some_and(|stated| stated != Focus::All);
    let is_of_another = match field {
        Field::Figure(..) if is_left_open => true,
        _ => group.is_some_and(|group| named.unwrap_or(Group::All) != group),
    };
    if is_of_another || group.is_some() && has_other_words(&name, &alternatives) {
        return 0;
    }
    let is_count = matches!(field, Field::Pupils(_) | Field::ProgressPupils(_));
    if is_count && SHARES.iter().any(|word| has_word(&name, word)) {
        return 0;
    }
    let mut score = 0;
    for alternatives in alternatives {
        let best = alternatives
            .iter()
            .filter(|word| has_word(&name, word))
            .map(|word| 1 + 10 * u32::try_from(word.len()).unwrap_or_default())
            .max();
        match best {
            Some(best) => score += best,
            None => return 0,
        }
    }
    score
}

const fn group_of(field: Field) -> Option<Group> {
    match field {
        Field::Pupils(group) | Field::ProgressPupils(group) | Field::Figure(_, group) => Some(group),
        Field::DisadvantagedShare => Some(Group::Disadvantaged),
        _ => None,
    }
}

/// The group in a folded name. "Not disadvantaged" has the word "disadvantaged" in it.
fn group_named(name: &str) -> Option<Group> {
    let is_named = |group: &Group| {
        let mut words = words_of_group(*group).iter();
        words.any(|word| !word.is_empty() && has_word(name, word))
    };
    let groups = [Group::Other, Group::Disadvantaged, Group::All];
    groups.into_iter().find(is_named)
}

/// Whether a folded name has a word other than its field's words, years and neutral words.
fn has_other_words(name: &str, alternatives: &[&'static [&'static str]]) -> bool {
    let mut known: Vec<&str> = NEUTRAL.split(' ').collect();
    let of_field = alternatives.iter().copied().flatten();
    let of_groups = Group::ALL.into_iter().flat_map(words_of_group);
    for word in of_field.chain(of_groups) {
        if has_word(name, word) {
            known.extend(word.split(' '));
        }
    }
    let is_year = |word: &str| {
        let is_number = word.bytes().all(|byte| byte.is_ascii_digit());
        is_number && (word.len() == 4 || word.len() == 6 || is_short_year(word))
    };
    let mut words = name.split(' ').filter(|word| !word.is_empty());
    words.any(|word| !known.contains(&word) && !is_year(word))
}

/// "23" may be a year; "94" and "95" are grades.
fn is_short_year(word: &str) -> bool {
    word.len() == 2 && word.parse().is_ok_and(|year: u8| (10..60).contains(&year))
}

/// A folded name without the unit at its end.
fn name_without_unit(name: &str) -> &str {
    let name = name.trim();
    [" percent", " points", " grades"]
        .iter()
        .find_map(|unit| name.strip_suffix(unit))
        .unwrap_or(name)
}

/// A name in lower case, with each sign as a single blank and a blank at either end. A percent sign is a word, and the
/// end of key stage 4 has no number.
fn folded(name: &str) -> String {
    let words = records::terms::folded(&name.replace('%', " percent "));
    format!(" {words} ").replace(" key stage 4 ", " ks4 ")
}

/// Whether a folded name contains the whole word or words; every name contains the empty word.
fn has_word(name: &str, word: &str) -> bool {
    word.is_empty() || name.contains(&format!(" {word} "))
}

/// Whether most of a column's first values are possible for a field. The user sees a misspelt one in the preview. A
/// column without values fits every field.
fn values_fit(field: Field, values: &[&str]) -> bool {
    let filled = values.iter().filter(|value| !value.is_empty());
    let (mut all, mut fitting) = (0, 0);
    for value in filled {
        all += 1;
        fitting += usize::from(fits(field, value));
    }
    let is_name = matches!(field, Field::School | Field::SchoolType | Field::Trust);
    2 * fitting > all || (2 * fitting == all && (all == 0 || !is_name))
}

/// Whether a value is possible for a field.
fn fits(field: Field, value: &str) -> bool {
    match field {
        Field::Urn => Urn::parse(value).is_some(),
        Field::Authority => Authority::parse_code(value).and_then(Authority::of_code).is_some(),
        Field::Region => Region::parse(value).is_some(),
        Field::Joined => Date::parse(value).is_some(),
        Field::Year => AcademicYear::parse(value).is_some(),
        // A name is not a number.
        Field::School | Field::SchoolType | Field::Trust => Urn::parse(value).is_none(),
        Field::TrustUid => true,
        field => match Cells::of(field) {
            Cells::Count => cell::may_be_count(value),
            cells => cells.read(value, cell::Style::PUBLISHED).1.is_none(),
        },
    }
}
