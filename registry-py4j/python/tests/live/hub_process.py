"""A real hub, without Spark, in a process of its own."""

from __future__ import annotations

import json
import os
import signal
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_MODULE = Path(__file__).parents[3]
_MAIN = "org.drystone.registry.py4j.TestHub"


@dataclass(frozen=True)
class SessionLine:
    """What the hub tells of one session."""

    id: str
    user: str
    right: str
    connections: int
    handles: int


class HubProcess:
    """`TestHub` with the users ada (jvm), grace (sealed) and bob (sealed)."""

    def __init__(self, folder: Path) -> None:
        self.connection_file = folder / "connection.json"
        users = ["--user", "ada", "--sealed-user", "grace", "--sealed-user", "bob"]
        command = [_java(), "-Xmx256m", "-cp", _class_path(), _MAIN, *users]
        self.process = subprocess.Popen(
            [*command, "--connection-file", str(self.connection_file)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        ready = self._line()
        assert ready.startswith("ready "), f"the hub did not start: {ready!r}"
        self.url = ready.removeprefix("ready ")

    def _line(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline().rstrip("\n")

    def sessions(self) -> list[SessionLine]:
        """The sessions that the hub has now."""
        assert self.process.stdin is not None
        self.process.stdin.write("sessions\n")
        self.process.stdin.flush()
        return [_session(line) for line in iter(self._line, "")]

    def token(self, user: str) -> str:
        """The token of a user."""
        return str(self._content()["users"][user]["token"])

    def environment(self) -> dict[str, str]:
        """The environment of a client program: this hub, and no Java on its path."""
        path = str(self.connection_file.parent / "no-java-here")
        kept = {
            name: value for name, value in os.environ.items() if not name.startswith(("DRYSTONE", "JAVA"))
        }
        return {**kept, "DRYSTONE_CONNECTION_FILE": str(self.connection_file), "PATH": path}

    def _content(self) -> dict[str, Any]:
        return dict(json.loads(self.connection_file.read_text()))

    def kill(self) -> None:
        """Ends the hub without a chance to clean up."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(30)

    def close(self) -> None:
        """Ends the hub as its owner does."""
        if self.process.stdin is not None and not self.process.stdin.closed:
            self.process.stdin.close()
        try:
            self.process.wait(30)
        finally:
            self.process.kill()
            if self.process.stdout is not None:
                self.process.stdout.close()


def _session(line: str) -> SessionLine:
    session, user, right, connections, handles = line.split(" ")
    return SessionLine(session, user, right, int(connections), int(handles))


def _java() -> str:
    home = os.environ.get("JAVA_HOME")
    return str(Path(home, "bin", "java")) if home else "java"


def _class_path() -> str:
    target = _MODULE / "target"
    dependencies = target / "classpath"
    assert dependencies.is_file(), (
        f"{dependencies} is missing: run mvn -pl registry-py4j -am process-test-classes"
    )
    return os.pathsep.join([str(target / "test-classes"), str(target / "classes"), dependencies.read_text()])
