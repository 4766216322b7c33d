"""A hub that answers what a test tells it to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from drystone import DrystoneError, Hub, Unavailable
from drystone._hello import Hello

LABEL = {
    "name": "ada/x",
    "version": 1,
    "revision": 7,
    "previous": None,
    "publisher": "ada",
    "publishedAt": "2026-01-02T03:04:05.678901234Z",
    "type": "java.util.List<java.lang.Object>",
    "guarantee": "IMMUTABLE",
    "evidence": "a List.of of Long",
    "description": None,
    "tags": [],
    "properties": {},
    "details": {},
    "parents": [],
}


class FakeExchange:
    """An exchange whose answers are given verb by verb; remembers what it was asked."""

    url = "drystone://fake:1"

    def __init__(self, **answers: Any) -> None:
        self.answers = answers
        self.asked: list[tuple[str, dict[str, Any]]] = []
        self.parts: list[bytes] = []
        self.closed = False

    def call(self, verb: str, arguments: Mapping[str, Any], *, work: float = 0.0) -> Any:
        given = {name: value for name, value in arguments.items() if value is not None}
        self.asked.append((verb, given))
        answer = self.answers[verb]
        if isinstance(answer, list):
            answer = answer.pop(0)
        if isinstance(answer, DrystoneError):
            raise answer
        return answer

    def publish_object(self, arguments: Mapping[str, Any], object_id: str) -> Any:
        return self.call("publishObject", {**arguments, "object": object_id})

    def open_object(self, reference: str) -> str:
        return f"o-{reference}"

    def fetch(self, export: str, into: memoryview) -> None:
        data = b"".join(self.parts)
        if len(data) < len(into):
            raise Unavailable("the hub does not answer", "fewer bytes came", "Try again")
        into[:] = data

    def close(self) -> None:
        self.closed = True


def hub_with(**answers: Any) -> tuple[Hub, FakeExchange]:
    exchange = FakeExchange(**answers)
    return Hub(exchange, Hello("ada", "sealed", "s1", "r#7")), exchange


def label(**changed: Any) -> dict[str, Any]:
    return {**LABEL, **changed}
