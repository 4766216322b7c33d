"""A whole table in pandas: by drystone, by `pandas.read_parquet` of the same files, by PySpark."""

from __future__ import annotations

import tempfile
from pathlib import Path

import drystone
import pandas as pd
from drystone import AttachedHub, Table

from drystone_bench.measure import Times, alternately
from drystone_bench.program import FLIGHTS
from main_job.hub_process import HubProcess


def measure(hub: HubProcess, runs: int) -> list[Times]:
    """Measures in this process, everything warm, the same rows each way."""
    with (
        tempfile.TemporaryDirectory() as folder,
        drystone.connect(hub.url, hub.token("alan")) as connected,
        drystone.attach(hub.url, hub.token("ada")) as attached,
    ):
        files = _same_files(connected[FLIGHTS], Path(folder))
        return alternately(
            runs,
            {
                "`pandas.read_parquet` of the same files": lambda: pd.read_parquet(files),
                "`hub[..].to_pandas()`": lambda: connected[FLIGHTS].to_pandas(),
                "`hub[..].to_polars()`": lambda: connected[FLIGHTS].to_polars(),
                "PySpark, attached: `toPandas()`": lambda: _to_pandas(attached),
            },
        )


def _to_pandas(hub: AttachedHub) -> pd.DataFrame:
    return hub.spark.table("hub.shared.flights").toPandas()


def _same_files(table: Table, folder: Path) -> Path:
    """The Parquet files that the hub serves, as files."""
    for number, part in enumerate(table._fetch(None)):
        (folder / f"part-{number:05}.parquet").write_bytes(part)
    return folder
