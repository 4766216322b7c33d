"""The part of one analyst: a program of its own. ``python -m drystone_bench.program WAY [CSV]``.

It prints the seconds from connecting to the first answer, and goes on until its input ends, so that its
memory can be measured. The hub is the one of DRYSTONE_URL and DRYSTONE_TOKEN.
"""

from __future__ import annotations

import json
import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

FLIGHTS = "shared/flights"


def delays(flights: DataFrame) -> int:
    """The first aggregate: mean delay by carrier. Returns the number of carriers."""
    return len(flights.groupBy("carrier").avg("dep_delay").collect())


def attached() -> SparkSession:
    """The second analyst: a session on the shared driver, and the table that lies there."""
    import drystone

    hub = drystone.attach()
    delays(hub[FLIGHTS].to_spark())
    return hub.spark


def own(csv: str) -> SparkSession:
    """An analyst with a PySpark of her own, who reads the CSV and keeps it in memory as the hub does."""
    from pyspark.sql import SparkSession

    spark = SparkSession.builder.master("local[*]").config("spark.ui.enabled", "false").getOrCreate()
    flights = spark.read.csv(csv, header=True, inferSchema=True, nullValue="NA")
    delays(flights)
    flights.createOrReplaceTempView("flights")
    return spark


def connected() -> None:
    """An analyst without Spark: fetches the table and aggregates with polars."""
    import drystone
    import polars

    with drystone.connect() as hub:
        hub[FLIGHTS].to_polars().group_by("carrier").agg(polars.col("dep_delay").mean())


def cached_bytes(spark: SparkSession) -> int:
    """What Spark's storage says of rows kept in memory."""
    return sum(info.memSize() for info in spark.sparkContext._jsc.sc().getRDDStorageInfo())


def main(way: str, *arguments: str) -> None:
    """Does it one way, tells the seconds, and answers each line with the bytes in memory."""
    import drystone  # noqa: F401  # importing libraries is no part of connecting
    import polars  # noqa: F401
    import pyspark.sql

    start = time.perf_counter()
    if way == "connected":
        connected()
        spark = None
    else:
        spark = attached() if way == "attached" else own(*arguments)
    print(json.dumps({"seconds": time.perf_counter() - start}), flush=True)
    for _ in sys.stdin:
        assert isinstance(spark, pyspark.sql.SparkSession)
        if way == "own":
            spark.catalog.cacheTable("flights")
            spark.table("flights").count()
        print(json.dumps({"bytes": cached_bytes(spark)}), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
