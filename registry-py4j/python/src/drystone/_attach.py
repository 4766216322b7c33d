"""Attaching PySpark: a SparkSession of one's own on the hub's driver, and the registry beside it."""

from __future__ import annotations

import json
import warnings
from collections.abc import Mapping

from drystone import _pyspark
from drystone._connect import check_user
from drystone._endpoint import Endpoint, find_endpoint, parse_url
from drystone._hello import Hello, greeting, own_python
from drystone._session import Session, result_of
from drystone._wire import call_command, parse_answer
from drystone.attached import AttachedHub
from drystone.errors import DrystoneError, DrystoneWarning, InvalidArgument, NotPermitted, Unavailable


def attach(
    url: str | None = None,
    token: str | None = None,
    user: str | None = None,
    *,
    config: Mapping[str, object] | None = None,
    timeout: float = 30.0,
) -> AttachedHub:
    """Attaches this program to the Spark driver of a hub on this machine.

    If PySpark has a connection to a hub already (an unmodified program with ``PYSPARK_GATEWAY_PORT``
    and ``PYSPARK_GATEWAY_SECRET``), the registry joins that session. Otherwise PySpark gets a session
    of this program's own, and `SparkSession.builder.getOrCreate()` finds it from then on;
    ``PYSPARK_PIN_THREAD`` is honoured. Where the hub is, is found as by `drystone.connect`, and
    PySpark's two variables count, too.

    Warns (`DrystoneWarning`) when the hub cannot run functions with this program's minor version of
    Python, and names the settings of Spark, given here or to a builder, that cannot take effect on a
    driver that runs already.

    Args:
        url: ``drystone://host:port``.
        token: the token of a user with the right jvm.
        user: whose token to take from the connection file.
        config: settings for the SparkSession; runtime settings of SQL take effect.
        timeout: the seconds to wait for answers of the registry that need no work.

    Raises:
        Unavailable: no hub is known or none answers, it has no Spark, PySpark is not installed, or
            PySpark has a Spark of its own in this program already.
        NotPermitted: the user lacks the right jvm, or the hub refuses the token.
        InvalidArgument: the hub is on another machine, or PySpark has another hub already.
    """
    _pyspark.require()
    settings = {name: str(value) for name, value in (config or {}).items()}
    gateway = _pyspark.present_gateway()
    if gateway is None:
        endpoint = _find(url, token, user)
        session, hello = _begin(endpoint, settings, timeout)
    else:
        endpoint = _same_hub(gateway, url, user)
        settings = {**_pyspark.settings_of_present_session(), **settings}
        hello = _greet_over(gateway, settings)
        check_user(endpoint, hello)
        session = Session(endpoint, suffix=hello.session, timeout=timeout)
    try:
        if gateway is None:
            gateway = _pyspark.launch(endpoint.port, f"{endpoint.secret}.{hello.session}")
        _warn(hello)
        late = hello.without_effect
        _pyspark.start_session({name: value for name, value in settings.items() if name not in late})
        _pyspark.watch_builder(lambda wanted: _without_effect(session, wanted))
    except BaseException:
        session.close()
        raise
    return AttachedHub(session, hello, gateway)


def _find(url: str | None, token: str | None, user: str | None) -> Endpoint:
    endpoint = _pyspark.endpoint_of_environment() if (url, token, user) == (None, None, None) else None
    endpoint = endpoint or find_endpoint(url, token, user)
    if not endpoint.is_local:
        raise InvalidArgument(
            f"PySpark cannot attach to {endpoint.url}", "it reaches a driver on its own machine only",
            "Use connect() from here, or attach on the hub's machine",
        )  # fmt: skip
    return endpoint


def _begin(endpoint: Endpoint, settings: Mapping[str, str], timeout: float) -> tuple[Session, Hello]:
    session = Session(endpoint, timeout=timeout)
    try:
        hello = Hello.from_json(session.call("hello", greeting(settings)))
        check_user(endpoint, hello)
        if hello.right != "jvm":
            raise NotPermitted(
                f"{hello.user} cannot attach", f"PySpark needs the right jvm, {hello.user} is {hello.right}",
                "Use connect(), or ask the owner of the hub for the right",
            )  # fmt: skip
    except BaseException:
        session.close()
        raise
    session.leave_open()
    return session, hello


def _same_hub(gateway: _pyspark.JavaGateway, url: str | None, user: str | None) -> Endpoint:
    """Where the gateway of PySpark leads; refuses to be asked for another place."""
    parameters = gateway.gateway_parameters
    endpoint = Endpoint(parameters.address, parameters.port, parameters.auth_token, user, "PySpark's gateway")
    if url is not None and parse_url(url)[1] != endpoint.port:
        raise InvalidArgument(
            f"this program cannot attach to {url}", f"its PySpark is attached to {endpoint.url} already",
            "Use connect() for another hub, or a program of its own",
        )  # fmt: skip
    return endpoint


def _greet_over(gateway: _pyspark.JavaGateway, settings: Mapping[str, str]) -> Hello:
    """Asks over the connection that PySpark has: only it tells which session PySpark is in."""
    command = call_command("call", "hello", json.dumps(greeting(settings)))
    try:
        answer = parse_answer(gateway._gateway_client.send_command(command))
    except Unavailable as error:
        raise Unavailable(
            "this program cannot attach to a hub", "its PySpark has a Spark of its own already",
            "Call drystone.attach() before a SparkSession is made; in a notebook, restart the kernel first",
        ) from error  # fmt: skip
    return Hello.from_json(result_of(answer))


def _warn(hello: Hello) -> None:
    if hello.pythons and own_python() not in hello.pythons:
        warnings.warn(
            f"this program runs Python {own_python()}, the hub has {', '.join(hello.pythons)}: functions "
            "that Spark should run for it (UDFs) will be refused. Use that Python, or ask the owner of "
            "the hub to add yours",
            DrystoneWarning,
            stacklevel=3,
        )
    _pyspark.warn_of(hello.without_effect, stacklevel=4)


def _without_effect(session: Session, wanted: Mapping[str, str]) -> tuple[str, ...]:
    try:
        return Hello.from_json(session.call("hello", greeting(wanted))).without_effect
    except DrystoneError:
        return ()  # a warning is no reason to fail: closed, or the hub is gone, as PySpark will say itself
