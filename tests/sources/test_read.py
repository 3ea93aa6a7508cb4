import hashlib
import io
import sys
from pathlib import Path

import pytest

from letopis.errors import SourceError
from letopis.sources.read import find, read
from letopis.sources.source import from_text

TEXT = "Письмо твоё от 20 февраля получил я только третьего дня.\r\n"


def test_read_plain(tmp_path):
    file = tmp_path / "письмо-1834.txt"
    file.write_bytes(b"\xef\xbb\xbf" + TEXT.encode())
    (source,) = read(file)
    assert source == from_text(TEXT, id="письмо-1834", path=file.as_posix(), encoding="utf-8")
    assert source.sha256 == hashlib.sha256(TEXT.encode()).hexdigest()


def test_read_forced(tmp_path):
    file = tmp_path / "a.txt"
    file.write_bytes("Рим".encode("koi8_r"))
    assert read(file, encoding="koi8_r")[0].text == "Рим"


def test_read_stdin(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode("cp1251"))))
    (source,) = read(Path("-"))
    assert (source.id, source.path, source.text, source.encoding) == ("stdin", None, TEXT, "cp1251")


def test_read_text_has_id():
    source = from_text("Да")
    assert (source.id, source.path, source.encoding) == ("text", None, None)


def test_read_lone_surrogate_has_digest():
    assert from_text("\ud800").sha256 == hashlib.sha256(b"?").hexdigest()


@pytest.mark.parametrize(
    ("content", "message"),
    [(b"", "is empty"), (b" \n", "is empty"), (b"\xef\xbb\xbf", "is empty"), (b"\x00\x01\x02", "no text")],
)
def test_read_refuses(tmp_path, content, message):
    file = tmp_path / "a.txt"
    file.write_bytes(content)
    with pytest.raises(SourceError, match=message) as error:
        read(file)
    assert file.as_posix() in str(error.value)


def test_read_refuses_missing(tmp_path):
    with pytest.raises(SourceError, match=r"cannot be read \(no such file"):
        read(tmp_path / "нет.txt")


def test_read_refuses_folder(tmp_path):
    with pytest.raises(SourceError, match="is a folder"):
        read(tmp_path)


def test_read_refuses_large(tmp_path):
    file = tmp_path / "a.txt"
    file.write_text(TEXT * 10, encoding="utf-8")
    with pytest.raises(SourceError, match="larger than the 100 bytes"):
        read(file, max_bytes=100)


def test_find_walks_sorted(tmp_path):
    for name in [
        "б.txt",
        "а.txt",
        "вложено/г.txt",
        ".скрыто",
        ".git/д.txt",
        "catalogue.toml",
        "вложено/catalogue.toml",
    ]:
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text("да", encoding="utf-8")
    names = [file.relative_to(tmp_path).as_posix() for file in find([tmp_path])]
    assert names == ["а.txt", "б.txt", "вложено/г.txt"]


def test_find_keeps_named(tmp_path):
    hidden, missing = tmp_path / ".a", tmp_path / "нет.txt"
    hidden.write_text("да", encoding="utf-8")
    assert list(find([hidden, missing, hidden])) == [hidden, missing]
