"""The registry for a program whose PySpark is attached to the hub's driver."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from py4j.java_gateway import JavaGateway, JavaObject

from drystone._hello import Hello
from drystone._live import is_java_object, is_spark_frame
from drystone._session import Exchange
from drystone.errors import TypeMismatch
from drystone.hub import Hub
from drystone.label import Label
from drystone.table import Table

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession


class AttachedHub(Hub):
    """A `Hub` that also publishes and opens what lives in the hub's JVM.

    `close` ends the use of the registry only: the session goes on as long as PySpark, and ends with
    the program. The hub object in turn outlives ``spark.stop()``.
    """

    def __init__(self, exchange: Exchange, hello: Hello, gateway: JavaGateway) -> None:
        """Makes a hub; meant for `drystone.attach`."""
        super().__init__(exchange, hello)
        self._gateway = gateway

    @property
    def spark(self) -> SparkSession:
        """This program's SparkSession on the shared driver; a fresh one after ``spark.stop()``."""
        from pyspark.sql import SparkSession

        return SparkSession.builder.getOrCreate()

    def _table(self, label: Label) -> Table:
        return Table(label, self._exchange, self._open_in_spark)

    def _open_in_spark(self, ref: str) -> DataFrame:
        from pyspark.sql import DataFrame

        return DataFrame(self._open_object(ref), self.spark)

    def _open(self, label: Label) -> Any:
        return self._open_object(label.ref)

    def _open_object(self, ref: str) -> JavaObject:
        self.describe(ref)  # its errors are clear; opening throws in the JVM
        return JavaObject(self._exchange.open_object(ref), self._gateway._gateway_client)

    def _live_object(self, value: Any) -> Any:
        if isinstance(value, Table):
            return self._open_object(value.label.ref)
        if is_spark_frame(value):
            value = getattr(value, "_jdf", None)
        elif not is_java_object(value):
            return None
        if value is None or value._gateway_client is not self._gateway._gateway_client:
            raise TypeMismatch(
                "the DataFrame cannot be published", "it belongs to another Spark than the hub's",
                "Make it with hub.spark",
            )  # fmt: skip
        return value
