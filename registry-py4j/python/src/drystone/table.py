"""A published table as a Python program sees it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from itertools import accumulate
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from drystone import _html
from drystone._parquet import read_parts
from drystone._schema import arrow_schema
from drystone._session import Exchange
from drystone.errors import InvalidArgument, Limit, NotPermitted, TypeMismatch, Unavailable
from drystone.label import Label

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    from pyspark.sql import DataFrame

DEFAULT_LIMIT = 2 * 1024**3
_PARQUET = "application/vnd.apache.parquet"


class Table:
    """One version of a published table. Looking at it transfers nothing; the ``to_`` methods fetch.

    Any consumer of Arrow streams (polars, DuckDB, pyarrow) takes a table directly. Every fetch gives
    the same rows. The object is safe for use by several threads, and holds no data.

    All fetches raise Limit when more than ``limit`` bytes (compressed, as they travel) would come;
    ``limit=None`` fetches whatever it is. They raise Unavailable when the data is no more, or when
    less came than was announced: there is never a shorter table.

    Attributes:
        label: what is known of this version.
    """

    def __init__(
        self, label: Label, exchange: Exchange, open_in_spark: Callable[[str], DataFrame] | None = None
    ) -> None:
        """Makes the handle; meant for `Hub.get`."""
        self.label = label
        self._exchange = exchange
        self._open_in_spark = open_in_spark

    @property
    def schema(self) -> pa.Schema:
        """The columns as Arrow types, in order."""
        return arrow_schema(self.label.details.get("columns", ""))

    @property
    def columns(self) -> list[str]:
        """The names of the columns, in order; names may repeat."""
        return list(self.schema.names)

    @property
    def num_rows(self) -> int | None:
        """The number of rows, or None where the hub has not counted them."""
        rows = self.label.details.get("rows")
        return None if rows is None else int(rows)

    @property
    def num_bytes(self) -> int | None:
        """The bytes that a fetch transfers, or None where they are not known before."""
        size = self.label.details.get("bytes")
        return None if size is None else int(size)

    def to_arrow(self, *, limit: int | None = DEFAULT_LIMIT) -> pa.Table:
        """Fetches the rows as a pyarrow.Table."""
        schema = self.schema
        if self.num_bytes is not None:
            self._check_size(self.num_bytes, limit)
        table = read_parts(self._fetch(limit), schema)
        if self.num_rows not in (None, table.num_rows):
            raise Unavailable(
                f"{self.label.ref} is incomplete", f"{table.num_rows} of {self.num_rows} rows came",
                "Fetch it again; tell the owner of the hub if it stays",
            )  # fmt: skip
        return table

    def to_pandas(self, *, limit: int | None = DEFAULT_LIMIT) -> pd.DataFrame:
        """Fetches the rows as a pandas.DataFrame, with the types that `pandas.read_parquet` gives."""
        frame: pd.DataFrame = self.to_arrow(limit=limit).to_pandas()
        return frame

    def to_polars(self, *, limit: int | None = DEFAULT_LIMIT) -> pl.DataFrame:
        """Fetches the rows as a polars.DataFrame.

        Raises:
            TypeMismatch: two columns have the same name, which polars does not allow.
        """
        import polars

        repeated = [name for name, count in Counter(self.columns).items() if count > 1]
        if repeated:
            raise TypeMismatch(
                f"{self.label.ref} cannot become a polars.DataFrame",
                f"the column name {', '.join(map(repr, repeated))} is there more than once",
                "Use to_arrow() and rename_columns(..), or to_pandas()",
            )
        return polars.DataFrame(self.to_arrow(limit=limit))

    def to_spark(self) -> DataFrame:
        """Opens the table as a DataFrame of this program's SparkSession; no data moves.

        Raises:
            NotPermitted: this hub object came from `connect`, not from `attach`.
        """
        if self._open_in_spark is None:
            raise NotPermitted(
                f"{self.label.ref} cannot be opened in Spark", "connect() gives no SparkSession",
                "Use drystone.attach(), on the hub's machine and with the right jvm",
            )  # fmt: skip
        return self._open_in_spark(self.label.ref)

    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any:
        """Fetches the rows for any consumer of Arrow's C stream interface."""
        return self.to_arrow().__arrow_c_stream__(requested_schema)

    def _fetch(self, limit: int | None) -> list[pa.Buffer]:
        """All parts in one piece of memory, and a view of it for each."""
        export = self._exchange.call("export", {"ref": self.label.ref}, work=float("inf"))
        if export["mediaType"] != _PARQUET:
            raise TypeMismatch(
                f"{self.label.ref} is no table",
                f"the hub exports it as {export['mediaType']}",
                "Use another reference",
            )
        sizes = [int(size) for size in export["sizes"]]
        self._check_size(sum(sizes), limit)
        whole = pa.allocate_buffer(sum(sizes))
        self._exchange.fetch(export["export"], memoryview(whole).cast("B"))
        starts = accumulate(sizes, initial=0)
        return [whole.slice(start, size) for start, size in zip(starts, sizes, strict=False)]

    def _check_size(self, size: int, limit: int | None) -> None:
        if limit is not None and limit < 0:
            raise InvalidArgument(f"the limit {limit} is none", "it is below zero", "Give bytes, or None")
        if limit is not None and size > limit:
            raise Limit(
                f"{self.label.ref} was not fetched", f"{size:,} bytes would come, the limit is {limit:,}",
                "Make it smaller in the hub, or say limit=None",
            )  # fmt: skip

    def __repr__(self) -> str:
        rows = "?" if self.num_rows is None else f"{self.num_rows:,}"
        return f"<Table {self.label.ref}: {rows} rows x {len(self.columns)} columns>"

    def _repr_html_(self) -> str:
        schema = self.schema
        columns = ", ".join(f"{field.name} {field.type}" for field in schema)
        size = {"rows": self.num_rows, "bytes": self.num_bytes, "columns": columns}
        return _html.card(self.label.ref, {**size, **self.label.facts()})
