//! The words of `layout`: files and their columns.

/// Words for cells that name local authorities.
pub(crate) mod authority_cell {
    pub(crate) const AUTHORITY_CODE: &str = "the code or name of a local authority in England";
}

/// Why a file cannot be used, and which files can be used.
mod error {
    use std::fmt;

    use records::excerpt;
    use records::terms::counted;

    use crate::layout::{COLUMNS_NAMED, FileError, LAYOUTS};
    use crate::source::{FileKind, OpenError};

    impl FileError {
        /// What a user can do about it, with the files that can be used.
        #[must_use]
        pub fn remedy(&self) -> String {
            let first = match self {
                Self::NotOpened { reason, .. } => reason.remedy(),
                Self::Archive { reason, .. } => reason.remedy(),
                Self::NothingInArchive { members, .. } if members.iter().any(|it| is_packed(it)) => {
                    "Unpack it and the archive inside it, then choose the CSV files."
                }
                Self::NothingInArchive { .. } => "Choose the archive as downloaded, or the CSV file itself.",
                Self::HeaderOnly { .. } => "Download it again: the download may have been cut off.",
                Self::NoUsableRow { .. } => "Correct the rows named in the list of problems.",
                Self::NotMapped { .. } => "Change what the columns mean.",
                Self::Unrecognised { .. } => {
                    "Say what its columns are, or choose a file as downloaded, with its column names."
                }
            };
            format!("{first} {}", usable_files())
        }

        /// A short description of the file, for a list of skipped files.
        #[must_use]
        pub(crate) fn what_it_is(&self) -> String {
            match self {
                Self::NotOpened {
                    reason:
                        OpenError::NotATable(
                            FileKind::Excel | FileKind::OldOffice | FileKind::OpenDocument | FileKind::Numbers,
                        ),
                    ..
                } => "a workbook: save its sheet as CSV, then choose that file".to_owned(),
                Self::NotOpened {
                    reason: OpenError::NotATable(kind @ (FileKind::Zip | FileKind::Gzip | FileKind::OtherArchive)),
                    ..
                } => format!("{kind} in the archive: unpack it first, then choose the files in it"),
                Self::NotOpened { reason, .. } => reason.to_string(),
                Self::Unrecognised {
                    looks_like: Some(what), ..
                } => (*what).to_owned(),
                _ => "a table that this page does not recognise".to_owned(),
            }
        }
    }

    /// Whether a file's name is an archive's.
    fn is_packed(name: &str) -> bool {
        let end = name.rsplit('.').next().unwrap_or_default();
        let mut archives = ["zip", "gz", "7z", "rar"].into_iter();
        archives.any(|archive| end.eq_ignore_ascii_case(archive))
    }

    /// The first names of a list, and the number of the others.
    fn some_of(names: &[String]) -> String {
        let first: Vec<String> = names.iter().take(COLUMNS_NAMED).map(|name| excerpt(name)).collect();
        match names.len() - first.len() {
            0 => first.join(", "),
            more => format!("{} and {more} more", first.join(", ")),
        }
    }

    fn usable_files() -> String {
        let files: Vec<String> = LAYOUTS
            .iter()
            .map(|layout| format!("{} ({})", layout.name(), layout.published_as()))
            .collect();
        format!("This page reads {}.", files.join(", "))
    }

    impl fmt::Display for FileError {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            match self {
                Self::NotOpened { file, reason } => write!(f, "{file}: {reason}."),
                Self::Archive { file, reason } => write!(f, "{file}: {reason}."),
                Self::NothingInArchive { file, members } if members.is_empty() => {
                    write!(f, "{file}: the archive is empty.")
                }
                Self::NothingInArchive { file, members } => write!(
                    f,
                    "{file}: the archive does not contain a table that this page recognises. It contains {}.",
                    some_of(members)
                ),
                Self::NotMapped { file, reason } => write!(f, "{file}: {reason}."),
                Self::HeaderOnly { file, layout } => write!(
                    f,
                    "{file}: this is {layout}, but it contains only the row of column names."
                ),
                Self::NoUsableRow { file, layout, problems } if problems.is_empty() => write!(
                    f,
                    "{file}: this is {layout}, but it does not mention any multi-academy trust."
                ),
                Self::NoUsableRow { file, layout, problems } => write!(
                    f,
                    "{file}: this is {layout}, but none of its rows can be used ({}).",
                    counted(problems.len(), "problem")
                ),
                Self::Unrecognised {
                    file,
                    looks_like,
                    nearest,
                    columns,
                } => {
                    write!(f, "{file}: ")?;
                    match looks_like {
                        Some(what) => write!(
                            f,
                            "this looks like {what}, which this page does not recognise. You can explain its columns."
                        )?,
                        None => f.write_str(
                            "this is a table, but not one this page recognises. You can explain its columns.",
                        )?,
                    }
                    if let Some(nearest) = nearest {
                        write!(
                            f,
                            " It is most like {}, but does not have {}.",
                            nearest.layout,
                            nearest.missing.join(", ")
                        )?;
                    }
                    if columns.is_empty() {
                        f.write_str(" Its first row does not contain column names.")
                    } else if let [only] = columns.as_slice() {
                        write!(
                            f,
                            " It has only one column, {only}. Separate the cells with commas, semicolons, tabs or \
                            pipes, and do not put quotes around a whole row."
                        )
                    } else {
                        write!(f, " Its first columns are {}.", columns.join(", "))
                    }
                }
            }
        }
    }
}

/// Published files that are known but not read. They are detected by their columns, so that a message can name them.
pub(crate) mod lookalike {
    pub(crate) const ESTABLISHMENTS: &str = "the list of establishments from Get Information About Schools";
    pub(crate) const MEANINGS_OF_COLUMNS: &str = "a list of what a file's columns mean, not the file itself";
    pub(crate) const SCHOOLS: &str = "a list of schools";
}

/// A user's own spreadsheet: the template filled in, or any table whose columns the user explains.
pub(crate) mod own_sheet {
    pub(crate) const PUBLISHED_AS: &str = "this page\u{2019}s template, or any table whose columns you explain";
}

/// The preview of a mapping's values, before the user accepts it.
pub(crate) mod preview {
    use records::intake::Field;

    /// A cell that a field cannot contain.
    pub(crate) fn not_read_as(field: Field) -> String {
        let expected = match field {
            Field::Urn => "a school number",
            Field::Authority => "an authority code",
            Field::Region => "a region",
            Field::Joined => "a date",
            Field::Year => "a year",
            _ => "a name",
        };
        format!("not {expected}")
    }
}

/// What all layouts say about rows: values and faults.
pub(crate) mod reader {
    pub(crate) const SCHOOL_NUMBER: &str = "a school number (URN)";
    pub(crate) const ACADEMIC_YEAR: &str = "an academic year such as 202223";
    pub(crate) const REGION: &str = "one of England's nine regions";
}
