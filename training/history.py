"""What makes a text of today's news like a historical one: seeded edits that keep the spans of its names.

Each edit replaces a stretch of the text; spans are led along. Names of the period stand for whole closed classes of
endings: a stem in -ов, -ев, -ин takes the place of another, so that the ending, and with it case and gender, stays.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from random import Random

from nerel import Span

Edit = tuple[int, int, str]

_DATA = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
_SURNAME = re.compile(r"([А-ЯЁ][а-яё]+(?:ов|ев|ёв|ин|ын))(а|у|ым|е|ой|ы|ых|ыми|)")
_ADJECTIVAL = re.compile(r"([А-ЯЁ][а-яё]+[сц]к)(ий|ого|ому|им|ом|ая|ой|ую|ие|их|ими)")
_TOWN = re.compile(r"([А-ЯЁ][а-яё]+ск)(а|у|ом|е|)")
_COUNTRY = re.compile(r"([А-ЯЁ][а-яё]+)(ия|ии|ию|ией)")
_WORD = re.compile(r"[А-Яа-яЁё]+")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_ERA = re.compile(r"\b(?:года|году|год|годом)\b")
_VOWELS = "аеёиоуыэюя"


def historical(text: str, spans: list[Span], random: Random) -> tuple[str, list[Span]]:
    """The text and spans after edits of every sort, each with a probability of its own."""
    text, spans = _applied(text, spans, _names(text, spans, random))
    text, spans = _applied(text, spans, _forms_of_names(text, spans, random))
    edits = [*_years(text, spans, random)]
    text, spans = _applied(text, spans, edits)
    text, spans = _titles(text, spans, random)
    if random.random() < _DATA["share"]["old_spelling"]:
        text, spans = _applied(text, spans, _old_spelling(text, random))
    if random.random() < _DATA["share"]["noise"]:
        text, spans = _applied(text, spans, _noise(text, random))
    if random.random() < _DATA["share"]["capitals"]:
        text, spans = _applied(text, spans, _capitals(text, random))
    return text, spans


def _applied(text: str, spans: list[Span], edits: list[Edit]) -> tuple[str, list[Span]]:
    """Edits must not overlap; one that crosses a span's bound moves the bound to its own."""
    out: list[str] = []
    at = 0
    moves: list[tuple[int, int, int, int]] = []
    size = 0
    for start, end, new in sorted(edits):
        if start < at:
            continue
        out += [text[at:start], new]
        size += start - at
        moves.append((start, end, size, size + len(new)))
        size += len(new)
        at = end
    out.append(text[at:])
    starts, ends = [], []
    order = sorted(range(len(spans)), key=lambda i: spans[i][0])
    starts = _moved([spans[i][0] for i in order], moves, False)
    ends_order = sorted(range(len(spans)), key=lambda i: spans[i][1])
    ends = _moved([spans[i][1] for i in ends_order], moves, True)
    first = dict(zip(order, starts, strict=True))
    last = dict(zip(ends_order, ends, strict=True))
    return "".join(out), [(first[i], last[i], spans[i][2]) for i in range(len(spans)) if first[i] < last[i]]


def _moved(places: list[int], moves: list[tuple[int, int, int, int]], is_end: bool) -> list[int]:
    out: list[int] = []
    i = shift = 0
    for place in places:
        while i < len(moves) and (moves[i][1] < place or (moves[i][1] == place and (is_end or moves[i][0] < place))):
            shift = moves[i][3] - moves[i][1]
            i += 1
        if i < len(moves) and moves[i][0] < place < moves[i][1]:
            out.append(moves[i][3] if is_end else moves[i][2])
        else:
            out.append(place + shift)
    return out


def _inside(spans: list[Span], kinds: set[str], text: str, random: Random, share: float) -> list[tuple[int, str]]:
    return [(start, text[start:end]) for start, end, kind in spans if kind in kinds and random.random() < share]


def _names(text: str, spans: list[Span], random: Random) -> list[Edit]:
    """Surnames, towns and countries of the period; one name of a document has one successor."""
    chosen: dict[str, str] = {}
    share = _DATA["share"]["names"]
    classes = [(_SURNAME, "surnames"), (_ADJECTIVAL, "adjectival")]
    wanted = {"PERSON": classes, "CITY": [(_TOWN, "towns")], "COUNTRY": [(_COUNTRY, "countries")]}
    swapped: dict[str, bool] = {}
    edits: list[Edit] = []
    for start, end, kind in spans:
        for pattern, sort in wanted.get(kind, ()):
            for word in _WORD.finditer(text, start, end):
                found = pattern.fullmatch(word.group())
                if found is None or (kind == "PERSON" and len(found[1]) < 5):
                    continue
                key = sort + found[1]
                if swapped.setdefault(key, random.random() < share):
                    stem = chosen.setdefault(key, random.choice(_DATA["names"][sort]))
                    edits.append((*word.span(), stem + found[2]))
    return list(dict.fromkeys(edits))


def _forms_of_names(text: str, spans: list[Span], random: Random) -> list[Edit]:
    """Initials for given names."""
    edits = []
    for start, name in _inside(spans, {"PERSON"}, text, random, _DATA["share"]["initials"]):
        words = name.split(" ")
        if len(words) in {2, 3} and all(word[:1].isupper() and len(word) > 2 and word.isalpha() for word in words):
            gap = random.choice([" ", ""]) if len(words) == 3 else ""
            initials = gap.join(word[0] + "." for word in words[:-1])
            end = start + len(name) - len(words[-1])
            edits.append((start, end, initials + random.choice([" ", " ", ""])))
    return edits


def _years(text: str, spans: list[Span], random: Random) -> list[Edit]:
    edits: list[Edit] = []
    for start, end, kind in spans:
        if kind == "DATE" and random.random() < _DATA["share"]["years"]:
            stretch = text[start:end]
            year = random.randint(1550, 1950)
            for found in _YEAR.finditer(stretch):
                year += random.randint(0, 5)
                edits.append((start + found.start(), start + found.end(), str(year)))
            if random.random() < _DATA["share"]["year_sign"] and _YEAR.search(stretch):
                edits += [(start + one.start(), start + one.end(), "г.") for one in _ERA.finditer(stretch)]
    return list(dict.fromkeys(edits))


def _titles(text: str, spans: list[Span], random: Random) -> tuple[str, list[Span]]:
    """Abbreviated ranks and titles before persons who have none."""
    ends = {end for _, end, _ in spans}
    edits: list[Edit] = []
    labelled: dict[int, str] = {}
    for start, _, kind in spans:
        if kind == "PERSON" and start - 1 not in ends and random.random() < _DATA["share"]["titles"]:
            sort = random.choice(["rank", "style"])
            title = random.choice(_DATA["titles"][sort])
            edits.append((start, start, title + " "))
            labelled[start] = title if sort == "rank" else ""
    edits = list(dict.fromkeys((start, end, new) for start, end, new in edits))
    seen: set[int] = set()
    edits = [one for one in edits if not (one[0] in seen or seen.add(one[0]))]
    before = sorted(edits)
    changed, moved = _inserted(text, spans, before)
    shift = 0
    for start, _, new in before:
        if labelled.get(start) == new.rstrip():
            moved.append((start + shift, start + shift + len(new) - 1, "PROFESSION"))
        shift += len(new)
    return changed, moved


def _inserted(text: str, spans: list[Span], edits: list[Edit]) -> tuple[str, list[Span]]:
    """Insertions before spans that begin there: those begin after them."""
    out = []
    at = 0
    for start, _, new in edits:
        out += [text[at:start], new]
        at = start
    out.append(text[at:])

    def before(place: int, with_equal: bool) -> int:
        return sum(len(new) for start, _, new in edits if start < place or (with_equal and start == place))

    kept = {"PERSON"}
    return "".join(out), [
        (start + before(start, kind in kept), end + before(end, False), kind) for start, end, kind in spans
    ]


def _old_spelling(text: str, random: Random) -> list[Edit]:
    """The spelling before 1918: hard signs, і before vowels, -аго; and `ѣ` for some `е`, as the words have it."""
    edits: list[Edit] = []
    for found in _WORD.finditer(text):
        word = found.group()
        new = re.sub(rf"и(?=[{_VOWELS}й])", "і", word)
        new = re.sub(r"ого$", "аго", new) if len(new) > 5 and random.random() < 0.5 else new
        new = re.sub(r"е(?=$)", "ѣ", new) if len(new) > 4 and random.random() < 0.5 else new
        if new[-1:].lower() in "бвгджзклмнпрстфхцчшщ" and (len(new) > 1 or new in "вксВКС"):
            new += "ъ" if new[-1].islower() or len(new) == 1 else ""
        if new != word:
            edits.append((*found.span(), new))
    return edits


def _noise(text: str, random: Random) -> list[Edit]:
    """Letters that an OCR takes for one another, one in a hundred."""
    pairs = _DATA["noise"]
    return [
        (i, i + 1, random.choice(pairs[letter]))
        for i, letter in enumerate(text)
        if letter in pairs and random.random() < _DATA["share"]["noisy_letters"]
    ]


def _capitals(text: str, random: Random) -> list[Edit]:
    """Some lines in capitals."""
    edits: list[Edit] = []
    for found in re.finditer(r"[^\n.!?]{10,}", text):
        if random.random() < _DATA["share"]["capital_lines"]:
            edits.append((*found.span(), found.group().upper()))
    return [one for one in edits if len(one[2]) == one[1] - one[0]]
