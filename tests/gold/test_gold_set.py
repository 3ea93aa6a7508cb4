"""The committed gold keeps its own guidelines, as far as a program can tell."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from edtf import parse_edtf

from letopis.scoring.gold import Gold, load_gold

ROOT = Path(__file__).parents[2]
GOLD = load_gold(ROOT / "gold", ROOT / "corpus")

each = pytest.mark.parametrize("document", GOLD, ids=lambda document: document.id)


@each
def test_catalogue_describes_the_document(document: Gold) -> None:
    entry = document.entry
    assert None not in (entry.title, entry.origin, entry.kind, entry.genre, entry.licence)
    assert entry.period in {"before 1700", "18th century", "19th century", "1900-1917", "Soviet", "modern"}
    assert entry.orthography in {"modern", "pre-reform"}
    assert entry.difficulty in {"plain", "dense", "noisy"}
    assert entry.split in {"dev", "test"}


@each
def test_length_is_that_of_the_guidelines(document: Gold) -> None:
    words = len(document.text.split())
    assert 80 <= words <= 260 or document.id == "turkey-1920"


@each
def test_mentions_are_sorted(document: Gold) -> None:
    mentions = document.record["mentions"]
    assert mentions == sorted(mentions, key=lambda m: (m["start"], -m["end"], m["kind"]))


@each
def test_spans_have_no_loose_ends(document: Gold) -> None:
    for mention in document.record["mentions"]:
        text = mention["text"]
        assert text == text.strip(" \n,;:—"), mention["id"]


@each
def test_dates_are_edtf_and_bounded_as_they_say(document: Gold) -> None:
    for mention in document.record["mentions"]:
        value = mention["value"]
        if mention["kind"] == "date" and value["edtf"] is not None:
            parse_edtf(value["edtf"])
            assert (value["earliest"], value["latest"]) == bounds(value["edtf"]), mention["id"]


@each
def test_calendars_say_what_was_written(document: Gold) -> None:
    for mention in document.record["mentions"]:
        if mention["kind"] == "date":
            value = mention["value"]
            written = value.get("as_written")
            if value["calendar"] in ("both", "byzantine"):
                assert written, mention["id"]
            elif value["calendar"] != "julian":
                assert not written, mention["id"]


@each
def test_conversions_follow_the_figure(document: Gold) -> None:
    for mention in document.record["mentions"]:
        si = mention["value"].get("si")
        if si:
            factor = float(si["basis"].split("= ")[1].split()[0])
            value = mention["value"]
            said = [figure for figure in (value["low"], value["high"]) if figure is not None]
            given = si["value"] if isinstance(si["value"], list) else [si["value"]]
            assert given[0] == pytest.approx(said[0] * factor, abs=1e-3), mention["id"]
            assert given[-1] == pytest.approx(said[-1] * factor, abs=1e-3), mention["id"]


@each
def test_bounds_of_quantities_have_their_ends(document: Gold) -> None:
    open_ends = {"more_than": (True, False), "at_least": (True, False)}
    open_ends |= {"less_than": (False, True), "at_most": (False, True)}
    for mention in document.record["mentions"]:
        if mention["kind"] == "quantity":
            value = mention["value"]
            ends = value["low"] is not None, value["high"] is not None
            assert ends == open_ends.get(value["bound"], (True, True)), mention["id"]
            if value["bound"] in ("exact", "approximate"):
                assert value["low"] == value["high"], mention["id"]


def test_seed_is_whole() -> None:
    (seed,) = [document for document in GOLD if document.id == "turkey-1920"]
    assert seed.text.startswith("Поражение Османской империи")
    assert seed.text.endswith("возвратит эти территории")


LAST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}


def bounds(edtf: str) -> tuple[str | None, str | None]:
    """Earliest and latest day of the EDTF forms that gold uses, reckoned apart from the pipeline."""
    if "/" in edtf:
        first, last = edtf.split("/")
        return None if first == ".." else bounds(first)[0], None if last == ".." else bounds(last)[1]
    edtf = edtf.rstrip("~?%")
    decade = re.fullmatch(r"(\d{3})X", edtf)
    if decade:
        return f"{decade[1]}0-01-01", f"{decade[1]}9-12-31"
    sign = "-" if edtf.startswith("-") else ""
    year, *rest = (int(part) for part in edtf.removeprefix("-").split("-"))
    if not rest:
        return f"{sign}{year:04}-01-01", f"{sign}{year:04}-12-31"
    if len(rest) == 2:
        return edtf, edtf
    first, last = SEASONS.get(rest[0], (rest[0], rest[0]))
    closing = year + 1 if last < first else year
    leap = closing % 4 == 0 and (closing % 100 != 0 or closing % 400 == 0)
    day = 28 if last == 2 and not leap else LAST[last - 1]
    return f"{year:04}-{first:02}-01", f"{closing:04}-{last:02}-{day:02}"
