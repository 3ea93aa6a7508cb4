"""How quantity mentions are found: each figure is offered to the rules in turn, then the neighbours settle the rest."""

from __future__ import annotations

import re
from collections.abc import Callable

from spacy.tokens import Doc

from letopis.dimensions.context import context
from letopis.dimensions.mention import Mention, mentions
from letopis.dimensions.numeral.reader import numerals
from letopis.dimensions.numeral.view import View
from letopis.dimensions.quantity.age import is_age
from letopis.dimensions.quantity.counted import (
    classifier_precedes,
    material_only,
    noun_follows,
    noun_precedes,
    substance_follows,
)
from letopis.dimensions.quantity.draft import Draft
from letopis.dimensions.quantity.ellipsis import bare
from letopis.dimensions.quantity.figures import Figure, figures
from letopis.dimensions.quantity.measured import (
    after_bound,
    percent,
    sign_before,
    unit_follows,
    unit_precedes,
)
from letopis.dimensions.quantity.members import members
from letopis.dimensions.quantity.negative import take_minus
from letopis.dimensions.quantity.parts import one_and_smaller, part_of_percent, part_of_unit, whole_and_part
from letopis.dimensions.quantity.scene import Scene
from letopis.dimensions.quantity.setting import is_clock, is_numbered, is_relative
from letopis.dimensions.quantity.sharing import settle
from letopis.dimensions.quantity.single import is_true_one, with_neighbours
from letopis.dimensions.quantity.value import normal, value

RULES: tuple[Callable[[Scene], Draft | None], ...] = (
    percent,
    sign_before,
    unit_follows,
    classifier_precedes,
    unit_precedes,
    material_only,
    noun_follows,
    noun_precedes,
    substance_follows,
    bare,
)
_NAMES = ("place", "organization")
_YEAR = re.compile(r"-?\d{4}")


def find(doc: Doc) -> list[Mention]:
    """Every quantity mention of `doc`; overlaps are resolved by the caller, the longest standing."""
    view = View(doc)
    index = {token.i: n for n, token in enumerate(view.tokens)}
    taken = _taken(doc, "date")
    held = taken | _taken(doc, *_NAMES)
    counting = [n for n in numerals(doc) if n.is_cardinal and held.isdisjoint(range(n.start, n.end))]
    blocked = frozenset(index[i] for i in taken if i in index)
    scene = Scene(view, figures(view, counting, index), blocked=blocked)
    drafts = sorted([*_figures(scene), *_parts(scene)], key=lambda found: (found.start, -found.end))
    drafts = [found for found in _without_overlap(drafts) if blocked.isdisjoint(range(found.start, found.end))]
    drafts = [found for found in settle(view, drafts) if _stands(view, found)]
    drafts = [found for found, beside in with_neighbours(drafts) if is_true_one(view, found, beside)]
    written = _year(context(doc).written)
    return [_mention(view, found, written) for found in drafts]


def _taken(doc: Doc, *kinds: str) -> set[int]:
    """Tokens that mentions of these kinds have: a figure inside a date or a name counts nothing."""
    return {
        i for span in mentions(doc, *kinds) if len(span) > 1 or "date" in kinds for i in range(span.start, span.end)
    }


def _figures(scene: Scene) -> list[Draft]:
    found: list[Draft] = []
    while scene.at < len(scene.figures):
        figure = scene.figure
        if figure.start >= scene.floor and not is_numbered(scene.view, figure.start):
            scene.floor = max(scene.floor, _last_blocked(scene, figure.start))
            draft = _read(scene)
            if draft is not None:
                found.append(draft)
                scene.floor, scene.last = max(scene.floor, draft.end), draft
        scene.at += 1
    return found


def _last_blocked(scene: Scene, start: int) -> int:
    """The view index after the last word before `start` that a date or a name has, near enough to matter."""
    for i in range(start - 1, max(start - 6, -1), -1):
        if i in scene.blocked:
            return i + 1
    return 0


def _read(scene: Scene) -> Draft | None:
    share = _share_of_unit(scene)
    if share is not None:
        return share
    for rule in RULES:
        draft = rule(scene)
        if draft is not None:
            take_minus(scene.view, draft, scene.floor)
            if not draft.elliptical or scene.view.form(draft.end) == "с":
                after_bound(scene.view, draft)
            return draft
    return None


def _share_of_unit(scene: Scene) -> Draft | None:
    """`три четверти часа`, `две трети десятины`: a number of parts of a unit."""
    figure = scene.figure
    if figure.high >= 10 or figure.high.denominator != 1:
        return None
    return part_of_unit(scene.view, figure.end, scene.floor, figure.high, figure.start)


def _parts(scene: Scene) -> list[Draft]:
    """Parts of units that are said without a figure."""
    view = scene.view
    starts: dict[int, Figure] = {figure.start: figure for figure in scene.figures}
    covered = {i for figure in scene.figures for i in range(figure.start, figure.end)}
    found = []
    for at, form in enumerate(view.forms):
        if len(form) < 3 or at in covered or not form[0].isalpha():
            continue
        part = part_of_unit(view, at, 0) or part_of_percent(view, at, 0)
        draft = part or whole_and_part(view, at, 0) or one_and_smaller(view, at, 0, starts)
        if draft is not None:
            found.append(draft)
    return found


def _without_overlap(drafts: list[Draft]) -> list[Draft]:
    """The longest of drafts that overlap, in order of place."""
    standing: list[Draft] = []
    for draft in drafts:
        if standing and draft.start < standing[-1].end:
            if draft.end - draft.start > standing[-1].end - standing[-1].start:
                standing[-1] = draft
            continue
        standing.append(draft)
    return standing


def _stands(view: View, found: Draft) -> bool:
    """Whether a draft is a quantity of the contract: no clock time, no part of a relative date, no title."""
    if _is_title(view, found):
        return False
    if found.type == "duration":
        if is_clock(view, found) or is_relative(view, found):
            return False
        aged = any(
            word in " ".join(view.forms[found.start : found.start + 2]) for word in ("старше", "моложе", "старее")
        )
        if is_age(view, found, aged):
            found.type = "age"
            found.rule.append("age")
            found.trace.append("age: how old somebody is")
    found.members = members(view, found)
    return True


def _is_title(view: View, found: Draft) -> bool:
    """`«Двенадцать стульев»`: a capital in quotation marks that hold nothing else."""
    quoted = view.text(found.start - 1) in {"«", "“", "„", '"'} and view.text(found.end) in {"»", "”", "“", '"'}
    return quoted and view.text(found.start)[:1].isupper()


def _year(written: str | None) -> int | None:
    found = _YEAR.match(written or "")
    return int(found[0]) if found else None


def _mention(view: View, found: Draft, written: int | None) -> Mention:
    said = value(found, written)
    if said["si"] is not None:
        found.trace.append(f"si: {said['si']['basis']}")
    return Mention(
        view.tokens[found.start].i,
        view.tokens[found.end - 1].i + 1,
        "quantity",
        said,
        "-".join(dict.fromkeys(found.rule)),
        normal(said),
        found.trace,
    )
