"""Quantities of things counted: the head noun by agreement, before or after the figure."""

from __future__ import annotations

from dataclasses import replace

from letopis.dimensions.numeral.view import BREAK, View
from letopis.dimensions.quantity.abbreviated import abbreviated_after, abbreviated_before
from letopis.dimensions.quantity.adjectival import counted_adjective, with_head_before
from letopis.dimensions.quantity.agreement import GENITIVE, GENITIVE_PLURAL, GENITIVE_SINGULAR
from letopis.dimensions.quantity.bounding import bound_before, is_preposition
from letopis.dimensions.quantity.carried import goes_on_from_percents
from letopis.dimensions.quantity.company import NOT_COUNTED, held_before, item_before_classifier, people_of_a_kind
from letopis.dimensions.quantity.draft import Draft
from letopis.dimensions.quantity.figures import Figure
from letopis.dimensions.quantity.inverted import is_animate, phrase_before, placed_before
from letopis.dimensions.quantity.lexicon import load, stems, word_set
from letopis.dimensions.quantity.materials import material_after
from letopis.dimensions.quantity.nouns import NounPhrase, phrase_after
from letopis.dimensions.quantity.scene import Scene, draft, take_bound
from letopis.dimensions.quantity.setting import is_noun, is_numbered, same_sentence
from letopis.dimensions.quantity.substance import GRAINY, is_free, opens_phrase, partitive_before

_ENDS = frozenset({",", ".", ";", ":", ")", "—", "–", BREAK, "", "и", "да", "а"})


def noun_follows(scene: Scene) -> Draft | None:
    """`39 тыс. винтовок`, `две пороховые фабрики`, `7,5 тыс. орудий и миномётов`, `дворян 50 человек`."""
    view, figure = scene.view, scene.figure
    if figure.fraction and figure.high < 1:
        return None
    if _holds(scene) or _is_sex(view, figure.end):
        return None
    phrase = (
        abbreviated_after(view, figure.end) or _quoted(view, figure) or phrase_after(view, figure.end, figure.wanted)
    )
    if phrase is None or phrase.lemma in NOT_COUNTED or is_numbered(view, figure.start):
        return None
    if phrase.lemma in word_set("context", "ranks", "lemmas") and figure.in_figures and is_noun(view, figure.start - 1):
        return None
    if phrase.case == "Ins" and figure.in_figures and not _instrumental_asked(view, figure.start):
        return None
    if phrase.number == "Sing" and is_numbered(view, figure.start, loosely=True) and not is_animate(phrase.lemma):
        return None
    if figure.high.denominator != 1 and figure.scale == 1 and figure.in_figures and phrase.number == "Plur":
        return None
    found = draft(scene, "number-noun", end=phrase.end)
    found.item, found.head = phrase.item, phrase.head
    found.trace.append(f"item: {phrase.item}, agreeing with the number")
    _second_head(view, found, phrase)
    people_of_a_kind(view, found, phrase)
    item_before_classifier(scene, found, phrase)
    held_before(scene, found)
    return found


def _holds(scene: Scene) -> bool:
    """`рюмки три водки`: the vessel before its figure is counted, not what it holds; `ложек восемь штук` are pieces."""
    view, figure = scene.view, scene.figure
    if figure.in_figures or figure.start - 1 < scene.floor:
        return False
    counted = phrase_after(view, figure.end, figure.wanted)
    if counted is not None and counted.lemma in load("context")["classifiers"]["lemmas"]:
        return False
    before = phrase_before(view, figure.start, GENITIVE, scene.floor)
    return before is not None and before.lemma in word_set("context", "vessels", "lemmas") and is_free(view, before)


def _is_sex(view: View, at: int) -> bool:
    """`6 811 жен. пола`: no wives."""
    return view.form(at) in {"жен", "муж"} and view.text(at + 1) == "." and view.form(at + 2).startswith("пол")


def _quoted(view: View, figure: Figure) -> NounPhrase | None:
    """`трёх «языков»`: a noun in quotation marks that the figure governs; names in them are no items."""
    if view.text(figure.end) not in {"«", "“", "„", '"'} or not view.text(figure.end + 1)[:1].islower():
        return None
    phrase = phrase_after(view, figure.end + 1, figure.wanted)
    if phrase is None or view.text(phrase.end) not in {"»", "”", "“", '"'}:
        return None
    return replace(phrase, start=figure.end, end=phrase.end + 1)


def _instrumental_asked(view: View, start: int) -> bool:
    """Whether what stands before asks an instrumental: `с 40 рабочими`, not `до 1 200 убитыми и ранеными`."""
    near = {view.form(i) for i in range(max(0, start - 3), start)}
    governs = {"с", "со", "под", "над", "между", "меж", "перед", "пред", "и", ","}
    return bool(near & governs) or (start > 0 and view.tokens[start - 1].pos_ in {"VERB", "NOUN", "ADJ"})


def _second_head(view: View, found: Draft, phrase: NounPhrase) -> None:
    """`орудий и миномётов`: two heads under one figure are one item."""
    if view.form(phrase.end) != "и" or phrase.case != "Gen" or phrase.number != "Plur":
        return
    second = phrase_after(view, phrase.end + 1, GENITIVE_PLURAL)
    if second is None or second.lemma in NOT_COUNTED:
        return
    at_end = view.form(second.end) in _ENDS or view.tokens[second.end].pos_ in {"ADP", "VERB", "SCONJ"}
    if at_end and view.form(second.end) != "и":
        found.end, found.item = second.end, f"{phrase.item} и {second.item}"
        found.rule.append("coordinated-nouns")


def classifier_precedes(scene: Scene) -> Draft | None:
    """`человек сорок`, `дворян человек пятьдесят`: the figure is approximate."""
    view, figure = scene.view, scene.figure
    bounding = bound_before(view, figure.start, scene.floor, figure)
    end = figure.start if bounding is None else bounding.at
    if bounding is None and view.form(end - 1) in {"с", "со", "на", "в", "по"}:
        end -= 1
    at = end - 1
    listed = word_set("context", "classifiers", "approximating")
    located = frozenset({("Loc", "Plur")}) if view.form(end) == "в" else frozenset()
    phrase = phrase_before(view, end, GENITIVE | located, scene.floor)
    if at < scene.floor or phrase is None or phrase.lemma not in listed or phrase.head != at:
        return None
    if view.tokens[at - 1].pos_ == "NUM" and at - 1 >= scene.floor:
        return None
    found = draft(scene, "classifier-number-inverted", start=at)
    rough = not figure.in_figures or figure.high % 10 == 0
    found.bound = "approximate" if rough and figure.bound == "exact" and figure.scale < 1000 else figure.bound
    if bounding is not None:
        take_bound(found, bounding, before=True)
        found.start, found.bound = at, bounding.bound
    found.end, found.item, found.head = figure.end, phrase.lemma, at
    before = phrase_before(view, at, GENITIVE_PLURAL, scene.floor)
    stuff = partitive_before(view, at, scene.floor) if before is None and phrase.lemma == "голова" else None
    if before is not None and is_free(view, before):
        found.start, found.item = before.start, before.item
    elif stuff is not None:
        found.start = stuff.start
    else:
        after = phrase_after(view, figure.end, GENITIVE)
        if after is not None:
            found.end, found.item = after.end, after.item
    found.trace.append(f"item: {found.item}; the noun before its figure makes it {found.bound}")
    return found


def noun_precedes(scene: Scene) -> Draft | None:
    """`винтовок 39 тысяч`, `душ мужского пола 36 518`, `подсвечников медных четыре`, `самовар один`."""
    view, figure = scene.view, scene.figure
    if figure.fraction or "на" in view.forms[figure.start : figure.end]:
        return None
    if figure.high == 1 and figure.low == 1:
        return _one_after_noun(scene)
    if goes_on_from_percents(scene):
        return None
    bounding = bound_before(view, figure.start, scene.floor, figure)
    end = figure.start if bounding is None else bounding.at
    through = view.form(end - 1) in {"—", "–", ":"} and end - 1 > scene.floor
    if through or (bounding is None and view.form(end - 1) in {"с", "со"} and not figure.in_figures):
        end -= 1
    wanted = GENITIVE if figure.scale >= 1000 or figure.last < 5 else GENITIVE_PLURAL
    if bounding is None and end == figure.start and placed_before(view, end, scene.floor):
        return _broken(scene)
    substance = _substance_before(scene, end)
    phrase = substance or phrase_before(view, end, wanted, scene.floor) or abbreviated_before(scene, end)
    adjective = counted_adjective(scene, end) if phrase is None else None
    phrase = phrase or adjective
    if phrase is None or phrase.lemma in NOT_COUNTED or not is_free(view, phrase):
        return None
    if phrase.number == "Sing" and _is_capital_within(view, phrase.head):
        return None
    if is_numbered(view, figure.start, loosely=True) or (phrase.item[:1].isupper() and phrase.number == "Sing"):
        return None
    if through and not (view.form(figure.end) in _ENDS and figure.in_figures):
        return None
    if not through and is_preposition(view.form(figure.start - 1)) and bounding is None and end == figure.start:
        return None
    start, item = _earlier_head(scene, phrase)
    if phrase is adjective:
        item = with_head_before(scene, phrase) or item
    found = draft(scene, "noun-number-inverted", start=start)
    if phrase.lemma in word_set("context", "vessels", "lemmas") and phrase.start == phrase.head:
        _hold(scene, found, phrase)
    if bounding is not None:
        take_bound(found, bounding, before=True)
        found.start, found.bound = min(start, found.start), bounding.bound
    elif end < figure.start and not through:
        found.bound = "approximate"
    found.item, found.head, found.end = item, phrase.head, figure.end
    if substance is not None:
        found.type = "measure"
    found.trace.append(f"item: {item}, the genitive before the figure")
    return found


def _hold(scene: Scene, found: Draft, phrase: NounPhrase) -> None:
    """`картошки мешков пять`: what the vessels hold stands before them, and they are about so many."""
    view, figure = scene.view, scene.figure
    held = phrase_before(view, phrase.start, GENITIVE, scene.floor) or partitive_before(view, phrase.start, scene.floor)
    if held is None or not opens_phrase(view, held.start) or held.lemma in NOT_COUNTED:
        return
    found.start = held.start
    found.rule.insert(0, "held-before")
    found.trace.append(f"holds: {held.item}, the genitive before them")
    if not figure.in_figures and figure.bound == "exact" and figure.scale == 1:
        found.bound = "approximate"


def _broken(scene: Scene) -> Draft | None:
    """A figure that words of place part from its noun: `больных в бараках 386`."""
    view, figure = scene.view, scene.figure
    closed = view.form(figure.end) in _ENDS or view.tokens[figure.end].pos_ in {"ADP", "VERB", "CCONJ"}
    return draft(scene, "number-parted-from-noun") if closed and not is_numbered(view, figure.start) else None


def _is_capital_within(view: View, at: int) -> bool:
    """`в Область Войска Донского до трёхсот`: a capital that begins no sentence is a name's."""
    begins = view.tokens[at].is_sent_start or view.form(at - 1) in {"", ".", ":", "—", "–", "«", BREAK}
    return view.text(at)[:1].isupper() and not begins


def _substance_before(scene: Scene, end: int) -> NounPhrase | None:
    """`ржи 310 четвертей, ячменя 340`: a row of measures goes on, its unit unsaid; nobody counts `овса 46 тысяч`."""
    view, last = scene.view, scene.last
    if last is None or view.form(scene.figure.end) not in _ENDS:
        return None
    phrase = phrase_before(view, end, GENITIVE_SINGULAR, scene.floor)
    if phrase is None:
        return None
    if scene.figure.scale > 1 and view.form(phrase.head).startswith(stems("context", "grain", "stems")):
        return phrase
    if not _follows_a_measure(scene):
        return None
    next_to = view.form(phrase.start - 1) in {",", ";", "и", "да"} and phrase.start - last.end <= 2
    if not next_to and view.form(phrase.start - 1) != "числе":
        return None
    return phrase


def _follows_a_measure(scene: Scene) -> bool:
    last = scene.last
    if last is None or last.type != "measure" or not same_sentence(scene.view, last.end, scene.figure.start):
        return False
    return last.unit is None or last.unit.family in GRAINY


def substance_follows(scene: Scene) -> Draft | None:
    """`640 четв. ржи и 410 овса`: a row of measures goes on, its unit unsaid."""
    view, figure, last = scene.view, scene.figure, scene.last
    if not _follows_a_measure(scene) or last is None or figure.start - last.end > 1:
        return None
    phrase = phrase_after(view, figure.end, GENITIVE_SINGULAR)
    if phrase is None or phrase.number != "Sing" or view.form(phrase.end) not in _ENDS:
        return None
    found = draft(scene, "number-substance", end=phrase.end)
    found.type, found.item = "measure", phrase.item
    found.trace.append(f"item: {phrase.item}; the unit before it goes on unsaid")
    return found


def _earlier_head(scene: Scene, phrase: NounPhrase) -> tuple[int, str]:
    """`фабрик и заводов 112`: where two heads before one figure begin, and the item they are."""
    view = scene.view
    if view.form(phrase.start - 1) != "и" or phrase.number != "Plur":
        return phrase.start, phrase.item
    first = phrase_before(view, phrase.start - 1, GENITIVE_PLURAL, scene.floor)
    if first is None or not is_free(view, first):
        return phrase.start, phrase.item
    return first.start, f"{first.item} и {phrase.item}"


def _one_after_noun(scene: Scene) -> Draft | None:
    view, figure = scene.view, scene.figure
    at = figure.start - 1
    in_row = scene.last is not None and scene.last.rule[-1] == "noun-number-inverted" and scene.last.end == at - 1
    if at < scene.floor or (figure.in_figures and not in_row) or view.form(figure.end) not in _ENDS:
        return None
    case = "Acc" if view.form(figure.start) == "одну" else "Nom"
    phrase = phrase_before(view, figure.start, frozenset({(case, "Sing")}), scene.floor)
    if phrase is None or is_preposition(view.form(phrase.start - 1)):
        return None
    opens = view.form(phrase.start - 1) in _ENDS or view.tokens[phrase.start - 1].pos_ == "VERB"
    if not (opens or is_free(view, phrase)):
        return None
    found = draft(scene, "noun-one-inverted", start=phrase.start)
    found.item, found.head = phrase.item, phrase.head
    return found


def material_only(scene: Scene) -> Draft | None:
    """`полторы тысячи серебром`, `10 млн деньгами`: money whose unit is unsaid."""
    end, material = material_after(scene.view, scene.figure.end)
    if end == scene.figure.end or scene.view.form(scene.figure.end).endswith("ых"):
        return None
    found = draft(scene, "number-material", end=end)
    found.type, found.material = "money", material if material != "other" else None
    found.trace.append("money: the material is said, the unit is not")
    return found
