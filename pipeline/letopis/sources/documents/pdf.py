"""PDF with a text layer: its pages in order."""

from __future__ import annotations

import logging
import warnings
from io import BytesIO

from letopis.errors import SourceError
from letopis.sources.documents.markup import library
from letopis.sources.marks import Marked, Region

# Without a handler of its own, what pypdf remarks on a file would be printed to standard error.
logging.getLogger("pypdf").addHandler(logging.NullHandler())


def read(data: bytes, name: str) -> Marked:
    """The text layer of the PDF `data`, a blank line between pages; raise `SourceError` where it has none.

    Pages are numbered as in the file, from 1.
    """
    pypdf = library("pypdf", name)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            reader = pypdf.PdfReader(BytesIO(data))
            if reader.is_encrypted and not reader.decrypt(""):
                raise SourceError(f"{name} is encrypted: save it without a password.")
            pages = [page.extract_text().strip() for page in reader.pages]
    except SourceError:
        raise
    except Exception as error:  # pypdf raises nearly anything on broken files
        raise SourceError(f"{name} is a broken PDF ({type(error).__name__}): save it anew.") from error
    if not any(pages):
        raise SourceError(f"{name} has no text layer: recognise its text first, for instance with ocrmypdf.")
    regions = []
    at = 0
    for number, page in enumerate(pages, 1):
        if page:
            regions.append(Region(at, at + len(page), page=str(number)))
            at += len(page) + 2
    return Marked("\n\n".join(filter(None, pages)), tuple(regions))
