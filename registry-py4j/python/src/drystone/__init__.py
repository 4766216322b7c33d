"""Live objects of a team, shared by name: the Python client of the Drystone registry.

Start with `connect` (needs no Spark and no JVM) or, on the hub's machine, `attach`; both give a `Hub`.
"""

from drystone._attach import attach
from drystone._connect import connect
from drystone.attached import AttachedHub
from drystone.errors import (
    Cancelled,
    Closed,
    Compacted,
    ComputationFailed,
    Conflict,
    DrystoneError,
    DrystoneWarning,
    InUse,
    InvalidArgument,
    InvalidName,
    Limit,
    Mutated,
    NotFound,
    NotImmutable,
    NotPermitted,
    OutcomeUnknown,
    TimedOut,
    TypeMismatch,
    Unavailable,
)
from drystone.hub import Hub
from drystone.label import Change, Commit, Label
from drystone.readonly import ReadOnlyDict, ReadOnlyList, thaw
from drystone.table import Table
from drystone.values import EnumValue, RecordValue
from drystone.watch import Watch

__all__ = [
    "AttachedHub",
    "Cancelled",
    "Change",
    "Closed",
    "Commit",
    "Compacted",
    "ComputationFailed",
    "Conflict",
    "DrystoneError",
    "DrystoneWarning",
    "EnumValue",
    "Hub",
    "InUse",
    "InvalidArgument",
    "InvalidName",
    "Label",
    "Limit",
    "Mutated",
    "NotFound",
    "NotImmutable",
    "NotPermitted",
    "OutcomeUnknown",
    "ReadOnlyDict",
    "ReadOnlyList",
    "RecordValue",
    "Table",
    "TimedOut",
    "TypeMismatch",
    "Unavailable",
    "Watch",
    "attach",
    "connect",
    "thaw",
]
