"""A name in the nominative: one gender, number and case for all its words, weighed by what stands around it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from letopis.dimensions.person.lexicon import lexicon, plain
from letopis.dimensions.person.numbered import first_form
from letopis.dimensions.person.paradigms import Paradigms, Worth, paradigm
from letopis.dimensions.person.parts import Part
from letopis.dimensions.person.surroundings import TRIPLES, Context, Triple
from letopis.language.morphology import analyses
from letopis.language.proper import Reading, hidden, readings, written

_TYPES = {"given": "Giv", "patronymic": "Pat", "surname": "Sur"}
_UNREAD = -4.0
_ON_VOWEL = {"и": 3.0, "о": 3.0, "э": 3.0, "е": 1.9}


@dataclass(slots=True)
class Setting:
    """What the document says of its names.

    `coverage`: how many different forms a base form explains; `attested`: the forms themselves;
    `settled`: the base forms chosen at a first reading, with their votes; `yo`: whether the text uses ё.
    """

    coverage: Counter[str]
    attested: frozenset[str]
    settled: Counter[str] = field(default_factory=Counter)
    paradigms: Paradigms = field(default_factory=Paradigms)
    yo: bool = True


@dataclass(frozen=True, slots=True)
class Normal:
    """A name's words in the nominative (one a token), the gender or `Plur`, and how clear the choice was."""

    words: tuple[str, ...]
    gender: str
    case: str
    why: str


def worths(name: Sequence[Part], context: Context) -> list[dict[str, float]]:
    """How well each paradigm explains each word of `name` that declines, where the name stands."""
    totals = {triple: context.get(triple, 0.0) for triple in TRIPLES}
    words: list[dict[Triple, dict[str, float]]] = []
    for part in name:
        found = _by_triple(part) if part.role in _TYPES else {}
        if part.role in _TYPES:
            words.append(found)
        for triple in TRIPLES:
            weights = found.get(triple, {}).values()
            totals[triple] += max(weights, default=_UNREAD) if part.role in _TYPES else _unvaried(part, triple)[0]
    out = []
    for found in words:
        worth: dict[str, float] = {}
        for triple, weighed in found.items():
            rest = totals[triple] - max(weighed.values())
            for one, weight in weighed.items():
                worth[one] = max(worth.get(one, rest + weight), rest + weight)
        out.append(worth)
    return out


def _by_triple(part: Part) -> dict[Triple, dict[str, float]]:
    """The paradigms that a word may follow, with their weight, by what form of theirs it is."""
    found: dict[Triple, dict[str, float]] = {triple: {} for triple in TRIPLES}
    for one in _read(part):
        weighed = found.get((one.case, one.number, one.gender if one.number == "Sing" else ""))
        if weighed is not None:
            name, weight = paradigm(one), max(_own_weight(one, part), _UNREAD)
            weighed[name] = max(weighed.get(name, weight), weight)
    return {triple: weighed for triple, weighed in found.items() if weighed}


def _read(part: Part) -> list[Reading]:
    """The readings of a part; of a Chinese given name those that lead to syllables of that language."""
    found = [*readings(part.form), *hidden(part.form)]
    if not part.syllabic:
        return found
    fitting = [one for one in found if one.number == "Sing" and lexicon().chinese_base.fullmatch(plain(one.lemma))]
    return fitting or found


def normalize(name: Sequence[Part], context: Context, said: Sequence[Worth], setting: Setting) -> Normal:
    """The nominative of `name` where it stands; `said` is what `worths` gives for it."""
    lone = sum(part.role in _TYPES for part in name) < 2
    against = iter(setting.paradigms.against(worth) for worth in said)
    each = [next(against) if part.role in _TYPES else {} for part in name]
    best: tuple[float, Triple, list[str]] | None = None
    for triple in TRIPLES:
        total, chosen = context.get(triple, 0.0), []
        for part, less in zip(name, each, strict=True):
            weight, word = _part(part, triple, setting, less, lone=lone)
            total += weight
            chosen.append(word)
        if best is None or total > best[0] + 1e-9:
            best = (total, triple, chosen)
    assert best is not None
    _, (case, number, gender), words = best
    kind = gender if number == "Sing" else "Plur"
    shown = tuple(written(word, part.form, yo=setting.yo) for word, part in zip(words, name, strict=True))
    return Normal(shown, kind, case, f"read as {case} {number} {gender}".rstrip())


def _unvaried(part: Part, triple: Triple) -> tuple[float, str]:
    """The weight and the nominative of a part that is no name of its own: an initial, a particle, a joined title."""
    if part.role in {"eastern", "son", "leading"}:
        return _common(part.form.lower(), triple)
    return 0.0, first_form(part.form) if part.role == "regnal" else part.form


def _part(part: Part, triple: Triple, setting: Setting, less: Mapping[str, float], *, lone: bool) -> tuple[float, str]:
    """The weight of the best reading of one part under the triple, and its base form."""
    if part.role not in _TYPES:
        return _unvaried(part, triple)
    best, word = _UNREAD * (2.0 if part.syllabic else 1.0), part.form
    for one in _read(part):
        if (one.case, one.number, one.gender if one.number == "Sing" else "") != triple:
            continue
        weight = _own_weight(one, part) + _seen_elsewhere(one, part, setting, lone=lone)
        weight -= less.get(paradigm(one), 0.0)
        if weight > best:
            best, word = weight, one.lemma
    return best, word


def _own_weight(one: Reading, part: Part) -> float:
    """How likely the reading is by itself for a part of this role."""
    weight = one.weight
    wanted = _TYPES.get(part.role, "Sur")
    if one.type in {wanted, "Com"} or (part.role == "patronymic" and one.type == "Sur"):
        weight += 3.0
    elif one.type == "Adj" and wanted == "Sur":
        weight += 2.8
    elif one.type == "Geo":
        weight -= 3.0
    elif one.known and one.type in {"Giv", "Pat", "Sur"} and part.role != "surname":
        weight -= 1.0
    if part.role == "given" and one.type == "Sur":
        weight += _ON_VOWEL.get(part.form[-1], -2.0) if one.unchanged else -2.0
    if one.unchanged and one.case == "Acc" and part.form.endswith(("у", "ю")):
        weight -= 0.6
    return weight


def _seen_elsewhere(one: Reading, part: Part, setting: Setting, *, lone: bool) -> float:
    """How much the document's other forms speak for the base form; beside a given name they do not tell the gender."""
    form = part.form
    rivals = [other for other in readings(form) if lone or other.gender == one.gender]
    others = [other for other in readings(form) if other.gender != one.gender and other.type in {"Giv", "Com"}]
    explained = 2.5 * min(max(setting.coverage[one.lemma] - 1, 0), 3)
    if not lone:
        explained -= 2.5 * min(max(max((setting.coverage[other.lemma] for other in rivals), default=0) - 1, 0), 3)
        if others and one.type in {"Giv", "Com"}:
            ahead = setting.coverage[one.lemma] - max(setting.coverage[other.lemma] for other in others)
            explained += 1.5 * min(max(ahead, -2), 2)
    if one.gender == "Masc" or one.type == "Com" or (one.type == "Giv" and part.role != "surname"):
        low = form.lower()
        explained += 3.0 * (one.lemma != low and one.lemma in setting.attested and _likely_base(one.lemma))
        explained += 1.5 * (one.lemma == low and setting.coverage[one.lemma] > 1)
    if one.gender == "Fem" and one.type == "Sur" and not one.unchanged and one.number == "Sing":
        man = max((setting.settled[other.lemma] for other in rivals if other.gender == "Masc"), default=0)
        explained += 1.5 * (setting.settled[one.lemma] > man and setting.coverage[one.lemma] > 1)
    votes = sum(setting.settled[lemma] for lemma in {other.lemma for other in rivals})
    return explained + (4.0 * setting.settled[one.lemma] / votes if votes else 0.0)


@lru_cache(maxsize=1 << 12)
def _likely_base(form: str) -> bool:
    """Whether the likeliest guess at `form` takes it for a base form: `Асия`, not `Гуревича`."""
    guesses = [one for one in readings(form) if not one.known] or list(readings(form))
    return bool(guesses) and any(
        one.case == "Nom" and one.lemma == form and one.weight >= guesses[0].weight for one in guesses
    )


@lru_cache(maxsize=1 << 12)
def _common(form: str, triple: Triple) -> tuple[float, str]:
    case, number, _ = triple
    words = lexicon().eastern_titles | lexicon().leading_titles
    for one in analyses(form):
        fits = one.feats.get("Case") == case and one.feats.get("Number") == number
        if fits and one.pos in {"NOUN", "PROPN"} and plain(one.lemma) in words | {"сын", "дочь"}:
            return 2.0, one.lemma
    return (0.0, form) if form in words else (_UNREAD, form)
