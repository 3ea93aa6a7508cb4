import pytest

from letopis.corpora.catalogue import Entry, beside, load
from letopis.errors import CatalogueError

GOOD = """
[letter-1834]
title = "Письмо к брату"
origin = "РГАДА, ф. 12, д. 3"
genre = "letter"
written = "1834-03-14"
calendar = "julian"
licence = "CC0-1.0"

["дело 12"]
title = "Дело"
split = "dev"
"""


def catalogue(tmp_path, text):
    file = tmp_path / "catalogue.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_catalogue_load(tmp_path):
    entries = load(catalogue(tmp_path, GOOD))
    assert list(entries) == ["letter-1834", "дело 12"]
    assert entries["letter-1834"].calendar == "julian"
    assert entries["letter-1834"].written == "1834-03-14"
    assert entries["дело 12"] == Entry(title="Дело", split="dev")


@pytest.mark.parametrize("written", ["1834", "1834-03", "1834/1836", "1834~", "183X", "1834-21", "../1834", "-0479"])
def test_catalogue_written(written):
    assert Entry(written=written).written == written


@pytest.mark.parametrize(("toml", "written"), [("1834", "1834"), ("1834-03-14", "1834-03-14"), ("'1834'", "1834")])
def test_catalogue_written_unquoted(tmp_path, toml, written):
    assert load(catalogue(tmp_path, f"[a]\nwritten = {toml}"))["a"].written == written


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[a]\ntitel = 'x'", r"a\.titel: no such key, did you mean title\?$"),
        ("[a]\n'шифр' = 'x'", r"a\.шифр: no such key, the keys are title, origin"),
        ("[a]\ncalendar = 'Julian'", r"a\.calendar: 'Julian' is no calendar: write 'julian' or 'gregorian'"),
        ("[a]\nwritten = 'около 1834'", r"a\.written: 'около 1834' is no EDTF date: write it as 1834"),
        ("[a]\nwritten = true", r"a\.written: True is no text: put it in quotes"),
        ("[a]\ntitle = 1", r"a\.title: 1 is no text"),
        ("[a]\ntitle = 1\n[b]\nkin = 'x'", r"a\.title: .*; b\.kin: .*kind"),
        ("title = 'x'", r"title: stands outside a document's table"),
        ("[a\n", "is not TOML"),
        ("[письмо]\ntitle = 'x'", "needs quotes"),
        ("[a]\ntitle = 'x'\n[a]\ntitle = 'y'", "is not TOML"),
    ],
)
def test_catalogue_refuses(tmp_path, text, message):
    file = catalogue(tmp_path, text)
    with pytest.raises(CatalogueError, match=message) as error:
        load(file)
    assert file.as_posix() in str(error.value)
    assert "\n" not in str(error.value)


def test_catalogue_missing(tmp_path):
    with pytest.raises(CatalogueError, match="cannot be read"):
        load(tmp_path / "catalogue.toml")


def test_catalogue_beside(tmp_path):
    assert beside(tmp_path) is None
    file = catalogue(tmp_path, GOOD)
    assert beside(tmp_path) == file
    assert beside(tmp_path / "letter-1834.txt") == file
