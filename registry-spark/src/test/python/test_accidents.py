"""What happens to one program does not happen to the others."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from processes import Client, Hub, until

ATTACH = """
import json
from pyspark.sql import SparkSession, functions as F
spark = SparkSession.builder.getOrCreate()
"""

LONG_JOB = "spark.range(0, 10**15, 1, 1).selectExpr('sum(id % 7)').collect()"


class Computation:
    """A program of Grace's that computes on the shared table until it is let go on."""

    def __init__(self, hub: Hub, folder: Path) -> None:
        self._gate = folder / "gate"
        self._begun = folder / "begun"
        self.client: Client = hub.client(
            "grace",
            ATTACH
            + """
import os, threading
from pathlib import Path
begun, gate = Path(os.environ["BEGUN"]), Path(os.environ["GATE"])
def wait(rows):
    begun.touch()
    while not gate.exists():
        threading.Event().wait(0.02)
    return rows
flights = spark.table("hub.shared.flights")
rows = flights.rdd.coalesce(1).mapPartitions(wait).count()
say(json.dumps([rows, flights.count()]))
""",
            BEGUN=str(self._begun), GATE=str(self._gate),
        )  # fmt: skip
        until("Grace computes", self._begun.exists)

    def comes_to_its_end(self) -> None:
        assert not self._gate.exists()
        self._gate.touch()
        assert self.client.result() == [5000, 5000]
        self.client.end()


@pytest.fixture
def computation(hub: Hub, tmp_path: Path) -> Iterator[Computation]:
    computation = Computation(hub, tmp_path)
    yield computation
    computation.comes_to_its_end()


def test_stop_ends_ones_own_session_only(hub: Hub, computation: Computation) -> None:
    client = hub.client("ada", ATTACH + "say(spark.range(3).count())\nspark.stop()\nsay('stopped')\n")
    assert [client.says(), client.says()] == ["3", "stopped"]
    client.end()


def test_an_interrupt_ends_ones_own_command_only(hub: Hub, computation: Computation) -> None:
    client = hub.client(
        "ada",
        ATTACH
        + f"""
try:
    {LONG_JOB}
except BaseException as stopped:
    say("interrupted")
say(spark.range(3).count())
""",
    )
    until("both compute", lambda: hub.jobs() == 2)
    client.interrupt()
    assert client.says() == "interrupted"
    assert client.says() == "3"
    until("only Grace computes", lambda: hub.jobs() == 1)


def test_an_interrupt_leaves_ones_own_other_thread_alone(hub: Hub) -> None:
    client = hub.client(
        "ada",
        ATTACH
        + f"""
import threading
def background():
    try:
        spark.range(0, 10**15, 1, 1).selectExpr('sum(id % 11)').collect()
    except Exception as error:
        say("background ended: " + str(error)[:200])
threading.Thread(target=background, daemon=True).start()
try:
    {LONG_JOB}
except BaseException as stopped:
    say("interrupted")
hear()
""",
    )
    until("both compute", lambda: hub.jobs() == 2)
    client.interrupt()
    assert client.says() == "interrupted"
    until("the background computes", lambda: hub.jobs() == 1)


def test_clearing_the_cache_leaves_the_shared_rows_in_memory(hub: Hub, computation: Computation) -> None:
    before = hub.storage()
    assert before > 0
    client = hub.client(
        "ada",
        ATTACH
        + """
own = spark.range(1000).selectExpr("id * 2 AS twice").cache()
own.count()
say("cached")
hear()
spark.catalog.clearCache()
spark.sql("CLEAR CACHE")
flights = spark.table("hub.shared.flights")
flights.unpersist(blocking=True)
flights.cache().count()
flights.unpersist(blocking=True)
say("cleared")
""",
    )
    assert client.says() == "cached"
    assert hub.storage() > before
    client.hears("go on")
    assert client.says() == "cleared"
    until("Ada's own rows are gone", lambda: hub.storage() == before)
    client.end()
    assert "gave up cached data that others still use" in hub.log()


def test_a_killed_program_leaves_nothing(hub: Hub, computation: Computation) -> None:
    client = hub.client(
        "ada",
        ATTACH
        + f"""
handles = [spark._jvm.java.util.ArrayList() for _ in range(1000)]
say("held")
{LONG_JOB}
""",
    )
    assert client.says() == "held"
    until("both compute", lambda: hub.jobs() == 2)
    assert any(int(each.split(":")[2]) >= 1000 for each in hub.sessions("ada"))
    client.kill()
    until("Ada's job is cancelled", lambda: hub.jobs() == 1)
    until("Ada's handles are gone", lambda: hub.sessions("ada") == [])


def test_a_killed_program_leaves_no_stream(hub: Hub) -> None:
    client = hub.client(
        "ada",
        ATTACH
        + """
stream = spark.readStream.format("rate").load().writeStream.format("noop").start()
while stream.lastProgress is None:
    pass
say("streams")
hear()
""",
    )
    assert client.says() == "streams"
    client.kill()
    until("Ada's session is gone", lambda: hub.sessions("ada") == [])
    assert hub.jobs() == 0


def test_the_python_processes_of_a_program_end_with_it(hub: Hub) -> None:
    client = hub.client(
        "ada",
        """
from pyspark.sql import SparkSession, functions as F
spark = SparkSession.builder.getOrCreate()
say(spark.range(3).select(F.udf(lambda n: n + 1, "long")("id")).count())
say(spark.range(3).select(F.udf(lambda n: n + 1, "long")("id").alias("n")).agg(F.sum("n")).first()[0])
hear()
""",
    )
    assert [client.says(), client.says()] == ["3", "6"]
    assert hub.python_processes() > 0
    client.hears("go on")
    client.end()
    until("no Python process is left", lambda: hub.python_processes() == 0)
