"""The time from connecting to the first aggregate: for a second analyst, and with a PySpark of her own."""

from __future__ import annotations

from pathlib import Path

from drystone_bench.analysts import analyst
from drystone_bench.measure import Times
from main_job.hub_process import HubProcess


def measure(hub: HubProcess, csv: Path, runs: int) -> list[Times]:
    """Each time a process of its own, one after the other; the hub has had a first analyst."""
    with analyst(hub, "attached"):
        own, attached, connected = ([_once(*way) for _ in range(runs)] for way in _ways(hub, csv))
    return [
        Times("a PySpark of her own, the CSV", own),
        Times("`drystone.attach()`, Spark", attached),
        Times("`drystone.connect()`, polars", connected),
    ]


def _ways(hub: HubProcess, csv: Path) -> list[tuple[HubProcess | None, str, str | None]]:
    return [(None, "own", str(csv)), (hub, "attached", None), (hub, "connected", None)]


def _once(hub: HubProcess | None, way: str, argument: str | None) -> float:
    with analyst(hub, way, *([argument] if argument else [])) as program:
        return program.seconds
