"""Text dense with dates and quantities is measured at each length, and the measure leaves what it reads as it was."""

from __future__ import annotations

from letopis.corpora.growth import KINDS, as_markdown, dense, growth


def test_dense_text_is_dense(nlp):
    text = dense()[:4000]
    doc = nlp(text)
    found = [span for span in doc.spans["letopis"] if span.label_ in KINDS]
    assert sum(len(span.text) for span in found) > len(text) / 3


def test_growth_gives_a_rate_a_kind_and_a_length(nlp):
    rates = growth(nlp, (500, 2000))
    assert {kind: len(of_kind) for kind, of_kind in rates.items()} == {"date": 2, "quantity": 2}
    assert min(rate for of_kind in rates.values() for rate in of_kind) > 0
    table = as_markdown(rates, (500, 2000)).splitlines()
    assert table[0] == "| characters a CPU second | 500 characters | 2,000 characters |"
    assert len(table) == 4
