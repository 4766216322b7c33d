"""One Py4J connection to a hub. Py4J's own client would do, but for three things.

It writes to the root logger, it can leave a half-read answer behind after Ctrl-C, and it reads
streams in small pieces.
"""

from __future__ import annotations

import contextlib
import io
import json
import math
import socket

from py4j import protocol

from drystone._endpoint import Endpoint
from drystone.errors import DrystoneError, NotPermitted, Unavailable, error_from

REGISTRY_OBJECT = "drystone"
"""The reserved id of the hub's registry object."""

_REMEDY = "Look whether the hub is up, and connect again"


class BrokenConnection(Exception):
    """The connection ended or was silent too long. Nothing else may be done with it.

    Attributes:
        sent: whether the hub may have received the command.
    """

    def __init__(self, reason: str, *, sent: bool) -> None:
        super().__init__(reason)
        self.sent = sent


class Reference(str):
    """The id of a Java object of this session, as argument or answer of a command."""

    __slots__ = ()


def call_command(method: str, *arguments: str) -> str:
    """The text of a Py4J call of the registry object."""
    return _command(protocol.CALL_COMMAND_NAME, method, arguments)


def stream_command(method: str, *arguments: str) -> str:
    """The text of a Py4J call whose answer is a stream of bytes."""
    return _command(protocol.STREAM_COMMAND_NAME, method, arguments)


def _command(name: str, method: str, arguments: tuple[str, ...]) -> str:
    parts = "".join(
        f"{protocol.REFERENCE_TYPE}{argument}\n"
        if isinstance(argument, Reference)
        else str(protocol.get_command_part(argument))
        for argument in arguments
    )
    return f"{name}{REGISTRY_OBJECT}\n{method}\n{parts}{protocol.END_COMMAND_PART}"


def parse_answer(answer: str) -> str | Reference | None:
    """Reads Py4J's answer, without its leading ``!``, to a call of the registry object.

    Raises:
        Unavailable: it is an error answer, so what answers is no Drystone hub, or another version.
    """
    kind, content = answer[:2], answer[2:]
    if kind == protocol.SUCCESS + protocol.STRING_TYPE:
        return str(protocol.unescape_new_line(content))
    if kind == protocol.SUCCESS + protocol.REFERENCE_TYPE:
        return Reference(content)
    if kind in (protocol.SUCCESS + protocol.VOID_TYPE, protocol.SUCCESS + protocol.NULL_TYPE):
        return None
    raise Unavailable(
        "the gateway did not understand a call", _text(answer) or "it gives no reason",
        "Look whether a Drystone hub listens there, and whether its version fits this package",
    )  # fmt: skip


def _text(answer: str) -> str:
    """The first line of the text of an error answer, if it has one."""
    if answer[1:2] != protocol.STRING_TYPE:
        return ""
    return str(protocol.unescape_new_line(answer[2:])).partition("\n")[0]


class Connection:
    """A socket that has authenticated. For one thread at a time; `close` may come from any."""

    def __init__(self, endpoint: Endpoint, token: str, patience: float) -> None:
        """Connects and authenticates.

        Args:
            endpoint: where to.
            token: the token with the session's suffix.
            patience: the seconds to wait for the hub.

        Raises:
            Unavailable: nothing answers there, or no hub.
            NotPermitted: the hub does not know the token.
        """
        try:
            self._socket = socket.create_connection((endpoint.host, endpoint.port), patience)
        except OSError as error:
            raise Unavailable(
                f"no hub answers at {endpoint.url}",
                f"{error}; the address is from {endpoint.source}",
                _REMEDY,
            ) from error
        try:
            self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
            self._stream = io.BufferedReader(socket.SocketIO(self._socket, "rb"), 1 << 16)
            self._authenticate(endpoint, token, patience)
        except BaseException:
            self.close()
            raise

    def _authenticate(self, endpoint: Endpoint, token: str, patience: float) -> None:
        if token != token.strip() or "\n" in token or not token.isprintable():
            raise NotPermitted(
                "the token is none", "a token is one line of printable characters", "Copy it again"
            )
        try:
            answer = self.ask(f"{protocol.AUTH_COMMAND_NAME}\n{token}\n", patience)
        except BrokenConnection as broken:
            raise Unavailable(f"no hub answers at {endpoint.url}", str(broken), _REMEDY) from broken
        if not answer.startswith(protocol.SUCCESS):
            raise _refusal(answer, endpoint)

    def is_usable(self) -> bool:
        """Whether the other end still listens, as far as can be seen without asking it."""
        try:
            self._socket.setblocking(False)
            self._socket.recv(1, socket.MSG_PEEK)
        except BlockingIOError:
            return True
        except OSError:
            return False
        return False  # it ended, or something came that nobody asked for

    def ask(self, command: str, patience: float) -> str:
        """Sends a command and returns the answer without the leading ``!``.

        Args:
            command: a whole command in Py4J's form.
            patience: the seconds to wait for the answer; may be infinite.

        Raises:
            BrokenConnection: there is no answer.
        """
        sent = False
        try:
            self._socket.settimeout(None if math.isinf(patience) else patience)
            self._socket.sendall(command.encode("utf-8"))
            sent = True
            line = self._stream.readline()
        except TimeoutError:
            raise BrokenConnection(f"the hub did not answer within {patience:g} s", sent=True) from None
        except (OSError, ValueError) as error:  # ValueError: closed by another thread
            raise BrokenConnection(f"the connection broke: {error}", sent=sent) from error
        if not line.endswith(b"\n"):
            raise BrokenConnection("the hub ended the connection", sent=True)
        if not line.startswith(b"!"):
            raise BrokenConnection("what answers there does not speak Py4J", sent=True)
        return line[1:-1].decode("utf-8")

    def read_into(self, target: memoryview, patience: float) -> None:
        """Fills the target with the bytes that follow a stream's answer.

        Args:
            target: where they go; its length says how many.
            patience: the seconds that may pass without a byte.

        Raises:
            BrokenConnection: fewer bytes came.
        """
        got = 0
        try:
            self._socket.settimeout(patience)
            while got < len(target):
                count = self._stream.readinto(target[got:])
                if not count:
                    break
                got += count
        except (OSError, ValueError) as error:
            raise BrokenConnection(f"the connection broke after {got:,} bytes: {error}", sent=True) from error
        if got < len(target):
            raise BrokenConnection(f"{got:,} of {len(target):,} bytes came", sent=True)

    def close(self) -> None:
        """Closes at once, even if another thread waits on it. Never raises."""
        with contextlib.suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self.release()

    def release(self) -> None:
        """Gives back what this process has of the connection; another that has it keeps it."""
        with contextlib.suppress(OSError):
            self._socket.close()


def _refusal(answer: str, endpoint: Endpoint) -> DrystoneError:
    text = str(protocol.unescape_new_line(answer[2:])) if answer[1:2] == protocol.STRING_TYPE else ""
    try:
        return error_from(json.loads(text)["error"])
    except (ValueError, KeyError, TypeError):
        return NotPermitted(
            f"the hub at {endpoint.url} refuses the token", text or "it gives no reason",
            f"The token is from {endpoint.source}; ask the owner of the hub for yours",
        )  # fmt: skip
