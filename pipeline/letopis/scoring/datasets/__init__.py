"""Other people's gold sets in the contract's terms: one TOML of labels a set, one reader a format.

Their conventions differ from ours; the mapping says how, is printed with every report, and names the
measures that make sense over the set. No text or annotation of theirs is part of this package.
"""
