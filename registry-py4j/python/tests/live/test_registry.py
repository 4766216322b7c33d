"""The verbs, against a real hub."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal
from itertools import islice
from typing import Any
from uuid import UUID

import pytest
from drystone import (
    Conflict,
    DrystoneError,
    Hub,
    InvalidArgument,
    InvalidName,
    NotFound,
    NotPermitted,
    ReadOnlyDict,
    TimedOut,
)

EVERYTHING: dict[Any, Any] = {
    "none": None, "true": True, "int": -7, "long": 2**62 + 1, "huge": -(10**40), "float": 0.1,
    "inf": float("-inf"),
    "text": 'line\n\r\t"\\ \u2028 日本 \U0001f600 \x00', "empty": "", "bytes": bytes(range(256)),
    "decimal": Decimal("1.500"), "date": date(1, 1, 1), "time": time(23, 59, 59, 999999),
    "naive": datetime(2024, 2, 29, 12, 30, 0, 1), "aware": datetime(9999, 12, 31, tzinfo=timezone.utc),
    "span": timedelta(days=-3, microseconds=1), "uuid": UUID(int=2**127 + 1),
    "list": [1, [2, [None, []]]], "set": frozenset({1, "a", (2, 3)}), "dict": {"z": 1, "a": {}},
    7: "an int key", None: "a null key", (1, "a"): "a tuple key",
}  # fmt: skip


def test_every_kind_of_plain_data_comes_back_equal(ada: Hub) -> None:
    ada["ada/everything"] = EVERYTHING
    back = ada["ada/everything"]

    assert back == EVERYTHING
    assert [*back] == [*EVERYTHING]
    assert type(back) is ReadOnlyDict


@pytest.mark.parametrize("value", [[], {}, "", 0, 0.0, False, b"", frozenset()])
def test_empty_values_are_values(ada: Hub, value: object) -> None:
    ada["ada/empty"] = value

    assert ada["ada/empty"] == value
    assert isinstance(ada["ada/empty"], type(value))


def test_a_value_nested_as_deep_as_allowed_comes_back(ada: Hub) -> None:
    value: Any = 1
    for i in range(60):
        value = {"deeper": value} if i % 2 else [value]
    ada["ada/deep"] = value

    assert ada["ada/deep"] == value


def test_a_large_list_comes_back(ada: Hub) -> None:
    ada["ada/many"] = numbers = [*range(200_000)]

    assert ada["ada/many"] == numbers


def test_a_label_tells_what_was_published(ada: Hub) -> None:
    first = ada.publish("ada/labelled", 1)
    second = ada.publish(
        "ada/labelled", [2], description="*two*", tags=["b", "a"], properties={"k": "v"}, parents=[first]
    )

    assert ada.describe("ada/labelled") == second == ada.versions("ada/labelled")[-1]
    assert (second.version, second.previous, second.publisher) == (2, 1, "ada")
    assert (second.description, second.tags, dict(second.properties)) == ("*two*", ("a", "b"), {"k": "v"})
    assert second.parents == ("ada/labelled:v1",)
    assert second.guarantee == "IMMUTABLE"
    assert second.revision > first.revision
    assert second.published_at >= first.published_at


def test_old_versions_stay(ada: Hub) -> None:
    first = ada.publish("ada/kept", [1])
    ada["ada/kept"] = [2]

    assert (ada[first], ada["ada/kept:v1"], ada["ada/kept"]) == ([1], [1], [2])


def test_a_bare_name_is_shared(ada: Hub, grace: Hub) -> None:
    label = ada.publish("a bare name", 1)

    assert label.name == "shared/a bare name"
    assert grace["shared/a bare name"] == 1


def test_the_dict_habit(ada: Hub) -> None:
    ada["ada/habit"] = 1

    assert "ada/habit" in ada
    assert "ada/habit:v9" not in ada
    assert "ada/habit" in [*iter(ada)]
    assert len(ada) == len(ada.list()) >= 1
    assert "ada/habit" in ada._ipython_key_completions_()
    assert "ada/habit:v1" in ada._repr_html_()


def test_lists_are_narrowed_by_namespace_and_tag(ada: Hub) -> None:
    ada.publish("ada/gold", 1, tags=["precious"])
    ada.publish("shared/silver", 1, tags=["precious"])

    assert [x.name for x in ada.list("ada", tag="precious")] == ["ada/gold"]
    assert {x.name for x in ada.list(tag="precious")} == {"ada/gold", "shared/silver"}
    assert [x.name for x in ada.list("nobody")] == []


@pytest.mark.parametrize("reference", ["ada/nothing", "ada/there:v9", "ada/there@prod", "nobody/there"])
def test_what_is_not_there_is_not_found(ada: Hub, reference: str) -> None:
    ada["ada/there"] = 1

    for ask in (ada.get, ada.describe):
        with pytest.raises(NotFound):
            ask(reference)
    with pytest.raises(KeyError):
        ada[reference]
    assert reference not in ada


@pytest.mark.parametrize(
    "name",
    ["", "a/b/c", "ada/", "/x", "ada/x:v1:v2", "ada/x@", "ada/" + "x" * 129, "x" * 10_000, "ada/\x07",
     "ada/\u200b", "ada/ x", "ada/x\n"],
)  # fmt: skip
def test_what_is_no_name_is_refused(ada: Hub, name: str) -> None:
    with pytest.raises((InvalidName, InvalidArgument)):
        ada.publish(name, 1)
    with pytest.raises((InvalidName, InvalidArgument)):
        ada.get(name)


@pytest.mark.parametrize(
    "name", ["ada/日本", "ada/" + "x" * 128, "ada/my new shiny DataFrame", "ada/ж-1_2.3"]
)
def test_names_of_other_scripts_and_with_spaces_are_names(ada: Hub, name: str) -> None:
    ada[name] = 1

    assert name in ada


def test_a_reference_to_a_version_is_no_name(ada: Hub) -> None:
    with pytest.raises((InvalidName, InvalidArgument)):
        ada["ada/x:v1"] = 1


def test_of_two_that_replace_one_version_the_second_learns_who_was_first(ada: Hub) -> None:
    first = ada.publish("ada/contested", 1)
    ada.publish("ada/contested", 2, replacing=first)

    with pytest.raises(Conflict, match="ada"):
        ada.publish("ada/contested", 3, replacing=first)
    with pytest.raises(Conflict):
        ada.publish("ada/contested", 3, if_absent=True)
    with pytest.raises(InvalidArgument):
        ada.publish("ada/contested", 3, if_absent=True, replacing=first)
    assert [x.version for x in ada.versions("ada/contested")] == [1, 2]


def test_fifty_publishers_at_once_make_fifty_versions(ada: Hub) -> None:
    with ThreadPoolExecutor(50) as threads:
        labels = [*threads.map(lambda i: ada.publish("ada/raced", i), range(50))]

    assert sorted(x.version for x in labels) == [*range(1, 51)]
    assert sorted(ada[x] for x in labels) == [*range(50)]


def test_what_is_not_shared_does_not_exist(ada: Hub, grace: Hub) -> None:
    ada["ada/secret"] = 1

    with pytest.raises(NotFound):
        grace.get("ada/secret")
    assert "ada/secret" not in [*iter(grace)]

    ada.share("ada/secret", "grace")
    assert grace["ada/secret"] == 1
    assert ada.grants("ada/secret")["grace"] == "read"

    ada.unshare("ada/secret", "grace")
    assert "ada/secret" not in grace


def test_rights_grow_from_read_to_write(ada: Hub, grace: Hub) -> None:
    ada["ada/shared"] = 1
    ada.share("ada/shared", "grace")
    with pytest.raises(NotPermitted):
        grace["ada/shared"] = 2
    with pytest.raises(NotPermitted):
        grace.share("ada/shared", "bob")

    ada.share("ada/shared", "grace", right="write")
    grace["ada/shared"] = 2
    assert ada["ada/shared"] == 2


def test_a_whole_namespace_can_be_shared_with_everyone(
    ada: Hub, grace: Hub, connect: Callable[[str], Hub]
) -> None:
    bob = connect("bob")
    bob["bob/open"] = 1
    assert "bob/open" not in grace

    bob.share("bob/", "everyone")
    assert grace["bob/open"] == ada["bob/open"] == 1


def test_a_right_that_does_not_exist_is_refused(ada: Hub) -> None:
    ada["ada/x"] = 1
    with pytest.raises(InvalidArgument):
        ada.share("ada/x", "grace", right="everything")


def test_waiting_ends_when_another_publishes_and_shares(ada: Hub, grace: Hub) -> None:
    with ThreadPoolExecutor(1) as threads:
        waiting = threads.submit(grace.wait, "ada/awaited:v2", 60)
        ada["ada/awaited"] = 1
        ada["ada/awaited"] = 2
        ada.share("ada/awaited", "grace")
        label = waiting.result(60)

    assert label.ref == "ada/awaited:v2"
    assert grace.wait("ada/awaited").version == 2


def test_waiting_for_what_never_comes_ends_with_the_timeout(ada: Hub) -> None:
    with pytest.raises(TimedOut):
        ada.wait("ada/never", timeout=0.01)


def test_a_watch_sees_every_change_in_order(ada: Hub, grace: Hub) -> None:
    watch = ada.watch("ada/watched")
    later = threading.Event()

    def publish() -> None:
        for i in range(20):
            ada["ada/watched"] = i
            grace[f"grace/noise {i}"] = i
        ada.share("ada/watched", "grace")
        later.set()

    with ThreadPoolExecutor(1) as threads:
        threads.submit(publish)
        seen = [*islice(watch, 21)]

    assert [x.label.version for commit in seen for x in commit.changes if x.label] == [*range(1, 21)]
    assert [(x.kind, x.name) for x in seen[-1].changes] == [("right", "ada/watched")]
    assert {commit.author for commit in seen} == {"ada"}
    assert later.wait(30)


def test_a_watch_can_go_on_from_a_position(ada: Hub) -> None:
    watch = ada.watch("ada/resumed")
    ada["ada/resumed"] = 1
    first = watch.next(30)
    assert first is not None
    ada["ada/resumed"] = 2

    resumed = ada.watch("ada/resumed", after=first.position).next(30)
    assert resumed is not None
    assert resumed.changes[0].label is not None
    assert resumed.changes[0].label.version == 2
    with pytest.raises(DrystoneError):
        ada.watch(after="no position").next(0)


def test_null_at_the_root_and_options_of_a_wrong_kind_are_refused(ada: Hub) -> None:
    with pytest.raises(InvalidArgument):
        ada["ada/null"] = None
    with pytest.raises(InvalidArgument):
        ada.publish("ada/odd", 1, replacing="ada/odd")
    assert "ada/null" not in ada
    assert "ada/odd" not in ada
