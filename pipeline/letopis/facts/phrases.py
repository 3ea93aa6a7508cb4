"""Noun phrases of a sentence with the preposition before each, its cases and what it depends on or is listed with.

The news-trained parser attaches badly in old prose; agreement, adjacency and the mentions already found say
more. A phrase is a mention with the noun it is in apposition to, or a noun with its agreeing words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Span, Token

from letopis.facts.frames import word_class
from letopis.facts.readings import CASES, agree, cases_of_name, one, reading, tagged_case
from letopis.facts.words import abbreviated, modal_forms, prepositions, wordlist

_MODIFIERS = frozenset({"ADJ", "DET", "NUM"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_OPEN = {"«": "»", "„": "“", '"': '"', "“": "”"}
_GOVERNING_INS = ("управляющ", "командующ", "заведующ", "руководящ", "главнокомандующ")
NAMES = frozenset({"person", "place", "organization"})


@dataclass(slots=True, eq=False)
class Phrase:
    """Token bounds without the preposition, head token, possible cases; links to other phrases by object."""

    start: int
    end: int
    head: int
    cases: frozenset[str]
    tagged: str = ""
    prep: str = ""
    first: int = -1
    mention: Span | None = None
    title: tuple[int, int, int] | None = None
    owner: Phrase | None = None
    listed_after: Phrase | None = None
    quoted: bool = False
    bracketed: bool = False
    after_colon: bool = False
    pronoun: bool = False
    alias: Phrase | None = None
    owned: list[Phrase] = field(default_factory=list)
    listed: list[Phrase] = field(default_factory=list)

    @property
    def kind(self) -> str:
        """The kind of its mention, or `""`."""
        return self.mention.label_ if self.mention is not None else ""

    def members(self) -> list[Phrase]:
        """This phrase and those listed after it."""
        return [self, *self.listed]

    def reach(self) -> int:
        """The token after the last that belongs to it, what it owns included."""
        return max([self.end, *(child.reach() for child in self.owned)])


def atoms(sentence: Span, mentions: list[Span]) -> dict[int, Span]:
    """First token → the outermost mention that begins there; mentions inside others are left out."""
    found: dict[int, Span] = {}
    end = -1
    for span in sorted(mentions, key=lambda s: (s.start, -s.end)):
        if span.start >= end:
            found[span.start] = span
            end = span.end
    return found


class Chunker:
    """Reads one sentence into phrases."""

    def __init__(self, sentence: Span, mentions: list[Span]) -> None:
        self.doc = sentence.doc
        self.start, self.stop = sentence.start, sentence.end
        self.atoms = atoms(sentence, mentions)
        self.phrases: list[Phrase] = []
        self.bracket = False
        self.dropped = False

    def read(self) -> list[Phrase]:
        """The phrases in order of text, linked."""
        i, prep, first = self.start, "", -1
        while i < self.stop:
            token = self.doc[i]
            if i not in self.atoms:
                word, length = self._preposition(i)
                if word:
                    prep, first = word, i
                    i += length
                    continue
                if token.text in "()":
                    self.bracket = token.text == "("
            phrase = self._phrase(i)
            if phrase is None:
                if not token.is_space and token.text not in '«"„“':
                    prep, first = "", -1
                i += 1
                continue
            if self.dropped:
                prep, self.dropped = "", False
            phrase.prep, phrase.first = prep, first if prep else phrase.start
            phrase.bracketed = self.bracket
            self._govern(phrase)
            self.phrases.append(phrase)
            i, prep, first = phrase.end, "", -1
        self._link()
        return self.phrases

    def _preposition(self, i: int) -> tuple[str, int]:
        words = [self.doc[j].lower_ for j in range(i, min(i + 3, self.stop))]
        for length in (3, 2, 1):
            phrase = " ".join(words[:length])
            if len(words) >= length and phrase in prepositions():
                if length == 1 and self.doc[i].pos_ not in {"ADP", "ADV", "SCONJ", "PROPN", "NOUN", "CCONJ"}:
                    return "", 0
                return prepositions()[phrase][0], length
        return "", 0

    def _govern(self, phrase: Phrase) -> None:
        """Keep the cases that the preposition governs."""
        if phrase.prep:
            governed = frozenset(prepositions_by_name()[phrase.prep])
            phrase.cases = (phrase.cases & governed) or governed
            if phrase.tagged not in phrase.cases:
                phrase.tagged = ""

    def _phrase(self, i: int) -> Phrase | None:
        if i in self.atoms:
            return self._mention(self.atoms[i], i)
        token = self.doc[i]
        if token.text in _OPEN:
            return self._quotation(i)
        if token.lemma_ in wordlist("modal_words") or token.lower_ in modal_forms() or self._is_abbreviated_verb(i):
            return None
        relative = token.lemma_ in wordlist("relative_pronouns")
        if relative or token.pos_ == "PRON" or (token.pos_ == "DET" and token.lemma_ in wordlist("pronouns")):
            if not relative and token.lemma_ in wordlist("attributive_pronouns") and self._modifies_next(i):
                return self._common(i)
            cases = reading(token).cases or frozenset({tagged_case(token)} - {""}) or CASES
            return Phrase(i, i + 1, i, cases, tagged_case(token), pronoun=True)
        if token.pos_ in _NOUNS or token.pos_ in _MODIFIERS or _is_full_participle(token):
            return self._common(i)
        return None

    def _is_abbreviated_verb(self, i: int) -> bool:
        return self.doc[i].lower_ in abbreviated() and i + 1 < self.stop and self.doc[i + 1].text == "."

    def _modifies_next(self, i: int) -> bool:
        """Whether the pronoun at `i` belongs to a noun after it."""
        at = i + 1
        while at < self.stop and at not in self.atoms and self.doc[at].pos_ in _MODIFIERS:
            at += 1
        if at >= self.stop:
            return False
        if at in self.atoms and self.atoms[at].label_ in {"quantity", "date"}:
            return False
        following = self.doc[at]
        if following.pos_ not in _NOUNS:
            return False
        if self.doc[i].lower_ in {"его", "её", "ее", "их"}:
            return True
        return bool(agree(reading(self.doc[i]), reading(following))) or at in self.atoms

    def _mention(self, span: Span, start: int) -> Phrase:
        head = span.root.i if span.label_ in {"quantity", "date"} else span.start
        if span.label_ in NAMES:
            cases, tagged = cases_of_name(span), tagged_case(self.doc[span.start])
        else:
            cases, tagged = _cases_of_figure(span)
        phrase = Phrase(start, span.end, head, cases, tagged if tagged in cases else "", mention=span)
        self._postposed(phrase)
        return phrase

    def _common(self, i: int) -> Phrase | None:
        """Modifiers, a noun, what agrees after it, and a name in apposition."""
        at, modifiers = i, []
        while at < self.stop and at not in self.atoms:
            token = self.doc[at]
            if token.lower_ in modal_forms() or token.lemma_ in wordlist("modal_words") | wordlist("relative_pronouns"):
                break
            if token.pos_ in _MODIFIERS or _is_full_participle(token) or (token.pos_ == "PRON" and at == i):
                modifiers.append(token)
            elif token.pos_ in {"ADV", "PART"} and modifiers and at + 1 < self.stop and at + 1 not in self.atoms:
                if self.doc[at + 1].pos_ not in _MODIFIERS:
                    break
            elif token.lower_ == "и" and modifiers and at + 1 < self.stop and at + 1 not in self.atoms:
                following = self.doc[at + 1]
                if following.pos_ != "ADJ" or not agree(reading(modifiers[-1]), reading(following)):
                    break
            else:
                break
            at += 1
        if at < self.stop and at in self.atoms and modifiers:
            return self._described(i, modifiers, self.atoms[at])
        if at >= self.stop or self.doc[at].pos_ not in _NOUNS:
            return self._substantive(i, modifiers)
        head = self.doc[at]
        cases = reading(head).cases or frozenset({tagged_case(head)} - {""}) or CASES
        start = at
        for modifier in reversed(modifiers):
            shared = cases & agree(reading(modifier), reading(head))
            if not shared and modifier.pos_ != "NUM" and modifier.lower_ not in {"его", "её", "ее", "их"}:
                break
            cases, start = shared or cases, modifier.i
        if start > i:
            apart = self._substantive(i, [modifier for modifier in modifiers if modifier.i < start])
            if apart is not None:
                return apart
            self.dropped = True
        tagged = tagged_case(head)
        phrase = Phrase(start, at + 1, at, cases, tagged if tagged in cases else "")
        self._postposed(phrase)
        self._apposed(phrase)
        shortened = (
            phrase.mention is None
            and len(head.text) <= 3
            and phrase.end < self.stop
            and self.doc[phrase.end].text == "."
        )
        if shortened and phrase.end == at + 1 and at + 2 < self.stop:
            return None
        return phrase

    def _described(self, i: int, modifiers: list[Token], span: Span) -> Phrase | None:
        """An adjective before a name: `благодарный Ататюрк`, `вся Россия`."""
        phrase = self._mention(span, i)
        if span.label_ in {"quantity", "date"}:
            phrase.start = span.start
            return phrase
        last = modifiers[-1]
        if not phrase.cases & reading(last).cases and reading(last).cases and last.lower_ not in {"его", "её", "ее", "их"}:
            apart = self._substantive(i, modifiers)
            if apart is not None:
                return apart
            phrase.start = span.start
            return phrase
        for modifier in modifiers:
            phrase.cases = (phrase.cases & reading(modifier).cases) or phrase.cases
        return phrase

    def _substantive(self, i: int, modifiers: list[Token]) -> Phrase | None:
        """An adjective that stands for a noun: `раненых`, `второй`."""
        full = [token for token in modifiers if "Short" not in token.morph.get("Variant") and tagged_case(token)]
        if not full or full[-1].i != i + len(modifiers) - 1:
            full = full[:1]
        if not full or full[0].pos_ == "VERB":
            return None
        if len(full[0].text) <= 3 and full[0].i + 1 < self.stop and self.doc[full[0].i + 1].text == ".":
            return None
        last = full[-1] if full[-1].i < i + len(modifiers) else full[0]
        return Phrase(i, last.i + 1, last.i, reading(last).cases or CASES, tagged_case(last))

    def _postposed(self, phrase: Phrase) -> None:
        """Take in agreeing words after the head: `воевод своих`, `князь тверской`."""
        while phrase.end < self.stop and phrase.end not in self.atoms:
            token = self.doc[phrase.end]
            if token.pos_ not in {"ADJ", "DET"} or token.lemma_ in wordlist("relatives"):
                return
            if len(token.text) <= 3 and phrase.end + 1 < self.stop and self.doc[phrase.end + 1].text == ".":
                return
            shared = phrase.cases & reading(token).cases
            possessive = token.lower_ in {"его", "её", "ее", "их"} and not self._precedes_noun(phrase.end)
            if not shared and not possessive:
                return
            if phrase.mention is None and tagged_case(token) == "Gen" and phrase.tagged not in {"Gen", ""}:
                return
            named = self.atoms.get(phrase.end + 1)
            titled = named is not None and named.label_ == "person" and reading(self.doc[phrase.head]).animate
            if not titled and phrase.end + 1 < self.stop and self._agrees_forward(token, phrase.end + 1):
                return
            phrase.cases = shared or phrase.cases
            phrase.end += 1

    def _precedes_noun(self, at: int) -> bool:
        return at + 1 < self.stop and self.doc[at + 1].pos_ in _NOUNS | _MODIFIERS

    def _agrees_forward(self, token: Token, at: int) -> bool:
        following = self.doc[at]
        while at + 1 < self.stop and following.pos_ in {"ADJ", "DET"}:
            at += 1
            following = self.doc[at]
        return following.pos_ in _NOUNS and bool(agree(reading(token), reading(following)))

    def _apposed(self, phrase: Phrase) -> None:
        """Join a name or a quoted title to the noun before it: `князь Михаил`, `транспорт «Байкал»`, `р. Стикин`."""
        at = phrase.end
        if (at < self.stop and self.doc[at].text == "." and len(self.doc[phrase.head].text) <= 5) or (
            at + 1 < self.stop and self.doc[at].lower_ in {"же", "ж", "то"} and at + 1 in self.atoms
        ):
            at += 1
        elif at + 2 < self.stop and self.doc[at].lower_ in wordlist("courtesy") and at + 2 in self.atoms:
            at += 2
        if at < self.stop and at in self.atoms:
            span = self.atoms[at]
            if span.label_ not in NAMES:
                return
            shared = phrase.cases & cases_of_name(span)
            person = span.label_ == "person"
            dotted = self.doc[at - 1].text == "." and at == phrase.end + 1
            if dotted and person and not self.doc[phrase.head].text[:1].islower():
                return
            animate = reading(self.doc[phrase.head]).animate or dotted
            geographic = self.doc[phrase.head].lemma_ in wordlist("place_nouns") or dotted
            plural = one(self.doc[phrase.head], "Number") == "Plur" and not self._another_name(span.end, shared)
            if (
                person
                and tagged_case(span[0]) == "Gen"
                and "Gen" in cases_of_name(span)
                and phrase.tagged not in {"Gen", ""}
                and not dotted
            ):
                return
            if person and shared and animate and not plural:
                phrase.title = (phrase.start, phrase.end, phrase.head)
                phrase.cases, phrase.mention, phrase.end = shared, span, span.end
            elif not person and geographic and (shared or "Nom" in cases_of_name(span)):
                phrase.mention, phrase.end = span, span.end
        elif at < self.stop and self.doc[at].text in "«„" and at == phrase.end:
            closing = self._closing(at, 12)
            if closing:
                phrase.end = closing + 1

    def _another_name(self, at: int, cases: frozenset[str]) -> bool:
        """Whether another name in one of the cases is listed at `at`."""
        listed = at < self.stop and self.doc[at].lower_ in {"и", "да", ","} and at + 1 in self.atoms
        return listed and bool(cases & cases_of_name(self.atoms[at + 1]))

    def _closing(self, at: int, within: int) -> int:
        wanted = _OPEN[self.doc[at].text]
        for j in range(at + 1, min(at + within, self.stop)):
            if self.doc[j].text == wanted:
                return j
        return 0

    def _quotation(self, i: int) -> Phrase | None:
        """A short title in quotation marks as a phrase of its own; a quoted sentence is none."""
        closing = self._closing(i, 18)
        if not closing or closing == i + 1:
            return None
        inner = self.doc[i + 1 : closing]
        speaks = any(token.morph.get("VerbForm") == ["Fin"] for token in inner)
        if speaks or inner[0].text[:1].islower():
            return None
        mention = self.atoms.get(i + 1)
        whole = mention is not None and mention.end == closing
        return Phrase(
            i, closing + 1, i + 1, frozenset({"Nom", "Acc"}), "", quoted=True, mention=mention if whole else None
        )

    def _link(self) -> None:
        """Set `owner` of genitives and brackets, `listed_after` of list members."""
        for before, phrase in zip(self.phrases, self.phrases[1:], strict=False):
            if self._owns(before, phrase):
                phrase.owner = before
                before.owned.append(phrase)
        for at, phrase in enumerate(self.phrases):
            if phrase.kind == "person" and phrase.title is None and not phrase.prep:
                self._entitle(at, phrase)
        for at, phrase in enumerate(self.phrases):
            if phrase.owner is None and at and not self._apposed_after_comma(self.phrases[at - 1], phrase):
                self._enlist(at, phrase)

    def _apposed_after_comma(self, before: Phrase, phrase: Phrase) -> bool:
        """`отец мой, Николай Степанович,`; `Исмет Аненю, сподвижник Кемаля,`: one person said twice."""
        while before.owner is not None:
            before = before.owner
        between = [token.text for token in self.doc[before.reach() : phrase.first] if not token.is_space]
        if between not in ([","], ["—"], ["–"], ["-"]) or before.listed or before.listed_after or phrase.prep:
            return False
        named, common = (before, phrase) if before.kind == "person" else (phrase, before)
        plural = one(self.doc[common.head], "Number") == "Plur"
        if named.kind != "person" or (named is before and named.title is not None) or common.mention is not None or common.pronoun or plural:
            return False
        if not reading(self.doc[common.head]).animate or not (before.cases & phrase.cases) or self._continues(phrase):
            return False
        if before is common:
            before.alias = phrase
        phrase.owner = before
        return True

    def _entitle(self, at: int, person: Phrase) -> None:
        """Join a title that has complements to the name after it: `посол РСФСР в Турции Виноградов`."""
        start, complements = person.first, []
        for phrase in reversed(self.phrases[max(0, at - 4) : at]):
            if phrase.reach() < start or phrase.kind in {"date", "quantity", "person"} or phrase.pronoun:
                return
            noun = self.doc[phrase.head]
            shared = phrase.cases & person.cases
            genitive = (
                "Gen" in person.cases
                and tagged_case(self.doc[person.head]) == "Gen"
                and phrase.tagged not in {"Gen", ""}
            )
            if phrase.mention is None and noun.pos_ == "NOUN" and reading(noun).animate and shared and not genitive:
                person.title = (phrase.start, person.mention.start if person.mention else person.start, phrase.head)
                person.cases, person.start, person.first, person.prep = shared, phrase.start, phrase.first, phrase.prep
                person.owner = phrase.owner
                if person.owner is not None:
                    person.owner.owned = [p for p in person.owner.owned if p not in {phrase}] + [person]
                for one in [phrase, *complements]:
                    one.owner = person
                return
            start = phrase.first
            complements.append(phrase)

    def _owns(self, before: Phrase, phrase: Phrase) -> bool:
        if phrase.prep == "в" and phrase.kind == "quantity" and phrase.first == before.end:
            return self.doc[before.head].lemma_.lower() in word_class("sums")
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
                self.doc[phrase.head].lower_ in {"его", "ее", "её", "их"}
                and phrase.tagged == "Gen"
                and not before.mention
            )
        if before.kind == "quantity" and before.mention is not None and not _takes_genitive(before.mention):
            return False
        if "Gen" not in phrase.cases:
            return False
        if phrase.kind == "person" and before.tagged == "Ins" and not before.prep and "Acc" in phrase.cases:
            return False
        asked = reading(self.doc[before.head]).animate or self.doc[before.head].lemma_.lower() in wordlist("collective")
        if before.prep in {"у", "от"} and asked and before.mention is None:
            return before.start <= self.doc[phrase.head].head.i < before.end
        if phrase.cases == {"Gen"}:
            return True
        head = self.doc[phrase.head].head.i
        inside = before.start <= head < before.end
        return inside or phrase.tagged == "Gen"

    def _adjoins(self, end: int, start: int) -> bool:
        """Whether the two stand side by side, at most an abbreviation between: `орден Св. Георгия`."""
        between = [token.text for token in self.doc[end:start]]
        return not between or (
            len(between) == 2 and between[1] == "." and len(between[0]) <= 3 and between[0][0].isupper()
        )

    def _enlist(self, at: int, phrase: Phrase) -> None:
        for before in reversed(self.phrases[max(0, at - 8) : at]):
            if before.owner is not None:
                continue
            if not self._lists(before.reach(), phrase.first):
                return
            if phrase.prep not in {before.prep, ""} or before.bracketed != phrase.bracketed:
                return
            shared = _list_case(before, phrase)
            relative = self.doc[phrase.head].lemma_ in wordlist("relative_pronouns")
            if not shared or "date" in {before.kind, phrase.kind} or relative or before.pronoun:
                return
            if _unlike(before, phrase) or self._is_apposition(before, phrase) or self._is_measured(before, phrase):
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
            and not (start in self.atoms and words == [","] and self.atoms[start].label_ == "quantity")
        ):
            return False
        joined = any(word in {",", "и", "да", "или", "либо", "также", "—"} for word in words)
        return joined and all(word in wordlist("list_glue") for word in words)

    def _verb_follows(self, at: int) -> bool:
        for token in self.doc[at : min(at + 12, self.stop)]:
            if token.text in ",;:—" or token.lower_ == "и":
                return False
            if token.morph.get("VerbForm") in (["Fin"], ["Inf"]) or "Short" in token.morph.get("Variant"):
                return True
        return False

    def _is_apposition(self, before: Phrase, phrase: Phrase) -> bool:
        """`Исмет Аненю, сподвижник Кемаля`; `отец мой, Николай Степанович`: a comma alone before a name's noun."""
        between = [token.lower_ for token in self.doc[before.reach() : phrase.first] if not token.is_space]
        if between not in ([","], ["—"]):
            return False
        animate = [reading(self.doc[p.head]).animate or p.kind == "person" for p in (before, phrase)]
        one_named = (before.kind == "person") != (phrase.kind == "person") or bool(phrase.title) != bool(before.title)
        return between == ["—"] or (all(animate) and one_named and not self._continues(phrase))

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


def _is_full_participle(token: Token) -> bool:
    return (
        token.morph.get("VerbForm") == ["Part"]
        and bool(token.morph.get("Case"))
        and "Short" not in token.morph.get("Variant")
    )


def _takes_genitive(span: Span) -> bool:
    value = span._.value or {}
    return value.get("item") is None or value.get("type") == "measure"


def _cases_of_figure(span: Span) -> tuple[frozenset[str], str]:
    """Oblique where the numeral or the noun plainly is; else nominative or accusative (or genitive after `не`)."""
    words = [token for token in span if token.is_alpha and token.pos_ in {"NUM", "NOUN", "ADJ", "PROPN"}]
    approximated = span[0].pos_ in {"ADP", "ADV", "PART"} or span[0].lower_ in {"без", "около", "до"}
    if approximated or not words:
        return frozenset({"Nom", "Acc", "Gen"}), ""
    first = words[0]
    cases = reading(first).cases
    if cases and cases <= {"Dat", "Ins", "Loc"}:
        return cases, tagged_case(first)
    if len(span) == 1 and first.pos_ == "NOUN":
        return cases, tagged_case(first)
    return frozenset({"Nom", "Acc", "Gen"}), ""


def _unlike(before: Phrase, phrase: Phrase) -> bool:
    """Figures of different sorts after a preposition: `по 11 копеек и десятка три соболей`."""
    if not (before.prep and not phrase.prep and before.mention is not None and phrase.mention is not None):
        return False
    return before.kind == phrase.kind == "quantity" and (before.mention._.value or {}).get("type") != (phrase.mention._.value or {}).get("type")


def _list_case(before: Phrase, phrase: Phrase) -> frozenset[str]:
    shared = before.cases & phrase.cases
    if (
        "quantity" in {before.kind, phrase.kind}
        and not shared
        and before.cases & {"Nom", "Acc", "Gen"}
        and phrase.cases & {"Nom", "Acc", "Gen"}
    ):
        return frozenset({"figure"})
    return shared


def prepositions_by_name() -> dict[str, tuple[str, ...]]:
    """Preposition → the cases it governs."""
    return {name: cases for name, cases in prepositions().values()}


def phrases(sentence: Span, mentions: list[Span]) -> list[Phrase]:
    """The noun phrases of a sentence; `mentions` are those inside it."""
    return Chunker(sentence, mentions).read()


def walk(found: list[Phrase]) -> Iterator[Phrase]:
    """Those phrases that depend on no other."""
    return (phrase for phrase in found if phrase.owner is None and phrase.listed_after is None)
