"""Who a predicate without a subject of its own is said of."""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

from letopis.dimensions.mention import key
from letopis.entities.mentioned import at_token, rows
from letopis.entities.reference import antecedent
from letopis.entities.speaker import addressee, narrator
from letopis.facts.clauses import Clause
from letopis.facts.fact import Filler
from letopis.facts.fillers import fillers
from letopis.facts.frames import befalls_persons, may_kill
from letopis.facts.government import FINITE, GERUND, INFINITIVE, PARTICIPLE, SHORT, Predicate, agrees
from letopis.facts.matching import is_actor, is_animate
from letopis.facts.nominative import is_transitive
from letopis.facts.phrases import Phrase
from letopis.facts.places import Places
from letopis.facts.readings import one
from letopis.facts.unreal import governs, noun_governs
from letopis.facts.words import wordlist

_CONTROL_BY_SUBJECT = frozenset({"planned", "phase", "possible", "negated"})
_BACK = 12


class Subjects:
    """Follows the subjects of a text from clause to clause; `topic` is whom an entry is about."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.last: list[tuple[Phrase, Clause]] = []
        self.things: list[tuple[Phrase, Clause]] = []
        self.topic: tuple[Phrase, Clause] | None = None
        self.of: dict[int, tuple[Phrase, Clause] | None] = {}
        self.in_clause: dict[int, Predicate] = {}

    def begin(self) -> None:
        """A new sentence: only the subjects of main clauses are kept."""
        self.of.clear()
        self.in_clause.clear()

    def note(self, predicate: Predicate, places: Places) -> None:
        """Remember the grammatical subject of a clause's verb; those of main clauses stay for later sentences."""
        subject = places.subject
        if predicate.form in {FINITE, SHORT} and id(predicate.clause) not in self.in_clause:
            self.in_clause[id(predicate.clause)] = predicate
        if subject is None or predicate.form not in {FINITE, SHORT} or self._may_be_object(predicate, places):
            return
        self.of[predicate.token.i] = (subject, predicate.clause)
        if predicate.clause.kind == "main":
            self.keep(subject, predicate.clause)

    def _may_be_object(self, predicate: Predicate, places: Places) -> bool:
        """`татары взяли город, церкви пожгли`: a thing in either case beside a verb without an object."""
        subject = places.subject
        if subject is None or predicate.passive or not self.of or not is_transitive(predicate) or "object" in places.at:
            return False
        return (
            "Acc" in subject.cases and subject.kind == "" and not is_animate(self.doc, subject) and not subject.pronoun
        )

    def keep(self, subject: Phrase, clause: Clause) -> None:
        """Remember a phrase that later verbs may be said of."""
        lemma = self.doc[subject.head].lemma_.lower()
        if "Nom" in subject.cases and not subject.pronoun and subject.kind not in {"quantity", "date"}:
            self.things.append((subject, clause))
        if (is_actor(self.doc, subject) or subject.pronoun) and lemma not in {"который", "кой", "кто", "что", "это"}:
            self.last.append((subject, clause))

    def find(self, predicate: Predicate) -> tuple[list[Filler], tuple[Phrase, Clause] | None]:
        """The fillers of the missing subject, and the phrase they come from where it is one."""
        if predicate.form == INFINITIVE and not predicate.compound_future:
            return self._of_infinitive(predicate)
        if predicate.form == GERUND:
            return self._of_gerund(predicate)
        if predicate.form == PARTICIPLE:
            return [], None
        return self._of_finite(predicate)

    def _filled(self, found: tuple[Phrase, Clause] | None) -> tuple[list[Filler], tuple[Phrase, Clause] | None]:
        if found is None:
            return [], None
        return fillers(self.doc, *found), found

    def _of_infinitive(self, predicate: Predicate) -> tuple[list[Filler], tuple[Phrase, Clause] | None]:
        governor = predicate.governor
        if predicate.by_noun is not None:
            return self._of_undertaking(predicate, predicate.by_noun)
        if governor is None:
            return self._of_purpose(predicate)
        permits = governor.lemma in wordlist("permitting")
        if (governs(governor.lemma) in _CONTROL_BY_SUBJECT and not permits) or (
            governor.lemma not in {"просить"} and not governs(governor.lemma)
        ):
            dative = [
                p
                for p in governor.phrases + predicate.phrases
                if not p.prep and p.cases <= {"Dat", "Loc"} and is_actor(self.doc, p)
            ]
            if (
                governor.lemma
                in {"удаться", "предстоять", "надлежать", "надо", "нужно", "следовать", "прийтись", "довестись"}
                and dative
            ):
                return self._filled((dative[0], predicate.clause))
            if governor.token.i in self.of:
                return self._filled(self.of[governor.token.i])
            if governor.form == INFINITIVE:
                return self._of_infinitive(governor)
            if governor.form == GERUND:
                return self._of_gerund(governor)
            return self._of_finite(governor)
        asked = [
            p
            for p in governor.phrases
            if (
                not p.prep
                and is_actor(self.doc, p)
                and p is not governor.subject
                and (p.cases & {"Dat", "Acc"})
                and ("Nom" not in p.cases or governor.form == INFINITIVE)
            )
            or (
                not p.prep
                and governor.subject is not None
                and p is not governor.subject
                and is_actor(self.doc, p)
                and p.cases & {"Dat", "Acc"}
            )
        ]
        if asked:
            return self._filled((asked[0], predicate.clause))
        found = addressee(self.doc, governor.token) if one(governor.token, "Person") == "1" else None
        return ([Filler(key(found))], None) if found is not None else ([], None)

    def _of_undertaking(self, predicate: Predicate, noun: Phrase) -> tuple[list[Filler], tuple[Phrase, Clause] | None]:
        """`получил завод с обязательством поставлять железо`: who undertakes or intends it does it."""
        if noun_governs(self.doc[noun.head].lemma_.lower()) != "planned" or ("Nom" in noun.cases and not noun.prep):
            return [], None
        main = self.in_clause.get(id(predicate.clause))
        if main is None or main is predicate or main.passive:
            return [], None
        return self._filled(self.of[main.token.i]) if main.token.i in self.of else self._of_finite(main)

    def _of_purpose(self, predicate: Predicate) -> tuple[list[Filler], tuple[Phrase, Clause] | None]:
        parent = predicate.clause.parent
        main = self.in_clause.get(id(parent)) if parent is not None else None
        if main is not None and predicate.clause.kind == "purpose":
            return self._filled(self.of.get(main.token.i)) if main.token.i in self.of else self._of_finite(main)
        return [], None

    def _of_gerund(self, predicate: Predicate) -> tuple[list[Filler], tuple[Phrase, Clause] | None]:
        main = self._host(predicate.clause)
        if main is None:
            return [], None
        if main.token.i in self.of:
            return self._filled(self.of[main.token.i])
        return self._of_finite(main) if main.form in {FINITE, SHORT} else ([], None)

    def _host(self, clause: Clause) -> Predicate | None:
        """The main verb that a gerund goes with: its parent clause's, else the next or last clause's."""
        parent = clause.parent
        while parent is not None and parent.kind in {"gerund", "participle"}:
            parent = parent.parent
        if parent is not None and id(parent) in self.in_clause:
            return self.in_clause[id(parent)]
        later = [p for p in self.in_clause.values() if p.token.i > clause.start]
        return min(later, key=lambda p: p.token.i, default=None)

    def _of_finite(self, predicate: Predicate) -> tuple[list[Filler], tuple[Phrase, Clause] | None]:
        verb = predicate.token
        if predicate.is_imperative:
            called = addressee(self.doc, verb)
            return ([Filler(key(called))], None) if called is not None else ([], None)
        if one(verb, "Person") in {"1", "2"}:
            found = antecedent(self.doc, verb)
            return ([Filler(key(found))], None) if found is not None else ([], None)
        if self._impersonal(predicate):
            return self._shared(predicate) if not predicate.passive else ([], None)
        shared = self._shared(predicate)
        if shared[0] or shared[1] is not None:
            return shared
        if one(verb, "Number") == "Plur":
            return [], None
        of_others = bool(one(verb, "Person")) or may_kill(predicate.lemma)
        narrated, narrator_ = (False, None) if of_others else narrator(self.doc, verb)
        if narrated and (self._says_i(verb) or not self._just_named(verb)):
            himself = narrator_ is not None and self._may_be(narrator_, verb)
            return ([Filler(key(narrator_))], None) if himself and narrator_ is not None else ([], None)
        if self.topic is not None and predicate.clause.kind == "main" and self._tells_of_topic(verb):
            return self._filled(self.topic)
        only_persons = befalls_persons(predicate.lemma)
        for phrase, clause in reversed(self.last[-_BACK:]):
            if only_persons and phrase.kind in {"organization", "place"}:
                continue
            if phrase.start < verb.i and agrees(verb, phrase, self.doc) and self._same_gender(verb, phrase):
                found_fillers = fillers(self.doc, phrase, clause)
                if phrase.pronoun and phrase.end <= verb.sent.start:
                    found_fillers = [filler for filler in found_fillers if filler.mention is not None or phrase.stands]
                if found_fillers:
                    return found_fillers, (phrase, clause)
        found = antecedent(self.doc, verb)
        return ([Filler(key(found))], None) if found is not None else ([], None)

    def _tells_of_topic(self, verb: Token) -> bool:
        """Whether a sentence of an entry, without a subject before the verb, can tell of whom the entry is about."""
        assert self.topic is not None
        gender, said = one(verb, "Gender"), self.topic[0].mention
        row = at_token(rows(self.doc), said.start) if said is not None else None
        return row is None or not gender or row.gender in {None, gender}

    def _says_i(self, verb: Token) -> bool:
        """Whether someone says `я` before the verb in its sentence: `пишу из Тифлиса, куда прибыл`."""
        before = self.doc[verb.sent.start : verb.i]
        return any(one(token, "Person") == "1" and one(token, "Number") == "Sing" for token in before)

    def _just_named(self, verb: Token) -> bool:
        """Whether the sentence before, of the same paragraph, has a subject that fits the verb."""
        start = verb.sent.start
        if start == 0 or "\n" in self.doc[start - 1].text:
            return False
        for phrase, _ in reversed(self.last[-2:]):
            near = self.doc[phrase.head].sent.end >= start
            first = phrase.pronoun and self.doc[phrase.head].lemma_ in {"я", "мы"}
            if near and not first and agrees(verb, phrase, self.doc) and self._same_gender(verb, phrase):
                return True
        return False

    def _may_be(self, narrator_: Span, verb: Token) -> bool:
        gender = one(verb, "Gender")
        row = at_token(rows(self.doc), narrator_.start)
        return row is None or row.gender is None or not gender or row.gender == gender

    def thing(self, predicate: Predicate) -> list[Filler]:
        """What a passive without a subject is said of in an entry or a list: `Основан в 1847 г.`"""
        verb = predicate.token
        for phrase, clause in reversed(self.things[-3:]):
            if phrase.start < verb.i and agrees(verb, phrase, self.doc) and self._same_gender(verb, phrase):
                return fillers(self.doc, phrase, clause)
        return []

    def _same_gender(self, verb: object, phrase: Phrase) -> bool:
        gender = one(verb, "Gender")  # type: ignore[arg-type]
        if gender == "Neut":
            return False
        word = self.doc[phrase.title[2] if phrase.title else phrase.head]
        its = one(word, "Gender")
        number = one(word, "Number")
        if phrase.pronoun and word.lemma_ in {"я", "мы", "ты", "вы"}:
            return word.lemma_ in {"я", "ты"}
        return number != "Plur" and (not gender or not its or gender == its)

    @staticmethod
    def _impersonal(predicate: Predicate) -> bool:
        """`убито`, `казнили`: plural or neuter without a subject."""
        verb = predicate.token
        return one(verb, "Number") == "Plur" or one(verb, "Gender") == "Neut"

    def _shared(self, predicate: Predicate) -> tuple[list[Filler], tuple[Phrase, Clause] | None]:
        """The subject of the clause that this one is coordinated with in the sentence."""
        clause = predicate.clause
        if clause.after_break and clause.kind == "main" and one(predicate.token, "Number") == "Plur":
            return [], None
        sentence = predicate.token.sent.start
        candidates = [
            (at, found)
            for at, found in self.of.items()
            if found is not None and sentence <= at < predicate.token.i and found[1].kind == clause.kind
        ]
        if not candidates:
            return [], None
        _, found = max(candidates)
        assert found is not None
        phrase = found[0]
        if not agrees(predicate.token, phrase, self.doc) or (
            one(predicate.token, "Gender") == "Neut" and one(self.doc[phrase.head], "Gender") != "Neut"
        ):
            return [], None
        if (
            one(predicate.token, "Number") == "Plur"
            and not phrase.listed
            and one(self.doc[phrase.head], "Number") == "Sing"
            and phrase.kind != "quantity"
        ):
            return [], None
        return fillers(self.doc, phrase, found[1]), found
