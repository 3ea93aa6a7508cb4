"""Mending takes time in proportion to the text, whatever the text repeats."""

import time

import pytest

from letopis.sources.mend import mend

REPEATED = [
    "а",
    "аa",
    "1 ",
    "\n",
    "12\n\n",
    "ко-\n",
    "ѣ",
    "*",
    "  ",
    "з 1 О ",
    "сло во ",
    "а\u0483",
    "\u00ad ",
    "о в ",
    "—1",
    "(1)",
]


@pytest.mark.parametrize("piece", REPEATED)
def test_mend_is_linear(piece):
    text = piece * (40_000 // len(piece))
    mend(text[:2000])
    start = time.process_time()
    mend(text)
    # A quadratic pass would take minutes; a linear one takes a tenth of a second.
    assert time.process_time() - start < 5
