import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from drystone import InvalidArgument, NotPermitted, Unavailable
from drystone._endpoint import find_endpoint

URL = "drystone://127.0.0.1:4711"


@pytest.fixture
def environ(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    monkeypatch.setenv("HOME", str(tmp_path))
    return {"DRYSTONE_CONNECTION_FILE": str(tmp_path / "connection.json")}


def write(environ: dict[str, str], **changed: Any) -> None:
    users = {"ada": {"token": "ada-token"}, "grace": {"token": "grace-token"}}
    content = {"url": URL, "pid": os.getpid(), "users": users, **changed}
    Path(environ["DRYSTONE_CONNECTION_FILE"]).write_text(json.dumps(content))


def test_arguments_come_first() -> None:
    found = find_endpoint("drystone://hub:1", "mine", None, {"DRYSTONE_URL": URL, "DRYSTONE_TOKEN": "other"})

    assert (found.url, found.token) == ("drystone://hub:1", "mine")


def test_the_environment_comes_next(environ: dict[str, str]) -> None:
    write(environ)
    found = find_endpoint(
        None, None, None, {**environ, "DRYSTONE_URL": "drystone://hub:1", "DRYSTONE_TOKEN": "t"}
    )

    assert (found.url, found.token) == ("drystone://hub:1", "t")


def test_the_connection_file_comes_last(environ: dict[str, str]) -> None:
    write(environ, users={"ada": {"token": "ada-token"}})
    found = find_endpoint(None, None, None, environ)

    assert (found.url, found.token, found.user) == (URL, "ada-token", "ada")


def test_without_a_name_the_connection_file_lies_in_the_home_folder(
    environ: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / ".drystone").mkdir()
    home = {"DRYSTONE_CONNECTION_FILE": str(tmp_path / ".drystone" / "connection.json")}
    write(home)

    assert find_endpoint(None, None, "grace", {}).token == "grace-token"


def test_a_user_chooses_among_several_tokens(environ: dict[str, str]) -> None:
    write(environ)

    assert find_endpoint(None, None, "grace", environ).token == "grace-token"
    assert (
        find_endpoint(URL, None, "grace", {**environ, "DRYSTONE_TOKEN": "of someone"}).token == "grace-token"
    )


def test_among_several_tokens_the_one_of_the_os_user_is_taken(
    environ: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write(environ)
    monkeypatch.setattr("getpass.getuser", lambda: "grace")

    assert find_endpoint(None, None, None, environ).user == "grace"


def test_several_tokens_and_none_of_the_user_name_those_that_are_there(
    environ: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write(environ)
    monkeypatch.setattr("getpass.getuser", lambda: "bob")

    with pytest.raises(NotPermitted, match=r"bob.*ada, grace.*connect\(user=\.\.\)"):
        find_endpoint(None, None, None, environ)


def test_a_process_without_a_user_gets_the_same_word(
    environ: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_entry() -> str:
        raise KeyError("uid not found")

    write(environ)
    monkeypatch.setattr("getpass.getuser", no_entry)

    with pytest.raises(NotPermitted, match="ada, grace"):
        find_endpoint(None, None, None, environ)


def test_a_token_is_not_sent_to_an_address_it_was_not_meant_for(environ: dict[str, str]) -> None:
    write(environ)
    elsewhere = {**environ, "DRYSTONE_URL": URL, "DRYSTONE_TOKEN": "secret"}

    with pytest.raises(NotPermitted, match="no token for drystone://evil:1"):
        find_endpoint("drystone://evil:1", None, None, elsewhere)
    assert find_endpoint(URL, None, None, elsewhere).token == "secret"


def test_a_token_without_an_address_goes_with_the_connection_file_s_only(environ: dict[str, str]) -> None:
    alone = {**environ, "DRYSTONE_TOKEN": "secret"}
    with pytest.raises(NotPermitted, match="no token for drystone://evil:1"):
        find_endpoint("drystone://evil:1", None, None, alone)

    write(environ)

    with pytest.raises(NotPermitted, match="no token for drystone://evil:1"):
        find_endpoint("drystone://evil:1", None, None, alone)
    assert find_endpoint(URL, None, None, alone).token == "secret"
    assert find_endpoint(None, None, None, alone).url == URL


def test_no_hub_known_says_what_to_do(environ: dict[str, str]) -> None:
    with pytest.raises(Unavailable, match=r"no connection file.*DRYSTONE_URL and DRYSTONE_TOKEN"):
        find_endpoint(None, None, None, environ)


def test_an_address_without_a_token_says_what_to_do(environ: dict[str, str]) -> None:
    with pytest.raises(NotPermitted, match=r"no token for drystone://hub:1.*DRYSTONE_TOKEN"):
        find_endpoint("drystone://hub:1", None, None, environ)


def test_a_file_of_a_hub_that_has_ended_is_stale(environ: dict[str, str]) -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    write(environ, pid=ended.pid)

    with pytest.raises(Unavailable, match=rf"stale.*process {ended.pid}.*has ended"):
        find_endpoint(None, None, "ada", environ)


@pytest.mark.parametrize(
    "content", ["", "[]", "{}", '{"url": 7, "users": {}}', '{"url": "x", "users": {"a": {}}}']
)
def test_a_broken_file_is_named(environ: dict[str, str], content: str) -> None:
    Path(environ["DRYSTONE_CONNECTION_FILE"]).write_text(content)

    with pytest.raises(Unavailable, match=r"connection\.json is no connection file"):
        find_endpoint(None, None, None, environ)


def test_a_file_that_cannot_be_read_is_named(environ: dict[str, str]) -> None:
    Path(environ["DRYSTONE_CONNECTION_FILE"]).mkdir()

    with pytest.raises(Unavailable, match=r"connection\.json cannot be read"):
        find_endpoint(None, None, None, environ)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "hub:1",
        "http://hub:1",
        "drystone://hub",
        "drystone://:1",
        "drystone://hub:99999",
        "drystone://hub:1/x",
    ],
)
def test_what_is_no_address_is_refused(url: str) -> None:
    with pytest.raises(InvalidArgument, match="drystone://host:port"):
        find_endpoint(url or "/", "token", None, {})


def test_an_address_may_be_of_ip_version_6() -> None:
    found = find_endpoint("drystone://[::1]:25333", "token", None, {})

    assert (found.host, found.url, found.is_local) == ("::1", "drystone://[::1]:25333", True)


def test_a_token_is_not_shown() -> None:
    assert "hidden" not in repr(find_endpoint(URL, "hidden.suffix", None, {}))
    assert find_endpoint(URL, "hidden.suffix", None, {}).secret == "hidden"
