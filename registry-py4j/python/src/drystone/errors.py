"""What the hub reports, as exceptions.

Each has a stable ``code`` and tells problem, reason and remedy. Programs decide by class or code,
never by the text. A code that this version does not know arrives as a plain `DrystoneError`.
Unless its docstring says otherwise, nothing was changed.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar


class DrystoneError(Exception):
    """The family of everything that goes wrong between a program and its hub.

    Attributes:
        code: the stable code.
        problem: what went wrong.
        reason: why.
        remedy: what the program or its user can do.
    """

    default_code: ClassVar[str] = "UNKNOWN"

    def __init__(self, problem: str, reason: str, remedy: str, *, code: str | None = None) -> None:
        super().__init__(problem, reason, remedy)
        self.code = code or self.default_code
        self.problem = problem
        self.reason = reason
        self.remedy = remedy

    @property
    def cause(self) -> str:
        """The same as `reason`."""
        return self.reason

    def __str__(self) -> str:
        return f"{self.code}: {self.problem}: {self.reason}. {self.remedy}."


class NotFound(DrystoneError, KeyError):
    """Nothing that this user may see has that name, version or alias."""

    default_code = "NOT_FOUND"


class TypeMismatch(DrystoneError, TypeError):
    """The entry is there, but not of the kind that was asked for."""

    default_code = "TYPE_MISMATCH"


class NotImmutable(DrystoneError, TypeError):
    """The value could change after publication; the reason names the path of the element."""

    default_code = "NOT_IMMUTABLE"


class Conflict(DrystoneError):
    """A condition of the publication does not hold; the reason says what is there now."""

    default_code = "CONFLICT"


class InUse(DrystoneError):
    """Something still depends on what was to be removed."""

    default_code = "IN_USE"


class InvalidName(DrystoneError, ValueError):
    """A text is no valid name or reference."""

    default_code = "INVALID_NAME"


class InvalidArgument(DrystoneError, ValueError):
    """An argument is outside its documented range."""

    default_code = "INVALID_ARGUMENT"


class NotPermitted(DrystoneError):
    """The user lacks a right, or the token is not known to the hub."""

    default_code = "NOT_PERMITTED"


class Limit(DrystoneError):
    """A limit of the hub, of the user or of the call is reached."""

    default_code = "LIMIT"


class Mutated(DrystoneError):
    """A published object was changed by whoever still held it: that version stays unreadable."""

    default_code = "MUTATED"


class Unavailable(DrystoneError):
    """The data is no more, or the hub cannot be reached."""

    default_code = "UNAVAILABLE"


class Compacted(DrystoneError):
    """Changes that were asked for are no longer kept."""

    default_code = "COMPACTED"


class Cancelled(DrystoneError):
    """The work was cancelled before anything was changed."""

    default_code = "CANCELLED"


class ComputationFailed(DrystoneError):
    """A shared computation failed."""

    default_code = "COMPUTATION_FAILED"


class OutcomeUnknown(DrystoneError):
    """It is not known whether the change was kept: look before trying again."""

    default_code = "OUTCOME_UNKNOWN"


class Closed(DrystoneError):
    """This hub object, or the hub itself, is closed."""

    default_code = "CLOSED"


class TimedOut(DrystoneError, TimeoutError):
    """What was waited for did not happen in the given time."""

    default_code = "TIMED_OUT"


class DrystoneWarning(UserWarning):
    """Something works otherwise than the program seems to expect."""


_BY_CODE: Mapping[str, type[DrystoneError]] = {
    kind.default_code: kind for kind in DrystoneError.__subclasses__()
}


def error_from(envelope: Mapping[str, Any]) -> DrystoneError:
    """Builds the exception for the ``error`` of an envelope; unknown codes and fields are fine."""
    code = str(envelope.get("code", DrystoneError.default_code))
    problem = str(envelope.get("problem", "the hub reports an error"))
    reason = str(envelope.get("reason", "it gives no reason"))
    remedy = str(envelope.get("remedy", "Ask the owner of the hub"))
    return _BY_CODE.get(code, DrystoneError)(problem, reason, remedy, code=code)
