"""One decision over the document whether a name is a person's, a place's or an organization's."""

import pytest

from letopis.dimensions.kinds import decided

BEFORE = ("letopis_sentences", "letopis_morphology", "letopis_names")


def kinds(nlp, text):
    doc = nlp.make_doc(text)
    for name in BEFORE:
        doc = nlp.get_pipe(name)(doc)
    return [(doc[start:end].text, kind) for start, end, kind, _ in decided(doc)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Посол Виноградов потребовал ответа.", ("Виноградов", "person")),
        ("Город Владимир сожжён.", ("Владимир", "place")),
        ("Киров выступил. С. М. Кирова убили.", ("Киров", "person")),
        ("Иван Васильевич Тверь осадил.", ("Тверь", "place")),
        ("Отступили к Твери. Тверь пала.", ("Тверь", "place")),
        ("Президента Франции встречали.", ("Франции", "place")),
    ],
)
def test_kind_is_decided_by_what_stands_beside(nlp, text, expected):
    assert expected in kinds(nlp, text)


def test_names_do_not_overlap_and_are_ordered(nlp):
    doc = nlp.make_doc("Иван Васильевич Тверь осадил, а Тверь Иван Васильевич пожаловал Ивану Ивановичу.")
    for name in BEFORE:
        doc = nlp.get_pipe(name)(doc)
    found = decided(doc)
    assert found == sorted(found)
    taken = [at for start, end, _, _ in found for at in range(start, end)]
    assert len(taken) == len(set(taken))


def test_a_ship_in_quotation_marks_is_no_person(nlp):
    assert kinds(nlp, "Пароход «Тимирязев» погиб у берега.") in ([], [("Тимирязев", "organization")])
