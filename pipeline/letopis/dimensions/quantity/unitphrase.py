"""Units of measure, money and time beside a figure, with the adjectives and materials that belong to them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from letopis.dimensions.numeral.view import BREAK, View
from letopis.dimensions.quantity.lexicon import Unit, load, stems, unit_abbreviations, unit_forms, units
from letopis.dimensions.quantity.materials import is_adjective, material_abbreviations, material_after, material_of
from letopis.language.declension import readings

_BARE = frozenset({"км", "кг", "м", "см", "мм", "т", "г", "га", "ц", "л", "мл", "гл", "мг", "квт", "ф", "ч"})
_METRIC = frozenset({"км", "кг", "м", "см", "мм", "га", "ц", "мл", "гл", "мг", "квт"})
_NEVER_DOTTED = frozenset({"г", "л"})
_MOST_ADJECTIVES = 3
_FOREIGN = ("ский", "цкий", "ской")


@dataclass(frozen=True, slots=True)
class UnitPhrase:
    """A unit as said: view bounds, the unit, its name with its adjectives, and what money is made of."""

    start: int
    end: int
    unit: Unit
    name: str
    material: str | None = None
    case: str | None = None
    form: str = ""


def unit_after(view: View, at: int) -> UnitPhrase | None:
    """The unit that begins at word `at`, its adjectives before and its materials after it."""
    adjectives: list[int] = []
    power, i = None, at
    while i <= at + _MOST_ADJECTIVES and i < len(view):
        if (found := _power(view, i)) is not None:
            power, i = found
            continue
        unit, end = _unit(view, i)
        if unit is not None:
            after = end
            while after < end + 2 and is_adjective(view, after) and _lemma(view, after) in unit.kinds:
                adjectives.append(after)
                after += 1
            return _with_material(view, _phrase(view, at, i, after, unit, adjectives, power))
        if not is_adjective(view, i):
            return None
        adjectives.append(i)
        i += 1
    return None


def unit_before(view: View, end: int, floor: int) -> UnitPhrase | None:
    """The unit that ends right before word `end`, as in `рублей триста`; adjectives may stand before it."""
    at = end - 1
    if at < floor:
        return None
    stop = end
    if view.text(at) == "." and at - 1 >= floor and view.joins(at - 1):
        at -= 1
    unit, stop = _unit(view, at)
    if unit is None or stop != end or (len(view.form(at)) == 1 and at == end - 1):
        return None
    if view.form(at) == "ч" and view.form(at - 2) == "т":
        return None
    start = at
    adjectives: list[int] = []
    while start > floor and len(adjectives) < 2 and _is_unit_adjective(view, start - 1, unit):
        start -= 1
        adjectives.insert(0, start)
    return _phrase(view, start, at, end, unit, adjectives, None)


def _unit(view: View, at: int) -> tuple[Unit | None, int]:
    """The unit whose word or abbreviation stands at `at`, and the view index after it."""
    form = view.form(at)
    if not form or not form[0].isalpha():
        return None, at
    if (foreign := _of_two_words(view, at)) is not None:
        return foreign
    dotted = view.text(at + 1) == "." and view.joins(at)
    unit = unit_abbreviations().get(form)
    if unit is not None and (form not in unit_forms() or (dotted and _is_cut_short(view, at, unit))):
        if dotted and form in _NEVER_DOTTED:
            return None, at
        if dotted:
            metric_at_the_end = form in _METRIC and _ends_sentence(view, at + 2)
            return unit, at + 1 if metric_at_the_end else at + 2
        if form in _BARE or len(form) >= 3 or form == unit.lemma:
            return unit, at + 1
        following = view.form(at + 1)
        if form in {"р", "к"} and (not following or following[0].isdecimal() or following in {",", ";"}):
            return unit, at + 1
    unit = unit_forms().get(form)
    return (unit, at + 1) if unit is not None else (None, at)


def _is_cut_short(view: View, at: int, unit: Unit) -> bool:
    """Whether `пуд.`, `час.` are abbreviations and not the word at a sentence's end."""
    after = at + 2
    figure = view.form(at - 1)
    if view.form(at) != unit.lemma:
        return False
    many = figure[-1:].isdecimal() and (figure[-1] != "1" or figure.endswith("11"))
    return many or (after < len(view) and not view.tokens[after].is_sent_start)


def _ends_sentence(view: View, after: int) -> bool:
    return after >= len(view) or bool(view.tokens[after].is_sent_start) or view.text(after) == BREAK


def _of_two_words(view: View, at: int) -> tuple[Unit, int] | None:
    """`фунтов стерлингов`, `ф. ст.`, `лошадиных сил`."""
    form, following = view.form(at), view.form(at + 1)
    if form.startswith("фунт") and following.startswith("стерл"):
        return units()["фунт стерлингов"], at + 2 + (view.text(at + 2) == "." and not following.endswith("гов"))
    if form == "ф" and view.text(at + 1) == "." and view.form(at + 2) in {"ст", "стерл"}:
        return units()["фунт стерлингов"], at + 3 + (view.text(at + 3) == ".")
    if form == "л" and view.form(at + 2) == "с" and view.text(at + 1) == "." and view.text(at + 3) == ".":
        return units()["лошадиная сила"], at + 4
    if (
        form == "л"
        and view.text(at + 1) == "."
        and view.form(at + 2) in {"итл", "лагерей", "тюрьмы", "ссылки", "каторги"}
    ):
        return units()["год"], at + 2
    if form == "г" and view.text(at + 1) == "." and view.form(at + 2)[:1].isdecimal() and view.form(at + 3) == "мес":
        return units()["год"], at + 2
    if form == "ф" and view.text(at + 1) == "." and _is_foot(view, at):
        return units()["фут"], at + 2
    if form in {"лошадиных", "лошадиные", "лошадиной", "лошадиным"} and following in {"сил", "силы", "силу", "силам"}:
        return units()["лошадиная сила"], at + 2
    return None


def _is_foot(view: View, at: int) -> bool:
    """`длиною 28 ф.`, `10 ф. 7 дм.`: a foot and no pound."""
    inches = view.form(at + 2)[:1].isdecimal() and view.form(at + 3).startswith(("дм", "дюйм"))
    return inches or _stands_near(view, at, stems("context", "feet", "stems"))


def _stands_near(view: View, at: int, wanted: tuple[str, ...]) -> bool:
    """Whether a word with one of these stems stands shortly before word `at`."""
    return any(view.form(i).startswith(wanted) for i in range(max(0, at - 6), at))


def _power(view: View, at: int) -> tuple[str, int] | None:
    """`кв.`, `квадратных`, `куб.`, `кубических`, `пог.`: which power, and the view index after."""
    form = view.form(at)
    for name in ("square", "cubic"):
        listed = load("units")["powers"][name]
        if form in listed["abbr"].split():
            dotted = view.text(at + 1) == "."
            return name, at + 1 + dotted
        if form.startswith(listed["adjective"]):
            return name, at + 1
    if form == "пог" and view.text(at + 1) == ".":
        return "linear", at + 2
    return None


def _is_unit_adjective(view: View, at: int, unit: Unit) -> bool:
    if not is_adjective(view, at):
        return False
    foreign = unit.family == "money" and _lemma(view, at).endswith(_FOREIGN)
    return foreign or _lemma(view, at) in unit.kinds or material_of(view, at) is not None


def _lemma(view: View, at: int, gender: str = "Masc") -> str:
    found = [r for r in readings(view.texts[at]) if r.role == "adjective" and r.known]
    return max(found, key=lambda r: r.weight).nominative("Sing", gender).lower() if found else view.forms[at]


def _phrase(
    view: View, start: int, at: int, end: int, unit: Unit, adjectives: list[int], power: str | None
) -> UnitPhrase:
    material: str | None = None
    named: list[int] = []
    for i in adjectives:
        lemma = _lemma(view, i)
        if unit.family == "money" and (found := material_of(view, i)) is not None:
            material = found if found != "other" else material
        elif lemma in unit.kinds or (unit.family == "money" and lemma.endswith(_FOREIGN)):
            named.append(i)
    if power == "linear":
        name = {"Masc": "погонный", "Fem": "погонная", "Neut": "погонное"}[_gender(unit.lemma)] + f" {unit.lemma}"
    elif power is not None:
        named_words = ["квадратн" if power == "square" else "кубическ"]
        gender = _gender(unit.lemma)
        ending = {"Masc": ("ый", "ий"), "Fem": ("ая", "ая"), "Neut": ("ое", "ое")}[gender][power == "cubic"]
        name = f"{named_words[0]}{ending} {unit.lemma}"
    else:
        gender = _gender(unit.lemma)
        name = " ".join([*(_lemma(view, i, gender) for i in named), unit.lemma])
    form = view.forms[at]
    return UnitPhrase(start, end, unit, name, material, _case(form), form)


@cache
def _gender(lemma: str) -> str:
    first = lemma.split()[0]
    for reading in readings(first):
        if reading.role == "noun" and reading.case == "Nom" and reading.known and reading.gender:
            return reading.gender
    return "Masc"


@cache
def _case(form: str) -> str | None:
    """The one case that a unit's form shows, or `None`."""
    known = [r for r in readings(form) if r.role == "noun" and r.known]
    cases = {r.case for r in known if r.weight > 0.05}
    return next(iter(cases)) if len(cases) == 1 else None


def _with_material(view: View, phrase: UnitPhrase) -> UnitPhrase:
    if phrase.unit.family != "money":
        return phrase
    end, material = material_after(view, phrase.end)
    if end == phrase.end and view.text(phrase.end - 1) == ".":
        abbreviation = material_abbreviations().get(view.form(end))
        if abbreviation is not None and view.text(end + 1) == "." and view.joins(end):
            end, material = end + 2, abbreviation
    if end == phrase.end:
        return phrase
    return replace(phrase, end=end, material=phrase.material or (material if material != "other" else None))
