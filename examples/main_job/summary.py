"""The summary: what a person reads in ten seconds."""

from collections.abc import Iterator
from pathlib import Path

import drystone

from main_job.evidence import Evidence


def lines(evidence: Evidence, seconds: float, folder: Path) -> Iterator[str]:
    """The summary, line by line."""
    revision = evidence.position.rpartition("#")[2]
    width = max(len(label.ref) for label in evidence.labels) + 2
    end = evidence.at_end
    yield f"Everything happened, in {seconds:.0f} s. The registry stands at revision {revision}:"
    yield ""
    yield f"  revision  {'version':{width}}by     what"
    yield from (_version(label, width) for label in evidence.labels)
    yield ""
    yield "The flights lie once in the cluster's memory, whoever uses them:"
    yield f"  before the first user   {_cached(*evidence.at_start.cached)}"
    yield f"  Ada uses them           {_cached(*evidence.with_ada)}"
    yield f"  Ada and Grace use them  {_cached(*evidence.with_grace)}"
    yield f"Ada's limits may be seen by {', '.join(evidence.readers)}: by Alan not before he asked."
    yield "Ada's spark.stop() ended her Spark alone: Grace published after it."
    yield "Of the clients, the gateway has left:"
    yield f"  {end.other_sessions} sessions, {end.other_handles} objects, {end.running_jobs} running jobs"
    yield "Read what they did:"
    yield from (f"  {folder / name}" for name in ("ada.html", "grace.html", "alan.txt"))


def _version(label: drystone.Label, width: int) -> str:
    rows = label.details.get("rows")
    what = "a value" if rows is None else f"{int(rows):,} rows"
    if label.parents:
        what += f", from {', '.join(label.parents)}"
    return f"  {label.revision:>8}  {label.ref:{width}}{label.publisher:7}{what}"


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
