"""Which words of a clause belong to which of its predicates, and in what place."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from letopis.facts.attribution import is_source
from letopis.facts.clauses import Clause, is_abbreviated_verb, is_core
from letopis.facts.frames import by_lemma
from letopis.facts.matching import is_actor, is_animate
from letopis.facts.phrases import Phrase
from letopis.facts.readings import one, reading
from letopis.facts.unreal import governs, noun_governs
from letopis.facts.words import abbreviated, homonyms, imperatives, modal_forms, wordlist

FINITE, SHORT, INFINITIVE, GERUND, PARTICIPLE, NOUN = "finite", "short", "infinitive", "gerund", "participle", "noun"


@dataclass(slots=True, eq=False)
class Predicate:
    """A word that may evoke a frame, with the phrases that belong to it."""

    token: Token
    form: str
    clause: Clause
    phrases: list[Phrase] = field(default_factory=list)
    governor: Predicate | None = None
    content: list[Predicate] = field(default_factory=list)
    subject: Phrase | None = None
    noun: Phrase | None = None
    head: Phrase | None = None
    by_noun: Phrase | None = None

    @property
    def lemma(self) -> str:
        """The verb, with `ся` where the form has it and a frame or `factuality.toml` knows the verb so."""
        if self.token.lower_ in modal_forms():
            return modal_forms()[self.token.lower_]
        if self.token.lower_ in homonyms() and any(
            p.prep == "за" or (not p.prep and "Nom" not in p.cases) for p in self.phrases
        ):
            return homonyms()[self.token.lower_]
        if self.is_imperative:
            return imperatives().get(self.token.lower_, self.token.lemma_.lower())
        plain = self.token.lemma_.lower().removesuffix("-таки").removesuffix("-ка").removesuffix("-де")
        if self.token.lower_ in abbreviated() and is_abbreviated_verb(self.token):
            return abbreviated()[self.token.lower_]
        if self.form != NOUN and self._is_reflexive() and not plain.endswith(("ся", "сь")):
            reflexive = plain + ("сь" if plain[-1] in "аеиоуыэюя" else "ся")
            if reflexive in by_lemma("verbs") or governs(reflexive):
                return reflexive
        return plain

    @property
    def is_imperative(self) -> bool:
        """Whether it asks the one spoken to: by its form, or by a dative beside it (`пришли мне`)."""
        if one(self.token, "Mood") == "Imp" and one(self.token, "VerbForm") == "Fin":
            return True
        if self.token.lower_ not in imperatives():
            return False
        following = self.token.doc[self.token.i + 1 : self.token.i + 3]
        return any(word.lower_ in {"мне", "нам", "ей", "ему", "им"} for word in following) or any(
            word.lower_ in {"пожалуйста", "голубчик"} for word in following
        )

    @property
    def passive(self) -> bool:
        """Whether the subject undergoes: `поставлено`, `поставляемый`, `строилась`."""
        if self.token.lower_ in {"осн", "уб"} and is_abbreviated_verb(self.token):
            return True
        voice = one(self.token, "Voice")
        if self.form not in {SHORT, PARTICIPLE, NOUN} and self._reflexive_of_known():
            return True
        if self.form in {SHORT, PARTICIPLE}:
            return voice == "Pass"
        return voice == "Pass" or (self._is_reflexive() and not self.lemma.endswith(("ся", "сь")))

    @property
    def compound_future(self) -> bool:
        """`будет продаваться`: an infinitive whose finite verb is only the future's auxiliary."""
        if self.form != INFINITIVE or self.governor is not None or self.by_noun is not None:
            return False
        near = self.token.doc[max(self.token.sent.start, self.token.i - 4) : self.token.i]
        future = any(word.lemma_ == "быть" and one(word, "Tense") == "Fut" for word in near)
        return future and not any(word.lemma_ in wordlist("modal_words") for word in near)

    def _is_reflexive(self) -> bool:
        """Whether the form ends in `ся`; a gerund (`прося`) only in `сь`."""
        return self.token.lower_.endswith("сь") or (self.token.lower_.endswith("ся") and self.form != GERUND)

    def _reflexive_of_known(self) -> bool:
        """`отменяется`, `строилась`: a reflexive that no frame knows, of a verb that one does."""
        lemma = self.lemma
        plain = lemma[:-2]
        return (
            lemma.endswith(("ся", "сь"))
            and lemma not in by_lemma("verbs")
            and not governs(lemma)
            and one(self.token, "Aspect") != "Perf"
            and any(variant.role("object", frozenset()) for variant in by_lemma("verbs").get(plain, ()))
        )


def form_of(token: Token) -> str:
    """The form of a verb as a predicate."""
    if token.pos_ not in {"VERB", "AUX"}:
        return FINITE
    form = one(token, "VerbForm")
    if form == "Part":
        return SHORT if not one(token, "Case") or one(token, "Variant") == "Short" else PARTICIPLE
    return {"Inf": INFINITIVE, "Conv": GERUND}.get(form, FINITE)


def verbs(doc: Doc, clause: Clause) -> list[Predicate]:
    """The verbal predicates of a clause, each with its phrases; auxiliaries are left out."""
    cores = sorted(
        (core for core in clause.cores if core.pos_ != "AUX" or len(clause.cores) == 1), key=lambda core: core.i
    )
    found = [Predicate(core, form_of(core), clause) for core in cores]
    for predicate in found:
        if predicate.form == INFINITIVE:
            predicate.by_noun = _governing_noun(doc, clause, predicate.token)
    _govern(found)
    for phrase in clause.phrases:
        if phrase.owner is None and phrase.listed_after is None and not is_source(doc, phrase):
            owner = _owner(doc, phrase, found)
            if owner is not None:
                owner.phrases.append(phrase)
    return found


def _govern(found: list[Predicate]) -> None:
    """An infinitive hangs on the nearest verb before it, else on the first after it."""
    for at, predicate in enumerate(found):
        if predicate.form != INFINITIVE or predicate.by_noun is not None:
            continue
        before = [other for other in found[:at] if other.form != INFINITIVE or governs(other.lemma)]
        joined = at > 0 and found[at - 1].form == INFINITIVE and _coordinated(found[at - 1].token, predicate.token)
        if joined:
            governor = found[at - 1].governor
        else:
            governor = before[-1] if before else next((o for o in found[at + 1 :] if o.form != INFINITIVE), None)
        if governor is not None and governor is not predicate:
            predicate.governor = governor
            governor.content.append(predicate)


def _governing_noun(doc: Doc, clause: Clause, infinitive: Token) -> Phrase | None:
    """The noun right before an infinitive that governs it: `с требованием прекратить блокаду`."""
    for phrase in reversed(clause.phrases):
        if phrase.reach() <= infinitive.i:
            root = phrase
            while root.owner is not None:
                root = root.owner
            between = [token for token in doc[phrase.reach() : infinitive.i] if token.lower_ not in {"не", ",", "о"}]
            governing = bool(noun_governs(doc[root.head].lemma_.lower())) and root.mention is None
            governing = governing and not _asks_for_place(infinitive, root) and not _undergoes(clause, root)
            asked = any(governs(core.lemma_.lower()) == "requested" for core in clause.cores)
            governing = governing and not (asked and noun_governs(doc[root.head].lemma_.lower()) == "hypothetical")
            return root if governing and len(between) <= 1 else None
    return None


def _undergoes(clause: Clause, noun: Phrase) -> bool:
    """Whether the noun is the object of a decree's infinitive: `просьбу удовлетворить`."""
    told = all(one(core, "VerbForm") == "Inf" for core in clause.cores)
    return told and not noun.prep and "Acc" in noun.cases and "Nom" not in noun.cases


def _asks_for_place(infinitive: Token, phrase: Phrase) -> bool:
    """Whether the infinitive's own verb reads the noun's place: `от команды отрешить`."""
    removed = phrase.prep in {"от", "из", "с"}
    places = {f"{phrase.prep}+{case}" for case in phrase.cases} if removed else set()
    return any(places & set(v.roles) for v in by_lemma("verbs").get(infinitive.lemma_.lower(), ()))


def _coordinated(first: Token, second: Token) -> bool:
    between = first.doc[first.i + 1 : second.i]
    return any(token.lower_ in {"и", "или", ","} for token in between)


def _owner(doc: Doc, phrase: Phrase, found: list[Predicate]) -> Predicate | None:
    if not found:
        return None
    nominal = [p for p in found if p.by_noun is not None]
    for infinitive in reversed(nominal):
        if phrase.start > infinitive.token.i:
            return infinitive
    if nominal and len(nominal) < len(found):
        found = [p for p in found if p.by_noun is None]
    chain = [p for p in found if p.form == INFINITIVE and p.governor is not None]
    if not chain:
        return _nearest(doc, phrase, found)
    content = _content_for(phrase, found, chain)
    governor = content.governor
    assert governor is not None
    if governs(governor.lemma) in {"planned", "phase", "possible", "negated"}:
        thing = "Acc" in phrase.cases and phrase.kind in {"", "quantity"} and not is_animate(doc, phrase)
        subject = (
            "Nom" in phrase.cases
            and not phrase.prep
            and phrase.kind != "date"
            and not (thing and phrase.start > governor.token.i)
        )
        return governor if subject and (not thing or agrees(governor.token, phrase, doc)) else content
    if not governs(governor.lemma) and phrase.end <= content.token.i and governor.token.i < content.token.i:
        return governor
    if phrase.start > content.token.i and content.token.i > governor.token.i:
        return governor if "Nom" in phrase.cases and len(phrase.cases) == 1 else content
    bare = not phrase.prep
    if content.token.i > phrase.start and any(governor.token.i < p.token.i < phrase.start for p in chain):
        return content
    if content.token.i < governor.token.i:
        return content if phrase.end <= content.token.i and "Nom" not in phrase.cases else governor
    if phrase.end <= governor.token.i:
        impersonal = governor.form == SHORT and one(governor.token, "Gender") == "Neut"
        fronted = bare and ("Nom" not in phrase.cases or impersonal) and "Acc" in phrase.cases
        fronted = fronted and _wants_object(phrase, governor)
        return content if fronted else governor
    if bare and phrase.cases <= {"Acc", "Gen"} and "Acc" in phrase.cases and _only_orders(governor):
        return content  # `повелел капитана Рогова отрешить`
    if bare and phrase.kind == "place" and "Acc" in phrase.cases and phrase.reach() == content.token.i:
        return content
    colon = any(token.text == ":" for token in doc[governor.token.i : phrase.first])
    if colon and (phrase.tagged in {"Acc", "Gen"} or "Acc" in phrase.cases) and "Dat" not in phrase.cases:
        return content  # `Повелеваем: генерала Ладыгина произвести`
    if bare and (phrase.cases & {"Nom", "Dat"} or (is_actor(doc, phrase) and phrase.kind != "quantity")):
        return governor
    if phrase.prep in {"у", "к", "перед", "в виде", "от"}:
        return governor
    return content


def _wants_object(phrase: Phrase, governor: Predicate) -> bool:
    """Whether a fronted object is the infinitive's: the governor (`велел`) takes none of its own."""
    takes = {"просить", "попросить", "умолять", "молить", "обязать", "заставить", "призвать", "призывать"}
    return governor.lemma not in takes


def _only_orders(governor: Predicate) -> bool:
    """Whether the verb orders that a thing be done, and takes nobody as its object."""
    variants = by_lemma("verbs").get(governor.lemma, ())
    asks = any(variant.role("object", frozenset({"actor"})) == "recipient" for variant in variants)
    return governs(governor.lemma) == "requested" and not asks and any(v.frame == "order" for v in variants)


def _content_for(phrase: Phrase, found: list[Predicate], chain: list[Predicate]) -> Predicate:
    """The infinitive before the phrase, or the one after it where a mark or conjunction parts it from the first."""
    before = [p for p in chain if p.token.i < phrase.end]
    after = [p for p in chain if p.token.i >= phrase.end]
    if before and after:
        doc = before[-1].token.doc
        parted = any(token.lower_ in {",", "и", "а", "да"} for token in doc[before[-1].token.i : phrase.first])
        joined = not any(token.lower_ in {",", "и", "а", "да"} for token in doc[phrase.reach() : after[0].token.i])
        return after[0] if parted and joined else before[-1]
    return before[-1] if before else chain[0]


def _nearest(doc: Doc, phrase: Phrase, found: list[Predicate]) -> Predicate:
    """Of several verbs in one clause the one the parser chose, else the last before the phrase, else the first."""
    if len(found) == 1:
        return found[0]
    head = doc[phrase.head].head.i
    chosen = next((p for p in found if p.token.i == head), None)
    if chosen is not None:
        return chosen
    return _content_for(phrase, found, found)


def agrees(verb: Token, phrase: Phrase, doc: Doc) -> bool:
    """Whether the phrase can be the verb's subject by number, gender and person."""
    number, gender = one(verb, "Number"), one(verb, "Gender")
    if one(verb, "Person") in {"1", "2"}:
        return phrase.pronoun and doc[phrase.head].lemma_ in {"я", "мы", "ты", "вы"}
    if phrase.listed:
        return True
    if phrase.kind == "quantity":
        return number == "Plur" or gender in {"Neut", ""} or (phrase.mention is not None and _of_one(phrase))
    if not number:
        return True
    if (
        phrase.kind == "person"
        and phrase.mention is not None
        and gender == "Masc"
        and phrase.mention[-1].lower_.endswith(("ова", "ева", "ёва", "ина", "ская"))
    ):
        return False
    if phrase.kind == "person" and phrase.mention is not None and number == "Plur":
        if phrase.title is not None and one(doc[phrase.title[2]], "Number") == "Plur":
            return True
        return phrase.mention[-1].lower_.endswith(("ы", "и", "ие", "ые", "ых", "их", "о")) and "Nom" in phrase.cases
    head = phrase.title[2] if phrase.title else phrase.head
    shapes = [s for s in reading(doc[head]).shapes if s[0] == "Nom"]
    if not shapes or phrase.quoted:
        return True
    return any(
        (not n or n == number) and (n == "Plur" or not g or not gender or g == gender or phrase.kind == "person")
        for _, n, g in shapes
    )


def _of_one(phrase: Phrase) -> bool:
    value = phrase.mention._.value or {} if phrase.mention is not None else {}
    return value.get("high") == 1 or (
        phrase.mention is not None and phrase.mention[0].lemma_ in {"тысяча", "сотня", "дюжина", "пара", "полсотня"}
    )


def unused_cores(clause: Clause) -> list[Token]:
    """Words of the clause that look like predicates."""
    return [core for core in clause.cores if is_core(core)]
