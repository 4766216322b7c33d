"""Everything that knows PySpark's inside (4.2). Imports it only when called."""

from __future__ import annotations

import os
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, TypeAlias

from drystone._endpoint import Endpoint
from drystone.errors import DrystoneWarning, Unavailable

JavaGateway: TypeAlias = Any  # Py4J and PySpark's gateways have no types
WithoutEffect: TypeAlias = Callable[[Mapping[str, str]], Sequence[str]]

_PORT = "PYSPARK_GATEWAY_PORT"
_SECRET = "PYSPARK_GATEWAY_SECRET"  # noqa: S105  # the name of a variable


def require() -> None:
    """Raises Unavailable if PySpark cannot attach in this program at all."""
    try:
        import pyspark.sql  # noqa: F401
    except ImportError as error:
        raise Unavailable(
            "PySpark is not there", str(error), "Install drystone[spark], or use connect(), which needs none"
        ) from error
    if os.environ.get("SPARK_REMOTE") or os.environ.get("SPARK_API_MODE", "").lower() == "connect":
        raise Unavailable(
            "PySpark cannot attach", "SPARK_REMOTE or SPARK_API_MODE makes it use Spark Connect",
            "Unset them, or use connect()",
        )  # fmt: skip


def endpoint_of_environment() -> Endpoint | None:
    """What PySpark's own two variables say, unless Drystone's say something, too."""
    if _PORT not in os.environ or "DRYSTONE_URL" in os.environ:
        return None
    return Endpoint("127.0.0.1", int(os.environ[_PORT]), os.environ.get(_SECRET, ""), None, _PORT)


def present_gateway() -> JavaGateway | None:
    """The gateway that PySpark uses in this process, if it has one."""
    from pyspark import SparkContext

    return SparkContext._gateway


def launch(port: int, token: str) -> JavaGateway:
    """Gives PySpark a gateway to a running driver, in the session of the token."""
    from pyspark import SparkContext
    from pyspark.java_gateway import launch_gateway

    with _environment({_PORT: str(port), _SECRET: token}):
        gateway = launch_gateway()  # type: ignore[no-untyped-call]
    SparkContext._ensure_initialized(gateway=gateway)
    return gateway


@contextmanager
def _environment(variables: Mapping[str, str]) -> Iterator[None]:
    """Sets variables for a moment: a child of this process must not inherit the session."""
    before = {name: os.environ.get(name) for name in variables}
    os.environ.update(variables)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


def start_session(settings: Mapping[str, str]) -> None:
    """Makes this program's SparkSession if it has none, and applies the settings.

    Raises:
        Unavailable: the hub gives none.
    """
    from pyspark import SparkContext
    from pyspark.sql import SparkSession

    try:
        SparkSession.builder.config(map=dict(settings)).getOrCreate()
    except Exception as error:
        if SparkContext._active_spark_context is None:
            _forget_gateway()
        raise Unavailable(
            "the hub gives no SparkSession",
            str(error).partition("\n")[0],
            "Look whether the hub has Spark, and its log",
        ) from error


def _forget_gateway() -> None:
    """Lets the program try again, or start a Spark of its own."""
    from pyspark import SparkContext

    gateway, SparkContext._gateway, SparkContext._jvm = SparkContext._gateway, None, None
    if gateway is not None:
        gateway.close()


def settings_of_present_session() -> dict[str, str]:
    """What the program gave the builder of its present SparkSession and differs from the driver's.

    Settings of SQL are left out: PySpark has applied them. Static ones of them it has lost.
    """
    from pyspark.sql import SparkSession

    session = SparkSession._instantiatedSession
    if session is None or session._sc._jsc is None:
        return {}
    driver = dict(session.sparkContext.getConf().getAll())
    return {
        name: str(value)
        for name, value in session.conf.getAll.items()
        if name.startswith("spark.") and not name.startswith("spark.sql.") and driver.get(name) != value
    }


def warn_of(names: Sequence[str], *, stacklevel: int) -> None:
    """Names settings that cannot take effect; nothing if there are none."""
    if names:
        warnings.warn(
            f"the hub's Spark runs already, so these settings have no effect: {', '.join(sorted(names))}. "
            "Ask the owner of the hub for them",
            DrystoneWarning,
            stacklevel=stacklevel,
        )


class _Watched:
    """Whom the builder asks; the last hub that was attached."""

    ask: WithoutEffect | None = None


def watch_builder(ask: WithoutEffect) -> None:
    """From now on, `SparkSession.builder..getOrCreate()` warns of settings that come too late.

    PySpark tells nobody what a builder was given, so its method is wrapped, once.
    """
    from pyspark.sql import SparkSession

    first, _Watched.ask = _Watched.ask is None, ask
    if not first:
        return
    original = SparkSession.Builder.getOrCreate

    def get_or_create(self: SparkSession.Builder) -> SparkSession:
        wanted = {name: str(value) for name, value in self._options.items()}
        if wanted and _Watched.ask is not None:
            warn_of(_Watched.ask(wanted), stacklevel=3)
        return original(self)

    get_or_create.__doc__ = original.__doc__
    SparkSession.Builder.getOrCreate = get_or_create  # type: ignore[method-assign]
