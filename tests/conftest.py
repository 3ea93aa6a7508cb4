"""What all tests share: the pipeline, loaded once, how work grows with its size, the Python version in the header."""

from __future__ import annotations

import gc
import os
import platform
import time
from collections.abc import Callable

import pytest
from hypothesis import settings
from spacy.language import Language

import letopis

TRIES = 6
Prepare = Callable[[int], Callable[[], object]]

# The same examples each time, however slow the machine; the nightly run looks for new ones.
settings.register_profile("same", deadline=None, derandomize=True)
settings.register_profile("search", deadline=None)
settings.load_profile("search" if os.environ.get("CI_MODE") == "nightly" else "same")


def pytest_report_header() -> str:
    """The Python that the tests run on."""
    return f"letopis {letopis.__version__} on {platform.python_implementation()} {platform.python_version()}"


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The pipeline with all its models."""
    return letopis.load()


@pytest.fixture(scope="session")
def accurate_nlp() -> Language:
    """The pipeline on the accurate names model."""
    pytest.importorskip("onnxruntime")
    return letopis.load(model="accurate")


@pytest.fixture(scope="session")
def grows_linearly() -> Callable[..., bool]:
    """Whether work of four times the size takes less than eight times the CPU time: a ratio, never seconds.

    `prepare` makes the work of a size, untimed; what is quadratic takes sixteen times as long. Other programs
    disturb a measurement but never make it shorter, so one good try of several is enough; the collector is stopped.
    The small one is measured as long as the large one, for a disturbance of it would hide growth.
    """

    def grows(prepare: Prepare, size: int) -> bool:
        prepare(size)()
        small = large = float("inf")
        for _ in range(TRIES):
            small = min(small, *(_spent(prepare(size)) for _ in range(4)))
            large = min(large, _spent(prepare(size * 4)))
            if large < 8 * small:
                return True
        return False

    return grows


def _spent(work: Callable[[], object]) -> float:
    enabled = gc.isenabled()
    gc.disable()
    try:
        start = time.process_time()
        work()
        return time.process_time() - start
    finally:
        if enabled:
            gc.enable()
