"""What is said, asked or ordered: the infinitive, clause or quotation after a predicate."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Doc

from letopis.facts.clauses import Clause
from letopis.facts.fact import Filler
from letopis.facts.frames import by_lemma
from letopis.facts.government import FINITE, GERUND, SHORT, Predicate
from letopis.facts.readings import one
from letopis.facts.speech import spoken_before

_TELLING = frozenset({"communicate", "order"})

_CONJUNCTIONS = frozenset(
    {
        "что",
        "чтобы",
        "чтоб",
        "дабы",
        "будто",
        "якобы",
        "как",
        "какой",
        "сколько",
        "почему",
        "зачем",
        "когда",
        "где",
        "куда",
        "кто",
        "ли",
    }
)
_DROPPED = frozenset({"что", "чтобы", "чтоб", "дабы", "будто", "якобы"})


@dataclass(slots=True)
class Content:
    """Token bounds without the conjunction, and the clauses and predicates inside."""

    start: int
    end: int
    clauses: list[Clause] = field(default_factory=list)
    predicates: list[Predicate] = field(default_factory=list)
    spoken: bool = False

    def kinds(self) -> frozenset[str]:
        """`content`, and `infinitive` or `clause` by its form."""
        if self.spoken:
            return frozenset({"content", "clause", "speech"})
        first = self.clauses[0] if self.clauses else None
        wish = first is not None and (first.kind == "purpose" or _only_infinitive(first))
        return frozenset({"content", "infinitive" if self.predicates or wish else "clause"})

    def fillers(self, doc: Doc) -> list[Filler]:
        """The content as a span, marks at its ends left off."""
        start, end = self.start, self.end
        while end > start and (doc[end - 1].is_space or doc[end - 1].text in '.,;:!?…»"“—–-«'):
            end -= 1
        while start < end and (doc[start].is_space or doc[start].text in ',:—–«"„'):
            start += 1
        return [Filler(None, start, end)] if end > start else []


def _only_infinitive(clause: Clause) -> bool:
    return bool(clause.cores) and all(one(core, "VerbForm") == "Inf" for core in clause.cores)


def content(doc: Doc, predicate: Predicate, clauses: list[Clause], end: int) -> Content | None:
    """The content of `predicate`, if any; `end` is the token after the sentence."""
    if predicate.content and predicate.content[0].lemma not in {"понять", "знать"}:
        first = predicate.content[0]
        inner = list(predicate.content)
        starts = [p.token.i for p in inner] + [
            ph.first for p in inner for ph in p.phrases if ph.first > predicate.token.i
        ]
        ends = [p.token.i + 1 for p in inner] + [ph.reach() for p in inner for ph in p.phrases]
        start = min(starts)
        if start < predicate.token.i:
            start = first.token.i
        stop = max(ends)
        if start <= predicate.token.i < stop:
            stop = predicate.token.i
        return Content(start, stop, [], inner)
    inner_clauses = said_clauses(predicate, clauses) or told_after_colon(doc, predicate, clauses)
    if inner_clauses:
        opener = inner_clauses[0].opener
        start = inner_clauses[0].start
        if opener is not None and opener.lower_ in _DROPPED:
            start = opener.i + 1
        stop = max(clause.end for clause in inner_clauses)
        return Content(start, min(stop, end), inner_clauses)
    if predicate.form == FINITE and _tells(predicate):
        speech = spoken_before(doc, predicate.token)
        return Content(*speech, spoken=True) if speech is not None else None
    return None


def _tells(predicate: Predicate) -> bool:
    return bool(_TELLING & {variant.frame for variant in by_lemma("verbs").get(predicate.lemma, ())})


def said_clauses(predicate: Predicate, clauses: list[Clause]) -> list[Clause]:
    """The clause after `что` or `чтобы` that follows the predicate, with those inside it and coordinated with it."""
    found: list[Clause] = []
    for clause in clauses:
        if found:
            inside = clause.parent is not None and _within(clause.parent, found)
            same = clause.kind == found[0].kind and clause.opener is found[0].opener
            if inside or same:
                found.append(clause)
                continue
            if clause.kind == "main":
                break
        elif (
            clause.start > predicate.token.i
            and clause.kind in {"subordinate", "purpose"}
            and clause.opener is not None
            and clause.opener.lower_ in _CONJUNCTIONS - {"когда"}
            and _follows(predicate, clause)
        ):
            found.append(clause)
    return found


def told_after_colon(doc: Doc, predicate: Predicate, clauses: list[Clause]) -> list[Clause]:
    """What follows a colon after a verb of telling or ordering: `крестьянка показала: муж денег не присылал`."""
    if predicate.form not in {FINITE, SHORT, GERUND} or not _tells(predicate):
        return []
    colon = next((i for i in range(predicate.token.i, predicate.token.sent.end) if doc[i].text == ":"), None)
    if colon is None or any(predicate.token.i < core.i < colon for clause in clauses for core in clause.cores):
        return []
    complements = [p for p in predicate.phrases if predicate.token.i < p.start < colon and not p.prep]
    if any(p.cases & {"Acc", "Ins"} and "Nom" not in p.cases for p in complements):
        return []
    return [clause for clause in clauses if clause.start > colon]


def _within(clause: Clause | None, found: list[Clause]) -> bool:
    while clause is not None:
        if clause in found:
            return True
        clause = clause.parent
    return False


def _follows(predicate: Predicate, clause: Clause) -> bool:
    if clause.parent is predicate.clause:
        hint = {p.token.i for p in predicate.content if p.lemma in {"понять", "знать"}}
        after = [
            core for core in predicate.clause.cores if predicate.token.i < core.i < clause.start and core.i not in hint
        ]
        return not after
    return clause.before is predicate.clause
