"""Python's plain data as the JSON of the protocol (docs/protocol.md, "Values")."""

from __future__ import annotations

import base64
import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from enum import Enum
from typing import Any
from uuid import UUID

from drystone._times import duration_text, instant_text
from drystone.errors import InvalidArgument, NotImmutable
from drystone.values import EnumValue, RecordValue

_EXACT_IN_JSON = 2**53
_DEEPEST = 64


def encode(value: object) -> Any:
    """Encodes plain data; the value itself is not kept.

    Raises:
        NotImmutable: an element is no plain data; the reason names its path.
        InvalidArgument: an element cannot be represented, or the value contains itself.
    """
    return _Encoder().encode(value, "value")


def _not_plain(value: object, path: str, remedy: str) -> NotImmutable:
    kind = f"{type(value).__module__}.{type(value).__qualname__}".removeprefix("builtins.")
    return NotImmutable(
        "the value cannot be published", f"{path} is a {kind}, which is no plain data", remedy
    )


def _unrepresentable(path: str, reason: str, remedy: str) -> InvalidArgument:
    return InvalidArgument("the value cannot be published", f"{path} {reason}", remedy)


class _Encoder:
    """Walks one value; keeps the containers it is in, to see a cycle."""

    def __init__(self) -> None:
        self._inside: set[int] = set()

    def encode(self, value: object, path: str) -> Any:
        if value is None or value is True or value is False:
            return value
        if isinstance(value, (Enum, EnumValue, RecordValue)) or _is_named_tuple(value):
            raise _not_plain(value, path, "Publish its plain values, for example as a dict")
        scalar = _scalar(value, path)
        return self._container(value, path) if scalar is None else scalar

    def _container(self, value: object, path: str) -> Any:
        if isinstance(value, (list, tuple)):
            return self._within(value, path, self._list)
        if isinstance(value, dict):
            return self._within(value, path, self._map)
        if isinstance(value, (set, frozenset)):
            return {"set": self._within(value, path, self._list)}
        raise _not_plain(value, path, _remedy(value))

    def _list(self, value: Iterable[object], path: str) -> list[Any]:
        return [self.encode(element, f"{path}[{i}]") for i, element in enumerate(value)]

    def _map(self, value: Mapping[object, object], path: str) -> dict[str, Any]:
        return {
            "map": [
                [self.encode(key, f"the key {key!r} of {path}"), self.encode(element, f"{path}[{key!r}]")]
                for key, element in value.items()
            ]
        }

    def _within(self, value: Any, path: str, encode: Callable[[Any, str], Any]) -> Any:
        if id(value) in self._inside:
            raise _unrepresentable(path, "contains itself", "Publish a value without cycles")
        if len(self._inside) >= _DEEPEST:
            raise _unrepresentable(
                path, f"is nested deeper than {_DEEPEST} levels", "Publish a flatter value"
            )
        self._inside.add(id(value))
        try:
            return encode(value, path)
        finally:
            self._inside.discard(id(value))


def _is_named_tuple(value: object) -> bool:
    return isinstance(value, tuple) and hasattr(value, "_fields")


def _scalar(value: object, path: str) -> Any:
    """Encodes a value without elements; None if it is something else."""
    for kind, encode in _SCALARS:
        if isinstance(value, kind):
            if type(value) is not kind and kind not in _OPEN:
                return None
            return encode(value, path)
    return None


def _int(value: int, path: str) -> Any:
    if abs(value) <= _EXACT_IN_JSON:
        return int(value)
    try:
        return {"int": str(int(value))}
    except ValueError:
        raise _unrepresentable(path, "has more digits than Python writes", "Publish it as text") from None


def _float(value: float, path: str) -> Any:
    names = {"inf": "Infinity", "-inf": "-Infinity", "nan": "NaN"}
    text = repr(float(value))
    return {"float": names.get(text, text)}


def _str(value: str, path: str) -> Any:
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:
        raise _unrepresentable(
            path, "is a text with half a surrogate pair", "Publish valid text or bytes"
        ) from None
    return str(value)


def _bytes(value: bytes | bytearray | memoryview, path: str) -> Any:
    return {"bytes": base64.b64encode(value).decode("ascii")}


def _decimal(value: Decimal, path: str) -> Any:
    if not value.is_finite():
        raise _unrepresentable(
            path, f"is the decimal {value}, which the JVM does not know", "Publish a float"
        )
    return {"decimal": str(value)}


def _datetime(value: dt.datetime, path: str) -> Any:
    if value.tzinfo is None:
        return {"datetime": value.isoformat()}
    try:
        return {"instant": instant_text(value)}
    except OverflowError:
        raise _unrepresentable(path, "is outside the years 1 to 9999 in UTC", "Publish it as text") from None


def _time(value: dt.time, path: str) -> Any:
    if value.tzinfo is not None:
        raise _unrepresentable(
            path, "is a time of day with a zone", "Publish a datetime, or time and zone apart"
        )
    return {"time": value.isoformat()}


# A datetime is a date, too: the order counts. Subclasses pass where nothing is lost (numpy.float64).
_OPEN = (int, float, str)
_SCALARS: tuple[tuple[type, Callable[[Any, str], Any]], ...] = (
    (int, _int),
    (float, _float),
    (str, _str),
    (bytes, _bytes),
    (bytearray, _bytes),
    (memoryview, _bytes),
    (Decimal, _decimal),
    (dt.datetime, _datetime),
    (dt.date, lambda value, path: {"date": value.isoformat()}),
    (dt.time, _time),
    (dt.timedelta, lambda value, path: {"duration": duration_text(value)}),
    (UUID, lambda value, path: {"uuid": str(value)}),
)


def _remedy(value: object) -> str:
    if isinstance(value, dt.datetime):
        return "Publish value.to_pydatetime()"
    root = type(value).__module__.partition(".")[0]
    if root == "numpy":
        return "Publish value.tolist()"
    if root in ("pandas", "polars", "pyarrow"):
        return (
            "Publish plain values; a table comes into the hub as a PySpark DataFrame: "
            "hub = drystone.attach(); hub[name] = hub.spark.createDataFrame(table)"
        )
    if root == "pyspark":
        return "Publish DataFrames one by one, each under its own name, over drystone.attach()"
    return (
        "Publish None, bool, int, float, str, bytes, Decimal, times, UUID, or lists, dicts and sets of them"
    )
