"""The main job on a small part of its data: both notebooks are executed, and Alan's program."""

import signal
import subprocess
from pathlib import Path

import drystone
import pytest

from main_job.places import EXAMPLES


@pytest.mark.timeout(900)
def test_the_team_shares_live_objects_and_the_hub_stays_until_asked_to_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    command = [str(EXAMPLES / "demo"), "--stay", "--flights", "20000", "--folder", str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as demo:
        assert demo.stdout is not None
        said = []
        for line in demo.stdout:
            said.append(line.strip())
            if line.startswith("The hub stays at"):
                monkeypatch.setenv("DRYSTONE_CONNECTION_FILE", str(tmp_path / "connection.json"))
                with drystone.connect(user="alan") as alan:
                    assert alan["ada/limits"]["late"] == 15
                demo.send_signal(signal.SIGINT)
        errors = demo.communicate(timeout=120)[1]

    assert (demo.returncode, errors) == (0, "")
    assert any(line.startswith("Everything happened") for line in said)
    assert "0 sessions, 0 objects, 0 running jobs" in said
    assert "ada/my new shiny DataFrame:v2" in (tmp_path / "ada.html").read_text()
    assert "image/png" in (tmp_path / "grace.html").read_text()
    assert "NOT_FOUND: ada/limits" in (tmp_path / "alan.txt").read_text()
    assert not (tmp_path / "connection.json").exists()
