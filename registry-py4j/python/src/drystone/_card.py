"""The card of a hub: names with their latest versions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from drystone import _html
from drystone.label import Label

ROWS = 20
"""How many names a card shows."""


def labels(title: str, latest: Iterable[Label], has_more: bool) -> str:
    """Names with their latest versions."""
    rows: list[Sequence[object]] = [
        (label.ref, label.type, label.publisher, f"{label.published_at:%Y-%m-%d %H:%M}") for label in latest
    ]
    return _html.table(title, ("latest", "type", "by", "at (UTC)"), [*rows, *([["..."]] if has_more else [])])
