"""Bytes to text: which encoding they are in, told by marks, by form and by the letters they would give."""

from __future__ import annotations

import codecs
import math
import re
import tomllib
from importlib.resources import files

from letopis.errors import SourceError
from letopis.sources.characters import CYRILLIC
from letopis.sources.orthography.printed import known_as_printed

_DATA = tomllib.loads(files("letopis.sources").joinpath("encodings.toml").read_text(encoding="utf-8"))
_CANDIDATES: list[str] = _DATA["candidates"]
_LETTERS = {letter: math.log(share) for letter, share in _DATA["letters"].items()}
_CAPITALS = {letter.upper(): cost + math.log(_DATA["capital"]) for letter, cost in _LETTERS.items()}
_SIGNS = dict.fromkeys(_DATA["signs"], math.log(_DATA["sign"]))
_CLOSING = frozenset(_DATA["closing"])
# Stands for a closing sign where a word may begin.
_BEGINS = "»»"
_CAPITAL_GOES_ON = math.log(_DATA["capital_goes_on"])
_MISPLACED = math.log(_DATA["misplaced"])
_FOREIGN = math.log(_DATA["foreign"])

# Marks at a file's start; those of UTF-32 before those of UTF-16, which begin alike.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# As many bytes are weighed as tell encodings apart many times over.
_SAMPLE = 100_000
# Letters that a text in UTF-8 may be expected to have beyond ASCII: Latin, Greek, Cyrillic, punctuation. Where it has
# none of them, a few bytes of another encoding may only happen to be well-formed.
_USUAL = re.compile("[\u00a0-\u052f\u2000-\u22ff]")
_WORDS_SAMPLE = 2_000
_WORD = re.compile(rf"(?<!\w)[{CYRILLIC}]{{3,}}(?!\w)")


def decode(data: bytes, name: str, encoding: str | None = None) -> tuple[str, str]:
    """The text of `data` and the encoding it was in; `name` is what an error calls the document.

    `encoding` forces one. Else a byte-order mark decides, then whether the bytes are well-formed UTF-8, then
    which encoding gives letters as frequent as Russian has them. Raises `SourceError` where the bytes are
    no text, or where no reading is likelier than the next by the confidence of `encodings.toml`: a question is
    better than a text of wrong letters.
    """
    if encoding is not None:
        return _forced(data, name, encoding), encoding
    for mark, marked in _MARKS:
        if data.startswith(mark):
            return _forced(data, name, marked).removeprefix("\ufeff"), marked.removesuffix("-sig")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _guessed(data, name, error)
    if "\0" in text or not (text.isascii() or _USUAL.search(text)):
        return _guessed(data, name, None)
    _refuse_binary(text, name)
    return text, "utf-8"


def _forced(data: bytes, name: str, encoding: str) -> str:
    try:
        return data.decode(encoding).removeprefix("\ufeff")
    except LookupError:
        raise SourceError(f"{encoding!r} is no encoding known here: name one like utf-8, cp1251 or koi8-r.") from None
    except UnicodeError as error:
        at = f" at byte {error.start}" if isinstance(error, UnicodeDecodeError) else ""
        raise SourceError(f"{name} is not {encoding}{at}: name another encoding or leave it to be detected.") from None


def _guessed(data: bytes, name: str, fault: UnicodeDecodeError | None) -> tuple[str, str]:
    """The likeliest reading of bytes that are no UTF-8, refused where another is nearly as likely."""
    readings = _readings(data)
    best = max(readings, key=lambda reading: reading[0], default=None)
    if best is None or best[0] == -math.inf:
        raise SourceError(f"{name} is no text: give a text, or a document of a format that `letopis` reads.")
    score, weight, text, encoding = best
    if fault is not None and _nearly_utf8(data):
        raise SourceError(f"{name} is UTF-8 broken at byte {fault.start}: mend the file, or name its encoding.")
    if score / max(weight, 1) < _DATA["floor"]:
        raise SourceError(
            f"{name} fits no Russian encoding ({encoding} comes nearest): name its encoding if it is a text."
        )
    rivals = [other for other in readings if other[2] != text]
    margin = min((score - other[0] for other in rivals), default=math.inf)
    if 1 / (1 + math.exp(-min(margin, 700))) < _DATA["confidence"] and not _seconded(data, encoding):
        raise SourceError(f"{name} may be {encoding} or another encoding, it is too short to tell: name its encoding.")
    _refuse_binary(text, name)
    return text, encoding


def _readings(data: bytes) -> list[tuple[float, int, str, str]]:
    """What `data` reads as in each candidate: its log-probability, the letters weighed, the text, the encoding."""
    candidates = list(_CANDIDATES)
    if data.count(b"\x04", 0, _SAMPLE) > min(len(data), _SAMPLE) / 5 or b"\0" in data[:_SAMPLE]:
        candidates = ["utf-16-le", "utf-16-be"]
    readings = []
    for encoding in candidates:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        readings.append((*_likelihood(text[:_SAMPLE]), text, encoding))
    return readings


def _likelihood(text: str) -> tuple[float, int]:
    """The log-probability of the signs of `text` beyond ASCII as Russian ones, and their number.

    Words that the dictionary has are worth more than their letters, which tells apart what is short.
    """
    total = 0.0
    weight = 0
    before = " "
    for sign in text:
        if sign < "\x80":
            if sign < " " and sign not in "\t\n\r\f\x1a":
                return -math.inf, 0
            before = sign
            continue
        weight += 1
        if sign in _LETTERS:
            total += _FOREIGN if before == _BEGINS or (before.isascii() and before.isalpha()) else _LETTERS[sign]
        elif sign in _CAPITALS:
            if before.isupper() and not before.isascii():
                total += _LETTERS[sign.lower()] + _CAPITAL_GOES_ON
            else:
                total += _MISPLACED if before.isalpha() else _CAPITALS[sign]
        else:
            total += _SIGNS.get(sign, _FOREIGN)
            if sign in _CLOSING and before.isspace():
                sign = _BEGINS
        before = sign
    letters = sum(len(word) for word in _WORD.findall(text[:_WORDS_SAMPLE]) if _is_word(word))
    return total + _DATA["word"] * letters, weight


def _is_word(word: str) -> bool:
    return (word.islower() or word.istitle() or word.isupper()) and known_as_printed(word.lower())


def _nearly_utf8(data: bytes) -> bool:
    """Whether `data` is UTF-8 but for a few bytes."""
    text = data[:_SAMPLE].decode("utf-8", "replace")
    beyond = sum(sign > "\x7f" for sign in text)
    return text.count("\ufffd") <= max(1, 0.05 * beyond) and beyond > 4


def _seconded(data: bytes, encoding: str) -> bool:
    """Whether charset-normalizer, asked independently, says the same."""
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE], cp_isolation=_CANDIDATES).best()
    return best is not None and best.encoding == encoding and best.percent_chaos == 0 and len(data) > 20


def _refuse_binary(text: str, name: str) -> None:
    controls = sum(sign < " " and sign not in "\t\n\r\f\v\x1a\x1b" for sign in text[:_SAMPLE])
    if "\0" in text[:_SAMPLE] or controls > 0.01 * min(len(text), _SAMPLE) + 1:
        raise SourceError(f"{name} is no text: give a text, or a document of a format that `letopis` reads.")
