import pytest
from hypothesis import given
from hypothesis import strategies as st

from letopis.sources.revision import Edit, revise


@st.composite
def revised(draw):
    """A text and edits of it, in order and apart."""
    text = draw(st.text("абв ", min_size=1, max_size=30))
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=10)))
    pairs = list(zip(cuts[::2], cuts[1::2], strict=False))
    return text, [Edit(a, b, draw(st.text("гд", max_size=3))) for a, b in pairs]


@given(revised())
def test_revise_keeps_unedited(case):
    text, edits = case
    revision = revise(text, edits)
    touched = {i for edit in edits for i in range(edit.start, edit.end)}
    for i, sign in enumerate(revision.text):
        start, end = revision.back(i, i + 1)
        assert 0 <= start < end <= len(text) or sign in "гд"
        if sign not in "гд":
            assert text[start:end] == sign
            assert start not in touched


@given(revised())
def test_revise_covers_every_kept_letter(case):
    text, edits = case
    revision = revise(text, edits)
    touched = {i for edit in edits for i in range(edit.start, edit.end)}
    found = {i for at in range(len(revision.text)) for i in range(*revision.back(at, at + 1))}
    assert set(range(len(text))) - touched <= found


@pytest.mark.parametrize(
    ("span", "source"),
    [((0, 4), (0, 4)), ((0, 5), (0, 7)), ((3, 5), (3, 7)), ((4, 5), (6, 7)), ((5, 6), (7, 8)), ((4, 4), (6, 6))],
)
def test_revise_deletion_belongs_to_neither_side(span, source):
    revision = revise("гене-\nрал", [Edit(4, 6, "")])
    assert revision.text == "генерал"
    assert revision.back(*span) == source


@pytest.mark.parametrize(("span", "source"), [((0, 4), (0, 5)), ((3, 4), (3, 5)), ((0, 3), (0, 3)), ((4, 5), (5, 6))])
def test_revise_replacement_takes_all(span, source):
    revision = revise("братъ ", [Edit(3, 5, "т")])
    assert revision.text == "брат "
    assert revision.back(*span) == source


def test_revise_refuses_overlap():
    with pytest.raises(ValueError, match="begins before"):
        revise("абвг", [Edit(0, 3, "x"), Edit(2, 4, "y")])
