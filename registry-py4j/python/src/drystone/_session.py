"""The session of one program with its hub: a few connections, used by any number of threads."""

from __future__ import annotations

import atexit
import contextlib
import json
import math
import os
import secrets
import threading
import weakref
from collections.abc import Iterator, Mapping
from typing import Any, Protocol

from drystone._endpoint import Endpoint
from drystone._wire import BrokenConnection, Connection, Reference, call_command, parse_answer, stream_command
from drystone.errors import Closed, DrystoneError, OutcomeUnknown, Unavailable, error_from

_IDLE_CONNECTIONS = 4
_FAREWELL_SECONDS = 2.0
_CHANGING = frozenset({"publish", "grant", "revoke"})


class Exchange(Protocol):
    """What a `Hub` needs of its session. Safe for use by several threads.

    All raise the `DrystoneError` that the hub reports, Unavailable when it cannot be reached,
    Closed after `close`.
    """

    @property
    def url(self) -> str:
        """The address of the hub."""

    def call(self, verb: str, arguments: Mapping[str, Any], *, work: float = 0.0) -> Any:
        """Asks the hub and returns the result.

        Args:
            verb: a verb of docs/protocol.md.
            arguments: its arguments; those that are None are left out.
            work: the seconds that the hub may need beyond the session's timeout; may be infinite.

        Raises:
            OutcomeUnknown: the connection broke during a change.
        """

    def publish_object(self, arguments: Mapping[str, Any], object_id: str) -> Any:
        """Publishes a live object of this session and returns the encoded label."""

    def open_object(self, reference: str) -> str:
        """Opens a published live object and returns its id in this session."""

    def fetch(self, export: str, into: memoryview) -> None:
        """Fills the buffer with the parts of an export.

        Raises:
            Unavailable: fewer bytes came.
        """

    def close(self) -> None:
        """Ends the session or leaves it. Never raises, never waits longer than some seconds."""


class Session:
    """An `Exchange` over connections of its own.

    A connection on which anything went wrong, Ctrl-C included, is dropped: the hub then cancels
    what ran on it, and the next call takes another of the same session.
    """

    def __init__(self, endpoint: Endpoint, *, suffix: str | None = None, timeout: float = 30.0) -> None:
        """Prepares a session; the first call connects.

        Args:
            endpoint: the hub.
            suffix: the session to join; None begins one, which `close` ends.
            timeout: the seconds to wait for answers that need no work.
        """
        self._endpoint = endpoint
        self._owned = suffix is None
        self._token = f"{endpoint.secret}.{suffix or secrets.token_urlsafe(16)}"
        self._timeout = timeout
        self._lock = threading.Lock()
        self._idle: list[Connection] = []
        self._busy: set[Connection] = set()
        self._closed = False
        self._process = os.getpid()
        _open_sessions.add(self)

    @property
    def url(self) -> str:
        """The address of the hub."""
        return self._endpoint.url

    def call(self, verb: str, arguments: Mapping[str, Any], *, work: float = 0.0) -> Any:
        """See `Exchange.call`."""
        command = call_command("call", verb, _json(arguments))
        return result_of(self._ask(command, self._timeout + work, changing=verb in _CHANGING))

    def publish_object(self, arguments: Mapping[str, Any], object_id: str) -> Any:
        """See `Exchange.publish_object`; waits until the hub has frozen the object."""
        command = call_command("publishObject", _json(arguments), Reference(object_id))
        return result_of(self._ask(command, math.inf, changing=True))

    def open_object(self, reference: str) -> str:
        """See `Exchange.open_object`."""
        answer = self._ask(call_command("object", reference), self._timeout, changing=False)
        if not isinstance(answer, Reference):
            raise Unavailable(
                f"{reference} cannot be opened", "the hub gave no object", "Ask the owner of the hub"
            )
        return answer

    def fetch(self, export: str, into: memoryview) -> None:
        """See `Exchange.fetch`."""
        try:
            with self._connection() as connection:
                parse_answer(connection.ask(stream_command("stream", export), self._timeout))
                connection.read_into(into, self._timeout)
        except BrokenConnection as broken:
            raise self._unavailable(broken) from broken

    def close(self) -> None:
        """See `Exchange.close`. A session that was joined goes on without this program's calls."""
        if self._is_inherited():
            self._forget()
            return
        with self._lock:
            if self._closed:
                return
            self._closed = True
            idle, busy, self._idle = self._idle, list(self._busy), []
        if self._owned and idle:
            _say_farewell(idle[0])
        for connection in idle + busy:
            connection.close()

    def leave_open(self) -> None:
        """Makes `close` leave the session to others that are in it."""
        self._owned = False

    def __del__(self) -> None:
        self.close()

    def _ask(self, command: str, patience: float, *, changing: bool) -> str | Reference | None:
        try:
            with self._connection() as connection:
                return parse_answer(connection.ask(command, patience))
        except BrokenConnection as broken:
            if broken.sent and changing:
                raise OutcomeUnknown(
                    f"it is not known what became of a call to {self.url}", str(broken),
                    "Look what is there now before you repeat it",
                ) from broken  # fmt: skip
            raise self._unavailable(broken) from broken

    def _unavailable(self, broken: BrokenConnection) -> DrystoneError:
        if self._closed:
            return self._is_closed("it was closed during the call")
        return Unavailable(
            f"the hub at {self.url} does not answer", str(broken), "Look whether it is up, and try again"
        )

    def _is_shut(self) -> bool:
        return self._closed

    def _is_closed(self, reason: str) -> Closed:
        return Closed(f"the connection to {self.url} is closed", reason, "Connect again")

    @contextlib.contextmanager
    def _connection(self) -> Iterator[Connection]:
        connection = self._take()
        try:
            yield connection
        except DrystoneError:  # a whole answer was read
            self._give_back(connection)
            raise
        except BaseException:
            self._drop(connection)
            raise
        else:
            self._give_back(connection)

    def _take(self) -> Connection:
        if self._is_inherited():
            raise self._is_closed("it was made by another process, from which this one was forked")
        with self._lock:
            if self._closed:
                raise self._is_closed("close() was called")
            while self._idle:
                connection = self._idle.pop()
                if connection.is_usable():
                    self._busy.add(connection)
                    return connection
                connection.close()
        connection = Connection(self._endpoint, self._token, self._timeout)
        with self._lock:
            if not self._is_shut():
                self._busy.add(connection)
                return connection
        connection.close()
        raise self._is_closed("close() was called")

    def _is_inherited(self) -> bool:
        """Whether this is a forked child's copy: its connections and even its lock are the parent's."""
        return self._process != os.getpid()

    def _forget(self) -> None:
        self._closed = True
        for connection in [*self._idle, *self._busy]:
            connection.release()

    def _give_back(self, connection: Connection) -> None:
        with self._lock:
            self._busy.discard(connection)
            keep = not self._closed and len(self._idle) < _IDLE_CONNECTIONS
            if keep:
                self._idle.append(connection)
        if not keep:
            connection.close()

    def _drop(self, connection: Connection) -> None:
        with self._lock:
            self._busy.discard(connection)
        connection.close()


def _json(arguments: Mapping[str, Any]) -> str:
    given = {name: value for name, value in arguments.items() if value is not None}
    return json.dumps(given, separators=(",", ":"), allow_nan=False)


def result_of(answer: str | Reference | None) -> Any:
    """Opens an envelope: returns what is ``ok``, raises the ``error``."""
    try:
        envelope = json.loads(answer or "")
        error = envelope.get("error")
        ok = None if error else envelope["ok"]
    except (ValueError, KeyError, AttributeError) as broken:
        raise Unavailable(
            "the hub's answer is none of this protocol",
            str(broken),
            "Look whether its version fits this package",
        ) from broken
    if error:
        raise error_from(error)
    return ok


def _say_farewell(connection: Connection) -> None:
    with contextlib.suppress(BrokenConnection):  # the hub sees the end of the connections as well
        connection.ask(call_command("call", "close", "{}"), _FAREWELL_SECONDS)


_open_sessions: weakref.WeakSet[Session] = weakref.WeakSet()


@atexit.register
def _close_all() -> None:
    """Lets the hub free at once what this program held."""
    for session in list(_open_sessions):
        session.close()
