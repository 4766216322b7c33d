"""What is known of published versions, and what changed: plain, immutable values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from drystone import _html
from drystone._times import moment_of
from drystone.readonly import ReadOnlyDict


@dataclass(frozen=True)
class Label:
    """What is known of one version, fixed when it was published.

    Attributes:
        name: the full name, ``namespace/name``.
        version: its number; numbers only grow and are never used again.
        revision: the revision of the registry that made it visible.
        previous: the number of the version before, or None for the first.
        publisher: who published it.
        published_at: when it became visible, in UTC.
        type: the type that it has in the JVM.
        guarantee: what is promised about changes: "IMMUTABLE" or "SNAPSHOT" for what can never change,
            otherwise "CHECKPOINT", "LAZY" or "MUTABLE".
        evidence: why that is believed, in words.
        description: what the publisher says of it, or None.
        tags: the publisher's tags.
        properties: the publisher's own properties.
        details: what the engine tells of the stored form: schema, rows, bytes.
        parents: references of the versions that it was made from, as far as known and visible.
    """

    name: str
    version: int
    revision: int
    previous: int | None
    publisher: str
    published_at: datetime
    type: str
    guarantee: str
    evidence: str
    description: str | None = None
    tags: tuple[str, ...] = ()
    properties: Mapping[str, str] = field(default_factory=ReadOnlyDict)
    details: Mapping[str, str] = field(default_factory=ReadOnlyDict, repr=False)
    parents: tuple[str, ...] = ()

    @property
    def ref(self) -> str:
        """The reference of exactly this version, such as ``ada/sales:v3``."""
        return f"{self.name}:v{self.version}"

    def __str__(self) -> str:
        return self.ref

    def _repr_html_(self) -> str:
        return _html.card(self.ref, self.facts())

    def facts(self) -> Mapping[str, object]:
        """What a notebook's card tells of it, each fact under its name; what it lacks is None or empty."""
        return {
            "published": f"by {self.publisher}, {self.published_at:%Y-%m-%d %H:%M:%S} UTC",
            "description": self.description,
            "type": self.type,
            "guarantee": f"{self.guarantee}: {self.evidence}",
            "tags": ", ".join(self.tags),
            "parents": ", ".join(self.parents),
        }

    @classmethod
    def from_json(cls, json: Mapping[str, Any]) -> Label:
        """Reads the protocol's form; fields that this version does not know are left out."""
        return cls(
            name=json["name"],
            version=int(json["version"]),
            revision=int(json["revision"]),
            previous=json.get("previous"),
            publisher=json["publisher"],
            published_at=moment_of(json["publishedAt"]),
            type=json["type"],
            guarantee=json["guarantee"],
            evidence=json["evidence"],
            description=json.get("description"),
            tags=tuple(json.get("tags") or ()),
            properties=ReadOnlyDict(json.get("properties") or {}),
            details=ReadOnlyDict(json.get("details") or {}),
            parents=tuple(json.get("parents") or ()),
        )


@dataclass(frozen=True)
class Change:
    """One change of a commit.

    Attributes:
        kind: "published", "right", "revealed" or "hidden"; later hubs may know more.
        name: the name or scope that it is about.
        label: what was published, if that is the kind.
        fields: everything that the hub told of it.
    """

    kind: str
    name: str
    label: Label | None
    fields: Mapping[str, Any] = field(repr=False)

    @classmethod
    def from_json(cls, json: Mapping[str, Any]) -> Change:
        """Reads the protocol's form."""
        label = Label.from_json(json["label"]) if json.get("label") else None
        name = label.name if label else str(json.get("name") or json.get("scope") or "")
        return cls(str(json["kind"]), name, label, ReadOnlyDict(json))


@dataclass(frozen=True)
class Commit:
    """Changes that became visible together.

    Attributes:
        position: a text that says where the registry stands after it, to go on from.
        author: who made it.
        time: when, in UTC.
        changes: what changed.
    """

    position: str
    author: str
    time: datetime
    changes: tuple[Change, ...]

    @classmethod
    def from_json(cls, json: Mapping[str, Any]) -> Commit:
        """Reads the protocol's form."""
        return cls(
            position=json["position"],
            author=json["author"],
            time=moment_of(json["time"]),
            changes=tuple(Change.from_json(change) for change in json["changes"]),
        )
