"""Small HTML cards for notebooks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape


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
