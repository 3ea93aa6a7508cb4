"""What reads Russian morphology: Letopis's own tagger, its two models each alone, and pymorphy3.

A reader takes sentences of words and gives a reading a word.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any

from letopis.errors import ModelError

Sentences = list[list[str]]
Reading = tuple[str, str, dict[str, str]]
Reader = Callable[[Sentences], list[list[Reading]]]

# Features in which an analysis of the dictionary can agree with slovnet's tag.
_COMPARED = ("Case", "Number", "Gender", "Animacy", "Tense", "VerbForm", "Voice", "Person", "Mood")
_NOMINAL = {"NOUN", "PROPN"}

# OpenCorpora's tags as those of Universal Dependencies. Source: opencorpora.org, «Теги грамматических категорий».
_PARTS = {
    "ADJF": "ADJ",
    "ADJS": "ADJ",
    "COMP": "ADV",
    "INFN": "VERB",
    "PRTF": "VERB",
    "PRTS": "VERB",
    "GRND": "VERB",
    "NUMR": "NUM",
    "ADVB": "ADV",
    "NPRO": "PRON",
    "PREP": "ADP",
    "CONJ": "CCONJ",
    "PRCL": "PART",
    "PRED": "ADV",
}
_CASES = {
    "nomn": "Nom",
    "gent": "Gen",
    "gen2": "Gen",
    "datv": "Dat",
    "accs": "Acc",
    "ablt": "Ins",
    "loct": "Loc",
    "loc2": "Loc",
}
_NUMBERS = {"sing": "Sing", "plur": "Plur"}
_GENDERS = {"masc": "Masc", "femn": "Fem", "neut": "Neut"}
_NAMES = {"Name", "Surn", "Patr", "Geox", "Orgn"}


def pymorphy3() -> Reader:
    """pymorphy3's likeliest analysis of each form, without context; `ModelError` where it is not installed."""
    try:
        analyzer = import_module("pymorphy3").MorphAnalyzer()
    except ModuleNotFoundError as error:
        raise ModelError(
            f"pymorphy3 cannot be imported ({error}): install pymorphy3 to have it measured beside."
        ) from error

    def read(word: str) -> Reading:
        best = analyzer.parse(word)[0]
        tag = best.tag
        part = _PARTS.get(str(tag.POS), str(tag.POS or "X"))
        if _NAMES & tag.grammemes:
            part = "PROPN"
        elif "Apro" in tag and tag.POS == "ADJF":
            part = "DET"
        features = {
            "Case": _CASES.get(str(tag.case)),
            "Number": _NUMBERS.get(str(tag.number)),
            "Gender": _GENDERS.get(str(tag.gender)),
        }
        return best.normal_form, part, {name: value for name, value in features.items() if value}

    return lambda sentences: [[read(word) for word in words] for words in sentences]


def rumorph(*, context: bool) -> Reader:
    """rumorph's first analysis, of the form alone or in its sentence."""
    from letopis.sources.vocabulary import analyzer

    ask: Callable[[Sequence[str]], Any] = analyzer().analyze_sentence if context else analyzer().analyze_many
    return lambda sentences: [
        [
            (found[0].lemma, found[0].pos, found[0].feats) if found else (word.lower(), "X", {})
            for word, found in zip(words, ask(words), strict=True)
        ]
        for words in sentences
    ]


def slovnet(*, choosing: bool) -> Reader:
    """slovnet's likeliest tag with the lemma of the analysis nearest to it; where `choosing`, its features too."""
    from letopis.language import models
    from letopis.language.morphology import analyses

    tagger = models.tagger("morphology")

    def read(word: str, tag: Any) -> Reading:
        part, features = tag.pos, dict(tag.feats)

        def nearness(one: Any) -> float:
            same = one.pos == part or {one.pos, part} <= _NOMINAL
            agreeing = sum(one.feats.get(name) == features[name] for name in _COMPARED if name in features)
            return float(4 * same + agreeing + one.prob)

        best = max(analyses(word), key=nearness, default=None)
        if best is None:
            return word.lower(), part, features
        if choosing and best.source == "dictionary":
            part, features = best.pos, best.feats
        return best.lemma, part, features

    return lambda sentences: [
        [read(word, tag) for word, tag in zip(words, markup.tokens, strict=True)]
        for words, markup in zip(sentences, tagger.map(sentences), strict=True)
    ]


def letopis() -> Reader:
    """Letopis's own tagger, which weighs slovnet's tags and rumorph's analyses together."""
    from letopis.language.morphology import tag

    def read(sentences: Sentences) -> list[list[Reading]]:
        said = iter([(lemma, part, dict(features)) for (part, features), lemma in tag(sentences)])
        return [[next(said) for _ in words] for words in sentences]

    return read


READERS: dict[str, Callable[[], Reader]] = {
    "pymorphy3, form alone": pymorphy3,
    "rumorph, form alone": lambda: rumorph(context=False),
    "rumorph in context": lambda: rumorph(context=True),
    "slovnet's tag, nearest lemma": lambda: slovnet(choosing=False),
    "slovnet's tag chooses among rumorph's analyses": lambda: slovnet(choosing=True),
    "Letopis: both models weighed": letopis,
}
