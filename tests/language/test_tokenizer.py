"""The tokenizer keeps every character, cuts as `tokens.toml` says, and takes time linear in the text."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
import spacy
from hypothesis import example, given
from hypothesis import strategies as st
from spacy.vocab import Vocab

from letopis.language.tokenizer import Tokenizer, pieces

_CASES = tomllib.loads(Path(__file__).with_name("tokens.toml").read_text("utf-8"))
_TOKENIZER = Tokenizer(Vocab())
_RUSSIAN = st.text(st.sampled_from(list("абвЯЁІѣъ XVIIх0123456789.,-—–/'’«»№%$½()[]…!?\n\t ́҂҃_")), max_size=60)


@pytest.mark.parametrize(("text", "tokens"), [case for group in _CASES.values() for case in group.items()])
def test_tokenizer_cuts(text: str, tokens: str) -> None:
    assert [text[start:end] for start, end in pieces(text)] == tokens.split()


@given(st.one_of(st.text(), _RUSSIAN))
@example("")
@example(" ")
@example(" а")
@example("а  б\n\nв ")
@example("\u00a0\u2003а\u200b")
@example("\x00а\x1c")
def test_tokenizer_keeps_every_character(text: str) -> None:
    covered = [i for start, end in pieces(text) for i in range(start, end)]
    assert covered == [i for i, char in enumerate(text) if not char.isspace()]
    assert _TOKENIZER(text).text == text


@pytest.mark.parametrize(
    "unit",
    [
        ",",
        ".",
        "1",
        "1.",
        "1,",
        "123,",
        "а",
        "а-",
        "X",
        "X-",
        "а'",
        "1-а",
        "А-1",
        "5-6-",
        " ",
        "\n",
        "а\u0301",
        "«",
        "1/",
    ],
)
def test_tokenizer_is_linear(unit: str, grows_linearly) -> None:
    def cut(length: int) -> Callable[[], object]:
        text = unit * (length // len(unit)) + "летний"
        return lambda: list(pieces(text))

    assert grows_linearly(cut, 40_000)


def test_tokenizer_serves_a_config_and_a_stored_pipeline(tmp_path: Path) -> None:
    nlp = spacy.blank("ru", config={"nlp": {"tokenizer": {"@tokenizers": "letopis.Tokenizer.v1"}}})
    nlp.to_disk(tmp_path)
    again = spacy.load(tmp_path)
    assert [token.text for token in again("1920—22 гг.")] == ["1920", "—", "22", "гг", "."]
    assert isinstance(spacy.blank("ru").from_bytes(spacy.blank("ru").to_bytes()).tokenizer, spacy.tokenizer.Tokenizer)
    assert Tokenizer(nlp.vocab).from_bytes(Tokenizer(nlp.vocab).to_bytes())("а б").text == "а б"
