"""A name in the nominative: one gender, number and case for all its words, weighed by what stands around."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from spacy.tokens import Doc, Token

from letopis.dimensions import titles
from letopis.dimensions.person.lexicon import lexicon, plain
from letopis.dimensions.person.paradigms import Paradigms, paradigm
from letopis.dimensions.person.parts import Part
from letopis.language.government import governed
from letopis.language.morphology import analyses
from letopis.language.proper import CASES, Reading, hidden, readings, written

_TYPES = {"given": "Giv", "patronymic": "Pat", "surname": "Sur"}
_UNREAD, _BORN, _USUAL, _PAIR = -4.0, "урожд", 2.0, 2

Triple = tuple[str, str, str]
"""Case, number, gender (`""` in the plural)."""

Context = Mapping[Triple, float]
"""How much what stands around a name speaks for each triple."""

TRIPLES: tuple[Triple, ...] = (
    *((case, "Sing", gender) for gender in ("Masc", "Fem") for case in CASES),
    *((case, "Plur", "") for case in CASES),
)


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
    for one in (*readings(part.form), *hidden(part.form)):
        weighed = found.get((one.case, one.number, one.gender if one.number == "Sing" else ""))
        if weighed is not None:
            name, weight = paradigm(one), max(_own_weight(one, part), _UNREAD)
            weighed[name] = max(weighed.get(name, weight), weight)
    return {triple: weighed for triple, weighed in found.items() if weighed}


def normalize(name: Sequence[Part], context: Context, setting: Setting) -> Normal:
    """The nominative of `name` where it stands."""
    lone = sum(part.role in _TYPES for part in name) < 2
    against = iter(setting.paradigms.against(worth) for worth in worths(name, context))
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
    return 0.0, part.form


def _part(part: Part, triple: Triple, setting: Setting, less: Mapping[str, float], *, lone: bool) -> tuple[float, str]:
    """The weight of the best reading of one part under the triple, and its base form."""
    if part.role not in _TYPES:
        return _unvaried(part, triple)
    best, word = _UNREAD, part.form
    for one in (*readings(part.form), *hidden(part.form)):
        if (one.case, one.number, one.gender if one.number == "Sing" else "") != triple:
            continue
        weight = _own_weight(one, part) + _seen_elsewhere(one, part.form, setting, lone=lone)
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
        weight += 3.0 if one.unchanged and part.form.endswith(("и", "о", "э", "е")) else -2.0
    if one.unchanged and one.case == "Acc" and part.form.endswith(("у", "ю")):
        weight -= 0.6
    return weight


def _seen_elsewhere(one: Reading, form: str, setting: Setting, *, lone: bool) -> float:
    """How much the document's other forms speak for the base form; beside a given name they do not tell the gender."""
    rivals = [other for other in readings(form) if lone or other.gender == one.gender]
    others = [other for other in readings(form) if other.gender != one.gender and other.type in {"Giv", "Com"}]
    explained = 2.5 * min(max(setting.coverage[one.lemma] - 1, 0), 3)
    if not lone:
        explained -= 2.5 * min(max(max((setting.coverage[other.lemma] for other in rivals), default=0) - 1, 0), 3)
        if others and one.type in {"Giv", "Com"}:
            ahead = setting.coverage[one.lemma] - max(setting.coverage[other.lemma] for other in others)
            explained += 1.5 * min(max(ahead, -2), 2)
    if one.gender == "Masc" or one.type in {"Com", "Giv"}:
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
    """Whether the likeliest guess at `form` takes it for a base form: `Асия`, not `Рухимовича`."""
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


def context_of(doc: Doc, name: Sequence[Part], titled_from: int, *, group: bool) -> Context:
    """How much what stands around speaks for each triple; the name's titles begin at `titled_from`, `group` says
    `братья` and the like."""
    start, end = name[0].at, name[-1].at + 1
    cases = governed(doc, titled_from) if titled_from else frozenset()
    tagged: Counter[str] = Counter()
    declined = [part for part in name if part.role in {"given", "patronymic", "surname"}]
    for part in declined:
        if _tells_case(part.form):
            tagged.update(doc[part.at].morph.get("Case", []))
    group = group and (len(declined) < 2 or declined[0].role == "surname")
    eastern = any(part.role == "unchanged" for part in name)
    lone = len(declined) == len(name) == 1
    beside = _beside(doc, start, lone=lone)
    verb = verb_gender(doc, start, end)
    plural = _plural_verb(doc, start, end)
    joined = any(0 <= at < len(doc) and doc[at].text in {"и", "да"} for at in (titled_from - 1, end))
    paired = _paired(doc, titled_from, end)
    of_thing = _after_thing(doc, titled_from)
    if of_thing and doc[titled_from - 1].morph.get("Case", []) == ["Nom"]:
        verb = None
    born = _of_birth(doc, start, end)
    named = start > 0 and doc[start - 1].lemma_ in lexicon().naming
    opens = _opens_clause(doc, titled_from)
    out: dict[Triple, float] = {}
    for case, number, gender in TRIPLES:
        score = 0.3 * (gender == "Masc") + 0.1 * (case == "Nom")
        if case == "Loc" and case not in cases:
            score -= 4.0
        if case == "Gen" and of_thing:
            score += 2.0
        if case == "Ins" and named:
            score += 2.0
        if cases:
            score += 2.5 if case in cases else -1.5
        if eastern and gender == "Fem":
            score -= 2.0
        if declined:
            score += 1.5 * tagged[case] / len(declined)
        if beside is not None:
            score += 2.0 if case in beside[0] else (-2.0 if beside[0] else 0.0)
            score += 2.0 * (gender == beside[1] == "Fem") + 0.5 * (gender == beside[1] == "Masc")
        if born is not None and number == "Sing":
            score += 4.0 * (gender == "Fem") + 2.0 * (case in born)
        if case == "Nom" and start > 0 and doc[start - 1].text in {"—", "–"}:
            score += 2.0
        if plural and case == "Nom" and number == "Sing":
            apart = -1.0 - 2.0 * (lone and _follows_plural(doc, start))
            score += 5.0 if paired else (2.0 * (tagged["Nom"] or not tagged) if joined else apart)
        if verb and case == "Nom" and number == "Sing":
            score += (2.5 if tagged["Nom"] or not tagged or opens else 1.0) if gender == verb else -1.5
            score += 1.0 * opens
            score += 4.0 * (gender == verb == "Fem" and opens and lone and _acts_next(doc, end))
        if number == "Plur":
            score += 6.0 if group else (-1.0 + 1.5 * (opens and case == "Nom") if plural else -2.5)
        elif group:
            score -= 2.0
        out[case, number, gender] = score
    return out


@lru_cache(maxsize=1 << 12)
def _tells_case(form: str) -> bool:
    """Whether the tagger could choose each case that the form may be in: of Алию it knows the dative of the man Алий
    alone, and not the accusative of Алия."""
    said = {one.feats.get("Case") for one in analyses(form)}
    found = readings(form)
    if any(one.known and one.gender != "Masc" for one in found):
        return True
    return all(one.case in said for one in found if one.gender == "Fem" and one.type == "Com" and one.weight >= _USUAL)


def _beside(doc: Doc, start: int, *, lone: bool) -> tuple[frozenset[str], str | None] | None:
    """Cases and gender of the title or the noun of kin right before the name.

    A `lone` surname after a noun of kin is in the genitive (`жена Пугачёва`).
    """
    if start == 0:
        return None
    title = titles.ending_at(doc, start)
    token = doc[title.noun] if title is not None else doc[start - 1]
    if title is not None and not title.cases:
        return frozenset(), ("Fem" if title.lemma.endswith(("жа", "ка", "ня")) else None)
    if token.pos_ not in {"NOUN", "PROPN"} and title is None:
        return None
    genitive = any((one.case, one.gender) == ("Gen", "Masc") for one in readings(doc[start].text))
    if lone and genitive and titles.is_relation(token):
        return frozenset({"Gen"}), "Masc"
    found = [one for one in analyses(token.lower_) if one.pos == "NOUN" and one.feats.get("Animacy") == "Anim"]
    found = [one for one in found if one.feats.get("Number") == "Sing"]
    if not found:
        return None
    return frozenset(one.feats.get("Case", "") for one in found), found[0].feats.get("Gender")


def verb_gender(doc: Doc, start: int, end: int) -> str | None:
    """Gender of the past-tense verb that stands close after the name, or right before it."""
    for near in (doc[end : end + 4], reversed(doc[max(start - 2, 0) : start])):
        for token in near:
            if token.lower_ in {"-то", "-с"}:
                continue
            if token.is_punct or token.is_space or token.pos_ in {"CCONJ", "SCONJ", "ADP"}:
                break
            if token.pos_ in {"VERB", "AUX"} and token.morph.get("Gender", []):
                return _first(token, "Gender")
    return None


def _after_thing(doc: Doc, start: int) -> bool:
    """Whether a thing's noun stands right before the name, which is then likely its owner's or author's."""
    token = doc[start - 1] if start else None
    return token is not None and token.pos_ == "NOUN" and token.morph.get("Animacy", []) == ["Inan"]


def _opens_clause(doc: Doc, start: int) -> bool:
    """Whether the name, with its titles, stands at the head of a sentence or after a comma: a subject's place."""
    return start == 0 or bool(doc[start].is_sent_start) or doc[start - 1].text in {",", ";", ":", "—", "–", "\n"}


def _plural_verb(doc: Doc, start: int, end: int) -> bool:
    near = [doc[i] for i in (start - 1, end) if 0 <= i < len(doc)]
    return any(token.pos_ in {"VERB", "AUX"} and _first(token, "Number") == "Plur" for token in near)


def _paired(doc: Doc, start: int, end: int) -> bool:
    """Whether the name is the second of two joined subjects of a plural verb after them (`Зуев и Зуева вошли`)."""
    if start < _PAIR or doc[start - 1].text != "и" or not _plural_verb(doc, end, end):
        return False
    other = [one.case for one in readings(doc[start - 2].text) if one.number == "Sing"]
    return doc[start - 2].text.istitle() and "Nom" in other and "Gen" not in other


def _acts_next(doc: Doc, end: int) -> bool:
    """Whether a verb in the past stands right after the name (`Зуева плакала`)."""
    return end < len(doc) and doc[end].pos_ == "VERB" and _first(doc[end], "Tense") == "Past"


def _of_birth(doc: Doc, start: int, end: int) -> frozenset[str] | None:
    """The cases of a woman's name beside `урождённая`, before it or after it in brackets; `None` where none is."""
    before = start - 2 if start > 1 and doc[start - 1].text == "." else start - 1
    if before >= 0 and doc[before].lower_.startswith(_BORN):
        return frozenset(doc[before].morph.get("Case", []) or ["Nom"])
    if end + 1 < len(doc) and doc[end].text == "(" and doc[end + 1].lower_.startswith(_BORN):
        return frozenset({"Nom"})
    return None


def _follows_plural(doc: Doc, start: int) -> bool:
    """Whether a verb in the plural stands right before the name, which then is no subject (`прочат Арсеньева`)."""
    return start > 0 and doc[start - 1].pos_ == "VERB" and _first(doc[start - 1], "Number") == "Plur"


def _first(token: Token, feature: str) -> str | None:
    found = token.morph.get(feature, [])
    return found[0] if found else None
