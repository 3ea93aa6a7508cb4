from letopis.corpora.conversion import conversion, repeated

MODERN, OLD = "Брат уехал из города в деревню.", "Братъ уѣхалъ изъ города въ деревню."


def test_only_old_texts_are_repeated():
    assert repeated([MODERN]) == ""
    assert repeated([MODERN, OLD], 100) == f"{OLD}\n" * 2 + OLD[:28]


def test_conversion_is_measured_in_a_fresh_process():
    measured = conversion("a letter", OLD * 20, runs=1)
    assert measured.words == 120
    assert measured.distinct == 6
    assert measured.rate > 0
