"""What has been worked out of a document, kept as long as the document is.

`doc.user_data` is stored with the document (spaCy's DocBin), so it may hold plain data only; what is only saved work,
in objects of our own, is kept here.
"""

from __future__ import annotations

from typing import Any
from weakref import WeakKeyDictionary

from spacy.tokens import Doc

_KEPT: WeakKeyDictionary[Doc, dict[str, Any]] = WeakKeyDictionary()


def memory(doc: Doc) -> dict[str, Any]:
    """The dictionary that lives and dies with `doc`."""
    return _KEPT.setdefault(doc, {})
