"""Finding the hub and the token: arguments, environment, connection file."""

from __future__ import annotations

import getpass
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from drystone.errors import InvalidArgument, NotPermitted, Unavailable

_LOOPBACK = ("127.0.0.1", "localhost", "::1")
_REMEDY = (
    "Start the hub, or give connect(url, token), DRYSTONE_URL and DRYSTONE_TOKEN, "
    "or the path of its connection file in DRYSTONE_CONNECTION_FILE"
)


@dataclass(frozen=True)
class Endpoint:
    """Where a hub listens, and the token for it.

    Attributes:
        host: name or address.
        port: the port.
        token: the secret of a user, perhaps with a session's suffix.
        user: whose token it should be, where the program asked for a user.
        source: where it was found, for messages.
    """

    host: str
    port: int
    token: str = field(repr=False)
    user: str | None = None
    source: str = "the arguments"

    @property
    def url(self) -> str:
        """The address as ``drystone://host:port``."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"drystone://{host}:{self.port}"

    @property
    def secret(self) -> str:
        """The token without a session's suffix."""
        return self.token.partition(".")[0]

    @property
    def is_local(self) -> bool:
        """Whether the hub is on this machine for certain."""
        return self.host in _LOOPBACK


def find_endpoint(
    url: str | None,
    token: str | None,
    user: str | None,
    environ: Mapping[str, str] = os.environ,
) -> Endpoint:
    """Finds address and token: from the arguments, else the environment, else the connection file.

    A token is never sent to an address that it was not meant for: DRYSTONE_TOKEN goes with
    DRYSTONE_URL (or with the file's address when that is not set), a token of the connection file
    goes with the address in it. A ``url`` that is another one needs its token as an argument.
    A ``user`` without a token chooses in the connection file.

    Raises:
        InvalidArgument: the url is none.
        Unavailable: nothing says where a hub is, or the connection file is stale or broken.
        NotPermitted: there is no token, or none of that user.
    """
    env_url = environ.get("DRYSTONE_URL") or None
    env_token = environ.get("DRYSTONE_TOKEN") or None
    known = token is not None  # which address it is for
    if token is None and user is None and (url is None or env_url is None or _same(url, env_url)):
        token = env_token
        known = env_url is not None
    url = url or env_url
    if url is not None and token is not None and known:
        return Endpoint(*parse_url(url), token, user)
    return _from_file(url, token, user, _connection_file(environ))


def parse_url(url: str) -> tuple[str, int]:
    """Splits ``drystone://host:port`` into host and port.

    Raises:
        InvalidArgument: it is no such url.
    """
    try:
        parts = urlsplit(url)
        if parts.scheme == "drystone" and parts.hostname and parts.port and parts.path in ("", "/"):
            return parts.hostname, parts.port
    except ValueError:
        pass
    raise InvalidArgument(
        f"{url!r} is no address of a hub",
        "an address is drystone://host:port",
        "Take the one the hub printed",
    )


def _same(one: str, other: str) -> bool:
    return parse_url(one) == parse_url(other)


def _connection_file(environ: Mapping[str, str]) -> Path:
    named = environ.get("DRYSTONE_CONNECTION_FILE")
    return Path(named) if named else Path.home() / ".drystone" / "connection.json"


def _from_file(url: str | None, token: str | None, user: str | None, file: Path) -> Endpoint:
    content = _read(file, url)
    host, port = parse_url(content["url"])
    if url is not None and parse_url(url) != (host, port):
        raise NotPermitted(
            f"there is no token for {url}", f"the connection file {file} is for {content['url']}", _REMEDY
        )
    _check_alive(content, host, file)
    if token is None:
        user = _choose(content["users"], user, file)
        token = content["users"][user]["token"]
    return Endpoint(host, port, token, user, f"the connection file {file}")


def _read(file: Path, url: str | None) -> dict[str, Any]:
    try:
        content = json.loads(file.read_text("utf-8"))
        if isinstance(content["url"], str) and all("token" in user for user in content["users"].values()):
            return dict(content)
        raise ValueError("it lacks url or tokens")
    except FileNotFoundError:
        if url is not None:
            raise NotPermitted(
                f"there is no token for {url}", f"there is no file {file} either", _REMEDY
            ) from None
        raise Unavailable("no hub is known", f"there is no connection file {file}", _REMEDY) from None
    except OSError as error:
        raise Unavailable(f"the connection file {file} cannot be read", str(error), _REMEDY) from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise Unavailable(f"{file} is no connection file", str(error), _REMEDY) from error


def _check_alive(content: Mapping[str, Any], host: str, file: Path) -> None:
    pid = content.get("pid")
    if isinstance(pid, int) and host in _LOOPBACK and not _is_alive(pid):
        raise Unavailable(
            f"the connection file {file} is stale",
            f"the hub that wrote it (process {pid}) has ended",
            _REMEDY,
        )


def _is_alive(pid: int) -> bool:
    if os.name == "nt":  # where signal 0 would end the process
        return True
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _choose(users: Mapping[str, Any], user: str | None, file: Path) -> str:
    if user is None and len(users) == 1:
        return next(iter(users))
    wanted = user or _os_user()
    if wanted in users:
        return wanted
    known = ", ".join(sorted(users)) or "nobody"
    raise NotPermitted(
        f"there is no token of the user {wanted}", f"the connection file {file} has tokens of {known}",
        "Choose one with connect(user=..)",
    )  # fmt: skip


def _os_user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a process without an entry in the system's table of users
        return "(unknown)"
