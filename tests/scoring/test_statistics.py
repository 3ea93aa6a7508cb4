from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letopis.corpora.catalogue import Entry
from letopis.errors import DataError
from letopis.scoring.bootstrap import intervals
from letopis.scoring.document import empty, tallies
from letopis.scoring.figures import HEADLINE, figures, macro, summed
from letopis.scoring.significance import p_values
from letopis.scoring.slices import slices
from letopis.scoring.tally import Tally

Record = dict[str, Any]
counts = st.tuples(st.integers(0, 9), st.integers(0, 9), st.integers(0, 9))


@given(counts)
def test_tally_is_the_usual_f1(tp_fp_fn: tuple[int, int, int]) -> None:
    tp, fp, fn = tp_fp_fn
    expected = 2 * tp / (2 * tp + fp + fn) if tp else 0.0
    assert Tally.of(tp, tp + fp, tp + fn).f1 == pytest.approx(expected)


@given(st.lists(counts, min_size=2, max_size=12))
def test_interval_holds_the_figure_of_like_documents(many: list[tuple[int, int, int]]) -> None:
    documents = [{"x": Tally.of(tp, tp + fp, tp + fn)} for tp, fp, fn in many]
    for low, high in intervals(documents, resamples=50).values():
        assert 0 <= low <= high <= 1


def test_interval_of_documents_that_are_alike_is_a_point() -> None:
    assert intervals([{"x": Tally.of(1, 2, 2)}] * 5) == {"x": [0.5, 0.5]}


def test_interval_of_one_document_is_none() -> None:
    assert intervals([{"x": Tally.of(1, 2, 2)}]) == {}


def test_intervals_repeat_with_the_seed() -> None:
    documents = [{"x": Tally.of(i % 3, 3, 3)} for i in range(12)]
    assert intervals(documents, seed=1) == intervals(documents, seed=1)
    assert intervals(documents, seed=1) != intervals(documents, seed=2)


def test_p_value_is_small_where_one_is_always_better() -> None:
    good, bad = [{"x": Tally.of(9, 10, 10)}] * 12, [{"x": Tally.of(1, 10, 10)}] * 12
    assert p_values(good, bad, ["x"])["x"] < 0.01


def test_p_value_is_one_where_both_are_the_same() -> None:
    same = [{"x": Tally.of(i % 3, 3, 3)} for i in range(12)]
    assert p_values(same, same, ["x"]) == {"x": 1.0}


def test_perfect_records_score_one(gold: Record) -> None:
    measured = tallies(gold, copy.deepcopy(gold))
    assert all(tally.f1 == pytest.approx(1) for tally in measured.values() if tally)
    assert all(measured[name].f1 == 1 for name in HEADLINE if measured[name])


def test_nothing_found_scores_nothing(gold: Record) -> None:
    assert all(tally.f1 == 0 for tally in tallies(gold, empty("doc")).values())


def test_another_text_is_refused(gold: Record) -> None:
    with pytest.raises(DataError, match="another text"):
        tallies(gold, {**gold, "text": "другой"})


def test_order_of_mentions_changes_nothing(gold: Record) -> None:
    found = copy.deepcopy(gold)
    for part in ("mentions", "entities", "facts"):
        found[part].reverse()
    assert tallies(gold, found) == tallies(gold, gold)


def test_macro_leaves_out_kinds_with_nothing_to_find(gold: Record) -> None:
    # No organization is wanted and none found: it must not count as a failure.
    measured = [tallies(gold, copy.deepcopy(gold))]
    assert macro(measured)["kind-macro strict"] == 1


def test_macro_differs_from_micro() -> None:
    short, long = Tally.of(1, 1, 1), Tally.of(0, 9, 9)
    names = ["person", "place", "organization", "date", "quantity", "all"]
    documents = [
        {f"{name} {rule}": tally for name in names for rule in ("strict", "overlap")}
        | {f"entity {name}{suffix}": Tally() for name in ("MUC", "B3", "CEAF") for suffix in ("", " end to end")}
        for tally in (short, long)
    ]
    assert macro(documents)["document-macro strict"] == 0.5
    assert summed(documents)["all strict"].f1 == pytest.approx(0.1)


def test_figures_name_seed_and_resamples(gold: Record) -> None:
    made = figures({"a": tallies(gold, gold), "b": tallies(gold, empty("b"))})
    assert made["bootstrap"] == {"over": "documents", "resamples": 1000, "seed": 1920, "level": 0.95}
    assert made["measures"]["person strict"]["interval"] == [0.0, 1.0]
    assert made["measures"]["organization strict"]["f1"] is None


def test_slices_by_catalogue(gold: Record) -> None:
    good, bad = tallies(gold, gold), tallies(gold, empty("b"))
    made = slices(
        {"a": good, "b": bad, "c": good},
        {"a": Entry(genre="letter"), "b": Entry(genre="diary"), "c": Entry(genre="letter")},
    )
    assert list(made["genre"]) == ["diary", "letter"]
    assert made["genre"]["letter"]["documents"] == 2
    assert made["genre"]["letter"]["all strict"] == 1
    assert made["genre"]["diary"]["all strict"] == 0
    assert made["period"] == {}
