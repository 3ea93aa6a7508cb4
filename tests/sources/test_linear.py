"""Mending takes time in proportion to the text, whatever the text repeats."""

from functools import partial

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
def test_mend_is_linear(piece, grows_linearly):
    assert grows_linearly(lambda length: partial(mend, piece * (length // len(piece))), 10_000)
