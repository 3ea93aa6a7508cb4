"""What every page of `letopis bench` ends with: the command, the versions of program, rules and models."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable

_RULES = ("sources", "language", "dimensions", "entities", "facts")


def made_by(command: str) -> list[str]:
    """What made a page: the command, the versions of program and rules, the models."""
    from letopis import __version__
    from letopis.language import models

    held = ", ".join(f"{models.name(model)} `{models.digest(model)}`" for model in models.present())
    return [
        f"Made by `{command}` with letopis {__version__}, rules `{rules_digest()}`;",
        f"models {held}.",
    ]


def rules_digest() -> str:
    """The first twelve hexadecimal digits of the SHA-256 of all code and tables that decide what is found."""
    total = hashlib.sha256()
    root = files("letopis")
    for part in _RULES:
        for name, content in sorted(_files(root / part, part)):
            total.update(name.encode() + b"\0" + content.replace(b"\r\n", b"\n") + b"\0")
    return total.hexdigest()[:12]


def _files(folder: Traversable, name: str) -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _files(entry, f"{name}/{entry.name}")
        elif entry.name.endswith((".py", ".toml", ".txt")) and not entry.name.startswith("cases"):
            yield f"{name}/{entry.name}", entry.read_bytes()
