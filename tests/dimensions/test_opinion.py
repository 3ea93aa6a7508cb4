"""Where the accurate names model and the rules see dates and figures otherwise."""

from __future__ import annotations

import pytest
from spacy.tokens import Span

import letopis
from letopis.dimensions.opinion import disagreements
from letopis.language.names import ALL


@pytest.mark.parametrize(
    ("text", "seen", "said"),
    [
        ("В 1812 году куплено пять пудов соли.", [(1, 3, "DATE"), (4, 5, "NUMBER")], []),
        ("В 1812 году куплено пять пудов соли.", [(1, 3, "DATE")], [("rules", "quantity", "пять пудов соли")]),
        ("В 1812 году куплено пять пудов соли.", [(4, 5, "NUMBER")], [("rules", "date", "1812 году")]),
        ("Он приехал назавтра после обеда.", [(2, 3, "DATE")], [("model", "date", "назавтра")]),
        ("Он приехал в Москву.", [(3, 4, "CITY")], []),
    ],
)
def test_opinion_lists_what_one_side_alone_sees(
    text: str, seen: list[tuple[int, int, str]], said: list[tuple[str, str, str]]
) -> None:
    doc = letopis.load()(text)
    assert not list(disagreements(doc))
    doc.spans[ALL] = [Span(doc, start, end, label) for start, end, label in seen]
    assert [(side, kind, span.text) for side, kind, span in disagreements(doc)] == said
