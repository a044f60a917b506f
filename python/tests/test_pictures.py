"""Pictures, as a notebook shows them and as files."""

import re

import pytest

import pledgebook as pb


def test_a_picture_is_svg_and_png(book):
    picture = book.chart("share", lang="lv", theme="dark", size=(800, 600))
    assert picture.svg.startswith("<svg") and picture._repr_svg_().startswith("<svg")
    assert picture.png.startswith(b"\x89PNG") and picture.alt.startswith("Latvijas aizsardzības izdevumi")
    assert 'width="800"' in picture.svg and repr(picture) == "<pledgebook.Picture `share`: 800x600>"


def test_pictures_of_a_notebook_share_no_id(book):
    pictures = [book.chart("share"), book.chart("share", lang="lv"), book.chart("share", font="outline")]
    pages = [picture._repr_svg_() for picture in pictures]
    ids = [set(re.findall(r' id="([^"]*)"', page)) for page in pages]
    assert len(set.union(*ids)) == sum(map(len, ids))
    for page, own in zip(pages, ids, strict=True):
        assert set(re.search(r'aria-labelledby="([^"]*)"', page)[1].split()) <= own


def test_what_is_for_paper_is_as_wide_as_it_says(book):
    assert ' width="160mm" height="108mm"' in book.chart("share", size="a4-column").svg
    for wrong in ({"size": (399, 300)}, {"size": (400, 8001)}, {"scale": 0}, {"size": (8000, 8000), "scale": 3}, {"size": "a5"}):
        with pytest.raises(pb.PledgebookError) as raised:
            book.chart("share", **wrong)
        assert raised.value.kind == "not-a-size" and raised.value.help


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
