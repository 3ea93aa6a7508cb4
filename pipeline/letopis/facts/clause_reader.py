"""Clauses of a sentence, read from left to right by their verbs, conjunctions and punctuation.

A clause that a comma interrupts (`Лазарин, двумя годами ранее оставивший край, узнал`) is one clause in
several stretches. Where punctuation leaves a choice, the parser's attachment of the words decides.
"""

from __future__ import annotations

from spacy.tokens import Span, Token

from letopis.facts.antecedents import antecedent, noun_of
from letopis.facts.clauses import EMBEDDED, Clause, is_finite
from letopis.facts.frames import by_lemma
from letopis.facts.government import agrees
from letopis.facts.phrases import Phrase
from letopis.facts.readings import one
from letopis.facts.segments import STRONG, Segment, Segmenter
from letopis.facts.unreal import governs
from letopis.facts.words import wordlist


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
        self.clauses: list[Clause] = []
        self.stack: list[Clause] = []

    def read(self) -> list[Clause]:
        """The clauses by their first words; a conjunction taken for a pronoun is no phrase of its clause."""
        segments = Segmenter(self.sentence, self.phrases, self.inside).segments()
        for at, segment in enumerate(segments):
            self._place(segment, segments[at + 1 : at + 5])
        for clause in self.clauses:
            opener = clause.opener.i if clause.opener is not None and clause.kind in {"subordinate", "purpose"} else -1
            clause.phrases = sorted((p for p in clause.phrases if p.head != opener), key=lambda phrase: phrase.start)
        return self.clauses

    def _place(self, segment: Segment, following: list[Segment]) -> None:
        if segment.mark in STRONG or segment.mark == ":":
            while self.stack and self.stack[-1].kind in EMBEDDED and (segment.mark != ":" or self.stack[-1].cores):
                self.stack.pop()
        participle = self._participle(segment)
        if self._is_apodosis(segment) or self._begins_telling(segment, following):
            self.stack.clear()
            self._enter(Clause("main", None), segment)
        elif segment.opener is not None:
            kind = "relative" if self._tells_of_noun(segment) else _kind(segment.opener)
            if kind == "relative" and not segment.mark and not self.stack:
                kind = "subordinate"
            self._open(kind, segment, antecedent(self.doc, self.phrases, segment) if kind == "relative" else None)
        elif participle is not None:
            clause = self._open("participle", segment, noun_of(self.doc, self.phrases, participle, segment))
            clause.cores.insert(0, participle) if participle not in clause.cores else None
        elif segment.cores and _is_gerund(segment.cores):
            self._open("gerund", segment, None)
        elif segment.cores or (segment.conjunction and self._awaits_verb(following) and segment.phrases):
            self._main(segment)
        else:
            self._nominal(segment)

    def _is_apodosis(self, segment: Segment) -> bool:
        """Whether `то` begins what follows from a condition: `буде не построит, то землю отобрать`."""
        if self.doc[segment.start].lower_ != "то" or not segment.cores or segment.opener is not None or not self.stack:
            return False
        opener = self.stack[-1].opener
        return self.stack[-1].kind == "subordinate" and opener is not None and opener.lower_ in wordlist("conditional")

    def _begins_telling(self, segment: Segment, following: list[Segment]) -> bool:
        """Whether what is told after a colon begins without its verb: `сообщает: войска, высадившись, заняли город`."""
        if segment.mark != ":" or segment.cores or segment.opener is not None or not self.stack:
            return False
        last = self.stack[-1].cores[-1:] if self.stack[-1].kind == "main" else []
        telling = any(_frames(core) & {"communicate"} for core in last)
        named = any(p.cases & {"Nom"} and not p.prep and p.kind not in {"date", "quantity"} for p in segment.phrases)
        return telling and named and self._awaits_verb(following)

    def _tells_of_noun(self, segment: Segment) -> bool:
        """Whether `что` stands for the noun before the comma: `куль муки, что зимою покупали`."""
        opener = segment.opener
        if opener is None or opener.lower_ != "что" or opener.pos_ != "PRON" or segment.mark != "," or not self.stack:
            return False
        before = next((p for p in reversed(self.phrases) if p.end <= opener.i), None)
        if before is None or before.reach() < opener.i - 1 or before.pronoun or before.kind == "date":
            return False
        last = self.stack[-1].cores[-1:] if self.stack[-1].cores else []
        telling = any(
            variant.word != "noun" and variant.role("content", frozenset())
            for core in last
            for variant in by_lemma("verbs").get(core.lemma_.lower(), ())
        )
        return not telling and self.doc[before.head].lemma_.lower() not in {"то", "всё", "весь"}

    def _awaits_verb(self, following: list[Segment]) -> bool:
        """Whether the verb of a clause begun by a conjunction stands after an insertion."""
        for segment in following:
            if segment.mark in STRONG or segment.mark == ":":
                return False
            if segment.cores and segment.opener is None:
                told = bool(self.stack) and self._only_told(self.stack[-1])
                return not segment.conjunction and (told or any(is_finite(core) for core in segment.cores))
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
        clause.after_break = segment.mark in STRONG or segment.mark == ":"
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
                not any(is_finite(core) or core.pos_ == "AUX" for core in clause.cores)
                and not self._only_told(clause)
                and (clause.kind != "gerund" and clause.kind != "participle")
                and not (clause.cores and clause.kind == "purpose")
                and (not segment.conjunction or not clause.cores)
            ):
                if segment.mark in STRONG and clause.kind == "main" and not clause.cores and not only_infinitive:
                    break
                del self.stack[at + 1 :]
                self._extend(clause, segment)
                return
        apart = segment.mark in STRONG or (bool(self.stack) and self._only_told(self.stack[-1]))
        if only_infinitive and not apart and self.stack and self.stack[-1].kind not in {"relative", "participle"}:
            while (
                self.stack[-1].kind == "gerund"
                and self.stack[-1].parent is not None
                and len(self.stack) > 1
                and not segment.conjunction
            ):
                self.stack.pop()
            self._extend(self._governing(segment), segment)
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

    def _governing(self, segment: Segment) -> Clause:
        """The clause whose verb waits for the infinitive: `обязался, буде город возьмём, уплатить`; else the lowest."""
        top = self.stack[-1]
        if segment.mark != "," or segment.conjunction or any(governs(core.lemma_.lower()) for core in top.cores):
            return top
        for clause in reversed(self.stack[:-1]):
            waits = clause.cores and governs(clause.cores[-1].lemma_.lower()) in {"planned", "requested", "phase"}
            if waits and top.parent is clause:
                del self.stack[self.stack.index(clause) + 1 :]
                return clause
        return top

    @staticmethod
    def _only_told(clause: Clause) -> bool:
        """Whether the clause is a decree's infinitive, beside which another is a clause of its own."""
        infinitives = bool(clause.cores) and all(one(core, "VerbForm") == "Inf" for core in clause.cores)
        return infinitives and clause.kind == "main"

    def _level(self, segment: Segment) -> int:
        """Where in the stack a coordinated clause belongs: by the parser, else beside the lowest for `и`."""
        open_at = [at for at, clause in enumerate(self.stack) if clause.kind not in {"participle", "gerund"}]
        first = next((core for core in segment.cores if is_finite(core)), self.doc[segment.start])
        if segment.mark not in STRONG and not self._has_subject(segment, first):
            fitting = [at for at in open_at if self._may_share(self.stack[at], first)]
            open_at = fitting or open_at
            if segment.conjunction == "и" and segment.mark == "," and self._goes_on_telling(first):
                return 0
        if segment.conjunction in {"и", "или"} and not segment.mark:
            return max(open_at, default=0)
        owner = self._owner(first.head.i)
        for at in open_at:
            if owner is self.stack[at]:
                return at
        return 0 if 0 in open_at or not open_at else min(open_at)

    def _may_share(self, clause: Clause, verb: Token) -> bool:
        """Whether the clause's subject can be this verb's: not `донёс, что татары отошли, и просил`."""
        subjects = [p for p in clause.phrases if p.cases == {"Nom"} and not p.prep and p.owner is None]
        return not subjects or any(agrees(verb, phrase, self.doc) for phrase in subjects)

    def _goes_on_telling(self, verb: Token) -> bool:
        """Whether who told goes on to ask or order after a comma: `сообщил, что хан умер, и просил инструкций`."""
        main = self.stack[0]
        return (
            main.kind == "main"
            and len(self.stack) > 1
            and self.stack[1].kind == "subordinate"
            and bool(main.cores)
            and bool(_frames(main.cores[-1]) & {"communicate"})
            and bool(_frames(verb) & {"request", "order", "communicate"})
            and self._may_share(main, verb)
        )

    def _has_subject(self, segment: Segment, verb: Token) -> bool:
        return any(
            "Nom" in p.cases
            and not p.prep
            and p.kind != "date"
            and (p.start < verb.i or p.cases == {"Nom"})
            and agrees(verb, p, self.doc)
            for p in segment.phrases
        )

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
            chosen = voted[0]
        else:
            chosen = self.stack[-1]
        chosen = self._by_valency(segment, chosen)
        if chosen.kind == "main" and segment.mark in STRONG and not segment.conjunction and chosen.cores:
            clause = Clause("main", None)
            self.stack.clear()
            self._enter(clause, segment)
            return
        self._extend(chosen, segment)

    def _by_valency(self, segment: Segment, chosen: Clause) -> Clause:
        """After an inserted clause, the clause below whose verb asks for it: `приговорил Ильина, …, к годам`."""
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
        if segment.mark not in {",", "—", "("} or any(is_finite(core) for core in segment.cores):
            return None
        for token in self.doc[segment.start : segment.end]:
            if one(token, "VerbForm") == "Part" and one(token, "Case") and token.pos_ == "VERB":
                phrase = self.inside.get(token.i)
                if phrase is None or (phrase.kind == "" and (phrase.head == token.i or phrase.start == token.i)):
                    return token
        return None


def _frames(verb: Token) -> set[str]:
    return {variant.frame for variant in by_lemma("verbs").get(verb.lemma_.lower(), ())}


def _is_gerund(cores: list[Token]) -> bool:
    """Whether a gerund leads, alone or with infinitives of its own: `прося не присылать`."""
    forms = [one(core, "VerbForm") for core in cores]
    return forms[0] == "Conv" and all(form in {"Conv", "Inf"} for form in forms)


def _kind(opener: Token) -> str:
    if opener.lower_ in {"чтобы", "чтоб", "дабы"}:
        return "purpose"
    if opener.lemma_ in wordlist("relative_pronouns") or opener.lower_ in wordlist("relative_adverbs"):
        return "relative" if opener.lower_ != "когда" else "subordinate"
    return "subordinate"


def clauses(sentence: Span, phrases: list[Phrase]) -> list[Clause]:
    """The clauses of a sentence whose noun phrases are `phrases`."""
    return Reader(sentence, phrases).read()
