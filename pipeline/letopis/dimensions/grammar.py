"""Rules over token classes, matched in one compiled pass.

Each token is classified once into a set of class names (`{"day", "cardinal"}`); each distinct set becomes one
letter, and a rule's pattern, written over class names, becomes a regular expression over those letters:

    Rule("day-month-year", "<day> <month> <year>? <year-word>?", build)

`<a>` is one token whose classes hold `a`, `<a|b>` one that holds either, `<a&b>` both, `<!a>` one that lacks
`a`. Everything else (`?`, `*`, `{2}`, `(…|…)`, `(?P<name>…)`, lookarounds) is Python's `re`; blanks do not
count. Repetition is to be bounded or over classes that do not overlap with what follows, so that matching
stays linear.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from spacy.tokens import Doc, Span, Token

_FIRST_LETTER = 0xE000
_ATOM = re.compile(r"(?<!\(\?P)<([^<>=]+)>")

Classes = frozenset[str]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Match:
    """Where a rule's pattern holds: token bounds, and the bounds of its named groups that took part."""

    doc: Doc
    rule: str
    start: int
    end: int
    groups: dict[str, tuple[int, int]]

    def __contains__(self, group: str) -> bool:
        return group in self.groups

    @property
    def span(self) -> Span:
        """The matched tokens."""
        return self.doc[self.start : self.end]

    def tokens(self, group: str) -> Span | None:
        """The tokens of a named group, or `None` where it took no part."""
        if group not in self.groups:
            return None
        start, end = self.groups[group]
        return self.doc[start:end]

    def token(self, group: str) -> Token | None:
        """The first token of a named group, or `None` where it took no part."""
        found = self.tokens(group)
        return found[0] if found is not None and len(found) else None


@dataclass(frozen=True, slots=True)
class Rule(Generic[T]):
    """A readable name, a pattern over token classes, and what makes a result of a match (`None` to decline)."""

    name: str
    pattern: str
    build: Callable[[Match], T | None]


class Grammar(Generic[T]):
    """A list of rules, the earlier preferred, over one alphabet of token classes."""

    def __init__(self, rules: Iterable[Rule[T]]) -> None:
        self.rules = list(rules)
        self._mentioned = frozenset(name for rule in self.rules for name in _names(rule.pattern))
        self._letters: dict[Classes, str] = {}
        self._letter_of: dict[Classes, str] = {}
        self._compiled: list[re.Pattern[str]] = []
        self._compiled_for = -1

    def encode(self, classes: Sequence[Classes]) -> str:
        """One letter a token, by those of its classes that some rule mentions."""
        known = self._letter_of
        for one in classes:
            if one not in known:
                told_apart = one & self._mentioned
                known[one] = self._letters.setdefault(told_apart, chr(_FIRST_LETTER + len(self._letters)))
        return "".join(known[one] for one in classes)

    def matches(self, doc: Doc, classes: Sequence[Classes]) -> Iterator[tuple[Rule[T], Match]]:
        """Every match of every rule, rule by rule; matches of different rules may overlap."""
        text = self.encode(classes)
        self._compile()
        for rule, pattern in zip(self.rules, self._compiled, strict=True):
            for found in pattern.finditer(text):
                if found.end() > found.start():
                    groups = {name: found.span(name) for name in pattern.groupindex if found.start(name) >= 0}
                    yield rule, Match(doc, rule.name, found.start(), found.end(), groups)

    def results(self, doc: Doc, classes: Sequence[Classes]) -> list[T]:
        """What the rules make of their matches, declined ones left out."""
        built = (rule.build(match) for rule, match in self.matches(doc, classes))
        return [result for result in built if result is not None]

    def _compile(self) -> None:
        if self._compiled_for != len(self._letters):
            self._compiled = [re.compile(self._expression(rule.pattern)) for rule in self.rules]
            self._compiled_for = len(self._letters)

    def _expression(self, pattern: str) -> str:
        return _ATOM.sub(lambda atom: self._letter_class(atom[1]), pattern.replace(" ", ""))

    def _letter_class(self, condition: str) -> str:
        letters = "".join(letter for one, letter in self._letters.items() if _holds(condition, one))
        return f"[{letters}]" if letters else r"[^\s\S]"


def _names(pattern: str) -> set[str]:
    """The class names in a pattern."""
    return {
        part.removeprefix("!")
        for atom in _ATOM.findall(pattern.replace(" ", ""))
        for choice in atom.split("|")
        for part in choice.split("&")
    }


def _holds(condition: str, classes: Classes) -> bool:
    return any(
        all((part[1:] not in classes) if part.startswith("!") else (part in classes) for part in choice.split("&"))
        for choice in condition.split("|")
    )
