"""examples/hub ends with status 2 and one clear line when it cannot do what it was asked to."""

import socket
import subprocess
from pathlib import Path

import pytest

from main_job.places import HUB


def refused(*arguments: str) -> str:
    """The one line that a hub says when it refuses these arguments."""
    done = subprocess.run([str(HUB), *arguments], capture_output=True, text=True, timeout=240)
    assert (done.returncode, done.stdout) == (2, ""), done.stderr
    # Of packages that Spark has opened and newer JVMs no longer have, those warn first.
    [line] = [line for line in done.stderr.splitlines() if not line.startswith("WARNING: package ")]
    return line


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["--prot", "1"], "unknown option --prot"),
        (["--port", "http"], "a number from 0 to 65535 is needed"),
        (["--table", "x=/nowhere/x.csv"], "/nowhere/x.csv is not there"),
        (["--user", "a/b"], '"a/b"'),
    ],
)
def test_a_bad_option(arguments: list[str], reason: str) -> None:
    assert reason in refused(*arguments)


def test_a_port_in_use() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]

        assert f"port {port} cannot be used" in refused("--port", str(port))


def test_a_table_that_is_no_table(tmp_path: Path) -> None:
    archive = tmp_path / "flights.csv.zip"
    archive.write_bytes(b"PK\x03\x04")

    assert "unpack it first" in refused("--port", "0", "--table", f"flights={archive}")


def test_a_connection_file_that_cannot_be_written(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()

    assert str(file) in refused("--port", "0", "--connection-file", str(file / "connection.json"))
