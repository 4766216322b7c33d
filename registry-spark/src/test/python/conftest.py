"""One hub for all tests; each test starts with no client attached."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from processes import Hub


@pytest.fixture(scope="session")
def shared_hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hub]:
    hub = Hub(tmp_path_factory.mktemp("hub"))
    try:
        yield hub
    finally:
        hub.close()


@pytest.fixture
def hub(shared_hub: Hub) -> Iterator[Hub]:
    yield shared_hub
    shared_hub.end_clients()
