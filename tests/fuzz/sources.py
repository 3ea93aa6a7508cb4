"""Coverage-guided fuzzing of everything between a file's bytes and the analysis copy, by atheris, for a bounded time.

    python tests/fuzz/sources.py --seconds 300

Bytes either become text or raise a `SourceError` of one sentence; a text is mended and every word of the copy leads
back to the source. What breaks this is printed as a traceback, its bytes are kept in `crash-*`, and the exit code is
not 0. Without atheris (`pip install -e '.[fuzz]'`) a sentence says so and nothing is run.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
import warnings
from pathlib import Path

NAMES = ("a", "a.txt", "a.csv", "a.md", "a.jsonl", "a.xml", "a.html", "a.zip")
WORD = re.compile(r"\S+")


def main() -> int:
    """Run as the command line says; atheris itself ends the process where it ran."""
    parser = argparse.ArgumentParser(description="Fuzz the reading of files.")
    parser.add_argument("--seconds", type=int, default=300)
    seconds = parser.parse_args().seconds
    try:
        import atheris
    except ImportError:
        sys.stdout.write("atheris is not installed: the fuzz run is skipped (pip install -e '.[fuzz]').\n")
        return 0
    with atheris.instrument_imports(include=["letopis.sources"]):
        from letopis.errors import SourceError
        from letopis.sources.documents.extract import Options, extract
        from letopis.sources.mend import mend
    options = Options(encoding=None, max_bytes=200_000, text_field="text", keep_markup=True)

    def once(data: bytes) -> None:
        if not data:
            return
        name, content = NAMES[data[0] % len(NAMES)], data[1:]
        try:
            texts = [found.marked for found in extract(content, name, options)]
        except SourceError as error:
            assert "\n" not in str(error), error
            return
        for marked in texts:
            for one in (*marked.regions, *marked.given):
                assert 0 <= one.start < one.end <= len(marked.text), one
            mended = mend(marked.text[:2000])
            for word in WORD.finditer(mended.text):
                start, end = mended.to_source(*word.span())
                assert 0 <= start < end <= len(marked.text), word

    with tempfile.TemporaryDirectory() as folder:
        for number, seed in enumerate(seeds()):
            Path(folder, str(number)).write_bytes(seed)
        warnings.simplefilter("ignore")
        limits = ["-max_len=20000", "-timeout=60", "-rss_limit_mb=4096", "-print_final_stats=1"]
        atheris.Setup([sys.argv[0], f"-max_total_time={seconds}", *limits, folder], once)
        atheris.Fuzz()
    return 0


def seeds() -> list[bytes]:
    """A document of each format, led by the byte that chooses its name."""
    sys.path.insert(0, str(Path(__file__).parents[1] / "sources" / "documents"))
    from builders import every_format, pdf

    documents = {**every_format(), "a.pdf": pdf(["Письмо твоё", "получил"]), "a.jsonl": b'{"text": "x"}\n'}
    documents["a.csv"] = b"text\nx\n"
    suffixes = [name.partition(".")[2] for name in NAMES]
    return [
        bytes([suffixes.index(suffix) if suffix in suffixes else 0]) + data
        for suffix, data in ((name.rpartition(".")[2], data) for name, data in documents.items())
    ]


if __name__ == "__main__":
    sys.exit(main())
