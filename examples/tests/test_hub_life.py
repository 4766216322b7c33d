"""examples/hub from its start to its end."""

import json
import os
import signal
import stat
import subprocess
from pathlib import Path

import drystone
import pytest

from main_job.hub_process import HubProcess
from main_job.places import HUB


@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT"])
def test_a_signal_ends_it_cleanly(name: str, flights: Path, tmp_path: Path) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    file = tmp_path / "connection.json"
    options = ["--port", "0", "--user", "ada", "--connection-file", file.name]
    process = subprocess.Popen(
        [str(HUB), *options, "--table", f"flights={flights.name}"],
        cwd=tmp_path,
        env=os.environ | {"JDK_JAVA_OPTIONS": f"-Djava.io.tmpdir={scratch}"},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    ready = process.stdout.readline()
    process.send_signal(signal.Signals[name])

    rest, _ = process.communicate(timeout=120)
    assert ready.startswith("ready drystone://127.0.0.1:")
    assert (process.returncode, rest) == (0, "")
    assert not file.exists()
    assert [*scratch.iterdir()] == []


def test_the_connection_file_is_its_owners_alone(hub: HubProcess) -> None:
    content = json.loads(hub.connection_file.read_text())

    assert stat.S_IMODE(hub.connection_file.stat().st_mode) == 0o600
    assert content["url"] == hub.url
    assert sorted(content["users"]) == ["ada", "alan", "grace"]
    assert all(user["token"] for user in content["users"].values())


def test_a_second_hub_on_the_same_port_leaves_the_first_alone(hub: HubProcess) -> None:
    second = subprocess.run([str(HUB), "--port", str(hub.port)], capture_output=True, text=True, timeout=240)

    assert second.returncode == 2
    with drystone.connect(hub.url, hub.token("alan")) as still_there:
        assert "shared/flights" in still_there


def test_a_table_outlives_the_file_that_it_was_read_from(hub: HubProcess) -> None:
    with drystone.connect(hub.url, hub.token("alan")) as alan:
        frame = alan["flights"].to_pandas()

    assert frame["carrier"].tolist() == ["UA", "UA", "DL"]
    assert frame["dep_delay"].isna().tolist() == [False, True, True]


def test_plain_py4j_reads_and_saves_data_frames(hub: HubProcess) -> None:
    from py4j.java_gateway import GatewayParameters, JavaGateway

    def plain(user: str) -> JavaGateway:
        return JavaGateway(
            gateway_parameters=GatewayParameters(port=hub.port, auth_token=hub.token(user), auto_convert=True)
        )

    ada, grace = plain("ada"), plain("grace")
    selected = ada.entry_point.getDataFrame("flights").select("carrier").toDF()
    ada.entry_point.saveDataFrame("my carriers", selected)

    carriers = grace.entry_point.getDataFrame("my carriers")
    assert list(carriers.columns()) == ["carrier"]
    assert carriers.count() == 3
    ada.close()
    grace.close()
