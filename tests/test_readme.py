"""Every example of README.md and DEVELOPMENT.md runs and prints what it says.

A fenced block marked `pycon` is a doctest; in one marked `console`, each line after `$ ` is run and the lines
below it are its output. `…` stands for anything.
"""

from __future__ import annotations

import doctest
import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

import letopis
from letopis.cli import app

ROOT = Path(__file__).parent.parent
_BLOCK = re.compile(r"^```(pycon|console)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def _blocks(kind: str) -> list[tuple[str, str]]:
    return [
        (f"{name}:{text[: block.start()].count(chr(10)) + 1}", block[2])
        for name in ("README.md", "DEVELOPMENT.md")
        for text in [(ROOT / name).read_text("utf-8")]
        for block in _BLOCK.finditer(text)
        if block[1] == kind
    ]


def _commands() -> list[tuple[str, str, str]]:
    found = []
    for place, block in _blocks("console"):
        for command in block.split("$ ")[1:]:
            line, _, output = command.partition("\n")
            found.append((f"{place} {line[:40]}", line, output))
    return found


@pytest.mark.parametrize("name", ["README.md", "DEVELOPMENT.md"])
def test_python_examples_print_what_they_say(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The examples of one page are one session, from its first to its last."""
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr(doctest, "ELLIPSIS_MARKER", "…")
    blocks = "\n".join(block for place, block in _blocks("pycon") if place.startswith(name))
    examples = doctest.DocTestParser().get_doctest(blocks, {}, name, name, 0)
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
    output: list[str] = []
    runner.run(examples, out=output.append)
    assert runner.failures == 0, "".join(output)


@pytest.mark.parametrize(("place", "command", "expected"), _commands(), ids=lambda value: value[:40])
def test_console_example_prints_what_it_says(
    place: str, command: str, expected: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program, *arguments = shlex.split(command)
    assert program == "letopis", f"{place}: only letopis is run here"
    for name in ("corpus", "gold", "reports"):
        (tmp_path / name).symlink_to(ROOT / name)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "110")
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 0, result.output
    pattern = ".*".join(re.escape(part) for part in re.split("…", _squeezed(expected)))
    assert re.fullmatch(pattern, _squeezed(result.stdout), re.DOTALL), result.stdout


def _squeezed(text: str) -> str:
    return "\n".join(" ".join(line.split()) for line in text.strip().splitlines())


def test_package_docstring_example_prints_what_it_says() -> None:
    assert letopis.extract  # the doctest's names are public
    assert doctest.testmod(letopis, verbose=False).failed == 0


def test_readme_has_the_two_commands() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    for name in ("main", "test"):
        assert re.search(rf"^<!-- {name} -->\n```sh\n.*\n```$", readme, re.MULTILINE)
