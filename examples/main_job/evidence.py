"""What there is to show when everything has happened."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

import drystone

from main_job import figures
from main_job.figures import Figures
from main_job.hub_process import HubProcess

_SECONDS_TO_SETTLE = 30
_SHINY = "ada/my new shiny DataFrame"
_LIMITS = "ada/limits"
_RESULT = "shared/delays by weather"
_STOPPED = "shared/ada has stopped Spark"
_NOTE_OF_GRACE = "shared/grace holds version 1"


class Missing(Exception):
    """Something that should have happened did not; the message says what."""


@dataclass(frozen=True)
class Evidence:
    """What the hub says after the three clients are gone.

    Attributes:
        labels: every version that there is, in the order of their revisions.
        position: where the registry stands.
        readers: who was given a right on Ada's value.
        at_start: the hub before its first client.
        with_ada: tables and bytes in the cluster's memory when Ada had used the flights, but not yet Grace.
        with_grace: the same when both had.
        at_end: the hub after its last client.
    """

    labels: Sequence[drystone.Label]
    position: str
    readers: Sequence[str]
    at_start: Figures
    with_ada: tuple[int, int]
    with_grace: tuple[int, int]
    at_end: Figures

    def check(self) -> None:
        """Raises Missing unless it shows that everything happened."""
        _require(self._versions(_SHINY, "ada") == [1, 2], f"two versions of {_SHINY} by ada")
        _require(self._versions(_LIMITS, "ada") == [1], f"{_LIMITS} by ada")
        _require(self._versions(_RESULT, "grace") == [1], f"{_RESULT} by grace")
        _require({"grace", "alan"} <= {*self.readers}, f"{_LIMITS} shared with grace and alan")
        _require(self._revision(_STOPPED) < self._revision(_RESULT), "grace's result after ada's stop")
        _require(self.at_start.cached_bytes > 0, "tables in the cluster's memory")
        _require(
            self.at_start.cached == self.with_ada == self.with_grace,
            "the same memory with one user and with two",
        )
        _require(self.at_end.nothing_left, f"a gateway without anything of the clients, but {self.at_end}")

    def _revision(self, name: str) -> int:
        return max((label.revision for label in self.labels if label.name == name), default=0)

    def _versions(self, name: str, publisher: str) -> list[int]:
        return [label.version for label in self.labels if (label.name, label.publisher) == (name, publisher)]


async def collect(hub: HubProcess, at_start: Figures) -> Evidence:
    """Asks the hub, with the eyes of Ada, who may see everything that was published."""
    with drystone.connect(hub.url, hub.token("ada")) as ada:
        labels = [label for name in ada for label in ada.versions(name)]
        position = ada.watch().position
        readers = [*ada.grants(_LIMITS)]
        note = ada[_NOTE_OF_GRACE]
    return Evidence(
        labels=sorted(labels, key=lambda label: label.revision),
        position=position,
        readers=readers,
        at_start=at_start,
        with_ada=_pair(note["cached before"]),
        with_grace=_pair(note["cached after"]),
        at_end=await _settled(hub),
    )


def _pair(note: dict[str, int]) -> tuple[int, int]:
    return note["tables"], note["bytes"]


async def _settled(hub: HubProcess) -> Figures:
    """The hub as soon as nothing of its clients is left, or as it is when that takes too long."""
    loop = asyncio.get_running_loop()
    deadline = loop.time() + _SECONDS_TO_SETTLE
    while True:
        now = await asyncio.to_thread(figures.ask, hub, "alan")
        if now.nothing_left or loop.time() > deadline:
            return now
        await asyncio.sleep(0.1)


def _require(happened: bool, what: str) -> None:
    if not happened:
        raise Missing(f"there should be {what}")
