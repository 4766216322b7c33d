"""Results as Markdown, with the date and the size of the machine."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable, Sequence
from datetime import date
from importlib.metadata import version

from drystone_bench.measure import Times

_GIB = 2**30


def machine() -> str:
    """When and on what it was measured."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / _GIB
    return (
        f"{date.today():%Y-%m-%d}, {os.cpu_count()} cores, {memory:.0f} GiB, {platform.system()}, "
        f"Python {platform.python_version()}, PySpark {version('pyspark')}, pyarrow {version('pyarrow')}"
    )


def times(title: str, results: Sequence[Times]) -> str:
    """Medians beside the first result, the plain thing."""
    head = ["", "median, s", "range, s", "ratio"]
    return table(
        f"{title} ({len(results[0].seconds)} runs)", head, (each.row(results[0]) for each in results)
    )


def table(title: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A title and a table below it."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join([f"**{title}**", "", *("| " + " | ".join(line) + " |" for line in lines), ""])
