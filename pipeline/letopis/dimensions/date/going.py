"""Verbs that take no object, so that a bare figure before them can only be a day."""

from __future__ import annotations

import re

from spacy.tokens import Token

from letopis.dimensions.date.lexicon import fold

_MOTION = re.compile(
    r"(?:в|во|вз|вы|до|за|из|на|об|от|пере|по|под|при|про|раз|с|со|у)?(?:ъ|ь)?"
    r"(?:ехать|езжать|ездить|идти|йти|ходить|бежать|бегать|плыть|плывать|лететь|летать|быть|бывать|ступить|ступать)"
)
"""Verbs of motion and of being somewhere, with any prefix (Grammar-80, § 1399: verbs of motion)."""


def is_motion(lemma: str) -> bool:
    """Whether the verb is one of motion or of being somewhere."""
    return _MOTION.fullmatch(fold(lemma)) is not None


def is_going(verb: Token) -> bool:
    """Whether the token is a verb of motion or being, or a reflexive one, of one person that is no neuter."""
    if verb.pos_ not in {"VERB", "AUX"}:
        return False
    if not (verb.lemma_.endswith(("ся", "сь")) or is_motion(verb.lemma_)):
        return False
    if verb.morph.get("VerbForm", []) == ["Inf"]:
        return True
    if verb.morph.get("Number", []) != ["Sing"] or verb.morph.get("Gender", []) == ["Neut"]:
        return False
    return verb.morph.get("Tense", []) == ["Past"] or verb.morph.get("Person", []) == ["1"]
