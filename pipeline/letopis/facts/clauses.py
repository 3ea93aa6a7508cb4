"""Clauses of a sentence, read from left to right by their verbs, conjunctions and punctuation.

A clause that a comma interrupts (`Невельской, двумя годами ранее оставивший край, узнал`) is one clause in
several stretches. Where punctuation leaves a choice, the parser's attachment of the words decides.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Span, Token

from letopis.facts.frames import by_lemma
from letopis.facts.phrases import Phrase
from letopis.facts.readings import agree, one, reading
from letopis.facts.words import abbreviated, modal_forms, wordlist

_STRONG = frozenset({";", "…", "...", "!", "?"})
_CONJUNCTIONS = frozenset({"и", "а", "но", "да", "или", "либо", "однако", "зато"})
EMBEDDED = frozenset({"relative", "participle", "gerund", "subordinate", "purpose"})


@dataclass(slots=True, eq=False)
class Clause:
    """A predicate's stretches of words. `kind`: main, relative, participle, gerund, subordinate, purpose."""

    kind: str
    parent: Clause | None = None
    opener: Token | None = None
    antecedent: Phrase | None = None
    conjunction: str = ""
    cores: list[Token] = field(default_factory=list)
    phrases: list[Phrase] = field(default_factory=list)
    stretches: list[tuple[int, int]] = field(default_factory=list)
    before: Clause | None = None
    after_break: bool = False

    @property
    def start(self) -> int:
        """The first token."""
        return self.stretches[0][0]

    @property
    def end(self) -> int:
        """The token after the last."""
        return self.stretches[-1][1]


@dataclass(slots=True)
class Segment:
    """A stretch of words between two marks; `mark` is the one before it."""

    start: int
    end: int
    mark: str
    cores: list[Token]
    phrases: list[Phrase]
    conjunction: str = ""
    opener: Token | None = None


def is_core(token: Token) -> bool:
    """Whether the word can be a clause's predicate: finite, infinitive, gerund, short participle, `велено`."""
    form = one(token, "VerbForm")
    if token.lower_ in wordlist("conditional"):
        return False
    if is_abbreviated_verb(token):
        return True
    if token.pos_ in {"VERB", "AUX"}:
        if form == "Part":
            return one(token, "Variant") == "Short" or not one(token, "Case")
        return bool(form)
    if token.lower_ in modal_forms():
        return True
    return token.lemma_ in wordlist("modal_words") and token.pos_ in {"ADJ", "ADV", "NOUN", "VERB"}


def is_abbreviated_verb(token: Token) -> bool:
    """Whether the word is `Род.` or `ум.` before a date or a place."""
    if token.lower_ not in abbreviated() or token.i + 2 >= len(token.doc) or token.doc[token.i + 1].text != ".":
        return False
    after = token.doc[token.i + 2]
    return after.text[0].isdigit() or after.lower_ in {"в", "во", "ок", "около", "на", "после", "до", "не"}


def _finite(token: Token) -> bool:
    return one(token, "VerbForm") not in {"Inf", "Conv"} and token.pos_ != "AUX"


class Reader:
    """Reads one sentence into clauses."""

    def __init__(self, sentence: Span, phrases: list[Phrase]) -> None:
        self.doc = sentence.doc
        self.sentence = sentence
        self.phrases = phrases
        self.inside: dict[int, Phrase] = {}
        for phrase in phrases:
            for i in range(phrase.first, phrase.end):
                self.inside[i] = phrase
        self.glue = self._glue()
        self.clauses: list[Clause] = []
        self.stack: list[Clause] = []

    def _glue(self) -> set[int]:
        """Tokens between the members of a list: no clause ends there."""
        found: set[int] = set()
        for phrase in self.phrases:
            if phrase.listed:
                end = phrase.reach()
                for member in phrase.listed:
                    if not any(is_core(token) for token in self.doc[end : member.first]):
                        found.update(range(end, member.first))
                    end = member.reach()
        return found

    def read(self) -> list[Clause]:
        """The clauses by their first words; a conjunction taken for a pronoun is no phrase of its clause."""
        segments = self._segments()
        for at, segment in enumerate(segments):
            self._place(segment, segments[at + 1 : at + 5])
        for clause in self.clauses:
            opener = clause.opener.i if clause.opener is not None and clause.kind in {"subordinate", "purpose"} else -1
            clause.phrases = sorted((p for p in clause.phrases if p.head != opener), key=lambda phrase: phrase.start)
        return self.clauses

    # segments

    def _segments(self) -> list[Segment]:
        found: list[Segment] = []
        start, mark = self.sentence.start, ""
        for i in range(self.sentence.start, self.sentence.end):
            token = self.doc[i]
            if token.is_space or i in self.glue:
                continue
            phrase = self.inside.get(i)
            inner = phrase is not None and phrase.first < i < phrase.end
            if not inner and (
                token.text in ",;:()—–…" or token.text in _STRONG or token.text in '«»„“"' or token.text == "-"
            ):
                if token.text in '«»„“"' and not self._quotes_sentence(i):
                    continue
                self._add(found, start, i, mark)
                start, mark = i + 1, token.text
            elif not inner and i > start and self._divides(start, i):
                self._add(found, start, i, mark)
                start, mark = i, ""
        self._add(found, start, self.sentence.end, mark)
        return found

    def _quotes_sentence(self, i: int) -> bool:
        return i not in self.inside

    def _divides(self, start: int, i: int) -> bool:
        """Whether the conjunction or relative at `i` begins a clause without a comma before it."""
        token = self.doc[i]
        if token.pos_ in {"CCONJ"} and token.lower_ in _CONJUNCTIONS:
            return any(is_core(t) for t in self.doc[start:i]) and self._core_before_mark(i + 1)
        if token.pos_ == "SCONJ" and token.lower_ in {"что", "чтобы", "чтоб", "дабы", "если", "ежели", "когда"}:
            return any(is_core(t) for t in self.doc[start:i])
        return False

    def _core_before_mark(self, i: int) -> bool:
        for token in self.doc[i : min(i + 40, self.sentence.end)]:
            if token.i in self.glue:
                continue
            if token.text in ",;:—()" and token.i not in self.inside:
                return False
            if is_core(token):
                return True
        return False

    def _add(self, found: list[Segment], start: int, end: int, mark: str) -> None:
        tokens = [token for token in self.doc[start:end] if not token.is_space]
        if not tokens:
            if found and mark in _STRONG:
                found[-1].end = end
            return
        phrases = [phrase for phrase in self.phrases if start <= phrase.first < end]
        cores = [
            token
            for token in tokens
            if is_core(token) and (token.i not in self.inside or token.pos_ in {"VERB", "AUX"})
        ]
        if len(tokens) <= 2 and mark == "," and cores and cores[0].lemma_ in wordlist("parenthetic"):
            cores = []
        segment = Segment(tokens[0].i, end, mark, cores, phrases)
        at = 0
        while at < len(tokens) and at < 4:
            token = tokens[at]
            if token.lower_ in _CONJUNCTIONS and token.pos_ in {"CCONJ", "PART", "SCONJ", "ADV"}:
                segment.conjunction = segment.conjunction or token.lower_
            elif token.pos_ not in {"ADP", "PART", "ADV"} or token.lemma_ in wordlist("subordinators"):
                break
            at += 1
        for token in tokens[: at + 3]:
            if _opens(token) and (token.i <= tokens[0].i + 4):
                segment.opener = token
                break
            if is_core(token):
                break
        found.append(segment)

    # clauses

    def _place(self, segment: Segment, following: list[Segment]) -> None:
        if segment.mark in _STRONG or segment.mark == ":":
            while self.stack and self.stack[-1].kind in EMBEDDED and (segment.mark != ":" or self.stack[-1].cores):
                self.stack.pop()
        participle = self._participle(segment)
        if segment.opener is not None:
            kind = _kind(segment.opener)
            if kind == "relative" and not segment.mark and not self.stack:
                kind = "subordinate"
            self._open(kind, segment, self._antecedent(segment) if kind == "relative" else None)
        elif participle is not None:
            clause = self._open("participle", segment, self._noun_of(participle, segment))
            clause.cores.insert(0, participle) if participle not in clause.cores else None
        elif segment.cores and all(one(core, "VerbForm") == "Conv" for core in segment.cores):
            self._open("gerund", segment, None)
        elif segment.cores or (segment.conjunction and self._awaits_verb(following) and segment.phrases):
            self._main(segment)
        else:
            self._nominal(segment)

    def _awaits_verb(self, following: list[Segment]) -> bool:
        """Whether the verb of a clause begun by a conjunction stands after an insertion."""
        for segment in following:
            if segment.mark in _STRONG or segment.mark == ":":
                return False
            if segment.cores and segment.opener is None:
                told = bool(self.stack) and self._only_told(self.stack[-1])
                return not segment.conjunction and (told or any(_finite(core) for core in segment.cores))
        return False

    def _open(self, kind: str, segment: Segment, antecedent: Phrase | None) -> Clause:
        parent = self.stack[-1] if self.stack else None
        if parent is not None and kind in {"participle", "gerund"} and parent.kind == kind and parent.cores:
            if segment.conjunction:
                antecedent = antecedent or parent.antecedent
            self.stack.pop()
            parent = parent.parent
        clause = Clause(kind, parent, segment.opener, antecedent, segment.conjunction)
        self._enter(clause, segment)
        return clause

    def _enter(self, clause: Clause, segment: Segment) -> None:
        clause.before = self.clauses[-1] if self.clauses else None
        clause.after_break = segment.mark in _STRONG or segment.mark == ":"
        self.clauses.append(clause)
        self.stack.append(clause)
        self._extend(clause, segment)

    @staticmethod
    def _extend(clause: Clause, segment: Segment) -> None:
        clause.stretches.append((segment.start, segment.end))
        clause.cores.extend(segment.cores)
        clause.phrases.extend(segment.phrases)

    def _main(self, segment: Segment) -> None:
        """A stretch with a verb and no opener: it completes the open clause that has none, or begins another."""
        only_infinitive = bool(segment.cores) and all(one(core, "VerbForm") == "Inf" for core in segment.cores)
        for at in range(len(self.stack) - 1, -1, -1):
            clause = self.stack[at]
            if (
                not any(_finite(core) or core.pos_ == "AUX" for core in clause.cores)
                and not self._only_told(clause)
                and (clause.kind != "gerund" and clause.kind != "participle")
                and not (clause.cores and clause.kind == "purpose")
                and (not segment.conjunction or not clause.cores)
            ):
                if segment.mark in _STRONG and clause.kind == "main" and not clause.cores and not only_infinitive:
                    break
                del self.stack[at + 1 :]
                self._extend(clause, segment)
                return
        apart = segment.mark in _STRONG or (bool(self.stack) and self._only_told(self.stack[-1]))
        if only_infinitive and not apart and self.stack and self.stack[-1].kind not in {"relative", "participle"}:
            while (
                self.stack[-1].kind == "gerund"
                and self.stack[-1].parent is not None
                and len(self.stack) > 1
                and not segment.conjunction
            ):
                self.stack.pop()
            self._extend(self.stack[-1], segment)
            return
        level = self._level(segment)
        beside = self.stack[level] if level < len(self.stack) else None
        del self.stack[level:]
        if not segment.conjunction and beside is not None and beside.parent is None:
            beside = None
        kind = beside.kind if beside is not None and beside.kind in {"subordinate", "relative", "purpose"} else "main"
        clause = Clause(
            kind, beside.parent if beside else None, None, beside.antecedent if beside else None, segment.conjunction
        )
        if kind != "main" and beside is not None:
            clause.opener = beside.opener
        self._enter(clause, segment)

    @staticmethod
    def _only_told(clause: Clause) -> bool:
        """Whether the clause is a decree's infinitive, beside which another is a clause of its own."""
        infinitives = bool(clause.cores) and all(one(core, "VerbForm") == "Inf" for core in clause.cores)
        return infinitives and clause.kind == "main"

    def _level(self, segment: Segment) -> int:
        """Where in the stack a coordinated clause belongs: by the parser, else beside the lowest for `и`."""
        first = next((core for core in segment.cores if _finite(core)), self.doc[segment.start])
        owner = self._owner(first.head.i)
        for at, clause in enumerate(self.stack):
            if clause.kind not in {"participle", "gerund"} and owner is clause:
                return at
        if segment.conjunction in {"и", "или"} and not segment.mark:
            return max((at for at, c in enumerate(self.stack) if c.kind not in {"participle", "gerund"}), default=0)
        return 0

    def _nominal(self, segment: Segment) -> None:
        """A stretch without a verb: part of the clause its words attach to; the parts of a total are left out."""
        if self._is_part(segment):
            segment.phrases = []
        if not self.stack:
            clause = Clause("main", None)
            self._enter(clause, segment)
            return
        for phrase in segment.phrases:
            phrase.after_colon = phrase.after_colon or segment.mark == ":"
        open_below = [c for c in self.stack[:-1] if not c.cores]
        votes = [self._owner(self.doc[phrase.head].head.i) for phrase in segment.phrases]
        voted = [clause for clause in votes if clause in self.stack]
        if open_below and segment.mark != ",":
            chosen = open_below[-1]
        elif voted:
            chosen = voted[0]  # type: ignore[assignment]
        else:
            chosen = self.stack[-1]
        chosen = self._by_valency(segment, chosen)
        if chosen.kind == "main" and segment.mark in _STRONG and not segment.conjunction and chosen.cores:
            clause = Clause("main", None)
            self.stack.clear()
            self._enter(clause, segment)
            return
        self._extend(chosen, segment)

    def _by_valency(self, segment: Segment, chosen: Clause) -> Clause:
        """After an inserted clause, the clause below whose verb asks for the preposition: `приговорил Ильина, …, к годам`."""
        if chosen.kind not in {"participle", "relative"} or not segment.phrases or chosen not in self.stack:
            return chosen
        phrase = segment.phrases[0]
        below = self.stack[self.stack.index(chosen) - 1] if self.stack.index(chosen) else None
        if below is None or not phrase.prep or not below.cores:
            return chosen
        wanted = f"{phrase.prep}+"
        takes = [
            any(
                place.startswith(wanted)
                for core in clause.cores
                for v in by_lemma("verbs").get(core.lemma_.lower(), ())
                for place in v.roles
            )
            for clause in (chosen, below)
        ]
        return below if takes[1] and not takes[0] else chosen

    def _is_part(self, segment: Segment) -> bool:
        words = [token.lower_ for token in self.doc[segment.start : segment.start + 3]]
        return words[:3] in (["в", "том", "числе"], ["в", "их", "числе"]) or words[:2] in (
            ["из", "них"],
            ["из", "коих"],
            ["из", "которых"],
            ["в", "т"],
        )

    def _owner(self, i: int) -> Clause | None:
        for clause in reversed(self.clauses):
            if any(start <= i < end for start, end in clause.stretches):
                return clause
        return None

    def _participle(self, segment: Segment) -> Token | None:
        """The full participle after its noun that heads the segment, if any."""
        if segment.mark not in {",", "—", "("} or any(_finite(core) for core in segment.cores):
            return None
        for token in self.doc[segment.start : segment.end]:
            if one(token, "VerbForm") == "Part" and one(token, "Case") and token.pos_ == "VERB":
                phrase = self.inside.get(token.i)
                if phrase is None or (phrase.kind == "" and (phrase.head == token.i or phrase.start == token.i)):
                    return token
        return None

    def _noun_of(self, participle: Token, segment: Segment) -> Phrase | None:
        """The nearest phrase to the left that agrees with the participle; else the first to the right."""
        shape = reading(participle)
        left = [phrase for phrase in self.phrases if phrase.end <= segment.start]
        for phrase in reversed(left[-6:]):
            if phrase.kind in {"date"} or (phrase.pronoun and phrase.prep):
                continue
            word = self.doc[phrase.head]
            shared = agree(shape, reading(word)) & phrase.cases
            if shared or (phrase.mention is not None and phrase.cases & shape.cases and not reading(word).shapes):
                return phrase
        return None

    def _antecedent(self, segment: Segment) -> Phrase | None:
        """The nearest phrase to the left that agrees in number and gender with the relative."""
        left = [phrase for phrase in self.phrases if phrase.reach() <= segment.start and phrase.kind != "date"]
        opener = segment.opener
        assert opener is not None
        wanted = {(number, gender) for _, number, gender in reading(opener).shapes}
        for phrase in reversed(left[-4:]):
            if opener.lower_ in wordlist("relative_adverbs"):
                return phrase
            for _, number, gender in reading(self.doc[phrase.head]).shapes:
                if any(number == n and (n == "Plur" or not g or not gender or g == gender) for n, g in wanted):
                    return phrase
            if phrase.listed_after is not None and any(number == "Plur" for number, _ in wanted):
                return phrase.listed_after
        return left[-1] if left else None


def _opens(token: Token) -> bool:
    if token.lower_ in wordlist("conditional"):
        return True
    if token.lower_ in wordlist("subordinators"):
        return (
            token.pos_ in {"SCONJ", "ADV", "PRON", "CCONJ", "PART", "DET"}
            and token.lower_ not in {"как", "ли", "раз", "лишь", "едва"}
        ) or (token.lower_ in {"как"} and token.pos_ == "SCONJ")
    return token.lemma_ in {"который", "кой", "чей", "каковой"} and token.pos_ in {"DET", "PRON", "ADJ"}


def _kind(opener: Token) -> str:
    if opener.lower_ in {"чтобы", "чтоб", "дабы"}:
        return "purpose"
    if opener.lemma_ in wordlist("relative_pronouns") or opener.lower_ in wordlist("relative_adverbs"):
        return "relative" if opener.lower_ != "когда" else "subordinate"
    return "subordinate"


def clauses(sentence: Span, phrases: list[Phrase]) -> list[Clause]:
    """The clauses of a sentence whose noun phrases are `phrases`."""
    return Reader(sentence, phrases).read()
