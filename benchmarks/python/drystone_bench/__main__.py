"""Runs everything against a hub of its own and prints Markdown."""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from drystone_bench import memory, report, second_analyst, whole_table
from main_job import nycflights
from main_job.hub_process import HubProcess


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints the results as they come."""
    parser = argparse.ArgumentParser(prog="drystone_bench", description=__doc__)
    parser.add_argument("--runs", type=int, default=21, help="runs of each way (default: %(default)s)")
    parser.add_argument("--flights", type=int, help="how many flights; default: all 336,776")
    parser.add_argument(
        "--analysts", type=int, nargs="+", default=[1, 2, 4], help="of which memory is told (default: 1 2 4)"
    )
    given = parser.parse_args(arguments)
    for part in run(given.runs, given.flights, given.analysts):
        print(part, flush=True)


def run(runs: int, flights: int | None, analysts: Sequence[int]) -> Iterator[str]:
    """Measures one thing after the other; a result for each.

    Args:
        runs: of each way.
        flights: how many rows; None takes all.
        analysts: the numbers of analysts to measure memory with.
    """
    with tempfile.TemporaryDirectory() as folder:
        csv = nycflights.unpack(Path(folder), flights)["flights"]
        with HubProcess(Path(folder), {"flights": csv}, ["ada"], ["alan"]) as hub:
            yield f"{report.machine()}\n"
            yield report.times("A whole table in memory", whole_table.measure(hub, runs))
            first = "From connecting to the first aggregate"
            yield report.times(first, second_analyst.measure(hub, csv, runs))
            head = ["analysts", "one hub, MiB", "a PySpark each, MiB"]
            yield report.table("Cached rows in the cluster", head, memory.measure(hub, csv, analysts))


if __name__ == "__main__":
    main()
