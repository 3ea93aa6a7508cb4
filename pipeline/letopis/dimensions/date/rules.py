"""How date mentions are found: the layers of rules, and the mentions made of what they read."""

from __future__ import annotations

import re
from typing import Any, Literal

from spacy.tokens import Doc

from letopis.dimensions.context import context
from letopis.dimensions.date.atoms import atoms
from letopis.dimensions.date.cascade import Layer
from letopis.dimensions.date.families.bounds import BOUNDS, CLOSED, QUALIFIED
from letopis.dimensions.date.families.calendars import DOUBLES, STYLES
from letopis.dimensions.date.families.days import DAYS, OF_SEASON, THAT_MONTH
from letopis.dimensions.date.families.feasts import FEASTS
from letopis.dimensions.date.families.figures import FIGURES
from letopis.dimensions.date.families.months import MONTHS
from letopis.dimensions.date.families.parts import PARTS
from letopis.dimensions.date.families.ranges import DAYS_LISTED, LISTS, RANGES
from letopis.dimensions.date.families.relative import RELATIVE
from letopis.dimensions.date.families.standing import STANDING
from letopis.dimensions.date.families.years import DECADES, YEARS
from letopis.dimensions.date.meaning import evaluate
from letopis.dimensions.date.nodes import Node
from letopis.dimensions.date.plausible import plausible
from letopis.dimensions.date.reading import remember
from letopis.dimensions.date.surroundings import strip_counts
from letopis.dimensions.date.value import reasoning, unresolved, value
from letopis.dimensions.mention import Mention

LAYERS = (
    YEARS,
    DECADES,
    FEASTS,
    Layer(*THAT_MONTH),
    RELATIVE,
    Layer(*DAYS, *FIGURES, *MONTHS),
    Layer(*OF_SEASON),
    DOUBLES,
    STYLES,
    LISTS,
    PARTS,
    PARTS,
    QUALIFIED,
    RANGES,
    QUALIFIED,
    BOUNDS,
    CLOSED,
    STANDING,
    DAYS_LISTED,
    STANDING,
    BOUNDS,
)
"""Each reads what the ones before it left."""

_NOT_A_LETTER = re.compile(r"[^\w]+")
_EDGE = frozenset({"break"})


def find(doc: Doc) -> list[Mention]:
    """Every date mention of `doc`. Relative and partial dates are left unresolved: their `edtf` is null."""
    known = context(doc).calendar
    found = []
    for node in plausible(doc, read(doc)):
        mention = _mention(node, known)
        assert node.date is not None
        remember(doc, mention, node.date)
        found.append(mention)
    return found


def read(doc: Doc) -> list[Node]:
    """The nodes of `doc` after every layer, between two line breaks."""
    inner = strip_counts(doc, atoms(doc))
    nodes = [Node(0, 0, _EDGE), *inner, Node(len(doc), len(doc), _EDGE)]
    for layer in LAYERS:
        nodes = layer(doc, nodes)
    return nodes


def _mention(node: Node, known: Literal["julian", "gregorian"] | None) -> Mention:
    assert node.date is not None
    period = evaluate(node.date, None)
    meant: dict[str, Any] = unresolved() if period is None else value(period, known)
    trace = [f"read by: {'; '.join(node.trail)}", *(reasoning(period, known) if period else [])]
    return Mention(node.start, node.end, "date", meant, _NOT_A_LETTER.sub("-", node.rule), meant["edtf"], trace)
