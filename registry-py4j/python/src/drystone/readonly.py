"""Lists and dicts that cannot be changed: the form in which published values come back.

They are a `list` and a `dict` for whoever reads them (equality, JSON, pandas), and refuse every
change with a word about publishing a changed copy. `thaw` makes the copy.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, NoReturn, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")
C = TypeVar("C", bound=type)

_WORD = (
    "a published value is read-only. Change a copy and publish it: "
    "copy = drystone.thaw(value); ...; hub[name] = copy"
)


def _refuse(method: str) -> Callable[..., NoReturn]:
    def refuse(self: object, *_: object, **__: object) -> NoReturn:
        raise TypeError(f"{method}: {_WORD}")

    refuse.__name__ = method
    refuse.__doc__ = "Raises TypeError: a published value is read-only."
    return refuse


def _refusing(*methods: str) -> Callable[[C], C]:
    """Makes those methods of a class raise TypeError."""

    def decorate(cls: C) -> C:
        for method in methods:
            setattr(cls, method, _refuse(method))
        return cls

    return decorate


@_refusing("__setitem__", "__delitem__", "__iadd__", "__imul__")
@_refusing("append", "extend", "insert", "pop", "remove", "clear", "sort", "reverse")
class ReadOnlyList(list[V]):
    """A list that raises TypeError instead of changing. Equal to a list with the same elements."""

    __slots__ = ()

    def copy(self) -> list[V]:
        """A new, ordinary list of the same elements; `thaw` copies the inner ones too."""
        return list(self)

    def __hash__(self) -> int:  # type: ignore[override]  # a list that cannot change has one
        return hash(tuple(self))

    def __copy__(self) -> ReadOnlyList[V]:
        return self

    def __deepcopy__(self, memo: object) -> ReadOnlyList[V]:
        return self

    def __reduce_ex__(self, protocol: object) -> tuple[Any, ...]:
        return ReadOnlyList, (list(self),)


@_refusing("__setitem__", "__delitem__", "__ior__")
@_refusing("update", "setdefault", "pop", "popitem", "clear")
class ReadOnlyDict(dict[K, V]):
    """A dict that raises TypeError instead of changing. Equal to a dict with the same items."""

    __slots__ = ()

    def copy(self) -> dict[K, V]:
        """A new, ordinary dict of the same items; `thaw` copies the inner ones too."""
        return dict(self)

    def __hash__(self) -> int:  # type: ignore[override]  # a dict that cannot change has one
        return hash(frozenset(self.items()))

    def __copy__(self) -> ReadOnlyDict[K, V]:
        return self

    def __deepcopy__(self, memo: object) -> ReadOnlyDict[K, V]:
        return self

    def __reduce_ex__(self, protocol: object) -> tuple[Any, ...]:
        return ReadOnlyDict, (dict(self),)


def thaw(value: Any) -> Any:
    """Returns an ordinary, changeable copy of a published value, inner values included.

    Lists become `list`, dicts `dict`, sets `set`; what cannot change anyway is returned as it is.
    Keys of dicts and elements of sets stay as they are.
    """
    if isinstance(value, list):
        return [thaw(element) for element in value]
    if isinstance(value, dict):
        return {key: thaw(element) for key, element in value.items()}
    if isinstance(value, (set, frozenset)):
        return set(value)
    return value
