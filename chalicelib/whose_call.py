"""Whether a call is another's than the one's who was greeted, or made from another's telephone.

No I/O. ElevenLabs' analysis says so in items of ours, where an agent collects them; else what was
said does.
"""

from chalicelib import names
from chalicelib.conversation import Conversation
from chalicelib.names import Name


def is_another(conversation: Conversation, speaker: Name) -> bool:
    """Return whether ``speaker`` is somebody else than the one who was greeted, and says so."""
    greeted = names.plausible_name(conversation.greeted)
    if analysis := names.read_analysis(conversation.collected):
        return bool(greeted) and analysis.is_another
    if not greeted or not names.denies(conversation.turns, greeted):
        return False
    if speaker.confidence < names.SPOKEN_FROM:
        return True
    is_put_right = speaker.source == "corrected" and names.same_person(
        greeted, speaker.full, corrected=True
    )
    is_same = is_put_right or names.spoken_name(speaker.full) == names.spoken_name(greeted)
    return not is_same and names.says_not(conversation.turns, greeted)


def is_borrowed(conversation: Conversation) -> bool:
    """Return whether the caller says that the telephone is another's."""
    if analysis := names.read_analysis(conversation.collected):
        return analysis.is_borrowed
    return names.is_borrowed(conversation.turns)
