"""The same document in every format and every encoding gives the same mentions."""

from pathlib import Path

import pytest

from letopis.dimensions.context import NOTHING_KNOWN
from letopis.pipeline import annotate
from letopis.sources.read import read

from .builders import every_format, pdf

CORPUS = Path(__file__).parents[3] / "corpus"
# Modern and old spelling, dense figures, quotations.
DOCUMENTS = ("turkey-1920", "h04", "news-1912")
ENCODINGS = (
    "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1251", "koi8_r", "cp866", "mac_cyrillic", "iso8859_5"
)  # fmt: skip
# Signs that cp1251 wants, and those that other one-byte encodings want too, with what was typed for them.
CP1251 = {"ѣ": "е", "Ѣ": "Е", "ѳ": "ф", "Ѳ": "Ф", "ѵ": "и", "½": " 1/2", "¼": " 1/4", "¾": " 3/4"}
TYPED = CP1251 | {"«": '"', "»": '"', "—": "-", "–": "-", "№": "N", "…": "...", "і": "и", "І": "И", "°": " град."}


def paragraphs(name):
    text = (CORPUS / f"{name}.txt").read_text(encoding="utf-8")
    return [" ".join(paragraph.split()) for paragraph in text.split("\n\n") if paragraph.strip()]


def mentions(file, nlp):
    """What is said of the document in `file`, but for offsets."""
    (source,) = read(file)
    return [
        (m.kind, " ".join(m.text.split()), m.normal, m.value) for m in annotate(source, NOTHING_KNOWN, nlp).mentions
    ]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_same_mentions_in_every_format(name, write, nlp):
    said = [text.translate(str.maketrans(CP1251)) for text in paragraphs(name)]
    files = {suffix: write(suffix, data) for suffix, data in (every_format(said) | {"letter.pdf": pdf(said)}).items()}
    expected = mentions(files.pop("letter.txt"), nlp)
    assert len(expected) > 10
    assert {suffix: mentions(file, nlp) == expected for suffix, file in files.items()} == dict.fromkeys(files, True)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_same_mentions_in_every_encoding(name, write, nlp):
    text = "\n\n".join(paragraphs(name)).translate(str.maketrans(TYPED))
    expected = mentions(write("a.txt", text.encode()), nlp)
    found = {encoding: mentions(write(f"{encoding}.txt", text.encode(encoding)), nlp) for encoding in ENCODINGS}
    assert {encoding: one == expected for encoding, one in found.items()} == dict.fromkeys(ENCODINGS, True)
