"""Each format by a set of a few words made for the test."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from letopis.errors import DataError
from letopis.scoring.contract import NAMES
from letopis.scoring.datasets import read
from letopis.scoring.datasets.mapping import load, names
from letopis.scoring.gold import Gold


def store(folder: Path, held: dict[str, str]) -> Path:
    for name, content in held.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8", newline="\n")
    return folder


def mentions(document: Gold) -> list[tuple[str, str]]:
    return [(m["kind"], m["text"]) for m in document.record["mentions"]]


def entities(document: Gold) -> list[list[str]]:
    text = {m["id"]: m["text"] for m in document.record["mentions"]}
    return [[text[m] for m in e["mentions"]] for e in document.record["entities"]]


FACTRU = {
    "a.txt": "Мэр города Тверь Иван Петров принял Петрова из ООО «Лён».",
    "a.spans": "1 job 0 3 1 1  # 1 Мэр\n2 loc_descr 4 6 2 1  # 2 города\n3 loc_name 11 5 3 1  # 3 Тверь\n"
    "4 name 17 4 4 1  # 4 Иван\n5 surname 22 6 5 1  # 5 Петров\n6 surname 36 7 6 1  # 6 Петрова\n"
    "7 org_descr 47 3 7 1\n8 org_name 51 5 8 3\n",
    "a.objects": "10 LocOrg 2 3 # города Тверь\n11 Person 4 5\n12 Person 6\n13 Org 7 8\n14 Project 1\n",
    "a.coref": "1 11 12\nsurname Петров\n\n2 13\nname Лён\n",
}


def test_factrueval(tmp_path: Path) -> None:
    (made,) = read("factrueval", store(tmp_path, FACTRU))
    assert mentions(made) == [
        ("place", "Тверь"),
        ("person", "Иван Петров"),
        ("person", "Петрова"),
        ("organization", "ООО «Лён»"),
    ]
    assert ["Иван Петров", "Петрова"] in entities(made)


def test_factrueval_without_coreference(tmp_path: Path) -> None:
    (made,) = read("factrueval", store(tmp_path, {k: v for k, v in FACTRU.items() if k != "a.coref"}))
    assert all(len(members) == 1 for members in entities(made))


BSNLP = {
    "annotated/ru/x.out": "ru-1\nТвери\tТверь\tLOC\tGPE-Tver\nТверь\tТверь\tLOC\tGPE-Tver\n"
    "Иван Петров\tИван Петров\tPER\tP-1\nПетров\tПетров\tPER\tP-1\nЯрмарка\tЯрмарка\tEVT\tE-1\n",
    "raw/ru/x.txt": "ru-1\nru\n2001-01-01\nhttp://example.org\n"
    "Иван Петров из Твери\n\nПетров и Петровка. Тверь. Ярмарка.\n",
}


def test_bsnlp(tmp_path: Path) -> None:
    (made,) = read("bsnlp", store(tmp_path, BSNLP))
    assert mentions(made) == [
        ("person", "Иван Петров"),
        ("place", "Твери"),
        ("person", "Петров"),
        ("place", "Тверь"),
    ]
    assert [m["normal"] for m in made.record["mentions"]] == ["Иван Петров", "Тверь", "Петров", "Тверь"]
    assert sorted(map(len, entities(made))) == [2, 2]


CONLL = (
    "-DOCSTART- -X- O O\n\nИван NNP I-NP I-PER\nПетров NNP I-NP I-PER\nПётр NNP I-NP B-PER\nушёл VB O O\n\n"
    "Тверь NNP I-NP B-LOC\nМГУ NNP I-NP B-ORG\n-DOCSTART- -X- O O\n\nМосква NNP O I-LOC\n"
)


@pytest.mark.parametrize("name", ["a.conll", "a.txt"])
def test_conll_of_both_sorts(tmp_path: Path, name: str) -> None:
    first, second = read("conll2003", store(tmp_path, {name: CONLL}))
    assert first.text == "Иван Петров Пётр ушёл\nТверь МГУ"
    assert mentions(first) == [
        ("person", "Иван Петров"),
        ("person", "Пётр"),
        ("place", "Тверь"),
        ("organization", "МГУ"),
    ]
    assert (second.id, mentions(second)) == ("a-2", [("place", "Москва")])


def test_iob2_of_two_columns(tmp_path: Path) -> None:
    (made,) = read("iob2", store(tmp_path, {"a.iob2": "# id = 1\n5 B-MONEY\nрублей I-MONEY\nв O\n1920 B-DATE\n"}))
    assert mentions(made) == [("quantity", "5 рублей"), ("date", "1920")]


HIPE = (
    "TOKEN\tNE-COARSE-LIT\tNE-COARSE-METO\tMISC\n# hipe2022:document_id = d1\nГ\tB-pers\tO\tNoSpaceAfter\n"
    ".\tI-pers\tO\t_\nПетров\tI-pers\tO\tNoSpaceAfter|EndOfLine\n,\tO\tO\t_\n# hipe2022:document_id = d2\n"
    "Тверь\tB-loc\tO\t_\n\n1900\tB-time\tO\t_\nЧай\tB-prod\tO\t_\n#\tO\tO\t_\n"
)


def test_hipe(tmp_path: Path) -> None:
    first, second = read("hipe", store(tmp_path, {"a.tsv": HIPE}) / "a.tsv")
    assert first.text == "Г. Петров,"
    assert mentions(first) == [("person", "Г. Петров")]
    assert mentions(second) == [("place", "Тверь"), ("date", "1900")]
    assert second.text.endswith("Чай #")


def test_brat_of_common_labels(tmp_path: Path) -> None:
    held = {"a.txt": "Иван в Твери", "a.ann": "T1\tPER 0 4\tИван\nT2\tGPE 7 12\tТвери\n"}
    (made,) = read("brat", store(tmp_path, held))
    assert mentions(made) == [("person", "Иван"), ("place", "Твери")]


@pytest.mark.parametrize(
    ("name", "held", "message"),
    [
        ("factrueval", {}, r"holds no \.objects file"),
        ("factrueval", {**FACTRU, "a.objects": "10 Org 99\n"}, "names the span 99"),
        ("factrueval", {**FACTRU, "a.spans": "1 job zero 3\n"}, "a.spans:1: .* no line of factRuEval"),
        ("factrueval", {**FACTRU, "a.txt": "Мэр"}, "outside the text"),
        (
            "bsnlp",
            {"annotated/x.out": "ru-1\nТвери\tТверь\n", "raw/x.txt": "1\n2\n3\n4\nа"},
            "x.out:2: .* four columns",
        ),
        ("bsnlp", {"annotated/x.out": "ru-1\n"}, r"x\.txt cannot be read"),
        ("conll2003", {"a.conll": "Иван\n"}, "a.conll:1: .* has no tag"),
        ("hipe", {"a.tsv": "Иван\tB-pers\n"}, "no HIPE file"),
        ("hipe", {"a.tsv": "TOKEN\tNE-COARSE-LIT\nИван\n"}, "a.tsv:2: 1 columns"),
    ],
)
def test_faults_are_named(tmp_path: Path, name: str, held: dict[str, str], message: str) -> None:
    with pytest.raises(DataError, match=message):
        read(name, store(tmp_path, held))


@pytest.mark.parametrize("name", names())
def test_mapping_measures_only_kinds_it_has(name: str) -> None:
    mapping = load(name)
    kinds = {measure.split()[0] for measure in mapping.measures} - {"all", "entity"}
    assert kinds <= set(mapping.labels.values())
    assert kinds & set(NAMES)
    assert mapping.lines()


ROWS = "\n".join(
    json.dumps(row, ensure_ascii=False)
    for row in (
        {
            "id": "novel#p0",
            "text": "Пришёл Пётр Иванович.",
            "spans": [
                {"start": 7, "end": 20, "type": "PER"},
                {"start": 12, "end": 20, "type": "PER"},
            ],
        },
        {"id": "novel#p1", "text": " ", "spans": []},
        {"id": "novel#p2", "text": "Он из Твери, не из города.", "spans": [{"start": 6, "end": 11, "type": "LOC"}]},
        {"id": "other#p0", "text": "Иван спал.", "spans": [{"start": 0, "end": 4, "type": "PER"}]},
    )
)


def test_rows_are_joined_into_documents_and_offsets_follow(tmp_path: Path) -> None:
    (tmp_path / "novel.jsonl").write_text(ROWS, encoding="utf-8")
    made, other = read("dostoevsky", tmp_path)
    assert (made.id, other.id, other.text) == ("novel-1", "other-1", "Иван спал.")
    assert made.record["text"] == "Пришёл Пётр Иванович.\n\nОн из Твери, не из города."
    assert [(m["kind"], m["text"]) for m in made.record["mentions"]] == [
        ("person", "Пётр Иванович"),
        ("place", "Твери"),
    ]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('{"id": "a", "text": "x"}', "novel.jsonl:1: a line has id, text and spans"),
        ("{", "novel.jsonl:1: not JSON"),
        ('{"id": "a", "text": "x", "spans": [{"start": 0, "end": 9, "type": "PER"}]}', "lies outside the text"),
    ],
)
def test_rows_faults_are_named(tmp_path: Path, line: str, message: str) -> None:
    (tmp_path / "novel.jsonl").write_text(line, encoding="utf-8")
    with pytest.raises(DataError, match=message):
        read("dostoevsky", tmp_path)
