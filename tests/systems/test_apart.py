from __future__ import annotations

import sys

import pytest

from letopis.errors import ModelError
from letopis.systems.apart import run_apart
from letopis.systems.run import Text


def test_system_in_its_own_process() -> None:
    made = run_apart("letopis", [Text("a", "В 1920 году Ленин приехал в Москву.", "1934")])
    assert made.version.startswith("letopis ")
    assert {m["kind"] for m in made.timed.records["a"]["mentions"]} == {"date", "person", "place"}
    assert made.timed.failures == {}
    if sys.platform.startswith("linux"):
        assert made.memory is not None and 50 < made.memory < 4000


def test_system_that_is_not_there_is_named_across_processes() -> None:
    with pytest.raises(ModelError, match="there is no system 'oracle'"):
        run_apart("oracle", [])
