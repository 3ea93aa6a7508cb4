import tomllib
from pathlib import Path

import pytest

from letopis.sources.mend import mend

CASES = tomllib.loads(Path(__file__).with_name("mend.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_mend_text(case):
    assert mend(case["source"]).text == case["mended"]


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_mend_is_settled(case):
    """What is mended is left alone when mended again, but for damage that the first pass removed the sight of."""
    once = mend(case["source"]).text
    assert mend(once).text == once


@pytest.mark.parametrize(
    ("source", "word", "surface"),
    [
        ("В 1834 году гене-\nрал ушёл на ре-\nку.", "генерал", "гене-\nрал"),
        ("В 1834 году гене-\nрал ушёл на ре-\nку.", "реку", "ре-\nку"),
        ("Въ полку былъ генералъ, братъ мой.", "генерал", "генералъ"),
        ("Въ полку былъ генералъ-маіоръ, братъ.", "генерал-майор", "генералъ-маіоръ"),
        ("Въ полку былъ генералъ-маіоръ, братъ.", "майор", "маіоръ"),
        ("за\u0301мок Ивана\u0301 был", "Ивана", "Ивана\u0301"),
        ("Мир подписан¹ зимой", "подписан", "подписан"),
        ("Отряд занял кре-\n\n— 12 —\n\nпость и город.", "крепость", "кре-\n\n— 12 —\n\nпость"),
        ("Отряд и\n\n— 12 —\n\nфлот ушли вверх.", "и", "и"),
        ("Это с о в е т с к и й флот.", "советский", "с о в е т с к и й"),
        ("Волжско-\nКамская линия шла", "Волжско-Камская", "Волжско-\nКамская"),
        ("флоти лия вышла 18 ма я 1 920\nгода", "18 мая 1920 года", "18 ма я 1 920\nгода"),
        ("ХУШ в. был", "XVIII", "ХУШ"),
    ],
)
def test_mend_to_source(source, word, surface):
    mended = mend(source)
    at = mended.text.index(word)
    assert source[slice(*mended.to_source(at, at + len(word)))] == surface


def test_mend_clean_is_itself():
    text = "Любезный брат! Письмо твоё от 20 февраля я получил.\nТвой Николай."
    mended = mend(text)
    assert mended.text == text
    assert mended.revisions == ()
    assert mended.to_source(9, 13) == (9, 13)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\ufeff", "ъ", "-\n-", "¬", "\u0301", "1", "— 12 —"])
def test_mend_edges(text):
    mended = mend(text)
    assert mended.to_source(0, len(mended.text))[1] <= len(text)
