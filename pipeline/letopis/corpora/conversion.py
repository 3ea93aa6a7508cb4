"""How fast old spelling is made modern: on words met before, and on a long text read once."""

from __future__ import annotations

import re
import time
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from statistics import median

from letopis.collector import paused
from letopis.sources.orthography.convert import modernised
from letopis.sources.orthography.detect import Spelling, spelling
from letopis.sources.vocabulary import cost

SIZE = 1_000_000
"""Characters of the text that repeats."""
RUNS = 5
_WARM = "Въ 1834 году генералъ уѣхалъ изъ Россіи."


@dataclass(frozen=True, slots=True)
class Conversion:
    """A text that was converted: what it is, its words, how many of them differ, MB (UTF-8) a CPU second."""

    title: str
    words: int
    distinct: int
    rate: float


def repeated(texts: Iterable[str], size: int = SIZE) -> str:
    """Those of `texts` that are in old spelling, repeated to `size` characters; empty where none is."""
    old = "\n".join(text for text in texts if spelling(text) is Spelling.OLD)
    return ((old + "\n") * (size // len(old) + 1))[:size] if old else ""


def conversion(title: str, text: str, runs: int = RUNS) -> Conversion:
    """The median of `runs`, each in a fresh process where the dictionary is loaded and no word has been met."""
    with ProcessPoolExecutor(1, get_context("spawn"), max_tasks_per_child=1) as pool:
        seconds = median(pool.submit(_seconds, text).result() for _ in range(runs))
    words = re.findall(r"\w+", text)
    return Conversion(title, len(words), len(set(words)), len(text.encode()) / 1e6 / seconds)


@paused()
def _seconds(text: str) -> float:
    """CPU seconds of the conversion of `text` in this process."""
    cost("слово")
    modernised(_WARM)
    begun = time.process_time()
    modernised(text)
    return time.process_time() - begun
