"""A hub and its clients as real processes, and how to wait for them."""

from __future__ import annotations

import json
import os
import queue
import re
import signal
import subprocess
import sys
import textwrap
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

LIMIT = 90.0  # seconds; only ends what hangs
MODULE = Path(__file__).parents[3]
ROOT = MODULE.parent
PRELUDE = """
import sys
def say(line): print(line, flush=True)
def hear(): return sys.stdin.readline().strip()
"""
HUB = "org.drystone.registry.spark.pyspark.TestHub"


def until(what: str, condition: Callable[[], bool]) -> None:
    """Waits for a condition, at most for the limit."""
    pause = threading.Event()
    for _ in range(int(LIMIT / 0.05)):
        if condition():
            return
        pause.wait(0.05)
    raise AssertionError(f"still waiting until {what}")


class Lines:
    """The lines that a process prints, each to be taken once."""

    def __init__(self, stream: IO[str]) -> None:
        self._lines: queue.Queue[str | None] = queue.Queue()
        self._seen: list[str] = []
        threading.Thread(target=self._read, args=(stream,), daemon=True).start()

    def _read(self, stream: IO[str]) -> None:
        for line in stream:
            self._lines.put(line.rstrip("\n"))
        self._lines.put(None)

    def next(self) -> str:
        try:
            line = self._lines.get(timeout=LIMIT)
        except queue.Empty:
            raise AssertionError(f"no further line after {self._seen}") from None
        if line is None:
            self._lines.put(None)
            raise AssertionError(f"the process ended after {self._seen}")
        self._seen.append(line)
        return line


class Client:
    """A program of a user. It talks to its test by lines: `say(..)` and `hear()`."""

    def __init__(self, program: str, environment: dict[str, str], log: Path) -> None:
        with log.open("a") as errors:
            self.process = subprocess.Popen(
                [sys.executable, "-c", PRELUDE + textwrap.dedent(program)],
                env={**os.environ, **environment},
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors, text=True,
            )  # fmt: skip
        assert self.process.stdout is not None
        self._lines = Lines(self.process.stdout)
        self.log = log

    def hears(self, line: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()

    def says(self) -> str:
        try:
            return self._lines.next()
        except AssertionError as error:
            raise AssertionError(f"{error}\n{self.log.read_text()[-4000:]}") from None

    def result(self) -> object:
        return json.loads(self.says())

    def interrupt(self) -> None:
        self.process.send_signal(signal.SIGINT)

    def kill(self) -> None:
        self.process.kill()
        self.process.wait(LIMIT)

    def end(self) -> None:
        """Waits for a program that comes to its end by itself."""
        assert self.process.wait(LIMIT) == 0, self.log.read_text()[-4000:]


class Hub:
    """A hub for the users ada and grace."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._connection = folder / "connection.json"
        self._log = folder / "hub.log"
        self._clients: list[Client] = []
        command = [_java(), *_spark_options(), "-cp", _class_path(), HUB, str(self._connection)]
        with self._log.open("w") as errors:
            self._process = subprocess.Popen(
                [*command, "ada", "grace"],
                env={**os.environ, "PYSPARK_PYTHON": sys.executable},
                cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors, text=True,
            )  # fmt: skip
        assert self._process.stdout is not None
        self._lines = Lines(self._process.stdout)
        ready = self._ready()
        self.port = int(ready.rsplit(":", 1)[1])

    def _ready(self) -> str:
        try:
            return self._lines.next()
        except AssertionError as error:
            raise AssertionError(f"{error}\n{self.log()[-4000:]}") from None

    def ask(self, question: str) -> str:
        assert self._process.stdin is not None
        self._process.stdin.write(question + "\n")
        self._process.stdin.flush()
        return self._lines.next()

    def jobs(self) -> int:
        return int(self.ask("jobs"))

    def storage(self) -> int:
        return int(self.ask("storage"))

    def sessions(self, user: str) -> list[str]:
        return [each for each in self.ask("sessions").split() if each.startswith(user + ":")]

    def python_processes(self) -> int:
        """The processes that run Python functions; each session has its own."""
        listing = subprocess.run(["ps", "-o", "args=", "--ppid", str(self._process.pid)], capture_output=True)
        return listing.stdout.decode().count("pyspark")

    def log(self) -> str:
        return self._log.read_text()

    def token(self, user: str) -> str:
        token: str = json.loads(self._connection.read_text())["users"][user]["token"]
        return token

    def client(self, user: str, program: str, **environment: str) -> Client:
        """Starts an unmodified PySpark program with the two variables."""
        gateway = {
            "PYSPARK_GATEWAY_PORT": str(self.port),
            "PYSPARK_GATEWAY_SECRET": self.token(user),
            "PYSPARK_PYTHON": sys.executable,
        }
        log = self._folder / f"{user}-{len(self._clients)}.log"
        client = Client(program, {**gateway, **environment}, log)
        self._clients.append(client)
        return client

    def end_clients(self) -> None:
        for client in self._clients:
            client.kill()
        until("no client is left", lambda: self.ask("sessions") == "")

    def close(self) -> None:
        for client in self._clients:
            client.kill()
        assert self._process.stdin is not None
        self._process.stdin.close()
        try:
            self._process.wait(LIMIT)
        finally:
            self._process.kill()


def _java() -> str:
    home = os.environ.get("JAVA_HOME")
    return str(Path(home) / "bin" / "java") if home else "java"


def _spark_options() -> Iterator[str]:
    """What Spark needs of Java, as the build says it."""
    opens = re.search(r"<spark\.opens>(.*?)</spark\.opens>", (ROOT / "pom.xml").read_text(), re.DOTALL)
    assert opens is not None
    yield from opens[1].split()
    yield "-Xmx1g"
    yield f"-Dlog4j2.configurationFile={Path(__file__).with_name('hub-log.properties')}"


def _class_path() -> str:
    target = MODULE / "target"
    needed = (target / "classpath").read_text().strip()
    return os.pathsep.join([str(target / "classes"), str(target / "test-classes"), needed])
