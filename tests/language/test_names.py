"""Names as slovnet marks them: the same tags, whatever lies beside a sentence, and never over a line break."""

from __future__ import annotations

import numpy as np
import pytest
from spacy.language import Language

from letopis.language import models
from letopis.language.capitals import as_news
from letopis.language.names import SPANS, Names
from letopis.language.network import emissions, viterbi

_PROSE = [
    sentence.split()
    for sentence in (
        "Лорд Керзон и посол Исмет-паша вели переговоры в Лозанне .",
        "Умер .",
        "Сенат послал графа Петра Румянцева в Глухов , а князя Волконского в Ригу с указом .",
    )
]


def _tags(sentences: list[list[str]]) -> list[int]:
    scores = np.concatenate(list(emissions("names", sentences)))
    return viterbi("names", scores, [len(sentence) for sentence in sentences]).tolist()


def test_names_viterbi_decodes_as_slovnet() -> None:
    infer = models.tagger("names").infer
    theirs = [tag for tags in infer.process(infer.encoder(_PROSE)) for tag in tags.tolist()]
    assert _tags(_PROSE) == theirs


def test_names_of_a_sentence_do_not_hang_on_its_neighbours() -> None:
    alone = [tag for sentence in _PROSE for tag in _tags([sentence])]
    assert _tags(_PROSE) == alone
    assert _tags(_PROSE[::-1]) == [tag for sentence in _PROSE[::-1] for tag in _tags([sentence])]


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("ГЕНЕРАЛ КОРНИЛОВ УБИТ", "генерал Корнилов убит"),
        ("Издано ВЦИК и СНК РСФСР", "Издано ВЦИК и СНК РСФСР"),
        ("Донёс Его Сиятельству Графу Панину", "Донёс его сиятельству графу Панину"),
        ("Кн . Волконский", "князь Волконский"),
        ("Дом кн . 3 , лист 5", "Дом кн . 3 , лист 5"),
        ("Козельского у . мещанин", "Козельского уезда мещанин"),
        ("Стоял у . Дома", "Стоял у . Дома"),
        ("В 1812 с . Бородино", "В 1812 с . Бородино"),
        ("А . С . Пушкин", "А . С . Пушкин"),
        ("Я", "Я"),
        ("", ""),
    ],
)
def test_names_model_is_shown(words: str, shown: str) -> None:
    seen, numbers = as_news(words.split())
    assert " ".join(seen) == shown
    assert len(numbers) == len(seen)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Он видел в Риге Румянцева.", [("Риге", "LOC"), ("Румянцева", "PER")]),
        ("Подписал Румянцев\nРига, 5 мая.", [("Румянцев", "PER"), ("Рига", "LOC")]),
        ("Хлеба было мало.", []),
        ("Князь Олег Рязанский бежал в Литву.", [("Олег Рязанский", "PER"), ("Литву", "LOC")]),
        ("Кн. Волконский и гр. Румянцев прибыли.", [("Волконский", "PER"), ("Румянцев", "PER")]),
        ("Дер. Горки, при рч. Волге.", [("Горки", "LOC"), ("Волге", "LOC")]),
        ("Вчера Генералу Бауеру писали, что р. Кама вскрылась.", [("Бауеру", "PER"), ("Кама", "LOC")]),
        ("Король Швеции просил мира.", [("Швеции", "LOC")]),
        ("Главное управление уделов разрешило рубку.", [("Главное управление уделов", "ORG")]),
        ("Прибыл в Царское Село.", [("Царское Село", "LOC")]),
        ("УКАЗ О ПОСЫЛКЕ В АСТРАХАНЬ КНЯЗЯ ГОЛИЦЫНА", [("АСТРАХАНЬ", "LOC"), ("ГОЛИЦЫНА", "PER")]),
        ("Генерал КОРНИЛОВ прибыл в МОГИЛЁВ.", [("КОРНИЛОВ", "PER"), ("МОГИЛЁВ", "LOC")]),
        ("", []),
        ("\n \n", []),
        ("Он", []),
    ],
)
def test_names_in_text(text: str, names: list[tuple[str, str]], nlp: Language) -> None:
    doc = nlp.make_doc(text)
    Names()(nlp.get_pipe("letopis_sentences")(doc))
    assert [(span.text, span.label_) for span in doc.spans[SPANS]] == names
