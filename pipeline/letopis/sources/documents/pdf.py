"""PDF with a text layer: its pages in order."""

from __future__ import annotations

import logging
import warnings
from io import BytesIO

from letopis.errors import SourceError
from letopis.sources.documents.markup import library

# Without a handler of its own, what pypdf remarks on a file would be printed to standard error.
logging.getLogger("pypdf").addHandler(logging.NullHandler())


def text(data: bytes, name: str) -> str:
    """The text layer of the PDF `data`, a blank line between pages; raise `SourceError` where it has none."""
    pypdf = library("pypdf", name)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            reader = pypdf.PdfReader(BytesIO(data))
            if reader.is_encrypted and not reader.decrypt(""):
                raise SourceError(f"{name} is encrypted: save it without a password.")
            pages = [page.extract_text() for page in reader.pages]
    except SourceError:
        raise
    except Exception as error:  # pypdf raises nearly anything on broken files
        raise SourceError(f"{name} is a broken PDF ({type(error).__name__}): save it anew.") from error
    found = "\n\n".join(page.strip() for page in pages if page.strip())
    if not found:
        raise SourceError(f"{name} has no text layer: recognise its text first, for instance with ocrmypdf.")
    return found
