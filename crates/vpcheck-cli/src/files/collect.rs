//! Finding what is to be checked.

use std::borrow::Cow;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use ignore::{DirEntry, WalkBuilder};

use super::{From, Input, Origin, Place, Root, Stdin, special, syntax_of, unknown_syntax};
use crate::configuration::Configurations;
use crate::exit::Failure;
use crate::git;
use crate::output::cannot;

/// A directory of packages of others, which holds more files than everything else.
const PACKAGES: &str = "node_modules";

/// The documents behind `paths`, each once, in the order of their names; and what could not be done.
///
/// `-` is standard input. A file that several paths lead to counts as named where it was named, and has the first of its names.
pub(crate) fn collect(
    paths: &[PathBuf],
    stdin: Stdin<'_>,
    configurations: &Arc<Configurations>,
) -> (Vec<Input>, Vec<Failure>) {
    let mut inputs = Vec::new();
    let mut failures = Vec::new();
    let mut places = Vec::new();
    for path in paths {
        if Place::new(path) == Place::Stdin {
            inputs.push(Input::stdin(stdin));
            places.push(None);
        } else {
            match path.metadata() {
                Ok(metadata) if metadata.is_dir() => {
                    let real = path.canonicalize().ok();
                    search(path, real.as_deref(), configurations, &mut inputs, &mut failures);
                    places.push(real);
                }
                Ok(metadata) if !metadata.is_file() => failures.push(special(path)),
                Ok(_) => match syntax_of(path) {
                    Some(syntax) => {
                        let real = path.canonicalize().ok();
                        let file = real.clone().map(PathBuf::into_boxed_path);
                        inputs.push(Input::new(path, From::File(file), syntax, Origin::Named));
                        places.push(real);
                    }
                    None => failures.push(unknown_syntax(path)),
                },
                Err(error) => failures.push(cannot("read", path, &error)),
            }
        }
    }
    if may_overlap(places) {
        inputs.sort_by_cached_key(|input| (input.file().map(Cow::into_owned), input.origin, input.name.clone()));
        inputs.dedup_by(|later, earlier| later.file() == earlier.file());
    }
    inputs.sort_unstable_by(|a, b| (&a.name, a.place()).cmp(&(&b.name, b.place())));
    (inputs, failures)
}

/// Whether a file may be at or below two of these places; where one of them is not known, it may.
fn may_overlap(mut places: Vec<Option<PathBuf>>) -> bool {
    places.sort_unstable();
    places.windows(2).any(|pair| match pair {
        // What is below a place comes right after it.
        [Some(one), Some(next)] => next.starts_with(one),
        _ => true,
    })
}

/// The files at or below `paths` that git names, in the order of their names.
pub(crate) fn changed(paths: &[PathBuf], selection: &git::Selection) -> Result<Vec<Input>, Failure> {
    let files = git::changed(selection, paths)?;
    let mut inputs: Vec<Input> = files
        .into_iter()
        .filter_map(|file| {
            let syntax = syntax_of(&file)?;
            let real = file.canonicalize().ok().map(PathBuf::into_boxed_path);
            let source = if *selection == git::Selection::Staged { From::Index(real) } else { From::File(real) };
            Some(Input::new(&file, source, syntax, Origin::Found))
        })
        .collect();
    inputs.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(inputs)
}

/// The files below a directory whose syntax is known. What a configuration leaves out is not looked into.
fn search(
    directory: &Path,
    real: Option<&Path>,
    configurations: &Arc<Configurations>,
    inputs: &mut Vec<Input>,
    failures: &mut Vec<Failure>,
) {
    let path = directory.components().filter(|component| *component != Component::CurDir).collect();
    let root = real.map(|real| Arc::new(Root { path, real: real.to_owned() }));
    let (top, above, configurations) = (directory.to_owned(), real.map(Path::to_owned), Arc::clone(configurations));
    let is_searched = move |entry: &DirEntry| {
        let is_directory = entry.file_type().is_some_and(|kind| kind.is_dir());
        if entry.depth() == 0 || !is_directory {
            return true;
        }
        let below = entry.path().strip_prefix(&top).ok();
        let path = above.as_ref().zip(below).map(|(root, below)| root.join(below));
        entry.file_name() != PACKAGES && !path.is_some_and(|path| configurations.excludes(&path))
    };
    // A .gitignore counts also where there is no repository, as in an unpacked archive.
    for entry in WalkBuilder::new(directory).require_git(false).filter_entry(is_searched).build() {
        match entry {
            // A pipe or a device could be read forever.
            Ok(entry) if entry.file_type().is_some_and(|kind| kind.is_file()) => {
                let Some(syntax) = syntax_of(entry.path()) else { continue };
                // Links are not followed, so that below the root a path has none.
                let source = root.as_ref().map_or(From::File(None), |root| From::Directory(Arc::clone(root)));
                inputs.push(Input::new(entry.path(), source, syntax, Origin::Found));
            }
            Ok(_) => {}
            Err(error) => failures.push(Failure::new(format!("cannot search {}: {error}", directory.display()))),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;
    use std::sync::Arc;

    use vpcheck_syntax::Syntax;

    use super::collect;
    use crate::arguments::ColorChoice;
    use crate::configuration::{Choice, Configurations};
    use crate::files::{Origin, Stdin};

    #[test]
    fn a_file_is_checked_once_and_in_the_order_of_the_names() {
        let directory = tempfile::tempdir().expect("a temporary directory");
        std::fs::create_dir(directory.path().join("node_modules")).expect("a directory");
        for name in ["b.json", "a.json", "c.txt", "d.yaml", "node_modules/e.json"] {
            std::fs::write(directory.path().join(name), "{}").expect("a file");
        }
        let paths = [directory.path().to_owned(), directory.path().join("./a.json"), directory.path().join("c.txt")];
        let none = Arc::new(Configurations::new(Choice::Isolated, Vec::new(), ColorChoice::Never));
        let (inputs, failures) = collect(&paths, Stdin { name: "stdin.json", syntax: Syntax::Json }, &none);
        let expected = [
            (directory.path().join("a.json"), Origin::Named),
            (directory.path().join("b.json"), Origin::Found),
            (directory.path().join("d.yaml"), Origin::Found),
        ];
        let found: Vec<_> = inputs.iter().map(|input| (PathBuf::from(input.name()), input.origin)).collect();
        assert_eq!(found, expected);
        assert_eq!(failures.len(), 1);
    }
}
