"""What a noun phrase depends on or is listed with: genitives, titles with complements, appositions, lists."""

from __future__ import annotations

from spacy.tokens import Doc, Span

from letopis.facts.births import told_at
from letopis.facts.following import POSSESSIVE
from letopis.facts.frames import by_lemma, word_class
from letopis.facts.gaps import begins_gap
from letopis.facts.likeness import list_case, takes_genitive, unlike
from letopis.facts.phrases import Phrase
from letopis.facts.readings import one, reading
from letopis.facts.titles import entitle
from letopis.facts.unreal import words
from letopis.facts.words import is_title_participle, wordlist

_GOVERNING_INS = ("управляющ", "командующ", "заведующ", "руководящ", "главнокомандующ")
_AGAINST = frozenset({"война", "ультиматум"})
"""What is declared to someone: `объявила войну России`."""


def _is_acronym(word: str) -> bool:
    """`8 годам ИТЛ`: where a term is served."""
    return len(word) > 1 and word.isupper() and word.isalpha()


class Linker:
    """Links the phrases of one sentence, given in order."""

    def __init__(self, doc: Doc, stop: int, atoms: dict[int, Span], phrases: list[Phrase]) -> None:
        self.doc = doc
        self.stop = stop
        self.atoms = atoms
        self.phrases = phrases

    def link(self) -> None:
        """Set `owner` of genitives and brackets, `listed_after` of list members."""
        for before, phrase in zip(self.phrases, self.phrases[1:], strict=False):
            if self._owns(before, phrase):
                above = before.owner
                if phrase.prep == "о" and above is not None and self._is_deed(above):
                    before = above
                phrase.owner = before
                before.owned.append(phrase)
        for at, phrase in enumerate(self.phrases):
            if phrase.kind == "person" and not phrase.prep:
                entitle(self.doc, self.phrases, at)
        for before, phrase in zip(self.phrases, self.phrases[1:], strict=False):
            counted = before.owner if before.quoted else before
            if phrase.quoted and counted is not None and counted.kind == "quantity" and self._names(before, phrase):
                phrase.owner = counted
        for at, phrase in enumerate(self.phrases):
            if phrase.owner is None and at and not self._apposed_after_comma(self.phrases[at - 1], phrase):
                self._enlist(at, phrase)

    def _names(self, before: Phrase, phrase: Phrase) -> bool:
        """Whether the quoted title is one of the things counted before it: `два миноносца — "Живой" и "Жуткий"`."""
        between = {token.lower_ for token in self.doc[before.end : phrase.first] if not token.is_space}
        return between <= {"—", "–", "-", ":", ",", "(", "и", '"'}

    def _is_deed(self, phrase: Phrase) -> bool:
        """Whether a frame may be evoked by the phrase's noun: `просьба общества о ссуде`."""
        lemma = self.doc[phrase.head].lemma_.lower()
        return lemma in by_lemma("doers") or lemma in by_lemma("deeds")

    def _apposed_after_comma(self, before: Phrase, phrase: Phrase) -> bool:
        """`отец мой, Пётр Лукич,`; `Селим Оздемир, сподвижник Нури,`: one person said twice."""
        while before.owner is not None:
            before = before.owner
        between = [token.text for token in self.doc[before.reach() : phrase.first] if not token.is_space]
        if between not in ([","], ["—"], ["–"], ["-"]) or before.listed or before.listed_after or phrase.prep:
            return False
        named, common = (before, phrase) if before.kind == "person" else (phrase, before)
        plural = one(self.doc[common.head], "Number") == "Plur"
        if (
            named.kind != "person"
            or (named is before and named.title is not None)
            or common.mention is not None
            or common.pronoun
            or plural
        ):
            return False
        if not self._is_human(common) or not (before.cases & phrase.cases) or self._continues(phrase):
            return False
        if before is common:
            before.alias = phrase
        phrase.owner = before
        return True

    def _owns(self, before: Phrase, phrase: Phrase) -> bool:
        if told_at(self.doc, before) == phrase.head:
            return True
        if phrase.kind == "quantity" and phrase.first == before.end and self._describes(before, phrase):
            return True
        if phrase.prep == "в" and phrase.kind == "quantity" and phrase.first == before.end:
            return self.doc[before.head].lemma_.lower() in word_class("sums")
        if phrase.kind == "quantity" and not phrase.prep and phrase.first == before.end and before.prep:
            return self.doc[before.head].lemma_.lower() in words("targets")
        if phrase.prep == "из" and phrase.kind == "place" and phrase.first == before.end and not before.pronoun:
            return bool(reading(self.doc[before.head]).animate) and "Nom" not in before.cases
        if phrase.prep == "о" and phrase.first == before.end:
            thing = before.mention is None and not before.pronoun and not reading(self.doc[before.head]).animate
            acts = before.prep or self.doc[before.head].lemma_.lower() in wordlist("collective")
            return thing and not acts and self.doc[before.head].pos_ == "NOUN"
        if self._of_comrade(before, phrase):
            return True
        if not self._adjoins(before.end, phrase.first) or phrase.prep or phrase.kind in {"date", "quantity"}:
            return False
        if before.pronoun or before.kind in {"person", "date"} or phrase.quoted:
            return False
        if (
            phrase.cases <= {"Ins", "Dat"}
            and "Ins" in phrase.cases
            and self.doc[before.head].lower_.startswith(_GOVERNING_INS)
        ):
            return True
        if phrase.pronoun:
            return (
                self.doc[phrase.head].lower_ in POSSESSIVE
                and not before.mention
                and (phrase.tagged == "Gen" or before.cases == {"Ins"})
            )
        if before.kind == "quantity" and before.mention is not None and not takes_genitive(before.mention):
            if phrase.kind == "organization" and before.measures == "count":
                return True  # `два трактора ХТЗ`
            terms = word_class("term") | word_class("prison") | {"лишение", "работа", "служба"}
            word = self.doc[phrase.head]
            return before.measures == "duration" and (word.lemma_.lower() in terms or _is_acronym(word.text))
        if "Gen" not in phrase.cases:
            return False
        animate = reading(self.doc[before.head]).animate
        beside = self.doc[before.head].lemma_.lower() in wordlist("beside")
        appointed = before.tagged == "Ins" and animate and not before.prep and not beside
        if phrase.kind == "person" and appointed and "Acc" in phrase.cases:
            return False
        people = reading(self.doc[phrase.head]).animate and one(self.doc[phrase.head], "Number") == "Plur"
        if before.kind == "place" and before.prep and "Acc" in before.cases & phrase.cases and people:
            return False  # `послал на Казань воевод`
        asked = reading(self.doc[before.head]).animate or self.doc[before.head].lemma_.lower() in wordlist("collective")
        if before.prep in {"у", "от"} and asked and before.mention is None:
            animate = phrase.kind == "person" or reading(self.doc[phrase.head]).animate
            return animate and before.start <= self.doc[phrase.head].head.i < before.end
        lemma = self.doc[phrase.head].lemma_.lower()
        given = before.tagged == "Dat" and reading(self.doc[before.head]).animate and lemma in word_class("goods")
        enthroned = (
            phrase.kind == "person"
            and before.prep
            and self.doc[before.head].lemma_ in word_class("office") | word_class("throne")
        )
        if given or enthroned:
            return False
        if self._is_object_between(before, phrase) or (
            self.doc[before.head].lemma_.lower() in _AGAINST and "Dat" in phrase.cases
        ):
            return False
        if phrase.cases == {"Gen"}:
            return True
        head = self.doc[phrase.head].head.i
        inside = before.start <= head < before.end
        return inside or phrase.tagged == "Gen"

    def _describes(self, before: Phrase, phrase: Phrase) -> bool:
        """`батарею о десяти орудиях`, `машина в 16 сил`: a figure that tells of the thing before it."""
        thing = before.mention is None and not before.pronoun and self.doc[before.head].pos_ == "NOUN"
        if not thing or reading(self.doc[before.head]).animate or phrase.measures not in {"count", "measure"}:
            return False
        return phrase.prep == "о" or (phrase.prep == "в" and phrase.cases <= {"Acc"} and not before.prep)

    def _is_object_between(self, before: Phrase, phrase: Phrase) -> bool:
        """`хан послов не принял`: people between a subject and its verb."""
        people = reading(self.doc[before.head]).animate and reading(self.doc[phrase.head]).animate
        after = self.doc[phrase.end] if phrase.end < self.stop else None
        tagged = phrase.tagged == "Acc" and phrase.kind == ""
        verb = after is not None and (after.lower_ == "не" or (tagged and one(after, "VerbForm") == "Fin"))
        if people and "Acc" in phrase.cases and not phrase.prep and self._sent_by(before, phrase):
            return True
        return people and verb and before.cases == {"Nom"} and "Acc" in phrase.cases

    def _sent_by(self, before: Phrase, phrase: Phrase) -> bool:
        """`послал великий князь воевод`: a verb that moves people, its subject, then those in the plural."""
        if "Nom" not in before.cases or before.tagged not in {"Nom", ""} or before.prep:
            return False
        if one(self.doc[phrase.head], "Number") != "Plur":
            return False
        for at in range(before.first - 1, max(before.first - 5, -1), -1):
            token = self.doc[at]
            if token.is_punct or token.is_space:
                return False
            if one(token, "VerbForm") == "Fin":
                singular = one(token, "Number") == one(self.doc[before.head], "Number")
                return singular and any(
                    variant.role("object", frozenset({"actor"})) in {"theme", "patient"}
                    for variant in by_lemma("verbs").get(token.lemma_.lower(), ())
                )
        return False

    def _of_comrade(self, before: Phrase, phrase: Phrase) -> bool:
        """`28-я дивизия т. Азина`: whose body it is, after an abbreviation of courtesy."""
        between = [token.lower_ for token in self.doc[before.end : phrase.first]]
        called = bool(between) and between[0].rstrip(".") in wordlist("courtesy") and set(between[1:]) <= {"."}
        body = (
            before.kind == "organization"
            or self._is_deed(before)
            or self.doc[before.head].lemma_.lower() in wordlist("collective")
        )
        genitive = "Gen" in phrase.cases or self.doc[phrase.end - 1].lower_.endswith(("а", "я"))
        return called and body and phrase.kind == "person" and genitive and not phrase.prep

    def _adjoins(self, end: int, start: int) -> bool:
        """Whether the two stand side by side, at most an abbreviation between: `орден Св. Георгия`."""
        between = [token.text for token in self.doc[end:start]]
        return not between or (
            len(between) == 2 and between[1] == "." and len(between[0]) <= 3 and between[0][0].isupper()
        )

    def _enlist(self, at: int, phrase: Phrase) -> None:
        if begins_gap(self.doc, phrase):
            return
        for before in reversed(self.phrases[max(0, at - 8) : at]):
            if before.owner is not None:
                continue
            if not self._lists(before.reach(), phrase.first):
                return
            if phrase.prep not in {before.prep, ""} or before.bracketed != phrase.bracketed:
                return
            shared = list_case(before, phrase)
            relative = self.doc[phrase.head].lemma_ in wordlist("relative_pronouns")
            if not shared or "date" in {before.kind, phrase.kind} or relative or before.pronoun:
                return
            if unlike(before, phrase) or self._is_apposition(before, phrase) or self._is_measured(before, phrase):
                return
            first = before.listed_after or before
            phrase.listed_after, phrase.prep = first, first.prep
            first.listed.append(phrase)
            if "figure" not in shared:
                first.cases = phrase.cases = shared
            return

    def _lists(self, end: int, start: int) -> bool:
        """Whether only commas, conjunctions and the small words of a list stand between."""
        between = [token for token in self.doc[end:start] if not token.is_space]
        if not between or len(between) > 8:
            return False
        words = [token.lower_ for token in between]
        if words == ["—"] or {"числе", "из"} & set(words):
            return False
        if "а" in words and not {"также", "сверх", "равно"} & set(words):
            return False
        if (
            words in ([",", "и"], [","])
            and self._verb_follows(start)
            and not (self._is_figure(start) and words == [","] and not self._verb_precedes(end))
        ):
            return False
        if words == ["и"] and self._verb_before(end) and self._verb_follows(start, finite=True):
            return False
        joined = any(word in {",", "и", "да", "или", "либо", "также", "—"} for word in words)
        return joined and all(word in wordlist("list_glue") for word in words)

    def _is_figure(self, at: int) -> bool:
        return at in self.atoms and self.atoms[at].label_ == "quantity"

    def _verb_precedes(self, at: int) -> bool:
        """Whether a verb stands before `at`, back to the mark before it."""
        for i in range(at - 1, max(at - 12, 0), -1):
            token = self.doc[i]
            if token.text in ";:" or token.is_sent_start:
                return False
            if one(token, "VerbForm") == "Fin" or one(token, "Variant") == "Short":
                return True
        return False

    def _verb_before(self, at: int) -> bool:
        """Whether a finite verb stands before `at` with no mark between: `пошлёт войско и шведы возьмут город`."""
        for i in range(at - 1, max(at - 12, -1), -1):
            token = self.doc[i]
            if token.is_punct or token.is_space or token.pos_ in {"SCONJ", "CCONJ"}:
                return False
            if one(token, "VerbForm") == "Fin" and token.pos_ == "VERB":
                return True
            if token.is_sent_start:
                return False
        return False

    def _verb_follows(self, at: int, finite: bool = False) -> bool:
        for token in self.doc[at : min(at + 12, self.stop)]:
            if token.text in ",;:—" or token.lower_ == "и":
                return False
            if one(token, "VerbForm") == "Fin" and (not finite or token.pos_ == "VERB"):
                return True
            if not finite and (one(token, "VerbForm") == "Inf" or one(token, "Variant") == "Short"):
                return True
        return False

    def _is_apposition(self, before: Phrase, phrase: Phrase) -> bool:
        """`Селим Оздемир, сподвижник Нури`; `отец мой, Пётр Лукич`: a comma alone before a name's noun."""
        between = [token.lower_ for token in self.doc[before.reach() : phrase.first] if not token.is_space]
        if between not in ([","], ["—"]):
            return False
        animate = [self._is_human(p) or p.kind == "person" for p in (before, phrase)]
        one_named = (before.kind == "person") != (phrase.kind == "person") or bool(phrase.title) != bool(before.title)
        return between == ["—"] or (all(animate) and one_named and not self._continues(phrase))

    def _is_human(self, phrase: Phrase) -> bool:
        """Whether the common noun is of a person: `вдова`, `управляющий`."""
        word = self.doc[phrase.head]
        office = is_title_participle(word) or word.lemma_.lower() in wordlist("title_adjectives")
        return office or reading(word).animate

    def _is_measured(self, before: Phrase, phrase: Phrase) -> bool:
        """`рощу, 42 десятины`; `второй, до 100 млн`: a figure said of the noun before the comma."""
        between = [token.lower_ for token in self.doc[before.reach() : phrase.first] if not token.is_space]
        return (
            between == [","]
            and phrase.kind == "quantity" != before.kind
            and not before.listed
            and not before.listed_after
            and not self._continues(phrase)
        )

    def _continues(self, phrase: Phrase) -> bool:
        """Whether a conjunction follows that makes a list of it."""
        at = phrase.reach()
        return at < self.stop and self.doc[at].lower_ in {"и", "да"}
