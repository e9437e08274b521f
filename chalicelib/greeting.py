"""The first thing the agent says. No I/O but the texts."""

import re

from chalicelib import names
from chalicelib.recollection import Recollection, Remembered
from chalicelib.texts import greetings

# How people name the ways to reach them; the keys are those of "prefers" in the texts.
_CHANNELS = {
    "email": r"e-?mails?|correos? electrónicos?|correo",
    "text": r"text(?:s| messages?)?|sms|mensajes? de texto|mensajes",
    "phone": r"(?:tele)?phone(?: calls?)?|calls?|llamadas?|teléfono",
    "post": r"post|postal mail|letters?|cartas?|correo postal",
}
_PREFERENCE = re.compile(
    r"\b(?:prefers?(?: to be (?:contacted|reached)| being contacted| contact| updates?)?"
    r"|prefiere(?: ser contactad[oa]| el| la| los| las)?"
    r"|(?:preferred )?contact (?:preference|method)|contact preference|preferencia de contacto"
    r"|wants? (?:updates?|to be contacted)|asked (?:for|to receive) updates?"
    r"|quiere (?:recibir )?novedades)"
    r"(?:\s+(?:by|via|through|over|por))?(?:\s*:)?\s+(?:an?\s+)?"
    rf"(?P<channel>{'|'.join(f'(?:{pattern})' for pattern in reversed(_CHANNELS.values()))})\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:not?|never|no longer|doesn['\u2019]t|ya no|nunca)\s+(?:\w+\s+)?(?:pref|want|quier)",
    re.IGNORECASE,
)


def greet(recollection: Recollection) -> str:
    """Return the greeting for the caller that ``recollection`` describes, in their language."""
    texts = greetings(recollection.language)
    if not recollection.is_returning:
        return str(texts["new_caller"])
    if not (name := names.spoken_name(recollection.name)):
        return str(texts["caller_without_name"])
    worth_saying = texts["prefers"].get(contact_preference(recollection.facts), "")
    greeting = texts["known_caller"].format(name=name, worth_saying=worth_saying)
    return " ".join(greeting.split())


def contact_preference(facts: tuple[Remembered, ...]) -> str:
    """Return how the caller wants to be reached (``"email"``), by the newest fact that says so.

    A way that a newer fact denies does not count.
    """
    denied = set()
    for fact in facts:
        if not (found := _PREFERENCE.search(fact.text)):
            continue
        channel = _channel(found["channel"])
        if _DENIED.search(fact.text):
            denied.add(channel)
        elif channel not in denied:
            return channel
    return ""


def _channel(said: str) -> str:
    return next(
        key
        for key, pattern in reversed(_CHANNELS.items())
        if re.fullmatch(pattern, said, re.IGNORECASE)
    )
