"""The first thing the agent says. No I/O but the texts."""

from chalicelib import names
from chalicelib.contact_preference import contact_preference
from chalicelib.names import LONGEST_NAME
from chalicelib.quotation import quote
from chalicelib.recollection import Recollection
from chalicelib.texts import greetings


def greet(recollection: Recollection) -> str:
    """Return the greeting for the caller that ``recollection`` describes, in their language."""
    texts = greetings(recollection.language)
    if not recollection.is_returning:
        return str(texts["new_caller"])
    if not (name := quote(names.spoken_name(recollection.name), LONGEST_NAME)):
        return str(texts["caller_without_name"])
    worth_saying = texts["prefers"].get(contact_preference(recollection.facts), "")
    greeting = texts["known_caller"].format(name=name, worth_saying=worth_saying)
    return " ".join(greeting.split())
