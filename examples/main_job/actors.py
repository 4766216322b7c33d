"""Those who work with the hub: two notebooks and a program without Spark, with environments of their own."""

import asyncio
import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from main_job.hub_process import HubProcess
from main_job.places import CLIENTS, EXAMPLES, WITHOUT_PYSPARK

_SECONDS_TO_END = 20


class ActorFailed(Exception):
    """One of them failed; the message says who, and why."""


@dataclass(frozen=True)
class Actor:
    """A Python program to run.

    Attributes:
        name: whose program it is.
        command: what follows the interpreter.
        environment: all of its environment.
    """

    name: str
    command: Sequence[str]
    environment: Mapping[str, str]


def team(hub: HubProcess, folder: Path) -> list[Actor]:
    """Ada, Grace and Alan. They wait for each other through the hub alone."""
    return [
        Actor("ada", ["-m", "main_job.notebook", "ada", str(folder)], ada(hub, folder)),
        Actor("grace", ["-m", "main_job.notebook", "grace", str(folder)], grace(hub, folder)),
        Actor("alan", [str(CLIENTS / "alan.py")], alan(hub)),
    ]


async def play(actors: Sequence[Actor], folder: Path) -> None:
    """Runs them at once. When one fails, the others are ended too. What they say is left in the folder.

    Raises:
        ActorFailed: one of them failed.
    """
    tasks = [asyncio.create_task(_run(actor, folder)) for actor in actors]
    try:
        await asyncio.gather(*tasks)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


def ada(hub: HubProcess, folder: Path) -> dict[str, str]:
    """Ada's environment: what an unmodified PySpark program needs, two variables."""
    two = {"PYSPARK_GATEWAY_PORT": str(hub.port), "PYSPARK_GATEWAY_SECRET": hub.token("ada")}
    return _jupyter(folder) | two


def grace(hub: HubProcess, folder: Path) -> dict[str, str]:
    """Grace's environment: what drystone looks for."""
    return _jupyter(folder) | {"DRYSTONE_URL": hub.url, "DRYSTONE_TOKEN": hub.token("grace")}


def alan(hub: HubProcess) -> dict[str, str]:
    """Alan's environment: a machine without Java and without PySpark."""
    return _clean() | {
        "DRYSTONE_URL": hub.url,
        "DRYSTONE_TOKEN": hub.token("alan"),
        "PATH": str(Path(sys.executable).parent),
        "PYTHONPATH": str(WITHOUT_PYSPARK),
    }


def _jupyter(folder: Path) -> dict[str, str]:
    """For main_job.notebook, without the settings that a person has for Jupyter."""
    return _clean() | {"PYTHONPATH": str(EXAMPLES), "IPYTHONDIR": str(folder / "ipython")}


def _clean() -> dict[str, str]:
    """This program's own environment, without what would lead to another hub or another Java."""
    foreign = ("DRYSTONE_", "PYSPARK_", "SPARK_", "JAVA_HOME", "PYTHONPATH")
    return {name: value for name, value in os.environ.items() if not name.startswith(foreign)}


async def _run(actor: Actor, folder: Path) -> None:
    said = folder / f"{actor.name}.txt"
    with said.open("wb") as out:
        process = await asyncio.create_subprocess_exec(
            sys.executable, *actor.command, env=actor.environment, stdout=out, stderr=out
        )
        try:
            status = await process.wait()
        finally:
            await _end(process)
    if status != 0:
        raise ActorFailed(f"{actor.name}'s program ended with status {status}:\n{said.read_text()}")


async def _end(process: asyncio.subprocess.Process) -> None:
    """Ends a process that runs; a notebook's ends its kernel first."""
    if process.returncode is None:
        process.terminate()
        try:
            await asyncio.wait_for(process.wait(), _SECONDS_TO_END)
        except asyncio.TimeoutError:
            process.kill()
            await process.wait()
