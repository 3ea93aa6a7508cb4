"""Other people's gold sets in the contract's terms: one TOML of labels a set, one reader a format.

Their conventions differ from ours; the mapping says how, is printed with every report, and names the
measures that make sense over the set. No text or annotation of theirs is part of this package.
"""

from __future__ import annotations

from pathlib import Path

from letopis.scoring.datasets.brat import load_brat
from letopis.scoring.datasets.bsnlp import load_bsnlp
from letopis.scoring.datasets.columns import load_conll, load_hipe
from letopis.scoring.datasets.conventions import conformed
from letopis.scoring.datasets.factrueval import load_factrueval
from letopis.scoring.datasets.mapping import load
from letopis.scoring.datasets.rows import load_rows
from letopis.scoring.gold import Gold

_READERS = {
    "brat": load_brat,
    "bsnlp": load_bsnlp,
    "conll": load_conll,
    "factrueval": load_factrueval,
    "hipe": load_hipe,
    "rows": load_rows,
}


def read(name: str, path: Path) -> list[Gold]:
    """The documents of the data set `name` that lie at `path`, dates as its convention has them.

    Raises `DataError` where they cannot be read.
    """
    mapping = load(name)
    return conformed(_READERS[mapping.format](path, mapping), name)
