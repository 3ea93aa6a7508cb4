"""What a token can be in a person's name: the classes the rules are written over."""

from __future__ import annotations

import re
from functools import lru_cache

from spacy.tokens import Doc, Token

from letopis.dimensions import titles
from letopis.dimensions.evidence import is_place_noun
from letopis.dimensions.ordinary import is_courtesy
from letopis.dimensions.person.lexicon import lexicon, plain
from letopis.language.morphology import analyses
from letopis.language.proper import is_surname_of_noun, readings

_ROMAN = re.compile(r"(?:[IVX]|[IVXІХѴ]{2,6})(?:-(?:й|го|му|м|я|ой|ю|ый|ого))?$")
_ARTICLES = "[аэ](?:ль|л|д|з|н|р|с|т|ш)|у(?:ль|л|д|з|н|р|с|т|ш)|ибн|бен|бин|абу|умм"
"""The Arabic article with all its assimilations, and words of descent, joined to the name after them."""
_NAME = re.compile(
    rf"(?:[дДоОлЛ]['’]|(?:фон|фан|ван|де|дер|ден|ла|ле|цу|д)-(?:дер-|ден-|ла-)?|(?:{_ARTICLES})-)?"
    r"[А-ЯЁA-ZІѢѲѴ][\w'’]*(?:-[\w'’]+)*$"
)
_ARTICLED = re.compile(rf"(?:{_ARTICLES})-")
_SURELY = 0.99
_FUNCTION = frozenset({"PRON", "ADP", "CCONJ", "SCONJ", "PART", "DET", "NUM", "VERB", "ADV", "INTJ", "AUX"})

_AT_HEAD = frozenset('«"„“(—–-…[*')

Classes = frozenset[str]


def classify(doc: Doc) -> list[Classes]:
    """The classes of every token of `doc`."""
    return [_classes(token) for token in doc]


def _classes(token: Token) -> Classes:
    found = form_classes(token.text)
    if "capital" not in found:
        return found
    doc, at = token.doc, token.i
    if is_at_head(doc, at):
        found |= {"head", "doubtful"} if "common" in found else {"head"}
    following = doc[at + 1] if at + 1 < len(doc) else None
    feast = following is not None and following.lemma_ in lexicon().feasts
    if "possessive" in found and following is not None and (feast or is_place_noun(following.text)):
        return found | {"attribute"} if _agree(token.text, following.text) else found
    if "adjective" not in found or following is None or following.pos_ not in {"NOUN", "ADJ", "PROPN"}:
        return found
    if _may_govern(following) and _agree(token.text, following.text):
        return found | {"attribute"}
    return found


def is_at_head(doc: Doc, at: int) -> bool:
    """Whether the capital at `at` may be a sentence's, a quotation's or an item's."""
    first = at == 0 or bool(doc[at].is_sent_start) or doc[at - 1].text in _AT_HEAD
    return first and not _after_initial(doc, at)


def _after_initial(doc: Doc, at: int) -> bool:
    return at > 1 and doc[at - 1].text == "." and len(doc[at - 2].text) == 1 and doc[at - 2].text.isupper()


def _may_govern(token: Token) -> bool:
    """Whether the word can be the noun of an adjective before it: in lower case, a place's name, a common noun."""
    if token.lower_ in lexicon().descendants:
        return False
    found = form_classes(token.text)
    return token.text[:1].islower() or "place" in found or ("noun" in found and not found & {"given", "sur"})


@lru_cache(maxsize=1 << 15)
def _agree(adjective: str, noun: str) -> bool:
    """Whether two forms share case and number, and gender in the singular."""
    mine = {(one.case, one.number, one.gender) for one in readings(adjective) if one.type in {"Adj", "Sur"}}
    for one in analyses(noun):
        case, number = one.feats.get("Case"), one.feats.get("Number", "Sing")
        if any(c == case and n == number and (n == "Plur" or g == one.feats.get("Gender")) for c, n, g in mine):
            return True
    return False


@lru_cache(maxsize=1 << 15)
def form_classes(form: str) -> Classes:
    """The classes a word form has anywhere."""
    found: set[str] = set()
    low = plain(form)
    words = lexicon()
    if form == ".":
        return frozenset({"dot"})
    if form == ",":
        return frozenset({"comma"})
    if form in {"-", "–"}:
        return frozenset({"hyphen"})
    if form == "'" or form == "’":
        return frozenset({"apostrophe"})
    if form.islower() and (low in words.descendants or _is_descendant(low)):
        found.add("son")
    if low in words.particles and (form.islower() or low not in words.ambiguous_particles):
        found.add("particle" if low not in words.ambiguous_particles else "weak-particle")
    if low in words.descent:
        found.add("descent")
    if low in words.emphatic:
        found.add("emphatic")
    if _eastern(low):
        found.add("eastern")
    if _ROMAN.match(form):
        found.add("roman")
    if not _NAME.match(form):
        return frozenset(found)
    if len(form) == 1:
        return frozenset(found | {"initial"} | ({"chinese"} if low in words.chinese_surnames else set()))
    if form in words.short_given:
        found.add("short")
    found.add("capital")
    if _ARTICLED.match(form):
        found.add("articled")
    if form in words.latin_given:
        return frozenset({"capital", "latin"})
    if titles.is_title(form):
        found.add("title")
    found |= _name_classes(form, low)
    if low in words.chinese_surnames:
        found.add("chinese")
    if words.chinese_given.fullmatch(low):
        found.add("syllabic")
    if "title" in found and not found & {"sur", "given"} and not is_surname_of_noun(form):
        found.add("titular")
        if any(one.pos == "NOUN" and plain(one.lemma) in words.trade_surnames for one in analyses(form.lower())):
            found.add("trade")
    return frozenset(found)


def _is_surely_given(form: str) -> bool:
    """Whether the form with its capital is next to never anything but a given name (`Маша`)."""
    found = analyses(form)
    given = [one.prob for one in found if one.pos == "PROPN" and one.feats.get("NameType") == "Giv"]
    return sum(given) > _SURELY


def _is_plural(form: str) -> bool:
    """Whether as a place's name the form is a plural alone (`Кологривов`, of Кологривы)."""
    return all(one.number == "Plur" for one in readings(form) if one.known and one.type == "Geo")


def _is_descendant(low: str) -> bool:
    return any(one.lemma in {"сын", "дочь"} and one.pos == "NOUN" for one in analyses(low)[:3])


def _eastern(low: str) -> bool:
    words = lexicon().eastern_titles
    return low in words or any(plain(one.lemma) in words and one.pos == "NOUN" for one in analyses(low)[:4])


def _name_classes(form: str, low: str) -> set[str]:
    found: set[str] = set()
    known = {
        one.type for one in readings(form) if one.known and (one.number == "Sing" or one.type not in {"Giv", "Pat"})
    }
    first = readings(form)[:1]
    found |= {
        {"Giv": "given", "Pat": "pat", "Sur": "sur", "Geo": "geo"}[kind]
        for kind in known & {"Giv", "Pat", "Sur", "Geo"}
    }
    if lexicon().patronymic.search(low) and not any(
        one.source == "dictionary" and one.pos != "PROPN" for one in analyses(form.lower())
    ):
        found.add("pat")
    noun = any(one.source == "dictionary" and one.pos == "NOUN" for one in analyses(form.lower()))
    if first and first[0].type == "Sur" and first[0].weight >= 3 and "Giv" not in known and not noun:
        found.add("sur")
    if noun:
        found.add("noun")
    if "Sur" in known and known <= {"Sur", "Giv", "Adj"} and not noun:
        found.add("only-surname")
    if not known & {"Giv", "Pat", "Sur", "Geo"}:
        found.add("unknown")
    if known and "Geo" in known and not known & {"Giv", "Pat", "Sur"} and not ("sur" in found and _is_plural(form)):
        found.add("place")
    if "Adj" in known or low.endswith(
        ("ский", "ская", "ского", "ской", "скому", "ским", "скую", "ском", "ские", "ских")
    ):
        found.add("adjective")
    common = [one for one in analyses(form.lower()) if one.source == "dictionary" and one.pos not in {"PROPN"}]
    if common and not _is_surely_given(form):
        found.add("common")
        nominal = any(one.pos in {"NOUN", "ADJ"} and "Case" in one.feats for one in common)
        if (common[0].pos in _FUNCTION or not nominal) and not known & {"Giv", "Sur"}:
            found.add("function")
    best = [one for one in readings(form) if one.type in {"Sur", "Com"}]
    if (
        best
        and all(one.number == "Plur" for one in best if one.weight > 0.85)
        and re.search(r"(?:ов|ев|ёв|ин|ын)(?:ы|ых|ым|ыми)$", low)
    ):
        found.add("family")
    if form.isupper() and len(form) > 1:
        found.add("upper")
    lemmas = {plain(one.lemma) for one in readings(form)} | {plain(one.lemma) for one in common}
    if lemmas & lexicon().byname_nouns or "Adj" in known:
        found.add("byname")
    if lemmas & lexicon().not_names or is_courtesy(form):
        found.add("sacred")
    if not known and re.search(r"(?:шк[оауи]|шк[ое]й|[лнтдс]ьк[оауи]|нк[оауи]|ец|йк[оауи])$", low):
        found.add("diminutive")
    if re.search(r"(?:ов|ев|ёв|ин|ын)(?:а|у|ым|е|ой|ы)?$", low):
        found.add("possessive")
    return found
