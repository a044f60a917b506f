#!/usr/bin/env bash
# iso_currency 0.7.1 (with iso_country 0.1.4), a list of ISO 4217 as a Rust crate.
#
# Croatia gave the kuna up for the euro on 1 January 2023, and ISO 4217 lists HRK as withdrawn since. `Currency::used_by` of the
# crate still names Croatia under both, and nothing in it tells the one that is used from the one that was:
#
#     EUR HRK
#
# So "the currency of a country" cannot be read off it: whoever takes the first of its iterator gets the right one for Croatia by
# the alphabet alone, and for the United States a choice of USD and USN, a fund code for the next day's dollars:
#
#     USD USN
#
# Fails if that changes. Needs cargo and the crates.io registry.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
mkdir src
cat > Cargo.toml <<'TOML'
[package]
name = "currencies"
version = "0.0.0"
edition = "2021"

[dependencies]
iso_country = "=0.1.4"
iso_currency = { version = "=0.7.1", features = ["iterator"] }
TOML
cat > src/main.rs <<'RUST'
use iso_currency::{Currency, IntoEnumIterator};

fn main() {
    for country in ["HR", "US"] {
        let used = |currency: &Currency| currency.used_by().iter().any(|by| by.to_string() == country);
        let codes: Vec<String> = Currency::iter().filter(used).map(|currency| currency.code().to_string()).collect();
        println!("{}", codes.join(" "));
    }
}
RUST
seen=$(cargo run --quiet)
expected=$'EUR HRK\nUSD USN'
printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { echo "changed: expected $expected"; exit 1; }
