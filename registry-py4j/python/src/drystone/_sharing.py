"""Giving and taking rights."""

from __future__ import annotations

from collections.abc import Mapping

from drystone._session import Exchange
from drystone.errors import InvalidArgument
from drystone.readonly import ReadOnlyDict


class Sharing:
    """The part of a `Hub` that is about who may see and do what."""

    _exchange: Exchange

    def share(self, name: str, *to: str, right: str = "read") -> None:
        """Lets others see a name, or publish there. Repeating it changes nothing.

        Args:
            name: a name, or a namespace followed by ``/``.
            to: users (``ada``), groups (``group:analysts``) or ``everyone``; each is a change of its own.
            right: "read", "write" (publish new versions) or "own" (share it further).

        Raises:
            NotPermitted: the user does not own it.
        """
        if not to:
            raise InvalidArgument(
                f"{name} is shared with nobody", "no user is given", 'Write share(name, "grace")'
            )
        for principal in to:
            self._exchange.call("grant", {"scope": name, "to": principal, "right": right.upper()})

    def unshare(self, name: str, *whom: str) -> None:
        """Takes from others the rights that `share` gave; who holds a version keeps reading it.

        Raises:
            NotPermitted: the user does not own it.
        """
        for principal in whom:
            self._exchange.call("revoke", {"scope": name, "from": principal})

    def grants(self, name: str) -> Mapping[str, str]:
        """Returns who has which right on a name, or on a namespace followed by ``/``."""
        grants = self._exchange.call("grants", {"scope": name})["grants"]
        return ReadOnlyDict({principal: right.lower() for principal, right in grants.items()})
