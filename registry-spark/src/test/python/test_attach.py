"""`drystone.attach()`: PySpark on the hub's driver and the registry beside it, in one session."""

from __future__ import annotations

from processes import Hub

ATTACH = """
import json, warnings
import drystone
"""


def test_a_program_has_a_spark_and_the_registry_in_one_session(hub: Hub) -> None:
    client = hub.client(
        "ada",
        ATTACH
        + """
hub = drystone.attach()
late = hub["shared/flights"].to_spark().where("delay > 30")
label = hub.publish("ada/late", late)
say(label.ref)
say(hub.spark.table("hub.ada.late").count() == late.count())
hear()
hub.spark.stop()
say(hub["ada/late"].to_spark().count())
say(hub.publish("ada/numbers", [1, 2, 3]).ref)
""",
    )
    assert [client.says(), client.says()] == ["ada/late:v1", "True"]
    assert len(hub.sessions("ada")) == 1
    client.hears("go on")
    assert [client.says(), client.says()] == [str(sum(n % 60 > 30 for n in range(5000))), "ada/numbers:v1"]
    client.end()


def test_the_registry_joins_the_session_of_an_unmodified_program(hub: Hub) -> None:
    client = hub.client(
        "ada",
        ATTACH
        + """
from pyspark.sql import SparkSession
spark = SparkSession.builder.getOrCreate()
warnings.simplefilter("error")
hub = drystone.attach()
say(hub.publish("ada/joined", spark.range(3)).ref)
say(hub["ada/joined"].to_spark().count())
hear()
""",
    )
    assert [client.says(), client.says()] == ["ada/joined:v1", "3"]
    assert len(hub.sessions("ada")) == 1


def test_what_cannot_take_effect_is_warned_of(hub: Hub) -> None:
    client = hub.client(
        "ada",
        ATTACH
        + """
import drystone._attach, drystone._hello
drystone._attach.own_python = drystone._hello.own_python = lambda: "3.7"
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always", drystone.DrystoneWarning)
    hub = drystone.attach(config={"spark.executor.memory": "64g", "spark.sql.shuffle.partitions": 3})
say(json.dumps([str(each.message) for each in caught if issubclass(each.category, drystone.DrystoneWarning)]))
say(hub.spark.conf.get("spark.sql.shuffle.partitions"))
""",
    )
    warnings = client.result()
    assert isinstance(warnings, list)
    assert len(warnings) == 2
    assert "3.7" in warnings[0]
    assert "spark.executor.memory." in warnings[1]
    assert client.says() == "3"
    client.end()


def test_a_batch_of_a_stream_is_its_programs_own_doing(hub: Hub) -> None:
    client = hub.client(
        "ada",
        ATTACH
        + """
import tempfile
hub = drystone.attach()
hub.publish("ada/private", hub.spark.range(3))
folder, seen = tempfile.mkdtemp(), []
hub.spark.range(5).write.mode("overwrite").parquet(folder)
stream = hub.spark.readStream.schema("id long").parquet(folder).writeStream
query = stream.foreachBatch(
    lambda batch, _: seen.append(batch.sparkSession.table("hub.ada.private").count())
).trigger(availableNow=True).start()
query.awaitTermination()
say(json.dumps(seen))
""",
    )
    assert client.result() == [3]
    client.end()
