"""Direct speech before the verb that tells of it: `— Еду в Казань, — сказал он`; `«Не дам!» — кричал старик`."""

from __future__ import annotations

from spacy.tokens import Doc, Token

DASHES = frozenset({"—", "–", "-"})
_ENDS = frozenset({",", "!", "?", "…", "...", ".."})
_NEAR = 4
_LONGEST = 400


def spoken_before(doc: Doc, verb: Token) -> tuple[int, int] | None:
    """The tokens of the speech that a dash parts from `verb`; `None` where no speech stands there."""
    dash = next((i for i in range(verb.i - 1, max(verb.i - _NEAR, -1), -1) if doc[i].is_punct), -1)
    if dash < 2 or doc[dash].text not in DASHES:
        return None
    end = dash
    while end > 0 and (doc[end - 1].is_space or doc[end - 1].text in _ENDS):
        end -= 1
    if end > 0 and doc[end - 1].text in {"»", '"', "“"}:
        opening = next((i for i in range(end - 2, max(end - _LONGEST, -1), -1) if doc[i].text in {"«", '"', "„"}), -1)
        return (opening + 1, end - 1) if opening >= 0 else None
    if end == dash:
        return None
    start = line_start(doc, end)
    return (start + 1, end) if start < end and doc[start].text in DASHES else None


def line_start(doc: Doc, at: int) -> int:
    """The first token of the line that holds token `at`."""
    while at > 0 and "\n" not in doc[at - 1].text:
        at -= 1
    return at
