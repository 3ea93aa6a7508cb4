"""Ranks, offices and occupations said of a named person: before the name, after it in apposition, by a copula."""

from __future__ import annotations

from itertools import pairwise

from spacy.tokens import Doc, Token

from letopis.dimensions.mention import key
from letopis.dimensions.seen import is_people
from letopis.facts.births import told_at
from letopis.facts.clauses import Clause
from letopis.facts.fact import Fact, Filler
from letopis.facts.fillers import fillers, span
from letopis.facts.matching import lemma
from letopis.facts.phrases import Phrase
from letopis.facts.readings import one, reading
from letopis.facts.words import is_title_participle, wordlist
from letopis.language.morphology import analyses

_COPULAS = frozenset(
    {
        "быть",
        "стать",
        "являться",
        "состоять",
        "служить",
        "числиться",
        "сделаться",
        "оказаться",
        "остаться",
        "становиться",
        "бывать",
        "работать",
        "трудиться",
        "прослужить",
        "проработать",
        "пробыть",
    }
)


_HE = frozenset({"я", "он", "она"})


def is_title_word(word: Token, modified: bool) -> bool:
    """Whether the noun names a rank, office or occupation; a noble title only with a word that makes it an office."""
    name = lemma(word)
    if name in wordlist("not_titles") or is_people(word.doc, word.i):
        return False
    if name in wordlist("noble"):
        return modified
    if name in wordlist("title_adjectives") or is_title_participle(word) or word.lower_ in wordlist("title_adjectives"):
        return True
    common = word.pos_ == "NOUN" or (word.pos_ == "PROPN" and any(found.pos == "NOUN" for found in analyses(word.text)))
    return common and reading(word).animate


def positions(doc: Doc, phrases: list[Phrase], clauses: list[Clause], subject: list[Filler]) -> list[Fact]:
    """The `position` facts of a sentence; `subject` is whom a sentence without a subject is said of."""
    found: list[Fact] = []
    for at, phrase in enumerate(phrases):
        if phrase.kind == "person":
            found.extend(_before(doc, phrase))
            found.extend(_after(doc, phrase, phrases[at + 1 : at + 12]))
            found.extend(_leading(doc, phrase, phrases[max(0, at - 4) : at]))
    for clause in clauses:
        found.extend(_copular(doc, clause, subject))
    found.extend(_dated(doc, phrases, subject))
    once = {(fact.start, str(fact.roles["patient"])): fact for fact in sorted(found, key=lambda fact: len(fact.roles))}
    return [fact for fact in once.values() if not _courtesy(doc, fact.roles["attribute"][0])]


def _courtesy(doc: Doc, title: Filler) -> bool:
    """`Милостивый государь мой`: a letter's address."""
    end = title.end or 0
    words = {lemma(token) for token in doc[title.start or 0 : end]}
    words |= {lemma(token) for token in doc[end : end + 1] if token.lower_ in {"мой", "моя", "наш", "наша"}}
    address = {"милостивый", "покорный", "покорнейший", "послушный", "преданный", "любезный", "дорогой"}
    address |= {"светлейший", "сиятельнейший", "сиятельный", "милый"}
    return bool(words & address) or ("государь" in words and bool(words & {"мой", "наш"}))


def _fact(doc: Doc, head: int, start: int, end: int, patients: list[Filler], dates: list[Phrase]) -> Fact:
    roles = {"patient": patients, "attribute": [Filler(None, start, end)]}
    if dates:
        roles["time"] = [Filler(key(date.mention)) for date in dates if date.mention is not None]
    return Fact("position", head, head + 1, lemma(doc[head]), roles)


def _patients(phrase: Phrase, plural: bool) -> list[Filler]:
    members = phrase.members() if plural else [phrase]
    return [Filler(key(member.mention)) for member in members if member.kind == "person" and member.mention is not None]


def _plural(word: Token) -> bool:
    return one(word, "Number") == "Plur"


def _before(doc: Doc, phrase: Phrase) -> list[Fact]:
    """`посол РСФСР в Персии Ломов`, `портному Крамеру`."""
    mention = phrase.mention
    assert mention is not None
    if phrase.title is not None:
        start, end, head = phrase.title
        also: list[Fact] = []
        while end > start + 1 and doc[end - 1].text in ".,":
            end -= 1
        if phrase.second_title is not None and is_title_word(doc[phrase.second_title[2]], False):
            first, last, noun = phrase.second_title
            also = [_fact(doc, noun, first, last, _patients(phrase, False), [])]
        if is_title_word(doc[head], end - start > 1):
            also.append(_fact(doc, head, start, end, _patients(phrase, _plural(doc[head])), []))
        return also
    if mention.start - 1 >= phrase.start and lemma(doc[mention.start - 1]) in wordlist("title_adjectives"):
        head = mention.start - 1
        return [_fact(doc, head, phrase.start, mention.start, _patients(phrase, False), [])]
    return []


def _after(doc: Doc, person: Phrase, following: list[Phrase]) -> list[Fact]:
    """`Врангель, русский мореплаватель, адмирал (1856)`: nouns in apposition after commas or a dash."""
    found: list[Fact] = []
    end = person.end
    left: Phrase | None = None
    native: Phrase | None = None
    cases = person.cases
    for at, phrase in enumerate(following):
        if (phrase.owner is not None and phrase.first < end) or (phrase.bracketed and not found):
            continue
        born = told_at(doc, phrase)
        if born >= 0 or lemma(doc[phrase.head]) in {"уроженец", "уроженка"}:
            end = max(born + 1, phrase.reach())  # `…, 1889 года рождения, уроженец Витебска, инженер`
            left = native = phrase
            continue
        if native is not None and phrase.kind == "place" and native is left:
            end = phrase.reach()
            continue
        between = _outside_brackets(doc, end, phrase.first)
        fits = phrase.mention is None and not phrase.prep and not phrase.pronoun and phrase.cases & cases
        marks = between and set(between) <= {",", "—", "–", "-", "и"} and between != ["и"] and "и" not in between[:1]
        if not found and between[:1] == ["и"]:
            break
        if marks and fits and is_title_word(doc[phrase.head], phrase.end - phrase.start > 1 or bool(phrase.owned)):
            left = phrase
            stop = _complements(doc, phrase, following[at + 1 :])
            dates = [p for p in following[at + 1 : at + 3] if p.kind == "date" and p.bracketed and p.start - stop <= 1]
            found.append(_fact(doc, phrase.head, phrase.start, stop, _patients(person, False), dates))
            for also in phrase.listed:
                joined = doc[also.first - 1].lower_ in {"и", "да"}
                if joined and also.mention is None and is_title_word(doc[also.head], also.end - also.start > 1):
                    found.append(_fact(doc, also.head, also.start, span(also)[1], _patients(person, False), []))
                    stop = max(stop, span(also)[1])
            end = max(stop, dates[-1].end + 1 if dates else 0)
            continue
        if left is not None and phrase.start < end:
            continue
        break
    return found


def _outside_brackets(doc: Doc, start: int, end: int) -> list[str]:
    """The words of `start:end`, without what stands in brackets."""
    found: list[str] = []
    depth = 0
    for token in doc[start:end]:
        depth += token.text == "("
        if not depth and not token.is_space:
            found.append(token.text)
        depth -= token.text == ")" and depth > 0
    return found


def _complements(doc: Doc, title: Phrase, following: list[Phrase]) -> int:
    """The end of a title with its complements: `управляющий Морским министерством`, `посол в Турции`."""
    end = span(title)[1]
    for phrase in following:
        if phrase.first != end or (phrase.kind in {"date", "quantity", "person"} and phrase.owner is None):
            if phrase.start < end:
                continue
            break
        governed = phrase.cases & {"Ins"} and not phrase.prep and phrase.cases <= {"Ins", "Dat"}
        if (
            governed
            or phrase.owner is not None
            or (phrase.prep in {"в", "при", "на"} and phrase.cases & {"Loc"})
            or phrase.prep in {"по"}
        ):
            end = phrase.reach()
        else:
            break
    return end


def _leading(doc: Doc, person: Phrase, before: list[Phrase]) -> list[Fact]:
    """`воевод своих, князя Глеба да Романа`: a title, a comma, then the names."""
    if not before or (person.listed_after is not None and person.listed_after.kind == "person"):
        return []
    for phrase in reversed(before):
        if phrase.owner is not None:
            continue
        between = [token.text for token in doc[phrase.reach() : person.first] if not token.is_space]
        if (
            between not in ([","], [":"], ["—"], ["–"])
            or phrase.mention is not None
            or phrase.pronoun
            or phrase.prep.startswith("по ")
        ):
            return []
        if not phrase.cases & person.cases or not is_title_word(doc[phrase.head], phrase.end - phrase.start > 1):
            return []
        members = [
            p for p in (phrase.members() if person.listed_after is phrase else person.members()) if p.kind == "person"
        ]
        if _plural(doc[phrase.head]) != (len(members) > 1):
            return []
        patients = [Filler(key(p.mention)) for p in members if p.mention is not None]
        return [_fact(doc, phrase.head, phrase.start, span(phrase)[1], patients, [])]
    return []


def _copular(doc: Doc, clause: Clause, subject: list[Filler]) -> list[Fact]:
    """`Иванов был губернатором`, `с 1819 он состоял послом`, `в 1855 управляющий министерством`."""
    cores = [core for core in clause.cores if core.pos_ != "AUX" or len(clause.cores) == 1]
    if len(cores) > 1 or (cores and lemma(cores[0]) not in _COPULAS):
        return []
    free = [p for p in clause.phrases if "Nom" in p.cases and not p.prep and p.owner is None]
    persons = [p for p in free if p.kind == "person"]
    named = _patients(persons[0], True) if persons else []
    if cores and not named:
        told = next((fillers(doc, p, clause) for p in free if p.pronoun and lemma(doc[p.head]) in _HE), [])
        named = [filler for filler in told if filler.mention is not None and filler.mention[0] == "person"]
    dates = [p for p in clause.phrases if p.kind == "date"]
    for at, phrase in enumerate(clause.phrases):
        if (
            phrase.mention is not None
            or phrase.pronoun
            or phrase.prep
            or phrase.owner is not None
            or phrase.listed_after is not None
        ):
            continue
        wanted = {"Ins", "Nom"} if cores else {"Nom"}
        if (
            not phrase.cases & wanted
            or phrase.tagged in {"Acc", "Gen", "Dat", "Loc"}
            or not is_title_word(doc[phrase.head], True)
        ):
            continue
        if persons and _apposed(doc, persons[0], phrase):
            continue
        dashed = doc[max(phrase.first - 1, 0)].text in "—–" and phrase.first > clause.start
        dated = bool(dates) and clause.phrases[0].kind == "date" and phrase.start <= clause.start + 8
        dated = dated or (not cores and phrase is clause.phrases[0] and _is_entry(doc, clause, phrase))
        if not cores and (named or not (dated or dashed)):
            continue
        patients = named or (subject if not cores or phrase.tagged == "Ins" else [])
        if patients:
            return [
                _fact(
                    doc, phrase.head, phrase.start, _complements(doc, phrase, clause.phrases[at + 1 :]), patients, dates
                )
            ]
    return []


def _is_entry(doc: Doc, clause: Clause, phrase: Phrase) -> bool:
    """Whether a sentence without a verb tells what the one before was of: `Член партии с 1919 г.`"""
    start = doc[clause.start].sent.start
    first = next((i for i in range(start, clause.start + 1) if not (doc[i].is_space or doc[i].is_punct)), start)
    more = phrase.reach() - phrase.start > 1 or len(clause.phrases) > 1
    return phrase.start == first and phrase.tagged == "Nom" and not _plural(doc[phrase.head]) and more


def follows_date(doc: Doc, date: Phrase, phrase: Phrase) -> bool:
    """Whether an office in the nominative stands right after `с` and a year: `с 1888 приват-доцент`, no verb behind."""
    since = date.prep == "с" or (date.mention is not None and date.mention[0].lower_ == "с")
    if date.kind != "date" or not since or phrase.mention is not None or phrase.prep or phrase.pronoun:
        return False
    if "Nom" not in phrase.cases or phrase.tagged not in {"Nom", ""} or not is_title_word(doc[phrase.head], True):
        return False
    between = [token.text for token in doc[date.end : phrase.first] if not token.is_space]
    if not set(between) <= {"—", "–", "-", "г", ".", "года"}:
        return False
    for token in doc[phrase.reach() : phrase.reach() + 12]:
        if token.text in {",", ";", ".", "(", ")", "…"} or token.is_sent_start:
            return True
        if token.pos_ in {"VERB", "AUX"}:
            return False
    return True


def _dated(doc: Doc, phrases: list[Phrase], subject: list[Filler]) -> list[Fact]:
    """Offices told by their years in an entry; of whom its sentence names first, else of `subject`."""
    first = phrases[0] if phrases else None
    named = _patients(first, False) if first is not None and first.kind == "person" and "Nom" in first.cases else []
    found = []
    for at, (date, phrase) in enumerate(pairwise(phrases)):
        if follows_date(doc, date, phrase) and (named or subject):
            stop = _complements(doc, phrase, phrases[at + 2 :])
            found.append(_fact(doc, phrase.head, phrase.start, stop, named or subject, [date]))
    return found


def _apposed(doc: Doc, person: Phrase, phrase: Phrase) -> bool:
    between = doc[min(person.end, phrase.reach()) : max(person.first, phrase.first)]
    return phrase.tagged != "Ins" and len(between) <= 3 and any(token.text in ",—-–" for token in between)
