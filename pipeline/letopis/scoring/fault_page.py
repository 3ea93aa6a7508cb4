"""Faults as one HTML page that needs nothing beside itself, and as lines of text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from letopis.scoring.faults import GROUPS, Fault

_STYLE = """
body { font: 16px/1.45 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: 1px solid #ddd; padding: .3rem .6rem; text-align: left; vertical-align: top; }
th { font-weight: 600; }
mark { background: #ffe08a; }
.rule, .at { color: #666; font-size: .85rem; }
"""

_SAID = {
    "missed": "in the gold, not found",
    "spurious": "found, not in the gold",
    "boundary": "found with other bounds",
    "kind": "found as another kind",
    "normal": "another normal form",
    "value": "another value",
    "unit": "the right figure of another thing",
    "role": "a role's fillers",
    "factuality": "how real a fact is",
    "attribution": "whose words a fact is",
}


def fault_lines(faults: Sequence[Fault]) -> Iterator[str]:
    """The faults by group: what stood where, what the gold has, what was found and the rule that found it."""
    for group, held in _groups(faults):
        yield ""
        yield f"{group}: {len(held)}"
        for fault in held:
            rule = f"  ({fault.rule})" if fault.rule else ""
            yield f"  {fault.document} {fault.kind}: {fault.context}"
            yield f"      gold {fault.gold or '—'}  found {fault.found or '—'}{rule}"


def fault_page(faults: Sequence[Fault], title: str = "Faults against the gold") -> str:
    """The faults as a page with a table a group; everything that comes from texts is escaped."""
    groups = list(_groups(faults))
    contents = ", ".join(f'<a href="#{group}">{group}</a>&nbsp;{len(held)}' for group, held in groups)
    body = "\n".join(_table(group, held) for group, held in groups)
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f"<h1>{escape(title)}</h1>\n<p>{contents or 'None.'}</p>\n{body}\n</body>\n</html>\n"
    )


def _groups(faults: Sequence[Fault]) -> Iterator[tuple[str, list[Fault]]]:
    for group in GROUPS:
        held = [fault for fault in faults if fault.group == group]
        if held:
            yield group, held


def _table(group: str, held: Sequence[Fault]) -> str:
    rows = "\n".join(_row(fault) for fault in held)
    return (
        f'<h2 id="{group}">{group}: {len(held)}</h2>\n<p>{_SAID[group]}</p>\n'
        "<table>\n<tr><th>where</th><th>context</th><th>gold</th><th>found</th><th>rule</th></tr>\n"
        f"{rows}\n</table>"
    )


def _row(fault: Fault) -> str:
    at = f'{escape(fault.document)}<br><span class="at">{escape(fault.kind)} {fault.start}–{fault.end}</span>'
    rule = f'<span class="rule">{escape(fault.rule or "")}</span>'
    cells = (at, _marked(fault.context), escape(fault.gold or "—"), escape(fault.found or "—"), rule)
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


def _marked(context: str) -> str:
    """The context with what stands in its brackets marked; brackets of the text itself stay as they are."""
    before, opened, rest = context.partition("[")
    inside, closed, after = rest.rpartition("]") if rest.count("]") == 1 else rest.partition("]")
    if not (opened and closed):
        return escape(context)
    return f"{escape(before)}<mark>{escape(inside)}</mark>{escape(after)}"
