"""Words annotated by hand are read from CoNLL-U, and any of a word's right answers counts."""

from __future__ import annotations

from pathlib import Path

import pytest

from letopis.errors import DataError
from letopis.scoring.morphology import MEASURES, read_conllu, score

TEXT = (
    "# part = dev\n"
    "1\tПуд\tпуд\tNOUN\t_\tCase=Nom|Number=Sing\t_\t_\t_\tAlsoCase=Acc\n"
    "2\tчаю\tчай\tNOUN\t_\tCase=Gen\t_\t_\t_\t_\n"
    "3\t.\t.\tPUNCT\t_\t_\t_\t_\t_\t_\n"
    "\n"
    "# part = test\n"
    "1\tещё\tеще\tADV\t_\t_\t_\t_\t_\tAlsoUPOS=PART\n"
)
RIGHT = [
    [
        ("пуд", "NOUN", {"Case": "Acc", "Number": "Sing", "Gender": "Masc"}),
        ("чай", "NOUN", {"Case": "Par"}),
        (",", "X", {}),
    ],
    [("ещё", "PART", {})],
]


@pytest.fixture
def annotated(tmp_path: Path) -> Path:
    path = tmp_path / "words.conllu"
    path.write_text(TEXT, "utf-8")
    return path


def test_sentences_keep_their_part_and_words(annotated: Path) -> None:
    first, second = read_conllu(annotated)
    assert (first.part, first.forms, second.part) == ("dev", ["Пуд", "чаю", "."], "test")
    assert [word.is_asked for word in first.words] == [True, True, False]


def test_any_right_answer_counts_and_punctuation_does_not(annotated: Path) -> None:
    assert score(read_conllu(annotated), RIGHT) == dict.fromkeys(MEASURES, 1.0)


@pytest.mark.parametrize(
    ("wrong", "lost"),
    [
        (("пуды", "NOUN", {"Case": "Nom", "Number": "Sing"}), "lemma"),
        (("пуд", "PROPN", {"Case": "Nom", "Number": "Sing"}), "part of speech"),
        (("пуд", "NOUN", {"Case": "Gen", "Number": "Sing"}), "case, number, gender"),
        (("пуд", "NOUN", {"Case": "Nom"}), "case, number, gender"),
    ],
)
def test_each_measure_asks_its_own(annotated: Path, wrong: tuple[str, str, dict[str, str]], lost: str) -> None:
    sentences = read_conllu(annotated)
    given = [[wrong, *RIGHT[0][1:]], RIGHT[1]]
    found = score(sentences, given)
    assert {name for name in MEASURES if found[name] < 1} == {lost, "all"}
    assert found[lost] == pytest.approx(2 / 3)


def test_line_that_is_no_word_is_named(tmp_path: Path) -> None:
    path = tmp_path / "words.conllu"
    path.write_text("1\tПуд\n", "utf-8")
    with pytest.raises(DataError, match=r"words\.conllu:1: a word of CoNLL-U has ten columns, not 2"):
        read_conllu(path)
