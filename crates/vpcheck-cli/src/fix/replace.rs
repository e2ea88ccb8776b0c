//! Writes a file over, so that there is always the old text or the new one, and never a part.

use std::fs::{self, File, Metadata};
use std::io::{self, Write as _};
use std::path::Path;

use crate::exit::Failure;

/// Puts a new text in the place of the one that was read from a file.
///
/// The new text is written beside the file and then takes its name. The file keeps its mode and its owner, and a symbolic link stays one:
/// what it points at is replaced. Nothing is written where the file has another text by now.
pub(crate) fn file(path: &Path, read: &[u8], mended: &[u8]) -> Result<(), Failure> {
    let failed = |error: io::Error| Failure::new(format!("cannot write {}: {error}", path.display()));
    let target = fs::canonicalize(path).map_err(failed)?;
    let metadata = fs::metadata(&target).map_err(failed)?;
    if !metadata.is_file() {
        return Err(Failure::new(format!("cannot write {}: it is no regular file", path.display())));
    }
    if metadata.permissions().readonly() {
        return Err(Failure::new(format!("cannot write {}: it is read-only", path.display())));
    }
    let directory = target.parent().unwrap_or_else(|| Path::new("/"));
    let beside = |error: io::Error| {
        Failure::new(format!("cannot write {}: {error}", path.display())).with_help(format!(
            "the new text is written into {} before it takes the place of the old one",
            directory.display()
        ))
    };
    let mut file = tempfile::Builder::new().prefix(".vpcheck-").tempfile_in(directory).map_err(beside)?;
    file.write_all(mended).map_err(beside)?;
    keep(file.as_file(), &metadata).map_err(failed)?;
    file.as_file().sync_all().map_err(beside)?;
    if fs::read(&target).map_err(failed)? != read {
        return Err(Failure::new(format!("{} was changed while it was checked: it stays as it is", path.display()))
            .with_help("run the command again"));
    }
    file.persist(&target).map_err(|error| beside(error.error))?;
    sync_directory(directory);
    Ok(())
}

/// Gives the new file the mode and, where that is possible, the owner of the old one.
fn keep(file: &File, metadata: &Metadata) -> io::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::{MetadataExt as _, fchown};
        let new = file.metadata()?;
        if (new.uid(), new.gid()) != (metadata.uid(), metadata.gid()) {
            // Only the owner of the system may give files away. Whoever may not has the file then, as with most editors.
            let _ = fchown(file, Some(metadata.uid()), Some(metadata.gid()));
        }
    }
    // After the owner, which clears some bits of the mode.
    file.set_permissions(metadata.permissions())
}

/// Makes the new name last. Not every file system can, and the text is safe without.
fn sync_directory(directory: &Path) {
    #[cfg(unix)]
    if let Ok(directory) = File::open(directory) {
        let _ = directory.sync_all();
    }
    #[cfg(not(unix))]
    let _ = directory;
}

#[cfg(all(test, unix))]
mod tests {
    use std::fs;
    use std::os::unix::fs::{PermissionsExt as _, symlink};

    use super::file as replace;

    #[test]
    fn a_file_keeps_its_mode_and_a_link_stays_one() {
        let directory = tempfile::tempdir().expect("there is a directory");
        let (file, link) = (directory.path().join("web.json"), directory.path().join("link.json"));
        fs::write(&file, "old").expect("it is written");
        fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).expect("it has a mode");
        symlink("web.json", &link).expect("there is a link");
        replace(&link, b"old", b"new").expect("it can be replaced");
        assert_eq!(fs::read(&file).expect("it is read"), b"new");
        assert!(fs::symlink_metadata(&link).expect("it is there").is_symlink());
        assert_eq!(fs::metadata(&file).expect("it is there").permissions().mode() & 0o7777, 0o640);
        let names = fs::read_dir(directory.path()).expect("it is read").count();
        assert_eq!(names, 2, "nothing is left beside the file");
    }

    #[test]
    fn nothing_is_lost() {
        let directory = tempfile::tempdir().expect("there is a directory");
        let file = directory.path().join("web.json");
        fs::write(&file, "newer").expect("it is written");
        let failure = replace(&file, b"old", b"new").expect_err("it was changed");
        assert!(failure.to_string().contains("was changed while it was checked"), "{failure}");
        fs::set_permissions(&file, fs::Permissions::from_mode(0o444)).expect("it has a mode");
        let failure = replace(&file, b"newer", b"new").expect_err("it is read-only");
        assert!(failure.to_string().ends_with("it is read-only"), "{failure}");
        let failure = replace(directory.path(), b"", b"new").expect_err("it is a directory");
        assert!(failure.to_string().ends_with("it is no regular file"), "{failure}");
        assert!(replace(&directory.path().join("gone.json"), b"", b"new").is_err());
        assert_eq!(fs::read(&file).expect("it is read"), b"newer");
        assert_eq!(fs::read_dir(directory.path()).expect("it is read").count(), 1);
    }
}
