"""Reads a document sentence by sentence into facts."""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

from letopis.dimensions.mention import key, mentions
from letopis.entities.correspondents import correspondents as headed
from letopis.entities.correspondents import keeper
from letopis.entities.mentioned import span_of
from letopis.entities.speaker import addressee
from letopis.facts import attribution, circumstances, events, roles, sharing
from letopis.facts.births import births
from letopis.facts.chunks import phrases
from letopis.facts.clause_reader import clauses
from letopis.facts.clauses import Clause
from letopis.facts.content import Content, content
from letopis.facts.ellipsis import PLAIN, Ellipsis
from letopis.facts.entries import said_of
from letopis.facts.fact import Fact, Filler
from letopis.facts.factuality import factuality, is_negated
from letopis.facts.fillers import fillers
from letopis.facts.frames import by_lemma
from letopis.facts.government import FINITE, INFINITIVE, NOUN, PARTICIPLE, SHORT, Predicate, verbs
from letopis.facts.headings import calls, date_heading, of_file
from letopis.facts.matching import is_actor, is_animate
from letopis.facts.nouns import correspondents, nouns
from letopis.facts.participants import fought
from letopis.facts.participles import attributive
from letopis.facts.phrases import Phrase
from letopis.facts.places import places
from letopis.facts.positions import positions
from letopis.facts.pronouns import Pronouns
from letopis.facts.quoting import Quoting
from letopis.facts.readings import one
from letopis.facts.roles import Draft
from letopis.facts.subjects import Subjects
from letopis.facts.unreal import governs

_OF_PEOPLE = frozenset(
    {"request", "communicate", "order", "capture", "appoint", "dismiss", "trade", "author", "repress", "award"}
)
"""Frames whose agent is no thing, where the sentence before must give it."""


class Reader:
    """One document's reading: what stays between sentences is the last subjects and the open quotations."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.facts: list[Fact] = []
        self.subjects = Subjects(doc)
        self.pronouns = Pronouns(doc)
        self.ellipsis = Ellipsis(doc, self.facts)

    def read(self) -> list[Fact]:
        """Every fact, by the place of its predicate."""
        found = mentions(self.doc)
        at = headed = 0
        for sentence in self.doc.sents:
            inside: list[Span] = []
            while at < len(found) and found[at].start < sentence.end:
                if found[at].end <= sentence.end:
                    inside.append(found[at])
                at += 1
            date_heading(sentence, inside, [fact for fact in self.facts[-4:] if fact.start >= headed])
            headed = sentence.start
            self._sentence(sentence, inside)
        self.facts.sort(key=lambda fact: (fact.start, fact.end, fact.frame))
        Quoting(self.doc, self.facts).ascribe()
        return self.facts

    def _sentence(self, sentence: Span, inside: list[Span]) -> None:
        doc = self.doc
        read = phrases(sentence, inside)
        self.pronouns.read(read)
        about = self.subjects.topic or (self.subjects.last[-1] if self.subjects.last else None)
        said_of(doc, sentence, read, about[0] if about is not None else None)
        parts = clauses(sentence, read)
        self.subjects.begin()
        drafts: list[tuple[Draft, Predicate]] = []
        self.said: dict[int, str] = {}
        self.reported: list[tuple[Content, Draft]] = []
        predicates = self._predicates(parts, read)
        self.verbs = {predicate.token.i: predicate for predicate in predicates if predicate.form != NOUN}
        seen = [(predicate, places(doc, predicate, is_negated(doc, predicate.token))) for predicate in predicates]
        for predicate, found in seen:
            self.subjects.note(predicate, found)
            predicate.subject = found.subject
        for clause in parts:
            self._verbless(clause, clause is parts[0], sentence)
        taken: set[int] = set()
        for predicate, found in seen:
            said = content(doc, predicate, parts, sentence.end)
            made = roles.draft(doc, predicate, found, said) or self.ellipsis.read(predicate, found, said, drafts)
            self._mark(predicate, said, made)
            if made is None:
                continue
            if predicate.form != PARTICIPLE:
                taken |= _light_nouns(doc, made)
            drafts.append((made, predicate))
        drafts = sharing.light(drafts, taken)
        for made, predicate in drafts:
            self._complete(made, predicate, parts)
        sharing.times(drafts)
        sharing.topics(doc, drafts)
        sharing.objects(drafts)
        sharing.sentences(drafts)
        sharing.decrees(doc, drafts)
        sharing.nouns(doc, drafts)
        sharing.recipients(drafts)
        sharing.companions(doc, drafts)
        sharing.asked(drafts)
        sharing.offices(doc, drafts)
        for made, _ in drafts:
            events.locate(doc, made)
        kept = [(made, predicate) for made, predicate in drafts if not _is_means(made, drafts)]
        finished = [(made, self._fact(made)) for made, _ in kept if _is_whole(made)]
        self._attribute(finished, parts, sentence.end)
        self.facts.extend(fact for _, fact in finished)
        subject = self.subjects.last[-1] if self.subjects.last else None
        whom = fillers(doc, *subject) if subject is not None and subject[0].kind in {"person", ""} else []
        named_only = [filler for filler in whom if filler.mention is not None and filler.mention[0] == "person"]
        self.facts.extend(positions(doc, read, parts, named_only))
        self.facts.extend(births(doc, read))

    def _verbless(self, clause: Clause, leads: bool, sentence: Span) -> None:
        """Whom a heading or an entry names, the sentences after it are said of; not whom a letter calls."""
        if clause.kind != "main" or clause.cores or calls(sentence):
            return
        free = [p for p in clause.phrases if "Nom" in p.cases and not p.prep and p.owner is None]
        tells = bool(self.subjects.last) and any(is_animate(self.doc, p) and p.mention is None for p in free[:1])
        if leads and free and free[0] is clause.phrases[0] and free[0].kind != "person" and not tells:
            self.subjects.keep(free[0], clause)
        named = next((p for p in free if p.kind == "person"), None)
        if named is None and leads:
            named = of_file(self.doc, clause)
        if named is not None:
            self.subjects.keep(named, clause)
            heads = sentence.start == 0 or "\n" in self.doc[sentence.start - 1].text
            if leads and heads and free[:1] == [named] and named.start == sentence.start:
                self.subjects.topic = (named, clause)

    def _predicates(self, parts: list[Clause], read: list[Phrase]) -> list[Predicate]:
        """Verbs and nouns of the sentence by place; what a noun takes, its verb does not."""
        doc = self.doc
        found: list[Predicate] = []
        for clause in parts:
            deeds = nouns(doc, clause)
            owned = {id(phrase) for deed in deeds if roles.variants(deed) for phrase in _own(deed)}
            of_verbs = verbs(doc, clause)
            for predicate in of_verbs:
                predicate.phrases = [phrase for phrase in predicate.phrases if id(phrase) not in owned]
                if predicate.form == PARTICIPLE:
                    predicate.head = clause.antecedent
            for deed in deeds:
                deed.content = [p for p in of_verbs if p.by_noun is not None and p.by_noun is deed.noun]
            found.extend(of_verbs)
            found.extend(deeds)
        before_noun = attributive(doc, read, parts)
        inner_to = {id(phrase) for participle in before_noun for phrase in participle.phrases}
        for predicate in found:
            predicate.phrases = [phrase for phrase in predicate.phrases if id(phrase) not in inner_to]
        found.extend(before_noun)
        return sorted(found, key=lambda predicate: predicate.token.i)

    def _mark(self, predicate: Predicate, said: Content | None, made: Draft | None) -> None:
        """What the predicate makes of the clauses that say its content."""
        if said is None:
            return
        lemma = predicate.lemma
        made_of = (
            governs(lemma)
            if predicate.form != NOUN
            else ("requested" if made and made.variant.frame in {"request", "order"} else "")
        )
        for clause in said.clauses:
            if (
                made_of == "requested"
                and clause.opener is not None
                and clause.opener.lower_ in {"чтобы", "чтоб", "дабы"}
            ):
                self.said[id(clause)] = "requested"
            elif made_of == "negated":
                self.said[id(clause)] = "negated"
            elif made_of == "planned" and clause.kind == "purpose":
                self.said[id(clause)] = "planned"
        reports = bool(said.clauses) and said.clauses[0].kind != "purpose"
        if (
            made is not None
            and made.variant.frame == "communicate"
            and reports
            and lemma in attribution.verbs("reporting")
        ):
            self.reported.append((said, made))

    def _complete(self, made: Draft, predicate: Predicate, parts: list[Clause]) -> None:
        """The subject that is not in the clause, times, places and amounts."""
        doc = self.doc
        variant = made.variant
        circumstances.times(made, made.places.dates)
        missing = made.places.subject is None and predicate.form != NOUN
        role = variant.role("object" if predicate.passive else "subject", frozenset({"actor"}))
        if missing and role and not (predicate.passive and predicate.form == INFINITIVE):
            thing = self.subjects.thing(predicate) if predicate.passive and role == "theme" else []
            found, source = (thing, None) if thing else self.subjects.find(predicate)
            wants_actor = role in {"agent", "patient", "recipient"}
            found = [filler for filler in found if filler not in made.roles.get(role, [])]
            if role == "agent" and source is not None and variant.frame in _OF_PEOPLE:
                found = found if is_actor(doc, source[0]) or source[0].pronoun else []
            if found and not (
                wants_actor and source is not None and source[0].kind == "quantity" and variant.frame != "casualties"
            ):
                made.add(role, found)
        fought(doc, made, self.verbs, self.subjects)
        self._account(made, predicate)
        if predicate.form == NOUN and variant.frame == "communicate":
            for correspondent, span in zip(("agent", "recipient"), correspondents(doc, predicate), strict=True):
                if span is not None and correspondent not in made.roles:
                    made.add(correspondent, [Filler(key(span))])
        self._correspond(made, predicate)
        circumstances.places(doc, made, predicate.clause)
        circumstances.amounts(made)

    def _account(self, made: Draft, predicate: Predicate) -> None:
        """What an account book tells without a subject its keeper did: `Продано ржи`, `Уплачено извозчику`."""
        role = made.variant.role("subject", frozenset({"actor"}))
        deals = made.variant.frame in {"supply", "trade", "produce"} and role in {"agent", "recipient"}
        active = predicate.form == FINITE and not predicate.passive and made.places.subject is None
        if deals and role not in made.roles and (active or predicate.form == SHORT):
            owner = keeper(self.doc)
            if owner is not None:
                made.add(role, [Filler(key(span_of(self.doc, owner)))])

    def _correspond(self, made: Draft, predicate: Predicate) -> None:
        """Who wrote and to whom, where only the document says so: `Рапорт адмиралу`, `Прошу прислать`."""
        doc, frame = self.doc, made.variant.frame
        if frame == "request" and one(predicate.token, "Person") == "1" and "recipient" not in made.roles:
            found = addressee(doc, predicate.token)
            made.add("recipient", [Filler(key(found))] if found is not None else [])
        heads = predicate.form == NOUN and predicate.token.i < 4 and frame in {"communicate", "order", "request"}
        if heads and not predicate.clause.cores:
            written = headed(doc)
            if written.writer is not None and "agent" not in made.roles:
                made.add("agent", [Filler(key(span_of(doc, written.writer)))])
            if written.addressee is not None and not {"recipient", "topic"} & set(made.roles):
                made.add("recipient", [Filler(key(span_of(doc, written.addressee)))])

    def _fact(self, made: Draft) -> Fact:
        predicate = made.predicate
        token = predicate.token if made.variant.word == "verb" else _evoking(self.doc, made)
        end = token.i + 1
        if token.lower_ in {"род", "ум", "сконч"} and end < len(self.doc) and self.doc[end].text == ".":
            end += 1
        kind = factuality(self.doc, predicate, self.said)
        lemma = predicate.lemma if token is predicate.token else token.lemma_.lower()
        return Fact(made.variant.frame, token.i, end, lemma, made.roles, kind)

    def _attribute(self, finished: list[tuple[Draft, Fact]], parts: list[Clause], sentence_end: int) -> None:
        by_draft = {id(made): fact for made, fact in finished}
        found = [fact for _, fact in finished]
        for said, made in self.reported:
            fact = by_draft.get(id(made))
            agent = fact.roles.get("agent") if fact is not None else None
            if agent:
                attribution.ascribe(found, said.start, said.end, agent[0])
        for clause in parts:
            his = attribution.by_his_words(self.doc, clause)
            if his is not None:
                attribution.ascribe(found, clause.start, sentence_end, his)
            source = attribution.source_of(self.doc, clause) or attribution.teller(self.doc, clause)
            if source is not None:
                by = fillers(self.doc, source, clause)
                if by:
                    stop = clause.stretches[0][0]
                    fronted = not any(core.i < source.start for core in clause.cores)
                    end = sentence_end if fronted else clause.end
                    attribution.ascribe(found, stop, end, by[0])


def _is_means(made: Draft, drafts: list[tuple[Draft, Predicate]]) -> bool:
    """Whether the noun only says by what a telling is told: `заметил в письме`."""
    noun = made.predicate.noun
    if (
        noun is None
        or made.variant.frame != "communicate"
        or (noun.prep not in {"в", "по", "через"} and "Ins" not in noun.cases)
    ):
        return False
    clause = made.predicate.clause
    return any(p.clause is clause and p.form != NOUN and d.variant.frame == "communicate" for d, p in drafts)


def _is_whole(made: Draft) -> bool:
    """Whether a role that the frame needs is filled; of a passive without a subject, what it undergoes."""
    if made.elliptic and made.predicate.passive and sharing.object_role(made) not in made.roles:
        return False
    if (
        made.variant.frame in PLAIN
        and set(made.roles) - {"agent"}
        and not made.variant.required
        and made.predicate.form != NOUN
    ):
        return True
    return bool(made.variant.needs & (set(made.roles) | made.dark))


def _evoking(doc: Doc, made: Draft) -> Token:
    """The noun of a light verb: `открыли стрельбу`, `перейти в наступление`."""
    heads = sorted(_light_nouns(doc, made))
    return doc[heads[0]] if heads else made.predicate.token


def _light_nouns(doc: Doc, made: Draft) -> set[int]:
    """The nouns that a verb's variant asks for in words: `отправить письмо`, `дать бой`."""
    heads = set()
    for condition in made.variant.required:
        for phrase in made.places.at.get(condition.place, []):
            if doc[phrase.head].lemma_.lower() in condition.lemmas and not made.variant.role(
                condition.place, frozenset()
            ):
                heads.add(phrase.head)
    return heads


def _own(deed: Predicate) -> list[Phrase]:
    """What a noun keeps from its verb: all beside a deed; beside a letter or plea only dates and genitives."""
    if deed.lemma in by_lemma("deeds"):
        return deed.phrases
    return [phrase for phrase in deed.phrases if phrase.kind == "date" or phrase.cases <= {"Gen"}]
