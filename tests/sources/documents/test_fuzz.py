"""Broken files give text or one sentence, never a traceback."""

import warnings

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from letopis.errors import SourceError
from letopis.sources.documents.extract import Options, extract

from .builders import every_format, pdf

FORMATS = {
    **every_format(),
    "a.pdf": pdf(["Письмо твоё", "получил"]),
    "a.jsonl": b'{"text": "x"}\n',
    "a.csv": b"text\nx\n",
}
MARKS = [
    b"%PDF-",
    b"PK\x03\x04",
    b"<TEI>",
    b"<alto>",
    b"<?xml",
    b"<html",
    b"{",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"<",
    b"---\n",
]
OPTIONS = Options(encoding=None, max_bytes=100_000, text_field="text")
SETTINGS = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def read(data, name):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return [document.marked.text for document in extract(data, name, OPTIONS)]
        except SourceError as error:
            assert "\n" not in str(error)
            return []


@SETTINGS
@given(st.data())
def test_fuzz_damaged_documents(data):
    name = data.draw(st.sampled_from(sorted(FORMATS)))
    content = bytearray(FORMATS[name])
    for at in data.draw(st.lists(st.integers(0, len(content) - 1), max_size=6)):
        content[at] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(content)))
    assert all(isinstance(text, str) for text in read(bytes(content[:cut]) if cut % 3 == 0 else bytes(content), name))


@SETTINGS
@given(st.sampled_from(MARKS), st.binary(max_size=120), st.sampled_from(["a", "a.csv", "a.md", "a.jsonl"]))
def test_fuzz_anything(mark, data, name):
    assert all(isinstance(text, str) for text in read(mark + data, name))
