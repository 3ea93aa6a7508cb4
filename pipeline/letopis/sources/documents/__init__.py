"""Documents that are more than plain text: one file a format, each giving the document's text.

`kinds` tells the format by content; `blocks` is the shape that all give: paragraphs parted by a blank line,
lines within them by a line feed. The libraries are loaded when a document wants them.
"""
