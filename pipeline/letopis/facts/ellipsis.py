"""Verbs whose object is left out: said with the verb before, or told in the text before."""

from __future__ import annotations

from spacy.tokens import Doc

from letopis.entities.reference import antecedent
from letopis.facts import roles, sharing
from letopis.facts.content import Content
from letopis.facts.fact import Fact
from letopis.facts.frames import sole_frame
from letopis.facts.government import FINITE, GERUND, INFINITIVE, SHORT, Predicate
from letopis.facts.matching import is_animate
from letopis.facts.phrases import Phrase
from letopis.facts.places import Places
from letopis.facts.roles import Draft

PLAIN = frozenset(
    {
        "supply", "agreement", "abrogate", "capture", "move", "appoint", "dismiss", "found", "dissolve", "build",
        "produce", "trade", "birth", "death", "repress", "award", "discover",
    }
)  # fmt: skip
"""Frames that a verb of no other meaning evokes though what they need is left unsaid: `упразднено в 1862 году`."""
_DEALINGS = (
    frozenset({"attack", "capture", "casualties", "lose", "move"}),
    frozenset({"trade", "supply", "request", "produce"}),
)
"""Frames of war and of trade: what a text has just told of tells what `взяли` and `не дали` mean."""
_TOLD = 3
"""Facts back that an unsaid object may come from."""


class Ellipsis:
    """Reads such verbs of one document; `facts` are those told so far."""

    def __init__(self, doc: Doc, facts: list[Fact]) -> None:
        self.doc = doc
        self.facts = facts

    def read(
        self, predicate: Predicate, found: Places, said: Content | None, drafts: list[tuple[Draft, Predicate]]
    ) -> Draft | None:
        """A verb whose object was said with the verb before: `арестовали Радищева и сослали`; `дать, да не дал`."""
        if predicate.form == SHORT and predicate.passive and found.subject is None and predicate.lemma != "дать":
            made = roles.draft(self.doc, predicate, found, said, elliptic=True)
            left = made is not None and made.variant.frame == "lose" and not sole_frame(predicate.lemma)
            return None if left else made  # `оставлен при кафедре`
        if predicate.form not in {FINITE, INFINITIVE, GERUND} or predicate.passive:
            return None
        if not all(self._means_thing(phrase) for phrase in found.at.get("object", [])):
            return None
        if "object" in found.at or predicate.form == GERUND:
            return self._unsaid(predicate, found, said, drafts)
        return self._after_object(predicate, found, said, drafts) or self._unsaid(predicate, found, said, drafts)

    def _means_thing(self, phrase: Phrase) -> bool:
        """Whether the object is a pronoun of a thing named before, or of nothing: `взять её`, `не дали ничего`."""
        word = self.doc[phrase.head]
        if not phrase.pronoun or word.lemma_.lower() == "ничто":
            return phrase.pronoun
        if phrase.stands is not None:
            return not is_animate(self.doc, phrase.stands)
        meant = antecedent(self.doc, word) if word.lemma_.lower() in {"он", "она", "оно", "они"} else None
        return meant is not None and meant.label_ != "person"

    def _unsaid(
        self, predicate: Predicate, found: Places, said: Content | None, drafts: list[tuple[Draft, Predicate]]
    ) -> Draft | None:
        """A verb whose object the text before says: `просил подвод, но не дали`; `денег не возвратили`."""
        if said is not None or "content" in found.at:
            return None
        told = {draft.variant.frame for draft, _ in drafts} | {fact.frame for fact in self.facts[-_TOLD:]}
        made = roles.draft(self.doc, predicate, found, None, elliptic=True)
        if made is None or made.variant.frame not in PLAIN:
            return None
        if sharing.object_role(made) in made.roles and not any(p.pronoun for p in found.at.get("object", [])):
            return None
        dealt = any(made.variant.frame in group and group & told for group in _DEALINGS)
        return made if sole_frame(predicate.lemma) or dealt else None

    def _after_object(
        self, predicate: Predicate, found: Places, said: Content | None, drafts: list[tuple[Draft, Predicate]]
    ) -> Draft | None:
        """A verb coordinated with another that has the object of both: `арестовали Радищева и сослали`."""
        if not drafts:
            return None
        if predicate.clause.conjunction or predicate.form == INFINITIVE:
            made = roles.draft(self.doc, predicate, found, said, elliptic=True)
            before = drafts[-1][0]
            if (
                made is not None
                and sharing.object_role(made) == sharing.object_role(before)
                and before.roles.get(sharing.object_role(before))
            ):
                return made
        return roles.echo(predicate, found, [draft for draft, _ in drafts])
