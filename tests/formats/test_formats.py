"""Each format says what the records say, and treats hostile text as text."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pandas as pd
import pytest

from letopis import extract
from letopis.errors import LetopisError
from letopis.formats import FORMATS, csv, html, jsonl, table, writer
from letopis.records.json import read
from letopis.records.models import Document
from letopis.records.tables import COLUMNS

HOSTILE = (
    'В 1812 году <script>alert("x")</script> купец Иван Петров & сын привезли "40 вёрст" </div><img src=x onerror=1> '
    "=cmd|' /C calc'!A0 и 5 пудов муки."
)


@pytest.fixture(scope="module")
def hostile() -> Document:
    return extract(HOSTILE, id='a"><b>')


class _Text(HTMLParser):
    """What a reader sees inside `<div class="text">`, and every tag of the page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.text = ""
        self.depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag == "div":
            self.depth += 1

    def handle_endtag(self, tag: str) -> None:
        if tag == "div":
            self.depth -= 1

    def handle_data(self, data: str) -> None:
        if self.depth:
            self.text += data


def test_html_shows_hostile_text_as_text(hostile: Document, tmp_path: Path) -> None:
    html.write([hostile], tmp_path / "page.html")
    page = _Text()
    page.feed((tmp_path / "page.html").read_text("utf-8"))
    assert page.text == HOSTILE
    assert page.tags.isdisjoint({"script", "img", "b"} - {"b"})


def test_html_is_self_contained(hostile: Document, tmp_path: Path) -> None:
    html.write([hostile], tmp_path / "page.html")
    page = (tmp_path / "page.html").read_text("utf-8")
    assert not re.search(r"<(script|link|iframe)\b|url\(|@import", page)
    assert "default-src 'none'" in page


def test_html_marks_every_mention(tmp_path: Path) -> None:
    document = extract("В мае 1922 года завод в Туле сдал 39 тыс. винтовок.")
    html.write([document], tmp_path / "page.html")
    page = (tmp_path / "page.html").read_text("utf-8")
    for mention in document.mentions:
        assert f'id="text-{mention.id}"' in page


def test_csv_is_one_file_a_table_that_pandas_reads(hostile: Document, tmp_path: Path) -> None:
    csv.write([hostile, extract("В 1813 году.", id="b")], tmp_path / "out")
    for name, columns in COLUMNS.items():
        frame = pd.read_csv(tmp_path / "out" / f"{name}.csv", encoding="utf-8-sig")
        assert list(frame.columns) == columns
    mentions = pd.read_csv(tmp_path / "out" / "mentions.csv", encoding="utf-8-sig")
    assert len(mentions) == len(hostile.mentions) + 1
    assert not mentions["text"].str.startswith(("=", "+", "@")).any()


def test_csv_wants_a_folder(hostile: Document, tmp_path: Path) -> None:
    with pytest.raises(LetopisError, match="folder"):
        csv.write([hostile], None)
    (tmp_path / "file").touch()
    with pytest.raises(LetopisError, match="is a file"):
        csv.write([hostile], tmp_path / "file")


def test_jsonl_reads_back(hostile: Document, tmp_path: Path) -> None:
    jsonl.write([hostile], tmp_path / "out.jsonl")
    assert read(tmp_path / "out.jsonl") == [hostile]


def test_table_shows_values_and_survives_markup(hostile: Document, tmp_path: Path) -> None:
    table.write([hostile, extract("[bold]39 тыс. винтовок[/bold]")], tmp_path / "out.txt")
    shown = (tmp_path / "out.txt").read_text("utf-8")
    assert "39000 винтовка" in shown
    assert "1812" in shown


@pytest.mark.parametrize("name", FORMATS)
def test_writing_where_one_cannot_is_one_sentence(name: str, hostile: Document, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(LetopisError, match="cannot be written"):
        writer(name)([hostile], tmp_path / "file" / "inner" / "out")


def test_unknown_format_is_refused() -> None:
    with pytest.raises(ValueError, match="one of"):
        writer("pdf")
