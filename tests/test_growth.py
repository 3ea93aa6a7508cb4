"""The measure of growth that the tests of linear time use tells a list searched for each item from a set."""


def test_growth_tells_linear_from_quadratic(grows_linearly):
    assert grows_linearly(
        lambda size: lambda: [number in set_ for set_ in [set(range(size))] for number in range(size)], 20_000
    )
    assert not grows_linearly(lambda size: lambda: [size in list(range(number)) for number in range(size)], 600)
