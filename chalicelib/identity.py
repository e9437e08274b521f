"""Who is calling: an E.164 number, or no identity at all. No I/O.

Callers without an identity are never looked up and nothing is stored under them: otherwise all
anonymous callers would share one memory.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from typing import Any
from urllib.parse import unquote

import phonenumbers

from chalicelib.payload import dig, text

WITHHELD_WORDS = frozenset(
    "anonymous anonymus blocked private restricted unavailable unknown withheld".split()
)
# What some carriers send for a withheld number: the word on a phone's keypad
# (ANONYMOUS, RESTRICTED, BLOCKED, UNKNOWN, UNAVAILABLE).
WITHHELD_SPELLINGS = frozenset({"266696687", "7378742833", "2562533", "8656696", "86282452253"})

_LONGEST = 200
_SHORTEST_WITH_COUNTRY = 11  # digits; with fewer a national number could pass for a foreign one
_OURS = re.compile(r"\+[1-9][0-9]{6,14}", re.ASCII)
_IN_BRACKETS = re.compile(r"^(?P<name>[^<]*)<(?P<address>[^<>]+)>")
_SCHEME = re.compile(r"^(?:tel|sips?|sms|whatsapp):(?://)?", re.IGNORECASE)
_NUMBER = re.compile(r"\+?[\d\s().\-/\u00a0\u2010-\u2015]+")
_INBOUND, _OUTBOUND = "inbound", "outbound"


def normalise(raw: object, near: str = "") -> str | None:
    """Return ``raw`` as E.164 (``+16125550123``), or None when it names nobody.

    Takes plain numbers, ``tel:`` and ``sip:`` addresses and display names. ``near`` is a number in
    E.164 whose country reads a number written without a country code: the agent's own.
    """
    if isinstance(raw, int) and not isinstance(raw, bool):
        raw = str(raw)
    if not isinstance(raw, str) or len(raw) > _LONGEST:
        return None
    number = _written_number(raw)
    if not number or _digits(number) in WITHHELD_SPELLINGS:
        return None
    if number.startswith("+"):
        return _international(number)
    return _national(number, near) or _without_plus(_digits(number))


def caller_before_call(body: Mapping[str, Any], agent_numbers: Iterable[str]) -> str | None:
    """Return who is on the phone, from the body of ElevenLabs' initiation webhook.

    On outbound calls ``caller_id`` is the agent's number and ``called_number`` the human; on
    inbound ones the other way round.
    """
    caller_id = body.get("caller_id") or body.get("system__caller_id")
    called = body.get("called_number") or body.get("system__called_number")
    ours = _normalised(agent_numbers)
    agent_number = normalise(called) or ""
    if (caller := normalise(caller_id, near=agent_number)) not in ours:
        return caller
    human = normalise(called, near=caller or "")
    return None if human in ours else human


def caller_after_call(data: Mapping[str, Any], agent_numbers: Iterable[str]) -> str | None:
    """Return whose conversation ``data`` is, from every place ElevenLabs names a caller.

    ``data`` has the shape of ``GET /v1/convai/conversations/{id}``. The agent's own numbers are
    never the caller, whichever place they stand in.
    """
    agent_number = normalise(_agent_number(data)) or ""
    not_callers = _normalised([*agent_numbers, agent_number])
    user_id = text(data, "user_id")
    places = [user_id if _OURS.fullmatch(user_id) else None, *_places(data)]
    found = (normalise(place, near=agent_number) for place in places)
    return next((number for number in found if number and number not in not_callers), None)


def _places(data: Mapping[str, Any]) -> Iterable[Any]:
    """Yield what ElevenLabs says of the caller, the surest place first."""
    metadata = dig(data, "metadata")
    yield dig(metadata, "phone_call", "external_number")
    yield dig(metadata, "sms", "sms_user_phone_number")
    yield dig(metadata, "whatsapp", "whatsapp_user_id")
    variables = dig(data, "conversation_initiation_client_data", "dynamic_variables")
    outbound = _direction(metadata) == _OUTBOUND
    yield dig(variables, "system__called_number" if outbound else "system__caller_id")
    yield dig(metadata, "caller_id")


def _agent_number(data: Mapping[str, Any]) -> Any:
    return dig(data, "metadata", "phone_call", "agent_number") or dig(
        data, "metadata", "sms", "agent_phone_number"
    )


def _direction(metadata: Any) -> str:
    channels = ("phone_call", "sms", "whatsapp")
    said = (text(metadata, channel, "direction").lower() for channel in channels)
    return next((direction for direction in said if direction), _INBOUND)


def _normalised(numbers: Iterable[str]) -> Collection[str]:
    return {number for raw in numbers if (number := normalise(raw))}


def _written_number(raw: str) -> str:
    """Return the number written in ``raw``, or ``""`` for words and addresses without one."""
    address = raw.strip()
    if bracketed := _IN_BRACKETS.match(address):
        if WITHHELD_WORDS.intersection(bracketed["name"].strip(" \"'").lower().split()):
            return ""
        address = bracketed["address"].strip()
    address = unquote(_SCHEME.sub("", address))
    address = address.partition(";")[0].partition("@")[0].strip()
    if address.startswith("00"):
        address = f"+{address[2:]}"
    return address if _NUMBER.fullmatch(address) else ""


def _digits(number: str) -> str:
    return phonenumbers.normalize_digits_only(number)


def _international(number: str) -> str | None:
    try:
        parsed = phonenumbers.parse(number)
    except phonenumbers.NumberParseException:
        return None
    reason = phonenumbers.is_possible_number_with_reason(parsed)
    if reason != phonenumbers.ValidationResult.IS_POSSIBLE:
        return None
    if (written := _e164(parsed)) != number:
        return _international(written)  # a long-distance 0 may have stood behind another
    is_somebody = _OURS.fullmatch(written) and _digits(written) not in WITHHELD_SPELLINGS
    return written if is_somebody else None


def _national(number: str, near: str) -> str | None:
    """Return ``number`` as dialled inside the country of ``near``."""
    if not near:
        return None
    region = phonenumbers.region_code_for_number(phonenumbers.parse(near))
    try:
        parsed = phonenumbers.parse(number, region)
    except phonenumbers.NumberParseException:
        return None
    return _international(_e164(parsed)) if phonenumbers.is_valid_number(parsed) else None


def _without_plus(digits: str) -> str | None:
    """Return digits that only lack their ``+``; short ones must be numbers really given out."""
    number = _international(f"+{digits}")
    if number is None or len(digits) >= _SHORTEST_WITH_COUNTRY:
        return number
    return number if phonenumbers.is_valid_number(phonenumbers.parse(number)) else None


def _e164(parsed: phonenumbers.PhoneNumber) -> str:
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)
