"""The well-known sketch, from plain Py4J and from PySpark."""

from __future__ import annotations

from processes import Hub

PY4J = """
import os
from py4j.java_gateway import GatewayParameters, JavaGateway
port, token = int(os.environ["PYSPARK_GATEWAY_PORT"]), os.environ["PYSPARK_GATEWAY_SECRET"]
parameters = GatewayParameters(port=port, auth_token=token, auto_convert=True)
hub = JavaGateway(gateway_parameters=parameters).entry_point
"""


def test_a_data_frame_is_shared_by_name(hub: Hub) -> None:
    ada = hub.client(
        "ada",
        PY4J
        + """
flights = hub.getDataFrame("flights")
selected = flights.select("carrier").toDF()
say(selected.count())
say(hub.saveDataFrame("my new shiny DataFrame", selected))
""",
    )
    assert [ada.says(), ada.says()] == ["5000", "shared/my new shiny DataFrame:v1"]
    grace = hub.client(
        "grace", PY4J + 'again = hub.getDataFrame("my new shiny DataFrame")\nsay(list(again.columns()))\n'
    )
    assert grace.says() == "['carrier']"


def test_a_data_frame_of_pyspark_is_shared_by_name(hub: Hub) -> None:
    ada = hub.client(
        "ada",
        """
from pyspark.sql import DataFrame, SparkSession
spark = SparkSession.builder.getOrCreate()
entry_point = spark.sparkContext._gateway.entry_point
flights = DataFrame(entry_point.getDataFrame("flights"), spark)
counts = flights.groupBy("carrier").count()
say(entry_point.saveDataFrame("counts of PySpark", counts._jdf))
say(spark.table("hub.shared.`counts of PySpark`").count())
""",
    )
    assert [ada.says(), ada.says()] == ["shared/counts of PySpark:v1", "7"]
