"""Runs the main job; see examples/demo."""

import argparse
import asyncio
import shutil
import signal
import sys
import time
from pathlib import Path

from main_job import actors, figures, nycflights, summary
from main_job.actors import ActorFailed
from main_job.evidence import Missing, collect
from main_job.hub_process import HubFailed, HubProcess
from main_job.places import WORK

_ENDED_BY_SIGNAL = 130


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(
        prog="examples/demo",
        description="Two analysts and an outsider share live objects through one Spark driver, on real data.",
    )
    parser.add_argument("--stay", action="store_true", help="leave the hub up, and say how to connect to it")
    parser.add_argument("--flights", type=int, metavar="N", help="use only the first N flights")
    parser.add_argument("--folder", type=Path, default=WORK, help="where notebooks and logs go (%(default)s)")
    return parser.parse_args()


def main() -> int:
    """Returns 0 only if everything happened."""
    wanted = arguments()
    folder = wanted.folder.resolve()
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(_ENDED_BY_SIGNAL))
    try:
        asyncio.run(run(folder, wanted.flights, wanted.stay))
    except (ActorFailed, HubFailed, Missing) as failure:
        print(f"\nexamples/demo: {failure}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return _ENDED_BY_SIGNAL
    return 0


async def run(folder: Path, flights: int | None, stay: bool) -> None:
    """Starts the hub, lets the clients work with it, shows the evidence."""
    began = time.monotonic()
    say("unpacking the data")
    tables = nycflights.unpack(folder / "data", flights)
    say("starting the hub with five tables; the first time, this builds it")
    with HubProcess(folder, tables, users=["ada", "grace"], sealed_users=["alan"]) as hub:
        at_start = figures.ask(hub, "alan")
        say(f"Ada, Grace and Alan work at {hub.url}")
        await actors.play(actors.team(hub, folder), folder)
        evidence = await collect(hub, at_start)
        evidence.check()
        say("")
        say(*summary.lines(evidence, time.monotonic() - began, shown(folder)))
        if stay:
            await stay_until_asked_to_end(hub)
        status = hub.stop()
        if status != 0:
            raise HubFailed(f"the hub ended with status {status}:\n{hub.said()}")


async def stay_until_asked_to_end(hub: HubProcess) -> None:
    """Says how to connect, and waits for Ctrl-C or a polite kill."""
    asked = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(name, asked.set)
    say("", *summary.invitation(hub.url, hub.connection_file))
    await asked.wait()


def shown(folder: Path) -> Path:
    """The folder as a person would write it here."""
    here = Path.cwd()
    return folder.relative_to(here) if folder.is_relative_to(here) else folder


def say(*lines: str) -> None:
    """Prints at once."""
    print(*lines, sep="\n", flush=True)


if __name__ == "__main__":
    sys.exit(main())
