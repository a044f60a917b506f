//! A folder that is written whole, beside its place, and then moved there.

use std::path::Path;

use crate::error::{Error, Kind, Result};

use super::file::write_together;
use super::place::{Stop, cannot_write, refused};
use super::spot::{Spot, is_empty, is_ours};
use super::unfinished;

/// Replaces a folder by one that holds these files and the marker. It must be absent, empty or carry the marker.
///
/// # Errors
/// It is somebody's own, or cannot be written; what stood there is left as it was.
pub(crate) fn replace_folder(path: &Path, files: &[(String, Vec<u8>)]) -> Result<()> {
    in_turn(path, |spot| replace(spot, files))
}

/// Lets `write` write a folder in one piece, when no other run writes beside it. What was made for it goes where it does not come.
fn in_turn(path: &Path, write: impl FnOnce(&Spot<'_>) -> Result<()>) -> Result<()> {
    let written = Spot::find(path).and_then(|spot| {
        let _turn = spot.turn();
        unfinished::in_one_piece(|| write(&spot))
    });
    written.inspect_err(|_| unfinished::take_back_folders())
}

fn replace(spot: &Spot<'_>, files: &[(String, Vec<u8>)]) -> Result<()> {
    spot.tidy()?;
    if spot.target.exists() && !is_ours(&spot.target) {
        let kind = Kind::ForeignFolder { path: spot.path.display().to_string() };
        return Err(Error::new(kind).help("name a folder that does not exist yet, or an empty one"));
    }
    if spot.is_in_use {
        return Err(cannot_write(spot.path, "the working folder cannot be replaced")
            .help("name another folder, such as `report`"));
    }
    spot.build(files).and_then(|()| spot.swap()).map_err(|error| spot.give_up(&error))
}

/// Writes these files into a folder that is absent or empty, without a marker: from then on it is the user's.
///
/// # Errors
/// It is not empty, or cannot be written; then nothing is left behind.
pub(crate) fn fill_folder(path: &Path, files: &[(String, Vec<u8>)]) -> Result<()> {
    in_turn(path, |spot| fill(spot, files))
}

fn fill(spot: &Spot<'_>, files: &[(String, Vec<u8>)]) -> Result<()> {
    spot.tidy()?;
    if spot.is_in_use {
        spot.empty(files);
    }
    if spot.target.exists() && !is_empty(&spot.target) {
        return Err(cannot_write(spot.path, "the folder is not empty")
            .help("name a folder that does not exist yet, or an empty one"));
    }
    if spot.is_in_use {
        return spot.fill(files).map_err(|error| {
            spot.empty(files);
            refused(spot.path, &error)
        });
    }
    spot.build_bare(files).and_then(|()| spot.move_in()).map_err(|error| spot.give_up(&error))
}

/// Writes these files into a folder beside what is there, all of them or none.
///
/// # Errors
/// The folder cannot be made, or a file in it cannot be written.
pub(crate) fn add_to_folder(path: &Path, files: &[(String, Vec<u8>)]) -> std::result::Result<(), Stop> {
    let files: Vec<_> = files.iter().map(|(name, bytes)| (path.join(name), bytes.clone())).collect();
    let made = unfinished::make_folder(path).map_err(|error| refused(path, &error).into());
    made.and_then(|()| write_together(&files)).inspect_err(|_| unfinished::take_back_folders())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::super::spot::{MARKER, UNFINISHED};
    use super::*;

    fn files(text: &str) -> Vec<(String, Vec<u8>)> {
        ["README.md", "charts/share.svg"].map(|name| (name.to_owned(), text.as_bytes().to_vec())).to_vec()
    }

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> =
            fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    fn readme(folder: &Path) -> String {
        fs::read_to_string(folder.join("README.md")).unwrap()
    }

    #[test]
    fn a_folder_of_ours_is_replaced_whole() {
        let above = tempfile::tempdir().unwrap();
        let path = above.path().join("a/b/report/");
        replace_folder(&path, &files("one")).unwrap();
        fs::write(path.join("stale.csv"), "").unwrap();
        replace_folder(&path, &files("two")).unwrap();
        assert_eq!(names(&path), [".pledgebook", "README.md", "charts"]);
        assert_eq!((readme(&path).as_str(), names(&above.path().join("a/b"))), ("two", vec!["report".to_owned()]));
    }

    #[test]
    fn what_is_somebody_s_own_is_left_as_it_was() {
        let above = tempfile::tempdir().unwrap();
        let path = above.path().join("report");
        fs::create_dir(&path).unwrap();
        fs::write(path.join("README.md"), "mine").unwrap();
        let refused = replace_folder(&path, &files("ours")).unwrap_err();
        assert!(matches!(refused.kind(), Kind::ForeignFolder { .. }));
        assert_eq!((names(&path), readme(&path).as_str()), (vec!["README.md".to_owned()], "mine"));
        let file = replace_folder(&path.join("README.md"), &files("ours")).unwrap_err();
        assert!(file.to_string().contains("it is a file, not a folder"), "{file}");
        assert_eq!(names(above.path()), ["report"]);
    }

    #[test]
    fn a_run_that_was_cut_off_is_mended() {
        let above = tempfile::tempdir().unwrap();
        let (path, old, new) =
            (above.path().join("report"), above.path().join(".report.old"), above.path().join(".report.new"));
        replace_folder(&path, &files("one")).unwrap();
        fs::rename(&path, &old).unwrap();
        fs::create_dir(&new).unwrap();
        fs::write(new.join(MARKER), "").unwrap();
        let blocked = vec![("README.md/impossible".to_owned(), Vec::new())];
        let blocked: Vec<_> = files("two").into_iter().chain(blocked).collect();
        replace_folder(&path, &blocked).unwrap_err();
        assert_eq!((readme(&path).as_str(), names(above.path())), ("one", vec!["report".to_owned()]));
        replace_folder(&path, &files("two")).unwrap();
        assert_eq!((readme(&path).as_str(), names(above.path())), ("two", vec!["report".to_owned()]));
    }

    #[test]
    fn somebody_s_folder_beside_stands_in_the_way() {
        let above = tempfile::tempdir().unwrap();
        let new = above.path().join(".report.new");
        fs::create_dir(&new).unwrap();
        fs::write(new.join("mine"), "").unwrap();
        replace_folder(&above.path().join("report"), &files("ours")).unwrap_err();
        assert_eq!((names(above.path()), names(&new)), (vec![".report.new".to_owned()], vec!["mine".to_owned()]));
    }

    #[test]
    fn the_root_and_the_working_folder_are_refused() {
        assert!(replace_folder(Path::new("/"), &files("ours")).is_err());
        assert!(replace_folder(Path::new("."), &files("ours")).is_err());
    }

    #[cfg(unix)]
    #[test]
    fn a_link_to_a_folder_stays_a_link() {
        let above = tempfile::tempdir().unwrap();
        let (link, folder) = (above.path().join("link"), above.path().join("folder"));
        fs::create_dir(&folder).unwrap();
        std::os::unix::fs::symlink("folder", &link).unwrap();
        replace_folder(&link, &files("one")).unwrap();
        assert_eq!(
            (readme(&folder).as_str(), names(above.path())),
            ("one", vec!["folder".to_owned(), "link".to_owned()])
        );
        std::os::unix::fs::symlink("nowhere", above.path().join("dangling")).unwrap();
        replace_folder(&above.path().join("dangling"), &files("one")).unwrap_err();
    }

    #[cfg(unix)]
    #[test]
    fn what_a_link_beside_leads_to_is_not_taken_for_a_leftover() {
        let above = tempfile::tempdir().unwrap();
        let mine = above.path().join("mine");
        fs::create_dir(&mine).unwrap();
        [UNFINISHED, "notes"].into_iter().for_each(|name| fs::write(mine.join(name), "").unwrap());
        std::os::unix::fs::symlink("mine", above.path().join(".book.new")).unwrap();
        fill_folder(&above.path().join("book"), &files("one")).unwrap_err();
        assert_eq!(names(&mine), [UNFINISHED, "notes"]);
    }

    #[test]
    fn a_new_folder_is_the_user_s_and_never_replaced() {
        let above = tempfile::tempdir().unwrap();
        let (path, cut_off) = (above.path().join("book"), above.path().join(".book.new"));
        for folder in [&path, &cut_off] {
            fs::create_dir(folder).unwrap();
        }
        fs::write(cut_off.join(UNFINISHED), "").unwrap();
        fs::write(cut_off.join("half"), "").unwrap();
        fill_folder(&path, &files("one")).unwrap();
        assert_eq!(
            (names(&path), names(above.path())),
            (vec!["README.md".to_owned(), "charts".to_owned()], vec!["book".to_owned()])
        );
        assert!(fill_folder(&path, &files("two")).unwrap_err().to_string().contains("the folder is not empty"));
        assert!(replace_folder(&path, &files("two")).is_err());
        assert_eq!(readme(&path), "one");
    }
}
