"""Short dialogues, written down as ``a: Who is this? | c: Stefan.``, read into a conversation."""

from chalicelib import names
from chalicelib.conversation import Collected, Conversation, Turn

ASKED = {"en": "Could you please tell me your name?", "es": "¿Me dice su nombre, por favor?"}


def turns(talk, language="en"):
    """Return the turns of ``talk``; a bare sentence is a caller's answer when asked for a name."""
    if not talk.startswith(("a:", "c:")):
        talk = f"a: {ASKED[language]} | c: {talk}"
    lines = [line.strip().partition(":") for line in talk.split(" | ")]
    sides = {"a": "agent", "c": "caller"}
    return tuple(
        Turn(sides[side], words.strip(), at * 5) for at, (side, _, words) in enumerate(lines)
    )


def call(turns, language="en", collected=(), greeted=""):
    """Return the conversation of ``turns``, after which the items were ``collected``.

    The agent was told to greet the caller by ``greeted``.
    """
    return Conversation(
        id="conv",
        agent_id="agent",
        caller_id="+16125550123",
        started_at=0,
        duration_secs=60,
        language=language,
        turns=tuple(turns),
        collected=tuple(Collected(*item) for item in collected),
        summary="",
        recalled=(),
        greeted=greeted,
    )


def name_in(talk, language="en", **collected):
    """Return the name that ``talk`` gives, with what was ``collected`` after it."""
    return names.name_of(call(turns(talk, language), language, collected.items()))


def heard(talk, language="en", **collected):
    """Return the full name that would be spoken after ``talk``, "" when none would."""
    name = name_in(talk, language, **collected)
    return name.full if name.spoken else ""


def called(talk, language="en", **collected):
    """Return what the caller would be called after ``talk``, "" when nothing."""
    return name_in(talk, language, **collected).spoken
