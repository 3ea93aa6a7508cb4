import pytest

from letopis.corpora.conversion import conversion, repeated, spelt_old
from letopis.sources.mend import mend

MODERN, OLD = "Брат уехал из города в деревню.", "Братъ уѣхалъ изъ города въ деревню."


def test_only_old_texts_are_repeated():
    assert repeated([MODERN]) == ""
    assert repeated([MODERN, OLD], 100) == f"{OLD}\n" * 2 + OLD[:28]


@pytest.mark.parametrize(
    ("modern", "old"),
    [
        (MODERN, "Братъ уехалъ изъ города въ деревню."),
        ("Россия, 12 рот и ген. Орлов.", "Россія, 12 ротъ и ген. Орлов."),
    ],
)
def test_a_text_is_given_marks_of_old_spelling(modern, old):
    assert spelt_old(modern) == old


def test_marks_of_old_spelling_are_undone():
    assert mend(spelt_old(MODERN * 2)).text == MODERN * 2


def test_conversion_is_measured_in_a_fresh_process():
    measured = conversion("a letter", OLD * 20, runs=1)
    assert measured.words == 120
    assert measured.distinct == 6
    assert measured.rate > 0
