"""`frames.toml` is read whole, and what cannot be read is refused."""

from __future__ import annotations

from typing import Any

import pytest

from letopis.facts.fact import FRAMES, ROLES
from letopis.facts.frames import FrameError, _variants, by_lemma, frames, word_class

COMMON = {
    "supply": "поставить передать дать выплатить получить доставить предоставить выдать",
    "request": "просить требовать ходатайствовать",
    "communicate": "писать сообщить донести заявить известить уведомить",
    "order": "приказать велеть распорядиться предписать постановить",
    "agreement": "подписать заключить ратифицировать",
    "abrogate": "отменить денонсировать расторгнуть",
    "attack": "напасть атаковать осадить штурмовать обстрелять",
    "capture": "взять занять захватить аннексировать овладеть",
    "lose": "утратить потерять уступить сдать",
    "casualties": "убить ранить погибнуть потерять",
    "move": "прибыть отправиться выступить отступить послать вернуться",
    "appoint": "назначить избрать произвести",
    "dismiss": "уволить свергнуть отстранить отречься",
    "found": "основать создать созвать учредить",
    "dissolve": "запретить упразднить распустить",
    "build": "построить заложить восстановить соорудить",
    "produce": "изготовить добыть собрать выплавить",
    "trade": "купить продать ввезти вывезти",
    "birth": "родиться",
    "death": "умереть скончаться преставиться",
    "author": "написать издать опубликовать",
    "repress": "арестовать казнить сослать репрессировать",
    "award": "наградить пожаловать",
    "discover": "открыть обнаружить",
    "state_of": "насчитывать составлять иметь",
}


def test_frames_are_those_of_the_contract() -> None:
    assert {variant.frame for variant in frames()} == FRAMES - {"other", "position"}


def test_frames_fill_known_roles_only() -> None:
    roles = {role for variant in frames() for by_kind in variant.roles.values() for role in by_kind.values()}
    assert roles - {""} <= ROLES


@pytest.mark.parametrize(("frame", "verb"), [(f, verb) for f, verbs in COMMON.items() for verb in verbs.split()])
def test_frames_know_their_common_verbs(frame: str, verb: str) -> None:
    assert frame in {variant.frame for variant in by_lemma("verbs")[verb]}


def test_frames_with_more_conditions_come_first() -> None:
    counts = [len(variant.required) for variant in frames()]
    assert counts == sorted(counts, reverse=True)


@pytest.mark.parametrize(
    "frame",
    [
        {"roles": {"nowhere": "agent"}, "needs": [], "variants": [{}]},
        {"roles": {"subject": "hero"}, "needs": [], "variants": [{}]},
        {"roles": {"subject:ghost": "agent"}, "needs": [], "variants": [{}]},
        {"roles": {}, "needs": [], "variants": [{"verb": "дать"}]},
        {"roles": {}, "needs": [], "variants": [{"with": {"object": "@nothing"}}]},
    ],
)
def test_frames_refuse_what_they_cannot_read(frame: dict[str, Any]) -> None:
    with pytest.raises(FrameError):
        list(_variants("supply", frame, {}))


def test_frames_refuse_an_unknown_frame() -> None:
    with pytest.raises(FrameError):
        list(_variants("dream", {"roles": {}, "needs": [], "variants": [{}]}, {}))


def test_frames_classes_hold_lemmas() -> None:
    assert {"договор", "мир", "союз"} <= word_class("treaty")
