"""The contextual names model: what it is shown, how it is run, and the names that come of it, on a tiny random one."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from spacy.language import Language
from spacy.tokens import Span

import letopis
from letopis.errors import ModelError
from letopis.language import contextual, models, names
from letopis.language.contextual import Contextual, features, shared, shown, windows

_TYPES = "PERSON PLACE ORGANIZATION DATE"
_PIECES = ["▁", *"абвгдежзийклмнопрстуфхцчшщъыьэюя", *"АБВГДЕЖЗИКЛМНОПРСТ", ".", ","]
_SENTENCES = [[("Граф", True), ("Петр", False), (".", False)], [("В", True), ("Москву", False), (".", False)]]


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model of one product: what slovnet makes of a word, times random weights."""
    pytest.importorskip("onnxruntime")
    onnx = pytest.importorskip("onnx")
    helper, floats, longs = onnx.helper, onnx.TensorProto.FLOAT, onnx.TensorProto.INT64
    weight = np.random.default_rng(3).normal(size=(contextual.WIDTH, 3 * len(_TYPES.split()))).astype(np.float32)
    made = helper.make_graph(
        [helper.make_node("MatMul", ["features", "weight"], ["scores"])],
        "tiny",
        [
            helper.make_tensor_value_info("ids", longs, ["pieces"]),
            helper.make_tensor_value_info("first", longs, ["words"]),
            helper.make_tensor_value_info("features", floats, ["words", contextual.WIDTH]),
        ],
        [helper.make_tensor_value_info("scores", floats, ["words", weight.shape[1]])],
        [onnx.numpy_helper.from_array(weight, "weight")],
    )
    model = helper.make_model(made, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)
    pieces = "\n".join(f"{number}\t{piece}\t-5.0" for number, piece in enumerate(_PIECES, 4))
    helper.set_model_props(model, {"types": _TYPES, "special": "0 2 3", "pieces": pieces})
    file = tmp_path_factory.mktemp("model") / "tiny.onnx"
    onnx.save(model, file)
    return file


@pytest.fixture
def accurate(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> Language:
    """The pipeline with the tiny model as its accurate one."""
    model = Contextual(str(tiny))
    monkeypatch.setattr(contextual, "contextual", lambda: model)
    monkeypatch.setattr(models, "digest", lambda _: "0123456789ab")
    return letopis.load.__wrapped__(model="accurate")


def test_contextual_words_are_shown_without_headline_capitals_and_with_their_gaps() -> None:
    assert list(shown(_SENTENCES)) == [
        *(("Граф", True), ("Петр", True), (".", False)),
        *(("В", True), ("Москву", True), (".", False)),
    ]
    assert next(shown([[("ГЕНЕРАЛ", True), ("КОРНИЛОВ", True), ("УБИТ", False)]])) == ("генерал", True)


def test_contextual_features_of_a_sentence_do_not_hang_on_its_neighbours() -> None:
    words = [[form for form, _ in sentence] for sentence in _SENTENCES]
    whole = features(words)
    assert whole.shape == (6, contextual.WIDTH)
    assert np.allclose(whole, np.concatenate([features([one]) for one in words]), atol=1e-5)


def test_contextual_features_of_a_passed_over_full_stop_are_nothing() -> None:
    assert not features([["Кн", ".", "Волконский"]])[1].any()


@pytest.mark.parametrize(
    ("lengths", "sentences", "found"),
    [
        ([], [], []),
        ([1, 1, 1], [2, 1], [(0, 3)]),
        ([100, 80, 20, 20], [2, 1, 1], [(0, 2), (2, 4)]),
        ([1] * 250, [250], [(0, 100), (100, 250)]),
        ([24] * 50, [50], [(0, 20), (20, 40), (40, 50)]),
    ],
)
def test_contextual_windows_are_of_whole_sentences(
    lengths: list[int], sentences: list[int], found: list[tuple[int, int]]
) -> None:
    assert list(windows(lengths, sentences)) == found


def test_contextual_names_of_a_model(tiny: Path) -> None:
    model = Contextual(str(tiny))
    found = model(_SENTENCES)
    assert found == model(_SENTENCES)
    assert {kind for _, _, kind in found} <= set(_TYPES.split())
    assert all(0 <= start < end <= 6 and not start < 3 < end for start, end, _ in found)
    assert model([]) == []


def test_contextual_word_of_many_pieces_is_read(tiny: Path) -> None:
    Contextual(str(tiny))([[("щъы" * 1000, False)] * 120])


def test_contextual_word_is_judged_by_all_its_places_in_the_document() -> None:
    scores = np.array([[[0.0, 4.0]], [[1.0, 1.0]], [[2.0, 0.0]], [[8.0, 8.0]], [[0.0, 2.0]]], np.float32)
    given = scores.copy()
    found = shared(given, ["Ельня", "и", "Ельня", "и", "Он"])
    assert found[[0, 2], 0].tolist() == [[0.5, 3.0], [1.5, 1.0]]
    assert (found[[1, 3, 4]] == scores[[1, 3, 4]]).all()
    assert (given == scores).all()


def test_contextual_document_without_capitals_is_judged_word_by_word() -> None:
    scores = np.ones((2, 1, 3), np.float32)
    assert (shared(scores, ["и", "он"]) == scores).all()


def test_names_of_the_accurate_tier(accurate: Language) -> None:
    doc = accurate("Граф Петр Румянцев прибыл в Глухов. Его ждали в Москве.")
    kept = doc.spans[names.SPANS]
    assert {span.label_ for span in kept} <= {"PER", "LOC", "ORG"}
    assert all(one.end <= other.start for one, other in zip(kept, list(kept)[1:], strict=False))
    assert {(span.start, span.end) for span in kept} <= {(span.start, span.end) for span in doc.spans[names.ALL]}
    assert names.source(doc) == "letopis_names_v3 0123456789ab"


def test_names_of_the_accurate_tier_are_the_same_every_time(accurate: Language) -> None:
    text = "Граф Петр Румянцев прибыл в Глухов.\nЕго ждали в Москве и в Сенате.\n"
    first = letopis.extract(text * 3, nlp=accurate)
    assert first == letopis.extract(text * 3, nlp=accurate)


def test_names_of_an_empty_text(accurate: Language) -> None:
    assert not accurate("").spans[names.SPANS]
    assert not accurate("\n\n").spans[names.SPANS]


def test_load_names_no_such_model() -> None:
    with pytest.raises(ModelError, match="choose fast or accurate"):
        letopis.load(model="large")


def test_load_takes_a_pipeline_or_a_model() -> None:
    with pytest.raises(ModelError, match="not both"):
        letopis.load("ru_core_news_lg", model="accurate")


def test_contextual_model_that_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(models.OWN, "contextual", "absent.onnx")
    assert models.present() == list(models.FILES)
    with pytest.raises(ModelError, match=r"has no absent\.onnx: use --model fast"):
        models.path("contextual")


def test_names_of_facilities_are_places_where_they_begin_with_a_capital() -> None:
    doc = letopis.load().make_doc("аэропорт Домодедово и Скворешники")
    found = [Span(doc, 0, 2, "FACILITY"), Span(doc, 3, 4, "FACILITY")]
    assert [(span.text, span.label_) for span in names.outermost(found)] == [("Скворешники", "LOC")]


def test_names_of_the_model_that_overlap_or_have_no_capital_are_left_out() -> None:
    doc = letopis.load().make_doc("МИД Франции и турецкий посол")
    found = [
        Span(doc, 0, 2, "ORGANIZATION"),
        Span(doc, 1, 2, "PLACE"),
        Span(doc, 3, 4, "PLACE"),
        Span(doc, 4, 5, "AGE"),
    ]
    assert [(span.text, span.label_) for span in names.outermost(found)] == [("МИД Франции", "ORG")]
