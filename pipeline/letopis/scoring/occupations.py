"""Our `position` facts against factRuEval's occupations, by the organisers' measure.

A pair of facts that share an argument is worth n / (n + missed + superfluous), n being the arguments that agree;
facts answer one to one at best total worth. Precision is the worth over our facts, recall over theirs. Where the
organisers let several facts of ours share one of theirs, their figure is at least this.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from letopis.scoring.assignment import best_assignment
from letopis.scoring.datasets.occupations import Occupation, conventions, folded
from letopis.scoring.tally import Tally

Argument = tuple[str, str]


def found_occupations(record: dict[str, Any]) -> list[list[Argument]]:
    """The arguments (name, spelling) of the `position` facts of a record that have a place, each once."""
    said = conventions()
    mentions = {mention["id"]: mention for mention in record["mentions"]}
    found: dict[tuple[str, ...], list[Argument]] = {}
    for fact in record["facts"]:
        if fact["frame"] != said["frame"]:
            continue
        titles = [filler for filler in fact["roles"].get(said["position"], []) if filler.get("start") is not None]
        for person in fact["roles"].get(said["who"], []):
            who = mentions.get(person.get("mention") or "")
            if who is None or who["kind"] != "person" or not titles:
                continue
            arguments = _title(record, titles[0], said)
            where = [spelling for name, spelling in arguments if name == "where"]
            if where:
                key = (who.get("entity") or who["id"], fact["predicate"].get("lemma", ""), *where)
                found.setdefault(key, [("who", folded(who["text"])), *arguments])
    return list(found.values())


def _title(record: dict[str, Any], title: dict[str, Any], said: dict[str, Any]) -> list[Argument]:
    """The position, up to the first name in the title, and the name (or adjective of place) as `where`."""
    start, end = title["start"], title["end"]
    names = [m for m in record["mentions"] if m["kind"] in {"place", "organization"}]
    inside = [m for m in names if start <= m["start"] and m["end"] <= end]
    first = min(inside, key=lambda m: (m["start"], -m["end"]), default=None)
    words = record["text"][start : first["start"] if first else end].split()
    where = folded(first["text"]) if first else ""
    while len(words) > 1 and words[0].lower().startswith(tuple(said["left_out"])):
        words = words[1:]
    if len(words) > 1 and words[0].lower().endswith(tuple(said["adjectives"])):
        where = where or folded(words[0])
        words = words[1:]
    body = next((at for at, word in enumerate(words) if at and word.lower().startswith(tuple(said["bodies"]))), None)
    words = words[:body]
    while len(words) > 1 and words[-1].lower().strip('«"') in {*said["joints"], ""}:
        words = words[:-1]
    position = [("position", folded(" ".join(words)))] if words else []
    return [*position, *([("where", where)] if where else [])]


def worth(gold: Occupation, found: list[Argument]) -> float:
    """The quality of a pair, 0 where no argument agrees."""
    wanted = list(gold.arguments)
    agreed = 0
    for name, spelling in found:
        answer = next((one for one in wanted if one[0] == name and spelling in one[1]), None)
        if answer is not None:
            wanted.remove(answer)
            agreed += 1
    return agreed / (agreed + len(wanted) + len(found) - agreed) if agreed else 0.0


def occupation_tally(pairs: Iterable[tuple[list[Occupation], list[list[Argument]]]]) -> Tally:
    """The tally over documents, each given by its facts and ours."""
    total, given, wanted = 0.0, 0, 0
    for gold, found in pairs:
        weights = [[worth(one, other) for other in found] for one in gold]
        total += sum(weights[i][j] for i, j in best_assignment(weights))
        given += len(found)
        wanted += len(gold)
    return Tally.of(total, given, wanted)
