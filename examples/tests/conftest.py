"""What the tests share: one hub with a small table, and a way to start more."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from main_job.hub_process import HubProcess

ROWS = "carrier,dest,dep_delay\nUA,IAH,2\nUA,IAH,\nDL,ATL,NA\n"


@pytest.fixture(scope="session")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HubProcess]:
    """A hub with ada and grace, who have the right jvm, alan, who is sealed, and shared/flights."""
    folder = tmp_path_factory.mktemp("hub")
    flights = folder / "flights.csv"
    flights.write_text(ROWS)
    with HubProcess(folder, {"flights": flights}, users=["ada", "grace"], sealed_users=["alan"]) as hub:
        flights.unlink()
        yield hub


@pytest.fixture
def flights(tmp_path: Path) -> Path:
    """A small CSV file."""
    file = tmp_path / "flights.csv"
    file.write_text(ROWS)
    return file
