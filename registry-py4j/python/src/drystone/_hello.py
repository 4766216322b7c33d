"""The first words between a program and its hub."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from drystone.errors import Unavailable

PROTOCOL = 1


@dataclass(frozen=True)
class Hello:
    """What a hub says of itself and of the program's session.

    Attributes:
        user: as whom the program acts.
        right: "sealed" or "jvm".
        session: the suffix with which further connections join the session.
        position: where the registry stands.
        pythons: the Python versions that the hub can run functions with; empty if it does not tell.
        without_effect: the names of the settings asked for that come too late.
    """

    user: str
    right: str
    session: str
    position: str
    pythons: tuple[str, ...] = ()
    without_effect: tuple[str, ...] = ()

    @classmethod
    def from_json(cls, json: Mapping[str, Any]) -> Hello:
        """Reads the hub's answer.

        Raises:
            Unavailable: the hub speaks another protocol.
        """
        if json.get("protocol") != PROTOCOL:
            raise Unavailable(
                "the hub speaks another protocol",
                f"its version is {json.get('protocol')}, that of this package is {PROTOCOL}",
                "Install the version of drystone that belongs to the hub",
            )
        return cls(
            user=json["user"],
            right=json["right"],
            session=json["session"],
            position=json["position"],
            pythons=tuple(json.get("python") or ()),
            without_effect=tuple(json.get("settings") or ()),
        )


def greeting(settings: Mapping[str, str] | None = None) -> dict[str, Any]:
    """The arguments of `hello`.

    Args:
        settings: what the program asked of Spark's builder.
    """
    return {
        "protocol": PROTOCOL,
        "client": "drystone",
        "python": own_python(),
        "settings": dict(settings) if settings else None,
    }


def own_python() -> str:
    """The version of this interpreter as hubs tell theirs: ``3.11``."""
    return f"{sys.version_info.major}.{sys.version_info.minor}"
