"""Names that the accurate model finds, cut to what can be one."""

from __future__ import annotations

import pytest

from letopis.language.wellformed import well_formed


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Саратов", "Саратов"),
        ("в июне", "в июне"),
        ("в", None),
        ("Накануне", "Накануне"),
        ("после", "после"),
        ("из-за", None),
        ("Волгарь »", "Волгарь"),
        ("« Волгарь", "Волгарь"),
        ("« Волгарь »", "« Волгарь »"),
        ("пароход « Волгарь »", "пароход « Волгарь »"),
        ("пароход « Волгарь", "пароход « Волгарь"),
        ('артель " Труд', 'артель " Труд'),
        ('Труд "', "Труд"),
        ('артель " Труд "', 'артель " Труд "'),
        ("„ Заря “", "„ Заря “"),
        ("„ Заря ”", "„ Заря ”"),
        ("“ Заря ”", "“ Заря ”"),
        ("Заря “", "Заря"),
        ("Покровское ( Никольское )", "Покровское ( Никольское )"),
        ("Никольское )", "Никольское"),
        ("( Никольское", "Никольское"),
        ("»", None),
        ("« в", None),
    ],
)
def test_well_formed(text: str, found: str | None) -> None:
    words = ["о", *text.split(), "."]
    bounds = well_formed(words, 1, len(words) - 1)
    assert (" ".join(words[slice(*bounds)]) if bounds else None) == found
