"""Gender and number of a mention, read from its name in the nominative."""

from __future__ import annotations

from functools import lru_cache

from letopis.language.morphology import analyses
from letopis.language.proper import readings

_MEN_BY_TYPE = {"Pat": 4.0, "Giv": 3.0, "Sur": 1.0, "Com": 0.5, "Adj": 0.5, "Geo": 0.3}


@lru_cache(maxsize=1 << 14)
def of_person(normal: str) -> str | None:
    """`Masc` or `Fem` by the patronymic, the given name and the surname of `normal`; `None` where they leave it open.

    `Plur` for a group (`Романовы`).
    """
    if normal.endswith(("овы", "евы", "ёвы", "ины", "ские", "цкие")):
        return "Plur"
    score = {"Masc": 0.0, "Fem": 0.0}
    for word in normal.replace(".", " ").split():
        if len(word) < 2:
            continue
        best: dict[str, float] = {}
        for one in readings(word):
            if (
                not one.unchanged
                and one.case == "Nom"
                and one.number == "Sing"
                and one.gender in score
                and one.lemma == word.lower()
            ):
                weight = _MEN_BY_TYPE.get(one.type, 0.3) * (1.0 if one.known else 0.5)
                best[one.gender] = max(best.get(one.gender, 0.0), weight)
        for gender, weight in best.items():
            score[gender] += weight
    if score["Masc"] == score["Fem"]:
        return None
    return max(score, key=lambda gender: score[gender])


@lru_cache(maxsize=1 << 14)
def of_thing(normal: str) -> tuple[str | None, str]:
    """Gender and number of a place's or an organization's name by its first noun in the nominative."""
    for word in normal.split():
        for one in analyses(word):
            if one.pos in {"NOUN", "PROPN"} and one.feats.get("Case") == "Nom":
                number = one.feats.get("Number", "Sing")
                return (one.feats.get("Gender") if number == "Sing" else None), number
    return None, "Sing"
