import pickle

import pytest
from drystone import Conflict, DrystoneError, InvalidName, NotFound, TimedOut
from drystone.errors import error_from

KNOWN = [
    "NOT_FOUND", "TYPE_MISMATCH", "NOT_IMMUTABLE", "CONFLICT", "IN_USE", "INVALID_NAME",
    "INVALID_ARGUMENT", "NOT_PERMITTED", "LIMIT", "UNAVAILABLE", "COMPACTED", "CANCELLED",
    "COMPUTATION_FAILED", "OUTCOME_UNKNOWN", "CLOSED", "MUTATED",
]  # fmt: skip


def envelope(code: str) -> dict[str, str]:
    return {"code": code, "problem": "it broke", "reason": "it was old", "remedy": "Take a new one"}


@pytest.mark.parametrize("code", KNOWN)
def test_each_code_of_the_hub_has_an_exception_of_its_own(code: str) -> None:
    error = error_from(envelope(code))

    assert type(error) is not DrystoneError
    assert (error.code, error.problem, error.reason, error.remedy) == tuple(envelope(code).values())
    assert error.cause == error.reason


def test_a_code_of_a_later_hub_arrives_as_the_general_error() -> None:
    error = error_from({**envelope("OUT_OF_CHEESE"), "cheese": "brie"})

    assert type(error) is DrystoneError
    assert error.code == "OUT_OF_CHEESE"


def test_an_envelope_without_texts_still_makes_a_readable_error() -> None:
    assert "LIMIT" in str(error_from({"code": "LIMIT"}))


def test_the_message_is_problem_reason_and_remedy_for_key_errors_too() -> None:
    assert str(error_from(envelope("NOT_FOUND"))) == "NOT_FOUND: it broke: it was old. Take a new one."


def test_errors_fit_the_habits_of_python() -> None:
    assert issubclass(NotFound, KeyError)
    assert issubclass(InvalidName, ValueError)
    assert issubclass(TimedOut, TimeoutError)


def test_an_error_survives_pickling() -> None:
    error = pickle.loads(pickle.dumps(Conflict("it broke", "ada was first", "Look")))

    assert isinstance(error, Conflict)
    assert error.reason == "ada was first"
