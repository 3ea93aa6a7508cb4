"""The command `letopis`: one file a command, each a thin layer over a plain function.

Exit codes: 0 done; 1 some documents failed, or a score or comparison is below what was asked; 2 the command
line is wrong or nothing could be done; 130 interrupted; 141 nobody reads the output any more.
"""

from __future__ import annotations

import sys

try:
    from letopis.cli.app import app
except KeyboardInterrupt:
    sys.stderr.write("letopis: interrupted.\n")
    sys.exit(130)

__all__ = ["app"]
