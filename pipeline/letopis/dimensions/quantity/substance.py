"""What is measured: the genitive after a unit (`пудов муки`) or before its figure (`холста аршин шестьдесят`)."""

from __future__ import annotations

from dataclasses import replace

from letopis.dimensions.numeral.view import BREAK, View
from letopis.dimensions.quantity.agreement import GENITIVE
from letopis.dimensions.quantity.draft import Draft
from letopis.dimensions.quantity.factors import LIQUID, factor
from letopis.dimensions.quantity.inverted import is_animate, phrase_before
from letopis.dimensions.quantity.lexicon import stems, unit_forms, word_set
from letopis.dimensions.quantity.nouns import NounPhrase, adjective_nominative, is_adjectival, is_word, phrase_after
from letopis.dimensions.quantity.setting import is_noun
from letopis.language.declension import readings

DATIVE = frozenset({("Dat", "Sing")})
_OPENING = frozenset({"", ",", ";", ":", ".", "—", "–", "и", "да", "а", BREAK})
_PHRASE = 4
"""Words: how far before its noun a preposition may stand."""
GRAINY = frozenset({"weight", "dry", "liquid", "paper", "area", "length"})


def name_measured(view: View, floor: int, found: Draft, case: str | None) -> None:
    """Let the genitive after a measure, or before it, name what is measured; `case` is the unit's own."""
    if found.unit is None or found.unit.family not in GRAINY:
        return
    _name(view, floor, found, case)
    vessel = f"{found.unit_name} {LIQUID}"
    if is_poured(found.item) and factor(vessel) is not None:
        found.measure = vessel
        found.trace.append(f"a liquid: converts as {vessel}")
    if found.unit.family == "dry" and found.item is not None and found.item.split()[-1] in {"земля", "пашня"}:
        found.measure = None
        found.trace.append("a chetvert of land is an area, whose factor is not safe")


def _name(view: View, floor: int, found: Draft, case: str | None) -> None:
    assert found.unit is not None
    after = _material_phrase(view, found, case)
    if after is not None:
        found.end, found.item = after
        found.rule.append("item")
        found.trace.append(f"item: {found.item}, the genitive after the unit")
        return
    before = phrase_before(view, found.start, GENITIVE, floor)
    if before is None:
        before = partitive_before(view, found.start, floor)
    if before is not None and is_free(view, before) and _is_stuff(before) and before.lemma not in unit_forms():
        found.start, found.item = before.start, before.item
        if view.form(before.start - 1) == "и":
            other = phrase_before(view, before.start - 1, GENITIVE, floor)
            if other is not None and is_free(view, other) and _is_stuff(other):
                found.start, found.item = other.start, f"{other.item} и {before.item}"
        found.rule.append("item-before")
        found.trace.append(f"item: {found.item}, the genitive before the figure")


def partitive_before(view: View, end: int, floor: int) -> NounPhrase | None:
    """`льну пудов с двести`: the genitive in -у of a stuff, a dative to the dictionary, that opens its clause."""
    head = end - 1
    while head > floor and view.form(head).endswith(("ого", "его")):
        head -= 1
    if not view.form(head).endswith(("у", "ю")) or not opens_phrase(view, head):
        return None
    found = phrase_before(view, head + 1, DATIVE, floor)
    if found is None or found.start != head or found.number != "Sing" or is_animate(found.item):
        return None
    words = [adjective_nominative(view, i, "Masc", False) for i in range(head + 1, end)]
    return replace(found, end=end, item=" ".join([*words, found.item]))


def opens_phrase(view: View, start: int) -> bool:
    """Whether what begins at word `start` opens its clause, stands after a verb, or after what governs nothing."""
    at = start - 1
    return view.form(at) in _OPENING or _stands_apart(view, at) or (at >= 0 and view.tokens[at].pos_ == "VERB")


def _material_phrase(view: View, found: Draft, case: str | None) -> tuple[int, str] | None:
    if case in {"Loc", "Ins", "Dat"} and found.unit is not None and found.unit.family in {"length", "area"}:
        return None
    inner = phrase_after(view, found.end, GENITIVE)
    if inner is None or not _is_stuff(inner) or inner.lemma in unit_forms() or is_adjectival(inner.item.split()[-1]):
        return None
    end, item = inner.end, inner.item
    if view.form(end) in {"и", "или"}:
        second = phrase_after(view, end + 1, GENITIVE)
        if second is not None and _is_stuff(second) and not is_noun(view, second.end):
            item, end = f"{item} {view.form(end)} {second.item}", second.end
    return end, item


def _is_stuff(phrase: NounPhrase) -> bool:
    return phrase.lemma not in word_set("context", "extent", "lemmas") and not phrase.item[:1].isupper()


def is_free(view: View, phrase: NounPhrase) -> bool:
    """Whether no noun, numeral or preposition before the phrase governs it."""
    at = phrase.start - 1
    if _is_located(view, at) or _is_heaped(view, at, phrase) or _stands_apart(view, at):
        return True
    if at < 0 or not view.text(at)[:1].isalnum() or (view.form(at) == "числе" and view.form(at - 1) in {"том", "их"}):
        return True
    return not (
        is_noun(view, at) or view.tokens[at].pos_ in {"ADP", "ADJ", "NUM", "DET"} or view.text(at)[0].isdecimal()
    )


def _stands_apart(view: View, at: int) -> bool:
    """Whether the noun at `at` takes no genitive of its own: a name, a person given to, the end of a prepositional
    phrase (`отпущено купцу Сухову льну 12 пуд`, `дано в монастырь воску полпуда`); not `на покупку муки 20 пуд`."""
    if not is_noun(view, at) and not view.text(at)[:1].isupper():
        return False
    token = view.tokens[at]
    if view.form(at).startswith(stems("context", "governing", "stems")):
        return False
    if token.pos_ == "PROPN" and view.text(at)[:1].isupper() and not token.is_sent_start:
        return True
    if token.morph.get("Animacy", []) == ["Anim"] and token.morph.get("Case", []) in (["Dat"], ["Ins"]):
        return True
    return _ends_prepositional(view, at)


def _ends_prepositional(view: View, at: int) -> bool:
    """Whether a preposition with no more than a noun and adjectives between governs the phrase that ends at `at`."""
    for i in range(at - 1, max(at - _PHRASE, -1), -1):
        token = view.tokens[i]
        if token.pos_ == "ADP":
            return view.form(i) not in {"за", "по"}
        if token.pos_ not in {"ADJ", "NOUN", "PROPN", "DET"} or view.form(i).startswith(
            stems("context", "governing", "stems")
        ):
            return False
    return False


def _is_heaped(view: View, at: int, holder: NounPhrase) -> bool:
    """Whether word `at` opens its clause and names what the next noun holds: `сена возов сорок`."""
    if view.form(at - 1) not in {"", ",", ";", ":", ".", "и", "да", "а", BREAK} or not is_word(view, at):
        return False
    found = [r for r in readings(view.texts[at]) if r.known and r.weight > 0.05 and r.role == "noun"]
    if holder.lemma in word_set("context", "vessels", "lemmas"):
        return any(r.case in {"Gen", "Par"} and r.number == "Sing" for r in found)
    return bool(found) and all(r.case in {"Gen", "Par", "Dat"} for r in found)


def _is_located(view: View, at: int) -> bool:
    """Whether word `at` ends a phrase of place, which governs nothing: `в деревне дворов 27`, `у врага знамён 8`."""
    if at >= 1 and view.form(at - 1) == "у" and view.form(at)[:1].isalpha():
        return True
    if at < 1 or view.tokens[at].morph.get("Case", []) != ["Loc"]:
        return False
    return any(view.form(i) in {"в", "во", "на", "при"} for i in range(max(0, at - 2), at))


def is_poured(item: str | None) -> bool:
    """Whether the cask or bottle holds a liquid."""
    return item is not None and item.split()[-1].startswith(stems("context", "poured", "stems"))
