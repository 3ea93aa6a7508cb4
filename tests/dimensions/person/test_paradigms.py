"""The words of a document's names choose their paradigm together."""

import pytest

from letopis.dimensions.person.paradigms import Paradigms, paradigm
from letopis.language.proper import hidden, readings

ALIYA, ALIY = {"алия": 8.0, "алий": 6.0}, {"алий": 9.0, "алия": 8.0}


def test_paradigms_others_outweigh_one_word():
    against = Paradigms([ALIYA, ALIYA, ALIYA, ALIY]).against(ALIY)
    assert against["алия"] == 0
    assert against["алий"] > 0


def test_paradigms_say_nothing_of_a_word_alone():
    assert set(Paradigms([ALIY]).against(ALIY).values()) == {0.0}


def test_paradigms_weigh_little_where_the_document_needs_both():
    one, other = {"валентин": 9.0, "валентина": 1.0}, {"валентина": 9.0}
    open_ = {"валентин": 5.0, "валентина": 5.0}
    assert max(Paradigms([one, one, one, other, open_]).against(open_).values()) < 1.1


@pytest.mark.parametrize(
    ("man", "woman"), [("Лопатин", "Лопатина"), ("Верховенский", "Верховенская"), ("Белый", "Белая")]
)
def test_paradigm_of_a_surname_is_one_for_both_sexes(man, woman):
    names = [{paradigm(one) for one in readings(form) if one.case == "Nom"} for form in (man, woman)]
    assert names[0] & names[1]


def test_hidden_readings_are_those_the_dictionary_displaced():
    assert "фок" in {one.lemma for one in hidden("Фока")}
    assert not {one.lemma for one in readings("Фока")} & {"фок"}
    assert hidden("Салар-хан") == ()
