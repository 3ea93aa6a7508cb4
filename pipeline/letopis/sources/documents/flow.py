"""Text out of a tree of elements, by what each element's name means for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from letopis.sources.documents.blocks import BREAK, Blocks
from letopis.sources.documents.markup import local


@dataclass(frozen=True)
class Flow:
    """What elements mean, by their names.

    `blocks` begin and end a paragraph, `lines` end a line, `breaks` are a line break, `skipped` are left out with
    all in them, `notes` go to the end. Only text that stands directly in `spoken` elements counts, or all where
    that is empty. `sign` gives the text that an element stands for (a tab, some spaces) and `leave` whether a given
    element is left out. `begins` and `ends` give the mark that is put before and after what an element holds.
    """

    blocks: frozenset[str] = frozenset()
    lines: frozenset[str] = frozenset()
    breaks: frozenset[str] = frozenset()
    skipped: frozenset[str] = frozenset()
    notes: frozenset[str] = frozenset()
    spoken: frozenset[str] = frozenset()
    sign: Callable[[Any], str | None] = lambda element: None
    leave: Callable[[Any], bool] = lambda element: False
    begins: Callable[[Any], Any] = lambda element: None
    ends: Callable[[Any], Any] = lambda element: None

    def text(self, root: Any) -> str:
        """The text of `root` and all in it."""
        blocks = Blocks()
        self.gather(root, blocks)
        return blocks.text()

    def gather(self, root: Any, blocks: Blocks) -> None:
        """Add the text of `root` to `blocks`; a stack takes the place of recursion, for trees of any depth."""
        stack: list[tuple[Any, bool]] = [(root, False)]
        while stack:
            element, done = stack.pop()
            name = local(element)
            if done:
                if (mark := self.ends(element)) is not None:
                    blocks.mark(mark)
                self._end(name, blocks)
                if element is not root:
                    self._say(element.getparent(), element.tail, blocks)
                continue
            if not name or name in self.skipped or self.leave(element):
                if element is not root:
                    self._say(element.getparent(), element.tail, blocks)
                continue
            if name in self.notes and element is not root:
                inner = Blocks()
                self.gather(element, inner)
                blocks.note(inner)
                self._say(element.getparent(), element.tail, blocks)
                continue
            if name in self.blocks:
                blocks.close()
            stack.append((element, True))
            if (mark := self.begins(element)) is not None:
                blocks.mark(mark)
            if (sign := self.sign(element)) is not None:
                blocks.add(sign)
                continue
            self._say(element, element.text, blocks)
            stack.extend((child, False) for child in reversed(element))

    def _say(self, element: Any, text: str | None, blocks: Blocks) -> None:
        if text and (not self.spoken or local(element) in self.spoken):
            blocks.add(text)

    def _end(self, name: str, blocks: Blocks) -> None:
        if name in self.blocks:
            blocks.close()
        elif name in self.lines or name in self.breaks:
            blocks.add(BREAK)
