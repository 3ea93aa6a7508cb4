"""Where a format's text goes: a file, or standard output, always in UTF-8 with `\\n`.

A file is written under a name of its own beside the one asked for and takes that one's place when it is whole, so
that a run that is broken off leaves no half file and harms none that was there.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn, TextIO

from rich.console import Console

from letopis.errors import LetopisError


class Terminal(Console):
    """A rich console that lets a broken pipe be seen, as plain writing does; rich would end the program itself."""

    def on_broken_pipe(self) -> NoReturn:
        """Raise what rich has caught."""
        raise BrokenPipeError


@contextmanager
def opened(out: Path | None) -> Iterator[TextIO]:
    """A text stream to `out`, or to standard output where it is `None`; folders on the way are made.

    Raise `LetopisError` where it cannot be written.
    """
    if out is None:
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(encoding="utf-8", newline="\n")
        with writing("standard output"):
            yield sys.stdout
            sys.stdout.flush()
        return
    with writing(str(out)):
        if out.exists() and not out.is_file():  # a device or a pipe has no place to be taken; a folder is an error
            with out.open("w", encoding="utf-8", newline="\n") as stream:
                yield stream
            return
        target = out.resolve()
        target.parent.mkdir(parents=True, exist_ok=True)
        part = beside(target)
        try:
            with part.open("w", encoding="utf-8", newline="\n") as stream:
                yield stream
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)


@contextmanager
def writing(name: str) -> Iterator[None]:
    """Faults of the disk, while `name` is written, as one sentence; a broken pipe is left to the program."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise LetopisError(f"{name} cannot be written ({error.strerror}): choose another place with -o.") from None


def beside(target: Path) -> Path:
    """A hidden name beside `target` for what is not yet whole."""
    return target.with_name(f".letopis-{os.getpid()}.part")
