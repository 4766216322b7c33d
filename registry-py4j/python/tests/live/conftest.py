from collections.abc import Callable, Iterator
from pathlib import Path

import drystone
import pytest
from drystone import Hub
from hub_process import HubProcess

Connect = Callable[[str], Hub]


@pytest.fixture(scope="session")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HubProcess]:
    """One hub for all tests that do not end it; each test uses names of its own."""
    process = HubProcess(tmp_path_factory.mktemp("hub"))
    yield process
    process.close()


@pytest.fixture
def mortal(tmp_path: Path) -> Iterator[HubProcess]:
    """A hub for one test, which may end it."""
    process = HubProcess(tmp_path)
    yield process
    process.close()


@pytest.fixture
def connect(running: HubProcess) -> Iterator[Connect]:
    """Connects as a user; closed when the test ends."""
    hubs: list[Hub] = []

    def connect_as(user: str) -> Hub:
        hubs.append(drystone.connect(running.url, running.token(user)))
        return hubs[-1]

    yield connect_as
    for hub in hubs:
        hub.close()


@pytest.fixture
def ada(connect: Connect) -> Hub:
    return connect("ada")


@pytest.fixture
def grace(connect: Connect) -> Hub:
    return connect("grace")
