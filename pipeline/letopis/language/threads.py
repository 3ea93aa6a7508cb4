"""Products of the models are computed by one thread: they are small, and a second one spins more than it saves."""

from __future__ import annotations

from functools import cache
from typing import Any

from threadpoolctl import ThreadpoolController


@cache
def _controller() -> ThreadpoolController:
    """The BLAS libraries of the process, looked for once."""
    return ThreadpoolController()


def one_thread() -> Any:
    """A context in which BLAS has one thread; what was set before stands again after it."""
    return _controller().limit(limits=1, user_api="blas")
