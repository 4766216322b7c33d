"""The JSON of the protocol as read-only Python values (docs/protocol.md, "Values")."""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any
from uuid import UUID

from drystone import _times
from drystone.errors import TypeMismatch
from drystone.readonly import ReadOnlyDict, ReadOnlyList
from drystone.values import EnumValue, RecordValue


def decode(encoded: Any) -> Any:
    """Decodes a value; everything in it is read-only.

    Raises:
        TypeMismatch: it has something that Python cannot hold; the reason says what.
    """
    try:
        return _decode(encoded)
    except (ValueError, TypeError, KeyError, ArithmeticError, RecursionError) as error:
        raise TypeMismatch(
            "the value cannot be read in Python",
            str(error),
            "Ask its publisher for another form; from the JVM it can be read as it is",
        ) from error


def _decode(encoded: Any) -> Any:
    if isinstance(encoded, list):
        return ReadOnlyList([_decode(element) for element in encoded])
    if isinstance(encoded, dict):
        ((tag, content),) = encoded.items()
        if tag not in _TAGS:
            raise ValueError(f"it has a {tag!r}, which this version of drystone does not know")
        return _TAGS[tag](content)
    return encoded


def _map(pairs: list[tuple[Any, Any]]) -> ReadOnlyDict[Any, Any]:
    result = ReadOnlyDict({_hashable(key): _decode(value) for key, value in pairs})
    if len(result) != len(pairs):
        raise ValueError("two keys of a map are equal in Python, such as 1 and 1.0")
    return result


def _set(elements: list[Any]) -> frozenset[Any]:
    result = frozenset(_hashable(element) for element in elements)
    if len(result) != len(elements):
        raise ValueError("two elements of a set are equal in Python, such as 1 and 1.0")
    return result


def _hashable(encoded: Any) -> Any:
    """Decodes a key: a list becomes a tuple, as Python programs write and look up such keys."""
    if isinstance(encoded, list):
        return tuple(_hashable(element) for element in encoded)
    return _decode(encoded)


def _record(content: Mapping[str, Any]) -> RecordValue:
    return RecordValue(content["type"], {name: _decode(value) for name, value in content["fields"]})


_TAGS: Mapping[str, Callable[[Any], Any]] = {
    "int": int,
    "float": float,
    "decimal": Decimal,
    "bytes": lambda text: base64.b64decode(text, validate=True),
    "date": _times.date_of,
    "time": _times.time_of,
    "datetime": _times.datetime_of,
    "instant": _times.instant_of,
    "duration": _times.duration_of,
    "uuid": UUID,
    "set": _set,
    "map": _map,
    "enum": lambda content: EnumValue(content["type"], content["name"]),
    "record": _record,
}
