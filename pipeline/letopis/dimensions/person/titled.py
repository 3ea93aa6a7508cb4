"""Names after titles: a title makes the unknown capitalised word after it a person; titles go to the value."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from letopis.dimensions import titles
from letopis.dimensions.evidence import agrees, evidence
from letopis.dimensions.kinds import Decided
from letopis.dimensions.person.bounds import Bounds, is_see
from letopis.dimensions.person.classes import Classes
from letopis.dimensions.syllabic import is_syllabic
from letopis.language.expansion import is_abbreviation
from letopis.language.morphology import analyses
from letopis.language.proper import readings

_LONGEST, _COMPLEMENT = 4, 8
_GOVERNING = frozenset({"civil", "ruler", "politics", "military"})
_BORN = frozenset({"урожд", "урождённая", "урожденная", "урождённой", "урожденной", "урождённую", "урожденную", "рожд"})
_SHORT = frozenset({"г", "о", "т", "м", "д", "с", "п", "р"})
_LINKS = frozenset(
    {
        "же",
        "де",
        "некий",
        "некто",
        "самый",
        "мой",
        "твой",
        "свой",
        "наш",
        "ваш",
        "этот",
        "тот",
        "сей",
        "его",
        "её",
        "их",
        "по",
        "фамилии",
        "имени",
    }
)


def after_titles(doc: Doc, classes: Sequence[Classes], kinds: Sequence[Decided]) -> list[Bounds]:
    """The capitalised words after each title, as far as they agree with it."""
    offices = {start for start, _, kind, _ in kinds if kind == "organization"}
    places = {start for start, _, kind, _ in kinds if kind != "person"}
    found = []
    for at, mine in enumerate(classes):
        if "capital" not in mine or at == 0 or mine & {"attribute", "upper", "sacred"}:
            continue
        title = titles.ending_at(doc, at)
        if title is None or doc[at - 1].is_space or _is_state(classes, at):
            continue
        if "function" in mine and (len(doc[at].text) < 3 or "head" in mine or not title.cases):
            continue
        if at + 1 < len(doc) and doc[at + 1].text == "." and "unknown" in mine and is_abbreviation(doc[at].text):
            continue
        if is_syllabic(doc[at].text):
            continue
        if doc[title.noun].lower_ in _SHORT and (at in places or not mine & {"sur", "given", "unknown"}):
            continue
        if at in offices or (
            at in places and (("geo" in mine and "place" not in mine) or evidence(doc, at, at + 1)["place"] > 0)
        ):
            continue
        if "titular" in mine:
            continue
        if not agrees(doc[at].text, title) or _is_governed(doc, at, mine, title):
            continue
        before_given = at + 1 < len(doc) and "given" in classes[at + 1]
        if at + 1 < len(doc) and "capital" in classes[at + 1] and "adjective" in mine and _is_land(title):
            continue
        if before_given and (not mine & {"given", "sur", "pat"} or ("adjective" in mine and is_see(doc, at))):
            continue
        end = at + 1
        while end < len(doc) and end - at < _LONGEST and _continues(classes[end]) and _shares(doc, at, end):
            end += 1
        found.append(Bounds(at, end, "title-name"))
    return found


def of_birth(doc: Doc, classes: Sequence[Classes]) -> list[Bounds]:
    """The maiden or former name after `урожд.` and the like."""
    found = []
    for at in range(1, len(doc)):
        before = at - 2 if doc[at - 1].text == "." and at > 1 else at - 1
        if doc[before].lower_ in _BORN and "capital" in classes[at] and not doc[at].text.isupper():
            end = at + 1
            while end < len(doc) and end - at < _LONGEST and _continues(classes[end]) and _shares(doc, at, end):
                end += 1
            found.append(Bounds(at, end, "name-of-birth"))
            if before > 1 and doc[before - 1].text == "(" and _may_be_surname(classes[before - 2]):
                found.append(Bounds(before - 2, before - 1, "name-before-that-of-birth"))
    return found


def in_honour(doc: Doc, classes: Sequence[Classes]) -> list[Bounds]:
    """The given name or surname alone after `имени`, `им.` (`шахта им. Артёма`)."""
    found = []
    for at in range(1, len(doc)):
        before = at - 2 if doc[at - 1].text == "." and at > 1 else at - 1
        named = "capital" in classes[at] and classes[at] & {"given", "sur"}
        if named and doc[before].lower_ == ("имени" if before == at - 1 else "им"):
            found.append(Bounds(at, at + 1, "name-in-honour"))
    return found


def _may_be_surname(found: Classes) -> bool:
    """Whether the word before a bracket with the name of birth is a surname (`Гершман (урожд. Штерн)`)."""
    return "capital" in found and bool(found & {"sur", "unknown", "possessive", "adjective"})


def _is_land(title: titles.Title) -> bool:
    """Whether an adjective after the title may be a ruler's land (`хан Крымский Девлет-Гирей`)."""
    return title.lemma.split()[-1] in titles.lexicon().sovereigns


def _is_governed(doc: Doc, at: int, mine: Classes, title: titles.Title) -> bool:
    """Whether the word is what an office is over (`глава Администрации`, `владетель Мингрелии`), or cut short."""
    if mine & {"sur", "given"}:
        return False
    if at + 2 < len(doc) and doc[at + 1].text == "." and doc[at + 2].text.islower() and doc[at + 2].pos_ == "NOUN":
        return True
    if titles.title_class(title.lemma) not in _GOVERNING:
        return False
    if doc[at].lower_.endswith("ии"):
        return True
    common = [one for one in analyses(doc[at].lower_) if one.source == "dictionary" and one.pos == "NOUN"]
    return bool(common) and all(one.feats.get("Animacy") == "Inan" for one in common)


def _is_state(classes: Sequence[Classes], at: int) -> bool:
    """Whether two common words in capitals follow the title: `маршал Советского Союза`."""
    following = classes[at + 1] if at + 1 < len(classes) else frozenset()
    return (
        {"common", "adjective"} <= classes[at] and {"common", "noun"} <= following and not following & {"given", "sur"}
    )


def before_titles(doc: Doc, classes: Sequence[Classes], kinds: Sequence[Decided]) -> list[Bounds]:
    """Capitalised words with a title in apposition after them: `Тохтамыш, хан ордынский, …`."""
    others = {start for start, _, kind, _ in kinds if kind != "person"}
    found = []
    for comma in range(1, len(doc) - 2):
        if doc[comma].text != "," or "capital" not in classes[comma - 1]:
            continue
        end = comma + 1
        while end < len(doc) and end - comma < 3 and doc[end].pos_ == "ADJ":
            end += 1
        title = titles.ending_at(doc, end + 1) if end < len(doc) else None
        if title is None or not title.cases or title.noun != end or title.plural:
            continue
        if end + 1 < len(doc) and (doc[end + 1].text[:1].isupper() or doc[end + 1].text == "."):
            continue
        name, mine = comma - 1, classes[comma - 1]
        if name in others or mine & {"function", "attribute", "place", "titular", "doubtful", "upper", "sacred"}:
            continue
        if agrees(doc[name].text, title) and not _continues(classes[name - 1] if name else frozenset()):
            found.append(Bounds(name, comma, "name-before-title"))
    return found


def _continues(mine: Classes) -> bool:
    return "capital" in mine and not mine & {"function", "attribute", "place", "upper"}


def _shares(doc: Doc, start: int, end: int) -> bool:
    """Whether the word at `end` agrees with the first."""
    one = {(r.case, r.number, r.gender) for r in readings(doc[start].text)}
    return bool(one & {(r.case, r.number, r.gender) for r in readings(doc[end].text)})


def titles_before(
    doc: Doc, start: int, case: str, taken: set[int], *, woman: bool = False
) -> tuple[list[str], int, bool]:
    """The titles before the name at `start`, where they begin, and whether the farthest is plural (said of a list).

    `case` is the name's; of a `woman` an abbreviation is her title's (`гр.`: графиня); `taken` holds the tokens of
    other names, which a title is not looked for behind.
    """
    found: list[str] = []
    at, first, plural = start, start, False
    for _ in range(_LONGEST):
        at = _over_links(doc, at)
        title = titles.ending_at(doc, at)
        if title is None and not found:
            title = _across_complement(doc, at, case, taken)
        if title is None and found and at > 1 and doc[at - 1].lower_ == "и":
            title = titles.ending_at(doc, at - 1)
            title = title if title is not None and title.cases else None
        if title is None and not found:
            title = _unlisted(doc, at, case)
        if title is None and at > 1 and doc[at - 1].text == "," and at - 1 not in taken:
            behind = _over_links(doc, at - 1)
            title = titles.ending_at(doc, behind) if found or behind != at - 1 else None
            if title is not None and not title.cases:
                title = None
        if title is None or (title.cases and case not in title.cases):
            break
        if not _is_kin(doc, title, start):
            found.insert(0, title.lemma if title.cases or not woman else titles.of_woman(title.lemma))
            plural = title.plural
        at = first = title.start
    return found, first, plural


def _unlisted(doc: Doc, at: int, case: str) -> titles.Title | None:
    """A noun of a person right before the name that no list has (`сплавщик Фома`), as a title."""
    token = doc[at - 1] if at else None
    if token is None or token.pos_ != "NOUN" or not token.text.islower() or titles.is_plain(token):
        return None
    for one in analyses(token.lower_):
        feats = one.feats
        fits = feats.get("Animacy") == "Anim" and feats.get("Case") == case and feats.get("Number") == "Sing"
        if one.pos == "NOUN" and one.source == "dictionary" and fits:
            return titles.Title(at - 1, at, one.lemma, at - 1, frozenset({case}), False)
    return None


def _is_kin(doc: Doc, title: titles.Title, start: int) -> bool:
    """Whether `отец`, `мать` are said of kin and not of clergy: a pronoun stands beside, or a comma."""
    if title.lemma not in {"отец", "мать", "батюшка"} or doc[title.noun].text.lower() == "о":
        return False
    return title.end != start or (title.start > 0 and doc[title.start - 1].pos_ in {"DET", "PRON"})


def _over_links(doc: Doc, at: int) -> int:
    """Back over particles, possessives and an adjective between title and name (`князь тверской Михаил`)."""
    begin = at
    while at > 0 and begin - at < 3:
        token = doc[at - 1]
        link = token.lemma_.lower() in _LINKS or token.lower_ in _LINKS
        adjective = token.pos_ == "ADJ" and token.text.islower() and titles.ending_at(doc, at) is None
        if not link and not adjective:
            break
        at -= 1
    return at


def _across_complement(doc: Doc, at: int, case: str, taken: set[int]) -> titles.Title | None:
    """The title whose complement stands before the name: `посол РСФСР в Турции Виноградов`, `начальник цеха Орлов`."""
    for back in range(at - 1, max(at - _COMPLEMENT, 0), -1):
        if not _complements(doc[back]) or back in taken:
            return None
        title = titles.ending_at(doc, back)
        if title is not None and title.cases:
            if case in title.cases and (case != "Gen" or title.cases == {"Gen"}):
                return title if _oblique(doc, title.end, at) else None
            return None
    return None


def _complements(token: Token) -> bool:
    if token.is_space or token.pos_ in {"VERB", "AUX", "CCONJ", "SCONJ", "PRON", "PART"}:
        return False
    if token.text in "-—–.":
        return True
    return not token.is_punct


def _oblique(doc: Doc, start: int, end: int) -> bool:
    """Whether no word between title and name is a nominative that could be the name's own."""
    for token in doc[start:end]:
        if token.pos_ in {"NOUN", "PROPN"} and not token.text.isupper():
            cases = {one.feats.get("Case") for one in analyses(token.text)}
            if cases and not cases - {"Nom", None}:
                return False
    first = doc[start] if start < end else None
    return first is not None and (
        first.pos_ in {"NOUN", "PROPN", "ADJ", "ADP", "NUM", "DET"} or first.text[:1].isdigit()
    )
