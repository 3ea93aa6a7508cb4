"""The models' products take one thread, and leave the process's BLAS as it was."""

from __future__ import annotations

from threadpoolctl import threadpool_info, threadpool_limits

from letopis.language.threads import one_thread


def _threads() -> list[int]:
    return [library["num_threads"] for library in threadpool_info() if library["user_api"] == "blas"]


def test_one_thread_within_and_as_before_after() -> None:
    with threadpool_limits(2, "blas"):
        before = _threads()
        with one_thread():
            assert set(_threads()) <= {1}
        assert _threads() == before
