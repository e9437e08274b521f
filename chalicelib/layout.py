"""Where things lie in the archive. Keys hold ids, never numbers or names. No I/O.

``post-call/<conversation>/<type>.json``
    A payload, byte for byte. Written once: the first delivery wins.
``post-call/<conversation>/post_call_audio.mp3``
    The sound inside a ``post_call_audio`` payload, ready to play.
``again/<conversation>/<type>-<digest>.json``
    A later, different payload of the same type and conversation. Kept, not remembered.
``remembered/<conversation>/<type>.json``
    What became of the payload under the same name: see ``record.py``.
``unsettled/<conversation>/<type>.json``
    An empty mark: this payload is not done with. There from before the record until nothing is
    left to do, so that the sweep finds what is unfinished without looking at all the rest.
``parked/<conversation>/<type>.json``
    An empty mark: this payload failed too often and waits for an operator; its record says why.
``callers/<keyed digest of the number>.json``
    What the next greeting needs of a caller: see ``caller_card.py``.
``sweep/position.json``
    Where the next sweep goes on: see ``sweep.py``.
``forgetting/<keyed digest of the number>.json``
    How far an operator's ``forget`` has come; gone when it is done: see ``ops/forgetting.py``.
``connected/elevenlabs.json``
    What ``make connect`` has changed at ElevenLabs: see ``ops/connection_record.py``.
"""

from chalicelib.payload import Payload

PAYLOADS, RECORDS, LATER_PAYLOADS = "post-call/", "remembered/", "again/"
UNSETTLED, PARKED = "unsettled/", "parked/"
FORGETTING = "forgetting/"
SWEEP_POSITION = "sweep/position.json"


def payload_key(payload: Payload) -> str:
    """Return where the first delivery of ``payload`` is kept."""
    return f"{PAYLOADS}{payload.folder}/{payload.type}.json"


def audio_key(payload: Payload) -> str:
    """Return where the sound inside an audio payload is kept."""
    return f"{PAYLOADS}{payload.folder}/{payload.type}.mp3"


def later_key(payload: Payload, digest: str) -> str:
    """Return where a later, different payload under the name of ``payload`` is kept."""
    return f"{LATER_PAYLOADS}{payload.folder}/{payload.type}-{digest}.json"


def record_key(payload_key: str) -> str:
    """Return where it is recorded what became of the payload under ``payload_key``."""
    return RECORDS + payload_key.removeprefix(PAYLOADS)


def unsettled_key(payload_key: str) -> str:
    """Return where the mark lies that the payload under ``payload_key`` is not done with."""
    return UNSETTLED + payload_key.removeprefix(PAYLOADS)


def parked_key(payload_key: str) -> str:
    """Return where the mark lies that the payload under ``payload_key`` is parked."""
    return PARKED + payload_key.removeprefix(PAYLOADS)


def marked_payload(mark: str) -> str:
    """Return the key of the payload that the mark under ``mark`` stands for."""
    return PAYLOADS + mark.partition("/")[2]


def folders(conversation: str) -> tuple[str, ...]:
    """Return the prefixes under which all lies that ``conversation`` (a folder) has, but records.

    What they hold may be a caller's words, or tells that there are some.
    """
    return tuple(f"{one}{conversation}/" for one in (PAYLOADS, LATER_PAYLOADS, UNSETTLED, PARKED))


def conversation_of(key: str) -> str:
    """Return the conversation whose object lies under ``key``, as its folder says."""
    return key.split("/")[1]
