"""Natasha's models are found as files, without importing natasha, and what is missing is said plainly."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from letopis.errors import ModelError
from letopis.language import models


@pytest.mark.parametrize("model", models.FILES)
def test_models_lie_in_the_wheel(model: str) -> None:
    assert models.path(model).is_file()
    assert len(models.digest(model)) == 12
    assert models.name(model) in models.FILES[model]


def test_models_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(models, "find_spec", lambda _: None)
    with pytest.raises(ModelError, match="pip install natasha"):
        models.path("names")


def test_models_file_missing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    class Spec:
        origin = str(tmp_path / "__init__.py")

    monkeypatch.setattr(models, "find_spec", lambda _: Spec)
    with pytest.raises(ModelError, match="reinstall"):
        models.path("names")


def test_models_share_the_vocabulary() -> None:
    vocabularies = {id(models.tagger(name).infer.encoder.words_vocab) for name in ("names", "morphology", "syntax")}
    assert len(vocabularies) == 1


@pytest.mark.parametrize(
    ("code", "absent"),
    [
        ("import letopis; letopis.load()('Он ехал в Тверь.')", ["natasha", "pymorphy2", "pymorphy3", "torch", "yargy"]),
        ("import letopis.cli; letopis.__version__", ["spacy", "slovnet", "navec", "numpy", "pandas", "rumorph"]),
    ],
    ids=["pipeline", "command line"],
)
def test_models_import_nothing_heavy(code: str, absent: list[str]) -> None:
    check = f"{code}\nimport sys; print([name for name in {absent!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
