"""A run over many files keeps their order, and a fault costs one document."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from spacy.language import Language

from letopis.corpora import run
from letopis.corpora.catalogue import Entry
from letopis.corpora.run import Failure, Options, extract_files, known
from letopis.dimensions.context import Context
from letopis.errors import LetopisError
from letopis.records.models import Document
from letopis.sources.source import Source


def test_results_come_in_the_order_of_the_files(tmp_path: Path) -> None:
    for name in ("c", "a", "b"):
        (tmp_path / f"{name}.txt").write_text(f"В 1812 году {name}.", "utf-8")
    (tmp_path / "bb.txt").touch()
    results = list(extract_files([tmp_path], Options()))
    assert [r.id if isinstance(r, Document) else r.path.name for r in results] == ["a", "b", "bb.txt", "c"]
    assert isinstance(results[2], Failure)


def test_what_is_said_for_the_run_overrides_the_catalogue() -> None:
    entry = Entry(written="1834", calendar="julian")
    assert known(entry, Context()) == Context("1834", "julian")
    assert known(entry, Context(written="1900", calendar="gregorian")) == Context("1900", "gregorian")
    assert known(None, Context()) == Context()


def test_a_named_catalogue_at_fault_stops_the_run(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("В 1812 году.", "utf-8")
    (tmp_path / "named.toml").write_text("[a\n", "utf-8")
    with pytest.raises(LetopisError, match=r"named\.toml"):
        list(extract_files([tmp_path / "a.txt"], Options(catalogue=tmp_path / "named.toml")))


def test_a_fault_of_our_own_costs_one_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(f"В 1812 году в городе {name}.", "utf-8")
    whole = run.annotate

    def stumbling(source: Source, known: Context, nlp: Language | None = None) -> Document:
        if source.id == "a":
            raise ZeroDivisionError("by nought")
        return whole(source, known, nlp)

    monkeypatch.setattr(run, "annotate", stumbling)
    failure, document = extract_files([tmp_path], Options())
    assert isinstance(failure, Failure) and "by nought" in failure.reason and "report" in failure.reason
    assert isinstance(document, Document) and document.id == "b"


def test_ids_of_members_and_rows_are_told_apart(tmp_path: Path) -> None:
    for name in ("а", "б"):
        with zipfile.ZipFile(tmp_path / f"{name}.zip", "w") as archive:
            archive.writestr("0001.txt", "Пришёл Иванов.")
            archive.writestr("лист/0001.txt", "Пришёл Петров.")
    (tmp_path / "в.csv").write_text("id,text\n1,Да\n1,Нет\n", encoding="utf-8")
    found = [result.id for result in extract_files([tmp_path], Options()) if isinstance(result, Document)]
    assert found == ["0001", "лист/0001", "б.zip/0001", "б.zip/лист/0001", "1", "1-2"]


def test_catalogue_speaks_of_members(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "а.zip", "w") as archive:
        archive.writestr("письмо.txt", "В прошлом году он умер.")
    (tmp_path / "catalogue.toml").write_text('["письмо"]\nwritten = "1834"\n', encoding="utf-8")
    (document,) = (r for r in extract_files([tmp_path], Options()) if isinstance(r, Document))
    assert [m.value.edtf for m in document.mentions if m.kind == "date"] == ["1833"]
