"""The genitives that belong to an organization's name after its head (`Совет Народных Комиссаров`)."""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

from letopis.dimensions import titles
from letopis.dimensions.evidence import is_place_noun
from letopis.dimensions.kinds import decided_at, in_persons
from letopis.dimensions.ordinary import is_grammar
from letopis.dimensions.organization import lexicon
from letopis.dimensions.organization.classes import HIS, MAJESTIES, PURPOSE
from letopis.language.declension import readings
from letopis.language.morphology import analyses
from letopis.language.proper import readings as names

Openness = int
NAMED, MEMBERS, CAPITAL = range(3)
"""What follows a head in small letters: what bodies see to; its members too; any common abstract noun as well."""

_MAX_WORDS, _NAMED_BROTHERS = 10, 3
_SAINT = frozenset(
    {"св", "свв", "святого", "святой", "святых", "святые", "пресвятой", "пресвятые", "преподобного", "честного"}
)
_MAX_ADJECTIVES = 3
_HELPING = ("ания", "ения", "пособия", "помощи")
"""Endings of what a body gives to whom after it (`Общество вспомоществования нуждающимся ученикам`)."""
_NAMED_AFTER = frozenset({"имени", "им"})
_ABSTRACT = ("ость", "ие", "ство")


def end_of_tail(doc: Doc, at: int, *, capital: bool = True, open_: Openness = NAMED) -> int:
    """Where the genitives that begin at `at` end; `at` itself where there are none.

    A genitive belongs where it has a capital (when `capital`), or where it says what the body sees to; persons'
    names do not belong but after `имени`. `open_` says what else belongs.
    """
    persons = in_persons(doc)
    end = at
    while end < len(doc) and end - at < _MAX_WORDS:
        token = doc[end]
        if token.lower_ in _NAMED_AFTER:
            return _named_after(doc, end, persons)
        if token.lower_ in PURPOSE and (stop := _purpose(doc, end)) > end:
            end = stop
            continue
        if token.lower_ in {"и", "&"} and end > at and (stop := partners(doc, end)) > end:
            return stop
        joined = end + 1 if token.lower_ in {"и", ","} and end > at else end
        stop = _group(doc, joined, persons, capital, open_)
        if stop == joined or (joined > end and not _goes_on(doc, end, joined, stop)):
            break
        end = stop
        if doc[end - 1].lower_.endswith(_HELPING):
            end = _helped(doc, end)
    return end


def genitive_group(doc: Doc, at: int) -> int:
    """The end of one genitive of what a body sees to, with its adjectives, at `at`, or `at`."""
    return _group(doc, at, in_persons(doc), False, NAMED)


def partners(doc: Doc, at: int) -> int:
    """The end of `и К°`, `и сыновья` at `at`, or `at`."""
    if at + 1 >= len(doc) or doc[at].lower_ not in {"и", "&"} or not lexicon.is_partner(doc[at + 1].lower_):
        return at
    return at + 3 if at + 2 < len(doc) and doc[at + 2].text == "°" else at + 2


def end_of_owners(doc: Doc, at: int) -> int:
    """The end of a firm's name that begins with its owners at `at` (`бр. Нобель`, `М. С. Кузнецова и К°`), or `at`."""
    end = at
    if end < len(doc) and lexicon.is_kin(doc[end].lower_):
        end += 2 if end + 1 < len(doc) and doc[end + 1].text == "." else 1
    kinds = {"person"} if end == at else {"person", "organization"}
    named = decided_at(doc, end)
    if named is None or named[2] not in kinds:
        return _signed(doc, end) if end == at else at
    if kinds == {"person"} and _is_apart(doc, at, named[1]):
        return at
    stop = named[1]
    second = decided_at(doc, stop + 1) if stop + 1 < len(doc) and doc[stop].lower_ in {"и", "&"} else None
    if second is not None and second[2] != "organization" and _may_share(doc, stop - 1, stop + 1):
        stop = second[1]
    return partners(doc, stop)


def _signed(doc: Doc, at: int) -> int:
    """The end of an owner with initials and his partners at `at` (`Б. Ган и К°`), where no model names him, or `at`."""
    stop = at
    while stop + 1 < len(doc) and len(doc[stop].text) == 1 and doc[stop].text.isupper() and doc[stop + 1].text == ".":
        stop += 2
    if stop == at or stop >= len(doc) or not doc[stop].text[0].isupper():
        return at
    end = partners(doc, stop + 1)
    return end if end > stop + 1 else at


def ends_in_partners(doc: Doc, end: int) -> bool:
    """Whether what ends at `end` ends in `и К°` or `и сыновья`."""
    return any(partners(doc, at) == end for at in range(max(end - _NAMED_BROTHERS, 0), end))


def of_brothers(name: Span, normal: str) -> str:
    """A firm's name that begins with `бр.` and its owners in the nominative (`Бр. Киселёвы` → `Братья Киселёвы`)."""
    if name[0].lower_ != "бр" or len(name) < _NAMED_BROTHERS or name[2].lower_.endswith(("ых", "их")):
        return normal
    brothers = "Братья" if name[0].text[0].isupper() else "братья"
    return " ".join([brothers, *normal.split()[1:]])


def _may_share(doc: Doc, one: int, other: int) -> bool:
    """Whether two owners' surnames stand in the same case (`Сименс и Гальске`, `Вогау и Кноп`)."""
    sides = [{(r.case, r.number) for r in names(doc[at].text)} for at in (one, other)]
    return bool(sides[0] & sides[1]) and {"Nom", "Gen"} & {case for case, _ in sides[0]} != set()


def _is_apart(doc: Doc, start: int, end: int) -> bool:
    """Whether a surname in the nominative after a head in another case is a man's beside it (`компании Баранов`)."""
    found = [one for one in names(doc[end - 1].text) if one.type == "Sur" and one.known]
    genitive = any(one.case == "Gen" for one in found) or not found
    head = doc[start - 1].morph.get("Case", []) if start else []
    return not genitive and head not in ([], ["Nom"])


def is_named_after(doc: Doc, at: int) -> bool:
    """Whether `имени` or `им.` and a capital stand at `at` (`школа имени Ленина`)."""
    if at + 1 >= len(doc) or doc[at].lower_ not in _NAMED_AFTER:
        return False
    following = at + 2 if doc[at + 1].text == "." else at + 1
    return following < len(doc) and doc[following].text[0].isupper()


def end_of_called(doc: Doc, at: int) -> int:
    """The end of the common words that say which body the head before them is (`Большого дворца`), or `at`."""
    for stop in range(min(at + _MAX_ADJECTIVES + 2, len(doc)), at, -1):
        if lexicon.is_called(doc[at - 1].lower_, doc[at:stop].text):
            return stop
    return at


def end_of_dedication(doc: Doc, at: int) -> int:
    """The end of what a church is dedicated to (`Рождества Богородицы`, `Св. Николая Чудотворца`), or `at`."""
    stop = at + 2 * (doc[at : at + 2].text.lower() == "во имя")
    begun = stop
    while stop < len(doc):
        token = doc[stop]
        saint = token.lower_ in _SAINT and stop + 1 < len(doc)
        if saint:
            stop += 2 if doc[stop + 1].text == "." else 1
        elif stop > begun and is_of_man(token.text):
            break
        elif token.text[0].isupper() and token.is_alpha and (stop > begun or _is_dedication(doc, stop)):
            stop += 1
        elif token.lower_ == "и" and stop > begun and doc[stop + 1 : stop + 2].text[:1].isupper():
            if not lexicon.is_dedication(doc[stop + 1].lower_):
                break
            stop += 1
        else:
            break
    return stop if stop > begun and doc[stop - 1].text[0].isupper() else at


def is_saint(doc: Doc, at: int) -> bool:
    """Whether `св.` or `святого` stands at `at` (`Университет св. Владимира`)."""
    return at < len(doc) and doc[at].lower_ in _SAINT


def is_of_man(form: str) -> bool:
    """Whether the form is no genitive of a byname, and ends a dedication (`Университет св. Владимира Науменко`)."""
    return not any(one.case == "Gen" and (one.known or one.role == "adjective") for one in readings(form))


def _is_dedication(doc: Doc, at: int) -> bool:
    """Whether the word at `at` begins a dedication and may be a genitive."""
    return lexicon.is_dedication(doc[at].lower_) and any(one.case in {"Gen", None} for one in readings(doc[at].text))


def end_of_majesty(doc: Doc, at: int) -> int:
    """The end of a sovereign's style at `at` (`Его Императорского Величества`), or `at`."""
    if at >= len(doc) or doc[at].lower_ not in HIS:
        return at
    stop = at + 1
    while stop < len(doc) and stop - at < _MAX_ADJECTIVES and doc[stop].pos_ == "ADJ":
        stop += 1
    return stop + 1 if stop < len(doc) and doc[stop].lower_ in MAJESTIES else at


def is_for(token: Token) -> bool:
    """Whether the word begins what a body is for (`Комиссия по борьбе с контрреволюцией`)."""
    return token.lower_ in PURPOSE


def _purpose(doc: Doc, at: int) -> int:
    """The end of what a body is for (`по борьбе с контрреволюцией`, `по Тверской губернии`, `о раненых`), or `at`."""
    stop = at + 1
    while stop < len(doc) and stop - at <= _MAX_ADJECTIVES and doc[stop].pos_ in {"ADJ", "DET"}:
        stop += 1
    if stop >= len(doc):
        return at
    if doc[at].lower_ == "по" and doc[at + 1].text[0].isupper() and stop > at + 1:
        return stop + 1 if is_place_noun(doc[stop].lower_) else at
    noun = doc[stop].lower_
    if doc[at].lower_ in {"о", "об"} and lexicon.is_cared_for(noun):
        return stop + 1
    if doc[at].lower_ in {"о", "об"} or noun.endswith("ии"):  # `просил о помиловании`, `по окончании`
        return at
    if lexicon.is_purpose(noun):
        stop += 1
    elif not (stop > at + 1 and lexicon.is_purpose(doc[stop - 1].lower_)):
        return at
    if stop + 1 < len(doc) and doc[stop].lower_ in {"с", "со", "за"} and doc[stop + 1].pos_ in {"NOUN", "ADJ"}:
        stop += 2
        while stop + 1 < len(doc) and doc[stop].lower_ in {"и", ","} and lexicon.is_care(doc[stop + 1].lower_):
            stop += 2
    return stop if doc[at].lower_ == "по" else _helped(doc, stop)


def _helped(doc: Doc, at: int) -> int:
    """The end of whom a body helps, in the dative at `at` (`для вспомоществования бедным студентам`), or `at`."""
    stop = at
    while stop < len(doc) and stop - at < _MAX_ADJECTIVES and _is_plural_dative(doc, stop, "adjective"):
        stop += 1
    if stop < len(doc) and _is_plural_dative(doc, stop, "noun"):
        return stop + 1
    return at


def _is_plural_dative(doc: Doc, at: int, role: str) -> bool:
    found = readings(doc[at].text)
    return any(one.role == role and one.known and (one.case, one.number) == ("Dat", "Plur") for one in found)


def _group(doc: Doc, at: int, persons: frozenset[int], capital: bool, open_: Openness) -> int:
    """The end of one genitive group (adjectives and a noun, an acronym, a number and a noun) at `at`, or `at`."""
    stop = at
    while stop < len(doc) and stop not in persons and (own := _attribute(doc, stop, at)):
        stop += own
    if stop >= len(doc) or stop in persons:
        return at
    token = doc[stop]
    has_capital = any(word.text[0].isupper() for word in doc[at : stop + 1])
    if token.text.isupper() and len(token.text) > 1 and token.is_alpha and stop == at:
        return closed(doc, stop + 1) if capital else at
    if lexicon.is_kin(token.lower_) and stop + 2 < len(doc):
        named = stop + 2 if doc[stop + 1].text == "." else stop + 1
        if doc[named].text[0].isupper():
            return named + 1
    majesty = any(word.lower_ in HIS for word in doc[at:stop])
    if majesty and _is_genitive(doc, stop, "noun"):
        return stop + 1
    if _is_genitive(doc, stop, "noun") and ((capital and has_capital) or _is_of_body(doc, stop, open_)):
        return stop + 1
    if stop > at and capital and doc[stop - 1].text[0].isupper() and not token.is_alpha:
        return stop
    return at


def _is_of_body(doc: Doc, at: int, open_: Openness) -> bool:
    """Whether the noun in small letters says what the body sees to, or by `open_` who its members are."""
    token = doc[at]
    if titles.is_title(token.text) and doc[at + 1 : at + 2].text[:1].isupper():
        return False
    if lexicon.is_care(token.lower_):
        return True
    if open_ == NAMED:
        return False
    if is_grammar(token.text):
        return False
    found = [one for one in analyses(token.lower_) if one.feats.get("Case") == "Gen" and one.source == "dictionary"]
    if any(one.feats.get("Number") == "Plur" and one.feats.get("Animacy") == "Anim" for one in found):
        return True
    return open_ == CAPITAL and any(one.lemma.endswith(_ABSTRACT) for one in found)


def is_of_people(doc: Doc, at: int) -> bool:
    """Whether a living being's common noun stands at `at` (`завод купца Лаптева`)."""
    found = [one for one in analyses(doc[at].lower_) if one.source == "dictionary"] if at < len(doc) else []
    return bool(found) and all(one.feats.get("Animacy") == "Anim" for one in found)


def _attribute(doc: Doc, at: int, start: int) -> int:
    """How many words at `at` go before a genitive noun: an adjective, a conjunction of two, `Его Величества`."""
    if doc[at].lower_ in {"и", ","}:
        return int(at > start and at + 1 < len(doc) and _is_genitive(doc, at + 1, "adjective"))
    if doc[at].lower_ in HIS:
        return 3 if at + 2 < len(doc) and doc[at + 2].lower_ in MAJESTIES else 0
    return int(_is_genitive(doc, at, "adjective"))


def closed(doc: Doc, at: int) -> int:
    """Past the bracketed letters of a party (`РКП(б)`)."""
    if at + 2 < len(doc) and doc[at].text == "(" and doc[at + 2].text == ")" and len(doc[at + 1].text) <= 2:
        return at + 3
    return at


def _is_genitive(doc: Doc, at: int, role: str) -> bool:
    token = doc[at]
    if not token.is_alpha and "-" not in token.text:
        return False
    found = [r for r in readings(token.text) if r.role == role and (r.known or token.text[0].isupper())]
    if not any(r.case in {"Gen", None} for r in found):
        return False
    case = token.morph.get("Case", [])
    animate = case == ["Acc"] and token.morph.get("Animacy", []) == ["Anim"]
    return case in ([], ["Gen"]) or animate or not any([r.case] == case for r in found)


def _goes_on(doc: Doc, at: int, start: int, stop: int) -> bool:
    """Whether what a conjunction joins is of the same sort as what stands before it."""
    before, after = doc[at - 1], doc[stop - 1]
    if doc[start].text[0].isupper() and lexicon.strength(doc[start].lower_):
        return False
    if doc[start].text.isupper() and len(doc[start].text) > 1:
        return False
    if doc[at].text == "," and not any(doc[i].lower_ == "и" for i in range(stop, min(stop + 4, len(doc)))):
        return False
    same = before.text[0].isupper() == doc[start].text[0].isupper()
    return same and (lexicon.is_care(after.lower_) or after.text[0].isupper())


def _named_after(doc: Doc, at: int, persons: frozenset[int]) -> int:
    stop = at + 1
    while stop < len(doc) and (doc[stop].text == "." or doc[stop].text[0].isupper()) and stop - at < 6:
        if doc[stop].text == "." and stop > at + 1 and len(doc[stop - 1].text) > 1:
            break
        stop += 1
    return stop if stop > at + 1 else at
