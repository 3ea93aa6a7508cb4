import gc
from collections.abc import Iterator

import pytest
from spacy.language import Language
from spacy.tokens import Doc

import letopis
from letopis.collector import paused
from letopis.errors import LetopisError

TEXT = "В 1834 году купец Рябов продал 40 пудов воска. " * 20


@pytest.fixture(params=[True, False], ids=["enabled", "disabled"])
def found(request: pytest.FixtureRequest) -> Iterator[bool]:
    before = gc.isenabled()
    (gc.enable if request.param else gc.disable)()
    yield request.param
    (gc.enable if before else gc.disable)()


def test_collector_is_as_it_was_found(found: bool, nlp: Language) -> None:
    letopis.extract(TEXT, nlp=nlp)
    assert gc.isenabled() is found


def test_collector_is_as_it_was_found_after_a_fault(found: bool, nlp: Language) -> None:
    with pytest.raises(LetopisError):
        letopis.extract(TEXT, written="not a date", nlp=nlp)
    assert gc.isenabled() is found
    with pytest.raises(KeyError), paused():
        raise KeyError
    assert gc.isenabled() is found


def test_collector_is_stopped_within_a_document(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    during: list[bool] = []
    component = nlp.get_pipe("letopis_facts")

    def watch(doc: Doc) -> Doc:
        during.append(gc.isenabled())
        return component(doc)

    monkeypatch.setattr(nlp, "_components", [(n, watch if n == "letopis_facts" else c) for n, c in nlp._components])
    letopis.extract(TEXT, nlp=nlp)
    assert during == [False]


def test_collector_may_be_paused_twice(found: bool) -> None:
    with paused():
        with paused():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled() is found
