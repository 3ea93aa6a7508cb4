"""Tables hold one row a record, and each row leads back to its place."""

from __future__ import annotations

from letopis import extract
from letopis.records.tables import COLUMNS, facts_table, tables

TEXT = "В 1920 году Россия поставила Турции 39 тыс. винтовок и 500 пудов муки. Затем Россия дала 10 млн рублей."


def test_every_table_has_its_columns_even_when_empty() -> None:
    for name, table in tables([extract("Ничего.")]).items():
        assert list(table.columns) == COLUMNS[name]


def test_rows_slice_back_to_the_text() -> None:
    mentions = tables([extract(TEXT)])["mentions"]
    assert len(mentions) > 3
    for row in mentions.itertuples():
        assert TEXT[row.start : row.end] == row.text


def test_facts_table_names_mentions_or_offsets() -> None:
    document = extract(TEXT)
    table = facts_table([document])
    assert len(table) == len(document.facts) > 0
    assert table["theme"].str.contains(r"\[m\d+\]").any()
