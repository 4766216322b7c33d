"""The summary: what a person reads in ten seconds."""

from collections.abc import Iterator
from pathlib import Path

import drystone

from main_job.evidence import Evidence


def lines(evidence: Evidence, seconds: float, folder: Path) -> Iterator[str]:
    """The summary, line by line."""
    yield f"Everything happened, in {seconds:.0f} s. What the hub holds, at its position {evidence.position}:"
    yield ""
    yield f"  {'revision':>8}  {'version':34}{'by':8}what"
    yield from (_version(label) for label in evidence.labels)
    yield ""
    yield "The flights lie once in the cluster's memory, whoever uses them:"
    yield f"  before the first user   {_cached(*evidence.at_start.cached)}"
    yield f"  with Ada                {_cached(*evidence.with_ada)}"
    yield f"  with Ada and Grace      {_cached(*evidence.with_grace)}"
    yield "Nothing of the clients is left in the gateway:"
    end = evidence.at_end
    yield f"  {end.other_sessions} sessions, {end.other_handles} objects, {end.running_jobs} running jobs"
    yield "Read what they did:"
    yield from (f"  {folder / name}" for name in ("ada.html", "grace.html", "alan.txt"))


def _version(label: drystone.Label) -> str:
    rows = label.details.get("rows")
    what = "a value" if rows is None else f"{int(rows):,} rows"
    if label.parents:
        what += f", from {', '.join(label.parents)}"
    return f"  {label.revision:>8}  {label.ref:34}{label.publisher:8}{what}"


def _cached(tables: int, size: int) -> str:
    return f"{tables} tables, {size:,} bytes"


def invitation(url: str, connection_file: Path) -> Iterator[str]:
    """How to connect to a hub that stays."""
    yield f"The hub stays at {url} until Ctrl-C. Connect from a notebook of your own, or from here:"
    yield ""
    yield f"  export DRYSTONE_CONNECTION_FILE={connection_file}"
    yield "  .venv/bin/python"
    yield "  >>> import drystone"
    yield '  >>> hub = drystone.connect(user="alan")      # without Spark'
    yield '  >>> hub = drystone.attach(user="grace")      # with a SparkSession, hub.spark'
    yield '  >>> hub["shared/flights"]'
