"""Pictures, as a notebook shows them and as files."""

import pytest


def test_a_picture_is_svg_and_png(book):
    picture = book.chart("share", lang="lv", theme="dark", size=(800, 600))
    assert picture.svg.startswith("<svg") and picture._repr_svg_() == picture.svg
    assert picture.png.startswith(b"\x89PNG") and picture.alt.startswith("Latvijas aizsardzības izdevumi")
    assert 'width="800"' in picture.svg and repr(picture) == "<pledgebook.Picture `share`: 800x600>"


def test_the_same_inputs_give_the_same_bytes(book):
    assert book.chart("amounts").svg == book.chart("amounts").svg
    assert book.chart("amounts", font="link").svg != book.chart("amounts").svg
    assert book.chart("amounts", size="social").svg != book.chart("amounts").svg
    assert book.fingerprint in book.chart("amounts").svg


def test_a_picture_is_written_by_the_ending_of_its_file(book, tmp_path):
    picture = book.chart("league")
    for ending, contents in (("svg", picture.svg.encode()), ("png", picture.png)):
        picture.save(tmp_path / f"league.{ending}")
        assert (tmp_path / f"league.{ending}").read_bytes() == contents
    with pytest.raises(ValueError, match="unknown picture format `pdf`"):
        picture.save(tmp_path / "league.pdf")


def test_a_report_is_files(book):
    report = book.report()
    assert {"README.md", "index.html", "verdicts.csv", "charts/share.svg"} <= set(report)
    assert all(isinstance(contents, bytes) for contents in report.values())
