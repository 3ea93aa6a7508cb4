"""Where a format's text goes: a file, or standard output, always in UTF-8 with `\\n`."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from letopis.errors import LetopisError


@contextmanager
def opened(out: Path | None) -> Iterator[TextIO]:
    """A text stream to `out`, or to standard output where it is `None`; folders on the way are made."""
    if out is None:
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(encoding="utf-8", newline="\n")
        yield sys.stdout
        sys.stdout.flush()
        return
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        stream = out.open("w", encoding="utf-8", newline="\n")
    except OSError as error:
        raise LetopisError(f"{out} cannot be written ({error.strerror}): choose another place with -o.") from None
    with stream:
        yield stream
