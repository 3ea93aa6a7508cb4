"""The names models by what a user calls them."""

from __future__ import annotations

from enum import StrEnum

from letopis.errors import ModelError


class Tier(StrEnum):
    """`fast` is slovnet's model, `accurate` the contextual one."""

    fast = "fast"
    accurate = "accurate"


def tier(model: str) -> Tier:
    """The tier of that name; raise `ModelError` where there is none."""
    try:
        return Tier(model)
    except ValueError:
        raise ModelError(f"there is no names model {model!r}: choose {' or '.join(Tier)}.") from None


DEFAULT = Tier.fast
