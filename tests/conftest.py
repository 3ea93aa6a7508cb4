"""What all tests share: the pipeline, loaded once, and the Python version in the header."""

from __future__ import annotations

import platform

import pytest
from spacy.language import Language

import letopis


def pytest_report_header() -> str:
    """The Python that the tests run on."""
    return f"letopis {letopis.__version__} on {platform.python_implementation()} {platform.python_version()}"


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The pipeline with all its models."""
    return letopis.load()
