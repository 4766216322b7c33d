"""Connecting without Spark."""

from __future__ import annotations

from drystone._endpoint import Endpoint, find_endpoint
from drystone._hello import Hello, greeting
from drystone._session import Session
from drystone.errors import NotPermitted
from drystone.hub import Hub


def connect(
    url: str | None = None, token: str | None = None, user: str | None = None, *, timeout: float = 30.0
) -> Hub:
    """Connects to a hub. Needs no Spark and no JVM, and never imports PySpark.

    What is not given comes from ``DRYSTONE_URL`` and ``DRYSTONE_TOKEN``, else from the connection file
    that the hub wrote: ``DRYSTONE_CONNECTION_FILE``, or ``~/.drystone/connection.json``. A token from
    there is sent to no other address than the one it was written beside: another ``url`` needs its
    ``token``. Each call begins a session of its own.

    Args:
        url: ``drystone://host:port``.
        token: the token of a user.
        user: whose token to take from the connection file; needed if it has several and none is
            of the operating system's user.
        timeout: the seconds to wait for answers that need no work.

    Raises:
        Unavailable: no hub is known or none answers; a connection file is stale.
        NotPermitted: there is no token, or the hub refuses it.
        InvalidArgument: the url is none.
    """
    endpoint = find_endpoint(url, token, user)
    session = Session(endpoint, timeout=timeout)
    try:
        hello = Hello.from_json(session.call("hello", greeting()))
        check_user(endpoint, hello)
    except BaseException:
        session.close()
        raise
    return Hub(session, hello)


def check_user(endpoint: Endpoint, hello: Hello) -> None:
    """Raises NotPermitted if the token is another user's than the program asked for."""
    if endpoint.user not in (None, hello.user):
        raise NotPermitted(
            f"the token is not {endpoint.user}'s",
            f"the hub takes it for {hello.user}'s",
            "Give the right token",
        )
