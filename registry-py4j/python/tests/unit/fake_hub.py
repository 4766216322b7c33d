"""A small server that speaks the protocol's outer form, and can misbehave on command."""

from __future__ import annotations

import contextlib
import json
import socket
import threading
from collections.abc import Callable
from typing import Any

from py4j.protocol import escape_new_line, unescape_new_line

Answer = Callable[["Client"], None]


class Client:
    """The server's end of one connection."""

    def __init__(self, connection: socket.socket) -> None:
        self.socket = connection
        self.lines = connection.makefile("r", encoding="utf-8", newline="\n")

    def send(self, answer: str, data: bytes = b"") -> None:
        self.socket.sendall(f"!{answer}\n".encode() + data)

    def ok(self, result: Any) -> None:
        self.send(f"ys{escape_new_line(json.dumps({'ok': result}))}")

    def end(self) -> None:
        with contextlib.suppress(OSError):
            self.socket.shutdown(socket.SHUT_RDWR)

    def wait_for_the_end(self) -> None:
        """Returns when the client closed its end."""
        while self.lines.readline():
            pass


def _nothing(client: Client) -> None:
    client.ok(None)


class FakeHub:
    """Answers `hello` by itself; other verbs and streams as a test says in ``answers``."""

    def __init__(self) -> None:
        self._server = socket.create_server(("127.0.0.1", 0))
        self.url = f"drystone://127.0.0.1:{self._server.getsockname()[1]}"
        self.tokens: list[str] = []
        self.asked: list[tuple[str, Any]] = []
        self.answers: dict[str, Answer] = {}
        self.refusal: str | None = None
        self.ended = threading.Semaphore(0)
        self._clients: list[Client] = []
        self._threads: list[threading.Thread] = []
        self._start(self._accept)

    def _start(self, work: Callable[..., None], *arguments: object) -> None:
        thread = threading.Thread(target=work, args=arguments, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while True:
            try:
                client = Client(self._server.accept()[0])
            except OSError:
                return
            self._clients.append(client)
            self._start(self._serve, client)

    def _serve(self, client: Client) -> None:
        try:
            while name := client.lines.readline().rstrip("\n"):
                self._command(client, name)
        except OSError:
            pass
        finally:
            client.lines.close()
            client.socket.close()
            self.ended.release()

    def _command(self, client: Client, name: str) -> None:
        if name == "A":
            self.tokens.append(client.lines.readline().rstrip("\n"))
            client.send(self.refusal or "yv")
            return
        target, method = (client.lines.readline().rstrip("\n") for _ in range(2))
        arguments = [*iter(lambda: client.lines.readline().rstrip("\n"), "e")]
        assert target == "drystone"
        texts = [unescape_new_line(argument[1:]) for argument in arguments]
        what = texts[0] if method == "call" else method
        self.asked.append((what, json.loads(texts[1]) if method == "call" else texts))
        if what == "hello" and what not in self.answers:
            client.ok({"protocol": 1, "user": "ada", "right": "jvm", "session": "s", "position": "r#0"})
        else:
            self.answers.get(what, _nothing)(client)

    def end_all_connections(self) -> None:
        for client in self._clients:
            client.end()

    def close(self) -> None:
        with contextlib.suppress(OSError):
            self._server.shutdown(socket.SHUT_RDWR)
        self._server.close()
        self.end_all_connections()
        for thread in self._threads:
            thread.join(30)
