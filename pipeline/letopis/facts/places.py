"""What stands where around a predicate: its subject, object and other places, with the voice undone."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Doc

from letopis.facts.births import told_at
from letopis.facts.frames import by_lemma, word_class
from letopis.facts.gaps import gap_subjects
from letopis.facts.government import GERUND, INFINITIVE, NOUN, PARTICIPLE, Predicate
from letopis.facts.matching import is_actor, is_animate, is_title, lemmas
from letopis.facts.nominative import is_transitive, nominative
from letopis.facts.phrases import NAMES, Phrase
from letopis.facts.readings import one
from letopis.facts.words import wordlist

_CASES = {"Gen": "genitive", "Dat": "dative", "Ins": "instrumental", "Acc": "object", "Nom": "subject"}

_ACTOR = frozenset({"actor"})
_BEING = frozenset({"быть", "бывать"})


@dataclass(slots=True)
class Places:
    """Place → phrases in it; dates apart. `subject` is the grammatical subject, `whither` a place that `куда` means."""

    at: dict[str, list[Phrase]] = field(default_factory=dict)
    dates: list[Phrase] = field(default_factory=list)
    subject: Phrase | None = None
    whither: Phrase | None = None

    def put(self, place: str, phrase: Phrase) -> None:
        """Add a phrase to a place."""
        self.at.setdefault(place, []).append(phrase)


def places(doc: Doc, predicate: Predicate, negated: bool) -> Places:
    """The places around a verb or noun."""
    found = Places()
    bare = []
    for phrase in predicate.phrases:
        if phrase.kind == "date":
            if phrase.bracketed and predicate.form != NOUN and phrase.start < predicate.token.i:
                continue  # `академик (с 1847), родился …`
            if predicate.form != NOUN and (_dates_noun(phrase, predicate.clause.phrases) or told_at(doc, phrase) >= 0):
                continue
            found.dates.append(phrase)
        elif phrase.prep:
            if phrase.prep == "по" and phrase.kind == "quantity" and not _is_price(phrase, predicate):
                bare.append(phrase)
                continue
            for case in sorted(phrase.cases):
                found.put(f"{phrase.prep}+{case}", phrase)
        else:
            bare.append(phrase)
    if predicate.form == NOUN:
        for phrase in bare:
            if _said_by_copula(doc, predicate, phrase):
                continue
            apart = predicate.noun is not None and phrase.owner is None and _apart(doc, predicate.noun, phrase)
            owned = phrase.owner is not None and "Gen" in phrase.cases
            apart = apart or _lasts(phrase)
            found.put("apposition" if apart else "genitive" if owned else _oblique(phrase) or "genitive", phrase)
        return found
    _core(doc, predicate, bare, found, negated)
    opener = predicate.clause.opener
    if opener is not None and predicate.clause.kind == "relative" and opener.lower_ in {"куда", "откуда", "отколе"}:
        found.whither = predicate.clause.antecedent
    return found


def _said_by_copula(doc: Doc, predicate: Predicate, phrase: Phrase) -> bool:
    """Whether the phrase is what a copula says of the deed: `взнос князя был одним из самых весомых`."""
    copulas = [core for core in predicate.clause.cores if core.lemma_.lower() in wordlist("copulas")]
    between = any(predicate.token.i < core.i < phrase.start for core in copulas)
    return between and phrase.kind not in {"quantity", "date"}


def _dates_noun(date: Phrase, around: list[Phrase]) -> bool:
    """Whether the date says when that was from which the clause counts: `после пожара 1864 года`."""
    before = next((p for p in around if p.end == date.first and p.mention is None), None)
    return before is not None and not date.prep and before.prep in {"после", "до", "перед"}


def _is_price(phrase: Phrase, predicate: Predicate) -> bool:
    """`по рублю за пуд` beside what is sold; else `по` shares out: `выдал по два рубля`."""
    return any(variant.frame == "trade" for variant in by_lemma("verbs").get(predicate.lemma, ()))


def _amounts(predicate: Predicate, objects: list[Phrase]) -> bool:
    """Whether the objects only say how much of a genitive there was: `зерновых намолочено 19 тыс. центнеров`."""
    frames = {variant.frame for variant in by_lemma("verbs").get(predicate.lemma, ())}
    bare = all(
        p.kind == "quantity" and p.mention is not None and not (p.mention._.value or {}).get("item") for p in objects
    )
    return bool(frames & {"supply", "produce", "trade"}) and bare


def _is_share(doc: Doc, phrase: Phrase) -> bool:
    """Whether the form in `-у` is a genitive of part of a thing: `похитил товару`."""
    thing = phrase.kind == "" and "Dat" in phrase.cases and not phrase.prep and not is_actor(doc, phrase)
    return thing and doc[phrase.head].lower_.endswith(("у", "ю")) and bool(lemmas(doc, phrase) & word_class("goods"))


def _shares(predicate: Predicate) -> bool:
    """Whether an impersonal passive gives, makes or sells part of a thing."""
    frames = {variant.frame for variant in by_lemma("verbs").get(predicate.lemma, ())}
    return one(predicate.token, "Gender") == "Neut" and bool(frames & {"supply", "produce", "trade"})


def _said_of(doc: Doc, phrase: Phrase, thing: int, bare: list[Phrase]) -> bool:
    """Whether a figure measures the thing before it: `рощу, 42 десятины`; not `и с ними рати десять тысяч`."""
    before = doc[max(phrase.first - 1, 0)]
    return phrase.kind == "quantity" and not phrase.listed and phrase.start > thing and before.pos_ != "PRON"


def _told(doc: Doc, predicate: Predicate, bare: list[Phrase]) -> Phrase | None:
    """Who is to do what a decree's infinitive says: `Наркомпроду выдать шахтёрам муки`, `выплавлять ему чугуна`."""
    datives = [
        p
        for p in bare
        if "Dat" in p.cases
        and (p.tagged in {"Dat", ""} or (p.kind in NAMES and p.cases <= {"Dat", "Acc"}))
        and (is_actor(doc, p) or p.pronoun)
    ]
    if not datives:
        return None
    takes = any(v.role("dative", frozenset({"actor"})) for v in by_lemma("verbs").get(predicate.lemma, ()))
    before = datives[0].start < predicate.token.i
    gives = any(variant.frame in {"supply", "award"} for variant in by_lemma("verbs").get(predicate.lemma, ()))
    if gives and len(datives) == 1 and is_animate(doc, datives[0]):
        return None  # `сестре её Фёкле отпустить муки`
    return datives[0] if (before or not takes) else None


def _apart(doc: Doc, noun: Phrase, phrase: Phrase) -> bool:
    """Whether a mark stands between a noun of a deed and the phrase, or the phrase has a case of its own."""
    between = doc[min(noun.end, phrase.end) : max(noun.first, phrase.first)]
    return ("Gen" not in phrase.cases and not phrase.cases & {"Ins", "Dat"}) or any(
        token.text in ",:;—–()" for token in between
    )


def _core(doc: Doc, predicate: Predicate, bare: list[Phrase], found: Places, negated: bool) -> None:
    subject = None
    gapped: list[Phrase] = []
    if predicate.form not in {INFINITIVE, GERUND, PARTICIPLE} or predicate.compound_future:
        gapped = gap_subjects(doc, predicate.token.i, bare)
        bare = [phrase for phrase in bare if phrase not in gapped]
        subject = nominative(doc, predicate, bare)
    elif predicate.form == INFINITIVE and predicate.governor is None and predicate.by_noun is None:
        subject = _told(doc, predicate, bare)
    if predicate.lemma in _BEING:
        for phrase in bare:
            if phrase.start < predicate.token.i and "Gen" in phrase.cases and phrase.kind != "quantity":
                found.put("fronted", phrase)
    direct = [phrase for phrase in bare if phrase is not subject and not (phrase.bracketed and phrase.kind in NAMES)]
    objects = [] if predicate.passive else _objects(doc, predicate, direct, negated)
    giving = any(v.role("dative", frozenset({"actor"})) for v in by_lemma("verbs").get(predicate.lemma, ()))
    shares = [phrase for phrase in direct if phrase.prep == "по"]
    partitive = [
        p
        for p in direct
        if (p.cases <= {"Gen", "Loc"} or p.tagged == "Gen") and not p.prep and p.kind == "" and not is_animate(doc, p)
    ]
    shared_out = bool(shares) and not predicate.passive
    if partitive and (shared_out or (objects and _amounts(predicate, objects))):
        objects = partitive
    received: list[Phrase] = []
    if len(objects) > 1:
        receiving = [
            phrase for phrase in objects if phrase.kind in NAMES and "Dat" in phrase.cases and len(phrase.cases) < 5
        ]
        received = _given_to(doc, predicate, objects)
        receiving += received
        objects = [phrase for phrase in objects if phrase not in receiving] or objects
    rates = [p for p in objects if p.prep == "по" and p.measures == "money"]
    if rates and any(p.prep != "по" and p.measures != "money" for p in objects):
        direct = [p for p in direct if p not in rates]  # `поставил муки 40 пудов по 2 рубля за пуд`
        objects = [p for p in objects if p not in rates]
        for phrase in rates:
            found.put("apposition", phrase)
    if not objects and not predicate.passive and not giving:
        objects = [p for p in direct if _is_share(doc, p)]
    things = [phrase.start for phrase in objects if phrase.kind != "quantity" and not phrase.quoted]
    if things:
        objects = [phrase for phrase in objects if not _said_of(doc, phrase, things[0], bare)]
    for phrase in direct:
        if (
            giving
            and phrase not in objects
            and phrase.kind in NAMES
            and phrase.cases >= {"Dat", "Gen"}
            and len(phrase.cases) < 5
        ) or phrase in received:
            found.put("dative", phrase)
        elif phrase in objects:
            wanting = _lacks(predicate) and _is_lacked(doc, predicate, phrase)
            if not wanting or phrase.kind == "quantity":
                found.put("object", phrase)
            if phrase.cases & {"Gen"} and ("Acc" not in phrase.cases or phrase.kind == "quantity" or wanting):
                found.put("genitive", phrase)
        elif (
            predicate.passive
            and phrase.tagged != "Ins"
            and "Ins" not in phrase.cases
            and phrase.kind == "quantity"
            and subject is None
        ):
            subject = phrase
        else:
            found.put(_oblique(phrase, predicate.passive, giving) or "apposition", phrase)
    head = predicate.head
    if head is not None:
        subject = head
    if predicate.passive and subject is None and partitive and _shares(predicate):
        found.put("object", partitive[0])  # `куплено льна на 20 тысяч рублей`
    found.subject = subject
    if subject is not None:
        found.put("object" if predicate.passive else "subject", subject)
        for phrase in gapped:
            found.put("object" if predicate.passive else "subject", phrase)
    attributes = any(
        variant.role("instrumental", frozenset()) == "attribute"
        for variant in by_lemma("verbs").get(predicate.lemma, ())
    )
    if predicate.passive:
        for phrase in found.at.pop("instrumental", []):
            acts = (
                is_actor(doc, phrase)
                and phrase.kind != "quantity"
                and not _leaves_as(doc, predicate, phrase)
                and not (attributes and phrase.mention is None and _is_office(doc, predicate, phrase))
            )
            found.put("subject" if acts else "instrumental", phrase)
            if acts:
                found.put("instrumental", phrase)


def _given_to(doc: Doc, predicate: Predicate, objects: list[Phrase]) -> list[Phrase]:
    """Bodies of people in a form of the dative too, beside what they are given: `отпустил дивизии 40 пудов`."""
    if not any(v.role("dative", _ACTOR) == "recipient" for v in by_lemma("verbs").get(predicate.lemma, ())):
        return []
    things = [phrase for phrase in objects if not is_actor(doc, phrase)]
    return [p for p in objects if things and p.kind == "" and "Dat" in p.cases and is_actor(doc, p) and not p.pronoun]


def _leaves_as(doc: Doc, predicate: Predicate, phrase: Phrase) -> bool:
    """Whether the instrumental is the rank that one leaves the service with: `уволен от службы капитаном`."""
    left = any(p.prep and lemmas(doc, p) & word_class("leave") for p in predicate.phrases)
    frames = {variant.frame for variant in by_lemma("verbs").get(predicate.lemma, ())}
    return left and phrase.mention is None and "dismiss" in frames and is_title(doc, phrase)


def _is_office(doc: Doc, predicate: Predicate, phrase: Phrase) -> bool:
    """Whether the instrumental beside a passive is what one becomes: `назначен воеводой`; not `послан царём`."""
    if {variant.frame for variant in by_lemma("verbs").get(predicate.lemma, ())} & {"move"}:
        return bool(lemmas(doc, phrase) & word_class("postholder"))
    return is_title(doc, phrase)


def _oblique(phrase: Phrase, passive: bool = False, giving: bool = True) -> str:
    """The place of a phrase by its case; an indeclinable name, or `им` if no one is given, did a passive."""
    acts = len(phrase.cases) > 4 or (phrase.pronoun and phrase.tagged == "Dat" and not giving)
    first = "Ins" if passive and acts else phrase.tagged
    for case in (first, "Dat", "Ins", "Gen"):
        if case in phrase.cases and case in {"Dat", "Ins", "Gen"}:
            return _CASES[case]
    return ""


def _objects(doc: Doc, predicate: Predicate, direct: list[Phrase], negated: bool) -> list[Phrase]:
    """Accusatives; figures; genitives after `не` or a verb of asking, and people in the genitive's form."""
    if not is_transitive(predicate) and predicate.form != PARTICIPLE:
        return [phrase for phrase in direct if phrase.kind == "quantity" and "Acc" in phrase.cases]
    direct = [phrase for phrase in direct if not _lasts(phrase)]
    frames = {variant.frame for variant in by_lemma("verbs").get(predicate.lemma, ())}
    certain = [phrase for phrase in direct if "Acc" in phrase.cases and _may_be_object(phrase)]
    if _lacks(predicate):
        certain = [p for p in certain if not _is_lacked(doc, predicate, p)]
    if certain:
        return certain
    if frames & {"supply", "trade"} and not negated:
        return [p for p in direct if p.cases <= {"Gen", "Loc"} and lemmas(doc, p) & word_class("goods")]
    if negated or frames & {"request"} or predicate.lemma == "достичь":
        return [phrase for phrase in direct if phrase.cases == {"Gen"} or phrase.tagged == "Gen"]
    return []


def _lacks(predicate: Predicate) -> bool:
    """Whether the verb takes a genitive beside its object: `лишил боярина дворянства`."""
    return any(
        v.role("genitive", frozenset()) in {"attribute", "destination"}
        for v in by_lemma("verbs").get(predicate.lemma, ())
    )


def _is_lacked(doc: Doc, predicate: Predicate, phrase: Phrase) -> bool:
    """Whether the genitive is what is taken away or reached, not whom it is taken from."""
    asked = {
        w for v in by_lemma("verbs")[predicate.lemma] for c in v.required if c.place == "genitive" for w in c.lemmas
    }
    named = "Gen" in phrase.cases and bool(lemmas(doc, phrase) & asked)
    return named or (phrase.tagged == "Gen" and not is_animate(doc, phrase))


def _lasts(phrase: Phrase) -> bool:
    return phrase.measures in {"duration", "age"}


def _may_be_object(phrase: Phrase) -> bool:
    if phrase.pronoun and phrase.cases == {"Nom"}:
        return False
    return phrase.tagged not in {"Dat", "Ins", "Loc"} or phrase.kind == "quantity" or phrase.cases == {"Acc"}
