"""Whose an archived payload is, and what so belongs to one caller. No I/O."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from chalicelib.identity import caller_after_call, normalise
from chalicelib.layout import conversation_of
from chalicelib.payload import AUDIO, dig, read_payload

NO_ANSWER = "call_initiation_failure"


@dataclass(frozen=True)
class Looked:
    """What looking through the archive has told so far, up to the key ``after``.

    ``mine`` are conversations of the caller; ``others`` those of somebody else, of the few that
    were asked about. Both are folders of the archive.
    """

    after: str = ""
    payloads: int = 0
    mine: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()

    def belonging(self, named: Iterable[str]) -> list[str]:
        """Return the caller's conversations, with those ``named`` that are nobody else's."""
        return sorted({*self.mine, *(frozenset(named) - self.others)})

    def seen(
        self, key: str, owners: frozenset[str], caller_id: str, named: frozenset[str]
    ) -> "Looked":
        """Return this with what the payload under ``key`` tells; ``owners`` are whose it is."""
        folder = conversation_of(key)
        mine = {folder} if caller_id in owners else set()
        others = {folder} & named if owners - {caller_id} else set()
        return replace(
            self,
            after=key,
            payloads=self.payloads + 1,
            mine=self.mine | mine,
            others=(self.others | others) - self.mine - mine,
        )


def owner_of(raw: bytes, agent_numbers: Iterable[str]) -> str | None:
    """Return whose payload ``raw`` is (E.164), as the app would say; None when it names nobody.

    A call that never came about is nobody's for the app; whom the agent meant to call is told by
    the telephone company's own words (https://elevenlabs.io/docs, "Post-call webhooks").
    """
    payload = read_payload(raw)
    if found := caller_after_call(payload.data, agent_numbers):
        return found
    if payload.type != NO_ANSWER:
        return None
    ours = {number for one in agent_numbers if (number := normalise(one))}
    body = dig(payload.data, "metadata", "body")
    told = (normalise(one) for one in _called(body) if isinstance(one, str))
    return next((number for number in told if number and number not in ours), None)


def tells_its_owner(key: str) -> bool:
    """Tell if the object under ``key`` is a payload that may name a caller: sound does not."""
    return key.endswith(".json") and not key.rpartition("/")[2].startswith(AUDIO)


def _called(body: Any) -> Iterator[Any]:
    """Yield the person who was called: Twilio's and SIP's names for it."""
    told = body if isinstance(body, dict) else {}
    lowered = {str(name).lower(): one for name, one in told.items()}
    for name in ("called", "to", "to_number"):
        yield lowered.get(name)
