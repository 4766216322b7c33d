import copy
import json
import pickle
from collections.abc import Callable
from typing import Any

import pytest
from drystone import ReadOnlyDict, ReadOnlyList, thaw

LIST_CHANGES: list[Callable[[Any], object]] = [
    lambda x: x.append(1),
    lambda x: x.extend([1]),
    lambda x: x.insert(0, 1),
    lambda x: x.pop(),
    lambda x: x.remove(2),
    lambda x: x.clear(),
    lambda x: x.sort(),
    lambda x: x.reverse(),
    lambda x: x.__setitem__(0, 1),
    lambda x: x.__setitem__(slice(0, 1), [1]),
    lambda x: x.__delitem__(0),
    lambda x: x.__iadd__([1]),
    lambda x: x.__imul__(2),
]
DICT_CHANGES: list[Callable[[Any], object]] = [
    lambda x: x.__setitem__("a", 1),
    lambda x: x.__delitem__("a"),
    lambda x: x.update(a=1),
    lambda x: x.setdefault("b", 1),
    lambda x: x.pop("a"),
    lambda x: x.popitem(),
    lambda x: x.clear(),
    lambda x: x.__ior__({"b": 1}),
]


@pytest.mark.parametrize("change", LIST_CHANGES)
def test_a_list_refuses_every_change_with_a_word_on_publishing(change: Callable[[Any], object]) -> None:
    value = ReadOnlyList([2, 3])

    with pytest.raises(TypeError, match=r"read-only.*publish"):
        change(value)
    assert value == [2, 3]


@pytest.mark.parametrize("change", DICT_CHANGES)
def test_a_dict_refuses_every_change_with_a_word_on_publishing(change: Callable[[Any], object]) -> None:
    value = ReadOnlyDict({"a": 2})

    with pytest.raises(TypeError, match=r"read-only.*publish"):
        change(value)
    assert value == {"a": 2}


def test_every_method_of_list_and_dict_that_changes_is_refused() -> None:
    def inherited(kind: type, base: type) -> set[str]:
        reading = {"copy", "count", "index", "get", "items", "keys", "values", "fromkeys"}
        public = {name for name in dir(base) if not name.startswith("_")} - reading
        return {name for name in public if getattr(kind, name) is getattr(base, name)}

    assert inherited(ReadOnlyList, list) == set()
    assert inherited(ReadOnlyDict, dict) == set()


def test_they_read_like_the_real_ones() -> None:
    value = ReadOnlyDict({"a": ReadOnlyList([1, None])})

    assert json.dumps(value) == '{"a": [1, null]}'
    assert repr(value) == "{'a': [1, None]}"
    assert value["a"] + [2] == [1, None, 2]
    assert {**value, "b": 1} == {"a": [1, None], "b": 1}


def test_copies_can_be_changed_and_thawed_ones_deeply() -> None:
    value: ReadOnlyDict[str, Any] = ReadOnlyDict({"a": ReadOnlyList([1]), "s": frozenset({1})})

    shallow = value.copy()
    shallow["b"] = 1
    deep = thaw(value)
    deep["a"].append(2)
    deep["s"].add(2)

    assert deep == {"a": [1, 2], "s": {1, 2}}
    assert value == {"a": [1], "s": {1}}


def test_what_cannot_change_may_be_a_key() -> None:
    keys = {ReadOnlyList([1]), ReadOnlyDict({"a": 1})}

    assert ReadOnlyDict({"a": 1}) in keys


def test_copy_and_pickle_keep_them_read_only() -> None:
    value = ReadOnlyDict({"a": ReadOnlyList([1])})

    assert copy.deepcopy(value) is value
    assert copy.copy(value["a"]) is value["a"]
    again = pickle.loads(pickle.dumps(value))
    assert again == value
    assert (type(again), type(again["a"])) == (ReadOnlyDict, ReadOnlyList)
