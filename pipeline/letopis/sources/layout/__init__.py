"""Lines, pages and paragraphs: where a printed line goes on in the next, and where it ends for good.

`lines` cuts a text into lines, `pages` finds page numbers and running heads among them, `flow` tells
wrapped prose from verse and lists, `hyphens` decides what a hyphen at a line's end was, and
`paragraphs` turns all that into edits.
"""
