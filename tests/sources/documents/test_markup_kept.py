"""TEI's own names, dates and measures, kept on demand, with their places in the text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letopis.sources.documents import tei as reader
from letopis.sources.read import read

from .builders import tei

BODY = (
    "<p>  Въ <date when='1812-08'>Августѣ\n 1812 года</date> <persName>генералъ Куту-<lb/>зовъ </persName> занялъ"
    "<note>См. <persName key='b'>Богда<hi>новича</hi></persName>.</note> <name type='place'>Вязьму</name>,</p>"
    "<p><measure quantity='300' unit='пудъ'>триста пудовъ</measure> <rs>никто</rs> <persName/> "
    "<del><date>да</date></del><orgName><placeName>Тульскій</placeName> заводъ</orgName></p>"
)


def test_tei_keeps_markup(write):
    (source,) = read(write("a.xml", tei(BODY)), keep_markup=True)
    found = [(one.kind, one.element, source.text[one.start : one.end], dict(one.attributes)) for one in source.given]
    assert found == [
        ("date", "date", "Августѣ 1812 года", {"when": "1812-08"}),
        ("person", "persName", "генералъ Куту-\nзовъ", {}),
        ("place", "name", "Вязьму", {"type": "place"}),
        ("quantity", "measure", "триста пудовъ", {"quantity": "300", "unit": "пудъ"}),
        ("organization", "orgName", "Тульскій заводъ", {}),
        ("place", "placeName", "Тульскій", {}),
        ("person", "persName", "Богдановича", {"key": "b"}),
    ]


def test_tei_without_markup_is_the_same_text(write):
    file = write("a.xml", tei(BODY))
    (kept,), (plain,) = read(file, keep_markup=True), read(file)
    assert (kept.text, plain.given) == (plain.text, ())


PIECES = st.sampled_from(["Иванъ", " ", "\n  ", "Петровъ-", "<lb/>", "<pb n='2'/>", "да", "\u00a0", "</p><p>", ""])


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(PIECES, PIECES, PIECES), max_size=6))
def test_tei_marked_text_is_what_the_element_holds(triples):
    inner = [(a, b.replace("</p><p>", " "), c) for a, b, c in triples]
    body = "".join(f"{a}<persName n='{n}'>{b}</persName>{c}" for n, (a, b, c) in enumerate(inner))
    found = reader.read(tei(f"<p>{body}</p>"), "a.xml", keep_markup=True)
    held = ["".join(reader.read(tei(f"<p>{b}</p>"), "a.xml").text.split()) for _, b, _ in inner]
    assert ["".join(found.text[one.start : one.end].split()) for one in found.given] == [text for text in held if text]
    assert all(found.text[one.start : one.end].strip() == found.text[one.start : one.end] for one in found.given)


@pytest.mark.parametrize("body", ["<p><persName>а<p>б</p></persName></p>", "<persName><p>да</p></persName>"])
def test_tei_marks_over_paragraphs(write, body):
    (source,) = read(write("a.xml", tei(body)), keep_markup=True)
    assert [source.text[one.start : one.end] for one in source.given] == [source.text]
