"""Times and how they are told."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

_WARM_UP = 3


@dataclass(frozen=True)
class Times:
    """The times of one way of doing something, in seconds."""

    what: str
    seconds: Sequence[float]

    @property
    def median(self) -> float:
        """The median, in seconds."""
        return statistics.median(self.seconds)

    def row(self, plain: Times) -> Sequence[str]:
        """Cells for a table: what, median, range, how many times the plain thing's."""
        spread = f"{min(self.seconds):.3f} to {max(self.seconds):.3f}"
        return [self.what, f"{self.median:.3f}", spread, f"{self.median / plain.median:.2f}"]


def alternately(runs: int, ways: dict[str, Callable[[], object]]) -> list[Times]:
    """Does each way in turn, again and again, so that all meet the same machine.

    The first rounds warm up and are not told.
    """
    seconds: dict[str, list[float]] = {what: [] for what in ways}
    for turn in range(-_WARM_UP, runs):
        for what, way in ways.items():
            took = _time(way)
            if turn >= 0:
                seconds[what].append(took)
    return [Times(what, took) for what, took in seconds.items()]


def _time(way: Callable[[], object]) -> float:
    start = time.perf_counter()
    way()
    return time.perf_counter() - start
