"""Immutable JVM objects without a counterpart in Python: enums and records. Read only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class EnumValue:
    """A constant of a Java enum.

    Attributes:
        type: the name of the enum's class.
        name: the name of the constant.
    """

    type: str
    name: str

    def __str__(self) -> str:
        return self.name


class RecordValue(Mapping[str, Any]):
    """A Java record: a read-only mapping from the names of its components to their values.

    Components are attributes, too, where their name is no method's: ``limits.low``.
    """

    __slots__ = ("_fields", "_type")

    def __init__(self, type: str, fields: Mapping[str, Any]) -> None:  # noqa: A002
        """Makes a record; meant for the codec."""
        object.__setattr__(self, "_type", type)
        object.__setattr__(self, "_fields", dict(fields))

    @property
    def record_type(self) -> str:
        """The name of the record's class."""
        return str(self._type)

    def __getitem__(self, name: str) -> Any:
        return self._fields[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._fields)

    def __len__(self) -> int:
        return len(self._fields)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_") or name not in self._fields:
            raise AttributeError(f"the record {self._type!r} has no component {name!r}")
        return self._fields[name]

    def __setattr__(self, name: str, value: object) -> None:
        raise TypeError(f"{name}: a published value is read-only")

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, RecordValue):
            return NotImplemented
        return (self._type, self._fields) == (other._type, other._fields)

    def __hash__(self) -> int:
        return hash((self._type, tuple(self._fields.items())))

    def __reduce__(self) -> tuple[Any, ...]:
        return RecordValue, (self._type, self._fields)

    def __repr__(self) -> str:
        inside = ", ".join(f"{name}={value!r}" for name, value in self._fields.items())
        return f"{self._type.rpartition('.')[2]}({inside})"
