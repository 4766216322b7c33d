"""The hub as a process of its own."""

import json
import subprocess
import threading
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any

from main_job.places import HUB

_SECONDS_TO_BUILD_AND_START = 1200
_SECONDS_TO_STOP = 90


class HubFailed(Exception):
    """The hub did not start, or did not end well; the message ends with what it said."""


class HubProcess:
    """A hub that runs until the end of a with statement.

    Attributes:
        url: where it serves.
        connection_file: the file with the tokens.
    """

    def __init__(
        self,
        folder: Path,
        tables: Mapping[str, Path],
        users: Iterable[str],
        sealed_users: Iterable[str] = (),
        port: int = 0,
    ) -> None:
        """Describes a hub that keeps its log and its connection file in a folder."""
        self.url = ""
        self.connection_file = folder / "connection.json"
        self._log = folder / "hub.log"
        self._command = [
            str(HUB),
            *("--port", str(port)),
            *("--connection-file", str(self.connection_file)),
            *(word for user in users for word in ("--user", user)),
            *(word for user in sealed_users for word in ("--sealed-user", user)),
            *(word for name, path in tables.items() for word in ("--table", f"{name}={path}")),
        ]
        self._process: subprocess.Popen[str] | None = None

    def __enter__(self) -> "HubProcess":
        with self._log.open("w") as log:
            # In a session of its own, so that Ctrl-C in a terminal does not end it before its clients.
            self._process = subprocess.Popen(
                self._command, stdout=subprocess.PIPE, stderr=log, text=True, start_new_session=True
            )
        try:
            self.url = self._ready()
        except BaseException:
            self._process.kill()
            self._process.wait()
            raise
        return self

    def _ready(self) -> str:
        assert self._process is not None
        assert self._process.stdout is not None
        # The output ends with the process.
        too_late = threading.Timer(_SECONDS_TO_BUILD_AND_START, self._process.kill)
        too_late.start()
        try:
            for line in self._process.stdout:
                if line.startswith("ready "):
                    return line.split()[1]
        finally:
            too_late.cancel()
        raise HubFailed(f"the hub did not start, status {self._process.wait()}:\n{self.said()}")

    @property
    def port(self) -> int:
        """The port of the url."""
        return int(self.url.rpartition(":")[2])

    def token(self, user: str) -> str:
        """The token of a user."""
        users: Mapping[str, Any] = json.loads(self.connection_file.read_text())["users"]
        return str(users[user]["token"])

    def said(self) -> str:
        """The end of the hub's log."""
        return "".join(self._log.read_text().splitlines(keepends=True)[-20:])

    def stop(self) -> int:
        """Asks the hub to end, waits for it and returns its status. Stopping again does nothing.

        Raises:
            HubFailed: it did not end in time, and was killed.
        """
        assert self._process is not None
        self._process.terminate()
        try:
            self._process.communicate(timeout=_SECONDS_TO_STOP)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.communicate()
            raise HubFailed(f"the hub did not end:\n{self.said()}") from None
        return self._process.returncode

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()
