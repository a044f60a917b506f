"""What the manual says is true: docstrings, stubs and the README."""

import doctest
import re
import subprocess
import sys

import pytest
from conftest import ROOT

import pledgebook as pb


def documented():
    yield "pledgebook", pb
    for name in pb.__all__:
        public = getattr(pb, name)
        if isinstance(public, type):
            members = vars(public).items()
            yield from ((f"{name}.{own}", value) for own, value in members if not own.startswith("_"))
        if name != "__version__":
            yield name, public


@pytest.mark.parametrize(("name", "thing"), [pytest.param(*one, id=one[0]) for one in documented()])
def test_everything_public_has_a_docstring_whose_example_holds(name, thing):
    assert thing.__doc__, f"{name} says nothing of itself"
    examples = doctest.DocTestParser().get_doctest(thing.__doc__, {}, name, None, None)
    failed, _ = doctest.DocTestRunner().run(examples)
    assert failed == 0


def test_all_that_is_public_is_told():
    inside = {name for name in vars(pb._pledgebook) if not name.startswith("_")}
    assert inside <= set(pb.__all__) and pb.__version__.count(".") == 2


def test_stubs_are_those_of_the_module():
    pytest.importorskip("mypy", reason="mypy is not here to compare the stubs")
    config = ["--mypy-config-file", str(ROOT / "python" / "pyproject.toml")]
    command = [sys.executable, "-m", "mypy.stubtest", "pledgebook", "--ignore-disjoint-bases", *config]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("readme", ["README.md", "python/README.md"])
def test_the_readme_runs(readme, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    text = (ROOT / readme).read_text(encoding="utf-8")
    blocks = re.findall(r"^```(?:python|pycon)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    assert blocks, "the README shows how to ask from Python"
    names = {}
    for block in blocks:
        if ">>>" in block:
            examples = doctest.DocTestParser().get_doctest(block, names, readme, None, None)
            failed, _ = doctest.DocTestRunner().run(examples, clear_globs=False)
            assert failed == 0
            names.update(examples.globs)
        else:
            exec(compile(block, readme, "exec"), names)
