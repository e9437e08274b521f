"""What the other calls of a caller say: a memory that two calls share must outlive either."""

from collections.abc import Iterable

from chalicelib.archive import Archive
from chalicelib.conversation import NotUnderstoodError, read_conversation
from chalicelib.layout import PAYLOADS
from chalicelib.payload import TRANSCRIPTION, read_payload, safe_id
from chalicelib.what_to_remember import Plan, plan


def told_in(
    archive: Archive, planned: Plan, conversations: Iterable[str], agent_numbers: tuple[str, ...]
) -> set[str]:
    """Return the texts that ``conversations`` of the caller of ``planned`` leave behind.

    The conversation of ``planned`` is none of them, nor is one of another caller, or one that is
    not archived any more. Raises ArchiveError.
    """
    talk, texts = planned.conversation, set[str]()
    for conversation_id in {*conversations} - {talk.id, ""}:
        stored = archive.read(f"{PAYLOADS}{safe_id(conversation_id)}/{TRANSCRIPTION}.json")
        try:
            payload = read_payload(stored.body if stored else b"")
            other = plan(read_conversation(payload, agent_numbers))
        except NotUnderstoodError:
            continue
        if other.conversation.caller_id == talk.caller_id:
            texts |= {memory.text for memory in other.memories}
    return texts
