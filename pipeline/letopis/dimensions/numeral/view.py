"""The document as the numeral rules see it: its words without blanks, folded once."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from letopis.dimensions.numeral.lexicon import fold
from letopis.dimensions.numeral.slavonic import THOUSAND, TITLO

BREAK = "\n"
_NOTE_MARKS = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹①②③④⑤⑥⑦⑧⑨⑩")


def is_note_mark(token: Token) -> bool:
    """Whether a token is the raised or circled mark of a footnote at the figure before it: `1812¹ г.`."""
    if token.i == 0 or not _NOTE_MARKS.issuperset(token.text):
        return False
    before = token.nbor(-1)
    return not before.whitespace_ and before.text[-1:].isdecimal()


def _undotted(text: str) -> str:
    """`тыс.` as `тыс`: other tokenizers keep an abbreviation's full stop."""
    return text[:-1] if len(text) > 2 and text[-1] == "." and text[:-1].isalpha() else text


class View:
    """The tokens of a document without mere blanks and marks of footnotes.

    A line break stays, as a token no rule knows.

    `texts` and `forms` (folded) are parallel; `joined[i]` says that nothing stands between word `i` and the next.
    """

    def __init__(self, doc: Doc) -> None:
        kept = [token for token in doc if not (token.is_space and BREAK not in token.text) and not is_note_mark(token)]
        self.tokens: list[Token] = kept
        self.texts = [BREAK if token.is_space else token.text for token in kept]
        self.has_titlo = TITLO in doc.text or THOUSAND in doc.text
        self.forms = [fold(_undotted(text)) for text in self.texts]
        self.joined = [
            not token.whitespace_ and after is not None and after.i == token.i + 1
            for token, after in zip(kept, [*kept[1:], None], strict=False)
        ]

    def __len__(self) -> int:
        return len(self.texts)

    def form(self, at: int) -> str:
        """The folded form of word `at`, empty outside the text."""
        return self.forms[at] if 0 <= at < len(self.forms) else ""

    def text(self, at: int) -> str:
        """Word `at` as written, empty outside the text."""
        return self.texts[at] if 0 <= at < len(self.texts) else ""

    def joins(self, at: int) -> bool:
        """Whether word `at` and the next are written together."""
        return 0 <= at < len(self.joined) and self.joined[at]
