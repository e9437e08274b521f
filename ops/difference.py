"""What Mem0 holds of one conversation, compared with what its payload leaves behind. No I/O.

Mem0 keeps a text once for each caller, whichever conversation brought it. So what another call of
the same caller has brought is not missing here, and what another also says is not too much.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from chalicelib.memory_types import EXTRACTED
from chalicelib.remembered import Remembered
from chalicelib.what_to_remember import Memory, Plan

# What the app writes itself.
VERBATIM = frozenset({"name", "collected", "thread", "summary", "exchange"})


@dataclass(frozen=True)
class Difference:
    """What is to be written and deleted for one conversation."""

    missing: tuple[Memory, ...] = ()
    too_much: tuple[Remembered, ...] = ()
    unchanged: int = 0
    extracted: int = 0  # facts of Mem0's own, which are not compared

    def __bool__(self) -> bool:
        return bool(self.missing or self.too_much)

    @property
    def first(self) -> tuple[Memory, ...]:
        """What can be written before anything is deleted."""
        return tuple(one for one in self.missing if one.text not in self._texts_too_much)

    @property
    def last(self) -> tuple[Memory, ...]:
        """What Mem0 would not take before: the same text is stored as something else."""
        return tuple(one for one in self.missing if one.text in self._texts_too_much)

    @property
    def _texts_too_much(self) -> frozenset[str]:
        return frozenset(one.text for one in self.too_much)


def compare(
    planned: Plan, held: Sequence[Remembered], elsewhere: Collection[str] = ()
) -> Difference:
    """Compare ``planned`` with ``held``, all that Mem0 holds of the caller.

    ``elsewhere`` are the texts that other conversations of the caller leave behind. Only memories
    of this very conversation that the app wrote verbatim can be too much.
    """
    own = [one for one in held if one.conversation_id == planned.conversation.id]
    too_much = _too_much(planned, own, elsewhere)
    going = {one.id for one in too_much}
    texts = {one.text for one in held if one.id not in going}
    missing = tuple(one for one in planned.memories if one.text not in texts)
    return Difference(
        missing=missing,
        too_much=too_much,
        unchanged=len(planned.memories) - len(missing),
        extracted=sum(one.kind == EXTRACTED for one in own),
    )


def _too_much(
    planned: Plan, own: Sequence[Remembered], elsewhere: Collection[str]
) -> tuple[Remembered, ...]:
    wanted: set[tuple[str, str]] = {(one.kind, one.text) for one in planned.memories}
    only_elsewhere = set(elsewhere) - {memory.text for memory in planned.memories}
    seen: set[tuple[str, str]] = set()
    found = []
    for one in own:
        is_wanted = (one.kind, one.text) in wanted - seen or one.text in only_elsewhere
        if one.kind in VERBATIM and not is_wanted:
            found.append(one)
        seen.add((one.kind, one.text))
    return tuple(found)
