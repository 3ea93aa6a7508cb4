"""Who writes a letter or report and to whom, by its heading, its address and its signature."""

from __future__ import annotations

from typing import NamedTuple

from spacy.tokens import Doc

from letopis.entities.mentioned import Row, first_at, rows
from letopis.entities.words import words
from letopis.language.memory import memory

LETTERS = words("letters")
SELF_TOLD = words("self_told")
_ACCOUNTS = words("accounts")
_CLOSING = words("closing")
_STORE, _KEPT = "letopis.correspondents", "letopis.keeper"
_HEAD, _FOOT, _LONGEST = 4, 4, 30
_MARKS = frozenset('.!,»"')
_ADDRESS_ENDS = frozenset("!,")


class Correspondents(NamedTuple):
    """The rows of the writer and of the addressee, `None` where the document does not name them."""

    writer: Row | None
    addressee: Row | None


def correspondents(doc: Doc) -> Correspondents:
    """The writer and the addressee of `doc`, found once for its present names."""
    found = rows(doc)
    kept = memory(doc).get(_STORE)
    if kept is None or kept[0] != len(found):
        kept = memory(doc)[_STORE] = (len(found), _read(doc, found))
    return kept[1]


def _read(doc: Doc, found: list[Row]) -> Correspondents:
    lines = _lines(doc)
    head = [called for line in lines[:_HEAD] if _is_label(doc, called := _call(doc, line))]
    foot = [line for line in reversed(lines[1:][-_FOOT:]) if _is_label(doc, line, signed=True)]
    foot += [closing for line in lines[-1:] if (closing := _closing(doc, found, line)) is not None]
    sender = next((row for line in head if (row := _sender(doc, found, line)) is not None), None)
    writer = sender or next((row for line in foot if (row := _signer(doc, found, line)) is not None), None)
    addressee = next(
        (row for line in head if (row := _addressed(doc, found, line)) is not None and row != writer), None
    )
    return Correspondents(writer, addressee)


def keeper(doc: Doc) -> Row | None:
    """Whose account book the document is, by its heading, found once for its present names."""
    found = rows(doc)
    kept = memory(doc).get(_KEPT)
    if kept is None or kept[0] != len(found):
        first = next(iter(_lines(doc)), (0, 0))
        headed = any(token.lemma_.lower() in _ACCOUNTS for token in doc[first[0] : min(first[0] + 3, first[1])])
        owner = next(iter(_persons(found, first)), None) if headed and first[1] - first[0] <= _LONGEST else None
        kept = memory(doc)[_KEPT] = (len(found), owner if owner is not None and "Gen" in _case(doc, owner) else None)
    return kept[1]


def _lines(doc: Doc) -> list[tuple[int, int]]:
    """Token bounds of the lines that are not empty."""
    ends = [token.i for token in doc if "\n" in token.text] + [len(doc)]
    starts = [0] + [end + 1 for end in ends[:-1]]
    return [(start, end) for start, end in zip(starts, ends, strict=True) if end > start]


def _call(doc: Doc, line: tuple[int, int]) -> tuple[int, int]:
    """The line up to the mark that ends an address: `Любезный брат Пётр Андреевич! Письмо твоё …`."""
    return line[0], next(
        (i + 1 for i in range(line[0], min(line[1], line[0] + _LONGEST)) if doc[i].text == "!"), line[1]
    )


def _is_label(doc: Doc, line: tuple[int, int], signed: bool = False) -> bool:
    """Whether the line is short and tells nothing: a heading, an address; if `signed`, also `остаюсь ваш слуга X`."""
    words = doc[line[0] : line[1]]
    verbs = [token for token in words if token.morph.get("VerbForm", []) in (["Fin"], ["Inf"])]
    return len(words) <= _LONGEST and all(signed and token.morph.get("Person", []) == ["1"] for token in verbs)


def _closing(doc: Doc, found: list[Row], line: tuple[int, int]) -> tuple[int, int] | None:
    """The sentence that ends the line, a date after it, where it takes leave or is a bare name: `Твой Шишков.`"""
    end = line[1]
    last = doc[end - 1].sent.start
    dated = last > line[0] and doc[last].text[:1].isdigit()
    if dated:
        last, end = doc[last - 1].sent.start, last
    if last < line[0] or (last == line[0] and not dated) or not _is_label(doc, (last, end), signed=True):
        return None
    leaves = any(token.lemma_.lower() in _CLOSING for token in doc[last:end])
    named = sum(row.end - row.start for row in _persons(found, (last, end)))
    bare = named >= sum(not (token.is_punct or token.is_space) for token in doc[last:end])
    return (last, end) if leaves or bare else None


def _persons(found: list[Row], line: tuple[int, int]) -> list[Row]:
    inside = found[first_at(found, line[0]) : first_at(found, line[1])]
    return [row for row in inside if row.kind == "person"]


def _case(doc: Doc, row: Row) -> set[str]:
    return {case for token in doc[row.start : row.end] for case in token.morph.get("Case", [])}


def _sender(doc: Doc, found: list[Row], line: tuple[int, int]) -> Row | None:
    """`Рапорт генерал-майора Лопухина князю Потёмкину`: the first name in the genitive after the letter's noun.

    A word may stand before the noun: `Походный дневник прапорщика Лунина`, `Из записок Лунина`.
    """
    if not any(token.lemma_.lower() in LETTERS | SELF_TOLD for token in doc[line[0] : min(line[0] + 2, line[1])]):
        return None
    first = next(iter(_persons(found, line)), None)
    if first is None or any(token.lower_ in {"о", "об", "к"} for token in doc[line[0] : first.start]):
        return None
    return first if "Gen" in _case(doc, first) else None


def _signer(doc: Doc, found: list[Row], line: tuple[int, int]) -> Row | None:
    """The name that ends the line, if the line is not an address (`Любезный брат Пётр Андреевич!`)."""
    if doc[line[1] - 1].text in _ADDRESS_ENDS:
        return None
    last = next(reversed(_persons(found, line)), None)
    ends = last is not None and all(t.is_space or t.text in _MARKS for t in doc[last.end : line[1]])
    return last if ends else None


def _addressed(doc: Doc, found: list[Row], line: tuple[int, int]) -> Row | None:
    """The name in `Милостивый государь Иван Петрович!`, or the first in the dative: `князю Потёмкину`."""
    stop = next((i for i in range(*line) if doc[i].text == "!"), None)
    if stop is None and doc[line[1] - 1].text == ",":
        stop = line[1] - 1
    called = _persons(found, (line[0], stop)) if stop is not None else []
    if len(called) == 1:
        return called[0]
    return next((row for row in _persons(found, line) if "Dat" in _case(doc, row)), None)
