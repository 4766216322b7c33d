"""The main job on a small part of its data: both notebooks are executed, and Alan's program."""

import subprocess
from pathlib import Path

import pytest

from main_job.places import EXAMPLES


@pytest.mark.timeout(900)
def test_the_team_shares_live_objects(tmp_path: Path) -> None:
    done = subprocess.run(
        [str(EXAMPLES / "demo"), "--flights", "20000", "--folder", str(tmp_path)],
        capture_output=True,
        text=True,
    )

    assert done.returncode == 0, done.stdout + done.stderr
    assert "Everything happened" in done.stdout
    assert "0 sessions, 0 objects, 0 running jobs" in done.stdout
    assert "ada/my new shiny DataFrame:v2" in (tmp_path / "ada.html").read_text()
    assert "image/png" in (tmp_path / "grace.html").read_text()
    assert "NOT_FOUND: ada/limits" in (tmp_path / "alan.txt").read_text()
