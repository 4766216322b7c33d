"""Real processes and signals, against a real hub."""

import signal
import subprocess
import sys
import textwrap
import threading
from collections.abc import Callable
from pathlib import Path

import drystone
import pytest
from drystone import Closed, Hub, NotPermitted, Unavailable
from hub_process import HubProcess, SessionLine


def program(running: HubProcess, code: str, **kept: object) -> "subprocess.Popen[str]":
    """A client program of its own, without Java and without PySpark."""
    blocked = "import sys; sys.modules['pyspark'] = None\nimport drystone\n"
    return subprocess.Popen(
        [sys.executable, "-W", "error", "-c", blocked + textwrap.dedent(code)],
        env={**running.environment(), **{name: str(value) for name, value in kept.items()}},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def output(client: "subprocess.Popen[str]") -> str:
    try:
        out, err = client.communicate(timeout=60)
    finally:
        client.kill()  # No effect on one that has ended.
    assert client.returncode == 0, err
    assert err == ""
    return out


def wait_until(condition: Callable[[], bool]) -> None:
    """Waits for a condition of another process, which can only be asked."""
    for _ in range(600):
        if condition():
            return
        threading.Event().wait(0.05)
    raise AssertionError("it did not happen within 30 s")


def sessions_of(running: HubProcess, user: str) -> list[SessionLine]:
    return [session for session in running.sessions() if session.user == user]


def test_a_program_without_java_and_pyspark_finds_the_hub_by_its_connection_file(running: HubProcess) -> None:
    client = program(
        running,
        """
        import shutil
        assert shutil.which("java") is None
        with drystone.connect(user="bob") as hub:
            hub["bob/hello"] = {"low": 3, "high": [9, None]}
            print(hub["bob/hello"], hub.user, hub.right)
        """,
    )

    assert output(client) == "{'low': 3, 'high': [9, None]} bob sealed\n"


def test_url_and_token_can_come_from_the_environment(running: HubProcess) -> None:
    code = "print(drystone.connect().user)"
    client = program(running, code, DRYSTONE_URL=running.url, DRYSTONE_TOKEN=running.token("grace"))

    assert output(client) == "grace\n"


def test_a_wrong_token_is_refused(running: HubProcess) -> None:
    with pytest.raises(NotPermitted, match="token is not known"):
        drystone.connect(running.url, "wrong")
    with pytest.raises(NotPermitted):
        drystone.connect(running.url, running.token("ada") + "x")


def test_no_token_is_refused_before_anything_is_sent(
    running: HubProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DRYSTONE_TOKEN", raising=False)
    monkeypatch.setenv("DRYSTONE_CONNECTION_FILE", "/nowhere/connection.json")

    with pytest.raises(NotPermitted, match="no token"):
        drystone.connect(running.url)


def test_a_token_of_one_user_is_not_anothers(running: HubProcess) -> None:
    with pytest.raises(NotPermitted, match=r"not grace's.*ada's"):
        drystone.connect(running.url, running.token("ada"), "grace")


def test_two_programs_of_one_user_have_a_session_each(running: HubProcess) -> None:
    code = """
    hub = drystone.connect(user="bob")
    print("in", flush=True)
    input()
    """
    clients = [program(running, code) for _ in range(2)]
    for client in clients:
        assert client.stdout is not None
        assert client.stdout.readline() == "in\n"

    sessions = sessions_of(running, "bob")
    assert len({session.id for session in sessions}) == 2
    assert {session.connections for session in sessions} == {1}
    for client in clients:
        client.communicate("\n", timeout=60)
    wait_until(lambda: sessions_of(running, "bob") == [])


def test_a_session_is_gone_when_its_program_closed_it(running: HubProcess) -> None:
    hub = drystone.connect(running.url, running.token("bob"))
    assert len(sessions_of(running, "bob")) == 1
    hub.close()

    wait_until(lambda: sessions_of(running, "bob") == [])


def test_a_session_is_gone_when_its_program_ended_without_a_word(running: HubProcess) -> None:
    assert output(program(running, "hub = drystone.connect(user='bob'); hub['bob/x'] = 1")) == ""

    wait_until(lambda: sessions_of(running, "bob") == [])


def test_a_session_is_gone_when_its_program_was_killed(running: HubProcess, grace: Hub) -> None:
    client = program(
        running,
        """
        import threading
        hub = drystone.connect(user="bob")
        hub.publish("bob/from the dead", [1])
        hub.share("bob/from the dead", "grace")
        threading.Thread(target=hub.wait, args=("bob/never",), daemon=True).start()
        hub.wait("bob/never")
        """,
    )
    grace.wait("bob/from the dead", 60)
    client.kill()
    client.communicate()

    wait_until(lambda: sessions_of(running, "bob") == [])
    assert grace["bob/from the dead"] == [1]


def test_ctrl_c_ends_a_wait_and_the_next_call_works(running: HubProcess, grace: Hub) -> None:
    client = program(
        running,
        """
        hub = drystone.connect(user="bob")
        hub["bob/waiting"] = 1
        hub.share("bob/waiting", "grace")
        print("waits", flush=True)
        try:
            hub.wait("bob/never")
        except KeyboardInterrupt:
            hub["bob/waiting"] = 2
            print("goes on as", hub.user)
        """,
    )
    assert client.stdout is not None
    assert client.stdout.readline() == "waits\n"
    wait_until(lambda: _is_waiting_in_recv(client.pid))
    client.send_signal(signal.SIGINT)

    assert output(client) == "goes on as bob\n"
    assert grace["bob/waiting:v2"] == 2


def _is_waiting_in_recv(pid: int) -> bool:
    """Whether the process sleeps; asked twice, since it may sleep for a moment between two calls."""
    state = [Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] for _ in range(2)]
    return state == ["S", "S"]


def test_when_the_hub_was_killed_calls_fail_clearly_and_closing_does_not_hang(
    mortal: HubProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    hub = drystone.connect(mortal.url, mortal.token("grace"))
    mortal.kill()

    with pytest.raises(Unavailable, match=r"no hub answers|does not answer"):
        hub.get("shared/x")
    monkeypatch.setenv("DRYSTONE_CONNECTION_FILE", str(mortal.connection_file))
    with pytest.raises(Unavailable, match="stale"):
        drystone.connect(user="grace")
    hub.close()
    with pytest.raises(Closed):
        hub.get("shared/x")


def test_when_the_hub_was_killed_a_wait_ends_with_an_error(mortal: HubProcess) -> None:
    client = program(
        mortal,
        """
        hub = drystone.connect(user="grace")
        print("in", flush=True)
        try:
            hub.wait("shared/never")
        except drystone.Unavailable as error:
            print(error.code)
        """,
    )
    assert client.stdout is not None
    assert client.stdout.readline() == "in\n"
    wait_until(lambda: _is_waiting_in_recv(client.pid))
    mortal.kill()

    assert output(client) == "UNAVAILABLE\n"


def test_a_program_ends_though_its_hub_is_suspended(mortal: HubProcess) -> None:
    client = program(mortal, "hub = drystone.connect(user='grace'); print('in', flush=True); input()")
    assert client.stdout is not None
    assert client.stdout.readline() == "in\n"
    mortal.process.send_signal(signal.SIGSTOP)
    try:
        out, err = client.communicate("\n", timeout=60)
    finally:
        mortal.process.send_signal(signal.SIGCONT)

    assert (client.returncode, out, err) == (0, "", "")
