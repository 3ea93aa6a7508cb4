import tomllib
from pathlib import Path

import pytest

from letopis.sources.mend import mend
from letopis.sources.read import read

DOCUMENTS = tomllib.loads(Path(__file__).with_name("archives.toml").read_text(encoding="utf-8"))
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "cp1251", "koi8_r", "cp866", "mac_cyrillic", "iso8859_5"]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_archives_read_and_mended(name, tmp_path):
    document = DOCUMENTS[name]
    file = tmp_path / f"{name}.txt"
    source = document["source"]
    if document["encoding"] in {"cp866", "koi8_r"}:
        source = source.replace("—", "-").replace("№", "N").replace("§", "п.")
    file.write_bytes(source.encode(document["encoding"]))
    (read_back,) = read(file)
    assert read_back.text == source
    expected = document["mended"].removeprefix("\n")
    if source != document["source"]:
        expected = expected.replace("—", "-").replace("№", "N").replace("§", "п.")
    assert mend(read_back.text).text == expected


@pytest.mark.parametrize(
    ("name", "phrase", "surface"),
    [
        ("booklet-1926", "Мамонтова", "Ма монтова"),
        ("booklet-1926", "20 сентября", "2О сентября"),
        ("booklet-1926", "потери его", "потери\n его"),
        ("letter-1834", "1 200 пудов железа", "1,200 пудовъ железа"),
        ("history-1867", "генерал-лейтенант Коновницын", "гене-\nралъ-лейтенантъ Коновни-\nцынъ"),
        ("history-1867", "Раевского", "Раевскаго"),
        ("book-1905", "манифест", "м а н и ф е с т"),
        ("newspaper-1799", "3-го января 1799-го года", "3-го генваря 1799-го года"),
        ("newspaper-1799", "Русский Архив", "Русскій Архивъ"),
    ],
)
def test_archives_point_back(name, phrase, surface):
    source = DOCUMENTS[name]["source"]
    mended = mend(source)
    at = mended.text.index(phrase)
    assert source[slice(*mended.to_source(at, at + len(phrase)))] == surface


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_archives_same_in_every_encoding(encoding, tmp_path):
    text = DOCUMENTS["order-1918"]["source"]
    if encoding not in {"utf-8", "utf-8-sig", "utf-16", "cp1251", "mac_cyrillic"}:
        text = text.replace("№", "N").replace("§", "п.")
    file = tmp_path / "a.txt"
    file.write_bytes(text.encode(encoding))
    assert read(file)[0].text == text
