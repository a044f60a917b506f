//! Pictures with outlined letters look the same in every program: within 1% of our own PNG, at a quarter of its size.

#![cfg(feature = "cli")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::float_arithmetic,
    reason = "a test that cannot go on has failed, and compares colours"
)]

use std::fs::File;
use std::io::{BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs};

/// The pictures, each with how it is asked for.
const PICTURES: [(&str, &[&str]); 4] = [
    ("share", &[]),
    ("gap", &["--lang", "lv"]),
    ("timeline", &["--lang", "lv", "--theme", "dark"]),
    ("grid", &["--preset", "a4-column"]),
];

/// Programs that draw an SVG as a PNG: the words before their names.
const RENDERERS: [(&str, &[&str]); 3] = [
    ("rsvg-convert", &["--width", "800"]),
    ("cairosvg", &["-m", "cairosvg", "--output-width", "800"]),
    ("inkscape", &["--export-type=png", "--export-width=800"]),
];

/// The edges of what LibreOffice draws are coarse: they are not seen where it draws larger.
const OFFICE: [&str; 4] = [
    "--headless",
    "--convert-to",
    r#"png:draw_png_Export:{"PixelWidth":{"type":"long","value":"2400"},"PixelHeight":{"type":"long","value":"1350"}}"#,
    "--outdir",
];

/// A program of this machine.
fn found(name: &str) -> Option<PathBuf> {
    if name == "cairosvg" {
        return env::var_os("PLEDGEBOOK_PYTHON").map(PathBuf::from);
    }
    env::split_paths(&env::var_os("PATH")?).map(|folder| folder.join(name)).find(|path| path.is_file())
}

fn run(program: &Path, words: &[&str], files: &[PathBuf]) {
    let output = Command::new(program).args(words).args(files).stdin(Stdio::null()).output().unwrap();
    assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
}

/// Draws all pictures of a folder into another one with a program, if that is here.
fn drawn(name: &str, words: &[&str], from: &Path, to: &Path) -> bool {
    let Some(program) = found(name) else {
        // past the silence in which tests run
        let _ = writeln!(std::io::stderr(), "skipped: no {name} to draw outlined pictures");
        return false;
    };
    let svg = |name: &str| from.join(format!("{name}.svg"));
    if name == "soffice" {
        // it starts slowly, so it is started once
        let profile = format!("-env:UserInstallation=file://{}", from.join("profile").display());
        let files = [to.to_owned()].into_iter().chain(PICTURES.map(|(picture, _)| svg(picture)));
        run(&program, &[&[profile.as_str()], words].concat(), &files.collect::<Vec<_>>());
        return true;
    }
    for (picture, _) in PICTURES {
        run(&program, words, &[svg(picture), "-o".into(), to.join(format!("{picture}.png"))]);
    }
    true
}

/// A picture in so many columns and rows, each point the average of its red, green and blue.
fn shrunk(file: &Path, size: Option<(usize, usize)>) -> ((usize, usize), Vec<[f64; 3]>) {
    let mut decoder = png::Decoder::new(BufReader::new(File::open(file).unwrap()));
    decoder.set_transformations(png::Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().unwrap();
    let mut bytes = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut bytes).unwrap();
    let (width, height, parts) = (info.width as usize, info.height as usize, info.color_type.samples());
    let (columns, rows) = size.unwrap_or((width / 4, height / 4));
    let mut points = vec![([0.0; 3], 0.0); columns * rows];
    for (at, pixel) in bytes.chunks_exact(parts).enumerate() {
        let (sums, count) = &mut points[(at / width * rows / height) * columns + at % width * columns / width];
        (0..3).for_each(|part| sums[part] += f64::from(pixel[part]));
        *count += 1.0;
    }
    ((columns, rows), points.into_iter().map(|(sums, count)| sums.map(|sum| sum / count)).collect())
}

/// The part of the points that differ by more than a tenth of the range.
fn difference(one: &[[f64; 3]], other: &[[f64; 3]]) -> f64 {
    let differ =
        |(one, other): &(&[f64; 3], &[f64; 3])| one.iter().zip(*other).any(|(one, other)| (one - other).abs() > 25.5);
    let count = one.iter().zip(other).filter(differ).count();
    count as f64 / one.len() as f64
}

#[test]
fn every_program_draws_outlined_pictures_as_we_do() {
    let folder = tempfile::tempdir().unwrap();
    let ours = folder.path();
    for (name, look) in PICTURES {
        for (ending, font) in [("svg", &["--font", "outline"][..]), ("png", &[])] {
            let file = ours.join(format!("{name}.{ending}"));
            run(
                Path::new(env!("CARGO_BIN_EXE_pledgebook")),
                &[&["chart", name], look, font, &["-o"]].concat(),
                &[file],
            );
        }
    }
    for (name, words) in RENDERERS.into_iter().chain([("soffice", &OFFICE[..])]) {
        let theirs = ours.join(name);
        fs::create_dir(&theirs).unwrap();
        if !drawn(name, words, ours, &theirs) {
            continue;
        }
        for (picture, _) in PICTURES {
            let file = format!("{picture}.png");
            let (size, own) = shrunk(&ours.join(&file), None);
            let part = difference(&own, &shrunk(&theirs.join(&file), Some(size)).1);
            assert!(part < 0.01, "{name} draws {picture} with {:.2}% of its points otherwise", part * 100.0);
        }
    }
}
