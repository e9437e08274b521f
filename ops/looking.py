"""Looking through the archive for one caller's payloads, in all their versions.

Keys hold no numbers, so a payload that was never remembered tells whose it is only when it is read.
"""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import groupby, islice

from chalicelib.layout import LATER_PAYLOADS, PAYLOADS
from chalicelib.payload import safe_id, text
from ops.belonging import Looked, owner_of, tells_its_owner
from ops.progress import bar
from ops.stores import READ_AT_ONCE, Stores
from ops.versions import Version

SAVED_EVERY = 200  # payloads
CLOCKS_APART_SECS = 300.0  # ours and S3's, at most


@dataclass(frozen=True)
class Look:
    """A look for the payloads of ``caller_id``.

    ``named`` are conversations that somebody else has said are the caller's.
    """

    stores: Stores
    caller_id: str
    named: frozenset[str]

    def through(self, begun: Looked, save: Callable[[Looked], None], since: float = 0.0) -> Looked:
        """Return what ``begun`` becomes when everything behind it has been looked at.

        Only versions written at ``since`` (unix seconds) or later are read. ``save`` is called now
        and then, with what is known by then.
        """
        looked, payloads = begun, list(self._payloads(begun.after, since))
        what = "Looking at what came meanwhile" if since else "Looking through the archive"
        with bar(what, len(payloads)) as advance, ThreadPoolExecutor(READ_AT_ONCE) as threads:
            for some in _in_pieces(payloads, SAVED_EVERY):
                for versions, owners in zip(some, threads.map(self._owners, some), strict=True):
                    key = versions[0].key
                    looked = looked.seen(key, owners, self.caller_id, self.named)
                    advance()
                save(looked)
        return looked

    def _payloads(self, after: str, since: float) -> Iterator[list[Version]]:
        """Yield the payloads that may name a caller, each with its versions, by their keys."""
        for prefix in (LATER_PAYLOADS, PAYLOADS):
            listed = self.stores.versions.listed(prefix, after)
            for key, versions in groupby(listed, key=lambda one: one.key):
                there = [one for one in versions if not one.is_mark and one.at >= since]
                if there and tells_its_owner(key):
                    yield there

    def _owners(self, versions: Iterable[Version]) -> frozenset[str]:
        numbers = self.stores.settings.agent_numbers
        bodies = (self.stores.versions.read(one) for one in versions)
        return frozenset(owner for body in bodies if (owner := owner_of(body, numbers)))


def named_of(stores: Stores, caller_id: str) -> frozenset[str]:
    """Return the conversations that Mem0's memories and the caller's card name, as folders."""
    told = [text(one, "metadata", "conversation_id") for one in stores.memories.all_of(caller_id)]
    noted = [conversation_id for conversation_id, _ in stores.card(caller_id).calls]
    return frozenset(safe_id(one) for one in [*told, *noted] if one)


def _in_pieces(payloads: list[list[Version]], size: int) -> Iterator[list[list[Version]]]:
    left = iter(payloads)
    while piece := list(islice(left, size)):
        yield piece
