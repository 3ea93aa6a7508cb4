"""The assignment of rows to columns with the greatest total weight."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

Weight = TypeVar("Weight", int, float)


def best_assignment(weights: Sequence[Sequence[Weight]]) -> list[tuple[int, int]]:
    """Pairs (row, column), each row and column at most once, whose weights sum to the most.

    `weights` is a full matrix of non-negative numbers; pairs of weight 0 are left out. The Hungarian
    method with potentials (Kuhn 1955, Munkres 1957), in time rows² × columns where rows ≤ columns.
    """
    if not weights or not weights[0]:
        return []
    if len(weights) > len(weights[0]):
        turned = best_assignment([list(column) for column in zip(*weights, strict=True)])
        return sorted((row, column) for column, row in turned)
    rows, columns = len(weights), len(weights[0])
    row_potential: list[Weight | int] = [0] * (rows + 1)
    column_potential: list[Weight | int] = [0] * (columns + 1)
    row_of = [0] * (columns + 1)  # 1-based row assigned to each column, 0 for none; column 0 is a sentinel
    for row in range(1, rows + 1):
        row_of[0] = row
        column = 0
        slack: list[Weight | int | None] = [None] * (columns + 1)
        previous = [0] * (columns + 1)
        seen = [False] * (columns + 1)
        while row_of[column]:
            seen[column] = True
            here = row_of[column]
            step: Weight | int | None = None
            following = 0
            for other in range(1, columns + 1):
                if seen[other]:
                    continue
                cost = -weights[here - 1][other - 1] - row_potential[here] - column_potential[other]
                known = slack[other]
                if known is None or cost < known:
                    slack[other] = known = cost
                    previous[other] = column
                if step is None or known < step:
                    step, following = known, other
            assert step is not None
            for other in range(columns + 1):
                if seen[other]:
                    row_potential[row_of[other]] += step
                    column_potential[other] -= step
                elif (known := slack[other]) is not None:
                    slack[other] = known - step
            column = following
        while column:
            row_of[column] = row_of[previous[column]]
            column = previous[column]
    return sorted(
        (row_of[column] - 1, column - 1)
        for column in range(1, columns + 1)
        if row_of[column] and weights[row_of[column] - 1][column - 1]
    )
