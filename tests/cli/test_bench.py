"""`letopis bench` rewrites what stands between markers, and the reports that are committed have its shape."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from spacy.language import Language
from typer.testing import CliRunner

import letopis
from letopis import __version__
from letopis.cli import app
from letopis.cli.bench import between_markers
from letopis.cli.reports.picture import picture
from letopis.cli.reports.quality import LAYERS, MEASURES
from letopis.cli.reports.stamp import rules_digest
from letopis.corpora.growth import KINDS, SIZES
from letopis.language import models
from letopis.scoring.figures import HEADLINE
from letopis.systems.morphology import READERS

ROOT = Path(__file__).parent.parent.parent


def test_only_what_stands_between_markers_is_rewritten() -> None:
    page = "a\n<!-- t: begin -->\nold\n<!-- t: end -->\nb\n<!-- u: begin -->\nkept\n<!-- u: end -->\n"
    made = between_markers(page, {"t": "| new |", "absent": "x"})
    assert made == page.replace("old", "| new |")
    assert between_markers(made, {"t": "| new |"}) == made


@pytest.mark.parametrize("page", ["README.md", "reports/quality.md"])
def test_committed_quality_tables_have_a_row_a_measure(page: str) -> None:
    text = (ROOT / page).read_text("utf-8")
    for title in MEASURES.values():
        assert re.search(rf"^\| {re.escape(title)} \| \d\.\d{{3}}", text, re.MULTILINE), title


@pytest.mark.parametrize("page", ["README.md", "reports/speed.md"])
def test_committed_speed_tables_have_a_row_a_component(page: str, nlp: Language) -> None:
    text = (ROOT / page).read_text("utf-8")
    for stage in ("mending", "tokenizer", *(name.removeprefix("letopis_") for name in nlp.pipe_names)):
        assert re.search(rf"^\| {stage} \| \d+\.\d\d s", text, re.MULTILINE), stage


@pytest.mark.parametrize("kind", KINDS)
def test_committed_speed_page_says_how_dense_text_grows(kind: str) -> None:
    text = (ROOT / "reports" / "speed.md").read_text("utf-8")
    dense = text.partition("## Text dense with dates and quantities\n")[2]
    assert re.search(rf"^\| {kind} (\| [\d,]+ ){{{len(SIZES)}}}\|$", dense, re.MULTILINE)


def test_committed_comparison_has_a_row_a_measure_and_a_column_a_system() -> None:
    text = (ROOT / "reports" / "comparison.md").read_text("utf-8")
    gold = text.partition("## The project's gold\n")[2].partition("\n## ")[0]
    head = next(line for line in gold.splitlines() if line.startswith("| measure |"))
    assert [cell.split()[0] for cell in head.split("|")[2:-1]][:4] == ["letopis", "letopis", "natasha", "pullenti"]
    for measure in (*HEADLINE, "characters a CPU second"):
        assert re.search(rf"^\| {re.escape(measure)} \| \d", gold, re.MULTILINE), measure


def test_committed_morphology_table_has_a_row_a_reader() -> None:
    text = (ROOT / "reports" / "morphology.md").read_text("utf-8")
    assert [name for name in READERS if f"| {name} | 0." not in text] == []


def test_committed_data_page_has_a_row_a_document() -> None:
    text = (ROOT / "reports" / "data.md").read_text("utf-8")
    assert [file.stem for file in (ROOT / "gold").glob("*.json") if f"\n| {file.stem} | " not in text] == []


@pytest.mark.parametrize("name", ["quality", "comparison", "speed", "morphology", "data"])
def test_committed_report_says_what_made_it(name: str) -> None:
    text = (ROOT / "reports" / f"{name}.md").read_text("utf-8")
    made = re.search(r"^Made by `(letopis bench[^`]*)` with letopis (\S+), rules `[0-9a-f]{12}`;$", text, re.MULTILINE)
    assert made is not None and made[2] == __version__
    assert all(models.digest(model) in text for model in models.FILES)


def test_picture_shows_the_fact_and_fetches_nothing(nlp: Language) -> None:
    record = letopis.extract("В 1920 году Ленин передал Ататюрку 39 тыс. винтовок <и> деньги.", id="arms")
    drawn = picture(record, "supply")
    assert drawn == picture(record, "supply")
    shown = html.unescape(re.sub(r"<[^>]+>", " ", drawn)).replace("\xa0", " ")
    assert all(word in shown for word in ("recipient", "Ататюрк", "39000 винтовка", "<и> деньги"))
    assert re.findall(r"url\((?!#)", drawn) == []
    assert set(re.findall(r"https?://[^\s\"]+", drawn)) <= {"http://www.w3.org/2000/svg", "https://www.textualize.io"}
    assert len(re.findall("<svg", drawn)) == 1
    ElementTree.fromstring(drawn)


def test_rules_have_one_digest() -> None:
    assert re.fullmatch(r"[0-9a-f]{12}", rules_digest())
    assert rules_digest() == rules_digest()


@pytest.fixture
def place(tmp_path: Path) -> Path:
    for folder in ("gold", "corpus", "nerel/dev"):
        (tmp_path / folder).mkdir(parents=True)
    catalogue = []
    for split, text in (("dev", "Генерал Иванов прибыл в Москву."), ("test", "Купец Иванов уехал в Казань.")):
        start = text.index("Иванов")
        mention = {"id": "m1", "kind": "person", "start": start, "end": start + 6, "text": "Иванов"}
        held = {
            "id": split,
            "mentions": [{**mention, "normal": "Иванов", "value": {}}],
            "entities": [{"id": "e1", "kind": "person", "name": "Иванов", "mentions": ["m1"]}],
            "facts": [],
        }
        (tmp_path / "gold" / f"{split}.json").write_text(json.dumps(held, ensure_ascii=False), "utf-8")
        (tmp_path / "corpus" / f"{split}.txt").write_bytes(text.encode())
        (tmp_path / "nerel" / "dev" / f"{split}.txt").write_bytes(text.encode())
        (tmp_path / "nerel" / "dev" / f"{split}.ann").write_text(f"T1\tPERSON {start} {start + 6}\tИванов\n", "utf-8")
        catalogue.append(f'[{split}]\ngenre = "report"\nsplit = "{split}"\n')
    (tmp_path / "corpus" / "catalogue.toml").write_text("\n".join(catalogue), "utf-8")
    case = {"src": "duckling", "dim": "Quantity", "input": "2 кг", "expected": "2 kilogram"}
    (tmp_path / "peer_cases_ru.jsonl").write_text(json.dumps(case) + "\n", "utf-8")
    (tmp_path / "README.md").write_text("# A\n<!-- quality: begin -->\n<!-- quality: end -->\n", "utf-8")
    return tmp_path


def test_every_report_is_written_and_a_missing_peer_is_said_to_be(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(place)
    made = CliRunner().invoke(app, ["bench", "--no-speed", "--systems", "letopis,oracle", "--data", "."])
    assert made.exit_code == 0, made.output
    compared = Path("reports/comparison.md").read_text("utf-8")
    assert "- Not compared: there is no system 'oracle'" in compared
    assert "- Not compared: BSNLP 2021, Russian topics: there is no bsnlp among the data sets." in compared
    assert compared.count("Not compared") == 4
    assert "## NEREL, development part" in compared and "person: PERSON" in compared
    assert "`letopis bench --systems letopis,oracle --data PATH`" in compared
    assert "slovnet_ner_news" in compared and rules_digest() in compared
    quality = Path("reports/quality.md").read_text("utf-8")
    assert "| persons, spans | 1.000 | 1.000 |" in quality
    assert all(title in quality for title in (*MEASURES.values(), *LAYERS.values()))
    assert "| genre: report | 2 |" in quality and "SHA-256" in quality
    assert str(place) not in quality + compared
    data = Path("reports/data.md").read_text("utf-8")
    assert "| genre: report | 2 | 10 | 2 | 0 | 0 | 0 | 0 | 2 | 0 |" in data
    assert "| dev | – | dev | report | – | 5 | – |" in data
    assert "| duckling | " in Path("reports/peer_cases.md").read_text("utf-8")
    readme = Path("README.md").read_text("utf-8")
    assert "| persons, spans | 1.000 | 1.000 |" in readme and "slice" not in readme
    assert not Path("reports/speed.md").exists() and not Path("reports/morphology.md").exists()


def test_morphology_is_measured_where_words_are_annotated(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(place)
    words = "# part = {}\n1\tПуд\tпуд\tNOUN\t_\tCase=Nom\t_\t_\t_\t_\n\n"
    Path("gold/morphology.conllu").write_text(words.format("dev") + words.format("test"), "utf-8")
    made = CliRunner().invoke(app, ["bench", "--no-speed", "--systems", ""])
    assert made.exit_code == 0, made.output
    page = Path("reports/morphology.md").read_text("utf-8")
    assert "1 words of the part `dev`" in page
    assert re.search(r"^\| rumorph in context \| 1.000 \| 1.000 \| 1.000 \| 1.000 \| 1.000 \|", page, re.MULTILINE)


def test_table_of_tiers_has_a_row_a_measure() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    table = text.partition("<!-- tiers: begin -->")[2].partition("<!-- tiers: end -->")[0]
    for said in ("persons", "places", "organizations", "all kinds"):
        assert re.search(rf"^\| The project's gold: {said} \| 0\.\d{{3}} \| 0\.\d{{3}} \|$", table, re.MULTILINE), said


def test_bench_names_a_folder_that_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    made = CliRunner().invoke(app, ["bench"])
    assert made.exit_code == 2 and "is no folder" in made.stderr
