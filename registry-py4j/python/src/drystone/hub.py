"""The registry as a Python program sees it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from types import TracebackType
from typing import Any, TypeAlias, TypeVar

from drystone import _card, _html
from drystone._decode import decode
from drystone._encode import encode
from drystone._hello import Hello
from drystone._live import is_java_object, is_spark_frame
from drystone._session import Exchange
from drystone._sharing import Sharing
from drystone.errors import DrystoneError, InvalidArgument, NotFound, TimedOut, TypeMismatch
from drystone.label import Label
from drystone.table import Table
from drystone.watch import Deadline, Watch

Labels: TypeAlias = list[Label]
Names: TypeAlias = list[str]
Self = TypeVar("Self", bound="Hub")
_PAGE = 500


class Hub(Sharing):
    """A hub, seen by one user: names on one side, published values on the other.

    A name is ``namespace/name``; a bare name lies in ``shared``. A reference is a name (its latest
    version), ``name:v3`` (that version) or ``name@prod`` (an alias); a `Label` stands for its version.

    What is published never changes: a table comes back as a `Table`, plain data as read-only Python
    values (`drystone.thaw` makes a copy that can be changed). What the user may not see does not exist.

    The object is safe for use by several threads. Ctrl-C ends any call: the hub cancels what it was
    doing for it, and the next call works. Every method may raise Unavailable (the hub does not
    answer) and Closed (after `close`).
    """

    def __init__(self, exchange: Exchange, hello: Hello) -> None:
        """Makes a hub; meant for `drystone.connect`."""
        self._exchange = exchange
        self._hello = hello

    @property
    def user(self) -> str:
        """As whom this program acts."""
        return self._hello.user

    @property
    def right(self) -> str:
        """What the user may do with the hub's JVM: "sealed" (nothing) or "jvm" (everything)."""
        return self._hello.right

    @property
    def url(self) -> str:
        """The address of the hub."""
        return self._exchange.url

    # --- reading

    def get(self, ref: str | Label) -> Any:
        """Returns a published value: a `Table`, or read-only plain data.

        Raises:
            NotFound: there is no such version, or the user may not see it.
            TypeMismatch: it is a live JVM object, or has something that Python cannot hold.
        """
        answer = self._exchange.call("get", {"ref": str(ref)})
        if "value" in answer:
            return decode(answer["value"])
        label = Label.from_json(answer["label"])
        if answer.get("kind") == "table":
            return self._table(label)
        return self._open(label)

    def describe(self, ref: str | Label) -> Label:
        """Returns what is known of a version, without its value.

        Raises:
            NotFound: there is no such version, or the user may not see it.
        """
        return Label.from_json(self._exchange.call("describe", {"ref": str(ref)}))

    def versions(self, name: str) -> Labels:
        """Returns the labels of all versions of a name, oldest first.

        Raises:
            NotFound: there is no such name, or the user may not see it.
        """
        answer = self._exchange.call("versions", {"name": name})
        return [Label.from_json(label) for label in answer["labels"]]

    def list(self, namespace: str | None = None, *, tag: str | None = None) -> Labels:
        """Returns the latest label of every name that the user may see, ordered by name.

        Args:
            namespace: only names in it.
            tag: only versions with it.
        """
        return [Label.from_json(label) for label in self._pages(namespace, tag)]

    def _pages(self, namespace: str | None, tag: str | None) -> Iterator[Mapping[str, Any]]:
        after = None
        while True:
            asked = {"namespace": namespace, "tag": tag, "after": after, "limit": _PAGE}
            page = self._exchange.call("list", asked)
            yield from page["labels"]
            after = page.get("next")
            if after is None:
                return

    # --- publishing

    def publish(
        self,
        name: str,
        value: Any,
        *,
        replacing: str | Label | None = None,
        if_absent: bool = False,
        description: str | None = None,
        tags: Iterable[str] = (),
        properties: Mapping[str, str] | None = None,
        cache: str | None = None,
        parents: Iterable[str | Label] = (),
        even_if_mutable: str | None = None,
    ) -> Label:
        """Publishes a value as the next version of a name. All or nothing: a failure leaves nothing.

        Args:
            name: where.
            value: plain data, or over `drystone.attach` a DataFrame of PySpark or a `Table`.
            replacing: only if this version is still the latest.
            if_absent: only if the name has no version.
            description: what it is, in Markdown.
            tags: words to find it by.
            properties: facts of the publisher's own.
            cache: "memory" keeps a DataFrame's rows in the cluster's memory.
            parents: the versions that it was made from, as far as the hub cannot see it itself.
            even_if_mutable: a reason to publish a live object that can change; stays on the label.

        Returns:
            The label of the new version, which is visible to others by then.

        Raises:
            Conflict: a condition does not hold; the reason says what is there now.
            NotImmutable: the value could change; the reason names the path of the element.
            InvalidName: the name is none.
            NotPermitted: the user may not publish there.
            OutcomeUnknown: the hub went away before it answered.
        """
        if isinstance(tags, str) or isinstance(parents, (str, Label)):
            raise InvalidArgument(
                "tags or parents are one text", "they are lists", "Write tags=[..], parents=[..]"
            )
        options = {
            "name": name,
            "replacing": replacing and str(replacing),
            "ifAbsent": if_absent or None,
            "description": description,
            "tags": [*tags] or None,
            "properties": dict(properties or {}) or None,
            "options": {"cache": cache} if cache else None,
            "parents": [str(parent) for parent in parents] or None,
            "evenIfMutable": even_if_mutable,
        }
        return Label.from_json(self._publish(options, value))

    def _publish(self, options: dict[str, Any], value: Any) -> Any:
        if value is None:
            raise InvalidArgument("None cannot be published", "it says nothing", "Publish a value")
        live = self._live_object(value)
        if live is not None:
            return self._exchange.publish_object(options, live._target_id)
        return self._exchange.call("publish", {**options, "value": encode(value)}, work=math.inf)

    # --- waiting

    def wait(self, ref: str | Label, timeout: float | None = None) -> Label:
        """Waits until a version is there, and returns its label.

        It is told by the hub, at once; nothing is asked again and again. Ctrl-C ends the wait.

        Args:
            ref: a name waits for any version of it, ``name:v2`` for that one.
            timeout: the seconds to wait; None waits for ever.

        Raises:
            TimedOut: it is not there in time.
        """
        deadline = Deadline(timeout)
        while True:
            seconds = deadline.next_poll()
            answer = self._exchange.call("await", {"ref": str(ref), "seconds": seconds}, work=seconds)
            if answer.get("label") is not None:
                return Label.from_json(answer["label"])
            if seconds == 0:
                raise TimedOut(
                    f"{ref} is not there", f"nobody published or shared it within {timeout:g} s",
                    "Wait longer, or ask its publisher",
                )  # fmt: skip

    def watch(self, scope: str | None = None, *, after: str | None = None) -> Watch:
        """Returns the changes from now on, or from a position on.

        Args:
            scope: a name, or a namespace followed by ``/``; None is everything that the user may see.
            after: a position that a commit or a watch gave; None is now.
        """
        return Watch(self._exchange, after or self._position(), scope)

    def _position(self) -> str:
        return str(self._exchange.call("list", {"limit": 1})["position"])

    # --- the dict habit

    def __getitem__(self, ref: str | Label) -> Any:
        return self.get(ref)

    def __setitem__(self, name: str, value: Any) -> None:
        self.publish(name, value)

    def __contains__(self, ref: object) -> bool:
        if not isinstance(ref, (str, Label)):
            return False
        try:
            self.describe(ref)
        except NotFound:
            return False
        return True

    def __iter__(self) -> Iterator[str]:
        return (label["name"] for label in self._pages(None, None))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __bool__(self) -> bool:
        return True

    def _ipython_key_completions_(self) -> Names:
        return [*iter(self)]  # without asking for the length first

    # --- what depends on how this program came in

    def _table(self, label: Label) -> Table:
        return Table(label, self._exchange)

    def _open(self, label: Label) -> Any:
        raise TypeMismatch(
            f"{label.ref} cannot be fetched", f"it is a live JVM object of the type {label.type}",
            "Use it on the hub's machine: drystone.attach(), with the right jvm",
        )  # fmt: skip

    def _live_object(self, value: Any) -> Any:
        """The Java object of a value that lives in the hub's JVM; None for others."""
        if isinstance(value, Table) or is_spark_frame(value) or is_java_object(value):
            raise TypeMismatch(
                "the value cannot be published over connect()", "it lives in a JVM, not in this program",
                "Publish it over drystone.attach(), on the hub's machine and with the right jvm",
            )  # fmt: skip
        return None

    # --- life

    def close(self) -> None:
        """Ends the session: the hub frees at once what it held for this program.

        Closing again does nothing. Never raises and never hangs, even if the hub is gone. It happens
        by itself when the program ends.
        """
        self._exchange.close()

    def __enter__(self: Self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<Hub {self.url} as {self.user} ({self.right})>"

    def _repr_html_(self) -> str:
        try:
            page = self._exchange.call("list", {"limit": _card.ROWS})
        except DrystoneError as error:
            return _html.card(repr(self), {"not shown": error})
        return _card.labels(repr(self), map(Label.from_json, page["labels"]), page.get("next") is not None)
