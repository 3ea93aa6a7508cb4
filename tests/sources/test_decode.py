import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letopis.errors import SourceError
from letopis.sources.decode import decode

TEXT = (
    "В лето 6979 послал великий князь Иван Васильевич воевод своих на Новгород, и с ними рати десять тысяч. "
    "Бой был на реке Шелони; убито двенадцать тысяч, а в полон взято тысяча семьсот человек."
)
OLD = "Любезный братъ! Письмо твое отъ 20 февраля распечаталъ я только третьяго дня; по распутіцѣ толку мало."
ONE_BYTE = ["cp1251", "koi8_r", "cp866", "mac_cyrillic", "iso8859_5"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", *ONE_BYTE])
@pytest.mark.parametrize("text", [TEXT, TEXT.upper(), TEXT.replace("\n", "\r\n") + "\r\n", f"1834\n\n{TEXT}\n"])
def test_decode_detects(encoding, text):
    assert decode(text.encode(encoding), "x")[0] == text


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_decode_drops_mark(mark, encoding):
    assert decode(mark + TEXT.encode(encoding), "x")[0] == TEXT


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_decode_old_letters(encoding):
    assert decode(OLD.encode(encoding), "x")[0] == OLD


def test_decode_old_spelling_in_cp1251():
    text = OLD.replace("ѣ", "е")
    assert decode(text.encode("cp1251"), "x") == (text, "cp1251")


@pytest.mark.parametrize("encoding", ONE_BYTE)
def test_decode_forced(encoding):
    assert decode("Да".encode(encoding), "x", encoding) == ("Да", encoding)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00", "no text"),
        (bytes(range(256)) * 8, "no text"),
        (b"\x00" * 64, "no text"),
        ("Überraschung, façade, élève. ".encode("cp1252") * 5, "fits no Russian encoding"),
        (TEXT.encode()[:-1] + b" \xff", "broken at byte"),
        ("Рим".encode("koi8_r"), "too short to tell"),
    ],
)
def test_decode_refuses(data, message):
    with pytest.raises(SourceError, match=message) as error:
        decode(data, "дело/12.txt")
    assert str(error.value).startswith("дело/12.txt")


@pytest.mark.parametrize(
    ("encoding", "message"), [("ascii", "is not ascii at byte 0"), ("no-such", "no encoding known")]
)
def test_decode_refuses_forced(encoding, message):
    with pytest.raises(SourceError, match=message):
        decode(TEXT.encode(), "x", encoding)


@settings(max_examples=150, deadline=None)
@given(st.binary(min_size=1, max_size=200))
def test_decode_gives_text_or_reason(data):
    try:
        text, encoding = decode(data, "x")
    except SourceError as error:
        assert str(error).startswith("x ")
    else:
        assert "\0" not in text
        assert encoding


@settings(max_examples=80, deadline=None)
@given(st.sampled_from(ONE_BYTE), st.integers(0, 60), st.integers(20, 120))
def test_decode_never_mojibake(encoding, start, length):
    """A piece of a text is read right or refused."""
    piece = TEXT[start : start + length]
    try:
        assert decode(piece.encode(encoding), "x")[0] == piece
    except SourceError:
        assert length < 60
