import json

from letopis.records.json import dumps, loads
from letopis.records.models import Document
from letopis.records.tables import tables

REGIONS = [
    {"start": 0, "end": 9, "page": "7", "region": "r1", "line": "l1", "box": [5, 10, 190.5, 30], "unit": "pixel"},
    {"start": 10, "end": 17, "page": "8", "image": "8.jpg", "region": "r2"},
]


def document(**more):
    mention = {"kind": "person", "value": {}, "rule": "r"}
    record = {
        "id": "a",
        "source": "a.xml",
        "sha256": "",
        "text": "Иван Пет-\nров ушёл",
        "mentions": [
            {"id": "m1", "start": 0, "end": 13, "text": "Иван Пет-\nров", **mention},
            {"id": "m2", "start": 14, "end": 18, "text": "ушёл", **mention},
        ],
        "entities": [],
        "facts": [],
        **more,
    }
    return Document.model_validate(record)


def test_regions_are_written_only_where_there_are_any():
    assert "regions" not in json.loads(dumps(document()))
    assert json.loads(dumps(document(regions=REGIONS)))["regions"] == REGIONS
    assert loads(dumps(document(regions=REGIONS)), "x") == document(regions=REGIONS)


def test_tables_say_where_a_mention_stands():
    frame = tables([document(regions=REGIONS)])["mentions"]
    assert list(frame.page) == ["7; 8", "8"]
    assert list(frame.region) == ["l1; r2", "r2"]
    assert list(frame.box.fillna("")) == ["5 10 190.5 30", ""]


def test_tables_without_pages():
    assert tables([document()])["persons"].page.isna().all()
