"""Following what changes in a registry."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

from drystone._session import Exchange
from drystone.errors import InvalidArgument
from drystone.label import Commit

LONGEST_POLL = 30.0
"""The seconds that one question may wait in the hub."""


class Deadline:
    """The end of a wait that is made of several questions."""

    def __init__(self, timeout: float | None) -> None:
        """Starts now.

        Args:
            timeout: seconds; None never ends.

        Raises:
            InvalidArgument: the timeout is below zero, or no number.
        """
        if timeout is not None and not timeout >= 0:
            raise InvalidArgument(
                f"the timeout {timeout} is none", "it is below zero", "Give seconds, or None"
            )
        self._end = None if timeout is None else time.monotonic() + timeout

    def next_poll(self) -> float:
        """The seconds for the next question; 0 when the time is over."""
        if self._end is None:
            return LONGEST_POLL
        return min(LONGEST_POLL, max(0.0, self._end - time.monotonic()))


class Watch:
    """The commits after a position, in order; none is left out. For one thread at a time.

    It asks the hub when it is asked, and keeps nothing open between: there is nothing to close.
    Keep `position` to go on from there later, in another program too.
    """

    def __init__(self, exchange: Exchange, after: str, scope: str | None) -> None:
        """Makes a watch; meant for `Hub.watch`."""
        self._exchange = exchange
        self._scope = scope
        self._position = after

    @property
    def position(self) -> str:
        """Everything up to here was returned, or hidden by the scope."""
        return self._position

    def next(self, timeout: float | None = None) -> Commit | None:
        """Returns the next commit, as soon as there is one.

        Args:
            timeout: the seconds to wait; None waits for ever. Ctrl-C ends the wait.

        Returns:
            The commit, or None when the time is over.

        Raises:
            Compacted: the hub no longer keeps what comes next.
        """
        deadline = Deadline(timeout)
        while True:
            seconds = deadline.next_poll()
            commit = self._poll(seconds)
            if commit is not None or seconds == 0:
                return commit

    def __iter__(self) -> Iterator[Commit]:
        """Goes on for ever; Ctrl-C or ``break`` ends it."""
        while True:
            commit = self.next()
            if commit is not None:
                yield commit

    def _poll(self, seconds: float) -> Commit | None:
        asked: dict[str, Any] = {"after": self._position, "scope": self._scope, "seconds": seconds}
        answer = self._exchange.call("changes", asked, work=seconds)
        self._position = answer["position"]
        return Commit.from_json(answer["commit"]) if answer.get("commit") else None
