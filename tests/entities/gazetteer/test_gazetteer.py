"""Places of history: names in time, aliases, links."""

import pytest

import letopis
from letopis.dimensions.place import atlas
from letopis.entities.gazetteer import aliases, links, lookup

TYPES = {"country", "state", "region", "settlement", "street", "water", "island", "mountain", "continent", "other"}


@pytest.mark.parametrize(
    ("name", "year", "expected"),
    [
        ("Петроград", 1916, "Санкт-Петербург"),
        ("Ленинград", 1930, "Санкт-Петербург"),
        ("Константинополь", 1853, "Стамбул"),
        ("Царицын", 1900, "Волгоград"),
        ("Тифлис", 1880, "Тбилиси"),
        ("Ревель", None, "Таллин"),
        ("Англия", None, "Великобритания"),
        ("Калинин", 1941, "Тверь"),
        ("Ростов", 1850, "Ростов-на-Дону"),
        ("Юрьев", 1900, "Тарту"),
    ],
)
def test_gazetteer_lookup(name, year, expected):
    assert lookup(name, year)[0].name == expected


@pytest.mark.parametrize("name", ["", "Нигдеград", "   ", "0"])
def test_gazetteer_lookup_of_the_unknown(name):
    assert lookup(name) == []
    assert links([name]) == {}
    assert aliases(name) == {name}


@pytest.mark.parametrize(
    ("one", "other"),
    [("Англия", "Великобритания"), ("Петербург", "Ленинград"), ("Эривань", "Ереван"), ("Персия", "Иран")],
)
def test_gazetteer_aliases(one, other):
    assert other in aliases(one)
    assert one in aliases(other)


@pytest.mark.parametrize(("one", "other"), [("Россия", "Советская Россия"), ("Россия", "СССР"), ("Тверь", "Москва")])
def test_gazetteer_aliases_stay_apart(one, other):
    assert other not in aliases(one)


def test_gazetteer_links_of_several_names():
    found = links(["Петербург", "Петроград"], 1916)
    assert found["geonames"] == 498817
    assert links(["Москва", "Тверь"]) == {}


def test_gazetteer_candidates_are_kept():
    assert links(["Воронеж"])["candidates"] == ["Воронеж (settlement)", "Воронеж (water)"]
    assert "candidates" not in links(["Воронеж"], type="water")


def test_gazetteer_links_on_entities():
    document = letopis.extract("Он выехал из Тифлиса в Москву.", written="1853")
    found = {entity.name: entity.links for entity in document.entities}
    assert found["Тифлис"]["geonames"] == 611717
    assert found["Москва"]["wikidata"] == "Q649"


def test_atlas_tables_are_sound():
    seen = set()
    for place in atlas.places():
        assert place.type in TYPES
        assert (place.name, place.type) not in seen, place.name
        seen.add((place.name, place.type))
        assert (place.lat is None) == (place.lon is None)
        assert place.lat is None or (-90 <= place.lat <= 90 and -180 <= place.lon <= 180)
        assert place.wikidata is None or place.wikidata[1:].isdigit()
        for name in place.names:
            assert name.since is None or name.until is None or name.since <= name.until


def test_atlas_identifiers_name_one_place_each():
    ids = [place.geonames for place in atlas.places() if place.geonames]
    assert len(ids) == len(set(ids))
