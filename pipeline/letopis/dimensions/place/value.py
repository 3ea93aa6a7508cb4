"""What a place mention says: its nominative and its type, settled over the document."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from spacy.tokens import Doc, Token

from letopis.dimensions.context import context
from letopis.dimensions.evidence import is_of_neighbourhood
from letopis.dimensions.mention import Mention
from letopis.dimensions.place import analogy, atlas, lexicon
from letopis.dimensions.place.proposal import Proposal
from letopis.dimensions.place.usual import usual
from letopis.language.declension import Reading, readings
from letopis.language.government import prepositions
from letopis.language.phrase import lemmas, nominative
from letopis.language.proper import stem
from letopis.language.shape import shaped, shaped_phrase

_RARE = 0.004
_SHORTEST, _SEEN, _SPELT_OUT = 3, 1.0, 5
_UNASKED, _OF_PERSON, _UNREAD = 3.0, 3.0, 2.0
_ATLAS, _SHARED, _GENDERED, _AS_IT_IS = 5.0, 1.5, 1.5, 5.0
_ANALOGY, _CALLED, _NAMED = 1.0, 3.0, 1.5
_CONSONANTS, _BEFORE_I = "бвгджзклмнпрстфхцчшщ", "гкхжчшщ"
_SURNAME = re.compile("(?:ов|ев|ёв|ин|ын)$")
_ADJECTIVAL = {"Fem": ("ая", "яя"), "Neut": ("ое", "ее"), "Masc": ("ый", "ий", "ой")}
_AGREEING = 3.0
_LANDS = frozenset({"country", "state", "region", "continent"})
_ENDINGS = {"Fem": ("а", "я", "ь"), "Neut": ("о", "е", "ё"), "Masc": tuple("бвгджзйклмнпрстфхцчшщь")}


def mentions(doc: Doc, proposals: list[Proposal]) -> list[Mention]:
    """The proposals as mentions: one nominative for the forms of one name, one type for its mentions."""
    normals = [lexicon.spelt_today(_without_capitals(normal)) for normal in _normals(doc, proposals)]
    types: dict[str, str] = {}
    for one, normal in zip(proposals, normals, strict=True):
        if one.type:
            types.setdefault(atlas.fold(normal), one.type)
    year = _year(doc)
    out = []
    for one, normal in zip(proposals, normals, strict=True):
        kind, why = _type(one, normal, types, year)
        trace = [f"name by {one.rule}", f"nominative {normal}", *([f"type {kind}: {why}"] if kind else [])]
        out.append(Mention(one.start, one.end, "place", {"type": kind}, one.rule, normal, [*one.trace, *trace]))
    return out


def _type(one: Proposal, normal: str, types: dict[str, str], year: int | None) -> tuple[str | None, str]:
    known = sorted(atlas.known(normal, year), key=lambda place: atlas.fold(place.name) != atlas.fold(normal))
    if one.type:
        same = one.type in {place.type for place in known}
        wider = bool(known) and one.type == "settlement" and known[0].type in _LANDS
        exact = known and not same and (len(normal.split()) > 1 or wider)
        return (known[0].type, "the atlas") if exact else (one.type, "the noun beside it")
    if atlas.fold(normal) in types:
        return types[atlas.fold(normal)], "a noun beside the name elsewhere in the document"
    return (known[0].type, "the atlas") if known else (None, "")


def _without_capitals(normal: str) -> str:
    """A name printed in capitals as running text has it; acronyms of states stay."""
    if not normal.isupper() or len(normal) < _SPELT_OUT or not set(normal) & set("АЕЁИОУЫЭЮЯ"):
        return normal
    if any(place.name.isupper() for place in atlas.known(normal)):
        return normal
    return "-".join(part.capitalize() for part in normal.split("-"))


def _normals(doc: Doc, proposals: list[Proposal]) -> list[str]:
    sizes: Counter[str] = Counter()
    shared: dict[str, Counter[str]] = defaultdict(Counter)
    attested = {doc[one.start].text for one in proposals if one.end - one.start == 1}
    candidates: list[dict[str, float] | None] = []
    for one in proposals:
        token = doc[one.start]
        alone = one.end - one.start == 1 and one.normal is None
        found = lemmas(token, case=one.case, name_type="Geo") if alone else None
        candidates.append(found or None)
        if found:
            sizes[stem(token.text)] += 1
            shared[stem(token.text)].update(found.keys())
    out = []
    for one, found in zip(proposals, candidates, strict=True):
        listed = atlas.of_forms([token.text for token in doc[one.start : one.end]]) if one.normal is None else None
        if listed is not None:
            out.append(shaped_phrase(list(doc[one.start : one.end]), listed.name))
        elif found is None:
            out.append(one.normal or nominative(list(doc[one.start : one.end]), name_type="Geo"))
        else:
            found = _in_apposition(found, doc[one.start], one.case)
            found = _with_usual(found, doc[one.start], one.gender, one.case)
            text = doc[one.start].text
            group = shared[stem(text)], sizes[stem(text)]
            out.append(_best(found, group, one.gender, text, attested))
    return out


def _with_usual(found: dict[str, float], token: Token, gender: str | None, case: str | None) -> dict[str, float]:
    """The nominatives in the light of what places are called: by ending, by the case asked, as no person is."""
    forms = readings(token.text)
    asked = _asked(token)
    if _is_listed(found, forms, asked, token.text):
        named = {shaped(token.text, one.nominative()) for one in forms if one.known and one.name_type == "Geo"}
        adjectival = any(one.known and one.role == "adjective" for one in forms)
        return {lemma: worth + _NAMED * (adjectival and lemma in named) for lemma, worth in found.items()}
    personal = {"Giv", "Sur"} if case or asked else {"Sur"}
    weighed = {lemma: worth - _UNASKED * _is_of_animals(token.text, forms, lemma) for lemma, worth in found.items()}
    if asked == {"Gen"} and token.text[-1] in _CONSONANTS and not any(one.case in asked for one in forms):
        plural = token.text + ("и" if token.text[-1] in _BEFORE_I else "ы")  # `из Бекет`: a village called Бекеты
        weighed[plural] = max(weighed.values()) + _UNASKED
    for lemma in found:
        mine = [one for one in forms if shaped(token.text, one.nominative()) == lemma]
        if asked and mine and lemma != token.text and not any(_is_asked(one, asked, token.text) for one in mine):
            weighed[lemma] -= _UNASKED
        surnames = [one for one in mine if one.known or (_SURNAME.search(lemma) and lemma != token.text)]
        if any(one.name_type in personal for one in surnames):
            weighed[lemma] -= _OF_PERSON
    likely = usual(token.lower_)
    if likely is not None and not (gender == "Masc" and likely[0].endswith("ое")):
        lemma = shaped(token.text, likely[0])
        weighed[lemma] = weighed.get(lemma, max(weighed.values()) - _UNREAD) + likely[1]
    likeness = _likeness(weighed, token, frozenset({case}) if case else asked)
    return {lemma: worth + likeness[lemma] for lemma, worth in weighed.items()}


def _asked(token: Token) -> frozenset[str]:
    """The cases that a preposition before the name asks for, adjectives of where it lies between them or not."""
    at = token.i - 1
    if at > 0 and is_of_neighbourhood(token.doc[at].lower_):
        at -= 1
    return prepositions().get(token.doc[at].lower_, frozenset()) if at >= 0 else frozenset()


def _likeness(weighed: dict[str, float], token: Token, asked: frozenset[str]) -> dict[str, float]:
    """How like the names of settlements each nominative is, of those that the form has in the case asked."""
    cases: dict[str, set[str]] = defaultdict(set)
    for one in readings(token.text):
        cases[shaped(token.text, one.nominative())].add(one.case or "any")
    fitting = {
        lemma: lexicon.spelt_today(lemma)
        for lemma in weighed
        if len(lemma) >= _SHORTEST and (not asked or not cases[lemma] or any(one in asked for one in cases[lemma]))
    }
    shares = analogy.shares(fitting.values())
    least = min(shares.values(), default=0.0)
    out = {}
    for lemma in weighed:
        name = fitting.get(lemma, "")
        share = max(shares.get(name, least), analogy.EVEN if lemma == token.text else least)
        out[lemma] = _ANALOGY * share + _CALLED * analogy.is_settlement(name)
    return out


def _is_listed(found: dict[str, float], forms: tuple[Reading, ...], asked: frozenset[str], form: str) -> bool:
    """Whether the dictionary or the atlas has the form for a place's, in a case that is asked."""
    fitting = [one for one in forms if not asked or one.case is None or _is_asked(one, asked, form)] or list(forms)
    if any(one.known and one.name_type == "Geo" and not _is_adjectival(one) for one in fitting):
        return True
    return any(atlas.known(lemma) for lemma in {shaped(form, one.nominative()) for one in fitting} & found.keys())


def _is_adjectival(one: Reading) -> bool:
    """Whether the reading is of a masculine adjective used as a name: `к Никольскому` is as well a neuter's."""
    return one.gender == "Masc" and one.nominative().endswith(("ый", "ий", "ой"))


def _in_apposition(found: dict[str, float], token: Token, case: str | None) -> dict[str, float]:
    """The nominatives after a noun in `case` or a preposition: a form that has no such case stands as it is (`о пустоши
    Гривки`, `к Шахдаги`)."""
    forms = readings(token.text)
    asked = {case} if case else _asked(token)
    if asked <= {"Nom"} or any(one.known and one.name_type == "Geo" for one in forms):
        return found
    if any(one.case is None or one.case in asked for one in forms if one.known or one.weight > _RARE):
        return found
    return {**found, token.text: max(found.values()) + _AS_IT_IS}


def _is_of_animals(form: str, forms: tuple[Reading, ...], lemma: str) -> bool:
    """Whether the nominative is a plural of living things that the form is no nominative of (`в Орлов`: no `Орлы`)."""
    mine = [one for one in forms if one.known and shaped(form, one.nominative()) == lemma]
    return (
        bool(mine)
        and lemma != form
        and all(
            one.number == "Plur" and one.analysis is not None and one.analysis.feats.get("Animacy") == "Anim"
            for one in mine
        )
    )


def _is_asked(one: Reading, asked: frozenset[str], form: str) -> bool:
    """Whether the reading is in a case asked; the accusative of a lifeless thing is no genitive."""
    return one.case in asked and not (one.case == "Acc" and one.gender == "Masc" and form[-1] in "ая")


def _best(
    found: dict[str, float], group: tuple[Counter[str], int], gender: str | None, text: str, attested: set[str]
) -> str:
    """Of the nominatives a form may have, the one the atlas knows or the name's other forms admit.

    `group` says how many of the name's forms admit each nominative, and how many forms there are.
    """
    admitted, size = group

    def worth(lemma: str) -> float:
        shared = admitted[lemma] / size
        of_gender = _GENDERED if gender and lemma.endswith(_ENDINGS[gender]) else 0.0
        of_gender += _AGREEING * bool(gender and lemma.endswith(_ADJECTIVAL[gender]))
        if gender == "Fem" and text.endswith("я") and lemma.endswith("ь"):
            of_gender = 0.0  # `у деревни Гребня`: a feminine on -ь has no such form
        unchanged = _AS_IT_IS if gender and lemma == text and _is_name(text) else 0.0
        if gender == "Fem" and lemma == text and text.endswith(("а", "я")):
            unchanged = max(unchanged, _AS_IT_IS / 2)
        unlikely = _AS_IT_IS * (len(lemma) < _SHORTEST)
        seen = _SEEN * (lemma in attested and size > 1)
        return (
            found[lemma]
            - unlikely
            + seen
            + _SHARED * 2 * shared
            + of_gender
            + unchanged
            + (_ATLAS + _GENDERED * (lemma == text) if atlas.known(lemma) else 0.0)
        )

    return max(found, key=lambda lemma: (worth(lemma), lemma))


def _is_name(text: str) -> bool:
    """Whether the dictionary has the word as a place's name in the nominative."""
    return any(one.known and one.name_type == "Geo" and one.case == "Nom" for one in readings(text))


def _year(doc: Doc) -> int | None:
    known = context(doc)
    written = known.reference_date or known.written or ""
    return int(written[:4]) if written[:4].isdecimal() else None
