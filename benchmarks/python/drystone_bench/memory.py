"""Memory that cached rows take in the cluster, with one, two and four analysts."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from drystone_bench.analysts import analyst
from main_job.hub_process import HubProcess

_MIB = 2**20


def measure(hub: HubProcess, csv: Path, analysts: Sequence[int]) -> list[Sequence[str]]:
    """Rows for a table: how many analysts, MiB with the hub, MiB with a PySpark each."""
    return [[str(count), _mib(_shared(hub, count)), _mib(_apart(csv, count))] for count in analysts]


def _shared(hub: HubProcess, count: int) -> int:
    """All use one driver, so the figure that the last one sees is everybody's."""
    with ExitStack() as stack:
        programs = [stack.enter_context(analyst(hub, "attached")) for _ in range(count)]
        return programs[-1].cached_bytes()


def _apart(csv: Path, count: int) -> int:
    with ExitStack() as stack:
        programs = [stack.enter_context(analyst(None, "own", str(csv))) for _ in range(count)]
        return sum(program.cached_bytes() for program in programs)


def _mib(size: int) -> str:
    return f"{size / _MIB:.1f}"
