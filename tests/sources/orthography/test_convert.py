import pytest

from letopis.sources.mend import mend
from letopis.sources.orthography.convert import modernised
from letopis.sources.orthography.detect import Spelling, spelling

OLD = "Въ 1834 году генералъ уѣхалъ изъ Россіи, и прошлаго года писалъ оттуда брату о дѣлахъ своихъ."
MODERN = "Письмо хранится в архиве; адресат его неизвестен, а почерк принадлежит писарю полковой канцелярии."
UKRAINIAN = "Українська мова є однією з мов, які належать до слов'янської групи, і має багато діалектів."
BELARUSIAN = "Беларуская мова належыць да ўсходніх славянскіх моў, і на ёй гавораць у Беларусі."
BULGARIAN = "Българският език е индоевропейски език от групата на южнославянските езици; пътят, първият съд."


@pytest.mark.parametrize(
    ("passage", "kind"),
    [
        (OLD, Spelling.OLD),
        (OLD.replace("ѣ", "е"), Spelling.OLD),
        (MODERN, Spelling.MODERN),
        (UKRAINIAN, Spelling.FOREIGN),
        (BELARUSIAN, Spelling.FOREIGN),
        (BULGARIAN, Spelling.FOREIGN),
        ("Москва, 3 мая.", Spelling.UNKNOWN),
        ("1834", Spelling.UNKNOWN),
        ("Миръ и міръ, объявленіе войны, мірской сходъ въ объѣздѣ.", Spelling.OLD),
        ("Контръ-адмиралъ и двухъэтажный домъ, въ которомъ онъ жилъ.", Spelling.OLD),
    ],
)
def test_detect_spelling(passage, kind):
    assert spelling(passage) is kind


@pytest.mark.parametrize("text", [MODERN, UKRAINIAN, BELARUSIAN, BULGARIAN, f"{UKRAINIAN}\n{MODERN}"])
def test_convert_leaves(text):
    assert modernised(text).text == text


def test_convert_passage_by_passage():
    text = f"{MODERN}\n{OLD}\n{BULGARIAN}\n{UKRAINIAN}"
    new = modernised(text).text.split("\n")
    assert new[0] == MODERN
    assert new[1] == ("В 1834 году генерал уехал из России, и прошлого года писал оттуда брату о делах своих.")
    assert new[2:] == [BULGARIAN, UKRAINIAN]


def test_convert_old_words_in_modern_passage():
    text = f"{MODERN} Напечатано в журнале «Русскій Вѣстникъ» спустя год после смерти автора и долгих хлопот. {MODERN}"
    assert "«Русский Вестник» спустя год после смерти" in modernised(text).text


def test_convert_short_line_goes_with_text():
    text = f"{OLD}\nСобранiе стараго времени.\n{OLD}"
    assert "Собрание старого времени." in mend(text).text


@pytest.mark.parametrize(
    ("source", "mended"),
    [
        ("въ лѣто ҂зн҃ великій князь", "в лето 7050 великий князь"),
        ("мѣсяца маія въ к҃е день", "месяца мая в 25 день"),
        ("бг҃ъ и цр҃ь, кн҃зь", "бог и царь, князь"),
        ("Гдⷭ҇ь и ст҃ый", "Господь и святый"),
    ],
)
def test_convert_titlo(source, mended):
    assert mend(source).text == mended


def test_convert_spans():
    mended = mend(OLD)
    for new, old in [("генерал", "генералъ"), ("уехал", "уѣхалъ"), ("прошлого", "прошлаго"), ("В", "Въ")]:
        at = mended.text.index(new)
        assert OLD[slice(*mended.to_source(at, at + len(new)))] == old


def test_convert_time_is_linear(grows_linearly):
    def converting(times: int):
        text = "\n".join([OLD, MODERN] * times)
        return lambda: modernised(text)

    assert grows_linearly(converting, 1000)
