"""Phrases own phrases in a tree: a title after a possessive does not own the name that owns it."""

from __future__ import annotations

import pytest

import letopis


@pytest.mark.parametrize(
    "text",
    [
        "У его супруги певицы Анны Ивановой, двойня родилась в мае.",
        "Двойня родилась у его супруги певицы Анны Ивановой, сын жив.",
        "По словам его дочери актрисы Марии Петровой, двойня родилась в июне.",
    ],
)
def test_second_title_that_owned_the_name(text: str) -> None:
    # With a circle of owners this would not end.
    assert letopis.extract(text).text == text
