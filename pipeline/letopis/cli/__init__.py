"""The command `letopis`: one file a command, each a thin layer over a plain function.

Exit codes: 0 done; 1 some documents failed, or a score or comparison is below what was asked; 2 the command
line is wrong or nothing could be done; 130 interrupted; 141 nobody reads the output any more.
"""

from __future__ import annotations

import os
import sys

# The models' matrices are small: a second thread doubles the work and saves no time. To be set before numpy loads.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

try:
    from letopis.cli.app import app
except KeyboardInterrupt:
    sys.stderr.write("letopis: interrupted.\n")
    sys.exit(130)

__all__ = ["app"]
