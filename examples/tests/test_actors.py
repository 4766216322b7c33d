"""Who works with the hub is run at once, and nobody waits for one who failed."""

import asyncio
import os
import sys
from pathlib import Path

import pytest

from main_job.actors import Actor, ActorFailed, play


def actor(name: str, program: str) -> Actor:
    """A Python program given as text."""
    return Actor(name, ["-c", program], dict(os.environ))


def test_all_run_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    reads = actor("reader", f"print(open({str(tmp_path / 'pipe')!r}).read())")
    writes = actor("writer", f"open({str(tmp_path / 'pipe')!r}, 'w').write('hello')")

    asyncio.run(play([reads, writes], tmp_path))

    assert (tmp_path / "reader.txt").read_text() == "hello\n"


def test_a_failure_ends_the_others_and_tells_why(tmp_path: Path) -> None:
    waits = actor("ada", "import signal; signal.pause()")
    fails = actor("grace", "raise SystemExit('the weather is missing')")

    with pytest.raises(ActorFailed, match="grace's program ended with status 1:\nthe weather is missing"):
        asyncio.run(play([waits, fails], tmp_path))


def test_alan_finds_no_spark(tmp_path: Path) -> None:
    from main_job.places import CLIENTS, WITHOUT_PYSPARK

    program = f"import sys; sys.path.insert(0, {str(CLIENTS)!r}); import alan; alan.{CHECK}()"
    environment = {"PATH": str(Path(sys.executable).parent), "PYTHONPATH": str(WITHOUT_PYSPARK)}

    asyncio.run(play([Actor("alan", ["-c", program], environment)], tmp_path))

    assert "there is no PySpark here" in (tmp_path / "alan.txt").read_text()


CHECK = "check_that_this_is_no_spark_machine"
