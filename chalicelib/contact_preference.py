"""How a caller wants to be reached, as a memory says it. No I/O.

Only the caller's own wish counts, not that of their wife, and not a liking for letters from home.
"""

import re
from collections.abc import Iterable

from chalicelib.remembered import Remembered

# How people name the ways to reach them; the keys are those of "prefers" in the texts.
CHANNELS = {
    "email": r"e-?mails?|correos? electrónicos?|correo",
    "text": r"text(?:s| messages?)?|sms|mensajes? de texto|mensajes",
    "phone": r"(?:tele)?phone(?: calls?)?|calls?|llamadas?|teléfono",
    "post": r"post|postal mail|letters?|cartas?|correo postal",
}

_CHANNEL = "|".join(f"(?:{pattern})" for pattern in reversed(CHANNELS.values()))
_REACHED = rf"(?P<channel>{_CHANNEL})(?![\w-])(?!\s+(?:about|from|of|to|with)\b)"
_SMALL_WORDS = (
    r"(?:\s+(?:a|all|an|any|be|being|by|communications?|contact|contacted|for|get|is|messages?"
    r"|method|news|notified|of|on|over|reached|receive|receiving|the|through|to|updates?|via"
    r"|contactad[oa]|el|en|es|la|las|los|novedades|por|recibir|ser|una?))"
)
_ABOUT_REACHING = r"(?=[^.;]*\b(?:updates?|contacted|notified|reached|contactad[oa]|novedades)\b)"
_CONTACT = r"(?:contact|communication)[ _](?:preference|method)|preferencia de contacto"
_ASKS = r"asked|asks|quiere|requested|wants?|would like"
_WISHES = (
    rf"\b(?:prefer(?:s|red)?|prefiere){_SMALL_WORDS}{{0,6}}\s*:?\s+{_REACHED}",
    rf"\b(?:{_CONTACT}){_SMALL_WORDS}?\s*:?\s+{_REACHED}",
    rf"\b(?:{_ASKS}){_ABOUT_REACHING}{_SMALL_WORDS}{{0,7}}\s+{_REACHED}",
    rf"\b{_REACHED} is (?:the |his |her |their )?preferred\b",
)
# One of these is in every wish; looking for them takes a tenth of the time.
_HINTS = (
    "prefer",
    "prefier",
    "contact",
    "communication",
    "ask",
    "quier",
    "request",
    "want",
    "like",
)
_DENIED = re.compile(
    r"\b(?:not?|never|no longer|doesn['\u2019]t|ya no|nunca)\s+(?:\w+\s+)?(?:pref|want|quier)",
    re.IGNORECASE,
)
_OF_ANOTHER = re.compile(
    r"(?:\w['\u2019]s|\b(?:her|his|my|their|mi|su))\s+(?:\w+\s+){1,2}$", re.IGNORECASE
)


def contact_preference(facts: Iterable[Remembered]) -> str:
    """Return how the caller wants to be reached (``"email"``), by the newest fact that says so.

    ``facts`` are newest first. A way that a newer fact denies does not count.
    """
    denied = set()
    for fact in facts:
        channel = _wished(fact.text)
        if channel and _DENIED.search(fact.text):
            denied.add(channel)
        elif channel and channel not in denied:
            return channel
    return ""


def _wished(words: str) -> str:
    lower = words.lower()
    if not any(hint in lower for hint in _HINTS):
        return ""
    for wish in _WISHES:
        found = re.search(wish, words, re.IGNORECASE)
        if found and not _OF_ANOTHER.search(words[: found.start()]):
            return _key(found["channel"])
    return ""


def _key(said: str) -> str:
    return next(
        key
        for key, pattern in reversed(CHANNELS.items())
        if re.fullmatch(pattern, said, re.IGNORECASE)
    )
