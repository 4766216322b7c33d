"""What an unmodified PySpark program does by itself: its two variables point to the hub."""

from __future__ import annotations

import pytest
from processes import Hub

ATTACH = """
import json
from pyspark.sql import SparkSession, functions as F
spark = SparkSession.builder.getOrCreate()
"""


def test_everyday_work_gives_the_same_as_anywhere(hub: Hub) -> None:
    client = hub.client(
        "ada",
        ATTACH
        + """
import pandas as pd
flights = spark.table("hub.shared.flights")
say(json.dumps(flights.count()))
say(json.dumps([list(r) for r in flights.where("id < 2").orderBy("id").collect()]))
say(json.dumps(int(flights.toPandas()["delay"].sum())))
made = spark.createDataFrame([(1, "a"), (2, "b")], "n int, s string")
say(json.dumps([r.s for r in made.orderBy("n").collect()]))
say(json.dumps(spark.createDataFrame(pd.DataFrame({"x": [1.5, 2.5]})).agg(F.sum("x")).first()[0]))
plus = F.udf(lambda n: n + 1, "int")
say(json.dumps([r[0] for r in made.select(plus("n")).collect()]))
@F.pandas_udf("long")
def double(v: pd.Series) -> pd.Series:
    return v * 2
say(json.dumps(spark.range(3).select(double("id").alias("d")).agg(F.sum("d")).first()[0]))
seen = spark.sparkContext.accumulator(0)
spark.sparkContext.parallelize(range(10), 2).foreach(lambda n: seen.add(n))
say(json.dumps(seen.value))
shared = spark.sparkContext.broadcast({"k": 7})
say(json.dumps(spark.sparkContext.parallelize([1, 2], 2).map(lambda n: n * shared.value["k"]).sum()))
made.createOrReplaceTempView("made")
say(json.dumps(spark.sql("SELECT sum(n) FROM made").first()[0]))
spark.stop()
""",
    )
    assert client.result() == 5000
    assert client.result() == [[0, "C0", 0], [1, "C1", 1]]
    assert client.result() == sum(n % 60 for n in range(5000))
    assert client.result() == ["a", "b"]
    assert client.result() == 4.0
    assert client.result() == [2, 3]
    assert client.result() == 6
    assert client.result() == 45
    assert client.result() == 21
    assert client.result() == 3
    client.end()


def test_threads_of_a_program_share_its_session(hub: Hub) -> None:
    client = hub.client(
        "ada",
        ATTACH
        + """
from concurrent.futures import ThreadPoolExecutor
spark.range(3).createOrReplaceTempView("mine")
with ThreadPoolExecutor(4) as threads:
    say(json.dumps(list(threads.map(lambda n: spark.table("mine").where(F.col("id") < n).count(), range(4)))))
""",
    )
    assert client.result() == [0, 1, 2, 3]
    assert len(hub.sessions("ada")) <= 1
    client.end()


@pytest.mark.parametrize("pinned", ["true", "false"])
def test_a_stream_calls_back_into_its_program(hub: Hub, pinned: str) -> None:
    client = hub.client(
        "ada",
        ATTACH
        + """
import tempfile
rows = []
folder = tempfile.mkdtemp()
spark.range(5).write.mode("overwrite").parquet(folder)
stream = spark.readStream.schema("id long").parquet(folder).writeStream
query = stream.foreachBatch(lambda batch, _: rows.extend(r.id for r in batch.collect()))
query = query.trigger(availableNow=True).start()
query.awaitTermination()
say(json.dumps(sorted(rows)))
""",
        PYSPARK_PIN_THREAD=pinned,
    )
    assert client.result() == [0, 1, 2, 3, 4]
    client.end()


def test_after_stop_a_program_begins_afresh(hub: Hub) -> None:
    client = hub.client(
        "ada",
        ATTACH
        + """
spark.range(3).createOrReplaceTempView("mine")
spark.udf.register("plus", lambda n: n + 1, "long")
spark.stop()
spark = SparkSession.builder.getOrCreate()
say(json.dumps([spark.catalog.tableExists("mine"), spark.catalog.functionExists("plus")]))
say(json.dumps(spark.range(4).count()))
""",
    )
    assert client.result() == [False, False]
    assert client.result() == 4
    client.end()


def test_two_programs_with_the_same_variables_have_two_sessions(hub: Hub) -> None:
    program = (
        ATTACH
        + """
spark.range(1).createOrReplaceTempView("view_of_" + hear())
say("made")
hear()
say(json.dumps(sorted(table.name for table in spark.catalog.listTables())))
hear()
"""
    )
    first, second = hub.client("ada", program), hub.client("ada", program)
    first.hears("first")
    second.hears("second")
    assert [first.says(), second.says()] == ["made", "made"]
    assert len(hub.sessions("ada")) == 2
    first.hears("go on")
    second.hears("go on")
    assert first.result() == ["view_of_first"]
    assert second.result() == ["view_of_second"]


def test_settings_that_come_too_late_are_named_in_the_hubs_log(hub: Hub) -> None:
    client = hub.client(
        "ada",
        """
from pyspark.sql import SparkSession
builder = SparkSession.builder.config("spark.executor.memory", "64g")
builder = builder.config("spark.sql.extensions", "io.delta")
spark = builder.config("spark.sql.shuffle.partitions", "3").getOrCreate()
say(spark.conf.get("spark.sql.shuffle.partitions"))
""",
    )
    assert client.says() == "3"
    client.end()
    lines = [line for line in hub.log().splitlines() if "settings without effect" in line]
    assert any("spark.executor.memory, spark.sql.extensions." in line and "ada" in line for line in lines)


def test_another_minor_version_of_python_is_refused_when_a_function_is_made(hub: Hub) -> None:
    client = hub.client(
        "ada",
        ATTACH
        + """
spark.sparkContext.pythonVer = "3.7"
try:
    spark.range(1).select(F.udf(lambda n: n)("id"))
except Exception as error:
    say(str(error).replace("\\n", " "))
say(json.dumps(spark.range(2).count()))
""",
    )
    refusal = client.says()
    assert "it has Python 3.7, the hub has 3." in refusal
    assert "Use one of the hub's versions, or ask the owner of the hub" in refusal
    assert client.result() == 2
    client.end()
