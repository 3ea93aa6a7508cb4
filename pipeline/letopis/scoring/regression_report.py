"""A comparison with the baseline as people and CI systems read it: Markdown, JUnit XML, GitHub annotations."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree import ElementTree

from letopis.scoring.bootstrap import RESAMPLES, SEED
from letopis.scoring.items import Items
from letopis.scoring.regression import Comparison


def markdown(comparison: Comparison, tolerance: int) -> str:
    """The summary: the verdict, the headline figures, then each item that changed."""
    verdict = "Loss" if comparison.losses > tolerance else "No loss"
    lines = [
        f"# {verdict} against the baseline",
        "",
        f"{len(comparison.newly_failing)} items newly fail, {len(comparison.newly_passing)} newly pass; "
        f"{len(comparison.newly_spurious)} newly spurious, {len(comparison.no_longer_spurious)} no longer; "
        f"{len(comparison.unknown_before)} not in the baseline. "
        f"Tolerance: {tolerance} lost items.",
    ]
    if not comparison.same_gold:
        lines += ["", "The gold has changed since the baseline was written."]
    if comparison.changes:
        lines += [
            "",
            "| measure | before | after | change | 95 % interval |",
            "| --- | --- | --- | --- | --- |",
        ]
        for change in comparison.changes:
            spread = f"{change.interval[0]:+.3f} … {change.interval[1]:+.3f}" if change.interval else "—"
            moved = change.after - change.before
            lines.append(f"| {change.measure} | {change.before:.3f} | {change.after:.3f} | {moved:+.3f} | {spread} |")
        lines += ["", f"Intervals: bootstrap over documents, {RESAMPLES} resamples, seed {SEED}."]
    for title, changed in (
        ("Newly failing", comparison.newly_failing),
        ("Newly spurious", comparison.newly_spurious),
        ("Newly passing", comparison.newly_passing),
        ("No longer spurious", comparison.no_longer_spurious),
    ):
        if changed:
            lines += ["", f"## {title}", "", *(f"- {id}: {item}" for id, item in changed)]
    return "\n".join(lines) + "\n"


def junit(comparison: Comparison, held: Mapping[str, Items]) -> str:
    """JUnit XML with one case an item: newly failing fail, failing as before are skipped."""
    lost = set(comparison.newly_failing)
    spurious = set(comparison.newly_spurious)
    root = ElementTree.Element("testsuites", name="letopis regress")
    for id in sorted(held):
        cases = sorted(held[id].passed | held[id].failed) + sorted(i for d, i in spurious if d == id)
        suite = ElementTree.SubElement(root, "testsuite", name=id, tests=str(len(cases)))
        failures = skipped = 0
        for item in cases:
            case = ElementTree.SubElement(suite, "testcase", classname=id, name=item)
            if (id, item) in spurious:
                failures += 1
                ElementTree.SubElement(case, "failure", message="found, and the gold does not have it")
            elif (id, item) in lost:
                failures += 1
                ElementTree.SubElement(case, "failure", message="passed in the baseline, fails now")
            elif item in held[id].failed:
                skipped += 1
                ElementTree.SubElement(case, "skipped", message="does not pass yet")
        suite.set("failures", str(failures))
        suite.set("skipped", str(skipped))
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def github_annotations(comparison: Comparison, gold: str = "gold") -> list[str]:
    """GitHub workflow commands, one a loss, on the gold file of the document."""
    lines = []
    for title, changed in (
        ("newly failing", comparison.newly_failing),
        ("newly spurious", comparison.newly_spurious),
    ):
        lines += [f"::error file={gold}/{id}.json,title={title}::{_escaped(item)}" for id, item in changed]
    return lines


def _escaped(message: str) -> str:
    return message.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
