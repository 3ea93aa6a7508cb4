"""For any text, and any layout damage done to it, spans of the analysis copy map to spans of the source."""

import re
from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from letopis.sources.mend import mend

SETTINGS = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])

WORDS = st.sampled_from(
    [
        "В",
        "1834",
        "году",
        "генерал-майор",
        "Иванов",
        "ушёл",
        "из",
        "Казани",
        "с",
        "полком",
        "на",
        "север",
        "и",
        "взял",
        "20",
        "000",
        "пудов",
        "хлеба",
        ".",
        ",",
        "Волга",
        "стояла",
        "накануне",
        "флотилия",
        "гарнизон",
        "г.",
        "тыс.",
        "русскаго",
        "братъ",
        "безсильный",
        "ея",
        "Россія",
        "XIX",
        "10",
        "августа",
        "персидский",
    ]
)
DAMAGE = st.sampled_from(["", "", "", " ", "-\n", "\n", "\n\n— 12 —\n\n", "\u00ad", "\u0301", "\r\n", "¬\n", "\u00a0"])
SIGNS = st.text(
    st.sampled_from("аАъѣіьяЯоОЗз019lI-¬ \n\r\t\u00ad\u00a0\u0301\u0483\ufeff.,;:!—«»()[]*¹²aCXё"), max_size=60
)


@st.composite
def damaged(draw):
    """A text of words, and the same text with damage put in anywhere."""
    text = " ".join(draw(st.lists(WORDS, min_size=1, max_size=30)))
    places = draw(st.lists(st.integers(0, len(text)), max_size=8))
    for place in sorted(places, reverse=True):
        text = text[:place] + draw(DAMAGE) + text[place:]
    return text


def check(source):
    mended = mend(source)
    text = mended.text
    ends = [mended.to_source(i, i + 1) for i in range(len(text))]
    for start, end in ends:
        assert 0 <= start < end <= len(source)
    # Order is kept: what comes later in the copy comes no earlier in the source.
    assert all(a[0] <= b[0] and a[1] <= b[1] for a, b in pairwise(ends))
    for match in re.finditer(r"\S+", text):
        start, end = mended.to_source(*match.span())
        assert (start, end) == (ends[match.start()][0], ends[match.end() - 1][1])
        # A word's source has no space at its ends.
        assert source[start:end] == source[start:end].strip(" \n\r\t")
    assert all(mended.to_source(i, i) == (mended.to_source(i, i)[0],) * 2 for i in range(len(text) + 1))


@SETTINGS
@given(damaged())
def test_mend_maps_damaged(source):
    check(source)


@SETTINGS
@given(SIGNS)
def test_mend_maps_anything(source):
    check(source)


@SETTINGS
@given(st.text(max_size=80))
def test_mend_never_fails(source):
    check(source)


@SETTINGS
@given(damaged())
def test_mend_is_deterministic(source):
    assert mend(source) == mend(source)


@SETTINGS
@given(SIGNS)
def test_mend_letters_come_from_source(source):
    """A letter that no rule changes is the letter it stands for."""
    mended = mend(source)
    for i, sign in enumerate(mended.text):
        start, end = mended.to_source(i, i + 1)
        if sign in "Яь;()":
            assert sign in source[start:end]
