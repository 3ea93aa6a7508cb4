"""Nominatives of settlements by likeness to those of `toponyms.txt`."""

from __future__ import annotations

import pytest

from letopis.dimensions.place.analogy import is_settlement, shares


@pytest.mark.parametrize(
    ("likely", "others"),
    [
        ("Дубасово", ["Дубасов", "Дубасова"]),
        ("Вертуновка", ["Вертуновк"]),
        ("Верхотомск", ["Верхотомско", "Верхотомска"]),
        ("Сельваново", ["Сельванов"]),
        ("Кокорино", ["Кокорин", "Кокорина"]),
    ],
)
def test_analogy_prefers_the_usual_ending(likely: str, others: list[str]) -> None:
    told = shares([likely, *others])
    assert not is_settlement(likely)
    assert all(told[likely] > told[other] + 0.5 for other in others)


def test_analogy_is_silent_where_no_settlement_is_alike() -> None:
    told = shares(["Ъъъща", "Ъъъщ"])
    assert told["Ъъъща"] == pytest.approx(told["Ъъъщ"], abs=0.5)


def test_analogy_knows_settlements_whatever_their_yo() -> None:
    assert is_settlement("Деденёво")
    assert is_settlement("Деденево")
    assert not is_settlement("Деденёв")
