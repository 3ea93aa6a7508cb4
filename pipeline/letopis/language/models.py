"""Where the models lie: Letopis's own in the package, natasha's in its wheel, found without importing natasha.

natasha 1.6.0 imports pymorphy2, which fails wherever setuptools has no `pkg_resources`. Its wheel ships the
models as plain files under `natasha/data/`, so only the package's location is asked of the import system.
"""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from letopis.errors import ModelError

FILES = {
    "navec": "emb/navec_news_v1_1B_250K_300d_100q.tar",
    "names": "model/slovnet_ner_news_v1.tar",
    "morphology": "model/slovnet_morph_news_v1.tar",
    "syntax": "model/slovnet_syntax_news_v1.tar",
}
OWN = {"contextual": "letopis_names_v3.onnx"}
"""Models in the package's own `models/`."""


def path(model: str) -> Path:
    """The file of `model`, a key of `FILES` or `OWN`; raise `ModelError` where it is not installed."""
    if model in OWN:
        own = Path(str(files("letopis.models"))) / OWN[model]
        if not own.is_file():
            raise ModelError(f"this installation of Letopis has no {OWN[model]}: use --model fast.")
        return own
    spec = find_spec("natasha")
    if spec is None or spec.origin is None:
        raise ModelError("natasha's model files are not installed: run `pip install natasha`.")
    file = Path(spec.origin).parent / "data" / FILES[model]
    if not file.is_file():
        raise ModelError(f"{file} is missing: reinstall with `pip install --force-reinstall natasha`.")
    return file


def name(model: str) -> str:
    """The name and version of `model` as its file states them: `slovnet_ner_news_v1`."""
    return Path((FILES | OWN)[model]).stem


def present() -> list[str]:
    """The models whose files are installed: natasha's, and of `OWN` those that the package has."""
    folder = Path(str(files("letopis.models")))
    return [*FILES, *(model for model, file in OWN.items() if (folder / file).is_file())]


@cache
def digest(model: str) -> str:
    """The first twelve hexadecimal digits of the SHA-256 of the model's file."""
    return hashlib.sha256(path(model).read_bytes()).hexdigest()[:12]


@cache
def embeddings() -> Any:
    """The navec word embeddings that all slovnet models share (26.6 MB)."""
    from navec import Navec

    return Navec.load(str(path("navec")))


@cache
def tagger(model: str) -> Any:
    """A slovnet model (`names`, `morphology` or `syntax`), loaded once a process."""
    import slovnet

    kinds = {"names": slovnet.NER, "morphology": slovnet.Morph, "syntax": slovnet.Syntax}
    loaded = kinds[model].load(str(path(model))).navec(embeddings())
    loaded.infer.encoder.words_vocab = _shared(loaded.infer.encoder.words_vocab)
    return loaded


_VOCABULARIES: list[Any] = []


def _shared(vocabulary: Any) -> Any:
    """A vocabulary loaded before that holds the same 250,000 words, so that they are kept once."""
    for kept in _VOCABULARIES:
        if kept.items == vocabulary.items:
            return kept
    _VOCABULARIES.append(vocabulary)
    return vocabulary
