"""What printing and optical recognition did to words and figures, undone for analysis.

`letterspaced` closes up emphasis, `reflowed` joins words at hyphens of lines that are no more, `footnotes` takes
marks off words, `figures` mends misread and broken numbers, `spacing` joins words that stray spaces cut, in texts
that show such damage, and `glued` parts figures from words.
"""
