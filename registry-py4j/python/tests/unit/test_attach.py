import json
import os
import sys
import warnings
from collections.abc import Iterator, Mapping
from types import SimpleNamespace
from typing import Any

import drystone
import pytest
from drystone import (
    AttachedHub,
    DrystoneWarning,
    InvalidArgument,
    Label,
    NotFound,
    NotPermitted,
    Table,
    TypeMismatch,
    Unavailable,
    _pyspark,
)
from drystone._hello import Hello, own_python
from fake_hub import Client, FakeHub
from fakes import FakeExchange, label
from py4j.java_gateway import GatewayClient, GatewayProperty

HELLO = {"protocol": 1, "user": "ada", "right": "jvm", "session": "s1", "position": "r#0"}


@pytest.fixture
def fake() -> Iterator[FakeHub]:
    hub = FakeHub()
    yield hub
    hub.close()


@pytest.fixture
def pyspark(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """PySpark without a Spark: remembers what it was told to do."""
    told = SimpleNamespace(gateway=None, launched=[], settings=[], present={}, ask=None)

    def launch(port: int, token: str) -> Any:
        told.launched.append((port, token))
        return told

    monkeypatch.setattr(_pyspark, "present_gateway", lambda: told.gateway)
    monkeypatch.setattr(_pyspark, "launch", launch)
    monkeypatch.setattr(_pyspark, "start_session", told.settings.append)
    monkeypatch.setattr(_pyspark, "settings_of_present_session", lambda: told.present)
    monkeypatch.setattr(_pyspark, "watch_builder", lambda ask: setattr(told, "ask", ask))
    for name in ("PYSPARK_GATEWAY_PORT", "DRYSTONE_URL", "SPARK_REMOTE", "SPARK_API_MODE"):
        monkeypatch.delenv(name, raising=False)
    return told


def gateway_of_pyspark(fake: FakeHub, answer: str) -> SimpleNamespace:
    host, port = fake.url.removeprefix("drystone://").split(":")
    parameters = SimpleNamespace(address=host, port=int(port), auth_token="secret")
    client = SimpleNamespace(send_command=lambda command: answer)
    return SimpleNamespace(gateway_parameters=parameters, _gateway_client=client)


def answer(**hello: Any) -> str:
    return "ys" + json.dumps({"ok": {**HELLO, **hello}})


def says(**hello: Any) -> Any:
    return lambda client: Client.ok(client, {**HELLO, **hello})


def test_pyspark_gets_a_session_of_this_programs_own(fake: FakeHub, pyspark: SimpleNamespace) -> None:
    fake.answers["hello"] = says(session="of-this-program")
    hub = drystone.attach(fake.url, "secret", config={"spark.sql.shuffle.partitions": 4})
    hub.close()

    port = int(fake.url.rpartition(":")[2])
    assert pyspark.launched == [(port, "secret.of-this-program")]
    assert pyspark.settings == [{"spark.sql.shuffle.partitions": "4"}]


def test_closing_leaves_the_session_to_pyspark(fake: FakeHub, pyspark: SimpleNamespace) -> None:
    drystone.attach(fake.url, "secret").close()

    assert fake.ended.acquire(timeout=30)
    assert [verb for verb, _ in fake.asked] == ["hello"]


def test_the_session_that_pyspark_has_is_joined(fake: FakeHub, pyspark: SimpleNamespace) -> None:
    envelope = (
        '{"ok": {"protocol": 1, "user": "ada", "right": "jvm", "session": "process-7", "position": "r#0"}}'
    )
    pyspark.gateway = gateway_of_pyspark(fake, "ys" + envelope)
    fake.answers["describe"] = lambda client: client.ok(label())

    with drystone.attach() as hub:
        hub.describe("ada/x")

    assert fake.tokens == ["secret.process-7"]
    assert pyspark.launched == []


def test_nothing_stays_open_when_the_hub_gives_no_spark(
    fake: FakeHub, pyspark: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(settings: Mapping[str, str]) -> None:
        raise Unavailable("the hub gives no SparkSession", "it has no Spark", "Look at its log")

    monkeypatch.setattr(_pyspark, "start_session", fail)
    with pytest.raises(Unavailable, match="no SparkSession"):
        drystone.attach(fake.url, "secret")
    assert fake.ended.acquire(timeout=30)


def test_pyspark_with_a_spark_of_its_own_is_named(fake: FakeHub, pyspark: SimpleNamespace) -> None:
    pyspark.gateway = gateway_of_pyspark(fake, "xsTarget Object ID does not exist for this gateway :drystone")

    with pytest.raises(Unavailable, match=r"a Spark of its own.*restart the kernel"):
        drystone.attach()


def test_pyspark_cannot_be_at_two_hubs(fake: FakeHub, pyspark: SimpleNamespace) -> None:
    pyspark.gateway = gateway_of_pyspark(fake, "")

    with pytest.raises(InvalidArgument, match=r"attached to .* already"):
        drystone.attach("drystone://127.0.0.1:1", "secret")


def test_a_sealed_user_cannot_attach(fake: FakeHub, pyspark: SimpleNamespace) -> None:
    fake.answers["hello"] = says(right="sealed")

    with pytest.raises(NotPermitted, match=r"ada is sealed.*connect\(\)"):
        drystone.attach(fake.url, "secret")
    assert pyspark.launched == []


def test_pyspark_attaches_on_the_hubs_machine_only(pyspark: SimpleNamespace) -> None:
    with pytest.raises(InvalidArgument, match=r"its own machine.*connect\(\)"):
        drystone.attach("drystone://hub.example:25333", "secret")


def test_the_two_variables_of_pyspark_tell_where_the_hub_is(
    fake: FakeHub, pyspark: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYSPARK_GATEWAY_PORT", fake.url.rpartition(":")[2])
    monkeypatch.setenv("PYSPARK_GATEWAY_SECRET", "secret")
    drystone.attach().close()

    ((_, token),) = pyspark.launched
    assert token == "secret.s"
    assert fake.tokens[0] != "secret"


def test_without_pyspark_the_error_tells_what_to_install(
    monkeypatch: pytest.MonkeyPatch, pyspark: SimpleNamespace
) -> None:
    monkeypatch.setitem(sys.modules, "pyspark.sql", None)

    with pytest.raises(Unavailable, match=r"drystone\[spark\]"):
        drystone.attach()


@pytest.mark.parametrize(("name", "value"), [("SPARK_REMOTE", "sc://x"), ("SPARK_API_MODE", "connect")])
def test_a_pyspark_that_is_told_to_use_spark_connect_is_named(
    name: str, value: str, monkeypatch: pytest.MonkeyPatch, pyspark: SimpleNamespace
) -> None:
    monkeypatch.setenv(name, value)

    with pytest.raises(Unavailable, match="Spark Connect"):
        drystone.attach()


def test_another_version_of_python_than_the_hubs_is_named(fake: FakeHub, pyspark: SimpleNamespace) -> None:
    fake.answers["hello"] = says(python=["2.6", "2.7"])

    with pytest.warns(DrystoneWarning, match=f"runs Python {own_python()}, the hub has 2.6, 2.7") as caught:
        drystone.attach(fake.url, "secret").close()
    assert caught[0].filename == __file__


def test_settings_that_come_too_late_are_named_and_not_applied(
    fake: FakeHub, pyspark: SimpleNamespace
) -> None:
    fake.answers["hello"] = says(settings=["spark.executor.memory"], python=[own_python()])
    config = {"spark.executor.memory": "9g", "spark.sql.shuffle.partitions": "4"}

    with pytest.warns(DrystoneWarning, match=r"no effect: spark\.executor\.memory\.") as caught:
        drystone.attach(fake.url, "secret", config=config).close()
    assert caught[0].filename == __file__
    assert fake.asked[0][1]["settings"] == config
    assert pyspark.settings == [{"spark.sql.shuffle.partitions": "4"}]


def test_what_an_earlier_builder_was_given_is_asked_about(fake: FakeHub, pyspark: SimpleNamespace) -> None:
    sent = []
    pyspark.gateway = gateway_of_pyspark(fake, "")
    pyspark.present = {"spark.driver.memory": "9g"}

    def send(command: str) -> str:
        sent.append(command)
        return answer(settings=["spark.driver.memory"])

    pyspark.gateway._gateway_client.send_command = send
    with pytest.warns(DrystoneWarning, match=r"spark\.driver\.memory"):
        drystone.attach().close()
    assert '"spark.driver.memory": "9g"' in sent[0]


def test_a_builder_that_is_used_later_warns_too(
    fake: FakeHub, pyspark: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    with drystone.attach(fake.url, "secret"):
        fake.answers["hello"] = says(settings=["spark.master"])
        assert pyspark.ask({"spark.master": "local"}) == ("spark.master",)
    assert pyspark.ask({"spark.master": "local"}) == ()


def test_the_builder_of_pyspark_is_watched_once_and_asks_the_last_hub(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from pyspark.sql import SparkSession

    calls = []
    monkeypatch.setattr(_pyspark._Watched, "ask", None)
    monkeypatch.setattr(SparkSession.Builder, "getOrCreate", lambda self: calls.append("made"))

    def ask(wanted: Mapping[str, str]) -> list[str]:
        calls.append(f"asked about {dict(wanted)}")
        return [*wanted]

    _pyspark.watch_builder(lambda wanted: [])
    _pyspark.watch_builder(ask)
    with pytest.warns(DrystoneWarning, match=r"spark\.master") as caught:
        SparkSession.builder.config("spark.master", "local").getOrCreate()
    assert caught[0].filename == __file__
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        SparkSession.builder.getOrCreate()

    assert calls == ["asked about {'spark.master': 'local'}", "made", "made"]


def test_the_session_is_not_left_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRYSTONE_TEST_A", "before")
    with _pyspark._environment({"DRYSTONE_TEST_A": "1", "DRYSTONE_TEST_B": "2"}):
        assert (os.environ["DRYSTONE_TEST_A"], os.environ["DRYSTONE_TEST_B"]) == ("1", "2")

    assert os.environ["DRYSTONE_TEST_A"] == "before"
    assert "DRYSTONE_TEST_B" not in os.environ


class JavaObject:
    """Py4J's handle of a Java object, as far as it matters here."""

    def __init__(self, target_id: str, client: object) -> None:
        self._target_id = target_id
        self._gateway_client = client


class DataFrame:
    """PySpark's DataFrame, as far as it matters here."""

    def __init__(self, java: JavaObject | None) -> None:
        if java is not None:
            self._jdf = java


JavaObject.__module__ = "py4j.java_gateway"
DataFrame.__module__ = "pyspark.sql.classic.dataframe"


def attached(**answers: Any) -> tuple[AttachedHub, FakeExchange, object]:
    client = GatewayClient()
    client.gateway_property = GatewayProperty(auto_field=False, pool=None, enable_memory_management=False)
    exchange = FakeExchange(**answers)
    hello = Hello.from_json(HELLO)
    return AttachedHub(exchange, hello, SimpleNamespace(_gateway_client=client)), exchange, client


def test_a_dataframe_is_published_where_it_lies() -> None:
    hub, exchange, client = attached(publishObject=label())
    hub.publish("ada/x", DataFrame(JavaObject("o7", client)), cache="memory")
    hub["ada/x"] = JavaObject("o8", client)

    assert exchange.asked == [
        ("publishObject", {"name": "ada/x", "options": {"cache": "memory"}, "object": "o7"}),
        ("publishObject", {"name": "ada/x", "object": "o8"}),
    ]


def test_plain_data_is_published_as_over_connect() -> None:
    hub, exchange, _ = attached(publish=label())
    hub["ada/x"] = [1]

    assert exchange.asked == [("publish", {"name": "ada/x", "value": [1]})]


@pytest.mark.parametrize("frame", [DataFrame(JavaObject("o7", object())), DataFrame(None)])
def test_a_dataframe_of_another_spark_is_refused(frame: DataFrame) -> None:
    hub, exchange, _ = attached()

    with pytest.raises(TypeMismatch, match="another Spark"):
        hub["ada/x"] = frame
    assert exchange.asked == []


def test_live_objects_are_opened_in_this_programs_session() -> None:
    hub, _, client = attached(get={"label": label(), "kind": "object"}, describe=label())
    opened = hub["ada/x"]

    assert (opened._target_id, opened._gateway_client) == ("o-ada/x:v1", client)


def test_a_table_is_published_again_without_moving_it() -> None:
    hub, exchange, _ = attached(describe=label(), publishObject=label(name="ada/y"))
    hub["ada/y"] = Table(Label.from_json(label()), exchange)

    assert exchange.asked[-1] == ("publishObject", {"name": "ada/y", "object": "o-ada/x:v1"})


def test_opening_what_is_gone_is_a_clear_error() -> None:
    gone = NotFound("ada/x is gone", "ada removed it", "Ask ada")
    hub, _, _ = attached(get={"label": label(), "kind": "table"}, describe=gone)

    with pytest.raises(NotFound, match="ada removed it"):
        hub["ada/x"].to_spark()
