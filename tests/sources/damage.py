"""Layout damage as print, typing and recognition do it, done to clean texts: each a function of a text and chance."""

from __future__ import annotations

import re
from random import Random

WORD = re.compile(r"(?<![\w-])[а-яё]{6,14}(?![\w-])")
VOWELS = "аеёиоуыэюя"
FIGURE = re.compile(r"(?<![\w.,/-])\d{2,4}(?![\w.,/-])")
# Where a figure may go on in the next line: between its thousands, after the dash of a range.
IN_FIGURE = re.compile(r"(?<=\d) (?=\d{3}(?!\d).{9})|(?<=\d[—–])(?=\d.{9})")
CLAUSE = re.compile(r"(?<=[а-яё]{2}[,;]) (?=[а-яё]{2})")


def wrapped(text: str, chance: Random, sign: str = "-") -> str:
    """`text` in lines of one width, words cut between syllables and `sign` put there."""
    width = chance.randint(38, 64)
    return "\n\n".join("\n".join(_lines(paragraph, width, sign)) for paragraph in text.split("\n\n"))


def _lines(paragraph: str, width: int, sign: str) -> list[str]:
    lines, line = [], ""
    for word in paragraph.split():
        room = width - len(line) - 1
        if len(word) <= room:
            line = f"{line} {word}".strip()
            continue
        cut = _syllable(word, room - 1)
        lines.append(f"{line} {word[:cut]}{sign}".strip() if cut else line)
        line = word[cut:]
    return [*filter(None, lines), line]


def _syllable(word: str, room: int) -> int:
    """Where `word` may be cut within `room` letters; 0 where it may not."""
    if not word.isalpha() or not word.islower():
        return 0
    for at in range(min(room, len(word) - 2), 1, -1):
        halves = word[:at], word[at:]
        if all(any(letter in VOWELS for letter in half) for half in halves) and halves[1][0] not in "ьъй":
            return at
    return 0


def wrapped_with_not_sign(text: str, chance: Random) -> str:
    """Lines cut with `¬`."""
    return wrapped(text, chance, "¬")


def wrapped_with_soft_hyphen(text: str, chance: Random) -> str:
    """Lines cut with a soft hyphen."""
    return wrapped(text, chance, "\u00ad")


def paged(text: str, chance: Random) -> str:
    """Wrapped lines in pages, their numbers between them."""
    lines = wrapped(text, chance).split("\n")
    number = chance.randint(10, 300)
    pages = []
    for at in range(0, len(lines), 7):
        pages.append("\n".join(lines[at : at + 7]))
        pages.append(f"\n— {number + at // 7} —\n")
    return "\n".join(pages)


def headed(text: str, chance: Random) -> str:
    """Wrapped lines in pages, each under its running head, the page's number at the outer edge."""
    lines = wrapped(text, chance).split("\n")
    number, head = chance.randint(10, 300), chance.choice(["ЛѢТОПИСЬ КРАЯ", "Записки старого писаря", "Глава вторая."])
    pages = []
    for page, at in enumerate(range(0, len(lines), 9), number):
        pages.append(f"\n{page}{' ' * 12}{head}\n" if page % 2 else f"\n{head}{' ' * 12}{page}\n")
        pages.append("\n".join(lines[at : at + 9]))
    return "\n".join(pages)


def figures_over_lines(text: str, chance: Random) -> str:
    """Wrapped lines that break inside figures: between thousands (`20⏎000`) and after the dash of a range."""
    return IN_FIGURE.sub("\n", wrapped(text, chance))


def versed(text: str, chance: Random) -> str:
    """Verse: a line ends with each clause, and the next begins with a capital, indented or not."""
    indents = ["", "", "    "]
    lines = CLAUSE.split(text)
    return "\n".join(lines[:1] + [chance.choice(indents) + line[0].upper() + line[1:] for line in lines[1:]])


def footnoted(text: str, chance: Random) -> str:
    """Footnote marks glued to words."""
    return _some(WORD, text, chance, lambda word: word + chance.choice(["¹", "²", "*)", "[3]"]), 4)


def letterspaced(text: str, chance: Random) -> str:
    """Emphasis by spaces between letters."""
    return _some(WORD, text, chance, " ".join, 2)


def stressed(text: str, chance: Random) -> str:
    """Stress marks over vowels."""
    return _some(WORD, text, chance, lambda word: re.sub(f"([{VOWELS}])", "\\1\u0301", word, count=1), 8)


def lookalike(text: str, chance: Random) -> str:
    """Latin letters in Cyrillic words."""
    return _some(WORD, text, chance, lambda word: word.translate(str.maketrans("аеорсух", "aeopcyx")), 8)


def misread(text: str, chance: Random) -> str:
    """Letters for figures."""
    return _some(FIGURE, text, chance, lambda figure: figure[0] + figure[1:].translate(str.maketrans("03", "ОЗ")), 6)


def _some(pattern: re.Pattern[str], text: str, chance: Random, change, times: int) -> str:
    """`text` with `change` made to some of the matches of `pattern`."""
    found = list(pattern.finditer(text))
    for match in sorted(chance.sample(found, min(times, len(found))), key=lambda m: -m.start()):
        text = text[: match.start()] + change(match.group()) + text[match.end() :]
    return text


KINDS = (
    wrapped,
    wrapped_with_not_sign,
    wrapped_with_soft_hyphen,
    paged,
    headed,
    figures_over_lines,
    versed,
    footnoted,
    letterspaced,
    stressed,
    lookalike,
    misread,
)
