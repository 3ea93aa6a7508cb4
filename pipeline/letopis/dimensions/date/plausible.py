"""Which of the dates read are dates where they stand: not parts of names, not idioms, not beside an explicit day."""

from __future__ import annotations

from spacy.tokens import Doc

from letopis.dimensions.date.expressions import Date, DayFrom, Expression, Feast, Season, Weekday
from letopis.dimensions.date.lexicon import fold
from letopis.dimensions.date.nodes import Node
from letopis.dimensions.date.surroundings import sentence, token_after, token_before
from letopis.dimensions.date.tenses import awaits
from letopis.language.names import SPANS as NAMES

_EVERY = frozenset({"каждый", "всякий", "ежегодно"})
_YEARS_TOLD = frozenset({"года", "году", "год", "г", "гг"})
_OPENING, _CLOSING = frozenset('«"„“'), frozenset('»"“”')
_LINKS = frozenset({"comma", "in", "on", "open", "close"})
_NAMED_AFTER_DAYS = frozenset(
    [
        "улица",
        "ул",
        "площадь",
        "пл",
        "проспект",
        "просп",
        "переулок",
        "пер",
        "им",
        "имени",
        "имя",
        "завод",
        "фабрика",
        "колхоз",
        "совхоз",
        "шахта",
        "сквер",
    ]
)
_GENITIVES = frozenset({"марта", "мая", "августа"})
_OF_AN_HOUR = frozenset({"половина", "четверть", "час", "исход", "начало"})
_NAMES = _GENITIVES | {"март", "май", "август", "октябрь", "октября", "февраль", "февраля"}
_BEFORE_MONTHS = frozenset({"в", "с", "до", "к", "за", "на", "по", "от", "сего", "минувшего"})
_YEARS_OF_OLD = frozenset({"лето", "лета"})
"""Before a number these name a year from the Creation, and no season."""
_SEASON_ADVERBS = frozenset(["весной", "весною", "летом", "осенью", "зимой", "зимою"])


def plausible(doc: Doc, nodes: list[Node]) -> list[Node]:
    """The date nodes that stand."""
    named = _named(doc)
    return [
        node
        for at, node in enumerate(nodes)
        if node.date is not None
        and not _in_name(doc, node, named)
        and not _is_name(doc, node)
        and not _beside_a_day(doc, nodes, at)
        and not _is_idle(doc, node)
        and not _recurs(doc, node)
        and not _is_hour(doc, node)
    ]


def _is_hour(doc: Doc, node: Node) -> bool:
    """`в половине третьего дня`: half past two, and no day before yesterday."""
    before = token_before(doc, node.start)
    return isinstance(node.date, DayFrom) and before is not None and fold(before.lemma_) in _OF_AN_HOUR


def _recurs(doc: Doc, node: Node) -> bool:
    """`1 марта каждого года`, `ежегодно 6 мая`: no one day."""
    if any(
        token.lower_ in _YEARS_TOLD or (token.text.isdecimal() and len(token) == 4)
        for token in doc[node.start : node.end]
    ):
        return False
    before, after = token_before(doc, node.start), token_after(doc, node.end)
    if after is not None and fold(after.lemma_) in _EVERY:
        return True
    if before is not None and before.pos_ == "ADP":
        before = token_before(doc, before.i)
    return before is not None and fold(before.lemma_) in _EVERY | {"ежегодно", "ежемесячно", "еженедельно"}


def _named(doc: Doc) -> set[int]:
    return {token.i for span in doc.spans.get(NAMES, ()) for token in span}


def _in_name(doc: Doc, node: Node, named: set[int]) -> bool:
    """`улица 1 Мая`, `Август Иванович`, `Марта Петровна`: a day or month without a year inside a name."""
    date = node.date
    if not isinstance(date, Date) or date.year is not None or date.month is None:
        return False
    before = token_before(doc, node.start)
    if before is not None and before.text == ".":
        before = token_before(doc, before.i)
    month = next((token for token in doc[node.start : node.end] if token.is_alpha), None)
    if (
        before is not None
        and fold(before.lemma_) in _NAMED_AFTER_DAYS
        and (month is None or month.text[0].isupper() or date.day)
    ):
        return True
    if _in_quotes(doc, node):
        return True
    return date.day is None and all(i in named for i in range(node.start, node.end))


def _in_quotes(doc: Doc, node: Node) -> bool:
    """`колхоз «1 Мая»`."""
    before, after = token_before(doc, node.start), token_after(doc, node.end)
    return before is not None and after is not None and before.text in _OPENING and after.text in _CLOSING


def _is_name(doc: Doc, node: Node) -> bool:
    """A month alone with a capital, where it is no word of a date: `Марта вышла`, `Август Иванович`."""
    date = node.date
    if not isinstance(date, Date) or date.year is not None or date.day is not None or not isinstance(date.month, int):
        return False
    first, after = doc[node.start], token_after(doc, node.end)
    form = fold(first.text)
    if not first.text[:1].isupper() or form not in _NAMES:
        return False
    before = token_before(doc, node.start)
    if before is not None and fold(before.text) in _BEFORE_MONTHS:
        return False
    followed = after is not None and after.text[:1].isupper()
    return followed or form in _GENITIVES or not first.is_sent_start


def _beside_a_day(doc: Doc, nodes: list[Node], at: int) -> bool:
    """A week day or a feast beside an explicit day says nothing more."""
    date = nodes[at].date
    if not isinstance(date, Weekday | Feast) or (isinstance(date, Weekday) and date.offset is not None):
        return False
    if at + 2 < len(nodes) and "and" in nodes[at + 1].classes and nodes[at + 2].date is not None:
        return False
    if isinstance(date, Weekday) and any(_is_feast(nodes, at, step) for step in (-1, 1)):
        return True
    first = nodes[at].start
    begins = any(token.is_sent_start or _opens(doc, token.i) for token in doc[max(0, first - 1) : first + 1])
    return any(_is_day(_neighbour(nodes, at, step)) for step in ((1,) if begins else (-1, 1)))


def _opens(doc: Doc, at: int) -> bool:
    """A capital after a stop: `3 июня 1903 г. В понедельник`."""
    return at > 0 and doc[at].text[:1].isupper() and doc[at - 1].text == "."


def _is_feast(nodes: list[Node], at: int, step: int) -> bool:
    """Whether a day of the church year, told with its year, stands beside: `на Николин день 1237 года, в пятницу`."""
    for distance in range(1, 5):
        other = nodes[at + step * distance] if 0 <= at + step * distance < len(nodes) else None
        if other is None:
            return False
        if other.date is not None:
            return isinstance(other.date, Feast) and other.date.year is not None
        if other.classes.isdisjoint(_LINKS):
            return False
    return False


def _neighbour(nodes: list[Node], at: int, step: int) -> Node | None:
    for distance in range(1, 7):
        other = at + step * distance
        if not 0 <= other < len(nodes):
            return None
        if isinstance(nodes[other].date, Weekday | Feast):
            continue
        if nodes[other].date is not None:
            return nodes[other]
        if nodes[other].classes.isdisjoint(_LINKS):
            return None
    return None


def _is_day(node: Node | None) -> bool:
    return node is not None and "a-day" in node.classes


def _is_idle(doc: Doc, node: Node) -> bool:
    """A season alone counts as an adverb of past or future, or after a preposition; not where it is a general truth."""
    date: Expression | None = node.date
    if not isinstance(date, Season) or date.year is not None or date.offset is not None:
        return False
    before, after = token_before(doc, node.start), token_after(doc, node.end)
    if after is not None and after.text[0].isdecimal():
        return fold(doc[node.end - 1].text) in _YEARS_OF_OLD
    if fold(doc[node.end - 1].text) not in _SEASON_ADVERBS:
        return before is None or before.lower_ not in {"к", "до", "с", "на", "за", "в", "по", "под", "после"}
    return _says_always(doc, node)


def _says_always(doc: Doc, node: Node) -> bool:
    around = sentence(doc, node.start)
    tenses = {tense for token in around if token.pos_ in {"VERB", "AUX"} for tense in token.morph.get("Tense", [])}
    forms = {form for token in around for form in token.morph.get("VerbForm", [])}
    planned = "Inf" in forms and any(token.morph.get("Person", []) == ["1"] for token in around)
    if planned or any(awaits(token) for token in around):
        return False
    return tenses == {"Pres"} and "Fin" in forms and token_after(doc, node.end) is not None
