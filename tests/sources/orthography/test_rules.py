import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letopis.sources.orthography.rules import modern

PAIRS = tomllib.loads(Path(__file__).with_name("pairs.toml").read_text(encoding="utf-8"))


def spelt(word):
    return "-".join(map(modern, word.split("-")))


@pytest.mark.parametrize("group", PAIRS)
def test_rules_pairs(group):
    wrong = {old: spelt(old) for old, new in PAIRS[group].items() if spelt(old) != new}
    assert wrong == {}


def test_rules_pairs_are_many():
    assert sum(map(len, PAIRS.values())) >= 600


@pytest.mark.parametrize("group", PAIRS)
def test_rules_modern_words_stay(group):
    """What a rule made is modern: it is not changed again."""
    assert {new: spelt(new) for new in PAIRS[group].values() if spelt(new) != new} == {}


@pytest.mark.parametrize(
    "word",
    [
        "благо",
        "Чикаго",
        "шея",
        "идея",
        "станция",
        "Батыя",
        "Мария",
        "армию",
        "низкий",
        "возчик",
        "извозчик",
        "расчёт",
        "объезд",
        "адъютант",
        "комиссия",
        "масса",
        "ванна",
        "касса",
        "сумма",
        "группа",
        "программа",
        "цирк",
        "цыган",
        "цыплёнок",
        "шоссе",
        "жокей",
        "рис",
        "розовый",
        "щи",
        "щука",
        "Иоанн",
        "Иона",
        "пион",
        "район",
        "Рублев",
        "самого",
        "разбой",
        "изба",
        "безумный",
        "воззвание",
    ],
)
def test_rules_keep(word):
    assert modern(word) == word


@pytest.mark.parametrize(
    ("old", "new"),
    [("РУССКАГО", "РУССКОГО"), ("Русскаго", "Русского"), ("Ѣ", "Е"), ("Онѣ", "Они"), ("ѢЗДИТЬ", "ЕЗДИТЬ"), ("Ъ", "Ъ")],
)
def test_rules_keep_capitals(old, new):
    assert modern(old) == new


@given(st.text("абвгдежзиклмнопрстуяьъѣіѳѵАБВ", max_size=12))
def test_rules_leave_no_old_letter(word):
    assert not set(modern(word).lower()) & set("ѣіѳѵ")
