"""Facts beside facts: which found fact answers which gold fact, role by role, for a person to read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from letopis.scoring.facts import ROLES, Fact, FactPairs, align_facts, fillers_found, same_speaker


def fact_lines(gold: dict[str, Any], found: dict[str, Any]) -> list[str]:
    """The facts of one document in the order of the text, each with a mark and its roles below it.

    `=` is right, `−` is in the gold only, `+` was found only, `≠` is another value.
    """
    aligned = align_facts(gold, found)
    answer = dict(aligned.pairs)
    used = set(answer.values())
    blocks: list[tuple[int, int, list[str]]] = []
    for i, fact in enumerate(aligned.gold):
        given = aligned.found[answer[i]] if i in answer else None
        blocks.append((fact["predicate"]["start"], 0, [*_block(aligned, fact, given)]))
    for j, fact in enumerate(aligned.found):
        if j not in used:
            blocks.append((fact["predicate"]["start"], 1, [*_block(aligned, None, fact)]))
    return [line for *_, lines in sorted(blocks, key=lambda block: block[:2]) for line in lines]


def _block(aligned: FactPairs, gold: Fact | None, found: Fact | None) -> Iterator[str]:
    fact = gold or found
    assert fact is not None
    mark = "−" if found is None else "+" if gold is None else "="
    at = fact["predicate"]
    yield f"{mark} {fact['frame']} «{_flat(at['text'])}» {at['start']}–{at['end']}"
    for role in ROLES:
        yield from _role(aligned, gold, found, role)
    if gold is None or found is None:
        yield f"    {mark} factuality: {fact['factuality']}"
        return
    if gold["factuality"] != found.get("factuality"):
        yield f"    ≠ factuality: {found.get('factuality')}, gold {gold['factuality']}"
    if not same_speaker(aligned, gold, found):
        speakers = [
            _flat(reading.text(one["attributed_to"])) if one.get("attributed_to") else "nobody"
            for reading, one in ((aligned.given, found), (aligned.wanted, gold))
        ]
        yield f"    ≠ said by: {speakers[0]}, gold {speakers[1]}"


def _role(aligned: FactPairs, gold: Fact | None, found: Fact | None, role: str) -> Iterator[str]:
    wanted = [_flat(aligned.wanted.text(f)) for f in (gold or {"roles": {}})["roles"].get(role, [])]
    given = [_flat(aligned.given.text(f)) for f in (found or {"roles": {}})["roles"].get(role, [])]
    pairs = fillers_found(aligned, gold, found, role) if gold and found else []
    for i, j in pairs:
        same = "" if wanted[i] == given[j] else f" (gold: {wanted[i]})"
        yield f"    = {role}: {given[j]}{same}"
    for i, text in enumerate(wanted):
        if i not in {i for i, _ in pairs}:
            yield f"    − {role}: {text}"
    for j, text in enumerate(given):
        if j not in {j for _, j in pairs}:
            yield f"    + {role}: {text}"


def _flat(text: str) -> str:
    return " ".join(text.split())
