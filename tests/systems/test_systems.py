from __future__ import annotations

import sys
from typing import Any

import pytest

from letopis.errors import ModelError
from letopis.scoring.comparison import comparison, comparison_markdown, entrant
from letopis.scoring.contract import check
from letopis.scoring.gold import Gold
from letopis.systems.record import Found, record
from letopis.systems.registry import ADAPTERS, open_system
from letopis.systems.run import Text, run
from letopis.systems.values import between, date_value, money_value

TEXT = "В мае 1922 года Ленин дал Ататюрку 500 рублей в Москве."


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("oracle", "there is no system 'oracle'"),
        ("spacy", "wants a pipeline"),
        ("spacy:absent_pipeline", "no pipeline 'absent_pipeline'"),
    ],
)
def test_system_that_is_not_there(name: str, message: str) -> None:
    with pytest.raises(ModelError, match=message):
        open_system(name)


@pytest.mark.parametrize("name", ["natasha", "dateparser", "pullenti", "stanza", "deeppavlov"])
def test_system_that_is_not_installed(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in [module for module in sys.modules if module.split(".")[0] == name]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(ModelError, match=f"{name} cannot be imported"):
        open_system(name)


@pytest.mark.parametrize("name", ["natasha", "dateparser", "pullenti"])
def test_system_without_models_refuses_one(name: str) -> None:
    with pytest.raises(ModelError, match="no model"):
        open_system(f"{name}:large")


def test_every_adapter_is_named_by_its_file() -> None:
    assert all(path.endswith(f".{name}") for name, path in ADAPTERS.items())


def opened(name: str) -> Any:
    try:
        return open_system(name)
    except ModelError as error:
        pytest.skip(str(error))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("natasha", {("person", "Ленин"), ("person", "Ататюрку"), ("place", "Москве"), ("date", "мае 1922 года")}),
        ("pullenti", {("place", "Москве"), ("date", "мае 1922 года"), ("quantity", "500 рублей")}),
        ("dateparser", set()),
    ],
)
def test_peer_keeps_the_contract(name: str, expected: set[tuple[str, str]]) -> None:
    found = opened(name).extract(TEXT, id="text")
    for mention in found["mentions"]:
        # Normal forms are what some peers do not give; the rest of the contract is asked of all.
        mention["normal"] = mention["normal"] or mention["text"]
    check(found, name)
    assert expected <= {(m["kind"], m["text"]) for m in found["mentions"]}


def test_record_keeps_the_longer_of_one_kind() -> None:
    found = record(
        "x",
        TEXT,
        [Found("person", 16, 21, "Ленин"), Found("person", 16, 34, "Ленин дал Ататюрку"), Found("date", 2, 15)],
        "peer 1",
    )
    assert [(m["id"], m["text"]) for m in found["mentions"]] == [
        ("m1", "мае 1922 года"),
        ("m2", "Ленин дал Ататюрку"),
    ]


@pytest.mark.parametrize(("clusters", "entities"), [((None, None), 1), (("1", "2"), 2)])
def test_record_groups_by_normal_form_or_cluster(clusters: tuple[Any, Any], entities: int) -> None:
    found = record(
        "x",
        TEXT,
        [Found("person", 16, 21, "Ленин", {}, clusters[0]), Found("person", 26, 34, "Ленин", {}, clusters[1])],
        "peer 1",
    )
    assert len(found["entities"]) == entities


@pytest.mark.parametrize(
    ("parts", "edtf", "earliest", "latest"),
    [
        ((1920,), "1920", "1920-01-01", "1920-12-31"),
        ((1920, 2), "1920-02", "1920-02-01", "1920-02-29"),
        ((1920, 2, 3), "1920-02-03", "1920-02-03", "1920-02-03"),
        ((1921, 2, 29), None, None, None),
        ((1921, 13), None, None, None),
        ((None, 3), None, None, None),
        ((0,), None, None, None),
    ],
)
def test_date_value(parts: tuple[Any, ...], edtf: str | None, earliest: str | None, latest: str | None) -> None:
    value = date_value(*parts)
    assert (value["edtf"], value["earliest"], value["latest"]) == (edtf, earliest, latest)


def test_between_and_money() -> None:
    assert between(date_value(1920), date_value(1922))["edtf"] == "1920/1922"
    assert between(date_value(1920), date_value(None))["edtf"] is None
    assert money_value(500.0, "RUB") | {"item": None} == money_value(500, "RUB")
    assert money_value(2.5, "XAU")["unit"] == "XAU"


class Echo:
    """A system that finds the first word."""

    version = "echo 1"

    def extract(self, text: str, *, id: str, written: str | None = None, calendar: str | None = None) -> dict[str, Any]:
        return record(id, text, [Found("person", 0, text.index(" "), text.split()[0])], self.version)


class Brittle(Echo):
    """A system that cannot read some texts."""

    def extract(self, text: str, *, id: str, **known: Any) -> dict[str, Any]:
        if "Петру" in text:
            raise ValueError("year 0 is out of range")
        return super().extract(text, id=id, **known)


def test_failing_peer_is_named_and_goes_on() -> None:
    gold = [golden("good", "Иван пошёл", "Иван"), golden("bad", "Иван пошёл к Петру", "Иван")]
    texts = [Text(d.id, d.text) for d in gold]
    with pytest.raises(ValueError, match="year 0"):
        run(Brittle(), texts)
    timed = run(Brittle(), texts, forgiving=True)
    assert list(timed.records) == ["good"]
    made = comparison([entrant("brittle", "brittle 1", 1, gold, timed.records, timed.failures)])
    assert made["systems"][0]["measures"]["person strict"]["recall"] == 0.5
    assert "brittle 1 failed on bad (ValueError: year 0 is out of range)" in comparison_markdown(made)


def golden(id: str, text: str, word: str) -> Gold:
    from letopis.corpora.catalogue import Entry

    start = text.index(word)
    return Gold(record(id, text, [Found("person", start, start + len(word), word)], "gold"), Entry())


def test_comparison_in_one_table() -> None:
    gold = [golden(f"d{n}", "Иван пошёл к Петру", "Иван" if n % 2 else "Петру") for n in range(6)]
    timed = run(Echo(), [Text(d.id, d.text) for d in gold])
    assert timed.characters == sum(len(d.text) for d in gold)
    nothing = {d.id: record(d.id, d.text, [], "mute 1") for d in gold}
    made = comparison(
        [
            entrant("echo", "echo 1", timed.speed, gold, timed.records),
            entrant("mute", "mute 1", 10, gold, nothing),
        ]
    )
    echo, mute = made["systems"]
    assert echo["measures"]["person strict"]["f1"] == 0.5
    assert echo["measures"]["fact slot"] is None
    assert mute["measures"]["person strict"] is None
    table = comparison_markdown(made, ["person: PERSON"])
    assert "| person strict | 0.500" in table
    assert "seed 1920" in table
    assert "- person: PERSON" in table


def test_memory_stands_beside_speed_where_it_is_told() -> None:
    gold = [golden(f"d{n}", "Иван пошёл", "Иван") for n in range(2)]
    timed = run(Echo(), [Text(d.id, d.text) for d in gold])
    told = entrant("echo", "echo 1", 1, gold, timed.records, memory=1234)
    silent = entrant("echo", "echo 2", 1, gold, timed.records)
    assert "| most memory held, MiB | 1 234 | — |" in comparison_markdown(comparison([told, silent]))
    assert "memory" not in comparison_markdown(comparison([silent]))
