//! What everybody can use: the rules of axe-core find nothing on any page, in both themes and in two widths.

use std::path::{Path, PathBuf};

use crate::browser::{Profile, USUAL, skipped, visit};
use crate::pages::PAGES;

/// Where axe-core is, if it is anywhere.
fn axe() -> Option<PathBuf> {
    let usual = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/axe/node_modules/axe-core/axe.min.js");
    Some(std::env::var_os("AXE").map_or(usual, PathBuf::from)).filter(|path| path.is_file())
}

/// The same pages told less or more, of another country, and those that say why there is none.
const MORE: [&str; 10] = [
    "/commitment",
    "/path",
    "/why",
    "/sensitivity",
    "/explain/path?id=nato-hague-core",
    "/compare?country=LVA&country=EST",
    "/country?country=DEU",
    "/commitment?commitment=deu-defence-2029",
    "/country?growth=2026%3D1%2C5%25",
    "/contry",
];

/// The pages in a profile: what axe-core finds on each, and what is wider than it.
fn checked(profile: Profile) {
    let Some(axe) = axe() else {
        skipped("PLEDGEBOOK_AXE", "no axe-core; `npm install --prefix target/axe axe-core@4.14.1` brings it");
        return;
    };
    let axe = std::fs::read_to_string(axe).unwrap();
    visit(profile, async move |visitor| {
        let mut found = Vec::new();
        for page in PAGES.into_iter().chain(MORE) {
            visitor.open(page).await;
            visitor.client.execute(&axe, Vec::new()).await.unwrap();
            let run = "const done = arguments[0]; axe.run().then(said => done(said.violations.map(own => \
                       `${own.id}: ${own.help}: ${own.nodes.slice(0, 3).map(node => node.html.slice(0, 160)).join(' | ')}`)))";
            let said = visitor.client.execute_async(run, Vec::new()).await.unwrap();
            found.extend(said.as_array().unwrap().iter().map(|own| format!("{page}: {}", own.as_str().unwrap())));
            if visitor.value("document.documentElement.scrollWidth > innerWidth").await == true {
                found.push(format!("{page}: wider than {} pixels", profile.width));
            }
        }
        assert!(found.is_empty(), "{}", found.join("\n"));
    });
}

#[test]
fn pages_are_for_everybody_on_a_desk() {
    checked(USUAL);
}

#[test]
fn pages_are_for_everybody_in_the_dark() {
    checked(Profile { dark: true, ..USUAL });
}

#[test]
fn pages_are_for_everybody_in_a_hand() {
    checked(Profile { width: 360, ..USUAL });
}

#[test]
fn pages_are_for_everybody_in_a_hand_in_the_dark() {
    checked(Profile { width: 360, dark: true, ..USUAL });
}
