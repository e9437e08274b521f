"""Archived conversations, chosen by id, caller or time."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from chalicelib.archive import Archive
from chalicelib.conversation import NotUnderstoodError, read_conversation
from chalicelib.layout import PAYLOADS
from chalicelib.payload import AUDIO, Payload, read_payload, safe_id
from ops.operator_error import OperatorError
from ops.time_span import TimeSpan


@dataclass(frozen=True)
class Wanted:
    """Which conversations: those that fit all that is said; all, if nothing is."""

    conversations: tuple[str, ...] = ()
    caller_id: str = ""  # E.164
    span: TimeSpan = field(default_factory=TimeSpan)

    def keys(self, archive: Archive) -> Iterator[str]:
        """Yield the keys of all payloads among which they are; OperatorError if one is missing."""
        if not self.conversations:
            yield from _keys(archive, PAYLOADS)
        for conversation_id in dict.fromkeys(self.conversations):
            found = list(_keys(archive, f"{PAYLOADS}{safe_id(conversation_id)}/"))
            if not found:
                raise OperatorError(
                    f"Nothing is archived of {safe_id(conversation_id)}. Compare the id, or fetch "
                    "it from ElevenLabs: python -m ops backfill"
                )
            yield from found

    def includes(self, payload: Payload, agent_numbers: Iterable[str]) -> bool:
        """Tell if ``payload`` is one of them."""
        try:
            talk = read_conversation(payload, agent_numbers)
        except NotUnderstoodError:  # whose it is nobody knows, and when it was, sometimes
            is_in_time = self.span.is_open or payload.sent_at in self.span
            return is_in_time and not self.caller_id
        return self.caller_id in {"", talk.caller_id} and talk.started_at in self.span


def read_key(archive: Archive, key: str) -> Payload | None:
    """Return the payload under ``key``; None when it is gone."""
    stored = archive.read(key)
    return read_payload(stored.body) if stored else None


def _keys(archive: Archive, prefix: str) -> Iterator[str]:
    """Yield the keys of payloads that may become memories: sound never does, and is long."""
    for one in archive.listed(prefix):
        if one.key.endswith(".json") and not one.key.endswith(f"/{AUDIO}.json"):
            yield one.key
