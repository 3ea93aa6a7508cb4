"""A system run in a process of its own, so that its peak memory is its own and no peer's imports touch another's."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar

from letopis.corpora.speed import peak_memory
from letopis.errors import ModelError
from letopis.systems.registry import open_system
from letopis.systems.run import Text, Timed, run

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Apart:
    """A system's version, its run, and the most memory its process held, in MiB (`None` where not told)."""

    version: str
    timed: Timed
    memory: int | None


def run_apart(name: str, documents: Sequence[Text]) -> Apart:
    """The run of the system called `name`, its own errors forgiven document by document.

    Raises `ModelError` where the system cannot be opened, or its process ends before it answers.
    """
    return in_process(name, _run, name, list(documents))


def in_process(name: str, work: Callable[..., Answer], *arguments: object) -> Answer:
    """What `work(*arguments)` answers in a new process, done for the system called `name`.

    `work` is a function of a module; it and what it takes and gives can be pickled. Raises `ModelError` where the
    process ends before it answers.
    """
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        try:
            return pool.submit(work, *arguments).result()
        except BrokenProcessPool as error:
            raise ModelError(
                f"{name} ended before it answered ({error}): it may want more memory; leave it out of --systems."
            ) from error


def _run(name: str, documents: list[Text]) -> Apart:
    system = open_system(name)
    timed = run(system, documents, forgiving=True)
    return Apart(system.version, timed, own_peak())


def own_peak() -> int | None:
    """The most memory that this process held since its program began, in MiB; `None` where not told."""
    # On Linux getrusage counts what the parent held before this process began its own program.
    status = Path("/proc/self/status")
    if status.is_file():
        for line in status.read_text(encoding="ascii", errors="replace").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) // 1024
    return peak_memory()
