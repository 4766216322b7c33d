"""Small HTML cards for notebooks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from drystone.label import Label

ROWS = 20
"""How many names a card shows."""


def card(title: str, facts: Mapping[str, object]) -> str:
    """A title and facts below it; facts that are None or empty are left out."""
    rows = "".join(
        f"<tr><th style='text-align:left'>{escape(name)}</th>"
        f"<td style='text-align:left'>{escape(str(fact))}</td></tr>"
        for name, fact in facts.items()
        if fact not in (None, "", ())
    )
    return f"<div><b>{escape(title)}</b><table>{rows}</table></div>"


def table(title: str, head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A title and a table below it."""
    heads = "".join(f"<th>{escape(name)}</th>" for name in head)
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(str(cell))}</td>" for cell in row) + "</tr>" for row in rows
    )
    return f"<div><b>{escape(title)}</b><table><tr>{heads}</tr>{body}</table></div>"


def labels(title: str, latest: Iterable[Label], has_more: bool) -> str:
    """Names with their latest versions."""
    rows: list[Sequence[object]] = [
        (label.ref, label.type, label.publisher, f"{label.published_at:%Y-%m-%d %H:%M}") for label in latest
    ]
    return table(title, ("latest", "type", "by", "at (UTC)"), [*rows, *([["..."]] if has_more else [])])


def facts(label: Label) -> Mapping[str, object]:
    """What a card tells of a version."""
    return {
        "published": f"by {label.publisher}, {label.published_at:%Y-%m-%d %H:%M:%S} UTC",
        "description": label.description,
        "type": label.type,
        "guarantee": f"{label.guarantee}: {label.evidence}",
        "tags": ", ".join(label.tags),
        "parents": ", ".join(label.parents),
    }
