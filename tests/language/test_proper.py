"""How forms of persons' names are read."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from letopis.language.proper import CASES, coverage, readings, stem, written


@pytest.mark.parametrize(
    ("form", "lemma", "gender", "case"),
    [
        ("Шампейна", "шампейн", "Masc", "Gen"),
        ("Кемалем", "кемаль", "Masc", "Ins"),
        ("Невельского", "невельской", "Masc", "Gen"),
        ("Верховенской", "верховенская", "Fem", "Gen"),
        ("Николаевною", "николаевна", "Fem", "Ins"),
        ("Кучек-хана", "кучек-хан", "Masc", "Gen"),
        ("Грум-Гржимайло", "грум-гржимайло", "Masc", "Dat"),
        ("Христа", "христос", "Masc", "Gen"),
        ("Салара-эд-Доуле", "салар-эд-доуле", "Masc", "Gen"),
        ("Григорью", "григорий", "Masc", "Dat"),
        ("Миниха", "миних", "Masc", "Gen"),
    ],
)
def test_reading_is_among_those_of_the_form(form, lemma, gender, case):
    assert (lemma, gender, case) in {(one.lemma, one.gender, one.case) for one in readings(form)}


def test_plural_of_a_surname_is_read():
    assert ("нарышкины", "Plur") in {(one.lemma, one.number) for one in readings("Нарышкины")}


@pytest.mark.parametrize("forms", [["Раскольников", "Раскольникова", "Раскольникову"], ["Троцкий", "Троцкому"]])
def test_stem_is_one_for_the_forms_of_a_name(forms):
    assert len({stem(form) for form in forms}) == 1


def test_coverage_counts_the_forms_a_base_explains():
    counted = coverage(["Невельской", "Невельского", "Невельским"])
    assert counted["невельской"] == 3 > counted["невельский"]


@pytest.mark.parametrize(
    ("lemma", "form", "yo", "shown"),
    [
        ("грум-гржимайло", "Грум-Гржимайло", True, "Грум-Гржимайло"),
        ("муравьёв", "Муравьеву", False, "Муравьев"),
        ("муравьёв", "Муравьеву", True, "Муравьёв"),
        ("ленин", "ЛЕНИНА", True, "Ленин"),
        ("д'артаньян", "д'Артаньяна", True, "д'Артаньян"),
    ],
)
def test_base_form_is_written_as_the_text_writes_it(lemma, form, yo, shown):
    assert written(lemma, form, yo=yo) == shown


@example("ев")
@given(st.text(alphabet="абвгдеиклмнорстуьяАБИ-'", min_size=1, max_size=14))
def test_any_form_has_readings_in_known_cases(form):
    assert all(one.case in CASES and one.lemma for one in readings(form))
    assert stem(form)
