"""What a PySpark program does with `drystone`: it attaches, publishes, opens tables, is told of traps."""

from __future__ import annotations

import pytest
from processes import Client, Hub, until

LONG_FRAME = "spark.range(0, 10**15, 1, 1).selectExpr('sum(id % 7) AS s')"
DRYSTONE = """
import json, os, warnings
warnings.simplefilter("always")
import drystone
"""
ATTACH = DRYSTONE + "hub = drystone.attach(os.environ['URL'], os.environ['TOKEN'])\nspark = hub.spark\n"
JOIN = (
    DRYSTONE
    + """
from pyspark.sql import SparkSession
spark = SparkSession.builder.getOrCreate()
hub = drystone.attach()
"""
)


def program(hub: Hub, user: str, code: str, **environment: str) -> Client:
    """A program that knows the hub by address and token, not by PySpark's variables."""
    forget = "import os\ndel os.environ['PYSPARK_GATEWAY_PORT'], os.environ['PYSPARK_GATEWAY_SECRET']\n"
    url = f"drystone://127.0.0.1:{hub.port}"
    return hub.client(user, forget + code, URL=url, TOKEN=hub.token(user), **environment)


@pytest.mark.parametrize("pinned", ["true", "false"])
def test_attaching_gives_pyspark_a_session_of_its_own(hub: Hub, pinned: str) -> None:
    client = program(
        hub,
        "ada",
        ATTACH
        + """
from pyspark.sql import SparkSession
say(json.dumps(SparkSession.builder.getOrCreate() is spark))
say(json.dumps(spark.table("hub.shared.flights").count()))
say(json.dumps([name for name in os.environ if name.startswith("PYSPARK_GATEWAY")]))
hear()
""",
        PYSPARK_PIN_THREAD=pinned,
    )
    assert [client.result(), client.result(), client.result()] == [True, 5000, []]
    assert len(hub.sessions("ada")) == 1
    client.hears("end")
    client.end()
    until("the session is gone", lambda: hub.sessions("ada") == [])


def test_a_frame_is_published_and_read_back_without_a_second_copy_of_its_source(hub: Hub) -> None:
    before = hub.storage()
    client = program(
        hub,
        "ada",
        ATTACH
        + """
flights = hub["shared/flights"].to_spark()
label = hub.publish("ada/top", flights.groupBy("carrier").count().orderBy("carrier"), tags=["gold"])
say(json.dumps([label.ref, label.guarantee, list(label.parents), hub["ada/top"].num_rows]))
table = hub["ada/top"]
say(json.dumps(table.to_arrow().to_pydict()["count"]))
say(json.dumps([table.to_pandas().shape, table.to_polars().shape, table.to_spark().count()]))
hub["ada/again"] = table
say(json.dumps(hub["ada/again"].to_arrow().equals(table.to_arrow())))
hear()
""",
    )
    assert client.result() == ["ada/top:v1", "SNAPSHOT", ["shared/flights:v1"], 7]
    assert client.result() == [715, 715, 714, 714, 714, 714, 714]
    assert client.result() == [[7, 2], [7, 2], 7]
    assert client.result() is True
    assert hub.storage() == before


def test_every_type_that_can_be_frozen_arrives_as_spark_has_it(hub: Hub) -> None:
    client = program(
        hub,
        "ada",
        ATTACH
        + """
frame = spark.sql('''
    SELECT CAST(id AS tinyint) b, CAST(id AS smallint) s, CAST(id AS int) i, id l, CAST(id AS float) f,
        CAST(id AS double) d, CAST(id AS decimal(20, 3)) dec, CAST(id AS string) t, CAST('x' AS binary) bin,
        DATE'2024-02-29' dt, TIMESTAMP'2024-02-29 12:30:00.000001' ts,
        TIMESTAMP_NTZ'2024-02-29 12:30:00.000001' ntz, id = 1 bo, IF(id = 1, NULL, id) n,
        CAST(NULL AS string) nul, named_struct('a', id, 'b', array(1, NULL)) st, map('k', id) m,
        array(TIMESTAMP'2024-02-29 12:30:00') ats
    FROM range(3)''')
hub["ada/types"] = frame
ours, theirs = hub["ada/types"].to_arrow(), frame.toArrow()
differences = [f"{o} {t}" for o, t in zip(ours.schema, theirs.schema)
               if o.name != t.name or o.nullable != t.nullable
               or (o.type != t.type and "timestamp" not in str(t.type))]
say(json.dumps(differences))
rows = lambda table: sorted(map(str, table.to_pylist()))
say(json.dumps(rows(ours) == rows(theirs.cast(ours.schema))))
hub["ada/interval"] = spark.sql("SELECT INTERVAL '1 02:03:04.5' DAY TO SECOND AS i")
say(str(hub["ada/interval"].to_arrow()["i"][0].as_py()))
""",
    )
    assert client.result() == []
    assert client.result() is True
    assert client.says() == "1 day, 2:03:04.500000"
    client.end()


def test_odd_frames_are_published_or_refused_with_a_word(hub: Hub) -> None:
    client = program(
        hub,
        "ada",
        ATTACH
        + """
hub["ada/none"] = spark.range(0)
say(json.dumps([hub["ada/none"].to_pandas().shape, hub["ada/none"].to_polars().shape]))
hub["ada/twice"] = spark.sql("SELECT 1 a, 2 a, 3 A")
say(json.dumps([hub["ada/twice"].to_arrow().column_names, list(hub["ada/twice"].to_pandas().columns)]))
def refused(ask):
    try:
        ask()
    except drystone.DrystoneError as error:
        say(f"{error.code} {error}")
refused(lambda: hub["ada/twice"].to_polars())
refused(lambda: hub.publish("ada/odd", spark.sql("SELECT make_interval(0, 1, 0, 2) AS calendar")))
refused(lambda: hub.publish("ada/odd", spark.sql("SELECT raise_error('it broke') AS x FROM range(9)")))
say(json.dumps("ada/odd" in hub))
""",
    )
    assert client.result() == [[0, 1], [0, 1]]
    assert client.result() == [["a", "a", "A"], ["a", "a", "A"]]
    assert client.says().startswith("TYPE_MISMATCH")
    calendar = client.says()
    assert calendar.startswith("INVALID_ARGUMENT")
    assert "calendar" in calendar
    assert "it broke" in client.says()
    assert client.result() is False
    client.end()


def test_the_hub_object_outlives_a_stopped_session(hub: Hub) -> None:
    client = program(
        hub,
        "ada",
        ATTACH
        + """
hub["ada/limits"] = {"low": 3}
spark.range(1).createOrReplaceTempView("mine")
spark.stop()
say(json.dumps([hub["ada/limits"], hub.spark is spark, hub.spark.catalog.tableExists("mine")]))
say(json.dumps(hub["shared/flights"].to_spark().count()))
hub.share("ada/limits", "grace")
""",
    )
    assert client.result() == [{"low": 3}, False, False]
    assert client.result() == 5000
    client.end()


def test_settings_that_come_too_late_are_named_in_a_warning(hub: Hub) -> None:
    client = program(
        hub,
        "ada",
        DRYSTONE
        + """
from pyspark.sql import SparkSession
def told(ask):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        ask()
    say(" ".join(str(each.message) for each in caught if each.category is drystone.DrystoneWarning))
settings = {"spark.executor.memory": "9g", "spark.sql.shuffle.partitions": 3}
attach = lambda **config: drystone.attach(os.environ["URL"], os.environ["TOKEN"], **config)
told(lambda: attach(config=settings))
say(SparkSession.builder.getOrCreate().conf.get("spark.sql.shuffle.partitions"))
told(lambda: SparkSession.builder.config("spark.driver.memory", "9g").getOrCreate())
told(lambda: SparkSession.builder.config("spark.sql.shuffle.partitions", "4").getOrCreate())
""",
    )
    late = client.says()
    assert "spark.executor.memory" in late
    assert "shuffle" not in late
    assert client.says() == "3"
    assert "spark.driver.memory" in client.says()
    assert client.says() == ""
    client.end()


def test_settings_that_a_program_gave_before_it_attached_are_named_too(hub: Hub) -> None:
    join = JOIN.replace("builder", "builder.config('spark.executor.memory', '9g')").replace(
        "hub =", "with warnings.catch_warnings(record=True) as caught:\n    hub ="
    )
    client = hub.client("ada", join + "say(str(caught[0].message))\n")

    assert "spark.executor.memory" in client.says()
    client.end()


def test_a_program_with_a_spark_of_its_own_cannot_attach(hub: Hub) -> None:
    client = program(
        hub,
        "ada",
        DRYSTONE
        + """
from pyspark.sql import SparkSession
spark = SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false").getOrCreate()
try:
    drystone.attach()
except drystone.DrystoneError as error:
    say(str(error))
say(json.dumps(spark.range(3).count()))
spark.stop()
""",
    )
    assert "Spark of its own" in client.says()
    assert client.result() == 3
    client.end()


def test_an_interrupt_ends_a_wait_and_what_comes_next_works(hub: Hub) -> None:
    client = program(
        hub,
        "ada",
        ATTACH
        + """
try:
    say("waits")
    hub.wait("ada/never")
except KeyboardInterrupt:
    say("interrupted")
say(json.dumps([spark.range(3).count(), hub["shared/flights"].num_rows]))
""",
    )
    assert client.says() == "waits"
    client.interrupt()
    assert client.says() == "interrupted"
    assert client.result() == [3, 5000]
    client.end()


def test_an_interrupt_ends_a_publication_and_leaves_nothing(hub: Hub) -> None:
    client = program(
        hub,
        "ada",
        ATTACH
        + f"""
try:
    hub["ada/interrupted"] = {LONG_FRAME}
except KeyboardInterrupt:
    say("interrupted")
say(json.dumps(["ada/interrupted" in hub, spark.range(3).count()]))
""",
    )
    until("the hub freezes", lambda: hub.jobs() == 1)
    client.interrupt()
    assert client.says() == "interrupted"
    assert client.result() == [False, 3]
    until("the freeze has ended", lambda: hub.jobs() == 0)
    client.end()


def test_a_program_that_is_killed_while_it_publishes_leaves_nothing(hub: Hub) -> None:
    grace = program(hub, "grace", ATTACH + "hear()\nsay(json.dumps('shared/killed' in hub))\n")
    ada = program(hub, "ada", ATTACH + f"hub['shared/killed'] = {LONG_FRAME}\n")
    until("the hub freezes", lambda: hub.jobs() == 1)
    ada.kill()

    until("the freeze has ended", lambda: hub.jobs() == 0)
    grace.hears("look")
    assert grace.result() is False
    grace.end()


def test_grace_waits_for_adas_frame_and_keeps_version_1(hub: Hub) -> None:
    grace = program(
        hub,
        "grace",
        ATTACH
        + """
first = hub[hub.wait("ada/delays", timeout=80)].to_spark()
say(json.dumps(first.count()))
hub.wait("ada/delays:v2", timeout=80)
say(json.dumps([first.count(), hub["ada/delays:v1"].to_arrow().num_rows, hub["ada/delays"].num_rows]))
""",
    )
    ada = program(
        hub,
        "ada",
        ATTACH
        + """
v1 = hub.publish("ada/delays", spark.range(10))
hub.share("ada/delays", "grace")
hear()
hub.publish("ada/delays", spark.range(20), replacing=v1)
try:
    hub.publish("ada/delays", spark.range(30), replacing=v1)
except drystone.Conflict as error:
    say(error.code)
""",
    )
    assert grace.result() == 10
    ada.hears("publish again")
    assert ada.says() == "CONFLICT"
    assert grace.result() == [10, 10, 20]
    for client in (ada, grace):
        client.end()
