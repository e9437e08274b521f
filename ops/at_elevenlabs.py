"""A caller's conversations at ElevenLabs: found, and deleted."""

from dataclasses import dataclass

from chalicelib.identity import caller_after_call
from ops.elevenlabs_api import ElevenLabsApi
from ops.elevenlabs_errors import NotFoundError


@dataclass(frozen=True)
class AtElevenLabs:
    """One workspace. ``agent_numbers`` are never the caller's."""

    api: ElevenLabsApi
    agent_numbers: tuple[str, ...]

    def conversations_of(self, caller_id: str) -> frozenset[str]:
        """Return the conversations that ElevenLabs lists for ``caller_id`` (E.164).

        Each is read: a list that were longer than asked for must not become somebody else's loss.
        """
        listed = [str(one["conversation_id"]) for one in self.api.conversations(user_id=caller_id)]
        return frozenset(one for one in listed if self._owner(one) == caller_id)

    def has(self, conversation_id: str) -> bool:
        """Tell if the conversation is there."""
        try:
            self.api.conversation(conversation_id)
        except NotFoundError:
            return False
        return True

    def delete(self, conversation_id: str) -> None:
        """Delete the conversation; it is as well if somebody else has."""
        try:
            self.api.delete_conversation(conversation_id)
        except NotFoundError:
            return

    def _owner(self, conversation_id: str) -> str | None:
        try:
            whole = self.api.conversation(conversation_id)
        except NotFoundError:
            return None
        return caller_after_call(whole, self.agent_numbers)
