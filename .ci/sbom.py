"""A CycloneDX bill of materials of the program, built for the target that is named, on standard output. The same crates, the same bytes."""

import json
import subprocess
import sys
import tomllib

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import HashAlgorithm, HashType
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentScope, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

PROGRAM = "pledgebook"
TARGET = sys.argv[1]


def cargo(*arguments):
    """What cargo says of the locked build."""
    return subprocess.run(["cargo", *arguments, "--locked"], check=True, capture_output=True, text=True).stdout


def crates(edges):
    """Name and version of each crate that the program needs in these ways. `cargo metadata` would add what only tests and the wheel turn on."""
    tree = cargo("tree", "--package", PROGRAM, "--target", TARGET, "--edges", edges, "--prefix", "none", "--format", "{p}")
    return {(name, version.removeprefix("v")) for name, version, *_ in map(str.split, filter(None, tree.splitlines()))}


def component(package, checksum, runs):
    """A crate as CycloneDX has it: `excluded` where it only helps to build."""
    return Component(
        name=package["name"],
        version=package["version"],
        bom_ref=f"{package['name']}@{package['version']}",
        type=ComponentType.APPLICATION if package["name"] == PROGRAM else ComponentType.LIBRARY,
        purl=PackageURL("cargo", name=package["name"], version=package["version"]),
        licenses=[LicenseFactory().make_with_expression(package["license"].replace("/", " OR "))],
        hashes=[HashType(alg=HashAlgorithm.SHA_256, content=checksum)] if checksum else [],
        scope=ComponentScope.REQUIRED if runs else ComponentScope.EXCLUDED,
    )


def main():
    metadata = json.loads(cargo("metadata", "--format-version", "1", "--filter-platform", TARGET))
    runs, every = crates("normal,no-proc-macro"), crates("normal,build")
    packages = {(crate["name"], crate["version"]): crate for crate in metadata["packages"]}
    names = {crate["id"]: name for name, crate in packages.items()}
    needs = {names[node["id"]]: {names[dep["pkg"]] for dep in node["deps"]} & every for node in metadata["resolve"]["nodes"]}
    with open("Cargo.lock", "rb") as lock:
        checksums = {(crate["name"], crate["version"]): crate.get("checksum") for crate in tomllib.load(lock)["package"]}
    parts = {name: component(packages[name], checksums[name], name in runs) for name in sorted(every)}
    program = next(part for (name, _), part in parts.items() if name == PROGRAM)
    bom = Bom(components=[part for part in parts.values() if part is not program])
    bom.metadata.component = program
    for name, part in parts.items():
        bom.register_dependency(part, [parts[other] for other in sorted(needs[name]) if other != name])
    document = json.loads(JsonV1Dot6(bom).output_as_string())
    # a number by chance and the time of day say nothing of the crates
    del document["serialNumber"], document["metadata"]["timestamp"]
    json.dump(document, sys.stdout, indent=2, sort_keys=True)
    print()


main()
