"""Which paradigm the names of a document follow: the one that explains all the forms of a name where they stand.

A form by itself may be of several names (`Алия`: of the woman Алия, or of a man Алий in the genitive). Each place where
it stands speaks for each of them by case, gender and verb; what all the places of all the forms say together decides.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache

from letopis.language.proper import Reading

_CAP, _NEEDED = 4.0, 3.0
_SHARE, _MOST, _BOTH = 0.5, 5.0, 0.2
_POSSESSIVE = re.compile("(?:[оеё]в|[иы]н)[аы]$")

Worth = Mapping[str, float]
"""How well each paradigm explains one word of a name where it stands."""


@lru_cache(maxsize=1 << 15)
def paradigm(one: Reading) -> str:
    """What names the paradigm of a reading: its base form; of surnames, alike for a man, a woman and a family."""
    lemma = one.lemma
    if one.type in {"Sur", "Adj"} and not one.unchanged:
        if lemma.endswith(("ый", "ий", "ой", "ая", "яя", "ые", "ие")):
            return lemma[:-2] + "+"
        if _POSSESSIVE.search(lemma):
            return lemma[:-1]
    return lemma


class Paradigms:
    """What the words of a document's names say together for each paradigm."""

    def __init__(self, words: Iterable[Worth] = ()) -> None:
        self._gain: Counter[str] = Counter()
        self._needed: set[str] = set()
        for worth in words:
            best = sorted(worth.items(), key=lambda item: (-item[1], item[0]))
            self._gain.update(_gains(worth))
            if best and (len(best) == 1 or best[0][1] - best[1][1] >= _NEEDED):
                self._needed.add(best[0][0])

    def against(self, worth: Worth) -> dict[str, float]:
        """How much the document's other words speak against each paradigm of this one; of two that other words need
        both, little."""
        own = _gains(worth)
        others = {one: self._gain[one] - own[one] for one in worth}
        most = max(others.values(), default=0.0)
        best = next((one for one in sorted(others) if others[one] == most), "")
        both = best in self._needed
        return {
            one: min(_SHARE * (most - gain), _MOST) * (_BOTH if both and one in self._needed else 1.0)
            for one, gain in others.items()
        }


def _gains(worth: Worth) -> dict[str, float]:
    most = max(worth.values(), default=0.0)
    return {one: max(_CAP + value - most, 0.0) for one, value in worth.items()}
