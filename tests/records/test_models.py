"""The contract refuses what does not keep it."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from letopis.records.models import Document, Filler, QuantityValue


def document(**changes: object) -> dict[str, object]:
    whole: dict[str, object] = {
        "schema": "letopis/1",
        "id": "d",
        "source": None,
        "sha256": "0",
        "text": "39 тыс. винтовок",
        "mentions": [
            {
                "id": "m1",
                "kind": "quantity",
                "start": 0,
                "end": 16,
                "text": "39 тыс. винтовок",
                "normal": None,
                "value": {"type": "count", "low": 39000, "high": 39000, "bound": "exact", "item": "винтовка"},
                "entity": None,
                "rule": "r",
            }
        ],
        "entities": [],
        "facts": [],
    }
    return whole | changes


def test_value_takes_the_shape_of_its_kind() -> None:
    mention = Document.model_validate(document()).mentions[0]
    assert isinstance(mention.value, QuantityValue)
    assert (mention.value.low, mention.value.item) == (39000, "винтовка")


@pytest.mark.parametrize(
    "change",
    [
        {"text": "40 тыс. винтовок"},
        {"schema": "letopis/2"},
        {"unknown": 1},
    ],
    ids=["offsets do not slice back", "another schema", "unknown field"],
)
def test_document_refuses(change: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Document.model_validate(document(**change))


def test_quantity_refuses_bounds_out_of_order() -> None:
    with pytest.raises(ValidationError, match="above"):
        QuantityValue(type="count", low=2, high=1, bound="range")


@pytest.mark.parametrize("filler", [{}, {"mention": "m1", "start": 0, "end": 1, "text": "a"}])
def test_filler_is_a_mention_or_a_span_not_both(filler: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Filler.model_validate(filler)
