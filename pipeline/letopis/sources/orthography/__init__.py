"""Spelling before the reform of 1918, and Church Slavonic letters, read as modern Russian.

`detect` tells the passages in old spelling, and those in Ukrainian, Belarusian and Bulgarian, which are left
alone; `letters` maps letter to letter; `rules` bring a word's endings and prefixes to the modern norm, with
the dictionary as judge and `exceptions.toml` before them, and `habits` that no reform touched; `church` reads
titlo; `convert` makes the edits and `joins` writes together and apart what is so today. `prereform` goes the other
way.
"""
