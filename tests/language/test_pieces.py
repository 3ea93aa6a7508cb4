"""Words cut into the likeliest pieces of a unigram vocabulary."""

from __future__ import annotations

import pytest

from letopis.language.pieces import Pieces

_VOCABULARY = {
    "▁": (4, -3.0),
    "▁вин": (5, -6.0),
    "вин": (6, -7.0),
    "товка": (7, -7.5),
    "т": (8, -5.0),
    "овка": (9, -4.0),
    "▁винт": (10, -5.5),
    ",": (11, -2.0),
}
_UNKNOWN = 1


@pytest.mark.parametrize(
    ("word", "spaced", "cut"),
    [
        ("винтовка", True, (10, 9)),
        ("винтовка", False, (6, 7)),
        (",", False, (11,)),
        (",", True, (4, 11)),
        ("щ", False, (_UNKNOWN,)),
        ("щщ,", False, (_UNKNOWN, 11)),
        ("винтщ", True, (10, _UNKNOWN)),
        ("", False, (_UNKNOWN,)),
    ],
)
def test_pieces_are_the_likeliest_cut(word: str, spaced: bool, cut: tuple[int, ...]) -> None:
    assert Pieces(_VOCABULARY, _UNKNOWN).cut(word, spaced) == cut


def test_pieces_of_a_word_without_end_are_bounded() -> None:
    assert len(Pieces(_VOCABULARY, _UNKNOWN).cut("овка" * 10_000, True)) < 200
