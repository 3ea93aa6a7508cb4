from letopis.corpora.speed import conversion


def test_conversion_is_measured_on_old_spelling():
    modern, old = "Брат уехал из города в деревню.", "Братъ уѣхалъ изъ города въ деревню."
    assert conversion([modern]) is None
    assert (conversion([modern, old], 10_000) or 0) > 0
