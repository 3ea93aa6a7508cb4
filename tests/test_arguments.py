"""`letopis.extract` answers wrong arguments with an error of its own, and any text with records."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import letopis
from letopis.errors import ContextError, SourceError


@pytest.mark.parametrize(
    "known",
    [
        {"written": "zz"},
        {"written": 1834},
        {"written": "(" * 5000},
        {"calendar": "x"},
        {"calendar": ["julian"]},
        {"reference_date": "y"},
        {"reference_date": "1834"},
        {"reference_date": 5},
    ],
)
def test_what_is_known_has_its_form(known: dict[str, Any]) -> None:
    with pytest.raises(ContextError) as fault:
        letopis.extract("Вчера.", **known)
    assert len(str(fault.value)) < 150


@pytest.mark.parametrize("text", [b"a", None, 5, "", " \n", "а \ud800"])
def test_a_text_is_a_str_of_valid_unicode(text: Any) -> None:
    with pytest.raises(SourceError):
        letopis.extract(text)


def test_an_id_is_printable() -> None:
    assert letopis.extract("Вчера.", id="\udcff").id == r"\xff"
    with pytest.raises(SourceError):
        letopis.extract("Вчера.", id=5)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    [
        "а-" * 1000 + "а",
        "-".join(["слово"] * 1000),
        "А. " + "Иванов-" * 500 + "Иванов",
        "а" + "." * 3000,
        "1" * 5000,
        "«" * 500,
        "(" * 500,
    ],
)
def test_degenerate_texts_are_read(text: str) -> None:
    assert letopis.extract(text).text == text


_PIECES = st.sampled_from(
    ["слово", "Иванов", "А.", "12", "1812", "г.", "мая", "пуд", "-", "—", ",", ".", "«", "»", "(", ")", " ", " ", "\n",
     "тыс.", "№", "XIX", "в.", "ѣ", "ъ", "й\u0306", "\u00ad", "\u200b", "🙂", "½", "/", "+", "[", "\x00", "им.", "с."]
)  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.one_of(st.lists(_PIECES, max_size=40).map("".join), st.text(max_size=80)))
def test_no_text_is_a_fault(text: str) -> None:
    try:
        document = letopis.extract(text)
    except SourceError:
        assert not text.strip() or any("\ud800" <= sign <= "\udfff" for sign in text)
    else:
        assert all(text[m.start : m.end] == m.text for m in document.mentions)
