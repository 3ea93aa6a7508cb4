"""What a document lacks of the annotation that the rules read, added by the models that come with Letopis.

So `nlp.add_pipe("letopis_quantity")` works in a pipeline of one's own that has neither sentences nor morphology, and
what such a pipeline has set already stays.
"""

from __future__ import annotations

from functools import cache

from spacy.tokens import Doc
from spacy.vocab import Vocab

from letopis.language.morphology import Morphology
from letopis.language.names import SPANS, Names
from letopis.language.sentences import sentences
from letopis.language.spacy_names import KEPT, copy_names
from letopis.language.syntax import Syntax

_MORPHOLOGY = ("POS", "MORPH", "LEMMA")
_COLLAPSED = ("letopis", ["quantity", "date"])


@cache
def _morphology(vocab: Vocab) -> Morphology:
    return Morphology(vocab)


def complete(doc: Doc, *, syntax: bool = False) -> Doc:
    """`doc` with sentence bounds, parts of speech, features, lemmas and names, each added only where none is set.

    With `syntax`, heads and relations too.

    Of parts of speech, features and lemmas, where one is missing all three are set anew, so that they agree.
    Names come from `doc.ents` where it has persons, places or organizations.
    """
    if not len(doc):
        return doc
    if not doc.has_annotation("SENT_START"):
        sentences(doc)
    if not all(doc.has_annotation(attribute) for attribute in _MORPHOLOGY):
        _morphology(doc.vocab)(doc)
    if SPANS not in doc.spans:
        if any(entity.label_ in KEPT for entity in doc.ents):
            copy_names(doc)
        else:
            Names()(doc)
    if syntax and len(doc) > 1 and not doc.has_annotation("DEP"):
        Syntax(*_COLLAPSED)(doc)
    return doc
