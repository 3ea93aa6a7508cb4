"""One folder a kind of mention: its rules, its value, its lexicon and its cases."""
