"""Python's collector of cycles, stopped for the time that one document is read.

A document is a great many objects, almost none of them in cycles, that live until it is done. Collecting while they
are made looks at all of them again and again, for as much as a quarter of the time, and frees next to nothing.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def paused() -> Iterator[None]:
    """Stop the collector while the block runs; afterwards, whatever happened, it is as it was found."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
