//! Files and folders that nobody but the server's own user can read: members' addresses and the keys to
//! everything are in them.

use std::{fs, io, path::Path};

/// A file that was not there, open for writing.
///
/// # Errors
/// The operating system's; [`io::ErrorKind::AlreadyExists`] for a file that is there, which stays as it is.
pub(crate) fn create(path: &Path) -> io::Result<fs::File> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// Makes sure that a file is there; one that is keeps its rights, which are whoever gave them's to know.
///
/// # Errors
/// The operating system's.
pub(crate) fn ensure(path: &Path) -> io::Result<()> {
    match create(path) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(error),
        _ => Ok(()),
    }
}

/// Makes sure that a folder is there, and those above it; those that are keep their rights.
///
/// # Errors
/// The operating system's.
pub(crate) fn ensure_folder(path: &Path) -> io::Result<()> {
    let mut folders = fs::DirBuilder::new();
    folders.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut folders, 0o700);
    folders.create(path)
}
