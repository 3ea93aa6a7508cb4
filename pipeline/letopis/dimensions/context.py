"""What is known of a document beside its text: when it was written, by which calendar."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Literal

from spacy.tokens import Doc

_STORE = "letopis.context"


@dataclass(frozen=True, slots=True)
class Context:
    """`written` is EDTF and anchors relative dates; `calendar` is the calendar the document's days are in.

    `reference_date` is an ISO day that overrides `written` as the anchor of `сегодня` and its like.
    """

    written: str | None = None
    calendar: Literal["julian", "gregorian"] | None = None
    reference_date: str | None = None


NOTHING_KNOWN = Context()


def context(doc: Doc) -> Context:
    """The context set on `doc`, or an empty one."""
    return Context(**doc.user_data.get(_STORE, {}))


def set_context(doc: Doc, known: Context) -> None:
    """Tell the components after the tokenizer what is known of the document."""
    doc.user_data[_STORE] = asdict(known)
