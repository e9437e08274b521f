"""The story of ``make demo``: one finished call, from a file, and a question that it answers."""

from dataclasses import dataclass
from pathlib import Path

from chalicelib.conversation import Conversation, NotUnderstoodError, read_conversation
from chalicelib.payload import Payload, read_payload
from chalicelib.what_to_remember import plan

FIRST_CALL = Path(__file__).parent / "payloads" / "first_call.json"
WORDS_EXPECTED = 20  # of an answer; a long one is not told whole
FIRST_QUESTION, FIRST_ANSWER = "favorite pizza", "thin crust, from Giuseppe's"


@dataclass(frozen=True)
class Story:
    """The call that is played: its payload as bytes, and what is in it."""

    raw: bytes
    payload: Payload
    conversation: Conversation
    question: str
    answer: str  # what the best memory found must hold


def read_story(path: Path | None) -> Story:
    """Return the story in ``path``: an envelope, bare conversation data, or a list of one.

    Raises OSError when it can't be read, and NotUnderstoodError when it holds no conversation.
    """
    raw = (path or FIRST_CALL).read_bytes()
    payload = read_payload(raw)
    conversation = read_conversation(payload, ())
    said = (exchange.said for exchange in plan(conversation).exchanges)
    if not (longest := max(said, key=len, default="")):
        raise NotUnderstoodError("the caller says nothing in it that is worth remembering")
    beginning = " ".join(longest.split()[:WORDS_EXPECTED])
    question, answer = (longest[:200], beginning) if path else (FIRST_QUESTION, FIRST_ANSWER)
    return Story(raw, payload, conversation, question, answer)
