from typing import Any

import pytest
from drystone import (
    Conflict,
    DrystoneError,
    InvalidArgument,
    Label,
    NotFound,
    NotImmutable,
    ReadOnlyList,
    Table,
    TimedOut,
    TypeMismatch,
)
from fakes import FakeExchange, hub_with, label

MISSING = NotFound("nothing is called ada/x", "nobody published it", "Look at list(hub)")
X1 = Label.from_json(label())


def test_plain_data_comes_back_read_only() -> None:
    hub, exchange = hub_with(get={"label": label(), "value": [1, {"map": [["a", 2]]}]})

    assert hub["ada/x"] == [1, {"a": 2}]
    assert type(hub.get("ada/x")) is ReadOnlyList
    assert exchange.asked[0] == ("get", {"ref": "ada/x"})


def test_null_inside_an_answer_is_a_value() -> None:
    assert hub_with(get={"label": label(), "value": None})[0]["ada/x"] is None


def test_a_label_stands_for_its_version() -> None:
    hub, exchange = hub_with(get={"label": label(version=3), "value": 1})
    hub.get(Label.from_json(label(version=3)))

    assert exchange.asked == [("get", {"ref": "ada/x:v3"})]


def test_a_table_comes_back_as_a_handle() -> None:
    table = hub_with(get={"label": label(), "kind": "table"})[0]["ada/x"]

    assert isinstance(table, Table)
    assert table.label.ref == "ada/x:v1"


def test_a_live_object_needs_attach() -> None:
    with pytest.raises(TypeMismatch, match=r"java\.util\.List.*drystone\.attach\(\)"):
        hub_with(get={"label": label(), "kind": "object"})[0].get("ada/x")


def test_what_is_missing_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        hub_with(get=MISSING)[0]["ada/x"]


def test_in_tells_whether_a_reference_can_be_seen() -> None:
    hub, _ = hub_with(describe=[label(), MISSING])

    assert "ada/x" in hub
    assert "ada/y" not in hub
    assert 7 not in hub


def test_all_pages_are_listed() -> None:
    pages = [
        {"labels": [label(name="ada/a"), label(name="ada/b")], "position": "r#7", "next": "ada/b"},
        {"labels": [label(name="ada/c")], "position": "r#7"},
    ]
    hub, exchange = hub_with(list=[*pages])

    assert [*iter(hub)] == ["ada/a", "ada/b", "ada/c"]
    assert [asked.get("after") for _, asked in exchange.asked] == [None, "ada/b"]
    assert len(hub_with(list=[*pages])[0]) == 3
    assert [x.name for x in hub_with(list=[*pages])[0].list()] == ["ada/a", "ada/b", "ada/c"]
    assert hub_with(list=[*pages])[0]._ipython_key_completions_() == ["ada/a", "ada/b", "ada/c"]


def test_an_empty_hub_is_still_true() -> None:
    hub, _ = hub_with(list={"labels": [], "position": "r#0"})

    assert len(hub) == 0
    assert hub


def test_a_namespace_and_a_tag_narrow_a_list() -> None:
    hub, exchange = hub_with(list={"labels": [], "position": "r#0"})
    hub.list("ada", tag="gold")

    assert exchange.asked == [("list", {"namespace": "ada", "tag": "gold", "limit": 500})]


def test_versions_come_oldest_first() -> None:
    hub, _ = hub_with(versions={"labels": [label(), label(version=2, previous=1)]})

    assert [(x.version, x.previous) for x in hub.versions("ada/x")] == [(1, None), (2, 1)]


def test_assignment_publishes() -> None:
    hub, exchange = hub_with(publish=label())
    hub["ada/x"] = {"low": 3}

    assert exchange.asked == [("publish", {"name": "ada/x", "value": {"map": [["low", 3]]}})]


def test_every_option_reaches_the_hub() -> None:
    hub, exchange = hub_with(publish=label(version=2))
    published = hub.publish(
        "ada/x", 1, replacing=X1, if_absent=True, description="d", tags=["t"], properties={"k": "v"},
        cache="memory", parents=[X1, "ada/y:v2"], even_if_mutable="why not",
    )  # fmt: skip

    assert published.ref == "ada/x:v2"
    assert exchange.asked[0][1] == {
        "name": "ada/x", "value": 1, "replacing": "ada/x:v1", "ifAbsent": True, "description": "d",
        "tags": ["t"], "properties": {"k": "v"}, "options": {"cache": "memory"},
        "parents": ["ada/x:v1", "ada/y:v2"], "evenIfMutable": "why not",
    }  # fmt: skip


def test_a_failed_condition_is_a_conflict() -> None:
    with pytest.raises(Conflict, match="grace was first"):
        hub_with(publish=Conflict("ada/x has changed", "grace was first", "Look"))[0].publish(
            "x", 1, if_absent=True
        )


@pytest.mark.parametrize("wrong", [{"tags": "gold"}, {"parents": "ada/y"}, {"parents": X1}])
def test_one_text_in_the_place_of_a_list_is_refused(wrong: dict[str, Any]) -> None:
    hub, exchange = hub_with()

    with pytest.raises(InvalidArgument, match="lists"):
        hub.publish("ada/x", 1, **wrong)
    assert exchange.asked == []


def test_nothing_is_sent_for_a_value_that_cannot_be_published() -> None:
    hub, exchange = hub_with()

    with pytest.raises(NotImmutable):
        hub["ada/x"] = [object()]
    with pytest.raises(InvalidArgument, match="None"):
        hub["ada/x"] = None
    assert exchange.asked == []


def test_what_lives_in_a_jvm_needs_attach() -> None:
    class DataFrame:
        pass

    class JavaObject:
        pass

    DataFrame.__module__ = "pyspark.sql.classic.dataframe"
    JavaObject.__module__ = "py4j.java_gateway"
    hub, exchange = hub_with()
    for value in (DataFrame(), JavaObject(), Table(X1, FakeExchange())):
        with pytest.raises(TypeMismatch, match=r"drystone\.attach\(\)"):
            hub["ada/x"] = value
    assert exchange.asked == []


def test_waiting_asks_again_only_when_the_hub_answers_that_nothing_came() -> None:
    hub, exchange = hub_with(**{"await": [{"label": None}, {"label": label()}]})

    assert hub.wait("ada/x").ref == "ada/x:v1"
    assert exchange.asked == [("await", {"ref": "ada/x", "seconds": 30.0})] * 2


def test_waiting_ends_with_the_timeout() -> None:
    hub, exchange = hub_with(**{"await": {"label": None}})

    with pytest.raises(TimedOut, match="ada/x is not there"):
        hub.wait("ada/x", timeout=0)
    with pytest.raises(TimeoutError):
        hub.wait("ada/x", timeout=0.001)
    assert exchange.asked[0][1]["seconds"] == 0


@pytest.mark.parametrize("timeout", [-1, float("nan")])
def test_a_timeout_below_zero_is_refused(timeout: float) -> None:
    with pytest.raises(InvalidArgument, match="timeout"):
        hub_with()[0].wait("ada/x", timeout=timeout)


def commit(position: str, name: str) -> dict[str, Any]:
    changes = [
        {"kind": "published", "label": label(name=name)},
        {"kind": "right", "scope": "ada/", "principal": "grace", "before": None, "after": "READ"},
        {"kind": "hidden", "name": "ada/z"},
        {"kind": "exploded", "debris": 7},
    ]
    return {"position": position, "author": "ada", "time": "2026-01-02T03:04:05Z", "changes": changes}


def test_a_watch_goes_on_from_where_it_was() -> None:
    answers = [
        {"commit": commit("r#8", "ada/a"), "position": "r#8"},
        {"commit": None, "position": "r#9"},
        {"commit": commit("r#10", "ada/b"), "position": "r#10"},
    ]
    hub, exchange = hub_with(changes=answers, list={"labels": [], "position": "r#7"})
    watch = hub.watch("ada/")

    first = watch.next(timeout=5)
    assert first is not None
    assert [(change.kind, change.name) for change in first.changes] == [
        ("published", "ada/a"), ("right", "ada/"), ("hidden", "ada/z"), ("exploded", "")
    ]  # fmt: skip
    assert first.changes[3].fields["debris"] == 7
    assert next(iter(watch)).position == "r#10"
    assert watch.position == "r#10"
    assert [asked.get("after") for verb, asked in exchange.asked if verb == "changes"] == [
        "r#7",
        "r#8",
        "r#9",
    ]


def test_a_watch_without_news_ends_with_the_timeout() -> None:
    hub, _ = hub_with(changes={"commit": None, "position": "r#9"})

    assert hub.watch(after="r#1").next(timeout=0) is None


def test_sharing_names_scope_user_and_right() -> None:
    hub, exchange = hub_with(grant={"position": "r#8"}, revoke={"position": "r#9"})
    hub.share("ada/x", "grace", "group:analysts", right="write")
    hub.share("ada/", "everyone")
    hub.unshare("ada/x", "grace")

    assert exchange.asked == [
        ("grant", {"scope": "ada/x", "to": "grace", "right": "WRITE"}),
        ("grant", {"scope": "ada/x", "to": "group:analysts", "right": "WRITE"}),
        ("grant", {"scope": "ada/", "to": "everyone", "right": "READ"}),
        ("revoke", {"scope": "ada/x", "from": "grace"}),
    ]
    with pytest.raises(InvalidArgument, match="nobody"):
        hub.share("ada/x")


def test_grants_tell_who_has_which_right() -> None:
    hub, _ = hub_with(grants={"grants": {"ada": "OWN", "grace": "READ"}})

    assert hub.grants("ada/x") == {"ada": "own", "grace": "read"}


def test_a_hub_shows_itself() -> None:
    hub, exchange = hub_with(list={"labels": [label(name="ada/<b>")], "position": "r#7", "next": "ada/<b>"})

    assert repr(hub) == "<Hub drystone://fake:1 as ada (sealed)>"
    assert (hub.user, hub.right, hub.url) == ("ada", "sealed", "drystone://fake:1")
    assert "ada/&lt;b&gt;:v1" in hub._repr_html_()
    assert "..." in hub._repr_html_()
    exchange.answers["list"] = DrystoneError("the hub is gone", "it was stopped", "Start it")
    assert "the hub is gone" in hub._repr_html_()


def test_a_label_shows_itself() -> None:
    shown = Label.from_json(label(tags=["gold"], description="<i>", parents=["ada/y:v1"]))._repr_html_()

    assert "ada/x:v1" in shown
    assert "&lt;i&gt;" in shown


def test_leaving_a_with_block_closes() -> None:
    hub, exchange = hub_with()
    with hub as same:
        assert same is hub
        assert not exchange.closed
    assert exchange.closed
