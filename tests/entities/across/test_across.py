"""Entities of different documents come together where the names say so, and stay apart elsewhere."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from letopis.entities.across import block, joined
from letopis.entities.across.known import Known
from letopis.entities.profile import of_value

CASES = tomllib.loads(Path(__file__).with_name("cases.toml").read_text("utf-8"))


def person(order: int, held: dict[str, Any]) -> Known:
    words = [held.get(part) for part in ("given", "patronymic", "initials", "surname")]
    normal = held.get("normal") or " ".join(word for word in words if word)
    years = tuple(held["years"]) if "years" in held else None
    return Known(
        order,
        "person",
        normal,
        held["document"],
        of_value(held, normal),
        frozenset(held.get("callings", ())),
        years=years,  # type: ignore[arg-type]
    )


def thing(kind: str, order: int, held: dict[str, Any]) -> Known:
    years = tuple(held["years"]) if "years" in held else None
    return Known(
        order,
        kind,
        held["name"],
        held["document"],
        type=held.get("type"),
        identifier=held.get("identifier"),
        years=years,  # type: ignore[arg-type]
    )


def groups(held: list[Known]) -> list[list[str]]:
    assert len({block(one) for one in held}) == 1
    return [[held[one.order].document for one in group] for group in joined(held)]


@pytest.mark.parametrize("case", CASES["case"], ids=lambda case: str(case["held"])[:80])
def test_persons_across_documents(case: dict[str, Any]) -> None:
    held = [person(order, one) for order, one in enumerate(case["held"])]
    made = [[one.document for one in group] for group in _by_block(held)]
    assert sorted(made) == sorted(case["groups"])
    if "rules" in case:
        found = {one.order: one.rule for group in joined(held) for one in group}
        assert [found[order] for order in range(len(held))] == case["rules"]


def _by_block(held: list[Known]) -> list[list[Known]]:
    blocks: dict[str, list[Known]] = {}
    for one in held:
        blocks.setdefault(block(one), []).append(one)
    at = {one.order: one for one in held}
    return [[at[j.order] for j in group] for some in blocks.values() for group in joined(some)]


@pytest.mark.parametrize("kind", ["place", "organization"])
def test_places_and_bodies_across_documents(kind: str) -> None:
    for case in CASES[kind]:
        held = [thing(kind, order, one) for order, one in enumerate(case["held"])]
        made = [[one.document for one in group] for group in _by_block(held)]
        assert sorted(made) == sorted(case["groups"]), case


def test_evidence_names_what_was_joined() -> None:
    held = [
        person(n, {"document": d, "given": "Пётр", "patronymic": "Сергеевич", "surname": "Ртищев"})
        for n, d in enumerate("ab")
    ]
    ((first, second),) = joined(held)
    assert (first.rule, first.to) == ("first-met", None)
    assert (second.rule, second.to) == ("same-full-name", 0)
