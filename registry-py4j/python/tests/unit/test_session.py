import os
import signal
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import drystone
import pytest
from drystone import Closed, Conflict, DrystoneError, Hub, NotPermitted, OutcomeUnknown, Unavailable
from drystone._endpoint import Endpoint, find_endpoint
from drystone._session import Session
from fake_hub import Client, FakeHub
from fakes import label


@pytest.fixture
def fake() -> Iterator[FakeHub]:
    hub = FakeHub()
    yield hub
    hub.close()


@pytest.fixture
def hub(fake: FakeHub) -> Iterator[Hub]:
    with drystone.connect(fake.url, "secret") as hub:
        yield hub


def endpoint(fake: FakeHub) -> Endpoint:
    return find_endpoint(fake.url, "secret", None, {})


def test_each_program_begins_a_session_of_its_own(fake: FakeHub) -> None:
    with drystone.connect(fake.url, "secret"), drystone.connect(fake.url, "secret"):
        first, second = fake.tokens

    assert first != second
    assert {token.partition(".")[0] for token in (first, second)} == {"secret"}


def test_all_threads_of_a_program_are_in_one_session(fake: FakeHub, hub: Hub) -> None:
    together = threading.Barrier(8)

    def answer(client: Client) -> None:
        together.wait(30)
        client.ok(label())

    fake.answers["describe"] = answer
    with ThreadPoolExecutor(8) as threads:
        refs = [*threads.map(lambda _: hub.describe("ada/x").ref, range(8))]

    assert refs == ["ada/x:v1"] * 8
    assert len(fake.tokens) == 8
    assert len({*fake.tokens}) == 1


def test_a_connection_is_used_again(fake: FakeHub, hub: Hub) -> None:
    fake.answers["describe"] = lambda client: client.ok(label())
    for _ in range(5):
        hub.describe("ada/x")

    assert len(fake.tokens) == 1


def test_any_text_reaches_the_hub_and_comes_back(fake: FakeHub, hub: Hub) -> None:
    text = 'line\nline\r\n\\n "quoted" \u2028 日本 \U0001f600 \x00'
    fake.answers["get"] = lambda client: client.ok({"label": label(), "value": text})

    assert hub.get(text) == text
    assert fake.asked[-1] == ("get", {"ref": text})


def test_an_error_of_the_hub_leaves_the_connection_in_use(fake: FakeHub, hub: Hub) -> None:
    error = '{"error": {"code": "CONFLICT", "problem": "p", "reason": "r", "remedy": "m"}}'
    fake.answers["publish"] = lambda client: client.send("ys" + error)
    for _ in range(2):
        with pytest.raises(Conflict):
            hub["ada/x"] = 1

    assert len(fake.tokens) == 1


def test_a_refused_token_tells_what_the_hub_says(fake: FakeHub) -> None:
    fake.refusal = (
        'xs{"error": {"code": "NOT_PERMITTED", "problem": "no entry", "reason": "r", "remedy": "m"}}'
    )

    with pytest.raises(NotPermitted, match="no entry"):
        drystone.connect(fake.url, "wrong")


@pytest.mark.parametrize("refusal", ["x", "xsAuthentication error: bad auth token received.", "xs{}", "xs[]"])
def test_a_token_that_another_gateway_refuses_is_not_permitted(fake: FakeHub, refusal: str) -> None:
    fake.refusal = refusal

    with pytest.raises(NotPermitted, match="refuses the token"):
        drystone.connect(fake.url, "wrong")


@pytest.mark.parametrize("token", ["two\nlines", " padded", "\x00"])
def test_what_cannot_be_a_token_is_not_sent(fake: FakeHub, token: str) -> None:
    with pytest.raises(NotPermitted, match="token is none"):
        drystone.connect(fake.url, token)
    assert fake.tokens == []


def test_a_token_of_another_user_is_refused(fake: FakeHub) -> None:
    with pytest.raises(NotPermitted, match=r"not grace's.*ada's"):
        drystone.connect(fake.url, "secret", "grace")
    assert fake.ended.acquire(timeout=30)


def test_a_hub_that_speaks_another_protocol_is_named(fake: FakeHub) -> None:
    fake.answers["hello"] = lambda client: client.ok({"protocol": 99})

    with pytest.raises(Unavailable, match=r"99.*Install the version"):
        drystone.connect(fake.url, "secret")


def test_where_nobody_listens_is_named(fake: FakeHub) -> None:
    fake.close()

    with pytest.raises(Unavailable, match=r"no hub answers at drystone://127\.0\.0\.1"):
        drystone.connect(fake.url, "secret")


def test_a_server_that_is_no_hub_is_named(fake: FakeHub) -> None:
    fake.answers["hello"] = lambda client: client.send("xsTarget Object ID does not exist: drystone")
    with pytest.raises(Unavailable, match=r"Target Object ID does not exist.*Look whether a Drystone hub"):
        drystone.connect(fake.url, "secret")

    fake.answers["hello"] = lambda client: client.socket.sendall(b"HTTP/1.1 400 Bad Request\r\n")
    with pytest.raises(Unavailable, match="does not speak Py4J"):
        drystone.connect(fake.url, "secret")

    fake.answers["hello"] = lambda client: client.send("ys<html>")
    with pytest.raises(Unavailable, match="none of this protocol"):
        drystone.connect(fake.url, "secret")


def test_a_hub_that_is_silent_is_not_waited_for_for_ever(fake: FakeHub) -> None:
    fake.answers["hello"] = lambda client: None

    with pytest.raises(Unavailable, match=r"within 0\.05 s"):
        drystone.connect(fake.url, "secret", timeout=0.05)


def test_connections_that_the_hub_closed_meanwhile_are_replaced(fake: FakeHub, hub: Hub) -> None:
    fake.answers["publish"] = lambda client: client.ok(label())
    fake.end_all_connections()
    assert fake.ended.acquire(timeout=30)

    assert hub.publish("ada/x", 1).version == 1
    assert len({*fake.tokens}) == 1


def test_a_change_that_was_not_answered_is_not_repeated(fake: FakeHub, hub: Hub) -> None:
    fake.answers["publish"] = lambda client: client.end()

    with pytest.raises(OutcomeUnknown, match="Look what is there now"):
        hub["ada/x"] = 1
    assert [verb for verb, _ in fake.asked] == ["hello", "publish"]


def test_a_question_that_was_not_answered_says_that_the_hub_is_gone(fake: FakeHub, hub: Hub) -> None:
    fake.answers["describe"] = lambda client: client.end()

    with pytest.raises(Unavailable, match="ended the connection"):
        hub.describe("ada/x")


def fetch(hub: Hub, size: int) -> bytes:
    into = bytearray(size)
    hub._exchange.fetch("e1", memoryview(into))
    return bytes(into)


def test_a_stream_fills_exactly_the_bytes_that_were_announced(fake: FakeHub, hub: Hub) -> None:
    data = os.urandom(3_000_000)
    fake.answers["stream"] = lambda client: client.send("yv", data)

    assert fetch(hub, len(data)) == data
    assert fetch(hub, len(data)) == data
    assert len(fake.tokens) == 1


def test_a_stream_that_breaks_off_is_an_error(fake: FakeHub, hub: Hub) -> None:
    def break_off(client: Client) -> None:
        client.send("yv", b"x" * 999)
        client.end()

    fake.answers["stream"] = break_off
    with pytest.raises(Unavailable, match="999 of 1,000 bytes"):
        fetch(hub, 1000)


def test_an_export_that_is_gone_is_an_error(fake: FakeHub, hub: Hub) -> None:
    fake.answers["stream"] = lambda client: client.send("xsNOT_FOUND: There is no such export")
    with pytest.raises(Unavailable, match="no such export"):
        fetch(hub, 1000)


def test_closing_says_farewell_once_and_ends_every_connection(fake: FakeHub, hub: Hub) -> None:
    hub.close()
    hub.close()

    assert fake.ended.acquire(timeout=30)
    assert [verb for verb, _ in fake.asked] == ["hello", "close"]
    with pytest.raises(Closed, match=r"close\(\) was called"):
        hub.describe("ada/x")


def test_closing_ends_a_call_that_waits_in_another_thread(fake: FakeHub, hub: Hub) -> None:
    asked = threading.Event()

    def never(client: Client) -> None:
        asked.set()
        client.wait_for_the_end()

    fake.answers["await"] = never
    with ThreadPoolExecutor(1) as threads:
        waiting = threads.submit(hub.wait, "ada/x")
        assert asked.wait(30)
        hub.close()
        with pytest.raises(Closed, match="during the call"):
            waiting.result(30)


def test_closing_does_not_hang_on_a_hub_that_is_silent(
    fake: FakeHub, hub: Hub, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("drystone._session._FAREWELL_SECONDS", 0.05)
    fake.answers["close"] = lambda client: None
    hub.close()

    assert fake.ended.acquire(timeout=30)


def test_a_session_that_was_joined_is_left_and_not_ended(fake: FakeHub) -> None:
    session = Session(endpoint(fake), suffix="theirs")
    session.call("hello", {})
    session.close()

    assert fake.tokens == ["secret.theirs"]
    assert fake.ended.acquire(timeout=30)
    assert [verb for verb, _ in fake.asked] == ["hello"]


def test_a_session_that_nobody_uses_any_more_is_closed(fake: FakeHub) -> None:
    drystone.connect(fake.url, "secret")

    assert fake.ended.acquire(timeout=30)


def test_after_ctrl_c_the_next_call_takes_another_connection_of_the_session(fake: FakeHub, hub: Hub) -> None:
    main = threading.main_thread().ident
    assert main is not None

    def interrupt(client: Client) -> None:
        signal.pthread_kill(main, signal.SIGINT)
        client.wait_for_the_end()

    fake.answers["await"] = interrupt
    fake.answers["describe"] = lambda client: client.ok(label())

    with pytest.raises(KeyboardInterrupt):
        hub.wait("ada/x")
    assert fake.ended.acquire(timeout=30)
    assert hub.describe("ada/x").ref == "ada/x:v1"
    assert len(fake.tokens) == 2
    assert len({*fake.tokens}) == 1


def test_a_forked_child_does_not_talk_on_its_parents_connections(
    hub: Hub, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.getpid", lambda: -1)

    with pytest.raises(Closed, match="forked"):
        hub.describe("ada/x")
    hub.close()


def test_null_arguments_are_left_out(fake: FakeHub, hub: Hub) -> None:
    fake.answers["list"] = lambda client: client.ok({"labels": [], "position": "r#0"})
    hub.list(tag="gold")

    assert fake.asked[-1] == ("list", {"tag": "gold", "limit": 500})


def test_an_unknown_error_of_a_later_hub_is_understood(fake: FakeHub, hub: Hub) -> None:
    envelope = '{"error": {"code": "NEW", "problem": "p", "reason": "r", "remedy": "m", "more": 1}}'
    fake.answers["describe"] = lambda client: client.send("ys" + envelope)

    with pytest.raises(DrystoneError) as caught:
        hub.describe("ada/x")
    assert caught.value.code == "NEW"
