"""Analysts as processes of their own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from main_job.hub_process import HubProcess


class Analyst:
    """A running `drystone_bench.program`."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        """Waits for its first answer."""
        self._process = process
        self.seconds = self._told()["seconds"]

    def cached_bytes(self) -> int:
        """The rows in memory of the driver that it uses."""
        assert self._process.stdin is not None
        self._process.stdin.write("\n")
        self._process.stdin.flush()
        return int(self._told()["bytes"])

    def _told(self) -> Mapping[str, float]:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError(f"an analyst failed, status {self._process.wait()}; see above")
        told: Mapping[str, float] = json.loads(line)
        return told


@contextmanager
def analyst(hub: HubProcess | None, way: str, *arguments: str) -> Iterator[Analyst]:
    """Runs an analyst until the end of the with statement; a hub's is its user ada."""
    environment = {**os.environ, "PYSPARK_PYTHON": sys.executable}
    if hub is not None:
        environment |= {"DRYSTONE_URL": hub.url, "DRYSTONE_TOKEN": hub.token("ada")}
    process = subprocess.Popen(
        [sys.executable, "-m", "drystone_bench.program", way, *arguments],
        env=environment,
        cwd=Path(__file__).parent.parent,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield Analyst(process)
    finally:
        process.communicate()
