"""The first thing the agent says. No I/O but the texts."""

from collections.abc import Mapping, Sequence
from typing import Any

from chalicelib.names import LONGEST_NAME
from chalicelib.quotation import quote
from chalicelib.recollection import Recollection
from chalicelib.texts import greetings
from chalicelib.worth_saying import worth_saying

MOST_ASKED_FOR = 3  # people of a household; of more, nobody is named


def greet(recollection: Recollection, now: float) -> str:
    """Return the greeting for the caller that ``recollection`` describes, in their language.

    ``now`` is unix seconds.
    """
    texts = greetings(recollection.language)
    if not recollection.is_returning:
        return str(texts["new_caller"])
    if recollection.is_shared:
        return _neutral([one.spoken for one in recollection.people], texts)
    if not (name := quote(recollection.spoken_name, LONGEST_NAME)):
        return str(texts["caller_without_name"])
    said = worth_saying(recollection, now)
    return " ".join(texts["known_caller"].format(name=name, worth_saying=said).split())


def _neutral(people: Sequence[str], texts: Mapping[str, Any]) -> str:
    """Return a greeting that fits whoever of ``people`` it is, as they are called."""
    spoken = list(filter(None, (quote(one, LONGEST_NAME) for one in people)))
    if not 0 < len(spoken) <= MOST_ASKED_FOR:
        return str(texts["caller_without_name"])
    *others, last = spoken
    either = f"{', '.join(others)} {texts['or']} {last}" if others else last
    return str(texts["shared_number"].format(names=either))
